"""The codebook's rows: the tree of tags with what each is used, and what is known of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from rich.cells import cell_len

from interview_tui.domain.change_record import KeptChange
from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.codebook_tree import names_below, tree
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, is_barred
from interview_tui.domain.tag_use import NO_USE, TagUse, strays
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.tui.rows import BLANK, Row, Span, clip, paragraph, row, width_of

HELP = (
    ("↑ ↓ k j", "choose; pgup, pgdn, home and end too"),
    ("enter e", "its letter, colour, description and example"),
    ("r", "rename it, in every note that has it"),
    ("m", "merge it into another tag"),
    ("n", "put it below another tag, or at the top again"),
    ("a", "add a tag, or take in one that only notes have"),
    ("x delete", "remove a tag that no note has"),
    ("o", "its notes: open one in its session"),
    ("f", "finish a change that is not finished"),
    ("u", "undo the last change as one step, any day"),
    ("g", "read everything again"),
    ("1 … 8", "the other places of the library"),
    ("esc q", "back"),
)
_NUMBERS = (("notes", 6), ("people", 8), ("sessions", 10))
_NAME_WIDTH = 22
_LETTER_WIDTH = 3
_LABEL_WIDTH = 12
_WORDS_FROM = 20
"""Cells that a description needs to be worth a column."""


@value
class Item:
    """One row of the list: a tag of the codebook and how deep it stands, one of notes alone, or words."""

    name: str = ""
    tag: Tag | None = None
    depth: int = 0
    words: str = ""


@value(kw_only=True)
class CodebookView:
    """What the place shows; `silent` are who allows no quoting, `counted` whether notes were read yet."""

    codebook: Codebook
    used: Mapping[str, TagUse] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    counted: bool = True

    def use_of(self, name: str) -> TagUse:
        """The notes of a tag."""
        return self.used.get(name, NO_USE)

    def with_below(self, name: str) -> int:
        """How many notes have a tag or one of those below it."""
        names = (name, *names_below(self.codebook, name))
        return len({note.key for each in names for note in self.use_of(each).notes})

    def may_be_quoted(self, note: LibraryNote) -> bool:
        """Whether a note's words may be quoted: they are none of its person's, or those allow it."""
        return not is_barred(word_for_word=note.word_for_word, may_be_quoted=note.person not in self.silent)


def list_items(view: CodebookView) -> list[Item]:
    """The tree of tags, and below it the tags that only notes have."""
    items = [Item(tag.name, tag, depth) for tag, depth in tree(view.codebook)]
    foreign = strays(view.codebook, view.used)
    if foreign:
        items += [Item(), Item(words="Only in notes: a takes one in, r renames, m merges")]
        items += [Item(name) for name in foreign]
    return items


def head_row(width: int) -> Row:
    """What stands in the columns."""
    heads: list[Span] = [(" " * (2 + _LETTER_WIDTH), ""), ("tag".ljust(_NAME_WIDTH), "faint")]
    heads += [(name.rjust(room), "faint") for name, room in _NUMBERS]
    if width - width_of(heads) >= _WORDS_FROM:
        heads.append(("   what it means", "faint"))
    return Row(clip(heads, width))


def item_row(item: Item, view: CodebookView, width: int, *, chosen: bool) -> Row:
    """One row, marked with an arrow where it is chosen."""
    if not item.name:
        return Row(clip([(f"  {item.words}", "dim")], width))
    mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
    spans = clip([mark, *_tag_spans(item, view, width - 2)], width)
    if chosen:
        fill: Span = (" " * (width - width_of(spans)), "")
        spans = tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill))
    return Row(spans, item.name)


def _tag_spans(item: Item, view: CodebookView, width: int) -> list[Span]:
    use, tag = view.use_of(item.name), item.tag
    branch = "  " * (item.depth - 1) + "└ " if item.depth else ""
    ink = f"tag-{tag.colour}" if tag else "dim"
    spans: list[Span] = [
        (f"{tag.key if tag else '·':<{_LETTER_WIDTH}}", "accent strong" if tag else "faint"),
        (branch, "faint"),
        fitted(item.name, ink, _NAME_WIDTH - len(branch)),
    ]
    for count, (_, room) in zip((use.mentions, use.people, use.sessions), _NUMBERS, strict=True):
        none = "–" if view.counted else "…"
        spans.append((f"{count:>{room},}" if count else none.rjust(room), "text" if count else "faint"))
    if tag and tag.description and width - width_of(spans) >= _WORDS_FROM:
        spans.append((f"   {visible(tag.description)}", "dim"))
    return spans


def fitted(text: str, ink: str, width: int) -> Span:
    """A text cut and filled to a column of cells, the last of which stays free."""
    (cut, _), *_ = clip([(visible(text), ink)], width - 1) or [("", ink)]
    return (cut + " " * max(0, width - cell_len(cut)), ink)


def help_rows(width: int) -> list[Row]:
    """All keys of the place."""
    rows = [Row(clip([("Keys of this place", "title"), ("   any key closes this", "dim")], width))]
    return [
        *rows,
        *(Row(clip([(f" {key:<9}", "accent strong"), (words, "text")], width)) for key, words in HELP),
    ]


def waiting_rows(broken: KeptChange | None, waiting: Sequence[KeptChange], width: int) -> list[Row]:
    """What was interrupted or left for later, and the key that goes on."""
    first: tuple[Span, ...] = (("! ", "warn strong"),)
    if broken is not None:
        what = broken.label if broken.done else f"undo {broken.label}"
        other = "u takes it back" if broken.done else "nothing else can be changed until then"
        return paragraph(
            f"Interrupted: {what}. Nothing is lost. f finishes it, {other}.", width, "warn", first=first
        )
    if waiting:
        count = len({session for change in waiting for session in change.left})
        sessions = "1 session was" if count == 1 else f"{count:,} sessions were"
        words = f"{sessions} left out of {waiting[0].label}: f tries again."
        return paragraph(words, width, "warn", first=first)
    return []


# -- the chosen one ------------------------------------------------------------------------


def detail_rows(item: Item | None, view: CodebookView, width: int, height: int) -> list[Row]:
    """What is known of a tag, and as many of its notes as there is room for."""
    if item is None or not item.name:
        return []
    use = view.use_of(item.name)
    rows = [_title_row(item, width), *_count_rows(use, width, counted=view.counted)]
    if (below := view.with_below(item.name)) > use.mentions:
        words = f"{use.mentions:,} own, {below:,} with those below, as the patterns count them"
        rows += paragraph(words, width, "dim")
    if item.tag is None:
        words = "Notes have this tag and the codebook does not. a takes it in, m merges it into one of yours."
        rows += paragraph(words, width, "dim")
    else:
        rows += _tag_facts(item.tag, view, width)
    rows.append(BLANK)
    for note in use.examples:
        told = note_rows(note, view, width)
        if len(rows) + len(told) > height:
            break
        rows += told
    return rows[:height]


def _title_row(item: Item, width: int) -> Row:
    tag = item.tag
    ink = f"tag-{tag.colour} strong" if tag else "strong"
    key: list[Span] = (
        [("   key ", "dim"), (tag.key, "accent strong"), (f"   {tag.colour}", "dim")] if tag else []
    )
    return Row(clip([(visible(item.name), ink), *key], width))


def _count_rows(use: TagUse, width: int, *, counted: bool) -> list[Row]:
    if not use.mentions:
        return paragraph("No note has it yet." if counted else "Its notes are being read …", width, "dim")
    notes = "1 note" if use.mentions == 1 else f"{use.mentions:,} notes"
    people = "1 person" if use.people == 1 else f"{use.people:,} people"
    sessions = "1 session" if use.sessions == 1 else f"{use.sessions:,} sessions"
    return paragraph(f"{notes} of {people} in {sessions}", width, "text")


def _tag_facts(tag: Tag, view: CodebookView, width: int) -> list[Row]:
    children = [other.name for other in view.codebook.tags if other.parent.casefold() == tag.name.casefold()]
    facts = (
        ("means", tag.description),
        ("example", tag.example),
        ("parent", tag.parent),
        ("children", ", ".join(children)),
    )
    return [
        line
        for label, told in facts
        if told
        for line in paragraph(told, width, "text", first=((label.ljust(_LABEL_WIDTH), "dim"),))
    ]


def note_rows(note: LibraryNote, view: CodebookView, width: int) -> list[Row]:
    """A note with whose it is; said where it must not be quoted."""
    text = f"“{note.text.strip()}”" if note.word_for_word else note.text.strip()
    warning = "" if view.may_be_quoted(note) else NOT_TO_BE_QUOTED
    rows = paragraph(text, width, "text", first=((f"{note.person[:8]:<9}", "dim"),))
    return [*rows, row((" " * 9, ""), (warning, "warn"))] if warning else rows
