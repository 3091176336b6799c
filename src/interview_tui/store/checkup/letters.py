"""Judging the locale: whether letters beyond English arrive and are shown."""

from __future__ import annotations

from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.surroundings import Surroundings


def check_letters(around: Surroundings) -> list[Diagnosis]:
    """One line about the locale that the terminal runs with."""
    if around.system == "Windows":
        return [Diagnosis("letters", "ok", around.encoding)]
    name = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if around.has(name)), "")
    locale = around.told(name)
    if "utf8" in locale.lower().replace("-", ""):
        return [Diagnosis("letters", "ok", f"UTF-8 ({name}={locale})")]
    todo = f"put `export {name or 'LANG'}={_utf_8(around)}` into your shell's profile"
    seen = f"{name}={locale} is no UTF-8" if name else "no locale is set"
    return [Diagnosis("letters", "warn", f"{seen}, so that é or 日本 may be garbled", todo)]


def _utf_8(around: Surroundings) -> str:
    return "en_US.UTF-8" if around.system == "Darwin" else "C.UTF-8"
