"""The application as a process of its own, killed in the middle of turns: nothing lost, nothing twice."""

import asyncio
import os
import random
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, ClientTimeout
from sqlalchemy import func, select

from knowledge.conversations import InboxRow, StoredMessage
from knowledge.database import Database
from knowledge.migrations import migrate
from tests.stack import free_port
from tests.unit.channels.road import StandIn, answer, until

ROOT = Path(__file__).parents[3]
CONVERSATIONS, MESSAGES, KILLS = 6, 12, 5


class Process:
    """`python -m channels` on a port, that can be killed and started again."""

    def __init__(self, database_url: str, rasa_url: str) -> None:
        self.port = free_port()
        self._environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "RASA_URL": rasa_url,
            "ACTIONS_PORT": rasa_url.rpartition(":")[2],
            "PORT": str(self.port),
            "SESSION_SECRET": "s" * 32,
        }
        self._process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, session: ClientSession) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "channels", cwd=ROOT, env=self._environment
        )
        async with asyncio.timeout(60):
            while True:
                try:
                    async with session.get(self.url + "/readyz") as response:
                        if response.status == 200:
                            return
                except ClientError:
                    pass
                assert self._process.returncode is None, "the application ended by itself"
                await asyncio.sleep(0.05)

    async def end(self, sign: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(sign)
        return await asyncio.wait_for(self._process.wait(), 30)


@pytest.fixture
async def rasa():
    async with StandIn() as running:
        running.reply = lambda body: answer(
            {"response": "widget_unread", "args": {"count": body["message"]}},
            state=[*(body["state"] or []), body["message"]],
        )
        yield running


async def ask(session: ClientSession, url: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    """Send a message until it is answered, as a careful client does: always with the same id."""
    async with asyncio.timeout(120):
        while True:
            try:
                async with session.post(url + "/webhooks/rest/webhook", json=body) as response:
                    if response.status == 200:
                        replies: list[dict[str, Any]] = await response.json()
                        assert replies, "an answer without a word"
                        if "still" not in replies[0]["text"]:
                            return replies
            except ClientError:
                pass
            await asyncio.sleep(0.02)


async def test_killed_again_and_again_in_the_middle_of_turns(tmp_path, rasa):
    url = f"sqlite:///{tmp_path}/smart.db"
    migrate(url)
    process = Process(url, rasa.url)
    heard: dict[str, list[str]] = {}

    async def talk(session: ClientSession, name: str) -> None:
        heard[name] = []
        for number in range(MESSAGES):
            body = {"sender": name, "message": f"hello {number}", "metadata": {"message_id": f"{number}"}}
            heard[name] += [reply["text"] for reply in await ask(session, process.url, body)]

    async with ClientSession(timeout=ClientTimeout(total=60)) as session:
        await process.start(session)
        talks = asyncio.gather(*(talk(session, f"customer-{number}") for number in range(CONVERSATIONS)))
        dice, kills = random.Random(7), 0
        rasa.seconds = 0.1
        while not talks.done() and kills < KILLS:
            # At any moment: while messages come in, while Rasa is asked, while answers are stored or written.
            await asyncio.sleep(dice.uniform(0.05, 0.5))
            await process.end(signal.SIGKILL)
            await process.start(session)
            kills += 1
        await talks
        assert kills >= 2
        assert await process.end(signal.SIGTERM) == 0

    for replies in heard.values():
        assert [text.rpartition(" ")[2] for text in replies] == [str(number) for number in range(MESSAGES)]
    with Database(url) as database, database.reading() as reading:
        assert set(reading.scalars(select(InboxRow.status))) == {"done"}
        counted = dict(
            reading.execute(
                select(StoredMessage.direction, func.count()).group_by(StoredMessage.direction)
            ).all()
        )
        assert counted == {"in": CONVERSATIONS * MESSAGES, "out": CONVERSATIONS * MESSAGES}


def listens(port: int) -> bool:
    """Tell whether somebody takes connections on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


async def test_told_to_stop_it_ends_the_turn_and_answers(tmp_path, rasa):
    url = f"sqlite:///{tmp_path}/smart.db"
    migrate(url)
    process = Process(url, rasa.url)
    async with ClientSession() as session:
        await process.start(session)
        rasa.open.clear()
        body = {"sender": "ann", "message": "hello", "metadata": {"message_id": "1"}}
        asking = asyncio.create_task(ask(session, process.url, body))
        await rasa.arrived.wait()
        ending = asyncio.create_task(process.end(signal.SIGTERM))
        await until(lambda: not listens(process.port))  # the stop has begun
        rasa.open.set()

        assert (await asking)[0]["text"].endswith("hello")
        assert await ending == 0
    assert len(rasa.turns) == 1


async def test_taken_port_is_one_clear_sentence(tmp_path, rasa):
    url = f"sqlite:///{tmp_path}/smart.db"
    migrate(url)
    process = Process(url, rasa.url)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", process.port))
        holder.listen()
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "channels",
            cwd=ROOT,
            env=process._environment,
            stderr=asyncio.subprocess.PIPE,
        )
        _, told = await asyncio.wait_for(child.communicate(), 30)

    assert child.returncode == 1
    last = told.decode().strip().splitlines()[-1]
    assert last.startswith(f"cannot serve on 127.0.0.1:{process.port}")
    assert "Traceback" not in told.decode()
