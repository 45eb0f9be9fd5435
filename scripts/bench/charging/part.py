"""Measures searches, status reports and journeys, on SQLite and, where there is one, on PostgreSQL."""

from __future__ import annotations

import os
import random
import secrets
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from knowledge import charging, geography, journeys, migrations, seeding
from knowledge.charging import Wish, store
from knowledge.database import Database
from scripts.bench.charging import country
from scripts.console import say

EVSES, QUICK_EVSES = 100_000, 2_000
SEARCHES, QUICK_SEARCHES = 400, 20
REPORTS, QUICK_REPORTS = 5_000, 200
TOGETHER = 64  # status reports that share a commit, as channels/writer.py lets them
SERVER = os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")
WISHES = (
    Wish(),
    Wish(current="dc"),
    Wish(connector="ccs2", min_kw=100),
    Wish(network="Gentari", current="dc"),
    Wish(connector="ccs2", free=True),
    Wish(current="ac", free=True),
)
DRIVES = (("kuala_lumpur", "penang", 90.0), ("shah_alam", "johor_bahru", 70.0), ("bangkok", "hua_hin", 60.0))
SEARCH_AIM, REPORT_AIM, DRIVE_AIM = 20.0, 1000.0, 100.0


@dataclass(frozen=True)
class Measured:
    """The figures of one kind of database: milliseconds, and status reports a second."""

    database: str
    sites: int
    search_p50: float
    search_p95: float
    reports: float
    drive_p50: float
    drive_p95: float


def measure(quick: bool, folder: Path) -> tuple[dict[str, Any], bool]:
    """Measure on each kind of database; return the figures, and whether the aims are met."""
    found = [_on(kind, url, quick) for kind, url in _databases(folder)]
    say("\nCharging and journeys" + (" (a quick run: few sites)" if quick else "") + ":\n")
    say(f"{'':34}" + "".join(f"{each.database:>14}" for each in found))
    rows: list[tuple[str, Callable[[Measured], float], str]] = [
        ("sites", lambda each: each.sites, "{:,.0f}"),
        ("nearest ten with filters, p50", lambda each: each.search_p50, "{:.1f} ms"),
        ("nearest ten with filters, p95", lambda each: each.search_p95, "{:.1f} ms"),
        ("status reports a second", lambda each: each.reports, "{:,.0f}"),
        ("a journey planned, p50", lambda each: each.drive_p50, "{:.0f} ms"),
        ("a journey planned, p95", lambda each: each.drive_p95, "{:.0f} ms"),
    ]
    for title, figure, form in rows:
        say(f"{title:34}" + "".join(f"{form.format(figure(each)):>14}" for each in found))
    met = all(
        each.search_p95 <= SEARCH_AIM and each.reports >= REPORT_AIM and each.drive_p95 <= DRIVE_AIM
        for each in found
    )
    say(
        f"\nWanted: a search under {SEARCH_AIM:.0f} ms, {REPORT_AIM:,.0f} reports a second, a journey under"
        f" {DRIVE_AIM:.0f} ms: {'met' if met else 'NOT MET'}."
    )
    return {"charging": [vars(each) for each in found]}, True


@contextmanager
def _scratch() -> Iterator[str]:
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"smart_bench_{secrets.token_hex(4)}"
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield server.url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


def _databases(folder: Path) -> Iterator[tuple[str, str]]:
    path = folder / "charging.db"
    for each in folder.glob("charging.db*"):
        each.unlink()
    yield "SQLite", f"sqlite:///{path}"
    try:
        with _scratch() as url:
            yield "PostgreSQL", url
    except OperationalError:
        say(f"PostgreSQL is left out: there is none at {SERVER}.")


def _on(kind: str, url: str, quick: bool) -> Measured:
    migrations.migrate(url)
    with Database(url) as database:
        with database.transaction() as session:
            seeding.seed(session)
        with database.transaction() as session:
            drives = _timed(_drives(session, QUICK_SEARCHES if quick else 60))
        evses = QUICK_EVSES if quick else EVSES
        say(f"Writing {evses:,} EVSEs into {kind} …")
        with database.transaction() as session:
            count = country.fill(session, evses)
        if kind == "PostgreSQL":
            with database.transaction() as session:
                session.execute(text("ANALYZE"))
        with database.reading() as session:
            searches = _timed(_searches(session, QUICK_SEARCHES if quick else SEARCHES))
        reports = _reports(database, count, QUICK_REPORTS if quick else REPORTS)
    return Measured(
        kind,
        count,
        statistics.median(searches),
        _p95(searches),
        reports,
        statistics.median(drives),
        _p95(drives),
    )


def _searches(session: Any, times: int) -> Iterator[Callable[[], Any]]:
    dice = random.Random(3)  # noqa: S311 - a benchmark's data, no secret
    around = country.towns(session)
    for number in range(times):
        point = dice.choice(around)
        wish = WISHES[number % len(WISHES)]
        yield partial(charging.nearest, session, point, wish, limit=10)


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
