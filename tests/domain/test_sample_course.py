from __future__ import annotations

from itertools import count

import pytest
from tests.domain.play import GUIDE

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.interview import Interview
from interview_tui.domain.sample_course import Step, perform, read_course
from interview_tui.domain.session import Session
from interview_tui.domain.talk import Turn

END = "\n9:00 end"


def course(text: str) -> list[Step]:
    return read_course(text + END, DEFAULT_CODEBOOK)[:-1]


def performed(text: str) -> Session:
    """The session that a course leaves."""
    session, now, ids = Session(), [0], count(1)
    interview = Interview(
        GUIDE,
        session,
        device="desk",
        author="Ada",
        now_ms=lambda: now[0],
        new_id=lambda: f"01J{next(ids):023}",
        keep=lambda _: None,
    )
    interview.begin()
    for step in read_course(text + END, DEFAULT_CODEBOOK):
        now[0] = step.at_ms
        perform(step, interview)
    return session


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("1:05 story: slow, and red", Step(at_ms=65_000, act="note", tag="story", text="slow, and red")),
        ("1:05 quote*: So.", Step(at_ms=65_000, act="note", tag="quote", text="So.", starred=True)),
        ("1:05 non-verbal:", Step(at_ms=65_000, act="note", tag="non-verbal")),
        (
            "1:05 possible solution: a list",
            Step(at_ms=65_000, act="note", tag="possible solution", text="a list"),
        ),
        ("1:05 -: at 10:20: nothing", Step(at_ms=65_000, act="note", text="at 10:20: nothing")),
        ("0:07 skip", Step(at_ms=7_000, act="skip")),
        ("12:00 pause", Step(at_ms=720_000, act="clock")),
        ("0:07 hush", Step(at_ms=7_000, act="silence")),
        ("0:07 nudge share", Step(at_ms=7_000, act="nudge", text="share")),
    ],
)
def test_a_line_is_a_time_and_what_happened(line: str, step: Step) -> None:
    whole = read_course(f"{line}\n20:00 end", DEFAULT_CODEBOOK)
    assert whole == [step, Step(at_ms=1_200_000, act="end")]


@pytest.mark.parametrize(
    ("line", "acts"),
    [
        (
            "0:10 next 7 4",
            [(10, "silence"), (12, "moderator"), (12, "next"), (19, "silence"), (23, "participant")],
        ),
        ("0:10 probe 3", [(10, "silence"), (11, "moderator"), (14, "participant")]),
        ("0:10 why 3", [(10, "silence"), (11, "moderator"), (11, "why"), (14, "participant")]),
        ("0:10 lead 3", [(10, "silence"), (11, "moderator"), (11, "led"), (14, "participant")]),
    ],
)
def test_a_question_is_silence_words_silence_and_an_answer(line: str, acts: list[tuple[int, str]]) -> None:
    assert [(step.at_ms // 1000, step.act) for step in course(line)] == acts


def test_steps_come_in_the_order_of_time_however_their_lines_stand() -> None:
    assert [step.at_ms for step in course("0:30 -: two\n0:10 -: one")] == [10_000, 30_000]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("skip", "begin 'skip' with a time"),
        ("0:10 sing", "no turn, no note and no command"),
        ("0:10 next seven", "no turn"),
        ("0:10 tale: of old", "no tag 'tale'"),
    ],
)
def test_a_line_that_says_nothing_is_refused(line: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        course(line)


@pytest.mark.parametrize("text", ["", "0:10 skip", "0:10 end\n0:20 skip"])
def test_a_course_has_to_come_to_its_end(text: str) -> None:
    with pytest.raises(ValueError, match="closes with a line"):
        read_course(text, DEFAULT_CODEBOOK)


def test_a_course_is_an_interview_like_any_other() -> None:
    session = performed("0:20 probe 4\n0:30 story*: red\n1:00 next 3 2\n1:10 why 2\n1:20 lead 2\n1:30 next")
    flow = session.flow
    assert flow.turns[:4] == [
        Turn("moderator", 0, 20_000),
        Turn("silence", 20_000, 21_000),
        Turn("moderator", 21_000, 25_000),
        Turn("participant", 25_000, 60_000),
    ]
    assert (set(flow.asked), len(flow.whys), len(flow.led)) == ({0, 1}, 1, 1)
    assert flow.finished_at_ms == 540_000
    (note,) = session.notes
    assert (note.tag, note.text, note.starred, note.question, note.phase) == ("story", "red", True, 0, 0)


def test_paused_time_is_nobodys_talk() -> None:
    session = performed("1:00 pause\n2:00 resume\n2:30 nudge share\n2:40 skip")
    assert session.flow.pauses == [(60_000, 120_000)]
    assert session.flow.nudges == [("share", 150_000)]
    assert set(session.flow.skipped) == {0}
