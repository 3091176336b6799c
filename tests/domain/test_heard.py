"""What came up in which interview."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.events import FieldSet
from interview_tui.domain.heard import (
    LIMITS,
    SETTINGS,
    by_of,
    count_by,
    forget_rule,
    heard_in,
    rule_of,
    set_rule,
)
from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.saturation import Rule
from interview_tui.domain.study_record import Change, StudyPen, StudyRecord
from interview_tui.domain.themes import Theme


def library(*interviews: tuple[str, list[tuple[str, ...]]]) -> Library:
    """Interviews given by segment and the tags of each of their notes."""
    sessions = [LibrarySession(id=f"s{at}", segment=segment) for at, (segment, _) in enumerate(interviews)]
    notes = [
        LibraryNote(session=f"s{at}", id=f"n{number}", at_ms=number, text="…", tags=tags, segment=segment)
        for at, (segment, found) in enumerate(interviews)
        for number, tags in enumerate(found)
    ]
    return Library(tuple(sessions), tuple(notes))


def pen(record: StudyRecord) -> StudyPen:
    ids = iter(f"{number:026}" for number in range(1, 1000))
    return StudyPen(record, device="d", author="me", now_ms=lambda: 0, new_id=lambda: next(ids))


def test_a_tag_is_new_where_it_first_came_up() -> None:
    found = heard_in(library(("", [("a",), ("b", "a")]), ("", [("c",), ("a",)]), ("", [("a",)])), "tags")
    assert [interview.new for interview in found.interviews] == [("a", "b"), ("c",), ()]
    assert found.name("a") == "a"
    assert [note.id for note in found.interviews[0].heard["a"]] == ["n0", "n1"]
    assert found.completeness.observed == 3


def test_an_interview_that_nobody_coded_yet_does_not_count_as_one_that_brought_nothing_new() -> None:
    found = heard_in(library(("", [("a",)]), ("", [()]), ("", []), ("", [("a",)])), "tags")
    assert [interview.session.id for interview in found.interviews] == ["s0", "s3"]
    assert [session.id for session in found.left_out] == ["s1", "s2"]
    assert found.loose == 1


def test_a_segment_begins_anew() -> None:
    held = library(("x", [("a",)]), ("y", [("a",), ("b",)]), ("x", [("b",)]))
    assert [i.new for i in heard_in(held, "tags", segment="y").interviews] == [("a", "b")]
    assert [i.new for i in heard_in(held, "tags", segment="x").interviews] == [("a",), ("b",)]


def test_themes_come_up_where_their_notes_are_and_missing_notes_do_not_count() -> None:
    held = library(("", [("a",), ()]), ("", [("a",)]))
    themes = [
        Theme(id="theme:1", name="Waiting", notes=("s1/n0", "s0/n1", "s9/gone")),
        Theme(id="theme:2", name="Price", notes=("s0/n1",)),
        Theme(id="theme:3", name="Empty", notes=("s9/gone",)),
    ]
    found = heard_in(held, "themes", themes)
    assert [i.new for i in found.interviews] == [("theme:1", "theme:2"), ()]
    assert found.name("theme:1") == "Waiting"
    assert found.loose == 1
    assert found.completeness.observed == 2


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4), min_size=1, max_size=9))
def test_new_ones_add_up_to_all_there_are(interviews: list[list[str]]) -> None:
    coded: list[tuple[str, list[tuple[str, ...]]]] = [("", [(tag,) for tag in tags]) for tags in interviews]
    found = heard_in(library(*coded), "tags")
    assert found.saturation(Rule()).totals[-1] == len({tag for tags in interviews for tag in tags})


def test_the_rule_is_remembered_within_its_range_and_forgotten_again() -> None:
    record = StudyRecord()
    writer = pen(record)
    assert rule_of(record) == Rule()
    writer.write("base", set_rule(record, "base", 1))
    writer.write("threshold", set_rule(record, "threshold", -50))
    assert rule_of(record) == Rule(base=5, threshold=0)
    assert set_rule(record, "threshold", -1) == []
    writer.write("rule", forget_rule())
    assert rule_of(record) == Rule()


def test_a_number_from_elsewhere_is_kept_in_range_or_ignored() -> None:
    for odd, told in ((999, LIMITS["base"][1]), (True, 4), ("six", 4)):
        event = FieldSet(
            id="1", device="d", counter=1, at_ms=0, author="a", target=SETTINGS, name="base", value=odd
        )
        assert rule_of(StudyRecord([event])).base == told


def test_themes_count_where_there_are_any_unless_somebody_chose_otherwise() -> None:
    record = StudyRecord()
    filled = [Theme(id="theme:1", name="x", notes=("s0/n0",))]
    assert by_of(record, []) == "tags"
    assert by_of(record, [Theme(id="theme:1", name="empty")]) == "tags"
    assert by_of(record, filled) == "themes"
    pen(record).write("counted", count_by("tags"))
    assert by_of(record, filled) == "tags"
    assert count_by("themes") == [Change(SETTINGS, "by", "themes")]
