"""The review's frame: its top row, what its timeline shows, chips, keys and help."""

from __future__ import annotations

from interview_tui.domain.review import Filter
from interview_tui.domain.text import visible
from interview_tui.store.saver import SaveStatus
from interview_tui.tui.key_bar import Key
from interview_tui.tui.review_notes import ReviewNotes, tag_ink
from interview_tui.tui.review_session import ReviewSession
from interview_tui.tui.rows import BLANK, Row, Span, between, clip, paragraph, row
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


def timeline_facts(review: ReviewSession, shown: ReviewNotes) -> TimelineFacts:
    """The session as its timeline shows it, with the notes that the list shows."""
    flow = review.session.flow
    guide = review.header.guide
    notes = shown.notes
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


# -- which notes are shown -----------------------------------------------------------------


def chips_row(review: ReviewSession, notes: ReviewNotes, width: int) -> Row:
    """What the notes are filtered by, and how many of them there are."""
    chips = _chips(review, notes)
    marked = f"  {len(notes.marked)} marked" if notes.marked else ""
    total = review.session.note_count
    count = len(notes.notes)
    if chips:
        left: list[Span] = [*chips, ("  esc shows all", "faint")]
        words = f"{count}" if notes.only_removed else f"{count} of {total}"
    else:
        bare = notes.bare_count
        left = [(f"{total} note{'s' if total != 1 else ''}", "dim")]
        left += [(f" · {bare} without words", "warn")] if bare else []
        words = f"{notes.place + 1}/{count}" if count else ""
    return between(left, [(marked, "accent strong"), (f"  {words}", "dim")], width)


def _chips(review: ReviewSession, notes: ReviewNotes) -> list[Span]:
    shown: Filter = notes.filter
    phases = review.header.guide.phases
    told: list[Span] = [("deleted", "bad")] if notes.only_removed else []
    told += [("★ starred", "warn")] if shown.starred else []
    told += [("“ ” word for word", "good")] if shown.quotes else []
    told += [("without words", "dim")] if shown.bare else []
    told += [
        (f"#{visible(tag)}" if tag else "no tag", tag_ink(review.codebook, tag)) for tag in sorted(shown.tags)
    ]
    told += [
        (visible(phases[number].title), "text") for number in sorted(shown.phases) if number < len(phases)
    ]
    told += [(f"by {visible(author)}", "accent") for author in sorted(shown.authors)]
    spans: list[Span] = []
    for words, ink in told:
        spans += [(f" {words} ", f"{ink} selected"), (" ", "")]
    return spans


def empty_rows(review: ReviewSession, notes: ReviewNotes, width: int) -> list[Row]:
    """What to do where there is no note to show."""
    if notes.only_removed:
        words = "No note is deleted. esc shows the notes."
    elif not notes.filter.empty:
        words = "No note fits all of this. f changes it, esc shows all."
    else:
        words = "Nothing was noted in this interview. tab shows its talk, its questions and its debrief."
    del review
    return [BLANK, *paragraph(words, width, "dim", first=(("  ", ""),))]


# -- keys ----------------------------------------------------------------------------------


def list_keys(review: ReviewSession, notes: ReviewNotes) -> tuple[Key, ...]:
    """At most six keys of the list: those that do most for what it shows now."""
    more = (Key("tab", "talk …", "next_pane"), Key("?", "all keys", "help"), Key("esc", "back", "back"))
    look = Key("f", "filter", "filter")
    if review.file is None:
        return (look, Key("g", "go to", "go_to('')"), *more)
    if notes.only_removed:
        return (Key("d", "bring back", "do('delete')"), look, *more)
    if notes.marked:
        acts = (("m", "merge", "do('merge_on')"), ("t", "tags", "tags"), ("*", "star", "do('star')"))
        return (*(Key(*act) for act in acts), Key("esc", "unmark", "back"), Key("?", "all keys", "help"))
    chosen = notes.chosen
    if chosen is not None and chosen.bare:
        return (Key("e", "words for it", "edit"), Key("t", "tags", "tags"), look, *more)
    return (Key("e", "edit", "edit"), Key("t", "tags", "tags"), look, *more)


_HELP = (
    ("↓ ↑", "choose a note; space marks several"),
    ("e enter", "other words; f2 splits at the cursor"),
    ("b", "the next mark without words, to fill in"),
    ("t", "tags, as many as you like"),
    ("* w", "star; mark as word for word"),
    ("s", "split;  m M  merge with the next, with the one before"),
    (", .", "ten seconds earlier, later"),
    ("d", "delete; among the deleted ones, bring back"),
    ("u U h", "undo; do again; what became of a note"),
    ("12:30 g", "go to a time; g q7, g p2, g and a tag or a question"),
    ("[ ] ( )", "phase, question;  n N  the same tag"),
    ("f", "show only some;  c  choose among texts"),
    ("tab", "talk, questions, debrief;  y o i  at once"),
)

_SIGNS = (
    "On the line of time: ▀ moderator, ▄ participant, · silence; • a note, 2 two of them, ★ a star, "
    "○ a mark without words; ! a hint, ? a leading question."
)


def help_rows(width: int) -> list[Row]:
    """All keys of the screen, and what the signs mean."""
    rows = [Row(clip([(f" {key:<9}", "accent strong"), (words, "text")], width)) for key, words in _HELP]
    return [*rows, BLANK, *paragraph(_SIGNS, width, "dim"), row(("any key closes this", "faint"))]


def help_in_view(rows: list[Row], width: int, height: int, top: int) -> list[Row]:
    """The help from a row on; where it is longer than the room, the last row says how to see the rest."""
    if len(rows) <= height:
        return rows
    room = max(1, height - 1)
    top = min(top, len(rows) - 1 - room)
    ways = f"{'↑' if top else ' '}{'↓' if top + room < len(rows) - 1 else ' '} "
    words = "↓ ↑ show the rest, any other key closes this"
    return [*rows[top : top + room], row(*clip([(ways, "accent"), (words, "faint")], width))]
