"""What is not English is left alone."""

from __future__ import annotations

import pytest

from interview_tui.guides.check import check_question


@pytest.mark.parametrize(
    "question",
    ["מה עשית אתמול?", "¿Qué hiciste ayer?", "Was machst du?", "日本語の質問ですか？", "Mitä teit eilen?"],
)
def test_of_another_language_nothing_is_said(question: str) -> None:
    finding = check_question(question)
    assert finding.labels == ("open",)
    assert (finding.severity, finding.message) == (None, "")


@pytest.mark.parametrize("question", ["Do you know Café Müller?", "Was it?", "Is Zoë your boss?", "Ready?"])
def test_foreign_names_in_english_are_read(question: str) -> None:
    assert check_question(question).labels[0] == "closed"
