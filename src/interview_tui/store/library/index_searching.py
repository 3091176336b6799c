"""A query as SQL, and rows as hits."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from interview_tui.domain.folding import placed_words
from interview_tui.domain.library import LibraryNote, LibrarySession
from interview_tui.domain.search import Hit, HitKind, SearchResult
from interview_tui.domain.search_query import Filter, Query, Term, marks_in, read_query
from interview_tui.store.library.index_writing import (
    KINDS,
    NOTE,
    SHIFT,
    STARRED,
    WORD_FOR_WORD,
    Dictionary,
    label_word,
)

BEST_FIRST_UP_TO = 2_000
"""Above so many hits ranking takes longer than a key press (0.4 to 2.8 s over a common word in a million notes)."""

_QUESTIONS_WEIGH = 0.5
"""The same question stands in every interview of a guide: what people said comes first."""

_COLUMNS = "e.id, e.kind, e.note, e.at_ms, e.tags, e.phase, e.question, e.about, e.author, e.flags, e.text"


class Searcher:
    """Answers queries over one connection."""

    def __init__(self, database: sqlite3.Connection, dictionary: Dictionary) -> None:
        self._database = database
        self._dictionary = dictionary

    def search(self, typed: str, limit: int) -> SearchResult:
        """The first hits of what was typed."""
        query = read_query(typed)
        match = self._match(query)
        if not match or limit < 1:
            return SearchResult()
        where, told = self._where(query)
        within = f"FROM words WHERE words MATCH ?{where}"
        values = (match, *told)
        count = self._database.execute(
            f"SELECT count(*) FROM (SELECT 1 {within} LIMIT {BEST_FIRST_UP_TO + 1})", values
        ).fetchone()[0]
        more = count > BEST_FIRST_UP_TO
        best = not more and any(not term.excluded for term in query.terms)
        order = f"bm25(words, 1.0, 0.0) * {_weight()}" if best else "0"
        by = "score, rowid DESC" if best else "rowid DESC"
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, f.score FROM (SELECT rowid, {order} AS score {within} ORDER BY {by} LIMIT ?) f"
            " JOIN entry e ON e.id = f.rowid ORDER BY " + ("f.score, e.id DESC" if best else "e.id DESC"),
            (*values, limit),
        ).fetchall()
        sessions = self._sessions({row[0] >> SHIFT for row in rows})
        hits = tuple(
            self._hit(row, sessions[row[0] >> SHIFT], query.terms, -row[-1] if best else 1 / (1 + place))
            for place, row in enumerate(rows)
        )
        return SearchResult(
            hits=hits, count=min(count, BEST_FIRST_UP_TO), more=more, by="best" if best else "newest"
        )

    # -- the query -------------------------------------------------------------------------

    def _match(self, query: Query) -> str:
        """The query in FTS5's language; "" where nothing is asked, or where nothing can be found."""
        if not query.asks:
            return ""
        needed = [_words(term) for term in query.terms if not term.excluded]
        unwanted = [_words(term) for term in query.terms if term.excluded]
        for one in query.filters:
            labels = self._labels(one) if one.name != "session" else None
            if labels is None:
                continue
            if one.excluded:
                unwanted += [labels] if labels else []
            elif not labels:
                return ""
            else:
                needed.append(labels)
        if query.starred is not None:
            starred = self._labels(Filter("starred", ("yes",)))  # type: ignore[arg-type]
            if query.starred and not starred:
                return ""
            (needed if query.starred else unwanted).append(starred)
        if query.starred is False or not needed:
            needed.append(self._labels(Filter("kind", ("note",) if query.starred is False else KINDS)))
        match = " AND ".join(filter(None, needed))
        return f"({match})" + "".join(f" NOT {one}" for one in unwanted if one) if match else ""

    def _labels(self, wanted: Filter) -> str:
        """Any of the labels that a filter asks for; "" where there are none."""
        rows = self._database.execute("SELECT id, value FROM label WHERE name=?", (wanted.name,))
        found = [f'"{label_word(number)}"' for number, told in rows if wanted.meets(told)]
        return f"l : ({' OR '.join(found)})" if found else ""

    def _where(self, query: Query) -> tuple[str, tuple[int, ...]]:
        """What limits the sessions: a span of entries, and which sessions of it."""
        named = [one for one in query.filters if one.name == "session"]
        if not (query.before or query.after or named):
            return "", ()
        rows = self._database.execute(
            "SELECT id, name FROM session WHERE kept AND created >= ? AND created < ?",
            (_seconds(query.after, 0), _seconds(query.before, 1 << 60)),
        )
        from interview_tui.domain.search_query import folded_value

        numbers = [
            number
            for number, name in rows
            if all(one.meets(folded_value(name)) is not one.excluded for one in named)
        ]
        if not numbers:
            return " AND 0", ()
        span = (min(numbers) << SHIFT, ((max(numbers) + 1) << SHIFT) - 1)
        if max(numbers) - min(numbers) + 1 == len(numbers):
            return " AND rowid BETWEEN ? AND ?", span
        some = f"(SELECT value FROM json_each('{json.dumps(numbers)}'))"
        return f" AND rowid BETWEEN ? AND ? AND (rowid >> {SHIFT}) IN {some}", span

    # -- the rows --------------------------------------------------------------------------

    def _sessions(self, numbers: Iterable[int]) -> dict[int, LibrarySession]:
        found: dict[int, LibrarySession] = {}
        for number in numbers:
            row = self._database.execute("SELECT about FROM session WHERE id=?", (number,)).fetchone()
            if row is None:
                raise sqlite3.DatabaseError("a session is missing")
            found[number] = LibrarySession(**json.loads(row[0]))
        return found

    def _hit(self, row: tuple[Any, ...], held: LibrarySession, terms: Iterable[Term], score: float) -> Hit:
        _, kind, note, at_ms, tags, phase, question, about, author, flags, text, _ = row
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
            tags=tuple(json.loads(said(tags))),
            phase=said(phase),
            question=said(question),
            about=said(about),
            author=said(author),
            score=round(score, 6),
            created_utc=held.created_utc,
            starred=bool(flags & STARRED),
            word_for_word=bool(flags & WORD_FOR_WORD),
            may_be_quoted=held.may_be_quoted,
            marks=marks_in(placed_words(text), terms),
        )

    def notes(self) -> tuple[list[LibrarySession], list[LibraryNote]]:
        """Every interview and note, oldest interview first."""
        rows = self._database.execute("SELECT id, about FROM session WHERE kept ORDER BY name").fetchall()
        sessions, notes = [], []
        for number, about in rows:
            held = LibrarySession(**json.loads(about))
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
                tags=tuple(json.loads(said(tags))),
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


def _words(term: Term) -> str:
    phrase = " ".join(term.words)
    return f't : "{phrase}"{" *" if term.beginning else ""}'


def _weight() -> str:
    return (
        f"(CASE (SELECT kind FROM entry WHERE id = words.rowid) WHEN {KINDS.index('question')}"
        f" THEN {_QUESTIONS_WEIGH} ELSE 1 END)"
    )


def _seconds(day: str, otherwise: int) -> int:
    """When a local day begins, in seconds since 1970."""
    try:
        return int(datetime.fromisoformat(day).timestamp()) if day else otherwise
    except (ValueError, OverflowError, OSError):
        return otherwise
