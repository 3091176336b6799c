"""A session as the live screen holds it: its clock, its file, and going on after a stop."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tui.support import GUIDE, SOURCE

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.events import Opened
from interview_tui.store.session_file import read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import (
    CLOCK_DRAFT,
    HEARTBEAT_MS,
    LINE_DRAFT,
    LiveSession,
    SessionPlan,
    new_session,
    resume_session,
)

START = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)


def a_clock(*, later_s: int = 0, monotonic_ms: int = 5_000) -> SteppedClock:
    """A clock of a run that begins so much later; its count starts anywhere, as after a restart."""
    clock = SteppedClock(START, monotonic_ms=monotonic_ms)
    if later_s:
        clock = SteppedClock(
            datetime.fromtimestamp(START.timestamp() + later_s, UTC), monotonic_ms=monotonic_ms
        )
    return clock


def begun(clock: SteppedClock) -> LiveSession:
    people = {"participant": "P07", "moderator": "Ada"}
    plan = SessionPlan(
        guide=GUIDE, guide_source=SOURCE, guide_name="clinics.md", practice=True, people=people
    )
    return new_session(plan, clock)


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A session whose program vanished half a minute in, five seconds after its last heartbeat."""
    clock = a_clock()
    live = begun(clock)
    live.create_file(Workspace(tmp_path))
    clock.step(20_000)
    live.interview.add_note("one", "story", 19_000)
    live.interview.give_floor("participant")
    clock.step(5_000)
    live.beat()
    live.draft(LINE_DRAFT, {"text": "half", "tag": "quote", "at_ms": 24_000})
    clock.step(5_000)
    assert live.file is not None
    assert live.file.close(20)
    return live.file.path


def test_what_happens_before_the_file_is_there_is_kept_too(tmp_path: Path) -> None:
    clock = a_clock()
    live = begun(clock)
    live.interview.add_note("very early", None, 0)
    live.draft(LINE_DRAFT, {"text": "half", "tag": None, "at_ms": 0})
    live.create_file(Workspace(tmp_path))
    assert live.file is not None
    assert live.file.close(20)
    record = read_session(live.file.path)
    assert {event.id for event in record.events} == {event.id for event in live.session.events}
    assert record.drafts[LINE_DRAFT]["text"] == "half"


def test_the_sessions_clock_starts_at_nought_wherever_the_computers_stands() -> None:
    clock = a_clock(monotonic_ms=987_654)
    live = begun(clock)
    assert live.now_ms() == 0
    clock.step(1_500)
    assert live.now_ms() == 1_500


def test_the_clock_is_saved_every_ten_seconds_and_no_oftener(tmp_path: Path) -> None:
    clock = a_clock()
    live = begun(clock)
    live.create_file(Workspace(tmp_path))
    assert live.file is not None
    beats = []
    for _ in range(25):
        clock.step(1_000)
        live.beat()
        beats.append(live.file.drafts.get(CLOCK_DRAFT, {}).get("at_ms"))
    assert live.file.close(20)
    assert beats == [None] * 9 + [HEARTBEAT_MS] * 10 + [2 * HEARTBEAT_MS] * 6


def test_resuming_goes_on_where_the_clock_was_last_seen_and_records_the_gap(crashed: Path) -> None:
    clock = a_clock(later_s=625, monotonic_ms=42)
    live = resume_session(crashed, clock)
    assert live.file is not None
    assert live.now_ms() == 25_000
    opened = [event for event in live.session.events if isinstance(event, Opened)]
    assert [(event.at_ms, event.away_ms) for event in opened] == [(25_000, 600_000)]
    assert live.session.flow.turns[-1].end_ms == 25_000
    clock.step(60_000)
    live.interview.hand_over()
    assert live.file.close(20)
    spoken = sum(turn.length_ms for turn in live.session.flow.turns)
    assert spoken == 25_000


def test_resuming_brings_notes_people_and_the_half_typed_line_back(crashed: Path) -> None:
    live = resume_session(crashed, a_clock(later_s=600))
    assert live.file is not None
    assert [note.text for note in live.session.notes] == ["one"]
    assert live.told("participant") == "P07"
    assert live.interview.author == "Ada"
    assert live.file.drafts[LINE_DRAFT] == {"text": "half", "tag": "quote", "at_ms": 24_000}
    assert live.file.close(20)


def test_a_wall_clock_that_was_set_back_makes_no_negative_gap(crashed: Path) -> None:
    live = resume_session(crashed, a_clock(later_s=-3_600))
    assert live.file is not None
    assert [event.away_ms for event in live.session.events if isinstance(event, Opened)] == [0]
    assert live.file.close(20)


def test_two_runs_write_under_two_names(crashed: Path) -> None:
    live = resume_session(crashed, a_clock(later_s=60))
    assert live.file is not None
    assert live.file.close(20)
    assert len({event.device for event in live.session.events}) == 2
