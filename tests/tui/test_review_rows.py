"""What a review paints, and the line that is typed into it, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.domain.corrected import END_MS, Reviewer
from tests.tui.support import GUIDE
from textual.events import Key

from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook, Tag
from interview_tui.domain.review import Filter
from interview_tui.domain.talk import Turn, measure
from interview_tui.domain.text import visible
from interview_tui.tui.review_entry import Entry, folded
from interview_tui.tui.review_notes import ReviewNotes, list_rows
from interview_tui.tui.review_panes import share_rows
from interview_tui.tui.review_rows import help_rows
from interview_tui.tui.review_session import joined_codebook
from interview_tui.tui.review_typing import split_place
from interview_tui.tui.rows import Row, width_of
from interview_tui.tui.widgets.timeline import Band, TimelineFacts, timeline_rows

FACTS = TimelineFacts(
    length_ms=END_MS,
    bands=(
        Band(title="Get comfortable", number=0, start_ms=0, end_ms=100_000),
        Band(title="Dig in [laughs]", number=1, start_ms=100_000, end_ms=END_MS),
    ),
    turns=(
        Turn("moderator", 0, 60_000),
        Turn("participant", 60_000, 500_000),
        Turn("silence", 500_000, 550_000),
    ),
    notes=Reviewer().notes,
    nudges=(300_000,),
    led=(450_000,),
)


def text_of(row: Row) -> str:
    return "".join(text for text, _ in row.spans)


# -- the timeline --------------------------------------------------------------------------


def test_the_line_of_time_shows_phases_turns_notes_hints_and_the_time() -> None:
    rows = [text_of(row) for row in timeline_rows(FACTS, 200_000, 60, 5)]
    assert rows == [
        "▏Get comf…▏Dig in [laughs]                                  ",
        "▀▀▀▀▀▀▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄·····     ",
        " •    2             •                   •                   ",
        "                              !              ?              ",
        "00:00               ▲ 03:20                            10:00",
    ]


def test_few_rows_show_hints_where_there_is_no_note() -> None:
    rows = [text_of(row) for row in timeline_rows(FACTS, None, 60, 3)]
    assert len(rows) == 3
    assert rows[2] == " •    2             •         !         •    ?              "


@given(st.integers(1, 200), st.integers(1, 6), st.none() | st.integers(-1, END_MS + 1))
def test_no_row_of_the_line_of_time_is_wider_than_there_is_room(
    width: int, height: int, at: int | None
) -> None:
    rows = timeline_rows(FACTS, at, width, height)
    assert len(rows) <= height
    assert all(width_of(row.spans) <= width for row in rows)


def test_a_session_in_which_nothing_happened_has_a_line_of_time() -> None:
    nothing = TimelineFacts(length_ms=1, bands=(), turns=(), notes=[])
    assert len(timeline_rows(nothing, None, 40, 4)) == 4


# -- the list ------------------------------------------------------------------------------


@given(st.integers(0, 60), st.integers(0, 60), st.integers(3, 14), st.integers(20, 100))
def test_the_chosen_note_is_in_view_wherever_one_jumps(
    first: int, then: int, height: int, width: int
) -> None:
    who = Reviewer()
    for _ in range(10):
        for note in who.notes[:4]:
            who.corrections.split(note, len(note.text) // 2)
    notes = ReviewNotes(who.session)
    for place in (first, then):
        notes.choose_place(place)
        rows = list_rows(notes, GUIDE, DEFAULT_CODEBOOK, width, height)
        assert len(rows) <= height
        assert f"note:{notes.chosen_id}" in [row.action for row in rows]
        assert all(width_of(row.spans) <= width for row in rows)


def test_a_phase_has_its_title_above_its_first_note() -> None:
    notes = ReviewNotes(Reviewer().session)
    shown = [text_of(row) for row in list_rows(notes, GUIDE, DEFAULT_CODEBOOK, 80, 20)]
    assert "Get comfortable" in shown[0]
    assert "Dig in" in shown[4]
    assert len(shown) == 7


def test_where_the_chosen_note_went_the_one_after_it_is_chosen() -> None:
    who = Reviewer()
    notes = ReviewNotes(who.session)
    notes.choose_place(1)
    who.corrections.delete([who.notes[1]])
    notes.read()
    assert notes.chosen == who.notes[1]


def test_a_filter_keeps_the_chosen_note_or_takes_the_nearest() -> None:
    notes = ReviewNotes(Reviewer().session)
    notes.choose_place(4)
    notes.show_only(Filter(tags=frozenset({"story"})))
    assert notes.chosen is not None
    assert notes.chosen.text.startswith("they lost")


# -- the line that is typed ----------------------------------------------------------------

texts = st.text(alphabet="ab c取é👋🏽\u0301-", max_size=60)


@given(texts, st.integers(3, 30))
def test_the_lines_of_a_text_are_all_of_it_and_fit(text: str, width: int) -> None:
    lines = folded(text, width)
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(cell_len(visible(text[start:end]).rstrip()) <= width for start, end in lines)


@given(texts, st.lists(st.sampled_from(["up", "down", "left", "right", "home", "end", "tab"]), max_size=20))
def test_moving_changes_no_text_and_stays_in_it(text: str, keys: list[str]) -> None:
    entry = Entry(text)
    entry.rows(12, 3)
    for key in keys:
        entry.take(Key(key, None))
        assert entry.text == text
        assert 0 <= entry.cursor <= len(text)
        assert sum("cursor" in ink for row in entry.rows(12, 3) for _, ink in row.spans) == 1


def test_up_and_down_stay_in_their_column() -> None:
    entry = Entry("first words second words third", cursor=2)
    entry.rows(14, 4)
    entry.take(Key("down", None))
    assert entry.cursor == len("first words ") + 2
    entry.take(Key("up", None))
    assert entry.cursor == 2


@pytest.mark.parametrize("key", ["f5", "ctrl+n", "alt+e", "escape"])
def test_a_key_that_is_no_text_types_nothing(key: str) -> None:
    entry = Entry("a")
    assert not entry.take(Key(key, "e" if key.startswith("alt") else None))
    assert entry.text == "a"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("They lost a slot. Nobody came.", "Nobody came."),
        ("one two three four", "three four"),
        ("oneword", "word"),
        ("a. b. c d e f g. h", "c d e f g. h"),
    ],
)
def test_a_split_is_offered_between_sentences_else_words_near_the_middle(text: str, rest: str) -> None:
    assert text[split_place(text) :] == rest


def test_a_letter_that_the_study_gave_to_another_tag_since_is_not_offered_twice() -> None:
    study = Codebook((Tag(key="p", name="pain", colour="red"),))
    joined = joined_codebook(study, (Tag(key="p", name="price", colour="blue"), *study.tags))
    assert [tag.name for tag in joined.tags] == ["pain", "price"]
    told = joined.by_key("p")
    assert told is not None
    assert told.name == "pain"


def test_the_help_fits_the_smallest_screen() -> None:
    assert all(width_of(row.spans) <= 58 for row in help_rows(58))
    assert "talk, questions, debrief" in text_of(help_rows(58)[12])


@pytest.mark.parametrize(("seconds", "judged"), [(2, False), (59, False), (60, True)])
def test_nothing_is_judged_in_the_first_minute_of_talk(seconds: int, judged: bool) -> None:
    talk = measure([Turn("moderator", 0, seconds * 1000)])
    rows = share_rows("whole session", None, talk, GUIDE, {}, 40)
    assert "100 %" in text_of(rows[0])
    assert ("over" in text_of(rows[0])) is judged


def test_a_tag_has_as_much_room_as_it_needs_where_there_is_room() -> None:
    who = Reviewer()
    who.corrections.retag([who.notes[0]], ["possible solution"], who.notes[0].tags)
    notes = ReviewNotes(who.session)
    wide, narrow = (
        "".join(map(text_of, list_rows(notes, GUIDE, DEFAULT_CODEBOOK, width, 20))) for width in (74, 60)
    )
    assert "possible solution" in wide
    assert "possible s…" in narrow
