"""The study file of a workspace: `study.toml`, written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from interview_tui.domain.bands import PARTS, Band, Part
from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook, Tag, problems
from interview_tui.domain.study import Segment, Study, retention_problem, segment_problems
from interview_tui.errors import InterviewError
from interview_tui.store.toml_file import Table, TomlFile, parse_toml, read_toml

_TEXTS = ("title", "objective", "hypothesis", "success_metric", "guide")
_SEGMENT_KEYS = tuple(field.name for field in fields(Segment))
_TAG_KEYS = tuple(field.name for field in fields(Tag))


class StudyError(InterviewError):
    """A mistake in `study.toml`."""

    title = "The study file has a mistake"


def read_study(path: Path) -> Study:
    """The study in a file, all defaults if there is none; raises StudyError naming file, line and key."""
    file = read_toml(path, StudyError)
    return Study() if file is None else _study_in(file)


def study_of(name: str, text: str) -> Study:
    """The study in the text of a file of this name; raises StudyError as `read_study` does."""
    return _study_in(parse_toml(name, text.removeprefix("\ufeff"), StudyError))


def _study_in(file: TomlFile) -> Study:
    file.refuse_unknown(file.data, (*_TEXTS, "retention_days", "segment", "tag", "bands"))
    texts = {key: file.text(file.data, key) for key in _TEXTS}
    return Study(
        title=texts["title"],
        objective=texts["objective"],
        hypothesis=texts["hypothesis"],
        success_metric=texts["success_metric"],
        guide=texts["guide"],
        segments=_segments(file),
        retention_days=_retention_days(file),
        codebook=_codebook(file),
        bands=_bands(file),
    )


def _segments(file: TomlFile) -> tuple[Segment, ...]:
    segments = tuple(_segment(file, values, number) for number, values in enumerate(file.tables("segment")))
    for problem in segment_problems(segments):
        file.fail(problem.field, problem.sentence, table="segment", number=problem.segment_index)
    return segments


def _segment(file: TomlFile, values: Table, number: int) -> Segment:
    file.refuse_unknown(values, _SEGMENT_KEYS, table="segment", number=number)
    return Segment(
        name=file.text(values, "name", table="segment", number=number),
        target=file.whole_number(values, "target", table="segment", number=number) or 0,
        description=file.text(values, "description", table="segment", number=number),
    )


def _retention_days(file: TomlFile) -> int | None:
    days = file.whole_number(file.data, "retention_days")
    if days is not None and (sentence := retention_problem(days)):
        file.fail("retention_days", sentence)
    return days


def _codebook(file: TomlFile) -> Codebook:
    tables = file.tables("tag")
    if not tables:
        return DEFAULT_CODEBOOK
    tags = tuple(_tag(file, values, number) for number, values in enumerate(tables))
    for problem in problems(tags):
        file.fail(problem.field, problem.sentence, table="tag", number=problem.tag_index)
    return Codebook(tags)


def _tag(file: TomlFile, values: Table, number: int) -> Tag:
    file.refuse_unknown(values, _TAG_KEYS, table="tag", number=number)

    def text(key: str, default: str = "") -> str:
        """A text of the tag; a mistake is told with the tag's number."""
        return file.text(values, key, default, table="tag", number=number)

    return Tag(
        key=text("key"),
        name=text("name"),
        colour=text("colour", "grey"),
        description=text("description"),
        parent=text("parent"),
        example=text("example"),
        example_of=text("example_of"),
    )


def _bands(file: TomlFile) -> Mapping[Part, Band]:
    values = file.table("bands")
    file.refuse_unknown(values, PARTS, table="bands")
    return {part: _band(file, part, values[part]) for part in PARTS if part in values}


def _band(file: TomlFile, part: Part, value: object) -> Band:
    """One line such as `dig_in = { goal = 0.05, limit = 0.2 }`."""
    match value:
        case {"goal": float() | int() as goal, "limit": float() | int() as limit, **rest} if not rest:
            if 0 <= goal <= limit <= 0.5:
                return Band(float(goal), float(limit))
    file.fail(
        part,
        "write { goal = 0.05, limit = 0.2 } with the moderator's share of the talk, "
        "0 to 0.5 (more than half is always too much) and the goal not above the limit",
        table="bands",
    )
