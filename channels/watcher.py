"""Tells the listeners of this process what other processes said, which the hub cannot know."""

import asyncio
import logging
from collections import deque

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from channels.hub import Hub, Update
from channels.inbox import conversations, messages
from knowledge.database import Database

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
# Ids are given out before they can be seen: a look goes back as far as the newest id of so many looks ago.
LOOKS_BACK = 5


class Watcher:
    """Looks for new messages of the conversations that somebody here listens to."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database, self._hub = database, hub
        self._newest: deque[int] = deque(maxlen=LOOKS_BACK)
        self._told: set[int] = set()
        self._service: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._service = asyncio.create_task(self._run(), name="watcher")

    async def stop(self) -> None:
        """Look no more."""
        if self._service is not None:
            self._service.cancel()
            await asyncio.gather(self._service, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self.look()
            except SQLAlchemyError as error:
                logger.error("%s while looking for what others said", type(error).__name__)
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Look once."""
        if not self._hub.conversations:
            # Whoever begins to listen reads the history first.
            self._newest.clear()
            return
        if not self._newest:
            self._newest.append(await self._database.read(_newest))
        oldest = self._newest[0]
        found = await self._database.read(_after, oldest)
        self._told = {each for each in self._told if each > oldest}
        listened = set(self._hub.conversations)
        news: dict[str, str] = {}
        for message_id, conversation_id, channel in found:
            if message_id not in self._told and not self._hub.has_told(message_id):
                news[conversation_id] = channel
            self._told.add(message_id)
        for conversation_id in news.keys() & listened:
            self._hub.publish(Update(news[conversation_id], conversation_id, ()))
        self._newest.append(max((each[0] for each in found), default=oldest))


def _newest(session: Session) -> int:
    return session.scalar(select(func.max(messages.c.id))) or 0


def _after(session: Session, message_id: int) -> list[tuple[int, str, str]]:
    rows = session.execute(
        select(messages.c.id, messages.c.conversation_id, conversations.c.channel)
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .where(messages.c.id > message_id, messages.c.direction == "out")
        .order_by(messages.c.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]
