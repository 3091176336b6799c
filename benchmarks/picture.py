"""The README's pictures, made from the program itself; nothing is drawn by hand.

`python -m benchmarks.picture docs/live.svg`: a scripted interview runs on a stepped clock up to the middle
of its second phase. `--review docs/review.svg`: a session of the sample study is looked at afterwards.
A second name gets the same as PNG.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.script import GUIDE, TITLE, ScriptedInterview

from interview_tui.domain.clock import SteppedClock
from interview_tui.guides.reader import read_guide
from interview_tui.interchange.sample import write_sample_workspace
from interview_tui.store.config import Config
from interview_tui.store.workspace import Workspace
from interview_tui.tui.app import InterviewApp
from interview_tui.tui.live_session import LiveSession, SessionPlan, new_session
from interview_tui.tui.screens.live import LiveScreen

SIZE = (120, 36)
SAVED_S = 10.0
CHART_S = 3.0
"""Long enough for the chart, which is prepared behind the first frame."""

REVIEWED = "2026-11-05"
"""The beginning of the name of a session of the sample study."""

_WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_FONT = "Fira Code, monospace"
_LOCAL_FONTS = "'DejaVu Sans Mono', Menlo, Consolas, monospace"


def with_local_fonts(svg: str) -> str:
    """The picture without fonts from the network, which would tell a third party who reads a README."""
    return _WEB_FONT.sub("", svg).replace(_FONT, _LOCAL_FONTS)


def begin(clock: SteppedClock) -> LiveSession:
    """A session on the script's own guide, not begun to talk yet."""
    plan = SessionPlan(
        guide=read_guide(GUIDE, name="bakeries.md"),
        guide_source=GUIDE,
        guide_name="bakeries.md",
        people={"participant": "P07", "moderator": "Ana", "note_taker": "Jo"},
    )
    return new_session(plan, clock)


async def draw(folder: Path) -> str:
    """The live screen as SVG, with a session that is kept in `folder`."""
    clock = SteppedClock(datetime(2026, 11, 21, 13, 30, tzinfo=UTC))
    live = begin(clock)
    workspace = Workspace(folder)
    workspace.create()
    app = InterviewApp(workspace, Config(), lambda app: app.live_screen(live))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen, file = app.screen, live.file
        assert isinstance(screen, LiveScreen)
        assert file is not None
        script = ScriptedInterview(screen, clock, pilot)
        await script.play()
        file.saver.flush(SAVED_S)  # its top row is to say that everything is saved
        screen.refresh_all()
        await pilot.pause()
        picture = with_local_fonts(app.export_screenshot(title=TITLE))
    file.close(SAVED_S)
    return picture


async def draw_review(folder: Path) -> str:
    """A session of the sample study on its timeline, with its talk beside the notes, as SVG."""
    write_sample_workspace(folder)
    workspace = Workspace(folder)
    path = workspace.resolve(REVIEWED)
    app = InterviewApp(workspace, Config(), lambda app: app.review_screen(path), first="review")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*("j",) * 7, "tab")
        await pilot.pause(CHART_S)
        return with_local_fonts(app.export_screenshot(title=TITLE))


def main() -> None:
    """Write the picture, and a PNG of it if one is named."""
    arguments = argparse.ArgumentParser(
        prog="python -m benchmarks.picture", description="Draw the README's picture."
    )
    arguments.add_argument("svg", type=Path)
    arguments.add_argument("png", type=Path, nargs="?")
    arguments.add_argument("--review", action="store_true", help="a session looked at afterwards")
    asked = arguments.parse_args()
    draw_it = draw_review if asked.review else draw
    with tempfile.TemporaryDirectory(prefix="interview-tui-picture-") as folder:
        picture = asyncio.run(draw_it(Path(folder) / "workspace"))
    asked.svg.write_text(picture, encoding="utf-8")
    if asked.png is not None:
        import cairosvg  # needs a system library that the SVG does not

        cairosvg.svg2png(bytestring=picture.encode(), write_to=str(asked.png))


if __name__ == "__main__":
    main()
