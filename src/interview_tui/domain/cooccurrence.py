"""Which tags come together: on one note, at one question, or within a minute of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.patterns import Subject
from interview_tui.domain.values import value

Rule = Literal["note", "question", "near"]
RULES: tuple[Rule, ...] = ("note", "question", "near")

NEAR_MS = 60_000
"""How far apart two notes of one interview may be to count as near each other (milliseconds)."""

RULE_WORDS: dict[Rule, str] = {
    "note": "both tags on one note",
    "question": "both tags at one question of one interview",
    "near": "on one note, or within 60 s of one interview",
}
"""What is counted, in words for the screen."""

COUNTED: dict[Rule, str] = {"note": "notes", "question": "questions", "near": "times"}
"""What a count counts."""


_Tagged = tuple[LibraryNote, frozenset[str]]
_Notes = tuple[LibraryNote, ...]


@value(kw_only=True)
class Pair:
    """Two tags that come together: how often, with how many people, and the notes of each meeting."""

    count: int = 0
    people: int = 0
    meetings: tuple[_Notes, ...] = ()


APART = Pair()


@value(kw_only=True)
class Together:
    """Tags by tags; `tags` are ids of subjects, and the pair of a tag with itself is all that it has.

    `tagged` has every note with its tags, by the note's key.
    """

    rule: Rule
    tags: tuple[str, ...]
    pairs: dict[tuple[str, str], Pair]
    tagged: dict[str, _Tagged]
    most: int = 0

    def pair(self, one: str, other: str) -> Pair:
        """Two tags in any order."""
        return self.pairs.get((one, other)) or self.pairs.get((other, one)) or APART

    def notes(self, one: str, other: str) -> _Notes:
        """The notes on which two tags come together: each has one of the two, or both."""
        met = {note.key: note for notes in self.pair(one, other).meetings for note in notes}
        return tuple(note for key, note in met.items() if not self.tagged[key][1].isdisjoint((one, other)))


class _Tally:
    """One pair while it is counted."""

    __slots__ = ("meetings", "people")

    def __init__(self) -> None:
        self.meetings: list[_Notes] = []
        self.people: set[str] = set()


def together(subjects: Iterable[Subject], rule: Rule) -> Together:
    """Count how often subjects come together; those without a note are left out."""
    subjects = [subject for subject in subjects if subject.own]
    place = {subject.id: at for at, subject in enumerate(subjects)}
    tagged = _tagged(subjects)
    tallies: dict[tuple[str, str], _Tally] = {}
    for notes, pairs in _meetings(tagged, rule):
        person = notes[0].person  # a meeting is in one interview
        for one, other in pairs:
            key = (one, other) if place[one] <= place[other] else (other, one)
            tally = tallies.get(key)
            if tally is None:
                tally = tallies[key] = _Tally()
            tally.meetings.append(notes)
            tally.people.add(person)
    return Together(
        rule=rule,
        tags=tuple(place),
        pairs={
            key: Pair(count=len(tally.meetings), people=len(tally.people), meetings=tuple(tally.meetings))
            for key, tally in tallies.items()
        },
        tagged=tagged,
        most=max((len(tally.meetings) for key, tally in tallies.items() if key[0] != key[1]), default=0),
    )


def _tagged(subjects: Iterable[Subject]) -> dict[str, _Tagged]:
    """Every note with its tags, by the note's key."""
    tags: dict[str, set[str]] = {}
    notes: dict[str, LibraryNote] = {}
    for subject in subjects:
        for note in subject.own:
            notes[note.key] = note
            tags.setdefault(note.key, set()).add(subject.id)
    return {key: (note, frozenset(tags[key])) for key, note in notes.items()}


_Meeting = tuple[_Notes, Iterable[tuple[str, str]]]


def _meetings(tagged: dict[str, _Tagged], rule: Rule) -> Iterator[_Meeting]:
    """Every place where tags meet: its notes, and which pairs meet there (a tag with itself too)."""
    if rule == "question":
        yield from _at_questions(tagged.values())
        return
    for note, tags in tagged.values():
        yield (note,), _pairs(tags)
    if rule == "near":
        yield from _near(tagged.values())


def _pairs(tags: frozenset[str]) -> Iterator[tuple[str, str]]:
    yield from ((tag, tag) for tag in tags)
    yield from combinations(sorted(tags), 2)


def _at_questions(tagged: Iterable[_Tagged]) -> Iterator[_Meeting]:
    places: dict[tuple[str, str], list[_Tagged]] = {}
    for note, tags in tagged:
        if note.question:
            places.setdefault((note.session, note.question), []).append((note, tags))
    for held in places.values():
        tags = frozenset[str]().union(*(tags for _, tags in held))
        yield tuple(note for note, _ in held), _pairs(tags)


def _near(tagged: Iterable[_Tagged]) -> Iterator[_Meeting]:
    """Pairs of different notes of one interview that are near each other."""
    interviews: dict[str, list[_Tagged]] = {}
    for note, tags in tagged:
        interviews.setdefault(note.session, []).append((note, tags))
    for held in interviews.values():
        held.sort(key=lambda one: (one[0].at_ms, one[0].id))
        for at, (note, tags) in enumerate(held):
            for other, others in held[at + 1 :]:
                if other.at_ms - note.at_ms > NEAR_MS:
                    break
                met = {(min(a, b), max(a, b)) for a in tags for b in others if a != b}
                yield (note, other), met
