"""Whatever is typed is read as something to look for, and never as a mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.folding import fold
from interview_tui.domain.search_marks import Marker
from interview_tui.domain.search_query import Filter, Query, Term, read_query
from interview_tui.domain.search_rank import Ranking


def words(typed: str) -> list[str]:
    """The terms as they are written in the tables here: `"a b"` a phrase, `a*` a beginning, `-a` without."""
    return [
        ("-" if term.excluded else "") + " ".join(term.words) + ("*" if term.beginning else "")
        for term in read_query(typed).terms
    ]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("paper list", ["paper", "list*"]),
        ("paper list ", ["paper", "list"]),
        ("pap* list ", ["pap*", "list"]),
        ('"paper list" x', ["paper list", "x"]),
        ('"Paper  Liste"', ["paper liste"]),
        ("p", ["p"]),
        ("paper l", ["paper", "l"]),
        ("取り消し", ["取 り 消 し"]),
        ("👍", ["u1f44d"]),
        ("foo_bar()", ["foo bar"]),
        ("user@host ", ["user host"]),
        ("--flag", ["flag*"]),
        ("paper -list", ["paper", "-list*"]),
        ('paper -"long list"', ["paper", "-long list"]),
        ("minus -5 ", ["minus", "5"]),
        ("a -> b ", ["a", "b"]),
        ('"unbalanced words', ["unbalanced", "words*"]),
        ('un"balanced ', ["un balanced"]),
        ("tag: x ", ["tag", "x"]),
        ("tag:", ["tag"]),
        ("before:soon ", ["before", "soon"]),
        ("before:2026-13 ", ["before", "2026", "13"]),
        ("after:2026-02-30 ", ["after", "2026", "02", "30"]),
        ("https://example.org ", ["https", "example", "org"]),
        ("NEAR(a b)^ * AND OR NOT ", ["near a", "b", "and", "or", "not"]),
        ("a^2 (b) {c}: + ", ["a 2", "b", "c"]),
        ("", []),
        ("  ", []),
        ('"" () :', []),
    ],
)
def test_words_phrases_and_beginnings(typed: str, terms: list[str]) -> None:
    found = words(typed)
    assert [term.rstrip("*") if typed.endswith((":", ")")) else term for term in found] == terms
    assert read_query(typed).filters == ()


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("tag:pain ", [Filter("tag", ("pain",))]),
        ("tag:pain", [Filter("tag", ("pain",), beginning=True)]),
        ("tag:pa*  ", [Filter("tag", ("pa",), beginning=True)]),
        ('tag:"possible solution" ', [Filter("tag", ("possible solution",))]),
        ("TAG:Possible-Solution ", [Filter("tag", ("possible solution",))]),
        ("tag:pain,goal ", [Filter("tag", ("pain", "goal"))]),
        ("tag:pain tag:goal ", [Filter("tag", ("pain", "goal"))]),
        ("-tag:pain ", [Filter("tag", ("pain",), excluded=True)]),
        ("tag:none ", [Filter("tag", ("",))]),
        ("tag:Café ", [Filter("tag", ("cafe",))]),
        ("participant:p7 ", [Filter("participant", ("p07",))]),
        ("segment:clinics phase:dig ", [Filter("segment", ("clinics",)), Filter("phase", ("dig",))]),
        ("kind:quote author:Ada ", [Filter("kind", ("quote",)), Filter("author", ("ada",))]),
        ("session:2026-11 ", [Filter("session", ("2026 11",))]),
    ],
)
def test_filters(typed: str, filters: list[Filter]) -> None:
    assert list(read_query(typed).filters) == filters
    assert read_query(typed).terms == ()


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("starred:", Query(starred=True)),
        ("starred:yes", Query(starred=True)),
        ("starred:no", Query(starred=False)),
        ("-starred:", Query(starred=False)),
        ("before:2026", Query(before="2026-01-01")),
        ("before:2026-3", Query(before="2026-03-01")),
        ('after:"2024-02-29"', Query(after="2024-02-29")),
        ("after:2026-11 before:2026-12", Query(after="2026-11-01", before="2026-12-01")),
    ],
)
def test_stars_and_days(typed: str, query: Query) -> None:
    assert read_query(typed) == query
    assert query.asks


@pytest.mark.parametrize(
    ("name", "wanted", "told", "meets"),
    [
        ("tag", "goal", "goal", True),
        ("tag", "goal", "goals", False),
        ("phase", "dig", "dig in", True),
        ("phase", "in", "dig in", False),
        ("segment", "", "", True),
        ("segment", "", "clinics", False),
        ("tag", "", "goal", False),
    ],
)
def test_what_meets_a_filter(name: str, wanted: str, told: str, meets: bool) -> None:
    assert Filter(name, (wanted,)).meets(told) is meets  # type: ignore[arg-type]


@given(st.text() | st.text('"tag:before: -*()^AND,取👍 '))
def test_any_text_is_a_query(typed: str) -> None:
    query = read_query(typed)
    assert all(term.words and all(term.words) for term in query.terms)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("paper li", "A paper list, papers and lists", ["paper", "list", "lists"]),
        ('"paper list"', "paper, list: Paper-List", ["paper, list", "Paper-List"]),
        ("cafe", "das Café und Cafés", ["Café", "Cafés"]),
        ("取消", "患者取消预约", ["取消"]),
        ("strasse ", "Straße", ["Straße"]),
        ("c++", "C++ and C", ["C++"]),
        ("👍", "ok 👍🏽 x", ["👍🏽"]),
        ("a a ", "a a", ["a", "a"]),
        ("-paper x ", "paper x", ["x"]),
        ("list", "enlist", []),
    ],
)
def test_hits_are_marked_in_the_text_as_typed(typed: str, text: str, marked: list[str]) -> None:
    marks = Marker(read_query(typed).terms).marks(text)
    assert [text[start:end] for start, end in marks] == marked


@given(st.text(min_size=1), st.lists(st.text(min_size=1), max_size=3))
def test_marks_lie_in_the_text_and_do_not_overlap(text: str, typed: list[str]) -> None:
    marks = Marker(read_query(" ".join(typed)).terms).marks(text)
    flat = [at for mark in marks for at in mark]
    assert flat == sorted(flat)
    assert all(start < end for start, end in marks)
    assert not flat or (flat[0] >= 0 and flat[-1] <= len(text))


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("list ", "the list", "the list of all the things that they have to do before noon on a monday"),
        ("list ", "list after list", "list after call"),
        ("list", "a list", "a lists"),
        ('"paper list"', "paper list, paper list", "paper list, list paper"),
        ("取消 ", "取消取消", "取消患者"),
    ],
)
def test_the_better_answer_has_the_higher_score(typed: str, better: str, worse: str) -> None:
    ranking = Ranking(read_query(typed).terms)
    assert ranking.score(fold(better)) > ranking.score(fold(worse)) > 0


@given(st.text())
def test_a_text_without_the_words_has_no_score(text: str) -> None:
    assert Ranking([Term(("zqzq",))]).score(fold(text.replace("z", ""))) == 0
