"""What people do in an interview, and that each gesture can be taken back as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.events import AnyEvent
from interview_tui.domain.guide import Guide, GuideItem, ItemKind, Phase
from interview_tui.domain.interview import SETTLED_MS, Interview
from interview_tui.domain.session import Session


def a_guide(*phases: str) -> Guide:
    """A guide with a letter for each item of each phase: q question, p probe, s script."""
    kinds: dict[str, ItemKind] = {"q": "question", "p": "probe", "s": "script"}
    lines = count(1)
    return Guide(
        title="Clinic scheduling",
        phases=tuple(
            Phase(
                title=f"Phase {number}",
                minutes=5,
                line=next(lines),
                items=tuple(GuideItem(kind=kinds[k], text=f"{k}?", line=next(lines)) for k in letters),
            )
            for number, letters in enumerate(phases)
        ),
    )


class Table:
    """An interview at a table with a clock that is moved by hand."""

    def __init__(self, *phases: str) -> None:
        self.clock = SteppedClock(datetime(2026, 11, 21, 22, 10, tzinfo=UTC))
        self.kept: list[AnyEvent] = []
        self.session = Session()
        ids = count(1)
        self.interview = Interview(
            a_guide(*phases),
            self.session,
            device="laptop",
            author="ada",
            now_ms=self.clock.monotonic_ms,
            new_id=lambda: f"e{next(ids):04}",
            keep=self.kept.append,
        )
        self.interview.begin()

    def after(self, seconds: float) -> Interview:
        self.clock.step(round(seconds * 1000))
        return self.interview

    @property
    def place(self) -> tuple[int, int | None]:
        flow = self.session.flow
        return flow.phase, flow.question

    @property
    def state(self) -> object:
        return self.session.notes, self.session.flow, self.session.fields("session")


@pytest.fixture
def table() -> Table:
    return Table("sqpq", "s", "qq")


# -- the guide -----------------------------------------------------------------------------


def test_an_interview_begins_with_the_first_question_and_the_moderator_talking(table: Table) -> None:
    assert table.place == (0, 0)
    assert table.session.flow.speaker == "moderator"


def test_next_walks_every_phase_also_those_of_script_only(table: Table) -> None:
    places: list[tuple[int, int | None]] = [table.place]
    for _ in range(6):
        table.after(10).ask_and_next()
        places.append(table.place)
    assert places == [(0, 0), (0, 1), (1, None), (2, 2), (2, 3), (2, None), (2, None)]
    assert list(table.session.flow.asked) == [0, 1, 2, 3]


def test_next_returns_to_what_was_left_open_before_it_ends(table: Table) -> None:
    table.after(10).show(3)
    table.after(10).ask_and_next()
    assert table.place == (2, 2)
    table.after(10).ask_and_next()
    assert table.place == (0, 0)


def test_skip_leaves_a_question_out_and_next_can_still_ask_it_later(table: Table) -> None:
    table.after(5).skip_and_next()
    assert (table.place, list(table.session.flow.skipped)) == ((0, 1), [0])
    table.after(5).show(0)
    table.after(5).ask_and_next()
    assert (list(table.session.flow.asked), table.session.flow.skipped) == ([0], {})


def test_a_guide_without_questions_can_be_walked_to_its_end() -> None:
    table = Table("s", "", "s")
    for _ in range(4):
        table.after(5).ask_and_next()
    table.interview.step(1)
    assert table.place == (2, None)


@pytest.mark.parametrize(
    ("start", "by", "place"),
    [
        (0, -1, (0, 0)),
        (0, 1, (0, 1)),
        (1, 1, (2, 2)),
        (3, 1, (2, 3)),
        (3, -9, (0, 0)),
    ],
)
def test_stepping_moves_over_the_whole_guide_and_stops_at_its_ends(
    table: Table, start: int, by: int, place: tuple[int, int]
) -> None:
    table.interview.show(start)
    table.interview.step(by)
    assert table.place == place


@pytest.mark.parametrize(("by", "place"), [(1, (2, 2)), (-1, (0, 1))])
def test_stepping_from_a_phase_of_script_only_goes_to_its_neighbours(
    table: Table, by: int, place: tuple[int, int]
) -> None:
    table.interview.step_phase(1)
    assert table.session.flow.question is None
    table.interview.step(by)
    assert table.place == place


def test_stepping_phases_stops_at_both_ends(table: Table) -> None:
    places = []
    for by in (-1, 1, 1, 1):
        table.interview.step_phase(by)
        places.append(table.place)
    assert places == [(0, 0), (1, None), (2, 2), (2, 2)]


def test_back_returns_to_the_question_that_was_really_visited(table: Table) -> None:
    table.after(SETTLED_MS / 1000).show(2)
    table.after(1).show(3)
    assert table.after(30).back() is True
    assert table.place == (0, 0)


def test_back_says_when_there_is_nowhere_to_go_back_to(table: Table) -> None:
    assert table.after(1).back() is False
    assert table.place == (0, 0)


def test_whys_are_counted_on_the_current_question(table: Table) -> None:
    assert [table.after(3).why() for _ in range(3)] == [1, 2, 3]
    table.after(3).show(1)
    assert table.after(3).why() == 1


# -- the floor -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [("moderator", "participant"), ("participant", "moderator"), ("silence", "participant")],
)
def test_handing_over_goes_to_the_other_one_and_from_silence_to_the_participant(
    table: Table, before: str, after: str
) -> None:
    table.interview.give_floor(before)  # type: ignore[arg-type]
    assert table.after(5).hand_over() == after


def test_a_forgotten_switch_is_moved_ten_seconds_back(table: Table) -> None:
    table.after(60).hand_over()
    assert table.after(5).floor_earlier() == 15_000
    assert table.session.flow.turns[-1].end_ms == 50_000
    assert table.session.flow.floor_since_ms == 50_000


def test_a_switch_moves_back_no_further_than_the_turn_before_it_began(table: Table) -> None:
    table.after(60).hand_over()
    table.after(4).hand_over()
    table.after(1).floor_earlier()
    turns = table.session.flow.turns
    assert all(turn.start_ms <= turn.end_ms for turn in turns)
    assert table.session.flow.floor_since_ms == 60_000
    assert table.session.flow.speaker == "moderator"


def test_the_wait_is_counted_from_the_question_until_somebody_answers(table: Table) -> None:
    table.after(10).ask_and_next()
    assert table.interview.waiting_since_ms == 10_000
    table.after(3).give_floor("participant")
    assert table.interview.waiting_since_ms is None


def test_a_note_ends_the_wait(table: Table) -> None:
    table.after(10).give_floor("silence")
    assert table.interview.waiting_since_ms == 10_000
    table.after(2).add_note("sighs", None, 12_000)
    assert table.interview.waiting_since_ms is None


def test_a_paused_clock_is_no_talk_and_no_phase_time(table: Table) -> None:
    table.after(10).toggle_pause()
    table.after(100).toggle_pause()
    table.after(5).hand_over()
    flow = table.session.flow
    assert [(turn.start_ms, turn.end_ms) for turn in flow.turns] == [(0, 10_000), (110_000, 115_000)]
    assert flow.spent_ms(flow.phase_spans, 115_000) == {0: 15_000}


def test_reopening_ends_the_turn_and_nobody_has_the_floor_until_a_key(table: Table) -> None:
    table.after(10).reopen("2026-11-21T22:40:00+00:00", 1_800_000)
    flow = table.session.flow
    assert (flow.speaker, [turn.end_ms for turn in flow.turns]) == (None, [10_000])
    assert flow.turns_until(99_000) == flow.turns


def test_finishing_twice_is_finishing_once(table: Table) -> None:
    table.after(10).finish()
    table.after(10).finish()
    assert table.session.flow.finished_at_ms == 10_000


# -- notes ---------------------------------------------------------------------------------


def test_a_note_remembers_the_time_of_its_first_key_and_where_the_guide_was(table: Table) -> None:
    table.after(20).show(2)
    note = table.after(9).add_note("a paper list", "story", 22_500)
    assert note is not None
    assert (note.at_ms, note.phase, note.question, note.tag) == (22_500, 2, 2, "story")


@pytest.mark.parametrize(("at_ms", "moved_ms"), [(25_000, 15_000), (10_000, 0), (4_000, 0)])
def test_a_note_moves_ten_seconds_back_but_not_before_the_start(
    table: Table, at_ms: int, moved_ms: int
) -> None:
    note = table.after(30).add_note("late", None, at_ms)
    assert note is not None
    table.interview.note_earlier(note)
    moved = table.session.note(note.id)
    assert moved is not None
    assert moved.at_ms == moved_ms


def test_telling_what_is_known_already_leaves_no_event(table: Table) -> None:
    table.interview.tell("session", "participant", "P07")
    before = len(table.kept)
    table.interview.tell("session", "participant", "P07")
    assert len(table.kept) == before


# -- undo ----------------------------------------------------------------------------------


def test_undo_names_what_it_took_back_and_says_when_nothing_is_left(table: Table) -> None:
    table.after(5).ask_and_next()
    assert [table.interview.undo(), table.interview.undo()] == ["asked", None]
    assert table.place == (0, 0)


Act = Callable[[Table], object]


def _on_last_note(act: Callable[[Interview, str], object]) -> Act:
    def run(table: Table) -> None:
        if table.session.note_count:
            act(table.interview, table.session.note_at(table.session.note_count - 1).id)

    return run


def _earlier(interview: Interview, note_id: str) -> None:
    note = interview.session.note(note_id)
    assert note is not None
    interview.note_earlier(note)


ACTS: dict[str, Act] = {
    "next": lambda t: t.interview.ask_and_next(),
    "skip": lambda t: t.interview.skip_and_next(),
    "back": lambda t: t.interview.back(),
    "up": lambda t: t.interview.step(-1),
    "down": lambda t: t.interview.step(1),
    "phase on": lambda t: t.interview.step_phase(1),
    "phase back": lambda t: t.interview.step_phase(-1),
    "floor": lambda t: t.interview.hand_over(),
    "silence": lambda t: t.interview.give_floor("silence"),
    "ago": lambda t: t.interview.floor_earlier(),
    "pause": lambda t: t.interview.toggle_pause(),
    "led": lambda t: t.interview.led(),
    "why": lambda t: t.interview.why(),
    "note": lambda t: t.interview.add_note("a list", "quote", t.clock.monotonic_ms()),
    "mark": lambda t: t.interview.add_note("", "story", t.clock.monotonic_ms()),
    "edit": _on_last_note(lambda i, n: i.edit_note(n, "two lists")),
    "tag": _on_last_note(lambda i, n: i.set_note(n, "tag", "goal", "tag")),
    "delete": _on_last_note(lambda i, n: i.set_note(n, "deleted", True, "removed note")),
    "earlier": _on_last_note(_earlier),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 30)), max_size=15))
def test_undo_takes_each_gesture_back_exactly(acts: list[tuple[str, int]]) -> None:
    table = Table("qq", "s", "q")
    before_each: list[object] = []
    for name, seconds in acts:
        table.clock.step(seconds * 1000)
        state, events = table.state, len(table.kept)
        ACTS[name](table)
        if len(table.kept) > events:
            before_each.append(state)
    for state in reversed(before_each):
        assert table.interview.undo() is not None
        assert table.state == state
    assert table.interview.undo() is None


@given(st.lists(st.tuples(st.sampled_from(sorted({*ACTS, "undo"})), st.integers(0, 30)), max_size=20))
def test_what_was_kept_tells_the_same_story_again(acts: list[tuple[str, int]]) -> None:
    table = Table("qq", "s", "q")
    for name, seconds in acts:
        table.clock.step(seconds * 1000)
        if name == "undo":
            table.interview.undo()
        else:
            ACTS[name](table)
    told_again = Session(reversed(table.kept))
    assert (told_again.notes, told_again.flow) == (table.session.notes, table.session.flow)
