"""Withdrawals that were begun: written into the participants' file first and struck out there last."""

from __future__ import annotations

from dataclasses import asdict, replace

from pydantic_core import ValidationError

from interview_tui.domain.values import value
from interview_tui.store.core_schema import validator_of
from interview_tui.store.log_lines import Tables
from interview_tui.store.participants import RosterEditor
from interview_tui.store.roster_rows import WITHDRAWALS, number_of


@value(kw_only=True)
class Begun:
    """What a withdrawal set out to do; `sessions` are the ids of those to delete.

    Whether there was contact data and how many exports is kept too: the files that tell will be gone.
    """

    pseudonym: str
    at_utc: str
    with_sessions: bool
    contact: bool = False
    sessions: tuple[str, ...] = ()
    exports: int = 0


_BEGUN = validator_of(Begun)


def begun_in(tables: Tables, pseudonym: str) -> Begun | None:
    """The withdrawal of somebody that was begun and not finished."""
    row = tables.get(WITHDRAWALS, {}).get(str(number_of(pseudonym)))
    try:
        return None if row is None else _BEGUN.validate_python(row)
    except ValidationError:  # edited by hand: begin it anew
        return None


def gone_on_with(before: Begun | None, new: Begun) -> Begun:
    """What is to be done now, if `before` was interrupted: no less than it had set out to do."""
    if before is None:
        return new
    with_sessions = before.with_sessions or new.with_sessions
    return replace(
        new,
        at_utc=before.at_utc,
        with_sessions=with_sessions,
        contact=before.contact or new.contact,
        sessions=tuple(dict.fromkeys((*before.sessions, *new.sessions))),
        exports=max(before.exports, new.exports),
    )


def write_down(editor: RosterEditor, begun: Begun) -> None:
    """Keep what a withdrawal is about to do."""
    row = asdict(begun) | {"sessions": list(begun.sessions)}
    editor.put_row(WITHDRAWALS, number_of(begun.pseudonym), row)


def strike_out(editor: RosterEditor, begun: Begun) -> None:
    """The withdrawal is done."""
    editor.put_row(WITHDRAWALS, number_of(begun.pseudonym), None)
