"""What the library's places share while a person goes from one to the next: the notes as they were read,
and the study's record with the pen that writes it."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from threading import RLock

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.ids import ulid
from interview_tui.domain.library import Library
from interview_tui.domain.study import Study
from interview_tui.domain.study_record import Change, Step, StudyPen, StudyRecord
from interview_tui.errors import InterviewError
from interview_tui.store.config import Config
from interview_tui.store.library.reading import OnProgress, go_on, read_library
from interview_tui.store.study_record import (
    keep_study_draft,
    keep_study_events,
    read_study_draft,
    read_study_record,
)
from interview_tui.store.workspace import Workspace
from interview_tui.tui.note_writer import Gesture, take_back


class LibraryDesk:
    """One person's work on the library of a workspace; `library` is None until it was read."""

    def __init__(self, workspace: Workspace, study: Study, config: Config) -> None:
        self.workspace = workspace
        self.study = study
        self.config = config
        self.library: Library | None = None
        self.stale = False
        """Whether notes were changed since: whoever comes next reads again, and shows this until then."""
        self.settled: list[Gesture] = []
        """What was settled between coders in this run, which `undo` takes back in its turn."""
        self.query = ""
        """What was typed into the search, for who comes back to it."""
        self.voter = config.moderator or config.note_taker
        """Who voted last; "" until somebody says who they are, as a role has no vote."""
        self.draft: Mapping[str, str] = {}
        """What was typed of an insight that is not kept yet, by field; `keep_draft` brings it to the disk."""
        self._kept_draft: Mapping[str, str] | None = None
        self._pen: StudyPen | None = None
        self._outdated = False
        self._lock = RLock()  # the record is read in a thread, and written on the screen's

    @property
    def author(self) -> str:
        """Who sits here, for what they write."""
        return self.config.author

    @property
    def codebook(self) -> Codebook:
        """The study's tags."""
        return self.study.codebook

    # -- reading, in a thread --------------------------------------------------------------

    def read(self, on_progress: OnProgress = go_on) -> Library:
        """Read what changed since; raises InterviewError, or Cancelled as `on_progress` says."""
        was_stale, self.stale = self.stale, False
        try:
            self.library = read_library(self.workspace, on_progress)
        except BaseException:
            self.stale = was_stale
            raise
        with self._lock:
            self._outdated = True
            _ = self.pen
            if self._kept_draft is None:
                self._kept_draft = self.draft = read_study_draft(
                    self.workspace.study_record, self._draft_name
                )
        return self.library

    def read_study(self) -> None:
        """Read `study.toml` again: its codebook was changed."""
        from interview_tui.store.study import read_study

        self.study = read_study(self.workspace.study_file)

    # -- the study's record ----------------------------------------------------------------

    @property
    def pen(self) -> StudyPen:
        """What writes the study's record; raises InterviewError if there is one that cannot be read."""
        with self._lock:
            if self._pen is None:
                self._pen = self._new_pen(read_study_record(self.workspace.study_record))
            elif self._outdated:
                self._pen.record = read_study_record(self.workspace.study_record)
            self._outdated = False
            return self._pen

    @property
    def record(self) -> StudyRecord:
        """The study's record as it stands."""
        return self.pen.record

    def write(self, label: str, changes: Iterable[Change]) -> Step:
        """Change the study's record, durable at the return; raises InterviewError where nothing changed."""
        with self._lock:
            pen, done = self.pen, self.pen.done
            return self._keep(pen.write(label, changes), pen, done)

    @property
    def _draft_name(self) -> str:
        return f"insight/{self.author}"

    def keep_draft(self) -> None:
        """Keep `draft` as it stands now, durable at the return; what fails costs only the draft."""
        with self._lock, suppress(InterviewError):
            draft = self.draft
            if draft != (self._kept_draft or {}):
                keep_study_draft(self.workspace.study_record, self._draft_name, draft)
                self._kept_draft = draft

    def undo(self) -> Step | None:
        """Take the last step of this run back, durable at the return; None when there is none left."""
        with self._lock:
            if self.settled and not self.outdone(self.settled[-1]):
                take_back(self.workspace, self.settled[-1], self.author)
                self.stale = True
                return Step(self.settled.pop().label, ())
            pen, done = self.pen, self.pen.done
            step = pen.undo()
            return None if step is None else self._keep(step, pen, done)

    def outdone(self, gesture: Gesture) -> bool:
        """Whether a step on the study was done after something was said of a note."""
        events = self._pen.done[-1].events if self._pen and self._pen.done else ()
        return any(event.at_ms > gesture.at_ms for event in events)

    def _keep(self, step: Step, pen: StudyPen, done: tuple[Step, ...]) -> Step:
        try:
            keep_study_events(self.workspace.study_record, step.events)
        except Exception:
            pen.done, self._outdated = done, True  # what is not kept did not happen: read what is there
            raise
        return step

    def _new_pen(self, record: StudyRecord) -> StudyPen:
        return StudyPen(
            record,
            device=f"{os.getpid():x}-{random.randrange(16**6):06x}",
            author=self.author,
            now_ms=_now_ms,
            new_id=lambda: ulid(_now_ms(), os.urandom(10)),
        )


def _now_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000
