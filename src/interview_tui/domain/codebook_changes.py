"""What can be done to a codebook, each as the codebook before and after and the tag that notes move to.

Nothing here is done yet: whoever asks sees the effect first, and keeping it is the store's business.
"""

from __future__ import annotations

from dataclasses import replace

from interview_tui.domain.codebook import Codebook, Problem, Tag, problems
from interview_tui.domain.codebook_tree import names_below
from interview_tui.domain.values import value
from interview_tui.errors import InterviewError

LETTERS = "bcdfghjklmnpqrstvwxz"
"""The letters of English that are no word of their own."""


class CodebookRefused(InterviewError):  # noqa: N818 - the name says what is the case
    """A change that would leave something else than a codebook."""

    title = "The codebook stays as it is"


@value
class Move:
    """Notes under the tag `old` come under `new`."""

    old: str
    new: str


@value(kw_only=True)
class CodebookChange:
    """A step, in words for "undone: …"; `move` is None where no note changes."""

    label: str
    before: Codebook
    after: Codebook
    move: Move | None = None


def clean(name: str) -> str:
    """A name as it is kept: without spaces at its ends, and none double."""
    return " ".join(name.split())


def clash(codebook: Codebook, old: str, new: str) -> Tag | None:
    """Another tag that has the name already: then it is merging that is meant."""
    owner = codebook.by_name(clean(new))
    return None if owner is None or owner.name == old else owner


def rename(codebook: Codebook, old: str, new: str) -> CodebookChange:
    """Call a tag something else, also one that only notes have; raises CodebookRefused."""
    new = clean(new)
    if not new or new == old:
        raise CodebookRefused("That is its name already." if new else "A tag needs a name; type one.")
    owner = clash(codebook, old, new)
    if owner is not None:
        raise CodebookRefused(f"There is a tag {owner.name} already; merge the two, or type another name.")
    tags = codebook.tags
    if any(tag.name == old for tag in tags):
        tags = tuple(_renamed(tag, old, new) for tag in tags)
    return _change(f"rename {old} to {new}", codebook, tags, Move(old, new))


def merge(codebook: Codebook, source: str, target: str) -> CodebookChange:
    """Bring the notes of one tag under another and let go of the first; raises CodebookRefused."""
    if source == target:
        raise CodebookRefused("A tag cannot be merged into itself; choose another one.")
    gone, kept = codebook.by_name(source), codebook.by_name(target)
    if gone is None or gone is kept or gone.name != source:  # only notes have it
        return _change(f"merge {source} into {target}", codebook, codebook.tags, Move(source, target))
    if kept is None:
        raise CodebookRefused(f"There is no tag {target}; choose one of the codebook.")
    below = kept.name in names_below(codebook, gone.name)
    kept_anew = replace(kept, parent=gone.parent) if below else kept
    tags = [kept_anew if tag is kept else tag for tag in codebook.tags if tag is not gone]
    adopted = (tag if tag is kept_anew else _adopted(tag, gone.name, kept.name) for tag in tags)
    return _change(f"merge {source} into {target}", codebook, tuple(adopted), Move(source, target))


def nest(codebook: Codebook, name: str, parent: str) -> CodebookChange:
    """Put a tag below another one, or at the top where `parent` is ""; raises CodebookRefused."""
    if parent == name or parent in names_below(codebook, name):
        raise CodebookRefused(
            f"A tag cannot stand below itself; {parent} is {name} or below it, so choose another one."
        )
    label = f"put {name} below {parent}" if parent else f"put {name} at the top"
    return _change(label, codebook, _with(codebook, name, parent=parent))


def edit(
    codebook: Codebook,
    name: str,
    *,
    key: str,
    colour: str,
    description: str,
    example: str,
    example_of: str = "",
) -> CodebookChange:
    """Give a tag another letter, colour, description or example; raises CodebookRefused."""
    tags = _with(
        codebook,
        name,
        key=key.strip(),
        colour=colour,
        description=clean(description),
        example=clean(example),
        example_of=example_of if clean(example) else "",
    )
    return _change(f"edit {name}", codebook, tags)


def add(codebook: Codebook, tag: Tag) -> CodebookChange:
    """Take a tag in, at the end; raises CodebookRefused."""
    tag = replace(
        tag,
        key=tag.key.strip(),
        name=clean(tag.name),
        description=clean(tag.description),
        example=clean(tag.example),
        example_of=tag.example_of if clean(tag.example) else "",
    )
    return _change(f"add {tag.name}", codebook, (*codebook.tags, tag))


def remove(codebook: Codebook, name: str) -> CodebookChange:
    """Let go of a tag that no note has; its children come to its parent. Raises CodebookRefused."""
    gone = codebook.by_name(name)
    if gone is None:
        raise CodebookRefused(f"There is no tag {name} in the codebook.")
    if len(codebook.tags) == 1:
        raise CodebookRefused("A codebook needs one tag at least; rename this one instead.")
    tags = tuple(_adopted(tag, gone.name, gone.parent) for tag in codebook.tags if tag is not gone)
    return _change(f"remove {name}", codebook, tags)


def free_key(codebook: Codebook, name: str) -> str:
    """A letter for a new tag: one of its name if it can be, "" if there is none left."""
    taken = {tag.key for tag in codebook.tags}
    wished = [letter for letter in name.casefold() if letter in LETTERS]
    return next((letter for letter in (*wished, *LETTERS) if letter not in taken), "")


# -- codebooks that somebody else changed meanwhile ----------------------------------------


@value
class TagEdit:
    """What became of one tag; None: it was not there before, or is there no more."""

    before: Tag | None
    after: Tag | None


def edits_between(before: Codebook, after: Codebook) -> tuple[TagEdit, ...]:
    """What became of each tag that is not as it was; the same tag has its name still, or else its letter."""
    left = {tag.name: tag for tag in after.tags}
    pairs = [(tag, left.pop(tag.name, None)) for tag in before.tags]
    by_key = {tag.key: tag for tag in left.values()}
    edits: list[TagEdit] = []
    for tag, same in pairs:
        if same is None and (same := by_key.get(tag.key)) is not None:
            del left[same.name]
        if same != tag:
            edits.append(TagEdit(tag, same))
    return (*edits, *(TagEdit(None, tag) for tag in left.values()))


def with_edits(codebook: Codebook, edits: tuple[TagEdit, ...]) -> Codebook:
    """A codebook that may have changed meanwhile, edited; raises CodebookRefused where that cannot be."""
    tags = list(codebook.tags)
    for change in edits:
        if change.before is None:
            if change.after is not None and codebook.by_name(change.after.name) is None:
                tags.append(change.after)
            continue
        at = next((at for at, tag in enumerate(tags) if tag.name == change.before.name), None)
        if at is not None:
            tags[at : at + 1] = [] if change.after is None else [change.after]
    _refuse(problems(tags))
    return Codebook(tuple(tags))


# -- the mechanism -------------------------------------------------------------------------


def _change(label: str, before: Codebook, tags: tuple[Tag, ...], move: Move | None = None) -> CodebookChange:
    if tags == before.tags and move is None:
        raise CodebookRefused("Nothing is changed; it is so already.")
    as_before = [tag for tag in tags if tag in before.tags]
    _refuse(problems([*as_before, *(tag for tag in tags if tag not in as_before)]))  # told of the changed one
    return CodebookChange(label=label, before=before, after=Codebook(tags), move=move)


def _refuse(found: list[Problem]) -> None:
    if found:
        sentence = found[0].sentence
        raise CodebookRefused(f"{sentence[0].upper()}{sentence[1:]}.")


def _with(codebook: Codebook, name: str, **fields: str) -> tuple[Tag, ...]:
    return tuple(replace(tag, **fields) if tag.name == name else tag for tag in codebook.tags)


def _renamed(tag: Tag, old: str, new: str) -> Tag:
    tag = _adopted(tag, old, new)
    return replace(tag, name=new) if tag.name == old else tag


def _adopted(tag: Tag, old: str, new: str) -> Tag:
    return replace(tag, parent=new) if tag.parent and tag.parent.casefold() == old.casefold() else tag
