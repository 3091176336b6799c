"""Named styles from the style sheet: what rows are painted with.

Textual resolves a widget's component classes each time its style is updated, so one invisible
`Palette` a screen holds them for all of its panes: seven panes with their own cost a tenth of start-up.
"""

from __future__ import annotations

from typing import Any, ClassVar

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

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
    "chip",
    "cursor",
    "pink",
)
"""The inks that the style sheet knows."""

_LOOKS_LIKE = {
    "participant": "good",
    "moderator": "warn",
    "selected": "chip",
    "tag-red": "bad",
    "tag-orange": "warn",
    "tag-yellow": "warn",
    "tag-green": "good",
    "tag-teal": "script",
    "tag-blue": "accent",
    "tag-purple": "pink",
    "tag-pink": "pink",
    "tag-grey": "dim",
}
"""Inks that share another's rule: themes have fewer colours than codebooks, and each rule costs start-up."""


class Palette(Widget):
    """Holds the `.ink--…` rules of the style sheet, and shows nothing."""

    DEFAULT_CSS = "Palette { display: none; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{ink}" for ink in INKS}

    def style_of(self, ink: str, background: Color) -> Style:
        """What one ink adds on a background: colours such as `$text-muted` depend on it."""
        name = f"ink--{_LOOKS_LIKE.get(ink, ink)}"
        style = self.get_component_rich_style(name, partial=True)
        rules = self.get_component_styles(name)
        if rules.has_rule("auto_color") and rules.auto_color and background.ansi is None:
            style += Style(color=(background + background.get_contrast_text(rules.color.a)).rich_color)
        return style

    def notify_style_update(self) -> None:
        """The theme or a rule changed: every pane of the screen forgets its resolved styles."""
        super().notify_style_update()
        if self.is_attached:
            for pane in self.screen.query(InkMixin):
                pane.forget_inks()


class InkMixin(Widget):
    """A widget that paints with the inks of its screen's palette."""

    def __init__(self, *children: Widget, **options: Any) -> None:
        super().__init__(*children, **options)
        self._inks: dict[str, Style] = {}

    def ink(self, names: str) -> Style:
        """The style of some ink names, on this widget's own background."""
        style = self._inks.get(names)
        if style is None:
            style = self.rich_style
            palette = self.screen.query_one(Palette)
            background = self.background_colors[1]
            for name in names.split():
                style += palette.style_of(name, background)
            self._inks[names] = style
        return style

    def forget_inks(self) -> None:
        """Resolve the styles anew at the next painting."""
        self._inks.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the resolved styles: the widget's own background may have changed."""
        super().notify_style_update()
        self._inks.clear()
