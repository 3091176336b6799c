"""The insights' place: what the keys do, what is shown of it, and that nothing typed is lost."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from tests.store.support import Faults
from tests.tui.library import SIZES, Seat, a_library_workspace, at_place
from tests.tui.support import lines_of
from textual.widgets import Input

from interview_tui.domain.insights import Insight, describe, insights_of, put_evidence, vote
from interview_tui.domain.participant import Contact, Participant
from interview_tui.domain.themes import new_theme
from interview_tui.store.participants import edit_roster
from interview_tui.store.study_record import read_study_draft, read_study_record
from interview_tui.store.workspace import Workspace
from interview_tui.tui.library_desk import LibraryDesk
from interview_tui.tui.library_journey import LibraryJourney
from interview_tui.tui.screens.insight_cards import GradeCard
from interview_tui.tui.screens.insight_form import InsightForm
from interview_tui.tui.screens.insights import InsightsScreen
from interview_tui.tui.screens.pick_evidence import PickEvidence

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

DAYS = [f"2026-11-{day:02}-1000-abcd" for day in (2, 3, 4, 5)]
LISTS, CALLS = "insight:00000000000000000000000001", "insight:00000000000000000000000002"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_library_workspace(tmp_path / "work")


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(monkeypatch)


@pytest.fixture
def two(workspace: Workspace) -> Workspace:
    """Calls are lost: two for it, ranked first. Lists are on paper: everybody for it, one against too."""
    desk = desk_of(workspace)
    desk.write("x", describe(LISTS, statement="Lists are on [paper]"))
    desk.write("x", put_evidence(LISTS, [f"{day}/note-0" for day in DAYS], "for"))
    desk.write("x", put_evidence(LISTS, [f"{DAYS[0]}/note-2"], "against"))
    desk.write("x", vote(Insight(id=LISTS), "bea", 1))
    desk.write("x", describe(CALLS, statement="Calls are lost", decision="act", owner="bea"))
    desk.write("x", put_evidence(CALLS, [f"{DAYS[2]}/note-0", f"{DAYS[3]}/note-1"], "for"))
    desk.write("x", vote(Insight(id=CALLS), "bea", 5))
    return workspace


def desk_of(workspace: Workspace) -> LibraryDesk:
    from interview_tui.domain.study import Study
    from interview_tui.store.config import Config

    return LibraryDesk(workspace, Study(), Config(moderator="bea"))


def kept(workspace: Workspace) -> dict[str, Insight]:
    """The insights as the file has them."""
    return {insight.id: insight for insight in insights_of(read_study_record(workspace.study_record))}


def statements(seat: Seat) -> list[str]:
    pane = seat.app.screen.query_one("#list")
    return [line[6:].split("  ")[0] for line in lines_of(pane) if line[2:3].isdigit() or line[2:3] == "–"]


# -- looking -------------------------------------------------------------------------------


@each_size
async def test_without_insights_it_says_what_one_is_and_how_to_begin(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(workspace, "insights", size) as seat:
        assert "No insights yet" in seat.picture
        assert "n writes the first one" in seat.picture
        assert "n new" in seat.shown("#keys")
        await seat.press("a", "v", "c", "d", "e", "x", "y", "w", "space", "J", "enter", "down", "left")
        assert "No insights yet" in seat.picture
    assert not workspace.study_record.exists()


@each_size
async def test_insights_stand_in_the_order_of_their_rank(two: Workspace, size: tuple[int, int]) -> None:
    async with at_place(two, "insights", size) as seat:
        assert statements(seat) == ["Calls are lost", "Lists are on [paper]"]
        assert "2 of 4" in seat.shown("#list")
        assert "15.0" in seat.shown("#list")
        assert "customers" in seat.shown("#detail")
        assert "bea 5" in seat.shown("#detail")


async def test_the_chosen_one_tells_all_that_is_behind_it(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        await seat.press("down")
        told = seat.shown("#detail")
        assert "Lists are on [paper]" in told
        assert "4 of 4 for, 1 against" in told
        assert "For 4 people clinics 2, labs 2" in told
        assert "Against 1 person clinics 1 P01: a screen at the desk" in told
        assert told.index("For 4 people") < told.index("Against 1 person")


async def test_a_quote_that_may_not_be_used_is_marked_where_it_is_shown(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        told = seat.shown("#detail")
        assert "“P04: I lose [calls] every day” P04 · labs · quote not to be quoted" in told
        assert told.count("not to be quoted") == 1


async def test_what_one_person_says_is_a_story_and_is_called_so(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        await seat.press("enter", "x")
        assert "Only one person speaks for it: a story, not a pattern yet." in seat.shown("#detail")
        await seat.press("x")
        assert "No note speaks for it yet." in seat.shown("#detail")


async def test_the_picture_shows_where_each_insight_stands_where_there_is_room(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        told = seat.shown("#picture")
        assert "customers →" in told
        assert "team alone" in told
    async with at_place(two, "insights", (120, 24)) as seat:
        assert not seat.app.screen.query_one("#picture").display


@each_size
async def test_the_keys_stand_where_the_list_was_until_the_next_key(
    two: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(two, "insights", size) as seat:
        await seat.press("question_mark")
        assert "Keys of this place" in seat.picture
        assert "vote: how important is it to the team" in seat.picture
        await seat.press("down")
        assert "Keys of this place" not in seat.picture


# -- writing one ---------------------------------------------------------------------------


@each_size
async def test_a_new_insight_is_kept_and_chosen(workspace: Workspace, size: tuple[int, int]) -> None:
    async with at_place(workspace, "insights", size) as seat:
        await seat.press("n")
        await seat.type("Lists 1 to 8 are on paper, q")
        await seat.press("tab", "right", "tab")
        await seat.type("ask two")
        await seat.press("enter")
        await seat.type("bea")
        await seat.press("enter")
        assert isinstance(seat.app.screen, InsightsScreen)
        assert statements(seat) == ["Lists 1 to 8 are on paper, q"]
        assert "a adds the notes" in seat.shown("#said")
    (insight,) = kept(workspace).values()
    assert (insight.statement, insight.decision) == ("Lists 1 to 8 are on paper, q", "act")
    assert (insight.next_step, insight.owner) == ("ask two", "bea")


async def test_a_new_insight_that_was_never_saved_is_offered_again(workspace: Workspace) -> None:
    async with at_place(workspace, "insights") as seat:
        await seat.press("n")
        await seat.type("Calls are lost")
        await seat.pilot.pause(0.4)
        await seat.settle()
        assert "Calls are lost" in workspace.study_record.read_text("utf-8")
    async with at_place(workspace, "insights") as seat:  # the one before went without a word
        await seat.press("n")
        assert "You typed this before" in seat.shown("#problem")
        await seat.type(" often")
        await seat.press("f8")
        assert [insight.statement for insight in kept(workspace).values()] == ["Calls are lost often"]
        await seat.press("n")
        assert seat.app.screen.query_one("#statement", Input).value == ""
    assert not read_study_draft(workspace.study_record, "insight/ada")


async def test_what_was_left_on_purpose_is_not_offered_again(workspace: Workspace) -> None:
    async with at_place(workspace, "insights") as seat:
        await seat.press("n")
        await seat.type("no")
        await seat.press("escape", "escape", "n")
        assert seat.app.screen.query_one("#statement", Input).value == ""
        assert seat.shown("#problem") == ""


async def test_an_edit_changes_only_what_was_changed(two: Workspace) -> None:
    before = len(read_study_record(two.study_record).events)
    async with at_place(two, "insights") as seat:
        await seat.press("e")
        seat.app.screen.query_one("#statement", Input).value = "Calls get lost"
        await seat.press("f8")
        assert statements(seat)[0] == "Calls get lost"
    assert len(read_study_record(two.study_record).events) == before + 1
    assert kept(two)[CALLS].owner == "bea"


async def test_an_insight_needs_words(workspace: Workspace) -> None:
    async with at_place(workspace, "insights") as seat:
        await seat.press("n", "f8")
        assert "needs a statement" in seat.shown("#problem")
        await seat.press("escape")
        assert isinstance(seat.app.screen, InsightsScreen)


async def test_leaving_what_was_typed_is_asked_about_once(workspace: Workspace) -> None:
    async with at_place(workspace, "insights") as seat:
        await seat.press("n")
        await seat.type("half")
        await seat.press("escape")
        assert "is not saved: F8 saves it" in seat.shown("#problem")
        await seat.type(" a")
        await seat.press("ctrl+c")
        assert not seat.app._exit
        await seat.type(" b")
        await seat.press("escape", "escape")
        assert isinstance(seat.app.screen, InsightsScreen)
    assert not kept(workspace)
    record = workspace.study_record
    assert not record.exists() or "half" not in record.read_text("utf-8")


async def test_a_disk_that_refuses_leaves_what_was_typed_in_the_form(
    workspace: Workspace, faults: Faults
) -> None:
    async with at_place(workspace, "insights") as seat:
        await seat.press("n")
        await seat.type("Lists")
        faults.start("sync_file")
        await seat.press("f8")
        assert "because the disk is full" in seat.shown("#problem")
        assert isinstance(seat.app.screen, InsightForm)
        faults.stop()
        await seat.press("f8")
        assert statements(seat) == ["Lists"]
    assert [insight.statement for insight in kept(workspace).values()] == ["Lists"]


async def test_a_participant_s_name_is_told_before_it_is_kept(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P01"), Contact(pseudonym="", name="Zoe Lovelace"))
    async with at_place(workspace, "insights") as seat:
        await seat.press("n")
        await seat.type("zoe lovelace loses calls")
        await seat.press("f8")
        assert "the name of P01" in seat.shown("#problem")
        assert not kept(workspace)
        await seat.press("f8")
        assert statements(seat) == ["zoe lovelace loses calls"]


# -- evidence ------------------------------------------------------------------------------


@each_size
async def test_notes_are_found_while_somebody_types_and_kept_on_their_side(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(workspace, "insights", size) as seat:
        await seat.press("n")
        await seat.type("Lists")
        await seat.press("f8", "a")
        assert isinstance(seat.app.screen, PickEvidence)
        assert "12 notes" in seat.shown("#top")
        assert "esc done" in seat.shown("#keys")
        await seat.type("paper p03")
        assert "1 note" in seat.shown("#top")
        await seat.press("enter")
        assert "✓ for P03: the list is on paper" in seat.shown("#found")
        seat.app.screen.query_one(Input).value = ""
        await seat.type("calls 1")
        await seat.press("f2")
        assert "✗ against" in seat.shown("#found")
        await seat.press("escape")
        assert isinstance(seat.app.screen, InsightsScreen)
        assert seat.shown("#said") == "1 note for it, 1 against it."
        assert "1 of 4" in seat.shown("#list") + seat.shown("#detail")
    (insight,) = kept(workspace).values()
    assert insight.evidence == ((f"{DAYS[2]}/note-0", "for"), (f"{DAYS[0]}/note-1", "against"))


async def test_the_same_key_once_more_takes_a_note_out(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("a")
        await seat.type("calls p04")
        await seat.press("enter")
        assert "a note taken out: 1 of 4 people for it now." in seat.shown("#said")
    assert kept(two)[CALLS].evidence == ((f"{DAYS[2]}/note-0", "for"),)


async def test_quotes_are_offered_first_and_the_whole_note_is_shown(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("a")
        assert "“P01: I lose [calls] every day”" in seat.shown("#whole")
        await seat.press("down", "down", "down")
        assert "not to be quoted" in seat.shown("#whole")
        await seat.press("pagedown", "pagedown", "up", "down")
        assert "P04: a screen at the desk" in seat.shown("#whole")


async def test_all_notes_of_a_theme_are_put_in_and_taken_out_at_once(two: Workspace) -> None:
    desk = desk_of(two)
    keys = [f"{DAYS[0]}/note-0", f"{DAYS[1]}/note-0", "2026-01-01-1000-gone/note-0"]
    desk.write("x", new_theme((), "theme:1", "The phone", keys))
    async with at_place(two, "insights") as seat:
        await seat.press("a", "f3")
        assert "The phone 2 notes of 2 people" in seat.shown("#found")
        await seat.press("f2")
        assert "✗ against The phone" in seat.shown("#found")
        assert [kept(two)[CALLS].side_of(key) for key in keys] == ["against", "against", None]
        await seat.press("f2")
        assert [kept(two)[CALLS].side_of(key) for key in keys] == [None, None, None]
        await seat.type("nowhere")
        assert "No theme has all of these words." in seat.shown("#found")
        await seat.press("enter", "f3")
        assert "12 notes" in seat.shown("#top")


async def test_without_themes_it_says_where_they_are_made(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("a", "f3")
        assert "No themes yet: place 4" in seat.shown("#found")


async def test_a_full_disk_is_told_in_the_picker_and_nothing_is_half_kept(
    two: Workspace, faults: Faults
) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("a")
        faults.start("write_at")
        await seat.press("enter")
        assert "because the disk is full" in seat.shown("#said")
        assert "✓ for “P01" not in seat.shown("#found")
        faults.stop()
        await seat.press("enter")
        assert "✓ for “P01" in seat.shown("#found")


async def test_a_note_changes_sides_is_taken_out_and_comes_back(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        await seat.press("enter")
        assert "▸ “P04: I lose" in seat.shown("#detail")
        await seat.press("space")
        assert kept(two)[CALLS].side_of(f"{DAYS[3]}/note-1") == "against"
        assert "Against 1 person labs 1 ▸ “P04" in seat.shown("#detail")
        await seat.press("x")
        assert kept(two)[CALLS].side_of(f"{DAYS[3]}/note-1") is None
        await seat.press("u", "u")
        assert kept(two)[CALLS].side_of(f"{DAYS[3]}/note-1") == "for"
        await seat.press("escape")
        assert "n new" in seat.shown("#keys")


async def test_enter_on_a_note_asks_for_it_in_its_session(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    async def note_chosen(_: object, message: InsightsScreen.NoteChosen) -> None:
        asked.append((message.session, message.note))

    monkeypatch.setattr(LibraryJourney, "on_library_screen_note_chosen", note_chosen)
    async with at_place(two, "insights") as seat:
        await seat.press("enter", "down", "enter")
    assert asked == [(DAYS[2], "note-0")]


async def click(seat: Seat, selector: str, words: str) -> None:
    """Click on the row of a pane that holds these words."""
    pane = seat.app.screen.query_one(selector)
    y, x = next((y, line.index(words)) for y, line in enumerate(lines_of(pane)) if words in line)
    await seat.pilot.click(pane, offset=(x, y))
    await seat.settle()


async def test_the_mouse_does_what_the_keys_do(two: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def note_chosen(_: object, message: InsightsScreen.NoteChosen) -> None:
        asked.append(message.session)

    monkeypatch.setattr(LibraryJourney, "on_library_screen_note_chosen", note_chosen)
    async with at_place(two, "insights", (120, 40)) as seat:
        await click(seat, "#list", "Lists are")
        assert "4 of 4 for" in seat.shown("#detail")
        await click(seat, "#detail", "P03: the list")
        assert "▸ P03: the list" in seat.shown("#detail")
        assert asked == []
        await click(seat, "#detail", "P03: the list")
        assert asked == [DAYS[2]]
        await click(seat, "#list", "Calls are")
        await click(seat, "#keys", "vote")
        await click(seat, "RowsPane", "nice to have")
        assert kept(two)[CALLS].vote_of("ada") == 2
        await click(seat, "#keys", "evidence")
        await click(seat, "#found", "P02: I lose")
        assert kept(two)[CALLS].side_of(f"{DAYS[1]}/note-1") is None
        await click(seat, "#found", "P02: I lose")
        assert kept(two)[CALLS].side_of(f"{DAYS[1]}/note-1") == "for"


async def test_another_size_shows_the_same_in_other_panes(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        await seat.press("down")
        for size in ((60, 20), (80, 24), (200, 60), (60, 20)):
            await seat.pilot.resize_terminal(*size)
            await seat.settle()
            assert "▸ 2 Lists are on [paper]" in seat.shown("#list").replace("   ", " ")
            assert "4 of 4 for, 1 against" in seat.shown("#detail")
        await seat.press("enter")
        assert not seat.app.screen.query_one("#left").display
        assert "▸ P01: the list is on paper" in seat.shown("#detail")


# -- judging -------------------------------------------------------------------------------


async def test_a_vote_counts_under_its_own_name(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("v")
        assert isinstance(seat.app.screen, GradeCard)
        await seat.press("1")
        assert "ada voted 1" in seat.shown("#said")
        assert kept(two)[CALLS].team == (("ada", 1), ("bea", 5))
        assert "The team is far apart" in seat.shown("#detail")
        await seat.press("v", "tab")
        await seat.type("cid 3")
        await seat.press("enter", "4")
        assert kept(two)[CALLS].team == (("ada", 1), ("bea", 5), ("cid 3", 4))
        await seat.press("v", "0")
        assert "cid 3: no vote" in seat.shown("#said")
        await seat.press("v", "escape")
    assert kept(two)[CALLS].team == (("ada", 1), ("bea", 5))


async def test_who_said_nothing_of_themselves_is_asked_with_the_first_vote(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        screen = seat.app.screen
        assert isinstance(screen, InsightsScreen)
        screen.desk.voter = ""
        await seat.press("v", "3", "enter")
        assert isinstance(seat.app.screen, GradeCard)
        assert seat.app.focused is seat.app.screen.query_one(Input)
        assert "Whose vote is it?" in seat.picture
        await seat.press("escape", "escape")
        assert isinstance(seat.app.screen, InsightsScreen)
        assert kept(two)[CALLS].team == (("bea", 5),)
        await seat.press("v", "3")
        await seat.type("Noor")
        await seat.press("enter")
        assert "Noor voted 3" in seat.shown("#said")
        await seat.press("v", "2")
    assert kept(two)[CALLS].team == (("Noor", 2), ("bea", 5))


async def test_who_voted_before_is_offered(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("v", "tab", "down", "enter", "1")
    assert kept(two)[CALLS].team == (("bea", 1),)


async def test_the_importance_to_customers_is_set_by_hand_and_said_so(two: Workspace) -> None:
    async with at_place(two, "insights", (120, 40)) as seat:
        await seat.press("c", "5")
        assert "adjusted by hand; evidence says 3.0" in seat.shown("#detail")
        assert "5.0*" in seat.shown("#list")
        await seat.press("c", "0")
        assert "adjusted" not in seat.shown("#detail")
    assert kept(two)[CALLS].by_hand is None


async def test_a_decision_goes_round(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        decided = []
        for _ in range(4):
            await seat.press("d")
            decided.append(kept(two)[CALLS].decision)
    assert decided == ["later", "no", "", "act"]


async def test_equals_change_places_and_others_do_not(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("J")
        assert "the rank says the rest" in seat.shown("#said")
        await seat.press("c", "1", "down", "c", "5")
        assert statements(seat) == ["Lists are on [paper]", "Calls are lost"]
        assert "1=" in seat.shown("#list")
        await seat.press("J")
        assert statements(seat) == ["Calls are lost", "Lists are on [paper]"]
        await seat.press("K")
        assert statements(seat) == ["Lists are on [paper]", "Calls are lost"]
        await seat.press("u", "K")
        assert statements(seat) == ["Lists are on [paper]", "Calls are lost"]


async def test_an_insight_is_removed_and_comes_back_whole(two: Workspace) -> None:
    before = kept(two)
    async with at_place(two, "insights") as seat:
        await seat.press("x")
        assert statements(seat) == ["Lists are on [paper]"]
        assert "u brings it back" in seat.shown("#said")
        await seat.press("delete")
        assert "No insights yet" in seat.picture
        await seat.press("u", "u", "u")
        assert statements(seat) == ["Calls are lost", "Lists are on [paper]"]
        assert "nothing to undo" in seat.shown("#said")
    assert kept(two) == before


async def test_what_others_voted_meanwhile_is_seen_after_reading_again(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("d")
        desk_of(two).write("x", vote(Insight(id=CALLS), "cid", 1))
        await seat.press("r")
        assert "bea 5, cid 1" in seat.shown("#detail")
        await seat.press("u")
        assert kept(two)[CALLS].decision == "act"


# -- out of it -----------------------------------------------------------------------------


async def test_the_report_has_quotes_and_counts_and_leaves_out_who_forbade_it(two: Workspace) -> None:
    async with at_place(two, "insights") as seat:
        await seat.press("w")
        assert "Wrote exports/insights.md." in seat.shown("#said")
        await seat.press("w")
        assert "Wrote exports/insights.md, over the one before." in seat.shown("#said")
    text = (two.path / "exports" / "insights.md").read_text("utf-8")
    assert text.startswith("# Insights: Clinics \\[round 2\\]\n")
    assert "Lists are on \\[paper\\]" in text
    assert "P04: I lose" not in text
    assert "P04: the list is on paper" in text, "it is the note-taker's own words"
    assert "1 quote is left out and counted: the person does not allow quoting." in text


async def test_a_report_that_cannot_be_written_is_told(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("interview_tui.store.exports.replace_file", refuse)
    async with at_place(two, "insights") as seat:
        await seat.press("w")
        assert "cannot be written because the disk is full" in seat.shown("#said")


async def test_a_note_is_copied_with_where_it_comes_from(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    async def take(_: object, text: str) -> bool:
        copied.append(text)
        return True

    monkeypatch.setattr("interview_tui.tui.clipboard.copy", take)
    async with at_place(two, "insights") as seat:
        await seat.press("enter", "y", "down", "y")
    assert copied == [
        "“P04: I lose [calls] every day” — P04, labs, 2026-11-21 (not to be quoted)",
        "P03: the list is on paper — P03, labs, 2026-11-21",
    ]


async def test_a_record_that_cannot_be_read_is_told_and_nothing_is_changed(two: Workspace) -> None:
    two.study_record.write_bytes(b"{")
    async with at_place(two, "insights") as seat:
        assert "not a file of themes and insights any more" in seat.shown("#list")
        await seat.press("n", "a", "d", "u")
        assert isinstance(seat.app.screen, InsightsScreen)
    assert two.study_record.read_bytes() == b"{"


async def test_notes_that_are_no_more_are_counted_nowhere_and_said_once(two: Workspace) -> None:
    (two.sessions / f"{DAYS[2]}.json").unlink()
    async with at_place(two, "insights", (120, 40)) as seat:
        assert "1 of its notes is there no more and not counted." in seat.shown("#detail")
        assert "1 of 3" in seat.shown("#list")
    assert json.loads(two.study_record.read_bytes())["events"]
