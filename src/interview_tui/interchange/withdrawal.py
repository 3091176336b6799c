"""What a withdrawal would do and what it did, in words; nothing personal is repeated but file names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from interview_tui.domain.text import visible
from interview_tui.store.traces import Trace
from interview_tui.store.withdrawal import Outcome, Prospect

HISTORY = "This folder is under version control: its history still has the older files."
OUTSIDE = (
    "Copies outside of the workspace (exports elsewhere, backups, recordings, the history of a shell "
    "in which you typed a name) are yours to delete."
)


def prospect_lines(found: Prospect) -> list[str]:
    """What is going to be removed, and what is to be decided."""
    if found.begun:
        return [f"The withdrawal of {found.pseudonym} was interrupted; it goes on from there."]
    if found.withdrew and found.participant is not None:
        when = found.participant.withdrawn_utc[:10]
        return [
            f"{found.pseudonym} withdrew on {when} already; their sessions were kept and are still there."
        ]
    kinds = "name and contact data, " if found.contact else ""
    return [
        f"{found.pseudonym} will be forgotten: {kinds}answers, schedule and incentive are removed.",
        "The number is never given again. This cannot be undone.",
    ]


def sessions_words(found: Prospect) -> str:
    """The sessions and exports that are to be decided about: `2 sessions and 3 exports`."""
    sessions = count(len(found.sessions), "session")
    return f"{sessions} and {count(len(found.exports), 'export')}" if found.exports else sessions


def outcome_lines(outcome: Outcome, folder: Path) -> list[str]:
    """What was done, and where a person has to look."""
    done = outcome.done
    who = "contact data, " if done.contact else ""
    lines = [f"{done.pseudonym} is forgotten; {who}answers and schedule are removed."]
    if outcome.again:
        lines = [f"{done.pseudonym} had withdrawn before; now their sessions are gone too."]
    if done.sessions or done.exports:
        lines.append(
            f"{count(done.sessions, 'session')} and {count(done.exports, 'export')} were deleted, "
            f"with drafts, logs and index."
        )
    if outcome.examples:
        lines.append(
            f"{count(outcome.examples, 'tag')} had their words as an example; they are out of study.toml "
            f"and of what is kept to undo its changes."
        )
    if done.kept:
        lines.append(f"{count(done.kept, 'session')} stay under the pseudonym, as asked.")
    if done.contact and not outcome.traces and not outcome.unread:
        lines.append("Every file of the workspace was searched: no name, e-mail or telephone number is left.")
    lines += _traces("Still there; look, and remove it by hand:", outcome.traces, folder)
    lines += [f"    {visible(place)}" for place in outcome.places]
    lines += _traces("Perhaps, a word of the name stands there:", outcome.perhaps, folder)
    lines += _paths(f"Tell of {done.pseudonym} or of a deleted session:", outcome.mentions, folder)
    lines += _paths("Cannot be read, so that nobody can tell whose they are:", outcome.unreadable, folder)
    lines += _paths("Could not be searched; look yourself:", outcome.unread, folder)
    if outcome.has_history:
        lines.append(HISTORY)
    return [*lines, OUTSIDE]


def _traces(heading: str, traces: Iterable[Trace], folder: Path) -> Iterator[str]:
    told = [f"  {_short(trace.path, folder)} ({', '.join(trace.signs)})" for trace in traces]
    yield from [heading, *told] if told else []


def _paths(heading: str, paths: Iterable[Path], folder: Path) -> Iterator[str]:
    told = [f"  {_short(path, folder)}" for path in paths]
    yield from [heading, *told] if told else []


def _short(path: Path, folder: Path) -> str:
    return visible(path.relative_to(folder).as_posix())


def count(number: int, word: str) -> str:
    """A number with its word: `1 session`, `2 sessions`."""
    return f"{number} {word}{'' if number == 1 else 's'}"
