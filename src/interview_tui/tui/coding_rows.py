"""What a coder sees: the note without anybody's tags, their own tags, and how far they are."""

from __future__ import annotations

from collections.abc import Sequence

from interview_tui.domain.codebook import Codebook, Tag
from interview_tui.domain.coding import Codings
from interview_tui.domain.library import Library, LibraryNote
from interview_tui.domain.text import cells, clock, one_line, visible
from interview_tui.tui.forms import Option
from interview_tui.tui.rows import BLANK, Row, Span, bar, between, clip, paragraph, row

_INTERVIEWS = 200
"""How many interviews are offered one by one."""

TAG_ROW = "tag:"
"""How the action of a tag that is clicked begins; its name follows."""

SAMPLES: tuple[Option, ...] = ((0, "all of them"), (20, "a sample of 20"), (50, "of 50"), (100, "of 100"))

_INTRODUCTION = (
    "Two people give the same notes their tags, each without seeing the other's, nor the tags that the notes "
    "have already. How far they agree shows how clear the codebook is. A sample is the same for everybody: "
    "chance draws it, once."
)
_HELP = (
    ("a letter", "give the note the tag of this letter, or take it back"),
    ("0", "no tag, and on"),
    ("enter", "these are its tags: on to the next open note; with none chosen it asks"),
    ("left right", "the note before, the next"),
    ("u", "undo"),
    ("esc", "to the agreement; every answer is kept already"),
)


def scope_options(library: Library) -> list[Option]:
    """All notes, those of each segment, those of each of the newest interviews, newest first."""
    options: list[Option] = [("all", "all interviews")]
    if len(library.segments) > 1:
        options += [(f"segment:{name}", visible(name) or "no segment") for name in library.segments]
    for session in library.sessions[: -_INTERVIEWS - 1 : -1]:
        who = visible(session.participant) or session.id
        options.append((f"session:{session.id}", f"{who}, {session.created_utc[:10]}"))
    return options


def introduction_rows(codings: Codings, problem: str, width: int) -> list[Row]:
    """What this is for, who coded what so far, and what is wrong with an answer."""
    rows = paragraph(_INTRODUCTION, width, "dim")
    coders = codings.coders
    if coders:
        told = ", ".join(f"{visible(coder)} {len(codings.decided(coder)):,}" for coder in coders)
        rows += [BLANK, *paragraph(f"Notes decided so far: {told}.", width, "text")]
    rows += [BLANK, *paragraph(problem, width, "warn", first=(("! ", "warn strong"),))] if problem else []
    return rows


def coder_row(coder: str, decided: int, count: int, waiting: int, width: int) -> Row:
    """Who codes, and how far they are."""
    left: list[Span] = [(" Two coders", "title")]
    if not coder:
        return Row(tuple(left))
    left.append((f"  {visible(coder)} codes", "text"))
    saved = "saving…  " if waiting else ""
    return between(left, [(f"{saved}{decided:,} of {count:,} decided ", "dim")], width)


def coded_note_rows(
    note: LibraryNote, place: int, count: int, decided: int, width: int, *, done: bool
) -> list[Row]:
    """One note as a coder reads it: without tags and stars, which would tell what others think."""
    who = visible(
        "  ·  ".join(filter(None, (note.participant or note.session, note.phase, clock(note.at_ms))))
    )
    state = "decided" if done else "open"
    rows = [
        Row(bar(decided / count if count else 0.0, width, "good")),
        between(
            [(f"Note {place + 1:,} of {count:,}", "title"), (f"  {who}", "dim")],
            [(f"  {state}", "dim")],
            width,
        ),
    ]
    if note.question:
        rows += paragraph(note.question, width, "note")
    return [*rows, BLANK, *paragraph(" ".join(note.text.split()), width, "text strong")]


def tag_rows(codebook: Codebook, given: frozenset[str], width: int, height: int, *, done: bool) -> list[Row]:
    """The codebook with the coder's own tags marked, in as many columns as it takes."""
    tags = codebook.tags
    columns = 1 if len(tags) <= height - 1 else min(3, max(1, width // 18))
    each = -(-len(tags) // columns)
    room = width // columns
    rows: list[Row] = []
    for at in range(each):
        spans: list[Span] = []
        for tag in tags[at::each]:
            spans += _tag_spans(tag, tag.name in given, room, words=columns == 1)
        action = f"{TAG_ROW}{tags[at].name}" if columns == 1 else f"{TAG_ROW}{at}/{each}/{room}"
        rows.append(Row(clip(spans, width), action))
    mark: Span = ("● ", "strong") if done and not given else ("○ ", "dim")
    rows.append(row((" 0  ", "accent strong"), mark, ("no tag", "dim"), action=f"{TAG_ROW}"))
    return rows


def tag_clicked(action: str, codebook: Codebook, x: int) -> str:
    """The name of the tag that was clicked; "" for no tag."""
    name = action.removeprefix(TAG_ROW)
    parts = name.split("/")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        at, each, room = map(int, parts)
        place = min(at + each * (x // room), len(codebook.tags) - 1)
        return codebook.tags[place].name
    return name


def _tag_spans(tag: Tag, given: bool, room: int, *, words: bool) -> Sequence[Span]:
    ink = f"tag-{tag.colour}"
    name = one_line(tag.name, max(4, min(18, room - 7)))
    spans: list[Span] = [
        (f" {tag.key}  ", "accent strong"),
        ("● " if given else "○ ", "strong" if given else "dim"),
        (name + " " * max(0, min(20, room - 6) - cells(name)), f"{ink} strong" if given else ink),
    ]
    if words:
        spans.append((visible(tag.description), "faint"))
    return spans


def coding_help(width: int) -> list[Row]:
    """All keys while coding."""
    rows = [row(("Keys of this screen", "title"), ("   any key closes this", "dim"))]
    return rows + [
        Row(clip([(f" {key:<11}", "accent strong"), (words, "text")], width)) for key, words in _HELP
    ]
