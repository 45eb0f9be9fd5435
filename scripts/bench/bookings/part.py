"""Measures bookings on SQLite and, where there is one, on PostgreSQL, and plays random histories."""

from __future__ import annotations

import contextlib
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from knowledge import migrations, vault
from knowledge.bookings import book, slots
from knowledge.bookings.errors import UnavailableError
from knowledge.database import Database
from scripts.bench.bookings import play, races
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource, draft
from scripts.bench.bookings.world import MONDAY
from scripts.bench.databases import databases
from scripts.console import say

BOOKINGS, QUICK_BOOKINGS = 10_000, 60
SEARCHES, QUICK_SEARCHES = 400, 20
HISTORIES, QUICK_HISTORIES, STEPS = 1_000, 4, 20
OUTLETS, OF_EACH = 20, 4  # with so many demo cars and so many bays
DAYS = 14
PEOPLE, PLACES = 200, 10
PROCESSES, QUICK_PROCESSES = 4, 2
FREE_AIM = 15.0  # milliseconds, of 95 in 100


@dataclass(frozen=True)
class Measured:
    """The figures of one kind of database."""

    database: str
    bookings: int
    taken: float  # share of the times of the two weeks
    rate: float  # bookings a second, one after the other, each with its commit
    free_p50: float
    free_p95: float
    race: races.Outcome


def measure(quick: bool, folder: Path, histories: int | None = None) -> tuple[dict[str, Any], bool]:
    """Measure on each kind of database; return the figures, and whether every rule held."""
    key = vault.new_key()
    vault.install(vault.Vault([key]))
    found = [_on(kind, url, quick, key) for kind, url in databases(folder, "bookings")]
    wanted = histories or (QUICK_HISTORIES if quick else HISTORIES)
    say(f"Playing {wanted:,} random histories …")
    began = time.monotonic()
    played, broken = play.play_in_processes(wanted, STEPS)
    sound = not broken and all(_is_exact(each.race) for each in found)
    _report(found, quick)
    say(
        f"\n{played['histories']:,} random histories of {played['steps']:,} steps in"
        f" {time.monotonic() - began:.0f} s: {'a rule is BROKEN' if broken else 'no rule broken'}."
    )
    say("   " + ", ".join(f"{name} {number:,}" for name, number in sorted(played.items())))
    if broken:
        say(broken)
    fast = all(each.free_p95 <= FREE_AIM for each in found)
    say(
        f"\nWanted: free times under {FREE_AIM:.0f} ms, {PLACES} bookings where {PEOPLE} want {PLACES},"
        f" no rule broken: {'met' if fast and sound else 'NOT MET'}."
    )
    figures = [{**vars(each), "race": vars(each.race)} for each in found]
    return {"databases": figures, "histories": dict(played)}, sound


def _report(found: list[Measured], quick: bool) -> None:
    say("\nBookings" + (" (a quick run: few of them)" if quick else "") + ":\n")
    say(f"{'':44}" + "".join(f"{each.database:>14}" for each in found))
    rows: list[tuple[str, Callable[[Measured], Any], str]] = [
        ("bookings on record", lambda each: each.bookings, "{:,}"),
        ("taken of the two weeks' times", lambda each: each.taken * 100, "{:.0f} %"),
        ("free times of an outlet, two weeks, p50", lambda each: each.free_p50, "{:.1f} ms"),
        ("free times of an outlet, two weeks, p95", lambda each: each.free_p95, "{:.1f} ms"),
        ("bookings a second, one after the other", lambda each: each.rate, "{:.0f}"),
        (f"{PEOPLE} at once for {PLACES} places: booked", lambda each: len(each.race.references), "{}"),
        ("   told that it is full", lambda each: each.race.full, "{}"),
        ("   faults", lambda each: sum(each.race.faults.values()), "{}"),
        ("   seconds", lambda each: each.race.seconds, "{:.1f}"),
    ]
    for title, figure, form in rows:
        say(f"{title:44}" + "".join(f"{form.format(figure(each)):>14}" for each in found))


def _is_exact(race: races.Outcome) -> bool:
    return len(set(race.references.values())) == PLACES and race.full == PEOPLE - PLACES and not race.faults


def _on(kind: str, url: str, quick: bool, key: str) -> Measured:
    migrations.migrate(url)
    with Database(url) as database:
        with database.transaction() as session:
            _build(session)
        wanted = QUICK_BOOKINGS if quick else BOOKINGS
        say(f"Making {wanted:,} bookings on {kind} …")
        rate = _fill(database, wanted)
        if kind == "PostgreSQL":
            with database.transaction() as session:
                session.execute(text("ANALYZE"))
        spent = _searches(database, QUICK_SEARCHES if quick else SEARCHES)
        race = _race(url, key, QUICK_PROCESSES if quick else PROCESSES)
    times = OUTLETS * 2 * OF_EACH * 9 * (DAYS - 2)  # of nine hours on working days
    return Measured(
        database=kind,
        bookings=wanted,
        taken=wanted / times,
        rate=rate,
        free_p50=statistics.median(spent),
        free_p95=statistics.quantiles(spent, n=20)[-1],
        race=race,
    )


def _build(session: Session) -> None:
    for outlet in range(OUTLETS):
        add_outlet(session, f"o{outlet}")
        for number in range(OF_EACH):
            add_resource(session, f"o{outlet}-car-{number}", f"o{outlet}")
            add_resource(session, f"o{outlet}-bay-{number}", f"o{outlet}", kind="service_bay")
    add_outlet(session, "race")
    for number in range(PLACES):
        add_resource(session, f"race-{number}", "race")
    add_conversation(session, "one")


def _fill(database: Database, wanted: int) -> float:
    """Make bookings at random times of two weeks; return how many a second, those refused aside."""
    dice = random.Random(11)  # noqa: S311 - a benchmark's data, no secret
    spent: list[float] = []
    for number in count():
        kind = dice.choice(("test_drive", "service"))
        hours = timedelta(days=dice.randrange(DAYS), hours=1 + dice.randrange(9))
        wish = draft(f"o{dice.randrange(OUTLETS)}", MONDAY + hours, kind=kind)
        began = time.perf_counter()
        with contextlib.suppress(UnavailableError):
            with database.transaction() as session:
                book.book(session, wish, request_key=f"r{number}", now=MONDAY - timedelta(hours=8))
            spent.append(time.perf_counter() - began)
        if len(spent) == wanted:
            break
    return wanted / sum(spent)


def _searches(database: Database, times: int) -> list[float]:
    """Return the milliseconds of each look at two weeks of an outlet; the first, which warms up, apart."""
    dice = random.Random(3)  # noqa: S311 - a benchmark's data, no secret
    spent = []
    for _ in range(times + 1):
        wanted = draft(
            f"o{dice.randrange(OUTLETS)}", None, kind=dice.choice(("test_drive", "service"))
        ).wanted
        began = time.perf_counter()
        with database.reading() as session:
            first = MONDAY.date()
            slots.free(session, wanted, first, first + timedelta(days=DAYS - 1), MONDAY)
        spent.append((time.perf_counter() - began) * 1e3)
    return spent[1:]


def _race(url: str, key: str, processes: int) -> races.Outcome:
    people = [f"person {number}" for number in range(PEOPLE)]
    start = MONDAY + timedelta(days=1, hours=2)
    task = races.Task(url, key, "race", start.isoformat(), MONDAY.isoformat(), ())
    return races.run(task, [people[number::processes] for number in range(processes)])
