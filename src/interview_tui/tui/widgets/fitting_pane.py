"""A pane that is as high as the rows in it."""

from __future__ import annotations

from textual.geometry import Size

from interview_tui.tui.widgets.rows_pane import MakeRows, RowsPane


class FittingPane(RowsPane):
    """Rows on the line API in a pane of `height: auto`; without rows it takes no room."""

    DEFAULT_CSS = "FittingPane { height: auto; }"

    def show(self, make: MakeRows) -> None:
        """Show what `make` gives, and take the room that it needs."""
        super().show(make)
        if len(make(*self.size)) != self.size.height:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows for this width."""
        return len(self._make(width, min(container.height, viewport.height)))
