"""The rows of the home screen: what offers itself, what is found, and what fits into a width."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest

from interview_tui.store.summaries import SessionState, SessionSummary
from interview_tui.tui.home_rows import (
    Item,
    detail_rows,
    home_items,
    item_row,
    moment,
    top_row,
)
from interview_tui.tui.rows import Row, width_of
from interview_tui.tui.stepping import choosable, first_choice, stepped


def summary(name: str, state: SessionState = "finished", **told: object) -> SessionSummary:
    shown: dict[str, object] = {
        "created_utc": "2026-11-21T22:10:00+00:00",
        "participant": "P07",
        "guide_title": "Clinic scheduling",
        "minutes": 12.9,
        "notes": 14,
        **told,
    }
    return SessionSummary(id=name, path=Path(f"{name}.json"), state=state, **shown)  # type: ignore[arg-type]


def words(row: Row) -> str:
    return "".join(text for text, _ in row.spans)


def kinds(items: list[Item]) -> list[str]:
    return [f"{item.kind} {item.summary.id}" if item.summary else item.kind for item in items]


def test_a_session_whose_notes_were_refused_is_not_offered_and_says_what_to_do() -> None:
    sessions = [summary("c", "unfinished", refused=True), summary("b", "unfinished")]
    items = home_items(sessions)
    assert kinds(items) == ["resume b", "start", "words", "words", "session c"]
    assert "✗ refused" in words(item_row(items[-1], 100, chosen=False))
    told = " ".join(words(row) for row in detail_rows(items[-1], 100, 3))
    assert "`interview-tui participant forget P07 --sessions` removes it" in told
    assert "goes on" not in told


def test_the_newest_unfinished_session_comes_first_and_only_once() -> None:
    sessions = [summary("d"), summary("c", "unfinished"), summary("b", "unfinished"), summary("a")]
    assert kinds(home_items(sessions)) == [
        "resume c", "start", "words", "words", "session d", "session b", "session a",
    ]  # fmt: skip


def test_a_start_comes_first_where_nothing_is_to_be_resumed() -> None:
    sessions = [summary("b", "running"), summary("a", "unreadable")]
    assert kinds(home_items(sessions))[0] == "start"


def test_an_empty_workspace_welcomes_with_three_steps() -> None:
    told = " ".join(item.words for item in home_items([]))
    assert "Welcome" in told
    assert all(f"{step}  " in told for step in (1, 2, 3))


def test_while_reading_nobody_is_welcomed() -> None:
    told = " ".join(item.words for item in home_items([], reading=True))
    assert "reading…" in told
    assert "Welcome" not in told


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("p08", ["session b"]),
        ("CLINIC", ["session a"]),
        ("unfin", ["session b"]),
        ("checkout p08", ["session b"]),
        ("clinic p08", []),
        ("  ", ["resume b", "start", "session a"]),
    ],
)
def test_finding_keeps_the_sessions_that_have_every_word(query: str, found: list[str]) -> None:
    sessions = [summary("b", "unfinished", participant="P08", guide_title="Checkout"), summary("a")]
    assert [kind for kind in kinds(home_items(sessions, query=query)) if kind != "words"] == found


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("state", ["finished", "unfinished", "running", "unreadable"])
def test_a_row_says_its_state_in_words_and_fits(state: SessionState, width: int) -> None:
    problem = "It is damaged; restore it from a backup." if state == "unreadable" else ""
    item = Item("session", summary("2026-11-21-2210-x7k2", state, problem=problem))
    row = item_row(item, width, chosen=True, zone=UTC)
    assert width_of(row.spans) == width
    assert {"running": "elsewhere"}.get(state, state) in words(row)
    assert words(row).startswith("▸")


@pytest.mark.parametrize("width", [80, 120])
def test_a_finished_session_that_is_open_elsewhere_says_both(width: int) -> None:
    item = Item("session", summary("x", open_elsewhere=True))
    row = words(item_row(item, width, chosen=False, zone=UTC))
    assert "✓ finished" in row
    assert "open else" in row
    assert "Open in another window" in words(detail_rows(item, width, 3)[0])


def test_a_wide_row_has_everything_and_a_narrow_one_leaves_the_guide_to_the_detail() -> None:
    item = Item("session", summary("x"))
    wide = words(item_row(item, 80, chosen=False, zone=UTC))
    for told in ("2026-11-21 22:10", "P07", "12 min", "14 notes", "finished", "Clinic sche"):
        assert told in wide
    narrow = words(item_row(item, 58, chosen=False, zone=UTC))
    assert "finished" in narrow
    assert "Clinic" not in narrow
    assert "Clinic scheduling" in " ".join(words(row) for row in detail_rows(item, 54, 3))


def test_a_resume_row_tells_whose_interview_and_how_far_it_came() -> None:
    row = item_row(Item("resume", summary("2026-11-21-2210-x7k2", "unfinished")), 78, chosen=True)
    assert "Resume 2026-11-21-2210-x7k2, P07, 12 min in, 14 notes" in words(row)


def test_an_unreadable_session_tells_its_whole_sentence_below() -> None:
    problem = "x.json is not a session file any more; it was left as it is. Restore it from a backup."
    rows = detail_rows(Item("session", summary("x", "unreadable", problem=problem)), 55, 3)
    assert " ".join(words(row) for row in rows) == problem


def test_what_is_too_long_below_ends_in_an_ellipsis() -> None:
    item = Item("session", summary("x", "unreadable", problem="word " * 60))
    rows = detail_rows(item, 40, 2)
    assert len(rows) == 2
    assert words(rows[-1]).endswith("…")


@pytest.mark.parametrize(
    ("utc", "with_time", "shown"),
    [
        ("2026-11-21T22:10:00+00:00", True, "2026-11-22 00:10"),
        ("2026-11-21T22:10:00+00:00", False, "2026-11-22"),
        ("yesterday", True, "–"),
        ("", True, "–"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_reader(utc: str, with_time: bool, shown: str) -> None:
    assert moment(utc, timezone(timedelta(hours=2)), with_time=with_time) == shown


@pytest.mark.parametrize("text", ["a [/] b", "\x1b[31mred", "取り消し" * 20, "\u202egnp.exe", "👨‍👩‍👧"])
@pytest.mark.parametrize("width", [40, 58, 78, 118])
def test_an_odd_text_is_harmless_and_fits(text: str, width: int) -> None:
    odd = summary("x", participant=text, guide_title=text)
    for item in (Item("session", odd), Item("resume", odd)):
        row = item_row(item, width, chosen=True, zone=UTC)
        assert width_of(row.spans) == width
        assert not any(character in words(row) for character in "\x1b\u202e")


@pytest.mark.parametrize("width", [12, 58, 78])
def test_a_long_folder_gives_way_to_the_study_and_keeps_its_end(width: int) -> None:
    row = top_row("Clinics", "/home/ada/" + "deep/" * 20 + "clinics", width)
    assert width_of(row.spans) == width
    assert words(row).startswith("Clinics")
    assert words(row).endswith("/clinics") or width < 20


def test_the_selection_steps_over_words_and_stops_at_both_ends() -> None:
    items = home_items([summary("b"), summary("a")])
    assert kinds(items) == ["start", "words", "words", "session b", "session a"]
    places = choosable(items)
    assert stepped(places, 0, 1) == 3
    assert stepped(places, 3, -1) == 0
    assert stepped(places, 0, -5) == 0
    assert stepped(places, 0, 99) == 4


def test_the_selection_stays_on_its_session_while_more_are_read() -> None:
    before = home_items([summary("b")], reading=True)
    chosen = next(item for item in before if item.kind == "session")
    after = home_items([summary("c", "unfinished"), summary("b")])
    assert after[first_choice(after, chosen.key)] == chosen
    assert first_choice(after, "session gone") == 0
