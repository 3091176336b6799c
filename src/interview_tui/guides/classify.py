"""What each block of a phase is, by its wording and by where it stands: under a question, a label, a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_tui.domain.guide import GuideItem, ItemKind
from interview_tui.guides.blocks import Block
from interview_tui.guides.kinds import (
    FIRST_PERSON,
    PROBE_LABEL,
    PROBE_PREFIX,
    TASK_PREFIX,
    Wording,
    addresses_participant,
    directs,
    is_sentence,
    turns_to,
)

ITEM_KINDS: dict[str, ItemKind] = {
    "question": "question",
    "probe": "probe",
    "script": "script",
    "note": "note",
    "consent": "consent",
}
"""What an author can say that a line is, in so many words."""
_LABELS: tuple[Wording, ...] = ("probe_label", "question_label", "note_label", "script_label")
_PROSE_KEY = -1
_TOPIC_WORDS = 12
_PROSE_INDENT = 2


@dataclass(slots=True)
class _Open:
    """A list item, or the prose above a list, that may still get sub-items."""

    key: int
    indent: int
    marker: str
    kind: ItemKind
    label: Wording | None


class Classifier:
    """Turns the blocks of one phase into items, from top to bottom."""

    def __init__(self, blocks: Sequence[Block], *, topics_ask: bool = False) -> None:
        self._blocks = blocks
        self._topics_ask = topics_ask
        self._open: list[_Open] = []
        self._label: Wording | None = None
        self._listed_style = ""
        self._listed = self._asked = False
        self._asking = {
            (_key(block), block.marker) for block in blocks if block.is_item and block.wording == "asks"
        }

    def items(self) -> Iterator[GuideItem]:
        """The items, one for each block that says anything."""
        for at, block in enumerate(self._blocks):
            if not any(map(str.isalnum, block.text)):
                continue
            if block.style == "heading":
                kind, depth = self._heading(block), 0
            elif block.style == "cell":
                kind, depth = self._cell(block), 0
            else:
                self._close(block)
                depth = sum(entry.key > _PROSE_KEY for entry in self._open)
                kind = self._kind(block, at)
                self._push(block, kind, at)
            yield _item(block, kind, depth)

    def _heading(self, block: Block) -> ItemKind:
        self._open.clear()
        self._label, self._listed = (block.wording if block.wording in _LABELS else None), False
        asking: ItemKind = "question" if block.wording == "asks" else "note"
        kind = ITEM_KINDS.get(block.said, asking)
        if kind in {"question", "probe"}:
            self._open.append(_Open(_PROSE_KEY, 0, "", kind, None))
        return kind

    def _cell(self, block: Block) -> ItemKind:
        self._open.clear()
        if block.role in {"note", ""}:
            return "question" if block.role == "" and addresses_participant(block.text) else "note"
        return "probe" if block.role == "probe" else "question"

    def _close(self, block: Block) -> None:
        """Close what the block is not part of; a bullet under a number of the same indent is part of it."""
        if not block.is_item:
            while self._open and block.indent < self._open[-1].indent + _PROSE_INDENT:
                self._open.pop()
            if self._listed or block.wording not in {"asks", "instructs"}:
                self._label = None
            return
        while self._open and self._ends(self._open[-1], block):
            self._open.pop()
        if self._listed and not self._open and block.style != self._listed_style:
            self._label = None

    def _ends(self, entry: _Open, block: Block) -> bool:
        slip = entry.marker == block.marker and block.indent == entry.indent + 1
        if entry.key >= _key(block) or slip:
            return True
        own_list = (block.gap and block.style == "number") or bool(TASK_PREFIX.match(block.text))
        return entry.key == _PROSE_KEY and own_list

    def _push(self, block: Block, kind: ItemKind, at: int) -> None:
        label = block.wording if block.wording in _LABELS else None
        if block.is_item:
            # "If they cannot say:" is a note, but what is nested in it still belongs to the question above.
            asked = any(entry.kind in {"question", "probe"} for entry in self._open)
            goes_on = kind == "note" and (
                (asked and block.text.endswith(":"))
                or (self._asked and block.text.endswith(":") and block.text.lower().startswith("if "))
            )
            held: ItemKind = "probe" if goes_on else kind
            self._open.append(_Open(_key(block), block.indent, block.marker, held, label))
            self._listed, self._listed_style = True, self._listed_style if self._listed else block.style
            if label == "probe_label" and not self._opens_list(block, at):
                self._label, self._listed = label, False
            self._asked = self._asked or kind == "question"
            return
        if label is not None:
            self._label, self._listed = label, False
        if kind in {"question", "probe"} and block.indent == 0:
            self._open = [_Open(_PROSE_KEY, 0, "", kind, None)]

    def _kind(self, block: Block, at: int) -> ItemKind:
        if block.said in ITEM_KINDS:
            return ITEM_KINDS[block.said]
        label = next((entry.label for entry in reversed(self._open) if entry.label), self._label)
        asked = any(entry.kind in {"question", "probe"} for entry in self._open)
        if block.wording in _LABELS or label == "note_label":
            return "note"
        if PROBE_PREFIX.match(block.text) and (asked or block.wording == "asks"):
            return _after_probe_mark(block)
        if block.wording == "asks":
            return "probe" if asked or label == "probe_label" else "question"
        if block.wording == "instructs":
            return "note"
        if block.wording == "consents" and not asked:
            return "consent"
        return self._plain(block, at, label, asked=asked)

    def _plain(self, block: Block, at: int, label: Wording | None, *, asked: bool) -> ItemKind:
        """The kind of a line that asks nothing by itself."""
        if not block.is_item:
            return "script"
        if label == "probe_label":
            return "probe"
        if asked:
            return self._below_question(block, at)
        if self._open and self._open[-1].kind in {"consent", "script"}:
            return "script"
        among_questions = block.style == "number" and (_key(block), block.marker) in self._asking
        topics_ask = self._topics_ask or among_questions or label == "question_label"
        if self._holds_questions(at) or (topics_ask and not block.box and _is_topic(block.text)):
            return "question"
        return "script" if is_sentence(block.text) else "note"

    def _below_question(self, block: Block, at: int) -> ItemKind:
        """The kind of a list item that asks nothing, below a question: mostly a topic to probe into."""
        if FIRST_PERSON.search(block.text) or directs(block.text):
            return "script"
        return "note" if block.text.endswith(":") and self._opens_list(block, at) else "probe"

    def _opens_list(self, block: Block, at: int) -> bool:
        """Whether the next block is an item nested in this one."""
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        return following is not None and following.is_item and _key(following) > _key(block)

    def _holds_questions(self, at: int) -> bool:
        """Whether a line such as "Finish the task." stands among questions and has questions nested in it."""
        block = self._blocks[at]
        speaks = block.text.endswith(".") or "you" in block.text.lower().split()
        if (not speaks and not turns_to(block.text)) or FIRST_PERSON.match(block.text):
            return False
        if (_key(block), block.marker) not in self._asking:
            return False
        for below in self._blocks[at + 1 :]:
            if not below.is_item or _key(below) <= _key(block):
                return False
            if below.wording == "asks":
                return True
        return False


def _after_probe_mark(block: Block) -> ItemKind:
    """The kind of a line such as "If yes: …": a probe, unless it instructs or only goes on speaking."""
    if block.wording == "instructs":
        return "note"
    return "script" if block.wording != "asks" and FIRST_PERSON.search(block.text) else "probe"


def _key(block: Block) -> int:
    """How deep an item stands: by its indent, and bullets below numbers."""
    return block.indent * 2 + (block.style == "bullet")


def _is_topic(text: str) -> bool:
    return len(text.split()) <= _TOPIC_WORDS and not is_sentence(text) and "://" not in text


def lists_topics(blocks: Sequence[Block]) -> bool:
    """Whether most list items are bare topics such as "Team size"."""
    items = [block for block in blocks if block.is_item and block.wording == "plain" and not block.box]
    return len(items) >= 2 and sum(_is_topic(block.text) for block in items) > len(items) / 2


def _item(block: Block, kind: ItemKind, depth: int) -> GuideItem:
    text = block.text
    if kind == "probe" and (label := PROBE_LABEL.match(text)):
        text = text[label.end() :]
    must = kind in {"question", "probe"} and text.endswith("!") and len(text) > 1
    if must:
        text = text.rstrip("! ")
    return GuideItem(kind=kind, text=text, line=block.line, must_ask=must, depth=depth)
