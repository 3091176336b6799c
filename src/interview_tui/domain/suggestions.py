"""What the notes themselves suggest: groups to review, and tags for notes that have none.

Offered, never found: a person decides. A group has at least three notes of at least two interviews.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice

from interview_tui.domain.library import LibraryNote
from interview_tui.domain.similarity import Similarity
from interview_tui.domain.study_record import Change, StudyRecord
from interview_tui.domain.themes import NOTE_IN
from interview_tui.domain.values import value

GROUP_NOTES = 3
GROUP_SESSIONS = 2
"""The least that is offered as a group: one person's story is no pattern."""

GROUP_MOST = 12
"""More than a person reviews at once; the others come in the next group."""

GROUPS_OFFERED = 30
NOTES_GROUPED = 10_000
"""Among so many notes, the newest, groups are looked for: all pairs of more would take minutes."""

NEIGHBOURS = 15
"""How many tagged notes have a say in the tag of an untagged one."""

TAGS_OFFERED = 3

FREQUENT = 0.25
"""What the tags' frequencies weigh beside the vote: where little is alike, the frequent tag is likelier."""

DISMISSED = "dismissed"
"""The kind of the study record's target that remembers a group that nobody wanted."""


@value(kw_only=True)
class Group:
    """Notes to review as a theme, most central first; `words` most of them share, for a first name."""

    notes: tuple[str, ...]
    people: int
    sessions: int
    words: tuple[str, ...] = ()


@value(kw_only=True)
class TagOffer:
    """A tag for an untagged note: its share of the vote (0 to 1), and how many notes like it have it."""

    tag: str
    share: float
    votes: int


def go_on() -> bool:
    """Never stop."""
    return True


# -- groups --------------------------------------------------------------------------------


def suggest_groups(
    notes: Sequence[LibraryNote],
    similarity: Similarity,
    *,
    dismissed: Iterable[Collection[str]] = (),
    wanted: Callable[[], bool] = go_on,
) -> tuple[Group, ...]:
    """Groups among notes that are in no theme yet, those of most people first; each note in one at most.

    Greedy stars (Aslam, Pelekhov & Rus, "The star clustering algorithm", 2004): the note with the most
    people near it takes those near it, and so on with what is left. The same notes give the same groups.
    Returns what there is when `wanted` says no.
    """
    newest = {note.key: note for note in notes[-NOTES_GROUPED:] if not note.bare and note.key in similarity}
    near: dict[str, dict[str, float]] = {}
    for key in newest:
        if not wanted():
            return ()
        pairs = similarity.near(key, similarity.group_floor)
        near[key] = {other: score for other, score in pairs if other in newest}
    rejected = [frozenset(keys) for keys in dismissed]
    free = set(newest)
    groups: list[Group] = []
    for centre in sorted(newest, key=lambda key: _pull(key, near[key], newest)):
        if len(groups) >= GROUPS_OFFERED:
            break
        group = _star(centre, near, newest, free) if centre in free else None
        if group is not None:
            free.difference_update(group.notes)
            if not _was_rejected(group.notes, rejected):
                groups.append(group)
    named = [_with_words(group, similarity) for group in groups]
    return tuple(sorted(named, key=lambda group: (-group.people, -len(group.notes), group.notes)))


def _pull(key: str, near: Mapping[str, float], notes: Mapping[str, LibraryNote]) -> tuple[int, float, str]:
    people = {notes[other].person for other in near} | {notes[key].person}
    return (-len(people), -round(sum(near.values()), 9), key)


def _star(
    centre: str,
    near: Mapping[str, Mapping[str, float]],
    notes: Mapping[str, LibraryNote],
    free: set[str],
) -> Group | None:
    """A note and the free ones near it and near each other, new people first; None where they are too few.

    A note that is near the centre alone shares one word with it by chance: it must be near half of the
    others too.
    """
    best = sorted(free & near[centre].keys(), key=lambda key: (-round(near[centre][key], 9), key))
    chosen = [centre]
    for only_new in (True, False):
        for key in best:
            known = {notes[other].person for other in chosen}
            if len(chosen) >= GROUP_MOST or key in chosen or (only_new and notes[key].person in known):
                continue
            if 2 * sum(other in near[key] for other in chosen) > len(chosen):
                chosen.append(key)
    sessions = len({notes[key].session for key in chosen})
    if len(chosen) < GROUP_NOTES or sessions < GROUP_SESSIONS:
        return None
    keys = (centre, *(key for key in best if key in chosen))
    return Group(notes=keys, people=len({notes[key].person for key in keys}), sessions=sessions)


def _with_words(group: Group, similarity: Similarity) -> Group:
    words = similarity.shared(group.notes)
    return Group(notes=group.notes, people=group.people, sessions=group.sessions, words=words)


def still_offered(
    groups: Iterable[Group],
    notes: Mapping[str, LibraryNote],
    grouped: Collection[str],
    dismissed: Iterable[Collection[str]],
) -> tuple[Group, ...]:
    """Groups that were suggested a while ago, without what went into themes or away since.

    Those that are too small now go, and those of which half was turned down.
    """
    rejected = [frozenset(keys) for keys in dismissed]
    left: list[Group] = []
    for group in groups:
        keys = tuple(key for key in group.notes if key in notes and key not in grouped)
        sessions = {notes[key].session for key in keys}
        if len(keys) < GROUP_NOTES or len(sessions) < GROUP_SESSIONS or _was_rejected(keys, rejected):
            continue
        people = len({notes[key].person for key in keys})
        left.append(Group(notes=keys, people=people, sessions=len(sessions), words=group.words))
    return tuple(left)


def _was_rejected(keys: Sequence[str], rejected: Iterable[frozenset[str]]) -> bool:
    return any(2 * len(known.intersection(keys)) >= len(keys) for known in rejected)


def dismiss_group(target: str, notes: Iterable[str]) -> list[Change]:
    """Remember that a group is none; one that is half the same is not offered again either."""
    return [Change(target, NOTE_IN + note, True) for note in notes]


def dismissed_groups(record: StudyRecord) -> list[frozenset[str]]:
    """The groups that were turned down."""
    return [
        frozenset(
            name.removeprefix(NOTE_IN)
            for name, put in record.fields(target).items()
            if name.startswith(NOTE_IN) and put is True
        )
        for target in record.targets(DISMISSED)
    ]


# -- tags ----------------------------------------------------------------------------------


def suggest_tags(
    note: str,
    tags: Mapping[str, Sequence[str]],
    similarity: Similarity,
    *,
    offered: Collection[str] | None = None,
) -> tuple[TagOffer, ...]:
    """The likeliest tags of a note, at most three: a vote of the tagged notes most like it, by likeness.

    How frequent each tag is has a small say; a note that is like no tagged note is offered none.
    `tags` has every tagged note's tags by its key; `offered` are the tags there are, None for any.
    """
    weight: defaultdict[str, float] = defaultdict(float)
    votes: defaultdict[str, int] = defaultdict(int)
    voters = (like for like in similarity.like(note, 10 * NEIGHBOURS) if tags.get(like.key))
    for like in islice(voters, NEIGHBOURS):
        for tag in tags[like.key]:
            if offered is None or tag in offered:
                weight[tag] += like.score
                votes[tag] += 1
    whole = sum(weight.values())
    if not whole:
        return ()
    usual = Counter(tag for theirs in tags.values() for tag in theirs if offered is None or tag in offered)
    for tag, count in usual.items():
        weight[tag] += FREQUENT * whole * count / usual.total()
    whole *= 1 + FREQUENT
    best = sorted(weight, key=lambda tag: (-round(weight[tag], 9), tag))[:TAGS_OFFERED]
    return tuple(TagOffer(tag=tag, share=weight[tag] / whole, votes=votes[tag]) for tag in best)


def untagged(notes: Iterable[LibraryNote]) -> list[LibraryNote]:
    """Notes with words and without a tag, in their order."""
    return [note for note in notes if not note.tags and not note.bare]
