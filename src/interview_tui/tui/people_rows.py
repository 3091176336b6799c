"""The people place's rows: a segment's persona sheet, and the chain of referrals as a tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from rich.cells import cell_len

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.library import LibraryNote
from interview_tui.domain.participant import Participant
from interview_tui.domain.personas import Line, Member, Part, Persona
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED
from interview_tui.domain.referral_tree import Branch, ReferralTree, State
from interview_tui.domain.referrals import referred, referrers
from interview_tui.domain.text import clock, visible
from interview_tui.domain.values import value
from interview_tui.interchange.participants import kind_words
from interview_tui.interchange.personas import NO_SEGMENT, counts_words, interviewed_words
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row, width_of

FOLDED_AT = 6
"""So many notes of a heading are shown until all of them are asked for."""

View = Literal["personas", "referrals"]

_STATES: Mapping[State, tuple[str, str]] = {
    "interviewed": ("✓ interviewed", "good"),
    "next": ("○ planned", "accent"),
    "no appointment": ("· no appointment", "dim"),
    "missed": ("! missed", "warn"),
    "refused notes": ("✗ refused notes", "bad"),
    "withdrew": ("✗ withdrew", "dim"),
    "not among the participants": ("? not in the list", "warn"),
}
_STATE_WIDTH = max(cell_len(words) for words, _ in _STATES.values()) + 2
_SEGMENT_WIDTH = 22
_ROOM_FOR_SEGMENTS = 64
_ROOM_FOR_TIMES = 56
_ROOM_FOR_FACTS = 4
_LABEL_WIDTH = 9


@value(kw_only=True)
class PeopleFacts:
    """What was gathered; `answers` are the debriefs' referrals, `notes` those tagged so, by pseudonym."""

    personas: Sequence[Persona] = ()
    tree: ReferralTree = ReferralTree()
    answers: Mapping[str, str] = field(default_factory=dict)
    named_in_notes: Mapping[str, Sequence[LibraryNote]] = field(default_factory=dict)
    people: Mapping[str, Participant] = field(default_factory=dict)
    newest: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@value
class Item:
    """One thing of the list; a line, what hides more lines, and somebody can be chosen."""

    key: str = ""
    part: Part | None = None
    line: Line | None = None
    branch: Branch | None = None
    words: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether the selection may stand here."""
        return bool(self.key)


Laid = tuple[Row, int]
"""A row and the place of its item."""


# -- the persona sheet ---------------------------------------------------------------------


def persona_items(persona: Persona, unfolded: frozenset[str]) -> list[Item]:
    """Every heading with its notes, the first few of them where it is folded."""
    items: list[Item] = []
    for part in persona.parts:
        foldable = len(part.lines) > FOLDED_AT + 1
        shown = part.lines[:FOLDED_AT] if foldable and part.name not in unfolded else part.lines
        items.append(Item(part=part))
        items += [Item(f"{part.name}/{line.note.key}", line=line) for line in shown]
        if foldable:
            more = len(part.lines) - len(shown)
            words = f"{more:,} more: space shows them" if more else "space folds them again"
            items.append(Item(f"{part.name}/", part, words=words))
    return items


def laid_out(items: Sequence[Item], facts: PeopleFacts, width: int) -> list[Laid]:
    """The rows of all items, notes wrapped, headings set off."""
    tree_width = _tree_width(facts.tree, width)
    rows: list[Laid] = []
    for place, item in enumerate(items):
        if item.line is not None:
            made = _line_rows(item.line, width)
        elif item.branch is not None:
            made = [_branch_row(item.branch, facts, width, tree_width)]
        elif item.part is not None and not item.words:
            made = [*([BLANK] if rows else []), _heading_row(item.part, width)]
        else:
            made = paragraph(item.words, width, "dim", first=(("  " if item.words else "", ""),))
        rows += [(each, place) for each in made]
    return rows


def painted(each: Row, width: int, *, chosen: bool, first: bool, action: str | None) -> Row:
    """A row as it stands in the list, one cell to the right; the `first` of the chosen ones has an arrow."""
    spans: list[Span] = [("▸" if chosen and first else " ", "accent strong"), *each.spans]
    if not chosen:
        return Row(tuple(spans), action)
    spans.append((" " * max(0, width - width_of(spans)), ""))
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in spans), action)


def _heading_row(part: Part, width: int) -> Row:
    ink = "dim" if part.lines else "faint"
    name: Span = (part.name, "title" if part.lines else "dim strong")
    return between([name], clip([(f"  {counts_words(part)}", ink)], width), width)


def _line_rows(line: Line, width: int) -> list[Row]:
    note = line.note
    first: list[Span] = [
        ("★ " if note.starred else "  ", "warn strong"),
        (f"{visible(note.participant or '–')[:6]:<6} ", "dim"),
    ]
    if width >= _ROOM_FOR_TIMES:
        first.append((f"{clock(note.at_ms):>6}  ", "faint"))
    text = f"“{note.text}”" if note.word_for_word else note.text
    rows = paragraph(text, width, "text", first=first)
    if not line.may_be_quoted:
        rows.append(Row(clip([(" " * width_of(first), ""), (NOT_TO_BE_QUOTED, "warn")], width)))
    return rows


def head_row(persona: Persona, place: int, count: int, width: int) -> Row:
    """Which segment this is, how many of its people were met, and how to reach the others."""
    name = visible(persona.segment) or NO_SEGMENT
    arrows = count > 1
    left: list[Span] = [
        ("‹ " if arrows else "", "accent"),
        (name, "strong"),
        (" ›" if arrows else "", "accent"),
    ]
    right = f"{interviewed_words(persona)}" + (f"   {place + 1} of {count}" if arrows else "")
    return between(left, clip([(f"  {right}", "dim")], width), width)


def member_rows(persona: Persona, width: int, height: int) -> list[Row]:
    """Everybody of the segment, as far as they fit, with what kind of customer they are and how they feel."""
    rows = [Row(clip([("People of this segment", "title")], width))]
    fitting = len(persona.members) if len(persona.members) < height else max(0, height - 2)
    for member in persona.members[:fitting]:
        spans: list[Span] = [(f"{visible(member.pseudonym):<6} ", "text" if member.interviews else "dim")]
        spans.append((_kind(member) or "–", "dim"))
        if not member.interviews:
            spans.append(("  not met yet", "faint"))
        rows.append(Row(clip(spans, width)))
    if more := len(persona.members) - fitting:
        rows.append(row((f"… {more:,} more", "faint")))
    return rows


def members_line(persona: Persona, width: int) -> Row:
    """The same in one row."""
    told = [f"{member.pseudonym} {_kind(member)}".strip() for member in persona.members]
    return Row(clip([(visible("  ·  ".join(told)), "dim")], width))


def _kind(member: Member) -> str:
    return kind_words(member.known) if member.known else ""


def source_rows(line: Line, codebook: Codebook, width: int, height: int) -> list[Row]:
    """Where a note comes from, in as few rows as there are."""
    note = line.note
    tags = [(f"{visible(name)}  ", tag_ink(name, codebook)) for name in note.tags] or [("no tag  ", "dim")]
    where = ", ".join(filter(None, (note.person, note.phase, clock(note.at_ms), note.created_utc[:10])))
    if height < _ROOM_FOR_FACTS:
        return [Row(clip([*tags, (visible(where), "dim")], width))]
    rows = [Row(clip(tags, width)), *paragraph(where, width, "dim")]
    return [*rows, *(paragraph(note.question, width, "note") if note.question else ())]


def tag_ink(name: str, codebook: Codebook) -> str:
    """The ink of a tag, as the note list has it."""
    tag = codebook.by_name(name)
    return f"tag-{tag.colour}" if tag else "dim"


# -- the chain of referrals ----------------------------------------------------------------


def tree_items(tree: ReferralTree) -> list[Item]:
    """Everybody: the chains, then those who stand alone."""
    items = [Item(branch.pseudonym, branch=branch) for branch in tree.branches]
    if tree.alone:
        items += [Item()] if items else []
        items.append(Item(words="Named by nobody, and named nobody"))
        items += [Item(branch.pseudonym, branch=branch) for branch in tree.alone]
    return items


def tree_head(facts: PeopleFacts, width: int) -> Row:
    """What the chain comes to."""
    everybody = facts.tree.everybody
    met = sum(1 for branch in everybody if branch.state == "interviewed")
    told = f"{len(everybody):,} {'person' if len(everybody) == 1 else 'people'}, {met:,} interviewed"
    if facts.tree.longest > 1:
        told += f", longest chain {facts.tree.longest}"
    open_ends = sum(1 for branch in everybody if names_nobody_known(branch, facts))
    right: list[Span] = [(f"  {told}", "dim")]
    if open_ends:
        right.append((f", {open_ends:,} to write down", "warn"))
    return between([("Who named whom", "strong")], clip(right, width), width)


def names_nobody_known(branch: Branch, facts: PeopleFacts) -> bool:
    """Whether somebody named others at the debrief, of whom none is among the participants."""
    return not branch.named and branch.pseudonym in facts.answers


def _tree_width(tree: ReferralTree, width: int) -> int:
    longest = max((2 * branch.depth + cell_len(branch.pseudonym) for branch in tree.everybody), default=0)
    return min(longest + 3, max(12, width // 3))


def _branch_row(branch: Branch, facts: PeopleFacts, width: int, tree_width: int) -> Row:
    words, ink = _STATES[branch.state]
    name: Span = (visible(branch.pseudonym), "dim" if branch.state == "withdrew" else "strong")
    stem = clip([(_stem(branch, tree_width - cell_len(branch.pseudonym) - 1), "faint"), name], tree_width - 1)
    spans: list[Span] = [*stem, (" " * (tree_width - width_of(stem)), ""), (words.ljust(_STATE_WIDTH), ink)]
    if width >= _ROOM_FOR_SEGMENTS:
        (segment, _), *_ = clip([(visible(branch.segment) or "–", "")], _SEGMENT_WIDTH - 2)
        spans.append((segment + " " * (_SEGMENT_WIDTH - cell_len(segment)), "dim"))
    if branch.circle:
        spans.append((f"↺ named by {visible(branch.circle)}: a circle", "warn"))
    elif names_nobody_known(branch, facts):
        spans.append((f"named {visible(facts.answers[branch.pseudonym])}", "warn"))
    return Row(clip(spans, width))


def _stem(branch: Branch, room: int) -> str:
    """The lines that lead to somebody; of a chain deeper than there is room, its depth."""
    if not branch.rails:
        return ""
    above = "".join("│ " if rail else "  " for rail in branch.rails[1:])
    stem = f"{above}{'└' if branch.last else '├'} "
    return stem if len(stem) <= room else f"{branch.depth} deep └ "[-max(2, room) :]


def person_rows(branch: Branch, facts: PeopleFacts, width: int, height: int) -> list[Row]:
    """What is known of who was chosen and of whom they named, in as few rows as there are."""
    person = facts.people.get(branch.pseudonym)
    words, ink = _STATES[branch.state]
    who = ", ".join(filter(None, (visible(branch.segment), kind_words(person) if person else "")))
    low = height < _ROOM_FOR_FACTS
    head: list[Span] = [(visible(branch.pseudonym), "title"), (f"  {words}", ink)]
    rows = [Row(clip([*head, (f"  {who}" if low else "", "dim")], width))]
    rows += [] if low else _fact("who", who, width)
    if names_nobody_known(branch, facts):
        rows += _fact("named", facts.answers[branch.pseudonym], width)
        rows += paragraph("Nobody they named is in the list: w at home, then a.", width, "warn")
    else:
        rows += _fact("chain", _chain(branch, facts), width)
        rows += _fact("debrief", facts.answers.get(branch.pseudonym, ""), width)
    for note in facts.named_in_notes.get(branch.pseudonym, ()):
        rows += _fact("note", note.text, width)
    return rows


def _chain(branch: Branch, facts: PeopleFacts) -> str:
    """Who led to somebody and whom they named: `P01 → P02 → P04, P05`."""
    people = facts.people.values()
    named = ", ".join(referred(people, branch.pseudonym))
    chain = [*reversed(referrers(people, branch.pseudonym)), branch.pseudonym, *([named] if named else [])]
    return " → ".join(chain) if len(chain) > 1 else ""


def _fact(name: str, said: str, width: int) -> list[Row]:
    return paragraph(said, width, "text", first=((name.ljust(_LABEL_WIDTH), "dim"),)) if said else []


# -- help ----------------------------------------------------------------------------------

_HELP = (
    ("↑ ↓ k j", "choose; pgup, pgdn, home and end too"),
    ("enter", "open the note, or the person's newest session"),
    ("← → [ ] h l", "another segment"),
    ("space", "all notes of a heading, and back to a few"),
    ("r tab", "personas or referrals"),
    ("x", "export what is shown as Markdown"),
    ("c", "copy it"),
    ("1 … 8", "another place of the library"),
    ("esc q", "back"),
)


def help_rows(width: int) -> list[Row]:
    """All keys of the place."""
    rows = [Row(clip([("Keys of this place", "title"), ("   any key closes this", "dim")], width))]
    rows += [Row(clip([(f" {key:<12}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    return [*rows, BLANK, *paragraph("A sheet has notes by their tags; a person counts once.", width, "dim")]
