"""The same screen from 60×20 to 200×60, in every role: nothing overlaps and the key words are there."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from tests.tui.support import ROLES, SIZES, Desk, at_desk

from interview_tui.store.config import Config

PANES = ("#top", "#guide", "#notes", "#talk", "#line", "#hints", "#footer")

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
each_role = pytest.mark.parametrize("role", ROLES)


def check_layout(desk: Desk, size: tuple[int, int]) -> None:
    regions = {name: desk.screen.query_one(name).region for name in PANES}
    for (one, first), (other, second) in combinations(regions.items(), 2):
        assert not first.overlaps(second), f"{one} and {other} overlap"
    for name, region in regions.items():
        assert region.width > 0, name
        assert region.height > 0, name
        assert desk.screen.region.contains_region(region), name
    assert regions["#line"].height == 1
    assert regions["#notes"].height >= 3
    assert desk.screen.size == size


@each_size
@each_role
async def test_nothing_overlaps_and_the_key_words_are_visible(
    tmp_path: Path, size: tuple[int, int], role: str
) -> None:
    async with at_desk(tmp_path, size=size, role=role) as desk:  # type: ignore[arg-type]
        check_layout(desk, size)
        guide, top, talk = desk.shown("#guide"), desk.shown("#top"), desk.shown("#talk")
        assert "Get comfortable" in guide
        assert "Tell me about yourself." in guide
        assert "3 must-ask left" in guide
        assert "P07" in top
        assert "sav" in top
        assert "▲" in talk


@each_size
async def test_a_note_is_typed_and_seen_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_desk(tmp_path, size=size, role="notes") as desk:
        await desk.type("s lost slot")
        assert "lost slot" in desk.shown("#line")
        await desk.press("enter")
        assert "lost slot" in desk.shown("#notes")
        rows = desk.screen.notes_pane.size.height
        for number in range(rows + 1):
            await desk.feed(f"note {number}\r")
        assert f"note {rows}" in desk.shown("#notes")
        assert "lost slot" not in desk.shown("#notes")


@pytest.mark.parametrize("size", [(60, 20), (120, 40), (200, 60)])
async def test_all_tag_letters_stand_in_view_until_they_are_learnt(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_desk(tmp_path, size=size) as desk:
        legend = f" {desk.shown('#hints')} "
        assert [key for key in "sqcgwbdkpxvfr" if f" {key} " not in legend] == []
        for _ in range(3):
            await desk.feed("s lost\r")
        assert " s " not in f" {desk.shown('#hints')} "


async def test_the_layout_follows_the_terminal_while_a_note_is_typed(desk: Desk) -> None:
    await desk.type("s half")
    for size in (*SIZES, (79, 24), (109, 30), (110, 30), (40, 12)):
        await desk.pilot.resize_terminal(*size)
        await desk.pilot.pause()
        if size != (40, 12):
            check_layout(desk, size)
        assert "half" in desk.shown("#line")
    await desk.press("enter")
    assert desk.told == [("story", "half")]


@pytest.mark.parametrize("theme", ["textual-light", "textual-dark", "textual-ansi", "nord", "no-such-theme"])
async def test_every_theme_shows_the_same_words(tmp_path: Path, theme: str) -> None:
    async with at_desk(tmp_path, config=Config(theme=theme)) as desk:
        await desk.type("q so slow\n")
        assert "so slow" in desk.shown("#notes")
        assert "saved" in desk.shown("#top") or "saving" in desk.shown("#top")
