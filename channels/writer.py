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

from knowledge.database import Database, was_sacrificed

TOGETHER = 64
TRIES = 10
PACE = 0.01  # seconds from one commit of many small changes to the next


@dataclass(slots=True)
class Work:
    """A piece of work, and who waits for it."""

    do: Callable[[Session], Any]
    waiter: asyncio.Future[Any]
    place: str = ""
    result: Any = None
    error: Exception | None = None


class Writer:
    """Runs pieces of work, in order, and answers when they are on the disk."""

    pace = 0.0  # seconds that begin with each commit, before which the next one does not

    def __init__(self, database: Database) -> None:
        self._database = database
        self._queue: deque[Work] = deque()
        self._draining: asyncio.Task[None] | None = None

    async def run[**P, T](
        self, fn: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `fn(session, …)` so that all of it is kept or nothing, as `Database.run` does.

        `fn` must use the session's connection only: the session itself is shared with other work.
        """
        # PostgreSQL has many writers and joins their commits itself; locks held together could only harm.
        if self._database.engine.dialect.name != "sqlite":
            return await self._database.run(fn, *args, **kwargs)
        return await self._joined(lambda session: fn(session, *args, **kwargs))

    async def _joined[T](self, do: Callable[[Session], T], place: str = "") -> T:
        work = Work(do, asyncio.get_running_loop().create_future(), place)
        self._queue.append(work)
        if self._draining is None:
            self._draining = asyncio.create_task(self._drain(), name="writer")
        result: T = await work.waiter
        return result

    async def _drain(self) -> None:
        clock = asyncio.get_running_loop().time
        try:
            while self._queue:
                began = clock()
                batch = [self._queue.popleft() for _ in range(min(TOGETHER, len(self._queue)))]
                failure: Exception | None = None
                try:
                    await self._write(batch)
                except Exception as error:
                    failure = error  # nothing of the batch was kept
                for work in batch:
                    _answer(work, failure)
                if len(self._queue) < TOGETHER and (rest := began + self.pace - clock()) > 0:
                    await asyncio.sleep(rest)
        finally:
            self._draining = None

    async def _write(self, batch: list[Work]) -> None:
        await self._database.run(_one_by_one, batch)


class RepeatingWriter(Writer):
    """Joins work that may be done twice, on any database: the many small changes of charging operators.

    A batch is done without the means to take back a part of it, which cost as much as the work. Where
    something fails, all is taken back and done again, each piece so that it can fail by itself. Work at one
    place (a site) stays in its order, and places are taken in one order in all processes, so that locks do
    not wait in a ring; where they do all the same, the database gives one up, and that is done again alone.

    Nobody waits for a status change as a customer does for an answer: commits keep a pace, so that fewer of
    them do the work and the customers' own find the database free in between.
    """

    pace = PACE

    async def run_at[T](self, place: str, do: Callable[[Session], T]) -> T:
        """Run `do(session)` as `run` does; it may be called again after its changes were taken back."""
        return await self._joined(do, place)

    async def _write(self, batch: list[Work]) -> None:
        ordered = sorted(batch, key=lambda work: work.place)
        try:
            await self._database.run(_all_at_once, ordered)
        except Exception as error:
            if len(ordered) == 1 and not was_sacrificed(error):
                raise
            await self._apart(ordered)
        for work in ordered:
            if work.error is not None and was_sacrificed(work.error):
                await self._alone(work)

    async def _apart(self, batch: list[Work]) -> None:
        try:
            await self._database.run(_one_by_one, batch)
        except Exception as error:
            if not was_sacrificed(error):
                raise
            for work in batch:
                work.error = error

    async def _alone(self, work: Work) -> None:
        for _ in range(TRIES):
            try:
                work.result, work.error = await self._database.run(work.do), None
                return
            except Exception as error:
                work.error = error
                if not was_sacrificed(error):
                    return


def _answer(work: Work, failure: Exception | None) -> None:
    if work.waiter.cancelled():
        return
    if (reason := failure or work.error) is not None:
        work.waiter.set_exception(reason)
    else:
        work.waiter.set_result(work.result)


def _all_at_once(session: Session, batch: list[Work]) -> None:
    for work in batch:
        work.result = work.do(session)


def _one_by_one(session: Session, batch: list[Work]) -> None:
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
