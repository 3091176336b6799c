"""Writing an export: whole or not at all, readable by its owner only."""

from __future__ import annotations

from pathlib import Path

from interview_tui.store.disk import make_folder, replace_file
from interview_tui.store.errors import StoreError
from interview_tui.store.reasons import reason_for


def write_export(path: Path, text: str, *, into_new_folder: bool = False) -> None:
    """Write a text to a file over whatever it held; raises StoreError with the reason if that fails."""
    try:
        if into_new_folder:
            make_folder(path.parent)
        replace_file(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written because {reason_for(error)}; choose another file with -o."
        ) from error
