"""A query as SQL, and rows as hits."""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any

from interview_tui.domain.library import LibraryNote, LibrarySession
from interview_tui.domain.search import Hit, HitKind, SearchResult
from interview_tui.domain.search_marks import Marker
from interview_tui.domain.search_query import Filter, Query, Term, folded_value, read_query
from interview_tui.domain.search_rank import Ranking
from interview_tui.store.library.index_entries import KINDS, NOTE, QUESTION, SHIFT, STARRED, WORD_FOR_WORD
from interview_tui.store.library.index_writing import Dictionary, label_word
from interview_tui.store.library.progress import Cancelled, OnProgress, go_on

BEST_FIRST_UP_TO = 1_000
"""Above so many hits, ranking them takes longer than a key press."""

_QUESTIONS_WEIGH = 0.5
"""The same question stands in every interview of a guide: what people said comes first."""

_MOST_BEGUN = 200

_TOLD_EVERY = 100
"""Sessions of a whole library that are read between two words on how far it is."""

_HELD_THEN = "WHERE kept AND created >= ? AND created < ?"
_EVERYTHING = Filter("kind", KINDS)

_COLUMNS = "e.id, e.kind, e.note, e.at_ms, e.tags, e.phase, e.question, e.about, e.author, e.flags, e.text"


class Searcher:
    """Answers queries over one connection."""

    def __init__(self, database: sqlite3.Connection, dictionary: Dictionary) -> None:
        self._database = database
        self._dictionary = dictionary

    def search(self, typed: str, limit: int) -> SearchResult:
        """The first hits of what was typed; where leaving words out finds nothing, the dashes are dashes."""
        query = read_query(typed)
        found = self._found(query, limit)
        if found.count or not query.excludes:
            return found
        return self._found(read_query(typed, excluding=False), limit)

    def _found(self, query: Query, limit: int) -> SearchResult:
        match = self._match(query)
        if match is None or limit < 1:
            return SearchResult()
        most = max(limit, BEST_FIRST_UP_TO)
        numbers = self._newest(match, query, most + 1)
        count, more = min(len(numbers), most), len(numbers) > most
        if count <= BEST_FIRST_UP_TO and not more and any(not term.excluded for term in query.terms):
            scored = self._ranked(numbers, query.terms)[:limit]
            return SearchResult(hits=self._hits(scored, query), count=count, by="best")
        scored = [(1 / (1 + place), number) for place, number in enumerate(numbers[:limit])]
        return SearchResult(hits=self._hits(scored, query), count=count, more=more, by="newest")

    def _newest(self, match: str, query: Query, most: int) -> list[int]:
        """The entries that match, the newest first."""
        where, told = self._where(query)
        signs, wanted = _signs(query, within_words=bool(match))
        if match:
            which = f"SELECT rowid FROM words WHERE words MATCH ?{where}{signs} ORDER BY rowid DESC LIMIT ?"
            rows = self._database.execute(which, (match, *told, *wanted, most))
        else:  # nothing but days or sessions: the words have no say in it
            which = (
                f"SELECT id FROM entry WHERE 1{where.replace('rowid', 'id')}{signs} ORDER BY id DESC LIMIT ?"
            )
            rows = self._database.execute(which, (*told, *wanted, most))
        return [number for (number,) in rows]

    def _ranked(self, numbers: list[int], terms: Sequence[Term]) -> list[tuple[float, int]]:
        """Scores and entries, best first, the newest first of those that are as good."""
        rows = self._database.execute(
            "SELECT id, kind, coalesce(folded, text) FROM entry WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        )
        ranking = Ranking(terms)
        scored = [
            (
                ranking.score(text.lower() if text.isascii() else text)
                * (_QUESTIONS_WEIGH if kind == QUESTION else 1),
                number,
            )
            for number, kind, text in rows
        ]
        return sorted(scored, reverse=True)

    # -- the query -------------------------------------------------------------------------

    def _match(self, query: Query) -> str | None:
        """The query in FTS5's language, "" where only days or sessions are asked for.

        None: nothing is asked, or nothing can be found.
        """
        if not query.asks:
            return None
        needed = [_words(term) for term in query.terms if not term.excluded]
        unwanted = [_words(term) for term in query.terms if term.excluded]
        for wanted in (*query.filters, *_starred(query)):
            labels = self._labels(wanted)
            if wanted.excluded:
                unwanted += labels or []
            elif labels == []:
                return None
            else:
                needed += labels or []
        if unwanted and not needed:
            needed = self._labels(_EVERYTHING) or []
        return f"({' AND '.join(needed)})" + "".join(f" NOT {one}" for one in unwanted) if needed else ""

    def _labels(self, wanted: Filter) -> list[str] | None:
        """What a filter asks for as one of some labels; empty where nothing has such a value.

        None: it limits nothing here. Sessions are limited elsewhere, and a beginning that very many values
        have tells nothing yet.
        """
        if wanted.name == "session":
            return None
        labels = self._dictionary.labels(wanted.name)
        found = [label_word(number) for told, number in labels.items() if wanted.meets(told)]
        if wanted.beginning and len(found) > _MOST_BEGUN:
            return None
        return ["l : (" + " OR ".join(f'"{word}"' for word in found) + ")"] if found else []

    def _where(self, query: Query) -> tuple[str, tuple[int, ...]]:
        """What limits the sessions: a span of entries and, where others lie in it, which sessions of it."""
        named = [one for one in query.filters if one.name == "session"]
        if not (query.before or query.after or named):
            return "", ()
        days = (_seconds(query.after, 0), _seconds(query.before, 1 << 60))
        numbers = self._named(named, days) if named else None
        if numbers is None:
            low, high, count = self._database.execute(
                f"SELECT min(id), max(id), count(*) FROM session {_HELD_THEN}", days
            ).fetchone()
        else:
            low, high, count = min(numbers, default=None), max(numbers, default=None), len(numbers)
        if not count:
            return " AND 0", ()
        span = (low << SHIFT, ((high + 1) << SHIFT) - 1)
        inside = "SELECT count(*) FROM session WHERE kept AND id BETWEEN ? AND ?"
        if self._database.execute(inside, (low, high)).fetchone()[0] == count:
            return " AND rowid BETWEEN ? AND ?", span
        numbers = self._named([], days) if numbers is None else numbers
        some = f"(SELECT value FROM json_each('{json.dumps(numbers)}'))"
        return f" AND rowid BETWEEN ? AND ? AND (rowid >> {SHIFT}) IN {some}", span

    def _named(self, named: Sequence[Filter], days: tuple[int, int]) -> list[int]:
        """The sessions of some days that meet filters by their names."""
        rows = self._database.execute(f"SELECT id, name FROM session {_HELD_THEN}", days)
        return [
            number
            for number, name in rows
            if all(one.meets(folded_value(name)) is not one.excluded for one in named)
        ]

    # -- the rows --------------------------------------------------------------------------

    def _hits(self, scored: Sequence[tuple[float, int]], query: Query) -> tuple[Hit, ...]:
        numbers = json.dumps([number for _, number in scored])
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, s.about FROM entry e JOIN session s ON s.id = e.id >> {SHIFT}"
            " WHERE e.id IN (SELECT value FROM json_each(?))",
            (numbers,),
        )
        found = {row[0]: row for row in rows}
        if len(found) < len(scored):
            raise sqlite3.DatabaseError("what the index speaks of is not in it")
        marker = Marker(query.terms, query.signs)
        return tuple(self._hit(found[number], marker, score) for score, number in scored)

    def _hit(self, row: tuple[Any, ...], marker: Marker, score: float) -> Hit:
        _, kind, note, at_ms, tags, phase, question, about, author, flags, text, session = row
        held = _held(session)
        said = self._dictionary.text
        kinds: tuple[HitKind, ...] = ("note", "debrief", "question")
        return Hit(
            session=held.id,
            note=note,
            kind=kinds[kind],
            at_ms=at_ms,
            text=text,
            participant=held.participant,
            segment=held.segment,
            tags=_tags(said(tags)),
            phase=said(phase),
            question=said(question),
            about=said(about),
            author=said(author),
            score=round(score, 6),
            created_utc=held.created_utc,
            starred=bool(flags & STARRED),
            word_for_word=bool(flags & WORD_FOR_WORD),
            may_be_quoted=held.may_be_quoted,
            marks=marker.marks(text),
        )

    def notes(self, on_progress: OnProgress = go_on) -> tuple[list[LibrarySession], list[LibraryNote]]:
        """Every interview and note, oldest interview first; raises Cancelled as `on_progress` says."""
        rows = self._database.execute("SELECT id, about FROM session WHERE kept ORDER BY name").fetchall()
        sessions: list[LibrarySession] = []
        notes: list[LibraryNote] = []
        with _keeping_all():
            for done, (number, about) in enumerate(rows):
                if done % _TOLD_EVERY == 0 and not on_progress(done, len(rows)):
                    raise Cancelled
                held = _held(about)
                sessions.append(held)
                notes += self._notes_of(number, held)
        return sessions, notes

    def _notes_of(self, number: int, held: LibrarySession) -> list[LibraryNote]:
        said = self._dictionary.text
        rows = self._database.execute(
            "SELECT note, at_ms, tags, phase, question, author, flags, text FROM entry"
            f" WHERE id BETWEEN ? AND ? AND kind={NOTE} ORDER BY id",
            (number << SHIFT, ((number + 1) << SHIFT) - 1),
        )
        return [
            LibraryNote(
                session=held.id,
                id=note,
                at_ms=at_ms,
                text=text,
                tags=_tags(said(tags)),
                phase=said(phase),
                question=said(question),
                starred=bool(flags & STARRED),
                word_for_word=bool(flags & WORD_FOR_WORD),
                author=said(author),
                participant=held.participant,
                segment=held.segment,
                created_utc=held.created_utc,
            )
            for note, at_ms, tags, phase, question, author, flags, text in rows
        ]


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Look for no garbage while notes are made that all stay: looking takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=512)
def _tags(told: str) -> tuple[str, ...]:
    return tuple(json.loads(told))


@lru_cache(maxsize=512)
def _held(about: str) -> LibrarySession:
    return LibrarySession(**json.loads(about))


def _starred(query: Query) -> tuple[Filter, ...]:
    return () if query.starred is None else (Filter("starred", ("yes" if query.starred else "no",)),)


def _signs(query: Query, *, within_words: bool) -> tuple[str, tuple[str, ...]]:
    """What limits the texts to those with some signs in them, which no index has: each text is looked at."""
    text = "(SELECT text FROM entry e WHERE e.id = words.rowid)" if within_words else "text"
    one = f" AND instr({text}, ?) > 0"
    return one * len(query.signs), query.signs


def _words(term: Term) -> str:
    phrase = " ".join(term.words)
    return f't : "{phrase}"{" *" if term.beginning else ""}'


def _seconds(day: str, otherwise: int) -> int:
    """When a local day begins, in seconds since 1970."""
    try:
        return int(datetime.fromisoformat(day).timestamp()) if day else otherwise
    except (ValueError, OverflowError, OSError):
        return otherwise
