"""The strip of the library's places: their keys, and as many of their names as there is room for."""

from __future__ import annotations

from interview_tui.tui.library_places import PLACES, Place
from interview_tui.tui.rows import Row, Span, clip, width_of


def places_row(current: str, width: int) -> Row:
    """The places with their keys, the current one marked; the nearest ones are named first."""
    spans = [span for place in _place_spans(current, width) for span in place]
    return Row(clip(spans, width), "places")


def place_at(current: str, width: int, x: int) -> Place | None:
    """The place at a cell of that row, None behind the last."""
    at = 0
    for place, spans in zip(PLACES, _place_spans(current, width), strict=True):
        at += width_of(spans)
        if x < at:
            return place
    return None


def _place_spans(current: str, width: int) -> list[list[Span]]:
    """The spans of each place: with so many names, beginning at the current one, as the width allows."""
    here = next((at for at, place in enumerate(PLACES) if place.name == current), 0)
    nearest = sorted(range(len(PLACES)), key=lambda at: (abs(at - here), -at))
    best = _named(current, set())
    for count in range(1, len(PLACES) + 1):
        spans = _named(current, set(nearest[:count]))
        if sum(map(width_of, spans)) > width:
            break
        best = spans
    return best


def _named(current: str, named: set[int]) -> list[list[Span]]:
    return [
        [
            (f" {place.key}", "accent strong"),
            (f" {place.name} ", "selected strong" if place.name == current else "dim")
            if at in named or place.name == current
            else ("", ""),
        ]
        for at, place in enumerate(PLACES)
    ]
