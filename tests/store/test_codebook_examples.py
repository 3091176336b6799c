"""Words of somebody who withdrew that were taken as a tag's example: every byte is searched."""

from __future__ import annotations

import pytest
from tests.store.people import FINISHED, WORDS, left_of, write_people

from interview_tui.domain.codebook_changes import edit
from interview_tui.interchange.withdrawal import outcome_lines
from interview_tui.store.codebook_changes import CodebookWork
from interview_tui.store.study import read_study
from interview_tui.store.withdrawal import Outcome, withdraw
from interview_tui.store.workspace import Workspace


@pytest.fixture
def people(workspace: Workspace) -> Workspace:
    write_people(workspace)
    return workspace


def forget(workspace: Workspace, *, sessions: bool = True) -> Outcome:
    return withdraw(workspace, "P07", with_sessions=sessions, now_utc="2026-11-24T10:00:00+00:00")


BOOK = """\
# by hand
[[tag]]
key = "p"
name = "pain"

[[tag]]
key = "g"
name = "goal"
example = "nine calls a day"
"""


def give_examples(workspace: Workspace) -> None:
    """Take words of P07 as an example by name and an edited one, take the first back, and take it again."""
    workspace.study_file.write_text(BOOK, "utf-8")
    work = CodebookWork(workspace, author="ada")
    for example, note in (
        (f"{WORDS[0]}, {WORDS[1]}", ""),
        ("paper, as one of them said", f"{FINISHED}/01J00000000000000000000003"),
    ):
        codebook = read_study(workspace.study_file).codebook
        about = {"key": "p", "colour": "red", "description": ""}
        work.do(edit(codebook, "pain", example=example, example_of=note, **about), ())
        work.undo()
        work.do(edit(codebook, "pain", example=example, example_of=note, **about), ())


def test_words_that_became_an_example_go_with_the_sessions_also_from_what_undo_keeps(
    people: Workspace,
) -> None:
    give_examples(people)
    edited = "paper, as one of them said"
    assert left_of(people, (edited, WORDS[0], FINISHED)) == [edited, WORDS[0], FINISHED]
    outcome = forget(people)
    assert left_of(people, (*WORDS, edited, FINISHED)) == []
    assert (outcome.examples, outcome.unread, outcome.mentions) == (1, (), ())
    assert "1 tag had their words as an example" in " ".join(outcome_lines(outcome, people.path))
    tags = read_study(people.study_file).codebook.tags
    assert [(tag.name, tag.example) for tag in tags] == [("pain", ""), ("goal", "nine calls a day")]
    assert people.study_file.read_text("utf-8").startswith("# by hand")
    while CodebookWork(people, author="ada").undo() is not None:
        pass
    assert read_study(people.study_file).codebook.by_name("pain") is not None
    assert left_of(people, (*WORDS, edited, FINISHED)) == []


def test_words_of_kept_sessions_stay_an_example(people: Workspace) -> None:
    give_examples(people)
    assert forget(people, sessions=False).examples == 0
    assert "as one of them said" in people.study_file.read_text("utf-8")


def test_a_study_file_with_a_mistake_is_told_and_left(people: Workspace) -> None:
    people.study_file.write_text("[[tag]]\nkey =", "utf-8")
    assert people.study_file in forget(people).unread
    assert people.study_file.read_text("utf-8") == "[[tag]]\nkey ="
