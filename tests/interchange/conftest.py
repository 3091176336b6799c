"""A small interview that every format has to tell."""

from __future__ import annotations

import pytest
from tests.interchange.told import Script, header_with

from interview_tui.domain.header import SessionHeader


@pytest.fixture
def header() -> SessionHeader:
    return header_with()


@pytest.fixture
def script(header: SessionHeader) -> Script:
    """Three minutes to get comfortable, four to dig in; finished and debriefed."""
    told = Script(header)
    interview = told.at(0)
    interview.tell("session", "participant", "P07")
    interview.tell("session", "moderator", "Ada")
    interview.tell("session", "consent", True)
    interview.begin()
    told.at(20).hand_over()
    told.note(30, "runs the front desk", "background")
    told.at(180).ask_and_next()
    told.interview.hand_over()
    told.at(195).hand_over()
    told.note(200, "we just lose the slot", "quote", starred=True)
    told.note(260, "", "story")
    told.at(300).ask_and_next()
    told.at(420).skip_and_next()
    told.interview.finish()
    told.at(425).tell("debrief", "takeaways", "They lose a slot a day\nand nobody counts")
    told.interview.tell("debrief", "incentive_given", True)
    return told
