"""From a guide's text to a Guide: nothing that the file says is dropped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from interview_tui.domain.guide import Guide, GuideItem, Phase
from interview_tui.guides.blocks import Block, read_blocks
from interview_tui.guides.budget import propose_minutes
from interview_tui.guides.comments import CommentLine, is_waiver, said_kind, split_comments
from interview_tui.guides.decode import GuideError
from interview_tui.guides.frontmatter import FrontMatter, read_front_matter
from interview_tui.guides.inline import plain_text
from interview_tui.guides.minutes import stated_total
from interview_tui.guides.phases import PhaseDraft, draft_phases

UNNAMED_PHASE = "Interview"
"""The title of the only phase of a guide without headings."""

UNNAMED_GUIDE = "Interview guide"
"""The title of a guide that has none, in a file that has no name."""


def read_guide(text: str, *, name: str = "") -> Guide:
    """Read a guide; `name` is the title of last resort, usually the file's name.

    Raises GuideError when no question is found.
    """
    lines, comments = split_comments(text)
    front = read_front_matter(lines)
    drafts, headed = _drafts(lines, front, comments)
    if not any(item.kind == "question" for draft in drafts for item in draft.items):
        raise GuideError(
            f"No question was found in {name or 'this text'}; "
            "write each question as a list item that ends with a question mark."
        )
    heading = headed.text if headed else ""
    title = heading or front.values.get("title") or name or UNNAMED_GUIDE
    _keep_the_rest(drafts, front, comments, title)
    total = _total(heading, front, drafts)
    stated = [draft.minutes for draft in drafts]
    budgets = propose_minutes(stated, total)
    phases = tuple(
        Phase(
            title=draft.title or UNNAMED_PHASE,
            minutes=minutes,
            line=draft.line,
            items=tuple(draft.items),
            minutes_assumed=draft.minutes is None,
        )
        for draft, minutes in zip(drafts, budgets, strict=True)
    )
    return Guide(
        title=title,
        phases=phases,
        objective=front.values.get("objective", ""),
        hypothesis=front.values.get("hypothesis", ""),
        success_metric=front.values.get("success_metric", ""),
        assumed_minutes=any(phase.minutes_assumed for phase in phases),
    )


def title_line(text: str) -> int:
    """The line, counted from 1, of the heading that is a guide's title; 0 if no heading is."""
    lines, comments = split_comments(text)
    _, headed = _drafts(lines, read_front_matter(lines), comments)
    return headed.line if headed else 0


def _drafts(
    lines: Sequence[str], front: FrontMatter, comments: Sequence[CommentLine]
) -> tuple[list[PhaseDraft], Block | None]:
    said = {comment.line: kind for comment in comments if (kind := said_kind(comment.text))}
    return draft_phases(read_blocks(lines, front.end, said))


def _keep_the_rest(
    drafts: Sequence[PhaseDraft], front: FrontMatter, comments: Sequence[CommentLine], title: str
) -> None:
    """Add what stands in no line of a phase as notes, each where it stands in the file."""
    rest = [_note(line, text) for line, text in front.rest]
    if front.values.get("title") not in {None, "", title}:
        rest.append(_note(1, f"title: {front.values['title']}"))
    rest += [_note(comment.line, comment.text) for comment in comments if not _speaks_to_us(comment.text)]
    # A heading that only holds phases stands in the phase after it, before that phase's own line.
    starts = [min([draft.line, *(item.line for item in draft.items)]) for draft in drafts]
    for note in rest:
        if not any(map(str.isalnum, note.text)):
            continue
        drafts[max(0, bisect_right(starts, note.line) - 1)].items.append(note)
    for draft in drafts:
        draft.items.sort(key=lambda item: item.line)


def _speaks_to_us(comment: str) -> bool:
    return is_waiver(comment) or bool(said_kind(comment))


def _note(line: int, text: str) -> GuideItem:
    return GuideItem(kind="note", text=plain_text(text), line=line)


def _total(heading: str, front: FrontMatter, drafts: Sequence[PhaseDraft]) -> float | None:
    """The stated length of the interview: in front matter, title, or the first line that speaks of it."""
    for text in (front.total, heading, front.values.get("title", "")):
        total = stated_total(text, needs_cue=False)
        if total is not None:
            return total
    spoken = (
        item.text for draft in drafts for item in draft.items if item.kind in {"script", "consent", "note"}
    )
    return next((total for text in spoken if (total := stated_total(text)) is not None), None)
