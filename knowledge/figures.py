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
    """A figure as texts use it: a number (money where the unit is a currency), a name, or a date.

    A date's unit says how exact it is: "day", "month" or "year".
    """

    key: str
    value: Decimal | str | date
    unit: str | None
    provenance: Provenance

    @property
    def iso(self) -> str | None:
        """Return a date as far as it is known: 2023-12-12, 2022-01 or 2045; None for other figures."""
        if not isinstance(self.value, date):
            return None
        return self.value.isoformat()[: {"year": len("YYYY"), "month": len("YYYY-MM")}.get(self.unit or "")]

    @property
    def status(self) -> Status:
        """Return how far the figure can be relied on."""
        return self.provenance.status


class UnknownFigureError(LookupError):
    """A text asks for a figure that is not on record."""


def figures(session: Session, keys: Collection[str]) -> dict[str, Figure]:
    """Return the figures of these keys."""
    rows = {row.key: row for row in session.scalars(select(FigureRow).where(FigureRow.key.in_(keys)))}
    if missing := sorted(set(keys) - rows.keys()):
        raise UnknownFigureError(f"no figure on record: {', '.join(missing)}")
    return {key: _figure(rows[key]) for key in keys}


def figure(session: Session, key: str) -> Figure:
    """Return one figure."""
    return figures(session, [key])[key]


def _figure(row: FigureRow) -> Figure:
    value = row.number if row.number is not None else row.text if row.text is not None else row.day
    if value is None:
        raise ValueError(f"figure {row.key} has no value")
    return Figure(row.key, value, row.unit, row.provenance)
