"""What the guides screen shows of one guide, and how it stays in place while the file changes."""

from __future__ import annotations

from pathlib import Path

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.guides.check import Report, check_guide
from interview_tui.guides.draft import drafted
from interview_tui.guides.pasted import clean
from interview_tui.store.guide_files import is_ready_made, load_guide
from interview_tui.tui.file_watch import Stamp, stamp_of
from interview_tui.tui.guide_check_rows import PreviewLine, preview_lines


@value(kw_only=True)
class Preview:
    """A guide as it is shown; `path` is None for a pasted one that was not saved yet."""

    path: Path | None
    source: str
    guide: Guide
    report: Report
    lines: tuple[PreviewLine, ...]
    stamp: Stamp | None = None

    @property
    def is_ready_made(self) -> bool:
        """Whether the guide came with the program."""
        return self.path is not None and is_ready_made(self.path)


def preview_file(path: Path) -> Preview:
    """A guide file as it is now; raises GuideError with one sentence if it cannot be read as a guide."""
    stamp = stamp_of(path)
    file = load_guide(path)
    report = check_guide(file.guide, file.source)
    return Preview(
        path=path,
        source=file.source,
        guide=file.guide,
        report=report,
        lines=preview_lines(file.guide, report),
        stamp=stamp,
    )


def preview_paste(text: str, title: str) -> Preview:
    """A pasted text by its own line numbers, and as it would be saved; raises GuideError if nothing asks."""
    draft = drafted(text, title)
    report = check_guide(draft.guide, clean(text))
    return Preview(
        path=None,
        source=draft.source,
        guide=draft.guide,
        report=report,
        lines=preview_lines(draft.guide, report),
    )
