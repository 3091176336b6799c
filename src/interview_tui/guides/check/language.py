"""Whether a line is English at all; of another language the rules know nothing, and say nothing."""

from __future__ import annotations

import re
import unicodedata

from interview_tui.guides.check.lexicon import words

_ENGLISH = words(
    """
    what when where why how who whom whose which you your the is are were do does did has have had can
    could would should may might tell and or of for with about there any anything else it its this that
    these those not they we i my our if in on at to from by as be been
    """
)
_OTHERS = words(
    """
    du sie ihr ihre dein wie warum wann wer wo haben hast sind ist nicht der das und mit que quien donde
    cuando como usted ustedes tu tus su el la los las una est avez vous vos votre comment pourquoi quand
    quoi quel quelle les des une che chi cosa hai perche dove quando il sei voi gli wat hoe je jij uw het
    een hvad hvordan hvor vad hur kun
    """
)
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether a line could be English: in Latin letters, and no words of another language alone."""
    if text.isascii() and not _OTHERS.intersection(_WORD.findall(text.lower())):
        return True
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum(not _is_latin(letter) for letter in letters)
    if 2 * foreign > len(letters):
        return False
    said = _WORD.findall(text.lower())
    if not _ENGLISH.isdisjoint(said):
        return True
    return _OTHERS.isdisjoint(said) and not _has_marks(said)


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")


def _has_marks(said: list[str]) -> bool:
    """Whether words other than a name's bear accents."""
    return len(said) > 1 and any(not word.isascii() for word in said)
