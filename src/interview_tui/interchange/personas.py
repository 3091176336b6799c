"""Persona sheets and the chain of referrals as Markdown that a person likes to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from interview_tui.domain.personas import Line, Member, Part, Persona
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, barred_words
from interview_tui.domain.referral_tree import Branch, ReferralTree
from interview_tui.domain.text import clock
from interview_tui.interchange.markdown_text import escape, escape_line
from interview_tui.interchange.participants import kind_words

NO_SEGMENT = "No segment"


def persona_markdown(persona: Persona, study: str = "") -> str:
    """The sheet of a segment: who they are, then each heading with its notes; ends with a new line.

    It is made to be passed on: words that must not be quoted are left out, and counted.
    """
    blocks = [f"# {escape_line(persona.segment or NO_SEGMENT)}"]
    if study:
        blocks.append(f"Study: {escape_line(study)}")
    blocks.append(f"{interviewed_words(persona)}.")
    if persona.members:
        blocks.append("\n".join(f"- {escape_line(member_words(member))}" for member in persona.members))
    for part in persona.parts:
        blocks.append(f"## {part.name} ({counts_words(part)})")
        blocks.append("\n".join(map(_line, part.lines)) or "Nothing was noted.")
    if words := barred_words(persona.barred):
        blocks.append(f"*{words}*")
    return "\n\n".join(blocks) + "\n"


def interviewed_words(persona: Persona) -> str:
    """How many of a segment were met: `4 of 5 people interviewed, in 6 interviews`."""
    of = f" of {len(persona.members):,}" if len(persona.members) > persona.interviewed else ""
    count = len(persona.members) if of else persona.interviewed
    people = f"{persona.interviewed:,}{of} {'person' if count == 1 else 'people'} interviewed"
    more = persona.interviews > persona.interviewed
    return f"{people}, in {persona.interviews:,} interviews" if more else people


def counts_words(part: Part) -> str:
    """Distinct people beside mentions: `3 people, 9 mentions`."""
    if not part.lines:
        return "nobody yet"
    people = f"{part.people:,} {'person' if part.people == 1 else 'people'}"
    return f"{people}, {part.mentions:,} mention{'' if part.mentions == 1 else 's'}"


def member_words(member: Member) -> str:
    """Somebody of a segment: `P04, trial, hates it, not interviewed yet`."""
    kind = kind_words(member.known) if member.known else ""
    met = "" if member.interviews else "not interviewed yet"
    return ", ".join(filter(None, (member.pseudonym, kind, met)))


def _line(line: Line) -> str:
    note = line.note
    text = f"“{escape(note.text, '  ')}”" if note.word_for_word else escape(note.text, "  ")
    text = text if line.may_be_quoted else f"*{NOT_TO_BE_QUOTED}*"
    star = " ★" if note.starred else ""
    return f"- {text}{star} ({escape_line(note.person)}, {note.created_utc[:10]}, {clock(note.at_ms)})"


def referrals_markdown(tree: ReferralTree, answered: Collection[str] = (), study: str = "") -> str:
    """Who named whom as a nested list, by pseudonyms alone.

    `answered` are the pseudonyms of those whose debrief names somebody. What it says stays in the session:
    it is where a participant's first name stands, before there is a pseudonym for them.
    """
    blocks = ["# Who named whom"]
    if study:
        blocks.append(f"Study: {escape_line(study)}")
    blocks.append("\n".join(_branches(tree.branches, answered)) or "Nobody was named yet.")
    if tree.alone:
        blocks += ["## Named by nobody, and named nobody", "\n".join(_branches(tree.alone, answered))]
    return "\n\n".join(blocks) + "\n"


def _branches(branches: Iterable[Branch], answered: Collection[str]) -> Iterator[str]:
    for branch in branches:
        state = "planned" if branch.state == "next" else branch.state  # the word of the screen
        told = [branch.pseudonym, state, branch.segment]
        if branch.circle:
            told.append(f"named by {branch.circle}: a circle in the file")
        if branch.pseudonym in answered and not branch.named:
            told.append("named somebody who is not in the list yet")
        yield f"{'  ' * branch.depth}- {escape_line(', '.join(filter(None, told)))}"
