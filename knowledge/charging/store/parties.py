"""What belongs to a party as a whole: all its sites, its tariffs, its end."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from knowledge.charging.store.records import LocationRecord, Written
from knowledge.charging.store.sites import put_location, remove_locations
from knowledge.charging.tables import Location, Party, Refusal, Tariff


def replace_all(session: Session, party: Party, records: Sequence[LocationRecord]) -> Written:
    """Make a directory's or file's sites equal to these; nothing is touched where nothing has changed."""
    digest = hashlib.sha256(repr(sorted(records, key=lambda each: each.location_id)).encode()).hexdigest()
    known = session.get(Party, party.key)
    if known is not None and known.digest == digest:
        return Written()
    party.digest = digest
    session.merge(party)
    session.flush()
    present = set(session.scalars(select(Location.location_id).where(Location.party == party.key)))
    written = Written()
    for record in records:
        new = put_location(session, party.key, record)
        written.added += new
        written.changed += not new
    written.removed = remove_locations(session, party.key, present - {each.location_id for each in records})
    return written


def remove_party(session: Session, key: str) -> None:
    """Remove a party with all its sites and tariffs."""
    remove_locations(
        session, key, session.scalars(select(Location.location_id).where(Location.party == key)).all()
    )
    session.execute(delete(Tariff).where(Tariff.party == key))
    session.execute(delete(Refusal).where(Refusal.party == key))
    session.execute(delete(Party).where(Party.key == key))


def put_tariff(session: Session, party: str, tariff: dict[str, Any]) -> None:
    """Write a tariff as it is now; `tariff` holds the table's columns."""
    connection = session.connection()
    same = (Tariff.party == party, Tariff.tariff_id == tariff["tariff_id"])
    if connection.execute(update(Tariff).where(*same).values(**tariff)).rowcount == 0:
        connection.execute(insert(Tariff).values(party=party, **tariff))
