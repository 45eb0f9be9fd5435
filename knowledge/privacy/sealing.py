"""Sealing anew: what is still plain, or sealed with an old key, is sealed with the first one."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from knowledge import vault
from knowledge.bookings.tables import Booking
from knowledge.conversations import StoredMessage
from knowledge.database import Base, Database
from knowledge.vault import Sealed, SealedJSON

BATCH = 500  # rows that one transaction seals


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many values were looked at, and how many of them were sealed anew."""

    values: int
    anew: int


def columns() -> Iterator[tuple[sa.TableClause, str]]:
    """Return every sealed column, in a table that gives it as it stands; the table's key is `key`."""
    for table in Base.metadata.sorted_tables:
        sealed = [each for each in table.columns if isinstance(each.type, Sealed | SealedJSON)]
        if sealed:
            (key,) = table.primary_key.columns
            for column in sealed:
                yield sa.table(table.name, sa.column(key.name), sa.column(column.name, sa.Text)), key.name


def check(session: Session) -> None:
    """Raise a VaultError where what is stored was sealed with other keys than those at hand."""
    session.scalar(sa.select(StoredMessage.text).order_by(StoredMessage.id.desc()).limit(1))


def reseal(database: Database, batch: int = BATCH) -> Resealed:
    """Seal every value with the first key; may be stopped and run again at any time."""
    values = anew = 0
    for table, key in columns():
        last = None
        while True:
            with database.transaction() as session:
                looked_at, changed, last = _some(session, table, key, last, batch)
            values, anew = values + looked_at, anew + changed
            if looked_at < batch:
                break
    _digest(database, batch)
    if database.engine.dialect.name == "sqlite":
        _drop_what_was_freed(database)
    return Resealed(values, anew)


def _digest(database: Database, batch: int) -> None:
    """Make the digests by which bookings are found anew: they change when the oldest key is dropped."""
    last = 0
    while True:
        with database.transaction() as session:
            query = sa.select(Booking).where(Booking.private.is_not(None), Booking.id > last)
            rows = session.scalars(query.order_by(Booking.id).limit(batch)).all()
            for row in rows:
                phone = (row.private or {}).get("phone")
                row.phone_digest = vault.current().digest(phone) if phone else None
                last = row.id
        if len(rows) < batch:
            return


def _some(
    session: Session, table: sa.TableClause, key: str, last: object, batch: int
) -> tuple[int, int, object]:
    keys, (column,) = table.c[key], [each for each in table.c if each.name != key]
    query = sa.select(keys, column).where(column.is_not(None)).order_by(keys).limit(batch)
    rows = session.execute(query.where(keys > last) if last is not None else query).all()
    changes = [
        {"its_key": row[0], "before": row[1], "after": after}
        for row in rows
        if (after := vault.current().reseal(row[1])) != row[1]
    ]
    if changes:
        # Unless somebody has written meanwhile: what is new is sealed with the first key already.
        statement = (
            sa.update(table)
            .where(keys == sa.bindparam("its_key"), column == sa.bindparam("before"))
            .values({column: sa.bindparam("after")})
        )
        session.connection().execute(statement, changes)
    return len(rows), len(changes), rows[-1][0] if rows else last


def _drop_what_was_freed(database: Database) -> None:
    """Rewrite the file: SQLite leaves in it what stood in rows that have been changed."""
    with database.engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        cursor = driver.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
