"""Likeness: symmetric, one for the same text, explained by the words that are shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.labelled_notes import LIBRARY, THEMES

from interview_tui.domain.similarity import WordSimilarity
from interview_tui.domain.terms import terms_of

WORDS = ["paper", "lists", "phone", "rings", "the", "待つ", "straße", "supplier"]
texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=2, max_size=8
)


def numbered(said: list[str]) -> WordSimilarity:
    return WordSimilarity((str(at), text) for at, text in enumerate(said))


@given(texts)
def test_it_is_symmetric_and_between_0_and_1(said: list[str]) -> None:
    similarity = numbered(said)
    for one in similarity.keys:
        for other in similarity.keys:
            score = similarity.score(one, other)
            assert score == similarity.score(other, one)
            assert 0 <= score <= 1


@given(texts, st.data())
def test_the_same_text_is_like_itself_by_1(said: list[str], data: st.DataObject) -> None:
    twice = data.draw(st.sampled_from(said))
    similarity = numbered([*said, twice])
    assert similarity.score(str(len(said)), str(said.index(twice))) == pytest.approx(1)


@given(texts)
def test_best_first_without_itself_and_near_agrees_with_the_score(said: list[str]) -> None:
    similarity = numbered(said)
    for key in similarity.keys:
        likes = similarity.like(key)
        assert key not in [like.key for like in likes]
        assert [like.score for like in likes] == sorted((like.score for like in likes), reverse=True)
        for like in likes:
            assert like.score == pytest.approx(similarity.score(key, like.key))
            assert like.shared == similarity.both(key, like.key) != ()
        assert dict(similarity.near(key, 0.4)) == pytest.approx(
            {like.key: like.score for like in likes if like.score >= 0.4}
        )


@given(texts)
def test_the_same_notes_give_the_same_answer(said: list[str]) -> None:
    one, other = numbered(said), numbered(said)
    assert [one.like(key) for key in one.keys] == [other.like(key) for key in other.keys]


def test_the_weights_are_those_of_the_published_formula() -> None:
    """By hand, n = 3: `paper` in 2, idf ln(4/3)+1 = 1.2877; `phone`, `list` in 1, ln(4/2)+1 = 1.6931."""
    similarity = numbered(["paper list", "paper phone", "clinic"])
    expected = 1.2876821**2 / (1.2876821**2 + 1.6931472**2)
    assert similarity.score("0", "1") == pytest.approx(expected)
    assert similarity.score("0", "2") == 0


def test_without_words_a_note_is_like_none() -> None:
    similarity = numbered(["", "…!", "paper"])
    assert ("0" in similarity, "1" in similarity, "2" in similarity) == (False, False, True)
    assert similarity.like("0") == []
    assert similarity.near("1", 0.1) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The suppliers' websites", ["supplier", "website"]),
        ("she doesn’t trust stories", ["trust", "story"]),
        ("Émile à la CAFÉ", ["emile", "la", "cafe"]),
        ("Straße, STRASSE", ["strasse", "strasse"]),
        ("待つのも", ["待つ", "つの", "のも"]),
        ("紙 list", ["紙", "list"]),
        ("전화가 온다", ["전화가", "온다"]),
        ("هاتف", ["هاتف"]),
        ("हिन्दी", ["हिन्दी"]),
        ("it is what it is", ["it", "is", "what", "it", "is"]),
        ("status bus glass", ["status", "bus", "glass"]),
        ("", []),
    ],
)
def test_a_text_becomes_its_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


def test_on_notes_that_a_person_labelled_the_most_alike_is_of_the_same_theme_more_often_than_by_chance() -> (
    None
):
    """Figures of a set that nothing was tuned on: better than chance (0.1), and far from always right."""
    similarity = WordSimilarity((note.key, note.text) for note in LIBRARY.notes)
    labelled = [note.key for note in LIBRARY.notes if THEMES[note.key]]
    first = sum(
        THEMES[likes[0].key] == THEMES[key] for key in labelled if (likes := similarity.like(key, 1))
    ) / len(labelled)
    assert first >= 0.3
