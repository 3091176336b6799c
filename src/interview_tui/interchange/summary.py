"""A session on one screen of plain text: at most 40 lines of 56 columns, which leaves a margin at 60.

Away from a screen it has as many lines as its texts need.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import tzinfo

from interview_tui.domain.header import SessionHeader
from interview_tui.domain.readiness import unticked
from interview_tui.domain.session import Session
from interview_tui.domain.text import cells, clock, fold, one_line, visible
from interview_tui.interchange.view import SessionView
from interview_tui.interchange.words import local_date, talk_words

WIDTH = 56
_LABEL_WIDTH = 28
_MOST_PHASES = 6
_MOST_TAGS = 10
_MOST_QUOTES = 4

_WORD = re.compile(r"\d+ min \d+ s\b\S*|\d\S* (?:min\b|s\b|%)\S*|\S+")
"""A figure and its unit are one word."""


def session_summary(
    header: SessionHeader, session: Session, *, whole: bool = False, zone: tzinfo | None = None
) -> str:
    """Time against budget, questions, notes by tag, talk, starred quotes, takeaways; ends with a new line.

    `whole` cuts no text short, `zone` is this computer's unless it is given.
    """
    view = SessionView(header, session)
    told = (_starred(view, whole=whole), _takeaways(view, whole=whole))
    sections = [_head(view, zone), _times(view), _counts(view), _talk(view), *told]
    return "\n\n".join("\n".join(lines) for lines in map(list, sections) if lines) + "\n"


def _head(view: SessionView, zone: tzinfo | None) -> Iterator[str]:
    yield one_line(view.title, WIDTH)
    marks = ["practice" if view.header.practice else "", "unfinished" if view.state == "unfinished" else ""]
    facts = [view.said("participant"), local_date(view.header.created_utc, zone), *marks]
    yield one_line(" · ".join(fact for fact in facts if fact), WIDTH)
    if view.notes_refused:
        yield "Notes refused: nothing of this may be used."
    left = ", ".join(unticked(view.about))
    told = ["" if view.may_be_quoted else "Quotes may not be used.", left and f"Left unticked: {left}"]
    if any(told):
        yield one_line(" ".join(filter(None, told)), WIDTH)


def _times(view: SessionView) -> Iterator[str]:
    for phase in view.phases[:_MOST_PHASES]:
        yield _time(phase.title, phase.spent_ms, phase.budget_ms)
    if len(view.phases) > _MOST_PHASES:
        yield f"and {len(view.phases) - _MOST_PHASES} more"
    yield _time("Whole session", view.duration_ms, sum(phase.budget_ms for phase in view.phases))


def _time(label: str, spent_ms: int, budget_ms: int) -> str:
    name = one_line(label, _LABEL_WIDTH)
    over = f", {clock(spent_ms - budget_ms)} over" if spent_ms > budget_ms else ""
    padding = " " * (_LABEL_WIDTH - cells(name))
    return f"{name}{padding}  {clock(spent_ms)} of {clock(budget_ms)}{over}"


def _counts(view: SessionView) -> Iterator[str]:
    missed = [question for question in view.questions if question.status != "asked"]
    must = sum(1 for question in missed if question.must_ask)
    asked = f"Questions asked: {len(view.questions) - len(missed)} of {len(view.questions)}"
    yield f"{asked} ({must} must-ask left out)" if must else asked
    bare = sum(1 for note in view.notes if note.bare)
    total = f"Notes: {len(view.notes)}"
    yield f"{total} ({bare} still without words)" if bare else total
    by_tag = Counter(note.tag or "no tag" for note in view.notes).most_common(_MOST_TAGS)
    counted = [f"{one_line(tag, 20)} {count}" for tag, count in by_tag]
    yield from (f"  {line}" for line in fold(", ".join(counted).split(" "), WIDTH - 2))


def _talk(view: SessionView) -> Iterator[str]:
    yield from fold(_WORD.findall(" ".join(talk_words(view.talk, view.band))), WIDTH)


def _starred(view: SessionView, *, whole: bool) -> Iterator[str]:
    """Starred quotes first of all; with none of them, whatever else was starred."""
    starred = [note for note in view.notes if note.starred and not note.bare]
    quotes = [note for note in starred if note.word_for_word] or starred
    if quotes:
        yield "Starred"
    shown = quotes if whole else quotes[:_MOST_QUOTES]
    for note in shown:
        text = f"“{note.text.strip()}”" if note.word_for_word else note.text
        yield from _entry(clock(note.at_ms), text, whole=whole)
    if len(quotes) > len(shown):
        yield f"and {len(quotes) - len(shown)} more"


def _takeaways(view: SessionView, *, whole: bool) -> Iterator[str]:
    """What the debrief found most worth keeping, in the order it was written."""
    told = [str(answer) for name, answer in view.debrief.items() if name.startswith("takeaway") and answer]
    if told:
        yield "Takeaways"
    for takeaway in told:
        yield from _entry("·", takeaway, whole=whole)


def _entry(mark: str, text: str, *, whole: bool) -> Iterator[str]:
    """A text behind its mark: on one line, or on as many as it needs."""
    if not whole:
        yield one_line(f"{mark} {text}", WIDTH)
        return
    lines = fold(visible(text).split(), WIDTH - len(mark) - 1)
    for number, line in enumerate(lines):
        yield f"{' ' * len(mark) if number else mark} {line}"
