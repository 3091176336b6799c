"""Pitching questions: they present, price or test a solution of ours, which people are polite about."""

from __future__ import annotations

from interview_tui.guides.check.lexicon import words
from interview_tui.guides.check.patterns import Rules, late

_THING = (
    r"(?:product|app|solution|tool|prototype|features?|service|platform|concept|idea|offering|plan"
    r"|dashboard|assistant"
    r"|integration|software|program|system|button|thing|website|module|subscription|card|bot|plugin|widget)"
)
_THINGS = """
    app assistant bot button card concept dashboard feature features idea integration module
    offering plan platform plugin product program prototype service software solution
    subscription system thing tool website widget
"""
_TRY = (
    r"(?:buy|buying|pay|paying|purchase|purchasing|subscrib\w+|sign up|signing up|download\w*|try (?:it"
    r"|this|that|our|out|an?)"
    r"|trying|switch\w*|upgrad\w+|adopt\w*|invest\w*|install\w*|recommend (?:it|this|our|us)|sign off)\b"
)
_USE = r"(?:use|using) (?!(?:it |this |that |them |the \w+ )?for\b)"
_ADVERB = (
    r"(?:\w+ly |ever |also |consider |would |be (?:willing|interested|open|excited|able|happy|prepared"
    r"|ready) (?:to|in) |want to |like to |still |start |even |be )*"
)
_NOT_HOW = "".join(
    rf"(?<!{word} )" for word in sorted(words("how what when where else situations cases circumstances"))
)
_BUILD = (
    r"(?:build|built|building|develop\w*|launch\w*|design\w*|creat\w+|mak(?:e|es|ing)|made|add(?:ed|ing)?"
    r"|offer\w*|test\w*"
    r"|roll(?:ed|ing) out|introduc\w+|releas\w+|automat\w+|sell|selling|provide\w*|came up with)\b"
)
_PITCHES = (
    (
        "could might will would",
        rf"{_NOT_HOW}(?:would|will|might|could) (?:you|your \w+|they"
        rf"|people|guys)(?: guys)? {_ADVERB}(?:(?:actually )?{_TRY}|{_USE}?(?:use|using)(?: \w+)?$"
        rf"|{_USE}(?:it|this|that|them|our|an?|such|something|one|the|these|those)\b"
        rf"|use (?:\w+ ){{1,3}}again\b)",
    ),
    (
        "might will would",
        rf"(?<![a-z] )(?:(?:and|so|then) )?you (?:guys )?(?:would|will|might) (?:\w+ )?(?:actually )?(?:use"
        rf"|{_TRY})",
    ),
    (
        "adopt allows buy expect fair gives help improve invest lets pay reasonable recommend right save "
        "saves sign solve spend stop subscribe switch think try trying upgrade use want we willing work "
        "worth yourself",
        r"(?:how much|what) (?:\w+ )?would (?:you|your \w+) (?!say )(?:\w+ ){0,3}?(?:pay|spend)\b"
        r"|willing to pay|(?:would|will) you recommend [\w ]{2,40} to "
        r"|think (?:this|it|that) would (?:\w+ )?(?:help you|solve|save you|be (?:useful|helpful))|(?:people"
        r"|others|they|anyone) would (?:\w+ )?(?:use|buy|pay)\b|would (?:get|convince|persuade|make"
        rf"|bring) you (?:to )?(?:buy|sign|pay|subscribe|upgrade|switch|use)\b|would (?:it take"
        rf"|be (?:required|needed|necessary)|have to be there) for you to (?:use|buy|pay|switch|sign"
        rf"|subscribe|adopt|try)\b"
        rf"|we (?:have )?thought (?:of|about) \w+ing"
        rf"|the {_THING} (?:lets|allows|gives|saves) you\b|we could (?:build|make|offer|add|send|do|get"
        r"|give)\b|try(?:ing)? (?:a|the|our) (?:beta|trial|demo|prototype)|stop you from (?:buying"
        r"|using (?:it"
        r"|this|that|our)|signing"
        r"|paying|subscribing)|(?<!how do you see )yourself (?:\w+ )?(?:using|buying|paying"
        r"|switching|subscribing)|would (?:this|it|that) (?:\w+ )?(?:solve|save|improve|help (?:you|your"
        r"|with)"
        r"|work for your)\b|something (?:that )?you would (?:ever |actually |really )*(?:use|invest|buy"
        r"|pay|try"
        r"|want)\b|worth (?:paying|\$|€|£)|(?:fair|right|reasonable) price|expect to pay",
    ),
    (
        "likely",
        r"how likely (?:are|would|is it|will) (?:you |that you )?(?:\w+ ){0,4}?(?:use (?:it|this|that|our"
        r"|an?|such)|buy|switch|try|purchase"
        r"|pay|sign|subscribe|adopt|upgrade|renew)\b"
        r"|likely (?:are you )?to (?:use|buy|switch to|try|purchase|pay for|adopt) (?:our|this|it|such"
        r"|xx|the)",
    ),
    (
        "i we",
        r"(?:we|i) (?:are|have been|were|am) (?:also |currently |just |actually )?(?:thinking (?:of|about) "
        r"|considering |planning (?:to|on) |going to |about to )?"
        rf"{_BUILD}|(?:we|i) are working on (?:a|an|our|some)",
    ),
    (
        "i we",
        rf"(?:we|i) (?:have )?(?:just |recently |also |basically )?{_BUILD}(?= (?:a|an|our|the|this|it|you"
        rf"|some|new|something))",
    ),
    (
        "if",
        rf"if (?:we|i|there (?:was|were)|someone|somebody|a company) (?:\w+ ){{0,2}}?(?:{_BUILD}"
        rf"|an? (?:\w+ )?{_THING}|could (?:get|offer|give|build|provide|make|do))",
    ),
    (
        "if there",
        rf"if (?:we|i) (?:\w+ )?(?:removed|dropped|waived|doubled|raised|increased|lowered|charged"
        rf"|changed the price)|there (?:was"
        rf"|were) an? (?:\w+ )?{_THING} that|if you had (?:an? |our |this )(?:\w+ )?{_THING}\b|what if (?:we"
        rf"|you had an?|there (?:was|were|is)|our|your \w+ could|i (?:could|gave|built|offered|showed))\b",
    ),
    (
        "benefit change cut facilitate fit help helpful improve increase make reduce save serve simplify "
        "solve such support useful work",
        r"how (?:can|could|would|might|will) (?:this|it|the \w+(?: \w+)?|an? \w+(?: \w+)?) (?:\w+ )?(?:help"
        r"|support"
        r"|benefit|improve|save|make|be useful|be helpful|facilitate|solve|reduce|simplify)\b|how (?:(?:can"
        r"|could|would|might|will) (?:our|xx|such an?|having|[\w ]{3,30} from our)"
        r"|does our) ?(?:\w+ ){0,6}?(?:help|benefit|improve|fit|work for"
        r"|save|make|be useful|be helpful|facilitate|solve|reduce|change|support|increase|cut|simplify)\b"
        r"|how (?:can|could) (?:this|it) (?:save|help|improve|make|serve|support) you",
    ),
    (
        _THINGS,
        rf"(?:our|this) (?:\w+ ){{0,3}}?{_THING} (?:\w+ )?(?:would|could|will|can|might)\b(?! be (?:improved"
        rf"|better))",
    ),
    (
        "our price us",
        rf"our (?:\w+ ){{0,3}}?{_THING} (?:\w+ )?(?:is able|helps?|saves?|gives?|lets?|makes?|does|rounds"
        rf"|automat\w+"
        r"|offers|allows)\b|would you (?:like|want) us to|what price\b|price would",
    ),
    (
        "our",
        rf"(?:with|in|at|from|of|for|about) our (?:new |own |upcoming )?(?:\w+ )?(?:{_THING}|sensors?|view"
        rf"|model|approach|technology|method)\b(?= (?:\S+ )?(?:you|would|could|will|is|are|notes|reduce|save"
        rf"|help))",
    ),
    (
        _THINGS,
        rf"would (?:our|this|an?|such an?|the) (?:\S+ ){{0,2}}?{_THING} (?:\S+ ){{0,4}}?(?:help"
        rf"|be (?:\w+ )?(?:useful|helpful|valuable|something|of)|solve|work for|make|appeal|interest|save"
        rf"|benefit|improve|fit)",
    ),
    (
        "interested like need want",
        rf"(?:want|like|need) (?:our|us|xx|\w+'s) (?:help|{_THING})\b|would you (?:want|like|need"
        rf"|be interested in) (?:an?|our|this|to have an?|to see an?|such) (?:\w+ ){{0,3}}?{_THING}\b",
    ),
    (
        "buy enjoy in is let like love our prototype want we",
        r"(?:would|will) (?:not )?your \w+ (?:love|like|buy|enjoy|want) (?:that|this|it|our)|(?:that is"
        r"|here is|this is) (?:the|our|a) (?:\w+ )?(?:product|prototype|demo|solution|concept|app|mock-?up"
        r"|dashboard|tool|feature|version|platform|design)"
        r"|prototype of (?:our|a)|in a nutshell|what we do is|let me (?:show you|tell you about) (?:our"
        r"|what we)|how our \w+ \w+s\b|our (?:solution|prototype|upcoming)\b",
    ),
    (
        "helpful useful valuable",
        rf"how (?:\w+ )?(?:useful|helpful|valuable) would (?:an?|this|our"
        rf"|such an?) (?:\w+ ){{0,2}}?{_THING}\b",
    ),
    (
        "imagine",
        rf"imagine (?:that )?(?:our\b|(?:(?:there is|you had|you have"
        rf"|we have) )?an? (?:\w+ )?{_THING} (?:that"
        rf"|which|where)\b)",
    ),
    (
        "a at each every for per",
        r"at [€$£] ?\d+|for [€$£] ?\d+|[€$£] ?\d+ (?:a|per|each|every)\b|\d+ (?:dollars|euros|pounds|bucks"
        r"|quid) (?:a|per)\b|\bper (?:month|seat|user|recruiter) for\b",
    ),
    (
        "buy buying consider favor favour need pay paying rate recommend see switch try use",
        r"would you (?:\w+ly )?(?:rather|prefer to) (?:pay|use|buy|try)\b|would you (?:\w+ly "
        r"|ever )?consider (?:using|buying|paying"
        r"|hiring|trying|switching|purchasing|subscribing)\b|would you be in favou?r of|would you (?:feel"
        r"|be) (?:\w+ )?(?:paying|buying)\b|think (?:\w+ ){1,3}would (?:use|buy|pay)\b"
        r"|(?:do you )?think (?:that )?you would (?:\w+ )?"
        r"(?:use|rate|pay|buy|try|need|recommend|switch)\b|(?:like|want|love) to see in (?:such|our|this"
        r"|an?)\b",
    ),
    (
        "excited interested",
        r"would you be (?:\w+ )?(?:interested|excited) (?:in|if|about)(?! (?:giving|talking|participat|being"
        r"|joining|taking|hearing|another|a follow))|how (?:excited|interested) (?:are|would) you",
    ),
)
_PITCH = Rules(_PITCHES)

_OWN = late(
    rf"\b(?:our|my) (?:\w+ ){{0,2}}?{_THING}\b(?! (?:is|was) (?:down|recorded))"
    rf"|\b(?:we|i) (?:have |are |am )?(?:just |now )?{_BUILD}"
)
_REACTION = late(
    r"(?:how|what) (?:does|do|would|did|is|are) (?:that|this|it|you|your) (?:\w+ )?(?:sound|look|feel|think"
    r"|thoughts?|reactions?|impressions?|opinion)\b|(?:any |your )?(?:first )?(?:thoughts|reactions)$"
    r"|(?:does|would|is) (?:that|this|it) (?:something |sound |be )?(?:appeal|interest|help|useful|good"
    r"|great|you)"
)


def presents_own(told: str, asked: str) -> bool:
    """Whether a solution of ours is announced first, and people are then asked how they like it."""
    return bool(_OWN.search(told) and _REACTION.match(asked))


def pitches(text: str) -> bool:
    """Whether a text in lower case presents, prices or tests a solution."""
    return _PITCH.hold_in(text)
