"""The one base error: what went wrong and what to do about it, in words for a person."""

from __future__ import annotations


class InterviewError(Exception):
    """A problem that a person can do something about; commands print it and exit with `exit_code`.

    `title` names the problem in a few words; `message` is one clear sentence that says what to do.
    """

    title = "Something is wrong"
    exit_code = 2

    def __init__(self, message: str, *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title
