"""Where a fact comes from: every row that states one carries its source, its date and its status."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column


class Status(StrEnum):
    """How far a fact can be relied on."""

    CONFIRMED = "confirmed"  # independent sources agree
    REPORTED = "reported"  # one source says so
    UNCONFIRMED = "unconfirmed"  # sources disagree or none was found: say so with the figure


WEAKEST_FIRST = (Status.UNCONFIRMED, Status.REPORTED, Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Source, date and status of a fact."""

    source: str
    url: str | None
    as_of: date
    status: Status


class Sourced:
    """Columns of a row that states a fact."""

    source: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    as_of: Mapped[date] = mapped_column(Date)
    status: Mapped[str] = mapped_column(String(12))

    @property
    def provenance(self) -> Provenance:
        """Return the source, date and status of this row."""
        return Provenance(self.source, self.url, self.as_of, Status(self.status))


def status_check() -> CheckConstraint:
    """Return the constraint that allows known statuses only."""
    return CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status")


def joined(facts: list[Provenance]) -> Provenance:
    """Return the provenance of a statement that rests on several facts: the weakest and oldest of them."""
    sources = tuple(dict.fromkeys(fact.source for fact in facts))
    urls = {fact.url for fact in facts}
    return Provenance(
        source="; ".join(sources),
        url=urls.pop() if len(urls) == 1 else None,
        as_of=min(fact.as_of for fact in facts),
        status=min((fact.status for fact in facts), key=WEAKEST_FIRST.index),
    )
