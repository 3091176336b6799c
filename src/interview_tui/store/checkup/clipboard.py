"""Judging the two ways to copy: a helper on this computer, and the terminal itself (OSC 52)."""

from __future__ import annotations

from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.surroundings import Surroundings

_LOCAL, _REMOTE = "clipboard", "copy over ssh"

_FILE_INSTEAD = "x on the summary writes a file instead"

_TMUX_LINE = "put `set -s set-clipboard on` into ~/.tmux.conf"

_TAKES_COPIES = ("iTerm.app", "WezTerm", "ghostty", "vscode")
_TERMS = ("xterm-kitty", "foot", "alacritty", "xterm-ghostty", "contour")


def check_clipboard(around: Surroundings) -> list[Diagnosis]:
    """How a copy leaves the program; the terminal's own way is needed on a remote computer."""
    over_terminal = terminal_takes_copies(around)
    helper = _helper(around, over_terminal=over_terminal is True)
    if not around.at_terminal:
        return [helper]
    return [helper, _over_terminal(around, over_terminal)]


def _helper(around: Surroundings, *, over_terminal: bool) -> Diagnosis:
    if around.system in ("Darwin", "Windows"):
        return Diagnosis(_LOCAL, "ok", "that of the system")
    if "microsoft" in around.release.lower():
        return _found(around, ("clip.exe",), "switch on Windows' own programs in /etc/wsl.conf (interop)")
    if around.has("WAYLAND_DISPLAY"):
        x11 = ("xclip", "xsel") if around.has("DISPLAY") else ()
        return _found(around, ("wl-copy", *x11), "install the package wl-clipboard")
    if around.has("DISPLAY"):
        return _found(around, ("xclip", "xsel"), "install the package xclip")
    where = "this is a remote computer" if around.has("SSH_CONNECTION") else "there is no desktop here"
    if over_terminal:
        return Diagnosis(_LOCAL, "ok", f"{where}: copies go through the terminal")
    todo = f"{_TMUX_LINE}, or: {_FILE_INSTEAD}" if around.has("TMUX") else _FILE_INSTEAD
    return Diagnosis(_LOCAL, "warn", f"{where}, and the terminal may take no copies", todo)


def _found(around: Surroundings, names: tuple[str, ...], todo: str) -> Diagnosis:
    helper = next((name for name in names if name in around.helpers), "")
    if helper:
        return Diagnosis(_LOCAL, "ok", f"through {helper}")
    return Diagnosis(_LOCAL, "warn", f"none of {', '.join(names)} is installed", todo)


def terminal_takes_copies(around: Surroundings) -> bool | None:
    """Whether the terminal puts a copy on its own clipboard (OSC 52); None: nobody can tell."""
    if around.has("TMUX"):
        return around.tmux.get("set-clipboard") == "on"
    if around.has("STY") or around.told("TERM_PROGRAM") == "Apple_Terminal" or not around.at_terminal:
        return False
    known = around.told("TERM_PROGRAM") in _TAKES_COPIES or around.told("TERM").startswith(_TERMS)
    if known or any(map(around.has, ("KITTY_WINDOW_ID", "WT_SESSION", "ALACRITTY_WINDOW_ID"))):
        return True
    return None


def _over_terminal(around: Surroundings, takes_copies: bool | None) -> Diagnosis:
    if takes_copies:
        iterm = around.told("TERM_PROGRAM") == "iTerm.app"
        allowed = ", if its settings allow it (General, Selection)" if iterm else ""
        return Diagnosis(_REMOTE, "ok", f"the terminal takes copies (OSC 52){allowed}")
    todo = _FILE_INSTEAD
    if around.has("TMUX"):
        seen = f"tmux passes no copies on (set-clipboard {around.tmux.get('set-clipboard') or 'unknown'})"
        todo = _TMUX_LINE
    elif takes_copies is False:
        seen = "this terminal takes no copies (OSC 52)"
    else:
        seen = "this terminal is not known to take copies (OSC 52)"
    if around.has("SSH_CONNECTION"):
        return Diagnosis(_REMOTE, "warn", seen, todo)
    return Diagnosis(_REMOTE, "ok", f"{seen}; that matters only on a remote computer")
