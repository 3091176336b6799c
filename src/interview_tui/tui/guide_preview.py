"""What the guides screen shows of one guide, and how it stays in place while the file changes."""

from __future__ import annotations

from pathlib import Path

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.guides.check import Report, check_guide
from interview_tui.guides.draft import drafted
from interview_tui.guides.reader import read_guide
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
    return _preview(path, file.source, file.guide, stamp)


def preview_paste(text: str, title: str) -> Preview:
    """A pasted text in the native form, as it would be saved; raises GuideError if nothing in it asks."""
    source = drafted(text, title).source
    return _preview(None, source, read_guide(source), None)


def _preview(path: Path | None, source: str, guide: Guide, stamp: Stamp | None) -> Preview:
    report = check_guide(guide, source)
    return Preview(
        path=path,
        source=source,
        guide=guide,
        report=report,
        lines=preview_lines(guide, report),
        stamp=stamp,
    )
