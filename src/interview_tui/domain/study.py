"""A study: what a series of interviews is to learn, and how its notes and its talk are judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from interview_tui.domain.bands import Band, Part
from interview_tui.domain.codebook import DEFAULT_CODEBOOK, Codebook
from interview_tui.domain.values import value


@value(kw_only=True)
class Study:
    """The study of a workspace; `guide` names a file in its guides folder, `bands` override the defaults."""

    title: str = ""
    objective: str = ""
    hypothesis: str = ""
    success_metric: str = ""
    guide: str = ""
    codebook: Codebook = DEFAULT_CODEBOOK
    bands: Mapping[Part, Band] = field(default_factory=dict)
