"""The guides that can be chosen, and what a list says of each: whose, how long, what the check says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError
from interview_tui.guides.check import Summary, check_guide
from interview_tui.store.guide_files import guide_paths, is_ready_made, load_guide
from interview_tui.store.workspace import Workspace


@value(kw_only=True)
class ListedGuide:
    """One guide of the list; one that cannot be read has a `problem` and no guide."""

    path: Path
    guide: Guide | None = None
    summary: Summary | None = None
    problem: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is the workspace's own, and no ready-made one."""
        return not is_ready_made(self.path)

    @property
    def words(self) -> str:
        """Minutes, questions, what the check says and the title, in columns."""
        if self.guide is None or self.summary is None:
            return self.problem
        minutes = f"{self.guide.minutes_total:g} min"
        asked = len(self.guide.questions)
        questions = f"{asked} question{'' if asked == 1 else 's'}"
        return f"{minutes:>7}  {questions:>12}  {verdict(self.summary):<11}  {self.guide.title}"


def verdict(summary: Summary) -> str:
    """What the question check says of a guide, in two words."""
    for count, noun in ((summary.errors, "error"), (summary.warnings, "warning")):
        if count:
            return f"{count} {noun}{'' if count == 1 else 's'}"
    return "no warnings"


def guide_list(workspace: Workspace) -> list[ListedGuide]:
    """Every guide that can be chosen by name, the workspace's own first."""
    return [_listed(path) for path in guide_paths(workspace)]


def _listed(path: Path) -> ListedGuide:
    try:
        file = load_guide(path)
    except InterviewError as error:
        return ListedGuide(path=path, problem=error.message)
    return ListedGuide(path=path, guide=file.guide, summary=check_guide(file.guide, file.source).summary)


def guide_list_json(guides: Sequence[ListedGuide]) -> list[dict[str, object]]:
    """The list for programs; what is not known of a guide that cannot be read is null."""
    return [
        {
            "name": listed.path.stem,
            "path": str(listed.path),
            "own": listed.is_own,
            "title": listed.guide.title if listed.guide else None,
            "minutes": listed.guide.minutes_total if listed.guide else None,
            "questions": len(listed.guide.questions) if listed.guide else None,
            "errors": listed.summary.errors if listed.summary else None,
            "warnings": listed.summary.warnings if listed.summary else None,
            "hints": listed.summary.hints if listed.summary else None,
            "problem": listed.problem or None,
        }
        for listed in guides
    ]
