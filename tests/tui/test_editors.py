"""Which editor opens a guide, and how it is told the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.errors import InterviewError
from interview_tui.tui.editors import editor_call

GUIDE = Path("/guides/my guide.md")


def everything(program: str) -> str:
    return f"/usr/bin/{program}"


@pytest.mark.parametrize(
    ("editor", "argv", "in_terminal"),
    [
        ("vim", ["vim", "+7", "/guides/my guide.md"], True),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+7", "/guides/my guide.md"], True),
        ("nano", ["nano", "+7", "/guides/my guide.md"], True),
        ("hx", ["hx", "/guides/my guide.md:7"], True),
        ("emacsclient -nw", ["emacsclient", "-nw", "+7", "/guides/my guide.md"], True),
        ("code --wait", ["code", "--wait", "--goto", "/guides/my guide.md:7"], False),
        ("subl", ["subl", "/guides/my guide.md:7"], False),
        ("gvim", ["gvim", "+7", "/guides/my guide.md"], False),
        ("kate", ["kate", "-l", "7", "/guides/my guide.md"], False),
        ("'/opt/my editor/ed it'", ["/opt/my editor/ed it", "/guides/my guide.md"], True),
        ("something-new", ["something-new", "/guides/my guide.md"], True),
    ],
)
def test_each_editor_is_called_in_its_own_way(editor: str, argv: list[str], in_terminal: bool) -> None:
    call = editor_call({"EDITOR": editor}, GUIDE, 7, everything)
    assert (list(call.argv), call.in_terminal) == (argv, in_terminal)


def test_the_first_line_needs_no_telling() -> None:
    assert editor_call({"EDITOR": "vim"}, GUIDE, 1, everything).argv == ("vim", str(GUIDE))


def test_the_visual_editor_comes_first_and_an_empty_one_is_none() -> None:
    assert editor_call({"VISUAL": "hx", "EDITOR": "vi"}, GUIDE, 1, everything).argv[0] == "hx"
    assert editor_call({"VISUAL": " ", "EDITOR": "vi"}, GUIDE, 1, everything).argv[0] == "vi"


def test_without_a_wish_an_editor_is_found() -> None:
    assert editor_call({}, GUIDE, 3, {"nano": "/bin/nano", "vi": "/bin/vi"}.get).argv == (
        "nano",
        "+3",
        str(GUIDE),
    )


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({}, "No editor was found; set $EDITOR to one, such as nano."),
        ({"EDITOR": "gone"}, "gone is not there; set $EDITOR to an editor that is."),
        ({"VISUAL": "'vi"}, "$VISUAL has a quote that never closes; set it to an editor's name."),
    ],
)
def test_what_cannot_be_started_is_told_with_what_to_do(environ: dict[str, str], sentence: str) -> None:
    with pytest.raises(InterviewError) as error:
        editor_call(environ, GUIDE, 1, lambda _: None)
    assert error.value.message == sentence
