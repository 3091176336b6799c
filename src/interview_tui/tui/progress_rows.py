"""The study's progress on the home screen: bars that say in figures what they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from interview_tui.domain.progress import Progress, SegmentProgress
from interview_tui.domain.study import Study
from interview_tui.domain.text import visible
from interview_tui.domain.upcoming import Upcoming
from interview_tui.tui.rows import BLANK, Row, Span, bar, clip, row, width_of

_LABEL, _WIDE_LABEL = 16, 24
_WIDE_BAR, _BAR, _SMALL_BAR = 24, 12, 6
_GAP = "   "
_SHORT, _TALL, _WIDE = 24, 30, 100
"""Screens below the first height get two rows; from the second on there is room for more."""

_NO_STUDY = (
    "No study here yet: `{init}` sets whom to talk to, and shows how far you have come.",
    "No study here yet: `{init}` begins one.",
    "No study here yet; see `interview-tui init --help`.",
)
"""The first that fits."""


def progress_rows(
    study: Study, progress: Progress, coming: Sequence[Upcoming], width: int, height: int
) -> list[Row]:
    """The progress for a pane's width and the screen's height."""
    rows = (
        _short(study, progress, coming, width)
        if height < _SHORT
        else _full(study, progress, coming, width, height)
    )
    return [Row(clip(made.spans, width)) for made in rows]


def no_study_rows(init: str, width: int, height: int) -> list[Row]:
    """How to begin a study by the command `init`, if there is room for that."""
    told = (visible(words.format(init=init)) for words in _NO_STUDY)
    words = next((words for words in told if cell_len(words) <= width), "")
    return [row((words, "faint"))] if words and height >= _SHORT else []


# -- two rows ------------------------------------------------------------------------------


def _short(study: Study, progress: Progress, coming: Sequence[Upcoming], width: int) -> list[Row]:
    metric = _metric_words(study, progress)
    second = [("Next ", "dim"), *_coming_spans(coming[:1])] if coming else []
    if metric:
        second += [(_GAP if second else "", ""), (f"metric {metric}", "dim")]
    return [Row(tuple(spans)) for spans in (_segments_in_line(progress, width), second) if spans]


def _segments_in_line(progress: Progress, width: int) -> list[Span]:
    if progress.all_reached:
        return _reached_spans(progress)
    shown = _shown(progress)
    for width_of_bar in (_SMALL_BAR, 0):
        spans = _joined(_part_spans(part, width_of_bar) for part in shown)
        if width_of(spans) <= width:
            return spans
    everybody = SegmentProgress(name="all", target=progress.target, people=progress.towards_target)
    waiting = [part for part in shown if part.target and not part.reached]
    return _joined([_part_spans(everybody, _SMALL_BAR), *(_part_spans(part, 0) for part in waiting)])


def _joined(parts: Iterable[list[Span]]) -> list[Span]:
    return [span for spans in parts for span in (*spans, (_GAP, ""))][:-1]


def _part_spans(part: SegmentProgress, bar: int) -> list[Span]:
    return [
        (f"{_name(part)} ", "dim"),
        *_bar(part, bar),
        (_figures(part.people, part.target), "good" if part.reached else "strong"),
    ]


# -- as many as there is room for ----------------------------------------------------------


def _full(study: Study, progress: Progress, coming: Sequence[Upcoming], width: int, height: int) -> list[Row]:
    tall = height >= _TALL
    wide = width >= _WIDE
    rows = [row((visible(study.objective), "dim")), BLANK] if study.objective and tall and wide else []
    parts = _shown(progress)
    longest = max((cell_len(visible(part.name)) for part in parts), default=0)
    label = min(max(longest + 2, _LABEL), max(_WIDE_LABEL, width * 2 // 5))
    rows += _segment_rows(parts, label, _WIDE_BAR if wide else _BAR, room=8 if tall else 4)
    if progress.all_reached:
        rows.append(Row((_labelled("", label), *_reached_spans(progress))))
    if metric := _metric_words(study, progress):
        words = f"  {visible(study.success_metric)}" if study.success_metric else ""
        rows.append(row(_labelled("Success metric", label), (metric, "strong"), (words, "dim")))
    if coming:
        rows += _coming_rows(coming, label, width, most=3 if tall else 1)
    if progress.elsewhere and tall:
        words = f"{_count(progress.elsewhere, 'interview')} under another title not counted"
        rows.append(row(_labelled("", label), (words, "faint")))
    return rows


def _segment_rows(parts: Sequence[SegmentProgress], label: int, width_of_bar: int, room: int) -> list[Row]:
    shown = parts if len(parts) <= room else parts[: room - 1]
    rows = [
        row(
            _labelled(_name(part, label - 2), label, "text"),
            *_bar(part, width_of_bar),
            (_figures(part.people, part.target), "good strong" if part.reached else "strong"),
            (f"  in {_count(part.sessions, 'interview')}" if part.sessions != part.people else "", "dim"),
        )
        for part in shown
    ]
    if rest := parts[len(shown) :]:
        more = Progress(segments=tuple(rest), people=sum(part.people for part in rest))
        told = _figures(more.towards_target if more.target else more.people, more.target)
        rows.append(row(_labelled(f"{len(rest)} more", label), (told, "strong")))
    return rows


def _coming_rows(coming: Sequence[Upcoming], label: int, width: int, most: int) -> list[Row]:
    """Those who come, several in a row while they fit."""
    rows: list[list[Span]] = [[_labelled("Next", label)]]
    for number, one in enumerate(coming):
        spans = [(_GAP, ""), *_coming_spans([one])] if len(rows[-1]) > 1 else _coming_spans([one])
        if width_of([*rows[-1], *spans]) > width and len(rows[-1]) > 1:
            if len(rows) == most:
                rows[-1].append((f"{_GAP}and {len(coming) - number} more", "dim"))
                break
            rows.append([_labelled("", label), *_coming_spans([one])])
        else:
            rows[-1] += spans
    return [Row(tuple(spans)) for spans in rows]


# -- parts ---------------------------------------------------------------------------------


def _shown(progress: Progress) -> list[SegmentProgress]:
    """The segments; a study without any is one, of everybody."""
    if any(part.name for part in progress.segments):
        return list(progress.segments)
    return [SegmentProgress(name="Interviewed", people=progress.people, sessions=progress.sessions)]


def _name(part: SegmentProgress, width: int = _WIDE_LABEL - 2) -> str:
    (name, _), *_rest = clip([(visible(part.name) or "no segment", "")], width)
    return name


def _bar(part: SegmentProgress, width: int) -> list[Span]:
    """How much of the target is reached; nothing where there is none."""
    if not part.target or not width:
        return []
    return [*bar(part.people / part.target, width, "good" if part.reached else "accent"), (" ", "")]


def _figures(people: int, target: int) -> str:
    if not target:
        return f"{people}"
    return f"{people}/{target}{' ✓' if people >= target else ''}"


def _reached_spans(progress: Progress) -> list[Span]:
    return [("✓ Every target is reached", "good strong"), (f"  {_count_people(progress)}", "dim")]


def _count_people(progress: Progress) -> str:
    return f"{progress.people} {'person' if progress.people == 1 else 'people'} interviewed"


def _metric_words(study: Study, progress: Progress) -> str:
    if progress.metric_answered:
        return f"{progress.metric_met} of {progress.metric_answered} met"
    return "no answers yet" if study.success_metric else ""


def _coming_spans(coming: Sequence[Upcoming]) -> list[Span]:
    spans: list[Span] = []
    for one in coming:
        spans += [(visible(one.pseudonym), "strong"), (" was planned" if one.missed else "", "warn")]
        spans.append((f" {one.words}", "dim" if one.missed else "text"))
    return spans


def _labelled(text: str, width: int, ink: str = "dim") -> Span:
    return (text + " " * (width - cell_len(text)), ink)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
