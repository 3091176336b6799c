"""Every command of the live screen, declared once: keys, typed name, label, help and id.

Bindings, footer, palette, help and the typed `/commands` are all made from this table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding

from interview_tui.domain.values import value


@value
class Command:
    """One thing that a person can do in an interview.

    `line_keys` work while a note is being typed, `pane_keys` where nothing is typed, both as Textual
    names them and comma-separated. `typed` is the word after `/`. `writes` is false for what a
    read-only view may do as well.
    """

    id: str
    label: str
    help: str
    line_keys: str = ""
    pane_keys: str = ""
    typed: str = ""

    @property
    def pane_id(self) -> str:
        """The id under which the pane keys are rebound."""
        return f"pane.{self.id}"


COMMANDS: tuple[Command, ...] = (
    Command("floor", "floor", "Hand the floor to the other one", "ctrl+t,f9", "space", "floor"),
    Command("silence", "silence", "Nobody is talking", "ctrl+f", "full_stop", "silence"),
    Command("floor_earlier", "10 s ago", "The last hand-over was 10 s earlier", "", "a", "ago"),
    Command("next", "asked, next", "Mark the question asked and show the next", "ctrl+n,f8", "n", "next"),
    Command("skip", "skip", "Leave the question out and show the next", "", "N", "skip"),
    Command("led", "I led", "That was a leading question: ask why", "ctrl+l,f5", "l", "led"),
    Command("why", "why", "One more of the five whys", "", "y", "why"),
    Command("up", "up", "The question or note above", "", "up,k"),
    Command("down", "down", "The question or note below", "", "down,j"),
    Command("back", "back", "Back from a side path", "", "b", "back"),
    Command("phase_back", "phase back", "The phase before", "", "left_square_bracket,left", "phase-back"),
    Command("phase_on", "phase on", "The next phase", "", "right_square_bracket,right", "phase-on"),
    Command("pause", "pause", "Stop or restart the clock", "", "z", "pause"),
    Command("retag", "change the tag", "Change the tag of the note", "ctrl+g", "t", "tag"),
    Command("earlier", "10 s back", "Move the note 10 seconds back", "ctrl+r", "comma", "earlier"),
    Command("edit", "edit", "Edit the selected note", "", "e", "edit"),
    Command("star", "star", "Star the selected note", "", "asterisk", "star"),
    Command("delete", "delete", "Remove the selected note", "", "delete", "delete"),
    Command("undo", "undo", "Take the last step back", "", "u", "undo"),
    Command("nudges", "nudges", "Turn the nudges off or on", "", "m", "nudges"),
    Command("consent", "consent", "What they allow: notes, recording, quoting, contact", "", "c", "consent"),
    Command("other_pane", "other pane", "From the guide to the notes and back", "", "shift+tab"),
    Command("to_line", "to the line", "Back to the note line", "", "tab,enter"),
    Command("help", "help", "All keys of this place", "", "question_mark", "help"),
    Command("finish", "finish", "End the interview and debrief", "ctrl+q", "", "finish"),
    Command("leave", "leave", "Close now, resume later", "", "", "leave"),
)

HOTKEYS = ("f2", "f3", "f4")
"""The keys of the three commonest tags, in the order of `hot_tags`."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
BY_TYPED: Mapping[str, Command] = {command.typed: command for command in COMMANDS if command.typed}


def line_bindings() -> list[Binding]:
    """Bindings that work everywhere on the live screen, also while a note is typed."""
    made = [
        Binding(command.line_keys, f"do('{command.id}')", command.label, id=command.id, show=False)
        for command in COMMANDS
        if command.line_keys
    ]
    hot = [
        Binding(key, f"hot_tag({number})", f"tag {number + 1}", id=f"tag{number + 1}", show=False)
        for number, key in enumerate(HOTKEYS)
    ]
    return made + hot


def pane_bindings() -> list[Binding]:
    """Bindings of a pane in which nothing is typed."""
    return [
        Binding(
            command.pane_keys, f"screen.do('{command.id}')", command.label, id=command.pane_id, show=False
        )
        for command in COMMANDS
        if command.pane_keys
    ]


def completions(typed: str) -> list[Command]:
    """The commands whose typed name begins with this, best first; all of them for an empty text."""
    word = typed.strip().split(" ", 1)[0].lower()
    return [command for name, command in BY_TYPED.items() if name.startswith(word)]


def resolve(typed: str) -> Command | None:
    """The command of a typed name, or of the beginning of one; None for an empty or an unknown one."""
    name = typed.strip().lower()
    exact = BY_TYPED.get(name)
    if exact is not None or not name:
        return exact
    return next(iter(completions(name)), None)


_CHARACTERS = frozenset(
    (
        "space",
        "full_stop",
        "comma",
        "asterisk",
        "question_mark",
        "slash",
        "minus",
        "plus",
        "left_square_bracket",
        "right_square_bracket",
        "apostrophe",
        "quotation_mark",
        "semicolon",
        "colon",
    )
)
"""Names of keys that are characters; single letters need no list."""

_SYMBOLS = {
    "full_stop": ".",
    "comma": ",",
    "asterisk": "*",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "shift+tab": "⇧tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "delete": "del",
}


def key_label(keys: str, keymap: Mapping[str, str] | None = None, binding_id: str = "") -> str:
    """The first of some keys as a person reads it: `^T`, `F9`, `space`, after the user's own keymap."""
    chosen = (keymap or {}).get(binding_id, keys)
    first = chosen.split(",")[0].strip()
    if first.startswith("ctrl+"):
        return "^" + first.removeprefix("ctrl+").upper()
    if first.startswith("f") and first[1:].isdigit():
        return first.upper()
    return _SYMBOLS.get(first, first)


def all_labels(keys: str, keymap: Mapping[str, str] | None = None, binding_id: str = "") -> str:
    """Every one of some keys as a person reads them, with a space between."""
    chosen = (keymap or {}).get(binding_id, keys)
    return " ".join(key_label(key) for key in chosen.split(",") if key)


def check_keymap(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The part of a user's keymap that can be used, and a sentence on each entry that cannot.

    A name that no command has, or a key that two commands of one place would share, is left out.
    """
    known = _default_keys()
    sentences = [
        f"keys: there is no command {name!r}; `?` lists them." for name in wanted if name not in known
    ]
    usable = {name: _without_spaces(keys) for name, keys in wanted.items() if name in known}
    for name in [name for name in usable if not name.startswith("pane.") and _types(usable[name])]:
        sentences.append(
            f"keys: {usable[name]!r} of {name!r} would be typed into notes; choose ctrl or F keys."
        )
        del usable[name]
    for name in list(usable):
        clash = _clash(name, {**known, **usable})
        if clash is not None:
            key, other = clash
            sentences.append(
                f"keys: {key!r} of {name!r} belongs to {other!r} already; {name!r} stays as it was."
            )
            del usable[name]
    return usable, sentences


def _types(keys: str) -> bool:
    """Whether one of the keys is a character that a note may contain."""
    return any(len(key) == 1 or key in _CHARACTERS for key in keys.split(","))


def _default_keys() -> dict[str, str]:
    keys = {f"tag{number + 1}": key for number, key in enumerate(HOTKEYS)}
    for command in COMMANDS:
        if command.line_keys:
            keys[command.id] = command.line_keys
        if command.pane_keys:
            keys[command.pane_id] = command.pane_keys
    return keys


def _without_spaces(keys: str) -> str:
    return ",".join(key.strip() for key in keys.split(",") if key.strip())


def _clash(name: str, keys: Mapping[str, str]) -> tuple[str, str] | None:
    mine = set(keys[name].split(","))
    place = name.startswith("pane.")
    return _first_shared(
        mine, ((n, k) for n, k in keys.items() if n != name and n.startswith("pane.") == place)
    )


def _first_shared(mine: set[str], others: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    for other, keys in others:
        shared = mine & set(keys.split(","))
        if shared:
            return min(shared), other
    return None
