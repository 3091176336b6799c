"""The first frame and who may see it."""

from __future__ import annotations

import os
import re

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.boot import FirstFrame, NoTerminal, outline, require_terminal

COMMAND_OR_TEXT = re.compile(r"\x1b\[([\d;]*)([A-Za-z])|([^\x1b]+)")


@given(st.integers(1, 250), st.integers(1, 80))
def test_the_outline_writes_nothing_outside_of_the_terminal(width: int, height: int) -> None:
    row = column = 1
    for arguments, command, text in COMMAND_OR_TEXT.findall(outline(width, height)):
        if command == "H":
            row, column = (int(number) for number in arguments.split(";"))
        column += len(text)
        assert 1 <= row <= height
        assert column <= width + 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
def test_the_outline_says_what_is_opening(size: tuple[int, int]) -> None:
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(outline(*size))
    text = "\n".join(screen.display)
    assert "interview-tui" in text
    assert "opening…" in text


@pytest.mark.parametrize(("term", "shows"), [("xterm-256color", True), ("", True), ("dumb", False)])
def test_a_dumb_terminal_is_refused(monkeypatch: pytest.MonkeyPatch, term: str, shows: bool) -> None:
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setenv("TERM", term)
    if shows:
        require_terminal("interview-tui list")
        return
    with pytest.raises(NoTerminal, match="interview-tui list") as refused:
        require_terminal("interview-tui list")
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("pipe", [0, 1, 2])
def test_each_stream_has_to_be_a_terminal(monkeypatch: pytest.MonkeyPatch, pipe: int) -> None:
    monkeypatch.setattr(os, "isatty", lambda stream: stream != pipe)
    with pytest.raises(NoTerminal, match="interview-tui list"):
        require_terminal("interview-tui list")


def test_giving_back_a_terminal_that_was_never_taken_writes_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    FirstFrame().restore()
    assert capfd.readouterr() == ("", "")
