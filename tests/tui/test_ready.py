"""Getting ready: what is filled in beforehand, what starts the clock, and what does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.stage import SIZES, Stage, interview, on_stage
from tests.tui.support import GUIDE, SOURCE

from interview_tui.domain.guide import GuideItem
from interview_tui.domain.participant import next_pseudonym
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import SessionPlan
from interview_tui.tui.ready_rows import guide_fact_rows, reminder_rows
from interview_tui.tui.rows import Row, width_of
from interview_tui.tui.screens.ready import ReadyScreen

OTHER = "---\ntitle: Checkout [v2]\n---\n- What happened last? !\n- Who else was there?\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two guides of its own, the second in another form, and one that is none."""
    workspace = Workspace(tmp_path)
    workspace.create()
    (workspace.guides / "a-clinics.md").write_text(SOURCE, encoding="utf-8")
    (workspace.guides / "b-checkout.md").write_text(OTHER, encoding="utf-8")
    (workspace.guides / "c-broken.md").write_bytes(b"\x00\x01\x02")
    return workspace


def plan(**people: str) -> SessionPlan:
    return SessionPlan(guide=GUIDE, guide_source=SOURCE, guide_name="a-clinics.md", people=people)


def started(stage: Stage) -> SessionPlan:
    (told,) = stage.told
    assert isinstance(told, ReadyScreen.Started)
    return told.plan


async def test_what_was_known_stands_in_the_fields_and_starts_as_it_is(workspace: Workspace) -> None:
    known = plan(participant="P07", moderator="Ada", note_taker="Bo")
    async with on_stage(ReadyScreen(known, workspace)) as (stage, pilot):
        await pilot.press("f8")
    found = started(stage)
    assert found.guide == GUIDE
    assert found.role == "solo"
    assert found.people == {
        "participant": "P07",
        "moderator": "Ada",
        "note_taker": "Bo",
        "consent_notes": None,
        "consent_recording": None,
    }


async def test_the_next_free_pseudonym_is_proposed_and_typed_over(workspace: Workspace) -> None:
    interview(workspace, 1, "P07")
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        assert stage.screen.query_one("#participant").value == "P08"  # type: ignore[attr-defined]
        await pilot.press("Q", "1", "ctrl+n")
    assert started(stage).people["participant"] == "Q1"


async def test_enter_goes_from_field_to_field_and_starts_on_the_last(workspace: Workspace) -> None:
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        await pilot.press("enter", *"Ada", "enter", *"Bo", "enter")
        await pilot.press("n", "enter", "y", "enter", "n")
        assert stage.told == []
        await pilot.press("enter")
    found = started(stage)
    assert found.role == "notes"
    assert found.people == {
        "participant": "P01",
        "moderator": "Ada",
        "note_taker": "Bo",
        "consent_notes": True,
        "consent_recording": False,
    }


async def test_arrows_move_between_the_fields_too(workspace: Workspace) -> None:
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        places = []
        for key in ("down", "down", "up", "shift+tab", "up"):
            await pilot.press(key)
            assert stage.focused is not None
            places.append(stage.focused.id)
    assert places == ["moderator", "note_taker", "moderator", "participant", "guide"]


@pytest.mark.parametrize("start", ["f8", "ctrl+n", "enter"])
async def test_without_consent_to_notes_no_session_is_started(workspace: Workspace, start: str) -> None:
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        await pilot.press("tab", "tab", "tab", "tab", "n", "tab", start)
        assert stage.told == []
        assert "Without permission to take notes no session is started" in stage.shown("#problem")
        assert stage.focused is not None
        assert stage.focused.id == "consent_notes"
        await pilot.press("y", "f8")
        assert stage.shown("#problem") == ""
    assert started(stage).people["consent_notes"] is True


async def test_escape_goes_back_without_an_interview(workspace: Workspace) -> None:
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        await pilot.press("escape")
        assert stage.told == [ReadyScreen.Cancelled()]


# -- the guide -----------------------------------------------------------------------------


async def test_another_guide_can_be_chosen_and_its_assumed_minutes_are_said(workspace: Workspace) -> None:
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        assert "Clinic scheduling 30 min, 4 questions, 3 must-asks" in stage.shown("#facts")
        await pilot.press("up", "right")
        await pilot.pause()
        assert "Checkout [v2]" in stage.shown("#facts")
        assert "(minutes assumed), 2 questions, 1 must-ask" in stage.shown("#facts")
        await pilot.press("f8")
    found = started(stage)
    assert (found.guide.title, found.guide_name) == ("Checkout [v2]", "b-checkout.md")
    assert found.guide_source == OTHER


async def test_a_file_that_is_no_guide_says_so_and_starts_nothing(workspace: Workspace) -> None:
    async with on_stage(ReadyScreen(plan(), workspace)) as (stage, pilot):
        await pilot.press("up", "right", "right", "f8")
        assert stage.told == []
        assert "c-broken.md" in stage.shown("#problem")
        await pilot.press("left", "left", "f8")
    assert started(stage).guide == GUIDE


async def test_a_guide_from_elsewhere_stays_among_the_choices(workspace: Workspace) -> None:
    elsewhere = replace(plan(), guide_name="elsewhere.md")
    async with on_stage(ReadyScreen(elsewhere, workspace)) as (stage, pilot):
        await pilot.press("up", "right", "left", "f8")
    assert started(stage).guide_name == "elsewhere.md"


# -- looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_every_field_and_the_reminder_are_in_view(workspace: Workspace, size: tuple[int, int]) -> None:
    async with on_stage(ReadyScreen(plan(), workspace), size=size) as (stage, _):
        body = stage.screen.query_one("#form").region
        for name in ("guide", "facts", "participant", "moderator", "note_taker", "role"):
            assert body.contains_region(stage.screen.query_one(f"#{name}").region), name
        for name in ("consent_notes", "consent_recording"):
            assert "not asked" in stage.shown(f"#{name}")
            assert body.contains_region(stage.screen.query_one(f"#{name}").region), name
        assert "no answer is wrong" in stage.shown("#reminder")
        for word in ("start the clock", "next", "back"):
            assert word in stage.shown("#keys")


@pytest.mark.parametrize("text", ["a [/] b", "\x1b[31mred", "取り消し", "[red]x[/red]"])
async def test_an_odd_name_is_shown_harmless_and_kept(workspace: Workspace, text: str) -> None:
    async with on_stage(ReadyScreen(plan(participant=text), workspace)) as (stage, pilot):
        assert "\x1b" not in stage.shown("#participant")
        await pilot.press("f8")
    assert started(stage).people["participant"] == text


async def test_the_key_that_starts_can_be_clicked(workspace: Workspace) -> None:
    async with on_stage(ReadyScreen(plan(participant="P07"), workspace)) as (stage, pilot):
        await pilot.click("#keys", offset=(4, 0))
        await pilot.pause()
    assert started(stage).people["participant"] == "P07"


def words(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ in row.spans) for row in rows)


@pytest.mark.parametrize(
    ("given_names", "following"),
    [
        ([], "P01"),
        (["P01", "P07"], "P08"),
        (["p7 "], "P08"),
        (["Ada", "", "P1x", "XP9"], "P01"),
        (["P99"], "P100"),
    ],
)
def test_pseudonyms_count_up(given_names: list[str], following: str) -> None:
    assert next_pseudonym(given_names) == following


@given(st.lists(st.integers(0, 999_999).map(lambda number: f"P{number:02}") | st.text(max_size=8)))
def test_a_proposed_pseudonym_is_always_free(given_names: list[str]) -> None:
    assert next_pseudonym(given_names) not in {name.strip().upper() for name in given_names}


def test_the_guide_s_own_words_on_consent_are_offered_where_there_is_room() -> None:
    consent = GuideItem(kind="consent", text="May we take notes?", line=2)
    first, *others = GUIDE.phases
    guide = replace(GUIDE, phases=(replace(first, items=(consent, *first.items)), *others))
    assert "May we take notes?" in words(reminder_rows(guide, 60, 8))
    short = reminder_rows(guide, 60, 4)
    assert len(short) == 4
    assert "more in the guide" in words(short)


@pytest.mark.parametrize("width", [20, 44, 90])
def test_the_facts_of_a_guide_fit(width: int) -> None:
    guide = replace(GUIDE, title="A title that goes on and on, 取り消しが出たら電話する")
    assert all(width_of(row.spans) <= width for row in guide_fact_rows(guide, width))
