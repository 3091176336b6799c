"""The end of a review: nothing closes until it is durable, or until the person says to drop what is not."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App

from interview_tui.tui import review_session
from interview_tui.tui.review_session import ReviewSession
from interview_tui.tui.screens.unsaved import UnsavedScreen


async def is_durable(app: App[Any], review: ReviewSession) -> bool:
    """Close the file of a review; False where the person goes back to the notes instead."""
    file = review.file
    if file is None:
        return True
    review.take_newest_consent()
    while not await asyncio.to_thread(file.close, review_session.CLOSE_TIMEOUT_S):
        choice = await app.push_screen_wait(UnsavedScreen(file.saver.status(), back="back to the notes"))
        if choice == "back":
            return False
        if choice == "drop":
            await asyncio.to_thread(file.close, review_session.CLOSE_TIMEOUT_S, drop=True)
            return True
    return True
