"""A pane that is as tall as its rows."""

from __future__ import annotations

from textual.geometry import Size

from interview_tui.tui.widgets.rows_pane import MakeRows, RowsPane


class FittedPane(RowsPane):
    """Rows that are made for the screen's height, because the pane's own follows from them."""

    DEFAULT_CSS = "FittedPane { height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make_fitting: MakeRows = lambda _width, _height: ()

    def fit(self, make: MakeRows) -> None:
        """Show what `make` gives for the pane's width and the screen's height."""
        self._make_fitting = make
        self.show(lambda width, _: make(width, self.screen.size.height))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One row each."""
        return len(self._make_fitting(width, viewport.height))
