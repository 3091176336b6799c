from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.tui.support import lines_of
from textual.pilot import Pilot

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.rehearsal import ANSWERING_MS, acts_of, scenes
from interview_tui.domain.rehearsal_score import LISTENING_GOOD
from interview_tui.store.config import Config
from interview_tui.store.rehearsal_file import read_script, rehearsal_folder
from interview_tui.store.workspace import Workspace
from interview_tui.tui import journey
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.invitation import InvitationScreen
from interview_tui.tui.screens.ready import ReadyScreen
from interview_tui.tui.screens.rehearsal import OVER_MS, RehearsalScreen
from interview_tui.tui.screens.score import ScoreScreen

SCRIPT = read_script(rehearsal_folder() / "script.toml")
STEP_S = 4
SIZES = ((60, 20), (80, 24), (120, 40))
ANY_SIZE = pytest.mark.parametrize("size", SIZES, ids=str)


@dataclass
class Stage:
    """The running program, the clock that it believes, and where practice is kept."""

    app: InterviewApp
    pilot: Pilot[int]
    clock: SteppedClock
    folder: Path

    @property
    def play(self) -> RehearsalScreen:
        assert isinstance(self.app.screen, RehearsalScreen)
        return self.app.screen

    @property
    def score(self) -> ScoreScreen:
        assert isinstance(self.app.screen, ScoreScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def after(self, milliseconds: float) -> None:
        """Let time pass; the program looks at the clock by itself as well."""
        self.clock.step(round(milliseconds))
        if isinstance(self.app.screen, RehearsalScreen):
            self.app.screen._play()
        await self.pilot.pause()
        await self.pilot.pause()

    def shown(self, selector: str) -> str:
        return " ".join(" ".join(lines_of(self.app.screen.query_one(selector))).split())

    @property
    def practice_folders(self) -> list[Path]:
        return list(self.folder.glob("interview-tui-practice-*"))

    async def start(self) -> None:
        await self.press("enter")
        await self.pilot.pause()

    async def until_the_floor_is_theirs(self, answer: int) -> None:
        """Go on, wait, and hand over as the answer begins; the first question stands already."""
        await self.after(1_000)
        if answer:
            await self.press("f8")
            assert "let them think" in self.shown("#guide")
        acts = acts_of(self.play.live.session)
        scene = scenes(SCRIPT, acts, 10**9)[answer]
        await self.after(scene.start_ms - self.play.live.now_ms() + 50)
        await self.press("space")

    async def step_through(self, seconds: int) -> list[str]:
        """Let the play go on for so long; the captions that were seen."""
        said = []
        for _ in range(seconds // STEP_S):
            if isinstance(self.app.screen, RehearsalScreen):
                said.append(self.shown("#captions"))
                await self.after(STEP_S * 1_000)
        return said

    @property
    def answering(self) -> int | None:
        """The question that is being answered."""
        now_ms = self.play.live.now_ms()
        played = scenes(SCRIPT, acts_of(self.play.live.session), now_ms)
        return next((each.question for each in played if each.start_ms <= now_ms < each.end_ms), None)


@asynccontextmanager
async def on_stage(
    folder: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """The program at the card before the practice interview."""
    clock = SteppedClock(datetime(2026, 11, 21, 22, 10, tzinfo=UTC))
    monkeypatch.setattr(journey, "SystemClock", lambda: clock)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    app = InterviewApp(
        Workspace(folder / "work"), Config(), lambda app: app.invitation_screen(), first="invitation"
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Stage(app, pilot, clock, folder)


@ANY_SIZE
async def test_who_does_everything_right_sees_it_in_the_score(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = {"background": "b", "story": "s", "quote": "q", "challenge": "c", "workaround": "w"}
    tags = ["background", "story", "workaround", "quote", "story", "story", "challenge", "referral"]
    async with on_stage(tmp_path, monkeypatch, size) as stage:
        await stage.start()
        for number, answer in enumerate(SCRIPT.answers):
            await stage.until_the_floor_is_theirs(number)
            assert "They speak" in stage.shown("#talk")
            await stage.after(answer.length_ms * 0.9)
            await stage.press(typed.get(tags[number], "r"), "space", *"abc", "enter")
            await stage.after(answer.length_ms * 0.1 + 500)
            if number < len(SCRIPT.answers) - 1:
                await stage.press("space")
        assert SCRIPT.closing in stage.shown("#captions")
        await stage.after(OVER_MS)
        found = stage.score.score
        assert (found.tags_left, found.stories_missed, found.notes) == ((), (), 8)
        assert (found.answers, found.finished) == (8, 8)
        assert found.listened is not None
        assert found.listened > LISTENING_GOOD
        assert "Nothing to add" in stage.shown("#score")
        assert stage.shown("#score").count("✓") == 4


@ANY_SIZE
async def test_who_does_nothing_is_taken_to_the_end_all_the_same(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch, size) as stage:
        await stage.start()
        everything = " ".join(await stage.step_through(400))
        for answer in SCRIPT.answers:
            assert answer.phrases[-1].text.split(" ")[-1] in everything
        assert stage.score.score.handed_over == 0
        assert "Press space when somebody begins to talk" in stage.shown("#score")


async def test_who_does_nothing_sees_the_question_that_is_being_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        session, answered = stage.play.live.session, set()
        for _ in range(25):
            await stage.after(4_000)
            if stage.answering is not None:
                answered.add(stage.answering)
                assert stage.answering == session.flow.question
                assert stage.play.interview.current is not None
                assert stage.play.interview.current.text[:20] in stage.shown("#guide")
        assert answered == {0, 1, 2}


async def test_who_goes_on_too_early_hears_the_answer_to_the_question_that_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press("f8", "f8", "f8")
        await stage.after(ANSWERING_MS + 1_000)
        assert (stage.answering, stage.play.live.session.flow.question) == (3, 3)
        await stage.after(SCRIPT.answers[3].length_ms)
        await stage.press("ctrl+q")
        assert (stage.score.score.answers, stage.score.score.stories_missed) == (1, ())


async def test_who_passes_everything_over_is_told_how_to_finish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press(*["f8"] * 9)
        assert "All questions asked: ^Q finishes" in stage.shown("#guide")
        assert "Ines was asked nothing" in stage.shown("#captions")
        assert SCRIPT.closing in stage.shown("#captions")


async def test_a_score_that_comes_by_itself_takes_no_key_that_was_meant_for_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press(*["f8"] * 8)
        await stage.after(OVER_MS)
        await stage.press(*"s a late note", "enter", "ctrl+q", "escape")
        assert isinstance(stage.app.screen, ScoreScreen)
        assert stage.app.live is not None
        stage.score.hear()
        await stage.press("enter")
        await stage.app.workers.wait_for_complete()
    assert stage.practice_folders == []


async def test_neither_a_letter_nor_finishing_again_takes_the_score_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press("ctrl+q", "ctrl+q", "q", "x")
        assert isinstance(stage.app.screen, ScoreScreen)
        await stage.press("enter")
        await stage.app.workers.wait_for_complete()
    assert stage.app.return_code == 0


async def test_leaving_early_gives_the_score_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.until_the_floor_is_theirs(0)
        await stage.after(SCRIPT.answers[0].length_ms)
        await stage.press("b", "space", *"eleven years")  # a note in the middle of its words counts
        await stage.press("ctrl+q")
        found = stage.score.score
        assert (found.answers, found.notes, found.tags_used) == (1, 1, ("background",))
        assert "She told none to its end" in stage.shown("#score")


@pytest.mark.parametrize("typed", ["/finish", "/leave"])
async def test_a_typed_way_out_leads_to_the_score(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press(*typed, "enter")
        assert isinstance(stage.app.screen, ScoreScreen)


async def test_nothing_of_the_practice_stays_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        assert len(stage.practice_folders) == 1
        await stage.press("x", "space", *"word", "enter", "ctrl+q")
        await stage.press("enter")
        await stage.app.workers.wait_for_complete()
    assert (stage.practice_folders, (tmp_path / "work").exists()) == ([], False)
    assert (stage.app.return_code, stage.app.last_words) == (0, "")


async def test_once_again_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press("s", "enter", "ctrl+q", "a")
        await stage.app.workers.wait_for_complete()
        await stage.pilot.pause()
        assert isinstance(stage.app.screen, InvitationScreen)
        assert stage.practice_folders == []
        await stage.start()
        assert stage.play.live.session.note_count == 0
        assert len(stage.practice_folders) == 1
        await stage.press("ctrl+c")
        await stage.app.workers.wait_for_complete()
    assert stage.practice_folders == []


async def test_from_home_the_way_leads_back_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    app = InterviewApp(Workspace(tmp_path / "work"), Config(), lambda app: app.home_screen(), first="home")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("p", "enter")
        await pilot.pause()
        assert isinstance(app.screen, RehearsalScreen)
        await pilot.press("ctrl+q")
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_from_home_one_can_practise_with_a_guide_of_ones_own(tmp_path: Path) -> None:
    app = InterviewApp(Workspace(tmp_path / "work"), Config(), lambda app: app.home_screen(), first="home")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("p", "g")
        await pilot.pause()
        assert isinstance(app.screen, ReadyScreen)
        assert app.screen.filled_in().practice


async def test_not_now_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.press("escape")
    assert (stage.app.return_code, stage.practice_folders) == (0, [])


async def test_the_play_stands_still_while_the_clock_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.until_the_floor_is_theirs(0)
        await stage.after(4_000)
        await stage.press(*"/pause", "enter")
        before = stage.shown("#captions")
        assert "/pause lets it run again" in before
        await stage.after(60_000)
        assert stage.shown("#captions") == before
        await stage.press(*"/pause", "enter")
        await stage.after(4_000)
        assert stage.shown("#captions") != before


async def test_nobody_waits_for_a_question_while_the_clock_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        assert "waiting for your question" in stage.shown("#captions")
        await stage.press(*"/pause", "enter")
        assert "waits until the clock runs again" in stage.shown("#captions")
        assert "waiting for your question" not in stage.shown("#captions")


async def test_the_score_waits_for_a_note_that_is_being_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch) as stage:
        await stage.start()
        await stage.press("r", "space", *"Oskar")
        await stage.step_through(400)
        assert isinstance(stage.app.screen, RehearsalScreen)
        await stage.press("enter")
        await stage.after(1_000)
        assert stage.score.score.tags_used == ("referral",)


@ANY_SIZE
async def test_the_captions_cover_neither_the_line_nor_the_notes(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(tmp_path, monkeypatch, size) as stage:
        await stage.start()
        screen, captions = stage.play, stage.play.captions.region
        assert captions.height >= 4
        assert captions.bottom <= screen.note_line.region.y
        assert screen.note_line.region.height == 1
        assert screen.notes_pane.region.height >= 3
        assert screen.footer.region.bottom == size[1]
        assert screen.guide_pane.region.height >= 7
