from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.store.rehearsal_file import ScriptError, read_script, rehearsal_folder, rehearsal_guide

SCRIPT = read_script(rehearsal_folder() / "script.toml")
GOOD = """\
name = "Ines"
tags = ["story"]

[[answer]]
says = "one"
"""


def test_every_question_of_the_guide_has_its_answer() -> None:
    assert len(SCRIPT.answers) == len(rehearsal_guide().guide.questions)


def test_the_tags_to_try_are_in_the_codebook() -> None:
    assert [tag for tag in SCRIPT.tags if DEFAULT_CODEBOOK.by_name(tag) is None] == []


def test_it_plays_for_about_five_minutes() -> None:
    talk_s = sum(answer.length_ms for answer in SCRIPT.answers) / 1000
    assert 180 <= talk_s <= 240


def test_every_story_can_be_known_by_its_words() -> None:
    for answer in SCRIPT.answers:
        told = " ".join(phrase.text for phrase in answer.phrases).casefold()
        assert bool(answer.story) == bool(answer.words)
        assert not answer.words or any(word in told for word in answer.words)


def test_every_hint_fits_one_row_of_a_narrow_strip() -> None:
    hints = [SCRIPT.hand_over, SCRIPT.take_back, SCRIPT.closing]
    hints += [answer.before for answer in SCRIPT.answers]
    hints += [hint.text for answer in SCRIPT.answers for hint in answer.hints]
    assert [hint for hint in hints if len(hint) > 56] == []


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ('says = "one"', 'say = "one"', 'line 5, key "say"'),
        ('says = "one"', 'says = "> note"', 'line 5, key "says"'),
        ('says = "one"', 'says = ""', 'line 5, key "says"'),
        ('tags = ["story"]', 'tags = "story"', 'line 2, key "tags"'),
        ('[[answer]]\nsays = "one"', "", 'key "answer"'),
        ("name", "nam", 'line 1, key "nam"'),
    ],
)
def test_a_mistake_is_told_with_its_line(before: str, after: str, where: str, tmp_path: Path) -> None:
    path = tmp_path / "script.toml"
    path.write_text(GOOD.replace(before, after), "utf-8")
    with pytest.raises(ScriptError) as told:
        read_script(path)
    assert where in told.value.message


def test_a_script_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="missing"):
        read_script(tmp_path / "script.toml")
