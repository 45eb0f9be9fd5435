"""What the widget's handlers share, for as long as the application runs."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol
from weakref import WeakSet

from aiohttp import web

from channels.limits import Limiter
from channels.web.session import Sessions

MESSAGE_RATE, MESSAGE_BURST = 1.0, 20
SESSION_RATE, SESSION_BURST = 50.0, 200
SOCKETS = 4000
SOCKETS_PER_SESSION = 20


class Words(Protocol):
    """Where our own sentences come from."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages we speak."""
        ...

    def say(self, message: str, language: str, **args: Any) -> str:
        """Return a sentence in a language."""
        ...


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Widget:
    """The widget's keys, limits and open lines."""

    sessions: Sessions
    origins: frozenset[str]
    messages: Limiter = field(default_factory=lambda: Limiter(MESSAGE_RATE, MESSAGE_BURST))
    # Sessions cost us nothing to issue; this only keeps one machine from asking without end.
    issued: Limiter = field(default_factory=lambda: Limiter(SESSION_RATE, SESSION_BURST))
    lines: WeakSet[web.WebSocketResponse] = field(default_factory=WeakSet)
    # Lines whose customer has not written yet: they learn of the conversation when another tab begins it.
    waiting: dict[str, set[asyncio.Event]] = field(default_factory=lambda: defaultdict(set))
    open: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def counted(self, session_id: str) -> Iterator[None]:
        """Count an open line of a session."""
        self.open[session_id] += 1
        try:
            yield
        finally:
            self.open[session_id] -= 1
            if not self.open[session_id]:
                del self.open[session_id]


WIDGET = web.AppKey("widget", Widget)
