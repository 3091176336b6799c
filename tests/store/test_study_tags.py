"""The tags of a study file edited in its text: everything else stays byte for byte."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.test_codebook_changes import changed
from tests.store.test_study_text import studies

from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook, Tag
from interview_tui.domain.codebook_changes import CodebookRefused, add, edit, merge, nest, remove, rename
from interview_tui.domain.study import Study
from interview_tui.store.study import StudyError, study_of
from interview_tui.store.study_tags import with_codebook
from interview_tui.store.study_text import study_text

NAME = "study.toml"
BY_HAND = '''\
# ours, since May
title = "Clinics"   # short

[[tag]] # the first
key = 'p'
name   =   "pain"  # "was" challenge
colour = "red"
description = """
what is hard,
# not a comment
name = "x"
"""

# goals are asked for
[[tag]]
name = "goal"
key = "g"

[[tag]]
key = "w"
name = "waiting"
parent = "pain"

# talk
[bands]
dig_in = { goal = 0.05, limit = 0.2 }
'''
BOOK = study_of(NAME, BY_HAND).codebook


def lines_of(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are no more, and those that are new."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_new_name_changes_its_lines_and_no_others() -> None:
    text = with_codebook(NAME, BY_HAND, rename(BOOK, "pain", 'the "pain"').after)
    assert lines_of(BY_HAND, text) == (
        ['name   =   "pain"  # "was" challenge', 'parent = "pain"'],
        ['name   =   "the \\"pain\\""  # "was" challenge', 'parent = "the \\"pain\\""'],
    )


def test_what_a_tag_did_not_have_comes_behind_its_last_line() -> None:
    change = edit(BOOK, "goal", key="z", colour="teal", description="to get done", example="")
    text = with_codebook(NAME, BY_HAND, change.after)
    assert 'name = "goal"\nkey = "z"\ncolour = "teal"\ndescription = "to get done"\n\n[[tag]]' in text


def test_a_text_over_several_lines_becomes_one_line_or_none() -> None:
    change = edit(BOOK, "pain", key="p", colour="red", description="hard", example="a [b] = 'c'")
    text = with_codebook(NAME, BY_HAND, change.after)
    assert 'colour = "red"\ndescription = "hard"\nexample = "a [b] = \'c\'"\n\n# goals' in text
    none = edit(BOOK, "pain", key="p", colour="red", description="", example="")
    assert 'colour = "red"\n\n# goals are' in with_codebook(NAME, BY_HAND, none.after)


def test_a_tag_goes_with_its_lines_and_leaves_the_comments() -> None:
    text = with_codebook(NAME, BY_HAND, remove(BOOK, "goal").after)
    assert '"""\n\n# goals are asked for\n[[tag]]\nkey = "w"' in text


def test_a_new_tag_comes_behind_the_last_one() -> None:
    text = with_codebook(
        NAME, BY_HAND, add(BOOK, Tag(key="n", name="new", colour="grey", parent="goal")).after
    )
    assert (
        'parent = "pain"\n\n[[tag]]\nkey = "n"\nname = "new"\ncolour = "grey"\nparent = "goal"\n\n# talk'
        in text
    )


def test_a_tag_that_was_nested_and_is_not_any_more_loses_the_line() -> None:
    change = nest(BOOK, "waiting", "")
    text = with_codebook(NAME, BY_HAND, change.after)
    assert lines_of(BY_HAND, text) == (['parent = "pain"'], [])
    again = edit(change.after, "waiting", key="w", colour="pink", description="", example="")
    assert 'name = "waiting"\ncolour = "pink"\n\n# talk' in with_codebook(NAME, text, again.after)


def test_a_file_without_tags_gets_them_all_at_its_end() -> None:
    text = '# mine\ntitle = "x"'
    change = rename(DEFAULT_CODEBOOK, "goal", "aim")
    written = with_codebook(NAME, text, change.after)
    assert written.startswith(f"{text}\n\n[[tag]]\n")
    assert written.endswith("\n")
    assert study_of(NAME, written) == Study(title="x", codebook=change.after)


def test_where_there_is_no_file_one_is_made_that_explains_itself() -> None:
    change = rename(DEFAULT_CODEBOOK, "goal", "aim")
    written = with_codebook(NAME, None, change.after)
    assert written.startswith("# What this series of interviews is to learn.")
    assert study_of(NAME, written) == Study(codebook=change.after)


def test_lines_of_windows_stay_lines_of_windows() -> None:
    text = BY_HAND.replace("\n", "\r\n")
    change = add(rename(BOOK, "goal", "aim").after, Tag(key="n", name="new", colour="grey"))
    written = with_codebook(NAME, text, change.after)
    assert "\n" not in written.replace("\r\n", "")
    assert written.replace("\r\n", "\n") == with_codebook(NAME, BY_HAND, change.after)


def test_a_mark_at_the_beginning_of_a_file_stays() -> None:
    assert with_codebook(NAME, "\ufeff" + BY_HAND, merge(BOOK, "goal", "pain").after).startswith(
        "\ufeff# ours"
    )


def test_a_file_that_ends_in_its_last_tag_without_a_line_feed_can_be_changed() -> None:
    text = '[[tag]]\nkey = "g"\nname = "goal"'
    book = study_of(NAME, text).codebook
    change = add(
        nest(add(book, Tag(key="h", name="h", colour="red")).after, "h", "goal").after,
        Tag(key="k", name="k", colour="red"),
    )
    assert study_of(NAME, with_codebook(NAME, text, change.after)).codebook == change.after


@pytest.mark.parametrize(
    "text",
    [
        'tag = [{ key = "g", name = "goal" }, { key = "p", name = "pain" }]\n',
        '[["tag"]]\nkey = "g"\nname = "goal"\n[["tag"]]\nkey = "p"\nname = "pain"\n',
        '[[tag]]\n"na\\u006de" = "goal"\nkey = "g"\n[[tag]]\nkey = "p"\nname = "pain"\n',
    ],
)
def test_tags_that_are_written_in_an_odd_way_are_left_alone_and_it_is_said(text: str) -> None:
    book = study_of(NAME, text).codebook
    with pytest.raises(StudyError, match=r"write each of them as a \[\[tag\]\]"):
        with_codebook(NAME, text, rename(book, "goal", "aim").after)


def test_a_file_with_a_mistake_stops_with_its_sentence() -> None:
    with pytest.raises(StudyError, match=r'study\.toml, line 2, key "colour": the colour \'mauve\''):
        with_codebook(NAME, '[[tag]]\ncolour = "mauve"\nkey = "g"\nname = "goal"\n', DEFAULT_CODEBOOK)


@given(studies(), st.data())
def test_of_any_study_only_the_tags_change(study: Study, data: st.DataObject) -> None:
    text = study_text(study)
    after = data.draw(changed(study.codebook)).after
    written = with_codebook(NAME, text, after)
    assert study_of(NAME, written) == replace(study, codebook=after)
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in written.splitlines() if line.startswith("#")] == comments


@given(changed(BOOK))
def test_of_a_file_written_by_hand_no_comment_and_no_other_line_is_lost(change: object) -> None:
    after: Codebook = change.after  # type: ignore[attr-defined]
    written = with_codebook(NAME, BY_HAND, after)
    assert study_of(NAME, written).codebook == after
    for kept in ("# ours, since May\n", "\n# goals are asked for\n", "\n# talk\n[bands]\ndig_in = { goal"):
        assert kept in written


def test_a_codebook_that_is_there_already_changes_nothing() -> None:
    assert with_codebook(NAME, BY_HAND, BOOK) == BY_HAND


def test_no_edit_leaves_a_study_without_tags() -> None:
    with pytest.raises(CodebookRefused):
        remove(Codebook(BOOK.tags[:1]), "pain")
