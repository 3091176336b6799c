"""The top row: which interview this is, whether it is recorded, and whether everything is saved."""

from __future__ import annotations

from interview_tui.domain.consent import Fields, consent_field, notes_refused
from interview_tui.domain.session import SESSION
from interview_tui.domain.text import visible
from interview_tui.store.saver import SaveStatus
from interview_tui.tui.facts import GuideFacts
from interview_tui.tui.live_session import LiveSession
from interview_tui.tui.rows import Row, Span, between


def top_row(live: LiveSession, guide: GuideFacts, width: int) -> Row:
    """Title and participant at the left; recording, elapsed time and saving at the right."""
    participant = live.told("participant")
    left: list[Span] = [(visible(live.header.guide.title), "title")]
    if participant:
        left.insert(0, (f"{visible(participant)}  ", "accent strong"))
    if live.header.practice:
        left.append(("  practice", "faint"))
    right = consent_spans(live.session.fields(SESSION))
    right.append((f"  {guide.pace.elapsed_ms // 60_000} min  ", "dim"))
    right.append(saved_span(live.file.saver.status() if live.file else SaveStatus("saving")))
    return between(left, right, width)


def consent_spans(fields: Fields) -> list[Span]:
    """Whether a recording is allowed, nothing where that was not asked; a no to notes comes before that."""
    if notes_refused(fields):
        return [("  ✗ notes refused: finish", "bad strong")]
    allowed = fields.get(consent_field("recording"))
    if allowed is None:
        return []
    return [("  ● REC ok", "bad strong")] if allowed else [("  ○ no recording", "dim")]


def saved_span(status: SaveStatus) -> Span:
    """Saving in words and a mark, never by colour alone."""
    if status.state == "failed":
        return (f"✗ NOT SAVED: {status.reason}", "bad strong")
    if status.state == "saving":
        return ("… saving", "dim")
    return (f"✓ saved, {status.reason}", "warn") if status.reason else ("✓ saved", "good")
