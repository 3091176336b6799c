"""The problems of a session file that a person can do something about."""

from __future__ import annotations

from interview_tui.errors import InterviewError


class StoreError(InterviewError):
    """Something in the workspace cannot be read or written."""

    title = "The files could not be used"


class SessionMissing(StoreError):  # noqa: N818 - the name says what is the case
    """No session goes by the name that was asked for."""

    title = "No such session"


class SessionBusy(StoreError):  # noqa: N818 - the name says what is the case
    """Somebody else has the session open for writing."""

    title = "The session is open elsewhere"


class SessionDamaged(StoreError):  # noqa: N818 - the name says what is the case
    """A session file cannot be understood; it is left exactly as it is."""

    title = "The session file is damaged"


class SessionTooNew(StoreError):  # noqa: N818 - the name says what is the case
    """A newer version of the program wrote the session."""

    title = "The session needs a newer version"
