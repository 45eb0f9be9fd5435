"""Figures that stand in texts: each number, date or name with its source, date and status."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.database import Base, Exact
from knowledge.provenance import Provenance, Sourced, Status, status_check


class FigureRow(Sourced, Base):
    """A figure on record: exactly one of a number, a text and a day."""

    __tablename__ = "figures"
    __table_args__ = (
        status_check(),
        CheckConstraint(
            "(CASE WHEN number IS NULL THEN 0 ELSE 1 END) + (CASE WHEN text IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN day IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_value",
        ),
    )

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[Decimal | None] = mapped_column(Exact)
    text: Mapped[str | None] = mapped_column(Text)
    day: Mapped[date | None] = mapped_column(Date)
    unit: Mapped[str | None] = mapped_column(String(16))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as texts use it; `value` is a Decimal, a text (a name) or a date."""

    key: str
    value: Decimal | str | date
    unit: str | None
    provenance: Provenance

    @property
    def status(self) -> Status:
        """Return how far the figure can be relied on."""
        return self.provenance.status


class UnknownFigure(LookupError):
    """A text asks for a figure that is not on record."""


def figures(session: Session, keys: Collection[str]) -> dict[str, Figure]:
    """Return the figures of these keys."""
    rows = {row.key: row for row in session.scalars(select(FigureRow).where(FigureRow.key.in_(keys)))}
    if missing := sorted(set(keys) - rows.keys()):
        raise UnknownFigure(f"no figure on record: {', '.join(missing)}")
    return {key: _figure(rows[key]) for key in keys}


def figure(session: Session, key: str) -> Figure:
    """Return one figure."""
    return figures(session, [key])[key]


def _figure(row: FigureRow) -> Figure:
    value = row.number if row.number is not None else row.text if row.text is not None else row.day
    if value is None:
        raise ValueError(f"figure {row.key} has no value")
    return Figure(row.key, value, row.unit, row.provenance)
