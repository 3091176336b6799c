"""What a new session starts with when nobody said more: the study's guide, the config's names."""

from __future__ import annotations

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
) -> SessionPlan:
    """The plan of a session; raises GuideError when the guide cannot be read."""
    file = find_guide(guide, workspace, study.guide)
    return SessionPlan(
        guide=file.guide,
        guide_source=file.source,
        guide_name=file.path.name,
        study=study,
        role=role or config.role or "solo",
        practice=practice,
        people={
            "participant": participant,
            "moderator": config.moderator,
            "note_taker": config.note_taker,
        },
    )
