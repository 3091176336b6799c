"""A session as the live screen holds it: the interview, its clock, and the file that keeps it."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from interview_tui import __version__
from interview_tui.domain.clock import Clock
from interview_tui.domain.codebook import Codebook
from interview_tui.domain.consent import dated, notes_refused
from interview_tui.domain.events import AnyEvent, FieldValue
from interview_tui.domain.guide import Guide
from interview_tui.domain.header import SessionHeader
from interview_tui.domain.ids import ulid
from interview_tui.domain.interview import Interview
from interview_tui.domain.session import SESSION, Session
from interview_tui.domain.study import Study
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.store.session_file import SessionFile, create_session, open_session
from interview_tui.store.workspace import Workspace, new_session_id

if TYPE_CHECKING:
    from pathlib import Path

Role = Literal["moderator", "notes", "solo"]

SUCCESS_METRIC = "success_metric"
"""The session's field that keeps the study's, as it was when the interview began."""

CLOCK_DRAFT = "clock"
LINE_DRAFT = "note line"

HEARTBEAT_MS = 10_000
"""How often the clock is saved, so that a crash loses no more of it."""

_CLOSE_TIMEOUT_S = 3.0


class RefusedError(InterviewError):
    """A session that must not go on: its participant does not allow notes."""

    title = "No notes, no session"
    exit_code = 1

    def __init__(self, session_id: str, participant: str) -> None:
        who = participant or "the participant"
        forget = f"interview-tui participant forget {participant or 'P07'} --sessions"
        super().__init__(
            f"{session_id} cannot go on because {who} does not allow notes; "
            f"`{forget}` removes what was written."
        )


@value(kw_only=True)
class SessionPlan:
    """What a new session starts with."""

    guide: Guide
    guide_source: str
    guide_name: str
    study: Study = field(default_factory=Study)
    role: Role = "solo"
    practice: bool = False
    people: Mapping[str, FieldValue] = field(default_factory=dict)


class LiveSession:
    """One running session. Its file is opened only by `attach`, so that a screen can be painted first."""

    def __init__(
        self,
        header: SessionHeader,
        clock: Clock,
        *,
        events: list[AnyEvent] | None = None,
        start_ms: int = 0,
    ) -> None:
        self.header = header
        self.clock = clock
        self.codebook = Codebook(header.codebook)
        self.file: SessionFile | None = None
        self._base_ms = clock.monotonic_ms() - start_ms
        self._waiting: list[AnyEvent] = []
        self._drafts: dict[str, dict[str, Any] | None] = {}
        self._beat_ms = start_ms
        session = Session(events or ())
        self.interview = Interview(
            header.guide,
            session,
            device=f"{os.getpid():x}-{random.randrange(16**6):06x}",
            author="",
            now_ms=self.now_ms,
            new_id=self._new_id,
            keep=self._keep,
        )
        self.introduce()

    @property
    def role(self) -> Role:
        """Whose screen this is."""
        value = self.session.field(SESSION, "role")
        return value if value in ("moderator", "notes") else "solo"  # type: ignore[return-value]

    def introduce(self) -> None:
        """Sign what follows with the name of the person at this screen, or with their role."""
        name = self.told("note_taker") if self.role == "notes" else self.told("moderator")
        self.interview.author = name or self.role

    @property
    def session(self) -> Session:
        """The state so far."""
        return self.interview.session

    def now_ms(self) -> int:
        """Milliseconds on the session's clock, which stands still while nobody has it open."""
        return self.clock.monotonic_ms() - self._base_ms

    def _new_id(self) -> str:
        return ulid(int(self.clock.utc().timestamp() * 1000), os.urandom(10))

    def told(self, name: str) -> str:
        """A field of the session as text: participant, moderator, note_taker …"""
        value = self.session.field(SESSION, name)
        return value if isinstance(value, str) else ""

    @property
    def success_metric(self) -> str:
        """What the interviews are judged by: the study's, as progress counts it, else the guide's."""
        return self.told(SUCCESS_METRIC) or self.header.guide.success_metric

    # -- keeping it ------------------------------------------------------------------------

    def _keep(self, event: AnyEvent) -> None:
        if self.file is None:
            self._waiting.append(event)
        else:
            self.file.add(event)

    def draft(self, name: str, doc: dict[str, Any] | None) -> None:
        """Keep a line that is being typed; None when it is typed no more."""
        if self.file is None:
            self._drafts[name] = doc
        elif doc is not None or name in self.file.drafts:
            self.file.draft(name, doc)

    def detach(self) -> None:
        """The file is closing: what is told from here on waits in memory."""
        self.file = None

    def attach(self, file: SessionFile) -> None:
        """Let a file keep everything, also what happened before it was there."""
        self.file = file
        for event in self._waiting:
            file.add(event)
        self._waiting.clear()
        for name, doc in self._drafts.items():
            if doc is not None:
                file.draft(name, doc)

    def beat(self) -> None:
        """Save the clock now and then."""
        now_ms = self.now_ms()
        if now_ms - self._beat_ms >= HEARTBEAT_MS:
            self._beat_ms = now_ms
            self.draft(CLOCK_DRAFT, {"at_ms": now_ms, "utc": self.clock.utc().isoformat()})

    def create_file(self, workspace: Workspace) -> None:
        """Begin the session's file; it opens in the background."""
        from interview_tui.interchange.tidy import tidy_tables

        self.attach(create_session(workspace, self.header, tidy=tidy_tables))


def new_session(plan: SessionPlan, clock: Clock) -> LiveSession:
    """A session that begins now, with nothing on the disk yet."""
    header = SessionHeader(
        id=new_session_id(clock.utc().astimezone(), random.Random()),
        created_utc=clock.utc().isoformat(timespec="seconds"),
        app_version=__version__,
        guide=plan.guide,
        guide_source=plan.guide_source,
        guide_name=plan.guide_name,
        codebook=plan.study.codebook.for_a_session,
        study=plan.study.title,
        bands=plan.study.bands,
        practice=plan.practice,
    )
    live = LiveSession(header, clock)
    about: dict[str, FieldValue] = {"role": plan.role, SUCCESS_METRIC: plan.study.success_metric}
    for name, told in {**about, **dated(plan.people, header.created_utc)}.items():
        if told not in (None, ""):
            live.interview.tell(SESSION, name, told)
    live.introduce()
    live.interview.begin()
    return live


def resume_session(path: Path, clock: Clock) -> LiveSession:
    """Go on with a session where its clock stood; the time away is a gap, not talk.

    Raises StoreError (busy, damaged, too new, missing) when it cannot be opened for writing, and
    RefusedError when its participant does not allow notes any more.
    """
    from interview_tui.interchange.tidy import tidy_tables

    file = open_session(path, tidy=tidy_tables)
    last_ms = max((event.at_ms for event in file.events), default=0)
    beat = file.drafts.get(CLOCK_DRAFT, {})
    seen_ms = beat.get("at_ms")
    if isinstance(seen_ms, int):
        last_ms = max(last_ms, seen_ms)
    live = LiveSession(file.header, clock, events=list(file.events), start_ms=last_ms)
    if notes_refused(live.session.fields(SESSION)):
        file.close(_CLOSE_TIMEOUT_S)
        raise RefusedError(live.header.id, live.told("participant"))
    live.attach(file)
    if live.session.finished:
        return live  # its debrief goes on; the clock stands unless the person goes back to the interview
    seen_utc = beat.get("utc") or _moved(file.header.created_utc, last_ms)
    live.interview.reopen(clock.utc().isoformat(timespec="seconds"), _away_ms(seen_utc, clock))
    return live


def _moved(utc: str, by_ms: int) -> str:
    """An ISO 8601 moment moved on; empty if it is none."""
    try:
        return (datetime.fromisoformat(utc) + timedelta(milliseconds=by_ms)).isoformat()
    except ValueError:
        return ""


def _away_ms(seen_utc: object, clock: Clock) -> int:
    if not isinstance(seen_utc, str):
        return 0
    try:
        seen = datetime.fromisoformat(seen_utc)
        return max(0, round((clock.utc() - seen).total_seconds() * 1000))
    except (ValueError, TypeError):
        return 0
