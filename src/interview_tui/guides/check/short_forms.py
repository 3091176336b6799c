"""Words as they are said and typed in a hurry, and what they stand for."""

from __future__ import annotations

from interview_tui.guides.check.lexicon import pairs, words

IN_FULL = pairs(
    """
    gonna: going to | wanna: want to | gotta: got to | kinda: kind of | sorta: sort of | lemme: let me |
    gimme: give me | y'all: you | ya: you | d'you: do you | whaddya: what do you | 'em: them | whatcha:
    what are you | didja: did you | dunno: do not know | cuz: because | 'cause: because | ok: okay |
    innit: is not it | you guys: you | you all: you | you lot: you | you two: you | can't: can not |
    cannot: can not | won't: will not | shan't: shall not | ain't: is not | let's: let us | whats: what
    is | hows: how is | wheres: where is | whos: who is | thats: that is | theres: there is | dont: do
    not | doesnt: does not | didnt: did not | isnt: is not | arent: are not | wasnt: was not | werent:
    were not | wouldnt: would not | couldnt: could not | shouldnt: should not | havent: have not |
    hasnt: has not | cant: can not | wont: will not | youre: you are | youve: you have | youd: you would
    | theyre: they are | ive: I have | im: I am
    """
)
"""What each of them stands for, in lower case."""

FILLERS = words("um umm uh uhh er erm err hm hmm hmmm ah ahh mm mmm basically actually honestly literally")
"""Words that say nothing, wherever they stand."""

TELLING_WORDS = frozenset(short.split(" ")[-1] for short in IN_FULL)
"""A text without any of these has no such form."""
