"""The commands about participants: add, list, show, edit and forget."""

from __future__ import annotations

import argparse
from itertools import chain
from typing import TYPE_CHECKING

from interview_tui.commands.parsing import Commands, add_json, print_json, reading_workspace_of, workspace_of
from interview_tui.commands.printing import complain, say

if TYPE_CHECKING:
    from interview_tui.domain.participant import Participant
    from interview_tui.domain.study import Segment
    from interview_tui.store.participants import Roster
    from interview_tui.store.workspace import Workspace

_KINDS = ("paying", "trial", "former", "prospect", "unknown")


def add_to(commands: Commands) -> None:
    """Declare them."""
    group = commands.group("participant", "Add, list and change participants, or forget one", _list_plainly)
    _add_answers(group.add("add", "Add a participant, who gets the next pseudonym", _add))
    listing = group.add("list", "List the participants, planned ones first", _list)
    show = group.add("show", "Show one participant", _show)
    for parser in (listing, show):
        add_json(parser)
        parser.add_argument("--contacts", action="store_true", help="with names and contact data")
    edit = group.add("edit", "Change what is known of a participant", _edit)
    forget = group.add("forget", "Forget a participant who withdrew, for good", _forget)
    for parser in (show, edit, forget):
        parser.add_argument("participant", metavar="P07", help="a pseudonym, or a name that only one has")
    _add_answers(edit)
    sessions = forget.add_mutually_exclusive_group()
    sessions.add_argument("--sessions", action="store_true", help="delete their sessions and exports too")
    sessions.add_argument("--keep-sessions", action="store_true", help="keep them under the pseudonym")
    forget.add_argument("--yes", action="store_true", help="do not ask")


def _add_answers(parser: argparse.ArgumentParser) -> None:
    contact = parser.add_argument_group("who it is (kept apart from every session, export and index)")
    for name in ("--name", "--email", "--phone", "--contact-note"):
        contact.add_argument(name, metavar="TEXT")
    known = parser.add_argument_group("what everybody may know")
    known.add_argument("--segment", metavar="TEXT", help="one of the study's, or another")
    known.add_argument("--kind", choices=_KINDS, help="what kind of customer")
    known.add_argument(
        "--feeling", choices=("loves", "hates", ""), metavar="loves|hates", help='"" for neither'
    )
    known.add_argument("--referred-by", metavar="P03", help="who named them")
    known.add_argument("--channel", choices=("in person", "video", "phone", ""), metavar="video|phone|…")
    known.add_argument("--when", metavar="WHEN", help='"2026-11-24 10:00", or "tomorrow 10:00"')
    known.add_argument("--incentive", metavar="TEXT", help='what was agreed, such as "30 € voucher"')
    known.add_argument("--incentive-given", choices=("yes", "no", ""), metavar="yes|no")
    known.add_argument(
        "--set", action="append", metavar="KEY=VALUE", default=[], help="an attribute; again for more"
    )
    consent = parser.add_argument_group("consent")
    consent.add_argument(
        "--consent",
        action="append",
        metavar="ITEM=yes|no",
        default=[],
        help="notes, recording, quoting or follow-up; again for more",
    )
    consent.add_argument("--consent-how", metavar="TEXT", help='spoken (unless given), "signed form", e-mail')


# -- adding and changing -------------------------------------------------------------------


def _add(parsed: argparse.Namespace) -> int:
    from interview_tui.commands.participant_answers import changed, hint
    from interview_tui.domain.participant import Contact, Participant
    from interview_tui.store.participants import edit_roster
    from interview_tui.store.session_files import pseudonyms_given

    workspace = workspace_of(parsed)
    segments = _segments(workspace)
    taken = pseudonyms_given(workspace)
    with edit_roster(workspace.participants_file) as editor:
        nobody = Participant(pseudonym=""), Contact(pseudonym="")
        answers, contact = changed(*nobody, parsed, editor.roster, segments)
        person = editor.add(answers, contact, taken=taken)
        roster = editor.roster
    hint(person, segments)
    _print_saved(person, roster)
    return 0


def _edit(parsed: argparse.Namespace) -> int:
    from interview_tui.commands.participant_answers import changed, hint
    from interview_tui.domain.participant import Contact
    from interview_tui.store.participants import edit_roster

    workspace = workspace_of(parsed)
    segments = _segments(workspace)
    meant = _meant(workspace, _read(workspace), parsed.participant)  # who is nobody makes no file
    with edit_roster(workspace.participants_file) as editor:
        known = editor.roster.get(meant.pseudonym)
        contact = editor.roster.contacts.get(meant.pseudonym) or Contact(pseudonym=meant.pseudonym)
        answers = changed(known or meant, contact, parsed, editor.roster, segments)
        person = editor.replace(*answers) if known else editor.add(*answers)
        roster = editor.roster
    hint(person, segments)
    _print_saved(person, roster)
    _bring_to_sessions(workspace, person)
    return 0


def _bring_to_sessions(workspace: Workspace, person: Participant) -> None:
    """What they answered on being quoted holds in the sessions that were held before, too."""
    if "quoting" not in person.consent:
        return
    from interview_tui.interchange.tidy import tidy_tables
    from interview_tui.store.newest_consent import spread_quoting, spread_words

    if words := spread_words(spread_quoting(workspace, person, tidy=tidy_tables)):
        complain(words)


def _print_saved(person: Participant, roster: Roster) -> None:
    """The pseudonym on a line of its own, for scripts, then what was saved without a word of who it is."""
    from interview_tui.interchange.participants import contact_kinds, fact_lines

    print(person.pseudonym)
    for line in fact_lines(person, roster.participants, ()):
        print(f"  {line}")
    if kinds := contact_kinds(roster.contacts.get(person.pseudonym)):
        print(f"  contact data in participants.json alone: {kinds}")


# -- looking -------------------------------------------------------------------------------


def _list_plainly(parsed: argparse.Namespace) -> int:
    return list_participants(reading_workspace_of(parsed), as_json=False, contacts=False)


def _list(parsed: argparse.Namespace) -> int:
    return list_participants(reading_workspace_of(parsed), as_json=parsed.json, contacts=parsed.contacts)


def list_participants(workspace: Workspace, *, as_json: bool, contacts: bool) -> int:
    """Print everybody, who is planned first; contact data only where they are asked for."""
    from interview_tui.domain.participant_groups import in_order
    from interview_tui.interchange.participants import participant_json, table_lines
    from interview_tui.store.session_files import sessions_by_pseudonym
    from interview_tui.store.summaries import last_seen

    roster, sessions = _read(workspace), sessions_by_pseudonym(workspace)
    people = in_order(roster.participants, last_seen(chain.from_iterable(sessions.values())), _today())
    if as_json:
        known = roster.contacts if contacts else {}
        rows = [
            participant_json(
                person,
                roster.participants,
                [held.id for held in sessions.get(person.pseudonym, ())],
                known.get(person.pseudonym),
            )
            for person in people
        ]
        print_json(rows)
        return 0
    if people:
        counts = {who: len(held) for who, held in sessions.items()}
        print("\n".join(table_lines(people, counts, roster.contacts if contacts else None)))
    else:
        say(f"No participants in {workspace.path} yet. Add one:  interview-tui participant add")
    _print_what_is_open(roster, [name for name in sessions if name and roster.get(name) is None])
    return 0


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _print_what_is_open(roster: Roster, strangers: list[str]) -> None:
    if strangers:
        say(f"Only in sessions so far: {', '.join(sorted(strangers))}")
    for pseudonym in roster.unfinished:
        say(
            f"The withdrawal of {pseudonym} was interrupted; finish it with  "
            f"interview-tui participant forget {pseudonym}"
        )


def _show(parsed: argparse.Namespace) -> int:
    from interview_tui.interchange.participants import (
        contact_kinds,
        contact_lines,
        fact_lines,
        participant_json,
    )
    from interview_tui.store.session_files import sessions_of

    workspace = workspace_of(parsed)
    roster = _read(workspace)
    person = _meant(workspace, roster, parsed.participant)
    sessions = [path.stem for path in sessions_of(workspace, person.pseudonym)]
    contact = roster.contacts.get(person.pseudonym)
    if parsed.json:
        print_json(
            participant_json(person, roster.participants, sessions, contact if parsed.contacts else None)
        )
        return 0
    print("\n".join([person.pseudonym, *fact_lines(person, roster.participants, sessions)]))
    if contact is not None and parsed.contacts:
        print("\n".join(contact_lines(contact)))
    elif contact is not None:
        print(f"contact data ({contact_kinds(contact)}): --contacts shows them")
    return 0


def _forget(parsed: argparse.Namespace) -> int:
    from interview_tui.commands.forgetting import forget

    sessions = True if parsed.sessions else False if parsed.keep_sessions else None
    return forget(workspace_of(parsed), parsed.participant, sessions=sessions, sure=parsed.yes)


# -- what several of them need -------------------------------------------------------------


def _read(workspace: Workspace) -> Roster:
    from interview_tui.store.participants import read_roster

    return read_roster(workspace.participants_file)


def _meant(workspace: Workspace, roster: Roster, text: str) -> Participant:
    """Who is meant, also somebody who is only in sessions so far; raises RosterError."""
    from interview_tui.domain.participant import Participant, as_pseudonym
    from interview_tui.domain.text import visible
    from interview_tui.store.participants import RosterError
    from interview_tui.store.session_files import sessions_of

    if found := roster.find(text):
        return found
    pseudonym = as_pseudonym(text)
    if pseudonym and sessions_of(workspace, pseudonym):
        return Participant(pseudonym=pseudonym)
    raise RosterError(
        f"There is no participant {visible(text)}; `interview-tui participant list` shows who is there."
    )


def _segments(workspace: Workspace) -> tuple[Segment, ...]:
    from interview_tui.store.study import read_study

    return read_study(workspace.study_file).segments
