"""The tags of a `study.toml` edited in its text: comments, order and everything else stay byte for byte.

What comes out is read again before anybody keeps it: it has to be the same study with the new tags.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace

from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.codebook_changes import edits_between
from interview_tui.domain.study import Study
from interview_tui.store.study import StudyError, study_of
from interview_tui.store.study_text import quoted, study_text, tag_text
from interview_tui.store.toml_file import places_of_keys

_VALUE = re.compile(
    r'(?P<head>\s*["\']?[\w-]+["\']?[ \t]*=[ \t]*)'
    r'(?:"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"(?!")|\'[^\'\n]*\'(?!\'))'
    r"(?P<rest>.*)",
    re.DOTALL,
)
_TAG_FIELDS = tuple(field.name for field in fields(Tag))


def with_codebook(name: str, text: str | None, codebook: Codebook) -> str:
    """The text of a study file with these tags instead of its own; None: there is no file yet.

    Raises StudyError where the file has a mistake, or writes its tags in a way that cannot be edited.
    """
    if text is None:
        return study_text(Study(codebook=codebook))
    study = study_of(name, text)
    if study.codebook == codebook:
        return text
    edited = _edited(text, study.codebook, codebook)
    try:
        as_meant = study_of(name, edited) == replace(study, codebook=codebook)
    except StudyError:
        as_meant = False
    if not as_meant:
        raise StudyError(
            f"The tags of {name} are written in a way that cannot be edited from here; write each of them "
            f'as a [[tag]] with one key = "value" on a line.'
        )
    return edited


def _edited(text: str, before: Codebook, after: Codebook) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    file = _Lines(text)
    if not file.blocks:
        return _appended(text, after.tags, end)
    for change in edits_between(before, after):
        if change.before is None:
            if change.after is not None:
                file.add(change.after, end)
        elif change.after is None:
            file.drop(before.tags.index(change.before))
        else:
            file.change(before.tags.index(change.before), change.before, change.after, end)
    return file.text


def _appended(text: str, tags: tuple[Tag, ...], end: str) -> str:
    """The file with all tags behind everything else: it had none of its own until now."""
    gap = "" if not text else end if text.endswith("\n") else end * 2
    blocks = (end * 2).join(tag_text(tag).replace("\n", end) for tag in tags)
    return f"{text}{gap}{blocks}{end}"


class _Lines:
    """A file's lines, and which of them make each `[[tag]]`: its own line, and the lines of each key.

    A piece that is dropped becomes empty instead of going, so that the numbers stay true.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.lines[:-1] = [f"{line}\n" for line in self.lines[:-1]]
        places = [(place, line - 1) for place, line in places_of_keys(text)]
        starts = {line for _, line in places}
        self.blocks: list[dict[str, range]] = []
        for (table, _, key), line in places:
            if table != "tag":
                continue
            if not key:
                self.blocks.append({})
            if self.blocks:
                self.blocks[-1][key] = range(line, self._end_of(line, starts))

    def _end_of(self, line: int, starts: set[int]) -> int:
        """Where the value of a key ends: before the next line that is none of its own."""
        end = line + 1
        while end < len(self.lines) and end not in starts and not self._is_whole(line, end):
            end += 1
        return end

    def _is_whole(self, line: int, end: int) -> bool:
        told = "".join(self.lines[line:end])
        return "=" not in told or _VALUE.match(told) is not None

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join(self.lines)

    def change(self, number: int, before: Tag, after: Tag, end: str) -> None:
        """Make one tag another."""
        for field in _TAG_FIELDS:
            told: str = getattr(after, field)
            if told != getattr(before, field):
                self._put(self.blocks[number], field, told, end)

    def _put(self, block: dict[str, range], key: str, told: str, end: str) -> None:
        known = block.get(key)
        if known is None:
            if told:
                self._insert(max(lines.stop for lines in block.values()) - 1, f"{key} = {quoted(told)}", end)
            return
        found = _VALUE.match("".join(self.lines[line] for line in known))
        value = f"{found['head']}{quoted(told)}{found['rest']}" if found and told else ""
        self.lines[known.start : known.stop] = [value, *("" for _ in known[1:])]

    def _insert(self, line: int, told: str, end: str) -> None:
        """Put something behind a line, into the same place of the list."""
        before = self.lines[line]
        if not before:  # a key that was taken away just now
            self.lines[line] = f"{told}{end}"
            return
        self.lines[line] = f"{before}{told}{end}" if before.endswith("\n") else f"{before}{end}{told}"

    def drop(self, number: int) -> None:
        """Take a tag out, and one of the empty lines that it stood between."""
        block = self.blocks[number]
        first, last = block[""].start, max(lines.stop for lines in block.values())
        for line in range(first, last):
            if line in self._own(block) or not self.lines[line].strip():
                self.lines[line] = ""
        if last < len(self.lines) and not self.lines[last].strip():
            self.lines[last] = ""

    @staticmethod
    def _own(block: dict[str, range]) -> set[int]:
        return {line for lines in block.values() for line in lines}

    def add(self, tag: Tag, end: str) -> None:
        """Put a tag behind the last one."""
        last = max(lines.stop for lines in self.blocks[-1].values()) - 1
        self._insert(last, f"{end}{tag_text(tag).replace(chr(10), end)}", end)
