"""Command line of the knowledge: migrate the database, check the seed files, seed them."""

import argparse
import sys

from sqlalchemy import inspect

import settings
from knowledge import migrations, seeding
from knowledge.database import Database


def migrate() -> str:
    """Bring the database up to date."""
    migrations.migrate(settings.load().database_url)
    return "the database is up to date"


def seed() -> str:
    """Make the seeded tables equal to the seed files; the tables must be there."""
    with Database(settings.load().database_url) as database:
        if not inspect(database.engine).has_table("models"):
            raise SystemExit("the database has no tables yet: run `python -m knowledge migrate` first")
        with database.transaction() as session:
            counts = seeding.seed(session)
    return f"{counts.rows} rows: {counts.added} added, {counts.changed} changed, {counts.removed} removed"


def check() -> str:
    """Check every seed file, without a database."""
    return f"{len(seeding.read())} rows, all in order"


COMMANDS = {"migrate": migrate, "seed": seed, "check": check}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=(command.__doc__ or "").strip())
    chosen = parser.parse_args(arguments).command
    try:
        print(COMMANDS[chosen]())
    except seeding.SeedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
