"""What a guide's text says beside the guide itself, so that writing it anew loses none of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from interview_tui.domain.values import value
from interview_tui.guides.comments import said_kind, split_comments, waivers
from interview_tui.guides.frontmatter import read_front_matter


@value(kw_only=True)
class Carried:
    """Lines count from 1: the rules waived for each, those that hold comments, and other front matter."""

    waived: Mapping[int, frozenset[str]] = field(default_factory=dict)
    comments: frozenset[int] = frozenset()
    front: Mapping[int, str] = field(default_factory=dict)


def carried_by(text: str) -> Carried:
    """What to carry over from a text to the file that is written for its guide."""
    lines, comments = split_comments(text)
    return Carried(
        waived=waivers(text),
        comments=frozenset(comment.line for comment in comments if not said_kind(comment.text)),
        front=dict(read_front_matter(lines).rest),
    )
