"""Talk about the talk, articles, handovers, and what is on the way."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.actions import soon
from bot.actions.answer import AnswerAction
from bot.actions.handovers import callable_number, readable
from bot.actions.talk import not_understood
from bot.actions.turn import Entity, Question, Turn
from channels import inbox
from channels.message import Message
from knowledge.handovers import Handover


def ranked(*intents, misunderstood=0, entities=()):
    turn = Turn("c", "1", "?", "en", "MY", (), intents, {"misunderstood": misunderstood})
    return not_understood(turn, Question("nlu_fallback", "?", entities))


def test_the_likeliest_meanings_are_offered_and_a_person():
    [item] = ranked("ask_price", "inform", "ask_spec", "ask_ota", "ask_battery").items
    assert [button["payload"] for button in item["buttons"]] == [
        "/ask_price",
        "/ask_spec",
        "/ask_ota",
        "/talk_to_agent",
    ]


def test_a_meaning_keeps_what_was_named():
    [item] = ranked("ask_price", entities=(Entity("model", "smart_3"),)).items
    assert item["buttons"][0]["payload"] == '/ask_price{"model": "smart_3"}'


def test_the_second_miss_in_a_row_offers_a_person_first():
    answer = ranked("ask_price", misunderstood=1)
    assert answer.items[0]["response"] == "utter_not_understood"
    assert answer.items[0]["buttons"][0]["payload"] == "/talk_to_agent"
    assert answer.slots["offer"] == "talk_to_agent"


@pytest.mark.parametrize("language", ["en", "ms", "zh", "th"])
def test_a_language_is_confirmed_in_itself(talk, language):
    talk.ask("change_language", language=language)
    assert talk.answer.items[0]["language"] == language


def test_an_unknown_language_gets_the_choice(talk):
    talk.ask("change_language")
    assert len(talk.replies[0].buttons) == 4


@pytest.mark.parametrize("intent", [*soon.INTENTS, "report_breakdown", "complain"])
@pytest.mark.parametrize("language", ["en", "ms", "zh", "th"])
def test_what_is_on_the_way_offers_a_person(talk, intent, language):
    talk.language = language
    assert talk.ask(intent).strip()
    assert "/talk_to_agent" in [button.payload for button in talk.replies[0].buttons]
    assert talk.slots["offer"] == "talk_to_agent"


@pytest.mark.parametrize("language", ["en", "ms", "zh", "th"])
@pytest.mark.parametrize(
    "intent",
    [
        "ask_company",
        "ask_sustainability",
        "ask_ota",
        "ask_driver_assistance",
        "ask_connectivity",
        "ask_battery",
        "ask_warranty",
    ],
)
def test_every_article_speaks_every_language(talk, intent, language):
    talk.language = language
    assert "{" not in talk.ask(intent, text="?")


@pytest.mark.parametrize(
    ("language", "question", "figures"),
    [
        ("en", "how many cars were delivered", ["70,000", "22"]),
        ("ms", "ibu pejabat kat mana", ["Ningbo"]),
        ("zh", "融资多少", ["1.5亿", "50亿"]),
        ("zh", "总部在哪里", ["宁波"]),
        ("th", "ใครเป็นตัวแทนจำหน่าย", ["PRO-NET"]),
    ],
)
def test_company_figures_are_those_on_record(talk, language, question, figures):
    talk.language = language
    said = talk.ask("ask_company", text=question)
    assert all(figure in said for figure in figures), said


@pytest.fixture(name="conversation")
def stored_conversation(session):
    message = Message("rest", "someone", "e1", "I want to talk to a person about the #3")
    receipt = inbox.receive(session, message, datetime.now(UTC), None)
    return receipt.conversation_id


def test_a_handover_has_reason_transcript_and_language(talk, session, conversation):
    turn = Turn(conversation, "7", "person please", "ms", "MY", (), (), {"topic": "ask_price"})
    answer = AnswerAction.by_intent["talk_to_agent"].answer(
        session, turn, Question("talk_to_agent", "person please")
    )
    [stored] = session.scalars(select(Handover)).all()
    assert (stored.reason, stored.topic, stored.language, stored.kind) == (
        "person please",
        "ask_price",
        "ms",
        "agent",
    )
    assert stored.transcript[0]["text"] == "I want to talk to a person about the #3"
    assert answer.items[0]["args"]["reference"] == stored.reference


def test_the_same_turn_again_asks_for_one_person_only(talk, session, conversation):
    turn = Turn(conversation, "7", "person", "en", "MY", ())
    for _ in range(2):
        AnswerAction.by_intent["talk_to_agent"].answer(session, turn, Question("talk_to_agent", "person"))
    assert len(session.scalars(select(Handover)).all()) == 1


def test_a_callback_keeps_the_number_and_forgets_it_in_the_talk(talk, session, conversation):
    turn = Turn(conversation, "8", "012 777 8899", "en", "MY", (), (), {"phone": "+60127778899"})
    answer = AnswerAction.by_intent["request_callback"].answer(
        session, turn, Question("inform", "012 777 8899")
    )
    [stored] = session.scalars(select(Handover)).all()
    assert (stored.kind, stored.phone) == ("callback", "+60127778899")
    assert stored.reason == "I want to talk to a person about the #3"  # not the number
    assert answer.slots == {"phone": None}


def test_what_is_written_after_the_number_is_no_reason(talk, session, conversation):
    written = [
        inbox.receive(session, Message("rest", "someone", text, text), datetime.now(UTC), None)
        for text in ("012 777 8899", "who makes smart?")
    ]
    turn = Turn(conversation, str(written[0].inbox_id), "", "en", "MY", (), (), {"phone": "+60127778899"})
    AnswerAction.by_intent["request_callback"].answer(session, turn, Question("inform", "012 777 8899"))
    [stored] = session.scalars(select(Handover)).all()
    assert stored.reason == "I want to talk to a person about the #3"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("012-777 8899", "+60127778899"),
        ("081 234 5678", "+66812345678"),
        ("+44 20 7946 0958", "+442079460958"),
        ("12345", None),
        ("hello", None),
    ],
)
def test_numbers_that_can_be_called(text, number):
    assert callable_number(text) == number


def test_a_number_is_shown_as_people_write_it():
    assert readable("+60127778899") == "+60 12-777 8899"


@pytest.mark.parametrize("intent", ["inform", "deny", "affirm", "cancel"])
def test_a_number_that_is_left_unasked_asks_for_a_call(intent):
    question = Question(intent, "", (Entity("phone", "+60134456677"),))
    turn = Turn("c", "1", "", "en", "MY", (question,))
    action = AnswerAction.by_intent[intent]
    assert action._handler(turn, question) is AnswerAction.by_intent["request_callback"]
    assert action._handler(turn, Question(intent, "")) is action


def test_a_corrected_number_takes_the_place_of_the_first(talk, session, conversation):
    callback = AnswerAction.by_intent["request_callback"]
    for message, phone in (("8", "+60127778899"), ("9", "+60134456677")):
        turn = Turn(conversation, message, "", "en", "MY", ())
        callback.answer(session, turn, Question("inform", "", (Entity("phone", phone),)))
    [stored] = session.scalars(select(Handover)).all()
    assert stored.phone == "+60134456677"


def test_a_yes_to_the_choice_of_meanings_passes_nobody_on():
    assert "offer" not in ranked("ask_price", "ask_spec").slots


@pytest.mark.parametrize(
    ("ranking", "named", "said"),
    [
        (("ask_price", "ask_spec"), {"model": "smart_3", "attribute": "dc_power"}, "150 kW"),
        (("ask_price", "inform"), {"model": "smart_3", "variant": "premium"}, "455 km"),
        (("ask_ota", "ask_battery", "find_outlet", "ask_spec"), {"attribute": "range_wltp"}, "Did you mean"),
        (("ask_price", "ask_spec"), {"model": "smart_3"}, "Did you mean"),
    ],
)
def test_what_is_named_settles_a_doubt(talk, ranking, named, said):
    question = Question("nlu_fallback", "?", tuple(Entity(*each) for each in named.items()))
    turn = Turn("c", "1", "?", "en", "MY", (question,), ("nlu_fallback", *ranking))
    talk.answer = AnswerAction.by_intent["nlu_fallback"].answer(talk.session, turn, question)
    shown = "\n".join(reply.text + (reply.table.as_text() if reply.table else "") for reply in talk.replies)
    assert said in shown


def test_a_languages_name_is_not_the_country(talk):
    talk.slots["market"] = "MY"
    talk.ask("change_language", language="th", place="thailand")
    assert talk.slots["market"] == "MY"


def test_a_person_is_offered_once_among_the_meanings():
    [item] = ranked("talk_to_agent", "ask_price").items
    assert [button["payload"] for button in item["buttons"]] == ["/ask_price", "/talk_to_agent"]


def test_a_statement_names_each_source_with_its_own_date(talk):
    said = talk.ask("ask_company", text="who distributes smart")
    assert "(18 August 2022)" in said or "(31 December 2023)" in said
    assert "(23 June 2017)" in said
    assert "one source only" not in said


def test_a_need_or_a_budget_on_its_own_asks_for_advice(talk):
    talk.slots["topic"] = "ask_company"
    money = {"amount": 220000, "currency": "MYR"}
    assert "within your budget" in talk.ask("inform", money=money)
    assert "455 km" in talk.ask("inform", need="long_distance")
