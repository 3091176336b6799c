"""The themes' rows: the board's list, the notes of what is looked at, the chosen note in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from rich.cells import cell_len, set_cell_size

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, barred_in
from interview_tui.domain.suggestions import NOTES_GROUPED, TagOffer
from interview_tui.domain.text import clock, visible
from interview_tui.domain.themes import Held, Theme, themes_with
from interview_tui.domain.values import value
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row, width_of
from interview_tui.tui.stepping import scrolled
from interview_tui.tui.theme_board import GROUPS, LIKE, UNGROUPED, UNTAGGED, Board

OFFER_KEYS = "abc"
"""The keys that take the first, second and third tag offered: digits are the library's places."""

_LEAST_NAME = 3
_TAG_WIDTH, _WHY_WIDTH = 12, 26
_ROOM_FOR_TAGS = 60

_NAMES = {UNGROUPED: "in no theme", UNTAGGED: "without a tag", GROUPS: "groups to review"}
_HELP = (
    ("↑ ↓ k j", "choose; pgup, pgdn, home and end too"),
    ("tab ← →", "between the list and the notes"),
    ("enter", "into the notes; there: open one in its session"),
    ("space  *", "mark a note; mark all in view"),
    ("p", "put into a theme, by its name or a new one"),
    ("A … Z", "put into the theme of that letter"),
    ("m  x", "move to another theme; take out of this one"),
    ("s  .  f", "notes like this; into its theme; filter"),
    ("n e d", "new theme; its name; what belongs into it"),
    ("g", "merge another theme into the chosen one"),
    ("< >  x", "on a theme: move it up or down; delete it"),
    ("y x [ ]", "on a group: keep, dismiss; other groups, - + too"),
    ("a b c t", "without a tag: take an offered tag; another"),
    ("u  r", "undo; read everything again"),
    ("esc q", "back; 1 to 8 are the other places"),
)


@value(kw_only=True)
class Offers:
    """What was thought so far: `thinking` until groups are there, tags for the chosen note once known."""

    thinking: bool = False
    tags: Sequence[TagOffer] | None = None


def help_rows(width: int) -> list[Row]:
    """All keys of the place."""
    rows = [row(("Keys of this place", "title"), ("   any key closes this", "dim"))]
    return rows + [
        Row(clip([(f" {key:<9}", "accent strong"), (words, "text")], width)) for key, words in _HELP
    ]


# -- the list ------------------------------------------------------------------------------


def board_rows(board: Board, width: int, height: int, *, active: bool, thinking: bool) -> list[Row]:
    """What can be looked at: loose notes, suggestions, and the themes with their figures."""
    counts = {
        UNGROUPED: f"{len(board.ungrouped):,}",
        UNTAGGED: f"{len(board.untagged):,}",
        GROUPS: "…" if thinking else str(len(board.groups)),
    }
    rows = [row(("Notes", "title"))]
    place = 0
    for look, name in _NAMES.items():
        place = len(rows) if board.place == look else place
        spans: list[Span] = [("  ", ""), (name, "text")]
        rows.append(
            _item(spans, [(counts[look], "dim")], width, look, here=board.place == look, active=active)
        )
    rows += [BLANK, between([("Themes", "title")], [("people · notes", "faint")], width)]
    for at, theme in enumerate(board.themes):
        here = board.place == theme.id
        place = len(rows) if here else place
        letter = ascii_uppercase[at] if at < len(ascii_uppercase) else " "
        left: list[Span] = [(f"{letter} ", "accent strong"), (visible(theme.name), "text")]
        rows.append(_item(left, _figures(board.held[theme.id]), width, theme.id, here=here, active=active))
    if not board.themes:
        todo = "mark notes with space, then p puts them into the first."
        words = todo if board.library.notes else "they are made of notes, and there are none."
        rows += paragraph(f"None yet: {words}", width, "dim")
    top = scrolled(0, place, len(rows), height)
    return rows[top : top + height]


def _figures(held: Held) -> list[Span]:
    return [(f"{held.people:>3}", "strong"), (" · ", "faint"), (f"{len(held.notes):>3}", "dim")]


def _item(
    left: Sequence[Span], right: Sequence[Span], width: int, action: str, *, here: bool, active: bool
) -> Row:
    mark: Span = ("▸", "accent strong") if here else (" ", "")
    made = between([mark, *left], [(" ", ""), *right], width, action)
    return _selected(made, width) if here and active else made


def _selected(made: Row, width: int) -> Row:
    fill: Span = (" " * max(0, width - width_of(made.spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*made.spans, fill)), made.action)


# -- the notes -----------------------------------------------------------------------------


def notes_rows(
    board: Board, codebook: Codebook, width: int, height: int, *, active: bool, offers: Offers
) -> list[Row]:
    """What is looked at: a heading with its figures, then the notes, the chosen one in view."""
    head = _head_rows(board, width, thinking=offers.thinking)
    if not board.notes:
        words = _nothing_words(board, offers)
        return [*head, *paragraph(words, width, "dim")][:height]
    room = max(1, height - len(head))
    place = board.places.get(board.note, 0)
    top = scrolled(max(0, place - room // 2), place, len(board.notes), room)
    shared = {like.key: like for like in board.likes} if board.look == LIKE else {}
    rows: list[Row] = []
    shown = board.notes[top : top + room]
    names = max(_LEAST_NAME, *(cell_len(_person(note)) for note in shown))
    for note in shown:
        why = ""
        if note.key in shared:
            like = shared[note.key]
            why = f"{like.score:.2f}  {' '.join(like.shared[:3]) or 'in meaning'}"
        made = _note_row(board, note, codebook, width, why=why, names=names)
        rows.append(_selected(made, width) if active and note.key == board.note else made)
    return [*head, *rows][:height]


def _head_rows(board: Board, width: int, *, thinking: bool) -> list[Row]:
    theme = board.theme
    count = len(board.acted_on) if board.look == GROUPS else len(board.marked & board.places.keys())
    marked = f"{count} {'ticked' if board.look == GROUPS else 'marked'}"
    right: list[Span] = [(marked, "accent strong")] if count else []
    if board.filter:
        right = [(f"filter: {visible(board.filter)}  ", "warn"), *right]
    if theme is not None:
        held = board.held[theme.id]
        rows = [between([(visible(theme.name), "title")], right, width)]
        rows += paragraph(visible(theme.description), width, "text")[:2] if theme.description else []
        return [*rows, *paragraph(held_words(held), width, "dim"), BLANK]
    title, words = _heading(board, thinking=thinking)
    return [between([(title, "title")], right, width), *paragraph(words, width, "dim")[:2], BLANK]


def _heading(board: Board, *, thinking: bool) -> tuple[str, str]:
    if board.look == LIKE:
        of = board.library.notes_by_key.get(board.like_of)
        return "Notes like this one", f"“{visible(of.text)}”" if of else ""
    if board.look == GROUPS:
        group = board.group
        if group is None:
            return "Groups to review", ""
        words = f"{group.people} people, {len(group.notes)} notes that share words. A guess, not a finding."
        named = ", ".join(group.words[:4])
        title = f"Group {board.group_at + 1} of {len(board.groups)} to review"
        return f"{title}: {named}" if named else title, words
    if board.look == UNTAGGED:
        some = f"{_so_many(board, board.untagged)} " if board.filter else ""
        return "Notes without a tag", f"{some}Tags are offered by what notes like them have."
    capped = len(board.ungrouped) > NOTES_GROUPED
    more = f" Groups are looked for among the newest {NOTES_GROUPED:,}." if capped else ""
    bare = f" Left out: {_count(board.bare, 'bare mark')}, without words yet." if board.bare else ""
    told = "Looking for groups …" if thinking else f"{_so_many(board, board.ungrouped)}{bare}"
    return "Notes in no theme", told + more


def _so_many(board: Board, notes: Sequence[LibraryNote]) -> str:
    """How many notes there are, and with a filter how many of them it shows."""
    return (
        f"{len(board.notes):,} of {len(notes):,} notes." if board.filter else f"{_count(len(notes), 'note')}."
    )


def held_words(held: Held) -> str:
    """What a theme rests on: people first, then notes, quotes, segments, and what is gone."""
    words = [_count(held.people, "person", "people"), _count(len(held.notes), "note")]
    words += [_count(held.quotes, "quote")] if held.quotes else []
    words += [f"segments: {', '.join(map(visible, held.segments))}"] if held.segments else []
    words += [f"{_count(held.missing, 'note')} gone, counted nowhere"] if held.missing else []
    return " · ".join(words)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _nothing_words(board: Board, offers: Offers) -> str:
    if board.filter:
        return "Nothing passes the filter; f changes it, an empty one shows everything."
    if board.look == UNTAGGED:
        return "Every note has a tag."
    if board.look == GROUPS:
        if offers.thinking:
            return "Looking for notes that share words …"
        return "No groups to review: at least 3 notes of 2 interviews would have to share rare words."
    if board.look == LIKE:
        return "No other note shares a word with this one. esc goes back."
    if board.look == UNGROUPED:
        return (
            "Every note is in a theme." if board.library.notes else "No notes yet: they come with interviews."
        )
    return "Nothing in it yet: choose notes that are in no theme, and put them here by its letter."


def _note_row(
    board: Board, note: LibraryNote, codebook: Codebook, width: int, *, why: str, names: int
) -> Row:
    here = note.key == board.note
    ticked = note.key not in board.unticked if board.look == GROUPS else note.key in board.marked
    sign = ("☑ " if ticked else "☐ ") if board.look == GROUPS else ("● " if ticked else "  ")
    mark: Span = ("▸", "accent strong") if here else (" ", "")
    star: Span = ("★ " if note.starred else "  ", "warn")
    silent = barred_in(board.library, note)
    text = visible(" ".join(note.text.split())) or "a bare mark"
    words: list[Span] = [(f"“{text}”", "note")] if note.word_for_word else [(text, "text")]
    words = [(f"{NOT_TO_BE_QUOTED}: ", "warn"), *words] if silent else words
    left: list[Span] = [
        mark,
        (sign, "accent strong"),
        star,
        (f"{set_cell_size(_person(note), names)}  ", "dim"),
        *words,
    ]
    right: list[Span] = []
    if why:
        right = _column((why, "faint"), min(_WHY_WIDTH, width // 3))
    elif width >= _ROOM_FOR_TAGS:
        right = _column(_tag(note.tags[0], codebook) if note.tags else ("", ""), _TAG_WIDTH)
    return between(left, right, width, note.key)


def _person(note: LibraryNote) -> str:
    return visible(note.person)[:8]


def _column(span: Span, width: int) -> list[Span]:
    """A span behind a gap, in a column of its own."""
    cut = clip([span], width)
    return [("  ", ""), *cut, (" " * (width - width_of(cut)), "")]


def _tag(name: str, codebook: Codebook) -> Span:
    known = codebook.by_name(name)
    return (visible(name), f"tag-{known.colour}" if known else "dim")


# -- the chosen note -----------------------------------------------------------------------


def detail_rows(
    note: LibraryNote | None,
    library: Library,
    themes: Sequence[Theme],
    codebook: Codebook,
    width: int,
    height: int,
    offers: Sequence[TagOffer] | None,
    *,
    tagging: bool,
) -> list[Row]:
    """The chosen note in full: tags offered where it has none, its words, where and when, its themes."""
    if note is None:
        return []
    rows = _offer_rows(offers, codebook, width) if tagging else []
    rows += paragraph(visible(" ".join(note.text.split())) or "a bare mark", width, "text strong")
    if barred_in(library, note):
        rows.append(Row(clip([(f"{NOT_TO_BE_QUOTED}: they did not allow it", "warn")], width)))
    where: list[Span] = [(visible(note.person), "strong"), (f" {visible(note.segment)}", "dim")]
    where += [(f"  {clock(note.at_ms)} on {note.created_utc[:10]}", "dim")]
    for tag in note.tags:
        where += [("  ", ""), _tag(tag, codebook)]
    rows.append(Row(clip(where, width)))
    inside = [visible(theme.name) for theme in themes_with(themes, note.key)]
    if inside:
        rows.append(Row(clip([("in  ", "faint"), (", ".join(inside), "dim")], width)))
    if note.question:
        rows += paragraph(visible(note.question), width, "faint", first=(("to  ", "faint"),))
    return rows[:height]


def _offer_rows(offers: Sequence[TagOffer] | None, codebook: Codebook, width: int) -> list[Row]:
    if offers is None:
        return [row(("thinking of a tag …", "dim"))]
    spans: list[Span] = []
    for key, offer in zip(OFFER_KEYS, offers, strict=False):
        spans += [(f"{key} ", "accent strong"), _tag(offer.tag, codebook), ("   ", "")]
    if not offers:
        spans = [("no tagged note is like it: t chooses one", "dim")]
    return [Row(clip(spans, width))]


def offers_by_key(offers: Sequence[TagOffer] | None) -> Mapping[str, str]:
    """The offered tags by the keys that take them."""
    return {key: offer.tag for key, offer in zip(OFFER_KEYS, offers or (), strict=False)}
