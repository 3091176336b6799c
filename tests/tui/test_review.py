"""The review of a session: what its keys do, what it says, and that nothing typed is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.tui.reviewing import Reviewing, held_interview, reviewing
from tests.tui.support import lines_of
from textual.events import MouseScrollDown, MouseScrollUp

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.events import NoteText
from interview_tui.domain.session import Session
from interview_tui.errors import InterviewError
from interview_tui.store import disk
from interview_tui.store.config import Config
from interview_tui.store.errors import StoreError
from interview_tui.store.paths import log_path
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.workspace import Workspace
from interview_tui.tui import review_session
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.review_session import RefusedReview, open_review
from interview_tui.tui.screens.review import ReviewScreen
from interview_tui.tui.screens.unsaved import UnsavedScreen

SIZES = ((60, 20), (80, 24), (120, 40))
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return held_interview(tmp_path)


# -- what is shown -------------------------------------------------------------------------


@each_size
async def test_the_session_stands_on_its_timeline_over_its_notes(path: Path, size: tuple[int, int]) -> None:
    async with reviewing(path, size=size) as seat:
        assert "P07 Clinic scheduling" in seat.shown("#top")
        assert "✓ saved" in seat.shown("#top")
        timeline = lines_of(seat.screen.timeline)
        assert "Get comf" in timeline[0]
        assert "Dig in" in timeline[0]
        assert {"▀", "▄"} <= set(timeline[1])
        assert timeline[2].count("•") + timeline[2].count("2") + timeline[2].count("○") >= 2
        assert "five people at the stands" in seat.shown("#list")
        assert "“The clock runs on my stand.”" in seat.shown("#list")
        assert "1 without words" in seat.shown("#chips")


@each_size
async def test_every_pane_can_be_read_and_left_again(path: Path, size: tuple[int, int]) -> None:
    wide = size[0] >= 110
    async with reviewing(path, size=size) as seat:
        await seat.press("y")
        assert "share of the talk" in seat.shown("#pane")
        await seat.press("o")
        assert "Tell me about yourself" in seat.shown("#pane")
        await seat.press("i")
        assert "slots are lost on paper" in seat.shown("#pane")
        assert seat.screen.notes_pane.display is wide
        await seat.press("escape")
        assert seat.screen.notes_pane.display
        assert isinstance(seat.app.screen, ReviewScreen)


@each_size
async def test_the_share_of_the_talk_is_drawn_over_time(path: Path, size: tuple[int, int]) -> None:
    async with reviewing(path, size=size) as seat:
        await seat.press("y")
        if size[1] < 34:
            await seat.press("y")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
        assert seat.screen.query_one("#chart").display
        assert seat.screen.query_one("#chart").size.height >= 8


@each_size
async def test_all_keys_are_told_and_the_next_key_brings_the_notes_back(
    path: Path, size: tuple[int, int]
) -> None:
    async with reviewing(path, size=size) as seat:
        await seat.press("question_mark")
        shown = seat.shown("#list")
        if size == (60, 20):
            await seat.press("pagedown")
            shown += seat.shown("#list")
        for words in ("choose a note", "merge", "what became of a note", "talk, questions, debrief"):
            assert words in shown
        await seat.press("d")
        assert "five people" in seat.shown("#list")
        assert len(seat.notes) == 5


async def test_a_note_that_a_place_asked_for_is_chosen(path: Path) -> None:
    wanted = Session(read_session(path).events).notes[3].id
    review = open_review(path, "Grace", DEFAULT_CODEBOOK)
    screen = ReviewScreen(review, wanted)
    assert screen.notes.chosen is not None
    assert screen.notes.chosen.id == wanted
    assert review.file is not None
    review.file.close(10)


# -- putting right -------------------------------------------------------------------------


async def test_a_note_gets_other_words_and_the_file_has_them(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("e")
        await seat.feed(", all day\r")
        assert seat.texts[0] == "five people at the stands, all day"
        told = await seat.leave()
    assert told.notes[0].text == "five people at the stands, all day"
    assert [event.author for event in told.events if isinstance(event, NoteText)] == ["Grace"]


async def test_keys_typed_right_behind_the_one_that_opens_the_line_are_text(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("e dusmq*1\r")
        assert seat.texts[0] == "five people at the stands dusmq*1"
        assert len(seat.notes) == 5


async def test_keys_typed_right_behind_enter_are_commands_again(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("e!\r*jj*")
        assert [note.starred for note in seat.notes] == [True, False, True, False, False]
        assert seat.texts[0].endswith("!")


@pytest.mark.parametrize("text", ["a [/] b", "取り消し", 'said "ok [laughs]"', "👋🏽", "price [50%]"])
async def test_every_script_is_kept_and_shown_as_typed(path: Path, text: str) -> None:
    async with reviewing(path) as seat:
        await seat.press("e")
        await seat.feed(f"\x15{text}\r")
        assert seat.texts[0] == text
        assert text in seat.shown("#list")


async def test_a_paste_goes_into_the_line_and_never_to_the_keys(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.paste("ddd")
        assert len(seat.notes) == 5
        await seat.press("e")
        await seat.paste(" one\ntwo")
        await seat.press("enter")
        assert seat.texts[0] == "five people at the stands one two"


async def test_escape_leaves_the_note_as_it_was_and_what_was_typed_comes_back(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("e")
        await seat.feed(" typed")
        await seat.press("escape")
        assert seat.texts[0] == "five people at the stands"
        await seat.leave()
    async with reviewing(path) as seat:
        assert seat.screen.typing is None
        await seat.press("e", "enter")
        assert seat.texts[0] == "five people at the stands typed"


async def test_what_was_typed_for_one_note_outlives_the_edit_of_another(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("e typed")
        await seat.press("escape")
        assert "e brings it back" in seat.shown("#pane")
        await seat.feed("je other\r")
        await seat.feed("ke\r")
        assert seat.texts[:2] == ["five people at the stands typed", "The clock runs on my stand. other"]
        await seat.leave()
    assert read_session(path).drafts == {}


async def test_a_note_is_not_emptied_by_editing(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("e", "ctrl+u", "enter")
        assert "needs words" in seat.said
        await seat.press("escape")
        assert seat.texts[0] == "five people at the stands"


async def test_marks_without_words_are_filled_in_one_after_the_other(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("b")
        await seat.feed("slots on paper\r")
        assert seat.texts[2] == "slots on paper"
        assert "every mark has its words" in seat.said
        assert not any(note.bare for note in seat.notes)


async def test_tags_are_toggled_by_their_letters_and_kept_by_enter(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("tgc\r")
        assert set(seat.notes[0].tags) == {"background", "goal", "challenge"}
        await seat.feed("tg\x1b")
        assert "goal" in seat.notes[0].tags
        await seat.press("u")
        assert seat.notes[0].tags == ("background",)
        assert "undone: tags" in seat.said


async def test_several_marked_notes_are_tagged_at_once_and_keep_what_they_differ_in(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("space", "space")
        assert "2 marked" in seat.shown("#chips")
        await seat.feed("tx\r")
        assert [note.tags for note in seat.notes[:3]] == [
            ("background", "surprise"),
            ("quote", "surprise"),
            ("story",),
        ]


async def test_a_note_is_split_at_a_place_that_is_chosen(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("down", "down", "down", "s")
        assert "where to split" in seat.shown("#entry")
        await seat.press("enter")
        assert seat.texts[3:5] == ["they lost a slot;", "nobody came"]
        assert seat.chosen.text == "nobody came"
        await seat.press("u")
        assert seat.texts[3] == "they lost a slot; nobody came"


async def test_a_note_is_split_where_the_cursor_is_while_it_is_edited(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("e", *["ctrl+left"] * 2, "f2")
        assert seat.texts[:2] == ["five people at", "the stands"]


async def test_nothing_is_typed_while_the_place_to_split_is_chosen(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("sxyz")
        await seat.press("escape")
        assert seat.texts[0] == "five people at the stands"


async def test_a_note_is_merged_with_the_next_and_marked_ones_with_each_other(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("down", "down", "down", "m")
        assert seat.texts[3] == "they lost a slot; nobody came six logins"
        await seat.press("u", "home", "space", "end", "space", "m")
        assert seat.texts == [
            "five people at the stands six logins",
            "The clock runs on my stand.",
            "",
            "they lost a slot; nobody came",
        ]


async def test_a_merge_of_a_quote_and_a_summary_says_that_all_counts_as_word_for_word(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("m")
        assert "counts as word for word" in seat.said


async def test_stars_quotes_time_and_deleting_can_each_be_taken_back_and_done_again(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("asterisk", "w", "full_stop", "d")
        assert len(seat.notes) == 4
        await seat.press("u")
        note = seat.notes[0]
        assert (note.starred, note.word_for_word, note.at_ms) == (True, True, 40_000)
        await seat.press("u", "u", "u")
        note = seat.notes[0]
        assert (note.starred, note.word_for_word, note.at_ms) == (False, False, 30_000)
        await seat.press("U")
        assert seat.notes[0].starred
        assert "done again: star" in seat.said


async def test_a_deleted_note_is_found_and_brought_back(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("d")
        await seat.feed("f-\r")
        assert "five people" in seat.shown("#list")
        await seat.press("e")
        assert seat.screen.typing is None
        await seat.press("d", "escape")
        assert len(seat.notes) == 5


async def test_the_history_says_who_changed_what_and_takes_the_note_back(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("e")
        await seat.feed("!\r")
        await seat.press("asterisk", "h")
        shown = seat.shown("#pane")
        assert "Grace" in shown
        assert "before: five people at the stands" in shown
        await seat.press("end", "enter")
        assert seat.texts[0] == "five people at the stands"
        assert not seat.notes[0].starred


async def test_texts_of_the_same_time_are_shown_and_settled(path: Path) -> None:
    file = open_session(path)
    note = Session(file.events).notes[3]
    counter = next(event.counter for event in file.events if event.id == note.id)
    event = NoteText(
        id="01Z00000000000000000000000",
        device="other",
        counter=counter,
        at_ms=note.at_ms,
        author="Tom",
        note=note.id,
        text="they lost two slots",
    )
    file.add(event)
    assert file.close(10)
    async with reviewing(path) as seat:
        await seat.press("down", "down", "down")
        assert "⧉ 2 texts" in seat.shown("#list")
        await seat.press("c")
        assert "they lost two slots" in seat.shown("#pane")
        both = {seat.chosen.text, *seat.chosen.others}
        await seat.press("2")
        assert seat.chosen.others == ()
        assert seat.chosen.text in both


# -- going ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("6:05\r", "they lost a slot; nobody came"),
        ("g1:20\r", "The clock runs on my stand."),
        ("gp2\r", ""),
        ("gback\r", "five people at the stands"),
        ("]", ""),
        ("n", "five people at the stands"),
        (")", ""),
    ],
)
async def test_a_jump_leads_to_its_note(path: Path, typed: str, text: str) -> None:
    async with reviewing(path) as seat:
        await seat.feed(typed)
        assert seat.chosen.text == text


async def test_a_place_that_is_none_is_said_and_the_line_stays(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("gnowhere\r")
        assert "names no place" in seat.said
        assert seat.screen.typing is not None


async def test_clicks_choose_notes_times_and_questions(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.click("#list", "six logins")
        assert seat.chosen.text == "six logins"
        await seat.pilot.click("#timeline", offset=(8, 1))
        await seat.pilot.pause()
        assert seat.chosen.text == "five people at the stands"
        await seat.click("#pane", "questions")
        assert "asked" in seat.shown("#pane")


# -- filters -------------------------------------------------------------------------------


async def test_filters_add_up_are_shown_as_chips_and_go_by_escape(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("fs")
        assert [note.tag for note in seat.screen.notes.notes] == ["story", "story"]
        await seat.feed("o\r")
        assert [note.text for note in seat.screen.notes.notes] == [""]
        chips = seat.shown("#chips")
        assert "#story" in chips
        assert "without words" in chips
        assert "1 of 5" in chips
        await seat.press("escape")
        assert len(seat.screen.notes.notes) == 5
        assert isinstance(seat.app.screen, ReviewScreen)


async def test_where_no_note_fits_it_is_said_what_to_do(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.feed("f*\r")
        assert "No note fits all of this" in seat.shown("#list")
        await seat.press("e", "s", "t", "asterisk", "m", "d", "n", "h", "c", "comma", "b")
        assert len(seat.notes) == 5


# -- only reading --------------------------------------------------------------------------

CHANGING = ("e", "s", "t", "asterisk", "w", "d", "m", "M", "u", "U", "comma", "full_stop", "b", "c")


async def test_a_session_that_is_open_elsewhere_is_only_read_and_every_key_says_so(path: Path) -> None:
    other = open_session(path)
    async with reviewing(path) as seat:
        assert "only read" in seat.shown("#top")
        for key in CHANGING:
            seat.screen.say("")
            await seat.press(key)
            assert "open elsewhere" in seat.said, key
            assert seat.screen.typing is None, key
        assert len(seat.notes) == 5
        await seat.press("f", "escape", "y", "escape", "h", "escape")
    assert other.close(10)


async def test_a_session_damaged_in_part_is_read_and_left_as_it_is(path: Path) -> None:
    log_path(path).write_bytes(b"deadbeef [1]\nnonsense\n")
    before = path.read_bytes(), log_path(path).read_bytes()
    async with reviewing(path) as seat:
        assert "only read" in seat.shown("#top")
        assert "part of it is damaged" in seat.said
        await seat.press("asterisk")
        assert "five people" in seat.shown("#list")
        await seat.leave()
    assert (path.read_bytes(), log_path(path).read_bytes()) == before


async def test_a_session_of_a_newer_version_is_only_read(path: Path) -> None:
    raw = path.read_text("utf-8")
    path.write_text(re.sub(r'"schema_version": ?1', '"schema_version": 9', raw), "utf-8")
    before = path.read_bytes()
    async with reviewing(path) as seat:
        assert "newer version" in seat.said
        await seat.press("d")
        await seat.leave()
    assert path.read_bytes() == before


async def test_a_disk_that_takes_no_change_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("it cannot be opened for writing because the disk is read-only.")

    monkeypatch.setattr(review_session, "open_session", refuse)
    async with reviewing(path) as seat:
        assert "read-only" in seat.said
        await seat.press("e")
        assert seat.screen.typing is None


def test_a_session_of_somebody_who_allows_no_notes_is_not_shown(tmp_path: Path) -> None:
    path = held_interview(tmp_path, refused=True)
    with pytest.raises(RefusedReview, match="participant forget P07 --sessions"):
        open_review(path, "Grace", DEFAULT_CODEBOOK)


def test_a_session_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(InterviewError, match="There is no session"):
        open_review(tmp_path / "sessions" / "2026-11-21-1200-none.json", "Grace", DEFAULT_CODEBOOK)


async def test_an_unfinished_session_can_be_put_right_and_stays_unfinished(tmp_path: Path) -> None:
    path = held_interview(tmp_path, finished=False)
    before = Session(read_session(path).events)
    async with reviewing(path) as seat:
        assert "unfinished" in seat.shown("#top")
        await seat.press("asterisk")
        told = await seat.leave()
    assert not told.finished
    assert told.last_ms == before.last_ms
    assert told.notes[0].starred


async def test_quotes_that_may_not_be_used_say_so(tmp_path: Path) -> None:
    path = held_interview(tmp_path, quoting=False)
    async with reviewing(path) as seat:
        assert "not to be quoted" in seat.shown("#top")
        await seat.press("down")
        assert "Not to be quoted" in seat.shown("#pane")


# -- saving and leaving --------------------------------------------------------------------


async def test_looking_changes_no_byte_of_the_file(path: Path) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    async with reviewing(path) as seat:
        await seat.press("down", "f", "escape", "y", "o", "i", "escape", "h", "escape")
        await seat.leave()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


async def test_leaving_tells_whether_anything_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    for keys in (("down",), ("asterisk",)):
        async with reviewing(path) as seat:
            monkeypatch.setattr(
                ReviewScreen, "post_message", _listening(told, ReviewScreen.post_message), raising=True
            )
            await seat.press(*keys)
            await seat.leave()
            monkeypatch.undo()
    assert told == [False, True]


def _listening(told: list[bool], post: object) -> object:
    def posted(self: ReviewScreen, message: object) -> bool:
        if isinstance(message, ReviewScreen.Left):
            told.append(message.changed)
        return bool(post(self, message))  # type: ignore[operator]

    return posted


async def test_nothing_closes_until_it_is_durable_or_dropped_on_purpose(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with reviewing(path) as seat:
        monkeypatch.setattr(review_session, "CLOSE_TIMEOUT_S", 0.05)
        monkeypatch.setattr(disk, "write_at", refuse)
        await seat.press("asterisk", "q")
        for _ in range(40):
            await seat.pilot.pause(0.05)
            if isinstance(seat.app.screen, UnsavedScreen):
                break
        assert isinstance(seat.app.screen, UnsavedScreen)
        await seat.press("b")
        await seat.pilot.pause(0.1)
        assert isinstance(seat.app.screen, ReviewScreen)
        assert "NOT SAVED" in seat.shown("#top")
        monkeypatch.undo()
        told = await seat.leave()
    assert told.notes[0].starred


async def test_ctrl_c_keeps_what_was_changed_and_closes(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("asterisk", "e")
        await seat.feed(" half")
        await seat.press("ctrl+c")
        await seat.app.workers.wait_for_complete()
        await seat.pilot.pause()
    record = read_session(path)
    assert Session(record.events).notes[0].starred
    assert [draft["text"] for draft in record.drafts.values()] == ["five people at the stands half"]
    assert not log_path(path).exists()


@each_size
async def test_why_nothing_can_be_changed_is_said_whole_at_every_size(
    path: Path, size: tuple[int, int]
) -> None:
    other = open_session(path)
    async with reviewing(path, size=size) as seat:
        assert "open elsewhere" in seat.said
        assert "close it there to change it." in seat.said
    assert other.close(10)


# -- mouse, and the ways in and out --------------------------------------------------------


def wheel(seat: Reviewing, kind: type[MouseScrollDown | MouseScrollUp], x: int, y: int) -> None:
    """Turn the wheel at a place of the screen."""
    seat.app.post_message(kind(None, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y))


async def test_the_wheel_moves_the_selection_over_the_notes_and_the_pane_over_the_pane(path: Path) -> None:
    async with reviewing(path, size=(120, 24)) as seat:
        wheel(seat, MouseScrollDown, 20, 10)
        await seat.pilot.pause()
        assert seat.chosen.text == "they lost a slot; nobody came"
        await seat.press("i")
        before = seat.shown("#pane")
        wheel(seat, MouseScrollDown, 100, 12)
        await seat.pilot.pause()
        assert seat.chosen.text == "they lost a slot; nobody came"
        assert seat.shown("#pane") != before
        wheel(seat, MouseScrollUp, 20, 10)
        await seat.pilot.pause()
        assert seat.chosen.text == "five people at the stands"


@pytest.mark.parametrize(("keys", "read"), [((), False), (("asterisk",), True)])
async def test_from_a_place_of_the_library_a_note_is_reviewed_and_the_place_reads_what_changed(
    path: Path, keys: tuple[str, ...], read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(path.parent.parent)
    note = Session(read_session(path).events).notes[3].id
    app = InterviewApp(workspace, Config(), lambda app: app.place_screen("patterns"), first="patterns")
    reads: list[bool] = []
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        place = app.screen
        assert isinstance(place, LibraryScreen)
        monkeypatch.setattr(place, "read_again", lambda: reads.append(True))
        place.post_message(LibraryScreen.NoteChosen(path.stem, note))
        await pilot.pause()
        await pilot.pause()
        review = app.screen
        assert isinstance(review, ReviewScreen)
        assert review.notes.chosen_id == note
        await pilot.press(*keys, "q")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert app.screen is place
    assert bool(reads) is read
    assert Session(read_session(path).events).notes[3].starred is read


async def test_w_takes_the_tag_quote_off_says_so_and_brings_it_back(path: Path) -> None:
    async with reviewing(path) as seat:
        await seat.press("j", "w")
        assert not seat.chosen.tags
        assert "not word for word, quote taken off; u brings it back" in seat.said
        await seat.press("w")
        assert list(seat.chosen.tags) == ["quote"]
        assert seat.chosen.word_for_word
        await seat.press("u", "u")
        assert list(seat.chosen.tags) == ["quote"]
        assert seat.chosen.word_for_word


@pytest.mark.parametrize("typed", ["q2", "gq2", "p2", "gp2"])
async def test_a_question_or_a_phase_can_be_typed_at_once(path: Path, typed: str) -> None:
    async with reviewing(path) as seat:
        await seat.feed(typed)
        assert seat.screen.typing is not None
        assert seat.screen.typing.entry.text == typed.removeprefix("g")
        await seat.feed("\r")
        await seat.app.workers.wait_for_complete()
        assert seat.screen.typing is None
        assert isinstance(seat.app.screen, ReviewScreen)


async def test_a_history_that_is_only_read_offers_no_way_back(path: Path) -> None:
    file = open_session(path)
    async with reviewing(path) as seat:
        await seat.press("h")
        assert seat.screen.card is not None
        assert [key.label for key in seat.screen.card.keys] == ["moments", "back"]
        await seat.press("enter")
        assert seat.screen.card is not None
    assert file.close(10)


async def test_the_help_moves_where_it_does_not_fit_and_any_other_key_closes_it(path: Path) -> None:
    async with reviewing(path, size=(60, 20)) as seat:
        await seat.press("question_mark")
        assert "choose a note" in seat.shown("#list")
        assert "any other key closes this" in seat.shown("#list")
        await seat.press("pagedown", "pagedown")
        assert "a leading question" in seat.shown("#list")
        await seat.press("x")
        assert "five people" in seat.shown("#list")
