"""What the live screen shows at one moment, computed from the interview: plain values for the panes."""

from __future__ import annotations

from collections.abc import Mapping

from interview_tui.domain.bands import Band, Part, Verdict, band_for, judge
from interview_tui.domain.events import Speaker
from interview_tui.domain.flow import Flow
from interview_tui.domain.guide import Guide, Question
from interview_tui.domain.interview import Interview
from interview_tui.domain.nudges import LEAST_TALK_MS, WINDOW_MS
from interview_tui.domain.pacing import Pace, pace, typical_question_ms, wait_seconds
from interview_tui.domain.talk import TalkMetrics, Turn, clip, measure, running_monologue_ms
from interview_tui.domain.values import value


@value(kw_only=True)
class GuideFacts:
    """What the guide pane shows."""

    guide: Guide
    pace: Pace
    phase: int
    question: Question | None
    following: Question | None
    asked: Mapping[int, int]
    skipped: Mapping[int, int]
    spent_ms: Mapping[int, int]
    paused: bool
    finished: bool
    whys: int
    led_just_now: bool
    waiting_s: int | None


@value(kw_only=True)
class ShareFacts:
    """The moderator's share in one window, against its band."""

    label: str
    share: float | None
    band: Band
    verdict: Verdict


@value(kw_only=True)
class TalkFacts:
    """What the talk pane shows; times in milliseconds."""

    speaker: Speaker | None
    speaking_ms: int
    shares: tuple[ShareFacts, ...]
    monologue_ms: int
    longest_monologue_ms: int
    longest_story_ms: int
    median_wait_ms: int | None
    switches_per_minute: float
    paused: bool


LED_SHOWN_MS = 20_000
"""How long "ask why" stays on the screen after a leading question."""


def guide_facts(interview: Interview, now_ms: int) -> GuideFacts:
    """The guide pane's facts at a moment of the session's clock."""
    guide, flow = interview.guide, interview.session.flow
    spent = flow.spent_ms(flow.question_spans, now_ms)
    done = {*flow.asked, *flow.skipped}
    return GuideFacts(
        guide=guide,
        pace=guide_pace(guide, flow, now_ms),
        phase=flow.phase,
        question=interview.current,
        following=_following(guide, flow.question, flow.phase, done),
        asked=flow.asked,
        skipped=flow.skipped,
        spent_ms=spent,
        paused=flow.paused_since_ms is not None,
        finished=flow.finished_at_ms is not None,
        whys=flow.whys_on(flow.question),
        led_just_now=bool(flow.led) and 0 <= now_ms - flow.led[-1][0] < LED_SHOWN_MS,
        waiting_s=_waiting(interview, flow, now_ms),
    )


def guide_pace(guide: Guide, flow: Flow, now_ms: int) -> Pace:
    """The pace of an interview at a moment of its clock."""
    budgets = [round(phase.minutes * 60_000) for phase in guide.phases]
    spent = flow.spent_ms(flow.phase_spans, now_ms)
    by_question = flow.spent_ms(flow.question_spans, now_ms)
    asked_times = [by_question.get(number, 0) for number in flow.asked]
    left = sum(1 for q in guide.questions if q.must_ask and q.number not in flow.asked)
    return pace(
        budgets,
        [spent.get(number, 0) for number in range(len(budgets))],
        flow.phase,
        left,
        typical_question_ms(asked_times, budgets, len(guide.questions)),
    )


def _following(guide: Guide, question: int | None, phase: int, done: set[int]) -> Question | None:
    after = -1 if question is None else question
    for candidate in guide.questions:
        if candidate.number > after and candidate.number not in done and candidate.phase >= phase:
            return candidate
    return None


def _waiting(interview: Interview, flow: Flow, now_ms: int) -> int | None:
    since = interview.waiting_since_ms
    if since is None or flow.speaker == "participant" or flow.paused_since_ms is not None:
        return None
    return wait_seconds(since, None, now_ms)


def talk_facts(interview: Interview, bands: Mapping[Part, Band], now_ms: int) -> TalkFacts:
    """The talk pane's facts at a moment of the session's clock."""
    guide, flow = interview.guide, interview.session.flow
    turns = flow.turns_until(now_ms)
    count = len(guide.phases)
    here = band_for(flow.phase, count, bands)
    whole = measure(turns)
    return TalkFacts(
        speaker=flow.speaker,
        speaking_ms=max(0, now_ms - flow.floor_since_ms),
        shares=(
            _share("last 3 min", measure(turns, now_ms - WINDOW_MS, now_ms), here),
            _share("this phase", _in_phase(flow, turns, now_ms), here),
            _share("session", whole, band_for(None, count, bands)),
        ),
        monologue_ms=running_monologue_ms(turns, now_ms),
        longest_monologue_ms=whole.longest_monologue_ms,
        longest_story_ms=whole.longest_story_ms,
        median_wait_ms=whole.median_wait_ms,
        switches_per_minute=whole.switches_per_minute,
        paused=flow.paused_since_ms is not None,
    )


def _share(label: str, talk: TalkMetrics, band: Band) -> ShareFacts:
    """A share and its verdict; in the first minute of talk a verdict would only be noise."""
    enough = talk.talk_ms >= LEAST_TALK_MS
    verdict = judge(talk.moderator_share, band) if enough else "unknown"
    return ShareFacts(label=label, share=talk.moderator_share, band=band, verdict=verdict)


def _in_phase(flow: Flow, turns: list[Turn], now_ms: int) -> TalkMetrics:
    """The talk of every visit to the current phase."""
    inside: list[Turn] = []
    for span in flow.phase_spans:
        if span.number == flow.phase:
            inside += clip(turns, span.start_ms, now_ms if span.end_ms is None else span.end_ms)
    return measure(inside)
