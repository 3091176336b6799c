"""The command that says whether information repeats yet."""

from __future__ import annotations

import argparse

from interview_tui.commands.parsing import Commands, add_json, print_json, reading_workspace_of
from interview_tui.commands.printing import complain_of_unreadable, say


def add_to(commands: Commands) -> None:
    """Declare it."""
    words = "Say whether information repeats yet, among everybody and in each segment"
    found = commands.add("saturation", words, _saturation)
    found.add_argument("--by", choices=("themes", "tags"), help="what to count; as the library has it")
    add_json(found)


def _saturation(parsed: argparse.Namespace) -> int:
    from interview_tui.domain.heard import by_of, heard_by_segment, rule_of
    from interview_tui.domain.text import visible
    from interview_tui.domain.themes import themes_of
    from interview_tui.interchange.saturation import saturation_json, saturation_text
    from interview_tui.store.library.reading import read_library
    from interview_tui.store.study_record import read_study_record

    workspace = reading_workspace_of(parsed)
    record = read_study_record(workspace.study_record)
    library = read_library(workspace)
    complain_of_unreadable(len(library.unreadable))
    themes, rule = themes_of(record), rule_of(record)
    by = parsed.by or by_of(record, themes)
    segments = (None, *library.segments) if len(library.segments) > 1 else (None,)
    parts = list(zip(segments, heard_by_segment(library, by, themes, segments), strict=True))
    if parsed.json:
        print_json(saturation_json(parts, rule, by))
    else:
        say(*map(visible, saturation_text(parts, rule, by)))
    return 0
