"""Reads the body of a request, with an answer for everything that can be wrong with it."""

import json
import secrets
from typing import Any

from channels.errors import bad_request
from channels.language import Languages
from channels.message import Location, Message

CHANNEL = "rest"
SENDER_LIMIT = 128
ID_LIMIT = 100


def parse(raw: bytes, languages: Languages) -> Message:
    """Return the message in a body; raises HTTPBadRequest."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise bad_request("bad_json", "the body must be JSON in UTF-8") from None
    if not isinstance(data, dict):
        raise bad_request("bad_body", "the body must be a JSON object")
    sender = _name(data.get("sender"), "sender", SENDER_LIMIT)
    text = data.get("message")
    if not isinstance(text, str):
        raise bad_request("bad_message", "message must be a string")
    metadata = data.get("metadata")
    if metadata is None:
        metadata = {}
    if not isinstance(metadata, dict):
        raise bad_request("bad_metadata", "metadata must be an object")
    return Message(
        CHANNEL,
        sender,
        _event_id(sender, metadata),
        text,
        language=_language(metadata, languages),
        location=_location(metadata),
    )


def _name(value: object, field: str, limit: int) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= limit or not value.isprintable():
        raise bad_request(
            f"bad_{field}", f"{field} must be a string of 1 to {limit} characters without control characters"
        )
    return value


def _event_id(sender: str, metadata: dict[str, Any]) -> str:
    message_id = metadata.get("message_id")
    if message_id is None:
        return secrets.token_hex(16)
    # Callers count as they like; only together with the sender is an id unique.
    return f"{sender}:{_name(message_id, 'message_id', ID_LIMIT)}"


def _language(metadata: dict[str, Any], languages: Languages) -> str | None:
    asked = metadata.get("language")
    if asked is None:
        return None
    code = languages.tag(asked) if isinstance(asked, str) else None
    if code is None:
        raise bad_request("bad_language", "language must be one of " + ", ".join(languages.codes))
    return code


def _location(metadata: dict[str, Any]) -> Location | None:
    place = metadata.get("location")
    if place is None:
        return None
    if not isinstance(place, dict):
        raise bad_request("bad_location", "location must be an object")
    latitude = _degrees(place.get("latitude"), 90)
    longitude = _degrees(place.get("longitude"), 180)
    if latitude is None or longitude is None:
        raise bad_request(
            "bad_location", "location must have a latitude of -90 to 90 and a longitude of -180 to 180"
        )
    return Location(latitude, longitude)


def _degrees(value: object, limit: int) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not -limit <= value <= limit:
        return None
    return float(value)
