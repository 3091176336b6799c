"""A guide pasted from a document or a spreadsheet: read as well as it can be, and written anew."""

from __future__ import annotations

import re

from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value
from interview_tui.guides.carried import Carried, carried_by
from interview_tui.guides.decode import MAX_GUIDE_BYTES, GuideError
from interview_tui.guides.document import as_markdown
from interview_tui.guides.reader import UNNAMED_GUIDE, read_guide
from interview_tui.guides.sheet import sheet_guide, sheet_rows
from interview_tui.guides.write import write_guide

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")


PASTED_TEXT = "the pasted text"
"""What a text is called that came without a name."""


@value(kw_only=True)
class Pasted:
    """What a text was taken for: `guide` has its line numbers, `source` is it in the native form."""

    guide: Guide
    carried: Carried

    @property
    def source(self) -> str:
        """The text of a guide file for it."""
        return write_guide(self.guide, self.carried)


def read_pasted(text: str, *, name: str = "", origin: str = PASTED_TEXT) -> Pasted:
    """Read a pasted text; `name` becomes its title if it has none, `origin` says where it is from.

    Raises GuideError when no question is found in it.
    """
    if len(text) > MAX_GUIDE_BYTES:
        raise GuideError("What was pasted is larger than 1 MB; copy only the guide itself.")
    text = clean(text)
    sheet = _as_sheet(text, name)
    if sheet is not None:
        return Pasted(guide=sheet, carried=Carried())
    return Pasted(guide=_as_document(text, name, origin), carried=carried_by(text))


def clean(text: str) -> str:
    """The text without what programs put between letters and nobody sees, its line breaks alike."""
    return _INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", text)))


def is_native(text: str, guide: Guide) -> bool:
    """Whether a text is a guide file already: its phases are headings, and all that is asked is in lists."""
    lines = clean(text).splitlines()
    headed = all(_HEADING.match(lines[phase.line - 1]) for phase in guide.phases)
    listed = all(
        _LIST_ITEM.match(lines[item.line - 1])
        for phase in guide.phases
        for item in phase.items
        if item.kind in {"question", "probe"}
    )
    return headed and listed


def _as_sheet(text: str, name: str) -> Guide | None:
    rows = sheet_rows(text)
    guide = sheet_guide(rows, name or UNNAMED_GUIDE) if rows else None
    return guide if guide is not None and guide.questions else None


def _as_document(text: str, name: str, origin: str) -> Guide:
    try:
        return read_guide("\n".join(as_markdown(text.split("\n"))), name=name)
    except GuideError:
        raise GuideError(
            f"No question was found in {origin}; copy the questions themselves, one a line."
        ) from None
