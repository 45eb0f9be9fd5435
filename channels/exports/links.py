"""Addresses of a customer's own data: signed, good for one conversation and for a short while."""

import hmac
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta

LIFETIME = timedelta(minutes=30)
LONGEST = 200  # characters of a token that is looked at
TITLES = {"json": "link_export_json", "txt": "link_export_text"}  # of each form that it can be had in


class ExportError(ValueError):
    """An address that we did not make."""


class ExpiredError(ExportError):
    """An address of ours that is too old."""


class Exports:
    """Makes and reads the addresses, with one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def links(self, conversation_id: str, now: datetime) -> tuple[tuple[str, str], ...]:
        """Return what opens a conversation's data: message ids of the titles, and paths."""
        body = f"{conversation_id}.{int((now + LIFETIME).timestamp())}"
        token = f"{body}.{self._mac(body)}"
        return tuple((title, f"/exports/{token}.{form}") for form, title in TITLES.items())

    def read(self, token: str, now: datetime) -> str:
        """Return the conversation whose data a token of ours opens; raises ExportError for any other."""
        body, _, mac = token.rpartition(".")
        if len(token) > LONGEST or not token.isascii():
            raise ExportError("not a token")
        # The signature first: nothing that it does not cover is looked at.
        if not hmac.compare_digest(mac, self._mac(body)):
            raise ExportError("wrong signature")
        conversation_id, _, until = body.rpartition(".")
        if now >= datetime.fromtimestamp(int(until), UTC):
            raise ExpiredError("too old")
        return conversation_id

    def _mac(self, body: str) -> str:
        raw = hmac.digest(self._key, b"export " + body.encode("ascii"), "sha256")
        return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
