"""Whether the clock may start, and if not, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from interview_tui.domain.events import FieldValue
from interview_tui.domain.values import value
from interview_tui.tui.key_bar import Key

State = Literal["guide", "participant", "ask", "refused", "open"]
Place = Literal["text", "choice", "guide", "answer", "tick"]
"""What has the focus."""

_ASK = "Ask them: may you take notes? F8 goes there, then y or n."
_ASK_HERE = "Ask them: may you take notes? Then y or n."
_REFUSED = "No notes, no session: F8 keeps their answer."
_OPEN = "Ready: F8 starts the clock."
_HALF_TYPED = "A pseudonym such as P07, or the name of somebody who was added."
_PRACTICE = "Practice: F8 starts the clock, and nothing is kept."
_START: Mapping[State, str] = {"ask": "to the consent", "refused": "refused: no session"}
"""What the start key does while the clock may not start."""
_CHOOSE = Key("←→", "choose", "choose_next")
_KEYS_AT: Mapping[Place, tuple[Key, ...]] = {
    "choice": (_CHOOSE,),
    "guide": (_CHOOSE, Key("F3", "look at it", "guides")),
    "answer": (Key("y n", "answer", "choose_next"),),
    "tick": (Key("space", "tick", "tick"),),
}


@value
class Gate:
    """The state of the gate, and the next step in one sentence."""

    state: State
    sentence: str

    @property
    def problem(self) -> bool:
        """Whether something has to be put right before anybody can be asked."""
        return self.state in ("guide", "participant")


NOT_KEPT = Gate("ask", "Nothing of this is kept yet: the same key once more drops it.")
"""What is said once before answers are dropped."""


def gate(
    *,
    guide_problem: str,
    participant_problem: str,
    notes: FieldValue,
    practice: bool,
    answering: bool = False,
    stopped: str = "",
) -> Gate:
    """The first thing that stands before the clock; practice needs nobody's consent.

    `answering` says that the focus is on the answer about notes already, `stopped` why the clock that was
    to start did not.
    """
    if stopped:
        return Gate("participant", stopped)
    if guide_problem:
        return Gate("guide", guide_problem)
    if participant_problem:
        return Gate("participant", participant_problem)
    if practice:
        return Gate("open", _PRACTICE)
    if notes is None:
        return Gate("ask", _ASK_HERE if answering else _ASK)
    return Gate("open", _OPEN) if notes else Gate("refused", _REFUSED)


def patient(gate: Gate) -> Gate:
    """The gate as long as a pseudonym or a name may be half typed: nothing is wrong with it yet."""
    return Gate("ask", _HALF_TYPED) if gate.state == "participant" else gate


def ready_keys(gate: Gate, place: Place, *, planned: bool) -> list[Key]:
    """The keys of the bottom row, the most important first."""
    keys = [Key("F8", _START.get(gate.state, "start"), "start")]
    if planned:
        keys.append(Key("F2", "next planned", "next_planned"))
    keys += _KEYS_AT.get(place, ())
    return [*keys, Key("esc", "back", "cancel"), Key("enter", "next", "next_field")]
