"""What became of a note: who changed what, when, and what it was before; the events have it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from interview_tui.domain.corrections import MERGED_INTO, SPLIT_FROM
from interview_tui.domain.events import AnyEvent, FieldSet, NoteAdded, NoteText, Undone
from interview_tui.domain.ids import ulid_time_ms
from interview_tui.domain.session import Note, Session
from interview_tui.domain.text import clock
from interview_tui.domain.values import value

GESTURE_MS = 50
"""What one key does leaves its events closer together than this, and no person presses two keys so."""


@value(kw_only=True)
class Moment:
    """One change of a note; `at_unix_ms` is None where the event's id does not tell.

    `before` and `after` are the note around it, None where there was none or it was deleted.
    `words` says in a few words what changed.
    """

    event: str
    author: str
    at_unix_ms: int | None
    words: tuple[str, ...]
    before: Note | None
    after: Note | None


def note_history(session: Session, note_id: str) -> list[Moment]:
    """Every change of a note in the order in which later writers win; what changed nothing is left out.

    Undoing is a change like any other, so the last moment is the note as it stands.
    """
    told = Session()
    own = {event.id for event in session.events if _is_of(event, note_id)}
    gestures = list(_gestures(session, note_id))
    moments: list[Moment] = []
    before: Note | None = None
    for event in session.events:
        if event.id not in own and not (isinstance(event, Undone) and not own.isdisjoint(event.events)):
            continue
        told.apply(event)
        after = told.note(note_id)
        if words := tuple(_words(event, before, after, _text_words(session, event, gestures))):
            moments.append(
                Moment(
                    event=event.id,
                    author=event.author,
                    at_unix_ms=_made_at(event),
                    words=words,
                    before=before,
                    after=after,
                )
            )
        before = after
    return moments


def gathered(moments: Iterable[Moment], within_ms: int = GESTURE_MS) -> list[Moment]:
    """The moments of one person within `within_ms` of each other as one: a gesture leaves several."""
    found: list[Moment] = []
    for moment in moments:
        last = found[-1] if found else None
        if last is not None and _belong_together(last, moment, within_ms):
            words = tuple(dict.fromkeys((*last.words, *moment.words)))
            found[-1] = replace(moment, words=words, before=last.before)
        else:
            found.append(moment)
    return found


def _belong_together(last: Moment, moment: Moment, within_ms: int) -> bool:
    if last.at_unix_ms is None or moment.at_unix_ms is None:
        return False
    return last.author == moment.author and abs(moment.at_unix_ms - last.at_unix_ms) <= within_ms


def _is_of(event: AnyEvent, note_id: str) -> bool:
    match event:
        case NoteAdded():
            return event.id == note_id
        case NoteText():
            return event.note == note_id
        case FieldSet():
            return event.target == note_id
        case _:
            return False


def _gestures(session: Session, note_id: str) -> Iterator[tuple[FieldSet, str]]:
    """What says that a note was split, or that another was merged into it, and the words for that."""
    for event in session.events:
        if isinstance(event, FieldSet) and event.value == note_id:
            if event.name == SPLIT_FROM:
                yield event, "split in two"
            elif event.name == MERGED_INTO:
                yield event, "merged with another note"


def _text_words(session: Session, event: AnyEvent, gestures: Iterable[tuple[FieldSet, str]]) -> str:
    """What gave a note another text; a split and a merge write it just before they say what they are."""
    texts = [event] if isinstance(event, NoteText) else []
    if isinstance(event, Undone):
        undone = set(event.events)
        texts = [text for text in session.events if isinstance(text, NoteText) and text.id in undone]
    for text in texts:
        for gesture, words in gestures:
            if _is_of_gesture(text, gesture):
                return words
    return ""


def _is_of_gesture(text: NoteText, gesture: FieldSet) -> bool:
    if text.device != gesture.device or text.counter >= gesture.counter:
        return False
    written, told = _made_at(text), _made_at(gesture)
    return written is not None and told is not None and told - written <= GESTURE_MS


def _made_at(event: AnyEvent) -> int | None:
    try:
        return ulid_time_ms(event.id) if len(event.id) == 26 else None
    except ValueError:
        return None


def _words(event: AnyEvent, before: Note | None, after: Note | None, text: str) -> Iterator[str]:
    """What an event changed, `text` naming where a new text came from; coming and going is told alone."""
    again = ("undone: " if event.undone else "done again: ") if isinstance(event, Undone) else ""
    if isinstance(event, FieldSet) and event.name == SPLIT_FROM:
        yield "split off another note"
    elif isinstance(event, FieldSet) and event.name == MERGED_INTO:
        yield "merged into another note"
    elif before is None and after is not None:
        yield "caught" if isinstance(event, NoteAdded) else f"{again}brought back"
    elif before is not None and after is None:
        yield f"{again}deleted"
    elif before is not None and after is not None:
        yield from (again + words for words in _differences(before, after, text))


def _differences(before: Note, after: Note, text: str) -> Iterator[str]:
    if before.text != after.text:
        yield text or ("words for it" if before.bare else "other words")
    if before.author != after.author:
        yield f"written by {after.author}"
    if before.others != after.others and before.text == after.text:
        yield "another text beside it" if len(after.others) > len(before.others) else "one text of several"
    yield from _tag_differences(before, after)
    if before.starred != after.starred:
        yield "starred" if after.starred else "star taken away"
    if before.word_for_word != after.word_for_word:
        yield "word for word" if after.word_for_word else "not word for word"
    if before.at_ms != after.at_ms:
        yield f"time {clock(before.at_ms)} → {clock(after.at_ms)}"
    if (before.phase, before.question) != (after.phase, after.question):
        yield "another place in the guide"


def _tag_differences(before: Note, after: Note) -> Iterator[str]:
    yield from (f"+ {tag}" for tag in after.tags if tag not in before.tags)
    yield from (f"− {tag}" for tag in before.tags if tag not in after.tags)
    if before.tag != after.tag and set(before.tags) == set(after.tags):
        yield f"{after.tag} first"
