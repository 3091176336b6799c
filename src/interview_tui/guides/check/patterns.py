"""Patterns that are compiled when a text first needs them: a short guide needs few of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from interview_tui.guides.check.lexicon import words

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")
_WORD = re.compile(r"\w+|[☆$€£]")


class _Late:
    """Stands for a pattern; its methods are the pattern's own once one of them was asked for."""

    __slots__ = (*_METHODS, "_flags", "_source")

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled at its first use."""
    return cast("re.Pattern[str]", _Late(source, flags))


class Rules:
    """Patterns of which any may hold, each with the words of which it needs one: a look spares a search.

    A row without words is always searched. `anywhere` says whether a pattern may hold inside of a text, from
    a word's beginning on, or only where the text begins.
    """

    def __init__(self, rows: Iterable[tuple[str, str]], *, anywhere: bool = True) -> None:
        before = r"(?<!\w)" if anywhere else ""
        self.rows = tuple((words(telling), late(f"{before}(?:{pattern})")) for telling, pattern in rows)
        self.anywhere = anywhere
        self._telling = frozenset[str]().union(*(telling for telling, _ in self.rows))
        self._always = any(not telling for telling, _ in self.rows)

    def hold_in(self, text: str) -> bool:
        """Whether any of them holds in a text in lower case."""
        said = self._telling & said_in(text)
        if not said and not self._always:
            return False
        return any(
            pattern.search(text) if self.anywhere else pattern.match(text)
            for telling, pattern in self.rows
            if not telling or not telling.isdisjoint(said)
        )


@lru_cache(maxsize=16)  # one sentence is asked about by one table after the other
def said_in(text: str) -> frozenset[str]:
    """The different words of a text, with the marks that patterns go by."""
    return frozenset(_WORD.findall(text))
