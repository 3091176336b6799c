"""What can be done to a codebook, and what keeps it from being done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook, Tag, problems
from interview_tui.domain.codebook_changes import (
    CodebookChange,
    CodebookRefused,
    Move,
    add,
    clash,
    edit,
    edits_between,
    free_key,
    merge,
    nest,
    remove,
    rename,
    with_edits,
)
from interview_tui.domain.codebook_tree import names_below, tree


def a_tag(key: str, name: str, parent: str = "") -> Tag:
    return Tag(key=key, name=name, colour="red", parent=parent)


BOOK = Codebook(
    (a_tag("p", "pain"), a_tag("w", "waiting", "pain"), a_tag("q", "queue", "waiting"), a_tag("g", "goal"))
)


def parents(change: CodebookChange) -> dict[str, str]:
    return {tag.name: tag.parent for tag in change.after.tags}


# -- the tree ------------------------------------------------------------------------------


def test_children_stand_below_their_parents() -> None:
    shuffled = Codebook((BOOK.tags[2], BOOK.tags[3], BOOK.tags[1], BOOK.tags[0]))
    assert [(tag.name, depth) for tag, depth in tree(shuffled)] == [
        ("goal", 0),
        ("pain", 0),
        ("waiting", 1),
        ("queue", 2),
    ]
    assert names_below(BOOK, "pain") == {"waiting", "queue"}


@pytest.mark.parametrize(
    ("parent", "words"),
    [("nobody", "no tag 'nobody'"), ("queue", "stand below itself"), ("PAIN", "below itself")],
)
def test_a_parent_is_another_tag_and_no_descendant(parent: str, words: str) -> None:
    tags = (replace(BOOK.tags[0], parent=parent), *BOOK.tags[1:])
    found = problems(tags)
    assert found[0].field == "parent"
    assert words in found[0].sentence


def test_a_ring_of_others_is_told_once_for_each_of_them_and_ends() -> None:
    tags = (a_tag("b", "b", "c"), a_tag("c", "c", "b"), a_tag("d", "d", "b"))
    assert [(problem.tag_index, problem.field) for problem in problems(tags)] == [
        (0, "parent"),
        (1, "parent"),
    ]


# -- what can be done ----------------------------------------------------------------------


def test_a_renamed_tag_keeps_everything_else_and_its_children() -> None:
    change = rename(BOOK, "waiting", "  long   waits ")
    assert change.move == Move("waiting", "long waits")
    assert change.after.tags[1] == replace(BOOK.tags[1], name="long waits")
    assert parents(change) == {"pain": "", "long waits": "pain", "queue": "long waits", "goal": ""}


def test_a_tag_that_only_notes_have_is_renamed_in_notes_alone() -> None:
    change = rename(BOOK, "Pain", "ache")
    assert (change.after, change.move) == (BOOK, Move("Pain", "ache"))


def test_a_name_may_change_its_case() -> None:
    assert rename(BOOK, "pain", "Pain").after.tags[0].name == "Pain"


def test_a_merged_tag_leaves_its_children_to_the_other() -> None:
    assert parents(merge(BOOK, "waiting", "goal")) == {"pain": "", "queue": "goal", "goal": ""}


def test_a_tag_that_is_merged_into_its_own_descendant_gives_it_its_place() -> None:
    assert parents(merge(BOOK, "pain", "queue")) == {"waiting": "queue", "queue": "", "goal": ""}


def test_a_tag_of_notes_can_be_merged_into_one_of_the_codebook() -> None:
    change = merge(BOOK, "Pain", "pain")
    assert (change.after, change.move) == (BOOK, Move("Pain", "pain"))


def test_a_tag_is_put_below_another_and_at_the_top_again() -> None:
    below = nest(BOOK, "goal", "pain")
    assert parents(below)["goal"] == "pain"
    assert below.move is None
    assert nest(below.after, "goal", "").after == BOOK


def test_an_edited_tag_has_what_was_typed_without_loose_spaces() -> None:
    change = edit(BOOK, "goal", key=" z ", colour="teal", description=" a  b ", example="c\n")
    assert change.after.tags[3] == Tag(key="z", name="goal", colour="teal", description="a b", example="c")


def test_a_tag_is_added_at_the_end() -> None:
    assert add(BOOK, Tag(key="n", name=" new ", colour="grey")).after.tags[-1].name == "new"


def test_the_children_of_a_removed_tag_come_to_its_parent() -> None:
    assert parents(remove(BOOK, "waiting")) == {"pain": "", "queue": "pain", "goal": ""}


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: rename(BOOK, "pain", " "), "needs a name"),
        (lambda: rename(BOOK, "pain", "pain"), "its name already"),
        (lambda: rename(BOOK, "pain", "GOAL"), "There is a tag goal already; merge"),
        (lambda: merge(BOOK, "pain", "pain"), "into itself"),
        (lambda: merge(BOOK, "pain", "nobody"), "There is no tag nobody"),
        (lambda: nest(BOOK, "pain", "queue"), "cannot stand below itself; queue is"),
        (lambda: nest(BOOK, "pain", ""), "it is so already"),
        (lambda: edit(BOOK, "pain", key="g", colour="red", description="", example=""), "belongs to 'goal'"),
        (lambda: edit(BOOK, "pain", key="a", colour="red", description="", example=""), "consonant"),
        (lambda: add(BOOK, a_tag("n", "Pain")), "Two tags are named"),
        (lambda: remove(BOOK, "nobody"), "no tag nobody"),
        (lambda: remove(Codebook(BOOK.tags[:1]), "pain"), "one tag at least"),
    ],
)
def test_what_would_leave_no_codebook_is_refused_in_a_sentence(
    make: Callable[[], CodebookChange], words: str
) -> None:
    with pytest.raises(CodebookRefused, match=words) as refused:
        make()
    assert refused.value.message.endswith(".")
    assert refused.value.message[0].isupper()


def test_a_name_that_another_tag_has_is_known_before() -> None:
    assert clash(BOOK, "pain", " Goal ") is BOOK.tags[3]
    assert clash(BOOK, "pain", "PAIN") is None
    assert clash(BOOK, "Pain", "pain") is BOOK.tags[0]


def test_a_letter_is_proposed_from_the_name_and_never_one_that_is_taken() -> None:
    assert free_key(BOOK, "question") == "s"
    assert free_key(BOOK, "aeiou") == "b"
    full = Codebook(tuple(a_tag(letter, letter) for letter in "bcdfghjklmnpqrstvwxz"))
    assert free_key(full, "new") == ""


# -- codebooks that changed meanwhile ------------------------------------------------------

NAMES = st.sampled_from([tag.name for tag in DEFAULT_CODEBOOK.tags])


@st.composite
def changed(draw: st.DrawFn, before: Codebook = DEFAULT_CODEBOOK) -> CodebookChange:
    """One change that can be made."""
    name, other = draw(st.sampled_from(before.tags)).name, draw(st.sampled_from(before.tags)).name
    makers: list[Callable[[], CodebookChange]] = [
        lambda: rename(before, name, f"{name} too"),
        lambda: merge(before, name, other),
        lambda: nest(before, name, other),
        lambda: add(before, Tag(key=free_key(before, "new"), name="new", colour="grey")),
        lambda: remove(before, name),
        lambda: edit(before, name, key=free_key(before, name), colour="pink", description="", example="x"),
    ]
    try:
        return draw(st.sampled_from(makers))()
    except CodebookRefused:
        return add(before, Tag(key=free_key(before, "other"), name="an other", colour="grey"))


@given(changed())
def test_every_change_leaves_a_codebook(change: CodebookChange) -> None:
    assert problems(change.after.tags) == []
    assert change.before == DEFAULT_CODEBOOK != change.after


@given(changed())
def test_the_edits_of_a_change_make_it_again(change: CodebookChange) -> None:
    assert with_edits(change.before, edits_between(change.before, change.after)) == change.after


@given(changed())
def test_the_edits_back_restore_every_tag_and_keep_what_was_added_by_hand(change: CodebookChange) -> None:
    mine = Tag(key="ñ", name="by hand", colour="grey")
    back = with_edits(Codebook((*change.after.tags, mine)), edits_between(change.after, change.before))
    assert {tag.name: tag for tag in back.tags} == {
        **{tag.name: tag for tag in change.before.tags},
        mine.name: mine,
    }


def test_an_edit_of_a_tag_that_is_no_more_is_passed_over() -> None:
    change = rename(BOOK, "goal", "aim")
    rest = Codebook(BOOK.tags[:3])
    assert with_edits(rest, edits_between(change.before, change.after)) == rest
