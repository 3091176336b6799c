"""The files that belong to one session, all named after its `.json`."""

from __future__ import annotations

from pathlib import Path


def log_path(path: Path) -> Path:
    """The log that belongs to a session's `.json` file."""
    return path.with_suffix(".log")


def damaged_path(path: Path) -> Path:
    """Where damaged bytes of a file are set aside."""
    return path.with_name(f"{path.name}.damaged")


def is_taken(path: Path) -> bool:
    """Whether a session is kept under this `.json` path, be it in its log alone."""
    log = log_path(path)
    return path.exists() or (log.exists() and log.stat().st_size > 0)


def lock_path(path: Path) -> Path:
    """The file whose lock gives the right to write the session."""
    return path.with_suffix(".lock")


def owner_path(path: Path) -> Path:
    """Where the holder of that lock says who it is."""
    return path.with_suffix(".owner")
