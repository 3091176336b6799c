"""The folder that a person works in, and the names of what is in it."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from interview_tui.domain.values import value
from interview_tui.store import disk
from interview_tui.store.errors import SessionMissing, StoreError
from interview_tui.store.paths import is_taken
from interview_tui.store.reasons import reason_for

if TYPE_CHECKING:
    from interview_tui.store.summaries import SessionSummary

ENVIRONMENT_NAME = "INTERVIEW_TUI_WORKSPACE"
"""The environment variable that names the workspace."""

PRACTICE_PREFIX = "interview-tui-practice-"
"""How the name of a practice folder begins, among the temporary ones."""

_UNMISTAKABLE = "23456789abcdefghjkmnpqrstuvwxyz"
_SEPARATORS = frozenset("/\\:\0")
_CANDIDATES_SHOWN = 8
_SESSION_ID = re.compile(r"\d{4}-\d\d-\d\d-\d{4}-")


@value
class Workspace:
    """A folder with guides, sessions and a study; nothing is written outside of it."""

    path: Path

    @property
    def guides(self) -> Path:
        """Where guide files are."""
        return self.path / "guides"

    @property
    def sessions(self) -> Path:
        """Where session files are."""
        return self.path / "sessions"

    @property
    def study_file(self) -> Path:
        """The study's objective, segments and codebook."""
        return self.path / "study.toml"

    @property
    def study_record(self) -> Path:
        """What a team worked out across interviews: themes, insights, who coded what."""
        return self.path / "study.json"

    @property
    def participants_file(self) -> Path:
        """Who the participants are: the only file with names and addresses."""
        return self.path / "participants.json"

    @property
    def withdrawals_file(self) -> Path:
        """That somebody withdrew, and nothing that tells who it was."""
        return self.path / "withdrawals.log"

    @property
    def cache(self) -> Path:
        """What can be deleted at any time."""
        return self.path / ".interview-tui"

    def create(self) -> None:
        """Make the folders that are missing, for their owner only; raises StoreError if that fails."""
        try:
            for folder in (self.guides, self.sessions):
                disk.make_folder(folder)
        except OSError as error:
            raise StoreError(
                f"The workspace {self.path} cannot be made because {reason_for(error)}; "
                f"choose another folder with --workspace."
            ) from error

    def session_path(self, session_id: str) -> Path:
        """Where a session of this id is kept; raises StoreError for an id that would lead elsewhere."""
        if not session_id or session_id.startswith(".") or set(session_id) & _SEPARATORS:
            raise StoreError(
                f"{session_id!r} cannot be the name of a session; use letters, digits and dashes."
            )
        return self.sessions / f"{session_id}.json"

    def session_paths(self) -> list[Path]:
        """Every session, newest first; one that is only in its log so far counts too."""
        try:
            names = {
                path.with_suffix(".json")
                for path in self.sessions.iterdir()
                if path.suffix in (".json", ".log") and not path.name.startswith(".")
            }
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(f"{self.sessions} cannot be read because {reason_for(error)}.") from error
        return sorted(filter(is_taken, names), key=lambda path: path.stem, reverse=True)

    def resolve(self, text: str) -> Path:
        """The session meant by an id, the beginning of one, or `last`; raises SessionMissing."""
        paths = self._any_paths()
        if text == "last":
            return next((path for path in paths if _SESSION_ID.match(path.stem)), paths[0])
        meant = [path for path in paths if path.stem == text] or [
            path for path in paths if text and path.stem.startswith(text)
        ]
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise SessionMissing(f"{text} could be {_list(meant)}; type more of it.")
        raise SessionMissing(f"There is no session {text}; choose from {_list(paths)}.")

    def unfinished(self) -> Path:
        """The newest session that was left or crashed, else one that is open elsewhere, to say so.

        Raises SessionMissing if every session is finished.
        """
        paths = self._any_paths()
        from interview_tui.store.summaries import summarise

        running = None
        for path in paths:
            state = summarise(path).state
            if state == "unfinished":
                return path
            running = running or (path if state == "running" else None)
        if running is None:
            raise SessionMissing(
                f"Every session in {self.path} is finished; `interview-tui list` shows them all."
            )
        return running

    def _any_paths(self) -> list[Path]:
        paths = self.session_paths()
        if not paths:
            raise SessionMissing(f"There are no sessions in {self.path} yet; start one first.")
        return paths

    def summaries(self) -> list[SessionSummary]:
        """What a list of sessions shows, newest first; an unreadable file does not stop it."""
        from interview_tui.store.summaries import summarise  # brings pydantic, which start-up leaves out

        return [summarise(path) for path in self.session_paths()]


def find_workspace(explicit: str | None, environ: Mapping[str, str], cwd: Path) -> Workspace:
    """The folder asked for, else the environment's, else the current one if it is one, else the user's."""
    if chosen := explicit or environ.get(ENVIRONMENT_NAME):
        path = cwd / Path(chosen).expanduser()
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path} is a file; name a folder as the workspace.")
        return Workspace(path)
    if (cwd / "guides").is_dir() or (cwd / "sessions").is_dir():
        return Workspace(cwd)
    from platformdirs import user_data_path  # only the last resort needs it

    return Workspace(user_data_path("interview-tui", appauthor=False))


def practice_workspace() -> Workspace:
    """A new folder among the temporary ones, to try things out in."""
    workspace = Workspace(Path(tempfile.mkdtemp(prefix=PRACTICE_PREFIX)))
    workspace.create()
    return workspace


def throw_away(workspace: Workspace) -> None:
    """Remove a practice workspace and everything in it."""
    shutil.rmtree(workspace.path, ignore_errors=True)


def new_session_id(now_local: datetime, random: Random) -> str:
    """A name that sorts by time and can be typed, such as `2026-11-21-2210-x7k2`."""
    ending = "".join(random.choices(_UNMISTAKABLE, k=4))
    return f"{now_local:%Y-%m-%d-%H%M}-{ending}"


def _list(paths: list[Path]) -> str:
    names = [path.stem for path in paths[:_CANDIDATES_SHOWN]]
    if more := len(paths) - len(names):
        names.append(f"{more} more")
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
