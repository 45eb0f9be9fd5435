"""Jobs that are done now and then, by one process at a time however many there are."""

from datetime import datetime, timedelta

from sqlalchemy import String, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.database import Base, UtcDateTime


class Job(Base):
    """When a job is to be done next."""

    __tablename__ = "jobs"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)


FIRST = {
    "sqlite": sqlite.insert(Job).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(Job).on_conflict_do_nothing(),
}


def is_due(session: Session, name: str, now: datetime) -> bool:
    """Tell whether nobody has done the job lately; only a look, to spare a transaction that writes."""
    return not session.scalar(select(exists().where(Job.name == name, Job.next_at > now)))


def take(session: Session, name: str, now: datetime, every: timedelta) -> bool:
    """Take the job over, and tell whether it is ours: nobody else gets it before `every` has passed.

    Who dies while doing it leaves it to whoever comes when it is due again.
    """
    session.execute(FIRST[session.get_bind().dialect.name], {"name": name, "next_at": now})
    taken = session.execute(
        update(Job)
        .where(Job.name == name, Job.next_at <= now)
        .values(next_at=now + every)
        .returning(Job.name)
        .execution_options(synchronize_session=False)
    )
    return taken.first() is not None
