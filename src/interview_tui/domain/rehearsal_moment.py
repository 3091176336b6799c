"""What is to be seen of a practice interview at a moment: words as they are spoken, and one hint or none."""

from __future__ import annotations

from typing import Literal

from interview_tui.domain.rehearsal import THINKING_MS, Act, Acts, Phrase, Scene, Script, scenes
from interview_tui.domain.rehearsal_stand_in import untold
from interview_tui.domain.values import value

Place = Literal["asking", "reading", "thinking", "speaking", "over"]

HINT_MS = 12_000
"""A hint that nobody follows leaves by itself."""

LEARNT_AFTER = 3
"""How often a gesture has to be made before its hint is given no more."""


@value(kw_only=True)
class Moment:
    """What is to be seen now: the phrases as far as they were said, and one hint or none."""

    place: Place
    phrases: tuple[tuple[str, bool], ...] = ()
    hint: str = ""
    over_ms: int = 0


def moment(script: Script, acts: Acts, now_ms: int) -> Moment:
    """What is to be seen at a moment of the running clock."""
    played = scenes(script, acts, now_ms)
    if not played or now_ms >= played[-1].end_ms:
        return _between(script, acts, played, now_ms)
    scene = played[-1]
    if now_ms < scene.start_ms:
        return _before(script, acts, played, now_ms)
    into_ms = now_ms - scene.start_ms
    hint = _own_hint(scene, acts, now_ms) or _hand_over(script, acts, scene, now_ms)
    return Moment(place="speaking", phrases=_so_far(scene.answer.phrases, into_ms), hint=hint)


def _between(script: Script, acts: Acts, played: list[Scene], now_ms: int) -> Moment:
    """The question that stands was answered, or none does: somebody has to go on, if it was not all."""
    last_said = _whole(played[-1].answer.phrases) if played else ()
    since_ms = played[-1].end_ms if played else 0
    if untold(script, acts, played):
        return Moment(
            place="asking",
            phrases=last_said,
            hint=_while_fresh(_take_back(script, acts, now_ms), since_ms, now_ms),
        )
    since_ms = max(since_ms, *acts.asked, 0)
    return Moment(place="over", phrases=last_said, hint=script.closing, over_ms=now_ms - since_ms)


def _before(script: Script, acts: Acts, played: list[Scene], now_ms: int) -> Moment:
    """A question stands and is to be answered: it is read aloud, and then silence begins."""
    scene = played[-1]
    if scene.moved_ms is not None:
        place: Place = "thinking" if now_ms >= scene.start_ms - THINKING_MS else "reading"
        return Moment(place=place, hint="" if len(acts.asked) > LEARNT_AFTER else script.wait)
    last_said = _whole(played[-2].answer.phrases) if len(played) > 1 else ()
    hint = _while_fresh(scene.answer.before, scene.ready_ms, now_ms)
    return Moment(place="asking", phrases=last_said, hint=hint)


def _hand_over(script: Script, acts: Acts, scene: Scene, now_ms: int) -> str:
    """Press space: said at the beginning of an answer, to somebody who has not learnt it yet."""
    learnt = len(acts.handed_over()) >= LEARNT_AFTER
    if learnt or acts.speaker(now_ms) == "participant":
        return ""
    return _while_fresh(script.hand_over, scene.start_ms, now_ms)


def _take_back(script: Script, acts: Acts, now_ms: int) -> str:
    learnt = len(acts.taken_back()) >= LEARNT_AFTER
    return "" if learnt or acts.speaker(now_ms) != "participant" else script.take_back


def _own_hint(scene: Scene, acts: Acts, now_ms: int) -> str:
    """The newest hint of the answer whose time has come, if what it asks for is still to be done."""
    for hint in reversed(scene.answer.hints):
        since_ms = scene.start_ms + hint.at_ms
        if now_ms >= since_ms:
            done = _was_done(hint.until, scene, acts, now_ms)
            return "" if done else _while_fresh(hint.text, since_ms, now_ms)
    return ""


def _was_done(act: Act, scene: Scene, acts: Acts, now_ms: int) -> bool:
    match act:
        case "note":
            return any(at_ms >= scene.start_ms for at_ms in acts.notes)
        case "asked":
            return any(at_ms >= scene.start_ms for at_ms in acts.asked)
        case "floor":
            return acts.speaker(now_ms) == "participant"


def _while_fresh(hint: str, since_ms: int, now_ms: int) -> str:
    return hint if now_ms - since_ms < HINT_MS else ""


def _whole(phrases: tuple[Phrase, ...]) -> tuple[tuple[str, bool], ...]:
    return tuple((phrase.text, phrase.seen) for phrase in phrases)


def _so_far(phrases: tuple[Phrase, ...], into_ms: int) -> tuple[tuple[str, bool], ...]:
    """The phrases up to the word that is being said."""
    begun = [phrase for phrase in phrases if phrase.start_ms <= into_ms]
    return tuple((_spoken(phrase, into_ms), phrase.seen) for phrase in begun)


def _spoken(phrase: Phrase, into_ms: int) -> str:
    if phrase.seen or into_ms >= phrase.end_ms:
        return phrase.text
    words = phrase.text.split(" ")
    share = (into_ms - phrase.start_ms) / max(1, phrase.end_ms - phrase.start_ms)
    return " ".join(words[: 1 + int(share * len(words))])
