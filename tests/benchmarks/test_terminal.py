"""The meter itself: what it answers, what it takes for visible, and when."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.terminal import Rows, Terminal, answer

QUERIES = (
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[>c", b"\x1b[>41;380;0c"),
    (b"\x1b[5n", b"\x1b[0n"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:1111/1111/1111\x1b\\"),
    (b"\x1b]10;?\x07", b"\x1b]10;rgb:dddd/dddd/dddd\x1b\\"),
    (b"\x1b[18t", b"\x1b[8;24;80t"),
    (b"\x1bP+q544e\x1b\\", b"\x1bP0+r\x1b\\"),
    (b"\x1b[5n and \x1b[5n", b"\x1b[0n\x1b[0n"),
)
NO_QUERIES = (b"", b"words", b"\x1b[2J", b"\x1b[1;31mred\x1b[0m", b"\x1b[?2026h", b"\x1b[?1049h", b"\x1b[>1u")


def program(source: str) -> Terminal:
    return Terminal([sys.executable, "-c", source], size=(60, 10))


def has(words: str, rows: Rows) -> bool:
    return any(words in row for row in rows)


@pytest.mark.parametrize(("query", "reply"), QUERIES)
def test_a_query_gets_the_reply_of_an_xterm(query: bytes, reply: bytes) -> None:
    assert answer(query, 80, 24) == reply


@pytest.mark.parametrize("output", NO_QUERIES)
def test_what_asks_nothing_gets_no_reply(output: bytes) -> None:
    assert answer(output, 80, 24) == b""


@pytest.mark.pty
def test_a_program_reads_the_reply_to_its_own_query() -> None:
    ask = """
import os, tty
tty.setraw(0)
os.write(1, b"\\x1b[?2026$p")
os.write(1, os.read(0, 100).replace(b"\\x1b", b"ESC"))
"""
    with program(ask) as terminal:
        terminal.wait_for(lambda rows: has("ESC[?2026;2$y", rows))


@pytest.mark.pty
def test_a_moment_lies_between_start_and_the_look_at_it_and_follows_the_order_of_output() -> None:
    write = """
import time
print("first", flush=True)
time.sleep(0.05)
print("second", flush=True)
time.sleep(60)
"""
    with program(write) as terminal:
        first, second = terminal.wait_for(lambda rows: has("first", rows), lambda rows: has("second", rows))
        assert terminal.began < first < second


@pytest.mark.pty
def test_what_a_synchronized_update_writes_is_seen_when_the_update_ends() -> None:
    write = """
import sys, time
for part in ("\\x1b[?20", "26hhalf", "", " done\\x1b[?2026l", "\\r\\nafter"):
    sys.stdout.write(part); sys.stdout.flush(); time.sleep(0.02)
time.sleep(60)
"""
    seen: set[str] = set()

    def note_and_wait(rows: Rows) -> bool:
        seen.add(rows[0].strip())
        return has("after", rows)

    with program(write) as terminal:
        terminal.wait_for(note_and_wait)
    assert "half done" in seen
    assert "half" not in seen


@pytest.mark.pty
def test_keys_arrive_and_a_look_that_never_comes_says_what_the_screen_shows() -> None:
    with program("print('hello', input())") as terminal:
        terminal.send("there\r")
        terminal.wait_for(lambda rows: has("hello there", rows))
        with pytest.raises(TimeoutError, match="hello there"):
            terminal.wait_for(lambda rows: has("never", rows), limit_s=0.1)


@pytest.mark.pty
def test_a_program_that_ignores_a_polite_end_is_ended_all_the_same(tmp_path: Path) -> None:
    stubborn = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    )
    terminal = Terminal([sys.executable, "-u", "-c", stubborn], folder=tmp_path, patience_s=0.1)
    terminal.wait_for(lambda rows: has("up", rows))
    terminal.close()
    assert terminal.exit_code == -9


@pytest.mark.pty
@pytest.mark.skipif(sys.platform != "linux", reason="the accounts are read from /proc")
def test_the_accounts_of_a_program_grow_with_what_it_does() -> None:
    work = "held = b'x' * (64 << 20); sum(range(2_000_000)); print('done', flush=True); input()"
    with program(work) as busy, program("print('done', flush=True); input()") as lazy:
        for terminal in (busy, lazy):
            terminal.wait_for(lambda rows: has("done", rows))
        assert busy.peak_memory_mb() > lazy.peak_memory_mb() + 60
        assert busy.cpu_seconds() > lazy.cpu_seconds() > 0
