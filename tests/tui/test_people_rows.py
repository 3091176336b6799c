"""The rows of persona sheets and of the chain of referrals: what fits, and what gives way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.participant import Participant
from interview_tui.domain.personas import Line, Member, Persona, personas
from interview_tui.domain.referral_tree import referral_tree
from interview_tui.tui.people_rows import (
    FOLDED_AT,
    PeopleFacts,
    head_row,
    help_rows,
    laid_out,
    member_rows,
    members_line,
    painted,
    person_rows,
    persona_items,
    source_rows,
    tree_head,
    tree_items,
)
from interview_tui.tui.rows import Row, width_of

HELD = LibrarySession(id="s1", participant="P01", segment="clinics", may_be_quoted=False)


def words(row: Row) -> str:
    return "".join(text for text, _ in row.spans)


def note(number: int, text: str = "so it is", *, quote: bool = True) -> LibraryNote:
    return LibraryNote(
        session="s1",
        id=f"n{number:03}",
        at_ms=1000 * number,
        text=text,
        tags=("goal", "odd [/] tag"),
        participant="P01",
        segment="clinics",
        word_for_word=quote,
        question="Why is that?",
    )


def persona(*notes: LibraryNote) -> Persona:
    (found,) = personas(Library((HELD,), notes))
    return found


def chain(count: int) -> PeopleFacts:
    people = [
        Participant(
            pseudonym=f"P{at:02}", referred_by=f"P{at - 1:02}" if at > 1 else "", segment="a very long one"
        )
        for at in range(1, count + 1)
    ]
    return PeopleFacts(
        tree=referral_tree(people),
        answers={f"P{count:02}": "the woman at the front desk of the practice next door"},
        people={person.pseudonym: person for person in people},
    )


@pytest.mark.parametrize(
    ("count", "shown", "more"),
    [
        (FOLDED_AT, FOLDED_AT, ""),
        (FOLDED_AT + 1, FOLDED_AT + 1, ""),
        (FOLDED_AT + 2, FOLDED_AT, "2 more: space shows them"),
        (1_000, FOLDED_AT, "994 more: space shows them"),
    ],
)
def test_a_heading_folds_only_where_it_hides_more_than_its_own_row(count: int, shown: int, more: str) -> None:
    items = persona_items(persona(*map(note, range(count))), frozenset())
    assert sum(item.line is not None for item in items) == shown
    assert [item.words for item in items if item.words] == ([more] if more else [])


def test_what_was_unfolded_can_be_folded_again() -> None:
    items = persona_items(persona(*map(note, range(20))), frozenset(("Goals",)))
    assert sum(item.line is not None for item in items) == 20
    assert [item.words for item in items if item.words] == ["space folds them again"]


def test_everything_that_can_be_chosen_is_known_by_a_key_of_its_own() -> None:
    items = persona_items(persona(*map(note, range(20))), frozenset())
    keys = [item.key for item in items if item.can_be_chosen]
    assert len(keys) == len(set(keys)) == FOLDED_AT + 1


def test_a_deep_chain_gives_its_lines_up_before_its_names() -> None:
    facts = chain(40)
    rows = [words(row) for row, _ in laid_out(tree_items(facts.tree), facts, 60)]
    assert all(f"P{at:02}" in row for at, row in enumerate(rows, start=1))
    assert "39 deep └ P40" in rows[-1]
    assert "└ P02" in rows[1]


def test_who_named_somebody_unknown_is_told_in_the_head_and_beside() -> None:
    facts = chain(2)
    assert words(tree_head(facts, 80)).endswith("2 people, 0 interviewed, longest chain 2, 1 to write down")
    told = " ".join(map(words, person_rows(facts.tree.branches[-1], facts, 60, 12)))
    assert "Nobody they named is in the list" in told
    assert "the woman at the front desk" in told


def test_members_that_do_not_fit_are_counted() -> None:
    many = Persona(segment="x", members=tuple(Member(f"P{at:02}", 1) for at in range(1, 30)))
    rows = member_rows(many, 30, 8)
    assert len(rows) == 8
    assert words(rows[-1]) == "… 23 more"
    assert len(member_rows(Persona(segment="x", members=(Member("P01", 1),)), 30, 8)) == 2


@given(
    st.lists(st.text(alphabet="ab 日🙂ß\n[]“", min_size=1, max_size=50), max_size=9),
    st.integers(24, 100),
    st.integers(1, 14),
)
def test_no_row_is_wider_than_the_pane(texts: list[str], width: int, height: int) -> None:
    sheet = persona(*(note(at, text) for at, text in enumerate(texts)))
    facts = chain(9)
    rows = [row for row, _ in laid_out(persona_items(sheet, frozenset()), facts, width)]
    rows += [row for row, _ in laid_out(tree_items(facts.tree), facts, width)]
    rows = [painted(row, width + 1, chosen=True, first=True, action=None) for row in rows]
    assert all(width_of(row.spans) == width + 1 for row in rows)
    others = [head_row(sheet, 0, 2, width), tree_head(facts, width), members_line(sheet, width)]
    others += member_rows(sheet, width, height)
    others += person_rows(facts.tree.branches[-1], facts, width, height)
    others += [
        row for each in texts for row in source_rows(Line(note(1, each)), DEFAULT_CODEBOOK, width, height)
    ]
    others += help_rows(width)
    assert all(width_of(row.spans) <= width for row in others)
