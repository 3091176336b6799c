"""The codebook: which letter files a note under which tag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from interview_tui.domain.values import value

COLOURS = (
    "red",
    "orange",
    "yellow",
    "green",
    "teal",
    "blue",
    "purple",
    "pink",
    "grey",
)
"""The colour names a tag may wear; a theme says what each looks like."""

QUOTE = "quote"
"""A tag of this name means that the note is word for word."""

_WORD_LETTERS = frozenset("aeiouy")

TagField = Literal["key", "name", "colour", "parent"]


@value(kw_only=True)
class Tag:
    """A kind of note; `key` is the letter that, typed with a space, starts such a note.

    `parent` is the name of the tag that this one is a kind of, and `example` a note that shows what is meant;
    `example_of` is the note that it was taken from, as `SESSION/NOTE`, so that it can go when they withdraw.
    """

    key: str
    name: str
    colour: str
    description: str = ""
    parent: str = ""
    example: str = ""
    example_of: str = ""

    @property
    def word_for_word(self) -> bool:
        """Whether notes under this tag are the participant's own words."""
        return self.name.casefold() == QUOTE


@value
class Codebook:
    """The tags of a study, in the order they are offered."""

    tags: tuple[Tag, ...]

    @property
    def for_a_session(self) -> tuple[Tag, ...]:
        """The tags as a session keeps them: without examples, which are the words of other people."""
        return tuple(replace(tag, example="", example_of="") for tag in self.tags)

    def by_key(self, key: str) -> Tag | None:
        """The tag on a letter, or None."""
        return next((tag for tag in self.tags if tag.key == key), None)

    def by_name(self, name: str) -> Tag | None:
        """The tag of a name, whatever its case, or None."""
        wanted = name.casefold()
        return next((tag for tag in self.tags if tag.name.casefold() == wanted), None)


@value
class Problem:
    """One mistake in a list of tags: which tag (from 0), which of its fields, and a sentence about it."""

    tag_index: int
    field: TagField
    sentence: str


def problems(tags: Sequence[Tag]) -> list[Problem]:
    """Everything that keeps these tags from being a codebook, in their order; empty when they are fine."""
    found: list[Problem] = []
    for index, tag in enumerate(tags):
        before = tags[:index]
        checks: tuple[tuple[TagField, str | None], ...] = (
            ("key", _key_problem(tag.key, before)),
            ("name", _name_problem(tag.name, before)),
            ("colour", _colour_problem(tag.colour)),
            ("parent", _parent_problem(tag, tags)),
        )
        found += [Problem(index, field, sentence) for field, sentence in checks if sentence]
    return found


def _key_problem(key: str, before: Iterable[Tag]) -> str | None:
    if len(key) != 1 or not key.islower():
        return f"the key {key!r} is not one lower-case letter"
    if key in _WORD_LETTERS:
        return f"the key {key!r} may be a word of its own in a note; choose a consonant"
    owner = next((tag.name for tag in before if tag.key == key), None)
    return (
        f"the key {key!r} already belongs to {owner!r}; choose another letter" if owner is not None else None
    )


def _name_problem(name: str, before: Iterable[Tag]) -> str | None:
    if not name.strip():
        return "the tag has no name; give it one"
    if any(tag.name.casefold() == name.casefold() for tag in before):
        return f"two tags are named {name!r}; rename one"
    return None


def _colour_problem(colour: str) -> str | None:
    if colour in COLOURS:
        return None
    return f"the colour {colour!r} is not known; choose one of {', '.join(COLOURS)}"


def _parent_problem(tag: Tag, tags: Sequence[Tag]) -> str | None:
    parents = {other.name.casefold(): other.parent.casefold() for other in tags}
    above = tag.parent.casefold()
    if above and above not in parents:
        return f"there is no tag {tag.parent!r} to be its parent; name one of the tags"
    passed: set[str] = set()
    while above and above not in passed:
        if above == tag.name.casefold():
            return f"{tag.name!r} would stand below itself; choose another parent"
        passed.add(above)
        above = parents.get(above, "")
    return None


DEFAULT_CODEBOOK = Codebook(
    (
        Tag(key="s", name="story", colour="teal", description="what happened, the last time it did"),
        Tag(key="q", name=QUOTE, colour="green", description="their own words, word for word"),
        Tag(key="c", name="challenge", colour="red", description="what is hard, slow or painful for them"),
        Tag(key="g", name="goal", colour="blue", description="what they are trying to get done"),
        Tag(key="w", name="workaround", colour="orange", description="how they deal with the problem today"),
        Tag(key="b", name="background", colour="grey", description="their work, team and setting"),
        Tag(
            key="d", name="demographics", colour="grey", description="age, place, household, size of the firm"
        ),
        Tag(key="k", name="identifiers", colour="grey", description="signs that tell who has the problem"),
        Tag(key="p", name="possible solution", colour="purple", description="what they say would help"),
        Tag(key="x", name="surprise", colour="pink", description="what nobody on the team expected"),
        Tag(key="v", name="non-verbal", colour="yellow", description="what is seen and not said"),
        Tag(key="f", name="follow-up", colour="blue", description="to ask later or to send afterwards"),
        Tag(key="r", name="referral", colour="teal", description="who else to talk to"),
    )
)
"""The codebook of a study that brings none: the method's kinds of finding."""
