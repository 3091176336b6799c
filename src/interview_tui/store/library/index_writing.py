"""Sessions into the index and out of it again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache

from interview_tui.domain.search_query import folded_value
from interview_tui.store.library.index_entries import (
    KINDS,
    MOST_ENTRIES,
    NOTE,
    SHIFT,
    STARRED,
    WORD_FOR_WORD,
    Indexed,
)

_FIRST_LABEL = 0xF0000
_MOST_LABELS = 0xFFFD


_SAID = " UNION ".join(
    f"SELECT {name} FROM entry" for name in ("tags", "phase", "question", "about", "author")
)
_FIXED = ("kind", "starred")


class Dictionary:
    """Texts and labels that many entries share, by their numbers; grows as they are asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.clear()

    def clear(self) -> None:
        """Forget what was not committed."""
        self._said: dict[str, int] = {}
        self._texts: dict[int, str] = {}
        self._labels: dict[tuple[str, str], int] = {}
        self._values: dict[str, dict[str, int]] = {}
        self._newest_label = 0

    def number(self, text: str) -> int:
        """The number of a text, which gets one if it has none."""
        found = self._said.get(text)
        if found is None:
            self._database.execute("INSERT OR IGNORE INTO said(text) VALUES(?)", (text,))
            found = int(self._database.execute("SELECT id FROM said WHERE text=?", (text,)).fetchone()[0])
            self._said[text] = found
        return found

    def text(self, number: int) -> str:
        """The text of a number."""
        found = self._texts.get(number)
        if found is None:
            row = self._database.execute("SELECT text FROM said WHERE id=?", (number,)).fetchone()
            if row is None:
                raise sqlite3.DatabaseError("a text is missing")
            self._texts[number] = found = str(row[0])
        return found

    def labels(self, name: str) -> dict[str, int]:
        """Every folded value that a filter can have, and its number; other programs add some, too."""
        rows = self._database.execute(
            "SELECT id, name, value FROM label WHERE id > ? ORDER BY id", (self._newest_label,)
        )
        for self._newest_label, of, told in rows:
            self._values.setdefault(of, {})[told] = self._newest_label
        return self._values.get(name, {})

    def label(self, name: str, told: str) -> str:
        """The character that stands for a value of a filter in the index."""
        key = (name, told)
        found = self._labels.get(key)
        if found is None:
            self._database.execute(
                "INSERT OR IGNORE INTO label(name, value) VALUES(?,?)", (name, folded_value(told))
            )
            row = self._database.execute(
                "SELECT id FROM label WHERE name=? AND value=?", (name, folded_value(told))
            ).fetchone()
            self._labels[key] = found = int(row[0])
        return label_word(found)


def label_word(number: int) -> str:
    """A label as a word of the index: one character of a private plane, with digits where that is used up."""
    return chr(_FIRST_LABEL + number) if number < _MOST_LABELS else f"{chr(_FIRST_LABEL)}{number}"


class Writer:
    """Writes within a transaction that is open already."""

    def __init__(self, database: sqlite3.Connection, dictionary: Dictionary) -> None:
        self._database = database
        self._dictionary = dictionary

    def put(self, stamp: str, found: Indexed) -> bool:
        """A session as it is now; whether it was in the library and is so no more."""
        row = self._database.execute("SELECT id, about FROM session WHERE name=?", (found.name,)).fetchone()
        if row is not None:
            self._take_out(*row)
        told = (found.name, stamp, int(bool(found.about)), found.created, found.about, found.problem)
        cursor = self._database.execute(
            "INSERT INTO session(id, name, stamp, kept, created, about, problem) VALUES(?,?,?,?,?,?,?)"
            " ON CONFLICT(id) DO UPDATE SET stamp=excluded.stamp, kept=excluded.kept,"
            " created=excluded.created, about=excluded.about, problem=excluded.problem",
            (None if row is None else row[0], *told),
        )
        number: int = cursor.lastrowid if row is None else row[0]  # type: ignore[assignment]
        self._put_entries(number, found)
        return bool(row is not None and row[1] and not found.about)

    def _put_entries(self, session: int, found: Indexed) -> None:
        if not found.about:
            return
        of, labels = self._dictionary.number, self._labels_for(found.about)
        rows, words = [], []
        for number, entry in enumerate(found.entries[:MOST_ENTRIES], start=session << SHIFT):
            kind, note, at_ms, tags, phase, question, about, author, flags, text, folded = entry
            shared = (of(tags), of(phase), of(question), of(about), of(author))
            rows.append((number, kind, note, at_ms, *shared, flags, text, folded))
            words.append((number, folded or text, labels(kind, tags, phase, author, flags)))
        self._database.executemany("INSERT INTO entry VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        self._database.executemany("INSERT INTO words(rowid, t, l) VALUES(?,?,?)", words)

    def remove(self, name: str) -> bool:
        """A session that is there no more; whether it was in the library."""
        row = self._database.execute("SELECT id, about FROM session WHERE name=?", (name,)).fetchone()
        if row is None:
            return False
        self._take_out(*row)
        self._database.execute("DELETE FROM session WHERE id=?", (row[0],))
        return bool(row[1])

    def purge(self) -> None:
        """Take out what no entry has any more, and write the words anew without what was deleted."""
        self._database.execute(f"DELETE FROM said WHERE id NOT IN ({_SAID})")
        used = {""} | {folded_value(told) for told in self._values_used()}
        labels = self._database.execute("SELECT id, name, value FROM label").fetchall()
        unused = [(number,) for number, name, told in labels if told not in used and name not in _FIXED]
        self._database.executemany("DELETE FROM label WHERE id=?", unused)
        self._database.execute("INSERT INTO words(words) VALUES('optimize')")

    def _values_used(self) -> Iterator[str]:
        for (about,) in self._database.execute("SELECT about FROM session WHERE kept"):
            held = json.loads(about)
            yield from (held["participant"], held["segment"])
        tags = {number for (number,) in self._database.execute("SELECT DISTINCT tags FROM entry")}
        for number, text in self._database.execute("SELECT id, text FROM said"):
            yield from json.loads(text) if number in tags else (text,)

    def _take_out(self, session: int, told: str) -> None:
        if not told:
            return
        of, labels = self._dictionary.text, self._labels_for(told)
        span = (session << SHIFT, (session << SHIFT) + MOST_ENTRIES - 1)
        rows = self._database.execute(
            "SELECT id, kind, tags, phase, author, flags, coalesce(folded, text) FROM entry"
            " WHERE id BETWEEN ? AND ?",
            span,
        )
        words = [
            (number, text, labels(kind, of(tags), of(phase), of(author), flags))
            for number, kind, tags, phase, author, flags, text in rows
        ]
        self._database.executemany("INSERT INTO words(words, rowid, t, l) VALUES('delete',?,?,?)", words)
        self._database.execute("DELETE FROM entry WHERE id BETWEEN ? AND ?", span)

    def _labels_for(self, told: str) -> Callable[[int, str, str, str, int], str]:
        """What gives the labels of a session's entries, by kind, tags, phase, author and flags."""
        about, label = json.loads(told), self._dictionary.label
        of_session = [label("participant", about["participant"]), label("segment", about["segment"])]

        @cache
        def labels(kind: int, tags: str, phase: str, author: str, flags: int) -> str:
            """The labels of one entry, in front of them those of its session."""
            found = [label("kind", KINDS[kind]), label("phase", phase), label("author", author)]
            if kind == NOTE:
                found.append(label("starred", "yes" if flags & STARRED else "no"))
                found += [label("tag", tag) for tag in json.loads(tags) or [""]]
            if flags & WORD_FOR_WORD:
                found.append(label("kind", "quote"))
            return " ".join([*of_session, *found])

        return labels
