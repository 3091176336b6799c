"""The participants' screen: who is shown when, what the keys do, and that it hides who people are."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.store.people import FINISHED, SECRETS, WORDS, left_of, write_people
from tests.store.support import files_in
from tests.tui.support import lines_of
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input

from interview_tui.domain.participant import Consent, Contact, Participant
from interview_tui.domain.session import SESSION, Session
from interview_tui.domain.study import Segment, Study
from interview_tui.store import participants
from interview_tui.store.config import Config
from interview_tui.store.locks import SessionLock
from interview_tui.store.participants import edit_roster, read_roster
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.forms import Choice
from interview_tui.tui.participant_rows import (
    Item,
    Overview,
    consent_marks,
    detail_rows,
    item_row,
    list_items,
)
from interview_tui.tui.screens.forget import ForgetScreen
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.participant_form import ParticipantForm
from interview_tui.tui.screens.participants import ParticipantsScreen
from interview_tui.tui.screens.ready import ReadyScreen
from interview_tui.tui.widgets.rows_pane import RowsPane

SIZES = ((60, 20), (80, 24), (120, 40))
STUDY = Study(title="Clinics [round 2]", segments=(Segment(name="clinics"), Segment(name="practices")))
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@dataclass
class Seat:
    """A person in front of the participants' screen."""

    app: InterviewApp
    pilot: Pilot[int]
    workspace: Workspace

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        for _ in range(2):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def fill(self, name: str, text: str) -> None:
        """Type into a field of the form, over what stands there."""
        field = self.app.screen.query_one(f"#{name}", Input)
        field.focus()
        field.value = ""
        await self.press(*(("space" if letter == " " else letter) for letter in text))

    def choose(self, name: str, value: object) -> None:
        """Choose an option of the form."""
        choice = self.app.screen.query_one(f"#{name}", Choice)
        choice.choose(next(at for at, (known, _) in enumerate(choice._options) if known == value))

    def shown(self, selector: str) -> str:
        return " ".join(" ".join(lines_of(self.app.screen.query_one(selector))).split())

    @property
    def picture(self) -> str:
        """Everything on the screen, without the frames."""
        return " ".join(" ".join(strip.text for strip in self.app.screen._compositor.render_strips()).split())

    def known(self, pseudonym: str) -> Participant:
        found = read_roster(self.workspace.participants_file).get(pseudonym)
        assert found is not None
        return found


@asynccontextmanager
async def at_people(workspace: Workspace, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seat]:
    """The real app, from home by `w` to the participants."""
    app = InterviewApp(workspace, Config(), lambda app: app.home_screen(), STUDY, first="home")
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot, workspace)
        await seat.settle()
        await seat.press("w")
        assert isinstance(app.screen, ParticipantsScreen)
        yield seat


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "work")
    workspace.create()
    return workspace


@pytest.fixture
def people(workspace: Workspace) -> Workspace:
    """Zoë Lovelace is P07, was named by P02 and named P08; P07 and P08 have sessions."""
    write_people(workspace)
    return workspace


# -- looking -------------------------------------------------------------------------------


@each_size
async def test_everybody_stands_in_a_group_at_every_size(people: Workspace, size: tuple[int, int]) -> None:
    async with at_people(people, size) as seat:
        shown = seat.shown("#people")
        assert "No appointment yet: 1 ▸ P02" in shown
        assert "Interviewed: 2 P07 clinics" in shown
        assert "2 sessions" in shown
        assert "Clinics [round" in seat.shown("#top")
        for word in ("ready", "add", "edit", "who", "forget", "home"):
            assert word in seat.shown("#keys")


@each_size
async def test_nobody_is_named_until_it_is_asked_for(people: Workspace, size: tuple[int, int]) -> None:
    async with at_people(people, size) as seat:
        await seat.press("down")
        assert "contact data hidden" in seat.shown("#top")
        assert "name, e-mail, phone, note: c shows them" in seat.shown("#detail")
        assert not [secret for secret in SECRETS if secret in seat.picture]
        await seat.press("c")
        assert "contact data in view" in seat.shown("#top")
        assert "Zoë Lovelace" in seat.shown("#detail")
        await seat.press("c")
        assert not [secret for secret in SECRETS if secret in seat.picture]


async def test_contact_data_are_hidden_again_when_somebody_else_is_chosen(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("down", "c", "down")
        assert "contact data hidden" in seat.shown("#top")
        await seat.press("up")
        assert not [secret for secret in SECRETS if secret in seat.picture]


async def test_without_contact_data_it_says_how_to_add_them(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("c")
        assert "There are no contact data of P02; enter adds them." in seat.shown("#said")


async def test_the_chain_of_referrals_is_a_line_or_a_tree(people: Workspace) -> None:
    async with at_people(people, (80, 24)) as seat:
        await seat.press("down")
        assert "referrals P02 → P07 → P08" in seat.shown("#detail")
    async with at_people(people, (120, 40)) as seat:
        await seat.press("down")
        assert "Who named whom P02 └ P07 clinics └ P08" in seat.shown("#detail")


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [(["end"], "P08"), (["end", "home"], "P02"), (["j", "j", "k"], "P07"), (["pagedown", "pageup"], "P02")],
)
async def test_keys_choose(people: Workspace, keys: list[str], chosen: str) -> None:
    async with at_people(people) as seat:
        await seat.press(*keys)
        assert f"▸ {chosen}" in seat.shown("#people")


async def test_a_click_chooses(people: Workspace) -> None:
    async with at_people(people) as seat:
        lines = lines_of(seat.app.screen.query_one("#people"))
        place = next(at for at, line in enumerate(lines) if "P08" in line)
        await seat.pilot.click("#people", offset=(6, place))
        await seat.settle()
        assert "▸ P08" in seat.shown("#people")


@each_size
async def test_where_nobody_is_yet_it_says_what_this_is(workspace: Workspace, size: tuple[int, int]) -> None:
    async with at_people(workspace, size) as seat:
        assert "Nobody yet. a adds a participant" in seat.shown("#people")
        assert seat.shown("#keys") == "a add esc home"
        await seat.press("s", "enter", "c", "f", "down")
        assert isinstance(seat.app.screen, ParticipantsScreen)


async def test_a_damaged_file_is_told_and_left_alone(workspace: Workspace) -> None:
    workspace.participants_file.write_bytes(b"no json")
    async with at_people(workspace) as seat:
        assert "participants.json is not a file of participants any more" in seat.shown("#people")
        assert "Nobody yet" not in seat.picture
        assert "a add" not in seat.shown("#keys")
        participants_file = workspace.participants_file.rename(workspace.path / "aside")
        await seat.press("r")
        assert "Nobody yet" in seat.shown("#people")
        participants_file.rename(workspace.participants_file)
    assert workspace.participants_file.read_bytes() == b"no json"


async def test_typed_text_is_never_read_as_markup(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        odd = Participant(pseudonym="", segment="a [/] b", attributes={"[red]": "\x1b[31m"})
        editor.add(odd, Contact(pseudonym="", name="x [bold]y[/bold] \x07"))
    async with at_people(workspace, (120, 40)) as seat:
        await seat.press("c")
        assert "x [bold]y[/bold]" in seat.shown("#detail")
        assert "a [/] b" in seat.shown("#people")
        assert "\x1b" not in seat.picture


@each_size
async def test_a_question_mark_shows_every_key_and_any_key_closes_it(
    people: Workspace, size: tuple[int, int]
) -> None:
    bound = {key for keys in (binding.key for binding in bindings()) for key in keys.split(",")}
    async with at_people(people, size) as seat:
        await seat.press("question_mark")
        shown = seat.shown("#people")
        assert "Keys of this screen" in shown
        for key in sorted(key for key in bound if len(key) == 1):
            assert f" {key} " in shown
        await seat.press("f")
        assert isinstance(seat.app.screen, ParticipantsScreen)
        assert "P02" in seat.shown("#people")


def bindings() -> list[Binding]:
    return [binding for binding in ParticipantsScreen.BINDINGS if isinstance(binding, Binding)]


async def test_what_does_not_fit_comes_in_parts(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym=""), Contact(pseudonym="", note=f"{'word ' * 80}end"))
    async with at_people(workspace, (60, 20)) as seat:
        await seat.press("c")
        first = seat.shown("#detail")
        assert "1 of 2, space: more" in first
        assert "end" not in first
        await seat.press("space")
        assert "end" in seat.shown("#detail")
        await seat.press("space")
        assert seat.shown("#detail") == first


async def test_escape_leads_home(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("escape")
        assert isinstance(seat.app.screen, HomeScreen)


async def test_s_gets_ready_with_the_chosen_one(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("end", "s")
        assert isinstance(seat.app.screen, ReadyScreen)
        assert seat.app.screen.query_one("#participant", Input).value == "P08"


# -- adding and changing -------------------------------------------------------------------


@each_size
async def test_a_new_participant_is_added(workspace: Workspace, size: tuple[int, int]) -> None:
    async with at_people(workspace, size) as seat:
        await seat.press("a")
        await seat.fill("segment", "Clinics")
        await seat.fill("scheduled", "2026-12-24 9:30")
        await seat.fill("attributes", "role=nurse; size=12")
        await seat.fill("name", "Zoe")
        seat.choose("customer_kind", "trial")
        seat.choose("consent_notes", True)
        seat.choose("consent_how", "signed form")
        await seat.press("f8")
        assert isinstance(seat.app.screen, ParticipantsScreen)
        assert "▸ P01 clinics" in seat.shown("#people")
        assert "P01 is saved." in seat.shown("#said")
        person = seat.known("P01")
    assert (person.segment, person.customer_kind, person.scheduled) == (
        "clinics",
        "trial",
        "2026-12-24T09:30",
    )
    assert person.attributes == {"role": "nurse", "size": "12"}
    assert [(item, told.given, told.how) for item, told in person.consent.items()] == [
        ("notes", True, "signed form")
    ]
    assert read_roster(workspace.participants_file).contacts["P01"].name == "Zoe"


async def test_an_edit_changes_what_was_changed_and_keeps_when_consent_was_given(
    workspace: Workspace,
) -> None:
    given = Consent(given=True, at_utc="2026-11-01T09:00:00+00:00", how="e-mail")
    before = Participant(
        pseudonym="P01",
        segment="clinics",
        scheduled="2026-12-24T09:30",
        incentive_given=True,
        attributes={"role": "nurse"},
        consent={"notes": given},
    )
    with edit_roster(workspace.participants_file) as editor:
        editor.add(before, Contact(pseudonym="", name="Zoe"))
    async with at_people(workspace) as seat:
        await seat.press("enter")
        assert isinstance(seat.app.screen, ParticipantForm)
        await seat.fill("segment", "labs")
        seat.choose("consent_recording", False)
        await seat.press("ctrl+n")
        after = seat.known("P01")
    assert after.segment == "labs"
    assert after.consent["notes"] == given
    assert after.consent["recording"].given is False
    assert (after.scheduled, after.incentive_given, after.attributes) == (
        before.scheduled,
        before.incentive_given,
        before.attributes,
    )
    assert read_roster(workspace.participants_file).contacts["P01"].name == "Zoe"


async def test_who_was_added_is_chosen(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("a", "f8")
        assert "P09 is saved." in seat.shown("#said")
        assert "▸ P09" in seat.shown("#people")
        await seat.press("f")
        assert "Forget P09" in seat.picture


async def test_an_untouched_form_saves_what_was_there(people: Workspace) -> None:
    before = read_roster(people.participants_file)
    async with at_people(people) as seat:
        await seat.press("down", "enter", "f8")
        assert "P07 is saved." in seat.shown("#said")
    assert read_roster(people.participants_file) == before


async def test_answers_that_the_form_could_not_write_stay_while_nobody_touches_them(
    workspace: Workspace,
) -> None:
    odd = Participant(pseudonym="P01", scheduled="2026-12-24", attributes={"a": "1; b=2", "c": " = "})
    with edit_roster(workspace.participants_file) as editor:
        editor.add(odd)
    async with at_people(workspace) as seat:
        await seat.press("enter", "f8")
        assert "P01 is saved." in seat.shown("#said")
        assert seat.known("P01") == odd


async def test_enter_on_the_last_field_saves(workspace: Workspace) -> None:
    async with at_people(workspace) as seat:
        await seat.press("a")
        seat.app.screen.query_one("#note", Input).focus()
        await seat.press("enter")
        assert isinstance(seat.app.screen, ParticipantsScreen)
        assert seat.known("P01") == Participant(pseudonym="P01")


async def test_who_it_is_stays_hidden_in_the_form_until_f4(people: Workspace) -> None:
    async with at_people(people, (120, 40)) as seat:
        await seat.press("down", "enter")
        assert not [secret for secret in SECRETS if secret in seat.picture]
        await seat.press("f4")
        assert "Zoë Lovelace" in seat.picture
        await seat.press("f4")
        assert not [secret for secret in SECRETS if secret in seat.picture]


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("scheduled", "soon", "'soon' is no date and time"),
        ("referred_by", "Sam", "Who named them is a pseudonym, such as P03"),
        ("referred_by", "P44", "There is no P44 who could have named P07"),
        ("referred_by", "P08", "P08 cannot have named P07: P07 led to P08."),
        ("attributes", "nurse", "'nurse' is no attribute"),
        ("incentive", "to zoe@example.org", "belongs to the contact data alone."),
    ],
)
async def test_what_makes_no_sense_is_told_and_nothing_is_lost(
    people: Workspace, field: str, text: str, words: str
) -> None:
    before = people.participants_file.read_bytes()
    async with at_people(people) as seat:
        await seat.press("down", "enter")
        await seat.fill(field, text)
        await seat.press("f8")
        assert words in seat.shown("#problem")
        assert isinstance(seat.app.screen, ParticipantForm)
        assert seat.app.screen.query_one(f"#{field}", Input).value == text
    assert people.participants_file.read_bytes() == before


async def test_a_file_that_is_held_is_told_and_can_be_tried_again(
    people: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(participants, "PATIENCE_S", 0.0)
    lock = SessionLock(people.participants_file)
    lock.acquire()
    async with at_people(people) as seat:
        await seat.press("enter")
        await seat.fill("segment", "labs")
        await seat.press("f8")
        assert "is being changed by process" in seat.shown("#problem")
        lock.release()
        await seat.press("f8")
        assert seat.known("P02").segment == "labs"


async def test_what_is_learnt_elsewhere_while_a_form_is_open_stays(people: Workspace) -> None:
    yes = Consent(given=True, at_utc="2026-11-22T09:00:00+00:00")
    async with at_people(people) as seat:
        await seat.press("enter")
        await seat.fill("segment", "labs")
        with edit_roster(people.participants_file) as editor:
            editor.replace(Participant(pseudonym="P02", customer_kind="paying", consent={"notes": yes}))
        await seat.press("f8")
        person = seat.known("P02")
    assert (person.segment, person.customer_kind, dict(person.consent)) == ("labs", "paying", {"notes": yes})


async def test_leaving_a_changed_form_is_asked_about_once(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("enter")
        await seat.fill("segment", "x")
        await seat.press("escape")
        assert "is not saved: F8 saves it" in seat.shown("#problem")
        await seat.press("escape")
        assert isinstance(seat.app.screen, ParticipantsScreen)
        await seat.press("enter", "escape")
        assert isinstance(seat.app.screen, ParticipantsScreen)
        assert seat.known("P02").segment == ""


async def test_somebody_who_is_only_in_a_session_can_be_taken_in(people: Workspace) -> None:
    people.participants_file.unlink()
    async with at_people(people) as seat:
        assert "P07" in seat.shown("#people")
        await seat.press("enter")
        await seat.fill("segment", "labs")
        await seat.press("f8")
        assert seat.known("P07").segment == "labs"


# -- forgetting ----------------------------------------------------------------------------


@each_size
async def test_somebody_is_forgotten_in_two_steps(people: Workspace, size: tuple[int, int]) -> None:
    async with at_people(people, size) as seat:
        await seat.press("down", "f")
        assert "P07 will be forgotten" in seat.picture
        assert "2 sessions and 3 exports" in seat.picture
        await seat.press("d")
        assert left_of(people, SECRETS) == list(SECRETS)
        await seat.press("F")
        assert "P07 is forgotten" in seat.picture
        assert "Every file of the workspace was searched" in seat.picture
        await seat.press("enter")
        assert isinstance(seat.app.screen, ParticipantsScreen)
        assert "Withdrew: 1 ▸ P07" in seat.shown("#people")
        await seat.press("s", "enter")
        assert "P07 withdrew; nothing is kept of them any more." in seat.shown("#said")
    assert left_of(people, (*SECRETS, *WORDS)) == []


async def test_a_long_answer_can_be_scrolled_to_its_end(people: Workspace) -> None:
    for number in range(30):
        (people.guides / f"guide-{number:02}-of-a-rather-long-name.md").write_text(
            "Zoë Lovelace", encoding="utf-8"
        )
    async with at_people(people, (60, 20)) as seat:
        await seat.press("down", "f", "d", "F")
        assert "Still there" in seat.picture
        await seat.press("end")
        assert "guide-29-of-a-rather-long-name.md" in seat.picture
        assert "enter back" in seat.picture


async def test_a_path_that_takes_two_rows_stays_under_its_heading(people: Workspace) -> None:
    name = f"{'a-long-name-' * 7}.md"
    (people.guides / name).write_text("Zoë Lovelace", encoding="utf-8")
    async with at_people(people, (60, 20)) as seat:
        await seat.press("down", "f", "d", "F")
        rows = lines_of(seat.app.screen.query_one(RowsPane))
        first = next(at for at, text in enumerate(rows) if "Still there" in text)
        assert [text[:2] for text in rows[first + 1 : first + 3]] == ["  ", "  "]
        assert "(name)" in "".join(rows[first + 1 : first + 5])


async def test_their_sessions_can_stay(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("down", "f", "k", "F")
        assert "2 sessions stay under the pseudonym" in seat.picture
    assert left_of(people, SECRETS) == []
    assert left_of(people, WORDS) == list(WORDS)


@pytest.mark.parametrize("keys", [["escape"], ["d", "escape"], ["F", "escape"], ["F", "k", "enter"]])
async def test_nothing_is_removed_without_both_steps(people: Workspace, keys: list[str]) -> None:
    before = files_in(people.path)
    async with at_people(people) as seat:
        await seat.press("down", "f", *keys)
        assert isinstance(seat.app.screen, ParticipantsScreen)
    assert files_in(people.path) == before


async def test_without_sessions_there_is_one_question(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("f", "F")
        assert "P02 is forgotten" in seat.picture
        await seat.press("enter", "f")
        assert "P02 is forgotten already" in seat.picture


async def test_an_open_session_stops_it_and_says_who_has_it(people: Workspace) -> None:
    running = open_session(people.sessions / f"{FINISHED}.json")
    try:
        async with at_people(people) as seat:
            await seat.press("down", "f", "d", "F")
            assert isinstance(seat.app.screen, ForgetScreen)
            assert f"{FINISHED} is being written by process" in seat.picture
    finally:
        running.close(10)
    assert left_of(people, SECRETS) == list(SECRETS)


async def test_an_interrupted_withdrawal_is_told_and_goes_on(
    people: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "full")

    async with at_people(people) as seat:
        with monkeypatch.context() as patch:
            patch.setattr("interview_tui.store.withdrawal.erase_cache", fail)
            await seat.press("down", "f", "d", "F")
            assert "is not finished because the disk is full" in seat.picture
        await seat.press("enter")
        assert "Their withdrawal was interrupted: f goes on with it." in seat.shown("#detail")
        await seat.press("f", "F")
        assert "P07 is forgotten" in seat.picture
    assert left_of(people, (*SECRETS, *WORDS)) == []


# -- rows ----------------------------------------------------------------------------------


def test_consent_is_told_by_signs_and_not_by_colour() -> None:
    yes, no = (Consent(given=given, at_utc="") for given in (True, False))
    person = Participant(pseudonym="P01", consent={"notes": yes, "quoting": no})
    assert consent_marks(person) == "✓·✗·"


@pytest.mark.parametrize(
    ("scheduled", "when"),
    [("2026-11-24T10:00", "Tue 24 Nov 10:00"), ("2020-01-11T10:00", "11 Jan 2020 10:00")],
)
def test_when_somebody_comes_is_told_whole(scheduled: str, when: str) -> None:
    person = Participant(pseudonym="P01", scheduled=scheduled)
    told = item_row(Item(person), Overview(people=[person]), datetime(2026, 11, 22), 58, chosen=False)
    assert f" {when} " in "".join(text for text, _ in told.spans)


@pytest.mark.parametrize(
    ("incentive", "given", "shown"),
    [("30 €", None, False), ("30 €", True, True), ("", None, None), ("", False, False)],
)
async def test_an_agreed_incentive_is_not_shown_as_none(
    workspace: Workspace, incentive: str, given: bool | None, shown: bool | None
) -> None:
    person = Participant(pseudonym="", incentive=incentive, incentive_given=given)
    with edit_roster(workspace.participants_file) as editor:
        editor.add(person)
    async with at_people(workspace) as seat:
        await seat.press("enter")
        assert seat.app.screen.query_one("#incentive_given", Choice).value is shown
        await seat.press("f8")
        assert seat.known("P01").incentive_given is given


def test_whoever_comes_next_stands_first_by_time() -> None:
    now = datetime(2026, 11, 22, 9, 0)
    people = [
        Participant(pseudonym="P01"),
        Participant(pseudonym="P02", scheduled=f"{now + timedelta(days=2):%Y-%m-%dT%H:%M}"),
        Participant(pseudonym="P03", scheduled=f"{now + timedelta(hours=2):%Y-%m-%dT%H:%M}"),
        Participant(pseudonym="P04", withdrawn_utc="2026-11-20T09:00:00+00:00"),
    ]
    items = list_items(Overview(people=people), now, reading=False)
    assert [item.person.pseudonym if item.person else item.words for item in items] == [
        *("Next: 2", "P03", "P02", "", "No appointment yet: 1", "P01", "", "Withdrew: 1", "P04")
    ]


@pytest.mark.parametrize("size", [(42, 36), (76, 8), (56, 6), (10, 3)])
def test_the_details_keep_to_their_room(size: tuple[int, int]) -> None:
    person = Participant(
        pseudonym="P01", segment="long " * 30, attributes={f"k{at}": "v" for at in range(40)}
    )
    rows = detail_rows(person, Overview(people=[person]), *size, contact_shown=False)
    assert len(rows) == size[1]


async def test_no_name_gets_into_a_session_that_is_started_from_here(people: Workspace) -> None:
    async with at_people(people) as seat:
        await seat.press("end", "c", "s")
        screen = seat.app.screen
        assert isinstance(screen, ReadyScreen)
        plan: Any = screen.filled_in()
        assert "Sam" not in json.dumps(dict(plan.people), default=str)


async def test_another_answer_on_quoting_holds_in_the_sessions_held_before(people: Workspace) -> None:
    async with at_people(people) as seat:
        seat.app.screen.choose("P07")  # type: ignore[attr-defined]
        await seat.press("enter")
        seat.choose("consent_quoting", False)
        await seat.press("f8")
        assert "P07 is saved. 2 sessions held before are" in seat.shown("#said")
    told = Session(read_session(people.session_path(FINISHED)).events)
    assert told.field(SESSION, "consent_quoting") is False
