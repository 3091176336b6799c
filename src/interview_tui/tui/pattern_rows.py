"""What the patterns place shows: tables of tags, what comes together, and the notes behind a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.cooccurrence import COUNTED, RULE_WORDS, Pair, Together
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.patterns import (
    NO_INTERVIEWS,
    NO_TAGS,
    Cell,
    Column,
    Order,
    PatternRow,
    PatternTable,
)
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, is_barred
from interview_tui.domain.text import cells, clock, one_line, visible
from interview_tui.domain.values import value
from interview_tui.tui.grid_rows import Figure, Grid, GridRow
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row, width_of, wrap

NO_SEGMENT = "no segment"
QUOTE_ROW = "quote:"
"""How the action of a note's row begins; its place follows."""

_HELP_OF_TABLE = (
    ("arrows", "a tag and a column; at the left: the whole row"),
    ("enter", "the notes behind the figure"),
    ("p t", "participants or segments; tags or themes"),
    ("o", "order: people, mentions, name, codebook"),
    ("O", "order by the column that you are in"),
    ("space", "fold or unfold the tags below one"),
    ("x", "which tags come together"),
    ("a", "two coders, and how far they agree"),
    ("home end", "the whole row, the last column"),
    ("esc", "back"),
)
_SIGNS_OF_TABLE = (
    "A mention is a note. People are distinct: one who says it five times counts once. A parent counts the "
    "notes of the tags below it. The shade says how much of the largest figure a cell has: ░ ▒ ▓ █."
)
_HELP_OF_TOGETHER = (
    ("arrows", "two tags; where a tag meets itself stands all that it has"),
    ("enter", "the notes behind the figure"),
    ("r", "what counts as together: a note, a question, 60 seconds"),
    ("o", "order: codebook, most first"),
    ("esc", "back to the table"),
)
_HELP_OF_NOTES = (
    ("up down", "a note"),
    ("enter", "the note in its interview"),
    ("c", "copy it with its source"),
    ("esc", "back to the figures"),
)
_WORDS_OF_ORDER: dict[Order, str] = {
    "people": "most people first",
    "mentions": "most mentions first",
    "name": "by name",
    "codebook": "as in the codebook",
}


# -- the table -----------------------------------------------------------------------------


def column_name(column: Column) -> str:
    """What stands above a column."""
    return visible(column.id) or NO_SEGMENT


def table_grid(
    table: PatternTable, rows: Sequence[PatternRow], inks: Mapping[str, str], folded: frozenset[str]
) -> Grid:
    """Tags or themes by participants or segments."""
    columns = table.columns
    segments = table.by == "segment"

    def figure(at: int, column: int) -> Figure:
        """What a row has in a column."""
        return cell_figure(rows[at].cell(columns[column].id), segments=segments)

    return Grid(
        corner="",
        fixed=("people", "mentions"),
        columns=tuple(column_name(column) for column in columns),
        rows=tuple(_grid_row(found, inks.get(found.id, "text"), folded) for found in rows),
        figure=figure,
        most=table.most,
        least_width=4 + 2 * len(str(table.most)) if segments else 0,
    )


def cell_figure(cell: Cell, *, segments: bool) -> Figure:
    """Mentions of a participant; people and mentions of a segment."""
    if not cell.mentions:
        return Figure()
    text = f"{cell.people}·{cell.mentions}" if segments else f"{cell.mentions}"
    return Figure(text=text, count=cell.mentions)


def _grid_row(found: PatternRow, ink: str, folded: frozenset[str]) -> GridRow:
    fold = ("+ " if found.id in folded else "− ") if found.children else ""  # an arrow is the cursor
    return GridRow(
        name=visible(found.name),
        lead=f"{'  ' * found.depth}{fold}",
        fixed=(f"{found.total.people:,}", f"{found.total.mentions:,}"),
        ink=ink,
    )


def tag_inks(codebook: Codebook) -> dict[str, str]:
    """The ink of each tag, by its name in lower case."""
    return {tag.name.casefold(): f"tag-{tag.colour}" for tag in codebook.tags}


def table_caption(table: PatternTable, order: Order, column: str | None, what: str, width: int) -> Row:
    """What is counted, in which order, and what the table leaves out."""
    ordered = _WORDS_OF_ORDER[order] if column is None else f"most in {visible(column) or NO_SEGMENT} first"
    cell = "people·mentions" if table.by == "segment" else "mentions"
    left: list[Span] = [(f"{what.capitalize()} by {table.by}", "title"), (f"  {ordered}", "dim")]
    if width_of(left) + cells(cell) + 10 > width:
        left = left[:1] if table.by == "segment" else left  # what a cell says is needed to read it
    facts = [f"  a cell: {cell}", f"  ·  {_count(table.people, 'person', 'people')}"]
    if table.left_out:
        facts.append(f"  ·  {in_none_words(table)}")
    return _with_facts(left, facts, width)


def in_none_words(table: PatternTable) -> str:
    """How many notes are in no row, marks that have no words yet apart, as the themes' board counts them."""
    worded = table.left_out - table.left_out_bare
    told = [_count(worded, "note")] if worded or not table.left_out_bare else []
    told += [_count(table.left_out_bare, "bare mark")] if table.left_out_bare else []
    return f"{' and '.join(told)} in none"


def _with_facts(left: Sequence[Span], facts: Sequence[str], width: int) -> Row:
    """Words, and at the right as many facts as there is room for."""
    right, room = "", width - width_of(left)
    for fact in facts:
        if cells(right + fact) > room:
            break
        right += fact
    return between(left, [(right, "dim")], width)


# -- what comes together -------------------------------------------------------------------


def together_grid(found: Together, tags: Sequence[str], names: Mapping[str, str]) -> Grid:
    """Tags by tags; what a tag has in all stands where it meets itself."""

    def figure(at: int, column: int) -> Figure:
        """How often two tags come together; in brackets what a tag has in all."""
        pair = found.pair(tags[at], tags[column])
        if not pair.count:
            return Figure()
        own = tags[at] == tags[column]
        text = f"{pair.people}·{pair.count}"
        return Figure(text=f"({text})" if own else text, count=0 if own else pair.count)

    return Grid(
        corner="",
        columns=tuple(visible(names[tag]) for tag in tags),
        rows=tuple(GridRow(name=visible(names[tag])) for tag in tags),
        figure=figure,
        most=found.most,
        least_width=8,
    )


def together_caption(found: Together, width: int) -> Row:
    """The rule, in words."""
    left: list[Span] = [("Together", "title"), (f"  {RULE_WORDS[found.rule]}", "text")]
    if not found.most:
        return Row(clip([*left, ("  none are: r takes another rule", "warn")], width))
    return _with_facts(left, [f"  a cell: people·{COUNTED[found.rule]}"], width)


def pair_words(pair: Pair, found: Together, one: str, other: str) -> str:
    """How often two tags come together, in words."""
    if one == other:
        counted = "questions" if found.rule == "question" else "notes"
        return f"{visible(one)}: {pair.count:,} {counted} in all"
    people = _count(pair.people, "person", "people")
    return f"{visible(one)} with {visible(other)}: {pair.count:,} {COUNTED[found.rule]}, {people}"


# -- the notes behind a figure -------------------------------------------------------------


@value(kw_only=True)
class NoteList:
    """The notes to read, in their order, and what they are; `silent` are who does not allow quoting."""

    title: str
    notes: tuple[LibraryNote, ...]
    silent: frozenset[str] = frozenset()

    def may_be_quoted(self, note: LibraryNote) -> bool:
        """Whether its words may be quoted: it is none of the participant's, or they allow it."""
        return not is_barred(word_for_word=note.word_for_word, may_be_quoted=note.person not in self.silent)


def notes_caption(held: NoteList, place: int, width: int) -> Row:
    """Which notes these are, and how far down one is."""
    people = len({note.person for note in held.notes})
    facts = f"  {place + 1:,} of {len(held.notes):,}  ·  {_count(people, 'person', 'people')}"
    return between([(held.title, "title")], [(facts, "dim")], width)


def note_rows(held: NoteList, place: int, top: int, width: int, height: int) -> tuple[int, list[Row]]:
    """The first note in view and the rows, with the chosen note whole in view where it fits."""
    top = min(top, place)
    used, first = 0, place
    while first >= top:
        used += _height(held.notes[first], width)
        if used > height and first < place:
            break
        first -= 1
    top = first + 1 if first < place else place
    rows: list[Row] = []
    for at in range(top, len(held.notes)):
        if len(rows) >= height:
            break
        rows += one_note(held, at, width, chosen=at == place)
    return top, rows[:height]


def _height(note: LibraryNote, width: int) -> int:
    return len(wrap(note_words(note), max(2, width - 2))) + 2


def note_words(note: LibraryNote) -> str:
    """A note as it is read: a quote in quotation marks, a mark without words as such."""
    if note.bare:
        return "(a mark without words)"
    text = " ".join(note.text.split())
    return f"“{text}”" if note.word_for_word else text


def one_note(held: NoteList, at: int, width: int, *, chosen: bool) -> list[Row]:
    """A note whole, who said it and when below, and a blank row."""
    note = held.notes[at]
    mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
    ink = "dim" if note.bare else "text strong" if chosen else "text"
    action = f"{QUOTE_ROW}{at}"
    marks: list[Span] = [("  ★", "warn")] if note.starred else []
    if not held.may_be_quoted(note):
        marks.append((f"  {NOT_TO_BE_QUOTED}", "bad"))
    return [
        *paragraph(note_words(note), width, ink, first=(mark,), action=action),
        between([("  ", ""), (source_of(note), "dim")], marks, width, action),
        BLANK,
    ]


def source_of(note: LibraryNote) -> str:
    """Who said it, when, and under which tags."""
    parts = (note.participant or note.session, note.segment, note.created_utc[:10], clock(note.at_ms))
    return visible("  ·  ".join(filter(None, (*parts, ", ".join(note.tags)))))


def copied_note(held: NoteList, note: LibraryNote) -> str:
    """A note with its source, for another document; what must not be quoted says so there too."""
    parts = (note.participant, note.segment, note.created_utc[:10], clock(note.at_ms), note.session)
    mark = "" if held.may_be_quoted(note) else f" [{NOT_TO_BE_QUOTED}]"
    return f"{note_words(note)} — {', '.join(filter(None, parts))}{mark}"


def preview_rows(words: str, held: NoteList, width: int, height: int) -> list[Row]:
    """What the figure at the cursor is, and as many of its notes as fit, on a line each."""
    rows = [Row(clip([(words, "strong")], width))]
    for note in held.notes[: max(0, height - 1)]:
        mark = "" if held.may_be_quoted(note) else f"  {NOT_TO_BE_QUOTED}"
        who = f"  {visible(note.participant or note.session)} {clock(note.at_ms)}"
        room = max(8, width - len(who) - len(mark) - 2)
        rows.append(
            between([("  " + one_line(note_words(note), room), "text")], [(who, "dim"), (mark, "bad")], width)
        )
    return rows


# -- help and empty states -----------------------------------------------------------------


def help_of_table(width: int) -> list[Row]:
    """All keys of the table."""
    return [*_help(_HELP_OF_TABLE, width), BLANK, *paragraph(_SIGNS_OF_TABLE, width, "dim")]


def help_of_together(width: int) -> list[Row]:
    """All keys of what comes together."""
    return _help(_HELP_OF_TOGETHER, width)


def help_of_notes(width: int) -> list[Row]:
    """All keys of the notes behind a figure."""
    return _help(_HELP_OF_NOTES, width)


def empty_rows(what: str, interviews: bool, width: int) -> list[Row]:
    """Why there is nothing to count yet, and what to do."""
    if not interviews:
        words = NO_INTERVIEWS
    elif what == "tags":
        words = NO_TAGS
    else:
        words = "No themes yet. Press 4 to group notes into themes, or t to count the tags."
    return paragraph(words, width, "dim")


def _help(keys: Sequence[tuple[str, str]], width: int) -> list[Row]:
    rows = [row(("Keys of this screen", "title"), ("   any key closes this", "dim"))]
    rows += [Row(clip([(f" {key:<9}", "accent strong"), (words, "text")], width)) for key, words in keys]
    return rows


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
