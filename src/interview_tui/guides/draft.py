"""The text that a new guide begins with: a template under a new title, or what was pasted, written anew."""

from __future__ import annotations

from dataclasses import replace

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.guides.decode import GuideError
from interview_tui.guides.pasted import PASTED_TEXT, is_native, read_pasted
from interview_tui.guides.reader import read_guide
from interview_tui.guides.retitle import retitled
from interview_tui.guides.write import write_guide


@value(kw_only=True)
class Draft:
    """A new guide's text; `guide` is what was read, with the line numbers of the text it was read from.

    `rewritten` tells that the text was in a foreign form, and what it was taken for is to be told.
    """

    source: str
    guide: Guide
    rewritten: bool


def drafted(text: str, title: str, *, origin: str = PASTED_TEXT) -> Draft:
    """The text as a guide file with this title; raises GuideError if no question is found in it."""
    guide = _native(text)
    source = retitled(text, guide, title) if guide is not None else None
    if guide is not None and source is not None:
        return Draft(source=source, guide=replace(guide, title=title), rewritten=False)
    pasted = read_pasted(text, name=title, origin=origin)
    taken = replace(pasted.guide, title=title)
    return Draft(source=write_guide(taken, pasted.carried), guide=taken, rewritten=True)


def _native(text: str) -> Guide | None:
    """The guide of a text that is a guide file already."""
    try:
        guide = read_guide(text)
    except GuideError:
        return None
    return guide if is_native(text, guide) else None
