"""The one road: a customer's message in, one turn at a time for each conversation, replies out."""

import asyncio
import logging
import time
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from channels import inbox, turns
from channels.dialogue import Dialogue
from channels.hub import Hub, Update
from channels.inbox import Claim, Receipt, Turn
from channels.message import Message, clean
from channels.metrics import Metrics
from channels.process import is_dead, process_name
from channels.rasa import RasaFailedError, RasaUnreachableError
from channels.turns import Ending, LostClaimError
from channels.writer import Writer
from knowledge.database import Database
from knowledge.vault import VaultError

logger = logging.getLogger(__name__)

LIMIT = 32  # conversations at once
LEASE = timedelta(seconds=10)
POLL_SECONDS = 1.0  # for what other processes received or left behind
UNREACHABLE_WAITS = (0.2, 0.4, 0.8, 1.5, 3.0)  # the last one repeats
PATIENCE = timedelta(minutes=10)  # with a Rasa that is not there
FAILED_WAITS = (0.5, 1.5, 4.0, 8.0)  # then the customer is told
GRACE_SECONDS = 8.0


class StoppingError(Exception):
    """The process is stopping: the turn is left to another."""


class Gateway:
    """Takes messages in and has their turns dealt with by a bounded number of tasks."""

    def __init__(
        self,
        database: Database,
        dialogue: Dialogue,
        hub: Hub,
        metrics: Metrics,
        *,
        limit: int = LIMIT,
        lease: timedelta = LEASE,
        poll_seconds: float = POLL_SECONDS,
        patience: timedelta = PATIENCE,
    ) -> None:
        self.name = process_name()
        self._database, self._dialogue, self._hub, self._metrics = database, dialogue, hub, metrics
        self._limit, self._lease, self._poll_seconds, self._patience = limit, lease, poll_seconds, patience
        self._writer = Writer(database)
        self._slots = limit
        self._more = False  # something may be open that only waits for room
        self._running: dict[int, Turn] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._storing: set[asyncio.Task[Any]] = set()
        self._services: list[asyncio.Task[None]] = []
        self._wake = asyncio.Event()
        self._stopping = asyncio.Event()
        self._started = datetime.now(UTC)

    async def start(self) -> None:
        """Take over what dead processes of this machine held, and begin to deal with what is open."""
        dead = [name for name in await self._database.read(inbox.holders) if is_dead(name)]
        if dead:
            count = await self._writer.run(inbox.release, dead)
            logger.info("took over %d messages of a process that died", count)
        self._started = datetime.now(UTC)
        self._wake.set()
        self._services = [
            asyncio.create_task(self._pump(), name="gateway pump"),
            asyncio.create_task(self._renew(), name="gateway leases"),
        ]

    async def stop(self, grace_seconds: float = GRACE_SECONDS) -> None:
        """End the turns under way, or let go of them; messages that come in from now on are only stored."""
        self._stopping.set()
        if not self._services:
            return
        pump, leases = self._services
        await _cancel(pump)
        try:
            async with asyncio.timeout(grace_seconds):
                while self._tasks or self._storing:
                    await asyncio.wait(self._tasks | self._storing)
        except TimeoutError:
            await _cancel(*self._tasks)
            await asyncio.gather(*self._storing, return_exceptions=True)
        await _cancel(leases)
        self._hub.close()
        try:
            await self._writer.run(inbox.release, [self.name])
        except SQLAlchemyError as error:
            logger.error("%s while letting go of claims: they run out", type(error).__name__)

    async def receive(self, message: Message) -> Receipt:
        """Store a message, once; its turn begins at once where there is room."""
        # Whoever handed it in may go away: a message that is stored is dealt with all the same.
        task = self._spawn(self._receive(clean(message)), self._storing)
        return await asyncio.shield(task)

    async def _receive(self, message: Message) -> Receipt:
        begun = time.perf_counter()
        room = self._slots > 0 and not self._stopping.is_set()
        if room:
            self._slots -= 1
        turn = None
        try:
            receipt = await self._writer.run(
                inbox.receive, message, datetime.now(UTC), self._claim() if room else None
            )
            turn = receipt.turn
        finally:
            if room and turn is None:
                self._slots += 1
        self._metrics.seconds.labels("receive").observe(time.perf_counter() - begun)
        if turn is not None:
            self._begin(turn)
        elif receipt.new and not room:
            self._more = True
        return receipt

    def _begin(self, turn: Turn) -> None:
        """Deal with a claimed turn, and with its conversation's next ones, in a slot taken beforehand."""
        self._running[turn.inbox_id] = turn
        self._spawn(self._run(turn), self._tasks)

    async def _run(self, turn: Turn) -> None:
        follower: Turn | None = turn
        try:
            while follower is not None:
                turn = follower
                self._running[turn.inbox_id] = turn
                self._metrics.running.set(len(self._running))
                follower = await self._deal(turn)
                del self._running[turn.inbox_id]
        except StoppingError:
            logger.info("left a turn to another process: conversation=%s event=%d", *_ids(turn))
        except LostClaimError:
            self._metrics.retries.labels("lost_claim").inc()
            logger.warning("another process took a turn over: conversation=%s event=%d", *_ids(turn))
        except (SQLAlchemyError, VaultError) as error:
            # The claim runs out by itself, and the turn is done again from where the conversation stood.
            self._metrics.retries.labels("database").inc()
            logger.error("%s: conversation=%s event=%d", type(error).__name__, *_ids(turn))
        finally:
            self._running.pop(turn.inbox_id, None)
            self._metrics.running.set(len(self._running))
            self._slots += 1
            if self._more:
                self._wake.set()

    async def _deal(self, turn: Turn) -> Turn | None:
        begun = time.perf_counter()
        if turns.is_agents(turn):
            ending, intent = turns.nothing_said(turn), None
        else:
            try:
                ending, intent = await self._think(turn)
            except RasaFailedError as error:
                logger.warning("rasa: %s: conversation=%s event=%d", error, *_ids(turn))
                self._metrics.retries.labels("failed").inc()
                if turn.attempts < len(FAILED_WAITS):
                    await self._try_later(turn)
                    return None
                ending, intent = self._dialogue.fault(turn), None
            except StoppingError:
                raise
            except Exception:
                # A fault of ours: doing the turn again would find the same, and hold up the conversation.
                logger.exception("cannot answer: conversation=%s event=%d", *_ids(turn))
                ending, intent = self._dialogue.fault(turn), None
        follower = await asyncio.shield(self._spawn(self._store(turn, ending), self._storing))
        outcome = "failed" if ending.failed else "answered" if ending.replies else "silent"
        self._metrics.turns.labels(turn.message.channel, outcome).inc()
        total = time.perf_counter() - begun
        self._metrics.seconds.labels("turn").observe(total)
        logger.info(
            "turn: conversation=%s event=%d intent=%s outcome=%s ms=%.1f",
            *_ids(turn), intent, outcome, total * 1000,
        )  # fmt: skip
        return follower

    async def _think(self, turn: Turn) -> tuple[Ending, str | None]:
        """Have the turn answered, waiting for a Rasa that is not there."""
        give_up = max(turn.received_at, self._started) + self._patience
        tries = 0
        while True:
            try:
                return await self._dialogue.turn(turn)
            except RasaUnreachableError as error:
                self._metrics.retries.labels("unreachable").inc()
                if tries == 0:
                    logger.warning("rasa: %s: conversation=%s event=%d", error, *_ids(turn))
                if datetime.now(UTC) >= give_up:
                    return self._dialogue.fault(turn), None
            await self._pause(UNREACHABLE_WAITS[min(tries, len(UNREACHABLE_WAITS) - 1)])
            tries += 1

    async def _store(self, turn: Turn, ending: Ending) -> Turn | None:
        begun = time.perf_counter()
        message = turn.message
        waiters = self._hub.take(message.channel, message.event_id)
        now = datetime.now(UTC)
        try:
            finished = await self._writer.run(
                turns.finish,
                turn,
                ending,
                now,
                self.name,
                delivered=bool(waiters),
                claim=None if self._stopping.is_set() else self._claim(),
            )
        except BaseException:
            for waiter in waiters:
                waiter.release()
            raise
        together = list(waiters)
        for waiter in waiters:
            waiter.answer(finished.before + finished.said, together, now)
        self._hub.publish(Update(message.channel, turn.standing.id, finished.said, message.event_id))
        self._metrics.seconds.labels("finish").observe(time.perf_counter() - begun)
        return finished.next

    async def _try_later(self, turn: Turn) -> None:
        seconds = FAILED_WAITS[turn.attempts]
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        await self._writer.run(inbox.try_later, turn.inbox_id, self.name, at)
        asyncio.get_running_loop().call_later(seconds, self._wake.set)

    async def _pump(self) -> None:
        """Claim what is open and not yet begun: left over, waiting for room, or received elsewhere."""
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                await self._fill()
            except (SQLAlchemyError, VaultError) as error:
                logger.error("%s while looking for open messages", type(error).__name__)
            try:
                async with asyncio.timeout(self._poll_seconds):
                    await self._wake.wait()
            except TimeoutError:
                pass

    async def _fill(self) -> None:
        self._more = self._slots == 0
        # Nothing is open in the usual case; a look costs less than a transaction that might write.
        if self._more or not await self._database.read(inbox.is_anything_ready, datetime.now(UTC)):
            return
        room, self._slots = self._slots, 0
        claimed: list[Turn] = []
        try:
            claimed = await self._writer.run(inbox.claim_ready, self._claim(), datetime.now(UTC), room)
        finally:
            self._slots += room - len(claimed)
        self._more = len(claimed) == room
        for turn in claimed:
            self._begin(turn)

    async def _renew(self) -> None:
        """Keep the claims of the turns under way; of no others, so that a lost one runs out."""
        while True:
            await asyncio.sleep(self._lease.total_seconds() / 3)
            if self._running:
                try:
                    await self._writer.run(inbox.renew, list(self._running), self._claim())
                except SQLAlchemyError as error:
                    logger.error("%s while renewing claims", type(error).__name__)

    def _claim(self) -> Claim:
        return Claim(self.name, datetime.now(UTC) + self._lease)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return
        raise StoppingError

    def _spawn[T](self, work: Coroutine[Any, Any, T], group: set[asyncio.Task[Any]]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        group.add(task)
        task.add_done_callback(group.discard)
        return task


def _ids(turn: Turn) -> tuple[str, int]:
    return turn.standing.id, turn.inbox_id


async def _cancel(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
