"""The keys of the guides' bottom row: only those that can do something now."""

from __future__ import annotations

from interview_tui.tui.key_bar import Key

_USE = Key("enter", "get ready", "use")
_KEEP = Key("enter", "name it and keep it", "use")
_EDIT = Key("e", "edit", "edit")
_FINDINGS = Key("n", "hints", "finding(1)")
_NEW = Key("c", "new", "new")
_BACK = Key("esc", "back", "back")
_DROP = Key("esc", "drop it", "back")
_HELP = Key("?", "help", "help")


def guide_keys(*, readable: bool, has_findings: bool) -> tuple[Key, ...]:
    """The keys while a guide of the list is shown."""
    findings = (_FINDINGS,) if has_findings else ()
    return (*((_USE,) if readable else ()), _EDIT, *findings, _NEW, _BACK, _HELP)


def pasted_keys(*, has_findings: bool) -> tuple[Key, ...]:
    """The keys while a pasted guide is shown that was not kept yet."""
    return (_KEEP, *((_FINDINGS,) if has_findings else ()), _DROP)
