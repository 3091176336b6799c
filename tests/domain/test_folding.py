"""Text is found however it is typed: with or without accents, in any script, and code too."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.folding import fold, placed_words, words_of

SAME = [
    ("Café crème", "cafe CREME"),
    ("größere Straße", "GROSSERE STRASSE"),
    ("İstanbul ISTANBUL ışık", "istanbul istanbul IŞIK"),
    ("łódź Ærø Þór", "lodz aero thor"),
    ("ＦＵＬＬ　ｗｉｄｔｈ １２", "full width 12"),
    ("ﬁne ½", "fine 1⁄2"),
    ("مُحَمَّد كتـــاب آن", "محمد كتاب ان"),
    ("هدى مدرسة", "هدي مدرسه"),
    ("٣ ۳ ३", "3 3 3"),
    ("ｶﾞﾗｽ", "ガラス"),
    ("がんばって", normalize("NFD", "がんばって")),
    ("한국어", normalize("NFD", "한국어")),
    ("ёлка Йод", "елка иод"),
    ("ὈΔΥΣΣΕΎΣ", "οδυσσευς"),
    ("שָׁלוֹם", "שלום"),
    ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ("it’s", "it's"),
    ("👍🏽 ☎️", "👍 ☎"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_differs_in_case_marks_and_width_is_the_same(one: str, other: str) -> None:
    assert words_of(one) == words_of(other) != ()


@pytest.mark.parametrize(
    ("one", "other"), [("か", "が"), ("C++", "C"), ("C#", "C"), ("🎉", "👍"), ("日", "月")]
)
def test_what_means_something_else_is_not(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("取り消し、です", ("取", "り", "消", "し", "で", "す")),
        ("患者abc取消", ("患", "者", "abc", "取", "消")),
        (
            "foo_bar() --flag user@host /usr/lib/x.so",
            ("foo", "bar", "flag", "user", "host", "usr", "lib", "x", "so"),
        ),
        ("C++ and C#, not a++b or #tag", ("cplusplus", "and", "csharp", "not", "a", "b", "or", "tag")),
        ("v2.1 don't", ("v2", "1", "don", "t")),
        ("ok👩‍💻!", ("ok", "u1f469", "u1f4bb")),
        ("नमस्ते", ("नमसते",)),
        ("", ()),
        ("… () -- ?!", ()),
        ("\ud800x\x00y", ("x", "y")),
        ("\ue000\U000f0001", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = words_of(text)
    assert words_of(" ".join(once)) == once


@given(st.text() | st.text("aé取ー☎️👍🏽가\u1112\u1161\u11ab\u3099ｶﾞ+# C\u0301"))
def test_each_word_has_its_place_in_the_text(text: str) -> None:
    places = placed_words(text)
    assert tuple(place.word for place in places) == words_of(text)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert [place.start for place in places] == sorted(place.start for place in places)


@given(st.text())
def test_folded_text_that_is_not_plain_has_words_between_spaces(text: str) -> None:
    folded = fold(text)
    assert folded.isascii() or tuple(folded.split()) == words_of(text)
