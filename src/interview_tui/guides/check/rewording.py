"""How a question could be asked instead, in its own words where that can be done well."""

from __future__ import annotations

from interview_tui.guides.check.labels import Reading

_PATTERNS = {
    "leading": "Ask neutrally: “How do you find …?” or “What is … like for you?”",
    "pitch": "Ask about the problem instead: “How do you deal with that today?”",
    "hypothetical": "Ask for the last time: “Tell me about the last time you …”",
    "double-barrelled": "Ask the first part, and keep the second as a probe.",
    "closed": "Open it: begin with “How”, “What” or “Tell me about …”.",
    "closed-choice": "Leave the choices out: “What …?” or “How …?”",
    "factual": "Let a story bring the fact: “Tell me about the last time …”",
    "jargon": "Use the participant's own word, or ask what they call it.",
}


def reworded(rule: str, reading: Reading) -> str:
    """One line with another way to ask."""
    return _PATTERNS[rule]
