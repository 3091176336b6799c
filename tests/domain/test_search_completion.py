"""What Tab offers while a search is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.search_completion import FILTERS, completions, values_of
from interview_tui.domain.search_query import read_query

VALUES = {
    "tag": ["challenge", "follow-up", "possible solution", "Étape", "follow up"],
    "participant": ["P01", "P07", "p01"],
    "segment": ["shop with staff", "one-person workshop"],
    "phase": ["Dig in"],
}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("t", []),
        ("ta", ["tag:"]),
        ("wrong ta", ["tag:"]),
        ("TA", ["tag:"]),
        ("tag", ["tag:"]),
        ("tags", []),
        ('"a ta', []),
        ("-ta", ["tag:"]),
        ("tag:ch", ["challenge"]),
        ("tag:", ["challenge", "follow-up", "possible solution", "Étape", "none"]),
        ("tag:etap", ["Étape"]),
        ("tag:sol", ["possible solution"]),
        ("tag:challenge,fol", ["follow-up"]),
        ('segment:"shop w', ["shop with staff"]),
        ("segment:wor", ["one-person workshop"]),
        ("participant:p0", ["P01", "P07"]),
        ("starred:", ["yes", "no"]),
        ("kind:qu", ["quote", "question"]),
        ("before:20", []),
        ("http://x", []),
        ("tag:nothing", []),
        ("tag:ch ", []),
    ],
)
def test_what_is_offered(typed: str, offered: list[str]) -> None:
    assert [each.shown for each in completions(typed, len(typed), VALUES)] == offered


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("wrong ta|", "wrong tag:|"),
        ("tag:ch|", "tag:challenge |"),
        ("-tag:ch|", "-tag:challenge |"),
        ("tag:poss|", 'tag:"possible solution" |'),
        ('tag:"poss|', 'tag:"possible solution" |'),
        ("tag:challenge,poss|", 'tag:challenge,"possible solution" |'),
        ("tag:ch| wrong", "tag:challenge |wrong"),
        ("ta|wrong", "tag:|wrong"),
    ],
)
def test_what_is_taken_stands_where_it_was_typed(typed: str, taken: str) -> None:
    cursor = typed.index("|")
    plain = typed.replace("|", "")
    text, at = completions(plain, cursor, VALUES)[0].applied(plain, cursor)
    assert f"{text[:at]}|{text[at:]}" == taken


def test_a_value_is_offered_once_as_it_is_spelt_first() -> None:
    assert values_of("participant", VALUES) == ("P01", "P07")
    assert values_of("kind", {"kind": ["note"]}) == ("note", "quote", "debrief", "question")


@given(st.sampled_from(FILTERS[:4]), st.data())
def test_a_value_that_was_completed_is_read_as_that_filter(name: str, data: st.DataObject) -> None:
    shown = data.draw(st.sampled_from(values_of(name, VALUES)))
    typed = f"{name}:"
    taken = next(each for each in completions(typed, len(typed), VALUES) if each.shown == shown)
    query = read_query(taken.applied(typed, len(typed))[0])
    assert [one.name for one in query.filters] == [name]
    assert not query.terms
    assert len(query.filters[0].values) == 1


@given(st.text(alphabet='tag: "-,ch\\(x*ß', max_size=20), st.integers(0, 20))
def test_any_text_has_completions_that_keep_what_stands_around(typed: str, at: int) -> None:
    cursor = min(at, len(typed))
    for each in completions(typed, cursor, VALUES):
        text, after = each.applied(typed, cursor)
        assert text.startswith(typed[: each.start])
        assert text[after:] in (typed[cursor:], typed[cursor + 1 :])
