"""Chats beside a thousand status changes a second: the same customers with and without them, by turns."""

from __future__ import annotations

import asyncio
import math
import os
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from channels.texts import Texts
from knowledge.charging.ocpi import parties
from knowledge.charging.tables import Evse, Location
from knowledge.database import Database
from scripts.bench import client, judges, mixes, systems
from scripts.bench.charging import patches
from scripts.bench.charging.chats import paced
from scripts.bench.charging.country import COUNTRY_CODE, PARTY, PARTY_ID
from scripts.bench.charging.sender import Order, Sent
from scripts.bench.charging.sending import Operator, operator
from scripts.bench.client import Door
from scripts.bench.figures import Sample, percentile, ratio
from scripts.bench.measure import QUIET, machine_busy
from scripts.console import Problem, say

RATE = 1_000.0  # status changes a second
CONNECTIONS = 16
ALONE, CONTROL, PATCHED = "alone", "control", "patched"
WARM_UPS = 2


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    #: Turns a second (a busy site has one or two), and whether operators come to a process of their own.
    paces: tuple[tuple[int, bool], ...] = ((10, False), (10, True), (20, True))
    rounds: int = 4
    seconds: float = 10.0
    rate: float = RATE
    #: Seconds at each pace for more rounds where other programs disturbed some; the quietest are counted.
    patience: float = 120.0


QUICK = Plan(paces=((5, True),), rounds=1, seconds=2.0, rate=50.0, patience=0.0)


@dataclass(frozen=True)
class Round:
    """The same chats alone, beside the sender and its own server, and beside our receiver."""

    samples: Mapping[str, Sample]
    sent: Sent

    @property
    def disturbed(self) -> float:
        """Return how much other programs used; a database server's own share would count as theirs."""
        return max(self.samples[ALONE].elsewhere, self.samples[CONTROL].elsewhere)


@dataclass(frozen=True)
class Pace:
    """The chats at one pace, over the rounds that are counted."""

    turns_a_second: int
    rounds: tuple[Round, ...]
    apart: bool = False  # whether operators came to a process of their own

    def at(self, share: float, kind: str) -> float:
        """Return a percentile of the turns' times in milliseconds."""
        took = [each for one in self.rounds for each in one.samples[kind].latencies]
        return percentile(took, share) * 1e3 if took else math.inf

    def slower(self, share: float, than: str) -> float:
        """Return how many times as long turns take beside the changes."""
        return ratio(self.at(share, PATCHED), self.at(share, than))

    @property
    def faults(self) -> int:
        """Turns without a good answer."""
        return sum(sum(each.faults.values()) for one in self.rounds for each in one.samples.values())

    @property
    def turns(self) -> int:
        """Turns that were tried in each of the three."""
        return sum(one.samples[ALONE].turns for one in self.rounds)

    @property
    def rate(self) -> float:
        """Return how many changes a second were taken."""
        return sum(one.sent.taken for one in self.rounds) / sum(one.sent.took for one in self.rounds)

    @property
    def in_time(self) -> float:
        """Return the share of the changes that could be sent when they were due, and were taken."""
        return sum(one.sent.taken for one in self.rounds) / sum(one.sent.due for one in self.rounds)

    @property
    def answered(self) -> tuple[float, float]:
        """Return the p50 and p95 of the answers to changes in milliseconds, the mean of the rounds."""
        p50, p95 = zip(*((one.sent.p50, one.sent.p95) for one in self.rounds), strict=True)
        return statistics.fmean(p50) * 1e3, statistics.fmean(p95) * 1e3

    @property
    def elsewhere(self) -> float:
        """Return the share of the processors that other programs had."""
        return statistics.fmean(one.disturbed for one in self.rounds)


@dataclass(frozen=True)
class Beside:
    """All paces, how many changes were sent in all rounds, and how many of them are not on record."""

    paces: tuple[Pace, ...]
    sent: int
    lost: int
    sender: float  # processor seconds a second

    @property
    def sound(self) -> bool:
        """Tell whether every change is on record and every turn was answered well."""
        return self.lost == 0 and not any(pace.faults for pace in self.paces)


def measure(database: Database, url: str, folder: Path, model: Path, evses: int, plan: Plan) -> Beside:
    """Measure on a database that holds the made-up feed."""
    with database.transaction() as session:
        token = parties.add(session, COUNTRY_CODE, PARTY_ID, name="Benchmark")
    began = datetime.now(UTC)
    order = Order(0, token, evses, 0, plan.rate, plan.seconds, CONNECTIONS)
    paces: list[Pace] = []
    sent: list[Sent] = []
    for apart in sorted({apart for _, apart in plan.paces}):
        with systems.assistant(folder, model, url, ocpi_apart=apart) as running, operator() as sending:
            door = Door(running.webhook, mixes.OURS, judges.no_excuse(Texts.load()), "customer")
            for _ in range(WARM_UPS):
                if bad := asyncio.run(client.try_all(door, mixes.OURS)):
                    raise Problem(f"The assistant does not answer messages of the benchmark: {bad}")
            run = _Run(running, door, sending, order)
            paces += [run.pace(turns, plan) for turns, where in plan.paces if where == apart]
        order, sent = run.order, sent + run.sent
    count = order.first
    lost = count - sum(each.taken for each in sent) + _missing(database, count, evses, began)
    return Beside(tuple(paces), count, lost, sum(each.cpu for each in sent) / sum(each.took for each in sent))


@dataclass
class _Run:
    running: systems.Running
    door: Door
    sending: Operator
    order: Order
    sent: list[Sent] = field(default_factory=list)

    def pace(self, turns_a_second: int, plan: Plan) -> Pace:
        """Play rounds; what comes first in one comes last in the next."""
        where = "a process of their own" if self.running.ocpi else "the application"
        say(f"  chats at {turns_a_second} turns a second, with and without status changes for {where} …")
        rounds: list[Round] = []
        until = math.inf
        while len(rounds) < plan.rounds or (
            time.perf_counter() < until and sum(one.disturbed <= QUIET for one in rounds) < plan.rounds
        ):
            kinds = (ALONE, CONTROL, PATCHED) if len(rounds) % 2 == 0 else (PATCHED, CONTROL, ALONE)
            samples = {kind: self._stretch(turns_a_second, kind) for kind in kinds}
            rounds.append(Round(samples, self.sent[-1]))
            if len(rounds) == plan.rounds:
                until = time.perf_counter() + plan.patience
        counted = tuple(sorted(rounds, key=lambda one: one.disturbed)[: plan.rounds])
        return Pace(turns_a_second, counted, self.running.ocpi is not None)

    def _stretch(self, turns_a_second: int, kind: str) -> Sample:
        """Let the chats run for a while, with whatever is to be beside them."""
        ours = urlsplit(self.running.ocpi or self.running.base).port
        port = {ALONE: None, CONTROL: self.sending.mirror_port, PATCHED: ours}[kind]
        used, busy, began = self._used(), machine_busy(), time.perf_counter()
        if port is not None:
            self.sending.begin(replace(self.order, port=port))
        sample = asyncio.run(paced(self.door, turns_a_second, self.order.seconds))
        if port is not None:
            sent = self.sending.end()
            if kind == PATCHED:
                self.sent.append(sent)
                self.order = replace(self.order, first=self.order.first + sent.count)
        took, used = time.perf_counter() - began, self._used() - used
        elsewhere = (machine_busy() - busy - used) / (took * (os.cpu_count() or 1))
        return replace(sample, elsewhere=max(0.0, elsewhere))

    def _used(self) -> float:
        return sum(self.running.cpu().values()) + time.process_time() + self.sending.cpu()


def _missing(database: Database, count: int, evses: int, began: datetime) -> int:
    """Return how many EVSEs are not on record as the last change of each left them."""
    wanted = patches.standing(range(count), evses)
    query = (
        select(Location.location_id, Evse.uid, Evse.status, Evse.status_at)
        .join(Evse, Evse.location == Location.id)
        .where(Location.party == PARTY)
    )
    with database.reading() as session:
        found = {
            (row.location_id, row.uid): row.status
            for row in session.execute(query)
            if row.status_at is not None and row.status_at >= began
        }
    return sum(found.get(key) != status for key, status in wanted.items())
