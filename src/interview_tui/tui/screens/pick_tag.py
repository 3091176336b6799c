"""A question over the live screen: which tag?"""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from interview_tui.domain.codebook import Codebook
from interview_tui.tui.rows import Row, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_NO_TAG = "0"


class PickTag(ModalScreen[str | None]):
    """Answers with a tag's name, an empty text for no tag, or None when nothing was chosen."""

    DEFAULT_CSS = "PickTag RowsPane { width: 56; max-width: 100%; height: 20; max-height: 100%; }"

    def __init__(self, codebook: Codebook) -> None:
        super().__init__()
        self._codebook = codebook

    def compose(self) -> ComposeResult:
        """One card with every tag."""
        yield Palette()
        yield RowsPane(classes="card")

    def on_mount(self) -> None:
        """Show the tags, each with its letter."""
        rows = [row(("Which tag?  ", "title"), ("its letter, 0 for none, esc to leave it", "dim")), Row()]
        for tag in self._codebook.tags:
            rows.append(
                row(
                    (f" {tag.key}  ", "accent strong"),
                    (f"{tag.name:<18}", f"tag-{tag.colour}"),
                    (tag.description, "faint"),
                    action=f"tag:{tag.name}",
                )
            )
        rows.append(row((f" {_NO_TAG}  ", "accent strong"), ("no tag", "dim"), action="tag:"))
        pane = self.query_one(RowsPane)
        pane.styles.height = len(rows) + 2
        pane.show(lambda _width, _height: rows)

    def on_key(self, event: events.Key) -> None:
        """A tag's letter answers; Escape leaves things as they are."""
        event.stop()
        event.prevent_default()
        if not self.is_current:
            # Typed on behind the answer: it belongs to the screen below.
            self.app.post_message(events.Key(event.key, event.character))
            return
        tag = self._codebook.by_key((event.character or "").lower())
        if tag is not None:
            self.dismiss(tag.name)
        elif event.character == _NO_TAG:
            self.dismiss("")
        elif event.key == "escape":
            self.dismiss(None)

    @on(RowsPane.Clicked)
    def _clicked(self, message: RowsPane.Clicked) -> None:
        if self.is_current:
            self.dismiss(message.action.removeprefix("tag:"))
