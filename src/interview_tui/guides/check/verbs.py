"""The few forms of verbs that a reworded question needs; a verb that is not here is not inflected."""

from __future__ import annotations

from interview_tui.guides.check.lexicon import pairs, words

_REGULAR = words(
    """
    use track manage handle share check record book order look search start finish open call email visit
    work cook download export upload print compare contact ask answer talk walk move switch return
    request solve fix change update review approve collect prepare complete explain report create
    schedule store save sort filter organize organise calculate measure monitor hire train learn add
    navigate browse clean deliver install register subscribe renew upgrade recommend
    rate test follow join borrow rent
    invite discuss present analyse analyze process receive
    """
)
_IRREGULAR = pairs(
    """
    buy: bought | choose: chose | do: did | find: found | get: got | give: gave | go: went | keep: kept
    | leave: left | lose: lost | make: made | pay: paid | read: read | see: saw | sell: sold | send:
    sent | spend: spent | take: took | tell: told | try: tried | write: wrote | build: built | bring:
    brought | begin: began | run: ran | meet: met | speak: spoke | teach: taught | set: set | put: put |
    plan: planned | cancel: cancelled | travel: travelled | log: logged | carry: carried | apply:
    applied | pick: picked | drive: drove | hold: held | hear: heard | have: had
    """
)
_PARTICIPLES = pairs(
    """
    done: did | seen: saw | gone: went | taken: took | written: wrote | chosen: chose | spoken: spoke |
    given: gave | begun: began | run: ran | driven: drove
    """
)
_BY_SOME_MEANS = words(
    """
    use track manage handle share plan check record book order search contact cook print compare solve
    fix update review prepare create store sort filter organize organise calculate measure monitor hire
    train clean deliver install process analyse analyze find choose make pay buy write build send pick
    download export upload schedule report test decide collect communicate
    """
)


def has_a_how(verb: str) -> bool:
    """Whether "How do you …?" makes a good question of a verb: people do it, not simply have it."""
    return verb.lower() in _BY_SOME_MEANS


def past(verb: str) -> str:
    """The past tense of an action; empty where it is not known."""
    verb = verb.lower()
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb not in _REGULAR:
        return ""
    return verb + "d" if verb.endswith("e") else verb + "ed"


def past_of_participle(participle: str) -> str:
    """The past tense of a participle: of "written", "wrote"; empty where it is not known."""
    participle = participle.lower()
    if participle in _PARTICIPLES:
        return _PARTICIPLES[participle]
    return participle if participle in _PASTS else ""


_NO_PARTICIPLES = words("did went saw took gave wrote chose began ran spoke drove")
_PASTS = frozenset(map(past, _REGULAR)) | (frozenset(_IRREGULAR.values()) - _NO_PARTICIPLES)
