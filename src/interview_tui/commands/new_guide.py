"""`guide new`: a guide of one's own from a template, a file, or a text that is piped in or pasted."""

from __future__ import annotations

import shlex

from interview_tui.commands.piped_guide import PIPED, piped_guide
from interview_tui.domain.text import visible
from interview_tui.guides.describe import taken_text
from interview_tui.guides.draft import drafted
from interview_tui.guides.pasted import PASTED_TEXT
from interview_tui.store.guide_files import DEFAULT_GUIDE, create_guide, guide_source
from interview_tui.store.workspace import Workspace


def new_guide(workspace: Workspace, name: str, template: str) -> int:
    """Make the guide and say where it is; a text in a foreign form is told line by line."""
    text = piped_guide() if template == PIPED else guide_source(template or DEFAULT_GUIDE, workspace)
    origin = PASTED_TEXT if template == PIPED else template or DEFAULT_GUIDE
    draft = drafted(text, " ".join(name.removesuffix(".md").split()), origin=origin)
    path = create_guide(workspace, name, draft.source)
    if draft.rewritten:
        print(taken_text(draft.guide))
    print(visible(f"Wrote {path}"))
    if path.stem != name:
        print(visible(f"As a file it is called {path.stem}."))
    print(visible(f"Edit it, then check its questions:  interview-tui guide check {shlex.quote(str(path))}"))
    return 0
