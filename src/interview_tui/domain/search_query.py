"""What is typed into a search, read as words, beginnings of words, "phrases" and filters.

Nothing that is typed is a mistake: what is no filter is looked for as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from interview_tui.domain.folding import stands_alone, words_of
from interview_tui.domain.participant import as_pseudonym
from interview_tui.domain.values import value

FilterName = Literal["tag", "participant", "segment", "phase", "author", "kind", "session", "starred"]
"""What can be asked for by name, besides `before:` and `after:`."""

NONE = "none"
"""As a filter's value: that there is none, as in `tag:none`."""

_EXACT: frozenset[str] = frozenset(("tag", "participant", "kind", "starred"))
_NAMES: dict[str, FilterName] = {
    **{"tag": "tag", "tags": "tag", "participant": "participant", "segment": "segment"},
    **{"phase": "phase", "author": "author", "kind": "kind", "session": "session"},
}
_PIECE = re.compile(
    r"""(?P<not>-)?(?:(?P<name>[A-Za-z]+):(?P<values>(?:"[^"]*"|[^\s"])*)|"(?P<phrase>[^"]*)"(?=\s|$))(?=\s|$)|\S+"""
)
_VALUE = re.compile(r'"([^"]*)"|([^",]+)')
_DATE = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
_YES, _NO = frozenset(("", "yes", "true", "1")), frozenset(("no", "false", "0"))
_LEAST_BEGINNING = 2
_MOST_TERMS = 40
_LEAST_SIGNS = 2
"""A sign that stands alone may be the beginning of anything."""


@value
class Term:
    """Words that stand one after the other; with `beginning` the last one may go on."""

    words: tuple[str, ...]
    beginning: bool = False
    excluded: bool = False


@value
class Filter:
    """One of some folded values; "" stands for none. With `beginning` a value may go on."""

    name: FilterName
    values: tuple[str, ...]
    beginning: bool = False
    excluded: bool = False

    def meets(self, folded: str) -> bool:
        """Whether a folded value is asked for."""
        if self.beginning or self.name not in _EXACT:
            return any(folded.startswith(wanted) if wanted else not folded for wanted in self.values)
        return folded in self.values


@value(kw_only=True)
class Query:
    """What is looked for; `after` is the first day and `before` the day after the last (ISO 8601, local).

    `signs` are what consists of no words, such as `->`; they are looked for as written where no word is.
    """

    terms: tuple[Term, ...] = ()
    signs: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    starred: bool | None = None
    before: str = ""
    after: str = ""

    @property
    def asks(self) -> bool:
        """Whether anything is looked for at all."""
        told = self.terms or self.signs or self.filters or self.before or self.after
        return bool(told) or self.starred is not None

    @property
    def excludes(self) -> bool:
        """Whether words are to be left out."""
        return any(term.excluded for term in self.terms)


def read_query(typed: str, *, excluding: bool = True) -> Query:
    """What a person typed; the last word counts as a beginning unless something follows it.

    Without `excluding` a dash before a word is a dash, as in `rm -rf`.
    """
    reading = _Reading(excluding=excluding)
    for found in _PIECE.finditer(typed):
        reading.take(found, last=found.end() == len(typed))
    return reading.query()


def folded_value(text: str) -> str:
    """A tag, a segment or the like as filters compare it."""
    return " ".join(words_of(text))


class _Reading:
    def __init__(self, *, excluding: bool) -> None:
        self._excluding = excluding
        self.terms: list[Term] = []
        self.signs: list[str] = []
        self.filters: list[Filter] = []
        self.starred: bool | None = None
        self.days: dict[str, str] = {}

    def take(self, found: re.Match[str], *, last: bool) -> None:
        """Take in one word, phrase or filter; the `last` one may still be being typed."""
        excluded = found["not"] is not None and (self._excluding or found["name"] is not None)
        if found["phrase"] is not None:
            self._term(found["phrase"], excluded=excluded)
        elif found["name"] is None or not self._filter(found, last=last):
            self._words(found.group(), last=last, loose=found["name"] is not None)

    def query(self) -> Query:
        """What was asked for, once all of it was taken in."""
        return Query(
            terms=tuple(self.terms[:_MOST_TERMS]),
            signs=() if any(not term.excluded for term in self.terms) else tuple(self.signs[:_MOST_TERMS]),
            filters=tuple(_joined(self.filters)),
            starred=self.starred,
            before=self.days.get("before", ""),
            after=self.days.get("after", ""),
        )

    def _words(self, piece: str, *, last: bool, loose: bool) -> None:
        """Words that no space parts are a phrase, unless they only look like a filter."""
        dashed = len(piece) > 1 and piece[0] == "-" and piece[1].isalpha() and not loose
        excluded = dashed and self._excluding
        beginning = (last and piece[-1] not in '"*)') or piece.endswith("*")
        words = words_of(piece)
        if not words:
            self._signs(piece)
        parts = [(word,) for word in words] if loose else [words]
        for number, part in enumerate(parts, start=1):
            if part:
                self.terms.append(Term(part, _may_go_on(part, beginning and number == len(parts)), excluded))

    def _term(self, phrase: str, *, excluded: bool) -> None:
        if words := words_of(phrase):
            self.terms.append(Term(words, excluded=excluded))
        elif not excluded:
            self._signs(phrase.strip())

    def _signs(self, piece: str) -> None:
        """What has no words in it; quotation marks are those of a phrase that is being typed."""
        if len(piece) >= _LEAST_SIGNS and not piece.startswith('"'):
            self.signs.append(piece)

    def _filter(self, found: re.Match[str], *, last: bool) -> bool:
        name, told = found["name"].lower(), found["values"]
        excluded = found["not"] is not None
        if name == "starred" and (said := told.strip('"').lower()) in _YES | _NO:
            self.starred = (said in _YES) is not excluded
            return True
        if name in ("before", "after") and not excluded and (day := _day(told.strip('"'))):
            self.days[name] = day
            return True
        values = [quoted or plain for quoted, plain in _VALUE.findall(told)] if name in _NAMES else []
        if not (wanted := tuple(filter(None, (_wanted(name, value) for value in values)))):
            return False
        beginning = told.endswith("*") or (last and told[-1] not in '",' and wanted[-1] != (NONE,))
        as_told = tuple("" if one == (NONE,) else " ".join(one) for one in wanted)
        self.filters.append(Filter(_NAMES[name], as_told, beginning, excluded))
        return True


def _wanted(name: str, value: str) -> tuple[str, ...]:
    """The words of a value; of a participant, as pseudonyms are written."""
    return words_of((as_pseudonym(value) if name == "participant" else "") or value)


def _joined(filters: Iterable[Filter]) -> list[Filter]:
    """Filters of one name as one: any of their values will do."""
    found: dict[tuple[str, bool], Filter] = {}
    for one in filters:
        key = (one.name, one.excluded)
        known = found.get(key)
        values, beginning = (known.values, known.beginning) if known else ((), False)
        found[key] = Filter(one.name, (*values, *one.values), beginning or one.beginning, one.excluded)
    return list(found.values())


def _may_go_on(words: Sequence[str], beginning: bool) -> bool:
    """A single letter begins too many words to look for."""
    return beginning and len(words[-1]) >= _LEAST_BEGINNING and not stands_alone(words[-1])


def _day(told: str) -> str:
    """The first day of a year, a month or a day, or ""."""
    found = _DATE.fullmatch(told)
    if found is None:
        return ""
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= _days_in(year, month)):
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
