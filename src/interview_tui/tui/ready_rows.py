"""The get-ready screen's rows: whose interview it is, what the guide asks for, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from interview_tui.domain.guide import Guide
from interview_tui.domain.participant import Participant
from interview_tui.domain.planned import day_words
from interview_tui.domain.study import Study
from interview_tui.domain.text import visible
from interview_tui.tui.ready_gate import Gate
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row

_ROOM_FOR_COUNTS = 48
"""The width from which on a phase's questions are counted beside its minutes."""


def top_row(study_title: str, width: int, *, practice: bool) -> Row:
    """Where this is, and that no time is running."""
    left: list[Span] = [("Get ready", "title"), (f"  {visible(study_title)}", "dim")]
    if practice:
        left.append(("  practice", "faint"))
    return between(left, [("  the clock is not running", "dim")], width)


# -- the guide -----------------------------------------------------------------------------


def guide_fact_row(guide: Guide, width: int) -> Row:
    """How long a guide is and how much it asks."""
    return Row(clip([(", ".join(_facts(guide)), "dim")], width))


def _facts(guide: Guide) -> list[str]:
    must = sum(1 for question in guide.questions if question.must_ask)
    return [
        f"{guide.minutes_total:g} min" + (" (minutes assumed)" if guide.assumed_minutes else ""),
        _count(len(guide.questions), "question"),
        _count(must, "must-ask") if must else "no must-asks",
    ]


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def guide_rows(guide: Guide, study: Study, width: int, height: int) -> list[Row]:
    """The guide at a glance: phases, must-asks, and what it is to find out, the study's goal first."""
    rows = [
        *paragraph(guide.title, width, "strong"),
        *paragraph(", ".join(_facts(guide)), width, "dim"),
        BLANK,
    ]
    for number, phase in enumerate(guide.phases):
        asked = sum(1 for question in guide.questions if question.phase == number)
        right: list[Span] = [(f"  {phase.minutes:>3g} min", "text")]
        if width >= _ROOM_FOR_COUNTS:
            right.append((f"  {_count(asked, 'question'):>12}", "dim"))
        rows.append(between([(visible(phase.title), "text")], right, width))
    goals = (study.success_metric, guide.success_metric, study.objective, guide.objective)
    rows += _told("To find out", next(filter(None, goals), ""), width)
    musts = [question.text for question in guide.questions if question.must_ask]
    if musts:
        rows += [BLANK, row(("Must be asked", "title"))]
    for text in musts:
        rows += paragraph(text, width, "dim", first=(("! ", "warn"),))
    return rows if len(rows) <= height else [*rows[: height - 1], row(("…", "faint"))]


def _told(heading: str, text: str, width: int) -> list[Row]:
    return [BLANK, row((heading, "title")), *paragraph(text, width, "dim")] if text else []


# -- the participant -----------------------------------------------------------------------


def who_row(person: Participant, seen: str, now: datetime, width: int, *, known: bool, turn: int) -> Row:
    """What is known of the participant; `seen` is when they were last interviewed, `turn` their place in
    the row of those who are planned, from 0, or -1."""
    told = [part for part in _who(person, seen, now, known=known, turn=turn) if part]
    return Row(clip([(visible(", ".join(told)), "dim")], width))


def _who(person: Participant, seen: str, now: datetime, *, known: bool, turn: int) -> Iterator[str]:
    if not person.pseudonym:
        return
    if not known:
        yield "new, added when the interview starts" if not seen else "not among the participants yet"
    elif turn == 0:
        yield "next planned"
    elif turn > 0:
        yield "planned"
    yield day_words(person.scheduled, now)
    yield f"seen {day_words(seen[:10], now)}" if seen else ""
    yield "" if person.customer_kind == "unknown" else person.customer_kind
    yield person.feeling
    yield f"named by {person.referred_by}" if person.referred_by else ""


def unread_row(pseudonym: str, width: int) -> Row:
    """That nothing can be known of the participant, because the participants could not be read."""
    what = "what is known of them" if pseudonym else "the participants"
    return Row(clip([("! ", "warn strong"), (f"{what} cannot be read", "warn")], width))


def question_row(text: str, width: int) -> Row:
    """How the guide asks what is allowed."""
    return Row(clip([("“ ", "faint"), (visible(text), "script")], width))


# -- what comes next -----------------------------------------------------------------------


def next_rows(gate: Gate, unticked: int, width: int, *, pressed: bool) -> list[Row]:
    """The next step in one sentence; `pressed` says that somebody tried to start already."""
    if gate.problem:
        return paragraph(gate.sentence, width, "bad", first=(("! ", "bad strong"),))
    if gate.state == "ask":
        mark: Span = ("! ", "warn strong") if pressed else ("▸ ", "accent strong")
        return [Row(clip([mark, (gate.sentence, "warn strong" if pressed else "strong")], width))]
    left = f"  {unticked} left unticked: fine too." if unticked and gate.state == "open" else ""
    ink = "good strong" if gate.state == "open" else "warn strong"
    return [Row(clip([("▸ ", ink), (gate.sentence, ink), (left, "dim")], width))]
