"""The people place: sheets by segment, the chain of referrals, and what can be taken along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.tui.shelf import SIZES, at_place, sample_workspace

from interview_tui.domain.events import FieldSet, FieldValue
from interview_tui.domain.participant import Contact
from interview_tui.domain.session import SESSION
from interview_tui.store.participants import edit_roster, read_roster
from interview_tui.store.session_file import open_session
from interview_tui.store.session_record import load_record
from interview_tui.store.workspace import Workspace
from interview_tui.tui.screens.people import PeopleScreen
from interview_tui.tui.screens.review import ReviewScreen

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
ONE, STAFF = "one-person workshop", "shop with staff"


@pytest.fixture
def study(tmp_path: Path) -> Workspace:
    return sample_workspace(tmp_path / "study")


@pytest.fixture
def nothing(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "new")
    workspace.create()
    return workspace


def set_field(workspace: Workspace, session: str, name: str, said: FieldValue) -> None:
    """Change what a session knows of its participant."""
    path = workspace.session_path(session)
    events = load_record(path).events
    file = open_session(path)
    counter = max(event.counter for event in events) + 1
    event = FieldSet(
        id=f"{counter:026}",
        device="test",
        counter=counter,
        at_ms=0,
        author="",
        target=SESSION,
        name=name,
        value=said,
    )
    file.add(event)
    assert file.close(10)


def set_participant(workspace: Workspace, pseudonym: str, **told: str) -> None:
    """Change the file of participants by hand, as somebody may."""
    path = workspace.participants_file
    tables = json.loads(path.read_text("utf-8"))
    row = next(row for row in tables["participants"].values() if row["pseudonym"] == pseudonym)
    row.update(told)
    path.write_text(json.dumps(tables), "utf-8")


def session_of(workspace: Workspace, day: str) -> str:
    return next(path.stem for path in workspace.session_paths() if path.stem.startswith(f"2026-11-{day}"))


# -- personas ------------------------------------------------------------------------------


@each_size
async def test_a_sheet_says_whose_it_is_and_counts_people_beside_mentions(
    study: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(study, "people", size) as reader:
        assert ONE in reader.shown("#head")
        assert "4 of 5 people interviewed 1 of 2" in reader.shown("#head")
        assert "Background 4 people, 8 mentions" in reader.shown("#sheet")
        assert "▸ P01 01:02 alone since 2019" in reader.shown("#sheet")
        assert "P01, Get comfortable, 01:02, 2026-11-02" in reader.shown("#side")
        for word in ("open", "segment", "referrals", "export", "help"):
            assert word in reader.shown("#keys")


async def test_the_people_of_the_segment_stand_beside_with_kind_and_feeling(study: Workspace) -> None:
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("right")
        assert STAFF in reader.shown("#head")
        side = reader.shown("#side")
        assert "P03 paying, loves it P05 paying, hates it P07 former P08 prospect" in side
        assert "P10 prospect not met yet" in side


@pytest.mark.parametrize("keys", [["right"], ["right_square_bracket"], ["left"], ["l"], ["right", "h", "h"]])
async def test_keys_change_the_segment_around_the_end(study: Workspace, keys: list[str]) -> None:
    async with at_place(study, "people") as reader:
        await reader.press(*keys)
        assert STAFF in reader.shown("#head")


async def test_space_shows_all_notes_of_a_heading_and_a_few_again(study: Workspace) -> None:
    async with at_place(study, "people", (120, 40)) as reader:
        assert "2 more: space shows them" in reader.shown("#sheet")
        await reader.press("space")
        assert "2 more" not in reader.shown("#sheet")
        assert "space folds them again" in reader.shown("#sheet")
        await reader.press(*["down"] * 8, "space")
        assert "2 more: space shows them" in reader.shown("#sheet")
        assert "▸" in reader.shown("#sheet")


async def test_the_selection_stays_in_view_to_the_end_and_back(study: Workspace) -> None:
    async with at_place(study, "people", (60, 20)) as reader:
        await reader.press("end")
        assert "▸" in reader.shown("#sheet")
        assert "Background" not in reader.shown("#sheet")
        await reader.press("home")
        assert reader.lines("#sheet")[0].split()[0] == "Background"
        assert "▸ P01 01:02" in reader.shown("#sheet")


async def test_each_sheet_keeps_its_own_selection(study: Workspace) -> None:
    async with at_place(study, "people") as reader:
        await reader.press("down", "right", "left")
        assert "▸ P01 02:34" in reader.shown("#sheet")


async def test_enter_opens_the_note_and_coming_back_finds_the_sheet_as_it_was(study: Workspace) -> None:
    async with at_place(study, "people") as reader:
        await reader.press("right", "down", "down")
        chosen = next(line for line in reader.lines("#sheet") if "▸" in line)
        await reader.press("enter")
        assert isinstance(reader.app.screen, ReviewScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, PeopleScreen)
        assert STAFF in reader.shown("#head")
        assert chosen in reader.lines("#sheet")


async def test_a_click_chooses_and_a_second_one_opens(study: Workspace) -> None:
    async with at_place(study, "people") as reader:
        y = next(at for at, line in enumerate(reader.lines("#sheet")) if "02:34" in line)
        await reader.pilot.click("#sheet", offset=(20, y))
        await reader.settle()
        assert "▸ P01 02:34" in reader.shown("#sheet")
        await reader.pilot.click("#sheet", offset=(20, y))
        await reader.settle()
        assert isinstance(reader.app.screen, ReviewScreen)


async def test_quotes_of_who_does_not_allow_it_are_marked_on_the_screen_and_in_the_file(
    study: Workspace,
) -> None:
    set_field(study, session_of(study, "02"), "consent_quoting", False)
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("end")
        assert "not to be quoted" in reader.shown("#sheet")
        await reader.press("x")
        assert "Wrote the sheet of one-person workshop" in reader.shown("#said")
    text = (study.path / "exports" / "persona-one-person-workshop.md").read_text("utf-8")
    lines = text.splitlines()
    assert [line for line in lines if "“" in line]
    assert not [line for line in lines if "“" in line and "(P01," in line]
    assert [line for line in lines if "not to be quoted" in line and "(P01," in line]
    assert "left out and counted" in lines[-1]


async def test_a_sheet_is_copied_or_left_in_a_file(study: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    async def copy(_app: object, text: str) -> bool:
        copied.append(text)
        return len(copied) == 1

    monkeypatch.setattr("interview_tui.tui.screens.people.copy", copy)
    async with at_place(study, "people") as reader:
        await reader.press("c")
        assert "Copied the sheet of one-person workshop." in reader.shown("#said")
        assert copied[0].startswith("# one-person workshop\n")
        assert not (study.path / "exports").exists()
        await reader.press("c")
        assert "also in exports/persona-one-person-workshop.md" in reader.shown("#said")


async def test_a_name_in_a_sheet_is_told_before_it_leaves(study: Workspace) -> None:
    with edit_roster(study.participants_file) as editor:
        person = editor.roster.get("P01")
        assert person is not None
        editor.replace(person, Contact(pseudonym="P01", name="Malmö Side Street"))
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("x")
        assert "look before anybody else gets it" in reader.shown("#said")


async def test_an_export_that_cannot_be_written_says_why(study: Workspace) -> None:
    (study.path / "exports").write_text("a file", "utf-8")
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("x")
        assert "cannot be written because" in reader.shown("#said")


# -- referrals -----------------------------------------------------------------------------


@each_size
async def test_the_chain_is_a_tree_with_how_far_each_has_come(
    study: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(study, "people", size) as reader:
        await reader.press("r")
        assert "10 people, 8 interviewed, longest chain 5" in reader.shown("#head")
        told = [line.split()[:4] for line in reader.lines("#sheet")]
        assert told[0][:3] == ["▸P01", "✓", "interviewed"]
        assert told[1] == ["└", "P02", "✓", "interviewed"]
        assert told[4] == ["└", "P09", "○", "planned"]
        assert told[7] == ["├", "P07", "✓", "interviewed"]
        assert "P01 ✓ interviewed" in reader.shown("#side")


async def test_what_debriefs_and_notes_tell_stands_beside_and_tab_goes_back(study: Workspace) -> None:
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("tab", "down", "down")
        side = reader.shown("#side")
        assert "chain P01 → P02 → P04 → P06" in side
        assert "debrief a friend in Kyoto" in side
        await reader.press("tab")
        assert "Background" in reader.shown("#sheet")


async def test_somebody_who_was_named_and_never_written_down_is_told(study: Workspace) -> None:
    set_participant(study, "P09", referred_by="", scheduled="")
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("r")
        assert "1 to write down" in reader.shown("#head")
        assert "named Maeve" in reader.shown("#sheet")
        assert "Named by nobody, and named nobody P09" in reader.shown("#sheet")
        await reader.press("down", "down", "down")
        assert "Nobody they named is in the list" in reader.shown("#side")


async def test_circles_strangers_and_those_who_withdrew_have_their_place(study: Workspace) -> None:
    set_participant(study, "P01", referred_by="P99")
    set_participant(study, "P03", referred_by="P07")
    set_participant(study, "P08", withdrawn_utc="2026-11-20T00:00:00+00:00")
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("r")
        told = reader.shown("#sheet")
        assert "P99 ? not in the list" in told
        assert "P08 ✗ withdrew" in told
        assert "↺ named by P07" in told
        await reader.press("enter")
        assert "There is no interview with P99 to open." in reader.shown("#said")


async def test_enter_opens_their_newest_session(study: Workspace) -> None:
    async with at_place(study, "people") as reader:
        await reader.press("r", "down", "enter")
        assert isinstance(reader.app.screen, ReviewScreen)
        assert "P02" in reader.picture.splitlines()[0]


async def test_the_chain_is_exported_without_a_name(study: Workspace) -> None:
    names = [contact.name for contact in read_roster(study.participants_file).contacts.values()]
    async with at_place(study, "people") as reader:
        await reader.press("r", "x")
        assert not [name for name in names if name and name in reader.picture]
    text = (study.path / "exports" / "referrals.md").read_text("utf-8")
    assert "- P01, interviewed, one-person workshop\n" in text
    assert "\n    - P04, interviewed" in text
    words = [word for name in names for word in name.split()]
    assert "Idris" in words
    assert not [word for word in words if word in text]


# -- whatever there is ---------------------------------------------------------------------


@each_size
async def test_where_nobody_is_yet_it_says_what_to_do(nothing: Workspace, size: tuple[int, int]) -> None:
    async with at_place(nothing, "people", size) as reader:
        assert "Nobody was interviewed yet" in reader.shown("#sheet")
        await reader.press("down", "enter", "space", "right", "x", "r", "enter", "down")
        assert "Nobody yet. At the end of an interview" in reader.shown("#sheet")


async def test_a_damaged_list_of_participants_is_told_and_the_sheets_stand(study: Workspace) -> None:
    study.participants_file.write_bytes(b"no json")
    async with at_place(study, "people", (120, 40)) as reader:
        assert "participants.json is not a file of participants any more" in reader.shown("#said")
        assert "4 people interviewed" in reader.shown("#head")
        assert "Background" in reader.shown("#sheet")


@each_size
async def test_a_question_mark_shows_the_keys_until_the_next_one(
    study: Workspace, size: tuple[int, int]
) -> None:
    async with at_place(study, "people", size) as reader:
        await reader.press("question_mark")
        for word in ("Keys of this place", "another segment", "personas or referrals", "another place"):
            assert word in reader.shown("#sheet")
        await reader.press("x")
        assert "Background" in reader.shown("#sheet")
        assert not (study.path / "exports").exists()


async def test_typed_text_is_never_read_as_markup(study: Workspace) -> None:
    set_field(study, session_of(study, "02"), "segment", "a [/] b\x1b[31m")
    async with at_place(study, "people", (120, 40)) as reader:
        await reader.press("left")
        assert "a [/] b" in reader.shown("#head")
        assert "\x1b" not in reader.picture
