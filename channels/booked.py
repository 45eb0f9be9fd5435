"""A booking in arguments of messages, as actions say them: what it is, when, and the way there."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from knowledge import catalogue
from knowledge.bookings.tables import TEST_DRIVE
from knowledge.geography import Point

ROUTE = "https://www.google.com/maps/dir/?api=1&destination={:.5f},{:.5f}"  # Google's Maps URLs, no key


def car_name(session: Session, model: str | None, variant: str | None) -> str | None:
    """Return the full name of a model or of one of its variants, such as "smart #1 Premium"."""
    for found in catalogue.lineup(session, ""):
        if found.key == model:
            return next((each.name for each in found.variants if each.key == variant), found.name)
    return model


def what(session: Session, kind: str, model: str | None, variant: str | None) -> dict[str, Any]:
    """Return in a few words what is booked: "test drive of the smart #1"."""
    car = car_name(session, model, variant) if kind == TEST_DRIVE else None
    if car is None:
        return {"say": f"notice_what_{kind}"}
    return {"say": "notice_what_drive", "args": {"car": car}}


def moment(at: datetime, zone: str, style: str = "day_time") -> dict[str, Any]:
    """Return a time by the clock of a zone: "time", "day" or "day_time"."""
    return {"moment": at.isoformat(), "zone": zone, "style": style}


def route(point: Point) -> dict[str, Any]:
    """Return a link that opens the way there in the customer's map."""
    return {"text": "notice_link_route", "url": ROUTE.format(point.latitude, point.longitude)}
