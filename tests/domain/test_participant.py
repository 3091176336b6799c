"""Pseudonyms and the chain of referrals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.participant import Participant, as_pseudonym, next_pseudonym
from interview_tui.domain.referrals import closes_a_circle, referred, referrers

NUMBERS = st.integers(min_value=1, max_value=999_990)
ANY_NAMES = st.lists(NUMBERS.map("P{}".format) | NUMBERS.map(" p{:06} ".format) | st.text(max_size=8))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("P07", "P07"),
        ("p7", "P07"),
        (" P007 ", "P07"),
        ("P123", "P123"),
        ("", ""),
        ("P", ""),
        ("P0", ""),
        ("p00", ""),
        ("Ada", ""),
        ("P7b", ""),
        ("7", ""),
        ("P1234567", ""),
    ],
)
def test_a_pseudonym_is_known_in_any_spelling(typed: str, meant: str) -> None:
    assert as_pseudonym(typed) == meant


@given(NUMBERS)
def test_a_pseudonym_is_read_as_it_is_written(number: int) -> None:
    written = f"P{number:02}"
    assert as_pseudonym(written) == written


@given(ANY_NAMES)
def test_the_next_pseudonym_was_never_given_and_is_above_all_others(taken: list[str]) -> None:
    new = next_pseudonym(taken)
    assert as_pseudonym(new) == new or int(new[1:]) == 1_000_000
    assert all(int(new[1:]) > int(known[1:]) for known in map(as_pseudonym, taken) if known)


@given(ANY_NAMES, st.integers(min_value=1, max_value=5))
def test_one_after_the_other_gets_another_one(taken: list[str], count: int) -> None:
    given_out: list[str] = []
    for _ in range(count):
        given_out.append(next_pseudonym([*taken, *given_out]))
    assert len(set(given_out)) == count
    assert set(given_out).isdisjoint(map(as_pseudonym, taken))


# -- referrals -----------------------------------------------------------------------------


def people(**named_by: str) -> list[Participant]:
    """Participants by pseudonym and who named them."""
    return [Participant(pseudonym=name, referred_by=by) for name, by in named_by.items()]


def test_the_chain_leads_back_to_who_was_found_first() -> None:
    known = people(P01="", P02="P01", P03="P02", P04="P02")
    assert referrers(known, "P03") == ("P02", "P01")
    assert referrers(known, "P01") == ()
    assert referred(known, "P02") == ("P03", "P04")
    assert referred(known, "P04") == ()


def test_a_chain_through_somebody_unknown_ends_there() -> None:
    assert referrers(people(P02="P01"), "P02") == ("P01",)


def test_a_circle_in_a_file_that_was_edited_by_hand_ends_too() -> None:
    known = people(P01="P02", P02="P01", P03="P03")
    assert referrers(known, "P01") == ("P02",)
    assert referrers(known, "P03") == ()


@pytest.mark.parametrize(
    ("referrer", "would"), [("P01", True), ("P02", True), ("P03", True), ("P04", False), ("P99", False)]
)
def test_nobody_leads_to_themselves(referrer: str, would: bool) -> None:
    known = people(P01="", P02="P01", P03="P02", P04="")
    assert closes_a_circle(known, "P01", referrer) is would


SOME = st.integers(min_value=1, max_value=8).map("P{:02}".format)


@given(st.lists(st.tuples(SOME, SOME), max_size=30))
def test_whoever_is_let_in_one_by_one_never_stands_in_their_own_chain(wishes: list[tuple[str, str]]) -> None:
    named_by: dict[str, str] = {f"P{number:02}": "" for number in range(1, 9)}
    for person, referrer in wishes:
        if not closes_a_circle(people(**named_by), person, referrer):
            named_by[person] = referrer
    known = people(**named_by)
    for person in named_by:
        chain = referrers(known, person)
        assert person not in chain
        assert chain == () or named_by[chain[-1]] == ""
