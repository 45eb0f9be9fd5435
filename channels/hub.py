"""Wakes what waits in this process: an open request for its answer, an open socket for its conversation.

Only a short cut: whatever is published here is in the database already, so a missed call costs time, never
a message.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from channels.message import Reply

REMEMBERED = 1000  # messages that were published here last
QUEUE_LIMIT = 100  # updates that a slow socket may fall behind; it then reads the history instead


@dataclass(frozen=True, slots=True)
class Said:
    """One outgoing message, as it stands in the database."""

    id: int  # in `messages`: rises within a conversation, so a client can catch up from the last one seen
    author: str  # 'assistant' or 'agent'
    language: str
    reply: Reply
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Update:
    """News of one conversation: new messages for the customer, or the end of a turn that said nothing."""

    channel: str
    conversation_id: str
    said: tuple[Said, ...]
    event_id: str | None = None  # the customer's message that has been dealt with


class Subscription:
    """The updates of one conversation, in order."""

    def __init__(self) -> None:
        self._updates: deque[Update] = deque()
        self._news = asyncio.Event()
        self.lost = False  # fell too far behind: read the history, then set it back

    def put(self, update: Update) -> None:
        """Add an update; the hub calls this."""
        if len(self._updates) >= QUEUE_LIMIT:
            self._updates.clear()
            self.lost = True
        self._updates.append(update)
        self._news.set()

    async def get(self) -> Update:
        """Return the next update, waiting for it where there is none."""
        while not self._updates:
            self._news.clear()
            await self._news.wait()
        return self._updates.popleft()


class Waiter:
    """A request that is open until its message has been answered."""

    def __init__(self) -> None:
        self._done = asyncio.Event()
        self._free = asyncio.Event()
        self._free.set()
        self._said: tuple[Said, ...] | None = None
        self._together: list[Waiter] = []  # requests that got this answer and have not lost it
        self.sent_at: datetime | None = None  # when the answer was marked as sent

    def take(self) -> None:
        """Keep the request open: its answer is being stored as delivered through it."""
        self._free.clear()

    def release(self) -> None:
        """Undo `take`."""
        self._free.set()

    def answer(self, said: tuple[Said, ...], together: "list[Waiter]", sent_at: datetime) -> None:
        """Give the answer, to this request and to others that asked with the same message id."""
        self._said, self._together, self.sent_at = said, together, sent_at
        self._done.set()
        self._free.set()

    def lose(self) -> bool:
        """Note that the answer could not be written; tell whether nobody else has it either."""
        if self in self._together:
            self._together.remove(self)
        return not self._together

    @property
    def over(self) -> bool:
        """Tell whether nothing more will come."""
        return self._done.is_set()

    def give_up(self) -> None:
        """Let the request go without an answer: the process is stopping."""
        self._done.set()

    async def wait(self, seconds: float) -> tuple[Said, ...] | None:
        """Return what is said, or None when nothing came in time."""
        try:
            async with asyncio.timeout(seconds):
                await self._done.wait()
        except TimeoutError:
            pass
        await self._free.wait()
        return self._said


class Hub:
    """Who waits for what, in this process."""

    def __init__(self) -> None:
        self._subscriptions: dict[str, set[Subscription]] = {}
        self._waiters: dict[tuple[str, str], set[Waiter]] = {}
        self._told: deque[int] = deque(maxlen=REMEMBERED)
        self._bells: dict[str, asyncio.Event] = {}
        self._closed = False

    def bell(self, channel: str) -> asyncio.Event:
        """Return what is set when there is something to deliver on a channel."""
        return self._bells.setdefault(channel, asyncio.Event())

    @property
    def conversations(self) -> tuple[str, ...]:
        """The conversations that somebody here listens to."""
        return tuple(self._subscriptions)

    @contextmanager
    def subscribe(self, conversation_id: str) -> Iterator[Subscription]:
        """Listen to a conversation."""
        subscription = Subscription()
        self._subscriptions.setdefault(conversation_id, set()).add(subscription)
        try:
            yield subscription
        finally:
            others = self._subscriptions[conversation_id]
            others.discard(subscription)
            if not others:
                del self._subscriptions[conversation_id]

    def publish(self, update: Update) -> None:
        """Tell everyone who listens to the conversation, and who delivers for the channel."""
        if update.said and update.channel in self._bells:
            self._bells[update.channel].set()
        listeners = self._subscriptions.get(update.conversation_id, ())
        if listeners:
            self._told.extend(each.id for each in update.said)
        for subscription in listeners:
            subscription.put(update)

    def has_told(self, message_id: int) -> bool:
        """Tell whether a message was published here not long ago."""
        return message_id in self._told

    @contextmanager
    def expect(self, channel: str, event_id: str) -> Iterator[Waiter]:
        """Wait for the answer to a message; begin before the message is handed in."""
        waiter = Waiter()
        if self._closed:
            waiter.give_up()
        key = (channel, event_id)
        self._waiters.setdefault(key, set()).add(waiter)
        try:
            yield waiter
        finally:
            others = self._waiters[key]
            others.discard(waiter)
            if not others:
                del self._waiters[key]

    def take(self, channel: str, event_id: str) -> tuple[Waiter, ...]:
        """Hold the open requests of a message until each is answered or released."""
        waiters = tuple(self._waiters.get((channel, event_id), ()))
        for waiter in waiters:
            waiter.take()
        return waiters

    def close(self) -> None:
        """Let every open request go: this process answers nothing more."""
        self._closed = True
        for waiters in self._waiters.values():
            for waiter in waiters:
                waiter.give_up()
