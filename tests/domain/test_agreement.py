"""Agreement of two coders, against published examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.agreement import (
    NO_VARIATION,
    Agreement,
    Ratings,
    TagCounts,
    alpha_words,
    compare,
    kappa_words,
)
from interview_tui.domain.coding import Coding, Codings


def codings(first: list[str], second: list[str], settled: frozenset[str] = frozenset()) -> Codings:
    """Two coders' tags note by note, one letter a tag; `?`: not decided yet."""

    def coded(tags: list[str]) -> dict[str, Coding]:
        return {
            f"s/{at}": Coding(tags=frozenset(given.strip("?")), decided="?" not in given)
            for at, given in enumerate(tags)
        }

    return Codings(by_coder={"Ada": coded(first), "Ben": coded(second)}, settled=settled)


def told(ratings: Ratings) -> tuple[float, float]:
    """Stands in for a library: the coefficients are checked where the library is asked."""
    return 0.5, 0.25


def compared(first: list[str], second: list[str], **more: frozenset[str]) -> Agreement:
    return compare(codings(first, second, **more), "Ada", "Ben", "ab", told)


def test_a_tag_is_counted_over_the_notes_that_both_decided_about() -> None:
    found = compared(["a", "a", "", "", "a", "a?"], ["a", "", "a", "", "a?", "a"])
    assert found.notes == 4
    assert found.tags[0].counts == TagCounts(tag="a", both=1, first_only=1, second_only=1, neither=1)
    assert found.tags[0].counts.agreed == 0.5
    assert found.tags[0].counts.prevalence == 0.5


def test_tags_stand_in_the_order_of_the_codebook_then_by_name() -> None:
    assert [tag.counts.tag for tag in compared(["zb"], ["xa"]).tags] == ["a", "b", "x", "z"]


@pytest.mark.parametrize(
    ("first", "second", "kappa", "alpha"),
    [
        (["a", "a"], ["a", "a"], None, None),  # everybody always
        (["a", "a"], ["a", ""], None, 0.25),  # the first one always
        (["a", ""], ["", ""], None, 0.25),  # the second one never
        (["a", ""], ["", "a"], 0.5, 0.25),
        (["a"], [""], None, 0.25),
    ],
)
def test_a_coder_who_does_not_vary_says_nothing(
    first: list[str], second: list[str], kappa: float | None, alpha: float | None
) -> None:
    tag = compared(first, second).tags[0]
    assert (tag.kappa, tag.alpha) == (kappa, alpha)
    assert (kappa_words(tag.kappa) == NO_VARIATION) == (kappa is None)


def test_without_a_library_there_are_counts_and_disagreements() -> None:
    found = compare(codings(["a", ""], ["", ""]), "Ada", "Ben")
    assert not found.measured
    assert found.tags[0].kappa is None
    assert [one.note for one in found.open] == ["s/0"]


def test_settled_notes_leave_the_list_and_stay_in_the_figures() -> None:
    found = compared(["a", "ab", ""], ["", "b", ""], settled=frozenset({"s/0"}))
    assert [(one.note, one.shared) for one in found.open] == [("s/1", frozenset("b"))]
    assert (found.settled, found.alike, found.notes) == (1, 1, 3)


def test_nothing_in_common_is_no_agreement_and_no_crash() -> None:
    found = compared(["a?"], ["a"])
    assert (found.notes, found.tags, found.open) == (0, (), ())
    assert TagCounts(tag="a").agreed == 0.0


@pytest.mark.parametrize(
    ("kappa", "words"),
    [
        (-0.2, "poor"),
        (0.0, "slight"),
        (0.2, "slight"),
        (0.21, "fair"),
        (0.4, "fair"),
        (0.41, "moderate"),
        (0.6, "moderate"),
        (0.61, "substantial"),
        (0.8, "substantial"),
        (0.81, "almost perfect"),
        (1.0, "almost perfect"),
    ],
)
def test_kappa_s_words_are_those_of_landis_and_koch(kappa: float, words: str) -> None:
    """Landis and Koch (1977), The measurement of observer agreement for categorical data, p. 165."""
    assert kappa_words(kappa) == words


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (0.8, "reliable"),
        (0.799, "tentative"),
        (0.667, "tentative"),
        (0.666, "not reliable"),
        (-1.0, "not reliable"),
    ],
)
def test_alpha_s_words_are_krippendorff_s(alpha: float, words: str) -> None:
    """Krippendorff (2004), Content Analysis, 2nd ed., p. 241."""
    assert alpha_words(alpha) == words


tags = st.lists(st.sampled_from(["", "a", "b", "ab", "?", "a?"]), min_size=1, max_size=20)


@given(tags, st.data())
def test_who_is_first_changes_nothing_but_sides(first: list[str], data: st.DataObject) -> None:
    same = st.sampled_from(["", "a", "b", "ab", "?"])
    second = data.draw(st.lists(same, min_size=len(first), max_size=len(first)))
    one, other = compared(first, second), compared(second, first)
    assert (one.notes, one.alike, len(one.open)) == (other.notes, other.alike, len(other.open))
    for here, there in zip(one.tags, other.tags, strict=True):
        assert here.counts.first_only == there.counts.second_only
        assert here.counts.both == there.counts.both
        assert here.counts.notes == one.notes
        assert len(here.counts.ratings) == one.notes
