"""Who goes on to the next question of the practice interview when the newcomer does not."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.interview import Interview
from interview_tui.domain.rehearsal import PROGRAM, Acts, Scene, Script, acts_of, scenes

GO_ON_MS = 6_000
"""Behind an answer, the program goes on to the next question after this long."""


def untold(script: Script, acts: Acts, played: Sequence[Scene]) -> set[int]:
    """The questions that can still be gone on to."""
    return set(range(len(script.answers))) - acts.passed - {scene.question for scene in played}


def goes_on(script: Script, acts: Acts, now_ms: int) -> bool:
    """Whether the program should go on to the next question in the moderator's place.

    It does where nothing more comes to the question that stands: after a while, or at once where the
    floor was handed over without going on.
    """
    played = scenes(script, acts, now_ms)
    quiet_since_ms = played[-1].end_ms if played else 0
    stood_since_ms, question = acts.standing(now_ms)
    left = untold(script, acts, played)
    if now_ms < quiet_since_ms or not (left or question is not None):
        return False
    if left and acts.handed_over(quiet_since_ms):
        return True
    return now_ms >= max(quiet_since_ms, stood_since_ms) + GO_ON_MS


def stand_in(script: Script, interview: Interview, now_ms: int) -> bool:
    """Go on in the moderator's place where it is time to, signed by the program; whether it was.

    `now_ms` is on the running clock.
    """
    paused = interview.session.flow.paused_since_ms is not None
    if paused or not goes_on(script, acts_of(interview.session), now_ms):
        return False
    newcomer, interview.author = interview.author, PROGRAM
    interview.ask_and_next()
    interview.author = newcomer
    return True
