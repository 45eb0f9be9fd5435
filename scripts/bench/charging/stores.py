"""Measures what a database does for charging by itself: searches, status reports, journeys."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import text

from knowledge import charging, geography, journeys
from knowledge.charging import Wish, store
from knowledge.database import Database
from knowledge.geography import Point
from scripts.bench.charging import country
from scripts.console import say

TOGETHER = 64  # status reports that share a commit at most (channels/writer.py)
WISHES = (
    Wish(),
    Wish(current="dc"),
    Wish(connector="ccs2", min_kw=100),
    Wish(network="Gentari", current="dc"),
    Wish(connector="ccs2", free=True),
    Wish(current="ac", free=True),
)
DRIVES = (("kuala_lumpur", "penang", 90.0), ("shah_alam", "johor_bahru", 70.0), ("bangkok", "hua_hin", 60.0))


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    evses: int = 100_000
    searches: int = 400
    reports: int = 5_000
    drives: int = 60


QUICK = Plan(evses=2_000, searches=20, reports=200, drives=20)


@dataclass(frozen=True)
class Measured:
    """The figures of one database: milliseconds, and status reports a second."""

    sites: int
    search_p50: float
    search_p95: float
    reports: float
    drive_p50: float
    drive_p95: float


def measure(database: Database, plan: Plan) -> Measured:
    """Measure on a database with the seed; it holds the made-up feed afterwards."""
    with database.transaction() as session:
        drives = _timed(_drives(session, plan.drives))
    kind = database.engine.dialect.name
    say(f"Writing {plan.evses:,} EVSEs into {kind} …")
    with database.transaction() as session:
        count = country.fill(session, plan.evses)
    if kind == "postgresql":
        with database.transaction() as session:
            session.execute(text("ANALYZE"))
    searches = _timed(_searches(database, plan.searches))
    return Measured(
        count,
        statistics.median(searches),
        _p95(searches),
        _reports(database, count, plan.reports),
        statistics.median(drives),
        _p95(drives),
    )


def _searches(database: Database, times: int) -> Iterator[Callable[[], Any]]:
    dice = random.Random(3)  # noqa: S311 - a benchmark's data, no secret
    with database.reading() as session:
        around = country.towns(session)
    for number in range(times):
        yield partial(_search, database, dice.choice(around), WISHES[number % len(WISHES)])


def _search(database: Database, point: Point, wish: Wish) -> None:
    # As an action does, each in a transaction of its own.
    with database.reading() as session:
        charging.nearest(session, point, wish, limit=10)


def _drives(session: Any, times: int) -> Iterator[Callable[[], Any]]:
    vehicle = journeys.vehicle(session, "smart_3", "premium")
    assert vehicle is not None
    for number in range(times):
        origin, destination, start = DRIVES[number % len(DRIVES)]
        ends = [geography.place(session, key) for key in (origin, destination)]
        here, there = (end.point for end in ends if end is not None)
        yield partial(journeys.plan, session, vehicle, here, there, start)


def _timed(work: Iterator[Callable[[], Any]]) -> list[float]:
    """Return the milliseconds of each piece of work; the first, which warms up, is not counted."""
    next(work)()
    spent = []
    for each in work:
        began = time.perf_counter()
        each()
        spent.append((time.perf_counter() - began) * 1e3)
    return spent


def _reports(database: Database, count: int, times: int) -> float:
    """Return how many status reports a second are on the disk, so many sharing a commit."""
    dice = random.Random(5)  # noqa: S311 - a benchmark's data, no secret
    began = time.perf_counter()
    for _ in range(times // TOGETHER + 1):
        with database.transaction() as session:
            for _ in range(TOGETHER):
                site = dice.randrange(count)
                uid = f"{site}-{dice.randrange(country.EVSES_A_SITE)}"
                store.set_status(
                    session, country.PARTY, f"L{site}", uid, dice.choice(country.STATUSES), datetime.now(UTC)
                )
    return (times // TOGETHER + 1) * TOGETHER / (time.perf_counter() - began)


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
