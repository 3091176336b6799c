from __future__ import annotations

from interview_tui.guides.comments import waived_rules, waivers


def test_a_waiver_names_the_rules_it_silences() -> None:
    assert waived_rules(" ok: closed, Leading ") == ("closed", "leading")
    assert waived_rules(" remember the incentive ") == ()


def test_waivers_belong_to_their_line_or_to_the_line_above() -> None:
    text = (
        "- Did you? <!-- ok: closed -->\n\n- Is it? <!-- not ok -->\n\n<!-- ok: leading -->\n<!-- ok: x -->\n"
    )
    assert waivers(text) == {1: {"closed"}, 3: {"leading", "x"}}
