"""TOML files that people write by hand, and where in them a mistake stands.

tomllib gives values without their lines, so a second, small look at the text finds the line of a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from typing import NoReturn

from interview_tui.domain.values import value
from interview_tui.errors import InterviewError

Table = dict[str, object]
Place = tuple[str, int, str]

_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*["']?([^"'=\s]+)["']?\s*=""")
_TOKEN = re.compile(r"""\"{3}|'{3}|"(?:[^"\\]|\\.)*"|'[^']*'|#.*""")
_CLOSING = {
    '"""': re.compile(r'(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'),
    "'''": re.compile(r"(?:[^']|'{1,2}(?!'))*'{3,5}"),
}
"""What ends a string over several lines; up to two quotes of its own may stand before the three."""
_ERROR_LINE = re.compile(r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_ALLOWED = (
    ("Cannot overwrite", "the same name stands above, so keep one of the two"),
    ("twice", "the same table stands above; [[ ]] instead of [ ] begins one more of its kind"),
    ("Invalid value", 'write text in quotes, such as key = "value", and close a list with ]'),
    ("Illegal character '\\n'", "text ends on its line with the quotes that it begins with"),
    ("Illegal character", "there is a character that cannot be seen; type the line anew"),
    ("Unterminated string", "text ends with the quotes that it begins with"),
    ("""Expected "'\"""", "text ends with the quotes that it begins with"),
    ("Unescaped", "write \\\\ for a backslash in text"),
    ("table declaration", "a table begins with [name], or [[name]] for one of many"),
    ("inline table", "a table on one line ends with }"),
    ("Expected newline", "one value stands on a line, and text in quotes"),
)
"""What tomllib says, and what is allowed where it says so."""

_KINDS = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    dict: "a table",
    list: "a list",
}


@value
class TomlFile:
    """A file that was read: its values, and the line of each key by (table, its number, key)."""

    name: str
    data: Table
    error: type[InterviewError]
    lines: dict[Place, int] = field(default_factory=dict)

    def fail(self, key: str, what: str, *, table: str = "", number: int = 0) -> NoReturn:
        """Raise the file's error: one sentence that names the file, the line and the key."""
        line = self.line_of(key, table=table, number=number)
        end = "" if what.endswith("?") else "."
        raise self.error(f'{self.name}, line {line}, key "{key}": {what}{end}')

    def line_of(self, key: str, *, table: str = "", number: int = 0) -> int:
        """The line of a key, from 1; of its table where the key itself is missing."""
        places = ((table, number, key), (f"{table}.{key}".lstrip("."), number, ""), (table, number, ""))
        return next((self.lines[place] for place in places if place in self.lines), 1)

    def refuse_unknown(
        self, values: Table, known: Iterable[str], *, table: str = "", number: int = 0
    ) -> None:
        """Fail on the first key that is not known, with the one that was probably meant."""
        from difflib import get_close_matches

        names = list(known)
        for key in values:
            if key not in names:
                close = get_close_matches(key, names, n=1)
                hint = f'did you mean "{close[0]}"?' if close else f"use one of {', '.join(names)}"
                self.fail(key, f"nothing is called that here; {hint.rstrip('.')}", table=table, number=number)

    def text(self, values: Table, key: str, default: str = "", *, table: str = "", number: int = 0) -> str:
        """A value that has to be text."""
        value = values.get(key, default)
        if not isinstance(value, str):
            self.fail(key, _expected(str), table=table, number=number)
        return value.strip()

    def whole_number(
        self, values: Table, key: str, default: int | None = None, *, table: str = "", number: int = 0
    ) -> int | None:
        """A value that has to be a whole number; `default` where the key is missing."""
        value = values.get(key, default)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self.fail(key, _expected(int), table=table, number=number)
        return value

    def truth(self, key: str, default: bool) -> bool:
        """A value of the file's top level that has to be true or false."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            self.fail(key, _expected(bool))
        return value

    def table(self, key: str) -> Table:
        """A table, empty where the file has none."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.fail(key, f"{_expected(dict)}; begin it with a line [{key}]")
        return value

    def tables(self, key: str) -> list[Table]:
        """The tables of a `[[key]]` list, empty where the file has none."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fail(key, f"{_expected(list)} of tables; begin each with a line [[{key}]]")
        return value


def read_toml(path: Path, error: type[InterviewError]) -> TomlFile | None:
    """Read a file, None if there is none; raises `error` for one that is no TOML or cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as problem:
        raise error(f"{path.name} is not UTF-8 text; save it as UTF-8 in your editor.") from problem
    except OSError as problem:
        reason = (problem.strerror or "unknown reason").lower()
        raise error(f"{path.name} cannot be read ({reason}); check the file {path}.") from problem
    return parse_toml(path.name, text, error)


def parse_toml(name: str, text: str, error: type[InterviewError]) -> TomlFile:
    """A file's text as its values; raises `error` for one that is no TOML."""
    import tomllib  # only who has such a file pays for its parser

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise error(_syntax_sentence(name, text, str(problem))) from problem
    return TomlFile(name, data, error, dict(places_of_keys(text)))


def _expected(kind: type) -> str:
    return f"the value has to be {_KINDS[kind]}"


def _syntax_sentence(name: str, text: str, problem: str) -> str:
    """Where it is and what is allowed there; without a line it is the last one."""
    found = _ERROR_LINE.match(problem)
    lines = text.rstrip("\n").split("\n")
    number = int(found["line"]) if found and found["line"] else len(lines)
    what = found["what"] if found else problem
    key = _KEY.match(lines[min(number, len(lines)) - 1])
    where = f'{name}, line {number}, key "{key[1]}"' if key else f"{name}, line {number}"
    hint = next((hint for words, hint in _ALLOWED if words in what), 'write key = "value"')
    return f"{where}: this is not valid TOML; {hint}."


def places_of_keys(text: str) -> Iterator[tuple[Place, int]]:
    """Each key with its line, from 1; a table's own line is under the key "" and counts its repeats."""
    counts: dict[str, int] = {}
    table, inside = "", ""
    for line, content in enumerate(text.split("\n"), start=1):
        was_inside, inside = inside, _open_string(content, inside)
        if was_inside:
            continue
        if header := _HEADER.match(content):
            table = header[1]
            counts[table] = counts.get(table, -1) + 1
            yield (table, counts[table], ""), line
        elif key := _KEY.match(content):
            number = counts.get(table, 0)
            yield (table, number, key[1]), line
            outer, _, inner = key[1].rpartition(".")
            yield (f"{table}.{outer}".strip("."), number, inner), line


def _open_string(line: str, inside: str) -> str:
    """The quotes of a string over several lines that is still open after this line, or nothing."""
    at = 0
    while True:
        found = _CLOSING[inside].match(line, at) if inside else _TOKEN.search(line, at)
        if found is None:
            return inside
        at = found.end()
        inside = found[0] if not inside and found[0] in _CLOSING else ""
