"""The index finds what is in the sessions, and nothing that happens to it loses anything."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.library.held import Said, change, hold
from tests.store.support import a_note, files_in

from interview_tui.domain.folding import words_of
from interview_tui.domain.interview import Interview
from interview_tui.domain.library import Library
from interview_tui.store.codec import PLAIN
from interview_tui.store.library import index_file
from interview_tui.store.library.index import LibraryIndex, open_index
from interview_tui.store.library.index_writing import Writer
from interview_tui.store.library.progress import Cancelled
from interview_tui.store.library.reading import read_library
from interview_tui.store.library.rows import library_rows
from interview_tui.store.log_lines import frame
from interview_tui.store.rows import event_to_row
from interview_tui.store.session_files import erase_cache
from interview_tui.store.session_record import load_record
from interview_tui.store.workspace import Workspace

DAY_1, DAY_2 = "2026-11-20-0900-aaaa", "2026-11-21-0900-bbbb"


@pytest.fixture
def two(workspace: Workspace) -> Workspace:
    """Two interviews, a practice run, and somebody who allows no notes."""
    hold(
        workspace,
        DAY_1,
        Said("They keep a paper list next to the phone", "challenge", further="goal"),
        Said("The list is never right", "quote", starred=True),
        Said("", "story"),
        "患者取消预约以后,前台要打十几个电话",
        takeaway="Paper wins because it is there",
        created_utc="2026-11-20T09:00:00+00:00",
    )
    hold(
        workspace,
        DAY_2,
        Said("Größere Lücken füllt sie per Telefon, foo_bar() in C++ 🎉", "workaround"),
        Said("paper again", "possible solution"),
        participant="P08",
        segment="hospitals",
        created_utc="2026-11-21T09:00:00+00:00",
        consent_quoting=False,
    )
    hold(workspace, "2026-11-22-0900-cccc", "paper in practice", practice=True)
    hold(workspace, "2026-11-23-0900-dddd", "paper of who refused", consent_notes=False)
    return workspace


def found(workspace: Workspace, typed: str) -> list[str]:
    with open_index(workspace) as index:
        index.refresh()
        return [hit.text for hit in index.search(typed).hits]


def plainly(workspace: Workspace) -> Library:
    """The library as it is read without an index."""
    paths = sorted(workspace.session_paths(), key=lambda path: path.stem)
    rows = [pair for path in paths if (pair := library_rows(load_record(path)))]
    return Library(tuple(held for held, _ in rows), tuple(note for _, notes in rows for note in notes))


@pytest.mark.parametrize(
    ("typed", "beginnings"),
    [
        ("paper", ["paper again", "Paper wins", "They keep"]),
        ("paper li", ["They keep"]),
        ('"list is"', ["The list"]),
        ("grossere lucken", ["Größere"]),
        ("取消", ["患者"]),
        ("foo_bar()", ["Größere"]),
        ("C++", ["Größere"]),
        ("🎉", ["Größere"]),
        ("tag:quote", ["The list"]),
        ("tag:goal", ["They keep"]),
        ("tag:goal,quote ", ["The list", "They keep"]),
        ("tag:none ", ["患者"]),
        ("paper -tag:challenge kind:note ", ["paper again"]),
        ("participant:p7 paper ", ["Paper wins", "They keep"]),
        ("segment:hosp paper", ["paper again"]),
        ("phase:dig paper kind:note", ["paper again", "They keep"]),
        ("author:ada list", ["The list", "They keep"]),
        ("starred:", ["The list"]),
        ("starred:no paper", ["paper again", "They keep"]),
        ("before:2026-11-21 paper", ["Paper wins", "They keep"]),
        ("after:2026-11-21 paper", ["paper again"]),
        ("after:2027 paper", []),
        ("kind:debrief", ["Paper wins"]),
        ("kind:quote", ["The list"]),
        ("kind:question cancellation session:2026-11-20", ["Tell me about the last"]),
        (f"session:{DAY_2} kind:note ", ["paper again", "Größere"]),
        ("paper -list kind:note ", ["paper again"]),
        ("practice", []),
        ("refused", []),
        ("", []),
        ("tag:nosuch ", []),
    ],
)
def test_what_is_found(two: Workspace, typed: str, beginnings: list[str]) -> None:
    texts = found(two, typed)
    assert len(texts) == len(beginnings)
    assert all(text.startswith(begin) for text, begin in zip(texts, beginnings, strict=True)), texts


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("rm -rf", ["then rm -rf build"]),
        ("rm -rf build", ["then rm -rf build"]),
        ("->", ["x->y means std::move"]),
        ("::", ["x->y means std::move"]),
        ('"->"', ["x->y means std::move"]),
        ("tag:story ->", ["x->y means std::move"]),
        ("tag:goal ->", []),
        ("-> ::", ["x->y means std::move"]),
        ("=> ::", []),
        ("std -> move", ["x->y means std::move"]),
        ("build -nosuch", ["then rm -rf build"]),
        ("-", []),
        ('""', []),
    ],
)
def test_text_that_looks_like_code_is_found_as_it_is_written(
    workspace: Workspace, typed: str, texts: list[str]
) -> None:
    hold(workspace, DAY_1, Said("x->y means std::move", "story"), Said("then rm -rf build", "goal"))
    assert found(workspace, typed) == texts


def test_signs_that_were_found_are_marked(workspace: Workspace) -> None:
    hold(workspace, DAY_1, Said("größer -> kleiner -> 0", "story"))
    with open_index(workspace) as index:
        index.refresh()
        assert index.search("->").hits[0].marks == ((7, 9), (18, 20))


def test_a_hit_says_everything_about_where_it_stands(two: Workspace) -> None:
    with open_index(two) as index:
        index.refresh()
        [hit] = index.search("never right").hits
        [mute] = index.search("paper again").hits
        questions = index.search(f"kind:question session:{DAY_1}").hits
    assert (hit.session, hit.participant, hit.segment, hit.kind) == (DAY_1, "P07", "clinics", "note")
    assert (hit.tags, hit.phase, hit.starred, hit.word_for_word) == (("quote",), "Dig in", True, True)
    assert (hit.at_ms, hit.author, hit.question) == (61_000, "Ada", "What did you do about it?")
    assert [hit.text[start:end] for start, end in hit.marks] == ["never", "right"]
    assert hit.may_be_quoted
    assert hit.score > 0
    assert not mute.may_be_quoted
    assert {question.text: question.about for question in questions} == {
        "Tell me about your day.": "skipped",
        "Tell me about the last cancellation.": "asked",
        "What did you do about it?": "open",
    }


def test_the_library_of_the_index_is_what_the_sessions_hold(two: Workspace) -> None:
    library = read_library(two)
    expected = plainly(two)
    assert library.sessions == expected.sessions
    assert library.notes == expected.notes
    assert len(library.notes) == 6
    again = read_library(two)
    assert again.notes == expected.notes


def test_only_what_was_changed_is_read_again(two: Workspace) -> None:
    with open_index(two) as index:
        assert index.refresh().read == 4
        assert index.refresh().read == 0
        note = index.search("never right").hits[0].note
        change(
            two.session_path(DAY_1), lambda interview: interview.edit_note(note, "The list is always wrong")
        )
        assert index.refresh().read == 1
        assert not index.search("never right").hits
        assert [hit.note for hit in index.search("always wrong").hits] == [note]
        assert index.refresh().read == 0


def test_one_session_is_refreshed_by_itself(two: Workspace) -> None:
    path = two.session_path(DAY_2)

    def add(interview: Interview) -> None:
        interview.add_note("quite new words", "story", 90_000)

    with open_index(two) as index:
        index.refresh()
        change(path, add)
        index.refresh_session(path)
        assert len(index.search("quite new").hits) == 1
        path.unlink()
        index.refresh_session(path)
        assert index.search("quite new").count == 0


def test_what_is_only_in_a_log_so_far_is_found(two: Workspace) -> None:
    path = two.session_path(DAY_2)
    whole = path.read_bytes()
    with open_index(two) as index:
        index.refresh()
        row = event_to_row(a_note(4711, "said a moment ago"))
        path.with_suffix(".log").write_bytes(frame([("events", 4711, row)], PLAIN))
        assert index.refresh().read == 1
        assert index.search("moment ago").count == 1
    assert path.read_bytes() == whole


def test_sessions_that_are_gone_leave_no_byte_behind(two: Workspace) -> None:
    with open_index(two) as index:
        index.refresh()
    two.session_path(DAY_2).unlink()
    with open_index(two) as index:
        assert index.refresh().gone == 1
        assert index.search("telefon").count == 0
        assert index.search("paper").count == 2
    left = b"".join(files_in(two.cache).values()).lower()
    assert b"lucken" not in left
    assert "lücken".encode() not in left
    assert b"hospitals" not in left
    assert b"p08" not in left
    assert b"clinics" in left


def test_who_withdraws_consent_to_notes_leaves_no_byte_behind(two: Workspace) -> None:
    with open_index(two) as index:
        index.refresh()
        change(two.session_path(DAY_2), lambda interview: interview.tell("session", "consent_notes", False))
        index.refresh()
        assert index.search("telefon").count == 0
    assert b"lucken" not in b"".join(files_in(two.cache).values()).lower()


def test_forgetting_erases_the_index_also_under_an_open_program(two: Workspace) -> None:
    with open_index(two) as index:
        index.refresh()
        two.session_path(DAY_2).unlink()
        erase_cache(two)
        assert not two.cache.exists()
        assert index.refresh().gone == 1
    assert b"lucken" not in b"".join(files_in(two.cache).values()).lower()
    assert found(two, "never right") == ["The list is never right"]


def test_the_index_is_for_its_owner_only(two: Workspace) -> None:
    with open_index(two) as index:
        index.refresh()
        assert two.cache.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in two.cache.iterdir()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in two.cache.iterdir()} == {0o600}


# -- breaking off --------------------------------------------------------------------------


def test_a_first_reading_that_is_broken_off_goes_on_where_it_stopped(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interview_tui.store.library.readers.BATCH", 1)
    heard: list[tuple[int, int]] = []

    def stop_at_two(done: int, count: int) -> bool:
        heard.append((done, count))
        return done < 2

    with open_index(two) as index, pytest.raises(Cancelled):
        index.refresh(stop_at_two)
    assert heard == [(0, 4), (1, 4), (2, 4)]
    with open_index(two) as index:
        assert index.refresh().read == 2
        assert index.library().notes == plainly(two).notes


KILLED = """
import os, signal, sys
from pathlib import Path
from interview_tui.store.library import index, readers
from interview_tui.store.workspace import Workspace

def kill_at_two(done, count):
    if done == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return True

readers.BATCH = 1
with index.open_index(Workspace(Path(sys.argv[1]))) as opened:
    opened.refresh(kill_at_two)
"""


def test_a_first_reading_that_is_killed_goes_on_where_it_stopped(two: Workspace) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(two.path)], check=False)
    assert done.returncode == -signal.SIGKILL
    with open_index(two) as index:
        assert index.refresh().read == 2
        assert index.library().notes == plainly(two).notes


def test_a_reading_that_fails_in_the_middle_of_a_batch_keeps_whole_sessions(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, calls = Writer.put, iter(range(100))

    def interrupted(self: Writer, stamp: str, found: object) -> bool:
        if next(calls) == 1:
            raise KeyboardInterrupt
        return put(self, stamp, found)  # type: ignore[arg-type]

    with open_index(two) as index:
        with monkeypatch.context() as patch:
            patch.setattr(Writer, "put", interrupted)
            with pytest.raises(KeyboardInterrupt):
                index.refresh()
        assert index.search("paper").count == 0
        assert index.refresh().read == 4
        assert index.search("paper").count == 3


# -- damage --------------------------------------------------------------------------------


def truth(workspace: Workspace) -> tuple[dict[str, bytes], Library]:
    return files_in(workspace.sessions), plainly(workspace)


def assert_whole(workspace: Workspace, sessions: dict[str, bytes], library: Library) -> None:
    """The index answers rightly, and nothing else was touched."""
    with open_index(workspace) as index:
        index.refresh()
        assert index.problem == ""
        assert index.library().notes == library.notes
        assert [hit.text for hit in index.search("paper li").hits] == [
            "They keep a paper list next to the phone"
        ]
        assert index.search("paper").count == 3
    assert files_in(workspace.sessions) == sessions


def test_an_index_that_is_cut_anywhere_is_built_anew(two: Workspace) -> None:
    before = truth(two)
    assert_whole(two, *before)
    path = index_file.index_path(two)
    whole = path.read_bytes()
    for length in (0, 1, 15, 16, 100, 512, 4095, 4096, 5000, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert_whole(two, *before)


@pytest.mark.parametrize("seed", range(12))
def test_an_index_with_noise_anywhere_is_built_anew(two: Workspace, seed: int) -> None:
    before = truth(two)
    assert_whole(two, *before)
    path, chance = index_file.index_path(two), Random(seed)
    raw = bytearray(path.read_bytes())
    start = chance.randrange(len(raw))
    for at in range(start, min(len(raw), start + chance.choice((1, 64, 4096)))):
        raw[at] ^= chance.randrange(1, 256)
    path.write_bytes(bytes(raw))
    assert_whole(two, *before)


def test_damage_is_noticed_while_the_index_is_open(two: Workspace) -> None:
    with open_index(two) as index:
        index.refresh()
        index._database.execute("DROP TABLE entry")
        assert [hit.text for hit in index.search("never right").hits] == ["The list is never right"]
        index._database.execute("DROP TABLE words")
        assert index.search("paper").count == 3
        index._database.execute("DELETE FROM said")
        index._dictionary.clear()
        assert index.library().notes == plainly(two).notes
        assert index.problem == ""


@pytest.mark.parametrize("what", ["folder", "text", "another database", "older index", "link"])
def test_whatever_stands_in_its_place_makes_room(two: Workspace, what: str, tmp_path: Path) -> None:
    before, path = truth(two), index_file.index_path(two)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    other = tmp_path / "other.db"
    match what:
        case "folder":
            (path / "inside").mkdir(parents=True)
        case "text":
            path.write_text("not a database", "utf-8")
        case "another database":
            _make_database(path, 0)
        case "older index":
            _make_database(path, 1)
        case _:
            _make_database(other, 0)
            path.symlink_to(other)
    kept = other.read_bytes() if other.exists() else b""
    assert_whole(two, *before)
    assert not other.exists() or other.read_bytes() == kept


def _make_database(path: Path, version: int) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE session(x)")
    database.execute(f"PRAGMA user_version={version}")
    database.commit()
    database.close()


def test_without_a_place_on_the_disk_the_index_lives_in_memory_and_says_so(two: Workspace) -> None:
    two.cache.write_text("in the way", "utf-8")
    with open_index(two) as index:
        index.refresh()
        assert "cannot be kept on the disk because" in index.problem
        assert index.search("paper").count == 3
    assert two.cache.read_text("utf-8") == "in the way"
    assert read_library(two).notes == plainly(two).notes


def test_on_a_full_disk_the_index_goes_on_in_memory(two: Workspace) -> None:
    hold(two, "2026-11-24-0900-eeee", *(f"{'long ' * 900}{number}" for number in range(9)))
    with open_index(two) as index:
        index._database.execute("PRAGMA max_page_count=1")
        index.refresh()
        assert "because the disk is full" in index.problem
        assert index.search("paper").count == 3


def test_without_a_workspace_nothing_is_made_and_nothing_is_found(tmp_path: Path) -> None:
    with open_index(Workspace(tmp_path / "nowhere")) as index:
        index.refresh()
        assert index.search("paper").count == 0
        assert index.problem == ""
    assert not (tmp_path / "nowhere").exists()


def test_sessions_that_cannot_be_read_are_named_and_tried_again(two: Workspace) -> None:
    path = two.session_path(DAY_2)
    whole = path.read_bytes()
    path.write_bytes(b"[1, 2")
    with open_index(two) as index:
        assert index.refresh().unreadable == (DAY_2,)
        assert index.search("paper").count == 2
        path.write_bytes(whole)
        assert index.refresh().unreadable == ()
        assert index.search("paper").count == 3


def test_two_programs_at_once_do_not_break_it(two: Workspace) -> None:
    failed: list[BaseException] = []

    def work(seed: int) -> None:
        try:
            for turn in range(6):
                with open_index(two) as index:
                    index.refresh()
                    assert index.problem == ""
                    assert index.search("paper").count == 3, (seed, turn)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_an_index_can_be_asked_from_another_thread(two: Workspace) -> None:
    with open_index(two) as index:
        counts: list[int] = []

        def ask() -> None:
            index.refresh()
            counts.append(index.search("paper").count)

        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert counts == [3]


# -- any text ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryIndex]:
    workspace = Workspace(tmp_path_factory.mktemp("asked"))
    workspace.create()
    hold(workspace, DAY_1, "They keep a paper list", "取消 👍 café")
    with open_index(workspace) as index:
        index.refresh()
        yield index


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text("\"tag:befor -*()^AND,取👍é_+#{}'\\"), st.integers(-1, 3))
def test_any_text_has_an_answer(asked: LibraryIndex, typed: str, limit: int) -> None:
    result = asked.search(typed, limit)
    assert len(result.hits) <= max(0, limit)
    assert asked.problem == ""
    assert asked._on_disk


@given(st.text(min_size=1))
@settings(max_examples=25, deadline=None)
def test_what_was_noted_is_found_by_its_own_words(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    workspace = Workspace(tmp_path_factory.mktemp("noted"))
    workspace.create()
    path = hold(workspace, DAY_1, text)
    kept = [note.text for note in plainly(workspace).notes]
    with open_index(workspace) as index:
        index.refresh()
        quoted = '"' + " ".join(words_of(kept[0])) + '"'
        hits = index.search(quoted).hits
        assert [hit.text for hit in hits if hit.kind == "note"] == (kept if words_of(kept[0]) else [])
    path.unlink()
