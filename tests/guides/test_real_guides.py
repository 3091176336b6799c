"""Guides of people who never heard of this program, against what careful reading found in them."""

from __future__ import annotations

from benchmarks.guides import DEFAULT_FOLDER, Score, read_gold, score

from interview_tui.guides.decode import decode_guide
from interview_tui.guides.reader import read_guide


def total() -> Score:
    result = Score()
    for name, gold in read_gold(DEFAULT_FOLDER / "GOLD.tsv").items():
        text = decode_guide((DEFAULT_FOLDER / name).read_bytes(), name=name)
        result += score(read_guide(text, name=name), gold)
    return result


def test_real_guides_are_understood() -> None:
    result = total()
    assert result.gold > 250
    assert result.right / result.gold >= 0.95
    assert result.right / result.found >= 0.97
    assert result.kind_right / result.right >= 0.97
    assert result.right_phases / result.gold_phases >= 0.97
    assert result.right_phases / result.found_phases >= 0.98
    assert result.minutes_right == result.right_phases
