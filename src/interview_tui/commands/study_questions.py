"""The questions that `init` asks at a terminal: one at a time, with an example, and Enter leaves one out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from interview_tui.domain.study import Segment
from interview_tui.domain.study_answers import retention_of, segments_of
from interview_tui.domain.text import visible
from interview_tui.errors import InterviewError
from interview_tui.store.guide_files import guide_paths
from interview_tui.store.new_study import guide_called
from interview_tui.store.workspace import Workspace

Answer = TypeVar("Answer")

_QUESTIONS = (
    ("title", "What is the study called?", "such as: Clinic scheduling, round 1"),
    ("objective", "What do you want to learn?", "such as: how clinics fill a cancelled slot today"),
    ("hypothesis", "What do you believe today?", "such as: nobody owns the waiting list"),
    (
        "success_metric",
        "How will you tell whether that is so?",
        "such as: 6 of 10 name lost slots unprompted",
    ),
)


def ask_the_rest(workspace: Workspace, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for what is not answered yet; raises KeyboardInterrupt or EOFError when the person breaks off."""
    with suppress(ImportError):
        import readline  # noqa: F401 - lets input() edit the line with the arrow keys
    print(visible(f"A new study in {workspace.path}"))
    print("Enter leaves a question out; Ctrl+C leaves everything as it was. All of it can be changed later.")
    told = dict(answers)
    for name, question, example in _QUESTIONS:
        if name not in told:
            told[name] = _ask(question, example, str.strip)
    if "segments" not in told:
        told["segments"] = _ask_for_segments()
    if "guide" not in told:
        names = ", ".join(path.stem for path in guide_paths(workspace))
        told["guide"] = _ask(
            "Which guide? A name of these, or a file:", names, lambda text: _guide(text, workspace)
        )
    if "retention_days" not in told:
        told["retention_days"] = _ask("For how many days are sessions kept?", "such as: 180", retention_of)
    print()
    return told


def _ask_for_segments() -> tuple[Segment, ...]:
    """One after the other; a name that was given before gets the new target."""
    known: dict[str, Segment] = {}
    question, example = "Whom do you want to talk to, and how many?", "such as: clinics=6"
    while found := _ask(question, example, _segment):
        known[found.name.casefold()] = found
        print(visible(f"  {_target_words(found)}"))
        question, example = "And whom else?", "such as: hospitals=4"
    return tuple(known.values())


def _segment(text: str) -> Segment | None:
    return segments_of([text.strip()])[0] if text.strip() else None


def _target_words(segment: Segment) -> str:
    if segment.target:
        return f"{segment.name}: {segment.target} to interview"
    return f"{segment.name}: no target; {segment.name}=6 sets one"


def _guide(text: str, workspace: Workspace) -> str:
    if text.strip():
        guide_called(text.strip(), workspace)
    return text.strip()


def _ask(question: str, hint: str, take: Callable[[str], Answer]) -> Answer:
    """Ask until the answer can be taken."""
    print(f"\n{question}")
    print(visible(f"  {hint}"))
    while True:
        try:
            return take(input("> "))
        except InterviewError as error:
            print(visible(error.message))
