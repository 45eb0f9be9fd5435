"""Customers who write at the pace of people, however fast they are answered."""

from __future__ import annotations

import asyncio
import time
from collections import Counter

from scripts.bench import client
from scripts.bench.client import Door
from scripts.bench.figures import Sample
from scripts.bench.mixes import TURNS


async def paced(door: Door, rate: float, seconds: float) -> Sample:
    """Play so many turns a second, spread evenly; each counts from the moment at which it was due.

    Whole conversations are played, always the same ones, so that two stretches can be compared.
    """
    conversations = max(1, round(rate * seconds / TURNS))
    between = seconds / TURNS
    latencies: list[float] = []
    faults: Counter[str] = Counter()
    async with client.open_session() as session:
        began = time.perf_counter()

        async def converse(number: int) -> None:
            sender, script = door.sender(), door.scripts[number % len(door.scripts)]
            for turn, text in enumerate(script):
                due = began + (turn + number / conversations) * between
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                late = time.perf_counter() - due
                took, fault = await client.turn(session, door, sender, text)
                if fault is None:
                    latencies.append(late + took)
                else:
                    faults[fault] += 1

        await asyncio.gather(*(converse(number) for number in range(conversations)))
    return Sample(seconds, len(latencies), tuple(latencies), dict(faults))
