"""Guides as they were understood before, so that a start need not read the same Markdown again.

Compiling the reader's rules costs a tenth of the start-up. The cache is in the workspace's hidden folder,
holds the whole text it was made from, and can be deleted at any time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zlib import crc32

from interview_tui import __version__
from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.store.disk import make_folder, open_for_writing


def cached_guide(folder: Path, source: str) -> Guide | None:
    """The guide that was read from exactly this text by exactly this version, if it is in the cache."""
    try:
        kept = json.loads(_path(folder, source).read_text(encoding="utf-8"))
        if (kept["version"], kept["source"]) != (__version__, source):
            return None
        return _guide(kept["guide"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep_guide(folder: Path, source: str, guide: Guide) -> None:
    """Put a guide into the cache of a workspace that is there; what fails costs only time."""
    if not folder.parent.is_dir():
        return
    kept = {"version": __version__, "source": source, "guide": asdict(guide)}
    with suppress(OSError, ValueError):
        make_folder(folder)
        with os.fdopen(open_for_writing(_path(folder, source), empty=True), "w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False)


def _path(folder: Path, source: str) -> Path:
    return folder / f"guide-{crc32(source.encode('utf-8', 'replace')):08x}.json"


def _guide(kept: dict[str, Any]) -> Guide:
    phases = tuple(
        Phase(**{**phase, "items": tuple(GuideItem(**item) for item in phase["items"])})
        for phase in kept["phases"]
    )
    return Guide(**{**kept, "phases": phases})
