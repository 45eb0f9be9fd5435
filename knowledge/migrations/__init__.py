"""The database's history: run the Alembic revisions in `versions/`, with no alembic.ini needed."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, MetaData, text

import knowledge
from knowledge.database import Base, create

# Any number will do, as long as every process that migrates this database takes the same one.
ADVISORY_LOCK = 5_713_001


def metadata() -> MetaData:
    """Return the tables of every module of this package."""
    for module in pkgutil.iter_modules(knowledge.__path__):
        if module.name not in ("__main__", "migrations"):
            importlib.import_module(f"knowledge.{module.name}")
    return Base.metadata


def migrate(url: str | URL, revision: str = "head") -> None:
    """Bring the database up to a revision; several processes may do so at once."""
    _with_config(url, lambda config: command.upgrade(config, revision))


def downgrade(url: str | URL, revision: str) -> None:
    """Take the database back to a revision (`base` for an empty one)."""
    _with_config(url, lambda config: command.downgrade(config, revision))


def config_for(connection: Connection) -> Config:
    """Make the Alembic configuration that works on this connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def _with_config(url: str | URL, work: Callable[[Config], None]) -> None:
    # Rebuilding a table on SQLite drops the old one, which with foreign keys on would delete the rows
    # that point to it; so they are off here and checked at the end.
    engine = create(url, foreign_keys=False)
    sqlite = engine.dialect.name == "sqlite"
    try:
        with engine.begin() as connection:
            if not sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
            work(config_for(connection))
            if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
                raise RuntimeError(f"the migration left a row of {broken[0]} without its {broken[2]}")
    finally:
        engine.dispose()
