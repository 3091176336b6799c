"""Scripts of usability sessions and interview templates: tasks, stage directions, boxes to tick, asides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from interview_tui.guides.blocks import read_blocks
from interview_tui.guides.kinds import wording
from interview_tui.guides.reader import read_guide

Read = Callable[[str], list[tuple[str, float | None, list[str]]]]


def test_tasks_are_put_to_the_participant_even_below_prose(outline: Read) -> None:
    text = """\
    ## Try it (20 min)
    What do you see here?
    - Task 1: Book a table for two.
      - Was that easy?
    - Scenario 2: Your friend cannot come. What now?
    ##### Task 3: Cancel the table.
    """
    assert outline(text) == [
        (
            "Try it",
            20,
            [
                "Q What do you see here?",
                "Q Task 1: Book a table for two.",
                "P Was that easy?",
                "Q Scenario 2: Your friend cannot come. What now?",
                "Q Task 3: Cancel the table.",
            ],
        )
    ]


def test_a_heading_that_names_a_task_still_opens_its_section(outline: Read) -> None:
    text = """\
    ## Task 1: Booking (5 min)
    - How would you book?
    ## Task 2: Cancelling (5 min)
    - How would you cancel?
    """
    assert [phase[:2] for phase in outline(text)] == [("Task 1: Booking", 5), ("Task 2: Cancelling", 5)]


def test_directions_and_lead_ins_below_a_question_are_not_probes(outline: Read) -> None:
    text = """\
    ## Screens (10 min)
    - What can you do on this page?
      - Go to the second page.
      - Repeat the same questions there.
      - Switch to the other design and ask the same questions.
      - About the map:
        - Is it useful to you?
      - Colours
    """
    assert outline(text) == [
        ("Screens", 10, ["Q What can you do on this page?", "P Is it useful to you?", "P Colours"])
    ]


def test_what_follows_a_condition_that_tells_what_to_do_is_asked_anew(outline: Read) -> None:
    text = """\
    ## Screens (10 min)
    - What is this?
    - If they miss the map, take them there.
      - What does the map tell you?
    """
    assert outline(text)[0][2] == ["Q What is this?", "Q What does the map tell you?"]


def test_a_second_mark_in_one_list_is_a_level_below_the_first(outline: Read) -> None:
    text = """\
    ## Work (10 min)
    * What is your job?
    - Since when?
    * Whom do you ask?

    - What else?
    """
    assert outline(text)[0][2] == [
        "Q What is your job?",
        "P Since when?",
        "Q Whom do you ask?",
        "Q What else?",
    ]


def test_labels_reach_as_far_as_their_list(outline: Read) -> None:
    text = """\
    ## Work (10 min)
    1. What is your job?
    Probes:
    * Hours
    * Pay
    2. Whom do you ask?

    General probes
    * Is that new?

    ## Tools (5 min)
    - Which tools do you use?
    - Follow-ups if they name none:
    - What about paper?
    """
    assert outline(text) == [
        ("Work", 10, ["Q What is your job?", "P Hours", "P Pay", "Q Whom do you ask?", "P Is that new?"]),
        ("Tools", 5, ["Q Which tools do you use?", "P What about paper?"]),
    ]


def test_topics_to_ask_about_are_probes(outline: Read) -> None:
    text = """\
    ## Journey (10 min)
    How did you get here?

    At each step, ask about:

    - people
    - papers
    """
    assert outline(text)[0][2] == ["Q How did you get here?", "P people", "P papers"]


def test_boxes_to_tick_are_a_checklist_unless_one_asks(outline: Read) -> None:
    text = """\
    # Talk
    ## Opening
    - What do you do?
    ## Main part
    - Why?
    ## What we saw
    - [ ] Workaround
    - [ ] Happy with it
    ## End
    - [ ] Who else should I talk to?
    """
    assert outline(text) == [
        ("Opening", None, ["Q What do you do?"]),
        ("Main part", None, ["Q Why?"]),
        ("End", None, ["Q Who else should I talk to?"]),
    ]


def test_what_stands_around_a_timed_guide_is_about_the_study(outline: Read) -> None:
    text = """\
    # Study
    ## Research question
    [What are you trying to find out?]
    ## Interview guide
    ### Opening (5 min)
    - What do you do?
    ### Core (20 min)
    - Why?
    ## Sampling
    - How many people do you need?
    """
    assert outline(text) == [("Opening", 5, ["Q What do you do?"]), ("Core", 20, ["Q Why?"])]


def test_what_stands_before_the_opening_and_asks_nothing_is_no_phase(outline: Read) -> None:
    text = """\
    # Conversation guide
    ## Activities
    1. Discuss their week
    2. Watch them cook
    ## Introduction
    Hello.
    ## Kitchen
    - What did you cook last?
    """
    assert [phase[0] for phase in outline(text)] == ["Introduction", "Kitchen"]


def test_a_first_section_of_plain_script_is_a_phase_below_a_title(outline: Read) -> None:
    text = """\
    # Interview protocol
    ## Briefing (a rough script)
    1. Thank you for coming!
    2. You may stop at any time.
    ## Main part
    1. How would you describe your work?
    """
    assert [phase[0] for phase in outline(text)] == ["Briefing (a rough script)", "Main part"]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Interviewer: Do you have any thoughts on that?", "asks"),
        ("Interviewer: asks about the weather", "instructs"),
        ("Poke around and see what you can do here.", "asks"),
        ("Probe further to see if you can get to a story.", "instructs"),
        ("I'd like to ask you some questions, so walk me through what you think.", "plain"),
        ("Same questions as above.", "instructs"),
        ("Answer: $_____", "instructs"),
        (":bulb: Learning goals: Describe their day, and why.", "instructs"),
        ("Project focus: “Help me understand the bill”", "instructs"),
        ("Suggest any tool you miss.", "asks"),
        ("Great. Any questions so far?", "consents"),
        ("What recording would you like to hear?", "asks"),
    ],
)
def test_the_wording_of_one_line(text: str, meaning: str) -> None:
    assert wording(text) == meaning


@pytest.mark.parametrize("heading", ["After the call (within 24 hours)", "Break (every 10 min)"])
def test_deadlines_are_no_minutes_of_a_phase(heading: str) -> None:
    assert read_blocks([f"## {heading}"])[0].stated is None


def test_the_length_of_the_interview_in_bold_is_no_phase() -> None:
    guide = read_guide(
        "# Talk\n**Estimated duration:** 45 minutes\n## Opening\n- What do you do?\n## End\n- Why?\n"
    )
    assert [phase.title for phase in guide.phases] == ["Opening", "End"]
    assert guide.minutes_total == 45


def test_a_line_after_an_address_is_a_line_of_its_own() -> None:
    address = "Here is the first design that we would like to show: https://example.org/first"
    assert [block.line for block in read_blocks([address, "Take a look at it."])] == [1, 2]
