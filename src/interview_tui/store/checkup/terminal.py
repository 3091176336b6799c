"""Judging the terminal: can it show a screen, in which colours and size, and which keys will not arrive."""

from __future__ import annotations

from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.surroundings import Surroundings

LEAST_SIZE = (60, 20)
"""Columns and lines below which screens lose what is needed."""

_TOO_SLOW_MS = 100
"""tmux holds a lone escape back for so long that leaving the note line feels stuck."""

_SECOND_WAY = "use the command's second key, or type it, such as /finish"


def check_terminal(around: Surroundings) -> list[Diagnosis]:
    """Everything about the terminal; one line alone where there is none."""
    if not around.at_terminal:
        seen = "there is none here, so its colours, size and keys were not checked"
        return [Diagnosis("terminal", "warn", seen, "run this in the terminal that you will use")]
    checks = (_kind(around), _size(around), _colours(around), *_keys(around), _flow_control(around))
    return [diagnosis for diagnosis in checks if diagnosis is not None]


def _kind(around: Surroundings) -> Diagnosis:
    term = around.told("TERM")
    if term in ("", "dumb") and around.system != "Windows":
        seen = f"TERM is {term!r}, so no screen can be shown"
        return Diagnosis("terminal", "bad", seen, "use a terminal program, or set TERM=xterm-256color")
    program = around.told("TERM_PROGRAM")
    return Diagnosis("terminal", "ok", f"{program} ({term})" if program else term)


def _size(around: Surroundings) -> Diagnosis | None:
    if around.size is None:
        return None
    columns, lines = around.size
    if columns < LEAST_SIZE[0] or lines < LEAST_SIZE[1]:
        todo = f"make the window at least {LEAST_SIZE[0]} × {LEAST_SIZE[1]}, or the letters smaller"
        return Diagnosis("size", "warn", f"{columns} × {lines} is too small for all panes", todo)
    return Diagnosis("size", "ok", f"{columns} × {lines}")


def _colours(around: Surroundings) -> Diagnosis:
    term = around.told("TERM")
    if around.has("NO_COLOR"):
        return Diagnosis("colours", "ok", "none, because NO_COLOR is set; nothing is told by colour alone")
    if around.told("COLORTERM") in ("truecolor", "24bit"):
        return Diagnosis("colours", "ok", "16 million of them")
    if "256color" in term or "direct" in term or "kitty" in term:
        return Diagnosis("colours", "ok", "256 of them")
    todo = 'set COLORTERM=truecolor if your terminal has them, or theme = "ansi-dark" in config.toml'
    return Diagnosis("colours", "warn", f"TERM={term} promises 16 at most", todo)


def _keys(around: Surroundings) -> list[Diagnosis]:
    """Keys that the program around it is known to keep, by the variables that it sets."""
    found = []
    if around.has("TMUX"):
        found.append(_tmux_keys(around))
    elif around.has("STY"):
        seen = "screen keeps ctrl+a, which moves to the start of the note line"
        found.append(Diagnosis("keys", "ok", f"{seen}; home does the same"))
    if around.told("TERM_PROGRAM") == "vscode":
        todo = f"{_SECOND_WAY}; or set terminal.integrated.sendKeybindingsToShell to true"
        found.append(Diagnosis("keys", "warn", "VS Code may keep ctrl+q, ctrl+p, ctrl+f and F5", todo))
    elif around.told("TERM_PROGRAM") == "Apple_Terminal":
        todo = 'switch on "Use Option as Meta key" in its settings for a profile, under Keyboard'
        found.append(Diagnosis("keys", "warn", "Terminal types letters instead of alt keys", todo))
    elif around.has("GNOME_TERMINAL_SCREEN"):
        found.append(Diagnosis("keys", "ok", "GNOME Terminal keeps F1, F10 and F11; nothing here needs them"))
    return found


def _tmux_keys(around: Surroundings) -> Diagnosis:
    delay = around.tmux.get("escape-time", "")
    if delay.isdecimal() and int(delay) > _TOO_SLOW_MS:
        seen = f"tmux holds escape back for {delay} ms"
        return Diagnosis("keys", "warn", seen, "put `set -s escape-time 10` into ~/.tmux.conf")
    return Diagnosis("keys", "ok", "tmux keeps ctrl+b; the left arrow does the same in the note line")


def _flow_control(around: Surroundings) -> Diagnosis | None:
    """Only told: a screen switches it off while it runs."""
    if around.flow_control is None:
        return None
    if not around.flow_control:
        return Diagnosis("flow control", "ok", "off (stty -ixon): ctrl+s and ctrl+q arrive")
    seen = "on in your shell (stty ixon); screens switch it off, so that ctrl+q arrives"
    return Diagnosis("flow control", "ok", seen)
