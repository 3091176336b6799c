"""What a file says as text: plain, compressed, or inside an office document."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

Part = tuple[str, bool]
"""A text, and whether nothing stayed out of it that could not be looked into."""

MOST_BYTES = 100_000_000
"""How much is unpacked of one file; a small archive can hold any amount."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP, _GZIP = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b"
_CLOSED = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"OggS",
    b"fLaC",
    b"ID3",
    b"\x1aE\xdf\xa3",  # Matroska and WebM
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",  # Zstandard
    b"\xd0\xcf\x11\xe0",  # office documents before 2007
)
"""How binary files begin whose text stands there in no form that could be searched."""

_CLOSED_ENDINGS = (
    *(".pdf", ".doc", ".xls", ".ppt", ".gpg", ".age", ".7z", ".rar", ".bz2", ".xz", ".zst"),
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".tif", ".tiff", ".bmp"),
    *(".mp3", ".m4a", ".aac", ".wav", ".ogg", ".opus", ".flac", ".amr"),
    *(".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi"),
)
_MARKUP = (".xml", ".html", ".htm", ".xhtml", ".rels", ".fodt")
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 3
_HEAD = 4096


_NOTHING: Part = ("", False)


def content_of(path: Path) -> Part:
    """What a file says, with the names in an archive, and whether that is all; raises OSError.

    It is not for pictures, recordings, PDFs and the like, and for what cannot be unpacked.
    """
    if path.suffix.lower() in _CLOSED_ENDINGS:
        return _NOTHING
    parts = list(_parts(path.name, path.read_bytes(), _DEEPEST))
    return "\n".join(text for text, _ in parts), all(whole for _, whole in parts)


def _parts(name: str, raw: bytes, deepest: int) -> Iterator[Part]:
    if not deepest or _is_closed(raw):
        yield _NOTHING
    elif raw.startswith(_ZIP):
        yield from _unzipped(raw, deepest)
    elif raw.startswith(_GZIP):
        yield from _gunzipped(name, raw, deepest)
    else:
        text = _decoded(raw)
        yield text, True
        if name.lower().endswith(_MARKUP):
            yield unescape(_TAG.sub("", text)), True  # a word may be in pieces, each with a look of its own


def _is_closed(raw: bytes) -> bool:
    binary = b"\0" in raw[:_HEAD]
    return raw.startswith(b"%PDF") or (binary and (raw.startswith(_CLOSED) or raw[4:8] == b"ftyp"))


def _unzipped(raw: bytes, deepest: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if sum(member.file_size for member in members) > MOST_BYTES:
                yield _NOTHING
                return
            for member in members:
                yield member.filename, True
                yield from _parts(member.filename, archive.read(member), deepest - 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
        yield _NOTHING  # broken, under a password, or packed in another way


def _gunzipped(name: str, raw: bytes, deepest: int) -> Iterator[Part]:
    try:
        with gzip.open(BytesIO(raw)) as packed:
            whole = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        yield _NOTHING
        return
    if len(whole) > MOST_BYTES:
        yield _NOTHING
    else:
        yield from _parts(name.removesuffix(".gz"), whole, deepest - 1)


def _decoded(raw: bytes) -> str:
    if raw.startswith(_UTF_16):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return f"{raw.decode('utf-8', 'replace')}\n{raw.decode('latin-1')}"
