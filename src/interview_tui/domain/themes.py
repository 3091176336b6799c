"""Themes: notes of several interviews that somebody put together, as fields of the study's record.

A theme is the target `theme:ULID` with `name`, `description`, `order`, and `note:SESSION/NOTE` = true for
each of its notes. A note may be in several themes. What is done to themes is a list of `Change`s here;
the study's pen writes them as one step, which is undone as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.study_record import DELETED, Change, StudyRecord
from interview_tui.domain.values import value

THEME = "theme"
"""The kind of a theme's target: what stands before the colon."""

NOTE_IN = "note:"
"""How the name of a field begins that says whether a note is in a theme."""

NAMELESS = "theme without a name"


@value(kw_only=True)
class Theme:
    """A group of notes; `id` is its target, `notes` are `SESSION/NOTE` in the order they were put in."""

    id: str
    name: str
    description: str = ""
    notes: tuple[str, ...] = ()
    order: float = 0.0


@value(kw_only=True)
class Held:
    """What a theme holds of a library: quotes first, then starred notes, then others, oldest first.

    `missing` counts notes that are there no more: deleted, or of a session that is gone. Nothing else does.
    """

    notes: tuple[LibraryNote, ...] = ()
    missing: int = 0

    @property
    def people(self) -> int:
        """Distinct people."""
        return len({note.person for note in self.notes})

    @property
    def sessions(self) -> int:
        """Distinct interviews."""
        return len({note.session for note in self.notes})

    @property
    def segments(self) -> tuple[str, ...]:
        """Distinct segments in the order of their first note; those without one are left out."""
        return tuple(dict.fromkeys(note.segment for note in self.notes if note.segment))

    @property
    def quotes(self) -> int:
        """Notes in the participant's own words."""
        return sum(note.word_for_word for note in self.notes)


# -- reading -------------------------------------------------------------------------------


def themes_of(record: StudyRecord) -> tuple[Theme, ...]:
    """Every theme in the order of the board: by `order`, then by age."""
    themes = [_theme(record, target) for target in record.targets(THEME)]
    return tuple(sorted(themes, key=lambda theme: (theme.order, theme.id)))


def _theme(record: StudyRecord, target: str) -> Theme:
    fields = record.fields(target)
    stamped = sorted(
        (setting.stamp, name)
        for name, put in fields.items()
        if name.startswith(NOTE_IN) and put is True and (setting := record.setting(target, name))
    )
    order = fields.get("order")
    return Theme(
        id=target,
        name=str(fields.get("name") or NAMELESS),
        description=str(fields.get("description") or ""),
        notes=tuple(name.removeprefix(NOTE_IN) for _, name in stamped),
        order=float(order) if isinstance(order, int | float) else 0.0,
    )


def held_by(theme: Theme, library: Library) -> Held:
    """The notes of a theme that a library has."""
    return held_among(theme.notes, library)


def held_among(keys: Iterable[str], library: Library) -> Held:
    """The notes of some keys `SESSION/NOTE` that a library has, as they are offered for reading."""
    keys = tuple(keys)
    known = [library.notes_by_key[key] for key in keys if key in library.notes_by_key]
    return Held(notes=tuple(sorted(known, key=_for_reading)), missing=len(keys) - len(known))


def _for_reading(note: LibraryNote) -> tuple[bool, bool, str, int, str]:
    return (not note.word_for_word, not note.starred, note.session, note.at_ms, note.id)


def grouped_notes(themes: Iterable[Theme]) -> frozenset[str]:
    """Every note that is in a theme."""
    return frozenset(key for theme in themes for key in theme.notes)


def themes_with(themes: Iterable[Theme], note: str) -> tuple[Theme, ...]:
    """The themes that a note is in."""
    return tuple(theme for theme in themes if note in theme.notes)


def theme_named(themes: Iterable[Theme], name: str) -> Theme | None:
    """The theme of a name, capitals and spaces around it apart; None if there is none."""
    wanted = " ".join(name.split()).casefold()
    return next((theme for theme in themes if " ".join(theme.name.split()).casefold() == wanted), None)


# -- changing ------------------------------------------------------------------------------


def new_theme(themes: Sequence[Theme], target: str, name: str, notes: Iterable[str] = ()) -> list[Change]:
    """A theme at the end of the board, with some notes in it; `target` is a new one of the pen's."""
    order = max((theme.order for theme in themes), default=0.0) + 1
    return [Change(target, "name", name.strip()), Change(target, "order", order), *put_in(target, notes)]


def rename_theme(target: str, name: str) -> list[Change]:
    """Another name."""
    return [Change(target, "name", name.strip())]


def describe_theme(target: str, description: str) -> list[Change]:
    """What belongs into it, in a sentence or two."""
    return [Change(target, "description", description.strip() or None)]


def put_in(target: str, notes: Iterable[str]) -> list[Change]:
    """Put notes into a theme; those that are in it already stay."""
    return [Change(target, NOTE_IN + note, True) for note in notes]


def take_out(target: str, notes: Iterable[str]) -> list[Change]:
    """Take notes out of a theme."""
    return [Change(target, NOTE_IN + note, None) for note in notes]


def move_notes(source: str, target: str, notes: Sequence[str]) -> list[Change]:
    """Take notes out of one theme and put them into another; nothing where both are the same."""
    return [] if source == target else [*take_out(source, notes), *put_in(target, notes)]


def split_theme(
    themes: Sequence[Theme], source: str, target: str, name: str, notes: Sequence[str]
) -> list[Change]:
    """Move some notes of a theme into a new one, which stands right behind it; `target` is the pen's."""
    new = Theme(id=target, name=name)
    order: list[Theme] = []
    for theme in themes:
        order += [theme, new] if theme.id == source else [theme]
    made = [*new_theme(themes, target, name), *move_notes(source, target, notes)]
    return [*made, *_numbered(order)]


def merge_themes(into: Theme, others: Iterable[Theme]) -> list[Change]:
    """Put every note of others into one theme, add their descriptions to its own, and delete them."""
    others = [theme for theme in others if theme.id != into.id]
    told = dict.fromkeys(theme.description for theme in (into, *others) if theme.description)
    changes = [change for theme in others for change in put_in(into.id, theme.notes)]
    if (description := "; ".join(told)) != into.description:
        changes += describe_theme(into.id, description)
    return [*changes, *(change for theme in others for change in delete_theme(theme.id))]


def delete_theme(target: str) -> list[Change]:
    """Take a theme from the board; its notes stay where they are."""
    return [Change(target, DELETED, True)]


def reorder_theme(themes: Sequence[Theme], target: str, by: int) -> list[Change]:
    """Move a theme some places down the board (up if negative), not beyond its ends."""
    order = [theme for theme in themes if theme.id != target]
    here = next(at for at, theme in enumerate(themes) if theme.id == target)
    order.insert(min(max(here + by, 0), len(order)), themes[here])
    return _numbered(order)


def _numbered(themes: Sequence[Theme]) -> list[Change]:
    return [Change(theme.id, "order", float(at)) for at, theme in enumerate(themes, start=1)]
