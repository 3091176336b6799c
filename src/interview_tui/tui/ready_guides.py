"""The guides that an interview can be started with, and the one in its plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from interview_tui.errors import InterviewError
from interview_tui.store.guide_files import guide_paths, load_guide
from interview_tui.store.workspace import Workspace
from interview_tui.tui.forms import Option
from interview_tui.tui.live_session import SessionPlan
from interview_tui.tui.ready_rows import guide_fact_row, guide_rows
from interview_tui.tui.rows import Row


class GuideShelf:
    """Holds the plan; `problem` is a sentence when the chosen guide cannot be read."""

    def __init__(self, plan: SessionPlan, workspace: Workspace) -> None:
        self.plan = self._given = plan
        self.problem = ""
        self._workspace = workspace
        self._paths = self._find()
        self.place = next(at for at, path in enumerate(self._paths) if path.name == plan.guide_name)

    def _find(self) -> list[Path]:
        paths = guide_paths(self._workspace)
        given = self._given.guide_name
        # A guide from anywhere else has no file among these.
        return paths if any(path.name == given for path in paths) else [Path(given), *paths]

    @property
    def options(self) -> list[Option]:
        """The guides by their places, counted from 0."""
        return [(at, path.stem) for at, path in enumerate(self._paths)]

    def fact_rows(self, width: int, _height: int) -> list[Row]:
        """How long the chosen guide is and how much it asks."""
        return [] if self.problem else [guide_fact_row(self.plan.guide, width)]

    def rows(self, width: int, height: int) -> list[Row]:
        """The chosen guide at a glance."""
        return [] if self.problem else guide_rows(self.plan.guide, self.plan.study, width, height)

    @property
    def path(self) -> Path:
        """The file of the chosen guide."""
        return self._paths[self.place]

    def choose(self, place: int) -> None:
        """Take the guide at a place into the plan."""
        self.place = place
        if self.path.name == self._given.guide_name:
            self.plan, self.problem = self._given, ""
        else:
            self._load()

    def take(self, path: Path) -> None:
        """Take a guide that was chosen, made or changed elsewhere."""
        self._paths = self._find()
        if path not in self._paths:
            self._paths.insert(0, path)
        self.place = self._paths.index(path)
        self._load()
        if path.name == self._given.guide_name and not self.problem:
            self._given = self.plan

    def read_again(self) -> None:
        """Take in what an editor made of the chosen guide meanwhile."""
        if self.path in guide_paths(self._workspace):
            self.take(self.path)

    def _load(self) -> None:
        try:
            file = load_guide(self.path)
        except InterviewError as error:
            self.problem = error.message
        else:
            self.problem = ""
            self.plan = replace(
                self.plan, guide=file.guide, guide_source=file.source, guide_name=self.path.name
            )
