"""Persona sheets: what the people of a segment have in common, gathered from the notes tagged so.

The headings are the method's: background, demographics, identifiers, goals, challenges, how they deal with
the problem today, and possible solutions. Nothing is merged and nothing is made up: each line is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.participant import Participant
from interview_tui.domain.quoting import barred_in
from interview_tui.domain.values import value


@value
class Heading:
    """A part of the sheet, and the tags, in the singular and folded, that file a note under it."""

    name: str
    tags: tuple[str, ...]


HEADINGS: tuple[Heading, ...] = (
    Heading("Background", ("background",)),
    Heading("Demographics", ("demographic",)),
    Heading("Identifiers", ("identifier",)),
    Heading("Goals", ("goal", "need")),
    Heading("Challenges", ("challenge", "pain", "pain point", "problem")),
    Heading("Workarounds", ("workaround", "work-around")),
    Heading("Possible solutions", ("possible solution", "solution")),
)
"""The method's headings in its order; a codebook that calls a challenge a pain is understood too."""

OWN_WORDS = "In their own words"
"""What quotes stand under that carry a tag of no heading."""


@value
class Line:
    """A note of a sheet; `may_be_quoted` False: they are its person's words, who did not allow it."""

    note: LibraryNote
    may_be_quoted: bool = True


@value
class Part:
    """What stands under one heading: quotes first, then starred notes, then others, oldest first."""

    name: str
    lines: tuple[Line, ...] = ()

    @property
    def mentions(self) -> int:
        """How many notes."""
        return len(self.lines)

    @property
    def people(self) -> int:
        """How many distinct people."""
        return len({line.note.person for line in self.lines})


@value
class Member:
    """Somebody of a segment: how many interviews were held, and what the participants' file knows."""

    pseudonym: str
    interviews: int = 0
    known: Participant | None = None


@value(kw_only=True)
class Persona:
    """The sheet of a segment, "" for those without one."""

    segment: str
    members: tuple[Member, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def interviewed(self) -> int:
        """How many people of the segment were interviewed."""
        return sum(1 for member in self.members if member.interviews)

    @property
    def barred(self) -> int:
        """How many notes have words on this sheet that must not be quoted; one under two headings is one."""
        lines = (line for part in self.parts for line in part.lines)
        return len({line.note.key for line in lines if not line.may_be_quoted})

    @property
    def interviews(self) -> int:
        """How many interviews were held with them."""
        return sum(member.interviews for member in self.members)


def personas(
    library: Library,
    people: Sequence[Participant] = (),
    codebook: Codebook | None = None,
    segments: Iterable[str] = (),
) -> tuple[Persona, ...]:
    """The sheet of every segment: those of the study first, then others as they were met, "" last.

    A segment in another case is the same one. `people` are the participants, interviewed or not yet.
    """
    names = _segment_names(library, people, segments)
    parts = [*(heading.name for heading in HEADINGS), OWN_WORDS]
    found: dict[str, list[list[Line]]] = {key: [[] for _ in parts] for key in names}
    places = _Places(codebook)
    for note in library.notes:
        if note.bare:
            continue
        under = places.of(note.tags) or ([len(HEADINGS)] if note.word_for_word else [])
        for place in under:
            found[_key(note.segment)][place].append(Line(note, not barred_in(library, note)))
    members = _members(library, people)
    return tuple(
        Persona(
            segment=name,
            members=members.get(key, ()),
            parts=tuple(
                Part(part, tuple(sorted(lines, key=_rank)))
                for part, lines in zip(parts, found[key], strict=True)
            ),
        )
        for key, name in names.items()
    )


def _rank(line: Line) -> tuple[bool, bool]:
    return (not line.note.word_for_word, not line.note.starred)


def _key(segment: str) -> str:
    return segment.strip().casefold()


def _segment_names(
    library: Library, people: Iterable[Participant], segments: Iterable[str]
) -> dict[str, str]:
    names: dict[str, str] = {}
    held = [*(session.segment for session in library.sessions), *(note.segment for note in library.notes)]
    for name in (*segments, *held, *(person.segment for person in _not_met(library, people))):
        names.setdefault(_key(name), name.strip())
    if "" in names:
        names[""] = names.pop("")
    return names


def _members(library: Library, people: Iterable[Participant]) -> Mapping[str, tuple[Member, ...]]:
    """Who belongs to which segment: as the interview was held, else as the participants' file says."""
    known = {person.pseudonym: person for person in people}
    held: dict[str, dict[str, int]] = {}
    for session in library.sessions:
        counts = held.setdefault(_key(session.segment), {})
        counts[session.person] = counts.get(session.person, 0) + 1
    for person in _not_met(library, known.values()):
        held.setdefault(_key(person.segment), {})[person.pseudonym] = 0
    return {
        key: tuple(Member(who, count, known.get(who)) for who, count in counts.items())
        for key, counts in held.items()
    }


def _not_met(library: Library, people: Iterable[Participant]) -> list[Participant]:
    met = {session.person for session in library.sessions}
    return [person for person in people if person.pseudonym not in met and not person.withdrawn_utc]


class _Places:
    """Under which headings some tags file a note; a tag counts for the one that it is nested under too."""

    def __init__(self, codebook: Codebook | None) -> None:
        tags = codebook.tags if codebook else ()
        self._parents = {tag.name.casefold(): tag.parent for tag in tags}
        self._by_tag = {name: place for place, heading in enumerate(HEADINGS) for name in heading.tags}
        self._known: dict[str, int | None] = {}

    def of(self, tags: Iterable[str]) -> list[int]:
        """The places of the headings, each once, in the order of the tags."""
        return [place for place in dict.fromkeys(map(self._place, tags)) if place is not None]

    def _place(self, tag: str) -> int | None:
        if tag not in self._known:
            self._known[tag] = self._look_up(tag)
        return self._known[tag]

    def _look_up(self, tag: str) -> int | None:
        seen: set[str] = set()
        name = tag.strip().casefold()
        while name and name not in seen:  # tags nested in a circle by hand end it
            seen.add(name)
            for spelt in (name, name.removesuffix("s")):
                if spelt in self._by_tag:
                    return self._by_tag[spelt]
            name = self._parents.get(name, "").strip().casefold()
        return None
