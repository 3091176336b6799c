"""The one-screen summary."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interchange.told import Script, header_with

from interview_tui.domain.guide import Guide, Phase
from interview_tui.domain.readiness import LABELS, ready_field
from interview_tui.domain.text import cells
from interview_tui.interchange.summary import WIDTH, session_summary

WHOLE = """\
Clinic scheduling
P07 · 2026-11-21 22:10 UTC

Get comfortable               03:00 of 02:00, 01:00 over
Dig in                        04:00 of 10:00
Whole session                 07:00 of 12:00

Questions asked: 2 of 4 (1 must-ask left out)
Notes: 3 (1 still without words)
  background 1, quote 1, story 1

The moderator did 8 % of the talking: well listened.
Longest story 3 min 45 s, longest moderator stretch
20 s. The floor changed hands 0.4 times a minute. The
moderator waited 0.0 s before speaking (median).

Starred
03:20 “we just lose the slot”

Takeaways
· They lose a slot a day and nobody counts
"""


def summary(script: Script) -> str:
    return session_summary(script.header, script.session, zone=UTC)


def test_the_summary_is_one_calm_screen(script: Script) -> None:
    assert summary(script) == WHOLE


def test_the_start_is_told_by_the_clock_on_the_wall_and_says_which(script: Script) -> None:
    paris = timezone(timedelta(hours=1), "CET")
    told = session_summary(script.header, script.session, zone=paris)
    assert "P07 · 2026-11-21 23:10 CET" in told


def test_a_figure_stays_with_its_unit(script: Script) -> None:
    for line in summary(script).splitlines():
        assert not re.match(r"(s|min|%)\b", line)
        assert not re.search(r"moderator stretch \d+$", line)


def test_away_from_a_screen_no_text_is_cut_short(script: Script) -> None:
    takeaway = "They lose a slot a day, and nobody counts what it costs until the end of the month"
    script.interview.tell("debrief", "takeaway_1", takeaway)
    for number in range(6):
        script.note(400 + number, f"{takeaway} {number}", "quote")
        script.interview.set_note(script.session.notes[-1].id, "starred", True, "star")
    cut = session_summary(script.header, script.session, zone=UTC)
    assert cut.count("…") > 1
    assert "more" in cut
    told = session_summary(script.header, script.session, whole=True, zone=UTC)
    assert "…" not in told
    assert max(map(cells, told.splitlines())) <= WIDTH
    flat = " ".join(told.split())
    assert [number for number in range(6) if f"{takeaway} {number}" not in flat] == []
    assert f"· {takeaway}" in flat


def test_without_starred_quotes_other_starred_notes_are_shown(script: Script) -> None:
    script.interview.set_note(script.session.notes[1].id, "starred", False, "star")
    script.interview.set_note(script.session.notes[0].id, "starred", True, "star")
    assert "\n\nStarred\n00:30 runs the front desk\n\n" in summary(script)


def test_with_nothing_starred_that_part_is_left_out() -> None:
    assert "Starred" not in summary(Script(header_with()))


@settings(max_examples=30, deadline=None)
@given(st.text(), st.text(max_size=80), st.integers(1, 30))
def test_it_never_outgrows_forty_lines_of_sixty_columns(text: str, tag: str, amount: int) -> None:
    phases = tuple(Phase(title=text or "-", minutes=500, line=n) for n in range(amount))
    header = header_with(text)
    script = Script(replace(header, guide=Guide(title=text, phases=phases)))
    script.at(0).begin()
    script.interview.tell("session", "participant", text)
    script.interview.tell("session", "consent_quoting", False)
    for item in LABELS:
        script.interview.tell("session", ready_field(item), False)
    for number in range(amount):
        script.note(60 * number, f"{text} {number}", f"{number}{tag}")
        script.interview.set_note(script.session.notes[-1].id, "starred", True, "star")
        script.interview.hand_over()
    for number in range(1, 6):
        script.interview.tell("debrief", f"takeaway_{number}", text)
    lines = summary(script).splitlines()
    assert len(lines) <= 40
    assert max(map(cells, lines)) <= WIDTH
