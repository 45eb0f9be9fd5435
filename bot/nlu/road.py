"""The door through which the application speaks with Rasa: one turn in, replies and the new state out.

Rasa keeps nothing between turns. The caller sends a conversation's dialogue state with each message and
stores the state that comes back in the same transaction as the replies, so that a crash anywhere only means
that the turn is done again from the old state, and so that any Rasa process can take any turn.
"""

import contextvars
import logging
import time
from dataclasses import dataclass
from typing import Any, Awaitable, Callable, Dict, List, Optional, Text

import aiohttp
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.nlu import lean
from bot.nlu.doubt import with_doubt
from bot.nlu.normalise import plain
from bot.nlu.questions import questions_of
from bot.nlu.state import pack, unpack
from bot.nlu.wishes import with_wish

logger = logging.getLogger(__name__)

ACTION_SECONDS = 10.0  # an action is one query; longer means that something is wrong


@dataclass
class Turn:
    """What one request carries through Rasa."""

    state: Optional[List[Dict[Text, Any]]] = None
    saved: Optional[List[Dict[Text, Any]]] = None
    action_failed: bool = False


TURN: "contextvars.ContextVar[Optional[Turn]]" = contextvars.ContextVar("turn", default=None)


class CarriedTrackerStore(InMemoryTrackerStore):
    """Reads and writes the dialogue state that the request carries; plain memory for Rasa's own endpoints."""

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """Return the tracker of the turn under way, or None for a new conversation."""
        turn = TURN.get()
        if turn is None:
            return await super().retrieve(sender_id)
        return unpack(sender_id, turn.state, self.domain) if turn.state else None

    async def retrieve_full_tracker(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """Return the same as `retrieve`: earlier sessions are not carried."""
        if TURN.get() is None:
            return await super().retrieve_full_tracker(sender_id)
        return await self.retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the new state for the answer to the caller."""
        turn = TURN.get()
        if turn is None:
            await super().save(tracker)
        else:
            turn.saved = pack(tracker)


class KeptAliveEndpoint(EndpointConfig):
    """The action server over one kept-alive session; notes a failure, which Rasa itself would only log.

    Rasa opens a new session for each call.
    """

    _session: Optional[aiohttp.ClientSession] = None

    async def request(self, method: Text = "post", subpath: Optional[Text] = None, **kwargs: Any) -> Any:
        """Send a request and return its JSON; raises `ClientResponseError` or aiohttp's errors."""
        # Rasa 3.6 leaves the domain out where no action needs it; the newer SDK wants at least an empty one.
        payload = {"domain": {}, **kwargs["json"]}
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ACTION_SECONDS))
        try:
            async with self._session.request(method, self.url, json=payload) as answer:
                if answer.status == 400:
                    raise ClientResponseError(answer.status, answer.reason, await answer.read())
                if answer.status > 400:
                    # The SDK's error page repeats the request, and Rasa would write it to its log: the
                    # customer's words stay out of there. The action server's own log has the cause.
                    raise ClientResponseError(answer.status, answer.reason, b"see the action server's log")
                return await answer.json(content_type=None)
        except Exception as error:
            rejected = isinstance(error, ClientResponseError) and error.status == 400
            turn = TURN.get()
            if turn is not None and not rejected:  # 400 is Rasa's way of saying that an action declines
                turn.action_failed = True
            raise


class RoadInput(InputChannel):
    """`POST /webhooks/road/turn`: see `docs/channels.md` for the body and the answer."""

    @classmethod
    def name(cls) -> Text:
        """Return the name in `credentials.yml` and in the address."""
        return "road"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> InputChannel:
        """Create the channel; it needs no credentials, as Rasa listens on loopback only."""
        lean.install()
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes of this channel."""
        road = Blueprint("road")

        @road.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @road.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            if agent is None or not agent.is_ready():
                return response.json({"error": "no model is loaded yet"}, status=503)
            prepare(agent)
            return await self._turn(agent, request.json, on_new_message)

        return road

    async def _turn(
        self, agent: Any, body: Dict[Text, Any], on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> HTTPResponse:
        turn = Turn(state=body.get("state"))
        TURN.set(turn)
        started = time.perf_counter()
        collector = CollectingOutputChannel()
        text = body.get("choice") or plain(body["message"])
        message = UserMessage(
            text,
            collector,
            body["sender"],
            input_channel=self.name(),
            message_id=body["message_id"],
            metadata=body.get("metadata") or {},
        )
        if not text:
            message.parse_data = wordless()
        elif not body.get("choice"):
            parsed = await questions_of(text, agent.processor.parse_message)
            message.parse_data = with_doubt(with_wish(parsed))
        await on_new_message(message)
        replies = [item["custom"] for item in collector.messages if "response" in (item.get("custom") or {})]
        if turn.action_failed or not replies or turn.saved is None:
            return response.json({"error": "an action failed or nothing was said"}, status=503)
        intent = last_intent(turn.saved)
        logger.debug(
            "turn of %s: %s in %.1f ms", body["sender"], intent, (time.perf_counter() - started) * 1e3
        )
        return response.json({"replies": replies, "state": turn.saved, "intent": intent})


def wordless() -> Dict[Text, Any]:
    """Return the parse of a message without words, such as a shared position: it names nothing."""
    return {
        "text": "",
        "intent": {"name": "inform", "confidence": 1.0},
        "entities": [],
        "intent_ranking": [{"name": "inform", "confidence": 1.0}],
    }


def prepare(agent: Any) -> None:
    """Give a newly loaded agent our action endpoint and our way through its components."""
    endpoint = agent.action_endpoint
    if endpoint is not None and not isinstance(endpoint, KeptAliveEndpoint):
        agent.action_endpoint = KeptAliveEndpoint(endpoint.url, **endpoint.kwargs)
    if agent.processor.action_endpoint is not agent.action_endpoint:
        agent.processor.action_endpoint = agent.action_endpoint
    if not isinstance(agent.processor.graph_runner, lean.StraightRunner):
        agent.processor.graph_runner = lean.StraightRunner(agent.processor.graph_runner)


def last_intent(state: List[Dict[Text, Any]]) -> Dict[Text, Any]:
    """Return name and confidence of the last message's intent in a packed state."""
    for event in reversed(state):
        if event["event"] == "user":
            intent = event["parse_data"]["intent"]
            return {"name": intent.get("name"), "confidence": intent.get("confidence", 0.0)}
    return {"name": None, "confidence": 0.0}
