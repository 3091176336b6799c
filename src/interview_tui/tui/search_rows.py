"""The search place's rows: what was found with its words marked, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, is_barred
from interview_tui.domain.search import Hit, Mark, SearchResult
from interview_tui.domain.search_completion import Completion
from interview_tui.domain.text import clock, visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import BLANK, Ink, Row, Span, between, clip, paragraph, width_of, wrap

MARKED: Ink = "warn strong"
"""The ink of the words that were looked for; bold, so that colour alone does not tell it."""

_KIND_WIDTH = 14
_PERSON_WIDTH = 6
_BEFORE_A_MARK = 12
_ROOM_FOR_ALL, _ROOM_TO_BREATHE = 10, 16

_EXAMPLES = (
    ("wrong part", "both words; the last may be unfinished"),
    ('"wrong part"', "exactly so"),
    ("tag:challenge", "also participant: segment: phase: kind:"),
    ("starred:", "what was starred; starred:no the rest"),
    ("after:2026-11", "from then on; before: until then"),
    ("-tag:story", "everything without it"),
)
_HELP = (
    ("type", "find as you type; ↑ ↓ choose meanwhile"),
    ("tab", "complete a filter; again: the next one"),
    ("enter", "open the note in its session"),
    ("ctrl+y c", "copy it with its source; c in the list"),
    ("esc", "from the line to the list, then back"),
    ("/", "from the list to the line; so do a and i"),
    ("ctrl+r r", "look for what other programs changed; r in the list"),
    ("1 … 8", "another place of the library, from the list"),
    ("?", "all keys, from the list"),
)


@value
class Around:
    """The notes before and after a hit."""

    before: Sequence[LibraryNote] = ()
    after: Sequence[LibraryNote] = ()


# -- the list ------------------------------------------------------------------------------


def hit_rows(hit: Hit, codebook: Codebook, width: int, *, both: bool, chosen: bool) -> list[Row]:
    """A hit in one row, or with where it comes from in a second one."""
    mark: Span = ("▸" if chosen else " ", "accent strong")
    star: Span = ("★ " if hit.starred else "  ", "warn strong")
    if both:
        lines = [[mark, star, *_told(hit, width - 3)], _meta(hit, codebook, width)]
    else:
        head = [
            mark,
            star,
            _column(hit.participant or "–", _PERSON_WIDTH, "dim"),
            _kind(hit, codebook, _KIND_WIDTH),
        ]
        lines = [[*head, *_told(hit, width - width_of(head))]]
    return [_filled(clip(line, width), width, chosen=chosen) for line in lines]


def _filled(spans: Sequence[Span], width: int, *, chosen: bool) -> Row:
    if not chosen:
        return Row(tuple(spans))
    fill: Span = (" " * max(0, width - width_of(spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill)))


def _told(hit: Hit, width: int) -> list[Span]:
    """The text on one line, from where its first mark can be seen."""
    text, marks = _as_shown(hit)
    if not text:
        return [("· · ·", "faint")]
    barred = f"  {NOT_TO_BE_QUOTED}" if _barred(hit) else ""
    start = _first_shown(text, marks, width - cell_len(barred))
    spans: list[Span] = [("…", "dim")] if start else []
    spans += marked(text[start:], [(a - start, b - start) for a, b in marks], "text")
    return [*clip(spans, width - cell_len(barred)), (barred, "warn")]


def _barred(hit: Hit) -> bool:
    return is_barred(word_for_word=hit.word_for_word, may_be_quoted=hit.may_be_quoted)


def _as_shown(hit: Hit) -> tuple[str, list[Mark]]:
    """The text with its marks, in quotation marks where it is word for word."""
    if not hit.text.strip():
        return "", []
    if not hit.word_for_word:
        return visible(hit.text), list(hit.marks)
    return f"“{visible(hit.text)}”", [(start + 1, end + 1) for start, end in hit.marks]


def _first_shown(text: str, marks: Sequence[Mark], width: int) -> int:
    """Where the shown part of a text begins: at its start, else a few words before its first mark."""
    if not marks or cell_len(text[: marks[0][1]]) < width - 1:
        return 0
    wanted = max(0, marks[0][0] - _BEFORE_A_MARK)
    while wanted and cell_len(text[wanted - 1 :]) < width:
        wanted -= 1
    space = text.find(" ", wanted, marks[0][0])
    return space + 1 if space >= 0 else wanted


def marked(text: str, marks: Iterable[Mark], ink: Ink) -> list[Span]:
    """A text with some parts of it in the marks' ink; parts outside of it are left out."""
    spans: list[Span] = []
    at = 0
    for start, end in marks:
        start, end = max(start, at), min(end, len(text))
        if start < end:
            spans += [(text[at:start], ink), (text[start:end], MARKED)]
            at = end
    return [span for span in (*spans, (text[at:], ink)) if span[0]]


def _meta(hit: Hit, codebook: Codebook, width: int) -> list[Span]:
    time = f"{clock(hit.at_ms):>6}" if hit.kind == "note" or hit.at_ms else " " * 6
    spans: list[Span] = [
        ("   ", ""),
        _kind(hit, codebook, _KIND_WIDTH + 2),
        _column(hit.participant or "–", _PERSON_WIDTH, "dim"),
        (f"{hit.created_utc[:10]}  ", "dim"),
        (f"{time}  ", "faint"),
        (visible(", ".join(filter(None, (hit.segment, hit.phase)))), "faint"),
    ]
    return list(clip(spans, width))


def _kind(hit: Hit, codebook: Codebook, width: int) -> Span:
    """What it is: a note by its tags, an answer of the debrief, a question and what became of it."""
    if hit.kind == "debrief":
        return _column(hit.about or "debrief", width, "note")
    if hit.kind == "question":
        return _column(f"question {hit.about}", width, "note")
    if not hit.tags:
        return _column("–", width, "faint")
    more = f" +{len(hit.tags) - 1}" if len(hit.tags) > 1 else ""
    (name, _), *_ = clip([(visible(hit.tags[0]), "")], width - 1 - len(more)) or [("", "")]
    return (set_cell_size(f"{name}{more}", width), tag_ink(hit.tags[0], codebook))


def _column(text: str, width: int, ink: Ink) -> Span:
    (cut, _), *_ = clip([(visible(text), ink)], width - 1) or [("", ink)]
    return (set_cell_size(cut, width), ink)


def tag_ink(name: str, codebook: Codebook) -> Ink:
    """The ink of a tag, as the note list has it."""
    tag = codebook.by_name(name)
    return f"tag-{tag.colour}" if tag else "dim"


# -- the line below the field --------------------------------------------------------------


def hint_row(told: str, offered: Sequence[Completion], width: int) -> Row:
    """How much was found, and what Tab would complete."""
    left: list[Span] = [(told, "dim")]
    if not offered:
        return Row(clip(left, width))
    right: list[Span] = [("tab ", "accent strong"), (visible(offered[0].shown), "text")]
    for each in offered[1:]:
        more: Span = (f"  {visible(each.shown)}", "dim")
        if width_of(left) + width_of(right) + cell_len(more[0]) + 4 > width:
            right.append(("  …", "dim"))
            break
        right.append(more)
    return between(left, clip(right, max(0, width - width_of(left) - 2)), width)


def found_words(typed: str, result: SearchResult | None) -> str:
    """How much was found and in which order."""
    if not typed.strip():
        return ""
    if result is None:
        return "searching …"
    if not result.count:
        return "type on …" if just_begun(typed) else "nothing found"
    order = "best first" if result.by == "best" else "newest first"
    return f"{result.count:,}{'+' if result.more else ''} found, {order}"


def just_begun(typed: str) -> bool:
    """Whether the last word is a single letter so far, with which too many words begin to look for them."""
    return len(typed.rpartition(" ")[2]) == 1


def start_rows(width: int) -> list[Row]:
    """What can be typed, while nothing is."""
    words = "Type a few letters: notes, quotes, answers, questions."
    return [*paragraph(words, width, "text"), BLANK, *_table(_EXAMPLES, 16, width)]


def nothing_rows(typed: str, width: int, doubt: str = "") -> list[Row]:
    """What to do where nothing fits; `doubt` says what is wrong with what was typed."""
    if just_begun(typed):
        return []
    words = (
        "Nothing fits. Leave a word out, or type only its beginning; a filter such as tag: narrows further."
    )
    told = paragraph(doubt, width, "text") if doubt else []
    return [*told, *([BLANK] if doubt else []), *paragraph(words, width, "dim")]


def help_rows(width: int) -> list[Row]:
    """All keys of the place, and what can be typed."""
    rows = [Row(clip([("Keys of this place", "title"), ("   any key closes this", "dim")], width))]
    rows += _table(_HELP, 11, width)
    return [*rows, BLANK, *_table(_EXAMPLES, 16, width)]


def _table(pairs: Iterable[tuple[str, str]], first: int, width: int) -> list[Row]:
    return [
        Row(clip([(f"  {name:<{first}}", "accent strong"), (words, "dim")], width)) for name, words in pairs
    ]


# -- the chosen one ------------------------------------------------------------------------


def detail_rows(hit: Hit, around: Around, codebook: Codebook, width: int, height: int) -> list[Row]:
    """The chosen hit in full, the question it answered and its neighbours, as far as there is room."""
    rows = [_source(hit, codebook, width)]
    if height >= _ROOM_FOR_ALL:
        rows = [*_source_in_full(hit, codebook, width), BLANK]
    rows += _full_text(hit, width)
    if _barred(hit):
        rows.append(Row(clip([(NOT_TO_BE_QUOTED, "warn")], width)))
    if hit.question:
        rows += [*([BLANK] if height >= _ROOM_TO_BREATHE else []), *paragraph(hit.question, width, "note")]
    if height - len(rows) >= 2:
        rows += _neighbours(around, codebook, width, gap=height >= _ROOM_TO_BREATHE)
    if len(rows) > height > 0:
        rows[height - 1] = Row((*clip(rows[height - 1].spans, width - 2), (" …", "faint")))
    return rows[:height]


def _source(hit: Hit, codebook: Codebook, width: int) -> Row:
    where = ", ".join(filter(None, (hit.person, hit.segment, hit.phase)))
    when = f"  {hit.created_utc[:10]} {clock(hit.at_ms)}"
    return between([*_tags(hit, codebook), (visible(where), "dim")], [(when, "dim")], width)


def _source_in_full(hit: Hit, codebook: Codebook, width: int) -> list[Row]:
    who = visible(", ".join(filter(None, (hit.person, hit.segment))))
    when = ", ".join(filter(None, (visible(hit.phase), clock(hit.at_ms), hit.created_utc[:10])))
    star: list[Span] = [("★ ", "warn strong")] if hit.starred else []
    head = Row(clip([*star, (who, "title")], width))
    return [head, *paragraph(when, width, "dim"), Row(clip(_tags(hit, codebook), width))]


def _tags(hit: Hit, codebook: Codebook) -> list[Span]:
    if hit.kind != "note":
        return [(f"{hit.kind}: {visible(hit.about)}  ", "note")]
    return [(f"{visible(name)}  ", tag_ink(name, codebook)) for name in hit.tags] or [("no tag  ", "faint")]


def _full_text(hit: Hit, width: int) -> list[Row]:
    text, marks = _as_shown(hit)
    if not text:
        return paragraph("a mark without words yet", width, "faint")
    rows: list[Row] = []
    at = 0
    for line in wrap(text, max(2, width)):
        at = max(at, text.find(line, at))
        rows.append(Row(tuple(marked(line, [(start - at, end - at) for start, end in marks], "text"))))
        at += len(line)
    return rows


def _neighbours(around: Around, codebook: Codebook, width: int, *, gap: bool) -> list[Row]:
    rows: list[Row] = []
    for title, notes in (("Just before", around.before), ("Just after", around.after)):
        if notes:
            rows += [*([BLANK] if gap else []), Row(((title, "faint"),))]
            rows += [_neighbour(note, codebook, width) for note in notes]
    return rows


def _neighbour(note: LibraryNote, codebook: Codebook, width: int) -> Row:
    tag = note.tags[0] if note.tags else ""
    text = f"“{note.text}”" if note.word_for_word else note.text or "· · ·"
    spans: list[Span] = [(f"{clock(note.at_ms):>6} ", "faint"), (visible(text), "dim")]
    return Row(clip([*spans, (f"  {visible(tag)}" if tag else "", tag_ink(tag, codebook))], width))


def copied_text(hit: Hit) -> str:
    """A hit as it is taken along: its words and where they come from."""
    text = f"“{hit.text}”" if hit.word_for_word else hit.text
    where = [hit.participant, hit.segment, hit.phase, hit.created_utc[:10], clock(hit.at_ms), hit.session]
    barred = f" [{NOT_TO_BE_QUOTED}]" if _barred(hit) else ""
    return f"{text}{barred} ({', '.join(filter(None, where))})"
