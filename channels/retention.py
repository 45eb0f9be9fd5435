"""Erases what has been kept as long as it may be, once an hour, in one process at a time."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from knowledge import jobs
from knowledge.database import Database
from knowledge.privacy import retention
from knowledge.privacy.retention import Counts

logger = logging.getLogger(__name__)

JOB = "retention"
EVERY = timedelta(hours=1)
LOOK_SECONDS = 60.0


class Retention:
    """Looks whether it is time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._service: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._service = asyncio.create_task(self._run(), name="retention")

    async def stop(self) -> None:
        """Look no more; a batch under way ends by itself."""
        if self._service is not None:
            self._service.cancel()
            await asyncio.gather(self._service, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self.look(datetime.now(UTC))
            except SQLAlchemyError as error:
                logger.error("%s while erasing what has had its time", type(error).__name__)
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self, now: datetime) -> Counts | None:
        """Do the job if it is due and nobody else does it; return what was erased."""
        if not await self._database.read(jobs.is_due, JOB, now):
            return None
        if not await self._database.run(jobs.take, JOB, now, EVERY):
            return None
        erased = Counts()
        while batch := await self._batch(now):
            erased += batch
        if erased:
            logger.info("erased what has had its time: %s", erased)
        return erased

    async def _batch(self, now: datetime) -> Counts:
        found = await self._database.read(retention.due, now)
        return await self._database.run(retention.erase, found, now)
