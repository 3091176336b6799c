"""Why nothing was found, where a filter asks for what there is not, or is not finished."""

from __future__ import annotations

import re

from interview_tui.domain.search_completion import FILTERS, Values, values_of
from interview_tui.domain.search_query import NONE, folded_value, read_query

_NAMED_AT_MOST = 6
_LEAST_BEGINNING = 3
_FILTER = re.compile(r'(?<!\S)-?(?P<name>[A-Za-z]+):(?P<told>(?:"[^"]*"|[^\s"])*)(?P<gap>\s+\w)?')
_LIMITED = ("tag", "participant", "segment", "phase", "kind", "author")
_IN_WORDS = {"kind": "kinds are", "author": "authors are", "phase": "phases are"}


def doubts(typed: str, values: Values) -> str:
    """One sentence on what is wrong with a query that finds nothing, "" where nothing is known.

    `values` are what there is to ask for, by the name of its filter.
    """
    for found in _FILTER.finditer(typed):
        name, told = found["name"].lower(), found["told"].strip('"')
        if name in FILTERS and (said := _doubt(name, told, values, parted=found["gap"] is not None)):
            return said
    return _meant(typed, values)


def _doubt(name: str, told: str, values: Values, *, parted: bool) -> str:
    if name in ("before", "after"):
        query = read_query(f"{name}:{told} ")
        if query.before or query.after:
            return ""
        wrong = f"{told} is no date" if told else f"{name}: wants a date right behind it"
        return f"{wrong}: write {name}:2026, {name}:2026-11 or {name}:2026-11-20."
    if name not in _LIMITED:
        return ""
    known = [each for each in values_of(name, values) if each != NONE]
    if not told:
        gap = " without a space" if parted else ""
        return f"Write what is asked for right behind {name}:{gap}, such as {_example(name, known)}."
    asked = [part for part in (part.strip('" ') for part in told.split(",")) if part]
    missing = [part for part in asked if not _is_known(name, part, [*known, NONE])]
    if len(missing) < len(asked) or not missing:
        return ""
    if not known:
        return f"There is no {name} {missing[0]}."
    return f"There is no {name} {missing[0]}; {_IN_WORDS.get(name, f'{name}s are')} {_listed(known)}."


def _is_known(name: str, part: str, known: list[str]) -> bool:
    """Whether something is asked for that there is, as the filter itself compares it."""
    filters = read_query(f'{name}:"{part}"*').filters or read_query(f'{name}:"{part}"').filters
    return (
        any(one.meets(folded_value(each)) for one in filters for each in known) or folded_value(part) == NONE
    )


def _example(name: str, known: list[str]) -> str:
    first = known[0] if known else NONE
    return f'{name}:"{first}"' if " " in first else f"{name}:{first}"


def _listed(known: list[str]) -> str:
    more = f" and {len(known) - _NAMED_AT_MOST} more" if len(known) > _NAMED_AT_MOST else ""
    return ", ".join(known[:_NAMED_AT_MOST]) + more


def _meant(typed: str, values: Values) -> str:
    """A tag that begins as the last word does: who types it may have meant the tag."""
    word = folded_value(typed.rpartition(" ")[2])
    if len(word) < _LEAST_BEGINNING or ":" in typed.rpartition(" ")[2]:
        return ""
    tag = next((each for each in values_of("tag", values) if folded_value(each).startswith(word)), "")
    return f"There is a tag {tag}: {_example('tag', [tag])} finds its notes." if tag and tag != NONE else ""
