"""How far two coders agree, tag by tag, and the notes on which they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_tui.domain.agreement import Agreement, Disagreement, TagAgreement, alpha_words, kappa_words
from interview_tui.domain.coding import Codings
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED
from interview_tui.domain.text import cells, one_line, visible
from interview_tui.tui.pattern_rows import note_words, source_of
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row
from interview_tui.tui.stepping import scrolled

TAG = "tag:"
NOTE = "note:"
"""How the actions of rows begin that are clicked; their place follows."""

_ROOM_FOR_WORDS = 76
_HELP = (
    ("c", "code notes, as one of two people"),
    ("tab", "the disagreements, and back to the figures"),
    ("p", "another pair of coders, where there are more than two"),
    ("f s", "settle a note: the first one's tags, or the second one's"),
    ("b n", "all that either of them gave, or only what both gave"),
    ("enter", "the note in its interview"),
    ("u", "undo the last settlement, also after leaving"),
    ("esc", "back"),
)
_SOURCES = (
    "Kappa (Cohen 1960) and alpha (Krippendorff, nominal) leave out what chance alone would agree on. Words "
    "for kappa: Landis and Koch 1977. Alpha: from .800 reliable, from .667 tentative, below no conclusion "
    "(Krippendorff 2004). “No variation”: a coder gave the tag always or never, and the figure says nothing."
)


def head_row(agreement: Agreement, *, settling: bool, width: int) -> Row:
    """Who is compared, over how many notes."""
    names = f"{visible(agreement.first)} and {visible(agreement.second)}"
    part = f"{len(agreement.open):,} to settle" if settling else "how far they agree"
    alike = f"  {agreement.alike:,} of {agreement.notes:,} notes alike"
    if agreement.settled:
        alike += f"  ·  {agreement.settled:,} settled"
    return between([(names, "title"), (f"  {part}", "text")], [(alike, "dim")], width)


def empty_rows(codings: Codings, width: int) -> list[Row]:
    """What two coders are for, until there are two."""
    coders = codings.coders
    if not coders:
        words = "Nobody coded notes here yet. Press c: you and somebody else tag the same notes, each alone."
    elif len(coders) == 1:
        count = len(codings.decided(coders[0]))
        words = (
            f"{visible(coders[0])} decided about {count:,} notes. Ask a second person to press c and code "
            f"the same notes; what {visible(coders[0])} said stays hidden from them."
        )
    else:
        words = "These two have no note in common yet. Press c and code the notes that the other one coded."
    return paragraph(words, width, "dim")


# -- figures -------------------------------------------------------------------------------


def figure_rows(agreement: Agreement, place: int, top: int, width: int, height: int) -> tuple[int, list[Row]]:
    """The first tag in view, and the table; words beside the coefficients where there is room."""
    words = width >= _ROOM_FOR_WORDS
    name = max(10, min(26, width - (58 if words else 32)))
    heads = ["agree", "given", "kappa", *([""] if words else []), "alpha"]
    widths = [6, 7, 7, *([15] if words else []), 7]
    spans: list[Span] = [(" " * (name + 2), "")]
    spans += [(head.rjust(room), "faint") for head, room in zip(heads, widths, strict=True)]
    rows = [Row(clip(spans, width))]
    top = scrolled(top, place, len(agreement.tags), max(1, height - 1))
    for at, tag in enumerate(agreement.tags[top : top + height - 1], start=top):
        rows.append(_figure_row(tag, agreement, name, width, words=words, chosen=at == place, at=at))
    return top, rows


def _figure_row(
    tag: TagAgreement, agreement: Agreement, name: int, width: int, *, words: bool, chosen: bool, at: int
) -> Row:
    counts = tag.counts
    ink = "text strong" if chosen else "text"
    shown = one_line(counts.tag, name - 1)
    spans: list[Span] = [
        ("▸ " if chosen else "  ", "accent strong"),
        (shown + " " * (name - cells(shown)), ink),
        (f"{counts.agreed:6.0%}", ink),
        (f"{counts.prevalence:7.0%}", "dim"),
    ]
    if not agreement.measured:
        return Row(
            clip([*spans, ("      –", "faint"), (f"{'–':>{22 if words else 7}}", "faint")], width),
            f"{TAG}{at}",
        )
    spans.append(_coefficient(tag.kappa, 2))
    if words:
        called = kappa_words(tag.kappa) if tag.kappa is not None else "no variation"
        spans.append((f" {called:<14}", "dim"))
    spans.append(_coefficient(tag.alpha, 3))
    if words:
        spans.append((f" {alpha_words(tag.alpha) if tag.alpha is not None else ''}", _alpha_ink(tag.alpha)))
    return Row(clip(spans, width), f"{TAG}{at}")


def _coefficient(figure: float | None, digits: int) -> Span:
    return (f"{'–':>7}", "faint") if figure is None else (f"{figure:7.{digits}f}", "text")


def _alpha_ink(alpha: float | None) -> str:
    return {"reliable": "good", "tentative": "warn"}.get(alpha_words(alpha), "dim")


def tag_in_words(tag: TagAgreement, agreement: Agreement, problem: str, width: int) -> list[Row]:
    """What stands behind one tag's figures."""
    counts = tag.counts
    first, second = visible(agreement.first), visible(agreement.second)
    told = (
        f"{visible(counts.tag)}: both {counts.both:,}, {first} alone {counts.first_only:,}, {second} alone "
        f"{counts.second_only:,}, neither {counts.neither:,}, of {counts.notes:,} notes."
    )
    rows = paragraph(told, width, "text")
    if problem:
        return [*rows, *paragraph(problem, width, "warn")]
    if tag.kappa is None:
        told = "No variation: one of them gave it always or never, so that kappa would say nothing."
        return [*rows, *paragraph(told, width, "dim")]
    told = f"Kappa: {kappa_words(tag.kappa)}. Alpha: {alpha_words(tag.alpha)}."
    if width >= _ROOM_FOR_WORDS:
        told = told.replace(".", " (Landis and Koch 1977).", 1)[:-1] + " (Krippendorff 2004)."
    return [*rows, *paragraph(told, width, "dim")]


# -- disagreements -------------------------------------------------------------------------


def open_rows(
    agreement: Agreement,
    notes: Mapping[str, LibraryNote],
    place: int,
    top: int,
    width: int,
    height: int,
) -> tuple[int, list[Row]]:
    """The first disagreement in view, and the list: both coders' tags side by side."""
    if not agreement.open:
        done = f"All {agreement.settled:,} are settled." if agreement.settled else "They agree on every note."
        return 0, paragraph(done, width, "good")
    room = (width - 2) // 2
    head: list[Span] = [
        ("  ", ""),
        (_fit(f"{visible(agreement.first)}", room), "faint"),
        (_fit(f"{visible(agreement.second)}", room), "faint"),
    ]
    rows = [Row(clip(head, width))]
    each = 2
    count = max(1, (height - 1) // each)
    top = scrolled(top, place, len(agreement.open), count)
    for at, one in enumerate(agreement.open[top : top + count], start=top):
        chosen, action = at == place, f"{NOTE}{at}"
        mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
        spans = [mark, *_tags(one.first, one.shared, room), *_tags(one.second, one.shared, room)]
        rows.append(Row(clip(spans, width), action))
        note = notes.get(one.note)
        text = one_line(note_words(note), width - 4) if note else "(this note is there no more)"
        rows.append(Row((("  ", ""), (text, "text" if chosen else "dim")), action))
    return top, rows


def _tags(tags: frozenset[str], shared: frozenset[str], room: int) -> list[Span]:
    """A coder's tags, those that only they gave in bold."""
    spans: list[Span] = []
    for tag in sorted(tags, key=lambda tag: (tag not in shared, tag.casefold())):
        spans += [(", ", "dim")] if spans else []
        spans.append((visible(tag), "dim" if tag in shared else "strong"))
    spans = list(clip(spans or [("no tag", "note")], room - 1))
    return [*spans, (" " * (room - sum(cells(text) for text, _ in spans)), "")]


def _fit(text: str, room: int) -> str:
    shown = one_line(text, room - 1)
    return shown + " " * (room - cells(shown))


def disagreement_rows(
    one: Disagreement, note: LibraryNote | None, width: int, *, may_be_quoted: bool
) -> list[Row]:
    """The whole note, and what both gave."""
    if note is None:
        return []
    mark: Span = ("" if may_be_quoted else f"  {NOT_TO_BE_QUOTED}", "bad")
    shared = ", ".join(sorted(one.shared)) or "nothing"
    return [
        *paragraph(note_words(note), width, "text"),
        between([(source_of(note), "dim")], [mark], width),
        Row(clip([(f"both gave: {visible(shared)}", "dim")], width)),
    ]


def help_rows(width: int) -> list[Row]:
    """All keys, and where the words come from."""
    rows = [row(("Keys of this screen", "title"), ("   any key closes this", "dim"))]
    rows += [Row(clip([(f" {key:<7}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    return [*rows, BLANK, *paragraph(_SOURCES, width, "dim")]


def settled_words(tags: Sequence[str]) -> str:
    """What a note was settled as."""
    return f"settled: {visible(', '.join(tags)) or 'no tag'}"
