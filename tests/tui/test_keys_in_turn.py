"""A line that arrives in one read, as a terminal sends it: each key reaches what the one before it opened."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.tui.shelf import Reader, at_place, sample_workspace
from tests.tui.support import send
from textual.events import Paste

from interview_tui.domain.insights import insights_of
from interview_tui.domain.themes import themes_of
from interview_tui.store.config import Config
from interview_tui.store.study import read_study
from interview_tui.store.study_record import read_study_record
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.forms import TextField
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.insight_form import InsightForm
from interview_tui.tui.screens.invitation import InvitationScreen
from interview_tui.tui.screens.live import LiveScreen
from interview_tui.tui.screens.name_tag import NameTag
from interview_tui.tui.screens.participants import ParticipantsScreen
from interview_tui.tui.screens.patterns import PatternsScreen
from interview_tui.tui.screens.pick_evidence import PickEvidence
from interview_tui.tui.screens.review import ReviewScreen
from interview_tui.tui.screens.search import SearchScreen

ESCAPE = "\x1b[27u"
"""The key by itself, which no terminal mixes up with the one behind it."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return sample_workspace(tmp_path / "study")


@asynccontextmanager
async def at_home(workspace: Workspace) -> AsyncIterator[Reader]:
    """The real app at home, with its sessions read."""
    study = read_study(workspace.study_file)
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), study, first="home")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, workspace)
        await reader.settle()
        yield reader


def field(reader: Reader, selector: str) -> str:
    """What stands in a field of the screen."""
    return reader.app.screen.query_one(selector, TextField).value


def themes(workspace: Workspace) -> dict[str, int]:
    """The themes that are kept, with how many notes."""
    return {theme.name: len(theme.notes) for theme in themes_of(read_study_record(workspace.study_record))}


@pytest.mark.parametrize(
    ("burst", "where"),
    [
        ("pq", HomeScreen),
        ("pqp", InvitationScreen),
        ("pqpqpq", HomeScreen),
        ("pqpqpqw", ParticipantsScreen),
        (f"l{ESCAPE}2", PatternsScreen),
        (f"l{ESCAPE}3q", HomeScreen),
        (f"l{ESCAPE}21w{ESCAPE}{ESCAPE}w", ParticipantsScreen),
    ],
)
async def test_from_home_every_key_works_where_it_leads(
    workspace: Workspace, burst: str, where: type[object]
) -> None:
    async with at_home(workspace) as reader:
        await reader.feed(burst)
        assert isinstance(reader.app.screen, where)


async def test_the_program_that_ends_while_a_screen_is_being_made_ends_well(workspace: Workspace) -> None:
    async with at_home(workspace) as reader:
        await reader.feed("pqq")
        assert reader.app.return_code == 0


async def test_what_is_typed_behind_the_library_key_is_searched(workspace: Workspace) -> None:
    async with at_home(workspace) as reader:
        await reader.feed("lwrong part, q n p 1 2")
        assert isinstance(reader.app.screen, SearchScreen)
        assert field(reader, "#query") == "wrong part, q n p 1 2"


async def test_a_paste_waits_its_turn_like_keys(workspace: Workspace) -> None:
    async with at_home(workspace) as reader:
        send(reader.app, "lwrong")
        reader.app.post_message(Paste(" part"))
        await reader.feed(", torn")
        assert field(reader, "#query") == "wrong part, torn"


async def test_the_first_words_of_a_practice_interview_reach_its_note_line(workspace: Workspace) -> None:
    async with at_home(workspace) as reader:
        await reader.feed("p\rthey sigh, quietly")
        screen = reader.app.screen
        assert isinstance(screen, LiveScreen)
        assert screen.note_line.editor.text == "they sigh, quietly"


async def test_a_review_takes_the_time_that_is_typed_behind_its_key(workspace: Workspace) -> None:
    async with at_home(workspace) as reader:
        await reader.feed("\x1b[Bvg12:30")
        screen = reader.app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.typing is not None
        assert screen.typing.entry.text == "12:30"


@pytest.mark.parametrize(("keys", "notes"), [("n", 0), ("\r  p", 2)])
async def test_a_new_themes_name_is_typed_and_not_run_on_the_board(
    workspace: Workspace, keys: str, notes: int
) -> None:
    async with at_place(workspace, "themes") as reader:
        await reader.feed(f"{keys}Another BCD xgud\r")
        assert themes(workspace) == {"Another BCD xgud": notes}


async def test_names_and_descriptions_of_themes_take_every_key(workspace: Workspace) -> None:
    async with at_place(workspace, "themes") as reader:
        await reader.feed("nAlpha\rnBeta\r")
        assert list(themes(workspace)) == ["Alpha", "Beta"]
        await reader.feed("e\x15Delta x\rdxyz\r")
        kept = themes_of(read_study_record(workspace.study_record))
        assert {theme.name: theme.description for theme in kept} == {"Alpha": "", "Delta x": "xyz"}
        await reader.feed("gAlpha\rfxun")
        assert list(themes(workspace)) == ["Delta x"]
        assert field(reader, "#line") == "xun"


async def test_an_insight_is_typed_in_one_go(workspace: Workspace) -> None:
    async with at_place(workspace, "insights") as reader:
        await reader.feed("nWorkshops wait dcvux")
        assert isinstance(reader.app.screen, InsightForm)
        assert field(reader, "TextField") == "Workshops wait dcvux"


async def test_the_words_behind_the_evidence_key_look_for_notes(workspace: Workspace) -> None:
    async with at_place(workspace, "insights") as reader:
        await reader.feed("nWorkshops wait")
        await reader.feed("\x0e")
        assert len(insights_of(read_study_record(workspace.study_record))) == 1
        await reader.feed("aphoto")
        assert isinstance(reader.app.screen, PickEvidence)
        assert field(reader, "#words") == "photo"


async def test_a_tags_new_name_is_typed_in_one_go(workspace: Workspace) -> None:
    async with at_place(workspace, "codebook") as reader:
        await reader.feed("rmade anew")
        assert isinstance(reader.app.screen, NameTag)
        assert field(reader, "#name") == "made anew"
