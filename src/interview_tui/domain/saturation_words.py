"""What saturation says, in sentences: the same on the screen and on the command line."""

from __future__ import annotations

from interview_tui.domain.completeness import Completeness
from interview_tui.domain.saturation import SURE_FROM, By, Run, Saturation, Verdict

WORDS: dict[Verdict, str] = {
    "too_little": "too early to say",
    "too_few": "too early to say",
    "keep_going": "keep going",
    "close": "close",
    "tags_repeat": "tags repeat",
    "repeats": "information repeats",
}

SOURCES = (
    "Guest, Namey and Chen (2020), PLoS ONE 15(5): e0232076; "
    "Chao2, bias-corrected: Chao (1987), Biometrics 43: 783-791."
)


def headline(found: Saturation) -> str:
    """The verdict with what to do, in a sentence."""
    match found.verdict:
        case "too_little":
            return f"Too early to say: only {_grouped_words(found)}."
        case "too_few":
            more = _count(found.missing, "more interview")
            return f"Too early to say: {more} until the rule can speak."
        case "keep_going":
            return "Keep going: interviews still bring much that is new."
        case "close" if found.by == "tags":
            return "Close, by tags: little is new. Group themes to know more."
        case "close":
            return "Close: little is new. Hold another interview or two."
        case "tags_repeat":
            return "Tags repeat: group themes to know more."
        case "repeats":
            return "Information repeats: hardly anything new came up."


def _grouped_words(found: Saturation) -> str:
    grouped = found.grouped
    if not grouped.enough_notes:
        kept = _are_grouped(grouped.notes, found.by)
        return f"{grouped.notes:,} of {_count(grouped.of_notes, 'note')} {kept}"
    kept = "has" if grouped.interviews == 1 else "have"
    return f"{grouped.interviews:,} of {_count(grouped.of_interviews, 'interview')} {kept} a {found.by[:-1]}"


def _are_grouped(count: int, by: By) -> str:
    if by == "tags":
        return "has a tag" if count == 1 else "have a tag"
    return "is in a theme" if count == 1 else "are in a theme"


def reason(found: Saturation) -> str:
    """The figures behind the verdict; empty where there is no run yet."""
    if found.too_little:
        so_far = "grouped" if found.by == "themes" else "tagged"
        return f"The rule needs a third of the notes and half of the interviews {so_far}: our own measure."
    run = found.last_run
    if run is None or found.missing:
        return ""
    if run.share is None:
        return f"The first {found.rule.base} interviews have no {found.by[:-1]} to compare with."
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
    if reached is None or found.missing or found.too_little or reached == found.last_run:
        return ""
    first = f"First so at {_run_name(reached).lower()}"
    return f"{first}." if found.verdict in ("repeats", "tags_repeat") else f"{first}, but not any more."


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


def contradicts(chao2: Completeness, found: Saturation) -> bool:
    """Whether Chao2 expects many more where the rule sees next to nothing new."""
    return found.verdict in ("close", "repeats", "tags_repeat") and chao2.much_is_missing


def chao2_words(chao2: Completeness, found: Saturation) -> str:
    """How much was heard, by Chao2, and that it contradicts the rule, where it does; "" before a verdict."""
    if found.missing or found.too_little:
        return ""
    return f"Chao2: {completeness_words(chao2, found.by, doubted=contradicts(chao2, found))}"


def completeness_words(found: Completeness, things: str, *, doubted: bool = False) -> str:
    """How much was heard, by Chao2; `things` is themes or tags. `doubted`: the rule says otherwise."""
    if found.share is None:
        return f"no {things} yet."
    doubt = ", so new ones are still to be expected" if doubted else ""
    if found.once == found.observed:
        return f"none of {found.observed} {things} came up twice{doubt}; how many there are cannot be told."
    return (
        f"{found.observed} of about {round(found.estimated)} {things} ({found.share * 100:.0f}%){doubt}; "
        f"{found.once} in one interview, {found.twice} in two."
    )


def caution(by: str) -> str:
    """What to keep in mind where tags are counted; empty for themes."""
    if by == "themes":
        return ""
    return "Tags are few and wide and repeat early; themes tell more."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
