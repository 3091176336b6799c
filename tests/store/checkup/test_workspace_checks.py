"""What `doctor` says of a workspace: its disk, its files, its sessions, and what was promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.sample import SESSION_ID, write_sample
from tests.store.support import Faults, a_header, a_note, a_workspace

from interview_tui.domain.participant import Contact, Participant
from interview_tui.domain.study import Study
from interview_tui.store.checkup import storage, written
from interview_tui.store.checkup.diagnosis import Diagnosis
from interview_tui.store.checkup.privacy import (
    about,
    check_names,
    check_permissions,
    check_retention,
    expired,
)
from interview_tui.store.checkup.sessions import check_leftovers, check_sessions, look_at_all
from interview_tui.store.checkup.storage import check_storage, room
from interview_tui.store.checkup.written import (
    check_config,
    check_guides,
    check_participants,
    check_study,
)
from interview_tui.store.codec import PLAIN
from interview_tui.store.log_lines import frame
from interview_tui.store.participants import Roster, edit_roster
from interview_tui.store.session_file import create_session
from interview_tui.store.summaries import SessionSummary
from interview_tui.store.workspace import Workspace


def told(found: Iterable[Diagnosis]) -> list[tuple[str, str]]:
    return [(diagnosis.state, f"{diagnosis.message}: {diagnosis.todo}") for diagnosis in found]


def one(found: Iterable[Diagnosis]) -> tuple[str, str]:
    (only,) = told(found)
    return only


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "clinics")


# -- disk ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("free", "state", "words"),
    [
        (82_540_000_000, "ok", "82.5 GB free"),
        (500_000_000, "ok", "500 MB free"),
        (150_000_000, "warn", "make room"),
        (9_000_000, "bad", "9 MB free"),
    ],
)
def test_room_on_the_disk_is_judged_by_what_interviews_take(free: int, state: str, words: str) -> None:
    found = one([room(free)])
    assert found[0] == state
    assert words in found[1]


def test_a_workspace_that_can_be_used_is_tried_and_left_as_it_was(workspace: Workspace) -> None:
    before = sorted(workspace.path.rglob("*"))
    found = list(check_storage(workspace))
    assert [(diagnosis.check, diagnosis.state) for diagnosis in found if diagnosis.check != "disk"] == [
        ("workspace", "ok"),
        ("saving", "ok"),
    ]
    assert "locked against a second writer" in found[-1].message
    assert sorted(workspace.path.rglob("*")) == before


def test_a_workspace_that_is_not_there_yet_is_no_problem(tmp_path: Path) -> None:
    found = told(check_storage(Workspace(tmp_path / "new" / "deep")))
    assert {state for state, _ in found} <= {"ok", "warn"}
    assert "is not there yet" in found[0][1]
    assert not (tmp_path / "new").exists()


def test_a_disk_that_refuses_is_bad_and_says_why(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    Faults(monkeypatch).start("write_at")
    state, words = told(check_storage(workspace))[-1]
    assert state == "bad"
    assert "nothing can be saved because the disk is full" in words


def test_a_disk_without_locks_is_a_warning(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "holder", lambda _: None)
    state, words = told(check_storage(workspace))[-1]
    assert state == "warn"
    assert "cannot lock files" in words


# -- what a person writes ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        (None, "warn", "INTERVIEW_TUI_CONFIG names"),
        ('theme = "nord"', "ok", "config.toml"),
        ("theme = 3", "bad", 'line 1, key "theme"'),
    ],
)
def test_a_mistake_in_the_settings_is_bad(tmp_path: Path, text: str | None, state: str, words: str) -> None:
    path = tmp_path / "config.toml"
    if text is not None:
        path.write_text(text, "utf-8")
    found = one([check_config({"INTERVIEW_TUI_CONFIG": str(path)})])
    assert found[0] == state
    assert words in found[1]


def test_no_settings_of_ones_own_are_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "config_path", lambda _: tmp_path / "config.toml")
    assert one([check_config({})]) == ("ok", "none of your own, so the defaults hold: ")


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        (None, "ok", "`interview-tui init` begins one"),
        ("[[segment]]\nname = 'a'", "ok", "without a title, 1 segment"),
        ("titel = 'x'", "bad", "did you mean"),
        ("guide = 'nobody'", "bad", "its guide nobody is not there"),
        ("guide = 'problem-discovery'", "ok", "0 segments"),
    ],
)
def test_a_mistake_in_the_study_is_bad(
    workspace: Workspace, text: str | None, state: str, words: str
) -> None:
    if text is not None:
        workspace.study_file.write_text(text, "utf-8")
    _, diagnosis = check_study(workspace)
    found = one([diagnosis])
    assert found[0] == state
    assert words in found[1]


@pytest.mark.parametrize(
    ("guides", "lines"),
    [
        ({}, [("ok", "the ready-made ones")]),
        ({"a.md": b"- Tell me about your day.\n"}, [("ok", "1 guide of your own, fine")]),
        ({"a.md": b"- Don't you think it is slow?\n"}, [("warn", "a.md has 1 question")]),
        ({"a.md": b"\x00\x00\xff"}, [("bad", "a.md")]),
    ],
)
def test_guides_are_read_and_their_questions_checked(
    workspace: Workspace, guides: dict[str, bytes], lines: list[tuple[str, str]]
) -> None:
    for name, text in guides.items():
        (workspace.guides / name).write_bytes(text)
    found = told(check_guides(workspace))
    assert [state for state, _ in found] == [state for state, _ in lines]
    assert all(words in said for (_, words), (_, said) in zip(lines, found, strict=True))


def test_participants_that_cannot_be_read_are_bad(workspace: Workspace) -> None:
    workspace.participants_file.write_text("no json", "utf-8")
    roster, found = check_participants(workspace)
    assert roster == Roster()
    assert one(found)[0] == "bad"


def test_participants_are_counted(workspace: Workspace) -> None:
    with edit_roster(workspace.participants_file) as editor:
        editor.add(Participant(pseudonym="P01"))
    assert one(check_participants(workspace)[1]) == ("ok", "1 participant: ")


# -- sessions ------------------------------------------------------------------------------


def sessions(workspace: Workspace) -> list[tuple[str, str]]:
    found, problem = look_at_all(workspace)
    assert problem is None
    return told(check_sessions(found))


def left(workspace: Workspace, session_id: str) -> Path:
    """A session that was left in the middle; its file."""
    file = create_session(workspace, a_header(session_id))
    file.add(a_note(1))
    assert file.close(10)
    return file.path


def test_a_workspace_without_sessions_is_well(workspace: Workspace) -> None:
    assert sessions(workspace) == [("ok", "none yet: ")]


def test_finished_sessions_are_well(workspace: Workspace) -> None:
    write_sample(workspace.path)
    assert sessions(workspace) == [("ok", "1 session, all readable: ")]


def test_unfinished_sessions_say_how_to_go_on(workspace: Workspace) -> None:
    for number in range(5):
        left(workspace, f"2026-11-2{number}-1200-abcd")
    assert sessions(workspace) == [
        (
            "warn",
            "2026-11-24-1200-abcd, 2026-11-23-1200-abcd, 2026-11-22-1200-abcd and 2 more "
            "were left unfinished: "
            "`interview-tui resume 2026-11-24-1200-abcd` goes on",
        )
    ]


def test_an_unreadable_session_is_bad_and_named(workspace: Workspace) -> None:
    (workspace.sessions / "2026-11-04-1200-abcd.json").write_bytes(b"no json")
    state, words = sessions(workspace)[0]
    assert state == "bad"
    assert "2026-11-04-1200-abcd.json is not a session file any more" in words


def test_a_session_whose_file_was_elsewhere_and_is_gone_is_bad(workspace: Workspace) -> None:
    (workspace.sessions / "2026-11-04-1200-abcd.json").symlink_to(workspace.path / "gone.json")
    state, words = one(check_leftovers(workspace))
    assert state == "bad"
    assert "sessions/2026-11-04-1200-abcd.json is a link to a file that is not there" in words


def test_a_log_that_a_crash_left_beside_a_finished_session_is_told(workspace: Workspace) -> None:
    path = write_sample(workspace.path)
    path.with_suffix(".log").write_bytes(frame([("drafts", 1, {"name": "x", "draft": {}})], PLAIN))
    assert sessions(workspace) == [
        (
            "warn",
            f"{SESSION_ID} was left with a log by a crash: "
            f"nothing is lost; `interview-tui resume {SESSION_ID}` merges it",
        )
    ]


def test_lines_that_were_damaged_are_told_with_their_session(workspace: Workspace) -> None:
    path = write_sample(workspace.path)
    path.with_suffix(".log").write_bytes(b"00000000 [broken]\n")
    found = sessions(workspace)
    assert found[0][0] == "warn"
    assert "1 line of 2026-11-21-2210-x7k2.log could not be read" in found[0][1]


def test_a_folder_that_cannot_be_read_is_bad(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("a file", "utf-8")
    found, problem = look_at_all(Workspace(tmp_path))
    assert found == []
    assert problem is not None
    assert problem.state == "bad"


def test_what_a_crash_or_damage_left_behind_is_named(workspace: Workspace) -> None:
    assert told(check_leftovers(workspace)) == []
    (workspace.sessions / "x.json.damaged").touch()
    (workspace.path / "study.toml.tmp").touch()
    assert told(check_leftovers(workspace)) == [
        (
            "warn",
            "damaged bytes set aside: x.json.damaged: look whether something is missing, then delete them",
        ),
        (
            "warn",
            "half-written files left by a crash: study.toml.tmp: "
            "they can be deleted: the whole ones are there",
        ),
    ]


def test_the_details_of_a_fault_are_pointed_out(workspace: Workspace) -> None:
    workspace.cache.mkdir()
    (workspace.cache / "fault.txt").touch()
    assert "may hold what was on the screen" in one(check_leftovers(workspace))[1]


# -- promises ------------------------------------------------------------------------------


def test_a_workspace_of_our_own_making_is_closed(workspace: Workspace) -> None:
    write_sample(workspace.path)
    assert one([check_permissions(workspace)])[0] == "ok"


@pytest.mark.parametrize(
    ("opened", "mode", "named"),
    [
        ("sessions", 0o755, "sessions"),
        ("guides", 0o750, "guides"),
        ("participants.json", 0o644, "participants.json"),
        (".", 0o777, "the folder"),
    ],
)
def test_what_others_can_open_is_named(workspace: Workspace, opened: str, mode: int, named: str) -> None:
    workspace.path.chmod(0o755)
    workspace.participants_file.touch(0o600)
    (workspace.path / opened).chmod(mode)
    state, words = one([check_permissions(workspace)])
    assert state == "warn"
    assert f"can open {named}" in words
    assert f"chmod -R go= {workspace.path}" in words


def test_a_file_in_a_closed_folder_is_closed(workspace: Workspace) -> None:
    (workspace.guides / "mine.md").touch(0o644)
    (workspace.guides / "mine.md").chmod(0o644)
    assert one([check_permissions(workspace)])[0] == "ok"


ADA = Contact(pseudonym="P07", name="Ada Lovelace", email="ada@example.org")


@pytest.mark.parametrize(
    ("file", "text", "state", "words"),
    [
        ("guides/x.md", "Ask about clinics", "ok", "no participant's name"),
        ("sessions/x.json", "“Ada Lovelace here”", "bad", "the name of P07 in sessions/x.json"),
        ("exports/x.md", "ADA@EXAMPLE.ORG", "bad", "the e-mail of P07 in exports/x.md"),
        ("guides/x.md", "for ada lovelace", "warn", "write P07 instead"),
    ],
)
def test_a_participant_s_name_outside_of_their_file_is_told_and_not_repeated(
    workspace: Workspace, file: str, text: str, state: str, words: str
) -> None:
    (workspace.path / "exports").mkdir(mode=0o700)
    (workspace.path / file).write_text(text, "utf-8")
    found = one(check_names(workspace, Roster(contacts={"P07": ADA})))
    assert found[0] == state
    assert words in found[1]
    assert "lovelace" not in found[1].lower()
    assert "@" not in found[1]


def test_without_contacts_there_is_no_name_to_look_for(workspace: Workspace) -> None:
    assert told(check_names(workspace, Roster())) == []


# -- retention -----------------------------------------------------------------------------

NOW = datetime(2026, 11, 21, 22, 10, tzinfo=UTC)


def held(days_ago: float, participant: str = "P07") -> SessionSummary:
    created = (NOW - timedelta(days=days_ago)).isoformat()
    return SessionSummary(id=f"s{days_ago}", path=Path("x"), created_utc=created, participant=participant)


@pytest.mark.parametrize(
    ("days_ago", "days_over"),
    [(29.9, None), (30, None), (30.1, 1), (31, 1), (31.1, 2), (400, 370), (-1, None)],
)
def test_a_session_is_overdue_as_soon_as_its_retention_is_over(
    days_ago: float, days_over: int | None
) -> None:
    found = expired(Study(retention_days=30), [held(days_ago)], NOW)
    assert [over.days_over for over in found] == ([] if days_over is None else [days_over])


@pytest.mark.parametrize("created", ["", "yesterday", "2020-01-01T00:00:00"])
def test_a_session_that_does_not_say_when_it_began_is_kept(created: str) -> None:
    session = SessionSummary(id="x", path=Path("x"), created_utc=created)
    assert expired(Study(retention_days=30), [session], NOW) == []


def test_while_the_study_cannot_be_read_nobody_knows_what_is_overdue(workspace: Workspace) -> None:
    workspace.study_file.write_text("titel = 'x'", "utf-8")
    study, _ = check_study(workspace)
    state, words = one(check_retention(study, []))
    assert (state, words.partition(":")[0]) == ("warn", "not known until study.toml can be read")


def test_without_a_retention_nothing_is_overdue() -> None:
    assert expired(Study(), [held(9_999)], NOW) == []
    assert one(check_retention(Study(), []))[0] == "ok"


def test_each_overdue_session_has_a_line_with_its_pseudonym_and_its_days() -> None:
    study = Study(retention_days=30)
    found = expired(study, [held(31), held(40, "")], NOW)
    assert [about(over) for over in found] == [
        "s31 (P07) is 1 day past",
        "s40 (nobody named) is 10 days past",
    ]
    assert told(check_retention(study, found))[0] == (
        "warn",
        "s31 (P07) is 1 day past the 30 days of this study: "
        "`interview-tui doctor --delete-expired` asks whether to delete it",
    )
    assert one(check_retention(study, [])) == ("ok", "no session is older than 30 days: ")
