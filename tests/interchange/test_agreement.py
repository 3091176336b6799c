"""Kappa and alpha as NLTK works them out for us, against published examples and an independent library."""

from __future__ import annotations

import math
import sys
from fractions import Fraction

import krippendorff
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from interview_tui.domain.agreement import Ratings, TagCounts, compare
from interview_tui.domain.coding import Coding, Codings
from interview_tui.interchange.agreement import (
    NoAgreementLibrary,
    agreement_json,
    agreement_text,
    nltk_measure,
)


def test_kappa_of_a_table_in_a_survey() -> None:
    """Artstein and Poesio (2008), Inter-coder agreement for computational linguistics, Computational
    Linguistics 34(4), their two-by-two example: 20, 20, 10 and 50 of 100 items, kappa = 0.348.
    """
    table = TagCounts(tag="a", both=20, first_only=20, second_only=10, neither=50)
    assert nltk_measure()(table.ratings)[0] == pytest.approx(0.348, abs=0.0005)


def test_alpha_of_krippendorff_s_own_example() -> None:
    """Krippendorff (2011), Computing Krippendorff's alpha-reliability, section A: binary data, two
    observers, no missing data, ten units: alpha = 0.095.
    """
    meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    ratings = [(bool(one), bool(other)) for one, other in zip(meg, owen, strict=True)]
    assert nltk_measure()(ratings)[1] == pytest.approx(0.095, abs=0.0005)


def cohen(ratings: Ratings) -> float:
    """Cohen (1960), A coefficient of agreement for nominal scales, formula (1), in exact fractions."""
    count = len(ratings)
    observed = Fraction(sum(one == other for one, other in ratings), count)
    first, second = sum(one for one, _ in ratings), sum(other for _, other in ratings)
    chance = Fraction(first * second + (count - first) * (count - second), count * count)
    return float((observed - chance) / (1 - chance))


some_ratings = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40)


@given(some_ratings)
def test_alpha_is_what_an_independent_library_says(ratings: Ratings) -> None:
    assume(len({given for both in ratings for given in both}) == 2)
    expected = krippendorff.alpha(
        reliability_data=[[int(one) for one, _ in ratings], [int(other) for _, other in ratings]],
        level_of_measurement="nominal",
    )
    assert nltk_measure()(ratings)[1] == pytest.approx(expected)


@given(some_ratings)
def test_kappa_is_what_cohen_s_formula_says(ratings: Ratings) -> None:
    assume(len({one for one, _ in ratings}) == 2 or len({other for _, other in ratings}) == 2)
    assert nltk_measure()(ratings)[0] == pytest.approx(cohen(ratings))


answers = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=12)


def codings(ratings: Ratings) -> Codings:
    def coded(side: int) -> dict[str, Coding]:
        return {
            f"s/{at}": Coding(tags=frozenset({"pain"} if both[side] else ()), decided=True)
            for at, both in enumerate(ratings)
        }

    return Codings(by_coder={"Ada": coded(0), "Ben": coded(1)})


@given(answers)
def test_no_answers_of_two_coders_end_in_a_crash_or_in_no_number(ratings: Ratings) -> None:
    found = compare(codings(ratings), "Ada", "Ben", (), nltk_measure())
    for tag in found.tags:
        for figure in (tag.kappa, tag.alpha):
            assert figure is None or math.isfinite(figure)
    assert "nan" not in agreement_text(found)


def test_words_and_json_tell_the_same() -> None:
    found = compare(codings([(True, True), (True, False), (False, False)]), "Ada", "Ben", (), nltk_measure())
    told = agreement_json(found)
    assert told["coders"] == ["Ada", "Ben"]
    assert told["tags"][0]["kappa"] == pytest.approx(0.4)
    assert told["disagreements"] == [{"note": "s/1", "first": ["pain"], "second": []}]
    assert agreement_text(found).splitlines() == [
        "Ada and Ben: 3 notes decided by both, 2 alike",
        "pain  agree  67%  both 1, Ada only 1, Ben only 0  kappa 0.40 (fair)  alpha 0.444 (not reliable)",
        "Disagreements to settle: 1; settled: 0",
    ]


def test_without_nltk_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)
    with pytest.raises(NoAgreementLibrary, match=r"pip install 'interview-tui\[agreement\]'"):
        nltk_measure()
