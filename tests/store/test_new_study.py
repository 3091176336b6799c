"""Beginning a study leaves a whole workspace or what was there before."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_tui.domain.study import Segment, Study
from interview_tui.errors import InterviewError
from interview_tui.guides.decode import GuideError
from interview_tui.store import disk
from interview_tui.store.errors import StoreError
from interview_tui.store.new_study import StudyExists, begin_study
from interview_tui.store.study import read_study
from interview_tui.store.workspace import Workspace

GUIDE = "# Clinics\n- Tell me about your day.\n"


def test_folders_study_and_guide_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "clinics")
    study = Study(title="Clinics", guide="problem-discovery", segments=(Segment(name="small", target=6),))
    made = begin_study(workspace, study)
    assert read_study(workspace.study_file) == study
    assert (made.guide, made.copied) == (workspace.guides / "problem-discovery.md", True)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_file()} == {0o600}


def test_a_study_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.study_file.write_text("title = 'mine'", "utf-8")
    with pytest.raises(StudyExists, match="edit it") as refused:
        begin_study(workspace, Study(title="new"))
    assert refused.value.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["study.toml"]
    assert workspace.study_file.read_text("utf-8") == "title = 'mine'"


def test_an_own_guide_of_the_same_name_comes_before_the_ready_made_one(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    own = workspace.guides / "problem-discovery.md"
    own.write_text(GUIDE, "utf-8")
    assert begin_study(workspace, Study(guide="problem-discovery")).copied is False
    assert own.read_text("utf-8") == GUIDE


@pytest.mark.parametrize(("name", "known_as"), [("mine.md", "mine"), ("mine.markdown", "mine.markdown")])
def test_a_guide_from_elsewhere_is_brought_in(tmp_path: Path, name: str, known_as: str) -> None:
    elsewhere = tmp_path / name
    elsewhere.write_text(GUIDE, "utf-8")
    workspace = Workspace(tmp_path / "clinics")
    assert begin_study(workspace, Study(guide=str(elsewhere))).copied is True
    assert read_study(workspace.study_file).guide == known_as
    assert (workspace.guides / name).read_text("utf-8") == GUIDE


def test_another_guide_of_the_same_name_is_not_overwritten(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "clinics")
    workspace.create()
    (tmp_path / "mine.md").write_text(GUIDE, "utf-8")
    (workspace.guides / "mine.md").write_text("- Another? \n", "utf-8")
    with pytest.raises(StoreError, match="rename one of the two"):
        begin_study(workspace, Study(guide=str(tmp_path / "mine.md")))
    assert not workspace.study_file.exists()


def test_a_guide_that_is_not_there_stops_it_before_anything_is_made(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "clinics")
    with pytest.raises(GuideError, match="choose from"):
        begin_study(workspace, Study(guide="nobody"))
    assert not workspace.path.exists()


def test_a_disk_that_refuses_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(disk, "replace_file", full)
    with pytest.raises(InterviewError, match=r"cannot be written because the disk is full; make that right"):
        begin_study(Workspace(tmp_path), Study(title="x"))
