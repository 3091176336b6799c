"""`search` from the command line: one line a hit for grep, JSON for programs, marks for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.support import said
from tests.store.library.held import Said, hold

from interview_tui.commands import search
from interview_tui.domain.search import Hit
from interview_tui.interchange.search_hits import hit_line, hit_lines
from interview_tui.store.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace = Workspace(tmp_path / "study")
    workspace.create()
    hold(
        workspace,
        "2026-11-20-0900-aaaa",
        Said("a paper list \x1b[31m", "challenge"),
        Said("paper", None),
        takeaway="paper wins",
    )
    return workspace.path


def test_hits_are_lines_for_other_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "search", "paper", "list", "--workspace", str(folder))
    assert (code, err) == (0, "")
    assert out == "2026-11-20-0900-aaaa  P07  01:00  challenge  Dig in  a paper list ␛[31m\n"


def test_hits_are_json_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "search", "--json", "paper", "--workspace", str(folder))
    found = json.loads(out)
    assert code == 0
    keys = ["session", "participant", "note", "at_ms", "tag", "phase", "text", "score"]
    assert [list(row) for row in found] == [keys] * 3
    by_text = {row["text"]: row for row in found}
    assert by_text["a paper list \x1b[31m"]["tag"] == "challenge"
    assert by_text["paper"]["tag"] is None
    assert by_text["paper wins"]["note"] is None
    assert by_text["paper wins"]["phase"] is None
    scores = [row["score"] for row in found]
    assert scores == sorted(scores, reverse=True)


def test_a_limit_keeps_the_best(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "search", "--limit", "1", "--json", "paper", "--workspace", str(folder))
    assert [row["text"] for row in json.loads(out)] == ["paper"]


@pytest.mark.parametrize(("options", "printed"), [([], ""), (["--json"], "[]\n")])
def test_nothing_found_ends_with_1(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], printed: str
) -> None:
    code, out, err = said(capsys, "search", *options, "nosuch", "--workspace", str(folder))
    assert (code, out) == (1, printed)
    assert err.startswith("interview-tui: Nothing was found for nosuch") is (options == [])


def test_an_empty_workspace_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "search", "x", "--workspace", str(tmp_path))
    assert code == 1
    assert "There are no sessions" in err
    assert list(tmp_path.rglob("*.json")) == []


def test_what_could_not_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sessions" / "broken.json").write_text("[", "utf-8")
    code, _, err = said(capsys, "search", "paper", "--workspace", str(folder))
    assert code == 0
    assert "broken could not be read and is left out" in err


def test_a_count_below_one_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "search", "x", "--limit", "0", "--workspace", str(folder))
    assert code == 2
    assert "--limit" in err


def a_hit(text: str, *marks: tuple[int, int], **more: object) -> Hit:
    return Hit(session="s", note="n", kind="note", at_ms=61_000, text=text, marks=marks, **more)  # type: ignore[arg-type]


def test_hits_are_marked_on_a_terminal_across_lines() -> None:
    hit = a_hit("they keep a paper list", (12, 17), (18, 22), tags=("story",))
    assert list(hit_lines(hit, 24, styled=True)) == [
        "\x1b[2ms  –  01:01  story\x1b[0m",
        "    they keep a \x1b[1mpaper\x1b[0m",
        "    \x1b[1mlist\x1b[0m",
    ]
    assert list(hit_lines(hit, 80, styled=False)) == ["s  –  01:01  story", "    they keep a paper list"]


def test_who_does_not_allow_quoting_is_named_as_such() -> None:
    barred = a_hit("x", may_be_quoted=False, word_for_word=True)
    assert "not to be quoted" in hit_line(barred)
    assert hit_line(a_hit("x", may_be_quoted=False)) == "s  –  01:01  no tag  x"


def test_a_bare_mark_says_so() -> None:
    assert hit_line(a_hit("")).endswith("(a mark without words)")
    assert list(hit_lines(a_hit(""), 80, styled=True)) == [
        "\x1b[2ms  –  01:01  no tag\x1b[0m",
        "    (a mark without words)",
    ]


def test_progress_is_shown_for_many_sessions_on_a_terminal_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    progress = search._Progress()
    assert progress(0, 1000)
    progress.clear()
    assert capsys.readouterr().err == "\rreading 0 of 1,000 sessions …\r\x1b[K"
    few = search._Progress()
    assert few(990, 1000)
    few.clear()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (["paper", "-list"], ["paper", "paper wins"]),
        (["-list", "paper", "--json"], ["paper", "paper wins"]),
        (["paper", "-wins", "-list", "--limit", "5"], ["paper"]),
        (["-hotel", "paper", "-list", "-wins"], ["paper"]),
        (["--limit=1", "--", "paper", "--json"], []),
        (["--force", "paper"], []),
    ],
)
def test_words_with_a_dash_are_looked_for_or_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], texts: list[str]
) -> None:
    code, out, err = said(capsys, "search", "--workspace", str(folder), "--json", *words)
    assert "unrecognized" not in err
    assert (sorted(row["text"] for row in json.loads(out)), code) == (texts, 0 if texts else 1)


@pytest.mark.parametrize("told", ["0", "-3", "many", ""])
def test_a_limit_that_is_none_is_refused_with_what_it_may_be(
    folder: Path, capsys: pytest.CaptureFixture[str], told: str
) -> None:
    code, _, err = said(capsys, "search", "paper", "--limit", told, "--workspace", str(folder))
    assert code == 2
    assert "no number from 1" in err


def test_a_search_for_nothing_says_what_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "search", "--json", "--workspace", str(folder))
    assert code == 2
    assert "QUERY" in err
