"""What debriefs say to "who else should I talk to?", read from the sessions themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from interview_tui.domain.session import DEBRIEF, Session
from interview_tui.errors import InterviewError
from interview_tui.store.session_record import load_record
from interview_tui.store.workspace import Workspace


def referral_answers(
    workspace: Workspace, sessions: Iterable[str], go_on: Callable[[], bool] = lambda: True
) -> dict[str, str]:
    """The answer of each session that has one, by its id; what cannot be read is left out.

    Stops early, with what was read so far, where `go_on` says so.
    """
    answers: dict[str, str] = {}
    for session_id in sessions:
        if not go_on():
            break
        try:
            record = load_record(workspace.session_path(session_id))
        except InterviewError:
            continue
        said = str(Session(record.events).field(DEBRIEF, "referral") or "").strip()
        if said:
            answers[session_id] = said
    return answers
