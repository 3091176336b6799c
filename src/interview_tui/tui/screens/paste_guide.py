"""A place to paste a guide into, for terminals that hand a paste on as typing."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from interview_tui.tui.key_bar import Key, KeyBar
from interview_tui.tui.typed import typed_character
from interview_tui.tui.widgets.ink import Palette

_KEYS = (Key("F8 ^N", "read it", "keep"), Key("esc", "no paste", "drop"))


class _Area(TextArea):
    """Takes characters that cannot be seen by themselves, which a text area by itself leaves out."""

    async def on_key(self, event: events.Key) -> None:
        """Type what Textual does not take for text."""
        if not event.is_printable and (character := typed_character(event)):
            event.stop()
            event.prevent_default()
            self.replace(character, *self.selection)


class PasteGuide(ModalScreen[str]):
    """Answers with the pasted text, empty when there is to be none."""

    DEFAULT_CSS = """
    PasteGuide .card { width: 76; height: 80%; padding: 0 1; }
    PasteGuide .title { color: $text-primary; text-style: bold; }
    PasteGuide .words { color: $text-muted; margin-bottom: 1; }
    PasteGuide .words.refused { color: $text-warning; }
    PasteGuide TextArea { height: 1fr; border: none; padding: 0 1; background: $boost; }
    PasteGuide TextArea:focus { border: none; }
    """
    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f8", "keep", "read it", show=False, priority=True),
        Binding("escape", "drop", "no paste", show=False, priority=True),
    ]

    words = getters.query_one(".words", Static)
    area = getters.query_one("#text", TextArea)

    def compose(self) -> ComposeResult:
        """What to do, and room for the text."""
        yield Palette()
        with Vertical(classes="card"):
            yield Static("Paste a guide", classes="title", markup=False)
            words = "From a document or a spreadsheet: headings, bullets, rows and columns are understood."
            yield Static(words, classes="words", markup=False)
            yield _Area(id="text", tab_behavior="indent")
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """A cursor that does not blink."""
        self.area.cursor_blink = False

    def action_keep(self) -> None:
        """Read what stands there, if anything does."""
        if self.area.text.strip():
            self.dismiss(self.area.text)
        else:
            self.words.update("! Nothing stands here yet: paste the guide's text, or press esc for none.")
            self.words.add_class("refused")

    def action_drop(self) -> None:
        """Nothing was pasted."""
        self.dismiss("")
