"""What is written can be read again, and is the same guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from benchmarks.guides import DEFAULT_FOLDER
from hypothesis import assume, given
from hypothesis import strategies as st

from interview_tui.domain.guide import Guide, GuideItem, ItemKind, Phase
from interview_tui.guides.decode import GuideError, decode_guide
from interview_tui.guides.kinds import PROBE_LABEL
from interview_tui.guides.minutes import stated_minutes
from interview_tui.guides.reader import read_guide
from interview_tui.guides.write import write_guide

READY_MADE = Path(__file__).parents[2] / "guides"
REAL = [
    *sorted(path for path in DEFAULT_FOLDER.glob("*.md")),
    *sorted(path for path in READY_MADE.glob("*.md") if path.name != "README.md"),
]

Outline = tuple[str, str, str, str, list[tuple[str, float, bool, list[tuple[ItemKind, str, bool]]]]]


def outline(guide: Guide) -> Outline:
    """All that a guide says, but for line numbers and how deep probes are nested."""
    phases = [
        (
            phase.title,
            round(phase.minutes, 1),
            phase.minutes_assumed,
            [(item.kind, item.text, item.must_ask) for item in phase.items],
        )
        for phase in guide.phases
    ]
    return guide.title, guide.objective, guide.hypothesis, guide.success_metric, phases


def again(guide: Guide) -> Outline:
    return outline(read_guide(write_guide(guide)))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_guide_is_the_same_when_it_was_written_anew(path: Path) -> None:
    guide = read_guide(decode_guide(path.read_bytes(), name=path.name), name=path.name)
    assert again(guide) == outline(guide)


@pytest.mark.parametrize("path", REAL[-4:], ids=lambda path: path.stem)
def test_a_guide_in_the_native_form_needs_no_line_to_say_what_it_is(path: Path) -> None:
    assert "<!-- is:" not in write_guide(read_guide(path.read_text("utf-8")))


def test_the_native_form_reads_like_written_by_a_person() -> None:
    guide = read_guide(
        "Clinic visits\n=====\n**Hello (5 min)**\nThanks for coming.\n1. How are your days?  !\n    - Why?\n"
        "**Watch for:** sighs.\n\n**Bye (2 min)**\n* [Wait.]\n* Who else should I talk to?"
    )
    assert write_guide(guide) == (
        "---\ntitle: Clinic visits\n---\n\n"
        "## Hello (5 min)\n> Thanks for coming.\n\n- How are your days? !\n  - Why?\n\n"
        "*Watch for: sighs.*\n\n"
        "## Bye (2 min)\n*[Wait.]*\n\n- Who else should I talk to?\n"
    )


def test_minutes_that_were_assumed_are_assumed_again() -> None:
    guide = read_guide("## Hi\n- How are you today, and why?\n## Bye\n- What else?\n")
    assert guide.assumed_minutes
    assert "min)" not in write_guide(guide)
    assert again(guide) == outline(guide)


def test_a_guide_without_questions_is_refused() -> None:
    with pytest.raises(GuideError):
        write_guide(Guide(title="Empty", phases=(Phase(title="Hello", minutes=5, line=1),)))


# -- laws ----------------------------------------------------------------------------------

ODD = st.sampled_from(
    ["*", "**", "_a_", "`", "[x](y)", "[ ]", "&", "&amp;", "<b>", "<!--", "-->", "~~", "\\*", "|", "#", "- ",
     "1. ", "a) ", "Q1:", "Probe:", "Note:", "☐", "•", "“", "you", "why?", "Tell me", "(5 min)", "record",
     "If yes:", "?", "[PRODUCT]", "ß", "取り消し", "é", "👩🏽‍💻"]
)  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)


def plain(parts: list[str]) -> str:
    """One line with single spaces, as the reader gives every text."""
    return " ".join(" ".join(parts).split())


TEXTS = (
    st.lists(ODD | WORDS, min_size=1, max_size=6)
    .map(plain)
    .map(
        lambda text: plain(
            re.sub(r"(?:q(?:uestion)?|ask).*?[:.)–—\d-]\s*|[!\s]+$", "", text, flags=re.IGNORECASE).split(" ")
        )
    )
    .filter(lambda text: any(map(str.isalnum, text)) and "!" not in text[-2:])
)
KINDS: tuple[ItemKind, ...] = ("question", "probe", "script", "note", "consent")


@st.composite
def items(draw: st.DrawFn) -> GuideItem:
    kind = draw(st.sampled_from(KINDS))
    must = kind in {"question", "probe"} and draw(st.booleans())
    text = draw(TEXTS)
    assume(kind != "probe" or not PROBE_LABEL.match(text))
    return GuideItem(
        kind=kind,
        text=text,
        line=1,
        must_ask=must,
        depth=draw(st.integers(0, 3)) if kind == "probe" else 0,
    )


@st.composite
def phases(draw: st.DrawFn) -> Phase:
    title = draw(TEXTS).strip(" \t-–—:|,;.~*·•/") or "Talk"
    stated = stated_minutes(f"{title} (7 min)")
    assume(stated is not None and stated.title == title and stated.minutes == 7)
    question = GuideItem(kind="question", text=draw(TEXTS), line=1)
    found = [*draw(st.lists(items(), max_size=4)), question, *draw(st.lists(items(), max_size=5))]
    minutes = draw(st.integers(0, 120)) + draw(st.sampled_from([0.0, 0.5]))
    return Phase(title=title, minutes=minutes, line=1, items=tuple(found))


@given(st.lists(phases(), min_size=1, max_size=4), st.tuples(TEXTS, TEXTS, TEXTS, TEXTS))
def test_any_guide_is_the_same_when_it_was_written_and_read(
    parts: list[Phase], told: tuple[str, str, str, str]
) -> None:
    title, objective, hypothesis, metric = (text.replace("<!--", "").strip(" \"'>|-") or "x" for text in told)
    guide = Guide(
        title=title, objective=objective, hypothesis=hypothesis, success_metric=metric, phases=tuple(parts)
    )
    assert again(guide) == outline(guide)


STARTS = st.sampled_from(
    ["", "- ", "  - ", "> ", "## ", "# ", "1. ", "    ", "**", "| a | b |", "*", "• ", "Probes:"]
)


@given(st.lists(st.tuples(STARTS, TEXTS, st.sampled_from(["", " !", "?", " (5 min)", "**", "*", "\n"]))))
def test_whatever_was_read_is_the_same_when_it_was_written_and_read(
    parts: list[tuple[str, str, str]],
) -> None:
    try:
        guide = read_guide("\n".join(map("".join, parts)), name="notes")
    except GuideError:
        return
    found, told_again = outline(guide), again(guide)
    assert told_again[0] == found[0]
    assert [told for *_, told in told_again[-1]] == [told for *_, told in found[-1]]
