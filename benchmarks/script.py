"""An interview that plays itself: who talks when, and what is noted, up to the twelfth minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.pilot import Pilot

from interview_tui.domain.clock import SteppedClock
from interview_tui.tui.screens.live import LiveScreen

TITLE = "interview-tui"

GUIDE = """\
---
title: Bakeries, round 1
objective: Learn how small bakeries decide how much to bake
success_metric: at least 6 of 10 tell of a day they sold out or threw bread away
---
## Get comfortable (5 min)
> Thank you for the time. I have nothing to sell, and no answer is wrong.
- Tell me about your bakery and your part in it. !
- What did this morning look like?
## Dig in (15 min)
- How did you decide last night how much to bake today? !
  - Who else had a say?
  - What did you look at?
- Tell me about the last time you ran out of something. !
  - What happened then?
  - What did it cost you?
  - Why that day?
- What do you do with what is left at closing time? !
- What have you tried to get it right?
*Watch for: paper lists, and who is asked first*
## Turn it over to the customer (5 min)
- What did I not ask that matters here? !
## Say goodbye (5 min)
- Who else should I talk to? !
"""

LETTER_KEYS = {" ": "space"}

AFTER_S = 7
"""From the last key to the picture."""

Act = Literal["ask", "why", "moderator", "participant", "silence", "note", "star", "type"]


@dataclass(frozen=True, slots=True)
class Step:
    """At `at_s` seconds somebody speaks, asks, or notes something."""

    at_s: int
    act: Act
    text: str = ""
    tag: str | None = None


SCRIPT = (
    Step(24, "participant"),
    Step(52, "note", "Third generation, runs it with her brother", "background"),
    Step(99, "silence"),
    Step(103, "moderator"),
    Step(108, "ask"),
    Step(110, "participant"),
    Step(131, "note", "Up at 2:30, first batch in the oven by three", "background"),
    Step(187, "note", "Her brother does the numbers by feel", "story"),
    Step(221, "silence"),
    Step(225, "moderator"),
    Step(229, "ask"),
    Step(234, "participant"),
    Step(262, "note", "Walks past the shelf at six, guesses from what is gone", "workaround"),
    Step(309, "note", "I bake for the weather, not for the calendar", "quote"),
    Step(312, "star"),
    Step(371, "note", "School holidays catch her out every single time", "challenge"),
    Step(400, "silence"),
    Step(406, "moderator"),
    Step(407, "why"),
    Step(409, "participant"),
    Step(431, "note", "", "surprise"),
    Step(470, "note", "Looks at the wall calendar, sighs", "non-verbal"),
    Step(496, "silence"),
    Step(501, "moderator"),
    Step(504, "ask"),
    Step(507, "participant"),
    Step(540, "note", "Last Saturday: no rye by ten, two regulars left", "story"),
    Step(568, "note", "They did not say a word. They just turned around", "quote"),
    Step(571, "star"),
    Step(602, "note", "The fair was on, and nobody had told her", "challenge"),
    Step(634, "note", "Rings the mill for a late delivery, pays extra", "workaround"),
    Step(663, "silence"),
    Step(668, "moderator"),
    Step(669, "why"),
    Step(671, "participant"),
    Step(690, "type", "s wrote RYE on her hand"),
)


class ScriptedInterview:
    """Plays the script on a live screen whose clock it moves."""

    def __init__(self, screen: LiveScreen, clock: SteppedClock, pilot: Pilot[int]) -> None:
        self._screen = screen
        self._live = screen.live
        self._clock = clock
        self._pilot = pilot

    async def play(self) -> None:
        """Everything, in order."""
        for step in SCRIPT:
            self._clock.step(step.at_s * 1000 - self._live.now_ms())
            if step.act == "type":
                await self._pilot.press(*(LETTER_KEYS.get(letter, letter) for letter in step.text))
            else:
                self._do(step)
                await self._pilot.pause()
        self._clock.step(AFTER_S * 1000)
        self._screen.refresh_all()

    def _do(self, step: Step) -> None:
        interview, session = self._live.interview, self._live.session
        if step.act == "ask":
            interview.ask_and_next()
        elif step.act == "why":
            interview.why()
        elif step.act == "star":
            last = session.note_at(session.note_count - 1)
            interview.set_note(last.id, "starred", True, "star")
            self._screen.refresh_notes(last.id)
        elif step.act == "note":
            note = interview.add_note(step.text, step.tag, self._live.now_ms())
            if note is not None:
                self._screen.refresh_notes(note.id)
        elif step.act != "type":
            interview.give_floor(step.act)
