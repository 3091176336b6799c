"""A session as its review holds it: what it came to, the corrections to it, and the file that keeps them."""

from __future__ import annotations

import os
import random
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui.domain.clock import Clock
from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.consent import consent_field, notes_refused
from interview_tui.domain.corrections import Corrections
from interview_tui.domain.events import AnyEvent, FieldSet, Undone
from interview_tui.domain.header import SCHEMA_VERSION
from interview_tui.domain.ids import ulid
from interview_tui.domain.session import SESSION, Session
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.clock import SystemClock
from interview_tui.store.errors import SessionBusy, SessionTooNew, StoreError
from interview_tui.store.newest_consent import take_newest_quoting
from interview_tui.store.session_file import SessionFile, open_session, read_session
from interview_tui.store.workspace import Workspace

if TYPE_CHECKING:
    from interview_tui.interchange.view import SessionView
    from interview_tui.store.session_record import SessionRecord

EDIT_DRAFT = "review edit "
"""How the names of the drafts begin that keep half-typed corrections; a note's id follows."""

CLOSE_TIMEOUT_S = 3.0
"""How long closing waits for a slow disk before it asks what to do."""


_NEWER = "Only read: a newer version wrote this session; update interview-tui to change it."


class RefusedReview(InterviewError):  # noqa: N818 - the name says what is the case
    """A session of somebody who does not allow notes: nobody reads it."""

    title = "No notes, no review"
    exit_code = 1

    def __init__(self, session_id: str, participant: str) -> None:
        who = participant or "the participant"
        forget = f"interview-tui participant forget {participant or 'P07'} --sessions"
        super().__init__(
            f"{session_id} is not shown because {who} does not allow notes; "
            f"`{forget}` removes what was written."
        )


@value(kw_only=True)
class EditDraft:
    """A correction that is being typed: of which note, what stands there, and where the cursor is.

    `left` is true once somebody went away from it without keeping it.
    """

    note: str
    text: str
    cursor: int
    left: bool = False


class ReviewSession:
    """One session under review; without a `file` it is only read, and `only_read` says why."""

    def __init__(
        self,
        record: SessionRecord,
        file: SessionFile | None,
        *,
        author: str,
        codebook: Codebook,
        clock: Clock,
        only_read: str = "",
    ) -> None:
        self.path = record.path
        self.header = record.header
        self.file = file
        self.only_read = only_read
        self._clock = clock
        session = Session(file.events if file is not None else record.events)
        self.session = session
        self.codebook = joined_codebook(codebook, self.header.codebook)
        self.corrections = Corrections(
            session,
            device=f"{os.getpid():x}-{random.randrange(16**6):06x}",
            author=author,
            at_ms=session.last_ms,
            new_id=self._new_id,
            keep=self._keep,
        )
        drafts = file.drafts if file is not None else record.drafts
        found = [_draft_of(kept) for name, kept in drafts.items() if name.startswith(EDIT_DRAFT)]
        self.drafts = {draft.note: draft for draft in found if draft is not None}

    def _new_id(self) -> str:
        return ulid(int(self._clock.utc().timestamp() * 1000), os.urandom(10))

    def _keep(self, event: AnyEvent) -> None:
        assert self.file is not None, "what is only read is not corrected"
        self.file.add(event)

    def keep_draft(self, draft: EditDraft) -> None:
        """Keep a half-typed correction, so that a kill takes no more than an instant."""
        self.drafts[draft.note] = draft
        if self.file is not None:
            told = {"note": draft.note, "text": draft.text, "cursor": draft.cursor, "left": draft.left}
            self.file.draft(EDIT_DRAFT + draft.note, told)

    def drop_draft(self, note_id: str) -> None:
        """What was typed for a note is kept, or is what the note says anyway."""
        if self.drafts.pop(note_id, None) is not None and self.file is not None:
            self.file.draft(EDIT_DRAFT + note_id, None)

    def take_newest_consent(self) -> None:
        """What the participant answered while this was open goes in before it closes."""
        if self.file is not None and not self.header.practice:
            for event in take_newest_quoting(self.file, _workspace_of(self.path)):
                self.session.apply(event)

    # -- what it is ------------------------------------------------------------------------

    @property
    def view(self) -> SessionView:
        """The session as rows: phases, questions, talk, debrief."""
        from interview_tui.interchange.view import SessionView

        return SessionView(self.header, self.session)

    @property
    def changed(self) -> bool:
        """Whether anything was corrected in this run."""
        return self.corrections.count > 0

    @cached_property
    def end_ms(self) -> int:
        """Where the interview ended, on its own clock; corrections do not move it."""
        return self.session.flow.stop_ms(self.session.last_ms)

    def told(self, name: str) -> str:
        """A field of the session as text."""
        found = self.session.field(SESSION, name)
        return found if isinstance(found, str) else ""

    @cached_property
    def may_be_quoted(self) -> bool:
        """Whether their words may be used word for word; only a no forbids it."""
        return self.session.field(SESSION, consent_field("quoting")) is not False


def _workspace_of(path: Path) -> Workspace:
    return Workspace(path.parent.parent)


def _draft_of(kept: dict[str, Any]) -> EditDraft | None:
    match kept:
        case {"note": str(note), "text": str(text)}:
            cursor = kept.get("cursor")
            place = cursor if isinstance(cursor, int) and 0 <= cursor <= len(text) else len(text)
            return EditDraft(note=note, text=text, cursor=place, left=kept.get("left") is True)
    return None


def joined_codebook(study: Codebook, header: tuple[Tag, ...]) -> Codebook:
    """The study's tags as they are now, then those of the interview's own that it has no more.

    A letter that both would have is the study's.
    """
    tags = list(study.tags)
    known = {tag.name.casefold() for tag in tags}
    letters = {tag.key for tag in tags}
    for tag in header:
        if tag.name.casefold() not in known:
            key = tag.key if tag.key not in letters else "\0"
            tags.append(Tag(key=key, name=tag.name, colour=tag.colour, description=tag.description))
    return Codebook(tuple(tags))


def open_review(path: Path, author: str, codebook: Codebook, clock: Clock | None = None) -> ReviewSession:
    """A session to read and to correct; what cannot be written, or was damaged in part, is only read.

    Raises RefusedReview where its participant does not allow notes, and StoreError (missing, damaged
    beyond reading) where there is nothing to be read.
    """
    record = read_session(path)
    told = Session(event for event in record.events if isinstance(event, FieldSet | Undone))
    if notes_refused(told.fields(SESSION)):
        participant = told.field(SESSION, "participant")
        raise RefusedReview(path.stem, participant if isinstance(participant, str) else "")
    file, only_read = _open_for_writing(record)
    if file is not None and not record.header.practice:
        take_newest_quoting(file, _workspace_of(path))
    return ReviewSession(
        record,
        file,
        author=author,
        codebook=codebook,
        clock=clock or SystemClock(),
        only_read=only_read,
    )


def _open_for_writing(record: SessionRecord) -> tuple[SessionFile | None, str]:
    """The file, or None and one sentence about why nothing can be changed."""
    from interview_tui.interchange.tidy import tidy_tables

    name = record.path.stem
    if record.header.schema_version > SCHEMA_VERSION:
        return None, _NEWER
    if record.unread:
        return None, f"Only read: {record.notices[-1]}"
    if record.notices:
        return None, f"Only read: part of it is damaged; `interview-tui resume {name}` sets that aside."
    try:
        return open_session(record.path, tidy=tidy_tables), ""
    except SessionBusy:
        holder = record.holder
        where = f" (on {holder.host} since {holder.since[11:16]} UTC)" if holder else ""
        return None, f"Only read: {name} is open elsewhere{where}; close it there to change it."
    except SessionTooNew:
        return None, _NEWER
    except StoreError as error:
        return None, f"Only read: {error.message}"
