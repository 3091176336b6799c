"""Copying text: through the terminal (works over SSH where it is allowed) and through the local clipboard."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App

HELPER_TIMEOUT_S = 2.0
"""A clipboard helper that has not answered by then (a display that went away) is not waited for."""


async def copy(app: App[Any], text: str) -> bool:
    """Put a text on the clipboard both ways; True only if the local clipboard confirmed it.

    A terminal never says whether it took the text (OSC 52), so False means "perhaps".
    """
    app.copy_to_clipboard(text)
    try:
        return await asyncio.wait_for(asyncio.to_thread(_copy_locally, text), HELPER_TIMEOUT_S)
    except TimeoutError:
        return False


def _copy_locally(text: str) -> bool:
    import pyperclip  # 29 ms: only who copies pays for it

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
