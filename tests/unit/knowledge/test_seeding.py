import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from spoiling import spoil
from sqlalchemy import func, select

from knowledge import migrations, seeding
from knowledge.__main__ import main
from knowledge.catalogue import tables
from knowledge.database import Database

ROOT = Path(__file__).parents[3]


def test_the_seed_is_in_order():
    assert len(seeding.read()) > 500


def count(session, table) -> int:
    return session.scalar(select(func.count()).select_from(table))


def test_seeding_is_complete_and_idempotent(database_url):
    migrations.migrate(database_url)
    with Database(database_url) as database:
        with database.transaction() as session:
            first = seeding.seed(session)
        with database.transaction() as session:
            again = seeding.seed(session)
        with database.reading() as session:
            assert count(session, tables.AttributeValue) > 100

    assert (first.added, first.changed, first.removed) == (first.rows, 0, 0)
    assert (again.rows, again.added, again.changed, again.removed) == (first.rows, 0, 0, 0)


def test_seeding_adds_changes_and_removes(database_url, seed_folder):
    migrations.migrate(database_url)
    with Database(database_url) as database:
        with database.transaction() as session:
            seeding.seed(session, seed_folder)
        spoil(seed_folder, "values.yml", "value: 440,", "value: 441,")
        spoil(
            seed_folder,
            "prices.yml",
            "- {market: MY, model: smart_1, variant: pro,",
            "# {market: MY, model: smart_1, variant: pro,",
        )
        with database.transaction() as session:
            counts = seeding.seed(session, seed_folder)
        with database.reading() as session:
            value = session.get(tables.AttributeValue, "smart_1/premium/range_wltp")
            assert value.value_max == Decimal(441)
            assert count(session, tables.Price) == 5

    assert (counts.added, counts.changed, counts.removed) == (0, 1, 1)


def test_a_model_that_leaves_takes_its_rows_along(sqlite_url, seed_folder):
    migrations.migrate(sqlite_url)
    with Database(sqlite_url) as database:
        with database.transaction() as session:
            seeding.seed(session, seed_folder)
        for name in ("models.yml", "launches.yml", "values.yml"):
            path = seed_folder / name
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            if name == "models.yml":
                lines = lines[: next(i for i, line in enumerate(lines) if "smart_5" in line)]
            path.write_text("".join(line for line in lines if "model: smart_5" not in line), encoding="utf-8")
        with database.transaction() as session:
            seeding.seed(session, seed_folder)
        with database.reading() as session:
            assert session.get(tables.Model, "smart_5") is None
            left = session.scalars(select(tables.AttributeValue.model).distinct())
            assert set(left) == {"smart_1", "smart_3"}


def test_a_mistake_leaves_the_database_as_it_was(sqlite_url, seed_folder):
    migrations.migrate(sqlite_url)
    spoil(seed_folder, "prices.yml", "status: unconfirmed", "status: likely")
    with Database(sqlite_url) as database:
        with pytest.raises(seeding.SeedError), database.transaction() as session:
            seeding.seed(session, seed_folder)
        with database.reading() as session:
            assert count(session, tables.Model) == 0


def test_commands(sqlite_url, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    with pytest.raises(SystemExit, match="run `python -m knowledge migrate` first"):
        main(["seed"])
    assert main(["migrate"]) == 0
    assert main(["check"]) == 0
    assert main(["seed"]) == 0
    assert "0 changed, 0 removed" in capsys.readouterr().out


def test_the_command_line_tells_mistakes_without_a_traceback(seed_folder, monkeypatch, capsys):
    spoil(seed_folder, "prices.yml", "status: unconfirmed", "status: likely")
    read = seeding.read
    monkeypatch.setattr(seeding, "read", lambda: read(seed_folder))

    assert main(["check"]) == 1
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1
    assert printed.startswith("prices.yml:3 (MY smart_1 pro): `status` is 'likely'")


def test_runs_as_a_module(sqlite_url):
    for command in ("migrate", "seed", "seed"):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "knowledge", command],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": sqlite_url},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")

    assert "0 added, 0 changed, 0 removed" in done.stdout
