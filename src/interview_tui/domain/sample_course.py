"""The course of a sample interview as a person writes it down: a time, and what happened then.

2:10 next 7 4         on to the next question: 7 seconds to ask it, 4 of silence, then the answer;
                      who waits so long behind a question waits half as long before it
3:05 probe 3          the moderator speaks for 3 seconds; `why 3` and `lead 3` count as that as well
3:40 story: words     a note under a tag; `story*:` is starred, no words are a bare mark, `-:` has no tag
9:00 skip             the question is left out; also a bare `next`, `pause`, `resume`, `hush`, `end`
9:30 nudge share      the program showed a nudge
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.interview import Interview
from interview_tui.domain.values import value

Act = Literal[
    "moderator", "participant", "silence", "next", "skip", "why", "led", "clock", "nudge", "note", "end"
]

_BREATH_MS = 1_000
"""The least time between two people's words."""

_LINE = re.compile(r"(\d+):(\d\d)\s+(.+)")
_NOTE = re.compile(r"([a-z -]+?|-)(\*?):(?:\s+(.*))?")
_TURN = re.compile(r"(next|probe|why|lead) (\d+)(?: (\d+))?")
_NUDGE = re.compile(r"nudge ([a-z_]+)")
_PLAIN: dict[str, Act] = {
    "skip": "skip",
    "next": "next",
    "pause": "clock",
    "resume": "clock",
    "hush": "silence",
    "end": "end",
}
_EXTRA: dict[str, Act] = {"next": "next", "why": "why", "lead": "led"}


@value(kw_only=True)
class Step:
    """One thing that happened at a time of the session's clock; a note has `tag`, `text` and `starred`."""

    at_ms: int
    act: Act
    text: str = ""
    tag: str | None = None
    starred: bool = False


def read_course(text: str, codebook: Codebook) -> list[Step]:
    """The steps in the order of time; raises ValueError with the line that cannot be understood."""
    steps: list[Step] = []
    for line in text.strip().splitlines():
        if line.strip():
            steps += _steps(line.strip(), codebook)
    if not steps or max(steps, key=lambda step: step.at_ms).act != "end":
        raise ValueError("a course closes with a line such as `28:40 end`")
    return sorted(steps, key=lambda step: step.at_ms)


def _steps(line: str, codebook: Codebook) -> Iterator[Step]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"begin {line!r} with a time such as 2:10")
    at_ms, what = (int(found[1]) * 60 + int(found[2])) * 1000, found[3]
    if what in _PLAIN:
        yield Step(at_ms=at_ms, act=_PLAIN[what])
    elif turn := _TURN.fullmatch(what):
        yield from _turn(at_ms, turn[1], int(turn[2]) * 1000, int(turn[3] or 0) * 1000)
    elif nudge := _NUDGE.fullmatch(what):
        yield Step(at_ms=at_ms, act="nudge", text=nudge[1])
    elif note := _NOTE.fullmatch(what):
        yield _note(at_ms, note, codebook)
    else:
        raise ValueError(f"{line!r} is no turn, no note and no command")


def _turn(at_ms: int, kind: str, speaks_ms: int, waits_ms: int) -> Iterator[Step]:
    """Silence, the moderator's words, silence again, and the participant answers."""
    begins_ms = at_ms + max(_BREATH_MS, waits_ms // 2)
    ends_ms = begins_ms + speaks_ms
    yield Step(at_ms=at_ms, act="silence")
    yield Step(at_ms=begins_ms, act="moderator")
    if kind in _EXTRA:
        yield Step(at_ms=begins_ms, act=_EXTRA[kind])
    if waits_ms:
        yield Step(at_ms=ends_ms, act="silence")
    yield Step(at_ms=ends_ms + waits_ms, act="participant")


def _note(at_ms: int, found: re.Match[str], codebook: Codebook) -> Step:
    name = found[1]
    tag = codebook.by_name(name)
    if tag is None and name != "-":
        raise ValueError(f"there is no tag {name!r}")
    return Step(
        at_ms=at_ms, act="note", text=found[3] or "", tag=tag.name if tag else None, starred=bool(found[2])
    )


def perform(step: Step, interview: Interview) -> None:
    """Do what a step says; the interview's clock stands at its time."""
    match step.act:
        case "moderator" | "participant" | "silence":
            interview.give_floor(step.act)
        case "next":
            interview.ask_and_next()
        case "skip":
            interview.skip_and_next()
        case "why":
            interview.why()
        case "led":
            interview.led()
        case "clock":
            interview.toggle_pause()
        case "nudge":
            interview.nudged(step.text)
        case "note":
            _take_note(step, interview)
        case "end":
            interview.finish()


def _take_note(step: Step, interview: Interview) -> None:
    note = interview.add_note(step.text, step.tag, step.at_ms)
    if note is not None and step.starred:
        interview.set_note(note.id, "starred", True, "star")
