"""How a practice interview went: a function of its script and of what was done, and what to try next."""

from __future__ import annotations

from interview_tui.domain.rehearsal import Scene, Script, acts_of, scenes
from interview_tui.domain.session import Note, Session
from interview_tui.domain.talk import measure
from interview_tui.domain.values import value

LISTENING_GOAL = 0.95
"""The method's goal: listen for about 95 % of the time."""

LISTENING_GOOD = 0.7
"""Eight questions and their silences in five minutes leave no more than about three quarters."""

GOOD_WAIT_MS = 5_000
"""From "next" to the first word: reading the question out, and then the three seconds of silence that
people need to begin an answer of their own (M. B. Rowe on wait time, 1974)."""

STORY_WINDOW_MS = 30_000
"""A note belongs to a story when it begins no later than this behind its last word."""

ADVICE_COUNT = 3


@value(kw_only=True)
class Score:
    """What a practice interview came to; None where nothing happened that could be measured.

    `listened` is the participant's share of the talk, `wait_ms` the median from "next" to the first
    word, `finished` how many of the `answers` were heard to their end without the floor being taken.
    """

    tags_used: tuple[str, ...]
    tags_left: tuple[str, ...]
    notes: int
    listened: float | None
    stories_caught: tuple[str, ...]
    stories_missed: tuple[str, ...]
    wait_ms: int | None
    answers: int
    finished: int
    handed_over: int


def score(script: Script, session: Session, end_ms: int) -> Score:
    """The score of a practice interview that ended at a moment of the session's clock."""
    acts, stop_ms = acts_of(session), session.flow.active_ms(0, end_ms)
    begun = [scene for scene in scenes(script, acts, stop_ms) if scene.start_ms < stop_ms]
    heard = [scene for scene in begun if scene.end_ms <= stop_ms]
    used = {note.tag for note in session.iter_notes()}
    talk = measure(session.flow.turns_until(end_ms))
    stories = [scene for scene in heard if scene.answer.story]
    caught = [scene for scene in stories if _is_caught(scene, session)]
    waits = sorted(wait for scene in begun if (wait := _wait(scene, acts.asked)) is not None)
    return Score(
        tags_used=tuple(tag for tag in script.tags if tag in used),
        tags_left=tuple(tag for tag in script.tags if tag not in used),
        notes=session.note_count,
        listened=None if talk.moderator_share is None else 1 - talk.moderator_share,
        stories_caught=tuple(scene.answer.story for scene in caught),
        stories_missed=tuple(scene.answer.story for scene in stories if scene not in caught),
        wait_ms=waits[len(waits) // 2] if waits else None,
        answers=len(heard),
        finished=sum(not _was_cut_off(scene, acts.taken_back()) for scene in heard),
        handed_over=len(acts.handed_over()),
    )


def _is_caught(scene: Scene, session: Session) -> bool:
    return any(
        scene.start_ms <= session.flow.active_ms(0, note.at_ms) <= scene.end_ms + STORY_WINDOW_MS
        and _tells(note, scene)
        for note in session.iter_notes()
    )


def _tells(note: Note, scene: Scene) -> bool:
    """A note under the tag for stories, or one with a word of this one."""
    return note.tag == "story" or any(word in note.text.casefold() for word in scene.answer.words)


def _wait(scene: Scene, asked: tuple[int, ...]) -> int | None:
    """From "next" to the first word, for a question that the newcomer went on to."""
    asked_ms = next((at_ms for at_ms in reversed(asked) if scene.ready_ms <= at_ms <= scene.start_ms), None)
    return None if asked_ms is None else scene.start_ms - asked_ms


def _was_cut_off(scene: Scene, taken_back: list[int]) -> bool:
    return any(scene.start_ms < at_ms < scene.end_ms for at_ms in taken_back)


def advice(result: Score) -> tuple[str, ...]:
    """What to try next, the most useful first; praise where nothing is left to say."""
    found: list[str] = []
    if not result.handed_over:
        found.append("Press space when somebody begins to talk: only then can the talk ratio tell who did.")
    elif result.listened is not None and result.listened < LISTENING_GOOD:
        found.append("Hand over the floor as soon as your question is out, and keep your own part short.")
    if result.stories_missed:
        found.append(f"Catch {result.stories_missed[0]}: s, space and three words are enough.")
    elif not result.notes:
        found.append("Write down one thing: s, space, a few words, enter.")
    if result.finished < result.answers:
        found.append("Let them finish: the best part often comes behind a pause.")
    if result.wait_ms is None and result.answers:
        found.append("Press F8 when you go on: the count behind it says how long to stay silent.")
    elif result.wait_ms is not None and result.wait_ms < GOOD_WAIT_MS:
        found.append("Wait a little longer behind a question: three seconds of silence bring out more.")
    if result.tags_left and result.notes:
        found.append(f"Try another tag as well, such as {result.tags_left[0]}.")
    return tuple(found[:ADVICE_COUNT]) or ("Nothing to add. You are ready for a real one.",)
