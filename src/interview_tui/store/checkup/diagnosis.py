"""What one check of `doctor` found, and what to do about it."""

from __future__ import annotations

from typing import Literal

from interview_tui.domain.values import value

State = Literal["ok", "warn", "bad"]
"""Bad: something does not work, or a promise is broken. Warn: it works, and could be better."""


@value
class Diagnosis:
    """One line: which check, how it stands, what was seen, and what to do unless all is well."""

    check: str
    state: State
    message: str
    todo: str = ""
