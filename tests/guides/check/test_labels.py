"""What each label means, example by example; the benchmark says how well that carries over to others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.guides.check import check_question
from interview_tui.guides.check.findings import BASE_LABELS


def labels(question: str) -> str:
    return " ".join(check_question(question).labels)


BASES = [
    ("How do you keep track of your hours?", "open"),
    ("Tell me about your work.", "open"),
    ("What is your role?", "open"),
    ("I'm curious how your week begins.", "open"),
    ("Do you use a calendar?", "closed"),
    ("You use a calendar?", "closed"),
    ("Any trouble with that?", "closed"),
    ("I was wondering whether you keep a list.", "closed"),
    ("Do you prefer paper or a screen?", "closed-choice"),
    ("How easy or difficult was it?", "closed-choice"),
    ("Please rank these by importance.", "closed-choice"),
    ("Is it mostly the doctor, or is it the nurse?", "closed-choice"),
    ("How often do you order?", "factual"),
    ("What time do you close?", "factual"),
    ("Who signs it?", "factual"),
    ("Age?", "factual"),
    ("Your job title?", "factual"),
    ("Which file formats are most common?", "factual"),
    ("At what point do you call the bank?", "factual"),
    ("Do you pay by card, cash or another way?", "closed"),
    ("And that takes how long?", "factual"),
    ("Take a look at this page.", "task-instruction"),
    ("Could you please open the second tab?", "task-instruction"),
]


@pytest.mark.parametrize(("question", "base"), BASES)
def test_a_question_has_one_base(question: str, base: str) -> None:
    assert labels(question) == base


NOT_OPEN_BY_ITS_WORDS = [
    ("Can you tell me how the day begins?", "open indirect-open"),
    ("Would you mind walking me through your morning?", "open indirect-open"),
    ("So um, could you, could you maybe describe the form?", "open indirect-open"),
    ("Can you tell me whether it works?", "closed"),
]


@pytest.mark.parametrize(("question", "expected"), NOT_OPEN_BY_ITS_WORDS)
def test_a_polite_request_is_what_it_asks_for(question: str, expected: str) -> None:
    assert labels(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about the last time you ran out of stock.",
        "What happened when the order was lost?",
        "How did you first hear about the clinic?",
        "Can you think of a time when it failed?",
        "What made you decide to move?",
    ],
)
def test_a_question_for_one_event_asks_for_a_story(question: str) -> None:
    assert "open" in labels(question)
    assert "story" in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is it helpful to see the total?",
        "Don't you find the form too long?",
        "And you were using a spreadsheet for that, right?",
        "that's a nuisance, isn't it",
        "What do you love about your job?",
        "How frustrating is the waiting?",
        "Most people hate the queue. What about you?",
        "Do you agree that mornings are the worst?",
        "would you say it's kind of a pain to get those numbers",
        "I imagine that was stressful for you?",
        "Was the signage easy to follow?",
        "Everybody says the app is great, what do you think?",
        "What frustrates you about the form?",
        "Does the letter sound too formal?",
    ],
)
def test_a_question_that_suggests_its_answer_leads(question: str) -> None:
    assert "leading" in labels(question)
    assert check_question(question).severity == "error"


@pytest.mark.parametrize(
    "question",
    [
        "How easy or difficult is it to park?",
        "What is the hardest part of the week?",
        "How would you describe the service?",
        "Was anything confusing?",
        "Are you comfortable with using pivot tables?",
        "What do you like and dislike about the shop?",
        "Do you have problems with the printer?",
        "What else is important to you?",
        "Is it better or worse than before?",
        "What problems did you have with the form?",
        "Is it clear what happens next?",
        "I understand you are a nurse. Is that right?",
    ],
)
def test_a_balanced_question_does_not_lead(question: str) -> None:
    assert "leading" not in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "What would make it easier?",
        "If you had an assistant, what would they do?",
        "Imagine you lost your key. Where do you go?",
        "Describe your ideal shift.",
        "Do you plan to hire somebody?",
        "How likely are you to come back?",
        "Where do you see yourself in five years?",
    ],
)
def test_a_guess_at_what_would_be_is_hypothetical(question: str) -> None:
    assert "hypothetical" in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "Could you tell me about your week?",
        "How would you describe your boss?",
        "If you don't mind, how old is the shop?",
        "Back then, what would you do while you waited?",
        "What would a typical day look like?",
        "Did it arrive when they said it would?",
        "Who'd you call first?",
        "Has that happened to you, and if so what did you do?",
        "What if anything have you tried?",
        "Would it be possible for you to show me that spreadsheet?",
    ],
)
def test_politeness_and_the_past_are_not_hypothetical(question: str) -> None:
    assert "hypothetical" not in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "What do you sell and how do you set the price?",
        "Do you cook? Where do you shop?",
        "Is the app fast and secure?",
        "what do they want, and, um, also do they pay on time",
    ],
)
def test_two_asks_in_one_are_double_barrelled(question: str) -> None:
    assert "double-barrelled" in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "Do you keep a list? If so, where?",
        "What did you choose, and why?",
        "You mentioned a fair. How did that go?",
        "What, if anything, do you write down?",
        "did you, I mean have you got a list",
        "Is it one of yours, or is it rented?",
        "Tell me about that morning. What happened?",
        "Think about the last invoice. How did you send it?",
        "Did you need any proof? What proof did you bring?",
        "What did you find? How do you know?",
    ],
)
def test_follow_ups_preambles_and_restarts_are_not_double_barrelled(question: str) -> None:
    assert "double-barrelled" not in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "Would you use an app for that?",
        "How much would you pay for it?",
        "We're building a planner. What do you think?",
        "How could our tool help you?",
        "you'd download that?",
        "How would [PRODUCT] change your day?",
        "What if we offered a free month?",
        "Our app does this in seconds. How does that sound?",
        "Would you use Trello again?",
    ],
)
def test_a_question_about_our_solution_pitches(question: str) -> None:
    assert "pitch" in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "How do you use our site?",
        "What would you use it for?",
        "Have you used the portal before?",
        "How much do you pay for it now?",
        "In what situations would you use a map?",
    ],
)
def test_what_people_do_today_is_no_pitch(question: str) -> None:
    assert "pitch" not in labels(question)


@pytest.mark.parametrize(
    "question",
    [
        "Is there anything else you would like to add?",
        "Anything I haven't asked that I should have?",
        "Do you have any questions for me?",
        "Who else should I talk to?",
        "Are there colleagues you could introduce us to?",
        "Who else?",
        "Who else is there?",
        "What else?",
        "Do you know anybody who has this problem too?",
        "How are you today?",
    ],
)
def test_the_usual_openers_and_closers_are_accepted(question: str) -> None:
    finding = check_question(question)
    assert "conventional-opener-closer" in finding.labels
    assert (finding.severity, finding.message, finding.suggestion) == (None, "", "")


@pytest.mark.parametrize(
    ("question", "speaks"),
    [
        ("How do you leverage your data?", True),
        ("Do you check the APR first?", True),
        ("Do you have it as a PDF?", False),
        ("How do you find the NRRD portal?", False),
    ],
)
def test_words_of_a_trade_are_jargon(question: str, speaks: bool) -> None:
    assert ("jargon" in check_question(question).labels) is speaks


@given(st.text(max_size=200) | st.text(alphabet="aiyou wdh,.?'’[]()-", max_size=120))
def test_any_text_has_exactly_one_base_and_it_comes_first(text: str) -> None:
    found = check_question(text).labels
    assert [label for label in found if label in BASE_LABELS] == [found[0]]
    assert len(set(found)) == len(found)


@given(
    st.sampled_from([question for question, _ in BASES if question[0] in "HDW"]),
    st.sampled_from(
        ["So, ", "Okay, ", "Um, ", "And ", "Right, so ", "Just out of curiosity, ", "Well, um, "]
    ),
    st.sampled_from([str.lower, str]),
)
def test_what_is_said_before_a_question_does_not_change_it(
    question: str, before: str, written: type[str]
) -> None:
    said = before + question[0].lower() + question[1:]
    assert check_question(written(said)).labels == check_question(question).labels


@given(st.sampled_from([question for question, _ in BASES]))
def test_typographic_quotes_and_spaces_change_nothing(question: str) -> None:
    typed = question.replace("'", "’").replace(" ", "  ")
    assert check_question(typed).labels == check_question(question).labels
