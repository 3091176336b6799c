"""Getting ready: who takes part, what they allow, what is ticked, and what starts the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.stage import SIZES, Stage, interview, on_stage, settle
from tests.tui.support import GUIDE, SOURCE
from textual.pilot import Pilot

from interview_tui.domain.clock import SteppedClock
from interview_tui.domain.consent import HOW
from interview_tui.domain.events import FieldValue
from interview_tui.domain.participant import Consent, Contact, Participant, next_pseudonym
from interview_tui.domain.study import Segment, Study
from interview_tui.store.participants import RosterError, edit_roster, read_roster
from interview_tui.store.workspace import Workspace
from interview_tui.tui import ready_people
from interview_tui.tui.forms import Choice, TextField
from interview_tui.tui.live_session import SessionPlan
from interview_tui.tui.ready_rows import guide_fact_row, guide_rows
from interview_tui.tui.rows import Row, width_of
from interview_tui.tui.screens.ready import ReadyScreen
from interview_tui.tui.widgets.tick import Tick

OTHER = "---\ntitle: Checkout [v2]\n---\n- What happened last? !\n- Who else was there?\n"
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
EARLIER = "2026-11-01T09:00:00+00:00"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two guides of its own, the second in another form, and one that is none."""
    workspace = Workspace(tmp_path)
    workspace.create()
    (workspace.guides / "a-clinics.md").write_text(SOURCE, encoding="utf-8")
    (workspace.guides / "b-checkout.md").write_text(OTHER, encoding="utf-8")
    (workspace.guides / "c-broken.md").write_bytes(b"\x00\x01\x02")
    return workspace


def add(workspace: Workspace, *people: Participant, name: str = "") -> None:
    """Take people in; the first of them has the name."""
    with edit_roster(workspace.participants_file) as editor:
        for person in people:
            editor.add(person, Contact(pseudonym=person.pseudonym, name=name) if name else None)
            name = ""


def plan(**people: str) -> SessionPlan:
    return SessionPlan(guide=GUIDE, guide_source=SOURCE, guide_name="a-clinics.md", people=people)


def ready(workspace: Workspace, given_plan: SessionPlan | None = None) -> ReadyScreen:
    """The screen at noon."""
    return ReadyScreen(given_plan or plan(), workspace, SteppedClock(NOON))


def started(stage: Stage) -> SessionPlan:
    (told,) = stage.told
    assert isinstance(told, ReadyScreen.Started)
    return told.plan


def told_by(stage: Stage) -> dict[str, FieldValue]:
    return dict(started(stage).people)


def participant(stage: Stage) -> str:
    return stage.screen.query_one("#participant", TextField).value


def chosen(stage: Stage, name: str) -> FieldValue:
    return stage.screen.query_one(f"#{name}", Choice).value


def focus(stage: Stage) -> str | None:
    assert stage.focused is not None
    return stage.focused.id


async def press(stage: Stage, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(stage, pilot)


# -- consent -------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["f8", "ctrl+n"])
async def test_until_notes_are_allowed_the_clock_waits_and_the_question_has_the_focus(
    workspace: Workspace, start: str
) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert "may you take notes?" in stage.shown("#next")
        await press(stage, pilot, start)
        assert stage.told == []
        assert focus(stage) == "consent_notes"
        await press(stage, pilot, "y")
        assert "F8 starts the clock" in stage.shown("#next")
        await press(stage, pilot, start)
    told = told_by(stage)
    assert told["consent_notes"] is True
    assert told["consent_recording"] is None
    assert (told["consent_how"], told["consent_at_utc"]) == ("spoken", "2026-11-21T12:00:00+00:00")


async def test_no_turns_the_start_key_into_a_refusal_and_yes_turns_it_back(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "n")
        assert "F8 refused: no session" in stage.shown("#keys")
        assert "No notes, no session" in stage.shown("#next")
        await press(stage, pilot, "y")
        assert "refused" not in stage.shown("#keys")
        await press(stage, pilot, "n", "f8")
        (told,) = stage.told
    assert isinstance(told, ReadyScreen.Refused)
    assert told.plan.people["participant"] == "P01"
    assert told.plan.people["consent_notes"] is False


async def test_the_four_answers_and_how_they_were_given_are_told(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y", "enter", "n", "enter", "y", "enter", "n", "enter", "e", "f8")
    told = told_by(stage)
    answers = [told[f"consent_{item}"] for item in ("notes", "recording", "quoting", "follow_up")]
    assert answers == [True, False, True, False]
    assert told["consent_how"] == HOW[2]


async def test_what_was_answered_before_is_taken_over_with_its_date(workspace: Workspace) -> None:
    notes = Consent(given=True, at_utc=EARLIER, how="letter")
    add(workspace, Participant(pseudonym="P03", consent={"notes": notes}))
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert chosen(stage, "consent_notes") is True
        await press(stage, pilot, "f8")
    told = told_by(stage)
    assert (told["consent_at_utc"], told["consent_how"]) == (EARLIER, "letter")


async def test_who_refused_before_is_refused_again_unless_asked_anew(workspace: Workspace) -> None:
    notes = Consent(given=False, at_utc=EARLIER)
    add(workspace, Participant(pseudonym="P03", consent={"notes": notes}))
    async with on_stage(ready(workspace, plan(participant="P03"))) as (stage, pilot):
        assert "F8 refused: no session" in stage.shown("#keys")
        await press(stage, pilot, *["down"] * 5, "f8")
        assert isinstance(stage.told[0], ReadyScreen.Refused)


async def test_practice_needs_nobody_s_consent_and_no_participants(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03"))
    practice = replace(plan(), practice=True)
    async with on_stage(ready(workspace, practice)) as (stage, pilot):
        assert participant(stage) == "P01"
        await press(stage, pilot, "f8")
    assert told_by(stage)["consent_notes"] is None


# -- whose interview -----------------------------------------------------------------------


async def test_the_next_planned_is_chosen_and_one_key_takes_the_one_after(workspace: Workspace) -> None:
    add(
        workspace,
        Participant(pseudonym="P01"),
        Participant(pseudonym="P02", scheduled="2026-11-22T09:00"),
        Participant(pseudonym="P03", scheduled="2026-11-21T15:00", channel="video"),
    )
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert participant(stage) == "P03"
        assert "next planned, today 15:00" in stage.shown("#who")
        assert "F2 next planned" in stage.shown("#keys")
        assert chosen(stage, "channel") == "video"
        seen = []
        for _ in range(3):
            await press(stage, pilot, "f2")
            seen.append((participant(stage), chosen(stage, "channel")))
    assert seen == [("P02", ""), ("P01", ""), ("P03", "video")]


async def test_that_somebody_was_seen_today_fits_on_the_smallest_screen(workspace: Workspace) -> None:
    interview(workspace, 21, "P01")
    later = Participant(
        pseudonym="P01", scheduled="2026-11-22T10:00", customer_kind="paying", feeling="hates it"
    )
    add(workspace, later)
    async with on_stage(ready(workspace), size=(60, 20)) as (stage, _):
        assert "next planned, tomorrow 10:00, seen today" in stage.shown("#who")


async def test_the_next_planned_is_offered_only_where_somebody_else_is(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P01"))
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert participant(stage) == "P01"
        assert "F2" not in stage.shown("#keys")
        await press(stage, pilot, "f2")
        assert participant(stage) == "P01"
        assert ["Nobody else is planned" in notice.message for notice in stage._notifications] == [True]
        await press(stage, pilot, "P", "9")
        assert "F2 next planned" in stage.shown("#keys")
        await press(stage, pilot, "f2")
        assert participant(stage) == "P01"


async def test_the_next_free_pseudonym_is_proposed_where_nobody_is_planned(workspace: Workspace) -> None:
    interview(workspace, 1, "P07")
    add(workspace, Participant(pseudonym="P07"))
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert participant(stage) == "P08"
        assert "new, added when the interview starts" in stage.shown("#who")
        assert "F2" not in stage.shown("#keys")
        await press(stage, pilot, "f2")
        assert participant(stage) == "P08"


@pytest.mark.parametrize("typed", ["p9", "P09", " P009 "])
async def test_a_pseudonym_is_typed_in_any_spelling(workspace: Workspace, typed: str) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        stage.screen.query_one("#participant", TextField).value = typed
        await press(stage, pilot, "f8", "y", "f8")
        assert participant(stage) == "P09"
    assert told_by(stage)["participant"] == "P09"


async def test_a_name_finds_its_pseudonym_and_goes_nowhere(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03"), name="Ada Lovelace")
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(
            stage, pilot, *"ada lovelace".replace(" ", "_").split("_")[0], "space", *"lovelace", "enter"
        )
        assert participant(stage) == "P03"
        await press(stage, pilot, "f8", "y", "f8")
    told = told_by(stage)
    assert told["participant"] == "P03"
    assert "lovelace" not in str(told).casefold()


async def test_a_text_that_names_nobody_is_refused_with_the_way_to_add_them(workspace: Workspace) -> None:
    """The way leads through the screens: a shell would keep the name in its history."""
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, *"Ada", "f8")
        assert stage.told == []
        assert "add them first: esc, then w and a on the start screen" in stage.shown("#next")
        assert "--name" not in stage.shown("#next")
        assert focus(stage) == "participant"


async def test_who_withdrew_cannot_be_chosen(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03", withdrawn_utc=EARLIER))
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert participant(stage) == "P04"
        await press(stage, pilot, "P", "3", "f8")
        assert stage.told == []
        assert "P03 withdrew" in stage.shown("#next")


async def test_another_participant_brings_their_own_answers(workspace: Workspace) -> None:
    add(
        workspace,
        Participant(pseudonym="P01", scheduled="2026-11-21T15:00"),
        Participant(pseudonym="P02", customer_kind="former", referred_by="P01"),
    )
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y", "f2")
        assert participant(stage) == "P02"
        assert chosen(stage, "consent_notes") is None
        await press(stage, pilot, "f8", "y", "f8")
    told = told_by(stage)
    assert (told["participant"], told["customer_kind"], told["referred_by"]) == ("P02", "former", "P01")


async def test_a_start_before_the_participants_were_read_waits_for_them(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03", withdrawn_utc=EARLIER))
    stage = Stage(ready(workspace, plan(participant="P03")))
    async with stage.run_test() as pilot:
        screen = stage.screen
        assert isinstance(screen, ReadyScreen)
        screen.notes_allowed.choose(0)
        await screen.action_start()
        await settle(stage, pilot)
        assert stage.told == []
        assert "P03 withdrew" in stage.shown("#next")


async def test_participants_that_cannot_be_read_stop_nobody(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert "participants.json is not a file of participants any more" in stage.shown("#next")
        assert not stage._notifications, "a toast would cover the form"
        await press(stage, pilot, "f8")
        assert stage.told == [], "a session of nobody could not be withdrawn"
        await press(stage, pilot, "P", "7", "f8", "y", "f8")
        assert "what is known of them cannot be read" in stage.shown("#who")
    assert told_by(stage)["participant"] == "P07"


# -- what changed while the form was open --------------------------------------------------


async def test_a_number_that_was_proposed_and_given_away_meanwhile_is_not_theirs(
    workspace: Workspace,
) -> None:
    refused = Participant(pseudonym="P01", consent={"notes": Consent(given=False, at_utc=EARLIER)})
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert participant(stage) == "P01"
        add(workspace, refused)
        await press(stage, pilot, "f8", "y", "f8")
    assert told_by(stage)["participant"] == "P02"
    roster = read_roster(workspace.participants_file)
    assert roster.get("P01") == refused
    assert roster.get("P02") is not None


async def test_a_refusal_is_not_written_down_as_somebody_else_s(workspace: Workspace) -> None:
    allowed = Participant(pseudonym="P01", consent={"notes": Consent(given=True, at_utc=EARLIER)})
    async with on_stage(ready(workspace)) as (stage, pilot):
        add(workspace, allowed)
        await press(stage, pilot, "f8", "n", "f8")
        (told,) = stage.told
    assert isinstance(told, ReadyScreen.Refused)
    assert told.plan.people["participant"] == "P02"
    assert read_roster(workspace.participants_file).get("P01") == allowed


async def test_a_number_that_was_typed_and_given_away_meanwhile_is_shown_before_it_starts(
    workspace: Workspace,
) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "P", "9")
        add(workspace, Participant(pseudonym="P09", customer_kind="paying"))
        await press(stage, pilot, "f8", "y", "f8")
        assert stage.told == []
        assert "P09 was added meanwhile" in stage.shown("#next")
        assert "paying" in stage.shown("#who")
        await press(stage, pilot, "f8", "y", "f8")
    assert told_by(stage)["participant"] == "P09"


async def test_a_no_that_was_given_meanwhile_is_shown_and_not_turned_into_a_yes(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03"))
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y")
        refused = Participant(pseudonym="P03", consent={"notes": Consent(given=False, at_utc=EARLIER)})
        with edit_roster(workspace.participants_file) as editor:
            editor.replace(refused)
        await press(stage, pilot, "f8")
        assert stage.told == []
        assert "P03 said no to notes meanwhile" in stage.shown("#next")
        assert chosen(stage, "consent_notes") is False
        assert read_roster(workspace.participants_file).get("P03") == refused
        await press(stage, pilot, "f8")
        assert isinstance(stage.told[0], ReadyScreen.Refused)


async def test_who_withdrew_meanwhile_is_not_interviewed(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03"))
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y")
        with edit_roster(workspace.participants_file) as editor:
            editor.put_row("participants", 3, {"pseudonym": "P03", "withdrawn_utc": EARLIER})
        await press(stage, pilot, "f8")
        assert stage.told == []
        assert "P03 withdrew" in stage.shown("#next")


async def test_a_file_that_cannot_be_written_stops_no_interview(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise RosterError("the disk is full")

    monkeypatch.setattr(ready_people, "take_in", refuse)
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y", "f8")
    assert told_by(stage)["participant"] == "P01"


# -- the screener --------------------------------------------------------------------------


async def test_the_screener_is_asked_where_the_kind_is_not_known(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "enter", "t", "enter", "h", "f8", "y", "f8")
    told = told_by(stage)
    assert (told["customer_kind"], told["feeling"]) == ("trial", "hates it")


async def test_the_screener_may_be_skipped(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y", "f8")
    assert told_by(stage)["customer_kind"] == ""


async def test_what_is_known_is_not_asked_again(workspace: Workspace) -> None:
    add(workspace, Participant(pseudonym="P03", customer_kind="paying", feeling="loves it"))
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert not stage.screen.query_one("#customer_kind").is_on_screen
        assert "paying, loves it" in stage.shown("#who")
        await press(stage, pilot, "f8", "y", "f8")
    told = told_by(stage)
    assert (told["customer_kind"], told["feeling"]) == ("paying", "loves it")


async def test_the_segment_is_one_of_the_study_s_or_the_participant_s_own(workspace: Workspace) -> None:
    study = Study(segments=(Segment(name="clinics"), Segment(name="labs")))
    add(workspace, Participant(pseudonym="P03", segment="vets"))
    async with on_stage(ready(workspace, replace(plan(), study=study))) as (stage, pilot):
        shown = stage.shown("#segment")
        assert [name in shown for name in ("clinics", "labs", "● vets", "not set")] == [True] * 4
        await press(stage, pilot, "down", "down", "down", "c", "f8", "y", "f8")
    assert told_by(stage)["segment"] == "clinics"


async def test_the_segments_are_there_before_anybody_is_chosen(workspace: Workspace) -> None:
    workspace.participants_file.write_text("{", encoding="utf-8")  # so that nobody is proposed
    study = Study(segments=(Segment(name="clinics"), Segment(name="labs")))
    async with on_stage(ready(workspace, replace(plan(), study=study))) as (stage, _):
        assert participant(stage) == ""
        assert "labs" in stage.shown("#segment")


async def test_without_segments_nothing_is_asked_about_them(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, _):
        assert not stage.screen.query_one("#segment").is_on_screen


# -- the checklist -------------------------------------------------------------------------


def ticked(stage: Stage) -> list[str]:
    return [str(tick.id).removeprefix("ready_") for tick in stage.screen.query(Tick) if tick.value]


async def test_ticks_are_remembered_and_what_was_left_out_too(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert ticked(stage) == ["guide", "note_taker"]
        stage.screen.query_one("#ready_place").focus()
        await press(stage, pilot, "space", "down", "space", "f8", "y")
        assert ticked(stage) == ["place", "note_taker"]
        assert "5 left unticked" in stage.shown("#next")
        await press(stage, pilot, "f8")
    told = told_by(stage)
    assert (told["ready_place"], told["ready_guide"], told["ready_reminder"]) == (True, False, False)


async def test_enter_ticks_and_goes_on_and_starts_on_the_last(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y")
        stage.screen.query_one("#ready_reminder").focus()
        await press(stage, pilot, "enter")
        assert focus(stage) == "ready_recording"
        await press(stage, pilot, "down", "enter")
    told = told_by(stage)
    assert (told["ready_reminder"], told["ready_introduction"], told["ready_place"]) == (True, True, False)


async def test_permission_to_record_ticks_itself_and_its_box_leads_to_the_question(
    workspace: Workspace,
) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert "not asked yet" in stage.shown("#ready_recording")
        stage.screen.query_one("#ready_recording").focus()
        await press(stage, pilot, "space")
        assert focus(stage) == "consent_recording"
        await press(stage, pilot, "n")
        assert "recording" in ticked(stage)
        assert "notes are enough" in stage.shown("#ready_recording")


async def test_a_tick_can_be_clicked(workspace: Workspace) -> None:
    async with on_stage(ready(workspace), size=(120, 40)) as (stage, pilot):
        await pilot.click("#ready_reminder", offset=(3, 0))
        await settle(stage, pilot)
        assert "reminder" in ticked(stage)


async def test_the_checklist_knows_the_channel_the_time_and_the_incentive(workspace: Workspace) -> None:
    add(
        workspace,
        Participant(pseudonym="P03", channel="video", scheduled="2026-11-21T14:00", incentive="50 €"),
    )
    async with on_stage(ready(workspace), size=(120, 40)) as (stage, _):
        assert "call link today 14:00" in stage.shown("#ready_place")
        assert "50 €" in stage.shown("#ready_incentive")
        assert "It takes about 30 minutes." in stage.shown("#ready_introduction")


# -- the rest of the form ------------------------------------------------------------------


async def test_the_people_at_work_and_the_screen_are_told(workspace: Workspace) -> None:
    known = plan(participant="P07", moderator="Ada")
    async with on_stage(ready(workspace, known)) as (stage, pilot):
        stage.screen.query_one("#note_taker").focus()
        await press(stage, pilot, *"Bo", "enter", "n", "f8", "y", "f8")
    found = started(stage)
    assert found.role == "notes"
    assert (found.people["participant"], found.people["moderator"], found.people["note_taker"]) == (
        "P07",
        "Ada",
        "Bo",
    )


async def test_arrows_move_between_the_fields_too(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        places = []
        for key in ("down", "down", "up", "shift+tab", "up"):
            await pilot.press(key)
            places.append(focus(stage))
    assert places == ["customer_kind", "feeling", "customer_kind", "participant", "guide"]


async def test_escape_goes_back_without_an_interview(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await pilot.press("escape")
        assert stage.told == [ReadyScreen.Cancelled()]


@pytest.mark.parametrize("answer", [["f8", "y"], ["down", "p"], ["f8", "down", "n"]])
async def test_answers_are_not_dropped_by_one_escape(workspace: Workspace, answer: list[str]) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, *answer, "escape")
        assert stage.told == []
        assert "Nothing of this is kept yet: the same key once more drops it." in stage.shown("#next")
        await press(stage, pilot, "down")
        await press(stage, pilot, "escape")
        assert stage.told == [ReadyScreen.Cancelled()]


async def test_who_answers_on_after_the_warning_is_warned_again(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "f8", "y", "escape", "n")
        assert "No notes, no session" in stage.shown("#next")
        await press(stage, pilot, "escape")
        assert stage.told == []


# -- the guide -----------------------------------------------------------------------------


async def test_another_guide_can_be_chosen_and_its_assumed_minutes_are_said(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        assert "30 min, 4 questions, 3 must-asks" in stage.shown("#facts")
        await pilot.press("up", "right")
        await pilot.pause()
        assert "(minutes assumed), 2 questions, 1 must-ask" in stage.shown("#facts")
        assert "Checkout [v2]" in stage.shown("#ready_guide")
        await press(stage, pilot, "f8", "y", "f8")
    found = started(stage)
    assert (found.guide.title, found.guide_name) == ("Checkout [v2]", "b-checkout.md")
    assert found.guide_source == OTHER


async def test_a_file_that_is_no_guide_says_so_and_starts_nothing(workspace: Workspace) -> None:
    async with on_stage(ready(workspace)) as (stage, pilot):
        await press(stage, pilot, "up", "right", "right", "f8")
        assert stage.told == []
        assert "c-broken.md" in stage.shown("#next")
        assert focus(stage) == "guide"
        await press(stage, pilot, "left", "left", "f8", "y", "f8")
    assert started(stage).guide == GUIDE


async def test_a_guide_from_elsewhere_stays_among_the_choices(workspace: Workspace) -> None:
    elsewhere = replace(plan(), guide_name="elsewhere.md")
    async with on_stage(ready(workspace, elsewhere)) as (stage, pilot):
        await press(stage, pilot, "up", "right", "left", "f8", "y", "f8")
    assert started(stage).guide_name == "elsewhere.md"


# -- looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_people_and_all_of_consent_are_in_view_at_once(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with on_stage(ready(workspace), size=size) as (stage, _):
        body = stage.screen.query_one("#form").region
        for name in (
            "guide",
            "participant",
            "who",
            "customer_kind",
            "moderator",
            "role",
            "consent_follow_up",
        ):
            assert body.contains_region(stage.screen.query_one(f"#{name}").region), name
        for word in ("F8", "back"):
            assert word in stage.shown("#keys")


@pytest.mark.parametrize("size", SIZES)
async def test_every_field_can_be_reached_and_is_in_view_then(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with on_stage(ready(workspace), size=size) as (stage, pilot):
        body = stage.screen.query_one("#form").region
        for _ in range(len(stage.screen.focus_chain)):
            await pilot.press("down")
            await pilot.pause()
            assert stage.focused is not None
            assert body.overlaps(stage.focused.region), stage.focused
            assert body.contains_point(stage.focused.region.offset), stage.focused


async def test_the_guide_stands_beside_the_form_where_there_is_room(workspace: Workspace) -> None:
    async with on_stage(ready(workspace), size=(120, 40)) as (stage, _):
        shown = stage.shown("#aside")
        assert "Clinic scheduling" in shown
        assert "Must be asked ! Tell me about yourself." in shown


@pytest.mark.parametrize("text", ["a [/] b", "\x1b[31mred", "取り消し", "[red]x[/red]"])
async def test_an_odd_participant_is_shown_harmless_and_refused(workspace: Workspace, text: str) -> None:
    async with on_stage(ready(workspace, plan(participant=text))) as (stage, pilot):
        assert "\x1b" not in stage.shown("#participant")
        await press(stage, pilot, "f8")
        assert stage.told == []
        assert "neither a pseudonym" in stage.shown("#next")


async def test_the_key_that_starts_can_be_clicked(workspace: Workspace) -> None:
    async with on_stage(ready(workspace, plan(participant="P07"))) as (stage, pilot):
        await press(stage, pilot, "f8", "y")
        await pilot.click("#keys", offset=(4, 0))
        await pilot.pause()
    assert told_by(stage)["participant"] == "P07"


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


def test_what_is_to_be_found_out_is_the_study_s_before_the_guide_s() -> None:
    guide = replace(GUIDE, success_metric="guide metric", objective="guide objective")
    study = Study(success_metric="study metric", objective="study objective")
    told = [
        words(guide_rows(of_guide, of_study, 60, 40)).partition("To find out\n")[2].splitlines()[0]
        for of_guide, of_study in (
            (guide, study),
            (guide, Study()),
            (GUIDE, replace(study, success_metric="")),
        )
    ]
    assert told == ["study metric", "guide metric", "study objective"]


@pytest.mark.parametrize("width", [20, 44, 90])
def test_the_facts_of_a_guide_fit(width: int) -> None:
    guide = replace(GUIDE, title="A title that goes on and on, 取り消しが出たら電話する")
    rows = [guide_fact_row(guide, width), *guide_rows(guide, Study(), width, 40)]
    assert all(width_of(row.spans) <= width for row in rows)


def test_a_guide_that_needs_more_rows_than_there_are_says_so() -> None:
    rows = guide_rows(GUIDE, Study(), 40, 6)
    assert len(rows) == 6
    assert words(rows).endswith("…")
