"""The talk pane's rows: who has the floor, the moderator's share against its band, and stretches."""

from __future__ import annotations

from interview_tui.domain.bands import Verdict
from interview_tui.domain.text import clock
from interview_tui.tui.facts import ShareFacts, TalkFacts
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, row, width_of, wrap

_SPEAKER_WORDS = {
    "moderator": "You speak",
    "participant": "They speak",
    "silence": "Silence",
    None: "Nobody yet",
}
_SPEAKER_INK = {"moderator": "moderator", "participant": "participant", "silence": "dim", None: "dim"}
_SPEAKER_MARK = {"moderator": "▲", "participant": "▼", "silence": "◌", None: "◌"}

VERDICT_INK: dict[Verdict, str] = {"good": "good", "high": "warn", "over": "bad", "unknown": "dim"}
VERDICT_WORD: dict[Verdict, str] = {"good": "good", "high": "high", "over": "over", "unknown": ""}

_VERDICT_MARK: dict[Verdict, str] = {"good": "", "high": "↑", "over": "‼", "unknown": ""}

MONOLOGUE_SHOWN_MS = 30_000
"""A moderator's stretch is shown running from this length on."""


def talk_rows(facts: TalkFacts, width: int, height: int, nudge: str = "") -> list[Row]:
    """The whole pane for a size in cells; below six rows it becomes two dense ones."""
    if height < 6:
        return _dense(facts, width, nudge)[:height]
    rows = [_floor_row(facts, width), BLANK]
    if height >= 12:
        rows.append(row(("Your share of the talk", "dim")))
    for share in facts.shares:
        rows += _share_rows(share, width, roomy=height >= 16)
    rows.append(BLANK)
    rows += _stretch_rows(facts, width)
    if nudge:
        rows.append(BLANK)
        rows += [row((line, "warn")) for line in wrap(nudge, width)]
    return rows[:height]


def _floor_row(facts: TalkFacts, width: int) -> Row:
    ink = _SPEAKER_INK[facts.speaker]
    left: list[Span] = [(f"{_SPEAKER_MARK[facts.speaker]} {_SPEAKER_WORDS[facts.speaker]}", f"{ink} strong")]
    right: list[Span] = []
    if facts.paused:
        right = [(" paused", "warn")]
    elif facts.speaker is not None:
        long = facts.speaker == "moderator" and facts.monologue_ms >= MONOLOGUE_SHOWN_MS
        right = [(f" {clock(facts.speaking_ms)}", "warn strong" if long else ink)]
    return between(left, right, width, action="floor")


def _share_rows(facts: ShareFacts, width: int, *, roomy: bool) -> list[Row]:
    number = "–" if facts.share is None else f"{round(facts.share * 100)} %"
    word = VERDICT_WORD[facts.verdict]
    ink = VERDICT_INK[facts.verdict]
    head = between(
        [(facts.label, "dim")],
        [(f" {number}", f"{ink} strong"), (f" {word}" if word else "", ink)],
        width,
    )
    rows = [head, row(*band_bar(facts, width))]
    return [*rows, BLANK] if roomy else rows


def band_bar(facts: ShareFacts, width: int) -> list[Span]:
    """The share as a bar in which the band's goal and limit stand as marks."""
    filled = 0 if facts.share is None else round(facts.share * width)
    goal = min(width - 1, round(facts.band.goal * width))
    limit = min(width - 1, round(facts.band.limit * width))
    ink = VERDICT_INK[facts.verdict]
    spans: list[Span] = []
    for cell in range(width):
        if cell in (goal, limit):
            spans.append(("╂" if cell < filled else "┆", "text" if cell == goal else "warn"))
        else:
            spans.append(("━", ink) if cell < filled else ("─", "faint"))
    return _merged(spans)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for text, ink in spans:
        if merged and merged[-1][1] == ink:
            merged[-1] = (merged[-1][0] + text, ink)
        else:
            merged.append((text, ink))
    return merged


def _stretch_rows(facts: TalkFacts, width: int) -> list[Row]:
    wait = "–" if facts.median_wait_ms is None else f"{facts.median_wait_ms / 1000:.1f} s"
    pairs = (
        ("longest you", clock(facts.longest_monologue_ms)),
        ("longest story", clock(facts.longest_story_ms)),
        ("your wait", wait),
    )
    return [between([(label, "dim")], [(f" {value}", "text")], width) for label, value in pairs]


def _dense(facts: TalkFacts, width: int, nudge: str) -> list[Row]:
    """Two rows: who speaks and the shares that fit beside it, then a nudge or the bar of the last minutes.

    A nudge that is too long for its row begins beside who speaks; if need be, it has both rows.
    """
    if width_of([(nudge, "")]) > width:
        return _dense_nudge(facts, width, nudge)
    words = _SPEAKER_WORDS[facts.speaker]
    speaker = _speaker(facts, words)
    first = _dense_share("3 min", facts.shares[0])
    if width_of(speaker) + width_of(first) > width:
        speaker = _speaker(facts, words.split()[0])
    shares: list[Span] = []
    for short, share in zip(("3 min", "phase", "all"), facts.shares, strict=True):
        more = _dense_share(short, share)
        if width_of(speaker) + width_of(shares) + width_of(more) > width:
            break
        shares += more
    head = between(speaker, shares, width, action="floor")
    return [head, row((nudge, "warn")) if nudge else row(*band_bar(facts.shares[0], width))]


def _dense_nudge(facts: TalkFacts, width: int, nudge: str) -> list[Row]:
    speaker = [*_speaker(facts, _SPEAKER_WORDS[facts.speaker]), ("  ", "")]
    beside = wrap(nudge, max(2, width - width_of(speaker)))[0]
    below = nudge.removeprefix(beside).strip()
    if width_of([(beside, "")]) + width_of(speaker) <= width and width_of([(below, "")]) <= width:
        return [row(*speaker, (beside, "warn"), action="floor"), row((below, "warn"))]
    first = wrap(nudge, width)[0]
    rest = nudge.removeprefix(first).strip()
    return [row((first, "warn"), action="floor"), row(*clip([(rest, "warn")], width))]


def _speaker(facts: TalkFacts, words: str) -> list[Span]:
    ink = _SPEAKER_INK[facts.speaker]
    time: Span = (f" {clock(facts.speaking_ms)}" if facts.speaker else "", ink)
    if facts.paused:
        time = (" paused", "warn")
    return [(f"{_SPEAKER_MARK[facts.speaker]} {words}", f"{ink} strong"), time]


def _dense_share(short: str, share: ShareFacts) -> list[Span]:
    number = "–" if share.share is None else f"{round(share.share * 100)} %"
    return [(f"  {short} ", "dim"), (f"{number}{_VERDICT_MARK[share.verdict]}", VERDICT_INK[share.verdict])]
