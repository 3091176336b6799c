"""Who was seen when, by the sessions of a workspace."""

from __future__ import annotations

from pathlib import Path

from interview_tui.store.summaries import SessionSummary, last_seen


def test_who_was_seen_is_told_by_their_newest_session_practice_apart() -> None:
    def session(name: str, participant: str, utc: str, *, practice: bool = False) -> SessionSummary:
        return SessionSummary(
            id=name, path=Path(name), participant=participant, created_utc=utc, practice=practice
        )

    seen = last_seen(
        [
            session("d", "P01", "2026-11-24T12:00:00+00:00", practice=True),
            session("c", "p1", "2026-11-23T12:00:00+00:00"),
            session("b", "P01", "2026-11-02T12:00:00+00:00"),
            session("a", "", "2026-11-01T12:00:00+00:00"),
        ]
    )
    assert {who: when[:7] for who, when in seen.items()} == {"P01": "2026-11"}
    assert seen["P01"][8:10] in ("23", "24")
