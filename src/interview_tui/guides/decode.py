"""From the bytes of a guide file to its text, with a plain sentence for everything that is no guide."""

from __future__ import annotations

import codecs

from interview_tui.errors import InterviewError

MAX_GUIDE_BYTES = 1_048_576
"""The largest guide taken, in bytes (1 MB): two hundred times the longest real guide seen."""

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class GuideError(InterviewError):
    """A file that cannot be read as a guide."""

    title = "Not a guide"
    exit_code = 2


def decode_guide(raw: bytes, *, name: str) -> str:
    """Return the text of a guide file; UTF-8, with or without a BOM, or UTF-16 with one.

    Raises GuideError when the file is empty, binary, in another encoding, or larger than 1 MB.
    """
    if not raw.strip():
        raise GuideError(f"{name} is empty; write at least one question into it.")
    if len(raw) > MAX_GUIDE_BYTES:
        raise GuideError(f"{name} is larger than 1 MB; choose the guide's Markdown file, not an export.")
    utf16 = raw.startswith(_UTF16_MARKS)
    if not utf16 and b"\x00" in raw:
        raise GuideError(f"{name} is not a text file; save the guide as plain Markdown.")
    try:
        text = raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise GuideError(f"{name} is not UTF-8 text; save it again with the encoding UTF-8.") from None
    if not text.strip():
        raise GuideError(f"{name} is empty; write at least one question into it.")
    return text
