"""Where in a workspace somebody still stands: every byte of every file, and the files' names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from interview_tui.domain.participant import Contact
from interview_tui.domain.personal import Sign, search_for, searchable
from interview_tui.domain.values import value
from interview_tui.store.contents import content_of
from interview_tui.store.errors import StoreError
from interview_tui.store.library.index_file import is_index_file
from interview_tui.store.reasons import reason_for
from interview_tui.store.workspace import Workspace

RESERVE_NAME = ".reserve"
"""The file that keeps room on the disk free; in its random bytes every short word stands somewhere."""


@value
class Trace:
    """A file that tells of somebody, and what of them stands there."""

    path: Path
    signs: tuple[Sign, ...]


def find_traces(
    workspace: Workspace,
    contact: Contact,
    *,
    roster_too: bool = False,
    parts: bool = False,
    unread: list[Path] | None = None,
    closed: list[Path] | None = None,
) -> list[Trace]:
    """The files of a workspace that hold somebody's name, e-mail or telephone number.

    The participants' own file is left out, because it is the place for them, unless `roster_too`; `parts`
    counts single words of the name as well. A file that cannot be read goes into `unread`, where that is
    given, and raises StoreError otherwise; one that cannot be looked into, such as a picture, into `closed`.
    """
    wanted = {contact.pseudonym: contact}
    found = traces_of(workspace, wanted, roster_too=roster_too, parts=parts, unread=unread, closed=closed)
    return found[contact.pseudonym]


def traces_of(
    workspace: Workspace,
    contacts: Mapping[str, Contact],
    *,
    roster_too: bool = False,
    parts: bool = False,
    unread: list[Path] | None = None,
    closed: list[Path] | None = None,
) -> dict[str, list[Trace]]:
    """The same for many people at once, by pseudonym: each file is read only one time."""
    searches = {pseudonym: search_for(contact, parts=parts) for pseudonym, contact in contacts.items()}
    traces: dict[str, list[Trace]] = {pseudonym: [] for pseudonym in contacts}
    if not any(search.clues for search in searches.values()):
        return traces
    own = "" if roster_too else f"{workspace.participants_file.stem}."
    for path, text in _texts(workspace, unread, closed):
        if own and path.parent == workspace.path and path.name.startswith(own):
            continue
        told = searchable(text)
        for pseudonym, search in searches.items():
            if signs := search.signs_in(told):
                traces[pseudonym].append(Trace(path, signs))
    return traces


def mentions_of(workspace: Workspace, pseudonym: str, sessions: Iterable[str]) -> list[Path]:
    """The files that name one of these sessions, or a pseudonym where it has no business.

    It may stay in other sessions, which tell who named somebody, and where it is kept that it was given.
    """
    ids = [re.escape(session_id.lower()) for session_id in sessions]
    anywhere = _words(ids) if ids else None
    elsewhere = _words([f"p0*{int(pseudonym[1:])}", *ids])
    own = (workspace.participants_file, workspace.withdrawals_file)
    found = []
    for path, text in _texts(workspace, [], []):
        wanted = anywhere if path.parent == workspace.sessions else elsewhere
        if wanted and path not in own and wanted.search(text.lower()):
            found.append(path)
    return found


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")


def _texts(
    workspace: Workspace, unread: list[Path] | None, closed: list[Path] | None
) -> Iterator[tuple[Path, str]]:
    """Every file in the folder and below with its name and its content.

    Links are not followed, the reserve is nothing but noise, and what the search index has was looked for
    in the sessions already; a withdrawal erases it first.
    """
    for path in sorted(workspace.path.rglob("*")):
        if not path.is_file() or path.is_symlink() or path.name == RESERVE_NAME or is_index_file(path):
            continue
        try:
            text, whole = content_of(path)
        except FileNotFoundError:
            continue  # a draft that became a file meanwhile
        except OSError as error:
            if unread is None:
                raise StoreError(
                    f"{path} cannot be searched because {reason_for(error)}; make it readable and try again."
                ) from error
            unread.append(path)
            continue
        if not whole and closed is not None:
            closed.append(path)
        yield path, f"{path.relative_to(workspace.path)}\n{text}"
