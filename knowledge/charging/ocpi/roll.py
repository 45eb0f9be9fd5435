"""Who is missing: which Locations were on record before a whole feed, and which of them it does not hold.

The ids stand in a private database on the disk that is gone when it is closed: a national feed has more of
them than belong into memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.tables import Location
from knowledge.database import Database

AT_ONCE = 1_000


class Roll:
    """The ids before and within a feed."""

    def __init__(self, notes: sqlite3.Connection) -> None:
        self._notes = notes
        notes.execute("CREATE TABLE ids (id TEXT PRIMARY KEY, known INT, seen INT) WITHOUT ROWID")

    def note_known(self, session: Session, party: str) -> None:
        """Note what is on record of an operator."""
        query = select(Location.location_id).where(Location.party == party)
        ids = session.scalars(query.execution_options(yield_per=AT_ONCE))
        self._notes.executemany("INSERT INTO ids VALUES (?, 1, 0)", ((each,) for each in ids))

    def note_seen(self, ids: Iterable[str]) -> None:
        """Note what a feed holds, taken or not."""
        self._notes.executemany(
            "INSERT INTO ids VALUES (?, 0, 1) ON CONFLICT (id) DO UPDATE SET seen = 1",
            ((each,) for each in ids),
        )

    @property
    def seen(self) -> int:
        """Return how many Locations the feed holds."""
        count: int = self._notes.execute("SELECT count(*) FROM ids WHERE seen").fetchone()[0]
        return count

    def missing(self) -> Iterator[str]:
        """Yield what was on record and is not in the feed."""
        for (each,) in self._notes.execute("SELECT id FROM ids WHERE known AND NOT seen ORDER BY id"):
            yield each


@contextmanager
def roll_of(database: Database, operator: Operator) -> Iterator[Roll]:
    """Open a roll of what is on record of an operator now."""
    with closing(sqlite3.connect("")) as notes:
        roll = Roll(notes)
        with database.reading() as session:
            roll.note_known(session, operator.key)
        yield roll
