"""Lines of several sentences, as they are said: what asks, what leads up to it, and what asks nothing new."""

from __future__ import annotations

import pytest

from interview_tui.guides.check import check_question


def labels(question: str) -> str:
    return " ".join(check_question(question).labels)


@pytest.mark.parametrize(
    "question",
    [
        "How did you two meet? Was that at school?",
        "How does the pricing work? Is it per seat?",
        "What does your day look like? Do you start with mail, or do you cook first?",
        "What do you mean by lean? What does that mean?",
        "How do you plan the week? Do you remember?",
        "What was the harvest like? You know what I mean?",
        "How do you choose a supplier? How do you choose suppliers in a hurry?",
        "What does that process look like? Could you walk me through the steps?",
        "Can you explain what that is? For people who do not know?",
        "Tell me about the move. What happened?",
    ],
)
def test_a_guess_or_a_question_said_again_asks_no_second_thing(question: str) -> None:
    assert "double-barrelled" not in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is your state now? How do you earn money?",
        "How was the course? Has it changed your work?",
        "Do you have children? What do you do for a living?",
        "What do you think of the page? Is it useful?",
        "How does the sale begin, and how does the warehouse hear of it?",
        "When did you come here? What was it like to arrive?",
    ],
)
def test_another_thing_that_is_asked_for_is_a_second_one(question: str) -> None:
    assert "double-barrelled" in labels(question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("You said that you moved. I never knew why, which is odd. Whose idea was that?", "factual"),
        ("Now I have to share it with them. Right? How do you do that today?", "open"),
        ('And then "So what is next?", I thought, "Do they know?", and so on. How do you see that?', "open"),
        ("Sure, yeah. Where are you from?", "factual"),
        ("Here is the page. Can you see it? Okay, so what do you notice first?", "open"),
        ("You said that you moved to the coast? How does the shop run there?", "open"),
        ("It might rain tomorrow, they say. How do you keep the hay dry?", "open"),
        ("Imagine that it rains. How do you keep the hay dry?", "open hypothetical"),
    ],
)
def test_what_leads_up_to_a_question_is_passed_over(question: str, expected: str) -> None:
    assert labels(question) == expected


def test_a_right_that_nothing_follows_asks_for_a_yes() -> None:
    assert labels("It was hard to set up on a farm. Right?") == "closed leading"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Were you living in the hills? Or were you living in the camp?", "closed-choice"),
        ("Was it the money, or was it more about the team?", "closed-choice"),
        ("Do you live in a house or a flat?", "closed-choice"),
        ("Do you follow or subscribe to the list?", "closed"),
        ("Is there a club or a group that you belong to?", "closed"),
        ("Do you remember any paper or mail about it?", "closed"),
        ("So it was the gate or the fence, right?", "closed leading"),
    ],
)
def test_a_choice_needs_answers_that_exclude_each_other(question: str, expected: str) -> None:
    assert labels(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("And the results?", "open"),
        ("Which difficulties did you meet?", "open"),
        ("Where does it go from here?", "open"),
        ("What percentage of the orders come back?", "factual"),
        ("What were the names of your neighbours?", "factual"),
        ("How close are we talking about?", "factual"),
    ],
)
def test_a_fact_has_a_quantity_a_name_or_a_place(question: str, expected: str) -> None:
    assert labels(question) == expected
