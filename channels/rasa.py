"""The client of our door in Rasa: one turn in, what to say and the new dialogue state out."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any, Self

import aiohttp

PATH = "/webhooks/road/turn"
TURN_SECONDS = 15.0
HEALTH_SECONDS = 2.0
# Below Rasa's own 5 s, so that it never closes a connection just when we use it.
KEEP_ALIVE_SECONDS = 4.0


class RasaError(Exception):
    """Rasa gave no answer to a turn."""


class RasaUnreachableError(RasaError):
    """Rasa, or what it needs, is not there (yet): the turn is not to blame."""


class RasaFailedError(RasaError):
    """Rasa is there but could not deal with this turn."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Rasa makes of a turn."""

    replies: list[dict[str, Any]]
    state: list[Any]
    intent: str | None
    confidence: float


class Rasa:
    """Speaks with one Rasa over one session of kept-alive connections."""

    def __init__(self, url: str, actions_url: str, *, seconds: float = TURN_SECONDS) -> None:
        self._base = url.rstrip("/")
        self._actions = actions_url.rstrip("/")
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        # No limit here: the gateway bounds how many turns are under way.
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE_SECONDS)
        timeout = aiohttp.ClientTimeout(total=self._seconds, sock_connect=HEALTH_SECONDS)
        self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)
        return self

    async def __aexit__(self, *exception: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def turn(self, body: dict[str, Any]) -> Answer:
        """Have one turn dealt with; raises a RasaError."""
        assert self._session is not None, "use `async with`"
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {"Content-Type": "application/json"}
        try:
            async with self._session.post(self._base + PATH, data=raw, headers=headers) as response:
                status, content = response.status, await response.read()
        except TimeoutError as error:
            raise RasaFailedError(f"no answer within {self._seconds:g} s") from error
        except (aiohttp.ClientError, OSError) as error:
            raise RasaUnreachableError(type(error).__name__) from error
        if status == 200:
            return _answer(content)
        # It may be that Rasa or the action server is only starting: then waiting helps, and is not a fault.
        lacking = await self.lacking()
        if lacking:
            raise RasaUnreachableError(f"{' and '.join(lacking)} not ready")
        raise RasaFailedError(f"status {status}")

    async def lacking(self) -> list[str]:
        """Return which of Rasa (with a model) and the action server is not ready."""
        model, actions = await asyncio.gather(self._has_model(), self._has_actions())
        return [name for name, ready in (("rasa", model), ("actions", actions)) if not ready]

    async def _has_model(self) -> bool:
        content = await self._get(self._base + "/status")
        try:
            return content is not None and bool(json.loads(content).get("model_file"))
        except (ValueError, AttributeError):
            return False

    async def _has_actions(self) -> bool:
        return await self._get(self._actions + "/health") is not None

    async def _get(self, url: str) -> bytes | None:
        assert self._session is not None, "use `async with`"
        timeout = aiohttp.ClientTimeout(total=HEALTH_SECONDS)
        try:
            async with self._session.get(url, timeout=timeout) as response:
                content = await response.read()
                return content if response.status == 200 else None
        except (aiohttp.ClientError, OSError, TimeoutError):
            return None


def _answer(content: bytes) -> Answer:
    try:
        data = json.loads(content)
        replies, state, intent = data["replies"], data["state"], data.get("intent") or {}
        sound = (
            isinstance(state, list)
            and isinstance(replies, list)
            and bool(replies)
            and all(isinstance(reply, dict) and isinstance(reply.get("response"), str) for reply in replies)
        )
        if not sound:
            raise RasaFailedError("an answer without replies or state")
        return Answer(replies, state, intent.get("name"), float(intent.get("confidence") or 0.0))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RasaFailedError(f"not an answer: {type(error).__name__}") from error
