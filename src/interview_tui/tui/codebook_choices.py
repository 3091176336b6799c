"""What the codebook's questions offer to choose from: other tags, and notes."""

from __future__ import annotations

from collections.abc import Iterable

from interview_tui.domain.codebook_tree import names_below, tree
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED
from interview_tui.domain.tag_use import strays
from interview_tui.tui.codebook_rows import CodebookView, Item, fitted
from interview_tui.tui.rows import Span
from interview_tui.tui.screens.pick_row import Choosable

MOST_NOTES = 1_000
"""More notes than these are not offered: finding one among them is what the search is for."""

TOP = "\n"
"""The answer for no parent: no tag has such a name."""


def merge_choices(view: CodebookView, item: Item) -> list[Choosable]:
    """The tags that a tag can be merged into; one that only notes have also into another of its kind."""
    names = [tag.name for tag, _ in tree(view.codebook)]
    names += strays(view.codebook, view.used) if item.tag is None else []
    return [_tag_choice(view, name) for name in names if name != item.name]


def parent_choices(view: CodebookView, item: Item) -> list[Choosable]:
    """The tags that a tag can be put below, and the top where it stands below one."""
    below = {item.name, *names_below(view.codebook, item.name)}
    top = Choosable(answer=TOP, spans=(("at the top again", "dim"),), letter="0")
    options = [_tag_choice(view, tag.name) for tag, _ in tree(view.codebook) if tag.name not in below]
    return [top, *options] if item.tag and item.tag.parent else options


def _tag_choice(view: CodebookView, name: str) -> Choosable:
    tag = next((tag for tag in view.codebook.tags if tag.name == name), None)
    count = view.use_of(name).mentions
    notes = f"{count:,} note{'' if count == 1 else 's'}" if count else "no note"
    return Choosable(
        answer=name,
        letter=tag.key if tag else "",
        spans=(
            fitted(name, f"tag-{tag.colour}" if tag else "dim", 22),
            (f"{notes:>12}   ", "dim"),
            (tag.description if tag else "only in notes", "faint"),
        ),
    )


def example_choices(view: CodebookView, item: Item) -> list[Choosable]:
    """A tag's notes by their keys and words; of those who allow no quoting it is said."""
    return [
        Choosable(
            answer=f"{note.key}\n{note.text.strip()}",
            spans=_note_spans(note, refused=not view.may_be_quoted(note)),
            refused="" if view.may_be_quoted(note) else f"{note.person} does not allow quoting.",
        )
        for note in view.use_of(item.name).examples
    ]


def note_choices(notes: Iterable[LibraryNote]) -> list[Choosable]:
    """Notes by their keys."""
    return [Choosable(answer=note.key, spans=_note_spans(note)) for note in notes]


def _note_spans(note: LibraryNote, *, refused: bool = False) -> tuple[Span, ...]:
    mark: tuple[Span, ...] = ((f"{NOT_TO_BE_QUOTED}  ", "warn"),) if refused else ()
    who: Span = (f"{note.person[:8]:<9}", "dim")
    return (who, *mark, (note.text.strip() or "(a bare mark)", "dim" if refused else "text"))
