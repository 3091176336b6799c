"""The rows around the note line: tag letters until they are learnt, command completion, footer keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len

from interview_tui.domain.codebook import Codebook
from interview_tui.domain.session import Session
from interview_tui.domain.values import value
from interview_tui.tui.commands import BY_ID, Command, completions, key_label
from interview_tui.tui.rows import Row, Span, clip, row

LEARNT_AFTER = 3
"""A tag's letter leaves the screen once it was used this often."""


def legend_rows(codebook: Codebook, session: Session, width: int, height: int) -> list[Row]:
    """The tag letters that are not learnt yet, each with its tag, as many as fit."""
    unlearnt = [tag for tag in codebook.tags if session.tagged(tag.name) < LEARNT_AFTER]
    return _legend(tuple((tag.key, tag.name) for tag in unlearnt), width, height)


@lru_cache(maxsize=8)
def _legend(entries: tuple[tuple[str, str], ...], width: int, height: int) -> list[Row]:
    longest = 24
    while longest > 3 and _row_count(entries, longest, width) > height:
        longest -= 1
    return _flow(entries, longest, width)[:height]


def _short(name: str, longest: int) -> str:
    return name[:longest].rstrip()


def _row_count(entries: Sequence[tuple[str, str]], longest: int, width: int) -> int:
    return len(_flow(entries, longest, width))


def _flow(entries: Sequence[tuple[str, str]], longest: int, width: int) -> list[Row]:
    rows: list[list[Span]] = [[]]
    used = 0
    for key, name in entries:
        text = f" {_short(name, longest)} "
        need = 2 + cell_len(text)
        if used and used + need > width:
            rows.append([])
            used = 0
        rows[-1] += [(f" {key}", "dim strong"), (text, "faint")]
        used += need
    return [Row(tuple(spans)) for spans in rows if spans]


def completion_rows(typed: str, width: int, height: int) -> list[Row]:
    """The typed commands that still fit, with what they do."""
    found = completions(typed)
    if not found:
        return [row((" no such command: Enter once more keeps it as a note", "warn"))]
    if len(found) == 1 or height < 3:
        names = " ".join(f"/{command.typed}" for command in found[1:])
        first = [(f" /{found[0].typed} ", "accent strong"), (f"{found[0].help}  ", "dim"), (names, "faint")]
        return [Row(clip(first, width))]
    rows = [
        Row(
            clip(
                [(f" /{command.typed} ", "accent strong" if at == 0 else "text"), (command.help, "dim")],
                width,
            )
        )
        for at, command in enumerate(found[: height - 1])
    ]
    rest = " ".join(f"/{command.typed}" for command in found[height - 1 :])
    return [*rows, Row(clip([(f" {rest}", "faint")], width))]


FOOTERS: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "empty": (
        ("floor", "line", "floor"),
        ("next", "line", "asked, next"),
        ("led", "line", "I led"),
        ("", "/", "commands"),
        ("", "esc", "panes"),
        ("finish", "line", "finish"),
    ),
    "typing": (
        ("", "enter", "save"),
        ("retag", "line", "tag"),
        ("earlier", "line", "10 s back"),
        ("floor", "line", "floor"),
        ("next", "line", "asked, next"),
        ("", "esc", "panes"),
    ),
    "guide": (
        ("floor", "pane", "floor"),
        ("silence", "pane", "silence"),
        ("next", "pane", "asked, next"),
        ("led", "pane", "I led"),
        ("to_line", "pane", "notes"),
        ("help", "pane", "help"),
    ),
    "notes": (
        ("edit", "pane", "edit"),
        ("retag", "pane", "tag"),
        ("star", "pane", "star"),
        ("earlier", "pane", "10 s back"),
        ("delete", "pane", "remove"),
        ("undo", "pane", "undo"),
    ),
}
"""At most six keys a place: command, where its key is from (or the key itself), and its label."""


@value
class FooterKey:
    """One key of the footer: the cells it takes, and the command that a click runs."""

    start: int
    end: int
    command: str


def footer_row(place: str, width: int, keymap: Mapping[str, str]) -> tuple[Row, list[FooterKey]]:
    """The keys of a place, as many as fit, and where they stand for the mouse."""
    spans: list[Span] = [(" ", "")]
    keys: list[FooterKey] = []
    used = 1
    for command_id, source, label in FOOTERS[place]:
        shown = _shown_key(command_id, source, keymap)
        need = cell_len(shown) + cell_len(label) + 3
        if used + need - 2 > width:
            break
        spans += [(shown, "accent strong"), (f" {label}  ", "dim")]
        keys.append(FooterKey(used, used + need, command_id))
        used += need
    return Row(tuple(spans)), keys


def _shown_key(command_id: str, source: str, keymap: Mapping[str, str]) -> str:
    if not command_id:
        return source
    command: Command = BY_ID[command_id]
    if source == "line":
        return key_label(command.line_keys, keymap, command.id)
    keys = "tab" if command_id == "to_line" else command.pane_keys
    return key_label(keys, keymap, command.pane_id)
