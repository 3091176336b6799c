"""Notes compared by what a sentence model makes of them: the extra `semantic`, from the disk alone.

The model is a static one of model2vec (`StaticModel`): a folder with `model.safetensors`, `tokenizer.json`
and `config.json`. Nothing is fetched from anywhere: a name that is no folder is refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_tui.domain.similarity import Like, Similarity, WordSimilarity
from interview_tui.store.errors import StoreError

if TYPE_CHECKING:
    from model2vec import StaticModel

PACKAGE = "model2vec"

BATCH = 2_048
"""Notes that are embedded together."""


class SemanticMissing(StoreError):  # noqa: N818 - the name says what is the case
    """The model of the settings cannot be used; words do."""

    title = "The sentence model could not be used"


def similarity_of(notes: Sequence[tuple[str, str]], model: str) -> tuple[Similarity, str]:
    """Notes made comparable, by a model where one is named and can be read; and one sentence if it cannot."""
    words = WordSimilarity(notes)
    if not model:
        return words, ""
    try:
        return SemanticSimilarity(notes, load_model(Path(model).expanduser()), words), ""
    except SemanticMissing as error:
        return words, error.message


def load_model(folder: Path) -> StaticModel:
    """The model in a folder; raises SemanticMissing saying what is missing. Asks no network."""
    if find_spec(PACKAGE) is None:
        raise SemanticMissing(
            "Notes are compared by words: semantic_model needs the extra, "
            "`pip install 'interview-tui[semantic]'`."
        )
    if not folder.is_dir():
        raise SemanticMissing(
            f"Notes are compared by words: semantic_model names {folder}, which is no folder; "
            f"put a model2vec model there."
        )
    for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        os.environ[variable] = "1"  # before the import, which reads it
    try:
        from model2vec import StaticModel

        return StaticModel.from_pretrained(folder)
    except Exception as error:  # whatever a file that is no model makes of a library
        raise SemanticMissing(
            f"Notes are compared by words: the model in {folder} cannot be read "
            f"({type(error).__name__}); download it again."
        ) from error


class SemanticSimilarity:
    """Notes compared by the cosine of their embeddings instead of their words; words only explain.

    A note that the model knows no word of is compared with none.
    """

    group_floor = 0.6

    def __init__(self, notes: Iterable[tuple[str, str]], model: StaticModel, words: WordSimilarity) -> None:
        import numpy as np

        told = [(key, text) for key, text in notes if text.strip()]
        vectors = np.asarray(model.encode([text for _, text in told], batch_size=BATCH), dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1) if told else np.zeros(0)
        known = lengths > 0
        self.keys = [key for (key, _), some in zip(told, known, strict=True) if some]
        self._place = {key: at for at, key in enumerate(self.keys)}
        self._vectors: Any = vectors[known] / lengths[known, None] if told else vectors
        self._words = words

    def __contains__(self, key: str) -> bool:
        return key in self._place

    def score(self, one: str, other: str) -> float:
        """How alike two notes are, from 0 to 1; raises KeyError for a note unknown to the model."""
        first, second = sorted((self._place[one], self._place[other]))
        return _between_0_and_1(float(self._vectors[first] @ self._vectors[second]))

    def like(self, key: str, limit: int = 20) -> list[Like]:
        """The notes most like one, best first."""
        if key not in self._place:
            return []
        here = self._place[key]
        scores = self._vectors @ self._vectors[here]
        order = sorted(range(len(scores)), key=lambda at: (-round(float(scores[at]), 6), at))
        best = [at for at in order if at != here and scores[at] > 0][:limit]
        return [
            Like(self.keys[at], _between_0_and_1(float(scores[at])), self._words.both(key, self.keys[at]))
            for at in best
        ]

    def near(self, key: str, floor: float) -> list[tuple[str, float]]:
        """Every other note at least so much like one."""
        if key not in self._place:
            return []
        here = self._place[key]
        scores = self._vectors @ self._vectors[here]
        return [
            (self.keys[at], _between_0_and_1(float(scores[at])))
            for at in (scores >= floor).nonzero()[0].tolist()
            if at != here
        ]

    def shared(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Words that at least half of some notes have."""
        return self._words.shared(keys)


def _between_0_and_1(score: float) -> float:
    return min(1.0, max(0.0, score))
