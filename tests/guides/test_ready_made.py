from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.domain.guide import PHASE_TITLES
from interview_tui.guides.check import check_guide
from interview_tui.guides.decode import decode_guide
from interview_tui.guides.reader import read_guide

FOLDER = Path(__file__).parents[2] / "guides"
GUIDES = sorted(path.name for path in FOLDER.glob("*.md") if path.name != "README.md")


def test_there_is_a_guide_for_each_common_interview() -> None:
    assert GUIDES == [
        "churned-customers.md",
        "paying-customers.md",
        "problem-discovery.md",
        "prospects.md",
        "short-form-20.md",
        "trial-users.md",
    ]


@pytest.mark.parametrize("name", GUIDES)
def test_a_ready_made_guide_follows_the_method(name: str) -> None:
    guide = read_guide(decode_guide((FOLDER / name).read_bytes(), name=name))
    assert tuple(phase.title for phase in guide.phases) == PHASE_TITLES
    assert not guide.assumed_minutes
    assert guide.minutes_total == (20 if name == "short-form-20.md" else 30)
    assert 8 <= len(guide.questions) <= 14
    assert all(any(q.must_ask for q in guide.questions if q.phase == phase) for phase in range(4))
    assert all((guide.objective, guide.hypothesis, guide.success_metric))
    kinds = {item.kind for item in guide.phases[0].items}
    assert {"script", "consent"} <= kinds
    texts = [question.text for question in guide.questions]
    assert any(text.startswith("What did I not ask") for text in texts)
    assert any(text.startswith("Who else should I talk to") for text in texts)
    assert name in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDES)
def test_a_ready_made_guide_comes_clean_out_of_our_own_check(name: str) -> None:
    source = (FOLDER / name).read_text("utf-8")
    report = check_guide(read_guide(source, name=name), source)
    spoken = [finding for finding in report.findings if finding.severity in {"error", "warning"}]
    assert spoken == []
    assert report.summary.must_asks_fit
    assert report.summary.missing_closers == ()
    assert report.summary.open_share >= 0.8
    assert report.summary.story_questions >= 2
    assert "ok:" not in source or report.summary.waived
