"""Named steps from older session files to the present form, each recorded in the file it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from interview_tui.domain.header import SCHEMA_VERSION
from interview_tui.domain.values import value
from interview_tui.store.log_lines import Tables

META = "meta"
META_ID = 1
"""Where a file keeps its header and its version."""


@value
class Migration:
    """A step to `version`, done on the tables in place; its name is never reused."""

    name: str
    version: int
    apply: Callable[[Tables], None]


MIGRATIONS: tuple[Migration, ...] = ()
"""Every step so far, oldest first."""


def meta_of(tables: Tables) -> dict[str, Any]:
    """The row that holds the header; empty if there is none."""
    row = tables.get(META, {}).get(str(META_ID), {})
    return row if isinstance(row, dict) else {}


def version_of(tables: Tables) -> int:
    """The schema version of a file; the present one if it states none."""
    version = meta_of(tables).get("schema_version", SCHEMA_VERSION)
    return version if isinstance(version, int) else SCHEMA_VERSION


def migrate(tables: Tables, migrations: Sequence[Migration] | None = None) -> list[str]:
    """Bring tables up to date in place; the names of the steps that were needed."""
    done: list[str] = []
    for step in MIGRATIONS if migrations is None else migrations:
        if version_of(tables) >= step.version:
            continue
        step.apply(tables)
        meta = meta_of(tables)
        meta["schema_version"] = step.version
        meta["migrations"] = [*meta.get("migrations", []), step.name]
        done.append(step.name)
    return done
