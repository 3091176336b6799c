"""A clock in digits three rows high, drawn from half blocks so that it reads from across a table."""

from __future__ import annotations

_FONT = {
    "0": "75557",
    "1": "26227",
    "2": "71747",
    "3": "71717",
    "4": "55711",
    "5": "74717",
    "6": "74757",
    "7": "71122",
    "8": "75757",
    "9": "75717",
    "+": "02720",
}
"""Five rows of three pixels a digit, each row one octal figure."""

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def big(text: str) -> tuple[str, str, str]:
    """A text of digits, `:` and `+` as three rows of equal width."""
    columns: list[tuple[str, str, str]] = [_glyph(character) for character in text]
    return (
        " ".join(column[0] for column in columns),
        " ".join(column[1] for column in columns),
        " ".join(column[2] for column in columns),
    )


def _glyph(character: str) -> tuple[str, str, str]:
    if character == ":":
        return ("▄", "▄", " ")
    pixels = [int(figure, 8) for figure in _FONT.get(character, "00000")] + [0]
    top, middle, bottom = (_halves(pixels[at], pixels[at + 1]) for at in (0, 2, 4))
    return (top, middle, bottom)


def _halves(upper: int, lower: int) -> str:
    return "".join(_HALVES[bool(upper & bit), bool(lower & bit)] for bit in (4, 2, 1))
