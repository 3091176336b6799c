"""The get-ready screen's rows: what the guide asks for, and what to say before the clock starts."""

from __future__ import annotations

from interview_tui.domain.guide import Guide
from interview_tui.domain.text import visible
from interview_tui.tui.rows import Row, Span, between, clip, paragraph, row

NO_NOTES_NO_SESSION = (
    "Without permission to take notes no session is started: thank them and stop here, "
    "or ask again and answer yes."
)


def top_row(study_title: str, width: int, *, practice: bool) -> Row:
    """Where this is, and that no time is running."""
    left: list[Span] = [("Get ready", "title"), (f"  {visible(study_title)}", "dim")]
    if practice:
        left.append(("  practice", "faint"))
    return between(left, [("  the clock is not running", "dim")], width)


def guide_fact_rows(guide: Guide, width: int) -> list[Row]:
    """A guide's title, and how long it is and how much it asks."""
    must = sum(1 for question in guide.questions if question.must_ask)
    facts = [
        f"{guide.minutes_total:g} min" + (" (minutes assumed)" if guide.assumed_minutes else ""),
        _count(len(guide.questions), "question"),
        _count(must, "must-ask") if must else "no must-asks",
    ]
    return [
        Row(clip([(visible(guide.title), "strong")], width)),
        Row(clip([(", ".join(facts), "dim")], width)),
    ]


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def reminder_rows(guide: Guide, width: int, height: int) -> list[Row]:
    """What to tell the participant, and how the guide itself asks for consent, as far as there is room."""
    rows = [row(("Tell them first", "title"))]
    for words in (
        f"how long it takes: about {guide.minutes_total:g} minutes",
        "how their words are used, and by whom",
        "that honest feedback helps most and no answer is wrong",
    ):
        rows += paragraph(words, width, "text", first=(("· ", "faint"),))
    for item in (item for phase in guide.phases for item in phase.items if item.kind == "consent"):
        rows += paragraph(item.text, width, "script", first=(("? ", "faint"),))
    return rows if len(rows) <= height else [*rows[: height - 1], row(("  … more in the guide", "faint"))]


def problem_rows(sentence: str, width: int) -> list[Row]:
    """Why the clock cannot start."""
    return paragraph(sentence, width, "bad", first=(("! ", "bad strong"),)) if sentence else []
