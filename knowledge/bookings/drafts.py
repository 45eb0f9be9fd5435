"""Bookings that are still to be made: as a customer has described them, and as they wait for a free time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from knowledge.bookings.fits import Wanted
from knowledge.bookings.tables import Waiting
from knowledge.geography import Point


@dataclass(frozen=True, slots=True)
class Draft:
    """A booking as it is to be made; `private` holds name, phone, plate, address and the customer's words.

    A home charger's survey needs the point of the home; `outlet_key` may then be absent: any team that
    reaches it will do. `starts_at` is absent of one who waits.
    """

    kind: str
    market: str
    language: str
    conversation_id: str | None
    outlet_key: str | None = None
    starts_at: datetime | None = None
    model: str | None = None
    variant: str | None = None
    point: Point | None = None
    consent_id: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    private: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return Wanted(self.kind, self.outlet_key, self.point, self.model, self.variant)

    @property
    def sealed(self) -> dict[str, str]:
        """Return all that is personal: the home's point, too."""
        if self.point is None:
            return dict(self.private)
        place = {"latitude": repr(self.point.latitude), "longitude": repr(self.point.longitude)}
        return {**self.private, **place}


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """Somebody's place in a waiting list, with the time that is held where one is offered."""

    id: int
    state: str
    conversation_id: str
    outlet_key: str
    kind: str
    first_day: date
    last_day: date
    language: str
    draft: Draft
    offer_starts_at: datetime | None
    offer_until: datetime | None


def point_of(private: Mapping[str, str]) -> Point | None:
    """Return the point that stands among what is personal."""
    if "latitude" not in private:
        return None
    return Point(float(private["latitude"]), float(private["longitude"]))


def to_json(draft: Draft) -> dict[str, Any]:
    """Return what a row of the waiting list has no column for."""
    return {
        "market": draft.market,
        "consent_id": draft.consent_id,
        "details": dict(draft.details),
        "private": draft.sealed,
    }


def of_waiting(row: Waiting) -> Draft:
    """Return the booking that somebody waits for."""
    kept = row.draft
    return Draft(
        kind=row.kind,
        market=kept["market"],
        language=row.language,
        conversation_id=row.conversation_id,
        outlet_key=row.outlet_key,
        model=row.model,
        variant=row.variant,
        point=point_of(kept["private"]),
        consent_id=kept["consent_id"],
        details=kept["details"],
        private=kept["private"],
    )


def waiting_record(row: Waiting) -> WaitingRecord:
    """Return the record of a row."""
    return WaitingRecord(
        id=row.id,
        state=row.state,
        conversation_id=row.conversation_id,
        outlet_key=row.outlet_key,
        kind=row.kind,
        first_day=row.first_day,
        last_day=row.last_day,
        language=row.language,
        draft=of_waiting(row),
        offer_starts_at=row.offer_starts_at,
        offer_until=row.offer_until,
    )
