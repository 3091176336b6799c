from __future__ import annotations

import codecs

import pytest

from interview_tui.guides.decode import MAX_GUIDE_BYTES, GuideError, decode_guide

TEXT = "- Wie geht's, Jürgen?\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_unicode_is_read_whatever_its_mark(raw: bytes) -> None:
    assert decode_guide(raw, name="a.md") == TEXT


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "a.md is empty; write at least one question"),
        (b" \n\t\r\n", "a.md is empty; write at least one question"),
        (codecs.BOM_UTF8 + b" ", "a.md is empty; write at least one question"),
        (b"%PDF\x00\x01", "a.md is not a text file; save the guide as plain Markdown"),
        ("Jürgen?".encode("latin-1"), "a.md is not UTF-8 text; save it again"),
        (codecs.BOM_UTF16_LE + b"a", "a.md is not UTF-8 text; save it again"),
        (b"a" * (MAX_GUIDE_BYTES + 1), "a.md is larger than 1 MB; choose"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(GuideError, match=says) as caught:
        decode_guide(raw, name="a.md")
    assert caught.value.exit_code == 2


def test_a_file_of_exactly_one_megabyte_is_read() -> None:
    assert len(decode_guide(b"a" * MAX_GUIDE_BYTES, name="a.md")) == MAX_GUIDE_BYTES
