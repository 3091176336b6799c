"""What a new session starts with when nobody said more: the study's guide, the config's names."""

from __future__ import annotations

from interview_tui.domain.consent import at_once
from interview_tui.domain.events import FieldValue
from interview_tui.domain.study import Study
from interview_tui.store.config import Config
from interview_tui.store.guide_files import find_guide
from interview_tui.store.workspace import Workspace
from interview_tui.tui.live_session import Role, SessionPlan


def plan_for(
    workspace: Workspace,
    study: Study,
    config: Config,
    *,
    guide: str = "",
    participant: str = "",
    role: Role | None = None,
    practice: bool = False,
    now: bool = False,
) -> SessionPlan:
    """The plan of a session; with `now` the clock starts without asking anything more.

    Raises GuideError when the guide cannot be read, NoSuchParticipantError when nobody is meant, and
    NoInterviewError when that person withdrew or, with `now`, refused notes.
    """
    file = find_guide(guide, workspace, study.guide)
    known = _known_of(participant, workspace, practice=practice, now=now) if participant.strip() else {}
    if now and not practice:
        known = at_once(known)
    return SessionPlan(
        guide=file.guide,
        guide_source=file.source,
        guide_name=file.path.name,
        study=study,
        role=role or config.role or "solo",
        practice=practice,
        people={
            "participant": "",
            "moderator": config.moderator,
            "note_taker": config.note_taker,
            **known,
        },
    )


def _known_of(text: str, workspace: Workspace, *, practice: bool, now: bool) -> dict[str, FieldValue]:
    """What a session takes over from the participant whom a text means."""
    from interview_tui.domain.people import refused_notes, session_fields
    from interview_tui.store.people import NoInterviewError, participant_meant, read_roster_if_any

    roster = None if practice else read_roster_if_any(workspace)
    person = participant_meant(text, roster)
    if now and refused_notes(person):
        raise NoInterviewError(
            f"{person.pseudonym} said no to notes; leave out --now to ask again before the clock starts."
        )
    return session_fields(person)
