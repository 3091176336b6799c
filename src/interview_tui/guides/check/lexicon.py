"""The words that the rules go by; a new word needs no new rule."""

from __future__ import annotations


def any_of(*tables: str) -> str:
    """Alternatives for a pattern: words apart by white space, `_` for a space inside of one."""
    words = {word.replace("_", " ") for table in tables for word in table.split()}
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def words(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(table.split())


def pairs(table: str) -> dict[str, str]:
    """What stands before and behind the colon of each entry; entries end with `|`."""
    entries = (entry.partition(":") for entry in " ".join(table.split()).split("|"))
    return {left.strip(): right.strip() for left, _, right in entries}


# -- grammar -------------------------------------------------------------------------------

WH = "who whom whose what when where why how which"
BE = "is are was were am"
DO = "do does did"
HAVE = "have has had"
MODAL = "can could would will should shall may might must"
AUXILIARY = f"{BE} {DO} {HAVE} {MODAL}"
PRONOUN = "you i we they he she it that this these those there"
DETERMINER = "your our the my their his her its any a an some all most each every xx"
INDEFINITE = (
    "anyone anything anybody anywhere someone somebody something people everyone everybody everything"
)
SUBJECT = f"{PRONOUN} {DETERMINER} {INDEFINITE}"

LEAD_IN = """
so and but or ok okay well now then next first second third firstly secondly finally lastly also plus
great cool awesome nice perfect interesting right alright all_right yeah yep yes no hey hi please just
maybe perhaps anyway anyways again besides specifically overall generally in_general typically usually
normally currently personally for_example for_instance first_of_all to_start to_start_off to_start_with
to_begin to_begin_with to_wrap_up to_close in_your_own_words in_your_words in_your_opinion in_your_view
in_your_experience in_your_mind out_of_curiosity if_you_do_not_mind if_you_do_not_mind_me_asking
if_you_remember if_you_recall if_any if_at_all if_possible if_applicable if_relevant if_i_may you_know
you_see i_mean i_have_to_ask just_curious let_me_ask_you let_me_ask let_me_ask_you_this let_us_see
let_me_see got_it makes_sense thank_you thanks sure last_question one_more_question one_last_question
quick_question to_be_honest honestly roughly ballpark approximately about briefly quickly tell_me_this
question more_broadly more_generally at_a_high_level high_level big_picture speaking_of_that
on_that_note along_those_lines as_far_as_you_know as_far_as_you_remember initially originally exactly
and_yet then_again on_the_other_hand on_the_flip_side conversely thinking_back looking_back today
these_days nowadays
"""
ASKING_PREFACE = """
my_question_is my_first_question_is my_next_question_is my_last_question_is the_question_is
the_first_question_is do_you_mind_if_i_ask do_you_mind_me_asking would_you_mind_if_i_asked i_want_to_ask
i_want_to_ask_you i_wanted_to_ask i_wanted_to_ask_you i_would_like_to_ask i_would_like_to_ask_you
i_would_love_to_know i_would_like_to_know i_want_to_know i_wanted_to_know i_would_be_curious_to_know
i_would_be_interested_to_know i_am_curious_to_know i_am_interested_to_know let_me_start_by_asking
i_am_trying_to_understand what_i_want_to_know_is what_i_would_like_to_know_is
"""

# words that carry nothing of what a question is about
LIGHT = """
do did done go goes going went mean means look looks looking like work works working happen happens
happening happened think feel come comes came get gets got make makes made say said about for of on in
at to from with by into out up down and or but not then there here more much many lot bit little kind
sort thing things something else just also actually as if be been being has having me us yourself myself
exactly
"""

# -- asking for a description --------------------------------------------------------------

TELLING = """
tell_one tell_a tell_an tell_about introduce introducing repeat rephrase provide_an provide_a provide_some
tell_me tell_us telling_me
telling_us walk_me walk_us walking_me walking_us talk_me talk_us talking_me talk_about talk_a_bit
talk_a_little talk_to_me talk_to_us talk_more talking_about speak_to speak_about speak_a_bit take_me
take_us taking_me run_me run_us running_me guide_me guide_us describe describing explain explaining
elaborate expand_on expand expanding_on share sharing show_me show_us showing_me give_me give_an
give_a_sense give_some give_us giving_me help_me_understand help_us_understand helping_me_understand
help_me_picture help_me_see paint_me paint_a_picture outline sketch summarize summarise recount recall
remember say_that_again say_what say_how say_why say_where think_of think_about think_back say_more
say_a_bit say_a_little say_a_few_words unpack clarify lay_out touch_on break_down catch_me_up fill_me_in
teach_me remind_me put_into_words compare introduce_yourself bring_me_back bring_me_up go_into go_through
go_over go_back_to pull_up
"""
SETTING_THE_SCENE = """
imagine picture think_of think_back think_about consider suppose pretend assume say_you say_that
let_us_say remember recall let_us_assume let_us_pretend let_us_imagine let_us_take put_yourself
"""
TASK = """
think_out_loud think_aloud show take_a_look take_a_minute take_a_moment take_a_second have_a_look
look_at look_over look_through look_around click tap go_to go_ahead go_back open find try_to try_out try
scroll navigate search log_in log_on sign_in sign_up press read log_a log_the log_your log_this draw
now_share share_your_screen show_me_how_to please_show read_through type_in fill_in fill_out submit
walk_through_the pay_for_the send_a make_a write_down_a mark_the put_the find_out set_up change_the
turn_on turn_off imagine_you_click select choose enter type drag upload download use spend start_by
locate complete add create book order please_share_your_screen share_your_screen switch visit browse
explore play_with check_out turn_to point_to
"""
RANKING = "rank rate score order sort grade prioritize prioritise circle choose pick select vote"
LISTING = "name list state specify enumerate"

# -- facts ---------------------------------------------------------------------------------

HOW_FACT = """
many much often long old far big large frequently recently soon late early tall high deep wide timely
regularly few little quickly fast close near heavy
"""
FACT_NOUN = """
time year day days month months date week percentage percent proportion share number numbers amount size
age price version brand device devices browser browsers computer computers phone phones tool tools
software app apps application applications program programs platform platforms system systems website
websites sites city country state region industry sector company department team_size title job_title
language languages format formats file_format resources channel channels email address phone_number
zip_code postcode model frequency budget salary currency operating_system sources data_sources vendor
vendors provider providers supplier suppliers products services plan tier subscription hours ages
duration level_of_education degree school schools college technology technologies team teams benefits
"""
QUANTITY = """
name names number percentage percent age date year timeframe time_frame interval duration length size cost
price occupation title frequency ratio headcount deadline population salary birthday nationality surname
distance
"""
OWN_FACT = """
title job_title age name budget salary email phone_number company industry department headcount
team_size official_title location postcode zip_code income highest_level_of_education date_of_birth
employer timezone time_zone address occupation gender nationality
"""

# -- judgements ----------------------------------------------------------------------------

EVALUATION = """
helpful useful useless valuable important essential critical necessary beneficial convenient easy simple
hard difficult tough tricky confusing frustrating annoying painful irritating tedious slow fast quick
clunky cumbersome complicated complex intuitive clear unclear good bad great terrible awful nice
excellent amazing awesome wonderful cool fun boring interesting exciting appealing attractive ugly
beautiful pleasant unpleasant satisfying disappointing stressful worthwhile worth_it overwhelming
efficient inefficient effective ineffective reliable unreliable expensive cheap overpriced fair unfair
reasonable handy better worse best worst faster easier simpler harder relevant understandable
user-friendly user_friendly time-consuming time_consuming tiring exhausting enjoyable happy satisfied
dissatisfied unhappy pleased frustrated annoyed disappointed excited impressed delighted glad worried
overwhelmed confused upset acceptable unacceptable poor outdated straightforward messy secure affordable
friendly modern accurate too_much too_little too_long too_many smooth seamless logical
"""
BURDEN = """
problem issue pain challenge hassle struggle nightmare waste headache burden improvement deal nuisance
drag relief pleasure joy success failure mess disaster
"""
DEGREE = """
very really so pretty quite too a_bit somewhat more less extremely super particularly especially fairly
rather just still most always often getting not such kind_of sort_of incredibly all_that actually
"""
