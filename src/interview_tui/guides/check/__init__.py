"""The question check: what good practice would change about a question, offline and by rules alone.

The labels follow what handbooks of interviewing agree on: open questions about the past and the present, one
at a time, that neither suggest an answer nor present a solution. `docs/question-check.md` tells each of them.
"""

from interview_tui.guides.check.findings import Finding, Kind, Report, Severity, Summary
from interview_tui.guides.check.guide import check_guide, check_question
from interview_tui.guides.check.summary import summary_lines

__all__ = [
    "Finding",
    "Kind",
    "Report",
    "Severity",
    "Summary",
    "check_guide",
    "check_question",
    "summary_lines",
]
