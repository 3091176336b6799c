"""Pictures of the live screen with a clock that stands still: look before you accept new ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.tui.support import GUIDE, SIZES, SOURCE

from interview_tui.domain.clock import SteppedClock
from interview_tui.store.config import Config
from interview_tui.store.saver import SaveStatus
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.live_session import LiveSession, Role, SessionPlan, new_session

Compare = Callable[..., bool]


class AlwaysSaved:
    """A file that takes everything and is never late, so that no picture depends on a disk."""

    def __init__(self) -> None:
        self.drafts: dict[str, Any] = {}
        self.notices: list[str] = []
        self.saver = SimpleNamespace(
            status=lambda: SaveStatus("saved"), flush=lambda *_: True, on_change=lambda: None
        )

    def add(self, event: object) -> int:
        return 0

    def draft(self, name: str, doc: object) -> int:
        return 0

    def close(self, *_: object, **__: object) -> bool:
        return True


def in_the_middle(role: Role) -> LiveSession:
    """Eight minutes into an interview: a phase left, a question asked, notes of several kinds."""
    clock = SteppedClock(datetime(2026, 11, 21, 22, 10, tzinfo=UTC))
    people = {"participant": "P07", "moderator": "Ada"}
    plan = SessionPlan(guide=GUIDE, guide_source=SOURCE, guide_name="clinics.md", role=role, people=people)
    live = new_session(plan, clock)
    live.attach(AlwaysSaved())  # type: ignore[arg-type]
    interview = live.interview
    clock.step(40_000)
    interview.hand_over()
    interview.add_note("runs the front desk of two clinics", "background", 45_000)
    clock.step(200_000)
    interview.ask_and_next()
    interview.hand_over()
    clock.step(12_000)
    interview.hand_over()
    interview.add_note("we just lose the slot, nobody calls", "quote", 255_000)
    starred = interview.add_note("keeps a paper list of people who would come early", "workaround", 300_000)
    assert starred is not None
    interview.set_note(starred.id, "starred", True, "star")
    interview.add_note("", "story", 330_000)
    interview.add_note('said "ok [laughs]", 取り消し', None, 360_000)
    clock.step(228_000)
    return live


PICTURES: tuple[tuple[tuple[int, int], Role], ...] = (
    *((size, "solo") for size in SIZES),
    ((120, 40), "moderator"),
    ((80, 24), "notes"),
)


@pytest.mark.parametrize(
    ("size", "role"), PICTURES, ids=[f"{size[0]}x{size[1]}-{role}" for size, role in PICTURES]
)
def test_the_live_screen_looks_as_it_did(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], role: Role
) -> None:
    live = in_the_middle(role)
    app = InterviewApp(Workspace(tmp_path), Config(nudges=False), lambda app: app.live_screen(live))
    assert snap_compare(app, terminal_size=size, press=["s", "space", *"half"])
