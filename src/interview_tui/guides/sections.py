"""Which headings are phases: the tree of headings, and the choice among them.

Stated minutes decide where there are any: a heading with minutes is a phase, and so are its untimed
neighbours. Without minutes the headings under the title are phases, one level further down if a heading such
as "Interview questions" only holds them. Headings about the study (goals, recruiting, checklists) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_tui.guides.blocks import BOLD_LEVEL, Block
from interview_tui.guides.kinds import addresses_participant, is_consent_text, opens_or_closes
from interview_tui.guides.minutes import Stated, stated_minutes

_PLAN = re.compile(
    r"\b(?:goals?|objectives?|hypothes[ie]s|assumptions|research questions?|purpose|overview|method(?:s"
    r"|ology)?|recruit\w*"
    r"|requirements?|criteria|sampling|(?:participants?|customer|user)(?: profiles?| list)?$|profiles?$"
    r"|screen(?:er|ing)|logistics|materials"
    r"|test assets|set-?up|prep(?:aration|are|aring)?\b(?! for)|checklist|(?:before|after) (?:the|each"
    r"|you|your)|day of|days before"
    r"|(?:pre|post)-?(?:interview|session|test|call|work|meeting|visit)|debrief\w*|tips|best practices"
    r"|principles|notes?|instructions"
    r"|how to use|about this"
    r"|appendix|template|analysis|synthesis|schedule|timeline|agenda|contents|(?:interview|session"
    r"|study) details|metadata|references|resources"
    r"|changelog|navigating|emergency|observer|what to listen)\b",
    re.IGNORECASE,
)
_GUIDE_NAME = re.compile(
    r"\b(?:guide|script|protocol|interview|questionnaire|(?:interview|discussion|main|core"
    r"|research)? ?questions?|structure|flow)\b",
    re.IGNORECASE,
)
_SCRIPT_NAME = re.compile(r"\b(?:guide|script|protocol)\b", re.IGNORECASE)
_OPENS = re.compile(r"[\W\d]*(?:(?:part|section)[\W\d]*)?(?:intro|welcome|opening|warm)", re.IGNORECASE)
_FEW_PHASES = 3
_TIME_LINES = 2
_TIME_LINE_WORDS = 8


@dataclass(slots=True, eq=False)
class Section:
    """A heading with the blocks directly below it and its sub-sections; the root has no heading."""

    heading: Block | None
    level: int = 0
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    is_phase: bool = False
    is_plan: bool = False

    @property
    def title(self) -> str:
        """The heading's text, with its minutes."""
        return self.heading.text if self.heading else ""

    @property
    def stated(self) -> Stated | None:
        """The minutes of the heading, or of a line such as "Time: 10 min" right below it."""
        if self.heading is None or self.heading.stated:
            return self.heading.stated if self.heading else None
        if self.is_plan or any(child.minutes is not None for child in self.children):
            return None
        return next(filter(None, map(_time_line, self.blocks[:_TIME_LINES])), None)

    @property
    def minutes(self) -> float | None:
        """The minutes stated for this section."""
        stated = self.stated
        return stated.minutes if stated else None

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def asks(self) -> bool:
        """Whether a question stands directly below the heading."""
        return any(block.wording == "asks" for block in self.blocks)

    def asks_below(self) -> bool:
        """Whether a question stands anywhere below the heading."""
        return any(section.asks() for section in self.walk())

    def asks_participant(self) -> bool:
        """Whether anything below is asked of a "you"."""
        return any(
            block.wording == "asks" and addresses_participant(block.text)
            for section in self.walk()
            for block in section.blocks
        )


def _time_line(block: Block) -> Stated | None:
    short = len(block.text.split()) <= _TIME_LINE_WORDS and not block.text.endswith((".", "?", "!"))
    return stated_minutes(block.text) if short and block.wording != "asks" else None


def section_tree(blocks: Sequence[Block]) -> Section:
    """The headings as a tree; a heading that is itself a question is an item and opens no section."""
    root = Section(None)
    path = [root]
    for block in blocks:
        if block.style != "heading" or _is_item(block):
            path[-1].blocks.append(block)
            continue
        while path[-1].level >= block.level:
            path.pop()
        section = Section(block, block.level)
        path[-1].children.append(section)
        path.append(section)
    for section in root.walk():
        _fold_time_line(section)
    return root


def _is_item(heading: Block) -> bool:
    """Whether a heading opens no section: it is a question, or its author says that it is an item."""
    return heading.said != "phase" if heading.said else heading.wording == "asks" and heading.stated is None


def _fold_time_line(section: Section) -> None:
    """Take a lone bold line such as "**All roles – 5 minutes**" for the minutes of the heading above."""
    bold = [child for child in section.children if child.level == BOLD_LEVEL and child.minutes is not None]
    untimed = section.heading is not None and section.heading.stated is None and not section.blocks
    if untimed and len(bold) == 1 and bold[0] is section.children[0] and bold[0].heading is not None:
        section.blocks = [bold[0].heading, *bold[0].blocks]
        section.children = [*bold[0].children, *section.children[1:]]


def choose_phases(root: Section) -> None:
    """Mark each section that is a phase, and each that is about the study and not the interview."""
    _mark_plans(root)
    if not any(section.asks() for section in root.walk() if not section.is_plan):
        for section in root.walk():
            section.is_plan = False  # whatever the headings are called, the questions are the interview
    timed = any(section.minutes is not None for section in root.walk())
    if not (timed and _choose_timed(root)):
        _choose_untimed(root)
    for section in root.walk():
        if section.heading is not None and section.heading.said == "phase":
            section.is_phase, section.is_plan = True, False


def _mark_plans(root: Section) -> None:
    """Mark the sections about the study, by their names or because the guide itself begins further down."""
    for parent in list(root.walk()):
        names = [
            at
            for at, child in enumerate(parent.children)
            if _SCRIPT_NAME.search(child.title) and child.children
        ]
        guide = parent.children[names[0]] if names else None
        timed_guide = guide is not None and any(_is_timed(part) for part in guide.walk())
        start = max(names[0] if names else 0, _opening(parent))
        for at, child in enumerate(parent.children):
            if not (_is_named_plan(child) or at < start) or any(_is_timed(part) for part in child.walk()):
                continue
            if timed_guide or not child.asks_participant():
                for section in child.walk():
                    section.is_plan = True


def _opening(parent: Section) -> int:
    """Where among the sub-sections the interview opens; 0 if none says so, or only a title stands before."""
    found = (at for at, child in enumerate(parent.children) if _OPENS.match(child.title))
    at = next(found, 0)
    return at if at > 1 or parent.heading is not None else 0


def _is_named_plan(section: Section) -> bool:
    """Whether a heading by its words, or a list of boxes to tick, is about the study or for the moderator."""
    title = section.title
    items = [block for part in section.walk() for block in part.blocks if block.is_item]
    if items and all(block.box for block in items) and not section.asks_below():
        return True
    notes = section.heading is not None and section.heading.wording == "note_label"
    return (notes or bool(_PLAN.search(title))) and not opens_or_closes(title)


def _is_timed(section: Section) -> bool:
    """Whether the heading itself states minutes."""
    return section.heading is not None and section.heading.stated is not None


def _choose_timed(root: Section) -> bool:
    """Choose by stated minutes; false if the only minutes are the whole interview's."""
    timed_below = {id(section) for section in root.walk() if _times_below(section)}
    if not timed_below:
        return False

    def choose(section: Section) -> None:
        for child in section.children:
            if id(child) in timed_below:
                child.is_phase = child.minutes is not None and (
                    child.asks() or child.minutes < sum(part.minutes or 0.0 for part in child.children)
                )
                choose(child)
            elif not child.is_plan:
                child.is_phase = child.minutes is not None or _may_be_phase(child, section)

    choose(root)
    return True


def _times_below(section: Section) -> bool:
    """Whether a sub-section states minutes; a lone top heading's minutes are the whole interview's."""
    lone = section.heading is None and len(section.children) == 1 and bool(section.children[0].children)
    parts = section.children[0].children if lone else section.children
    return any(part.minutes is not None for child in parts for part in child.walk())


def _may_be_phase(section: Section, parent: Section) -> bool:
    """Whether an untimed section beside timed ones is a phase: no part of one, title or consent form."""
    if parent.is_phase and parent.minutes is not None:
        return False
    is_first = parent.heading is None and parent.children[0] is section
    if not section.blocks and not section.children:
        return False
    return not (is_first and not section.asks_below()) and not _is_consent_form(section, parent)


def _choose_untimed(root: Section) -> None:
    """Choose the level under the title, and split what only holds other sections."""
    section = root
    while True:
        parts = [child for child in section.children if not child.is_plan]
        if len(parts) != 1 or not parts[0].children:
            break
        section = parts[0]
    parts = [child for child in section.children if not child.is_plan]
    for child in parts:
        _choose_or_split(child, section, few=len(parts) < _FEW_PHASES)
    if not any(part.is_phase for part in root.walk()) and section.heading is not None:
        section.is_phase = section.asks_below()


def _choose_or_split(section: Section, parent: Section, *, few: bool) -> None:
    asking = [child for child in section.children if child.asks_below() and not child.is_plan]
    holds = len(asking) >= 2 and not section.asks()
    named = bool(_GUIDE_NAME.search(section.title))
    if holds and (named or few):
        section.is_phase = bool(section.blocks) and not named
        for child in section.children:
            child.is_phase = not child.is_plan
        return
    is_title = (
        parent.heading is None
        and parent.children[0] is section
        and not section.asks_below()
        and named
        and len(parent.children) > 1
    )
    section.is_phase = not is_title and not _is_consent_form(section, parent)


def _is_consent_form(section: Section, parent: Section) -> bool:
    """Whether a section after another one is nothing but consent: part of the opening, no phase of talk."""
    return (
        bool(section.blocks)
        and parent.children[0] is not section
        and not section.children
        and all(block.wording == "consents" or is_consent_text(block.text) for block in section.blocks)
        and any(is_consent_text(text) for text in (section.title, *(block.text for block in section.blocks)))
    )
