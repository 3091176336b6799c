"""Stepping through a list: its keys and the wheel, where a step leads, and which rows stay in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol, TypeVar

from textual.binding import Binding, BindingType

T = TypeVar("T")

STEPS: tuple[BindingType, ...] = (
    Binding("up,k", "step(-1)", "up", show=False),
    Binding("down,j", "step(1)", "down", show=False),
    Binding("home", "step(-1_000_000_000)", "first", show=False),
    Binding("end", "step(1_000_000_000)", "last", show=False),
)
"""A row on or back, the first, the last; a screen unpacks them into its own `BINDINGS`."""

PAGES: tuple[BindingType, ...] = (
    Binding("pageup", "step(-10)", "page up", show=False),
    Binding("pagedown", "step(10)", "page down", show=False),
)
"""Ten rows on or back, for a screen that does not count how many its list shows."""


class Wheel:
    """A screen whose wheel moves the selection, `WHEEL_ROWS` at a time."""

    WHEEL_ROWS: ClassVar[int] = 3

    def action_step(self, by: int) -> None:
        """Choose the row so many places on."""
        raise NotImplementedError

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the selection."""
        self.action_step(self.WHEEL_ROWS)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the selection."""
        self.action_step(-self.WHEEL_ROWS)


# -- where a step leads --------------------------------------------------------------------


def within(place: int, count: int) -> int:
    """The place, or the nearest one that a list of so many has; 0 where it has none."""
    return max(0, min(place, count - 1))


def stepped(order: Sequence[T], here: T, by: int) -> T:
    """What stands so many places on, not beyond the ends; where nothing stands, `here` again."""
    if not order:
        return here
    at = order.index(here) if here in order else 0
    return order[within(at + by, len(order))]


def neighbour(names: Sequence[str], gone: str) -> str:
    """What is chosen after one was taken away: the next one, or the new last; "" where none is left."""
    at = names.index(gone)
    rest = [name for name in names if name != gone]
    return rest[within(at, len(rest))] if rest else ""


class Listed(Protocol):
    """A row of a list in which headings and words stand that cannot be chosen."""

    @property
    def can_be_chosen(self) -> bool:
        """Whether the selection may stand here."""
        ...

    @property
    def key(self) -> str:
        """What it stays known by while the list changes."""
        ...


def choosable(items: Sequence[Listed]) -> list[int]:
    """The places where the selection may stand."""
    return [place for place, item in enumerate(items) if item.can_be_chosen]


def first_choice(items: Sequence[Listed], key: str = "") -> int:
    """Where the item of this key stands, else the first that can be chosen, else 0."""
    places = choosable(items)
    return next((place for place in places if items[place].key == key), places[0] if places else 0)


# -- what stays in view --------------------------------------------------------------------


def scrolled(top: int, here: int | range, count: int, height: int, *, above: int = 1, below: int = 0) -> int:
    """The first of `count` rows to show in a height, moved as little as can be.

    The chosen row, or rows, are in view, with so many more above and below as there is room for.
    """
    rows = range(here, here + 1) if isinstance(here, int) else here
    room = max(0, height - len(rows))
    above = min(above, room)
    below = min(below, room - above)
    top = min(max(top, rows.stop + below - height), rows.start - above)
    return max(0, min(top, count - height))
