"""Every key, in one scrollable card made from the table of commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from interview_tui.domain.codebook import Codebook
from interview_tui.tui.commands import COMMANDS, HOTKEYS, all_labels
from interview_tui.tui.rows import Row, row
from interview_tui.tui.widgets.ink import Palette
from interview_tui.tui.widgets.rows_pane import RowsPane

_GRAMMAR = (
    ("s␣", "a tag's letter and a space: a note with that tag"),
    ("s⏎", "a tag's letter and Enter: a bare mark, filled in later"),
    ("␣", "space alone: hand over the floor"),
    ("/", "a typed command, Tab or Enter takes the first"),
    ("⏎", "save the note; its time is its first key"),
    ("esc", "out to the panes; the draft stays"),
    ("S", "in a pane, a capital tag letter: a bare mark"),
)


def help_rows(codebook: Codebook, keymap: Mapping[str, str]) -> list[Row]:
    """The whole help as rows."""
    rows = [row(("The note line", "title"))]
    rows += [row((f" {key:<9}", "accent strong"), (words, "text")) for key, words in _GRAMMAR]
    hot = " ".join(keymap.get(f"tag{at + 1}", key).upper() for at, key in enumerate(HOTKEYS))
    rows += [
        row((f" {hot:<9}", "accent strong"), ("story, quote, challenge: also in mid-line", "text")),
        Row(),
    ]
    rows.append(row(("Commands", "title"), ("   typing · in a pane · typed", "dim")))
    for command in COMMANDS:
        line = all_labels(command.line_keys, keymap, command.id)
        pane = all_labels(command.pane_keys, keymap, command.pane_id)
        typed = f"/{command.typed}" if command.typed else ""
        rows.append(
            row(
                (f" {line:<7}", "accent strong"),
                (f"{pane:<10}", "accent"),
                (f"{typed:<13}", "dim"),
                (command.help, "text"),
            )
        )
    rows += [Row(), row(("Tags", "title"))]
    rows += [
        row(
            (f" {tag.key}  ", "accent strong"),
            (f"{tag.name:<18}", f"tag-{tag.colour}"),
            (tag.description, "dim"),
        )
        for tag in codebook.tags
    ]
    return rows


class HelpScreen(ModalScreen[None]):
    """The keys of the live screen."""

    DEFAULT_CSS = """
    HelpScreen VerticalScroll { width: 78; max-width: 100%; height: auto; max-height: 100%; }
    HelpScreen RowsPane { width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Close"),
        ("question_mark", "dismiss", "Close"),
        ("enter", "dismiss", "Close"),
        ("q", "dismiss", "Close"),
    ]

    def __init__(self, codebook: Codebook) -> None:
        super().__init__()
        self._codebook = codebook

    def compose(self) -> ComposeResult:
        """The rows in a scrolling card."""
        yield Palette()
        with VerticalScroll(classes="card"):
            yield RowsPane()

    def on_mount(self) -> None:
        """Fill the card."""
        rows = help_rows(self._codebook, getattr(self.app, "keymap", {}))
        pane = self.query_one(RowsPane)
        pane.styles.height = len(rows)
        pane.show(lambda _width, _height: rows)
