"""Writing what an EVSE is doing."""

from datetime import datetime

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from knowledge.charging.store.columns import summary
from knowledge.charging.store.reading import read_location
from knowledge.charging.store.records import HIDDEN
from knowledge.charging.tables import Evse, Location
from knowledge.database import UtcDateTime

# Status changes come by the thousand, and building a statement takes longer than running it. The site is
# locked first, as who writes a whole site does: locks taken in one order never wait in a ring.
_MOMENT = bindparam("moment", type_=UtcDateTime())
SITE = (
    select(Location.id)
    .where(Location.party == bindparam("of"), Location.location_id == bindparam("named"))
    .with_for_update(key_share=True)
)
REPORT = (
    update(Evse)
    .where(
        Evse.location == SITE.scalar_subquery(),
        Evse.uid == bindparam("evse"),
        or_(Evse.status_at.is_(None), Evse.status_at <= _MOMENT),
        *(Evse.status != status for status in HIDDEN),
    )
    .values(status=bindparam("told"), status_at=_MOMENT)
)


def set_status(session: Session, party: str, location_id: str, uid: str, status: str, at: datetime) -> bool:
    """Note an EVSE's new status; return False where there is no such EVSE.

    A report older than the one on record changes nothing. Where the status shows or hides the EVSE, the
    site's own columns are worked out anew.
    """
    connection = session.connection()
    where = {"of": party, "named": location_id}
    report = {**where, "evse": uid, "moment": at, "told": status}
    if status not in HIDDEN and connection.execute(REPORT, report).rowcount == 1:
        return True
    site = connection.execute(SITE, where).scalar()
    row = connection.execute(
        select(Evse.id, Evse.status, Evse.status_at).where(Evse.location == site, Evse.uid == uid)
    ).first()
    if row is None:
        return False
    if row.status_at is not None and at < row.status_at:
        return True
    connection.execute(update(Evse).where(Evse.id == row.id).values(status=status, status_at=at))
    if (row.status in HIDDEN) != (status in HIDDEN):
        record = read_location(session, party, location_id)
        assert record is not None
        connection.execute(update(Location).where(Location.id == site).values(**summary(record)))
    return True
