"""Where in a TOML file each key stands: also behind strings that look like something else."""

from __future__ import annotations

import pytest
from tests.store.support import a_header

from interview_tui.domain.codebook import Tag
from interview_tui.store.records import header_from_row, header_to_row
from interview_tui.store.toml_file import places_of_keys


@pytest.mark.parametrize(
    "above",
    [
        "x = '''\n[[tag]]\nname = 1'''",
        'x = """\n[[tag]]\\"""\nname = 1 ""\n"""',
        'x = """ one line """  # """',
        'x = """ends with its own""""',
        'x = \'it is """ here\'',
        "x = \"it is ''' here\"",
        'x = "a \\" # [[tag]]"',
        "# ''' never opened",
        'x = ["""a""", "b"]',
    ],
)
def test_a_key_is_found_on_its_line_behind_any_string(above: str) -> None:
    places = dict(places_of_keys(f'{above}\n[[tag]]\nname = "y"\n'))
    last = len(above.split("\n"))
    assert places["tag", 0, ""] == last + 1
    assert places["tag", 0, "name"] == last + 2
    assert sum(table == "tag" for table, _, _ in places) == 2


def test_a_session_of_before_there_were_parents_and_examples_is_read() -> None:
    row = header_to_row(a_header())
    row["codebook"] = [{"key": "p", "name": "pain", "colour": "red", "description": "hurts"}]
    assert header_from_row(row).codebook == (Tag(key="p", name="pain", colour="red", description="hurts"),)
