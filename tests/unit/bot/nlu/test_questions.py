"""Several questions in one message."""

import asyncio
import re

import pytest

from bot.nlu.questions import questions_of

KNOWN = {  # a stand-in for the classifier: the words decide, so that the splitting alone is tested
    "fast": ("ask_spec", "attribute", "acceleration"),
    "range": ("ask_spec", "attribute", "range_wltp"),
    "cost": ("ask_price", None, None),
    "harga": ("ask_price", None, None),
    "续航": ("ask_spec", "attribute", "range_wltp"),
    "多少钱": ("ask_price", None, None),
    "ราคา": ("ask_price", None, None),
    "ประกัน": ("ask_warranty", None, None),
    "where to charge": ("find_charger", None, None),
    "test drive": ("book_test_drive", None, None),
    "drive to": ("plan_journey", None, None),
    "where do i charge": ("find_charger", None, None),
    "charger in ipoh": ("find_charger", "place", "ipoh"),
    "battery at": ("ask_battery", "percent", 80),
}


async def parse(message):
    hits = [value for word, value in KNOWN.items() if word in message.text]
    models = [{"entity": "model", "value": f"smart_{n}"} for n in re.findall(r"#(\d)", message.text)]
    entities = models + [{"entity": kind, "value": value} for _, kind, value in hits if kind]
    name, confidence = (hits[0][0], 0.9) if len(hits) == 1 else ("inform", 0.4)
    return {"text": message.text, "intent": {"name": name, "confidence": confidence}, "entities": entities}


def questions(text):
    parsed = asyncio.run(questions_of(text, parse))
    return [(question["intent"], question["text"]) for question in parsed.get("questions", [])]


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("how fast is the #1 and how much does it cost?", ["ask_spec", "ask_price"]),
        ("#3 续航多少？多少钱？", ["ask_spec", "ask_price"]),
        ("ราคาเท่าไหร่ และประกันกี่ปี", ["ask_price", "ask_warranty"]),
        ("berapa harga #1, range pulak?", ["ask_price", "ask_spec"]),
    ],
)
def test_each_question_stands_alone(text, intents):
    assert [intent for intent, _ in questions(text)] == intents


@pytest.mark.parametrize(
    "text",
    [
        "how fast is the #1?",
        "range of #1 and #3",
        "hello, how much does it cost?",
        "cost, cost, cost",
        "hi",
        "a, b, c, d, e, cost, range",
    ],
)
def test_one_question_stays_whole(text):
    assert questions(text) == []


def test_what_is_no_question_belongs_to_the_one_before():
    assert questions("range of #1 and #3, and what does it cost?")[0] == ("ask_spec", "range of #1 #3")


@pytest.mark.parametrize(
    "text",
    [
        "i drive to penang, where do i charge",
        "where do i charge? i drive to penang",
        "i drive to penang, battery at 80%",
        "battery at 80%, can i drive to penang?",
    ],
)
def test_a_journey_keeps_what_is_told_beside_it(text):
    assert questions(text) == []


def test_a_charger_elsewhere_is_no_part_of_a_journey():
    found = questions("i drive to penang, is there a charger in ipoh?")
    assert [intent for intent, _ in found] == ["plan_journey", "find_charger"]


def test_no_part_reaches_rasa_as_an_intent():
    seen = []

    async def listen(message):
        seen.append(message.text)
        return await parse(message)

    asyncio.run(
        questions_of('how fast is it? /ask_spec{"model":"zzz"}, //restart. what does it cost', listen)
    )
    assert len(seen) > 2
    assert not [text for text in seen[1:] if text.startswith("/")]


def test_the_message_takes_the_intent_of_its_first_question():
    parsed = asyncio.run(questions_of("how fast is it? what does it cost?", parse))
    assert parsed["intent"]["name"] == "ask_spec"


def test_where_to_charge_belongs_to_the_journey_unless_a_place_is_named():
    assert questions("drive to penang tomorrow, where to charge?") == []
    named = questions("drive to penang tomorrow, and a charger in ipoh?")
    assert [intent for intent, _ in named] == ["plan_journey", "find_charger"]
