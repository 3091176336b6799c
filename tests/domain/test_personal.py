"""What gives a person away, however it is written, and what does not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_tui.domain.participant import Contact
from interview_tui.domain.personal import looks_like_a_number, looks_like_an_address, search_for
from interview_tui.interchange.markdown_text import escape

ADA = Contact(
    pseudonym="P07",
    name="Ada Lovelace-Byron",
    email="ada.l@example.org",
    phone="+44 (0)20 7946 0018",
    note="ask for her assistant Bo",
)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("we met Ada Lovelace-Byron at noon", ("name",)),
        ("ADA  LOVELACE BYRON", ("name",)),
        ("guides/ada_lovelace_byron.md", ("name",)),
        ("Byron, Ada Lovelace", ("name",)),
        (r'{"text": "Ada Lovelace\nByron"}', ("name",)),
        ("write to ada.l@example.org.", ("e-mail",)),
        ("mailto:ADA.L%40example.org", ("e-mail",)),
        ("<ada.l@Example.ORG>", ("e-mail",)),
        ("020 79 46 00 18", ("telephone number",)),
        ("tel:+442079460018", ("telephone number",)),
        ("Ask for her assistant: Bo", ("contact note",)),
        ("Ada Lovelace Byron, 2079460018", ("name", "telephone number")),
        ("Adamant Lovelace-Byron", ()),
        ("Ada Lovelace", ()),
        ("bada.l@example.org", ()),
        ("ada.l@example.organic", ()),
        ("020 7946 00181", ()),
        ("P07 said so", ()),
        ("", ()),
    ],
)
def test_a_person_is_found_by_any_of_their_signs(text: str, signs: tuple[str, ...]) -> None:
    assert search_for(ADA).found_in(text) == signs


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Zoë Müller", "zoe\u0308 mu\u0308ller", True),
        ("Zoë Müller", r'"Zo\u00eb M\u00fcller"', True),
        ("Groß", "GROSS", True),
        ("José Núñez", "JOSE NUNEZ", True),
        ("Jose Nunez", "josé núñez", True),
        ("Zoë Müller", "Zoe Mueller", True),
        ("Zoë Müller", "Zoe Muller", True),
        ("Jørgen Łoś", "JORGEN LOS", True),
        ("مُحَمَّد علي", "محمد علي", True),
        ("がく", "かく", False),
        ("山田太郎", "昨日は山田太郎さんと話した", True),
        ("山田 太郎", "山田太郎", True),
        ("محمد علي", "قال محمد علي ذلك", True),
        ("Al", "all of it", False),
        ("Al", "with Al.", True),
        ("O'Brien", "o’brien", True),
        ("", "anything", False),
        ("  ", "anything", False),
    ],
)
def test_names_of_every_script_are_found(name: str, text: str, found: bool) -> None:
    assert bool(search_for(Contact(pseudonym="P01", name=name)).found_in(text)) is found


def test_single_words_of_the_name_are_found_when_asked_for() -> None:
    search = search_for(ADA, parts=True)
    assert search.found_in("Ada said") == ("part of the name",)
    assert search.found_in("Adam said") == ()
    assert search_for(Contact(pseudonym="P01", name="Ada"), parts=True).found_in("Ada") == ("name",)


def test_a_short_number_is_found_as_it_is_written() -> None:
    search = search_for(Contact(pseudonym="P01", phone="4711"))
    assert search.found_in("call 4711 now") == ("telephone number",)
    assert search.found_in("call 47112") == ()


WORDS = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=2, max_size=12)


@given(WORDS, WORDS, st.text(max_size=10))
def test_a_name_is_found_in_json_and_markdown_that_hold_it(first: str, last: str, before: str) -> None:
    contact = Contact(pseudonym="P01", name=f"{first} {last}")
    text = f"{before} {first} {last}, they said"
    search = search_for(contact)
    assert search.found_in(text)
    assert search.found_in(json.dumps({"text": text}))
    assert search.found_in(json.dumps({"text": text}, ensure_ascii=False))
    assert search.found_in(escape(text, ""))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("+49 170 1234567", True),
        ("call 0170/1234567!", True),
        ("(555) 867-5309", True),
        ("0044 20 7946 0018", True),
        ("tel:+442079460018", True),
        ("2026-11-24 10:00", False),
        ("24.11.2026 - 25.11.2026", False),
        ("100.000.000 IDR", False),
        ("1,200,000 a year, 12 people", False),
        ("2019-2024", False),
        ("ISO 9001:2015", False),
        ("", False),
    ],
)
def test_a_telephone_number_is_known_by_its_look(text: str, is_one: bool) -> None:
    assert looks_like_a_number(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("ada@example.org", True), ("at a.b@c.de!", True), ("12 people", False), ("@ noon", False)],
)
def test_an_address_is_known_by_its_look(text: str, is_one: bool) -> None:
    assert looks_like_an_address(text) is is_one
