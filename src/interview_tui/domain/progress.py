"""How far a study has come: people interviewed by segment, the success metric, and who comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from interview_tui.domain.participant import Participant, as_pseudonym
from interview_tui.domain.study import Study
from interview_tui.domain.values import value


class Held(Protocol):
    """A session as far as progress is concerned."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def participant(self) -> str:
        """Whose it is, by pseudonym; empty if nobody was named."""

    @property
    def segment(self) -> str:
        """The segment that it was held for, if it says so."""

    @property
    def study(self) -> str:
        """The title of its study."""

    @property
    def finished(self) -> bool:
        """Whether the interview came to its end."""

    @property
    def practice(self) -> bool:
        """Whether it was only practice."""

    @property
    def refused(self) -> bool:
        """Whether its participant allowed notes no more, so that nothing of it may be used."""

    @property
    def metric_met(self) -> bool | None:
        """What its debrief said of the success metric; None if it did not say."""


@value(kw_only=True)
class SegmentProgress:
    """One segment: how many people of it were interviewed, in how many sessions; "" is no segment."""

    name: str
    target: int = 0
    people: int = 0
    sessions: int = 0

    @property
    def reached(self) -> bool:
        """Whether it has a target and there are as many people as that."""
        return 0 < self.target <= self.people


@value(kw_only=True)
class Progress:
    """A study so far; `elsewhere` are finished interviews under another title, which it does not count."""

    segments: tuple[SegmentProgress, ...] = ()
    people: int = 0
    sessions: int = 0
    metric_met: int = 0
    metric_answered: int = 0
    elsewhere: int = 0

    @property
    def target(self) -> int:
        """How many people the study means to interview; 0 if it does not say."""
        return sum(segment.target for segment in self.segments)

    @property
    def towards_target(self) -> int:
        """How many of these were interviewed; more than a segment's target does not make up for another's."""
        return sum(min(segment.people, segment.target) for segment in self.segments)

    @property
    def all_reached(self) -> bool:
        """Whether every segment that has a target has reached it."""
        return 0 < self.target == self.towards_target


def progress_of(study: Study, sessions: Iterable[Held], people: Iterable[Participant] = ()) -> Progress:
    """The progress of a study; `sessions` come newest first, and a person is counted once.

    Practice and what may not be used do not count. Whose segment is not the study's stands behind them,
    and who has none last. The newest session that names a segment decides, else what is known of the
    participant.
    """
    finished = [held for held in sessions if held.finished and not (held.practice or held.refused)]
    counted = [held for held in finished if _same(held.study, study.title)]
    answers = [held.metric_met for held in counted if held.metric_met is not None]
    belongs = _segments_of(counted, {person.pseudonym: person.segment for person in people})
    return Progress(
        segments=_by_segment(study, counted, belongs),
        people=len(belongs),
        sessions=len(counted),
        metric_met=sum(answers),
        metric_answered=len(answers),
        elsewhere=len(finished) - len(counted),
    )


def _who(held: Held) -> str:
    """Somebody without a name is somebody else each time."""
    return as_pseudonym(held.participant) or held.participant.strip().casefold() or f"session {held.id}"


def _segments_of(sessions: Iterable[Held], known: Mapping[str, str]) -> dict[str, str]:
    """Each person's segment, folded together with others of the same name."""
    belongs: dict[str, str] = {}
    for held in sessions:
        who = _who(held)
        belongs[who] = belongs.get(who) or held.segment.strip()
    return {who: segment or known.get(who, "").strip() for who, segment in belongs.items()}


def _by_segment(
    study: Study, sessions: Iterable[Held], belongs: Mapping[str, str]
) -> tuple[SegmentProgress, ...]:
    names = {segment.name.casefold(): segment.name for segment in study.segments}
    others = {name.casefold(): name for name in belongs.values() if name.casefold() not in names}
    names |= dict(sorted(others.items(), key=lambda pair: (not pair[0], pair[0])))
    targets = {segment.name.casefold(): segment.target for segment in study.segments}
    people = [segment.casefold() for segment in belongs.values()]
    held = [belongs[_who(session)].casefold() for session in sessions]
    return tuple(
        SegmentProgress(
            name=name, target=targets.get(folded, 0), people=people.count(folded), sessions=held.count(folded)
        )
        for folded, name in names.items()
    )


def _same(title: str, other: str) -> bool:
    return title.strip().casefold() == other.strip().casefold()
