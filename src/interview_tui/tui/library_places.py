"""The places of the library: what each is called, its key, and where its screen is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from interview_tui.domain.values import value

if TYPE_CHECKING:
    from interview_tui.tui.library_desk import LibraryDesk
    from interview_tui.tui.library_screen import LibraryScreen


@value
class Place:
    """One place: its key, its name, what it answers, and `module:Class` below `tui.screens`."""

    key: str
    name: str
    words: str
    where: str


PLACES: tuple[Place, ...] = (
    Place("1", "search", "find a note, a quote, an answer", "search:SearchScreen"),
    Place("2", "patterns", "which tags repeat, and among whom", "patterns:PatternsScreen"),
    Place("3", "codebook", "the tags of the study", "codebook:CodebookScreen"),
    Place("4", "themes", "group notes, and review suggestions", "themes:ThemesScreen"),
    Place("5", "saturation", "does information repeat yet", "saturation:SaturationScreen"),
    Place("6", "insights", "what was learnt, with its evidence", "insights:InsightsScreen"),
    Place("7", "people", "personas by segment, and who named whom", "people:PeopleScreen"),
    Place("8", "mirror", "how the interviews were held", "mirror:MirrorScreen"),
)

BY_NAME = {place.name: place for place in PLACES}


def make_place(name: str, desk: LibraryDesk) -> LibraryScreen:
    """The screen of a place; raises KeyError for a name that is none."""
    module, _, made = BY_NAME[name].where.partition(":")
    kind: type[LibraryScreen] = getattr(import_module(f"interview_tui.tui.screens.{module}"), made)
    return kind(desk)
