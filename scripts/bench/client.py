"""The customers: one light asyncio process, the same for both systems."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import aiohttp

from scripts.bench.figures import Sample
from scripts.bench.mixes import Script

TIMEOUT_SECONDS = 60.0
#: Below the 5 s after which Rasa's server closes a connection that nothing comes through.
KEEP_ALIVE_SECONDS = 4.0

#: Names the fault of an answer, None for a good one: gets what was said.
Judge = Callable[[Sequence[str]], str | None]


@dataclass
class Door:
    """A system's REST webhook, with its customers' conversations."""

    url: str
    scripts: tuple[Script, ...]
    judge: Judge
    prefix: str
    _senders: Iterator[int] = field(default_factory=itertools.count)

    def sender(self) -> str:
        """Return the name of a customer who has not written yet."""
        return f"{self.prefix}-{next(self._senders)}"


async def turn(
    session: aiohttp.ClientSession, door: Door, sender: str, text: str
) -> tuple[float, str | None]:
    """Send one message; return how long its answer took, and what was wrong with it."""
    began = time.perf_counter()
    try:
        async with session.post(door.url, json={"sender": sender, "message": text}) as response:
            status, body = response.status, await response.read()
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return time.perf_counter() - began, type(error).__name__
    took = time.perf_counter() - began
    return took, _fault(door, status, body)


def _fault(door: Door, status: int, body: bytes) -> str | None:
    if status != 200:
        return f"status {status}"
    try:
        said = [reply.get("text") or "" for reply in json.loads(body)]
    except (ValueError, TypeError, AttributeError):
        return "no list of replies"
    return door.judge(said)


async def load(door: Door, conversations: int, seconds: float) -> Sample:
    """Keep so many conversations busy, each with one message at a time, and wait for the last answers."""
    latencies: list[float] = []
    faults: Counter[str] = Counter()
    done = 0
    scripts = itertools.cycle(door.scripts)
    async with open_session() as session:
        began = time.perf_counter()
        until = began + seconds

        async def converse() -> None:
            nonlocal done
            while time.perf_counter() < until:
                sender = door.sender()
                for text in next(scripts):
                    if time.perf_counter() >= until:
                        return
                    took, fault = await turn(session, door, sender, text)
                    if fault is not None:
                        faults[fault] += 1
                        continue
                    latencies.append(took)
                    done += time.perf_counter() <= until

        await asyncio.gather(*(converse() for _ in range(conversations)))
    return Sample(seconds=seconds, done=done, latencies=tuple(latencies), faults=dict(faults))


async def play(door: Door, sender: str, texts: Sequence[str]) -> tuple[list[float], Counter[str]]:
    """Send messages of one conversation one after the other; return what each took, and the faults."""
    latencies: list[float] = []
    faults: Counter[str] = Counter()
    async with open_session() as session:
        for text in texts:
            took, fault = await turn(session, door, sender, text)
            latencies.append(took)
            if fault is not None:
                faults[fault] += 1
    return latencies, faults


async def try_all(door: Door, scripts: Sequence[Script]) -> dict[str, str]:
    """Play each conversation once; return each message whose answer was no good, with its fault."""
    bad: dict[str, str] = {}
    async with open_session() as session:
        for script in scripts:
            sender = door.sender()
            for text in script:
                _, fault = await turn(session, door, sender, text)
                if fault is not None:
                    bad[text] = fault
    return bad


def open_session() -> aiohttp.ClientSession:
    """Return a session that opens as many connections as there are customers."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE_SECONDS),
        timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS),
    )
