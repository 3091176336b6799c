"""The Markdown report of a session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.interchange.told import Script, header_with

from interview_tui.domain.events import NoteText
from interview_tui.interchange.markdown import session_markdown

WHOLE = """\
# Clinic scheduling

- **Participant:** P07
- **Date:** 2026-11-21 22:10 UTC
- **Moderator:** Ada
- **Study:** Round 2
- **Length:** 7 min of 12 min planned

The moderator did 8 % of the talking: well listened. Longest story 3 min 45 s, longest moderator stretch \
20 s. The floor changed hands 0.4 times a minute. The moderator waited 0.0 s before speaking (median).

## Get comfortable (3 min of 2 min, 1 min over)

- 00:30 **background** — runs the front desk

## Dig in (4 min of 10 min)

- 03:20 ★ **quote**
  > we just lose the slot
- 04:20 **story** — *bare mark, without words*

## Questions asked: 2 of 4

- 03:00 Tell me about your day.
- 05:00 Tell me about the last cancellation.

### Not asked

- Who else was there? *(must-ask, skipped)*
- Where do you write it down?

## Debrief

**Incentive given**

yes

**Takeaways**

They lose a slot a day\\
and nobody counts
"""


def report(script: Script) -> str:
    return session_markdown(script.header, script.session)


def test_the_report_reads_from_who_and_when_to_the_debrief(script: Script) -> None:
    assert report(script) == WHOLE


def test_practice_and_unfinished_sessions_say_so() -> None:
    script = Script(header_with(practice=True))
    script.at(0).begin()
    assert "practice, not a real interview" in report(script)
    assert "the interview was not brought to its end" in report(script)


def test_a_session_in_which_nothing_happened_is_a_report_too() -> None:
    found = report(Script(header_with()))
    assert found.count("No notes.") == 2
    assert "Nobody marked who was speaking." in found


def test_notes_away_from_the_guide_have_their_own_part(script: Script) -> None:
    stray = script.note(500, "seen in the hall")
    script.interview.set_note(stray, "phase", 99, "phase")
    assert "## Notes away from the guide\n\n- 08:20 **note** — seen in the hall" in report(script)


def test_a_text_written_at_the_same_time_by_somebody_else_is_kept_beside(script: Script) -> None:
    note = script.session.notes[0]
    for device in ("one", "two"):
        script.session.apply(
            NoteText(
                id=device,
                device=device,
                counter=90,
                at_ms=0,
                author=device,
                note=note.id,
                text=f"by {device}",
                seen=(note.id,),
            )
        )
    assert "— by two\n  - *written at the same time:* by one" in report(script)


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(["quote", "story", None]))
def test_no_note_can_break_out_of_its_list(text: str, tag: str | None) -> None:
    def skeleton(of: str) -> list[str]:
        script = Script(header_with())
        script.at(0).begin()
        script.note(5, of, tag)
        script.note(6, "after")
        tokens = MarkdownIt("commonmark").parse(report(script))
        return [token.type for token in tokens]

    assert skeleton(text) == skeleton("plain words")


@pytest.mark.parametrize("title", ["a\n# b", "`x` #", "<script>"])
def test_no_title_can_make_a_second_heading(title: str) -> None:
    tokens = MarkdownIt("commonmark").parse(report(Script(header_with(title))))
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1
    assert "html_block" not in {token.type for token in tokens}
