"""Finding one's way in a session: filters, and places as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.corrected import Reviewer

from interview_tui.domain.review import UNTAGGED, Filter, Jump, following, nearest, phase_edge, read_jump
from interview_tui.guides.reader import read_guide

GUIDE = read_guide(
    "## Get comfortable (5 min)\n- Who are you?\n## Dig in (15 min)\n- When did a patient cancel?\n",
    name="g.md",
)
TAGS = ("story", "quote", "goal")
NOTES = Reviewer().notes


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("12:30", Jump(at_ms=750_000)),
        ("12.30", Jump(at_ms=750_000)),
        ("12:3", Jump(at_ms=723_000)),
        ("1:02:30", Jump(at_ms=3_750_000)),
        ("107:05", Jump(at_ms=6_425_000)),
        ("12", Jump(at_ms=720_000)),
        (" 3 min ", Jump(at_ms=180_000)),
        ("q2", Jump(question=1)),
        ("Q 1", Jump(question=0)),
        ("p2", Jump(phase=1)),
        ("sto", Jump(tag="story")),
        ("dig", Jump(phase=1)),
        ("patient", Jump(question=1)),
        ("q9", None),
        ("p0", None),
        ("zzz", None),
        ("", None),
    ],
)
def test_a_place_is_read_as_it_is_typed(typed: str, place: Jump | None) -> None:
    assert read_jump(typed, GUIDE, TAGS) == place


@given(st.text(max_size=20))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    read_jump(typed, GUIDE, TAGS)


@pytest.mark.parametrize(
    ("shown", "places"),
    [
        (Filter(), [0, 1, 2, 3, 4]),
        (Filter(tags=frozenset({"story"})), [2, 3]),
        (Filter(tags=frozenset({"story", "quote"})), [1, 2, 3]),
        (Filter(tags=frozenset({UNTAGGED})), [4]),
        (Filter(phases=frozenset({1})), [3, 4]),
        (Filter(tags=frozenset({"story"}), phases=frozenset({0})), [2]),
        (Filter(bare=True), [2]),
        (Filter(quotes=True), [1]),
        (Filter(starred=True), []),
        (Filter(authors=frozenset({"Tom"})), []),
    ],
)
def test_a_filter_lets_through_what_fits_every_kind(shown: Filter, places: list[int]) -> None:
    assert [at for at, note in enumerate(NOTES) if shown.lets(note)] == places


@pytest.mark.parametrize(("at_ms", "place"), [(0, 0), (35_000, 0), (36_000, 1), (60_900, 2), (999_999, 4)])
def test_the_nearest_note_is_the_one_whose_time_is_nearest(at_ms: int, place: int) -> None:
    assert nearest(NOTES, at_ms) == place


@pytest.mark.parametrize(
    ("here", "by", "around", "place"),
    [(0, 1, False, 2), (2, 1, False, None), (2, 1, True, 2), (4, -1, False, 2)],
)
def test_the_next_bare_mark(here: int, by: int, around: bool, place: int | None) -> None:
    assert following(NOTES, here, by, lambda note: note.bare, around=around) == place


@pytest.mark.parametrize(
    ("here", "by", "place"), [(0, 1, 3), (3, 1, None), (4, -1, 3), (3, -1, 0), (1, -1, 0), (0, -1, None)]
)
def test_phases_are_gone_through_by_their_first_notes(here: int, by: int, place: int | None) -> None:
    assert phase_edge(NOTES, here, by) == place


def test_without_notes_no_place_is_found() -> None:
    assert (nearest([], 5), phase_edge([], 0, 1), following([], 0, 1, lambda _: True)) == (0, None, None)


@pytest.mark.parametrize("typed", ["99:99", "12:60", "1:75:00", "1:10:99"])
def test_what_no_clock_shows_is_no_time(typed: str) -> None:
    assert read_jump(typed, GUIDE, ()) is None
