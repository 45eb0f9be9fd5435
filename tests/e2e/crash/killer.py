"""Kills the assistant's processes in the middle of turns, and sees each of them come back."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.conversations import InboxRow
from knowledge.database import Database
from tests.stack import Stack, StackError

COME_BACK = 120.0  # seconds
LOOK = 0.02


@dataclass(frozen=True, slots=True)
class Kill:
    """What was killed, and how many turns were under way in the application at that moment."""

    services: tuple[str, ...]
    turns: int


class Killer:
    """Sends SIGKILL at moments that a seed decides."""

    def __init__(self, stack: Stack, database: Database, seed: str) -> None:
        self._stack, self._database = stack, database
        self._dice = random.Random(seed)
        self.kills: list[Kill] = []

    async def run(self) -> None:
        """Kill each service several times in turn, then all of them at once."""
        order = ["rasa"] * 2 + ["actions"] * 4 + ["app"] * 4
        self._dice.shuffle(order)
        for name in order:
            # Mostly what works is hit, now and then what still recovers; Rasa takes too long for that.
            if name == "rasa" or self._dice.random() < 0.75:
                await self._talk_goes_on()
            await self._kill(name)
        await self._talk_goes_on()
        await self._kill(*Stack.SERVICES)
        await self._talk_goes_on()

    async def all_ready(self) -> None:
        """Wait until every service is ready again."""

        async def ready() -> bool:
            return self._stack.is_ready()

        await _until(ready)

    async def _talk_goes_on(self) -> None:
        """Wait until everything is ready again and some turns, a few or many, have been ended."""
        await self.all_ready()
        wanted = await self._database.read(_turns_ended) + self._dice.randint(5, 50)

        async def went_on() -> bool:
            return await self._database.read(_turns_ended) >= wanted

        await _until(went_on)

    async def _kill(self, *names: str) -> None:
        await _until(self._turns_under_way)
        await asyncio.sleep(self._dice.uniform(0, 0.3))
        for name in names:
            await self._kill_running(name)
        self.kills.append(Kill(names, await self._turns_under_way()))

    async def _kill_running(self, name: str) -> None:
        async def killed() -> bool:
            try:
                self._stack.kill(name)
            except (StackError, ProcessLookupError):  # it is just being started again
                return False
            return True

        await _until(killed)

    async def _turns_under_way(self) -> int:
        return await self._database.read(_turns_claimed, datetime.now(UTC))


async def _until(condition: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(COME_BACK):
        while not await condition():  # noqa: ASYNC110 (other processes bring it about)
            await asyncio.sleep(LOOK)


def _turns_claimed(session: Session, now: datetime) -> int:
    claimed = select(func.count()).where(InboxRow.status == "new", InboxRow.claimed_until > now)
    return session.scalar(claimed) or 0


def _turns_ended(session: Session) -> int:
    return session.scalar(select(func.count()).where(InboxRow.status != "new")) or 0
