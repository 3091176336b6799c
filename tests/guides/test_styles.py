"""How other people write guides: each style in small, with what a reader should make of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from interview_tui.guides.reader import read_guide

Read = Callable[[str], list[tuple[str, float | None, list[str]]]]


def test_questions_and_probes_in_a_table(outline: Read) -> None:
    text = """\
    ## Invoices (20 min)
    | # | Question | Probe |
    |---|:---------|-------|
    | 1 | What happens to an invoice? ! | Since when?<br>With whom? |
    | 2 | Who pays them? | |
    """
    assert outline(text) == [
        (
            "Invoices",
            20,
            ["!Q What happens to an invoice?", "P Since when?", "P With whom?", "Q Who pays them?"],
        )
    ]


def test_numbered_questions_with_lettered_probes(outline: Read) -> None:
    text = """\
    # Talk about rent
    ## Present
    1. How do you pay your rent?
       a. Who else knows about it?
       b. Amount
    2. Biggest worry
    ## Past
    3) Describe the last time you were late.
    - Why?
    """
    assert outline(text) == [
        (
            "Present",
            None,
            ["Q How do you pay your rent?", "P Who else knows about it?", "P Amount", "Q Biggest worry"],
        ),
        ("Past", None, ["Q Describe the last time you were late.", "P Why?"]),
    ]


def test_emoji_headings_with_dashes_before_the_minutes(outline: Read) -> None:
    text = """\
    # ☕ Coffee talk
    ## 👋 Hello – 3 mins
    * How did you get into coffee?
    ## 🔍 Dig: ~12 minutes
    + What did you drink last?
    + Where was that?
    """
    assert outline(text) == [
        ("👋 Hello", 3, ["Q How did you get into coffee?"]),
        ("🔍 Dig", 12, ["Q What did you drink last?", "Q Where was that?"]),
    ]


def test_bold_lines_as_phases(outline: Read) -> None:
    text = """\
    **Warm-up (5 min)**
    - Tell me about your garden.

    **Core questions** - 15 minutes

    - What grew last year?
      * Probe: since when?

    **Wrap up (5-10 min):**
    - [ ] Thank them
    - [ ] Who else should I talk to? !
    """
    assert outline(text) == [
        ("Warm-up", 5, ["Q Tell me about your garden."]),
        ("Core questions", 15, ["Q What grew last year?", "P since when?"]),
        ("Wrap up", 10, ["!Q Who else should I talk to?"]),
    ]


def test_q_prefixes_in_plain_paragraphs(outline: Read) -> None:
    text = """\
    Opening (5 min):
    Q1: What do you do?
    Q2. The last time you travelled
    Follow-up: with whom?

    CLOSING - 2 MIN
    Q: Anything else?
    """
    assert outline(text) == [
        (
            "Opening",
            5,
            ["Q What do you do?", "Q The last time you travelled", "P with whom?"],
        ),
        ("CLOSING", 2, ["Q Anything else?"]),
    ]


def test_setext_headings_with_the_time_on_its_own_line(outline: Read) -> None:
    text = """\
    School lunch
    ============

    Start
    -----
    Time: 10 min

    What did you eat today?

    Middle
    ------
    *Duration: 20 minutes*

    What do your friends eat?
    """
    assert outline(text) == [
        ("Start", 10, ["Q What did you eat today?"]),
        ("Middle", 20, ["Q What do your friends eat?"]),
    ]


def test_sub_headings_inside_phases_are_notes(outline: Read) -> None:
    text = """\
    # Guide (45 min)
    ## Context (15 min)
    ### Tools
    - What do you use?
    ### Probes
    - cost
    - learning
    ### Listen for
    - do they sigh?
    ## Close
    - What did I not ask?
    """
    assert outline(text) == [
        ("Context", 15, ["Q What do you use?", "P cost", "P learning"]),
        ("Close", None, ["Q What did I not ask?"]),
    ]


def test_tabs_and_wrapped_lines(outline: Read) -> None:
    text = (
        "## Talk\n"
        "- When did you last move house, and what was\n"
        "  the first thing you unpacked?\n"
        "\t- Who helped you\n"
        "\t  that day?\n"
        "\n"
        "I would like to hear about the neighbours. How did you come to know the people\n"
        "Next door?\n"
    )
    assert outline(text) == [
        (
            "Talk",
            None,
            [
                "Q When did you last move house, and what was the first thing you unpacked?",
                "P Who helped you that day?",
                "Q I would like to hear about the neighbours. How did you come to know the people Next door?",
            ],
        )
    ]


def test_a_plan_before_the_guide_asks_nothing(outline: Read) -> None:
    text = """\
    # Study plan
    ## Research questions
    - How do clinics fill slots?
    ## Recruitment
    - Who answers the phone?
    # Interview guide
    ## Intro
    Thanks for coming. Do you mind if we record this session?
    ## Slots
    - Walk me through yesterday.
    ## Post-interview notes
    - Was the hypothesis confirmed?
    """
    assert outline(text) == [("Intro", None, []), ("Slots", None, ["Q Walk me through yesterday."])]


def test_a_research_university_lists_topics_under_headings(outline: Read) -> None:
    text = """\
    # Interview guide
    ## Background of the team
    - Role
    - Team size
    ## Migration
    - What drove it?
    - Briefly describe the hardest part.
    """
    assert outline(text) == [
        ("Background of the team", None, ["Q Role", "Q Team size"]),
        ("Migration", None, ["Q What drove it?", "Q Briefly describe the hardest part."]),
    ]


def test_quoted_questions_from_a_start_up_template(outline: Read) -> None:
    text = """\
    ## Opening (5 min)
    **Introduce yourself:**
    > "Hi [name], thank you for your time. Is it okay if I take notes?"

    **Warm-up question:**
    > "Could you describe a usual day?"

    ## Pain (10-15 min)
    _(Never lead: let them say it)_
    1. "Tell me about the last time [problem] came up."
    2. "What has it cost you?"
    """
    assert outline(text) == [
        ("Opening", 5, ['Q "Could you describe a usual day?"']),
        ("Pain", 15, ['Q "Tell me about the last time [problem] came up."', 'Q "What has it cost you?"']),
    ]


def test_time_lines_in_bold_belong_to_the_heading_above(outline: Read) -> None:
    text = """\
    # Conversation guide
    ## Intro (all roles, 5 minutes)
    *Allow 2 minutes for the sound check.*
    ## Interview questions
    ### Your role
    **All roles - 5 minutes**
    * What is your role?
    ### Listing
    **Staff - 15 minutes**
    * Looking at the list:
      * Where does it come from?
    * Who owns it?
    ### Closing
    * Do you have any questions for us?
    """
    assert outline(text) == [
        ("Intro (all roles)", 5, []),
        ("Your role", 5, ["Q What is your role?"]),
        ("Listing", 15, ["Q Looking at the list:", "P Where does it come from?", "Q Who owns it?"]),
        ("Closing", None, ["Q Do you have any questions for us?"]),
    ]


def test_a_list_as_an_agenda_makes_phases_when_nothing_else_is_timed(outline: Read) -> None:
    text = """\
    1. Context (5 min)
       - What is your role?
    2. Problem (15 min)
       - What went wrong?
    """
    assert outline(text) == [
        ("Context", 5, ["Q What is your role?"]),
        ("Problem", 15, ["Q What went wrong?"]),
    ]


def test_small_talk_and_lists_for_the_moderator_ask_nothing(outline: Read) -> None:
    text = """\
    ## Intro - 5 minutes
    Thanks for joining. How are you doing today?
    I'd like to hear about your visit.
    ## Visit
    Think of the last time you went there.

    1. How did you travel?
    1. Did you have any concerns before leaving?
    ## Things to watch for:
    * Can people find the door?
    ## Closing
    * Any final thoughts?
    """
    assert outline(text) == [
        ("Intro", 5, []),
        (
            "Visit",
            None,
            [
                "Q Think of the last time you went there.",
                "Q How did you travel?",
                "Q Did you have any concerns before leaving?",
            ],
        ),
        ("Closing", None, ["Q Any final thoughts?"]),
    ]


def test_clock_ranges_are_lengths(outline: Read) -> None:
    text = """\
    ## 0:00–0:05 Hello
    - What do you do?
    ## 0:05-0:20 Dig
    - Why do you?
    """
    assert outline(text) == [("Hello", 5, ["Q What do you do?"]), ("Dig", 15, ["Q Why do you?"])]


def test_ranges_that_run_on_from_zero_are_times_on_the_clock(outline: Read) -> None:
    text = """\
    ## Hello (0–5 min)
    - What do you do?
    ## Dig (5–20 min)
    - Why do you?
    """
    assert outline(text) == [("Hello", 5, ["Q What do you do?"]), ("Dig", 15, ["Q Why do you?"])]


def test_the_title_of_a_thirty_minute_interview_is_its_total() -> None:
    guide = read_guide(
        "## 60 Minute interview\n### Hi\nHi.\n### Dig\n- What?\n### Turn\n- Why?\n### Bye\n- Who else?\n"
    )
    assert guide.title == "60 Minute interview"
    assert [phase.minutes for phase in guide.phases] == [10, 30, 10, 10]
    assert guide.assumed_minutes


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("日本語の質問ですか？", "日本語の質問ですか？"),
        ("- متى حدث ذلك آخر مرة؟", "متى حدث ذلك آخر مرة؟"),
    ],
)
def test_question_marks_of_other_scripts_ask_and_stay_as_typed(
    outline: Read, text: str, question: str
) -> None:
    ((_, _, items),) = outline(f"## Talk (5 min)\n{text}\n")
    assert items == [f"Q {question}"]


def test_the_label_of_a_probe_goes_and_a_condition_stays(outline: Read) -> None:
    text = """\
    ## Talk (5 min)
    1. What do you do?
       Probe: what tools?
       - Follow-up 2 – since when?
       - If yes: which?
       - Probing into costs
    """
    assert outline(text) == [
        (
            "Talk",
            5,
            [
                "Q What do you do?",
                "P what tools?",
                "P since when?",
                "P If yes: which?",
                "P Probing into costs",
            ],
        )
    ]
