"""Delivers the outbox of a channel whose provider takes messages: in order, once, with retries."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from channels import outbox
from channels.hub import Hub
from channels.inbox import Claim
from channels.metrics import Metrics
from channels.outbox import Outgoing
from channels.process import process_name
from knowledge.database import Database

logger = logging.getLogger(__name__)

LIMIT = 16  # conversations at once
LEASE = timedelta(seconds=60)  # longer than a delivery may take
DELIVERY_SECONDS = 30.0
POLL_SECONDS = 1.0
WAITS = (1.0, 3.0, 10.0, 30.0, 60.0)  # the last one repeats
ATTEMPTS = 20


class DeliveryError(Exception):
    """The provider did not take a message; `code` is safe to store and to log."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TemporaryDeliveryError(DeliveryError):
    """It may take the message later, at the earliest after so many seconds."""

    def __init__(self, code: str, retry_after: float = 0.0) -> None:
        super().__init__(code)
        self.retry_after = retry_after


class PermanentDeliveryError(DeliveryError):
    """It will never take this message."""


class Sender(Protocol):
    """What a channel brings along to have its outbox delivered."""

    channel: str

    async def send(self, outgoing: Outgoing, key: str) -> str | None:
        """Hand the message to the provider and return its id for it; raises a DeliveryError.

        `key` is the same whenever the same message is tried again: a provider that knows such keys then
        takes it once, even where we died between its answer and our noting it.
        """
        ...


class Delivery:
    """Runs the outbox of one channel."""

    def __init__(self, database: Database, hub: Hub, metrics: Metrics, sender: Sender) -> None:
        self.name = process_name()
        self._database, self._metrics, self._sender = database, metrics, sender
        self._bell = hub.bell(sender.channel)
        self._deliveries: set[asyncio.Task[None]] = set()
        self._service: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._service = asyncio.create_task(self._run(), name=f"delivery {self._sender.channel}")

    async def stop(self) -> None:
        """End the deliveries under way, begin no other."""
        if self._service is not None:
            self._service.cancel()
            await asyncio.gather(self._service, return_exceptions=True)
        await asyncio.gather(*self._deliveries, return_exceptions=True)
        try:
            await self._database.run(outbox.release, self.name)
        except SQLAlchemyError as error:
            logger.error("%s while letting go of claims: they run out", type(error).__name__)

    async def _run(self) -> None:
        while True:
            self._bell.clear()
            try:
                await self._fill()
            except SQLAlchemyError as error:
                logger.error("%s while looking for what to deliver", type(error).__name__)
            try:
                async with asyncio.timeout(POLL_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                pass

    async def _fill(self) -> None:
        room = LIMIT - len(self._deliveries)
        if room == 0:
            return
        now = datetime.now(UTC)
        claim = Claim(self.name, now + LEASE)
        for each in await self._database.run(outbox.claim_ready, self._sender.channel, claim, now, room):
            task = asyncio.create_task(self._deliver(each))
            self._deliveries.add(task)
            task.add_done_callback(self._deliveries.discard)

    async def _deliver(self, outgoing: Outgoing) -> None:
        try:
            outcome = await self._attempt(outgoing)
        except SQLAlchemyError as error:
            # Whether it was taken is known to the provider alone; the claim runs out and it is tried again.
            logger.error("%s while noting a delivery: message=%d", type(error).__name__, outgoing.said.id)
            return
        self._metrics.deliveries.labels(self._sender.channel, outcome).inc()
        if outcome != "retry":
            self._bell.set()  # the conversation's next one may go now

    async def _attempt(self, outgoing: Outgoing) -> str:
        key = f"{outgoing.conversation_id}-{outgoing.id}"
        try:
            async with asyncio.timeout(DELIVERY_SECONDS):
                provider_id = await self._sender.send(outgoing, key)
        except PermanentDeliveryError as error:
            return await self._fail(outgoing, error.code)
        except TemporaryDeliveryError as error:
            return await self._try_later(outgoing, error.code, error.retry_after)
        except TimeoutError:
            return await self._try_later(outgoing, "timeout", 0.0)
        except Exception:
            logger.exception("the sender of %s failed: message=%d", self._sender.channel, outgoing.said.id)
            return await self._try_later(outgoing, "internal_error", 0.0)
        await self._database.run(outbox.sent, outgoing.id, self.name, provider_id, datetime.now(UTC))
        return "sent"

    async def _try_later(self, outgoing: Outgoing, code: str, at_least: float) -> str:
        if outgoing.attempts + 1 >= ATTEMPTS:
            return await self._fail(outgoing, code)
        seconds = max(at_least, WAITS[min(outgoing.attempts, len(WAITS) - 1)])
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        await self._database.run(outbox.try_later, outgoing.id, self.name, at, code)
        asyncio.get_running_loop().call_later(seconds, self._bell.set)
        return "retry"

    async def _fail(self, outgoing: Outgoing, code: str) -> str:
        logger.error(
            "gave up a message: channel=%s message=%d %s", self._sender.channel, outgoing.said.id, code
        )
        await self._database.run(outbox.fail, outgoing.id, self.name, code)
        return "failed"
