"""Looks for notices that are due and says each of them, once, in one transaction with its message."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from channels.announce import Announcer, BusyError, UnknownConversationError
from channels.hub import Hub, Update
from channels.metrics import Metrics
from channels.notices.words import items
from knowledge import conversations, privacy
from knowledge.bookings import notices, records, waiting
from knowledge.bookings.notices import NoticeRecord
from knowledge.database import Database
from knowledge.vault import VaultError

log = logging.getLogger(__name__)

BELL = "notices"  # rung in the hub by who has just changed a booking in this process
LOOK_SECONDS = 1.0
BATCH = 20  # looked at in a transaction, of which one is said


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one notice."""

    notice: NoticeRecord
    update: Update | None  # None: dropped


class Notices:
    """The service; any number of processes may run it on one database."""

    def __init__(self, database: Database, announcer: Announcer, hub: Hub, metrics: Metrics) -> None:
        self._database, self._announcer, self._hub, self._metrics = database, announcer, hub, metrics
        self._bell = hub.bell(BELL)
        self._service: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._service = asyncio.create_task(self._run(), name="notices")

    async def stop(self) -> None:
        """Look no more; what is being said is said to the end."""
        if self._service is not None:
            self._service.cancel()
            await asyncio.gather(self._service, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            self._bell.clear()
            try:
                await self.look(datetime.now(UTC))
            except (SQLAlchemyError, VaultError) as error:
                log.error("%s while looking for notices", type(error).__name__)
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                pass

    async def look(self, now: datetime) -> int:
        """Say all that is due, and end the offers whose time is over; return how many were settled."""
        # Nothing is due in the usual case; a look costs less than a transaction that might write.
        if await self._database.read(waiting.is_anything_over, now):
            await self._database.run(waiting.expire, now)
        count = 0
        while await self._database.read(notices.is_anything_due, now):
            step = await self._database.run(self._next, now)
            if step is None:
                break  # what is left waits for a turn to end, or is another process's
            count += 1
            await self._told(step, now)
        return count

    async def _told(self, step: Step, now: datetime) -> None:
        notice, outcome = step.notice, "said" if step.update else "dropped"
        self._metrics.notices.labels(notice.kind, outcome).inc()
        log.info("notice: id=%d kind=%s outcome=%s", notice.id, notice.kind, outcome)
        if step.update is not None:
            self._hub.publish(step.update)
        elif notice.waiting is not None:
            # Whom we cannot ask holds up nobody else who waits.
            await self._database.run(waiting.leave, notice.waiting.id, now=now)

    def _next(self, session: Session, now: datetime) -> Step | None:
        """Say the first notice that can be said now, or drop the first that cannot be said at all."""
        for notice in notices.due(session, now, BATCH):
            to = _addressee(session, notice)
            if to is None:
                notices.dropped(session, notice.id)
                return Step(notice, None)
            try:
                with session.begin_nested():
                    if notices.said(session, notice.id, now):
                        said = items(session, notice, now)
                        language = (notice.booking or notice.waiting).language  # type: ignore[union-attr]
                        return Step(notice, self._announcer.say(session, to, said, now, language=language))
            except BusyError:
                continue
            except UnknownConversationError:
                log.info("notice: id=%d has nobody to tell", notice.id)
            except (SQLAlchemyError, VaultError):
                raise  # no fault of this notice: it is tried again
            except Exception:
                # A gap in the catalogue: trying again would find the same, and hold up all others.
                log.exception("notice: id=%d cannot be put into words", notice.id)
            notices.dropped(session, notice.id)
            return Step(notice, None)
        return None


def _addressee(session: Session, notice: NoticeRecord) -> str | None:
    """Return the conversation that is told, or None where nobody is to be."""
    if notice.waiting is not None:
        told: str | None = notice.waiting.conversation_id
    elif notice.booking is None or notice.kind == notices.CODE:
        # The code opens the booking: only where it was made can it be shown.
        told = notice.booking.conversation_id if notice.booking else None
    else:
        own = notice.booking.conversation_id
        told = conversations.last_heard(session, records.conversations_of(session, notice.booking.id)) or own
    if told is None:
        return None
    unasked = notice.kind in notices.REMINDERS or notice.kind == notices.OFFER
    return told if not unasked or privacy.may_message(session, told) else None
