from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.store.json_bytes import decode, encode

whole_text = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | whole_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(whole_text, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_what_is_encoded_comes_back_and_any_reader_reads_the_same(value: object) -> None:
    raw = encode(value)
    assert decode(raw) == value
    assert json.loads(raw) == value
    assert b"\n" not in raw


@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_no_text_can_stop_a_save(text: str) -> None:
    whole = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert decode(encode([text])) == [whole]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("half \ud83d pair", "half \ufffd pair"),
        ({"\udc00": ("a", "\ud800")}, {"\ufffd": ["a", "\ufffd"]}),
        (float("nan"), None),
        (float("inf"), None),
        ("🙂 naïve 漢字", "🙂 naïve 漢字"),
    ],
)
def test_what_no_file_can_hold_is_replaced(value: object, kept: object) -> None:
    assert decode(encode(value)) == kept


def test_a_foreign_object_is_described_rather_than_refused() -> None:
    assert "object" in str(decode(encode({"value": object()})))


def test_half_pairs_that_another_program_escaped_are_read() -> None:
    assert decode(json.dumps({"text": "a\ud800b"}).encode()) == {"text": "a\ufffdb"}


@pytest.mark.parametrize("raw", [b"", b"{", b"nonsense", b"\xff\xfe", b"[" * 100_000])
def test_what_is_not_json_is_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - several kinds, one base
        decode(raw)
