"""What saturation says, in sentences: the same on the screen and on the command line."""

from __future__ import annotations

from interview_tui.domain.completeness import Completeness
from interview_tui.domain.saturation import SURE_FROM, Run, Saturation, Verdict

WORDS: dict[Verdict, str] = {
    "too_few": "too early to say",
    "keep_going": "keep going",
    "close": "close",
    "repeats": "information repeats",
}

SOURCES = (
    "Guest, Namey and Chen (2020), PLoS ONE 15(5): e0232076; "
    "Chao2, bias-corrected: Chao (1987), Biometrics 43: 783-791."
)


def headline(found: Saturation) -> str:
    """The verdict with what to do, in a sentence."""
    match found.verdict:
        case "too_few":
            more = _count(found.missing, "more interview")
            return f"Too early to say: {more} until the rule can speak."
        case "keep_going":
            return "Keep going: interviews still bring much that is new."
        case "close":
            return "Close: little is new. Hold another interview or two."
        case "repeats":
            return "Information repeats: hardly anything new came up."


def reason(found: Saturation) -> str:
    """The figures behind the verdict; empty where there is no run yet."""
    run = found.last_run
    if run is None or found.missing:
        return ""
    if run.share is None:
        return f"The first {found.rule.base} interviews have no theme to compare with."
    return f"{run_words(run)} (at most {found.rule.threshold}%)."


def run_words(run: Run) -> str:
    """A run with its figures: `Interviews 6–7: 2 new / base 43 = 4.7%`."""
    share = "" if run.share is None else f" = {run.share * 100:.1f}%"
    return f"{_run_name(run)}: {run.new} new / base {run.base}{share}"


def _run_name(run: Run) -> str:
    return f"Interview {run.first}" if run.first == run.last else f"Interviews {run.first}–{run.last}"


def earlier(found: Saturation) -> str:
    """That information repeated before, where it does not now; else when it first did."""
    reached = found.reached
    if reached is None or found.missing or reached == found.last_run:
        return ""
    first = f"First so at {_run_name(reached).lower()}"
    return f"{first}." if found.verdict == "repeats" else f"{first}, but not any more."


def question(found: Saturation) -> str:
    """Whether these are the right people, after many interviews without repetition; else empty."""
    if not found.asks_about_people:
        return ""
    held = len(found.new)
    if held >= SURE_FROM:
        return (
            f"{held} interviews without repetition: these are hardly one kind of people. Narrow whom you ask."
        )
    return f"{held} interviews without repetition: are these the right people, and one kind of people?"


def completeness_words(found: Completeness, things: str) -> str:
    """How much was heard, by Chao2; `things` is themes or tags."""
    if found.share is None:
        return f"no {things} yet."
    if found.once == found.observed:
        return f"none of {found.observed} {things} came up twice; how many there are cannot be told."
    return (
        f"{found.observed} of about {round(found.estimated)} {things} ({found.share * 100:.0f}%); "
        f"{found.once} in one interview, {found.twice} in two."
    )


def caution(by: str) -> str:
    """What to keep in mind where tags are counted; empty for themes."""
    if by == "themes":
        return ""
    return "Tags are few and wide and repeat early; themes tell more."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
