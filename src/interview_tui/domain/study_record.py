"""What a team worked out across interviews: themes, insights and the like, as a function of a set of events.

Everything is a field of a target such as `theme:01J…`, so two copies merge by union, undo is one more
event, and the history of an insight is free. Nothing here knows what the fields mean; `themes.py`,
`insights.py` and their like do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from interview_tui.domain.events import FieldSet, FieldValue, Undone
from interview_tui.domain.fields import Fields
from interview_tui.domain.values import value

StudyEvent = FieldSet | Undone

DELETED = "deleted"
"""The field of a target that is no more."""


class StudyRecord(Fields):
    """The state of a study, grown event by event."""

    def __init__(self, events: Iterable[StudyEvent] = ()) -> None:
        super().__init__()
        self._by_target: dict[str, set[str]] = {}
        for event in events:
            self.apply(event)

    def apply(self, event: StudyEvent) -> bool:
        """Take one event in; False if it was known already."""
        if not self._know(event):
            return False
        if isinstance(event, Undone):
            self._undo_in(event)
        else:
            self._by_target.setdefault(event.target, set()).add(event.name)
        return True

    def fields(self, target: str) -> dict[str, FieldValue]:
        """Every field that is set on a target, by name."""
        names = sorted(self._by_target.get(target, ()))
        return {name: found for name in names if (found := self.field(target, name)) is not None}

    def targets(self, kind: str) -> list[str]:
        """Every target of a kind that has a field and was not deleted, in the order they were made.

        `kind` is what stands before the colon: `theme`, `insight`.
        """
        return [
            target
            for target in sorted(self._by_target)
            if target.startswith(f"{kind}:") and not self.field(target, DELETED) and self._has_field(target)
        ]

    def _has_field(self, target: str) -> bool:
        return any(self.field(target, name) is not None for name in self._by_target[target])


@value
class Change:
    """One field to be set; None takes it away."""

    target: str
    name: str
    value: FieldValue


@value
class Step:
    """Something that somebody did to a study, in words for "undone: …", and the events that it left."""

    label: str
    events: tuple[StudyEvent, ...]


class StudyPen:
    """Makes the events of what somebody does to a study; keeping them is another's business.

    `record` may be put in anew, as it was read again; `done` are the steps that can be taken back.
    """

    def __init__(
        self,
        record: StudyRecord,
        *,
        device: str,
        author: str,
        now_ms: Callable[[], int],
        new_id: Callable[[], str],
    ) -> None:
        self.record = record
        self.device = device
        self.author = author
        self._now_ms = now_ms
        self._new_id = new_id
        self.done: tuple[Step, ...] = ()

    def new_target(self, kind: str) -> str:
        """The name of a target that is yet to be."""
        return f"{kind}:{self._new_id()}"

    def write(self, label: str, changes: Iterable[Change]) -> Step:
        """Set some fields as one step; those that have their value already are left alone."""
        events: list[StudyEvent] = []
        for change in changes:
            if self.record.field(change.target, change.name) != change.value:
                events.append(self._event(FieldSet, **_named(change)))
        step = Step(label, tuple(events))
        if events:
            self.done = (*self.done, step)
        return step

    @property
    def can_undo(self) -> bool:
        """Whether a step of this run is left to take back."""
        return bool(self.done)

    def undo(self) -> Step | None:
        """Take the last step of this run back; None when there is none left."""
        if not self.done:
            return None
        *before, step = self.done
        self.done = tuple(before)
        return Step(step.label, (self._event(Undone, events=tuple(event.id for event in step.events)),))

    def _event(self, make: Callable[..., StudyEvent], **fields: object) -> StudyEvent:
        event = make(
            id=self._new_id(),
            device=self.device,
            counter=self.record.counter + 1,
            at_ms=self._now_ms(),
            author=self.author,
            **fields,
        )
        self.record.apply(event)
        return event


def _named(change: Change) -> Mapping[str, object]:
    return {"target": change.target, "name": change.name, "value": change.value}
