"""What Tab completes while a search is typed: the name of a filter, or one of its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_tui.domain.search_query import NONE, folded_value
from interview_tui.domain.values import value

FILTERS: tuple[str, ...] = (
    "tag",
    "participant",
    "segment",
    "phase",
    "starred",
    "before",
    "after",
    "kind",
    "author",
    "session",
)
"""The names of the filters, the commonest first."""

LEAST_OF_A_NAME = 2
"""So many letters of a filter's name are typed before it is offered: one begins any word."""

_FIXED: Mapping[str, Sequence[str]] = {
    "kind": ("note", "quote", "debrief", "question"),
    "starred": ("yes", "no"),
}
_WITH_NONE = frozenset(("tag", "segment"))

Values = Mapping[str, Sequence[str]]
"""What there is to ask for, by the name of its filter."""


@value
class Completion:
    """What would stand from `start` up to the cursor, and how it is offered."""

    shown: str
    start: int
    text: str

    def applied(self, typed: str, cursor: int) -> tuple[str, int]:
        """The text with it, and where the cursor stands then."""
        rest = typed[cursor:].removeprefix(" ") if self.text.endswith(" ") else typed[cursor:]
        return typed[: self.start] + self.text + rest, self.start + len(self.text)


def completions(typed: str, cursor: int, values: Values) -> tuple[Completion, ...]:
    """Everything that could complete what stands before the cursor, values that begin so first."""
    start = _piece_start(typed[:cursor])
    piece = typed[start:cursor]
    begun = start + piece.startswith("-")
    name, colon, told = typed[begun:cursor].partition(":")
    if not colon:
        return _names(name, begun)
    if name.casefold() not in FILTERS:
        return ()
    before, comma, last = _last_value(told)
    fitting = _fitting(last.strip('"'), values_of(name.casefold(), values))
    head = f"{name}:{before}{comma}"
    return tuple(Completion(found, begun, f"{head}{_quoted(found)} ") for found in fitting)


def values_of(name: str, values: Values) -> tuple[str, ...]:
    """Everything that a filter can ask for, each spelling of the same once."""
    found: dict[str, str] = {}
    for each in (*values.get(name, ()), *_FIXED.get(name, ()), *((NONE,) if name in _WITH_NONE else ())):
        if each.strip():
            found.setdefault(folded_value(each), each.strip())
    return tuple(found.values())


def _names(begun: str, start: int) -> tuple[Completion, ...]:
    if len(begun) < LEAST_OF_A_NAME:
        return ()
    return tuple(
        Completion(f"{name}:", start, f"{name}:") for name in FILTERS if name.startswith(begun.casefold())
    )


def _piece_start(before: str) -> int:
    """Where what is being typed begins: behind the last space that stands in no quotation marks."""
    start, quoted = 0, False
    for place, character in enumerate(before):
        if character == '"':
            quoted = not quoted
        elif character.isspace() and not quoted:
            start = place + 1
    return start


def _last_value(told: str) -> tuple[str, str, str]:
    """The values before the last comma that stands in no quotation marks, the comma, and the last value."""
    at, quoted = -1, False
    for place, character in enumerate(told):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            at = place
    return (told[:at], ",", told[at + 1 :]) if at >= 0 else ("", "", told)


def _fitting(begun: str, known: Sequence[str]) -> list[str]:
    wanted = folded_value(begun)
    if not wanted:
        return list(known)
    folded = {each: folded_value(each) for each in known}
    first = [each for each in known if folded[each].startswith(wanted)]
    inside = [each for each in known if each not in first and f" {wanted}" in folded[each]]
    return first + inside


def _quoted(found: str) -> str:
    plain = found.replace('"', "")
    return f'"{plain}"' if any(character.isspace() or character == "," for character in plain) else plain
