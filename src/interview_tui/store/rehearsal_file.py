"""The practice interview that comes with the program: its guide and its script, read from their files."""

from __future__ import annotations

from pathlib import Path

from interview_tui.domain.rehearsal import Answer, Script
from interview_tui.domain.rehearsal_text import read_answer
from interview_tui.errors import InterviewError
from interview_tui.store.guide_files import GuideFile, load_guide
from interview_tui.store.toml_file import Table, TomlFile, read_toml

_TEXTS = ("name", "wait", "hand_over", "take_back", "closing")
_ANSWER_KEYS = ("says", "before", "story", "words")


class ScriptError(InterviewError):
    """A mistake in the script of the practice interview."""

    title = "The practice interview has a mistake"


def rehearsal_folder() -> Path:
    """The folder of the guide and the script that come with the program."""
    return Path(__file__).resolve().parents[1] / "data" / "rehearsal"


def rehearsal_guide() -> GuideFile:
    """The short guide of the practice interview."""
    return load_guide(rehearsal_folder() / "guide.md")


def read_script(path: Path) -> Script:
    """The script in a file; raises ScriptError naming file, line and key."""
    file = read_toml(path, ScriptError)
    if file is None:
        raise ScriptError(f"{path} is missing; install interview-tui again.")
    file.refuse_unknown(file.data, (*_TEXTS, "tags", "answer"))
    texts = {key: file.text(file.data, key) for key in _TEXTS}
    answers = tuple(_answer(file, values, number) for number, values in enumerate(file.tables("answer")))
    if not answers:
        file.fail("answer", "a script needs at least one [[answer]]")
    return Script(
        name=texts["name"],
        answers=answers,
        tags=_words(file, file.data, "tags"),
        wait=texts["wait"],
        hand_over=texts["hand_over"],
        take_back=texts["take_back"],
        closing=texts["closing"],
    )


def _answer(file: TomlFile, values: Table, number: int) -> Answer:
    file.refuse_unknown(values, _ANSWER_KEYS, table="answer", number=number)

    def text(key: str) -> str:
        return file.text(values, key, table="answer", number=number)

    try:
        phrases, hints, length_ms = read_answer(text("says"))
    except ValueError as problem:
        file.fail("says", str(problem), table="answer", number=number)
    return Answer(
        phrases=phrases,
        hints=hints,
        length_ms=length_ms,
        before=text("before"),
        story=text("story"),
        words=frozenset(word.casefold() for word in _words(file, values, "words", number)),
    )


def _words(file: TomlFile, values: Table, key: str, number: int | None = None) -> tuple[str, ...]:
    words = values.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        table = "" if number is None else "answer"
        file.fail(key, 'write a list of texts, such as ["one", "two"]', table=table, number=number or 0)
    return tuple(str(word) for word in words)
