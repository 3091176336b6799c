"""Changes of the codebook over real files: as one step, undone as one step, and never by halves."""

from __future__ import annotations

import os

import pytest
from tests.store.coded import (
    STUDY,
    a_coded_study,
    do,
    everything,
    names_in,
    tags_in,
    the_book,
    touched,
    work_on,
    write_tagged,
)
from tests.store.support import files_in

from interview_tui.domain.change_record import changes_of, last_done, unfinished
from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.domain.codebook_changes import (
    CodebookRefused,
    Move,
    merge,
    rename,
)
from interview_tui.domain.codebook_effect import notes_words
from interview_tui.domain.events import FieldSet
from interview_tui.store.codebook_changes import Outcome
from interview_tui.store.codebook_survey import survey
from interview_tui.store.errors import SessionBusy, StoreError
from interview_tui.store.library.reading import Cancelled
from interview_tui.store.locks import SessionLock
from interview_tui.store.session_file import open_session, read_session
from interview_tui.store.study import StudyError
from interview_tui.store.study_record import read_study_record
from interview_tui.store.workspace import Workspace


@pytest.fixture
def study(workspace: Workspace) -> Workspace:
    return a_coded_study(workspace)


# -- the effect before ---------------------------------------------------------------------


def test_the_effect_is_told_by_session_and_counts_people_once(study: Workspace) -> None:
    effect = survey(study, Move("pain", "goal"))
    assert [(one.session, one.count.notes, one.count.both, one.count.already) for one in effect.sessions] == [
        ("2026-11-01-1001-abcd", 2, 1, 0),
        ("2026-11-01-1002-abcd", 1, 1, 1),
        ("2026-11-01-1003-abcd", 0, 0, 0),
    ]
    assert (effect.notes, effect.people, len(effect.ready)) == (3, 1, 2)
    assert notes_words(effect) == "3 notes in 2 sessions of 1 person"


def test_practice_and_sessions_without_consent_to_notes_are_no_part_of_it(study: Workspace) -> None:
    write_tagged(study, 4, [("pain",)], practice=True)
    refused = write_tagged(study, 5, [("pain",)], about={"consent_notes": False})
    effect = survey(study, Move("pain", "ache"))
    assert len(effect.sessions) == 3
    before = (study.sessions / f"{refused}.json").read_bytes()
    do(study, rename(the_book(study), "pain", "ache"))
    assert (study.sessions / f"{refused}.json").read_bytes() == before


def test_looking_writes_nothing_and_can_be_broken_off(study: Workspace) -> None:
    before = files_in(study.path)
    survey(study, Move("pain", "ache"))
    with pytest.raises(Cancelled):
        survey(study, Move("pain", "ache"), lambda done, _: done < 1)
    assert files_in(study.path) == before


def test_what_stands_in_the_way_is_told_before(study: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    running = open_session(study.sessions / "2026-11-01-1001-abcd.json")
    (study.sessions / "2026-11-01-1003-abcd.json").write_bytes(b"\x00")
    monkeypatch.setattr(os, "access", lambda path, _: "1002" not in str(path))
    effect = survey(study, Move("pain", "ache"))
    running.close(10)
    assert [one.hindrance for one in effect.sessions] == ["open elsewhere", "read-only", "cannot be read"]
    assert [len(part) for part in (effect.ready, effect.left_out, effect.unreadable)] == [0, 2, 1]


# -- doing and undoing ---------------------------------------------------------------------


def test_a_tag_is_renamed_in_the_study_file_and_in_every_note(study: Workspace) -> None:
    before = everything(study)
    outcome = do(study, rename(the_book(study), "pain", "ache"))
    assert outcome == Outcome(label="rename pain to ache", done=True, sessions=2)
    assert names_in(study) == ["ache", "ache", "ache", "goal", "goal", "goal", "old"]
    assert study.study_file.read_text("utf-8") == STUDY.replace('"pain"', '"ache"')
    undone = work_on(study).undo()
    assert undone == Outcome(label="rename pain to ache", done=False, sessions=2)
    assert everything(study) == before
    assert work_on(study).undo() is None


def test_the_tables_for_other_programs_and_the_header_s_codebook(study: Workspace) -> None:
    path = study.sessions / "2026-11-01-1001-abcd.json"
    header = read_session(path).header
    do(study, rename(the_book(study), "pain", "ache"))
    assert '"tag": "ache"' in path.read_text("utf-8").replace('":"', '": "')
    assert read_session(path).header == header


def test_a_change_does_not_lengthen_a_session(study: Workspace) -> None:
    path = study.sessions / "2026-11-01-1001-abcd.json"
    last = max(event.at_ms for event in read_session(path).events)
    do(study, rename(the_book(study), "pain", "ache"))
    work_on(study).undo()
    assert max(event.at_ms for event in read_session(path).events) == last


def test_after_a_merge_a_note_that_had_both_has_one(study: Workspace) -> None:
    before = everything(study)
    do(study, merge(the_book(study), "pain", "goal"))
    assert [tags for tags, _ in tags_in(study).values()] == [
        ("goal",),
        ("goal",),
        (),
        ("goal",),
        ("goal",),
        ("old",),
    ]
    assert [tag.name for tag in the_book(study).tags] == ["goal"]
    work_on(study).undo()
    assert everything(study) == before


def test_a_tag_of_notes_alone_is_merged_without_a_change_of_the_file(study: Workspace) -> None:
    do(study, merge(the_book(study), "old", "pain"))
    assert "old" not in names_in(study)
    assert study.study_file.read_text("utf-8") == STUDY


@pytest.mark.parametrize("text", [None, "", '# only a title\r\ntitle = "x"\r\n'])
def test_the_default_codebook_is_written_out_and_goes_again(workspace: Workspace, text: str | None) -> None:
    if text is not None:
        workspace.study_file.write_bytes(text.encode())
    write_tagged(workspace, 1, [("challenge",)])
    before = everything(workspace)
    do(workspace, rename(DEFAULT_CODEBOOK, "challenge", "pain"))
    assert [tag.name for tag in the_book(workspace).tags][2] == "pain"
    assert workspace.study_file.stat().st_mode & 0o077 == 0
    work_on(workspace).undo()
    assert everything(workspace) == before


def test_what_was_written_by_hand_meanwhile_stays(study: Workspace) -> None:
    do(study, rename(the_book(study), "pain", "ache"))
    text = study.study_file.read_text("utf-8").replace('"Clinics"', '"Clinics, again"')
    study.study_file.write_text(f'{text}\n[[tag]]\nkey = "n"\nname = "by hand"\n', "utf-8")
    work_on(study).undo()
    assert study.study_file.read_text("utf-8") == (
        STUDY.replace('"Clinics"', '"Clinics, again"') + '\n[[tag]]\nkey = "n"\nname = "by hand"\n'
    )


def test_an_undo_that_the_file_does_not_allow_any_more_changes_nothing(study: Workspace) -> None:
    do(study, merge(the_book(study), "pain", "goal"))
    study.study_file.write_text(f"{STUDY}# mine\n".replace('"pain"', '"other"'), "utf-8")
    before = everything(study)
    with pytest.raises(CodebookRefused, match=r"edited since, so this cannot be done\. The key 'p' already"):
        work_on(study).undo()
    assert everything(study) == before
    assert work_on(study).interrupted() is None


def test_a_note_that_somebody_tagged_anew_since_stays_so(study: Workspace) -> None:
    do(study, rename(the_book(study), "pain", "ache"))
    path = study.sessions / "2026-11-01-1001-abcd.json"
    file = open_session(path)
    note = next(note for note in tags_in(study) if tags_in(study)[note][0] == ("ache",)).rpartition("/")[2]
    counter = 1 + max(event.counter for event in file.events)
    file.add(
        FieldSet(
            id="01M", device="x", counter=counter, at_ms=0, author="bo", target=note, name="tag", value="goal"
        )
    )
    assert file.close(10)
    work_on(study).undo()
    assert tags_in(study)[f"{path.stem}/{note}"][0] == ("goal",)


def test_a_codebook_that_changed_meanwhile_is_looked_at_again_first(study: Workspace) -> None:
    change = rename(the_book(study), "pain", "ache")
    study.study_file.write_text(STUDY.replace('"goal"', '"aim"'), "utf-8")
    before = files_in(study.path)
    with pytest.raises(CodebookRefused, match=r"study\.toml was changed meanwhile"):
        do(study, change)
    assert files_in(study.path) == before


def test_an_unreadable_study_file_stops_it_with_its_sentence(study: Workspace) -> None:
    change = rename(the_book(study), "pain", "ache")
    study.study_file.write_text("title = ", "utf-8")
    before = files_in(study.path)
    with pytest.raises(StudyError, match=r"study\.toml, line 1"):
        do(study, change)
    study.study_file.write_bytes(b"\xff")
    with pytest.raises(StudyError, match="not UTF-8"):
        do(study, change)
    study.study_file.write_bytes(before["study.toml"])
    assert files_in(study.path) == before


def test_two_changes_at_once_do_not_meet(study: Workspace) -> None:
    lock = SessionLock(study.path / "codebook")
    lock.acquire()
    with pytest.raises(SessionBusy, match="codebook is being changed by process"):
        do(study, rename(the_book(study), "pain", "ache"))
    lock.release()


def test_a_folder_that_cannot_be_written_is_told(study: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    change = rename(the_book(study), "pain", "ache")
    sessions = touched(study, change.move)
    before = files_in(study.path)
    monkeypatch.setattr("interview_tui.store.codebook_changes.lock_within", refuse)
    with pytest.raises(StoreError, match="cannot be changed because you have no right"):
        work_on(study).do(change, sessions)
    assert files_in(study.path) == before


# -- sessions that cannot be written -------------------------------------------------------


def test_a_session_that_is_open_elsewhere_is_left_and_finished_later(study: Workspace) -> None:
    busy = study.sessions / "2026-11-01-1001-abcd.json"
    running = open_session(busy)
    outcome = do(study, rename(the_book(study), "pain", "ache"))
    assert (outcome.sessions, outcome.left) == (1, (busy.stem,))
    do(study, rename(the_book(study), "ache", "sting"))
    (waiting,) = unfinished(work_on(study).changes())
    assert (waiting.label, waiting.left) == ("rename pain to ache", (busy.stem,))
    assert work_on(study).finish(waiting).left == (busy.stem,)
    running.close(10)
    assert work_on(study).finish(waiting).sessions == 1
    assert unfinished(work_on(study).changes()) == []
    assert names_in(study) == ["goal", "goal", "goal", "old", "sting", "sting", "sting"]
    assert [tag.name for tag in the_book(study).tags] == ["sting", "goal"]


def test_what_was_left_out_can_be_undone_too(study: Workspace) -> None:
    before = everything(study)
    busy = study.sessions / "2026-11-01-1001-abcd.json"
    running = open_session(busy)
    do(study, rename(the_book(study), "pain", "ache"))
    running.close(10)
    work_on(study).undo()
    assert everything(study) == before


def test_an_undo_leaves_a_busy_session_for_later(study: Workspace) -> None:
    before = everything(study)
    do(study, rename(the_book(study), "pain", "ache"))
    busy = study.sessions / "2026-11-01-1002-abcd.json"
    running = open_session(busy)
    outcome = work_on(study).undo()
    running.close(10)
    assert outcome is not None
    assert outcome.left == (busy.stem,)
    (waiting,) = unfinished(work_on(study).changes())
    assert work_on(study).finish(waiting) == Outcome(label=waiting.label, done=False, sessions=1)
    assert everything(study) == before


def test_a_session_that_was_removed_meanwhile_is_passed_over(study: Workspace) -> None:
    change = rename(the_book(study), "pain", "ache")
    sessions = touched(study, change.move)
    (study.sessions / f"{sessions[0]}.json").unlink()
    assert work_on(study).do(change, sessions) == Outcome(label=change.label, done=True, sessions=1)


def test_the_record_keeps_every_change_in_the_order_in_which_it_was_made(study: Workspace) -> None:
    for name in ("b", "c", "d", "e"):
        do(study, rename(the_book(study), the_book(study).tags[0].name, name))
    changes = changes_of(read_study_record(study.study_record))
    assert [change.label.rpartition(" ")[2] for change in changes] == ["b", "c", "d", "e"]
    work_on(study).undo()
    last = last_done(work_on(study).changes())
    assert last is not None
    assert last.label == "rename c to d"
