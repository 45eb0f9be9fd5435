import json
import random
import uuid
from pathlib import Path
from typing import Any, ClassVar, Dict, List

import pytest
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphComponentException
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.events import Event, SlotSet, deserialise_events
from rasa.shared.exceptions import RasaException
from rasa.shared.utils.common import all_subclasses

from bot.nlu import lean

ACTION = RemoteAction("action_ask_price", None)


@pytest.fixture(autouse=True)
def installed() -> None:
    lean.install()
    lean.install()  # a second time changes nothing


class Step(GraphComponent):
    """Joins what it is given, and notes that it ran."""

    ran: ClassVar[List[str]] = []

    def __init__(self, config: Dict[str, Any]) -> None:
        self._name = config["name"]

    @classmethod
    def create(cls, config: Dict[str, Any], **_: Any) -> "Step":
        return cls(config)

    def run(self, left: str = "", right: str = "") -> str:
        Step.ran.append(self._name)
        if left == "bad":
            raise ValueError(left)
        return f"{self._name}({left}{right})"


def node(name: str, **needs: str) -> SchemaNode:
    return SchemaNode(
        needs=needs, uses=Step, constructor_name="create", fn="run", config={"name": name}, eager=True
    )


SCHEMA = GraphSchema(
    {
        "end": node("end", left="one", right="other"),
        "one": node("one", left="start"),
        "other": node("other", left="start", right="__word__"),
        "start": node("start", left="__word__"),
        "beside": node("beside", left="start"),
    }
)
TARGETS = (["end"], ["end", "beside"], ["beside", "end", "one"], ["start"])


@pytest.fixture
def runners(tmp_path: Path) -> Any:
    context = ExecutionContext(SCHEMA, uuid.uuid4().hex)
    storage = LocalModelStorage(tmp_path)
    dask = DaskGraphRunner.create(SCHEMA, storage, context)
    return dask, lean.StraightRunner.create(SCHEMA, storage, context)


@pytest.mark.parametrize("targets", TARGETS)
def test_a_graph_comes_to_the_same_as_with_rasas_own_runner(runners: Any, targets: List[str]) -> None:
    dask, straight = runners
    for word in ("a", "b"):
        inputs = {"__word__": word}
        assert straight.run(inputs, targets) == dask.run(dict(inputs), targets)


def test_only_what_is_needed_runs_once_and_after_what_it_needs(runners: Any) -> None:
    _, straight = runners
    Step.ran.clear()
    straight.run({"__word__": "a"}, ["end"])
    assert sorted(Step.ran) == ["end", "one", "other", "start"]
    assert Step.ran[0] == "start"
    assert Step.ran[-1] == "end"


def test_a_component_that_fails_is_told_as_by_rasas_own_runner(runners: Any) -> None:
    for runner in runners:
        with pytest.raises(GraphComponentException):
            runner.run({"__word__": "bad"}, ["end"])


def test_every_event_is_found_by_its_name() -> None:
    for kind in all_subclasses(Event):
        assert Event.resolve_by_type(kind.type_name).type_name == kind.type_name
    with pytest.raises(ValueError, match="no_event"):
        Event.resolve_by_type("no_event")
    assert Event.resolve_by_type("no_event", SlotSet) is SlotSet


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"events": [], "responses": []},
        {"events": [{"event": "slot", "name": "model", "value": "smart_1"}], "responses": [{"custom": {}}]},
    ],
)
def test_a_sound_answer_of_an_action_passes(answer: Any) -> None:
    assert ACTION._validate_action_result(answer)


@pytest.mark.parametrize(
    "answer", [None, [], "text", {"events": {}}, {"events": ["slot"]}, {"responses": [None]}]
)
def test_an_unsound_answer_of_an_action_is_refused(answer: Any) -> None:
    with pytest.raises(RasaException, match="action_ask_price"):
        ACTION._validate_action_result(answer)


def test_an_unknown_event_is_refused_after_the_check() -> None:
    event = {"event": "no_event"}
    assert ACTION._validate_action_result({"events": [event]})
    with pytest.raises(ValueError, match="no_event"):
        deserialise_events([event])


def some_state(chance: random.Random, in_rule: bool) -> Dict[str, Any]:
    """Return a state of a conversation or a rule's step, from so few words that many of them fit."""
    unset = ["should_not_be_set"] if in_rule else []
    state: Dict[str, Any] = {}
    if chance.random() < 0.9:
        state["prev_action"] = {"action_name": chance.choice(["action_listen", "utter_a", "utter_b", *unset])}
    if chance.random() < 0.8:
        state["user"] = {"intent": chance.choice(["ask", "tell", *unset])}
    if chance.random() < 0.3:
        state["active_loop"] = {"name": chance.choice(["a_form", *unset])}
    return state


@pytest.mark.parametrize("seed", range(20))
def test_the_same_rules_are_possible_as_by_rasas_own_way(seed: int) -> None:
    chance = random.Random(seed)
    policy = RulePolicy.__new__(RulePolicy)
    rules = {
        json.dumps([some_state(chance, True) for _ in range(chance.randint(1, 3))], sort_keys=True): "utter_a"
        for _ in range(40)
    }
    found = 0
    for _ in range(100):
        states = [some_state(chance, False) for _ in range(chance.randint(1, 4))]
        possible = policy._get_possible_keys(rules, states)
        assert possible == lean._rasas_possible_keys(policy, rules, states)
        found += len(possible)
    assert found > 100


def test_rules_that_come_to_it_are_found() -> None:
    policy = RulePolicy.__new__(RulePolicy)
    states = [{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "ask"}}]
    rules: Dict[str, str] = {}
    assert policy._get_possible_keys(rules, states) == set()
    rules[json.dumps(states)] = "utter_a"
    assert policy._get_possible_keys(rules, states) == {json.dumps(states)}
