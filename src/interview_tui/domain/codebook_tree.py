"""The codebook as a tree: tags below the tag that they are a kind of."""

from __future__ import annotations

from collections.abc import Iterator

from interview_tui.domain.codebook import Codebook, Tag


def tree(codebook: Codebook) -> list[tuple[Tag, int]]:
    """Every tag with how deep it stands (0: at the top), parents before their children, else in order."""
    return list(_below(codebook, "", 0))


def _below(codebook: Codebook, parent: str, depth: int) -> Iterator[tuple[Tag, int]]:
    for tag in codebook.tags:
        if tag.parent.casefold() == parent:
            yield tag, depth
            yield from _below(codebook, tag.name.casefold(), depth + 1)


def names_below(codebook: Codebook, name: str) -> frozenset[str]:
    """The names of a tag's children, of theirs, and so on; without its own."""
    return frozenset(tag.name for tag, _ in _below(codebook, name.casefold(), 0))
