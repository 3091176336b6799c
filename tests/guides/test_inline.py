from __future__ import annotations

import pytest

from interview_tui.guides.inline import plain_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**What** did *you* do?", "What did you do?"),
        ("_If so:_ why?", "If so: why?"),
        ("see [the form](https://example.org/a_b_(c)) first", "see the form first"),
        ("open `settings` now", "open settings now"),
        ("What do you do in [SYSTEM]?", "What do you do in [SYSTEM]?"),
        ("Hello <name>, I am {me}", "Hello <name>, I am {me}"),
        ("one<br>two &amp; three", "one two & three"),
        (r"\[setup\] and \# of people", "[setup] and # of people"),
        ("my_file_name and 2 * 3 * 4", "my_file_name and 2 * 3 * 4"),
        ("My name is ____", "My name is ____"),
    ],
)
def test_markdown_becomes_the_words_that_a_person_reads(raw: str, text: str) -> None:
    assert plain_text(raw) == text
