"""What came up in which interview: the themes or the tags of each, and which of them were new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from interview_tui.domain.completeness import Completeness, completeness
from interview_tui.domain.library import Library, LibraryNote, LibrarySession
from interview_tui.domain.saturation import By, Grouped, Rule, Saturation, saturation_of
from interview_tui.domain.study_record import Change, StudyRecord
from interview_tui.domain.themes import Theme
from interview_tui.domain.values import value

SETTINGS = "saturation:rule"
"""The target of the study's record that remembers the rule's numbers, and what counts as a theme."""

LIMITS = {"base": (2, 20), "run": (1, 10), "threshold": (0, 25)}
"""Between which numbers the rule may be set."""


@value(kw_only=True)
class HeardInterview:
    """One interview and what came up in it: the notes of each theme or tag in the order of time."""

    session: LibrarySession
    heard: Mapping[str, Sequence[LibraryNote]]
    new: tuple[str, ...]


class Heard:
    """Interviews in the order held, those without any theme or tag apart: they were not looked at yet.

    `names` says what the key of a theme is called, a tag is its own name; `loose` counts notes without any,
    `bare` those of them that wait for their words: they are not missing from any theme.
    """

    def __init__(
        self,
        interviews: Iterable[HeardInterview],
        names: Mapping[str, str],
        left_out: Iterable[LibrarySession] = (),
        loose: int = 0,
        *,
        by: By = "themes",
        bare: int = 0,
    ) -> None:
        self.interviews = tuple(interviews)
        self._names = names
        self.left_out = tuple(left_out)
        self.loose = loose
        self.by = by
        self._bare = bare

    def name(self, key: str) -> str:
        """What a key of `HeardInterview.heard` is called."""
        return self._names.get(key, key)

    @cached_property
    def completeness(self) -> Completeness:
        """How much of what there is to hear was heard."""
        incidence = Counter(key for interview in self.interviews for key in interview.heard)
        return completeness(incidence.values(), len(self.interviews))

    def saturation(self, rule: Rule) -> Saturation:
        """What the rule says."""
        new = [len(interview.new) for interview in self.interviews]
        return saturation_of(new, rule, by=self.by, grouped=self.grouped)

    @cached_property
    def grouped(self) -> Grouped:
        """How much of the interviews was grouped."""
        heard = (one.heard.values() for one in self.interviews)
        notes = sum(len({note.id for notes in each for note in notes}) for each in heard)
        held = len(self.interviews)
        return Grouped(
            notes=notes,
            of_notes=notes + self.loose - self._bare,
            interviews=held,
            of_interviews=held + len(self.left_out),
        )


def heard_in(library: Library, by: By, themes: Iterable[Theme] = (), segment: str | None = None) -> Heard:
    """What came up in a library's interviews, or in those of one segment."""
    return heard_by_segment(library, by, themes, (segment,))[0]


def heard_by_segment(
    library: Library, by: By, themes: Iterable[Theme], segments: Sequence[str | None]
) -> list[Heard]:
    """What came up in the interviews of each of some segments, None for all; each note is looked at once."""
    themes = tuple(themes)
    groups = _groups(library, themes) if by == "themes" else None
    coded: dict[str, dict[str, list[LibraryNote]]] = {}
    loose: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for note in library.notes:
        keys = note.tags if groups is None else groups.get(note.key, ())
        if not keys:
            loose[note.session] += 1
            bare[note.session] += note.bare
            continue
        heard = coded.setdefault(note.session, {})
        for key in keys:
            heard.setdefault(key, []).append(note)
    names = {theme.id: theme.name for theme in themes}
    return [
        _heard_of(
            [one for one in library.sessions if segment is None or one.segment == segment],
            coded,
            (loose, bare),
            names if by == "themes" else {},
            by,
        )
        for segment in segments
    ]


def _heard_of(
    sessions: Iterable[LibrarySession],
    coded: Mapping[str, Mapping[str, Sequence[LibraryNote]]],
    without: tuple[Counter[str], Counter[str]],
    names: Mapping[str, str],
    by: By,
) -> Heard:
    known: set[str] = set()
    interviews: list[HeardInterview] = []
    left_out: list[LibrarySession] = []
    loose = bare = 0
    for session in sessions:
        loose += without[0][session.id]
        bare += without[1][session.id]
        found = coded.get(session.id)
        if found is None:
            left_out.append(session)
            continue
        new = tuple(key for key in found if key not in known)
        known.update(new)
        interviews.append(HeardInterview(session=session, heard=found, new=new))
    return Heard(interviews, names, left_out, loose, by=by, bare=bare)


def _groups(library: Library, themes: tuple[Theme, ...]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for theme in themes:
        for key in theme.notes:
            if key in library.notes_by_key:
                groups.setdefault(key, []).append(theme.id)
    return groups


# -- what is remembered --------------------------------------------------------------------


def rule_of(record: StudyRecord) -> Rule:
    """The rule as it was set, the published numbers where it was not."""
    default = Rule()
    return Rule(
        base=_setting(record, "base", default.base),
        run=_setting(record, "run", default.run),
        threshold=_setting(record, "threshold", default.threshold),
    )


def _setting(record: StudyRecord, name: str, default: int) -> int:
    low, high = LIMITS[name]
    found = record.field(SETTINGS, name)
    is_number = isinstance(found, int) and not isinstance(found, bool)
    return min(max(int(found), low), high) if is_number and found is not None else default


def by_of(record: StudyRecord, themes: Iterable[Theme]) -> By:
    """What counts as a theme: what was chosen, else themes where a theme has notes, else tags."""
    found = record.field(SETTINGS, "by")
    if found in ("themes", "tags"):
        return "themes" if found == "themes" else "tags"
    return "themes" if any(theme.notes for theme in themes) else "tags"


def set_rule(record: StudyRecord, name: str, by: int) -> list[Change]:
    """One of the rule's numbers larger or smaller by so much; nothing at the end of its range."""
    low, high = LIMITS[name]
    here: int = getattr(rule_of(record), name)
    there = min(max(here + by, low), high)
    return [Change(SETTINGS, name, there)] if there != here else []


def forget_rule() -> list[Change]:
    """The published numbers again."""
    return [Change(SETTINGS, name, None) for name in LIMITS]


def count_by(by: By) -> list[Change]:
    """Count themes, or tags."""
    return [Change(SETTINGS, "by", by)]
