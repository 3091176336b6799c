"""Segments and days as people type them."""

from __future__ import annotations

import pytest

from interview_tui.domain.study_answers import AnswerUnusable, retention_of, segments_of


@pytest.mark.parametrize(
    ("text", "name", "target"),
    [
        ("clinics=6", "clinics", 6),
        (" small clinics = 12 ", "small clinics", 12),
        ("clinics", "clinics", 0),
        ("a=b=3", "a=b", 3),
        ("病院=4", "病院", 4),
    ],
)
def test_a_segment_is_a_name_and_perhaps_a_count(text: str, name: str, target: int) -> None:
    (segment,) = segments_of([text])
    assert (segment.name, segment.target) == (name, target)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["clinics=six"], 'such as "clinics=6"'),
        (["clinics=-1"], 'such as "clinics=6"'),
        (["clinics=٦"], 'such as "clinics=6"'),
        (["clinics=" + "9" * 5000], 'such as "clinics=6"'),
        (["=6"], "has no name"),
        (["clinics=1", "CLINICS=2"], "Segment 'CLINICS=2': two segments are named"),
    ],
)
def test_a_segment_that_cannot_be_counted_is_refused(texts: list[str], words: str) -> None:
    with pytest.raises(AnswerUnusable) as refused:
        segments_of(texts)
    assert words in refused.value.message


@pytest.mark.parametrize(("text", "days"), [("180", 180), (" 7 ", 7), ("", None), ("  ", None)])
def test_days_are_a_whole_number_or_none(text: str, days: int | None) -> None:
    assert retention_of(text) == days


@pytest.mark.parametrize("text", ["0", "-3", "1.5", "half a year", "99999"])
def test_days_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(AnswerUnusable, match="1 to 36,500"):
        retention_of(text)
