"""The words around the program say what the program does."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from textual.binding import Binding
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from interview_tui import cli
from interview_tui.domain.bands import DEFAULT_BANDS
from interview_tui.domain.codebook import DEFAULT_CODEBOOK
from interview_tui.store.config import read_config
from interview_tui.store.saver import SaveStatus
from interview_tui.store.study import read_study
from interview_tui.tui.commands import COMMANDS, HOTKEYS, check_keymap
from interview_tui.tui.library_screen import LibraryScreen
from interview_tui.tui.screens.agreement import AgreementScreen
from interview_tui.tui.screens.codebook import CodebookScreen
from interview_tui.tui.screens.codebook_change import CodebookChangeScreen
from interview_tui.tui.screens.coding import CodingScreen
from interview_tui.tui.screens.debrief import DebriefScreen
from interview_tui.tui.screens.forget import ForgetScreen
from interview_tui.tui.screens.guides import GuidesScreen
from interview_tui.tui.screens.help import HelpScreen
from interview_tui.tui.screens.home import HomeScreen
from interview_tui.tui.screens.insight_cards import GradeCard
from interview_tui.tui.screens.insight_form import InsightForm
from interview_tui.tui.screens.insights import InsightsScreen
from interview_tui.tui.screens.invitation import InvitationScreen
from interview_tui.tui.screens.live import HOT_TAGS
from interview_tui.tui.screens.mirror import MirrorScreen
from interview_tui.tui.screens.name_guide import NameGuide
from interview_tui.tui.screens.name_tag import NameTag
from interview_tui.tui.screens.participant_form import ParticipantForm
from interview_tui.tui.screens.participants import ParticipantsScreen
from interview_tui.tui.screens.paste_guide import PasteGuide
from interview_tui.tui.screens.patterns import PatternsScreen
from interview_tui.tui.screens.people import PeopleScreen
from interview_tui.tui.screens.pick_evidence import PickEvidence
from interview_tui.tui.screens.pick_row import PickRow
from interview_tui.tui.screens.put_into import PutInto
from interview_tui.tui.screens.ready import ReadyScreen
from interview_tui.tui.screens.review import ReviewScreen
from interview_tui.tui.screens.saturation import SaturationScreen
from interview_tui.tui.screens.score import ScoreScreen
from interview_tui.tui.screens.search import SearchScreen
from interview_tui.tui.screens.summary import SummaryScreen
from interview_tui.tui.screens.tag_form import TagForm
from interview_tui.tui.screens.themes import ThemesScreen
from interview_tui.tui.screens.type_line import TypeLine
from interview_tui.tui.screens.unsaved import UnsavedScreen
from interview_tui.tui.top_rows import saved_span

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {path.name if path.parent == ROOT else f"docs/{path.name}": path.read_text("utf-8") for path in PAGES}
README, KEYS, GUIDE = TEXTS["README.md"], TEXTS["docs/keys.md"], TEXTS["docs/user-guide.md"]

LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
CODE_FILE = re.compile(r"`((?:[\w-]+/)*[\w-]+\.(?:py|tcss))`")
MENTION = re.compile(r"`(interview-tui [^`]*)`")
FENCES = re.compile(r"```.*?```", re.DOTALL)
ANY_PAGE = pytest.mark.parametrize("name", TEXTS)


def rows(page: str, *heads: str) -> list[list[str]]:
    """The cells of the table with these first columns."""
    start = page.index(f"| {' | '.join(heads)} |")
    lines = page[start:].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def ticked(cell: str) -> list[str]:
    """What stands in backquotes."""
    return cast("list[str]", re.findall(r"`([^`]+)`", cell))


KEY_NAMES = {ticked(key)[0]: ticked(name)[0] for key, name in rows(KEYS, "key", "name")}


def keys_of(cell: str) -> set[str]:
    """The keys of a cell as Textual names them."""
    return {KEY_NAMES.get(key, key) for key in ticked(cell)}


# -- keys ----------------------------------------------------------------------------------


def test_the_page_of_keys_has_every_command_with_its_keys_and_no_other() -> None:
    told = [
        (ticked(name)[0], words, keys_of(line), keys_of(pane), "".join(ticked(typed)).removeprefix("/"))
        for name, words, line, pane, typed in rows(KEYS, "id", "what it does", "typing", "in a pane", "typed")
    ]
    assert told == [
        (
            command.id,
            command.help,
            set(filter(None, command.line_keys.split(","))),
            set(filter(None, command.pane_keys.split(","))),
            command.typed,
        )
        for command in COMMANDS
    ]


def test_the_page_of_keys_has_the_direct_keys_of_the_commonest_tags() -> None:
    told = [
        (ticked(name)[0], tag, *ticked(key)) for name, tag, key in rows(KEYS, "tag's id", "which tag", "key")
    ]
    assert told == [
        (f"tag{number}", tag.capitalize(), key)
        for number, (tag, key) in enumerate(zip(HOT_TAGS, HOTKEYS, strict=True), start=1)
    ]


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("home", HomeScreen),
        ("guides", GuidesScreen),
        ("new guide", NameGuide),
        ("paste a guide", PasteGuide),
        ("participants", ParticipantsScreen),
        ("participant", ParticipantForm),
        ("forget", ForgetScreen),
        ("get ready", ReadyScreen),
        ("practice", InvitationScreen),
        ("score", ScoreScreen),
        ("debrief", DebriefScreen),
        ("review", ReviewScreen),
        ("saturation", SaturationScreen),
        ("mirror", MirrorScreen),
        ("codebook", CodebookScreen),
        ("rename a tag", NameTag),
        ("a tag", TagForm),
        ("choose one", PickRow),
        ("what would change", CodebookChangeScreen),
        ("themes", ThemesScreen),
        ("into a theme", PutInto),
        ("one line", TypeLine),
        ("insights", InsightsScreen),
        ("insight", InsightForm),
        ("evidence", PickEvidence),
        ("grade", GradeCard),
        ("summary", SummaryScreen),
        ("not saved", UnsavedScreen),
        ("help", HelpScreen),
        ("library", LibraryScreen),
        ("search", SearchScreen),
        ("people", PeopleScreen),
        ("patterns", PatternsScreen),
        ("two coders", AgreementScreen),
        ("coding", CodingScreen),
    ],
)
def test_the_page_of_keys_has_every_key_of_the_other_screens(name: str, screen: type[Screen[Any]]) -> None:
    told: list[set[str]] = [
        keys_of(keys) for place, keys, _ in rows(KEYS, "screen", "keys", "what they do") if place == name
    ]
    bound = {
        key.strip() for binding in Binding.make_bindings(screen.BINDINGS) for key in binding.key.split(",")
    }
    assert bound
    assert bound - set().union(*told) == set()


# -- commands ------------------------------------------------------------------------------


def parsers(
    parser: argparse.ArgumentParser, path: str = "interview-tui"
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser."""
    yield path, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from parsers(below, f"{path} {name}")


PARSERS = dict(parsers(cli._parser()))
EVERYWHERE = {"-h", "--help", "--version", "--workspace"}


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings}


@pytest.mark.parametrize("command", PARSERS)
def test_the_readme_has_every_command_with_all_of_its_options(command: str) -> None:
    lines = [line for line in README.splitlines() if line.startswith("|")]
    told = next(line for line in lines if f"`{command} " in line or f"`{command}`" in line)
    assert {option for option in options_of(PARSERS[command]) - EVERYWHERE if option not in told} == set()


@pytest.mark.parametrize("option", ["--workspace DIR", "--help", "--version"])
def test_the_readme_has_the_options_of_all_commands(option: str) -> None:
    assert f"`{option}`" in README


@ANY_PAGE
def test_no_page_speaks_of_a_command_or_an_option_that_is_not_there(name: str) -> None:
    for mention in MENTION.findall(TEXTS[name]):
        words = mention.split()
        command = next(" ".join(words[:end]) for end in (3, 2, 1) if " ".join(words[:end]) in PARSERS)
        assert command != "interview-tui" or words[1].startswith("-"), mention
        assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", mention)) <= options_of(PARSERS[command]), mention


# -- what can be checked against the rules -------------------------------------------------


def test_the_user_guide_tells_the_bands_of_a_study_that_sets_none() -> None:
    told = {
        ticked(part)[0]: (goal, limit)
        for part, goal, limit in rows(GUIDE, "part of the interview", "goal", "limit")
    }
    assert told == {
        part: (f"{band.goal:.0%}".replace("%", " %"), f"{band.limit:.0%}".replace("%", " %"))
        for part, band in DEFAULT_BANDS.items()
    }


def test_the_user_guide_and_the_readme_have_every_tag_with_its_letter() -> None:
    told = [(ticked(key)[0], name, words) for key, name, words in rows(GUIDE, "letter", "tag", "for")]
    assert told == [(tag.key, tag.name, tag.description) for tag in DEFAULT_CODEBOOK.tags]
    assert [
        f"`{key}` {name}" for key, name, _ in told if f"`{key}` {name}" not in README.replace("\n", " ")
    ] == []


@pytest.mark.parametrize(
    "status",
    [
        SaveStatus("saved"),
        SaveStatus("saving", 1),
        SaveStatus("saved", 0, "the disk is almost full"),
        SaveStatus("failed", 1, "…"),
    ],
)
def test_the_user_guide_explains_every_mark_of_saving(status: SaveStatus) -> None:
    assert f"| `{saved_span(status)[0]}` |" in GUIDE


def examples(heading: str, page: str) -> str:
    """The first TOML example below a heading."""
    return page.split(f"## {heading}")[1].split("```toml\n")[1].split("```")[0]


def test_the_example_of_a_study_can_be_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_text(examples("Your study", GUIDE), "utf-8")
    study = read_study(path)
    assert len(study.codebook.tags) == 3
    assert set(study.bands) == {"dig_in", "whole_session"}


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("docs/user-guide.md", "Your own settings"),
        ("docs/keys.md", "Keys of your own"),
    ],
)
def test_the_examples_of_settings_can_be_used_as_they_are(name: str, heading: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(examples(heading, TEXTS[name]), "utf-8")
    config = read_config(path)
    usable, problems = check_keymap({command: ",".join(keys) for command, keys in config.keys.items()})
    assert problems == []
    assert usable
    assert config.theme in {"", *BUILTIN_THEMES}


def test_the_themes_that_are_called_light_are() -> None:
    told = ticked(GUIDE.split("Light ones are")[1].split("use your terminal")[0])
    assert {name for name in told if name != "ansi-dark"} == {
        name for name, theme in BUILTIN_THEMES.items() if not theme.dark
    }


# -- links and files -----------------------------------------------------------------------


def anchors(page: str) -> set[str]:
    """The places of a page that a link can name, as code hosts make them from headings."""
    titles = re.findall(r"^#+ (.+)$", FENCES.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@ANY_PAGE
def test_every_link_leads_somewhere(name: str) -> None:
    for link in LINK.findall(FENCES.sub("", TEXTS[name])):
        target, _, place = link.partition("#")
        path = ((ROOT / name).parent / target).resolve() if target else ROOT / name
        assert path.exists(), link
        assert not place or place in anchors(path.read_text("utf-8")), link


@ANY_PAGE
def test_every_file_of_the_code_that_is_named_is_there(name: str) -> None:
    for file in CODE_FILE.findall(TEXTS[name]):
        assert (ROOT / file).exists() or (ROOT / "src" / "interview_tui" / file).exists(), file


def test_the_index_lists_every_page() -> None:
    linked = set(LINK.findall(TEXTS["docs/README.md"]))
    assert {path.name for path in PAGES if path.parent != ROOT} - linked - {"README.md"} == set()
