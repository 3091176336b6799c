"""Changes of the codebook as the study's record keeps them: what was done, how far it came, what was before.

A change is undone as one step, also after a restart; one that was interrupted is finished or taken back.
"""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.codebook_changes import Move
from interview_tui.domain.study_record import Change, StudyRecord
from interview_tui.domain.values import value

KIND = "change"
_LABEL, _OLD, _NEW, _BEFORE, _AFTER = "label", "from", "to", "file_before", "file_after"
_DONE, _SETTLED, _LEFT = "done", "settled", "left"


@value(kw_only=True)
class KeptChange:
    """A change of the codebook; `id` is its target in the record.

    `before` and `after` are the text of `study.toml`, None where there was no such file. `done` says what
    is wanted, done or taken back; `settled` whether it came to its end but for the sessions in `left`.
    """

    id: str
    label: str
    move: Move | None = None
    before: str | None = None
    after: str | None = None
    done: bool = True
    settled: bool = False
    left: tuple[str, ...] = ()

    @property
    def device(self) -> str:
        """What its events in the sessions are known by."""
        return self.id.replace(":", "-")


def changes_of(record: StudyRecord) -> list[KeptChange]:
    """Every change of the codebook, in the order in which they were made."""
    found = [_kept(record, target) for target in record.targets(KIND)]
    return sorted(found, key=lambda change: _stamp(record, change.id))


def last_done(changes: Sequence[KeptChange]) -> KeptChange | None:
    """The change that an undo takes back."""
    return next((change for change in reversed(changes) if change.done and change.settled), None)


def interrupted(changes: Sequence[KeptChange]) -> KeptChange | None:
    """A change that neither came to its end nor was taken back."""
    return next((change for change in changes if not change.settled), None)


def unfinished(changes: Sequence[KeptChange]) -> list[KeptChange]:
    """Changes that left sessions out which were open elsewhere."""
    return [change for change in changes if change.settled and change.left]


def beginning(change: KeptChange) -> list[Change]:
    """What is kept before anything is done."""
    move = change.move
    told = {
        _LABEL: change.label,
        _OLD: move.old if move else None,
        _NEW: move.new if move else None,
        _BEFORE: change.before,
        _AFTER: change.after,
    }
    fields = [Change(change.id, name, text) for name, text in told.items() if text is not None]
    return [*fields, *going(change.id, done=True)]


def going(target: str, *, done: bool) -> list[Change]:
    """It is being done, or being taken back."""
    return [Change(target, _DONE, done), Change(target, _SETTLED, False)]


def settled(target: str, left: Sequence[str]) -> list[Change]:
    """It came to its end, but for these sessions."""
    return [Change(target, _LEFT, "\n".join(left) or None), Change(target, _SETTLED, True)]


def _kept(record: StudyRecord, target: str) -> KeptChange:
    fields = record.fields(target)

    def text(name: str) -> str | None:
        """A field of the change as text; None for anything else."""
        told = fields.get(name)
        return told if isinstance(told, str) else None

    old, new = text(_OLD), text(_NEW)
    return KeptChange(
        id=target,
        label=text(_LABEL) or "change the codebook",
        move=None if old is None or new is None else Move(old, new),
        before=text(_BEFORE),
        after=text(_AFTER),
        done=fields.get(_DONE) is not False,
        settled=fields.get(_SETTLED) is True,
        left=tuple((text(_LEFT) or "").split("\n")) if text(_LEFT) else (),
    )


def _stamp(record: StudyRecord, target: str) -> tuple[int, str, str]:
    event = record.setting(target, _LABEL)
    return (0, "", target) if event is None else event.stamp
