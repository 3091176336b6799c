"""Laws of changing the codebook: what undoing brings back, after whatever was changed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.coded import (
    STUDY,
    do,
    everything,
    names_in,
    tags_in,
    the_book,
    work_on,
    write_tagged,
)
from tests.store.support import a_workspace

from interview_tui.domain.codebook import Tag
from interview_tui.domain.codebook_changes import (
    CodebookChange,
    CodebookRefused,
    add,
    edit,
    merge,
    nest,
    rename,
)
from interview_tui.store.workspace import Workspace

TAGS = st.lists(st.sampled_from(["pain", "goal", "old", "quote"]), max_size=3, unique=True).map(tuple)
NOTES = st.lists(st.lists(TAGS, max_size=3), min_size=1, max_size=2)
KINDS = st.sampled_from(["rename", "merge", "nest", "edit", "add"])
STEPS = st.lists(st.tuples(KINDS, st.integers(0, 5), st.integers(0, 5)), max_size=5)


def change_of(workspace: Workspace, kind: str, one: int, other: int) -> CodebookChange | None:
    """A change of a kind among the tags there are, None where there is no such."""
    book = the_book(workspace)
    names = sorted({*(tag.name for tag in book.tags), *names_in(workspace)})
    old, new = names[one % len(names)], names[other % len(names)]
    own = book.tags[one % len(book.tags)]
    try:
        match kind:
            case "rename":
                return rename(book, old, f"{old} {other}")
            case "merge":
                return merge(book, old, new)
            case "nest":
                return nest(book, own.name, book.tags[other % len(book.tags)].name)
            case "edit":
                return edit(
                    book, own.name, key=own.key, colour="pink", description=f"say {other}", example=""
                )
        return add(book, Tag(key="zxv"[other % 3], name=f"new {other}", colour="grey"))
    except CodebookRefused:
        return None


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(NOTES, STEPS, st.sampled_from([STUDY, None, "# x"]))
def test_any_changes_and_their_undoing_in_reverse_leave_everything_as_it_was(
    notes: list[list[tuple[str, ...]]], steps: list[tuple[str, int, int]], text: str | None
) -> None:
    with TemporaryDirectory() as folder:
        workspace = a_workspace(Path(folder))
        if text is not None:
            workspace.study_file.write_text(text, "utf-8")
        for number, tagged in enumerate(notes, start=1):
            write_tagged(workspace, number, tagged)
        seen = []
        for step in steps:
            change = change_of(workspace, *step)
            if change is not None:
                seen.append(everything(workspace))
                do(workspace, change)
                assert the_book(workspace) == change.after
        for before in reversed(seen):
            assert work_on(workspace).undo() is not None
            assert everything(workspace) == before
        assert work_on(workspace).undo() is None


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TAGS, max_size=4), st.sampled_from(["pain", "goal", "old", "quote"]))
def test_a_new_name_and_back_is_the_same_study_and_the_same_tags(
    notes: list[tuple[str, ...]], name: str
) -> None:
    with TemporaryDirectory() as folder:
        workspace = a_workspace(Path(folder))
        workspace.study_file.write_text(STUDY, "utf-8")
        write_tagged(workspace, 1, notes)
        text, before = everything(workspace)
        do(workspace, rename(the_book(workspace), name, "another"))
        do(workspace, rename(the_book(workspace), "another", name))
        assert workspace.study_file.read_bytes() == text
        after = tags_in(workspace)
        assert isinstance(before, dict)
        assert {key: (set(tags), word) for key, (tags, word) in after.items()} == {
            key: (set(tags), word) for key, (tags, word) in before.items()
        }
