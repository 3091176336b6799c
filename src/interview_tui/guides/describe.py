"""A guide told to people and to programs: the text of `guide show` and its JSON."""

from __future__ import annotations

from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.domain.text import visible

JsonValue = str | int | float | bool | list["JsonValue"] | dict[str, "JsonValue"]

_ASIDE_MARKS = {"script": "“", "consent": "consent: ", "note": "note: "}


def guide_json(guide: Guide) -> dict[str, JsonValue]:
    """The guide as plain JSON values; minutes are whole numbers where they are whole."""
    return {
        "title": guide.title,
        "minutes_total": _number(guide.minutes_total),
        "assumed_minutes": guide.assumed_minutes,
        "phases": [_phase_json(phase) for phase in guide.phases],
    }


def _phase_json(phase: Phase) -> dict[str, JsonValue]:
    return {
        "title": phase.title,
        "minutes": _number(phase.minutes),
        "assumed": phase.minutes_assumed,
        "line": phase.line,
        "items": [_item_json(item) for item in phase.items],
    }


def _item_json(item: GuideItem) -> dict[str, JsonValue]:
    return {
        "kind": item.kind,
        "text": item.text,
        "line": item.line,
        "must_ask": item.must_ask,
        "depth": item.depth,
    }


def guide_text(guide: Guide) -> str:
    """The guide as plain text: phases with minutes, numbered questions, probes, `!` for must-ask."""
    lines = [guide.title, _summary(guide)]
    if guide.assumed_minutes:
        lines.append("Minutes marked “assumed” are a proposal: the guide does not state them.")
    for label, value in (
        ("Objective", guide.objective),
        ("Hypothesis", guide.hypothesis),
        ("Success metric", guide.success_metric),
    ):
        if value:
            lines.append(f"{label}: {value}")
    number = 0
    for phase in guide.phases:
        assumed = ", assumed" if phase.minutes_assumed else ""
        lines += ["", f"{phase.title} ({_number(phase.minutes)} min{assumed})"]
        for item in phase.items:
            number += item.kind == "question"
            lines.append(_item_line(item, number))
    return "\n".join(map(visible, lines)) + "\n"


def taken_text(guide: Guide) -> str:
    """What each line of a foreign text was taken as: its number, its kind and its text."""
    rows = [("line", "taken as", "text")]
    for phase in guide.phases:
        assumed = ", assumed" if phase.minutes_assumed else ""
        rows.append((str(phase.line), "phase", f"{phase.title} ({_number(phase.minutes)} min{assumed})"))
        rows += [(str(item.line), item.kind, _marked(item)) for item in phase.items]
    return "\n".join(visible(f"{line:>4}  {kind:<8}  {text}") for line, kind, text in rows) + "\n"


def _marked(item: GuideItem) -> str:
    return f"{item.text} !" if item.must_ask else item.text


def _summary(guide: Guide) -> str:
    must = sum(question.must_ask for question in guide.questions)
    parts = [
        f"{_number(guide.minutes_total)} minutes",
        _count(len(guide.phases), "phase"),
        _count(len(guide.questions), "question"),
        f"{must} must-ask",
    ]
    return " · ".join(parts)


def _item_line(item: GuideItem, number: int) -> str:
    mark = " !" if item.must_ask else ""
    if item.kind == "question":
        return f"{number:>4}. {item.text}{mark}"
    if item.kind == "probe":
        return f"      {'  ' * max(0, item.depth - 1)}- {item.text}{mark}"
    closing = "”" if item.kind == "script" else ""
    return f"      {_ASIDE_MARKS[item.kind]}{item.text}{closing}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
