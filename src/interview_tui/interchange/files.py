"""Formats by name: what `export` and the summary screen write."""

from __future__ import annotations

import json

from interview_tui.domain.header import SessionHeader
from interview_tui.domain.session import Session
from interview_tui.interchange.markdown import session_markdown
from interview_tui.interchange.session_json import session_json


def export_text(header: SessionHeader, session: Session, format_name: str) -> str:
    """A session as the text of a file: `md` to read, `json` for programs."""
    if format_name == "md":
        return session_markdown(header, session)
    return json.dumps(session_json(header, session), ensure_ascii=False, indent=2) + "\n"
