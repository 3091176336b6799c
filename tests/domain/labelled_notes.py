"""Notes of eight made-up interviews in clinics, each with the theme and the tag that its author gave it.

Written to measure what is suggested. No number in `domain` was tuned on these; that frequent tags have a
say in the tags offered was decided after a first measurement.
An empty theme is a note that belongs to none.
"""

from __future__ import annotations

from interview_tui.domain.library import Library, LibraryNote, LibrarySession

_NOTES = """
P01|reminders|challenge|patients forget the appointment unless somebody rings them the day before
P01|reminders|workaround|she sends a text message from her own phone the evening before
P01|waiting list|workaround|a ring binder with names of people who can come at short notice
P01|waiting list|story|a slot came free at ten and she called eleven people from the binder until one said yes
P01|no-shows|quote|An empty chair costs me eighty euros and nobody sees it.
P01|double entry|challenge|every appointment is typed twice, in the calendar and in the billing program
P01||background|two doctors, one receptionist, a village of four thousand
P01||referral|knows a dentist in the next town who threw the software out
P02|reminders|challenge|the reminder texts go out in German only, half of the patients do not read it
P02|reminders|quote|If I do not remind them, they do not come, it is as simple as that.
P02|no-shows|challenge|about six people a week do not turn up and do not cancel
P02|no-shows|workaround|she books two patients into the same slot on Mondays because one never turns up
P02|phone|challenge|the phone rings all morning while people stand at the desk
P02|phone|workaround|the answering machine is on until ten, then she calls everybody back
P02|double entry|challenge|new patients fill in a form on paper and she types it into the system afterwards
P02||background|a practice of four doctors beside the station
P03|waiting list|challenge|the waiting list is a spreadsheet that only one colleague understands
P03|waiting list|challenge|when somebody cancels, nobody has the time to go through the list
P03|phone|quote|I spend my day on the phone telling people that there is nothing free.
P03|phone|story|last Tuesday forty calls before nine, two of them were emergencies
P03|online|surprise|older patients book online without any trouble, the younger ones call
P03|online|challenge|people book the wrong kind of appointment on the website
P03|double entry|workaround|prints the online bookings every morning and copies them into the paper calendar
P03||background|physiotherapy, seven therapists
P03|trust|quote|I only believe what is in the paper calendar.
P04|no-shows|challenge|new patients are the ones who do not come, regulars always call
P04|no-shows|possible solution|would like to ask for a deposit before the first visit
P04|online|challenge|the online booking shows free slots that are taken already
P04|online|workaround|she blocks half of the slots on the website so that she keeps control
P04|trust|challenge|does not trust the computer: it lost a whole Thursday two years ago
P04|trust|workaround|keeps a paper calendar beside the screen, just in case
P04|handover|story|a colleague was ill and nobody knew what she had promised to whom
P04||demographics|fifty-one, has worked at the desk for twenty-two years
P05|reminders|surprise|patients answer the reminder text with whole stories about their health
P05|reminders|workaround|calls the forgetful ones by telephone at lunchtime
P05|waiting list|workaround|writes names of people who want to come earlier on a sticky note under the date
P05|waiting list|quote|The free slot is gone before I have found somebody for it.
P05|handover|challenge|the afternoon shift does not know what the morning shift agreed on
P05|handover|workaround|a notebook lies on the desk, everybody writes down what is still open
P05|online|goal|wants patients to be able to move their appointment themselves
P05||background|a children's doctor, busy from October to March
P06|phone|challenge|the line is busy and patients come in person only to make an appointment
P06|phone|possible solution|a second line for doctors and pharmacies only
P06|no-shows|story|on Friday afternoon three in a row did not come, the doctor went home early
P06|no-shows|quote|The worst is not that they do not come, it is that they do not cancel.
P06|double entry|quote|I type the same name four times a day.
P06|trust|challenge|when the internet is down she cannot see who comes next
P06|trust|workaround|prints tomorrow's list every evening in case the system fails
P06||follow-up|send her the questionnaire
P07|handover|challenge|what a patient said on the telephone is not in the system when the next person picks up
P07|handover|quote|We pass on half and forget the other half.
P07|waiting list|story|a cancelled hour last week stayed empty although thirty people wait for one
P07|waiting list|possible solution|a message to everybody on the list at once, the first to answer gets it
P07|online|quote|They can see my calendar at midnight, I do not like that.
P07|double entry|challenge|the insurance number is entered in two programs that do not talk to each other
P07||background|a speech therapist with one employee
P08|reminders|possible solution|a reminder that the patient can confirm with one tap
P08|reminders|challenge|reminders by letter come too late
P08|phone|story|hung up by mistake on a woman who had waited for ten minutes
P08|online|challenge|the website asks for so much that people give up and call
P08|handover|workaround|a whiteboard in the kitchen with what has to be done before closing
P08|trust|surprise|the paper calendar went missing once and she still prefers it
P08||identifiers|three calendars open at the same time
P08||referral|her sister runs the desk of a big hospital
"""


def _read() -> tuple[Library, dict[str, str]]:
    sessions: dict[str, LibrarySession] = {}
    notes: list[LibraryNote] = []
    themes: dict[str, str] = {}
    for number, line in enumerate(_NOTES.strip().splitlines()):
        person, theme, tag, text = line.split("|")
        session = f"2026-10-{person[1:]}-0900-abcd"
        sessions.setdefault(session, LibrarySession(id=session, participant=person, segment="clinics"))
        note = LibraryNote(
            session=session,
            id=f"{number:026}",
            at_ms=number * 60_000,
            text=text,
            tags=(tag,),
            word_for_word=tag == "quote",
            participant=person,
            segment="clinics",
        )
        notes.append(note)
        themes[note.key] = theme
    return Library(tuple(sessions.values()), tuple(notes)), themes


LIBRARY, THEMES = _read()
"""The notes, and the theme of each by its key."""
