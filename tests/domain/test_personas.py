"""What is gathered about the people of a segment: which notes, in which order, counted how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook, Tag
from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.participant import Participant
from interview_tui.domain.personas import OWN_WORDS, Part, Persona, personas


def session(
    name: str, participant: str, segment: str = "clinics", *, quotable: bool = True
) -> LibrarySession:
    return LibrarySession(id=name, participant=participant, segment=segment, may_be_quoted=quotable)


def note(held: LibrarySession, number: int, *tags: str, **told: object) -> LibraryNote:
    shown: dict[str, object] = {
        "session": held.id,
        "id": f"n{number}",
        "at_ms": number * 1000,
        "text": f"note {number}",
        "tags": tags,
        "participant": held.participant,
        "segment": held.segment,
        **told,
    }
    return LibraryNote(**shown)  # type: ignore[arg-type]


A, B, C = session("s1", "P01"), session("s2", "P02"), session("s3", "P01", quotable=False)


def sheet(library: Library, **told: object) -> Persona:
    (found,) = personas(library, **told)  # type: ignore[arg-type]
    return found


def part(persona: Persona, name: str) -> Part:
    return next(part for part in persona.parts if part.name == name)


def texts(part: Part) -> list[str]:
    return [line.note.text for line in part.lines]


def test_the_headings_are_those_of_the_method_in_its_order() -> None:
    assert [part.name for part in sheet(Library((A,))).parts] == [
        "Background",
        "Demographics",
        "Identifiers",
        "Goals",
        "Challenges",
        "Workarounds",
        "Possible solutions",
        OWN_WORDS,
    ]


@pytest.mark.parametrize(
    ("tag", "heading"),
    [
        ("background", "Background"),
        ("demographics", "Demographics"),
        ("identifiers", "Identifiers"),
        ("identifier", "Identifiers"),
        ("goal", "Goals"),
        ("Goals", "Goals"),
        ("challenge", "Challenges"),
        ("pain", "Challenges"),
        ("Pain points", "Challenges"),
        ("workaround", "Workarounds"),
        ("possible solution", "Possible solutions"),
        ("story", None),
        ("goalkeeper", None),
    ],
)
def test_a_tag_files_a_note_under_its_heading(tag: str, heading: str | None) -> None:
    found = sheet(Library((A,), (note(A, 1, tag),)), codebook=DEFAULT_CODEBOOK)
    assert [part.name for part in found.parts if part.lines] == ([heading] if heading else [])


def test_people_are_counted_once_beside_mentions_and_nothing_is_merged() -> None:
    notes = (note(A, 1, "goal", text="same"), note(A, 2, "goal", text="same"), note(B, 3, "goal"))
    found = part(sheet(Library((A, B), notes)), "Goals")
    assert (found.mentions, found.people) == (3, 2)
    assert texts(found) == ["same", "same", "note 3"]


def test_quotes_come_first_then_starred_notes_then_the_oldest() -> None:
    notes = (
        note(A, 1, "goal"),
        note(A, 2, "goal", starred=True),
        note(B, 3, "goal", word_for_word=True),
        note(B, 4, "goal"),
    )
    assert texts(part(sheet(Library((A, B), notes)), "Goals")) == ["note 3", "note 2", "note 1", "note 4"]


def test_a_note_with_two_tags_stands_under_both_and_once_under_each() -> None:
    found = sheet(Library((A,), (note(A, 1, "goal", "challenge", "pain"),)))
    assert [(part.name, part.mentions) for part in found.parts if part.lines] == [
        ("Goals", 1),
        ("Challenges", 1),
    ]


def test_quotes_of_no_heading_are_kept_together_and_bare_marks_are_left_out() -> None:
    notes = (
        note(A, 1, "quote", word_for_word=True),
        note(A, 2, "quote", "goal", word_for_word=True),
        note(A, 3, "challenge", text="  "),
        note(A, 4, "story"),
    )
    found = sheet(Library((A,), notes))
    assert texts(part(found, OWN_WORDS)) == ["note 1"]
    assert texts(part(found, "Goals")) == ["note 2"]
    assert not part(found, "Challenges").lines


def test_who_may_not_be_quoted_is_known_of_each_line() -> None:
    words = note(C, 2, "goal", "pain", word_for_word=True)
    found = sheet(Library((A, C), (note(A, 1, "goal"), words, note(C, 3, "goal"))))
    assert [(line.note.id, line.may_be_quoted) for line in part(found, "Goals").lines] == [
        ("n2", False),
        ("n1", True),
        ("n3", True),
    ]
    assert found.barred == 1, "under two headings it is one quote"


def test_a_nested_tag_counts_for_the_heading_above_it() -> None:
    parents = {"late": "delay", "delay": "Challenge", "a": "b", "b": "a"}
    book = Codebook(
        tuple(
            Tag(key=key, name=name, colour="red", parent=parents[name])
            for key, name in zip("ldxz", parents, strict=True)
        )
    )
    found = sheet(Library((A,), (note(A, 1, "late"), note(A, 2, "a"))), codebook=book)
    assert texts(part(found, "Challenges")) == ["note 1"]
    assert sum(part.mentions for part in found.parts) == 1


def test_segments_come_as_the_study_has_them_in_any_case_and_none_last() -> None:
    held = (session("s1", "P01", ""), session("s2", "P02", "Practices"), session("s3", "P03", "CLINICS "))
    people = (
        Participant(pseudonym="P04", segment="hospitals"),
        Participant(pseudonym="P05", segment="x", withdrawn_utc="2026"),
    )
    found = personas(Library(held), people, segments=("clinics",))
    assert [persona.segment for persona in found] == ["clinics", "Practices", "hospitals", ""]
    assert [persona.interviewed for persona in found] == [1, 1, 0, 1]


def test_members_are_those_of_the_interviews_and_those_who_wait_for_one() -> None:
    again = session("s4", "P01")
    moved = Participant(pseudonym="P02", segment="practices", feeling="loves it")
    waiting = Participant(pseudonym="P09", segment="Clinics")
    found = sheet(Library((A, B, again)), people=(moved, waiting))
    assert [(m.pseudonym, m.interviews, m.known) for m in found.members] == [
        ("P01", 2, None),
        ("P02", 1, moved),
        ("P09", 0, waiting),
    ]
    assert (found.interviewed, found.interviews) == (2, 3)


_TAGS = st.lists(st.sampled_from(["goal", "pain", "quote", "story", "workarounds"]), max_size=3, unique=True)


@given(st.lists(st.tuples(st.sampled_from([A, B, C]), _TAGS, st.booleans()), max_size=12))
def test_every_line_is_a_note_of_its_segment_and_no_tagged_note_is_lost(
    drawn: list[tuple[LibrarySession, list[str], bool]],
) -> None:
    notes = tuple(note(held, at, *tags, word_for_word=quote) for at, (held, tags, quote) in enumerate(drawn))
    (found,) = personas(Library((A, B, C), notes))
    shown = {line.note.key for part in found.parts for line in part.lines}
    wanted = {
        each.key for each in notes if each.word_for_word or set(each.tags) & {"goal", "pain", "workarounds"}
    }
    assert shown == wanted
    for each in found.parts:
        assert each.people <= each.mentions
        assert len({line.note.key for line in each.lines}) == each.mentions
