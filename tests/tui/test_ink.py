"""Every colour that a codebook may name can be painted."""

from pathlib import Path

import pytest
from tests.tui.support import at_desk

from interview_tui.domain.codebook import COLOURS


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_every_colour_of_a_codebook_has_an_ink_in_every_theme(tmp_path: Path, theme: str) -> None:
    async with at_desk(tmp_path) as desk:
        desk.app.theme = theme
        await desk.pilot.pause()
        for colour in COLOURS:
            assert desk.screen.talk_pane.ink(f"tag-{colour}").color is not None
