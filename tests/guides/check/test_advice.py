"""What is said of a question: one line what to change, one line how to ask instead."""

from __future__ import annotations

import pytest

from interview_tui.guides.check import check_question


@pytest.mark.parametrize(
    ("question", "severity"),
    [
        ("Don't you love it?", "error"),
        ("Would you buy it?", "error"),
        ("Do you use a list?", "warning"),
        ("What would you change?", "warning"),
        ("What do you sell, and who buys it?", "warning"),
        ("Do you keep a list? If so, where?", "hint"),
        ("How often is that?", "hint"),
        ("Do you prefer tea or coffee?", "hint"),
        ("How do you keep track?", None),
        ("Tell me about the last time.", None),
        ("Take a look at this page.", None),
    ],
)
def test_the_most_important_rule_gives_the_severity(question: str, severity: str | None) -> None:
    finding = check_question(question)
    assert finding.severity == severity
    assert bool(finding.message) == bool(finding.suggestion) == (severity is not None)


@pytest.mark.parametrize(
    ("question", "suggestion"),
    [
        ("Do you use a spreadsheet?", "Ask: “How do you use a spreadsheet?”"),
        ("Have you ever used the helpdesk?", "Ask: “Tell me about the last time you used the helpdesk.”"),
        ("Have you written a report?", "Ask: “Tell me about the last time you wrote a report.”"),
        ("Was anything confusing?", "Ask: “What, if anything, was confusing?”"),
        ("Is there anything missing?", "Ask: “What, if anything, is missing?”"),
        ("Do you have any problems with the lock?", "Ask: “What problems do you have with the lock?”"),
        ("Don't you find the form too slow?", "Ask neutrally: “How do you find the form?”"),
        ("Is this table useful to you?", "Ask neutrally: “How do you find this table?”"),
        ("Is price important to you?", "Ask neutrally: “How important or unimportant is price to you?”"),
        ("What do you love about the shop?", "Ask neutrally: “What do you think of the shop?”"),
        ("How painful is that for your team?", "Ask neutrally: “How is that for your team?”"),
        ("Would you use the map?", "Ask about the problem instead: “How do you deal with that today?”"),
        (
            "How would you send the form?",
            "Ask for the last time: “Tell me about the last time you sent the form.”",
        ),
        (
            "What do you sell, and how do you set the price?",
            "Ask “What do you sell?” and keep “How do you set the price?” as a probe.",
        ),
        (
            "Do you cook? Where do you shop?",
            "Ask “Do you cook?” and keep “Where do you shop?” as a probe.",
        ),
        ("How and when do you pay?", "Ask “How do you pay?” and keep “When do you pay?” as a probe."),
        ("How frustrating is it when it rains?", "Ask neutrally: “What happens when it rains?”"),
        ("Was it easy to park?", "Ask neutrally: “How easy or difficult was it to park?”"),
        ("What frustrates you about the form?", "Ask neutrally: “How do you find the form?”"),
        (
            "All customers love it, what do you think?",
            "Leave the opinion out, and only ask: “What do you think?”",
        ),
        (
            "Would you be willing to try a new tool?",
            "Ask about the last one: “Tell me about the last new tool you tried.”",
        ),
        ("What's your ideal Sunday?", "Ask for a real one: “Tell me about your last Sunday.”"),
        (
            "How likely are you to recommend us to a friend?",
            "Ask for the last time: “Tell me about the last time you recommended us to a friend.”",
        ),
        ("Were there any parts that hurt?", "Ask: “What parts were there that hurt?”"),
        ("Is there anything on it you miss?", "Ask: “What, if anything, is there on it you miss?”"),
        ("Was there anything that surprised you?", "Ask: “What, if anything, surprised you?”"),
        ("Did the map help you?", "Ask: “How, if at all, did the map help you?”"),
        ("Are you familiar with the rules?", "Ask: “How familiar are you with the rules?”"),
        ("Do you know what a lien is?", "Ask: “How would you explain what a lien is?”"),
        ("Is there a reason you pay in cash?", "Ask: “What is the reason you pay in cash?”"),
        ("Do you ever lose a receipt?", "Ask: “Tell me about the last time you lost a receipt.”"),
        ("You sit down at six?", "Let them say it: “Tell me more about that.”"),
        ("Do you keep a list? If so, where?", "Begin with what follows, and let the yes come by itself."),
    ],
)
def test_a_rewording_is_made_of_the_question_s_own_words(question: str, suggestion: str) -> None:
    assert check_question(question).suggestion == suggestion


@pytest.mark.parametrize(
    "question",
    [
        "Do you know the owner?",
        "Do you use any of these?",
        "Have you frobnicated the gadget?",
        "Is it helpful to see the total?",
        "Would you use [PRODUCT]?",
        "How would you fix [SYSTEM]?",
        "What do you love about {tool}?",
        "Do you find that it takes long?",
        "How easy was it to get started with?",
        "Do you often make impulse purchases?",
        "What do you think will change when the hall opens?",
    ],
)
def test_where_grammar_is_not_sure_a_general_pattern_stands(question: str) -> None:
    suggestion = check_question(question).suggestion
    assert "…" in suggestion or suggestion.endswith("today?”")


def test_the_last_time_is_not_to_be_asked_for_twice() -> None:
    assert check_question("When was the last time an invoice got lost? What happened?").suggestion == ""


def test_other_rules_are_named_behind_the_first() -> None:
    message = check_question("Would it be helpful to have a map?").message
    assert message.startswith("Leading: ")
    assert message.endswith("(also hypothetical, closed).")
