"""Status changes of the made-up feed, each told by its number alone: who checks them needs no notes."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

from scripts.bench.charging.country import COUNTRY_CODE, EVSES_A_SITE, PARTY_ID

STATUSES = ("CHARGING", "AVAILABLE")
STEP = 7_919  # a prime that no count of EVSEs here is a multiple of: neighbours in time are none in place


def change(number: int, evses: int) -> tuple[int, str]:
    """Return the EVSE that the change of a number is about, and its new status; each EVSE has its turn."""
    return number * STEP % evses, STATUSES[number // evses % len(STATUSES)]


def names(evse: int) -> tuple[str, str]:
    """Return the Location id and the uid of an EVSE, as the feed has them."""
    site = evse // EVSES_A_SITE
    return f"L{site}", f"{site}-{evse % EVSES_A_SITE}"


def standing(numbers: range, evses: int) -> dict[tuple[str, str], str]:
    """Return what each EVSE of these changes is doing after the last of them."""
    found = {}
    for number in numbers[-evses:]:
        evse, status = change(number, evses)
        found[names(evse)] = status
    return found


def request(number: int, evses: int, token: str) -> bytes:
    """Return the whole HTTP request of a change."""
    evse, status = change(number, evses)
    location, uid = names(evse)
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    body = json.dumps({"status": status, "last_updated": now})
    sent = base64.b64encode(token.encode()).decode()
    return (
        f"PATCH /ocpi/2.2.1/receiver/locations/{COUNTRY_CODE}/{PARTY_ID}/{location}/{uid} HTTP/1.1\r\n"
        f"Host: 127.0.0.1\r\nAuthorization: Token {sent}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
