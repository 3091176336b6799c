"""From a command to a running screen; what the screen needs is imported behind the first frame."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, cast

from interview_tui.boot import FirstFrame, require_terminal
from interview_tui.domain.values import value

if TYPE_CHECKING:
    from interview_tui.domain.study import Study
    from interview_tui.store.config import Config
    from interview_tui.store.workspace import Workspace
    from interview_tui.tui.app import First, InterviewApp, Opening


@value(kw_only=True)
class StartWish:
    """What `start` was asked for."""

    guide: str = ""
    participant: str = ""
    role: Literal["moderator", "notes", "solo"] | None = None
    now: bool = False
    practice: bool = False


def start(find: Callable[[], Workspace], wish: StartWish, frame: FirstFrame) -> int:
    """Open the live screen on a guide; without `now`, the get-ready step before it."""
    require_terminal("interview-tui guide show FILE")
    return _run(lambda: _start(find, wish), frame)


def resume(workspace: Workspace, named: str, frame: FirstFrame) -> int:
    """Go on with a session."""
    require_terminal(f"interview-tui show {named or 'last'}")
    return _run(lambda: _resume(workspace, named), frame)


def home(workspace: Workspace, frame: FirstFrame) -> int:
    """Open the home screen."""
    require_terminal("interview-tui list")
    return _run(lambda: _home(workspace), frame)


def demo(workspace: Workspace, frame: FirstFrame) -> int:
    """Open the practice interview that plays itself."""
    require_terminal("interview-tui demo --sample DIR")
    return _run(lambda: _demo(workspace), frame)


def review(workspace: Workspace, named: str, frame: FirstFrame) -> int:
    """Open one session for review; without a name the newest."""
    require_terminal(f"interview-tui show {named or 'last'}")
    return _run(lambda: _review(workspace, named or "last"), frame)


def library(workspace: Workspace, place: str, frame: FirstFrame) -> int:
    """Open a place of the library."""
    require_terminal("interview-tui search WORDS")
    return _run(lambda: _library(workspace, place), frame)


def _run(make: Callable[[], InterviewApp], frame: FirstFrame) -> int:
    """Build the app behind the outline, run it, and say its last words."""
    _import_without_openssl()
    app = make()
    frame.hand_over()
    app.run()
    if app.last_words and not app.return_code:
        print(app.last_words)
    return app.return_code or 0


def _import_without_openssl() -> None:
    """Let asyncio come up as on a Python without ssl: OpenSSL costs 10 ms, and nothing here has a network."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def _start(find: Callable[[], Workspace], wish: StartWish) -> InterviewApp:
    from interview_tui.tui.planning import plan_for

    workspace, config = find(), _config()
    study = _study(workspace)
    plan = plan_for(
        workspace,
        study,
        config,
        guide=wish.guide,
        participant=wish.participant,
        role=wish.role,
        practice=wish.practice,
        now=wish.now,
    )
    if wish.now:
        if not plan.practice:
            workspace.create()  # what is wrong with it is told before a screen stands
        return _app(workspace, config, study, lambda app: app.live_screen(app.begin(plan)))
    return _app(workspace, config, study, lambda app: app.ready_screen(plan), first="ready")


def _resume(workspace: Workspace, named: str) -> InterviewApp:
    from interview_tui.store.clock import SystemClock
    from interview_tui.tui.live_session import resume_session

    study, mistake = _study_or_mistake(workspace)
    path = workspace.resolve(named) if named else workspace.unfinished()
    live = resume_session(path, SystemClock())
    first: First = "debrief" if live.session.finished else "live"
    return _app(
        workspace, _config(), study, lambda app: app.live_screen(live), first=first, study_mistake=mistake
    )


def _home(workspace: Workspace) -> InterviewApp:
    study, mistake = _study_or_mistake(workspace)
    return _app(
        workspace, _config(), study, lambda app: app.home_screen(), first="home", study_mistake=mistake
    )


def _demo(workspace: Workspace) -> InterviewApp:
    from interview_tui.domain.study import Study

    return _app(workspace, _config(), Study(), lambda app: app.invitation_screen(), first="invitation")


def _review(workspace: Workspace, named: str) -> InterviewApp:
    from interview_tui.tui.review_session import open_review
    from interview_tui.tui.screens.review import ReviewScreen

    study, mistake = _study_or_mistake(workspace)
    config = _config()
    # Before a screen stands: who refused notes, and a session that is not there, are told in a sentence.
    review = open_review(workspace.resolve(named), config.author, study.codebook)
    return _app(
        workspace,
        config,
        study,
        lambda _app: ReviewScreen(review),
        first="review",
        study_mistake=mistake,
    )


def _library(workspace: Workspace, place: str) -> InterviewApp:
    from interview_tui.errors import InterviewError
    from interview_tui.tui.library_places import BY_NAME

    if place not in BY_NAME:
        raise InterviewError(f"The library has no {place!r}; choose one of {', '.join(BY_NAME)}.")
    study, mistake = _study_or_mistake(workspace)
    first = cast("First", place)
    return _app(
        workspace,
        _config(),
        study,
        lambda app: app.place_screen(place),
        first=first,
        study_mistake=mistake,
    )


def _config() -> Config:
    from interview_tui.store.config import config_path, read_config

    return read_config(config_path(os.environ))


def _study(workspace: Workspace) -> Study:
    from interview_tui.store.study import read_study

    return read_study(workspace.study_file)


def _study_or_mistake(workspace: Workspace) -> tuple[Study, str]:
    """The study, or an empty one and the sentence about its mistake, which stops only a start."""
    from interview_tui.domain.study import Study
    from interview_tui.errors import InterviewError

    try:
        return _study(workspace), ""
    except InterviewError as error:
        return Study(), error.message


def _app(
    workspace: Workspace,
    config: Config,
    study: Study,
    opening: Opening,
    *,
    first: First = "live",
    study_mistake: str = "",
) -> InterviewApp:
    from interview_tui.tui.app import InterviewApp

    return InterviewApp(workspace, config, opening, study, first=first, study_mistake=study_mistake)
