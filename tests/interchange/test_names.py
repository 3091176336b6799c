"""Who is given away by a text that leaves is told by pseudonym, and nothing of it is repeated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview_tui.domain.participant import Contact, Participant
from interview_tui.interchange.markdown_text import escape
from interview_tui.interchange.names import names_warning
from interview_tui.store.participants import edit_roster
from interview_tui.store.workspace import Workspace

ADA = Contact(pseudonym="", name="Ada Lovelace", email="ada@example.org", note="mornings only")
SAM = Contact(pseudonym="", name="Sam Lee")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    with edit_roster(tmp_path / "participants.json") as editor:
        editor.add(Participant(pseudonym="P02"), ADA)
        editor.add(Participant(pseudonym="P07"), SAM)
    return Workspace(tmp_path)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("her boss said no", ""),
        ("Ada said no", ""),
        ("Sam Lee, Sam", "It holds the name of P07: look before anybody else gets it."),
        ("mornings only", ""),
        ("Ada Lovelace said no", "It holds the name of P02: look before anybody else gets it."),
        (
            "ADA LOVELACE, ada@example.org, and Sam Lee",
            "It holds the name and the e-mail of P02, the name of P07: look before anybody else gets it.",
        ),
        (json.dumps({"text": "Sam\tLee"}), "It holds the name of P07: look before anybody else gets it."),
        (escape("ada@example.org", ""), "It holds the e-mail of P02: look before anybody else gets it."),
    ],
)
def test_it_says_whose_name_or_address_a_text_has(workspace: Workspace, text: str, warning: str) -> None:
    assert names_warning(workspace, text) == warning


def test_where_several_people_are_told_of_a_first_name_counts(workspace: Workspace) -> None:
    warning = names_warning(workspace, "P01 named somebody: Ada", parts=True)
    assert warning == "It holds a part of the name of P02: look before anybody else gets it."


def test_where_nobody_is_known_nothing_is_looked_for(tmp_path: Path) -> None:
    assert names_warning(Workspace(tmp_path), "Ada Lovelace") == ""


def test_it_says_so_where_it_cannot_be_known(workspace: Workspace) -> None:
    workspace.participants_file.write_bytes(b"no json")
    assert "Nobody can tell whether a name stands in it" in names_warning(workspace, "Ada")
