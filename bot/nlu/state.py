"""A conversation's dialogue state, packed so that its size does not grow with the conversation's length."""

from typing import Any, Dict, List, Text

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

TURNS = 1  # user turns whose events are kept: rules and loops look no further back
NOT_KEPT = {"session_started_metadata"}  # nothing reads it, and it may hold where the customer was
RANKED = 4  # intents of a ranking that are kept: what a clarifying question can offer


def pack(tracker: DialogueStateTracker) -> List[Dict[Text, Any]]:
    """Return the events that rebuild slots, the active loop and the last turns; JSON-ready, a few KB."""
    recent = _last_turns(list(tracker.applied_events()))
    opening: List[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    set_later = {event.key for event in recent if isinstance(event, SlotSet)}
    opening += [
        SlotSet(slot.name, slot.value)
        for slot in tracker.slots.values()
        if slot.value != slot.initial_value and slot.name not in set_later | NOT_KEPT
    ]
    if tracker.active_loop_name and not any(isinstance(event, ActiveLoop) for event in recent):
        opening.append(ActiveLoop(tracker.active_loop_name))
    opening.append(ActionExecuted(ACTION_LISTEN_NAME))
    return [_slim(event.as_dict()) for event in opening + recent]


def unpack(sender_id: Text, state: List[Dict[Text, Any]], domain: Domain) -> DialogueStateTracker:
    """Return the tracker of a packed state; events of slots that the domain no longer has are left out."""
    known = {slot.name for slot in domain.slots}
    events = [event for event in state if event["event"] != "slot" or event["name"] in known]
    return DialogueStateTracker.from_dict(sender_id, events, domain.slots)


def _last_turns(events: List[Event]) -> List[Event]:
    """Return the events from the last few user messages on, without what was said (nothing reads it).

    That a form declined a message is left out as well: Rasa would not show it the next message either.
    """
    starts = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    start = starts[-TURNS] if len(starts) >= TURNS else (starts[0] if starts else len(events))
    left_out = (BotUttered, ActionExecutionRejected)
    return [event for event in events[start:] if not isinstance(event, left_out)]


def _slim(event: Dict[Text, Any]) -> Dict[Text, Any]:
    """Leave out of a user event what no later turn reads."""
    event.pop("metadata", None) if event["event"] != "user" else None
    if event["event"] == "user":
        # Where the customer is does not stay longer than the turn that it was sent with.
        event["metadata"] = {key: (event.get("metadata") or {}).get(key) for key in ("language", "market")}
        parsed = event["parse_data"]
        event["parse_data"] = {
            "text": parsed.get("text"),
            "intent": parsed["intent"],
            "entities": parsed["entities"],
            "intent_ranking": parsed.get("intent_ranking", [])[:RANKED],
        }
    return event
