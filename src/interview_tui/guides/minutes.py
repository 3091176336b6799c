"""Minutes as people write them: on a phase's heading, and for the whole interview."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[.,]\d)?"
_UNIT = r"(?:minut\w*|mins?\b\.?|hours?\b|hrs?\b\.?|h\b|m\b|['’′])"
_ABOUT = r"(?:[~≈]|about|approx(?:imately|\.)?|around|roughly|up to|max\.?|ca\.?)"
_DURATION = re.compile(
    rf"(?:{_ABOUT}\s*)?(?<![\w.])(?P<low>{_NUMBER})\s*(?:{_UNIT})?\s*"
    rf"(?:(?P<dash>-|–|—|to\b)\s*[~≈]?(?P<high>{_NUMBER})\s*)?"
    rf"(?:/\s*[~≈]?{_NUMBER}\s*)?(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"(?P<from_h>\d{1,2}):(?P<from_m>\d\d)\s*(?:-|–|—|→|to)\s*(?P<to_h>\d{1,2}):(?P<to_m>\d\d)"
    r"(?:\s*min\w*)?"
)
_OPEN_BRACKET = re.compile(r"[(\[{][^()\[\]{}]*$")
_CLOSE_BRACKET = re.compile(r"[^()\[\]{}]*[)\]}]")
_POINT_IN_TIME = re.compile(
    r"\s*(?:before|after|into|left|remaining|ago|prior|early|late|per)\b", re.IGNORECASE
)
_DEADLINE = re.compile(r"\b(?:within|after|before|every)\s*$", re.IGNORECASE)
_EMPTY_BRACKET = re.compile(r"[(\[{][\s~:,;.–—-]*[)\]}]")
_EDGE = " \t-–—:|,;/·•~.*"
_TOTAL = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|—|to)\s*(?P<high>{_NUMBER}))?[\s-]*(?P<unit>{_UNIT})", re.I
)
_TOTAL_CUE = re.compile(
    r"\b(?:tak(?:e|es|ing)|last|have|about|around|approximately|duration|length|session|interview|next|need"
    r"|up to)\b",
    re.IGNORECASE,
)
_WORDED = (
    (re.compile(r"\bhalf(?: an |-an-| |-)hour", re.I), 30.0),
    (re.compile(r"\b(?:an|one|1) hour", re.I), 60.0),
)
_LONGEST_HEADING = 200
_LONGEST_PHASE = 180.0
_TOTAL_RANGE = (10.0, 240.0)


@dataclass(frozen=True, slots=True)
class Stated:
    """Minutes on a heading, and the heading without them; `start` is where a range began."""

    minutes: float
    title: str
    start: float | None = None


def stated_minutes(heading: str) -> Stated | None:
    """The minutes that a heading states for its phase; a range counts to its upper end.

    Only minutes in brackets or at either end of the heading count: "5 minutes before end" is a
    point in time, and "30 minute interview" a name.
    """
    if len(heading) > _LONGEST_HEADING or not _DIGIT.search(heading):
        return None
    clock = _CLOCK.search(heading)
    if clock is not None:
        return Stated(_clock_length(clock), _without(heading, clock.start(), clock.end()))
    for match in _DURATION.finditer(heading):
        before, after = heading[: match.start()], heading[match.end() :]
        if _POINT_IN_TIME.match(after) or _DEADLINE.search(before):
            continue
        if _OPEN_BRACKET.search(before) and _CLOSE_BRACKET.match(after):
            return _stated(match, heading, match.start())
        if not after.strip(_EDGE):
            # "Part 2 - 10 minutes" is part two with ten minutes, no range.
            part_of_name = (
                match["dash"] is not None and re.search(r"\d\s+\W", match[0]) and before.strip(_EDGE)
            )
            return _stated(match, heading, match.start("high") if part_of_name else match.start())
        if not before.strip(_EDGE) and after.lstrip()[:1] in "-–—:|,":
            return _stated(match, heading, match.start())
    return None


def _stated(match: re.Match[str], heading: str, start: int) -> Stated:
    low = _in_minutes(match["low"], match["unit"])
    high = _in_minutes(match["high"], match["unit"]) if match["high"] else low
    begin = low if match["high"] and start == match.start() else None
    return Stated(max(low, high), _without(heading, start, match.end()), begin)


def _without(heading: str, start: int, end: int) -> str:
    """The heading without the part that states the minutes, and without what that leaves empty."""
    left, right = heading[:start], heading[end:]
    if not _OPEN_BRACKET.search(left):
        left, right = left.rstrip(_EDGE), right.lstrip(_EDGE)
    text = _EMPTY_BRACKET.sub("", f"{left.rstrip(' ,;/–—-') if right[:1] in ')]}' else left} {right}")
    text = " ".join(text.split()).replace(" )", ")").replace(" ]", "]").replace("( ", "(").replace("[ ", "[")
    return text.strip(" \t-–—:|,;") or heading.strip()


def _in_minutes(number: str, unit: str) -> float:
    value = float(number.replace(",", "."))
    return value * 60 if unit.lower().startswith("h") else value


def _clock_length(match: re.Match[str]) -> float:
    """The length of a clock range; hours and minutes, or minutes and seconds if that would be absurd."""
    start = int(match["from_h"]) * 60 + int(match["from_m"])
    end = int(match["to_h"]) * 60 + int(match["to_m"])
    length = float((end - start) % (24 * 60))
    return length / 60 if length > _LONGEST_PHASE else length


def stated_total(text: str, *, needs_cue: bool = True) -> float | None:
    """The length of the whole interview that a line speaks of, such as "about 45 minutes"."""
    lowered = text.lower()
    if ("min" not in lowered and "hour" not in lowered) or (needs_cue and not _TOTAL_CUE.search(text)):
        return None
    match = _TOTAL.search(text)
    if match is not None:
        total = _in_minutes(match["high"] or match["low"], match["unit"])
        if _TOTAL_RANGE[0] <= total <= _TOTAL_RANGE[1] and not _POINT_IN_TIME.match(text, match.end()):
            return total
    return next((minutes for pattern, minutes in _WORDED if pattern.search(text)), None)
