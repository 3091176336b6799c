"""Two coders' agreement in plain words and as JSON; kappa and alpha are worked out by NLTK, where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from interview_tui.domain.agreement import (
    Agreement,
    Coefficients,
    Measure,
    Ratings,
    TagAgreement,
    alpha_words,
    kappa_words,
)
from interview_tui.domain.text import visible
from interview_tui.errors import InterviewError


class NoAgreementLibrary(InterviewError):  # noqa: N818 - the name says what is the case
    """Kappa and alpha cannot be worked out here."""

    title = "NLTK is not installed"


def nltk_measure() -> Measure:
    """Cohen's kappa and Krippendorff's alpha by NLTK's `AnnotationTask`; raises NoAgreementLibrary.

    NLTK takes a third of a second to import: ask in a thread.
    """
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError:
        raise NoAgreementLibrary(
            "Kappa and alpha need NLTK, which is not installed: `pip install 'interview-tui[agreement]'` "
            "brings it. Shares and disagreements are here without it."
        ) from None

    def measure(ratings: Ratings) -> Coefficients:
        """Cohen's kappa and Krippendorff's alpha of what the two coders gave each note."""
        data = [
            (coder, note, given)
            for note, both in enumerate(ratings)
            for coder, given in zip(("first", "second"), both, strict=True)
        ]
        task = AnnotationTask(data=data)
        return float(task.kappa()), float(task.alpha())

    return measure


def agreement_text(agreement: Agreement) -> str:
    """One thing a line: who, over how many notes, then each tag."""
    return "\n".join(map(visible, _lines(agreement)))


def _lines(agreement: Agreement) -> Iterator[str]:
    first, second = agreement.first, agreement.second
    notes = "note" if agreement.notes == 1 else "notes"
    yield f"{first} and {second}: {agreement.notes:,} {notes} decided by both, {agreement.alike:,} alike"
    width = max((len(tag.counts.tag) for tag in agreement.tags), default=0)
    for tag in agreement.tags:
        counts = tag.counts
        yield (
            f"{counts.tag:<{width}}  agree {counts.agreed:4.0%}  both {counts.both}, {first} only "
            f"{counts.first_only}, {second} only {counts.second_only}{_coefficients(tag, agreement)}"
        )
    yield f"Disagreements to settle: {len(agreement.open)}; settled: {agreement.settled}"


def _coefficients(tag: TagAgreement, agreement: Agreement) -> str:
    if not agreement.measured:
        return ""
    kappa = kappa_words(tag.kappa) if tag.kappa is None else f"{tag.kappa:.2f} ({kappa_words(tag.kappa)})"
    alpha = alpha_words(tag.alpha) if tag.alpha is None else f"{tag.alpha:.3f} ({alpha_words(tag.alpha)})"
    return f"  kappa {kappa}  alpha {alpha}"


def agreement_json(agreement: Agreement) -> dict[str, Any]:
    """The same for programs; a coefficient is null where a coder did not vary, or NLTK is not installed."""
    return {
        "coders": [agreement.first, agreement.second],
        "notes": agreement.notes,
        "alike": agreement.alike,
        "measured": agreement.measured,
        "tags": [
            {
                "tag": tag.counts.tag,
                "both": tag.counts.both,
                "first_only": tag.counts.first_only,
                "second_only": tag.counts.second_only,
                "neither": tag.counts.neither,
                "agreed": tag.counts.agreed,
                "prevalence": tag.counts.prevalence,
                "kappa": tag.kappa,
                "alpha": tag.alpha,
            }
            for tag in agreement.tags
        ],
        "disagreements": [
            {"note": one.note, "first": sorted(one.first), "second": sorted(one.second)}
            for one in agreement.open
        ],
        "settled": agreement.settled,
    }
