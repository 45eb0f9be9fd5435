"""What customers told us, as the desk shows it."""

from collections.abc import Mapping

from channels.desk.html import Child, Markup, h
from knowledge.bookings.records import BookingRecord

SHOWN_ELSEWHERE = {"name", "phone", "plate", "latitude", "longitude"}
DETAILS = {
    "stay": "Stays",
    "kind": "Asked for",
    "odometer": "Odometer",
    "dwelling": "Home",
    "phase": "Supply",
    "licence": "Licence",
    "need": "Asked for",
    "address": "Address",
}


def person(private: Mapping[str, str]) -> Child:
    """Return name and telephone number, with a link that calls it."""
    if not private:
        return "(erased)"
    phone = private.get("phone", "")
    called = h("a", {"href": f"tel:{phone}"}, phone) if phone else None
    return h("span", {}, private.get("name", ""), " " if called else None, called)


def note(booking: BookingRecord) -> str:
    """Return everything else that is known of a booking, in a line."""
    return "; ".join(f"{name}: {value}" for name, value in facts(booking))


def facts(booking: BookingRecord) -> list[tuple[str, str]]:
    """Return everything else that is known of a booking: what was chosen, then the customer's own words."""
    chosen = [(DETAILS.get(name, name), _words(value)) for name, value in booking.details.items()]
    own = [
        (DETAILS.get(name, name), value)
        for name, value in booking.private.items()
        if name not in SHOWN_ELSEWHERE
    ]
    return chosen + own


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")


def listed(pairs: list[tuple[str, Child]]) -> Markup:
    """Return names and values as a list."""
    return h("dl", {}, *(part for name, value in pairs for part in (h("dt", {}, name), h("dd", {}, value))))
