"""Measures charging and journeys, on SQLite and, where there is one, on PostgreSQL, and tells the figures."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from knowledge import migrations, seeding
from knowledge.database import Database
from scripts import train
from scripts.bench.charging import beside, every_way, pulling, report, stores
from scripts.bench.charging.beside import Beside
from scripts.bench.charging.stores import Measured
from scripts.bench.databases import databases
from scripts.console import say

GRAPHS, QUICK_GRAPHS = 300, 20


@dataclass(frozen=True)
class OfDatabase:
    """All figures of one kind of database."""

    database: str
    store: Measured
    beside: Beside


def measure(quick: bool, folder: Path) -> tuple[dict[str, Any], bool]:
    """Measure everything; return the figures, and whether nothing was lost and no journey is wrong."""
    compared = every_way.compare(QUICK_GRAPHS if quick else GRAPHS)
    model = train.ensure()
    found: list[OfDatabase] = []
    pulled = None
    for kind, url in databases(folder, "charging"):
        migrations.migrate(url)
        with Database(url) as database:
            with database.transaction() as session:
                seeding.seed(session)
            plan = stores.QUICK if quick else stores.Plan()
            store = stores.measure(database, plan)
            chats = beside.QUICK if quick else beside.Plan()
            besides = beside.measure(database, url, folder / "charging", model, plan.evses, chats)
            found.append(OfDatabase(kind, store, besides))
            if pulled is None:
                say("A full pull …")
                pulled = pulling.measure(database, url, plan.evses)
    assert pulled is not None
    say(report.text(quick, [(each.database, each.store, each.beside) for each in found], pulled, compared))
    figures = {"databases": [asdict(each) for each in found], "pull": asdict(pulled)}
    good = compared.sound and all(each.beside.sound for each in found)
    return {**figures, "every_way": asdict(compared)}, good
