"""Persona sheets and referrals as Markdown: readable, counted, and nobody quoted who forbade it."""

from __future__ import annotations

from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.participant import Participant
from interview_tui.domain.personas import personas
from interview_tui.domain.referral_tree import ReferralTree, referral_tree
from interview_tui.interchange.personas import persona_markdown, referrals_markdown

HELD = (
    LibrarySession(id="s1", participant="P01", segment="shops *new*"),
    LibrarySession(id="s2", participant="P02", segment="shops *new*", may_be_quoted=False),
)


def note(session: LibrarySession, text: str, **told: object) -> LibraryNote:
    shown: dict[str, object] = {
        "session": session.id,
        "id": text,
        "at_ms": 65_000,
        "text": text,
        "tags": ("goal",),
        "participant": session.participant,
        "segment": session.segment,
        "created_utc": "2026-11-02T08:31:10+00:00",
        **told,
    }
    return LibraryNote(**shown)  # type: ignore[arg-type]


def test_a_sheet_has_its_people_and_its_headings_with_their_counts() -> None:
    notes = (
        note(HELD[0], "be # done\nby noon"),
        note(HELD[1], "no _waiting_", word_for_word=True, starred=True),
    )
    people = (
        Participant(pseudonym="P01", customer_kind="paying", feeling="hates it"),
        Participant(pseudonym="P09", segment="Shops *new*"),
    )
    (persona,) = personas(Library(HELD, notes), people)
    text = persona_markdown(persona, "Round [2]")
    assert text.startswith(
        "# shops \\*new\\*\n\nStudy: Round \\[2\\]\n\n2 of 3 people interviewed.\n\n"
        "- P01, paying, hates it\n- P02\n- P09, not interviewed yet\n\n"
        "## Background (nobody yet)\n\nNothing was noted.\n"
    )
    assert (
        "## Goals (2 people, 2 mentions)\n\n"
        "- *not to be quoted* ★ (P02, 2026-11-02, 01:05)\n"
        "- be \\# done\\\n  by noon (P01, 2026-11-02, 01:05)\n"
    ) in text
    assert "waiting" not in text
    assert text.endswith("\n\n*1 quote is left out and counted: the person does not allow quoting.*\n")


def test_more_interviews_than_people_are_told() -> None:
    again = LibrarySession(id="s3", participant="P01", segment="shops *new*")
    (persona,) = personas(Library((*HELD, again)))
    assert "2 people interviewed, in 3 interviews." in persona_markdown(persona)


def test_the_chain_is_a_nested_list_and_nobody_is_an_answer_too() -> None:
    tree = referral_tree(
        [
            Participant(pseudonym="P01"),
            Participant(pseudonym="P02", referred_by="P01"),
            Participant(pseudonym="P03"),
        ]
    )
    assert referrals_markdown(tree, {"P01", "P02"}) == (
        "# Who named whom\n\n- P01, no appointment\n"
        "  - P02, no appointment, named somebody who is not in the list yet\n\n"
        "## Named by nobody, and named nobody\n\n- P03, no appointment\n"
    )
    assert "Nobody was named yet." in referrals_markdown(ReferralTree())


def test_who_comes_next_is_called_planned_as_on_the_screen() -> None:
    tree = referral_tree([Participant(pseudonym="P01", scheduled="2026-12-01T10:00")])
    assert "- P01, planned\n" in referrals_markdown(tree)


def test_a_circle_is_told() -> None:
    tree = referral_tree(
        [Participant(pseudonym="P01", referred_by="P02"), Participant(pseudonym="P02", referred_by="P01")]
    )
    assert "- P01, no appointment, named by P02: a circle in the file\n  - P02" in referrals_markdown(tree)
