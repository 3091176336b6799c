"""The interviewer's mirror: what went well, what to try, and never a grade."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.bands import DEFAULT_BANDS
from interview_tui.domain.how_held import HowHeld, PartHeld
from interview_tui.domain.mirror import Mirror, mirror_of, moderators_of
from interview_tui.domain.mirror_words import figure_words, led_words, name_of, to_try, went_well

MINUTE = 60_000


def held(
    share: float | None = 0.05,
    wait_ms: int | None = 3_000,
    led: int = 0,
    led_why: int = 0,
    missed: int = 0,
    monologue_ms: int | None = 40_000,
    over_ms: int = 0,
) -> HowHeld:
    parts = tuple(
        PartHeld(
            part=part,
            band=DEFAULT_BANDS[part],
            share=share,
            spent_ms=20 * MINUTE + over_ms,
            budget_ms=20 * MINUTE,
        )
        for part in ("dig_in", "whole_session")
    )
    return HowHeld(
        session="s",
        created_utc="2026-11-02T10:00:00Z",
        parts=parts,
        wait_ms=wait_ms,
        led=led,
        led_why=led_why,
        must_asks=3,
        missed=missed,
        monologue_ms=monologue_ms,
    )


HELD = st.builds(
    held,
    share=st.none() | st.floats(0, 1),
    wait_ms=st.none() | st.integers(0, 20_000),
    led=st.integers(0, 9),
    missed=st.integers(0, 3),
    monologue_ms=st.none() | st.integers(0, 900_000),
    over_ms=st.integers(-600_000, 3_600_000),
)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (held(share=0.4), "40% of the talk is yours while you dig in, up to 5% is the goal"),
        (held(wait_ms=500), "you wait 0.5 s"),
        (held(led=3), '"why?" right after'),
        (held(missed=2), "2 must-asks missed an interview"),
        (held(monologue_ms=180_000), "03:00 at one stretch"),
        (held(over_ms=600_000), "+10:00 over time"),
    ],
)
def test_the_one_thing_to_try_is_what_is_farthest_from_its_aim(one: HowHeld, words: str) -> None:
    mirror = mirror_of([one] * 6)
    assert words in to_try(mirror)
    assert went_well(mirror)


def test_where_all_is_near_its_aim_there_is_nothing_to_try() -> None:
    mirror = mirror_of([held(share=0.03)] * 3)
    assert mirror.to_try is None
    assert to_try(mirror) == "Nothing stands out: go on as you do."
    assert went_well(mirror) == "You listen while you dig in: 3% of the talk is yours."


def test_an_improvement_is_praised_first_with_what_was_before() -> None:
    mirror = mirror_of([held(led=4)] * 4 + [held()] * 5)
    assert went_well(mirror) == "You ask without leading, from 4 before."


def test_the_last_five_stand_beside_all_before() -> None:
    mirror = mirror_of([held(missed=3), held(missed=1), *[held(missed=0)] * 4, held(missed=1)])
    missed = next(one for one in mirror.measures if one.kind == "missed")
    assert (missed.recent, missed.before) == (0.2, 2.0)
    assert missed.trend == "better"
    led = next(one for one in mirror.measures if one.kind == "led")
    assert led.trend == "steady"


def test_with_five_interviews_nothing_is_compared() -> None:
    assert {one.trend for one in mirror_of([held()] * 5).measures} == {"new"}


def test_whether_why_followed_is_told_of_the_last_five() -> None:
    assert led_words(mirror_of([held(led=2)] * 3 + [held()] * 5)) == ""
    assert led_words(mirror_of([held(led=1, led_why=1), held(led=2)])) == (
        "You led 3 times in the last 2; why followed 1 of 3."
    )


def test_no_interview_says_nothing() -> None:
    mirror = mirror_of([])
    assert (mirror.known, went_well(mirror), to_try(mirror)) == ((), "", "")


@given(st.lists(HELD, min_size=1, max_size=14))
def test_words_never_grade_and_never_praise_what_they_ask_to_change(interviews: list[HowHeld]) -> None:
    mirror: Mirror = mirror_of(interviews)
    assert mirror.to_try is None or mirror.to_try is not mirror.went_well
    words = f"{went_well(mirror)} {to_try(mirror)}"
    assert went_well(mirror)
    assert not re.search(r"\b(bad|poor|fail|wrong|score|grade|worst|too)\b", words)
    for one in mirror.measures:
        assert name_of(one)
        assert all(figure_words(one, figure) for figure in one.values)


@given(st.lists(HELD, min_size=6, max_size=14), st.randoms())
def test_the_order_before_the_last_five_does_not_matter(interviews: list[HowHeld], random: object) -> None:
    before = interviews[:-5]
    random.shuffle(before)  # type: ignore[attr-defined]
    one, other = mirror_of(interviews), mirror_of([*before, *interviews[-5:]])
    for left, right in zip(one.measures, other.measures, strict=True):
        assert left.recent == right.recent
        assert left.before == pytest.approx(right.before)


def test_moderators_are_told_apart_without_capitals_the_busiest_first() -> None:
    assert moderators_of(["Ada", " ada ", "Bob", "", "", "", "ADA"]) == ("Ada", "Bob", "")
