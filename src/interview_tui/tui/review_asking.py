"""The review's questions to a person: which tags, which notes, which text; each made as a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from interview_tui.domain.review import UNTAGGED, Filter
from interview_tui.domain.session import Note
from interview_tui.domain.text import clock
from interview_tui.tui.key_bar import Key
from interview_tui.tui.review_cards import Checklist, Item
from interview_tui.tui.review_notes import ReviewNotes, body, tag_ink
from interview_tui.tui.review_session import ReviewSession

_TAG_KEYS = (
    Key("letter", "on, off", "press('down')"),
    Key("enter", "keep", "press('enter')"),
    Key("esc", "as it was", "back"),
)
_FILTER_KEYS = (
    Key("letter", "on, off", "press('down')"),
    Key("enter", "done", "press('enter')"),
    Key("0", "show all", "press('0')"),
)

_STARRED, _QUOTES, _BARE, _REMOVED = "starred", "quotes", "bare", "removed"


def tags_card(
    review: ReviewSession,
    notes: Sequence[Note],
    on_done: Callable[[list[str], list[str]], None],
) -> Checklist:
    """Which tags have these notes? `on_done` gets those to add and those to remove."""
    counts = Counter(tag for note in notes for tag in note.tags)
    names = _tag_names(review, notes)
    state: dict[str, bool | None] = {
        name: None if 0 < counts[name] < len(notes) else counts[name] > 0 for name in names
    }
    state = {name: told for name, told in state.items() if told is not False}
    before = dict(state)

    def done() -> None:
        """Tell which tags came and which went."""
        add = [name for name in names if card.state.get(name) and not before.get(name)]
        gone = [name for name in names if name in before and card.state.get(name) is False]
        on_done(add, gone)

    note = notes[0]
    words = f"{clock(note.at_ms)}  {body(note)}" if len(notes) == 1 else f"{len(notes)} marked notes"
    card = Checklist(
        "Which tags?",
        [_tag_item(review, name) for name in names],
        state,
        keys=_TAG_KEYS,
        on_done=done,
        about=words,
    )
    return card


def _tag_names(review: ReviewSession, notes: Sequence[Note]) -> list[str]:
    """The codebook's tags, then those that these notes have besides."""
    known = [tag.name for tag in review.codebook.tags]
    return list(dict.fromkeys([*known, *(tag for note in notes for tag in note.tags)]))


def _tag_item(review: ReviewSession, name: str, *, group: str = "", count: int | None = None) -> Item:
    tag = review.codebook.by_name(name)
    words = "" if tag is None else tag.description
    return Item(
        name=name,
        label=name,
        letter=tag.key if tag is not None and tag.key.isalpha() else "",
        ink=tag_ink(review.codebook, name),
        words=words if count is None else f"{count:>3}",
        group=group,
    )


def filter_card(review: ReviewSession, notes: ReviewNotes, on_change: Callable[[], None]) -> Checklist:
    """Which notes are shown? Each answer holds at once; `on_change` is told of it."""
    everything = review.session.notes
    items = _filter_items(review, everything)
    card = Checklist(
        "Show only …",
        items,
        _state_of(notes),
        keys=_FILTER_KEYS,
        on_toggle=lambda _name: _apply(card, notes, on_change),
    )
    return card


def _filter_items(review: ReviewSession, notes: Sequence[Note]) -> list[Item]:
    tags = Counter(tag for note in notes for tag in note.tags or (UNTAGGED,))
    phases = Counter(note.phase for note in notes)
    authors = Counter(note.author for note in notes)
    removed = len(review.session.removed_notes())
    told = (
        (_STARRED, "starred", "*", sum(note.starred for note in notes)),
        (_QUOTES, "word for word", '"', sum(note.word_for_word for note in notes)),
        (_BARE, "marks without words", "o", sum(note.bare for note in notes)),
    )
    items = [
        Item(name=name, label=label, letter=key, words=f"{count:>3}") for name, label, key, count in told
    ]
    if removed:
        items.append(Item(name=_REMOVED, label="deleted", letter="-", words=f"{removed:>3}"))
    names = [name for name in _tag_names(review, notes) if tags[name]]
    items += [_tag_item(review, name, group="tags", count=tags[name]) for name in names]
    items = [replace(item, name=f"tag:{item.name}") if item.group == "tags" else item for item in items]
    if tags[UNTAGGED]:
        items.append(
            Item(
                name=f"tag:{UNTAGGED}", label="no tag", letter="u", words=f"{tags[UNTAGGED]:>3}", group="tags"
            )
        )
    for number, phase in enumerate(review.header.guide.phases):
        if phases[number]:
            key = str(number + 1) if number < 9 else ""
            words = f"{phases[number]:>3}"
            items.append(
                Item(name=f"phase:{number}", label=phase.title, letter=key, words=words, group="phases")
            )
    items += [
        Item(name=f"author:{author}", label=author or "nobody", words=f"{count:>3}", group="written by")
        for author, count in authors.items()
    ]
    return items


def _state_of(notes: ReviewNotes) -> dict[str, bool | None]:
    shown = notes.filter
    on = [f"tag:{tag}" for tag in shown.tags]
    on += [f"phase:{phase}" for phase in shown.phases]
    on += [f"author:{author}" for author in shown.authors]
    on += [name for name in (_STARRED, _QUOTES, _BARE) if getattr(shown, name)]
    on += [_REMOVED] if notes.only_removed else []
    return dict.fromkeys(on, True)


def _apply(card: Checklist, notes: ReviewNotes, on_change: Callable[[], None]) -> None:
    on = [name for name, told in card.state.items() if told]

    def named(kind: str) -> list[str]:
        """What is ticked of a kind."""
        return [name.removeprefix(kind) for name in on if name.startswith(kind)]

    notes.show_only(
        Filter(
            tags=frozenset(named("tag:")),
            phases=frozenset(int(number) for number in named("phase:")),
            authors=frozenset(named("author:")),
            starred=_STARRED in on,
            quotes=_QUOTES in on,
            bare=_BARE in on,
        ),
        removed=_REMOVED in on,
    )
    on_change()
