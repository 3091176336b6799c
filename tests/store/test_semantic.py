"""The sentence model: from a folder alone, and without it words do."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from interview_tui.domain.similarity import WordSimilarity
from interview_tui.store import semantic
from interview_tui.store.semantic import SemanticSimilarity, similarity_of

NOTES = [
    ("s/1", "the phone rings"),
    ("s/2", "a call comes"),
    ("s/3", "paper list"),
    ("s/4", "the phone rings"),
    ("s/5", "…"),
    ("s/6", ""),
]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A real model of six words, two of which mean the same to it."""
    import numpy as np
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = {"[UNK]": 0, "phone": 1, "rings": 2, "call": 3, "comes": 4, "paper": 5, "list": 6}
    vectors = np.array(
        [[0, 0, 0], [1, 0, 0], [0.9, 0.1, 0], [1, 0, 0.05], [0.9, 0.1, 0], [0, 1, 0], [0, 0.9, 0.4]],
        dtype=np.float32,
    )
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from model2vec import StaticModel

        StaticModel(vectors, tokenizer, normalize=True).save_pretrained(tmp_path / "model")
    return tmp_path / "model"


def test_notes_that_share_no_word_are_alike_where_the_model_says_so(model: Path) -> None:
    similarity, problem = similarity_of(NOTES, str(model))
    assert problem == ""
    assert isinstance(similarity, SemanticSimilarity)
    assert similarity.score("s/1", "s/4") == pytest.approx(1)
    assert similarity.score("s/1", "s/2") == similarity.score("s/2", "s/1") > 0.9
    first, second, *_ = similarity.like("s/1")
    assert (first.key, first.shared) == ("s/4", ("phone", "ring"))
    assert (second.key, second.shared) == ("s/2", ())
    assert {key for key, _ in similarity.near("s/1", 0.9)} == {"s/2", "s/4"}
    assert "s/6" not in similarity
    assert similarity.like("s/6") == []
    assert similarity.near("s/6", 0.1) == []
    assert similarity.shared(["s/1", "s/4"]) == ("phone", "ring")


def test_no_model_is_named_and_words_do() -> None:
    similarity, problem = similarity_of(NOTES, "")
    assert isinstance(similarity, WordSimilarity)
    assert problem == ""


def test_a_folder_that_is_not_there_is_said_and_words_do(tmp_path: Path) -> None:
    similarity, problem = similarity_of(NOTES, str(tmp_path / "none"))
    assert isinstance(similarity, WordSimilarity)
    assert "which is no folder" in problem


def test_a_folder_without_a_model_is_said_and_words_do(tmp_path: Path) -> None:
    similarity, problem = similarity_of(NOTES, str(tmp_path))
    assert isinstance(similarity, WordSimilarity)
    assert "cannot be read" in problem


def test_without_the_extra_it_says_how_to_get_it(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "PACKAGE", "no_such_package_at_all")
    similarity, problem = similarity_of(NOTES, str(model))
    assert isinstance(similarity, WordSimilarity)
    assert "interview-tui[semantic]" in problem
