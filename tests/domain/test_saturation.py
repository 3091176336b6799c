"""The rule of saturation, against the published figures and its laws."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.completeness import Completeness
from interview_tui.domain.saturation import Grouped, Rule, saturation_of
from interview_tui.domain.saturation_words import (
    chao2_words,
    completeness_words,
    earlier,
    headline,
    question,
    reason,
)

PUBLISHED = (20, 11, 2, 10, 2, 1, 1)
NEW = st.lists(st.integers(0, 30), max_size=40)
RULES = st.builds(Rule, base=st.integers(2, 8), run=st.integers(1, 5), threshold=st.integers(0, 25))


def test_the_published_example_stops_at_the_seventh_interview() -> None:
    """Guest, Namey and Chen (2020), PLoS ONE 15(5): e0232076: base 4, run 2, at most 5 %."""
    found = saturation_of(PUBLISHED, Rule())
    assert found.base == 43
    assert [(run.first, run.last, run.new) for run in found.runs] == [(5, 6, 3), (6, 7, 2)]
    assert [f"{run.share:.1%}" for run in found.runs] == ["7.0%", "4.7%"]
    assert found.verdict == "repeats"
    assert saturation_of(PUBLISHED[:6], Rule()).verdict == "close"
    assert found.totals == (20, 31, 33, 43, 45, 46, 47)


@pytest.mark.parametrize(
    ("new", "rule", "verdict"),
    [
        ((), Rule(), "too_few"),
        (PUBLISHED[:5], Rule(), "too_few"),
        ((10, 10, 0, 0, 0), Rule(base=3, run=1), "too_few"),  # never before the sixth, whatever the rule
        ((10, 10, 0, 0, 0, 0), Rule(base=3, run=1), "repeats"),
        ((10, 10, 0, 0, 1, 0), Rule(), "repeats"),  # 1 of 20 is 5 %: at most, not below
        ((10, 10, 0, 0, 1, 0), Rule(threshold=4), "close"),
        ((10, 10, 0, 0, 2, 1), Rule(), "keep_going"),
        ((10, 10, 0, 0, 0, 0), Rule(threshold=0), "repeats"),
        ((10, 10, 0, 0, 0, 1), Rule(threshold=0), "keep_going"),
        ((0, 0, 0, 0, 0, 0), Rule(), "keep_going"),  # nothing to compare with
        ((10, 10, 0, 0, 0, 0), Rule(base=6, run=2), "too_few"),
    ],
)
def test_verdicts(new: tuple[int, ...], rule: Rule, verdict: str) -> None:
    assert saturation_of(new, rule).verdict == verdict


@pytest.mark.parametrize(
    ("counts", "verdict", "words"),
    [
        ((6, 150, 7, 8), "too_little", "only 6 of 150 notes are in a theme."),
        ((1, 9, 1, 6), "too_little", "only 1 of 9 notes is in a theme."),
        ((50, 150, 7, 15), "too_little", "only 7 of 15 interviews have a theme."),
        ((50, 150, 7, 14), "repeats", "Information repeats"),
        ((0, 9, 0, 5), "repeats", "Information repeats"),  # with so few interviews the rule has its own word
    ],
)
def test_with_little_grouped_nothing_is_said_of_it(
    counts: tuple[int, int, int, int], verdict: str, words: str
) -> None:
    notes, of_notes, interviews, of_interviews = counts
    grouped = Grouped(notes=notes, of_notes=of_notes, interviews=interviews, of_interviews=of_interviews)
    found = saturation_of(PUBLISHED, Rule(), grouped=grouped)
    assert found.verdict == verdict
    assert words in headline(found)
    assert ("our own measure" in reason(found)) == (verdict == "too_little")
    chao2 = chao2_words(Completeness(interviews=7, observed=9, once=9, twice=0), found)
    assert bool(chao2) == (verdict == "repeats")


def test_tags_that_repeat_are_no_repetition_of_themes() -> None:
    found = saturation_of(PUBLISHED, Rule(), by="tags")
    assert (found.verdict, headline(found)) == ("tags_repeat", "Tags repeat: group themes to know more.")
    assert "Group themes" in headline(saturation_of(PUBLISHED[:6], Rule(), by="tags"))


@pytest.mark.parametrize(
    ("new", "counts", "doubted"),
    [
        (PUBLISHED, (7, 47, 46, 0), True),
        (PUBLISHED, (7, 47, 47, 0), True),
        (PUBLISHED, (7, 13, 6, 4), False),
        (PUBLISHED, (0, 0, 0, 0), False),
        ((5,) * 9, (9, 45, 40, 0), False),  # they agree
    ],
)
def test_chao2_is_heard_where_it_contradicts_the_rule(
    new: tuple[int, ...], counts: tuple[int, int, int, int], doubted: bool
) -> None:
    interviews, observed, once, twice = counts
    chao2 = Completeness(interviews=interviews, observed=observed, once=once, twice=twice)
    told = chao2_words(chao2, saturation_of(new, Rule()))
    assert ("so new ones are still to be expected" in told) == doubted


def test_too_few_says_how_many_more() -> None:
    assert headline(saturation_of((3, 2), Rule())) == (
        "Too early to say: 4 more interviews until the rule can speak."
    )
    assert "1 more interview until" in headline(saturation_of(PUBLISHED[:5], Rule()))


def test_after_twenty_interviews_without_repetition_it_asks_about_the_people() -> None:
    assert question(saturation_of([5] * 19, Rule())) == ""
    assert "are these the right people" in question(saturation_of([5] * 20, Rule()))
    assert "Narrow whom you ask" in question(saturation_of([5] * 30, Rule()))
    repeated_once = [5] * 10 + [0, 0] + [5] * 10
    assert question(saturation_of(repeated_once, Rule())) == ""
    assert "but not any more" in earlier(saturation_of(repeated_once, Rule()))


def test_the_reason_has_the_run_and_its_figures() -> None:
    assert reason(saturation_of(PUBLISHED, Rule())) == (
        "Interviews 6–7: 2 new / base 43 = 4.7% (at most 5%)."
    )
    assert "no theme to compare" in reason(saturation_of([0] * 6, Rule()))


@pytest.mark.parametrize(
    ("once", "twice", "observed", "words"),
    [
        (6, 4, 13, "13 of about 16 themes (83%); 6 in one interview, 4 in two."),
        (0, 0, 0, "no themes yet."),
        (9, 0, 9, "none of 9 themes came up twice; how many there are cannot be told."),
    ],
)
def test_completeness_in_words(once: int, twice: int, observed: int, words: str) -> None:
    found = Completeness(interviews=8, observed=observed, once=once, twice=twice)
    assert completeness_words(found, "themes") == words


@given(NEW, RULES, st.randoms())
def test_the_order_within_the_base_does_not_matter(new: list[int], rule: Rule, random: object) -> None:
    base = new[: rule.base]
    random.shuffle(base)  # type: ignore[attr-defined]
    before = saturation_of(new, rule)
    after = saturation_of([*base, *new[rule.base :]], rule)
    assert (before.runs, before.verdict) == (after.runs, after.verdict)


@given(NEW, RULES)
def test_runs_are_all_windows_behind_the_base(new: list[int], rule: Rule) -> None:
    found = saturation_of(new, rule)
    assert len(found.runs) == max(0, len(new) - rule.base - rule.run + 1)
    for run in found.runs:
        assert run.last - run.first + 1 == rule.run
        assert run.new == sum(new[run.first - 1 : run.last])
        if run.base:
            assert run.within(rule.threshold) == (
                Fraction(run.new, run.base) <= Fraction(rule.threshold, 100)
            )


@given(NEW, RULES)
def test_interviews_that_bring_nothing_new_end_in_repetition(new: list[int], rule: Rule) -> None:
    quiet = [*new, *[0] * (rule.speaks_from + rule.run)]
    found = saturation_of(quiet, rule)
    assert found.verdict == ("repeats" if found.base else "keep_going")


@given(NEW, RULES)
def test_a_higher_threshold_never_asks_for_more_interviews(new: list[int], rule: Rule) -> None:
    if saturation_of(new, rule).verdict == "repeats":
        wider = Rule(base=rule.base, run=rule.run, threshold=rule.threshold + 5)
        assert saturation_of(new, wider).verdict == "repeats"
