"""The packed dialogue state: complete for the next turn, and no larger after 300 turns."""

import json

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.normalise import plain
from bot.nlu.road import last_intent
from bot.nlu.state import TURNS, pack, unpack

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [greet, inform]
entities: [model]
slots:
  model: {type: text, influence_conversation: false, mappings: [{type: custom}]}
  phone: {type: text, influence_conversation: false, mappings: [{type: custom}]}
actions: [action_a]
forms:
  callback_form: {required_slots: [phone]}
"""
)


def user(text):
    ranking = [{"name": f"intent_{n}", "confidence": 0.1} for n in range(10)]
    parsed = {
        "text": text,
        "intent": {"name": "greet", "confidence": 0.9},
        "entities": [],
        "intent_ranking": ranking,
    }
    return UserUttered(text, parsed["intent"], [], parsed)


def turn(number):
    return [
        user(f"message {number}"),
        ActionExecuted("action_a"),
        BotUttered("words"),
        ActionExecuted("action_listen"),
    ]


def tracker(turns, *events):
    made = DialogueStateTracker("c", DOMAIN.slots)
    for event in [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
        *events,
    ]:
        made.update(event, DOMAIN)
    for number in range(turns):
        for event in turn(number):
            made.update(event, DOMAIN)
    return made


def test_it_does_not_grow():
    sizes = [len(json.dumps(pack(tracker(turns)))) for turns in (10, 300)]
    assert abs(sizes[0] - sizes[1]) < 40


def test_slots_and_the_last_turns_come_back():
    again = unpack("c", json.loads(json.dumps(pack(tracker(20, SlotSet("model", "smart_3"))))), DOMAIN)
    assert again.get_slot("model") == "smart_3"
    assert again.get_slot("phone") is None
    texts = [event.text for event in again.events if isinstance(event, UserUttered)]
    assert texts == [f"message {number}" for number in range(20 - TURNS, 20)]


def test_an_old_form_is_still_active():
    again = unpack("c", pack(tracker(20, ActiveLoop("callback_form"))), DOMAIN)
    assert again.active_loop_name == "callback_form"


def test_a_form_that_declined_a_message_is_shown_the_next():
    talk = tracker(1, ActiveLoop("callback_form"))
    for event in (
        user("wait a second"),
        ActionExecutionRejected("callback_form"),
        ActionExecuted("action_a"),
    ):
        talk.update(event, DOMAIN)
    assert talk.is_active_loop_rejected
    assert not unpack("c", pack(talk), DOMAIN).is_active_loop_rejected


def test_packing_again_changes_nothing():
    once = pack(tracker(20, SlotSet("model", "smart_3"), ActiveLoop("callback_form")))
    twice = pack(unpack("c", once, DOMAIN))
    assert [event["event"] for event in once] == [event["event"] for event in twice]


def test_a_slot_that_the_domain_no_longer_has_is_left_out():
    state = [*pack(tracker(1)), {"event": "slot", "timestamp": 0.0, "name": "gone", "value": 1}]
    assert unpack("c", state, DOMAIN).get_slot("model") is None


def test_the_last_intent_is_read_from_a_state():
    assert last_intent(pack(tracker(2))) == {"name": "greet", "confidence": 0.9}
    assert last_intent([]) == {"name": None, "confidence": 0.0}


@pytest.mark.parametrize(
    ("text", "expected"), [("/greet", "greet"), (" //inform{}", "inform{}"), ("a/b", "a/b"), ("/", "")]
)
def test_a_customers_text_is_never_an_intent(text, expected):
    assert plain(text) == expected
