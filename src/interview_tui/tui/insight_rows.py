"""The insights' rows: the ranked list, and what stands behind the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.insight_rank import FORMULA, Evidence, Weighed
from interview_tui.domain.insights import FEW, MANY, MOST
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED
from interview_tui.domain.text import visible
from interview_tui.interchange.insights import (
    how_many,
    people_words,
    place_words,
    segment_words,
    votes_words,
    warnings,
)
from interview_tui.tui.rows import BLANK, Row, Span, bar, between, clip, paragraph, row, width_of

_WELCOME = (
    (
        "An insight is one sentence that says what you learnt: what people do, why, and what it costs them. "
        "Its notes prove it.",
        "text",
    ),
    ("", ""),
    (
        "n writes the first one; a then adds the notes that speak for it, and those that speak against it. "
        f"v asks what it means to the team. Most studies end with {FEW} to {MANY} of them.",
        "dim",
    ),
)
_READABLE = 72
"""No line of a longer text is wider, however wide the pane."""
_HELP = (
    ("↑ ↓ k j", "choose; pgup, pgdn, home and end too"),
    ("n  e", "a new insight; its words, decision, next step, owner"),
    ("a", "add notes that speak for it or against it"),
    ("enter →", "among its notes; there enter opens one, ← goes back"),
    ("space x y", "there: for or against, take it out, copy it"),
    ("v", "vote: how important is it to the team"),
    ("c", "set how important it is to customers by hand"),
    ("d", "decide: act, later, no"),
    ("J K", "move it down and up among equals"),
    ("delete x", "remove the insight"),
    ("u  r", "undo; read everything again"),
    ("w", "write all to a Markdown file"),
    ("esc q", "back; 1 to 8 are the other places"),
)
_SCORE_BAR, _IMPORTANCE_BAR = 10, 10
_HIGHEST = MOST * MOST
_DECISION_INK = {"act": "good strong", "later": "warn", "no": "dim"}
_NAME_WIDTH = 11
_TALL_ENOUGH = 10
_ROOM_FOR_NAMES = 66
_FIRST = 3
"""So many notes stand on each side until one goes among them, where there are any against."""


def help_rows(width: int) -> list[Row]:
    """All keys of the screen, and what the figures mean."""
    rows = [row(("Keys of this place", "title"), ("   any key closes this", "dim"))]
    rows += [Row(clip([(f" {key:<10}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    score = f"The score is customers × team. Customers: {FORMULA}."
    return [*rows, *paragraph(score, width, "dim")]


def welcome_rows(width: int, *, reading: bool) -> list[Row]:
    """What stands where there is no insight yet."""
    if reading:
        return [row(("Reading the notes …", "dim"))]
    rows = [row(("No insights yet", "title")), BLANK]
    return rows + [line for words, ink in _WELCOME for line in paragraph(words, min(width, _READABLE), ink)]


# -- the list ------------------------------------------------------------------------------


def list_rows(insights: Sequence[Weighed], chosen: str, width: int, height: int) -> tuple[list[Row], int]:
    """The ranked insights, two rows each where they fit, and the first row of the chosen one."""
    head = Row(clip([(how_many(len(insights)), "dim")], width))
    tall = height >= max(_TALL_ENOUGH, 2 * len(insights))
    rows, place = [head], 1
    for each in insights:
        here = each.insight.id == chosen
        place = len(rows) if here else place
        rows += _item_rows(each, width, chosen=here, tall=tall)
    return rows, place


def _item_rows(each: Weighed, width: int, *, chosen: bool, tall: bool) -> list[Row]:
    insight = each.insight
    decision: Span = (insight.decision or "·", _DECISION_INK.get(insight.decision, "faint"))
    mark: Span = ("▸ " if chosen else "  ", "accent strong")
    place: Span = (f"{place_words(each):<4}", "accent strong" if each.place else "dim")
    words: Span = (visible(insight.statement) or "without words", "strong" if chosen else "text")
    short = [] if tall else [(f" {_people_short(each):>6} {_score(each):>5}  ", "dim")]
    right = [*short, (f"{decision[0]:<6}", decision[1])]
    left = [mark, place, words]
    rows = [Row(clip(between(left, [("  ", ""), *right], width).spans, width), insight.id)]
    if tall:
        rows.append(Row(clip([("      ", ""), *_measure(each, width)], width), insight.id))
    return [_marked(each, width) for each in rows] if chosen else rows


def _measure(each: Weighed, width: int) -> list[Span]:
    team = "–" if each.team is None else f"{each.team:.1f}"
    customers = f"{each.customers:.1f}{'*' if each.adjusted else ''}"
    named = width >= _ROOM_FOR_NAMES
    product = f"customers {customers} × team {team}" if named else f"{customers} × {team}"
    people: Span = (f"{_people_short(each)} people", "warn" if each.thin else "dim")
    return [
        *bar((each.score or 0.0) / _HIGHEST, _SCORE_BAR, "accent"),
        (f" {_score(each):>4}", "text"),
        (f"   {product:<{25 if named else 10}}   ", "dim"),
        people,
    ]


def _marked(found: Row, width: int) -> Row:
    fill: Span = (" " * (width - width_of(found.spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*found.spans, fill)), found.action)


def _people_short(each: Weighed) -> str:
    return f"{len(each.people_for)} of {each.people}"


def _score(each: Weighed) -> str:
    return "–" if each.score is None else f"{each.score:.1f}"


# -- the chosen one ------------------------------------------------------------------------


def detail_rows(each: Weighed, width: int, chosen_note: str = "") -> tuple[list[Row], int]:
    """Everything about an insight, and the first row of the chosen note (0 without one).

    Until a note is chosen a long side is cut short, so that what speaks against it is in view as well.
    """
    rows = paragraph(visible(each.insight.statement) or "without words", width, "strong")
    rows += [BLANK, *_importances(each, width), *_decided(each, width)]
    for words in warnings(each):
        rows += paragraph(words, width, "warn", first=(("! ", "warn strong"),))
    place = 0
    for title, side, segments in (
        ("For", each.supporting, each.segments_for),
        ("Against", each.against, each.segments_against),
    ):
        people = people_words(len({one.note.person for one in side}))
        told = [(f"{title} ", "title"), (f"{people}  {segment_words(segments)}", "dim")]
        rows += [BLANK, Row(clip(told if side else [*told[:1], ("nobody", "dim")], width))]
        shown = side if chosen_note or not each.against else side[:_FIRST]
        for one in shown:
            here = one.note.key == chosen_note
            place = len(rows) if here else place
            rows += _evidence_rows(one, width, chosen=here)
        if more := len(side) - len(shown):
            rows.append(row((f"  … {more} more: enter", "dim")))
    return rows, place


def _importances(each: Weighed, width: int) -> list[Row]:
    against = f", {len(each.people_against)} against" if each.people_against else ""
    why = f"{_people_short(each)} for{against}"
    if each.adjusted:
        why = f"adjusted by hand; evidence says {each.computed_customers:.1f}"
    team = "–" if each.team is None else f"{each.team:.1f}"
    shares = [each.customers / MOST, (each.team or 0.0) / MOST]
    lines = [("customers", f"{each.customers:.1f}", why), ("team", team, votes_words(each) or "v votes")]
    rows = []
    for (name, figure, words), share in zip(lines, shares, strict=True):
        first = ((f"{name:<{_NAME_WIDTH}}", "dim"), *bar(share, _IMPORTANCE_BAR, "accent"))
        rows += paragraph(visible(words), width, "dim", first=(*first, (f" {figure:<5}", "strong")))
    return rows


def _decided(each: Weighed, width: int) -> list[Row]:
    insight = each.insight
    facts = [("rank", _rank(each), "text")]
    facts += [("decision", insight.decision, _DECISION_INK[insight.decision])] if insight.decision else []
    facts += [("next step", insight.next_step, "text")] if insight.next_step else []
    facts += [("owner", insight.owner, "text")] if insight.owner else []
    rows = []
    for name, words, ink in facts:
        rows += paragraph(visible(words), width, ink, first=((f"{name:<{_NAME_WIDTH}}", "dim"),))
    return rows


def _rank(each: Weighed) -> str:
    if each.place is not None:
        return f"{place_words(each)}, score {_score(each)}"
    return "after the first vote" if each.supporting else "after the first note for it"


def _evidence_rows(one: Evidence, width: int, *, chosen: bool) -> list[Row]:
    mark: Span = ("▸ " if chosen else "  ", "accent strong")
    rows = paragraph(note_text(one.note), width, "text", first=(mark,), action=one.note.key)
    silent: list[Span] = [] if one.may_be_quoted else [(f"  {NOT_TO_BE_QUOTED}", "warn")]
    where = clip([("  ", ""), (note_place(one.note), "dim"), *silent], width)
    rows.append(Row(where, one.note.key))
    return [_marked(each, width) for each in rows] if chosen else rows


def note_text(note: LibraryNote) -> str:
    """A note's words; those of the participant in quotation marks."""
    if note.bare:
        return "a mark without words"
    return f"“{visible(note.text)}”" if note.word_for_word else visible(note.text)


def note_place(note: LibraryNote) -> str:
    """Who said it, among whom, under which tags."""
    star = "★" if note.starred else ""
    return visible(" · ".join(filter(None, (note.person, note.segment, ", ".join(note.tags), star))))
