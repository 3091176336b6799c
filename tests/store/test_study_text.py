"""What is written as a study file reads back as the same study."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.bands import PARTS, Band
from interview_tui.domain.codebook import COLOURS, DEFAULT_CODEBOOK, Codebook, Tag
from interview_tui.domain.study import Segment, Study
from interview_tui.store.study import read_study
from interview_tui.store.study_text import quoted, study_text

ODD = [
    'say "hi" \\ # no comment',
    "two\nlines\r\n\tand a tab",
    "取り消し 👩‍⚕️ naïve",
    "שלום \u202ehidden",
    "\x00\x1b[31m\x7f\x85\u2028",
    "'''\"\"\"",
    "[[segment]]\nname = 'x'",
]
TEXT = st.one_of(st.sampled_from(ODD), st.text(max_size=30)).map(str.strip)
NAMES = TEXT.filter(lambda text: bool(text.strip()))


@st.composite
def studies(draw: st.DrawFn) -> Study:
    segments = draw(st.lists(NAMES, unique_by=lambda name: name.casefold(), max_size=4))
    bands = draw(st.dictionaries(st.sampled_from(PARTS), st.floats(0, 0.5), max_size=5))
    keys = draw(st.lists(st.sampled_from("bcdfghjk"), unique=True, max_size=3))
    tags = [
        Tag(
            key=key,
            name=f"{key} {draw(TEXT)}".strip(),
            colour=draw(st.sampled_from(COLOURS)),
            description=draw(TEXT),
        )
        for key in keys
    ]
    return Study(
        title=draw(TEXT),
        objective=draw(TEXT),
        hypothesis=draw(TEXT),
        success_metric=draw(TEXT),
        guide=draw(TEXT),
        segments=tuple(
            Segment(name=name, target=draw(st.integers(0, 99)), description=draw(TEXT)) for name in segments
        ),
        retention_days=draw(st.none() | st.integers(1, 36_500)),
        codebook=Codebook(tuple(tags)) if tags else DEFAULT_CODEBOOK,
        bands={part: Band(goal, 0.5) for part, goal in bands.items()},
    )


def read_back(text: str) -> Study:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.toml"
        path.write_bytes(text.encode())
        return read_study(path)


@given(studies())
def test_a_study_that_is_written_reads_back_the_same(study: Study) -> None:
    assert read_back(study_text(study)) == study


@given(st.text())
def test_a_quoted_text_is_one_line_of_toml_and_hides_nothing(text: str) -> None:
    line = quoted(text)
    assert tomllib.loads(f"text = {line}")["text"] == text
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", line)


def test_half_a_character_becomes_a_question_mark() -> None:
    assert quoted("a\ud83d") == '"a?"'


def test_a_study_without_anything_says_nothing_but_explains_every_line() -> None:
    text = study_text(Study())
    assert tomllib.loads(text) == {}
    assert all(line.startswith("#") for line in text.splitlines() if line)
    for key in ("title", "objective", "hypothesis", "success_metric", "guide", "retention_days"):
        assert f"\n# {key} = " in text


def test_every_example_can_be_switched_on() -> None:
    switched_on = re.sub(r"^# (?=\[|\w+ = )", "", study_text(Study()), flags=re.MULTILINE)
    study = read_back(switched_on)
    assert (study.title, study.guide, study.retention_days) == (
        "Clinic scheduling, round 1",
        "problem-discovery",
        180,
    )
    assert [segment.target for segment in study.segments] == [6]
    assert study.codebook.tags == DEFAULT_CODEBOOK.tags[:1]
    assert set(study.bands) == set(PARTS)


@pytest.mark.parametrize("line", study_text(Study()).splitlines())
def test_no_line_is_wider_than_an_editor(line: str) -> None:
    assert len(line) <= 110
