"""The closed questions with which interviews open and end, accepted as they are."""

from __future__ import annotations

from interview_tui.guides.check.patterns import Rules

_MEET = (
    r"(?:(?:talk|speak|chat|meet)(?:ing)? (?:to|with)|be (?:talking|speaking) (?:to|with)|(?:should|could"
    r"|to) interview\b(?: next)?|reach out|contact\b"
    r"|connect\b|introduce|intro\b|recommend (?:we|i|that we|that i|us|for (?:us|me))|up for a"
    r"|get in touch|put (?:us"
    r"|me) in touch)"
)
_WHO = (
    r"(?:who|whom|anyone|anybody|someone|somebody|other|colleagues?|people|person|others|teammates?"
    r"|friends?)"
)
_ANY = r"(?:anything|something|any ?thing|nothing)"
_CLOSERS = (
    (
        "else further left more",
        rf"{_ANY} (?:else|more|left|further)(?: that| which)?(?:$| (?:you|we|i|to|on|for (?:me|us)"
        rf"|about(?! (?:it|that|this)\b)"
        rf"|at all|before|from|comes?|important|worth|i|that))(?!.*\b(?:use|using|used|tried|know before"
        rf"|before working|before you)\b)",
    ),
    (
        "anything nothing something thing",
        rf"{_ANY} (?:\w+ )?(?:that )?(?:we|i) (?:did not|have not|should|missed|forgot|left|could)"
        rf"|{_ANY} (?:that )?you (?:would|want|wanted|wish|were|are|feel|think|thought|expected|hoped)"
        r" ?(?:\w+ )?(?:like |love )?(?:to (?:add|share|say|ask|mention|tell|talk|bring)|me to|us to"
        r"|(?:i|we) "
        r"|expecting|hoping|important)",
    ),
    (
        "areas contact contacting issues open points subjects things topics",
        r"any other (?:topics|areas|things|issues|points|subjects) (?:that )?(?:you|we)|open to (?:us"
        r"|me) contacting|contact(?:ing)? you again",
    ),
    ("anything nothing something thing", rf"{_ANY} to add|\bsomething to add"),
    (
        "else thoughts",
        r"^(?:anything else|what else|who else|who (?:\w+ )?else (?:is there|do you know)|who else is there"
        r"|any other thoughts\b.*"
        r"|who else should (?:i|we)\b.*)$",
    ),
    (
        "know",
        r"know (?:of )?(?:any(?:one|body)|some(?:one|body)|any other (?:people|teams|companies"
        r"|colleagues|\w+s)"
        r"|(?:other|more) people)(?: else)? (?:who|that|with|in) (?!.*\b(?:did|was|were|had)\b)",
    ),
    (
        "advice comment comments concern concerns feedback question questions suggestion suggestions "
        "thoughts tips",
        r"any(?: other| final| last| more| closing| remaining| further)? (?:questions?|thoughts|comments?"
        r"|concerns?|feedback|advice|suggestions?|tips)(?: or \w+)?"
        r"(?: (?:for|to) (?:me|us)| about (?:how this|this|the (?:study|session|interview)|18f|us\b)"
        r"| (?:that )?(?:you (?:have|would|want)|before|at this)| on your|$| at all| so far| and )",
    ),
    (
        "advice feedback question questions suggestion suggestions",
        r"(?:questions?|advice|feedback|suggestions?) (?:or \w+ )?(?:for|to) (?:me|us)\b"
        r"|questions (?:do )?you have for (?:me|us)|other feedback\b|questions before we",
    ),
    (
        "anybody anyone colleague colleagues friend friends other others people person somebody someone "
        "teammate teammates who whom",
        rf"{_WHO}\b(?!.*\b(?:did|do|does|were|are) (?:you|they|your \w+) (?:usually |normally |first "
        rf"|mostly )?(?:{_MEET}))(?=.*\b(?:should|could|can|would|might|may|who|else|to|recommend"
        rf"|suggest)\b) (?:\S+ ){{0,9}}?{_MEET}",
    ),
    (
        "again another follow followup further future later second upcoming",
        r"(?:participat\w+|interested|take part|be open|available|willing|okay|comfortable|happy|up"
        r"|contact you|call you|email you|reach out) (?:\w+ ){0,4}?(?:future|follow[- ]?up|further|another"
        r"|second|upcoming|later|again)"
        r"\b (?:\w+ )?(?:\w+ )?(?:stud\w+|research|interviews?|sessions?|questions?|conversations?|calls?"
        r"|chats?|rounds?|tests?)",
    ),
    (
        "i we",
        r"(?:can|may|could|would it be okay|okay|alright|mind|fine) (?:if )?(?:we|i) (?:\w+ )?(?:follow up"
        r"|contact|reach out|get back|record|take notes|email|call you|get in touch|quote|use your)",
    ),
    (
        "i we",
        r"what (?:else )?(?:did|have|should|else should|questions? (?:did|should|have)) (?:i"
        r"|we) (?:not (?:ask"
        r"|cover|talk)|forget|forgot|miss|missed|have asked|be asking|ask\b|asked)",
    ),
    (
        "expected expecting forgot not should thought",
        r"should (?:i|we) have (?:asked|covered)|(?:did not|have not) (?:we|i) (?:ask|cover|talk)|(?:i"
        r"|we) (?:did not|have not|forgot to) (?:ask|cover|talk)|you (?:thought|expected|were expecting) (?:i"
        r"|we|me|us) (?:would|to) ask",
    ),
    (
        "chatting comment comments ideas interviewing meeting speaking suggestion suggestions talking",
        r"(?:speaking|talking|chatting|meeting|interviewing) (?:with |to )?(?:us|me) again"
        r"|any (?:suggestions?|comments?|ideas)(?:/\w+)?(?: for improvements?| (?:that )?you (?:want"
        r"|would like) to .*)?$",
    ),
    (
        "any ask best everyone put stay thank",
        r"best way to (?:reach|contact|follow up|get hold of)|put (?:me|us) in touch|ask (?:me|us) anything"
        r"|any questions from|any for (?:me|us)$|stay in touch\b|is everyone ready|thank you for",
    ),
)
_OPENERS = (
    (
        "are been day evening going journey morning trip week weekend",
        r"how are you(?: doing| today| feeling)?(?: today| this (?:morning|afternoon))?$|how (?:is"
        r"|was) (?:it going|your (?:day|week|weekend|morning|evening|journey|trip))(?: been"
        r"| going)?(?: so far"
        r"| today)?$|how have you been(?: doing| lately)?$",
    ),
    (
        "alright any are comfortable does happy hear is make mind okay ready see shall sound work",
        r"are you ready|(?:are )?you (?:happy|okay|comfortable|alright) (?:for|if|with) (?:me|us)\b"
        r"|are you happy to|are we okay for|ready to\b|can you (?:hear|see) (?:me|us|my|it\b|that\b"
        r"|the screen)|shall we"
        r"|(?:does|would) that (?:sound (?:good|okay|alright|fair)|work for|make sense)|sound good|is (?:that"
        r"|this|now) (?:okay|alright|still|a good time)|do you mind if (?:i|we) (?:record|take|start)"
        r"|how does that sound|are you comfortable (?:with (?:me|us|that|this being)\b|being\b|if\b)"
        r"|is it (?:okay|alright|fine) (?:if|with|to)|do you have any questions(?: so far| before"
        r"| about (?:this|the|how))?",
    ),
)
_CLOSER = Rules(_CLOSERS)
_OPENER = Rules(_OPENERS, anywhere=False)


def is_conventional(clause: str) -> bool:
    """Whether a clause is one of them."""
    return _CLOSER.hold_in(clause) or _OPENER.hold_in(clause)


def is_conventional_opener(clause: str) -> bool:
    """Whether a clause begins as interviews do: "Are you ready?"."""
    return _OPENER.hold_in(clause)
