"""The strip of places names as many of them as there is room for."""

from __future__ import annotations

import pytest

from interview_tui.tui.library_places import BY_NAME, PLACES
from interview_tui.tui.places_row import place_at, places_row
from interview_tui.tui.rows import width_of


def words(current: str, width: int) -> list[str]:
    """The strip as words."""
    return "".join(text for text, _ in places_row(current, width).spans).split()


def test_with_room_every_place_is_named() -> None:
    assert words("search", 92) == [word for place in PLACES for word in (place.key, place.name)]


def test_with_less_room_the_nearest_places_are_named() -> None:
    assert words("mirror", 60) == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "saturation",
        "6",
        "insights",
        "7",
        "people",
        "8",
        "mirror",
    ]
    assert words("search", 60) == [
        "1",
        "search",
        "2",
        "patterns",
        "3",
        "codebook",
        "4",
        "themes",
        "5",
        "6",
        "7",
        "8",
    ]


@pytest.mark.parametrize("current", BY_NAME)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_each_cell_belongs_to_the_place_that_stands_there(current: str, width: int) -> None:
    spans = places_row(current, width).spans
    found = [place_at(current, width, x) for x in range(width_of(spans))]
    assert list(dict.fromkeys(found)) == list(PLACES)
    assert place_at(current, width, width_of(spans)) is None
