"""A change of the codebook that is broken off, refused or killed at any step: finished or taken back."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.store.coded import (
    STUDY,
    a_coded_study,
    do,
    everything,
    the_book,
    touched,
    work_on,
    write_tagged,
)
from tests.store.support import a_workspace
from tests.store.test_withdrawal import done_before_kill, forks

from interview_tui.domain.change_record import interrupted, last_done, unfinished
from interview_tui.domain.codebook import Tag
from interview_tui.domain.codebook_changes import (
    CodebookRefused,
    add,
    merge,
    rename,
)
from interview_tui.store.codebook_changes import CodebookWork
from interview_tui.store.errors import StoreError
from interview_tui.store.library.reading import Cancelled
from interview_tui.store.workspace import Workspace


@pytest.fixture
def study(workspace: Workspace) -> Workspace:
    return a_coded_study(workspace)


@pytest.mark.parametrize("step", [0, 1])
def test_breaking_off_takes_back_what_was_done(study: Workspace, step: int) -> None:
    before = everything(study)
    change = rename(the_book(study), "pain", "ache")
    with pytest.raises(Cancelled):
        work_on(study).do(change, touched(study, change.move), lambda done, _: done < step)
    assert everything(study) == before
    changes = work_on(study).changes()
    assert (interrupted(changes), last_done(changes), unfinished(changes)) == (None, None, [])


def test_a_disk_that_refuses_leaves_something_to_finish(
    study: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = rename(the_book(study), "pain", "ache")
    sessions = touched(study, change.move)
    with monkeypatch.context() as patch:
        patch.setattr(CodebookWork, "_write_text", refused_text)
        with pytest.raises(StoreError, match="injected"):
            work_on(study).do(change, sessions)
    begun = work_on(study).interrupted()
    assert begun is not None
    with pytest.raises(CodebookRefused, match="rename pain to ache was interrupted; finish it or take"):
        work_on(study).do(add(the_book(study), Tag(key="n", name="new", colour="grey")), ())
    work_on(study).finish(begun)
    assert [tag.name for tag in the_book(study).tags] == ["ache", "goal"]


def refused_text(*_: object) -> None:
    raise StoreError("injected")


@forks
@pytest.mark.parametrize("then", ["finish", "take back"])
@pytest.mark.parametrize("undoing", [False, True], ids=["doing", "undoing"])
def test_after_a_kill_at_any_step_it_is_finished_or_taken_back(
    tmp_path: Path, then: str, undoing: bool
) -> None:
    study = a_workspace(tmp_path / "study")
    study.study_file.write_text(STUDY, "utf-8")
    write_tagged(study, 1, [("pain", "goal"), ("goal", "pain")])
    write_tagged(study, 2, [("pain",)])
    change = merge(the_book(study), "pain", "goal")
    before = everything(study)
    done = a_workspace(tmp_path / "done")
    copy_of(study, done)
    do(done, change)
    after = everything(done)
    start = done if undoing else study
    for step in range(1 + undoing + (then == "finish"), 400, 3):
        copy = Workspace(tmp_path / str(step))
        copy_of(start, copy)
        act: Callable[[], Any] = (
            functools.partial(work_on(copy).undo) if undoing else functools.partial(do, copy, change)
        )
        came_to_its_end = done_before_kill(step, act)
        begun = work_on(copy).interrupted()
        assert begun is None or not came_to_its_end
        if begun is not None:
            (work_on(copy).finish if then == "finish" else work_on(copy).take_back)(begun)
            wanted = before if then == "take back" or undoing else after
            assert everything(copy) == wanted
        assert work_on(copy).interrupted() is None
        assert everything(copy) in (before, after)
        shutil.rmtree(copy.path)
        if came_to_its_end:
            assert step > 20
            return
    pytest.fail("the work never came to its end")


def copy_of(source: Workspace, target: Workspace) -> None:
    shutil.copytree(source.path, target.path, dirs_exist_ok=True)
