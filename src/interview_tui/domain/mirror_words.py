"""The mirror in kind words: what went well, and one thing to try next. Never a grade."""

from __future__ import annotations

from interview_tui.domain.bands import Part
from interview_tui.domain.mirror import RECENT, Measure, Mirror, Trend
from interview_tui.domain.text import clock

PART_WORDS: dict[Part, str] = {
    "get_comfortable": "get comfortable",
    "dig_in": "dig in",
    "turn_it_over": "turn it over",
    "say_goodbye": "say goodbye",
    "whole_session": "whole session",
}

TREND_WORDS: dict[Trend, str] = {
    "better": "nearer to it",
    "steady": "steady",
    "worse": "farther from it",
    "new": "",
}

_WHERE: dict[Part, str] = {
    "get_comfortable": " while people get comfortable",
    "dig_in": " while you dig in",
    "turn_it_over": " when it is their turn",
    "say_goodbye": " at the goodbye",
    "whole_session": "",
}

_TRY: dict[str, str] = {
    "share": "ask, then let the silence do the work",
    "wait": "count to three before you speak; the best part often comes then",
    "led": 'when you hear yourself lead, ask "why?" right after',
    "missed": "ask the ones marked ! first in their phase",
    "monologue": "stop after one sentence, and ask",
    "overtime": "move on when the phase's clock runs out; they were promised an end",
}


def name_of(measure: Measure) -> str:
    """What a measure is called."""
    match measure.kind:
        case "share" | "overtime":
            return PART_WORDS[measure.part]
        case "wait":
            return "you wait"
        case "led":
            return "leading questions"
        case "missed":
            return "must-asks missed"
        case "monologue":
            return "longest monologue"


def figure_words(measure: Measure, figure: float | None) -> str:
    """A figure of a measure in its unit; a dash where there is none."""
    if figure is None:
        return "–"
    match measure.kind:
        case "share":
            return f"{figure * 100:.0f}%"
        case "wait":
            return f"{figure / 1000:.1f} s"
        case "led" | "missed":
            return f"{figure:.1f}" if figure % 1 else f"{figure:.0f}"
        case "monologue":
            return clock(round(figure))
        case "overtime":
            return f"+{clock(round(figure))}" if round(figure / 1000) else "on time"


def aim_words(measure: Measure) -> str:
    """What to aim at."""
    match measure.kind:
        case "share":
            return f"up to {measure.aim * 100:.0f}%"
        case "wait":
            return f"{measure.aim / 1000:.0f} s or more"
        case "led" | "missed":
            return "none"
        case "monologue":
            return f"up to {clock(round(measure.aim))}"
        case "overtime":
            return "on time"


def went_well(mirror: Mirror) -> str:
    """One thing that went well, first; empty without figures."""
    measure = mirror.went_well
    if measure is None:
        return ""
    words = _gladly(measure)
    if measure.trend == "better":
        return f"{words}, from {figure_words(measure, measure.before)} before."
    return f"{words}."


def _gladly(measure: Measure) -> str:
    now = figure_words(measure, measure.recent)
    near = (measure.off or 0.0) <= 0
    match measure.kind:
        case "share":
            praise = "You listen" if near else "You listen more and more"
            return f"{praise}{_WHERE[measure.part]}: {now} of the talk is yours"
        case "wait":
            return f"You give people time: {now} of silence before you speak"
        case "led":
            return "You ask without leading" if near else f"You lead less: {now} an interview"
        case "missed":
            return "You ask every must-ask" if near else f"You miss fewer must-asks: {now} an interview"
        case "monologue":
            return f"You keep it short: {now} at the longest"
        case "overtime":
            return "You end on time" if near else f"You end nearer to the time: {now}"


def to_try(mirror: Mirror) -> str:
    """One thing to try next; what to keep where everything is near its aim."""
    measure = mirror.to_try
    if measure is None:
        return "Nothing stands out: go on as you do." if mirror.known else ""
    now = figure_words(measure, measure.recent)
    match measure.kind:
        case "share":
            fact = f"{now} of the talk is yours{_WHERE[measure.part]}, {aim_words(measure)} is the goal"
        case "wait":
            fact = f"you wait {now}"
        case "led":
            fact = f"{now} leading questions an interview"
        case "missed":
            fact = f"{now} must-asks missed an interview"
        case "monologue":
            fact = f"{now} at one stretch"
        case "overtime":
            fact = f"{now} over time"
    return f"{_TRY[measure.kind][0].upper()}{_TRY[measure.kind][1:]} ({fact})."


def led_words(mirror: Mirror) -> str:
    """Whether why followed the leading questions of the last interviews; empty where there were none."""
    followed, led = mirror.led_why
    if not led:
        return ""
    times = "once" if led == 1 else f"{led} times"
    held = min(RECENT, len(mirror.interviews))
    return f"You led {times} in the last {held}; why followed {followed} of {led}."
