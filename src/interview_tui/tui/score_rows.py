"""The rows of the score behind a practice interview."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.rehearsal_score import GOOD_WAIT_MS, LISTENING_GOAL, LISTENING_GOOD, Score, advice
from interview_tui.tui.rows import BLANK, Row, Span, bar, paragraph, row

_LABEL = 11
_BAR = 20
_AIR = 2

DONE, OPEN = "✓", "·"


def score_rows(score: Score, width: int, height: int) -> list[Row]:
    """The four figures, each with its words, and what to try next; fewer words where there is no room."""
    parts = [part(score, width) for part in (_listening, _stories, _tags, _silence)]
    tips = [BLANK, row(("To try next", "title"))]
    for words in advice(score):
        tips += paragraph(words, width, "text", first=(("› ", "accent strong"),))
    head = row(("How it went", "title"))
    ways = (
        [head, *(each for part in parts for each in (BLANK, *part)), *tips],
        [head, *(each for part in parts for each in part), *tips],
        [head, *(part[0] for part in parts), *tips],
    )
    return with_air(next((rows for rows in ways if len(rows) <= height), ways[-1]), height)


def _part(
    label: str, good: bool, words: Sequence[str], width: int, *, ahead: Sequence[Span] = ()
) -> list[Row]:
    """A label with a mark, an optional bar, and its words below each other."""
    mark: Span = (f"{DONE} ", "good strong") if good else (f"{OPEN} ", "dim strong")
    rows: list[Row] = []
    first: Sequence[Span] = (mark, (f"{label:<{_LABEL}}", "strong"))
    if ahead:
        rows.append(row(*first, *ahead))
        first = ((" " * (_LABEL + 2), ""),)
    for text in words:
        rows += paragraph(text, width, "dim" if rows else "text", first=first)
        first = ((" " * (_LABEL + 2), ""),)
    return rows


def _listening(score: Score, width: int) -> list[Row]:
    if score.listened is None or not score.handed_over:
        words = "The floor stayed with you, so nobody can tell who talked: space hands it over."
        return _part("Listening", False, [words], width)
    good = score.listened >= LISTENING_GOOD
    figure = f"{_percent(score.listened)} of the talk was hers"
    goal = f"A whole interview aims at {_percent(LISTENING_GOAL)}; this short one has more questions in it."
    shown = bar(score.listened, min(_BAR, max(4, width // 4)), "participant")
    ahead = (*shown, (f"  {figure}", "text"))
    return _part("Listening", good, [goal], width, ahead=ahead)


def _stories(score: Score, width: int) -> list[Row]:
    told = len(score.stories_caught) + len(score.stories_missed)
    if not told:
        return _part("Stories", False, ["She told none to its end."], width)
    caught = len(score.stories_caught)
    words = [f"{caught} of {told} caught"]
    if score.stories_missed:
        words.append(f"missed: {_listed(score.stories_missed)}")
    return _part("Stories", caught == told, words, width)


def _tags(score: Score, width: int) -> list[Row]:
    notes = "1 note" if score.notes == 1 else f"{score.notes} notes"
    all_tags = len(score.tags_used) + len(score.tags_left)
    words = [f"{notes}, {len(score.tags_used)} of {all_tags} tags tried"]
    if score.tags_left:
        words.append(f"still to try: {', '.join(score.tags_left)}")
    return _part("Notes", not score.tags_left, words, width)


def _silence(score: Score, width: int) -> list[Row]:
    if score.wait_ms is None:
        waited = "You did not go on with F8, so nobody counted your silence."
    else:
        seconds = f"{score.wait_ms / 1000:.0f} s from F8 to her first word"
        waited = f"{seconds}; {GOOD_WAIT_MS // 1000} and more leave room to think"
    words = [waited]
    if score.answers:
        words.append(f"{score.finished} of {score.answers} answers heard to their end")
    good = (score.wait_ms or 0) >= GOOD_WAIT_MS and score.finished == score.answers
    return _part("Silence", good, words, width)


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _listed(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def without_blanks(rows: list[Row], height: int) -> list[Row]:
    """The rows without as many of their blank ones, from the top, as it takes to fit a height."""
    spare = len(rows) - height
    kept: list[Row] = []
    for each in rows:
        if each == BLANK and spare > 0:
            spare -= 1
        else:
            kept.append(each)
    return kept


def with_air(rows: list[Row], height: int) -> list[Row]:
    """Rows a little below the top where there is room."""
    return [*[BLANK] * min(_AIR, max(0, (height - len(rows)) // 3)), *rows]
