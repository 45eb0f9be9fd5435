"""Outlets made for a test."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from knowledge.outlets import tables
from knowledge.outlets.weekly import parse

OFFICE = "Mon-Fri 09:00-13:00,14:00-18:00; Sat 10:00-16:00; Sun closed"


def make(session: Session, key: str = "pj", hours: str = OFFICE, **values: Any) -> tables.Outlet:
    """Add an outlet with its weekly hours."""
    facts = {
        "names": {"en": f"smart {key}"},
        "market": "MY",
        "state": "selangor",
        "kind": "both",
        "address": "Jalan 1",
        "latitude": 3.1,
        "longitude": 101.6,
        "phone": None,
        "time_zone": "Asia/Kuala_Lumpur",
        "languages": ["en"],
        "services": ["sales", "test_drive", "service"],
        "sample": False,
        "active": True,
        "source": "test",
        "as_of": date(2026, 11, 20),
    }
    row = tables.Outlet(key=key, **{**facts, **values})
    session.add(row)
    session.flush()
    for weekday, stretches in parse(hours).items():
        for opens, closes in stretches:
            session.add(tables.OpeningHours(outlet_key=key, weekday=weekday, opens=opens, closes=closes))
    session.flush()
    return row


def make_resource(session: Session, key: str = "pj/bay_1", **values: Any) -> tables.Resource:
    """Add a service bay."""
    facts = {"kind": "service_bay", "name": "Bay 1", "slot_minutes": 60, "lead_minutes": 60, "active": True}
    row = tables.Resource(key=key, outlet_key=key.split("/")[0], **{**facts, **values})
    session.add(row)
    session.flush()
    return row
