"""The guides: what each line of one was taken as and what the check says, also while it is being edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message

from interview_tui.errors import InterviewError
from interview_tui.guides.draft import drafted
from interview_tui.store.guide_files import create_guide, guide_paths, guide_source, is_ready_made
from interview_tui.store.workspace import Workspace
from interview_tui.tui.file_watch import FileWatch, stamp_of
from interview_tui.tui.guide_check_rows import (
    PreviewLine,
    detail_rows,
    problem_rows,
    verdict_span,
)
from interview_tui.tui.guide_place import GuidePlace
from interview_tui.tui.guide_preview import Preview, preview_file, preview_paste
from interview_tui.tui.guides_keys import guide_keys, pasted_keys
from interview_tui.tui.guides_rows import (
    GuideName,
    chooser_row,
    help_rows,
    list_rows,
    problem_only_rows,
    top_row,
)
from interview_tui.tui.help_in_place import HelpInPlace
from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.rows import Row
from interview_tui.tui.stepping import STEPS, Wheel
from interview_tui.tui.widgets.fitting_pane import FittingPane
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

if TYPE_CHECKING:
    from interview_tui.tui.screens.name_guide import GuideWish

_PROBLEM_ROWS = 4
_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (116, "-wide")]
_HEIGHTS: list[tuple[int, str]] = [(0, "-short"), (24, "-tall")]
PASTED_TITLE = "Pasted guide"
"""What a pasted guide is called until it gets a name."""


class GuidesScreen(Wheel, HelpInPlace):
    """Shows one guide at a time; whoever opened it acts on what was chosen."""

    @dataclass
    class Chosen(Message):
        """Get ready with this guide."""

        path: Path

    @dataclass
    class EditChosen(Message):
        """Open this guide in an editor, at a line counted from 1."""

        path: Path
        line: int

    @dataclass
    class Left(Message):
        """Back to where this was opened from."""

    CSS_PATH = "guides.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "use", "get ready", show=False),
        Binding("e", "edit", "edit", show=False),
        Binding("n", "finding(1)", "next hint", show=False),
        Binding("N", "finding(-1)", "hint before", show=False),
        Binding("c,plus", "new", "new", show=False),
        Binding("p", "paste", "paste", show=False),
        Binding("question_mark", "help", "help", show=False),
        Binding("escape,q", "back", "back", show=False),
        *STEPS,
        Binding("left,h", "guide(-1)", "guide before", show=False),
        Binding("right,l", "guide(1)", "next guide", show=False),
        Binding("pageup", "turn(-1)", "page up", show=False),
        Binding("pagedown,space", "turn(1)", "page down", show=False),
    ]

    top = getters.query_one("#top", RowsPane)
    guide_list = getters.query_one("#list", RowsPane)
    chooser = getters.query_one("#chooser", RowsPane)
    problem_pane = getters.query_one("#problem", FittingPane)
    body = getters.query_one("#page", RowsPane)
    detail = getters.query_one("#detail", RowsPane)
    side = getters.query_one("#side", RowsPane)
    keys = getters.query_one("#keys", KeyBar)

    def __init__(self, workspace: Workspace, shown: Path | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._paths = guide_paths(workspace)
        self._index = self._paths.index(shown) if shown in self._paths else 0
        self._path: Path | None = None
        self._preview: Preview | None = None
        self._problem = ""
        self._place: GuidePlace | None = None

    def compose(self) -> ComposeResult:
        """The guides, the chosen one line by line, and what is to be said of the current line."""
        yield Palette()
        yield RowsPane(id="top")
        with Horizontal():
            yield RowsPane(id="list")
            with Vertical():
                yield RowsPane(id="chooser")
                yield FittingPane(id="problem")
                yield RowsPane(id="page")
                yield RowsPane(id="detail")
            yield RowsPane(id="side")
        yield KeyBar((), id="keys")

    def on_mount(self) -> None:
        """Show the chosen guide, else the first."""
        self.open_path(self._paths[self._index] if self._paths else None)

    # -- which guide -----------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The file of the guide that is shown; None for a pasted one."""
        return self._path

    def open_path(self, path: Path | None) -> None:
        """Show a guide of the list from its beginning, and watch its file."""
        self._paths = guide_paths(self._workspace)
        if path in self._paths:
            self._index = self._paths.index(path)
        self._path = path
        self._preview, self._problem, self._place = None, "", None
        self.workers.cancel_group(self, "watch")
        if path is not None:
            watch = FileWatch(path, partial(self._saved, path), stamp_of(path))
            self.read_again()
            self._watch(watch)
        else:
            self._show()

    @work(group="watch")
    async def _watch(self, watch: FileWatch) -> None:
        await watch.run()

    def take_over(self, path: Path) -> None:
        """Show another file of the same guide, at the same line."""
        place = self._place
        self.open_path(path)
        self._place = place
        self.read_again()

    def read_again(self) -> None:
        """Read the guide's file as it is now; one that cannot be read leaves the last good preview."""
        if self._path is None:
            return
        try:
            self._preview, self._problem = preview_file(self._path), ""
        except InterviewError as error:
            self._problem = error.message
        else:
            self._look_at(self._preview)
        self._show()

    def _look_at(self, preview: Preview) -> None:
        """Point at the same line as before, in a guide that was not looked at yet at its beginning."""
        if self._place is None:
            self._place = GuidePlace(preview.lines)
        else:
            self._place.follow(preview.lines)

    def _saved(self, path: Path) -> None:
        if path == self._path:
            self.read_again()

    def action_guide(self, by: int) -> None:
        """Show the guide before or after, around the end."""
        if self._paths and self._path is not None:
            self.open_path(self._paths[(self._index + by) % len(self._paths)])

    def action_use(self) -> None:
        """Get ready with this guide; a pasted one gets its name first."""
        if self._pasted:
            self._keep_paste()
        elif self._path is not None and self._preview is not None:
            self.post_message(self.Chosen(self._path))
        else:
            self._repeat_problem()

    def action_edit(self) -> None:
        """Open the guide in an editor, at the current line."""
        if self._path is not None:
            self.post_message(self.EditChosen(self._path, max(1, self.line.line if self.line else 1)))

    def action_back(self) -> None:
        """Drop what was pasted, else leave."""
        if self._pasted:
            self.open_path(self._paths[self._index] if self._paths else None)
        else:
            self.post_message(self.Left())

    # -- new ones --------------------------------------------------------------------------

    @work
    async def action_new(self) -> None:
        """Ask for a name and a template, and show the new guide."""
        from interview_tui.tui.screens.name_guide import NameGuide

        if self._pasted:
            return
        templates = [path.stem for path in self._paths]
        self._show_new(await self.app.push_screen_wait(NameGuide(self._made_from, templates, self._index)))

    def _made_from(self, wish: GuideWish) -> Path:
        text = guide_source(str(self._paths[wish.template]), self._workspace)
        return create_guide(self._workspace, wish.name, drafted(text, wish.name).source)

    @work
    async def action_paste(self) -> None:
        """Ask for a text to paste, and show what it is taken for."""
        from interview_tui.tui.screens.paste_guide import PasteGuide

        text = await self.app.push_screen_wait(PasteGuide())
        if text:
            self._take_paste(text)

    def on_paste(self, event: events.Paste) -> None:
        """Pasting right onto the screen is pasting a guide."""
        event.stop()
        if event.text.strip():
            self._take_paste(event.text)

    def _take_paste(self, text: str) -> None:
        try:
            preview = preview_paste(text, PASTED_TITLE)
        except InterviewError as error:
            self._tell(error)
            return
        self.workers.cancel_group(self, "watch")
        self._path, self._preview, self._problem = None, preview, ""
        self._place = GuidePlace(preview.lines)
        self._show()

    @work
    async def _keep_paste(self) -> None:
        from interview_tui.tui.screens.name_guide import NameGuide

        preview = self._preview
        assert preview is not None, "only what was pasted is kept"

        def made(wish: GuideWish) -> Path:
            return create_guide(self._workspace, wish.name, drafted(preview.source, wish.name).source)

        self._show_new(await self.app.push_screen_wait(NameGuide(made)))

    def _show_new(self, path: Path | None) -> None:
        if path is not None:
            self.open_path(path)
            self.say(f"Made {path.name} in your guides; e opens it in your editor.")

    def say(self, words: str) -> None:
        """Tell what was done."""
        self.notify(words, markup=False)

    def _repeat_problem(self) -> None:
        """Say once more why the guide cannot be used: what stands on the page is overlooked."""
        if self._problem:
            self.notify(self._problem, title="Not a guide", severity="warning", markup=False)

    def _tell(self, error: InterviewError) -> None:
        self.notify(error.message, title=error.title, severity="error", markup=False, timeout=12)

    # -- where in it -----------------------------------------------------------------------

    @property
    def line(self) -> PreviewLine | None:
        """The line that the keys point at."""
        return self._place.line if self._place is not None else None

    @property
    def _pasted(self) -> bool:
        return self._path is None and self._preview is not None

    def action_step(self, by: int) -> None:
        """Point at another line."""
        if self._place is not None:
            self._place.step(by)
            self._show()

    def action_turn(self, pages: int) -> None:
        """Point at a line a screenful away."""
        if self._place is not None:
            self._place.turn(pages, *self.body.size)
            self._show()

    def action_finding(self, step: Literal[1, -1]) -> None:
        """Point at the next line that the check has something to say about."""
        if self._place is None:
            self._repeat_problem()
        elif self._place.has_findings:
            self._place.to_finding(step)
            self._show()
        else:
            self.say("The check has nothing to change in these questions.")

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        kind, _, place = message.action.partition(":")
        if kind == "guide":
            self.open_path(self._paths[int(place)])
        elif self._place is not None:
            self._place.point(int(place))
            self._show()

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        self.set_class(self._helping, "-helping")
        names = [GuideName(path.stem, is_ready_made(path)) for path in self._paths]
        self.keys.use(self._keys_now())
        self.top.show(lambda width, _: [self._top_line(width)])
        self.guide_list.show(lambda width, height: list_rows(names, self._chosen_index(), width, height))
        self.chooser.show(lambda width, _: [chooser_row(names, self._chosen_index(), width)])
        self.problem_pane.show(self._problem_rows)
        self.body.show(self._page_rows)
        for pane in (self.detail, self.side):
            pane.show(self._detail_rows)

    def _keys_now(self) -> tuple[Key, ...]:
        has_findings = self._place is not None and self._place.has_findings
        if self._pasted:
            return pasted_keys(has_findings=has_findings)
        return guide_keys(readable=self._preview is not None, has_findings=has_findings)

    def _chosen_index(self) -> int:
        return -1 if self._path is None else self._index

    def _top_line(self, width: int) -> Row:
        if self._preview is None:
            return top_row([], "", width)
        words = "pasted, not kept yet" if self._pasted else ""
        return top_row([verdict_span(self._preview.report)], words, width)

    def _problem_rows(self, width: int, _: int) -> Sequence[Row]:
        return problem_rows(self._problem, width, _PROBLEM_ROWS) if self._place is not None else ()

    def _page_rows(self, width: int, height: int) -> Sequence[Row]:
        if self._helping:
            return help_rows(width)[:height]
        if self._place is None:
            return problem_only_rows(self._problem, width) if self._problem else ()
        return self._place.rows(width, height)

    def _detail_rows(self, width: int, height: int) -> list[Row]:
        if self.line is None or self._preview is None or self._helping:
            return []
        return detail_rows(self.line, self._preview.report, width, height)
