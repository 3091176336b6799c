"""Giving a note its tag in its session, from outside of it; to be called in a thread."""

from __future__ import annotations

from pathlib import Path

from interview_tui.domain.codebook import Codebook
from interview_tui.store.errors import StoreError
from interview_tui.tui.review_session import open_review

SAVE_TIMEOUT_S = 5.0


def retag_note(
    path: Path, note: str, author: str, codebook: Codebook, *, add: str = "", remove: str = ""
) -> None:
    """Give a note of a session a tag or take one away, durable at the return.

    Raises StoreError where the session is open elsewhere, cannot be written or has no such note, and
    RefusedReview where its participant allows no notes.
    """
    review = open_review(path, author, codebook)
    if review.file is None:
        raise StoreError(review.only_read.removeprefix("Only read: "))
    try:
        found = review.session.note(note)
        if found is None:
            raise StoreError("This note is there no more; r reads everything again.")
        review.corrections.retag([found], [add] if add else [], [remove] if remove else [])
    finally:
        saved = review.file.close(SAVE_TIMEOUT_S)
        if not saved:
            reason = review.file.saver.status().reason or "the disk does not answer"
            review.file.close(drop=True)
    if not saved:
        raise StoreError(f"The tag was not saved because {reason}; make that right and try again.")
