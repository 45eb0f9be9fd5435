"""Work that Rasa 3.6 does anew at every turn though its outcome never changes: done once, or not at all.

Together this was nine tenths of a turn's processor time inside Rasa; `docs/benchmarks.md` has the figures.
"""

from functools import lru_cache
from typing import Any, Callable, Dict, List, Optional, Set, Text, Tuple

from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import State
from rasa.shared.core.events import Event
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

Rules = Dict[Text, Text]
Mark = Tuple[Optional[Text], Optional[Text]]
Step = Tuple[Text, GraphNode, Tuple[Text, ...]]


def install() -> None:
    """Put the quicker ways in the place of Rasa's own, for this process."""
    # Rasa checks its own JSON schema against the schema of all schemas before it uses it, at each action.
    RemoteAction._validate_action_result = check_action_result
    # Rasa walks through all subclasses for each event that it reads.
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))
    # Rasa tries every rule at every step of the conversation, twice for each prediction.
    RulePolicy._get_possible_keys = possible_keys


def check_action_result(action: RemoteAction, result: Any) -> bool:
    """Check the shape of an action's answer, but not each event's own parts, as Rasa's schema does.

    They come from our own action server, and a kind of event that is unknown is refused right afterwards.
    """
    parts = [result.get(part, []) for part in ("events", "responses")] if isinstance(result, dict) else [None]
    if not all(isinstance(part, list) and all(isinstance(item, dict) for item in part) for part in parts):
        raise RasaException(f"{action.name()} did not answer with lists of events and responses")
    return True


_rasas_possible_keys: Callable[..., Set[Text]] = RulePolicy._get_possible_keys


def possible_keys(policy: RulePolicy, lookup: Rules, states: List[State]) -> Set[Text]:
    """Return the rules that the states may belong to: Rasa tries only those whose last step has a chance."""
    if not states or not states[-1].get(PREVIOUS_ACTION):
        return _rasas_possible_keys(policy, lookup, states)
    action, intent = _mark(states[-1])
    indexed = _index(policy, lookup)
    near = {
        key: lookup[key]
        for mark in {(action, intent), (action, None), (None, intent), (None, None)}
        for key in indexed.get(mark, ())
    }
    return _rasas_possible_keys(policy, near, states)


def _index(policy: RulePolicy, lookup: Rules) -> Dict[Mark, List[Text]]:
    """Return the rules by what their last step asks for; made once for rules that do not change any more."""
    kept = policy.__dict__.setdefault("_rules_by_last_step", {})
    rules, size, indexed = kept.get(id(lookup), (None, 0, {}))
    if rules is not lookup or size != len(lookup):
        indexed = {}
        for key in lookup:
            indexed.setdefault(_mark(policy._rule_key_to_state(key)[-1]), []).append(key)
        kept[id(lookup)] = lookup, len(lookup), indexed
    return indexed


def _mark(state: State) -> Mark:
    """Return the action and the intent that a state has, or that a rule's step asks for."""
    asked = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME), state.get(USER, {}).get(INTENT)
    return tuple(None if value == SHOULD_NOT_BE_SET else value for value in asked)  # type: ignore[return-value]


class StraightRunner(GraphRunner):
    """Runs the components of a loaded model one after the other, in an order worked out once.

    Rasa's own runner has dask plan the same few steps at each parse and each prediction.
    """

    def __init__(self, loaded: DaskGraphRunner) -> None:
        self._schema = loaded._graph_schema
        self._nodes = loaded._instantiated_nodes
        self._orders: Dict[Tuple[Text, ...], List[Step]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: Optional[List[GraphNodeHook]] = None,
    ) -> "StraightRunner":
        """Load the components of a graph."""
        return cls(DaskGraphRunner.create(graph_schema, model_storage, execution_context, hooks))

    def run(
        self, inputs: Optional[Dict[Text, Any]] = None, targets: Optional[List[Text]] = None
    ) -> Dict[Text, Any]:
        """Run what the targets need and return their outputs."""
        wanted = tuple(targets or self._schema.target_names)
        done: Dict[Text, Tuple[Text, Any]] = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, node, needs in self._order(wanted):
            done[name] = node(*[done[need] for need in needs])
        return {name: done[name][1] for name in wanted}

    def _order(self, targets: Tuple[Text, ...]) -> List[Step]:
        if targets not in self._orders:
            steps: Dict[Text, Step] = {}
            for target in targets:
                self._add(target, steps)
            self._orders[targets] = list(steps.values())
        return self._orders[targets]

    def _add(self, name: Text, steps: Dict[Text, Step]) -> None:
        """Add a component after those that it needs; what is no component comes in with `run`."""
        if name in steps or name not in self._nodes:
            return
        needs = tuple(self._schema.nodes[name].needs.values())
        for need in needs:
            self._add(need, steps)
        steps[name] = name, self._nodes[name], needs
