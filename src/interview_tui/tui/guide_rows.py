"""The guide pane's rows: phase clock, pace, the current question with its probes, and what comes next."""

from __future__ import annotations

from interview_tui.domain.guide import GuideItem, Question
from interview_tui.domain.pacing import FIVE_WHYS, WAIT_CAP_S, PhasePace
from interview_tui.domain.text import clock
from interview_tui.tui.big_digits import big
from interview_tui.tui.facts import GuideFacts
from interview_tui.tui.rows import BLANK, Row, Span, bar, between, clip, paragraph, row, width_of

_KIND_MARK = {"script": "“", "consent": "?", "note": "✎", "probe": "·", "question": "❯"}


def guide_rows(facts: GuideFacts, width: int, height: int) -> list[Row]:
    """The whole pane for a size in cells; what matters most comes first and survives a small height."""
    tall = height >= 24 and width >= 30
    rows = _clock_rows(facts, width, tall=tall)
    rows += _status_rows(facts, width)
    if height >= 12:
        rows.append(BLANK)
    rows += _question_rows(facts, width, height - len(rows) - (3 if tall else 1))
    rows += _coach_rows(facts)
    if facts.following is not None:
        rows.append(BLANK if height >= 16 else row())
        rows += _following_rows(facts, width, limit=2 if tall else 1)
    if tall:
        rows += _outline_rows(facts, width, height - len(rows))
    return rows[:height]


# -- the clock -----------------------------------------------------------------------------


def _clock_rows(facts: GuideFacts, width: int, *, tall: bool) -> list[Row]:
    pace = facts.pace.phases[facts.phase]
    phase = facts.guide.phases[facts.phase]
    place = f"{facts.phase + 1}/{len(facts.guide.phases)}"
    head = between([(phase.title, "title")], [(f" {place}", "dim")], width)
    over = pace.left_ms < 0
    shown = ("+" if over else "") + clock(abs(pace.left_ms))
    ink = "bad strong" if over else "strong"
    if not tall:
        budget = _budget_words(pace, width)
        left: list[Span] = [(shown, ink), (" over" if over else " left", ink)]
        total = _total(facts)
        roomy = [*left, (f"  {budget}", "dim")]
        fits = width_of(roomy) + width_of(total) + 2 <= width
        if width_of(left) + width_of(total) + 2 > width:
            total = [(total[0][0].removeprefix("interview "), total[0][1])]
        return [head, between(roomy if fits else left, total, width), row(*_phase_bar(pace, width))]
    digits = big(shown)
    total = _total(facts)
    words = "over time" if over else "left in this phase"
    room = width - len(digits[0]) - 3
    if room < len("interview 00:00 left"):
        words = "over time" if over else "left"
        total = [(total[0][0].replace("interview ", "all "), total[0][1])]
    notes: list[tuple[Span, ...]] = [
        ((words, "bad" if over else "dim"),),
        ((_budget_words(pace, room), "dim"),),
        tuple(total),
    ]
    body = [
        row((line, ink), ("   ", ""), *clip(note, room)) for line, note in zip(digits, notes, strict=True)
    ]
    return [head, BLANK, *body, BLANK, row(*_phase_bar(pace, width))]


def _budget_words(pace: PhasePace, room: int) -> str:
    """The phase's budget, and what is left of it to end on time, in as many words as there is room for."""
    words = f"of {clock(pace.budget_ms)}"
    if pace.squeezed_ms + 1000 >= pace.left_ms:
        return words
    squeezed = clock(pace.squeezed_ms)
    ways = (f"{words}, {squeezed} to end on time", f"{words}, {squeezed} ↓", words)
    return next((way for way in ways if len(way) <= room), words)


def _total(facts: GuideFacts) -> list[Span]:
    if facts.finished:
        return [("finished", "good")]
    if facts.paused:
        return [("‖ paused", "warn strong")]
    left = facts.pace.left_ms
    if left < 0:
        return [(f"interview +{clock(-left)} over", "bad")]
    return [(f"interview {clock(left)} left", "dim")]


def _phase_bar(pace: PhasePace, width: int) -> tuple[Span, ...]:
    if pace.budget_ms <= 0:
        return bar(0, width, "accent")
    share = pace.spent_ms / pace.budget_ms
    return bar(share, width, "bad" if share > 1 else "warn" if share > 0.85 else "accent")


def _status_rows(facts: GuideFacts, width: int) -> list[Row]:
    left = facts.pace.must_ask_left
    if not any(question.must_ask for question in facts.guide.questions):
        words: list[Span] = [(f"{len(facts.asked)} of {len(facts.guide.questions)} asked", "dim")]
    elif left == 0:
        words = [("✓ all must-asks asked", "good")]
    else:
        minutes = max(0, round(facts.pace.left_ms / 60_000))
        fits = facts.pace.must_asks_fit
        ink = "text" if fits is not False else "warn strong"
        verdict = "" if fits is not False else "  ! too slow"
        words = [(f"{left} must-ask left, {minutes} min", ink), (verdict, ink)]
    assumed = [(" minutes assumed", "faint")] if facts.guide.assumed_minutes and width >= 40 else []
    return [between(words, assumed, width)]


# -- the question --------------------------------------------------------------------------


def _question_rows(facts: GuideFacts, width: int, room: int) -> list[Row]:
    question = facts.question
    if question is None:
        return _without_question(facts, width, room)
    first_of_phase = next((q for q in facts.guide.questions if q.phase == question.phase), None)
    rows: list[Row] = []
    untouched = question.number not in facts.asked and question is first_of_phase
    if untouched and room > 12:
        opening = _opening_rows(facts, width, room // 2, title="")
        rows += [*opening, BLANK] if opening else []
    mark = _status_mark(facts, question.number)
    must: tuple[Span, ...] = (("! ", "warn strong"),) if question.must_ask else ()
    rows += paragraph(question.text, width, "strong", first=((f"{mark} ", "accent strong"), *must))
    for item in (*question.notes, *question.probes) if room > 6 else question.probes:
        rows += _item_rows(item, width)
    return _fit(rows, max(2, room))


def _without_question(facts: GuideFacts, width: int, room: int) -> list[Row]:
    """At the end of the guide, or away from it."""
    questions = facts.guide.questions
    if not questions or any(each.number not in (*facts.asked, *facts.skipped) for each in questions):
        return _opening_rows(facts, width, room, title="Side path: no question is current")
    words, ink = ("No question is left", "text") if facts.skipped else ("All questions asked", "good")
    rows = paragraph(f"{words}: ^Q finishes", width, ink)
    if any(question.phase == facts.phase for question in questions):
        return rows
    return [*rows, *_opening_rows(facts, width, room - len(rows), title="")]


def _opening_rows(facts: GuideFacts, width: int, room: int, *, title: str) -> list[Row]:
    rows = [row((title, "dim"))] if title else []
    for item in facts.guide.opening(facts.phase):
        rows += _item_rows(item, width)
    return _fit(rows, max(1, room))


def _item_rows(item: GuideItem, width: int) -> list[Row]:
    ink = {"probe": "text", "script": "script", "consent": "script"}.get(item.kind, "note")
    indent = "  " if item.kind == "probe" else ""
    extra = "  " * max(0, item.depth - 1) if item.kind == "probe" else ""
    first: tuple[Span, ...] = ((f"{indent}{extra}{_KIND_MARK[item.kind]} ", "faint"),)
    return paragraph(item.text, width, ink, first=first)


def _fit(rows: list[Row], room: int) -> list[Row]:
    if len(rows) <= room:
        return rows
    return [*rows[: max(1, room - 1)], row(("  … more", "faint"))] if room > 1 else rows[:1]


def _coach_rows(facts: GuideFacts) -> list[Row]:
    rows: list[Row] = []
    if facts.led_just_now:
        rows.append(row(("  you led: ask why", "warn strong")))
    if facts.waiting_s is not None:
        done = facts.waiting_s >= WAIT_CAP_S
        dots = "●" * facts.waiting_s + "○" * (WAIT_CAP_S - facts.waiting_s)
        words = f"  {facts.waiting_s} s  " if not done else "  10 s  "
        rows.append(row((words, "good"), (dots, "good"), ("  let them think", "dim")))
    if facts.whys:
        rungs = "▮" * min(facts.whys, FIVE_WHYS) + "▯" * max(0, FIVE_WHYS - facts.whys)
        rows.append(row((f"  why {facts.whys} of {FIVE_WHYS}  ", "text"), (rungs, "accent")))
    return rows


def _following_rows(facts: GuideFacts, width: int, limit: int) -> list[Row]:
    following = facts.following
    if following is None:
        return []
    must = "! " if following.must_ask else ""
    rows = paragraph(
        must + following.text, width, "dim", first=(("next  ", "faint"),), action=f"show:{following.number}"
    )
    return rows if len(rows) <= limit else [*rows[: limit - 1], _cut(rows[limit - 1], width)]


def _cut(last: Row, width: int) -> Row:
    *before, (text, ink) = last.spans
    return Row((*before, *clip([(text + " …", ink)], width - sum(len(t) for t, _ in before))), last.action)


# -- the outline ---------------------------------------------------------------------------


def _outline_rows(facts: GuideFacts, width: int, room: int) -> list[Row]:
    if room < 4:
        return []
    rows: list[Row] = []
    focus = 0
    every = len(facts.guide.phases) + len(facts.guide.questions) < room
    for number, phase in enumerate(facts.guide.phases):
        rows.append(_phase_row(facts, number, phase.title, width))
        if number == facts.phase:
            focus = len(rows) - 1
        if every or number == facts.phase:
            for question in facts.guide.questions:
                if question.phase == number:
                    if facts.question is not None and question.number == facts.question.number:
                        focus = len(rows)
                    rows.append(_outline_question(facts, question, width))
    room -= 1
    top = min(max(0, focus - room // 2), max(0, len(rows) - room))
    return [BLANK, *rows[top : top + room]]


def _phase_row(facts: GuideFacts, number: int, title: str, width: int) -> Row:
    pace = facts.pace.phases[number]
    here = number == facts.phase
    mark = "▸" if here else "✓" if pace.spent_ms and number < facts.phase else " "
    over = pace.overtime_ms >= 1000
    if over:
        time: Span = (f" +{clock(pace.overtime_ms)}", "bad")
    elif not here and number > facts.phase and pace.squeezed_ms + 1000 < pace.left_ms:
        time = (f" {clock(pace.squeezed_ms)} ↓", "warn")
    elif pace.spent_ms and not here:
        time = (f" {clock(pace.spent_ms)}/{clock(pace.budget_ms)}", "dim")
    else:
        time = (f" {clock(pace.budget_ms)}", "dim")
    ink = "text strong" if here else "dim"
    return between([(f"{mark} {title}", ink)], [time], width, action=f"phase:{number}")


def _outline_question(facts: GuideFacts, question: Question, width: int) -> Row:
    current = facts.question is not None and question.number == facts.question.number
    mark = _status_mark(facts, question.number)
    must = "! " if question.must_ask else ""
    spent = facts.spent_ms.get(question.number, 0)
    # Of the current question the clock tells enough: a second number that ticks only distracts.
    time: list[Span] = [(f" {clock(spent)}", "faint")] if spent >= 1000 and not current else []
    ink = "text" if current else "faint" if question.number in facts.asked else "dim"
    left = [(f"  {mark} ", "accent" if current else ink), (must, "warn"), (question.text, ink)]
    return between(left, time, width, action=f"show:{question.number}")


def _status_mark(facts: GuideFacts, number: int) -> str:
    if number in facts.asked:
        return "✓"
    if number in facts.skipped:
        return "–"
    return "❯" if facts.question is not None and facts.question.number == number else "○"
