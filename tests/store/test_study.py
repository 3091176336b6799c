"""The study file, and the sentence a mistake in it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.domain.bands import Band
from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.study import Segment, Study
from interview_tui.store.study import StudyError, read_study

WHOLE = """\
title = "Clinic scheduling, round 2"
objective = "Learn how clinics fill a cancelled slot"
hypothesis = "They lose a day a week"
success_metric = "6 of 10 name lost slots unprompted"
guide = "clinics.md"

[[tag]]
key = "s"
name = "story"
colour = "teal"

[[tag]]   # our own
key = "m"
name = "money"
colour = "green"
description = "what it costs them"

[bands]
dig_in = { goal = 0.05, limit = 0.15 }
"""


def study_file(folder: Path, text: str) -> Path:
    path = folder / "study.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(StudyError) as caught:
        read_study(study_file(folder, text))
    assert caught.value.message.count("\n") == 0
    return caught.value.message


def test_without_a_file_there_is_a_study_of_defaults(tmp_path: Path) -> None:
    assert read_study(tmp_path / "study.toml") == Study()


def test_a_whole_study_is_read(tmp_path: Path) -> None:
    study = read_study(study_file(tmp_path, WHOLE))
    assert (study.title, study.guide) == ("Clinic scheduling, round 2", "clinics.md")
    assert study.success_metric == "6 of 10 name lost slots unprompted"
    assert study.bands == {"dig_in": Band(0.05, 0.15)}


def test_the_studys_tags_replace_the_default_codebook(tmp_path: Path) -> None:
    codebook = read_study(study_file(tmp_path, WHOLE)).codebook
    assert [(tag.key, tag.name, tag.description) for tag in codebook.tags] == [
        ("s", "story", ""),
        ("m", "money", "what it costs them"),
    ]


def test_a_study_without_tags_keeps_the_default_codebook(tmp_path: Path) -> None:
    assert read_study(study_file(tmp_path, 'title = "x"')).codebook == DEFAULT_CODEBOOK


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert read_study(study_file(tmp_path, '\ufefftitle = "x"')).title == "x"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('title = "a"\nobjective = "b', 'study.toml, line 2, key "objective"', "not valid TOML"),
        ('title = "a"\n\n[[tag]\nkey = "s"', "study.toml, line 3", "not valid TOML"),
        ('title = "a"\nobjektive = "b"', 'study.toml, line 2, key "objektive"', 'did you mean "objective"?'),
        ('title = "a\n', 'study.toml, line 1, key "title"', "text ends on its line with the quotes"),
        ('title = "a"\ntitle = "b"', 'study.toml, line 2, key "title"', "the same name stands above"),
        ("title = Clinics", 'study.toml, line 1, key "title"', "write text in quotes"),
        ('title = "C:\\x"', 'study.toml, line 1, key "title"', "backslash"),
        ('title = "a"\nqzx = 1', 'study.toml, line 2, key "qzx"', "use one of title, objective"),
        ("title = 3", 'study.toml, line 1, key "title"', "text in quotes"),
        ('\ntag = "story"', 'study.toml, line 2, key "tag"', "[[tag]]"),
        ("\nbands = 0.2", 'study.toml, line 2, key "bands"', "[bands]"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, text: str, where: str, what: str) -> None:
    message = complaint(tmp_path, text)
    assert message.startswith(where)
    assert what in message


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ('key = "m"', 'key = "s"', 'line 13, key "key"', "already belongs to 'story'"),
        ('key = "m"', 'key = "a"', 'line 13, key "key"', "consonant"),
        ('key = "m"', "", 'line 12, key "key"', "not one lower-case letter"),
        ('name = "money"', 'name = "Story"', 'line 14, key "name"', "two tags are named"),
        ('colour = "green"', 'colour = "mauve"', 'line 15, key "colour"', "red, orange, yellow"),
        ('colour = "green"', 'color = "green"', 'line 15, key "color"', 'did you mean "colour"?'),
        ('colour = "teal"', "colour = 7", 'line 10, key "colour"', "text in quotes"),
        ("limit = 0.15", "limit = 0.01", 'line 19, key "dig_in"', "the goal not above the limit"),
        ("limit = 0.15", "limit = 0.6", 'line 19, key "dig_in"', "more than half"),
        ("limit = 0.15", "limit = true", 'line 19, key "dig_in"', "write {"),
        ("dig_in", "digging", 'line 19, key "digging"', 'did you mean "dig_in"?'),
    ],
)
def test_a_mistake_in_a_tag_or_a_band_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, where: str, what: str
) -> None:
    message = complaint(tmp_path, WHOLE.replace(old, new))
    assert message.startswith(f"study.toml, {where}: ")
    assert what in message


def test_a_table_inside_a_long_text_does_not_move_the_line(tmp_path: Path) -> None:
    text = 'objective = """\n[[tag]]\nkey = "s"\n"""\n[[tag]]\nkey = "a"\nname = "n"\n'
    assert 'line 6, key "key"' in complaint(tmp_path, text)


SEGMENTS = """\
retention_days = 180

[[segment]]
name = "clinics"
target = 6

[[segment]]
name = "hospitals"
target = 4
description = "fifty beds or more"
"""


def test_segments_with_targets_and_a_retention_are_read(tmp_path: Path) -> None:
    study = read_study(study_file(tmp_path, SEGMENTS))
    assert study.retention_days == 180
    assert study.segments == (
        Segment(name="clinics", target=6),
        Segment(name="hospitals", target=4, description="fifty beds or more"),
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("= 180", '= "180"', 'line 1, key "retention_days"', "a whole number"),
        ("= 180", "= true", 'line 1, key "retention_days"', "a whole number"),
        ("= 180", "= 0", 'line 1, key "retention_days"', "1 to 36,500"),
        ("= 180", "= -5", 'line 1, key "retention_days"', "1 to 36,500"),
        ("target = 4", "target = -1", 'line 9, key "target"', "0 or more"),
        ("target = 4", "target = 4.5", 'line 9, key "target"', "a whole number"),
        ("target = 4", "targets = 4", 'line 9, key "targets"', 'did you mean "target"?'),
        ('"hospitals"', '"Clinics"', 'line 8, key "name"', "two segments are named"),
        ('name = "hospitals"', "", 'line 7, key "name"', "has no name"),
        ("[[segment]]", "[segment]", "line 7", "not valid TOML"),
    ],
)
def test_a_mistake_in_a_segment_or_the_retention_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, where: str, what: str
) -> None:
    message = complaint(tmp_path, SEGMENTS.replace(old, new))
    assert message.startswith(f"study.toml, {where}: ")
    assert what in message


def test_a_line_separator_inside_a_text_does_not_move_the_line(tmp_path: Path) -> None:
    assert 'line 2, key "titel"' in complaint(tmp_path, 'objective = "a\u2028b\x85c"\ntitel = "x"\n')


@pytest.mark.parametrize(
    "text",
    ["bands.dig_in = { goal = 1 }", "[bands.dig_in]\ngoal = 1"],
)
def test_the_other_ways_to_write_a_table_are_found_too(tmp_path: Path, text: str) -> None:
    assert 'line 2, key "dig_in"' in complaint(tmp_path, f'title = "x"\n{text}')


def test_a_file_that_is_no_text_is_told_how_to_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_bytes(b'title = "\xff\xfe"')
    with pytest.raises(StudyError, match="save it as UTF-8"):
        read_study(path)


def test_a_folder_in_its_place_is_told_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="cannot be read"):
        read_study(tmp_path)
