"""The log of withdrawals: that somebody withdrew and how much went, and nothing that tells who it was."""

from __future__ import annotations

import re
from pathlib import Path

from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.values import value
from interview_tui.store import disk

_LINE = re.compile(r"\S+  (P\d+)  ")


@value(kw_only=True)
class Withdrawn:
    """What a withdrawal came to; `at_utc` is when it was begun (ISO 8601)."""

    pseudonym: str
    at_utc: str
    contact: bool = False
    sessions: int = 0
    exports: int = 0
    kept: int = 0


def line_of(withdrawn: Withdrawn) -> str:
    """The line of the log, without its end."""
    contact = "contact data removed" if withdrawn.contact else "no contact data"
    return (
        f"{withdrawn.at_utc}  {withdrawn.pseudonym}  {contact}, sessions removed: {withdrawn.sessions}, "
        f"exports removed: {withdrawn.exports}, sessions kept: {withdrawn.kept}"
    )


def log_withdrawal(path: Path, withdrawn: Withdrawn) -> None:
    """Add the line unless this very withdrawal has one already; raises OSError and then keeps the old log."""
    kept = disk.read_bytes(path)
    line = f"{line_of(withdrawn)}\n".encode()
    if not any(known == line for known in kept.splitlines(keepends=True)):
        disk.replace_file(path, kept + line)


def withdrawn_pseudonyms(path: Path) -> list[str]:
    """Everybody in the log: their numbers are never given again, even where their file was lost."""
    lines = disk.read_bytes(path).decode("utf-8", "replace").splitlines()
    return [as_pseudonym(found[1]) for line in lines if (found := _LINE.match(line))]
