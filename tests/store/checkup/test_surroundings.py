"""What `doctor` says of terminal, clipboard and locale, without any of them."""

from __future__ import annotations

import os
from collections.abc import Mapping

import pytest

from interview_tui.store.checkup.clipboard import check_clipboard, terminal_takes_copies
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.letters import check_letters
from interview_tui.store.checkup.surroundings import Surroundings, gather
from interview_tui.store.checkup.terminal import check_terminal

XTERM = {"TERM": "xterm-256color"}


def around(environ: Mapping[str, str] | None = None, **told: object) -> Surroundings:
    return Surroundings(environ={**XTERM, **(environ or {})}, **told)  # type: ignore[arg-type]


def of(found: list[Diagnosis], check: str) -> tuple[str, str]:
    """The state of one check, and its message with what to do."""
    diagnosis = next(diagnosis for diagnosis in found if diagnosis.check == check)
    return diagnosis.state, f"{diagnosis.message}: {diagnosis.todo}"


def test_every_line_that_is_not_well_says_what_to_do() -> None:
    poor = around(
        {"TERM": "vt100", "TMUX": "x", "TERM_PROGRAM": "vscode", "DISPLAY": ":0"},
        size=(40, 10),
        tmux={"escape-time": "500", "set-clipboard": "external"},
    )
    found = [*check_terminal(poor), *check_clipboard(poor), *check_letters(poor)]
    assert sum(diagnosis.state == "warn" for diagnosis in found) == 6
    assert [diagnosis for diagnosis in found if diagnosis.state != "ok" and not diagnosis.todo] == []


# -- terminal ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "state", "words"),
    [
        ({}, "ok", "xterm-256color"),
        ({"TERM_PROGRAM": "WezTerm"}, "ok", "WezTerm (xterm-256color)"),
        ({"TERM": "dumb"}, "bad", "no screen can be shown"),
        ({"TERM": ""}, "bad", "set TERM=xterm-256color"),
    ],
)
def test_a_terminal_that_can_show_no_screen_is_bad(environ: dict[str, str], state: str, words: str) -> None:
    found = of(check_terminal(around(environ)), "terminal")
    assert found[0] == state
    assert words in found[1]


def test_without_a_terminal_one_line_says_so() -> None:
    (found,) = check_terminal(around(at_terminal=False))
    assert (found.state, found.todo) == ("warn", "run this in the terminal that you will use")


@pytest.mark.parametrize(
    ("size", "state"), [((60, 20), "ok"), ((200, 60), "ok"), ((59, 40), "warn"), ((120, 19), "warn")]
)
def test_a_window_that_is_too_small_is_a_warning(size: tuple[int, int], state: str) -> None:
    assert of(check_terminal(around(size=size)), "size")[0] == state


def test_a_size_that_nobody_knows_is_left_out() -> None:
    assert "size" not in [diagnosis.check for diagnosis in check_terminal(around(size=None))]


@pytest.mark.parametrize(
    ("environ", "state", "words"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "ok", "NO_COLOR is set"),
        ({"COLORTERM": "truecolor"}, "ok", "16 million"),
        ({"COLORTERM": "24bit", "TERM": "vt100"}, "ok", "16 million"),
        ({}, "ok", "256"),
        ({"TERM": "xterm-kitty"}, "ok", "256"),
        ({"TERM": "linux"}, "warn", "COLORTERM=truecolor"),
    ],
)
def test_colours_are_told_by_what_the_terminal_promises(
    environ: dict[str, str], state: str, words: str
) -> None:
    found = of(check_terminal(around(environ)), "colours")
    assert found[0] == state
    assert words in found[1]


@pytest.mark.parametrize(
    ("environ", "tmux", "state", "words"),
    [
        ({"TMUX": "/tmp/x"}, {"escape-time": "10"}, "ok", "ctrl+b"),
        ({"TMUX": "/tmp/x"}, {"escape-time": "500"}, "warn", "set -s escape-time 10"),
        ({"TMUX": "/tmp/x"}, {}, "ok", "ctrl+b"),
        ({"STY": "1.pts"}, {}, "ok", "ctrl+a"),
        ({"TERM_PROGRAM": "vscode"}, {}, "warn", "sendKeybindingsToShell"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, {}, "warn", "Option as Meta"),
        ({"GNOME_TERMINAL_SCREEN": "/org"}, {}, "ok", "F10"),
    ],
)
def test_keys_that_will_not_arrive_are_named(
    environ: dict[str, str], tmux: dict[str, str], state: str, words: str
) -> None:
    found = of(check_terminal(around(environ, tmux=tmux)), "keys")
    assert found[0] == state
    assert words in found[1]


@pytest.mark.parametrize(("on", "words"), [(True, "screens switch it off"), (False, "ctrl+q arrive")])
def test_flow_control_is_told_and_no_problem(on: bool, words: str) -> None:
    state, said = of(check_terminal(around(flow_control=on)), "flow control")
    assert state == "ok"
    assert words in said


# -- clipboard -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "told", "state", "words"),
    [
        ({}, {"system": "Darwin"}, "ok", "that of the system"),
        ({}, {"release": "5.15-microsoft-standard"}, "warn", "wsl.conf"),
        ({}, {"release": "5.15-Microsoft", "helpers": {"clip.exe"}}, "ok", "clip.exe"),
        ({"WAYLAND_DISPLAY": "w"}, {"helpers": {"wl-copy"}}, "ok", "wl-copy"),
        ({"WAYLAND_DISPLAY": "w"}, {"helpers": {"xclip"}}, "warn", "install the package wl-clipboard"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, {"helpers": {"xclip"}}, "ok", "xclip"),
        ({"DISPLAY": ":0"}, {"helpers": {"xsel"}}, "ok", "xsel"),
        ({"DISPLAY": ":0"}, {}, "warn", "install the package xclip"),
        ({}, {"helpers": {"xclip"}}, "warn", "no desktop"),
        ({"TMUX": "x"}, {}, "warn", "set -s set-clipboard on"),
        ({"SSH_CONNECTION": "a b"}, {}, "warn", "remote computer"),
        ({"SSH_CONNECTION": "a b", "TERM": "xterm-kitty"}, {}, "ok", "copies go through the terminal"),
    ],
)
def test_the_helper_that_copies_is_named_or_the_package_that_has_one(
    environ: dict[str, str], told: dict[str, object], state: str, words: str
) -> None:
    found = of(check_clipboard(around(environ, **told)), "clipboard")
    assert found[0] == state
    assert words in found[1]


@pytest.mark.parametrize(
    ("environ", "tmux", "takes"),
    [
        ({"KITTY_WINDOW_ID": "1"}, {}, True),
        ({"TERM": "foot"}, {}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, {}, True),
        ({"TMUX": "x", "TERM": "xterm-kitty"}, {"set-clipboard": "external"}, False),
        ({"TMUX": "x"}, {"set-clipboard": "on"}, True),
        ({"TMUX": "x"}, {}, False),
        ({"STY": "x"}, {}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, {}, False),
        ({}, {}, None),
    ],
)
def test_whether_a_terminal_takes_copies_follows_from_which_it_is(
    environ: dict[str, str], tmux: dict[str, str], takes: bool | None
) -> None:
    assert terminal_takes_copies(around(environ, tmux=tmux)) is takes


@pytest.mark.parametrize(
    ("environ", "state", "words"),
    [
        ({"TMUX": "x", "DISPLAY": ":0"}, "ok", "only on a remote computer"),
        ({"TMUX": "x"}, "ok", "only on a remote computer"),
        ({"TMUX": "x", "SSH_CONNECTION": "a"}, "warn", "set -s set-clipboard on"),
        ({"TMUX": "x", "DISPLAY": ":0", "SSH_CONNECTION": "a"}, "warn", "set-clipboard unknown"),
        ({"SSH_CONNECTION": "a"}, "warn", "not known to take copies"),
        ({"STY": "x"}, "ok", "takes no copies"),
        ({"TERM_PROGRAM": "iTerm.app"}, "ok", "if its settings allow it"),
    ],
)
def test_copying_through_the_terminal_matters_on_a_remote_computer(
    environ: dict[str, str], state: str, words: str
) -> None:
    found = of(check_clipboard(around(environ, helpers=frozenset({"xclip"}))), "copy over ssh")
    assert found[0] == state
    assert words in found[1]


# -- letters -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "system", "state", "words"),
    [
        ({"LANG": "en_GB.UTF-8"}, "Linux", "ok", "LANG=en_GB.UTF-8"),
        ({"LANG": "C", "LC_ALL": "C.utf8"}, "Linux", "ok", "LC_ALL"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, "Linux", "warn", "export LC_ALL=C.UTF-8"),
        ({}, "Linux", "warn", "export LANG=C.UTF-8"),
        ({"LC_CTYPE": "C"}, "Darwin", "warn", "export LC_CTYPE=en_US.UTF-8"),
        ({}, "Windows", "ok", "utf-8"),
    ],
)
def test_a_locale_without_utf_8_gets_the_line_that_sets_one(
    environ: dict[str, str], system: str, state: str, words: str
) -> None:
    found = of(check_letters(around(environ, system=system)), "letters")
    assert found[0] == state
    assert words in found[1]


def test_looking_around_asks_only_what_can_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "isatty", lambda _: False)
    seen = gather({"LANG": "C.UTF-8", "TMUX": ""})
    assert (seen.at_terminal, seen.size, seen.flow_control, seen.tmux) == (False, None, None, {})
    assert seen.told("LANG") == "C.UTF-8"


def test_a_tmux_that_is_not_there_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert gather({"TMUX": "/tmp/x"}).tmux == {}
