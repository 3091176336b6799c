"""HTML comments in a guide: notes to the moderator, and two that speak to the program.

`<!-- ok: RULE -->` silences a rule of the question check, `<!-- is: KIND -->` says what a line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = "<!--", "-->"
_WAIVER = re.compile(r"\s*ok\s*(?::(?P<rules>[\w\s,;/.-]*))?", re.IGNORECASE)
_BETWEEN_RULES = re.compile(r"[,;/]")
_KIND = re.compile(r"\s*is\s*:\s*(?P<kind>question|probe|script|note|consent|phase)\s*", re.IGNORECASE)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One line of a comment; `line` counts from 1."""

    line: int
    text: str


def split_comments(text: str) -> tuple[list[str], list[CommentLine]]:
    """Take the comments out of a text: its lines without them, and the comments line by line.

    A comment that is never closed ends with its line, so that one slip does not swallow the guide.
    """
    kept: list[str] = []
    comments: list[CommentLine] = []
    inside = False
    lines = text.splitlines()
    last_close = max((at for at, line in enumerate(lines) if _CLOSE in line), default=-1)
    for at, line in enumerate(lines):
        if not inside and _OPEN not in line:
            kept.append(line)
            continue
        outside, inner, inside = _split_line(line, inside, closes_later=at < last_close)
        kept.append(outside)
        comments.extend(CommentLine(at + 1, part) for part in inner if _WORD.search(part))
    return kept, comments


def _split_line(line: str, inside: bool, *, closes_later: bool) -> tuple[str, list[str], bool]:
    """One line's text outside of comments, the comments' parts, and whether a comment goes on after it."""
    outside: list[str] = []
    inner: list[str] = []
    at = 0
    while at < len(line):
        end = line.find(_CLOSE if inside else _OPEN, at)
        part = line[at : end if end >= 0 else len(line)]
        (inner if inside else outside).append(part)
        if end < 0:
            break
        at = end + (len(_CLOSE) if inside else len(_OPEN))
        inside = not inside
    return "".join(outside), inner, inside and closes_later


def waived_rules(comment: str) -> tuple[str, ...]:
    """The rules that an `ok: closed, leading` comment names; empty for any other comment."""
    match = _WAIVER.fullmatch(comment)
    if match is None:
        return ()
    rules = (
        " ".join(rule.strip(" .").lower().split()) for rule in _BETWEEN_RULES.split(match["rules"] or "")
    )
    return tuple(filter(None, rules))


def is_waiver(comment: str) -> bool:
    """Whether a comment is meant to waive rules, even if it names none."""
    return _WAIVER.fullmatch(comment) is not None


def said_kind(comment: str) -> str:
    """The kind that an `is: probe` comment gives its line; empty for any other comment."""
    match = _KIND.fullmatch(comment)
    return match["kind"].lower() if match else ""


def waivers(text: str) -> dict[int, frozenset[str]]:
    """For the question check: the rules waived for each line, counted from 1."""
    found: dict[int, frozenset[str]] = {}
    for line, comment in waiver_comments(text):
        if rules := waived_rules(comment):
            found[line] = found.get(line, frozenset()) | set(rules)
    return found


def waiver_comments(text: str) -> Iterator[tuple[int, str]]:
    """The comments that are meant to waive rules, each with its line, counted from 1.

    One on a line of its own belongs to the line of text above it.
    """
    lines, comments = split_comments(text)
    owners: list[int] = []
    for at, line in enumerate(lines):
        owners.append(at + 1 if _WORD.search(line) or not owners else owners[-1])
    for comment in comments:
        if is_waiver(comment.text):
            yield owners[comment.line - 1], comment.text
