"""The search place's way to the index: what it finds while it is brought up to date, and what stays."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.shelf import sample_workspace

from interview_tui.domain.search_completion import values_of
from interview_tui.store.config import Config
from interview_tui.store.library.index import open_index
from interview_tui.store.library.index_file import discard, index_path
from interview_tui.store.library.progress import Cancelled, go_on
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.search_desk import SearchDesk


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    return sample_workspace(tmp_path / "study")


@pytest.fixture
def desk(study: Workspace) -> Iterator[SearchDesk]:
    desk = SearchDesk(LibraryDesk(study, read_study(study.study_file), Config()))
    yield desk
    desk.close()


def count(desk: SearchDesk, typed: str) -> int:
    result = desk.find(typed, 50, lambda: True)
    assert result is not None
    return result.count


def test_what_was_read_so_far_is_found_while_the_rest_is_read(desk: SearchDesk) -> None:
    seen: list[int] = []

    def look(_done: int, _count: int) -> bool:
        seen.append(count(desk, "crates"))
        return True

    desk.refresh(look)
    assert (seen[0], seen[-1]) == (0, 1)


def test_breaking_off_keeps_what_was_read_and_the_next_time_goes_on(desk: SearchDesk) -> None:
    with pytest.raises(Cancelled):
        desk.refresh(lambda _done, _count: False)
    assert desk.refresh(go_on).read == 8
    assert desk.refresh(go_on).read == 0


def test_python_takes_its_usual_turns_again_afterwards(desk: SearchDesk) -> None:
    usual, while_reading = sys.getswitchinterval(), []

    def look(_done: int, _count: int) -> bool:
        while_reading.append(sys.getswitchinterval())
        return len(while_reading) < 2

    with pytest.raises(Cancelled):
        desk.refresh(look)
    assert max(while_reading) < usual
    assert sys.getswitchinterval() == usual


def test_an_index_that_another_program_made_anew_is_the_one_that_is_asked(
    desk: SearchDesk, study: Workspace
) -> None:
    desk.refresh(go_on)
    assert count(desk, "crates") == 1
    discard(index_path(study))
    for path in study.session_paths()[:7]:
        path.unlink()
    with open_index(study) as index:
        index.refresh()
    desk.refresh(go_on)
    assert count(desk, "kind:note") < 40


def test_nobody_waits_for_an_answer_that_is_not_wanted_any_more(desk: SearchDesk) -> None:
    assert desk.find("crates", 50, lambda: False) is None


def test_filters_offer_what_the_study_spells_and_what_the_sessions_have(desk: SearchDesk) -> None:
    desk.refresh(go_on)
    values = desk.values()
    assert "possible solution" in values_of("tag", values)
    assert values_of("participant", values)[:3] == ("P01", "P02", "P03")
    assert len(values_of("participant", values)) == 10
    assert values_of("segment", values) == ("one-person workshop", "shop with staff", "none")
    assert "dig in" in values_of("phase", values)
    assert set(values_of("author", values)) == {"tom", "vera"}


def test_a_damaged_list_of_participants_takes_no_filter_away(desk: SearchDesk, study: Workspace) -> None:
    study.participants_file.write_bytes(b"no json")
    desk.refresh(go_on)
    assert "p07" in values_of("participant", desk.values())


def test_the_neighbours_of_a_note_are_those_of_its_session(desk: SearchDesk, study: Workspace) -> None:
    desk.refresh(go_on)
    result = desk.find("kind:note participant:P01", 50, lambda: True)
    assert result is not None
    hits = sorted(result.hits, key=lambda hit: hit.at_ms)
    before, after = desk.around(hits[0])
    assert (before, [note.id for note in after]) == ([], [hit.note for hit in hits[1:3]])
    before, after = desk.around(hits[3])
    assert [note.id for note in before] == [hit.note for hit in hits[1:3]]
    study.session_path(hits[0].session).unlink()
    assert desk.around(hits[0]) == ([], [])
