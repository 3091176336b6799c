"""The words that give a leading, hypothetical, story or pitching question away, rule by rule."""

from __future__ import annotations

import re

from interview_tui.guides.check.lexicon import any_of

EVALUATION = """
helpful useful useless valuable important essential critical necessary beneficial convenient easy simple hard difficult
tough tricky confusing frustrating annoying painful irritating tedious slow fast quick clunky cumbersome complicated
complex intuitive clear unclear good bad great terrible awful nice excellent amazing awesome wonderful cool fun boring
interesting exciting appealing attractive ugly beautiful pleasant unpleasant satisfying disappointing stressful
worthwhile worth_it a_problem a_pain a_challenge a_hassle a_struggle a_nightmare a_waste a_big_problem a_big_deal
a_real_problem an_issue overwhelming efficient inefficient effective ineffective reliable unreliable expensive cheap
overpriced fair unfair reasonable better worse best worst faster easier simpler harder relevant understandable
user-friendly time-consuming time_consuming tiring exhausting enjoyable happy satisfied dissatisfied unhappy pleased
frustrated annoyed disappointed excited impressed delighted glad worried overwhelmed confused upset scared
acceptable unacceptable poor outdated straightforward manual messy broken
"""
PRAISE = "love like enjoy hate dislike appreciate value prefer adore loathe trust"
DEGREE = "very really so pretty quite too kind_of a_bit somewhat more less extremely super particularly especially fairly rather just that still most always often getting"

_EVAL = (
    r"(?:"
    + any_of(DEGREE)
    + r" )*(?:a |an |the )?(?:"
    + any_of(DEGREE)
    + r" )*"
    + any_of(EVALUATION)
    + r"(?![\w-])"
)
_NEUTRAL_SUBJECT = r"(?!any|some|there |every|you (?:able|interested|comfortable|familiar|aware|going|trying|using|currently|the|a|responsible|in|still))"
_BALANCED = re.compile(
    any_of(EVALUATION)
    + r" or (?:\w+ )?"
    + any_of(EVALUATION)
    + r"|like (?:or|and|nor) dislike|love or hate|likes and dislikes|better or worse|or not\b|pros and cons|more or less"
)

_LEADING = [
    r"^(?:do|does|did|is|are|was|were|would|could|should|have|has|had|can|will) not (?:you|it|that|this|they|there|we|your|the|people|everyone)\b",
    r"\b(?:do|does|did|is|are|was|were|would|could|should|have|has) (?:you|it|that|this|they) not (?:think|agree|find|feel|love|hate|like|want|be|a\b|frustrat)",
    r"[,;] ?(?:is|are|do|does|did|was|were|have|has|had|can|could|would|will|should) not (?:you|it|that|they|he|she|we|there)$",
    r"\bnot .*, ?(?:is|are|do|does|did|was|were|have|has|can|could|would|will) (?:you|it|that|they|he|she|we|there)$",
    r"[,;] ?(?:right|correct|yes|yeah|no|huh|eh|okay|is that right|is that correct|is that fair|fair|true|would you agree|do you agree|or am i wrong)$",
    r"^(?:is|are|was|were) " + _NEUTRAL_SUBJECT + r"(?:\S+ ){1,9}?" + _EVAL,
    r"^(?:do|does|did|would|will|have|has) (?:you |it |that |this |they |your |the )(?:\S+ ){0,4}?(?:find|found|consider|feel|felt|think|believe|say|agree|seem|look|sound)(?: like)? (?:\S+ ){0,7}?"
    + _EVAL,
    r"^(?:do|did|would|does|have) you (?:\w+ly |also |still |generally |personally )?(?:"
    + any_of("love like enjoy hate dislike appreciate agree trust")
    + r")\b(?! to\b)",
    r"\bwhat (?:do|did|does) (?:you|they|your \w+) (?:\w+ly |most )?(?:love|like|enjoy|hate|dislike|appreciate|admire|value)\b(?! to\b)(?!.*\b(?:dislike|least|not like|and do not|hate)\b)",
    r"\bhow much (?:better|easier|faster|worse|more|do you (?:love|like|enjoy|hate|value)|did you (?:love|like|enjoy|hate)|of a (?:pain|problem|hassle|struggle|challenge|relief|headache)|time (?:do|did|would) you (?:waste|save|lose))",
    r"\bhow (?:"
    + any_of(DEGREE)
    + r" )?(?!easy or|likely|important|satisfied|comfortable|confident|familiar|long|often)"
    + any_of(
        "frustrating annoying painful great amazing awful terrible bad good difficult hard easy helpful useful valuable excited frustrated annoyed happy confusing tedious stressful awesome cool nice wonderful disappointing disappointed tired fed_up slow"
    )
    + r" (?:is|was|are|were|do|does|did|has|have|would|it|that|your|the)\b",
    r"\b(?:would it not be|would not it be|would it be) (?:"
    + any_of(DEGREE)
    + r" )*(?:"
    + any_of(
        "great nice helpful useful cool awesome good better easier amazing valuable wonderful fair ideal"
    )
    + r")\b",
    r"\b(?:obviously|surely|of course|clearly|undoubtedly|no doubt|needless to say|as we all know|everybody knows|everyone knows|we all know)\b",
    r"\b(?:most|many|other|a lot of|lots of|all) (?:people|users|customers|of our (?:users|customers)|teams|folks|companies)(?: \w+){0,4}? (?:say|said|tell|told|think|love|hate|agree|find|prefer|like|struggle|complain|feel|want)\b",
    r"\b(?:everybody|everyone) (?:says|loves|hates|agrees|thinks|tells|wants|complains)\b",
    r"\b(?:would|do) you agree\b|\byou (?:must|probably|surely|definitely|really must) (?:agree|love|hate|like|be|find|have been|feel|want|prefer)\b|^you would (?!describe|say|call)\w+",
    r"\b(?:i assume|i am assuming|i imagine|i bet|i am guessing|i take it|i suppose|we assume|presumably|i am sure|so you are saying|so you would say|sounds like|it seems like|it must|that must|must be|must have been|i would guess)\b",
    r"\b(?:amazing|awesome|fantastic|revolutionary|innovative|cutting-edge|powerful|game-changing|beautiful|brilliant|incredible|delightful|seamless|award-winning|world-class)\b",
    r"\bhow (?:much )?(?:can|could|would|will|does|did|has|have) (?:\S+ ){1,4}?(?:helped|help|improve|improved|save|saved|benefit|benefited|simplify|facilitate|make your (?:life|job|work|day) (?:easier|better))\b",
    r"\bwhy (?:is|was|are|were|do|does|did) (?:\S+ ){1,6}?" + _EVAL,
    r"\bwhat (?:makes|made) (?:\S+ ){1,5}?(?:so|such) ",
    r"^would you say (?:that )?(?:\S+ ){1,5}?(?:is|are|was|were) (?:\S+ ){0,3}?" + any_of(EVALUATION),
    r"^(?:do|does|did) (?:\S+ ){1,5}?(?:waste|annoy|frustrate|bother|irritate|drive you|slow you|confuse|stress)\b",
    r"^all \w+ " + any_of(EVALUATION) + r"$",
]
_LEADING_CLAUSE = [re.compile(pattern) for pattern in _LEADING if pattern.startswith("^")]
_LEADING_ANYWHERE = [re.compile(pattern) for pattern in _LEADING if not pattern.startswith("^")]


def leads(clause: str) -> bool:
    """Whether a clause suggests its answer: a one-sided evaluation, a tag, a loaded presupposition."""
    if _BALANCED.search(clause):
        return False
    return any(rule.search(clause) for rule in _LEADING_CLAUSE) or any(
        rule.search(clause) for rule in _LEADING_ANYWHERE
    )


_NOT_MODAL = re.compile(
    r"\b(?:(?:can|could|would|will|might) (?:you|we|i)(?: guys)?(?: please| maybe| perhaps| just| briefly| also| possibly| kindly| be able to| be willing to| mind| like to)*"
    r" (?:(?:tell|telling|show|showing|give|giving|walk|walking|take|run)(?! (?:them|him|her|someone|somebody|a|an|other|your|people)\b)|talk|talking|describe|describing|explain|explaining|share|sharing|say|saying|elaborate|expand|help me understand|help us understand|start|call|characteri[sz]e|summari[sz]e|define|rate|rank|introduce|speak|think of|remember|recall|paint|repeat|clarify|unpack|compare|ask|mind)\b"
    r"|how (?:would|could|might) (?:you|your \w+|people) (?:\w+ )?(?:describe|characteri[sz]e|summari[sz]e|explain|define|rate|rank|call|put|say|sum)\b|what would you (?:say|call|consider)\b"
    r"|(?:i|we) would (?:really |also |just )?(?:like|love|be|appreciate|guess|say)\b|(?:i|we) (?:could|will|would|can)\b"
    r"|you would (?:like|love|want|care|be willing) to (?:share|add|tell|mention|ask|say|talk|discuss|see)|would you (?:like|want|care) to (?:share|add|tell|mention|ask|say|talk)"
    r"|you would (?:typically|usually|normally|often|generally|regularly)|(?:typically|usually|normally) would|you would say|would you say|would you mind|if you would|you would (?:recommend|suggest) (?:i|we)"
    r"|(?:thought|expected|hoped|knew|said|think|sure|whom you|wondered) (?:\w+ ){0,4}?would|would be interested in (?:giving|talking|speaking|participating|being)"
    r"|common \w+ (?:that )?you would|(?:used|able) to|will you (?:please )?(?:tell|share|describe)|if you (?:could|can|would) (?:please |just |maybe )?(?:tell|describe|walk|share|explain|introduce|talk|give|show)\w*"
    r"|could not|would not (?:it|you|that)|you could (?:tell|share|describe|walk|give|show|explain|talk)|will be (?:recorded|shared)|that would be)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:would|will|might)\b|\b(?:what|who|how|which|where|anything|something|that|it|we) (?:\w+ ){0,2}?could\b|\bcould (?:you|it|we|this|that|there|your|our|they|the)\b"
    r"|\bimagin(?:e|ing) (?:that |you|a |an |the |if|for|there|we|your|having|it)|\bideal(?:ly)?\b|\bperfect (?:world|solution|tool|day|product|system|way|version)|\bmagic(?:al)? (?:wand|button)|\bsuppos(?:e|ing) (?!to)"
    r"|\blet us (?:say|pretend|assume|imagine|suppose)|\bpretend\b|\bhypothetical(?:ly)?|\bwhat if\b|\bif (?:you|we|they|it|i|there|your|this|that|he|she|our|the|someone|somebody|money|time|everything|nothing|xx) (?:\w+ )?"
    r"(?:could|had|were|was|did|wanted|needed|got|ran|built|offered|added|made|gave|launched|changed|lost|stopped|started|became|disappeared|went|existed|knew|found|chose|used|won|worked|never|suddenly|woke|switched|took|cost|came|saw|owned|brought)\b"
    r"|\bin (?:the|your) (?:\w+ )?future|\b(?:over the )?next (?:\w+ )?(?:year|month|quarter|week|months|years|weeks)|\b(?:five|ten|two|three|5|10|2|3) years from now|\bfrom now\b|(?<!you are )(?<!is )\bgoing to (?!the |work |school |a |bed |be honest|our |your |that |this )\w+"
    r"|\bplan(?:s|ning|ned)? (?:to|on|for)\b(?!.*\bdid you\b)|\bintend(?:ing)? to|\blikely (?:to|are|is|would|will|that)|\bwish\b|\bdream\w* (?:tool|product|solution|scenario|job|feature|setup)?|\bhope to\b|\blook(?:ing)? forward\b|\bsay you (?:had|were|wanted|could|are)"
    r"|\bthink (?:you|it|they|we|this) (?:are|is) going to\b|\bunlikely\b|\banticipate\b|\bshould (?:we|it|there|our|this|the \w+) (?:have|be|add|do|build|look|work|change)"
)


def hypothesises(low: str) -> bool:
    """Whether a text asks for a guess: what would be, could be or will be."""
    return bool(_HYPOTHETICAL.search(_NOT_MODAL.sub(" ~ ", low)))


_PITCH = re.compile(
    r"(?<!how )(?<!what )(?<!when )(?<!where )(?<!else )\b(?:would|will|might|could) you (?:\w+ly |ever |also |consider |be (?:willing|interested|open|likely|excited|able) (?:to|in) |want to |like to |still |start |even )*"
    r"(?:use|using|buy|buying|pay|paying|purchase|purchasing|recommend|subscrib\w+|sign up|signing up|download\w*|try|trying|switch\w*|upgrad\w+|adopt\w*|invest\w*|install\w*|recommending)\b(?! (?:it|this|that|them|the \w+|\w+)? ?for\b)"
    r"|\b(?:how much|what) (?:\w+ )?would (?:you|your \w+) (?:\w+ ){0,3}?(?:pay|spend|expect to pay|be willing)|\bwilling to pay|\bworth (?:paying|to you|\$|€|£)|\b(?:fair|right|reasonable) price|\bhow likely (?:are|would|is it) (?:you |that you )?(?:\w+ ){0,4}?(?:use|buy|recommend|switch|try|purchase|pay|sign|subscribe|adopt|upgrade|renew)"
    r"|\b(?:we|i) (?:are|have been|were) (?:also |currently |thinking of |thinking about |considering |planning to |going to |about to )*(?:building|developing|launching|launch|working on|designing|creating|making|adding|build|add|offering|testing|rolling out|introducing|introduce|release|releasing)"
    r"|\b(?:we|i) (?:have )?(?:just |recently |also )?(?:built|developed|launched|designed|created|released|introduced)\b"
    r"|\bif (?:we|i|there (?:was|were)|you had|someone|somebody) (?:\w+ )?(?:built|offered|added|made|gave|launched|created|developed|provided|were to|could|an? (?:app|tool|product|service|solution|feature|website|platform|way|button)|a \w+ (?:app|tool|product|service|solution|feature|platform))"
    r"|\bwhat if (?:we|you had|there|our|your \w+ could|i)|\bhow (?:can|could|would|might|will) (?:our|the|this|xx|a|an|such an?) ?(?:\w+ ){0,3}?(?:help|benefit|improve|fit|work for|save|make|be useful|be helpful|facilitate|solve)"
    r"|\b(?:our|this|the) (?:new |upcoming |proposed |own |\w+ )?(?:product|app|solution|tool|prototype|feature|features|service|platform|concept|idea|offering|plan|dashboard|assistant|integration) (?:\w+ )?(?:would|could|will|can|might|that)\b"
    r"|\bwould (?:our|this|that|a|an|such an?|the) (?:\w+ ){0,4}?(?:product|app|solution|tool|prototype|feature|service|platform|concept|idea|plan|system|dashboard|\w+) (?:\w+ ){0,2}?(?:help|be (?:useful|helpful|valuable|something)|solve|work for|make|appeal|interest|save|benefit|improve)"
    r"|\b(?:want|like|need) (?:our|us|xx|[\w']+'s|18f's) (?:help|product|solution|tool|app|service)|\bwould you (?:want|like|need|be interested in) (?:a|an|our|this|to have a|to see a|such) (?:\w+ ){0,3}?(?:app|tool|feature|product|service|solution|platform|dashboard|integration|button|option|plan|version|system)"
    r"|\bfor \$ ?\d|\b(?:\$|€|£) ?\d+|\b\d+ (?:dollars|euros|pounds|bucks) (?:a|per)|\bper (?:month|seat|user)\b|\bour (?:solution|prototype|new|upcoming|concept|idea)\b|\blet me (?:show you|tell you about) (?:our|what we|a)|\bhow (?:excited|interested) (?:are|would) you (?:\w+ )?(?:about|in|be|to)"
)


def pitches(low: str) -> bool:
    """Whether a text presents, prices or tests a solution of ours."""
    return bool(_PITCH.search(low))


_STORY = re.compile(
    r"\b(?:last|first|most recent|latest|previous) (?:time|occasion|instance|project|purchase|trip|order|one|interview|meeting|incident|issue|problem|experience|conversation|call|day|visit|\w+) (?:that |when |where )?(?:you|your|it|this|that|someone|something|a|the)\b|\b(?:the|your) (?:very )?(?:last|first|most recent) (?:time|occasion|instance|experience)\b"
    r"|\b(?:a|one|any|another|the|specific|particular) (?:\w+ )?(?:time|moment|situation|occasion|instance|day|incident|project|experience|case|example|story) (?:recently |lately )?(?:when|where|in which|that|you (?:had|were|felt|tried|got|did|used|wanted|needed|struggled))\b|\btime you (?:\w+ed|had|were|felt|got|did|went|ran|lost|made|found)\b"
    r"|\bwhat happened\b|\bwhat (?:exactly )?(?:prompted|led|triggered|caused|drove|inspired|convinced|pushed|brought|sparked|made you (?:decide|choose|want|start|switch|look|realize|realise|stop|sign|leave|go|pick|buy))\b|\bwhat (?:was|were) (?:the|your) (?:\w+ )?(?:reason|reasons|trigger|moment|turning point)"
    r"|\bwhat (?:exactly |else |specifically )?did (?:you|they|your \w+|he|she) (?:\w+ly |then |first |end up )?(?:do|doing|try|say|tell|decide|see|notice|learn|end up)\b"
    r"|\bhow did (?:you|they|that|it|your \w+|he|she) (?:\w+ly |first |then |end up |even |eventually )*(?:find|learn|hear|come|get (?:started|into|here|to|involved)|discover|meet|start|begin|react|respond|handle|solve|deal|resolve|fix|go\b|end|choose|decide|pick|figure|manage|happen|work out|turn out|become|land|approach|do\b|make|hire|settle|notice|realize|realise)"
    r"|\bhow (?:you|it|they) (?:first |originally |initially |ended up |came |got |found |learned |heard |discovered |decided |chose )(?:\w+)|\bhow it (?:went|happened|started|came about|ended)\b|\b(?:yesterday|last (?:week|month|night|year|quarter|monday|tuesday|wednesday|thursday|friday|time))\b"
    r"|\bwhat (?:did you do|went wrong|went through your|was going through|was going on|came next|came of)\b|\bthe (?:day|moment|morning|evening) (?:you|when|that|it)\b|\bwhen (?:that|it|this) (?:last )?happened\b|\bwhere were you (?:when|at)\b|\bhow did (?:that|it|this) (?:happen|go|start|end|come|turn|play|unfold)|\b(?:most recent|latest)\b"
    r"|\bwhy did you (?:\w+ly )?(?:decide|choose|stop|start|switch|leave|sign|pick|buy|cancel|go|join|quit|move|change|end)"
)
_PAST_YES_NO = re.compile(r"^(?:have|has|had|did|do|does|are|is|was|were) ")


def tells_a_story(clause: str) -> bool:
    """Whether a clause asks for one event that happened."""
    return bool(_STORY.search(clause))


_CLOSER = re.compile(
    r"\b(?:anything|something|any ?thing) (?:else|more|left|further|important|that (?:we|i)|we|i|you (?:would|want|wanted|wish|were (?:hoping|expecting)|feel|think (?:we|i)))\b(?!.*\b(?:use|using|used|tried)\b)(?!.*\b(?:before working|to know before)\b)|\banything (?:that )?(?:we|i) (?:did not|have not|should|missed|forgot)"
    r"|\bany(?: other| final| last| more| closing| remaining)? (?:questions?|thoughts?|comments?|concerns?|feedback|advice|suggestions?)(?: or \w+)?(?: for (?:me|us)| about (?:this (?:interview|study|call)|18f|us)| (?:that )?(?:you|before|at this)| on your|$| so far| and )|\b(?:questions?|advice|feedback|suggestions?) (?:or \w+ )?(?:for|to) (?:me|us)\b|\bquestions (?:do )?you have for (?:me|us)|\bother feedback\b"
    r"|\b(?:who|whom|anyone|anybody|someone|somebody|other (?:people|folks)|people|one else|colleague|person|others|teammates?) (?:else )?.*\b(?:talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|interview|reach out|contact|connect|introduce|recommend(?: (?:we|i|that we|for))|chat(?:ting)? with|meet(?:ing)? with|intro)\b"
    r"|\b(?:participat\w+|interested|take part|be open|available|willing|okay|comfortable|happy|up) (?:\w+ ){0,4}?(?:future|follow[- ]?up|further|another|second|upcoming|later)\b (?:\w+ )?(?:stud\w+|research|interviews?|sessions?|questions?|conversations?|calls?|chats?|rounds?|tests?)"
    r"|\b(?:can|may|could|okay|alright|mind|fine) (?:if )?(?:we|i) (?:\w+ )?(?:follow up|contact|reach out|get back|record|take notes|email|call|get in touch|quote|use your)|\bwhat (?:did|have|should|else should|questions? (?:did|should|have)) (?:i|we) (?:not (?:ask|cover|talk)|forget|forgot|miss|missed|have asked|be asking|ask|asked)|\bshould (?:i|we) have asked|\bdid (?:not (?:we|i)|(?:i|we) (?:not|miss|forget))"
    r"|^(?:how are you|how is it going|how have you been|are you ready|ready to|can you (?:hear|see) (?:me|us|my)|shall we|does that (?:sound|work|make sense)|sound good|do you have any questions|is (?:that|this|now) (?:okay|alright|still|a good)|do you mind if (?:i|we)|how does that sound|are you comfortable (?:with (?:me|us|that|this being)|being|if)|is it (?:okay|alright|fine))\b"
    r"|\bquestions (?:do you have )?(?:before we|about (?:the (?:study|session|interview)|this session))|\bbest way to (?:reach|contact)|\bstay in touch\b"
)
_GREETING_FORM = frozenset({"closed", "factual", "open", "choice"})


def is_conventional(low: str) -> bool:
    """Whether a question is one with which interviews open and close, accepted as it is."""
    return bool(_CLOSER.search(low))


_JARGON = re.compile(
    r"\b(?:do|did) you (?:even )?know what (?:\S+ ){1,5}?(?:is|are|means?|stands? for)$|\b(?:familiar with the (?:term|concept|notion|acronym)|heard (?:of )?the (?:term|phrase))\b"
    r"|\b(?:synerg\w+|leverag\w+|value prop(?:osition)?s?|touch ?points?|paradigm|kpis?|okrs?|roi|mvp|b2b|b2c|ux|ui|cta|saas|cac|ltv|nps|mrr|arr|gtm|sla|slas|cx|conversion funnel|north star|low-hanging fruit|omnichannel|stakeholder alignment|actionable insights|ideat\w+|bandwidth to|granularit\w+|operationali[sz]e\w*|verticals?|personas?|learnings|pain points?|use[- ]cases?|go-to-market|ecosystem|gamif\w+|ideation|jobs[- ]to[- ]be[- ]done|jtbd|information architecture|taxonom\w+|affordances?|tech stack|api|apis|sdk|etl|ci/cd|sso|data lake|microservices?|onboarding flow|user flow|wireframes?|end-to-end)\b"
)


def uses_jargon(low: str) -> bool:
    """Whether a question leans on words of a trade that the participant may not share."""
    return bool(_JARGON.search(low))
