"""The participants of a workspace: one TinyDB file of their own, the only place that knows who they are.

Reading takes no lock and writes nothing. The database and pydantic are imported where they are needed:
a screen that shows pseudonyms does not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui.domain.participant import Contact, Participant, as_pseudonym, next_pseudonym
from interview_tui.domain.referrals import closes_a_circle
from interview_tui.domain.values import value
from interview_tui.store.errors import SessionBusy, SessionDamaged, StoreError
from interview_tui.store.reasons import reason_for

if TYPE_CHECKING:
    from interview_tui.store.locks import SessionLock
    from interview_tui.store.log_lines import Tables

PATIENCE_S = 3.0
"""How long a writer waits for another one: changes take a moment, nobody keeps the file open."""


class RosterError(StoreError):
    """The participants' file cannot be used, or a change to it makes no sense."""

    title = "The participants could not be used"


@value
class Roster:
    """Everybody who was added, in the order of their pseudonyms, those who withdrew too.

    `contacts` are by pseudonym; `unfinished` are pseudonyms whose withdrawal was begun and not finished.
    """

    participants: tuple[Participant, ...] = ()
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()

    def get(self, pseudonym: str) -> Participant | None:
        """The participant of exactly this pseudonym."""
        return next((person for person in self.participants if person.pseudonym == pseudonym), None)

    def find(self, text: str) -> Participant | None:
        """Who is meant by a pseudonym in any spelling, or by a name or an e-mail that only one has."""
        if pseudonym := as_pseudonym(text):
            return self.get(pseudonym)
        wanted = _folded(text)
        meant = [
            pseudonym
            for pseudonym, contact in self.contacts.items()
            if wanted and wanted in (_folded(contact.name), _folded(contact.email))
        ]
        return self.get(meant[0]) if len(meant) == 1 else None


class RosterEditor:
    """Changes to the participants, all of which are kept together or not at all."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.changed = False

    @property
    def roster(self) -> Roster:
        """The participants with the changes so far."""
        return _roster(self.tables)

    def add(
        self, participant: Participant, contact: Contact | None = None, *, taken: Iterable[str] = ()
    ) -> Participant:
        """Take somebody in; raises RosterError where that makes no sense.

        One without a pseudonym gets the next that nobody ever had: not those who withdrew, and not
        `taken`, which are the pseudonyms of sessions.
        """
        known = [person.pseudonym for person in self.roster.participants]
        pseudonym = _spelt(participant) or next_pseudonym([*known, *taken])
        if pseudonym in known:
            raise RosterError(f"There is a {pseudonym} already; change it with  participant edit {pseudonym}")
        return self._keep(replace(participant, pseudonym=pseudonym), contact)

    def replace(self, participant: Participant, contact: Contact | None = None) -> Participant:
        """Put new answers in the place of somebody's old ones; without a contact that stays as it was."""
        pseudonym = _spelt(participant)
        known = self.roster.get(pseudonym)
        if known is None:
            raise RosterError(f"There is no {pseudonym or 'such participant'}; add them first.")
        if known.withdrawn_utc:
            raise RosterError(f"{pseudonym} withdrew; nothing is kept of them any more.")
        return self._keep(participant, contact)

    def put_row(self, table: str, number: int, row: Mapping[str, Any] | None) -> None:
        """Make a row of a table what is given; None: it is gone."""
        from interview_tui.store.log_lines import apply_row

        self.changed = True
        apply_row(self.tables, (table, number, row))

    def _keep(self, participant: Participant, contact: Contact | None) -> Participant:
        from interview_tui.store.roster_rows import CONTACTS, PARTICIPANTS, number_of, row_of

        self._check_referrer(participant)
        number = number_of(participant.pseudonym)
        self._check_places(participant, contact)
        try:
            row = row_of(participant)
            known = row_of(replace(contact, pseudonym=participant.pseudonym)) if contact else None
        except ValueError as error:
            raise RosterError(f"This cannot be kept: {error}.") from error
        self.put_row(PARTICIPANTS, number, row)
        if contact is not None and known is not None:
            says_something = any((contact.name, contact.email, contact.phone, contact.note))
            self.put_row(CONTACTS, number, known if says_something else None)
        return participant

    def _check_places(self, participant: Participant, contact: Contact | None) -> None:
        """Refuse what is personal in a wrong place, unless it stood there before."""
        from interview_tui.domain.answers import misplaced

        roster = self.roster
        own, everybody = roster.contacts.get(participant.pseudonym), roster.contacts.values()
        sentence = misplaced(participant, contact or own, everybody)
        known = roster.get(participant.pseudonym) if sentence else None
        if sentence and (known is None or misplaced(known, own, everybody) != sentence):
            raise RosterError(f"This was not kept: {sentence}")

    def _check_referrer(self, participant: Participant) -> None:
        referrer, pseudonym = participant.referred_by, participant.pseudonym
        if not referrer:
            return
        people = self.roster.participants
        if referrer != pseudonym and all(person.pseudonym != referrer for person in people):
            raise RosterError(f"There is no {referrer} who could have named {pseudonym}; add them first.")
        if closes_a_circle(people, pseudonym, referrer):
            raise RosterError(f"{referrer} cannot have named {pseudonym}: {pseudonym} led to {referrer}.")


def read_roster(path: Path) -> Roster:
    """The participants in a file, none if there is no file; raises RosterError if it cannot be understood."""
    return _roster(read_tables(path))


def read_tables(path: Path) -> Tables:
    """The tables of a participants' file as they are; raises RosterError if they cannot be understood."""
    from interview_tui.store.codec import PLAIN
    from interview_tui.store.reading import load
    from interview_tui.store.roster_rows import ROSTER_VERSION, roster_version

    damaged = RosterError(
        f"{path.name} is not a file of participants any more; it was left as it is. "
        f"Restore it from a backup, or move it away to begin a new one."
    )
    try:
        loaded = load(path, PLAIN)
    except SessionDamaged as error:
        raise damaged from error
    if loaded.snapshot_damaged or loaded.snapshot_empty:
        raise damaged  # what its log has is not everybody, and numbers would be given twice
    tables = loaded.tables
    if roster_version(tables) > ROSTER_VERSION:
        raise RosterError(f"{path.name} was written by a newer version; update interview-tui to use it.")
    return tables


@contextmanager
def edit_roster(path: Path) -> Iterator[RosterEditor]:
    """Change the participants under the lock; at the end everything is durable, in one plain file.

    Nothing is written when the block raises. Raises RosterError naming who holds the file for longer
    than `PATIENCE_S`, or why the disk refuses.
    """
    try:
        lock = _locked(path)
        try:
            yield from _edited(path)
        finally:
            lock.release()
    except OSError as error:
        raise RosterError(
            f"{path.name} was not changed because {reason_for(error)}; make that right and try again."
        ) from error


def _edited(path: Path) -> Iterator[RosterEditor]:
    from interview_tui.store.journal import JournalDB
    from interview_tui.store.migrations import META, META_ID
    from interview_tui.store.roster_rows import ROSTER_VERSION

    _roster(read_tables(path))  # what cannot be understood is refused before anything is opened for writing
    journal = JournalDB(path).journal
    try:
        editor = RosterEditor(journal.read() or {})
        yield editor
        if editor.changed:
            editor.put_row(META, META_ID, {"schema_version": ROSTER_VERSION})
            journal.write(editor.tables)
    except BaseException:
        journal.abandon()
        raise
    journal.close()


def _locked(path: Path) -> SessionLock:
    from interview_tui.store.locks import lock_within

    try:
        return lock_within(path, PATIENCE_S)
    except SessionBusy as error:
        raise RosterError(error.message) from None


def _roster(tables: Tables) -> Roster:
    from interview_tui.store.roster_rows import WITHDRAWALS, contacts_in, participants_in

    try:
        return Roster(
            tuple(participants_in(tables)),
            {contact.pseudonym: contact for contact in contacts_in(tables)},
            tuple(str(row.get("pseudonym")) for row in tables.get(WITHDRAWALS, {}).values()),
        )
    except ValueError as error:
        raise RosterError(f"participants.json cannot be read: {error}; correct it there.") from error


def _spelt(participant: Participant) -> str:
    pseudonym = as_pseudonym(participant.pseudonym)
    if participant.pseudonym.strip() and not pseudonym:
        raise RosterError(f"{participant.pseudonym!r} is no pseudonym; write P and a number, such as P07.")
    return pseudonym


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
