"""What cannot be searched for names is named, and whatever can is searched."""

from __future__ import annotations

import gzip

from interview_tui.domain.participant import Contact
from interview_tui.store.checkup.privacy import check_names
from interview_tui.store.participants import Roster
from interview_tui.store.workspace import Workspace

ROSTER = Roster(contacts={"P07": Contact(pseudonym="P07", name="José Núñez")})


def test_what_nobody_can_look_into_is_named(workspace: Workspace) -> None:
    for name in ("a.pdf", "b.png", "c.m4a"):
        (workspace.path / name).touch()
    (found,) = check_names(workspace, ROSTER)
    assert found.state == "ok"
    assert "nobody can look into a.pdf, b.png, 1 more" in found.message


def test_a_packed_file_is_looked_into(workspace: Workspace) -> None:
    (workspace.path / "notes.md.gz").write_bytes(gzip.compress(b"JOSE NUNEZ said"))
    (found,) = check_names(workspace, ROSTER)
    assert found.state == "warn"
    assert "the name of P07 in notes.md.gz" in found.message
