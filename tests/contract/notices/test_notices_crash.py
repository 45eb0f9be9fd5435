"""Two processes of the application on one database, killed again and again: each notice is said once."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession
from sqlalchemy import select

from knowledge import vault
from knowledge.bookings import book
from knowledge.bookings.notices import is_anything_due
from knowledge.bookings.tables import BookingEvent, Notice
from knowledge.catalogue.tables import Model
from knowledge.conversations import OutboxRow, StoredMessage
from knowledge.database import Database
from knowledge.migrations import migrate
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource, draft
from tests.stack import free_port
from tests.unit.knowledge.bookings.moments import NOW, WEDNESDAY, at
from tests.unit.knowledge.conftest import database_url, postgres_url, sqlite_url

__all__ = ["database_url", "postgres_url", "sqlite_url"]

ROOT = Path(__file__).parents[3]
CUSTOMERS, MANY, KILLS = 5, 150, 4


@pytest.fixture
def key():
    """A key that the processes share with this one."""
    before, key = vault.current(), vault.new_key()
    vault.install(vault.Vault([key]))
    yield key
    vault.install(before)


class Process:
    """`python -m channels` without a Rasa."""

    def __init__(self, database_url: str, key: str) -> None:
        self.port = free_port()
        self._environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "DATA_KEYS": key,
            "PORT": str(self.port),
            "RASA_URL": "http://127.0.0.1:1",
            "SESSION_SECRET": "s" * 32,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "channels", cwd=ROOT, env=self._environment
        )
        async with asyncio.timeout(60), ClientSession() as http:
            while True:
                try:
                    async with http.get(f"http://127.0.0.1:{self.port}/healthz"):
                        return
                except ClientError:
                    assert self._process.returncode is None, "the application ended by itself"
                    await asyncio.sleep(0.05)

    async def end(self, sign: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(sign)
        await asyncio.wait_for(self._process.wait(), 30)


def fill(session) -> list[int]:
    """Book the same hour many times, each for another car."""
    session.add(Model(key="smart_1", name="smart #1", body="suv", position=1))
    add_outlet(session, "kl")
    for number in range(CUSTOMERS):
        add_conversation(session, f"customer {number}")
        # In a conversation in which nothing was ever said there is nobody to be told, and it is forgotten.
        session.add(
            StoredMessage(
                conversation_id=f"customer {number}",
                direction="in",
                author="customer",
                text="a test drive, please",
                content={},
                created_at=min(NOW, datetime.now(UTC)),
            )
        )
    booked = []
    for number in range(MANY):
        add_resource(session, f"car {number}", "kl")
        wish = draft("kl", at(WEDNESDAY, 11), conversation_id=f"customer {number % CUSTOMERS}")
        booked.append(book.book(session, wish, request_key=str(number), now=NOW).id)
    return booked


async def test_killed_again_and_again_while_notices_are_said(database_url, key):
    migrate(database_url)
    dice = random.Random(5)
    with Database(database_url) as database:
        bookings = await database.run(fill)
        processes = [Process(database_url, key) for _ in range(2)]
        await asyncio.gather(*(process.start() for process in processes))

        async def cancel_them() -> None:
            for booking in bookings:
                await database.run(book.cancel, booking, actor="staff", now=min(NOW, datetime.now(UTC)))
                await asyncio.sleep(dice.uniform(0, 0.05))

        cancelling = asyncio.create_task(cancel_them())
        kills = 0
        while not cancelling.done() and kills < KILLS:
            # At any moment: while one is looked for, said, committed or published.
            await asyncio.sleep(dice.uniform(0.05, 0.6))
            killed = processes[kills % 2]
            await killed.end(signal.SIGKILL)
            await killed.start()
            kills += 1
        await cancelling
        async with asyncio.timeout(60):
            while await database.read(is_anything_due, NOW):  # noqa: ASYNC110 (nothing here is told of it)
                await asyncio.sleep(0.05)
        for process in processes:
            await process.end(signal.SIGTERM)

        with database.reading() as session:
            texts = session.scalars(select(StoredMessage.text).where(StoredMessage.direction == "out")).all()
            told = Counter(text.partition("(")[2][:9] for text in texts)
            statuses = Counter(session.scalars(select(Notice.status).where(Notice.kind == "cancelled")))
            delivered = Counter(session.scalars(select(OutboxRow.message_id)))
            events = Counter(session.scalars(select(BookingEvent.event)))
    assert kills >= 2
    assert len(told) == MANY
    assert set(told.values()) == {1}
    assert statuses == {"said": MANY}
    assert len(delivered) == MANY
    assert set(delivered.values()) == {1}
    assert events["cancelled"] == MANY
