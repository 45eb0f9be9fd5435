"""How an action reads the turn that Rasa sends."""

from rasa_sdk import Tracker

from bot.actions.catalogue.subject import Car, cars, specific, talked_about
from bot.actions.turn import Entity, Question, Turn


def tracker(latest, slots=None):
    return Tracker("c", slots or {}, latest, [], False, None, {}, "action_listen")


def question(*named):
    return Question(
        "ask_price", "", tuple(Entity(kind, value, place) for place, (kind, value) in enumerate(named))
    )


def turn(**slots):
    return Turn("c", "1", "", "en", "MY", (), (), slots)


def test_a_message_is_one_question():
    read = Turn.of(
        tracker(
            {
                "intent": {"name": "ask_price"},
                "text": "how much",
                "entities": [{"entity": "model", "value": "smart_1", "start": 3}],
                "message_id": "9",
                "metadata": {"language": "th", "market": "TH"},
                "intent_ranking": [{"name": "ask_price"}, {"name": "inform"}],
            }
        )
    )
    assert (read.language, read.market, read.message_id, read.ranking) == (
        "th",
        "TH",
        "9",
        ("ask_price", "inform"),
    )
    assert read.questions == (Question("ask_price", "how much", (Entity("model", "smart_1", 3),)),)


def test_several_questions_come_apart():
    parts = [
        {"intent": "ask_spec", "text": "a", "entities": []},
        {"intent": "ask_price", "text": "b", "entities": []},
    ]
    read = Turn.of(tracker({"intent": {"name": "ask_spec"}, "text": "a b", "questions": parts}))
    assert [part.intent for part in read.questions] == ["ask_spec", "ask_price"]


def test_a_variant_belongs_to_the_model_before_it():
    named = question(
        ("model", "smart_3"), ("variant", "premium"), ("variant", "brabus"), ("model", "smart_1")
    )
    assert cars(turn(), named) == [Car("smart_3", "premium"), Car("smart_3", "brabus"), Car("smart_1")]


def test_a_variant_may_come_before_its_model():
    assert cars(turn(), question(("variant", "brabus"), ("model", "smart_3"))) == [Car("smart_3", "brabus")]


def test_a_lone_variant_is_of_the_model_under_discussion():
    assert cars(turn(model="smart_3"), question(("variant", "brabus"))) == [Car("smart_3", "brabus")]
    assert cars(turn(), question(("variant", "brabus"))) == []


def test_nothing_named_means_the_cars_under_discussion():
    remembered = turn(cars=[["smart_1", "premium"], ["smart_3", None]])
    assert talked_about(remembered, question()) == [Car("smart_1", "premium"), Car("smart_3")]


def test_the_same_car_twice_is_one():
    assert cars(turn(), question(("model", "smart_1"), ("model", "smart_1"))) == [Car("smart_1")]


def test_dimensions_give_way_to_what_is_asked_for():
    assert specific(["dimensions", "boot"]) == ["boot"]
    assert specific(["dimensions"]) == ["dimensions"]
