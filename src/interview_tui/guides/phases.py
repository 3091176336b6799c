"""The phases of a guide before their minutes are settled: title, line, items in the order of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interview_tui.domain.guide import GuideItem
from interview_tui.guides.blocks import BOLD_LEVEL, Block
from interview_tui.guides.classify import ITEM_KINDS, Classifier, lists_topics
from interview_tui.guides.kinds import opens_or_closes
from interview_tui.guides.minutes import stated_minutes
from interview_tui.guides.sections import Section, choose_phases, section_tree


@dataclass(slots=True)
class PhaseDraft:
    """A phase as the file has it; `minutes` is None where its author stated none."""

    title: str
    line: int
    minutes: float | None = None
    start: float | None = None
    items: list[GuideItem] = field(default_factory=list)


def draft_phases(blocks: list[Block]) -> tuple[list[PhaseDraft], Block | None]:
    """The phases with all items, and the heading that is the document's title (None if it has none).

    What stands before the first phase belongs to it, and so does what stands under a heading that only
    holds phases; every other heading that is no phase is a note in the phase above it.
    """
    _raise_timed_items(blocks)
    root = section_tree(blocks)
    choose_phases(root)
    title = _document_title(root)
    guide_asks = root.asks_below()
    drafts: list[PhaseDraft] = []
    waiting: list[GuideItem] = []
    for section in root.walk():
        if section.is_phase:
            drafts.append(_draft(section))
            drafts[-1].items.extend(waiting)
            waiting = []
        found = list(_section_items(section, is_title=section is title, guide_asks=guide_asks))
        forward = not drafts or (not section.is_phase and not section.is_plan and _holds_phase(section))
        (waiting if forward else drafts[-1].items).extend(found)
    if not drafts:
        drafts.append(PhaseDraft("", 1))
    drafts[-1].items.extend(waiting)
    _read_clock_ranges(drafts)
    return drafts, title.heading if title else None


def _holds_phase(section: Section) -> bool:
    return any(part.is_phase for part in section.walk())


def _document_title(root: Section) -> Section | None:
    """The first heading that holds phases, or the very first one if it is no phase and holds nothing."""
    for section in root.walk():
        if section.heading is None:
            continue
        if section.is_phase:
            return None
        if _holds_phase(section) or (
            section is root.children[0] and not section.is_plan and not section.children
        ):
            return section
    return None


def _draft(section: Section) -> PhaseDraft:
    """The phase that a section opens."""
    heading = section.heading
    assert heading is not None
    stated = section.stated
    title = heading.stated.title if heading.stated else heading.text
    draft = PhaseDraft(title.rstrip(":").strip() or heading.text, heading.line)
    if stated is not None:
        draft.minutes, draft.start = stated.minutes, stated.start
    return draft


def _section_items(section: Section, *, is_title: bool, guide_asks: bool) -> list[GuideItem]:
    """A section's own items, its heading among them if that is neither title nor phase."""
    items: list[GuideItem] = []
    own = section.blocks
    if section.heading is not None and not section.is_phase and not is_title:
        own = [section.heading, *own]
    if section.is_plan:
        return [_note(block) for block in own if any(map(str.isalnum, block.text))]
    items.extend(Classifier(own, topics_ask=_topics_ask(section, guide_asks=guide_asks)).items())
    return items


def _note(block: Block) -> GuideItem:
    return GuideItem(kind=ITEM_KINDS.get(block.said, "note"), text=block.text, line=block.line)


def _topics_ask(section: Section, *, guide_asks: bool) -> bool:
    """Whether bare topics are this section's questions: it has no other, and neither opens nor closes."""
    if not (guide_asks and section.is_phase) or section.asks_below() or opens_or_closes(section.title):
        return False
    return lists_topics(section.blocks)


def _raise_timed_items(blocks: list[Block]) -> None:
    """Make phases of list items such as "1. Context (5 min)" when nothing else in the guide is timed."""
    if any(block.style == "heading" and block.stated for block in blocks):
        return
    timed = [
        (block, stated)
        for block in blocks
        if block.is_item
        and block.indent == 0
        and block.wording != "asks"
        and not block.said
        and (stated := stated_minutes(block.text.rstrip(":"))) is not None
    ]
    if len(timed) < 2:
        return
    for block, stated in timed:
        block.style, block.level, block.stated = "heading", BOLD_LEVEL, stated


def _read_clock_ranges(drafts: Sequence[PhaseDraft]) -> None:
    """Read "0–5 min", "5–20 min" as times on the clock where each begins when the one before ends."""
    ranged = [draft for draft in drafts if draft.minutes is not None]
    if len(ranged) < 2 or ranged[0].start != 0:
        return
    if any(after.start != before.minutes for before, after in pairwise(ranged)):
        return
    for draft in ranged:
        draft.minutes = (draft.minutes or 0.0) - (draft.start or 0.0)
