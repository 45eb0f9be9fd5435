"""Work that Rasa 3.6 does anew at every turn though its outcome never changes: done once, or not at all.

Together this was four fifths of a turn's processor time inside Rasa; `docs/benchmarks.md` has the figures.
"""

from functools import lru_cache
from typing import Any, Dict, List, Optional, Text, Tuple

from rasa.core.actions.action import RemoteAction
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.events import Event
from rasa.shared.exceptions import RasaException

Step = Tuple[Text, GraphNode, Tuple[Text, ...]]


def install() -> None:
    """Put the quicker ways in the place of Rasa's own, for this process."""
    # Rasa checks its own JSON schema against the schema of all schemas before it uses it, at each action.
    RemoteAction._validate_action_result = check_action_result
    # Rasa walks through all subclasses for each event that it reads.
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))


def check_action_result(action: RemoteAction, result: Any) -> bool:
    """Check the shape of an action's answer, but not each event's own parts, as Rasa's schema does.

    They come from our own action server, and a kind of event that is unknown is refused right afterwards.
    """
    parts = [result.get(part, []) for part in ("events", "responses")] if isinstance(result, dict) else [None]
    if not all(isinstance(part, list) and all(isinstance(item, dict) for item in part) for part in parts):
        raise RasaException(f"{action.name()} did not answer with lists of events and responses")
    return True


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
