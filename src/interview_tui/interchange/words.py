"""Figures in words for a report: lengths, dates, and what the talk ratio means."""

from __future__ import annotations

from datetime import datetime, tzinfo

from interview_tui.domain.bands import Band, Verdict, judge
from interview_tui.domain.events import FieldValue
from interview_tui.domain.talk import TalkMetrics

_VERDICTS: dict[Verdict, str] = {
    "good": "well listened",
    "high": "a little more listening would help",
    "over": "more than half, too much to learn from",
    "unknown": "",
}

NO_NOTES = "Notes refused: the participant did not allow notes, so nothing of this may be used."
NO_QUOTES = "Quotes may not be used: the participant did not allow it."


def length(milliseconds: int) -> str:
    """A length of time: `40 s`, `2 min 05 s`, `12 min`."""
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes} min {seconds:02} s" if seconds else f"{minutes} min"


def date(created_utc: str) -> str:
    """An ISO 8601 moment as a person reads it: `2026-11-21 22:10 UTC`; empty for none."""
    return created_utc and f"{created_utc[:10]} {created_utc[11:16]} UTC".replace("  ", " ")


def local_date(created_utc: str, zone: tzinfo | None = None) -> str:
    """A moment by the clock on the wall, as lists show it, and which: `2026-11-21 23:10 CET`.

    `zone` is that of this computer unless it is given; a moment that cannot be read stays as it is.
    """
    try:
        local = datetime.fromisoformat(created_utc).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return date(created_utc)
    return f"{local:%Y-%m-%d %H:%M} {local.tzname() or ''}".strip()


def talk_words(talk: TalkMetrics, band: Band) -> list[str]:
    """What the talk metrics say, a sentence each; one sentence where nobody marked who spoke."""
    if talk.moderator_share is None:
        return ["Nobody marked who was speaking."]
    verdict = _VERDICTS[judge(talk.moderator_share, band)]
    sentences = [
        f"The moderator did {round(100 * talk.moderator_share)} % of the talking: {verdict}.",
        f"Longest story {length(talk.longest_story_ms)}, "
        f"longest moderator stretch {length(talk.longest_monologue_ms)}.",
        f"The floor changed hands {talk.switches_per_minute:.1f} times a minute.",
    ]
    if talk.median_wait_ms is not None:
        sentences.append(f"The moderator waited {talk.median_wait_ms / 1000:.1f} s before speaking (median).")
    return sentences


def field_name(name: str) -> str:
    """A field's name as a heading: `success_metric` becomes `Success metric`."""
    return name.replace("_", " ").strip().capitalize()


def field_value(value: FieldValue) -> str:
    """A field's value as typed, or `yes` and `no`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
