from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_tui.store.codec import PLAIN
from interview_tui.store.log_lines import LogContent, Row, Tables, apply_row, frame, read_lines

documents = st.none() | st.dictionaries(st.sampled_from("abc"), st.text(max_size=5), max_size=2)
rows = st.lists(st.tuples(st.sampled_from(["events", "drafts"]), st.integers(1, 4), documents), max_size=8)

THREE: list[Row] = [
    ("events", 1, {"text": "one"}),
    ("drafts", 1, {"text": "tw"}),
    ("events", 2, {"text": "two"}),
]


class Backwards:
    """A codec that is none, to see that all bytes go through the seam."""

    def seal_file(self, raw: bytes) -> bytes:
        return raw[::-1]

    open_file = seal_line = open_line = seal_file


def tables_of(content: LogContent) -> Tables:
    tables: Tables = {}
    for row in content.rows:
        apply_row(tables, row)
    return tables


@given(rows)
def test_rows_come_back_in_order(rows: list[Row]) -> None:
    raw = frame(rows, PLAIN)
    content = read_lines(raw, PLAIN)
    assert content.rows == rows
    assert content.length == len(raw)
    assert not content.damaged


@given(rows, st.integers(0, 8))
def test_a_log_read_again_over_what_it_made_changes_nothing(rows: list[Row], start: int) -> None:
    once = tables_of(LogContent(rows))
    again = tables_of(LogContent([*rows[:start], *rows]))
    assert again == once


def test_a_log_cut_at_any_byte_of_its_last_line_keeps_all_the_others() -> None:
    raw = frame(THREE, PLAIN)
    last_starts = raw.rindex(b"\n", 0, -1) + 1
    for length in range(last_starts, len(raw)):
        content = read_lines(raw[:length], PLAIN)
        assert content.rows == THREE[:2]
        assert content.length == last_starts
        assert not content.damaged


def test_a_flipped_bit_anywhere_costs_no_other_line_and_is_never_believed() -> None:
    raw = frame(THREE, PLAIN)
    first_length = raw.index(b"\n")
    for place in range(first_length):
        damaged = bytearray(raw)
        damaged[place] ^= 4
        content = read_lines(bytes(damaged), PLAIN)
        assert content.rows == THREE[1:]
        assert b"\n".join(content.damaged) == bytes(damaged[:first_length])


def test_zeros_that_a_power_cut_left_are_no_damage() -> None:
    raw = frame(THREE, PLAIN) + bytes(4096)
    content = read_lines(raw, PLAIN)
    assert content.rows == THREE
    assert not content.damaged


def test_a_line_that_is_whole_but_says_nothing_sensible_is_damaged() -> None:
    strange = frame([("events", 1, {})], PLAIN).replace(b"events", b"evelts")
    content = read_lines(strange, PLAIN)
    assert content.rows == []
    assert len(content.damaged) == 1


def test_every_line_goes_through_the_codec() -> None:
    raw = frame(THREE, Backwards())
    assert b"events" not in raw
    assert read_lines(raw, Backwards()).rows == THREE
