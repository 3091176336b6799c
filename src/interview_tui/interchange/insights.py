"""Insights in words, as Markdown and as JSON; words of who does not allow quoting stay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from interview_tui.domain.insight_rank import FORMULA, Evidence, Weighed
from interview_tui.domain.insights import FEW, MANY
from interview_tui.domain.quoting import NOT_TO_BE_QUOTED, barred_words
from interview_tui.domain.text import visible
from interview_tui.interchange.markdown_text import escape, escape_line

SCORE_WORDS = (
    f"Score = importance to customers × importance to the team. Customers: {FORMULA}, or set by hand (*)."
)


def how_many(count: int) -> str:
    """How many insights there are, and a kind word where that is unusual."""
    words = f"{count:,} insight{'' if count == 1 else 's'}"
    if count > MANY:
        return f"{words}: {FEW} to {MANY} are easier to act on"
    return f"{words}: {FEW} to {MANY} are usual" if count < FEW else words


def people_words(count: int) -> str:
    """`1 person`, `5 people`."""
    return f"{count:,} {'person' if count == 1 else 'people'}"


def place_words(each: Weighed) -> str:
    """The rank: `1`, with others `2=`, and `–` while there is none."""
    return "–" if each.place is None else f"{each.place}{'=' if each.tied else ''}"


def segment_words(segments: Iterable[tuple[str, int]]) -> str:
    """`shops 3, riders 2`."""
    return ", ".join(f"{visible(segment) or 'no segment'} {people}" for segment, people in segments)


def votes_words(each: Weighed) -> str:
    """Each one's vote, and how far they are apart: `ada 5, bea 3`."""
    told = ", ".join(f"{visible(name)} {vote}" for name, vote in each.insight.team)
    low, high = each.spread or (0, 0)
    return f"{told} (from {low} to {high})" if high > low else told


def warnings(each: Weighed) -> Iterator[str]:
    """What is worth a second look before anybody acts on an insight."""
    if not each.supporting:
        yield "No note speaks for it yet."
    elif each.thin:
        yield "Only one person speaks for it: a story, not a pattern yet."
    if len(each.people_against) >= len(each.people_for) > 0:
        yield "As many people speak against it as for it, or more."
    if each.disputed:
        yield "The team is far apart: worth talking over."
    if each.missing:
        notes = "1 of its notes is" if each.missing == 1 else f"{each.missing} of its notes are"
        yield f"{notes} there no more and not counted."


def quoted(one: Evidence) -> str:
    """A note with where it comes from, for the clipboard."""
    note = one.note
    words = f"“{note.text}”" if note.word_for_word else note.text
    silent = "" if one.may_be_quoted else f" ({NOT_TO_BE_QUOTED})"
    return f"{words} — {', '.join(filter(None, (note.person, note.segment, note.created_utc[:10])))}{silent}"


# -- plain words ---------------------------------------------------------------------------


def insights_text(insights: Sequence[Weighed]) -> str:
    """One insight a line with its figures, then what is worth a look; for who reads no screen."""
    lines = [how_many(len(insights)) + "."]
    for each in insights:
        decision = f"; {each.insight.decision}" if each.insight.decision else ""
        lines.append(f"{place_words(each)}  {visible(each.insight.statement)}")
        lines.append(f"    {_figures(each)}{decision}")
        lines += [f"    ! {words}" for words in warnings(each)]
    return "\n".join(lines)


def _figures(each: Weighed) -> str:
    unranked = "no vote yet" if each.team is None else "no note for it yet"
    score = unranked if each.score is None else f"score {each.score:.1f}"
    team = "" if each.team is None else f" × team {each.team:.1f}"
    against = f", {len(each.people_against)} against" if each.people_against else ""
    customers = f"customers {each.customers:.1f}{'*' if each.adjusted else ''}"
    return f"{score}: {customers}{team}; {len(each.people_for)} of {people_words(each.people)} for{against}"


# -- Markdown ------------------------------------------------------------------------------


def insights_markdown(insights: Sequence[Weighed], title: str = "") -> str:
    """A report: each insight with its figures, then the notes for and against it, quotes first."""
    blocks = [f"# {escape_line(f'Insights: {title}' if title else 'Insights')}"]
    blocks.append(f"{how_many(len(insights))}. {escape_line(SCORE_WORDS)}")
    for each in insights:
        blocks += _insight_blocks(each)
    barred = {one.note.key for each in insights for one in each.evidence if not one.may_be_quoted}
    if words := barred_words(len(barred)):
        blocks.append(f"*{words}*")
    return "\n\n".join(blocks) + "\n"


def _insight_blocks(each: Weighed) -> Iterator[str]:
    insight = each.insight
    rank = "Not ranked yet:" if each.place is None else f"{place_words(each)}\\."
    yield f"## {rank} {escape_line(insight.statement)}"
    facts = [
        ("Weight", _figures(each)),
        ("Team", votes_words(each)),
        ("Decision", insight.decision),
        ("Next step", insight.next_step),
        ("Owner", insight.owner),
    ]
    yield "\n".join(f"- **{name}:** {escape_line(words)}" for name, words in facts if words)
    for words in warnings(each):
        yield f"> {escape_line(words)}"
    for name, side, segments in (
        ("For", each.supporting, each.segments_for),
        ("Against", each.against, each.segments_against),
    ):
        if side:
            people = people_words(len({one.note.person for one in side}))
            yield f"### {name}: {people} ({escape_line(segment_words(segments))})"
            yield "\n".join(map(_evidence_line, side))


def _evidence_line(one: Evidence) -> str:
    """One list item; a quote is a blockquote in it, so that nobody takes a summary for their words."""
    note = one.note
    who = escape_line(" · ".join(filter(None, (note.person, note.segment, note.created_utc[:10]))))
    if note.bare:
        return f"- **{who}** — *a mark without words*"
    if not one.may_be_quoted:
        return f"- **{who}** — *{NOT_TO_BE_QUOTED}*"
    if note.word_for_word:
        return f"- **{who}**\n  > {escape(note.text, '  > ')}"
    return f"- **{who}** — {escape(note.text, '  ')}"


# -- JSON ----------------------------------------------------------------------------------


def insights_json(insights: Sequence[Weighed]) -> list[dict[str, Any]]:
    """The same for programs; the text of a note that must not be quoted is null."""
    return [_insight_json(each) for each in insights]


def _insight_json(each: Weighed) -> dict[str, Any]:
    insight = each.insight
    return {
        "id": insight.id,
        "rank": each.place,
        "tied": each.tied,
        "statement": insight.statement,
        "score": each.score,
        "customers": round(each.customers, 2),
        "customers_from_evidence": round(each.computed_customers, 2),
        "adjusted": each.adjusted,
        "team": None if each.team is None else round(each.team, 2),
        "votes": dict(insight.team),
        "people_for": len(each.people_for),
        "people_against": len(each.people_against),
        "people": each.people,
        "segments_for": dict(each.segments_for),
        "segments_against": dict(each.segments_against),
        "decision": insight.decision,
        "next_step": insight.next_step,
        "owner": insight.owner,
        "warnings": list(warnings(each)),
        "missing": each.missing,
        "evidence": [_evidence_json(one) for one in each.evidence],
    }


def _evidence_json(one: Evidence) -> dict[str, Any]:
    note = one.note
    return {
        "side": one.side,
        "session": note.session,
        "note": note.id,
        "participant": note.participant,
        "segment": note.segment,
        "at_ms": note.at_ms,
        "tags": list(note.tags),
        "word_for_word": note.word_for_word,
        "may_be_quoted": one.may_be_quoted,
        "text": note.text if one.may_be_quoted else None,
    }
