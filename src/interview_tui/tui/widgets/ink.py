"""Named styles from the style sheet, resolved once per theme: what rows are painted with."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.style import Style
from textual.widget import Widget

from interview_tui.domain.codebook import COLOURS

INKS = (
    "text",
    "strong",
    "dim",
    "faint",
    "title",
    "accent",
    "good",
    "warn",
    "bad",
    "script",
    "note",
    "moderator",
    "participant",
    "chip",
    "cursor",
    "selected",
    *(f"tag-{colour}" for colour in COLOURS),
)

INK_CLASSES = frozenset(f"ink--{ink}" for ink in INKS)


class InkMixin(Widget):
    """A widget that paints with the style sheet's `.ink--…` rules."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(INK_CLASSES)

    def __init__(self, *children: Widget, **options: Any) -> None:
        super().__init__(*children, **options)
        self._inks: dict[str, Style] = {}

    def ink(self, names: str) -> Style:
        """The style of some ink names, on this widget's own background."""
        style = self._inks.get(names)
        if style is None:
            style = self.rich_style
            for name in names.split():
                style += self.get_component_rich_style(f"ink--{name}", partial=True)
            self._inks[names] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the resolved styles: the theme or a rule changed."""
        super().notify_style_update()
        self._inks.clear()
