"""Addresses of calendar files: each names one booking, signed, so that nobody can ask for another's."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode

BASE = "/calendars"
ID_BYTES = 8
MAC_BYTES = 16
TOKEN_LENGTH = (ID_BYTES + MAC_BYTES) * 4 // 3


class CalendarError(ValueError):
    """An address that we did not make."""


class Calendars:
    """Makes and reads the addresses, with one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def links(self, booking_id: int) -> tuple[tuple[str, str], ...]:
        """Return what brings a booking into a calendar: message ids of the titles, and paths."""
        token = self.token(booking_id)
        return (
            ("link_calendar_file", f"{BASE}/{token}.ics"),
            ("link_calendar_google", f"{BASE}/{token}/google"),
        )

    def token(self, booking_id: int) -> str:
        """Return what stands for a booking in an address."""
        body = booking_id.to_bytes(ID_BYTES, "big")
        return urlsafe_b64encode(self._mac(body) + body).decode("ascii")

    def read(self, token: str) -> int:
        """Return the id of the booking of a token of ours; raises CalendarError for any other."""
        if len(token) != TOKEN_LENGTH:
            raise CalendarError("wrong length")
        try:
            raw = urlsafe_b64decode(token)
        except ValueError as error:
            raise CalendarError("not a token") from error
        mac, body = raw[:MAC_BYTES], raw[MAC_BYTES:]
        if not hmac.compare_digest(mac, self._mac(body)):
            raise CalendarError("wrong signature")
        return int.from_bytes(body, "big")

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._key, b"calendar " + body, "sha256")[:MAC_BYTES]
