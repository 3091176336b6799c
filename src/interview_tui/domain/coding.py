"""Two coders: each tags the same notes without seeing the other's tags, as fields of the notes.

`code:CODER:TAG` says whether a coder gave a note a tag, `coded:CODER` that they decided about the note (also
for no tag), and `settled` that the team decided between coders; its tags are the note's own from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from interview_tui.domain.events import FieldValue
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.session import FURTHER_TAG, Note, Session
from interview_tui.domain.values import value

CODE = "code:"
CODED = "coded:"
SETTLED = "settled"

FieldChange = tuple[str, FieldValue]
"""A field's name and the value that it gets."""


@value(kw_only=True)
class Coding:
    """What one coder thinks of one note; `decided` once they said that it is all."""

    tags: frozenset[str] = frozenset()
    decided: bool = False


UNDECIDED = Coding()


@value(kw_only=True)
class Codings:
    """Everybody's codings: by coder, then by the note's key; and the notes that were settled."""

    by_coder: Mapping[str, Mapping[str, Coding]]
    settled: frozenset[str] = frozenset()

    @property
    def coders(self) -> tuple[str, ...]:
        """Those who decided about a note, who decided most first."""
        counts = {coder: len(self.decided(coder)) for coder in self.by_coder}
        return tuple(sorted((c for c in counts if counts[c]), key=lambda c: (-counts[c], c.casefold())))

    def decided(self, coder: str) -> dict[str, frozenset[str]]:
        """The tags that a coder gave each note they decided about."""
        held = self.by_coder.get(coder, {})
        return {key: coding.tags for key, coding in held.items() if coding.decided}


NO_CODINGS = Codings(by_coder={})


def coder_name(text: str, known: Iterable[str] = ()) -> str:
    """A coder's name as it is kept: no colon, single spaces, and the capitals of whoever is known already."""
    name = " ".join(text.replace(":", " ").split())
    return next((other for other in known if other.casefold() == name.casefold()), name)


# -- reading -------------------------------------------------------------------------------


def codings_of(session: Session, session_id: str) -> Codings:
    """The codings that one session's notes have."""
    found: dict[str, dict[str, Coding]] = {}
    settled: set[str] = set()
    for note in session.iter_notes():
        key = f"{session_id}/{note.id}"
        fields = session.fields(note.id)
        if fields.get(SETTLED) is True:
            settled.add(key)
        for coder, coding in _codings(fields).items():
            found.setdefault(coder, {})[key] = coding
    return Codings(by_coder=found, settled=frozenset(settled))


def coding_of(session: Session, note_id: str, coder: str) -> Coding:
    """What one coder thinks of one note."""
    return _codings(session.fields(note_id)).get(coder, UNDECIDED)


def _codings(fields: Mapping[str, FieldValue]) -> dict[str, Coding]:
    tags: dict[str, set[str]] = {}
    decided: set[str] = set()
    for name, put in fields.items():
        if put is not True:
            continue
        if name.startswith(CODE):
            coder, _, tag = name.removeprefix(CODE).partition(":")
            tags.setdefault(coder, set()).add(tag)
        elif name.startswith(CODED):
            decided.add(name.removeprefix(CODED))
    return {
        coder: Coding(tags=frozenset(tags.get(coder, ())), decided=coder in decided)
        for coder in (*tags, *sorted(decided - tags.keys()))
    }


def merged(parts: Iterable[Codings]) -> Codings:
    """The codings of several sessions."""
    found: dict[str, dict[str, Coding]] = {}
    settled: set[str] = set()
    for part in parts:
        settled |= part.settled
        for coder, held in part.by_coder.items():
            found.setdefault(coder, {}).update(held)
    return Codings(by_coder=found, settled=frozenset(settled))


# -- which notes ---------------------------------------------------------------------------


@value(kw_only=True)
class Scope:
    """Which notes are coded: of one interview or of one segment (None: all), and how many (0: all)."""

    session: str = ""
    segment: str | None = None
    sample: int = 0


def notes_to_code(library: Library, scope: Scope, coded_by_others: Iterable[str] = ()) -> list[LibraryNote]:
    """The notes with words of a scope, in the library's order.

    A sample is the same for everybody: first the notes that another coder decided about already, then
    those that the checksum of their keys puts first, which nobody chose.
    """
    notes = [
        note
        for note in library.notes
        if not note.bare
        and (not scope.session or note.session == scope.session)
        and (scope.segment is None or note.segment == scope.segment)
    ]
    if not 0 < scope.sample < len(notes):
        return notes
    others = frozenset(coded_by_others)
    drawn = sorted(notes, key=lambda note: (note.key not in others, crc32(note.key.encode()), note.key))
    chosen = {note.key for note in drawn[: scope.sample]}
    return [note for note in notes if note.key in chosen]


# -- changing ------------------------------------------------------------------------------


def toggle(coder: str, tag: str, coding: Coding) -> list[FieldChange]:
    """Give a note a tag, or take it back."""
    return [(f"{CODE}{coder}:{tag}", tag not in coding.tags)]


def decide(coder: str) -> list[FieldChange]:
    """Say that these are all the tags of a note."""
    return [(CODED + coder, True)]


def no_tag(coder: str, coding: Coding) -> list[FieldChange]:
    """Decide that a note has no tag."""
    return [*((f"{CODE}{coder}:{tag}", False) for tag in sorted(coding.tags)), *decide(coder)]


def settle(note: Note, tags: Sequence[str]) -> list[FieldChange]:
    """Give a note these tags as its own; its first tag stays the first if it is among them."""
    first = note.tag if note.tag in tags else next(iter(tags), None)
    changes: list[FieldChange] = [] if note.tag == first else [("tag", first)]
    further = set(note.tags) - {note.tag}
    for tag in sorted({*tags, *note.tags} - {first}):
        # What was the first tag may be a further one as well, which would come to light now.
        if (tag in tags) != (tag in further) or tag == note.tag:
            changes.append((FURTHER_TAG + tag, tag in tags))
    return [*changes, (SETTLED, True)]
