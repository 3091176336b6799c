"""A study with a codebook, and somebody in front of the codebook's place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.store.coded import write_tagged
from tests.tui import library

from interview_tui.store.config import Config
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.screens.codebook import CodebookScreen

STUDY = """\
# by hand
[[tag]]
key = "p"
name = "pain"
colour = "red"
description = "what hurts"

[[tag]]
key = "g"
name = "goal"

[[tag]]
key = "n"
name = "never [/] used"
"""


class Seat(library.Seat):
    """A person in front of the codebook."""

    @property
    def picture(self) -> str:
        """Everything on the screen, without the frames."""
        drawn = " ".join(strip.text for strip in self.app.screen._compositor.render_strips())
        return " ".join(drawn.replace("│", " ").split())

    @property
    def place(self) -> CodebookScreen:
        screen = self.app.screen
        assert isinstance(screen, CodebookScreen)
        return screen

    @property
    def tags(self) -> list[str]:
        return [tag.name for tag in read_study(self.workspace.study_file).codebook.tags]


@asynccontextmanager
async def at_codebook(workspace: Workspace, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seat]:
    """The real app, begun at the codebook."""
    study = read_study(workspace.study_file)
    app = InterviewApp(workspace, Config(), lambda app: app.place_screen("codebook"), study, first="codebook")
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot, workspace)
        await seat.settle()
        yield seat


def a_codebook_workspace(folder: Path) -> Workspace:
    """Two sessions of two people, a codebook of three tags, and a tag that only notes have."""
    workspace = Workspace(folder)
    workspace.create()
    workspace.study_file.write_text(STUDY, "utf-8")
    write_tagged(workspace, 1, [("pain",), ("goal", "pain")])
    write_tagged(workspace, 2, [("pain",), ("old",)], about={"consent_quoting": False})
    return workspace
