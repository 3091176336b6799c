"""The checklist before the clock starts: what has to be there, in the guide's own words where it has some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from interview_tui.domain.consent import Fields
from interview_tui.domain.guide import Guide, GuideItem
from interview_tui.domain.participant import Participant
from interview_tui.domain.values import value

ReadyId = Literal["place", "guide", "note_taker", "incentive", "reminder", "recording", "introduction"]

LABELS: Mapping[ReadyId, str] = {
    "place": "place or call link",
    "guide": "guide at hand",
    "note_taker": "note-taker ready",
    "incentive": "incentive",
    "reminder": "reminder sent",
    "recording": "permission to record",
    "introduction": "introduction",
}
"""What is checked, in the order in which it is done."""

_PLACES = {"in person": "place", "video": "call link", "phone": "phone number"}
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_HOW_LONG = re.compile(r"\b(?:minutes?|mins?|hour|half an hour)\b", re.IGNORECASE)
_HOW_USED = re.compile(
    r"\b(?:confidential\w*|anonym\w*|privacy|share (?:our|the|these|what|your (?:answers|words))|what you say"
    r"|your (?:words|answers)|(?:without|attach|keep|use) your name|stays? (?:within|with|between|in)"
    r"|used? (?:only|for|to)|quot(?:e|ed|es)|tak(?:e|ing) (?:\w+ )?notes)\b",
    re.IGNORECASE,
)
_HONEST = re.compile(
    r"\b(?:honest\w*|candid|frank\w*|wrong answers?|right or wrong|can(?:'|’|no)t be wrong|feelings"
    r"|be critical)\b",
    re.IGNORECASE,
)
_QUOTES = ' "“”'
_PERMISSION = re.compile(r"\b(?:record(?:ed|ing)?|notes|quot(?:e|ed)|consent|permission)\b", re.IGNORECASE)


@value(kw_only=True)
class ReadyItem:
    """One thing to check; `known` says whether it is done where that follows from something else."""

    id: ReadyId
    label: str
    details: tuple[str, ...] = ()
    known: bool | None = None


def ready_field(item: ReadyId) -> str:
    """The session's field that remembers a tick."""
    return f"ready_{item}"


def checklist(
    guide: Guide,
    person: Participant,
    *,
    scheduled: str,
    recording: bool | None,
    note_taker: str,
    writes: bool,
) -> list[ReadyItem]:
    """What to check for one interview.

    `scheduled` is when it is, in words; `writes` says that whoever looks at this screen takes the notes.
    """
    return [
        ReadyItem(id="place", label=_PLACES.get(person.channel, LABELS["place"]), details=_some(scheduled)),
        ReadyItem(id="guide", label=LABELS["guide"], details=_some(guide.title), known=True),
        ReadyItem(
            id="note_taker",
            label=LABELS["note_taker"],
            details=_some(note_taker or ("you write here" if writes else "nobody is named")),
            known=True if writes and not note_taker else None,
        ),
        ReadyItem(
            id="incentive",
            label=LABELS["incentive"],
            details=_some(person.incentive or "nothing is agreed"),
            known=True if person.incentive_given else None,
        ),
        ReadyItem(id="reminder", label=LABELS["reminder"]),
        ReadyItem(
            id="recording",
            label=LABELS["recording"],
            details=_permission(recording),
            known=recording is not None,
        ),
        ReadyItem(id="introduction", label=LABELS["introduction"], details=introduction(guide)),
    ]


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _permission(recording: bool | None) -> tuple[str, ...]:
    return {True: ("they said yes",), False: ("they said no: notes are enough",), None: ("not asked yet",)}[
        recording
    ]


def introduction(guide: Guide) -> tuple[str, ...]:
    """How long it takes, how their words are used, that honesty helps: as the guide says it, if it does."""
    return (
        _said(guide, _HOW_LONG) or f"It takes about {guide.minutes_total:g} minutes.",
        _said(guide, _HOW_USED) or "Say how their words are used, and by whom.",
        _said(guide, _HONEST) or "Honest feedback helps most; no answer is wrong.",
    )


def consent_question(guide: Guide) -> str:
    """How the guide itself asks what is allowed; empty if it does not."""
    return " ".join(found for found in _sentences(guide, _PERMISSION) if found.endswith("?"))


def to_read_out(guide: Guide) -> list[GuideItem]:
    """What the guide wants said before its first question, and what it says on consent anywhere."""
    opening = (
        [item for item in guide.opening(0) if item.kind in ("script", "consent")] if guide.phases else []
    )
    later = [item for item in _items(guide) if item.kind == "consent" and item not in opening]
    return opening + later


def unticked(fields: Fields) -> list[str]:
    """The labels of what a session was begun without, in the order of the checklist."""
    return [label for item, label in LABELS.items() if fields.get(ready_field(item)) is False]


def _items(guide: Guide) -> Iterator[GuideItem]:
    return (item for phase in guide.phases for item in phase.items)


def _said(guide: Guide, matter: re.Pattern[str]) -> str:
    """The first sentence that is read out on a matter and asks nothing."""
    return next((found for found in _sentences(guide, matter) if not found.endswith("?")), "")


def _sentences(guide: Guide, matter: re.Pattern[str]) -> Iterator[str]:
    for item in to_read_out(guide):
        for sentence in _SENTENCE_END.split(item.text):
            if matter.search(sentence):
                yield sentence.strip(_QUOTES)
