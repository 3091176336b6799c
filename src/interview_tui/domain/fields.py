"""Fields that several people may set: the last writer wins, and what was undone does not count."""

from __future__ import annotations

from interview_tui.domain.events import AnyEvent, FieldSet, FieldValue, Undone


class Fields:
    """Events by their ids and the fields they set; the part of a fold that sessions and studies share."""

    def __init__(self) -> None:
        self._events: dict[str, AnyEvent] = {}
        self._undone: dict[str, Undone] = {}
        self._fields: dict[tuple[str, str], list[FieldSet]] = {}
        self.counter = 0

    def __contains__(self, event_id: str) -> bool:
        return event_id in self._events

    def _know(self, event: AnyEvent) -> bool:
        """Remember an event; False if it was known already."""
        if event.id in self._events:
            return False
        self._events[event.id] = event
        self.counter = max(self.counter, event.counter)
        if isinstance(event, FieldSet):
            self._fields.setdefault((event.target, event.name), []).append(event)
        return True

    def _undo_in(self, event: Undone) -> list[str]:
        """Take an undoing in; the events that it decides about from now on."""
        decided: list[str] = []
        for target in event.events:
            known = self._undone.get(target)
            if known is None or known.stamp < event.stamp:
                self._undone[target] = event
                decided.append(target)
        return decided

    def stands(self, event_id: str) -> bool:
        """Whether an event is known and not undone."""
        undone = self._undone.get(event_id)
        return event_id in self._events and not (undone is not None and undone.undone)

    @property
    def events(self) -> list[AnyEvent]:
        """Every event in the order in which later writers win."""
        return sorted(self._events.values(), key=lambda event: event.stamp)

    def setting(self, target: str, name: str) -> FieldSet | None:
        """The event that says what a field is: the last writer's, undone writes apart."""
        winner: FieldSet | None = None
        for event in self._fields.get((target, name), ()):
            if (winner is None or winner.stamp < event.stamp) and self.stands(event.id):
                winner = event
        return winner

    def field(self, target: str, name: str, default: FieldValue = None) -> FieldValue:
        """A field's value: what the last writer left."""
        winner = self.setting(target, name)
        return default if winner is None else winner.value

    def fields(self, target: str) -> dict[str, FieldValue]:
        """Every field that was set on a target, by name."""
        found: dict[str, FieldValue] = {}
        for of, name in sorted(self._fields):
            if of == target and (value := self.field(target, name)) is not None:
                found[name] = value
        return found
