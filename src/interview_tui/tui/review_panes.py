"""The panes beside a review's notes: the chosen note, the talk, the questions, the debrief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from interview_tui.domain.bands import Band, Part, band_for, judge
from interview_tui.domain.guide import Guide
from interview_tui.domain.nudges import LEAST_TALK_MS
from interview_tui.domain.session import Note
from interview_tui.domain.talk import TalkMetrics
from interview_tui.domain.text import clock, visible
from interview_tui.tui.facts import ShareFacts
from interview_tui.tui.review_notes import body, tag_ink
from interview_tui.tui.review_session import ReviewSession
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row
from interview_tui.tui.talk_rows import VERDICT_INK, VERDICT_WORD, band_bar

if TYPE_CHECKING:
    from interview_tui.interchange.view import QuestionRow, SessionView

PANES = ("note", "talk", "questions", "debrief")
"""In the order in which Tab goes through them."""

_MUST_ASK = "!"
_STATUS = {"asked": ("✓", "good"), "skipped": ("–", "dim"), "open": ("·", "faint")}


def pane_head(current: str, width: int, more: str = "") -> Row:
    """The panes' names, the one that is shown marked; `more` says that there is more of it than fits."""
    spans: list[Span] = []
    for name in PANES:
        spans += [(f" {name} ", "selected strong" if name == current else "dim"), (" ", "")]
    return between(spans, [(more, "accent")], width, action="panes")


def pane_at(x: int) -> str:
    """The pane whose name stands at a cell of the head, "" beside them."""
    at = 0
    for name in PANES:
        at += len(name) + 3
        if x < at:
            return name
    return ""


# -- the chosen note -----------------------------------------------------------------------


def note_pane(review: ReviewSession, note: Note | None, width: int) -> list[Row]:
    """Everything about one note: its text whole, its tags, where and by whom it was written."""
    if note is None:
        return []
    star = [("  ★", "warn strong")] if note.starred else []
    quote = [("  word for word", "good")] if note.word_for_word else []
    rows = [row(*clip([(clock(note.at_ms), "strong"), *star, *quote], width)), BLANK]
    rows += paragraph(body(note), width, "faint" if note.bare else "text")
    if note.bare:
        rows += paragraph("A mark that waits for its words: e writes them.", width, "dim")
    for other in note.others:
        rows += [BLANK, *paragraph(other, width, "warn", first=(("⧉ ", "warn"),))]
    if note.others:
        rows += paragraph("Written at the same time: c chooses.", width, "dim")
    if note.word_for_word and not review.may_be_quoted:
        rows += [BLANK, *paragraph("Not to be quoted: they did not allow it.", width, "bad")]
    if (draft := review.drafts.get(note.id)) is not None and draft.left:
        rows += [BLANK, *paragraph(draft.text, width, "note", first=(("✎ ", "faint"),))]
        rows += paragraph("Typed and not kept: e brings it back.", width, "dim")
    rows.append(BLANK)
    for tag in note.tags:
        rows.append(row(*clip([("# ", "faint"), (visible(tag), tag_ink(review.codebook, tag))], width)))
    if not note.tags:
        rows.append(row(("no tag yet: t", "dim")))
    return [*rows, BLANK, *_place_rows(review, note, width)]


def _place_rows(review: ReviewSession, note: Note, width: int) -> list[Row]:
    guide = review.header.guide
    rows: list[Row] = []
    if note.phase is not None and 0 <= note.phase < len(guide.phases):
        rows.append(row(*clip([(visible(guide.phases[note.phase].title), "dim")], width)))
    if note.question is not None and 0 <= note.question < len(guide.questions):
        question = guide.questions[note.question]
        rows += paragraph(question.text, width, "dim", first=((f"q{note.question + 1}  ", "faint"),))
    if note.author:
        rows.append(row(*clip([("by ", "faint"), (visible(note.author), "dim")], width)))
    return rows


# -- the talk ------------------------------------------------------------------------------


def talk_pane(review: ReviewSession, width: int) -> list[Row]:
    """The moderator's share in the whole session and in each phase, and the stretches."""
    view = review.view
    if view.talk.moderator_share is None:
        return paragraph("Nobody marked who was speaking.", width, "dim")
    phases = review.header.guide.phases
    rows = [row(("The moderator's share of the talk", "dim"))]
    guide, bands = review.header.guide, review.header.bands
    rows += share_rows("whole session", None, view.talk, guide, bands, width)
    for number, (title, talk) in enumerate(view.talk_by_phase):
        if talk.talk_ms and number < len(phases):
            rows += share_rows(visible(title), number, talk, guide, bands, width)
    return [*rows, BLANK, *_stretches(view.talk, width)]


def share_rows(
    label: str, phase: int | None, talk: TalkMetrics, guide: Guide, bands: Mapping[Part, Band], width: int
) -> list[Row]:
    """A share of the talk, its verdict and its bar; judged from a minute of talk on, as in the interview."""
    band = band_for(phase, len(guide.phases), bands)
    verdict = judge(talk.moderator_share if talk.talk_ms >= LEAST_TALK_MS else None, band)
    facts = ShareFacts(label=label, share=talk.moderator_share, band=band, verdict=verdict)
    number = "–" if talk.moderator_share is None else f"{round(talk.moderator_share * 100)} %"
    ink = VERDICT_INK[verdict]
    right = [(f" {number}", f"{ink} strong"), (f" {VERDICT_WORD[verdict]}", ink)]
    return [between([(label, "text")], right, width), row(*band_bar(facts, width))]


def _stretches(talk: TalkMetrics, width: int) -> list[Row]:
    wait = "–" if talk.median_wait_ms is None else f"{talk.median_wait_ms / 1000:.1f} s"
    pairs = (
        ("moderator", clock(talk.moderator_ms)),
        ("participant", clock(talk.participant_ms)),
        ("silence", clock(talk.silence_ms)),
        ("longest monologue", clock(talk.longest_monologue_ms)),
        ("longest story", clock(talk.longest_story_ms)),
        ("switches a minute", f"{talk.switches_per_minute:.1f}"),
        ("wait before speaking", wait),
    )
    return [between([(label, "dim")], [(f" {told}", "text")], width) for label, told in pairs]


# -- the questions -------------------------------------------------------------------------


def sought_row(review: ReviewSession, pane: str, text: str) -> str:
    """The action of the rows with a question or an answer of the debrief, "" where there is none."""
    view = review.view
    if pane == "questions":
        found = [f"question:{question.number - 1}" for question in view.questions if question.text == text]
    else:
        found = [f"debrief:{name}" for name, told in view.debrief.items() if told == text]
    return found[0] if found else ""


def questions_pane(review: ReviewSession, note: Note | None, width: int, sought: str = "") -> list[Row]:
    """Each question of the guide: asked when, skipped or left open, and how many notes it has.

    The one that is `sought` is marked, else the one of the note.
    """
    view = review.view
    if not view.questions:
        return paragraph("The guide has no questions.", width, "dim")
    counts = Counter(found.question for found in review.session.iter_notes())
    here = None if note is None else note.question
    asked = sum(question.status == "asked" for question in view.questions)
    rows = [row((f"{asked} of {len(view.questions)} asked", "dim"))]
    phase = ""
    for number, question in enumerate(view.questions):
        if question.phase != phase:
            phase = question.phase
            rows += [BLANK, row(*clip([(visible(phase), "title")], width))]
        chosen = f"question:{question.number - 1}" == sought if sought else number == here
        rows += _question(question, counts[number], width, chosen=chosen)
    return rows


def _question(question: QuestionRow, notes: int, width: int, *, chosen: bool) -> list[Row]:
    mark, ink = _STATUS[question.status]
    missed = question.must_ask and question.status != "asked"
    first: list[Span] = [(f"{mark} ", ink), (f"{question.number:>2}  ", "dim")]
    told = "" if question.asked_at_ms is None else f"  {clock(question.asked_at_ms)}"
    told += f"  {notes} note{'s' if notes != 1 else ''}" if notes else ""
    told += "  must-ask, not asked" if missed else ""
    text = f"{question.text}{' ' + _MUST_ASK if question.must_ask else ''}"
    body_ink = "text selected" if chosen else "text" if question.status == "asked" else "dim"
    action = f"question:{question.number - 1}"
    rows = paragraph(text, width, body_ink, first=first, action=action)
    if told:
        rows.append(
            row(("     ", ""), *clip([(told, "warn" if missed else "faint")], width - 5), action=action)
        )
    return rows


# -- the debrief ---------------------------------------------------------------------------


def debrief_pane(review: ReviewSession, width: int, sought: str = "") -> list[Row]:
    """What was answered right after the interview, and what is known of it; what is `sought` is marked."""
    from interview_tui.interchange.words import field_name, field_value, local_date

    view = review.view
    rows: list[Row] = []
    takeaways = [(n, v) for n, v in view.debrief.items() if n.startswith("takeaway") and str(v).strip()]
    if takeaways:
        rows.append(row(("Takeaways", "title")))
        for name, told in takeaways:
            action = f"debrief:{name}"
            ink = "text selected" if action == sought else "text"
            rows += paragraph(str(told), width, ink, first=(("· ", "accent"),), action=action)
        rows.append(BLANK)
    for name, told in view.debrief.items():
        if not name.startswith("takeaway") and (words := field_value(told)):
            action = f"debrief:{name}"
            rows += _fact(field_name(name), words, width, action=action, chosen=action == sought)
    if not rows:
        rows += paragraph("The debrief was left empty.", width, "dim")
    rows += [BLANK, row(("The interview", "title"))]
    for name, words in _about(view, local_date(review.header.created_utc)):
        rows += _fact(name, words, width)
    return rows


def _about(view: SessionView, when: str) -> list[tuple[str, str]]:
    over = [
        f"{visible(phase.title)} {clock(phase.spent_ms)} of {clock(phase.budget_ms)}" for phase in view.phases
    ]
    facts = [
        ("Participant", view.said("participant")),
        ("Segment", view.said("segment")),
        ("Moderator", view.said("moderator")),
        ("Note-taker", view.said("note_taker")),
        ("When", when),
        ("Consent", view.consent_words),
        ("Success metric", view.said("success_metric") or view.header.guide.success_metric),
        ("Time", "; ".join(over)),
        ("Hints shown", str(len(view.flow.nudges) or "")),
        ("Led questions", str(len(view.flow.led) or "")),
    ]
    return [(name, told) for name, told in facts if told]


def _fact(name: str, words: str, width: int, *, action: str | None = None, chosen: bool = False) -> list[Row]:
    ink = "text selected" if chosen else "text"
    if width < 46:
        told = paragraph(words, width, ink, first=(("  ", ""),), action=action)
        return [row((name, "dim"), action=action), *told]
    return paragraph(words, width, ink, first=((f"{name:<20}", "dim"),), action=action)
