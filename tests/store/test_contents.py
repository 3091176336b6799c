"""What files say, however they are packed, and that it is known where nobody can tell."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from interview_tui.store import contents
from interview_tui.store.contents import content_of

NAME = "José Núñez"
DOCUMENT = "<w:p><w:r><w:t>José Nú</w:t></w:r><w:r><w:t>&#241;ez</w:t></w:r></w:p>"


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name.replace("_", "."), raw)
    return made.getvalue()


def tarred(raw: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        member = tarfile.TarInfo("notes.md")
        member.size = len(raw)
        archive.addfile(member, io.BytesIO(raw))
    return made.getvalue()


def told(folder: Path, name: str, raw: bytes) -> tuple[str, bool]:
    path = folder / name
    path.write_bytes(raw)
    return content_of(path)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("notes.md", NAME.encode()),
        ("notes.txt", NAME.encode("utf-16")),
        ("notes.txt", NAME.encode("latin-1")),
        ("notes.md.gz", gzip.compress(NAME.encode())),
        ("notes.zip", zipped(notes_md=NAME.encode())),
        ("renamed", zipped(notes_md=NAME.encode())),
        ("nested.zip", zipped(inner_zip=zipped(notes_md=NAME.encode()))),
        ("notes.tgz", tarred(NAME.encode())),
        ("report.docx", zipped(document_xml=DOCUMENT.encode())),
        ("list.ods", zipped(**{f"{NAME}_txt": b""})),
        ("id3.txt", f"ID3 stands for {NAME}".encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_is_found_in_it(tmp_path: Path, name: str, raw: bytes) -> None:
    text, whole = told(tmp_path, name, raw)
    assert NAME in text
    assert whole


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("consent.pdf", b""),
        ("scan", b"%PDF-1.7 flate"),
        ("face.JPG", b""),
        ("face", b"\x89PNG\r\n\x1a\n\0\0"),
        ("call.m4a", b""),
        ("call", b"\0\0\0\x18ftypmp42"),
        ("old.doc", b""),
        ("broken.zip", b"PK\x03\x04 and no more"),
        ("broken.gz", gzip.compress(b"a" * 1000)[:20]),
        ("deep.zip", zipped(a_zip=zipped(b_zip=zipped(c_zip=zipped(d_md=b"deep"))))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_looked_into_says_so(tmp_path: Path, name: str, raw: bytes) -> None:
    assert told(tmp_path, name, raw)[1] is False


def test_a_picture_in_a_document_closes_nothing_but_itself(tmp_path: Path) -> None:
    raw = zipped(document_xml=NAME.encode(), face_png=b"\x89PNG\r\n\x1a\n\0\0")
    text, whole = told(tmp_path, "report.docx", raw)
    assert NAME in text
    assert not whole


@pytest.mark.parametrize(
    "raw",
    [gzip.compress(b"a" * 1001), zipped(a_md=b"a" * 600, b_md=b"a" * 600)],
    ids=["gzip", "zip"],  # its bytes hold the second they were made in, and each worker makes them anew
)
def test_what_unpacks_to_too_much_is_left_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: bytes
) -> None:
    monkeypatch.setattr(contents, "MOST_BYTES", 1000)
    assert told(tmp_path, "bomb", raw) == ("", False)
