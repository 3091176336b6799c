"""What is fixed when a session begins: who made it, when, and the guide and codebook it runs with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from interview_tui.domain.bands import Band, Part
from interview_tui.domain.codebook import Tag
from interview_tui.domain.guide import Guide
from interview_tui.domain.values import value

SCHEMA_VERSION = 1
"""The version of the session files that this program writes."""


@value(kw_only=True)
class SessionHeader:
    """The head of a session file; later edits to the guide's own file change nothing here.

    `created_utc` is ISO 8601, `guide_source` the guide's Markdown as typed, `bands` what the study
    sets of its own, and a `practice` session
    is thrown away.
    """

    id: str
    created_utc: str
    app_version: str
    guide: Guide
    guide_source: str
    guide_name: str
    codebook: tuple[Tag, ...]
    study: str = ""
    bands: Mapping[Part, Band] = field(default_factory=dict)
    practice: bool = False
    schema_version: int = SCHEMA_VERSION
