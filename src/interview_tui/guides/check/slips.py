"""Waivers that waive nothing: a rule that there is not, or none at all."""

from __future__ import annotations

from collections.abc import Iterator

from interview_tui.guides.check.advice import SEVERITIES
from interview_tui.guides.check.findings import Slip
from interview_tui.guides.comments import waived_rules, waiver_comments

_CLOSE_ENOUGH = 0.6


def waiver_slips(source: str) -> Iterator[Slip]:
    """What is wrong with the waivers of a guide's text, each with the line that it belongs to."""
    for line, comment in waiver_comments(source):
        rules = waived_rules(comment)
        if not rules:
            yield Slip(
                line=line, message="“ok” names no rule; say which one is meant so: <!-- ok: closed -->"
            )
        for rule in rules:
            if rule not in SEVERITIES:
                yield Slip(line=line, message=f"there is no rule {rule}; {_meant(rule)}")


def _meant(rule: str) -> str:
    from difflib import get_close_matches  # hardly a guide has a slip

    named = [known for known in SEVERITIES if known in rule.split()]
    meant = named or get_close_matches(rule, SEVERITIES, n=1, cutoff=_CLOSE_ENOUGH)
    return f"did you mean {', '.join(meant)}?" if meant else f"the rules are {', '.join(SEVERITIES)}."
