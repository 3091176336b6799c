"""Typed text inside Markdown, read back by an independent reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from interview_tui.domain.text import visible
from interview_tui.interchange.markdown_text import escape, escape_line

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "tables and strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    # Curly quotes are that reader's own taste; escaping every quote would make the file unreadable.
    "replacements": MarkdownIt("js-default", {"typographer": True}).disable("smartquotes"),
}
NASTY = [
    'said "ok [laughs]"',
    "a [/] b",
    "\x1b[31mred",
    "# x",
    "x #",
    "1. x",
    "1) x",
    "12345678. x",
    "- x",
    "+ x",
    "--- x ---",
    "===",
    "> x",
    "<b>bold</b>",
    "<!-- x -->",
    "&amp; &#65; AT&T",
    "a | b | c",
    "| - | - |",
    "`code` and ``more``",
    "```\nfence\n```",
    "~~~\nfence",
    "*a* **b** _c_ __d__ snake_case",
    "~~gone~~ x^2^ H~2~O $5 and $6",
    "[a](b) ![c](d) [e]: f",
    "\\",
    "ends in \\",
    "two\nlines",
    "two\n\nparagraphs",
    "trailing\n",
    "\nleading",
    "para\n===\nmore\n---",
    "    indented\n\tcode",
    "  spaces  ",
    "\u00a0nbsp\u3000",
    "wait... -- really --- yes",
    "(c) (TM) +- ,, ????? !!!!! ..",
    ":smile: {.class}",
    "windows\r\nlines\rold",
    "שלום 予約 👩‍⚕️",
]
PIECES = st.sampled_from([*NASTY, *"\\`*_{}[]()<>#+-.!|~&;:=\n\t ", "a", "1", "&lt;", "\x00", "\u2028"])
ANY_TEXT = st.lists(PIECES, max_size=8).map("".join) | st.text()


def expected(text: str) -> str:
    lines = re.split(r"\r\n|\n", text)
    return "\n".join(visible(line) if line else " " for line in lines)


def text_of(tokens: list[Token]) -> str:
    """What a reader would put on the page, tags apart; a mark that was understood would be missing."""
    found = ""
    for token in tokens:
        for child in token.children or []:
            found += "\n" if child.type in {"hardbreak", "softbreak"} else child.content
    return found


def read_back(reader: str, markdown: str) -> list[Token]:
    return READERS[reader].parse(markdown)


def shape(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_shown_exactly_as_typed(text: str, reader: str) -> None:
    tokens = read_back(reader, escape(text))
    assert shape(tokens) == ["paragraph_open", "inline", "paragraph_close"]
    assert text_of(tokens) == expected(text)


@given(ANY_TEXT, st.sampled_from(sorted(READERS)))
def test_any_text_is_shown_exactly_as_typed(text: str, reader: str) -> None:
    tokens = read_back(reader, escape(text))
    assert shape(tokens) == ["paragraph_open", "inline", "paragraph_close"]
    assert text_of(tokens) == expected(text)


@given(ANY_TEXT)
def test_any_text_stays_inside_its_list_item_and_its_quote(text: str) -> None:
    tokens = read_back("commonmark", f"- **quote**\n  > {escape(text, '  > ')}\n- next")
    assert [kind for kind in shape(tokens) if kind.endswith("_open")] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "blockquote_open",
        "paragraph_open",
        "list_item_open",
        "paragraph_open",
    ]
    assert text_of(tokens) == f"quote{expected(text)}next"


@given(ANY_TEXT)
def test_any_text_makes_one_whole_heading(text: str) -> None:
    tokens = read_back("commonmark", f"## {escape_line(text)}\n\nnext")
    assert shape(tokens)[:3] == ["heading_open", "inline", "heading_close"]
    assert text_of(tokens[:3]) == (visible(text) or " ")


@pytest.mark.parametrize(
    "text", ["We just lose the slot.", "It's 50% (at least), isn't it?", "see https://a.example/x-y?z=1"]
)
def test_ordinary_sentences_are_left_as_they_are(text: str) -> None:
    assert escape(text) == text
