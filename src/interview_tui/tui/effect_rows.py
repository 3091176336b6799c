"""What a change of the codebook would come to, in words and as a list of sessions."""

from __future__ import annotations

from interview_tui.domain.codebook import QUOTE
from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.codebook_effect import Effect, SessionEffect, notes_words
from interview_tui.tui.rows import Row, Span, clip, paragraph

_SESSION_WIDTH, _PERSON_WIDTH = 24, 10


def effect_rows(effect: Effect, move: Move, width: int) -> list[Row]:
    """The sentences that matter, each for itself; warnings with a sign."""
    rows: list[Row] = []
    if effect.notes:
        rows += paragraph(
            f"{notes_words(effect)} {_verb(effect.notes, 'come')} under {move.new}.", width, "strong"
        )
    else:
        rows += paragraph("No note has to change: only the codebook does.", width, "strong")
    for words in _facts(effect, move):
        rows += paragraph(words, width, "text")
    for words in _warnings(effect):
        rows += paragraph(words, width, "warn", first=(("! ", "warn strong"),))
    return rows + paragraph(
        "Sessions keep the codebook they began with. u undoes it in one step.", width, "dim"
    )


def _facts(effect: Effect, move: Move) -> list[str]:
    facts = []
    if effect.both:
        facts.append(f"{effect.both:,} of them had both tags, and {move.new} is kept once.")
    if effect.already:
        facts.append(f"{_many(effect.already, 'other note')} had {move.new} before; then all are one.")
    if effect.codings:
        facts.append(
            f"{_many(effect.codings, 'tag')} of second coders {_verb(effect.codings, 'move')} along."
        )
    if move.old == QUOTE and effect.notes:
        facts.append("They stay word for word; new notes are so only under a tag named quote.")
    if move.new == QUOTE and effect.notes:
        facts.append("They count as word for word from then on, as every note under quote does.")
    return facts


def _warnings(effect: Effect) -> list[str]:
    told = []
    if held := effect.left_out:
        told.append(f"{_many(len(held), 'session')} cannot be changed now and will be offered again.")
    if lost := effect.unreadable:
        told.append(f"{_many(len(lost), 'session')} cannot be read and {_verb(len(lost), 'stay')} as before.")
    return told


def session_rows(effect: Effect, width: int) -> list[Row]:
    """One row a session: those that cannot be changed first, for they need a person."""
    held = [*effect.left_out, *effect.unreadable, *effect.ready]
    return [Row(clip(_session_spans(one), width)) for one in held]


def _session_spans(one: SessionEffect) -> list[Span]:
    count = one.count
    told = [
        _many(count.notes, "note") if count.notes else "",
        _many(count.codings, "coding") if count.codings else "",
        "a removed note" if count.removed and not count.notes else "",
    ]
    spans: list[Span] = [
        (f"{one.session:<{_SESSION_WIDTH}}", "text" if not one.hindrance else "warn"),
        (f"{one.participant or '–':<{_PERSON_WIDTH}}", "dim"),
        (", ".join(filter(None, told)), "text"),
    ]
    return [*spans, (f"  {one.hindrance}".rstrip(), "warn")]


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _verb(count: int, what: str) -> str:
    return f"{what}s" if count == 1 else what
