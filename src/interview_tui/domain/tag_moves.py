"""Moving notes from one tag to another: which fields of a session that sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview_tui.domain.codebook import QUOTE
from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue
from interview_tui.domain.session import FURTHER_TAG, Note, Session
from interview_tui.domain.values import value

CODING = "code:"
"""How a coder's own tags begin among the fields of a note: `code:CODER:TAG`."""


@value
class FieldMove:
    """One field of a note that is to be set."""

    target: str
    name: str
    value: FieldValue


@value(kw_only=True)
class MoveCount:
    """What a move comes to in one session; of the `notes` that move, `both` had the new tag too.

    `already` have only the new one and stay as they are; `removed` were deleted and move along, should they
    be brought back, as do `codings`, a second coder's tags.
    """

    notes: int = 0
    both: int = 0
    already: int = 0
    removed: int = 0
    codings: int = 0


def count_moves(session: Session, move: Move) -> MoveCount:
    """What a move would come to."""
    moving = [note for note in session.iter_notes() if move.old in note.tags]
    return MoveCount(
        notes=len(moving),
        both=sum(move.new in note.tags for note in moving),
        already=sum(move.new in note.tags for note in session.iter_notes() if move.old not in note.tags),
        removed=sum(move.old in note.tags for note in session.removed_notes()),
        codings=len(list(_codings(session, move.old))),
    )


def fields_to_move(session: Session, move: Move) -> list[FieldMove]:
    """The fields that bring every note and coding of one tag under another; none where that is done."""
    moves = [
        moved
        for note in (*session.iter_notes(), *session.removed_notes())
        if move.old in note.tags
        for moved in _note_moves(session, note, move)
    ]
    for target, coder in _codings(session, move.old):
        moves.append(FieldMove(target, f"{CODING}{coder}:{move.old}", None))
        moves.append(FieldMove(target, f"{CODING}{coder}:{move.new}", True))
    return moves


def _note_moves(session: Session, note: Note, move: Move) -> Iterator[FieldMove]:
    further = FURTHER_TAG + move.new
    if note.tag == move.old:
        yield FieldMove(note.id, "tag", move.new)
        if session.field(note.id, further) is True:
            yield FieldMove(note.id, further, None)  # one tag stands once, also when the first changes later
    else:
        yield FieldMove(note.id, FURTHER_TAG + move.old, None)
        if move.new not in note.tags:
            yield FieldMove(note.id, further, True)
    if move.old == QUOTE and not session.field(note.id, "word_for_word"):
        yield FieldMove(note.id, "word_for_word", True)  # their own words stay so under any name


def _codings(session: Session, tag: str) -> Iterator[tuple[str, str]]:
    """The notes and coders that use a tag; a coder's name has no colon in it, a tag may."""
    seen = dict.fromkeys(
        (event.target, event.name) for event in _fields(session.events) if event.name.startswith(CODING)
    )
    for target, name in seen:
        _, coder, coded = (*name.split(":", 2), "")[:3]
        if coded == tag and session.field(target, name) is True:
            yield target, coder


def _fields(events: Iterable[AnyEvent]) -> Iterator[FieldSet]:
    return (event for event in events if isinstance(event, FieldSet))
