"""Writes of many turns in one transaction, where the database has one writer anyway.

SQLite waits for the disk at each commit, and nobody else may write meanwhile. So what comes in during a
commit goes into the next one together. Each piece of work still succeeds or fails by itself.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate

from sqlalchemy.orm import Session

from knowledge.database import Database

TOGETHER = 64


@dataclass(slots=True)
class Work:
    """A piece of work, and who waits for it."""

    do: Callable[[Session], Any]
    waiter: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class Writer:
    """Runs pieces of work, in order, and answers when they are on the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # PostgreSQL has many writers and joins their commits itself; locks held together could only harm.
        self._joins = database.engine.dialect.name == "sqlite"
        self._queue: deque[Work] = deque()
        self._draining: asyncio.Task[None] | None = None

    async def run[**P, T](
        self, fn: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `fn(session, …)` so that all of it is kept or nothing, as `Database.run` does.

        `fn` must use the session's connection only: the session itself is shared with other work.
        """
        if not self._joins:
            return await self._database.run(fn, *args, **kwargs)
        work = Work(lambda session: fn(session, *args, **kwargs), asyncio.get_running_loop().create_future())
        self._queue.append(work)
        if self._draining is None:
            self._draining = asyncio.create_task(self._drain(), name="writer")
        result: T = await work.waiter
        return result

    async def _drain(self) -> None:
        try:
            while self._queue:
                batch = [self._queue.popleft() for _ in range(min(TOGETHER, len(self._queue)))]
                await self._write(batch)
        finally:
            self._draining = None

    async def _write(self, batch: list[Work]) -> None:
        failure: Exception | None = None
        try:
            await self._database.run(_together, batch)
        except Exception as error:
            failure = error  # nothing of the batch was kept
        for work in batch:
            if work.waiter.cancelled():
                continue
            if (reason := failure or work.error) is not None:
                work.waiter.set_exception(reason)
            else:
                work.waiter.set_result(work.result)


def _together(session: Session, batch: list[Work]) -> None:
    if len(batch) == 1:
        batch[0].result = batch[0].do(session)
        return
    # By the driver itself: SQLAlchemy's own savepoints cost more than the work between them.
    driver: Any = session.connection().connection.dbapi_connection
    for work in batch:
        driver.execute("SAVEPOINT work")
        try:
            work.result = work.do(session)
        except Exception as error:
            driver.execute("ROLLBACK TO work")
            work.error = error
        driver.execute("RELEASE work")
