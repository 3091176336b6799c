from __future__ import annotations

from interview_tui.guides.comments import said_kind, waived_rules, waivers
from interview_tui.guides.reader import read_guide


def test_a_waiver_names_the_rules_it_silences() -> None:
    assert waived_rules(" ok: closed, Leading ") == ("closed", "leading")
    assert waived_rules(" remember the incentive ") == ()


def test_waivers_belong_to_their_line_or_to_the_line_above() -> None:
    text = (
        "- Did you? <!-- ok: closed -->\n\n- Is it? <!-- not ok -->\n\n<!-- ok: leading -->\n<!-- ok: x -->\n"
    )
    assert waivers(text) == {1: {"closed"}, 3: {"leading", "x"}}


def test_a_comment_says_what_a_line_is() -> None:
    assert said_kind(" is: Probe ") == "probe"
    assert [said_kind(text) for text in ("ok: closed", "is: great", "this is: note", "is: note, maybe")] == [
        ""
    ] * 4


def test_what_the_author_says_a_line_is_comes_before_all_rules() -> None:
    guide = read_guide(
        "Warm-up <!-- is: phase -->\n"
        "- Team size <!-- is: question -->\n"
        "- What is your favourite? <!-- is: script -->\n"
        "- How so? <!-- is: probe -->\n"
        "Ask whether they agree. <!-- is: consent -->\n"
        "## Why do they stay? <!-- is: note -->\n"
        "Break (5 min): <!-- is: script -->\n"
        "- What else?\n"
    )
    (phase,) = guide.phases
    assert (phase.title, phase.line) == ("Warm-up", 1)
    assert [(item.kind, item.line) for item in phase.items] == [
        ("question", 2),
        ("script", 3),
        ("probe", 4),
        ("consent", 5),
        ("note", 6),
        ("script", 7),
        ("question", 8),
    ]
    assert not any("is:" in item.text for item in phase.items)


def test_an_author_can_make_an_item_of_what_is_about_the_study() -> None:
    guide = read_guide("# Goals\n- Learn why <!-- is: question -->\n# Talk\n- Why?\n")
    assert [item.kind for item in guide.phases[0].items][:3] == ["note", "question", "question"]
