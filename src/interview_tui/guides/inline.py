"""Inline Markdown made plain text: emphasis, links, code, entities; placeholders stay as typed."""

from __future__ import annotations

import re

# Every class below stops at its own opening mark, so that no input makes a pattern scan a line twice.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+|mailto:[^<>\s]+)>")
_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|li|mark|ol|p|pre|s|small"
    r"|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_CODE = re.compile(r"`+([^`]+)`+")
_STAR = re.compile(r"\*(?=\S)([^*]*[^*\s])\*")
_UNDERSCORE = re.compile(r"(?<!\w)(_{1,2})(?=[^\s_])([^_]*[^_\s])\1(?!\w)")
_STRIKE = re.compile(r"~~([^~]+)~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(r"[*_`\[<&\\~]")


def plain_text(raw: str) -> str:
    """The words of a line without their Markdown, in one line with single spaces."""
    text = raw
    if _MARKS.search(text):
        text = _LINK.sub(r"\1", text)
        text = _AUTOLINK.sub(r"\1", text)
        text = _TAG.sub(" ", text)
        text = _CODE.sub(r"\1", text)
        text = text.replace("**", "")
        text = _STAR.sub(r"\1", text)
        text = _UNDERSCORE.sub(r"\2", text)
        text = _STRIKE.sub(r"\1", text)
        text = _ESCAPE.sub(r"\1", text)
        text = _unescape(text) if "&" in text else text
    return " ".join(text.split())


def _unescape(text: str) -> str:
    import html  # its table of entities is large, and hardly a guide has one

    return html.unescape(text)
