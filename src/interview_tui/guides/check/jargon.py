"""Words of a trade: buzzwords, and abbreviations that the participant may not share."""

from __future__ import annotations

from interview_tui.guides.check.lexicon import words
from interview_tui.guides.check.patterns import late

_KNOWN = words(
    "COVID AI AM API ASAP ATM BBC CCTV CD CEO CFO CTO CV DIY DVD EU EUR FAQ FBI GBP GP GPS HR HTML ID II"
    " III "
    "IT IV LGBT MBA MRI NASA NHS OK PC PDF PIN PM PR QR SEO SIM SMS TV UK UN URL US USA USB USD VAT VIP "
    "VPN AWS NET JS GPL CSS PHP SQL XML JSON MIT IBM VA UX UI VR HTTP AB NGO WC XX CSV EXCEL GUI ISS KKK"
)
_ABBREVIATION = late(
    r"(?<![\w'’&/-])(?=\w*[A-Z]\w*[A-Z])[A-Za-z]?[A-Z]{2,4}s?\d{0,2}(?![\w'’-])(?! (?i:portal|website|site"
    r"|team|twitter|account|app|programme|program|project|study|scheme)\b)|\b[A-Z]\d{1,2}\b",
)
_BUZZ = late(
    r"\b(?:(?:do|did) you (?:even )?know what (?!time |day |date )(?:\S+ ){1,5}?(?:is|are|means?"
    r"|stands? for)$"
    r"|familiar with the (?:term|concept|notion|acronym)|heard (?:of )?the (?:term|phrase)"
    r"|synerg\w+|leverag\w+|value prop(?:osition)?s?|touch ?points?|paradigm|conversion funnel|north star"
    r"|low-hanging fruit|omnichannel|actionable insights|operationali[sz]e\w*|verticals|learnings"
    r"|pain points?"
    r"|use[- ]cases?|go-to-market|gamif\w+|ideation|jobs[- ]to[- ]be[- ]done|information architecture"
    r"|taxonom\w+"
    r"|affordances?|tech stack|user (?:flow|journey)s?|wireframes?|move the needle"
    r"|time-to-\w+"
    r"|logframe|theory of change|value streams?|dwell time|talent intelligence|lactation cohorts?"
    r"|predictive \w+ model"
    r"|circle back|deep dive|stakeholder alignment|bandwidth|end-to-end|churn rate|burn rate|run rate"
    r"|best-in-class)\b"
)
_STEMS = (
    *(
        "know what",
        "familiar with",
        "heard",
        "synerg",
        "leverag",
        "value",
        "touch",
        "paradigm",
        "conversion",
        "north star",
    ),
    *(
        "low-hanging",
        "omnichannel",
        "actionable",
        "operationali",
        "vertical",
        "learnings",
        "pain point",
        "case",
        "market",
    ),
    *(
        "gamif",
        "ideation",
        "jobs",
        "architecture",
        "taxonom",
        "affordance",
        "stack",
        "microservice",
        "user ",
        "wireframe",
    ),
    *(
        "needle",
        "time-to",
        "logframe",
        "theory",
        "dwell",
        "talent",
        "lactation",
        "predictive",
        "circle",
        "deep dive",
    ),
    *("stakeholder", "bandwidth", "end-to-end", "rate", "best-in-class"),
)
_ABOUT_AN_ORGANISATION = late(r"\b(?:at|within|about|with|for|by|of|follow|from|join|in) $")


def uses_jargon(words: str) -> bool:
    """Whether a question, in the case it was written in, leans on words of a trade."""
    low = words.lower()
    if any(stem in low for stem in _STEMS) and _BUZZ.search(low):
        return True
    if words.isupper() or words.islower():
        return False
    return any(
        found.group().rstrip("s") not in _KNOWN and not _ABOUT_AN_ORGANISATION.search(words[: found.start()])
        for found in _ABBREVIATION.finditer(words)
    )
