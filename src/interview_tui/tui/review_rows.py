"""The review's frame: its top row, and what its timeline shows."""

from __future__ import annotations

from interview_tui.domain.text import visible
from interview_tui.store.saver import SaveStatus
from interview_tui.tui.review_session import ReviewSession
from interview_tui.tui.rows import Row, Span, between
from interview_tui.tui.top_rows import saved_span
from interview_tui.tui.widgets.timeline import Band, TimelineFacts

_MS_PER_MINUTE = 60_000


def top_row(review: ReviewSession, status: SaveStatus | None, width: int) -> Row:
    """Whose interview it was, and whether what was put right is saved; `status` None: it is only read."""
    participant = review.told("participant")
    title = review.header.guide.title or review.header.guide_name
    left: list[Span] = [(visible(title), "title")]
    if participant:
        left.insert(0, (f"{visible(participant)}  ", "accent strong"))
    minutes = review.session.flow.active_ms(0, review.end_ms) / _MS_PER_MINUTE
    left.append((f"  {review.header.created_utc[:10]}  {minutes:.0f} min", "dim"))
    if not review.session.finished:
        left.append(("  unfinished", "warn"))
    right: list[Span] = [] if review.may_be_quoted else [("  ✗ not to be quoted", "bad strong")]
    right.append(("  only read", "warn") if status is None else ("  ", ""))
    if status is not None:
        right.append(saved_span(status))
    return between(left, right, width)


def timeline_facts(review: ReviewSession) -> TimelineFacts:
    """The session as its timeline shows it."""
    session, flow = review.session, review.session.flow
    guide = review.header.guide
    notes = session.notes
    end = max(1, review.end_ms, notes[-1].at_ms if notes else 0)
    bands = tuple(
        Band(
            title=guide.phases[span.number].title if span.number < len(guide.phases) else "",
            number=span.number,
            start_ms=span.start_ms,
            end_ms=end if span.end_ms is None else min(end, span.end_ms),
        )
        for span in flow.phase_spans
        if span.number is not None and span.number >= 0
    )
    return TimelineFacts(
        length_ms=end,
        bands=bands,
        turns=tuple(flow.turns_until(end)),
        notes=notes,
        nudges=tuple(at_ms for _, at_ms in flow.nudges),
        led=tuple(at_ms for at_ms, _ in flow.led),
    )
