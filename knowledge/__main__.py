"""Command line of the knowledge: database, seed, charging operators, imports, outlets, privacy."""

import argparse
import sys
from pathlib import Path

from sqlalchemy import inspect

import settings
from knowledge import migrations, seeding, vault
from knowledge.charging.importing import commands as importing
from knowledge.charging.importing.problems import ImportFailedError
from knowledge.charging.ocpi import commands as ocpi
from knowledge.charging.ocpi.parties import OperatorError
from knowledge.charging.ocpi.peer import PeerError
from knowledge.charging.ocpi.writing import InvalidObjectError
from knowledge.database import Database
from knowledge.outlets import OutletError
from knowledge.outlets import commands as outlets
from knowledge.privacy import commands as privacy


def key() -> str:
    """Make a key for DATA_KEYS."""
    return vault.new_key()


def migrate() -> str:
    """Bring the database up to date."""
    migrations.migrate(settings.load().database_url)
    return "the database is up to date"


def seed() -> str:
    """Make the seeded tables equal to the seed files; the tables must be there."""
    with Database(settings.load().database_url) as database:
        _needs_tables(database)
        with database.transaction() as session:
            counts = seeding.seed(session)
    return f"{counts.rows} rows: {counts.added} added, {counts.changed} changed, {counts.removed} removed"


def check() -> str:
    """Check every seed file, without a database."""
    return f"{len(seeding.read())} rows, all in order"


def _needs_tables(database: Database) -> None:
    if not inspect(database.engine).has_table("models"):
        raise SystemExit("the database has no tables yet: run `python -m knowledge migrate` first")


COMMANDS = {"migrate": migrate, "seed": seed, "check": check, "key": key}
# What a person can put right; the message says how.
MISTAKES = (
    seeding.SeedError,
    ImportFailedError,
    OperatorError,
    PeerError,
    InvalidObjectError,
    vault.VaultError,
    OutletError,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=(command.__doc__ or "").strip())
    ocpi.add_parsers(commands)
    importing.add_parsers(commands)
    outlets.add_parsers(commands)
    privacy.add_parsers(commands)
    chosen = parser.parse_args(arguments)
    try:
        configured = settings.load()
        vault.install(vault.Vault.load(configured.data_keys, Path(configured.var_dir)))
        if chosen.command in COMMANDS:
            print(COMMANDS[chosen.command]())
        else:
            with Database(configured.database_url) as database:
                _needs_tables(database)
                print(chosen.run(database, chosen))
    except MISTAKES as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
