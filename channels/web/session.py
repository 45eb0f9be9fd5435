"""Signed sessions of the web widget: issued by us alone, checked without a look-up, kept by the browser."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

VERSION = "v1"
LIFETIME = timedelta(days=180)
RENEW_AFTER = timedelta(days=7)  # a customer who keeps coming back never loses the conversation
CLOCK_SKEW = timedelta(minutes=5)  # another process of ours may be a little ahead


class SessionError(ValueError):
    """A token that we did not issue, or that is too old."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that talks to us: a random id, and when its token was issued."""

    id: str
    issued: datetime


class Sessions:
    """Issues and checks session tokens with one key."""

    def __init__(self, key: bytes) -> None:
        if len(key) < 16:
            raise ValueError("the session secret needs at least 16 bytes")
        self._key = key

    def issue(self, now: datetime) -> str:
        """Return the token of a new session."""
        return self._token(_text(secrets.token_bytes(16)), now)

    def read(self, token: object, now: datetime) -> Session:
        """Return the session of a token; raises SessionError for one that is forged, broken or too old."""
        parts = token.split(".") if isinstance(token, str) and len(token) <= 128 else []
        if len(parts) != 4 or not token.isascii():  # type: ignore[attr-defined]
            raise SessionError("not a token")
        version, identity, issued, mac = parts
        # The signature first: nothing that it does not cover is looked at.
        if not hmac.compare_digest(mac, self._sign(f"{version}.{identity}.{issued}")):
            raise SessionError("wrong signature")
        moment = datetime.fromtimestamp(int(issued), UTC)
        if version != VERSION or not now - LIFETIME < moment <= now + CLOCK_SKEW:
            raise SessionError("out of its time")
        return Session(identity, moment)

    def renewed(self, session: Session, now: datetime) -> str | None:
        """Return a younger token of the same session when the present one is due for it."""
        return self._token(session.id, now) if now - session.issued > RENEW_AFTER else None

    def _token(self, identity: str, now: datetime) -> str:
        body = f"{VERSION}.{identity}.{int(now.timestamp())}"
        return f"{body}.{self._sign(body)}"

    def _sign(self, body: str) -> str:
        return _text(hmac.digest(self._key, b"widget session " + body.encode("ascii"), "sha256"))


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
