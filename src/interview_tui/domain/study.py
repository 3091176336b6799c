"""A study: what a series of interviews is to learn, and how its notes and its talk are judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from interview_tui.domain.bands import Band, Part
from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook
from interview_tui.domain.values import value


@value(kw_only=True)
class Segment:
    """Some of the people whom a study is about, and how many of them it means to interview."""

    name: str
    target: int = 0
    description: str = ""


@value(kw_only=True)
class Study:
    """The study of a workspace; `guide` names a file in its guides folder, `bands` override the defaults.

    `retention_days` is how long a session may be kept after its interview; None: no limit was set.
    """

    title: str = ""
    objective: str = ""
    hypothesis: str = ""
    success_metric: str = ""
    segments: tuple[Segment, ...] = ()
    retention_days: int | None = None
    guide: str = ""
    codebook: Codebook = DEFAULT_CODEBOOK
    bands: Mapping[Part, Band] = field(default_factory=dict)
