"""Running a command in this process."""

from __future__ import annotations

import sys

import pytest

from interview_tui.__main__ import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """A command's exit code, output and complaints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["interview-tui", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    assert isinstance(ended.value.code, int)
    out, err = capsys.readouterr()
    return ended.value.code, out, err
