"""A study as the text of a `study.toml`: friendly to read, and what reads back is the same study."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from interview_tui.domain.bands import DEFAULT_BANDS
from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Tag
from interview_tui.domain.study import Segment, Study
from interview_tui.domain.text import visible

_HEAD = """\
# What this series of interviews is to learn. Every line is optional and can be changed at any time: a session
# keeps the tags and bands that it began with. A line that begins with # is switched off."""

_TITLE = "Its name, as home and every session show it."
_OBJECTIVE = "What you want to learn, in one sentence."
_HYPOTHESIS = (
    "What you believe today. Write it down before the first interview, or you will always have known."
)
_METRIC = "How you will tell whether that is so. The debrief asks for it after each interview."
_GUIDE = "The guide that runs where none is named: a file in guides/, or a ready-made one (`guide list`)."
_RETENTION = (
    "How many days a session is kept after its interview; `interview-tui doctor` tells which are past it."
)
_SEGMENTS = "Whom to talk to, and how many of them: one [[segment]] each. Home shows how far you have come."
_TAGS = """\
# The tags of notes, a letter each. Once there is one [[tag]], these are all the tags there are; without any
# you have those of the method. A key is one lower-case letter, but not a e i o u y, which may be words.
# Colours: red orange yellow green teal blue purple pink grey. A tag named "quote" means word for word.
# More lines that a tag may have: its parent, the name of the tag that it is a kind of, an example, and
# example_of, the note that it was taken from: with it, the example goes when that person withdraws."""
_BANDS = """\
# Your share of the talk, 0 to 0.5: good up to the goal, too much above the limit."""

_NO_TOML = re.compile(r'[\\"]')


def study_text(study: Study) -> str:
    """The whole file: what the study sets, and what it does not as comments that can be switched on."""
    parts = (_HEAD, *_texts(study), *_segments(study), *_tags(study), *_bands(study))
    return "\n\n".join(parts) + "\n"


def _texts(study: Study) -> Iterator[str]:
    yield _line(_TITLE, "title", study.title, "Clinic scheduling, round 1")
    yield _line(_OBJECTIVE, "objective", study.objective, "Learn how clinics fill a cancelled slot today")
    yield _line(_HYPOTHESIS, "hypothesis", study.hypothesis, "Nobody owns the waiting list")
    example = "at least 6 of 10 name lost slots unprompted"
    yield _line(_METRIC, "success_metric", study.success_metric, example)
    yield _line(_GUIDE, "guide", study.guide, "problem-discovery")
    days = study.retention_days
    yield f"# {_RETENTION}\n" + ("# retention_days = 180" if days is None else f"retention_days = {days}")


def _line(about: str, key: str, text: str, example: str) -> str:
    return f"# {about}\n" + (f"{key} = {quoted(text)}" if text else f"# {key} = {quoted(example)}")


def _segments(study: Study) -> Iterator[str]:
    example = Segment(name="clinics", target=6, description="two to ten doctors, one front desk")
    if study.segments:
        first, *more = map(_segment, study.segments)
        yield f"# {_SEGMENTS}\n{first}"
        yield from more
    else:
        yield f"# {_SEGMENTS}\n{_off(_segment(example))}"


def _segment(segment: Segment) -> str:
    lines = ["[[segment]]", f"name = {quoted(segment.name)}", f"target = {segment.target}"]
    if segment.description:
        lines.append(f"description = {quoted(segment.description)}")
    return "\n".join(lines)


def _tags(study: Study) -> Iterator[str]:
    if study.codebook == DEFAULT_CODEBOOK:
        yield f"{_TAGS}\n{_off(tag_text(DEFAULT_CODEBOOK.tags[0]))}"
    else:
        yield _TAGS
        yield from map(tag_text, study.codebook.tags)


def tag_text(tag: Tag) -> str:
    """A tag's lines, without the end of the last one."""
    told = {field.name: getattr(tag, field.name) for field in fields(Tag)}
    return "\n".join(["[[tag]]", *(f"{key} = {quoted(text)}" for key, text in told.items() if text)])


def _bands(study: Study) -> Iterator[str]:
    lines = [
        f"{part} = {{ goal = {band.goal!r}, limit = {band.limit!r} }}"
        for part, band in (study.bands or DEFAULT_BANDS).items()
    ]
    table = "\n".join(["[bands]", *lines])
    yield f"{_BANDS}\n{table if study.bands else _off(table)}"


def _off(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.split("\n"))


def quoted(text: str) -> str:
    """A text as a TOML string on one line; what could command a terminal or hide in the line is escaped."""
    plain = text.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    return f'"{"".join(map(_character, plain))}"'


def _character(character: str) -> str:
    if _NO_TOML.match(character):
        return f"\\{character}"
    return character if visible(character) == character else f"\\u{ord(character):04x}"
