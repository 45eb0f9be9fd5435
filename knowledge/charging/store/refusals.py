"""What was refused, and why."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from knowledge.charging.tables import Refusal

OBJECT_ID = 160  # characters
MOST_REFUSALS = 10_000  # of one party: a feed gone mad must not fill the disk


def refuse(session: Session, party: str, refusals: Iterable[tuple[str, str]]) -> None:
    """Keep which records were refused and why; the newest reason for each."""
    connection = session.connection()
    kept = select(func.count()).select_from(Refusal).where(Refusal.party == party)
    count = -1
    for object_id, reason in refusals:
        values = {"reason": reason[:500], "refused_at": datetime.now(UTC)}
        key = object_id[:OBJECT_ID]
        same = (Refusal.party == party, Refusal.object_id == key)
        if connection.execute(update(Refusal).where(*same).values(**values)).rowcount:
            continue
        count = connection.execute(kept).scalar_one() if count < 0 else count
        if count < MOST_REFUSALS:
            connection.execute(insert(Refusal).values(party=party, object_id=key, **values))
            count += 1


def accept(session: Session, party: str, object_ids: Collection[str]) -> None:
    """Forget the refusals of objects that came anew, and of their parts."""
    connection = session.connection()
    for key in object_ids:
        own = Refusal.object_id == key[:OBJECT_ID]
        parts = Refusal.object_id.startswith(f"{key}/", autoescape=True)
        connection.execute(delete(Refusal).where(Refusal.party == party, or_(own, parts)))
