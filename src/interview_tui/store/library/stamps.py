"""Which session files there are and when each was last changed, for the price of listing a folder."""

from __future__ import annotations

import os
from pathlib import Path

from interview_tui.store.errors import StoreError
from interview_tui.store.reasons import reason_for

_NOTHING = (0, 0)


def stamps_in(folder: Path) -> dict[str, str]:
    """Size and time of `.json` and of `.log` of every session, by its id; raises StoreError.

    What counts as a session is what `Workspace.session_paths` finds.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name, ending = os.path.splitext(entry.name)  # noqa: PTH122 - a Path each costs ten times as much
                if ending in (".json", ".log") and not name.startswith("."):
                    pair = found.setdefault(name, [_NOTHING, _NOTHING])
                    pair[ending == ".log"] = _size_and_time(entry)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"{folder} cannot be read because {reason_for(error)}.") from error
    return {
        name: f"{json[0]} {json[1]} {log[0]} {log[1]}"
        for name, (json, log) in found.items()
        if json[1] or log[0]
    }


def stamp_of(path: Path) -> str:
    """The stamp of one session, "" where there is none."""
    pairs = []
    for file in (path, path.with_suffix(".log")):
        try:
            seen = file.stat()
            pairs.append((seen.st_size, seen.st_mtime_ns))
        except OSError:
            pairs.append(_NOTHING)
    json, log = pairs
    return f"{json[0]} {json[1]} {log[0]} {log[1]}" if json[1] or log[0] else ""


def _size_and_time(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        seen = entry.stat()
    except OSError:  # it went just now, or leads nowhere
        return _NOTHING
    return seen.st_size, seen.st_mtime_ns
