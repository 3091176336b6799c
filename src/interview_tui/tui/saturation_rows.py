"""The rows of the saturation place: the verdict, segments, and what was new in an interview."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.heard import Heard, HeardInterview
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.saturation import By, Rule, Saturation, Verdict
from interview_tui.domain.saturation_words import (
    SOURCES,
    WORDS,
    caution,
    chao2_words,
    contradicts,
    earlier,
    headline,
    question,
    reason,
)
from interview_tui.domain.text import clock, visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import BLANK, Row, Span, clip, paragraph, row, width_of

NOT_TO_BE_QUOTED = "not to be quoted"

_HIGH = 34

_MARK: dict[Verdict, str] = {
    "too_little": "◌",
    "too_few": "◌",
    "keep_going": "○",
    "close": "◐",
    "tags_repeat": "◐",
    "repeats": "●",
}
_INK: dict[Verdict, str] = {
    "too_little": "dim",
    "too_few": "dim",
    "keep_going": "accent",
    "close": "warn",
    "tags_repeat": "warn",
    "repeats": "good",
}

_HELP = (
    ("← → h l", "another interview; home and end the first and the last"),
    ("↑ ↓ k j", "what was new in it"),
    ("enter", "the note in its session"),
    ("s S", "everybody, or one segment"),
    ("t", "count themes, or tags"),
    ("b B", "the rule: more or fewer interviews in the base"),
    ("r R", "longer or shorter runs"),
    ("n N", "more or less new information allowed"),
    ("d", "the published rule: 4, 2, 5%"),
    ("u", "undo"),
    ("1–8", "the other places"),
    ("esc q", "back"),
)


@value
class Part:
    """Everybody (`segment` None) or one segment: what came up, and what the rule says of it."""

    segment: str | None
    heard: Heard
    found: Saturation

    @property
    def name(self) -> str:
        """How it is called."""
        return "everybody" if self.segment is None else visible(self.segment) or "no segment"


@value
class Line:
    """A theme that came up for the first time, with its first note of the interview."""

    name: str
    note: LibraryNote
    count: int


def lines_of(heard: Heard, interview: HeardInterview) -> list[Line]:
    """What was new in an interview, in the order in which it came up."""
    return [
        Line(heard.name(key), interview.heard[key][0], len(interview.heard[key])) for key in interview.new
    ]


# -- the verdict ---------------------------------------------------------------------------


def most_rows(screen: int) -> int:
    """How many rows the verdict may take of a screen's height."""
    return 7 if screen >= _HIGH else 4


def verdict_rows(part: Part, by: By, width: int, height: int) -> list[Row]:
    """The verdict first, then its figures, then what to keep in mind, as far as there is room."""
    found, heard = part.found, part.heard
    word, colon, rest = headline(found).partition(":")
    ink = _INK[found.verdict]
    rows = [row(*clip([(f"{_MARK[found.verdict]} {word}", f"{ink} strong"), (colon + rest, "text")], width))]
    doubted = contradicts(heard.completeness, found)
    lines = [
        (question(found), "warn strong"),
        (reason(found), "text"),
        (chao2_words(heard.completeness, found), "warn" if doubted else "text"),
        (left_out(heard, by), "dim"),
        (earlier(found), "dim"),
    ]
    if found.verdict in ("close", "tags_repeat"):
        lines.append((caution(by), "dim"))
    for text, of in lines:
        if text:
            rows += paragraph(text, width, of, first=(("  ", ""),))
    return rows[:height]


def left_out(heard: Heard, by: By) -> str:
    """Interviews without any theme, which say nothing yet; empty where there are none."""
    count = len(heard.left_out)
    if not count:
        return ""
    who = "1 interview has" if count == 1 else f"{count} interviews have"
    return f"{who} no {by[:-1]} yet and {'is' if count == 1 else 'are'} left out."


def segment_row(parts: Sequence[Part], chosen: int, width: int) -> Row:
    """Everybody and each segment with its verdict; the chosen one is kept in sight."""
    spans = [span for _, spans in _segments(parts, chosen, width) for span in spans]
    return row(*clip(spans, width), action="segment")


def segment_at(parts: Sequence[Part], chosen: int, width: int, x: int) -> int | None:
    """The part that stands at a cell of `segment_row`."""
    place = 0
    for at, spans in _segments(parts, chosen, width):
        place += width_of(spans)
        if x < place:
            return at
    return None


def _segments(parts: Sequence[Part], chosen: int, width: int) -> list[tuple[int, list[Span]]]:
    """The parts that are shown, each with its spans: in words if they fit, from a later one on if not."""
    for words in (True, False):
        spans = [
            (at, _segment_spans(part, chosen=at == chosen, words=words)) for at, part in enumerate(parts)
        ]
        if sum(width_of(part) for _, part in spans) <= width:
            return spans
    first = 0
    while first < chosen and sum(width_of(part) for _, part in spans[first : chosen + 1]) > width:
        first += 1
    return spans[first:]


def _segment_spans(part: Part, *, chosen: bool, words: bool) -> list[Span]:
    verdict = part.found.verdict
    return [
        (_MARK[verdict], _INK[verdict]),
        (f" {part.name} ", "strong selected" if chosen else "text"),
        (f" {WORDS[verdict]}    " if words else "  ", "dim"),
    ]


def rule_row(rule: Rule, by: By, width: int) -> Row:
    """What is counted, and the rule's numbers, each behind its key."""
    spans: list[Span] = [
        ("t", "accent strong"),
        (f" {by}   ", "dim"),
        ("b", "accent strong"),
        (f" base {rule.base}   ", "dim"),
        ("r", "accent strong"),
        (f" runs of {rule.run}   ", "dim"),
        ("n", "accent strong"),
        (f" at most {rule.threshold}% new", "dim"),
    ]
    return row(*clip(spans, width))


# -- one interview -------------------------------------------------------------------------


def interview_rows(part: Part, at: int, chosen: int, by: By, width: int, height: int, top: int) -> list[Row]:
    """What was new in an interview, from line `top` on, and below it what came up again."""
    interview = part.heard.interviews[at]
    rows = [interview_head(interview, at, by, width)]
    lines = lines_of(part.heard, interview)
    for number, line in enumerate(lines[top : top + height - 1], start=top):
        rows.append(_line_row(line, number, width, chosen=number == chosen))
    again = [part.heard.name(key) for key in interview.heard if key not in interview.new]
    if again and len(rows) + 2 <= height:
        rows += [
            BLANK,
            *paragraph(", ".join(map(visible, again)), width, "dim", first=(("again: ", "faint"),)),
        ]
    return rows[:height]


def interview_head(interview: HeardInterview, at: int, by: By, width: int) -> Row:
    """Which interview it is, and how much was new."""
    session = interview.session
    count = len(interview.new)
    new = f"{count} new {by if count != 1 else by[:-1]}" if count else "nothing new"
    facts = " · ".join(filter(None, (session.created_utc[:10], visible(session.segment))))
    silent: list[Span] = [] if session.may_be_quoted else [(f"   {NOT_TO_BE_QUOTED}", "warn")]
    spans = [
        (f"{at + 1}  {visible(session.person)}", "title"),
        (f"  {new}", "strong"),
        (f"   {facts}", "dim"),
        *silent,
    ]
    return row(*clip(spans, width))


def _line_row(line: Line, number: int, width: int, *, chosen: bool) -> Row:
    name_width = min(28, max(12, width // 3))
    name = clip([(visible(line.name), "strong")], name_width)
    words = visible(line.note.text) if line.note.text.strip() else "a mark without words"
    more = f"  +{line.count - 1}" if line.count > 1 else ""
    quoted = f"“{words}”" if line.note.word_for_word and not line.note.bare else words
    spans = clip(
        [
            ("▸ " if chosen else "  ", "accent strong"),
            *name,
            (" " * (name_width - width_of(name) + 2), ""),
            (f"{clock(line.note.at_ms):>5}  ", "dim"),
            (quoted, "faint" if line.note.bare else "text"),
        ],
        max(0, width - len(more)),
    )
    spans = (*spans, (more, "dim"))
    if chosen:
        fill = (" " * (width - width_of(spans)), "")
        spans = tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill))
    return Row(spans, f"line:{number}")


# -- nothing to show, and help -------------------------------------------------------------


def empty_rows(by: By, interviews: int, width: int) -> list[Row]:
    """What to do where nothing can be counted yet."""
    if not interviews:
        words = "There are no interviews yet. Hold one, and it is counted here."
    elif by == "themes":
        words = "No theme has a note yet. Press 4 to group notes into themes, or t to count tags."
    else:
        words = (
            "No note has a tag yet. Open a session from home with v and tag its notes, or group them with 4."
        )
    return [row(("Does information repeat yet?", "title")), BLANK, *paragraph(words, width, "text")]


def help_rows(width: int) -> list[Row]:
    """All keys of the place, and where the rule is from."""
    rows = [row(("Keys of this place", "title"), ("   any key closes this", "dim"))]
    rows += [Row(clip([(f" {key:<10}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    return [*rows, *paragraph(SOURCES, width, "dim")]
