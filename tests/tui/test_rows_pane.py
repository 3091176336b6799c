from __future__ import annotations

from tests.tui.support import lines_of
from textual.app import App, ComposeResult
from textual.screen import Screen

from interview_tui.tui.rows import Row, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane


class _Bare(Screen[None]):
    """One pane that can be folded away."""

    DEFAULT_CSS = "#pane { height: 2; } #pane.-folded { height: 0; }"

    def compose(self) -> ComposeResult:
        yield Palette()
        yield RowsPane(id="pane")


def say(pane: RowsPane, *words: str) -> None:
    def make(_width: int, _height: int) -> list[Row]:
        return [row((each, "text")) for each in words]

    pane.show(make)


async def test_a_pane_that_was_folded_away_comes_back_with_what_it_was_given_last() -> None:
    app: App[None] = App()
    async with app.run_test(size=(40, 10)) as pilot:
        await app.push_screen(_Bare())
        pane = app.screen.query_one("#pane", RowsPane)
        for words in ("one reason", "", "another reason"):
            pane.set_class(not words, "-folded")
            say(pane, words)
            await pilot.pause()
        assert lines_of(pane)[0].rstrip() == "another reason"


async def test_what_is_shown_while_a_pane_is_folded_away_waits_for_its_room() -> None:
    app: App[None] = App()
    async with app.run_test(size=(40, 10)) as pilot:
        await app.push_screen(_Bare())
        pane = app.screen.query_one("#pane", RowsPane)
        say(pane, "before")
        await pilot.pause()
        pane.add_class("-folded")
        await pilot.pause()
        say(pane, "meanwhile")
        assert pane.rows == ()
        pane.remove_class("-folded")
        await pilot.pause()
        assert lines_of(pane)[0].rstrip() == "meanwhile"
