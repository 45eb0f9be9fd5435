"""Outlets on the real seeded knowledge base: where they are, when they are open, what one goes on to ask."""

import json

import pytest

from bot.actions.answer import AnswerAction
from bot.actions.turn import Question, Turn
from knowledge.outlets import tables

SUNDAY = {"day": {"weekday": 6, "which": "bare"}}
SAMPLE = {"en": "no such outlet exists", "ms": "tidak wujud", "zh": "并没有这样的门店", "th": "ไม่มีสาขานี้อยู่จริง"}


def payloads(talk) -> list[str]:
    return [button.payload for reply in talk.replies for button in reply.buttons]


def press(talk, payload: str) -> str:
    intent, _, entities = payload.removeprefix("/").partition("{")
    return talk.ask(intent, payload, **json.loads("{" + entities))


@pytest.mark.parametrize("language", SAMPLE)
def test_the_nearest_come_first_with_all_that_one_needs(talk, language):
    talk.language = language
    told = talk.ask("find_outlet", place="petaling_jaya")
    lines = told.splitlines()
    assert lines[1].startswith("1. ")
    assert "八打灵" in lines[1] or "Petaling Jaya" in lines[1] or "เปตาลิงจายา" in lines[1]
    assert "Sample address, Petaling Jaya" in lines[2]
    assert "google.com/maps" in lines[3]
    assert lines[4].startswith("2. ")
    assert told.count(SAMPLE[language]) == 1
    [reply] = talk.replies
    assert len(reply.cards) == 3
    assert reply.cards[0].link.startswith("https://www.google.com/maps/dir/?api=1&destination=3.11")
    assert [each.payload for each in reply.cards[0].buttons] == [
        '/book_test_drive{"outlet": "sample_petaling_jaya"}',
        '/book_service{"outlet": "sample_petaling_jaya"}',
        '/book_home_charger{"outlet": "sample_petaling_jaya"}',
    ]


def test_nothing_said_is_asked_back_with_towns_and_the_question_is_kept(talk):
    told = talk.ask("find_outlet", "is the service centre open on Sunday?", date_time=SUNDAY)
    assert "Where are you?" in told
    assert "service centres" in told
    towns = [each for each in payloads(talk) if "place" in each]
    assert len(towns) == 9
    told = press(talk, '/find_outlet{"place": "shah_alam"}')
    assert told.startswith("1. Sample service centre Shah Alam (demo)\n• Sun ")
    assert "closed" in told
    assert "Petaling Jaya" in told
    assert "Kuala Lumpur" not in told


def test_every_town_that_is_offered_leads_somewhere(talk):
    talk.ask("find_outlet", "where is your showroom")
    for payload in [each for each in payloads(talk) if "place" in each]:
        assert "1. Sample" in press(talk, payload)


def test_by_service_in_a_state(talk):
    told = talk.ask("find_outlet", "who can service my #1 in Sabah", place="sabah", model="smart_1")
    assert "On record in Sabah (service centres)" in told
    assert "Kota Kinabalu" in told
    assert "away" not in told
    assert "Kuching" not in told


def test_where_there_is_none_the_nearest_are_told_as_such(talk):
    told = talk.ask("find_outlet", "showroom in Perlis", place="perlis")
    assert "no showrooms on record in or near Perlis" in told
    assert "George Town (demo), 115 km away" in told


def test_nothing_far_beside_what_is_near(talk):
    assert "Ipoh" not in talk.ask("find_outlet", "showroom", place="petaling_jaya")


def test_an_area_of_several_states(talk):
    told = talk.ask("find_outlet", "outlets in the klang valley", place="klang_valley")
    assert [name in told for name in ("Petaling Jaya", "Kuala Lumpur", "Shah Alam")] == [True] * 3
    told = talk.ask("find_outlet", "outlets in east malaysia", place="east_malaysia")
    assert "Kota Kinabalu" in told
    assert "Kuching" in told
    assert "There are 10 in all" in talk.ask("find_outlet", "outlets", place="west_malaysia")


def test_the_second_one_its_phone_and_sunday(talk):
    talk.ask("find_outlet", place="petaling_jaya")
    second = talk.ask("find_outlet", "the second one", ordinal=2)
    assert second.startswith("Sample service centre Shah Alam (demo)\n• Service centre")
    assert "Mon–Thu 8:30 am–5:30 pm" in second
    assert payloads(talk) == ['/book_service{"outlet": "sample_shah_alam"}']
    told = talk.ask("find_outlet", "phone number?")
    assert told.startswith("Sample service centre Shah Alam (demo): phone not on record")
    assert "/talk_to_agent" in payloads(talk)
    assert "Sun" in talk.ask("inform", "on Sunday?", date_time=SUNDAY)
    assert "Kuala Lumpur" in talk.ask("find_outlet", "and the third", ordinal=3)


def test_a_day_that_was_asked_about_is_not_asked_about_for_ever(talk):
    talk.ask("find_outlet", place="ipoh")
    talk.ask("find_outlet", "open on Sunday?", date_time=SUNDAY)
    assert "Mon–Sat 10 am–6 pm" in talk.ask("find_outlet", "opening hours")


def test_another_service_at_the_same_place(talk):
    assert "Kuala Lumpur" in talk.ask("find_outlet", "showroom", place="petaling_jaya")
    told = talk.ask("find_outlet", "and where is the service centre?")
    assert "The nearest service centres to Petaling Jaya" in told
    assert "Kuala Lumpur" not in told


def test_by_name_in_the_customers_words(talk):
    told = talk.ask("find_outlet", "is the Kota Kinablu outlet open?")
    assert told.startswith("Sample outlet Kota Kinabalu (demo)\n• Status: ")
    talk.language = "th"
    assert "สาขาตัวอย่างกูชิง" in talk.ask("find_outlet", "สาขากูชิงเปิดกี่โมง")


def test_a_branch_that_is_named_by_its_place(talk):
    told = talk.ask("find_outlet", "what time does the juru outlet close", place="juru", outlet="juru")
    assert told.startswith(
        "The nearest showrooms and service centres to Juru:\nSample outlet George Town (demo)"
    )


def test_the_market_is_the_conversations_unless_another_is_named(talk):
    talk.market = "TH"
    told = talk.ask("find_outlet", "where is your showroom")
    assert "On record in Thailand (showrooms)" in told
    assert "none in Thailand is on record" in told
    assert "Petaling" not in told
    told = talk.ask("find_outlet", "showroom in Penang", place="penang")
    assert "George Town" in told
    assert "Thailand" not in told


def test_the_list_of_a_country(talk):
    assert "There are 12 showrooms and service centres on record in Malaysia" in talk.ask(
        "find_outlet", "dealer list"
    )
    told = talk.ask("find_outlet", "how many service centres in Thailand", place="thailand")
    assert told.count("Map: ") == 3


def test_over_the_bridge(talk):
    assert "Johor Bahru (demo), 25 km away" in talk.ask(
        "find_outlet", "showroom near Singapore", place="singapore"
    )


def test_a_hotline_is_not_made_up(talk):
    assert "no customer hotline" in talk.ask("find_outlet", "hotline number")
    assert payloads(talk) == ["/talk_to_agent"]


def test_near_a_shared_position(talk):
    question = Question("inform", "")
    turn = Turn("t", "1", "", "en", "MY", (question,), (), {"topic": "find_outlet"}, (1.5534567, 110.3591234))
    talk.answer = AnswerAction.by_intent["inform"].answer(talk.session, turn, question)
    [reply] = talk.replies
    assert "The nearest showrooms and service centres to you:\n1. Sample outlet Kuching (demo)" in reply.text
    assert talk.answer.slots["outlets"]["point"] == [1.55, 110.36]
    assert json.dumps(talk.answer.slots)


def test_an_imported_outlet_has_its_phone_source_and_no_note(talk):
    row = talk.session.get(tables.Outlet, "sample_ipoh")
    row.phone, row.sample, row.source = "+6052411234", False, "the importer's list"
    talk.session.flush()
    told = talk.ask("find_outlet", outlet="sample_ipoh")
    assert "• Phone: +60 5-241 1234" in told
    assert "Source: the importer's list, 20 November 2026." in told
    assert "no such outlet" not in told
    assert talk.ask("find_outlet", "phone?").endswith(": +60 5-241 1234")


def test_an_outlet_that_is_gone_is_not_told_of(talk):
    talk.ask("find_outlet", place="ipoh")
    talk.session.get(tables.Outlet, "sample_ipoh").active = False
    talk.session.flush()
    told = talk.ask("find_outlet", '/find_outlet{"outlet": "sample_ipoh"}', outlet="sample_ipoh")
    assert "Sample showroom Ipoh" not in told


def test_no_outlet_at_all(talk):
    for row in talk.session.query(tables.Outlet).filter_by(market="TH"):
        row.active = False
    talk.session.flush()
    talk.market = "TH"
    assert "I have no showrooms on record in Thailand" in talk.ask("find_outlet", "showroom")
    assert "no showrooms on record in Thailand" in talk.ask("find_outlet", place="chiang_mai")
