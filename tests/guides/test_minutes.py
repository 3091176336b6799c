from __future__ import annotations

import pytest

from interview_tui.guides.minutes import stated_minutes, stated_total


@pytest.mark.parametrize(
    ("heading", "minutes", "title"),
    [
        ("Intro (5 min)", 5, "Intro"),
        ("Intro (5 minutes)", 5, "Intro"),
        ("Intro [~5 mins]", 5, "Intro"),
        ("Intro - 10 minutes", 10, "Intro"),
        ("Intro – about 10 mins.", 10, "Intro"),
        ("Tasks (10-30 min)", 30, "Tasks"),
        ("Tasks (10 to 30 min)", 30, "Tasks"),
        ("Tasks (~3 / 10 min)", 3, "Tasks"),
        ("0:00–0:05 Welcome", 5, "Welcome"),
        ("Welcome (10:15 - 10:30)", 15, "Welcome"),
        ("Welcome 00:00-05:00", 5, "Welcome"),
        ("5 min: Welcome", 5, "Welcome"),
        ("Welcome (all roles, 5 minutes)", 5, "Welcome (all roles)"),
        ("Part 2 - 10 minutes", 10, "Part 2"),
        ("Deep dive (1 hour)", 60, "Deep dive"),
        ("Warm-up (5m)", 5, "Warm-up"),
        ("Warm-up (2.5 min)", 2.5, "Warm-up"),
        ("Begrüßung (5 Minuten)", 5, "Begrüßung"),
        ("Wrap-up 5 min", 5, "Wrap-up"),
    ],
)
def test_minutes_are_read_and_leave_the_title(heading: str, minutes: float, title: str) -> None:
    stated = stated_minutes(heading)
    assert stated is not None
    assert (stated.minutes, stated.title) == (minutes, title)


@pytest.mark.parametrize(
    "heading",
    [
        "30 Minute interview",
        "Wrap up (5 minutes before end)",
        "10-15 min before session:",
        "Task (X minutes)",
        "The 4 phases",
        "Top 10",
        "Section 3",
        "",
    ],
)
def test_other_numbers_are_no_minutes(heading: str) -> None:
    assert stated_minutes(heading) is None


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("This will take about 45 minutes.", 45),
        ("Duration: 45-60 min", 60),
        ("We have half an hour.", 30),
        ("It should take an hour", 60),
        ("Allow 2 minutes for the sound check.", None),
        ("I will stop 15 minutes before lunch", None),
        ("In 1990 I moved.", None),
    ],
)
def test_the_length_of_the_interview_is_heard_in_the_script(text: str, total: float | None) -> None:
    assert stated_total(text) == total
