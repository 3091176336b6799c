"""The participants screen's rows: the list in its groups, and what is known of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from interview_tui.domain.participant import CONSENT_ITEMS, Contact, Participant
from interview_tui.domain.participant_groups import Group, grouped
from interview_tui.domain.planned import day_words
from interview_tui.domain.referrals import referred, referrers
from interview_tui.domain.text import visible
from interview_tui.domain.values import value
from interview_tui.interchange.participants import (
    consent_words,
    contact_facts,
    contact_kinds,
    facts_of,
    kind_words,
)
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row, width_of, wrap

if TYPE_CHECKING:
    from interview_tui.store.summaries import SessionSummary

_HEADINGS: Mapping[Group, str] = {
    "next": "Next",
    "no appointment": "No appointment yet",
    "missed": "Missed",
    "interviewed": "Interviewed",
    "refused notes": "Refused notes",
    "withdrew": "Withdrew",
}
_WELCOME = (
    "Nobody yet. a adds a participant, who gets a pseudonym.",
    "",
    "The name and how to reach them stay in a file of their own:",
    "sessions, exports and the index are given the pseudonym.",
    "",
    "c shows contact data for a moment, f forgets somebody who",
    "withdraws, s gets ready for an interview with them.",
)
_HELP = (
    ("↑ ↓ k j", "choose; pgup, pgdn, home and end too"),
    ("space", "more of what is known, where it does not fit"),
    ("s", "get ready for an interview with them"),
    ("a", "add a participant"),
    ("enter e", "change what is known of them"),
    ("c", "show who they are, and hide it again"),
    ("f", "forget somebody who withdrew; asks twice"),
    ("r", "read everything again"),
    ("esc q", "home"),
)
_SIGNS = "Under consent: notes, recording, quoting, follow-up. ✓ yes, ✗ no, · not asked."
_ROOM_FOR_KINDS = 70
_ROOM_FOR_A_TREE = 12
_SEGMENT_WIDTH = 14
_WHEN_WIDTH = 19
_LABEL_WIDTH = 10


@value(kw_only=True)
class Overview:
    """The participants and their sessions as they were read; `last_seen` as `planned` takes it."""

    people: Sequence[Participant] = ()
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    sessions: Mapping[str, Sequence[SessionSummary]] = field(default_factory=dict)
    last_seen: Mapping[str, str] = field(default_factory=dict)
    unfinished: Sequence[str] = ()


@value
class Item:
    """One row of the list: a participant, or words."""

    person: Participant | None = None
    words: str = ""


def list_items(overview: Overview, now: datetime, *, reading: bool) -> list[Item]:
    """Everybody under the heading of their group."""
    if not overview.people:
        lines = ("Reading…",) if reading else _WELCOME
        return [Item(words=line) for line in lines]
    items: list[Item] = []
    for group, members in grouped(overview.people, overview.last_seen, now.date().isoformat()):
        items += [Item()] if items else []
        items.append(Item(words=f"{_HEADINGS[group]}: {len(members)}"))
        items += [Item(person) for person in members]
    return items


def top_row(title: str, width: int, *, contact_shown: bool) -> Row:
    """Where this is, and whether others who see the screen would see who somebody is."""
    left: list[Span] = [("Participants", "title"), (f"  {visible(title)}", "dim")]
    right: Span = ("  contact data in view", "warn") if contact_shown else ("  contact data hidden", "dim")
    return between(left, [right], width)


# -- the list ------------------------------------------------------------------------------


def head_row(width: int) -> Row:
    """What stands in the columns."""
    customer = [("customer".ljust(18), "faint")] if width - 2 >= _ROOM_FOR_KINDS else []
    heads = [(" " * 8, ""), ("segment".ljust(_SEGMENT_WIDTH), "faint"), *customer]
    return Row(clip([*heads, ("when".ljust(_WHEN_WIDTH), "faint"), ("consent", "faint")], width))


def help_rows(width: int) -> list[Row]:
    """All keys of the screen."""
    rows = [row(("Keys of this screen", "title"), ("   any key closes this", "dim"))]
    rows += [Row(clip([(f" {key:<9}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    return [*rows, BLANK, *paragraph(_SIGNS, width, "dim")]


def item_row(item: Item, overview: Overview, now: datetime, width: int, *, chosen: bool) -> Row:
    """One row, marked with an arrow where it is chosen."""
    if item.person is None:
        return row((f"  {item.words}", "dim"))
    mark: Span = ("▸ ", "accent strong") if chosen else ("  ", "")
    spans = clip([mark, *_person_spans(item.person, overview, now, width - 2)], width)
    if not chosen:
        return Row(spans)
    fill: Span = (" " * (width - width_of(spans)), "")
    return Row(tuple((text, f"{ink} selected".strip()) for text, ink in (*spans, fill)))


def _person_spans(person: Participant, overview: Overview, now: datetime, width: int) -> list[Span]:
    held = len(overview.sessions.get(person.pseudonym, ()))
    gone = bool(person.withdrawn_utc)
    spans = [
        _column(person.pseudonym, "dim" if gone else "strong", 6),
        _column(person.segment or "–", "dim" if gone else "text", _SEGMENT_WIDTH),
    ]
    if width >= _ROOM_FOR_KINDS:
        spans.append(_column(kind_words(person) or "–", "dim", 18))
    spans.append(_column(_when(person, overview, now), "dim" if gone or held else "text", _WHEN_WIDTH))
    if not gone:
        spans.append((consent_marks(person), "text"))
    if held:
        spans.append((f"  {held} session{'' if held == 1 else 's'}", "dim"))
    return spans


def _when(person: Participant, overview: Overview, now: datetime) -> str:
    if person.withdrawn_utc:
        unfinished = person.pseudonym in overview.unfinished
        return "interrupted: f" if unfinished else person.withdrawn_utc[:10]
    seen = overview.last_seen.get(person.pseudonym, "")
    if seen and person.scheduled[:10] <= seen[:10]:
        return f"✓ {day_words(seen[:10], now)}"
    words = day_words(person.scheduled, now)
    if len(words) >= _WHEN_WIDTH:
        words = words.partition(" ")[2]  # of a day in another year, the weekday is what nobody misses
    return words or "–"


def consent_marks(person: Participant) -> str:
    """Notes, recording, quoting, follow-up: `✓` yes, `✗` no, `·` not asked."""
    answers = [person.consent.get(item) for item in CONSENT_ITEMS]
    return "".join("·" if answer is None else "✓" if answer.given else "✗" for answer in answers)


def _column(text: str, ink: str, width: int) -> Span:
    (cut, _), *_ = clip([(visible(text), ink)], width - 1) or [("", ink)]
    return (cut + " " * (width - cell_len(cut)), ink)


# -- the chosen one ------------------------------------------------------------------------


def detail_rows(
    person: Participant | None,
    overview: Overview,
    width: int,
    height: int,
    *,
    contact_shown: bool,
    part: int = 0,
) -> list[Row]:
    """Everything known of somebody, shorter where there is little room; who they are only if shown.

    What does not fit is shown in parts, of which the first comes again after the last.
    """
    if person is None:
        return []
    tall = height > _ROOM_FOR_A_TREE
    rows = [row((person.pseudonym, "title"))] if tall else []
    if person.pseudonym in overview.unfinished:
        words = "Their withdrawal was interrupted: f goes on with it."
        rows += paragraph(words, width, "warn", first=(("! ", "warn strong"),))
    rows += _contact_rows(overview.contacts.get(person.pseudonym), width, shown=contact_shown)
    held = len(_held(person, overview))
    for name, said in facts_of(person, held) if tall else _short_facts(person, held):
        rows += _fact(name, said, width)
    rows += _fact("sessions", ", ".join(held.id for held in _held(person, overview)), width)
    chain = _chain_rows(person, overview, width) if tall else _chain_line(person, overview, width)
    rows += [BLANK, *chain] if chain and tall else chain
    return rows if len(rows) <= height else _part_of(rows, height - 1, part)


def _part_of(rows: Sequence[Row], size: int, part: int) -> list[Row]:
    parts = [rows[start : start + size] for start in range(0, len(rows), max(1, size))]
    here = part % len(parts)
    words = f"{here + 1} of {len(parts)}, space: {'more' if here + 1 < len(parts) else 'from the top'}"
    return [*parts[here], row((f"… {words}", "faint"))]


def _short_facts(person: Participant, held: int) -> list[tuple[str, str]]:
    """What the list does not show, in as few rows as can be."""
    told = dict(facts_of(person, held))
    if person.withdrawn_utc:
        return [*told.items()]
    long_segment = person.segment if cell_len(person.segment) >= _SEGMENT_WIDTH else ""
    kind = kind_words(person)
    customer = ", ".join(filter(None, (kind, person.channel)))
    attributes = "; ".join(f"{key} {said}" for key, said in person.attributes.items())
    return [
        ("segment", long_segment),
        ("customer" if kind else "channel", customer),
        ("consent", consent_words(person.consent)),
        ("incentive", told["incentive"]),
        ("also", attributes),
    ]


def _held(person: Participant, overview: Overview) -> Sequence[SessionSummary]:
    return overview.sessions.get(person.pseudonym, ())


def _fact(name: str, said: str, width: int, ink: str = "text") -> list[Row]:
    if not said:
        return []
    (label, *_) = wrap(name, _LABEL_WIDTH - 1)
    return paragraph(said, width, ink, first=((label.ljust(_LABEL_WIDTH), "dim"),))


def _contact_rows(contact: Contact | None, width: int, *, shown: bool) -> list[Row]:
    if contact is None:
        return []
    if not shown:
        return _fact("who", f"{contact_kinds(contact)}: c shows them", width, "faint")
    return [line for name, said in contact_facts(contact) for line in _fact(name, said, width, "script")]


def _chain_line(person: Participant, overview: Overview, width: int) -> list[Row]:
    before = reversed(referrers(overview.people, person.pseudonym))
    named = ", ".join(referred(overview.people, person.pseudonym))
    told = " → ".join([*before, person.pseudonym, *([named] if named else [])])
    return _fact("referrals", told if told != person.pseudonym else "", width)


def _chain_rows(person: Participant, overview: Overview, width: int) -> list[Row]:
    """The chain as a tree: who led to them above, whom they named below."""
    before = list(reversed(referrers(overview.people, person.pseudonym)))
    named = referred(overview.people, person.pseudonym)
    if not before and not named:
        return []
    rows = [row(("Who named whom", "title"))]
    for depth, pseudonym in enumerate([*before, person.pseudonym]):
        branch = "  " * (depth - 1) + "└ " if depth else ""
        here = pseudonym == person.pseudonym
        rows.append(_branch(branch, pseudonym, overview, width, here=here))
    indent = "  " * len(before)
    for at, pseudonym in enumerate(named):
        branch = f"{indent}{'└' if at == len(named) - 1 else '├'} "
        rows.append(_branch(branch, pseudonym, overview, width, here=False))
    return rows


def _branch(branch: str, pseudonym: str, overview: Overview, width: int, *, here: bool) -> Row:
    segment = next((other.segment for other in overview.people if other.pseudonym == pseudonym), "")
    ink = "strong" if here else "text"
    return Row(clip([(branch, "faint"), (pseudonym, ink), (f"  {visible(segment)}", "dim")], width))
