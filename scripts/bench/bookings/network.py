"""A made-up network of outlets with what can be booked there, and people who book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from knowledge.bookings.drafts import Draft
from knowledge.conversations import Conversation
from knowledge.geography import Point
from knowledge.outlets.tables import DEMO_CAR, OpeningHours, Outlet, Resource

MADE = datetime(2026, 11, 1, tzinfo=UTC)
ZONES = {"MY": "Asia/Kuala_Lumpur", "TH": "Asia/Bangkok"}
KUALA_LUMPUR, BANGKOK = Point(3.139, 101.687), Point(13.756, 100.502)
NINE_TO_SIX = (540, 1080)
WORKING_DAYS: Mapping[int, Sequence[tuple[int, int]]] = dict.fromkeys(range(6), (NINE_TO_SIX,))


def add_outlet(
    session: Session,
    key: str,
    *,
    market: str = "MY",
    point: Point = KUALA_LUMPUR,
    hours: Mapping[int, Sequence[tuple[int, int]]] = WORKING_DAYS,
) -> None:
    """Add an outlet that is open on some weekdays, from and to minutes after midnight."""
    session.add(
        Outlet(
            key=key,
            names={"en": f"Outlet {key}", "ms": f"Cawangan {key}"},
            market=market,
            state="selangor" if market == "MY" else "bangkok",
            kind="both",
            address=f"1 Road of {key}",
            latitude=point.latitude,
            longitude=point.longitude,
            time_zone=ZONES[market],
            languages=["en"],
            services=["test_drive", "service"],
            sample=True,
            source="made up",
            as_of=date(2026, 11, 1),
        )
    )
    session.flush()
    session.add_all(
        OpeningHours(outlet_key=key, weekday=day, opens=opens, closes=closes)
        for day, stretches in hours.items()
        for opens, closes in stretches
    )
    session.flush()


def add_resource(session: Session, key: str, outlet_key: str, **more: Any) -> None:
    """Add a resource: a #1 for an hour, with two hours' notice, unless told otherwise."""
    usual: dict[str, Any] = {
        "kind": DEMO_CAR,
        "name": key,
        "slot_minutes": 60,
        "lead_minutes": 120,
        "horizon_days": 60,
        "confirms": True,
        "active": True,
    }
    if more.get("kind", DEMO_CAR) == DEMO_CAR:
        usual["model"] = "smart_1"
    session.add(Resource(key=key, outlet_key=outlet_key, **{**usual, **more}))
    session.flush()


def add_conversation(session: Session, key: str) -> None:
    """Add a customer's conversation."""
    session.add(Conversation(id=key, channel="web", sender=key, created_at=MADE, updated_at=MADE))
    session.flush()


def draft(outlet_key: str | None, starts_at: datetime | None, **more: Any) -> Draft:
    """Return somebody's wish for a test drive of a #1, unless told otherwise."""
    usual: dict[str, Any] = {
        "kind": "test_drive",
        "market": "MY",
        "language": "en",
        "conversation_id": "one",
        "private": {"name": "Aisyah", "phone": "+60123456789"},
    }
    if more.get("kind", "test_drive") == "test_drive":
        usual["model"] = "smart_1"
    return Draft(outlet_key=outlet_key, starts_at=starts_at, **{**usual, **more})
