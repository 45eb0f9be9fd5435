"""Sessions of the desk: a signed cookie for half a day, which ends when its user's password changes."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta

from channels.desk.users import Users

LIFETIME = timedelta(hours=12)
CLOCK_SKEW = timedelta(minutes=5)
LONGEST = 200


class Sessions:
    """Issues and checks cookies with one key."""

    def __init__(self, key: bytes, users: Users) -> None:
        self._key, self._users = key, users

    def issue(self, name: str, now: datetime) -> str:
        """Return the cookie of a user who has just given the password."""
        body = f"{name}!{int(now.timestamp())}!{secrets.token_urlsafe(9)}"
        return f"{body}!{self._sign(name, body)}"

    def read(self, cookie: str, now: datetime) -> str | None:
        """Return whose cookie it is, or None where it is forged, too old, or of a former password."""
        body, _, mac = cookie.rpartition("!")
        parts = body.split("!")
        if len(cookie) > LONGEST or not cookie.isascii() or len(parts) != 3:
            return None
        name, issued, _ = parts
        # The signature first: nothing that it does not cover is looked at.
        if self._users.mark(name) is None or not hmac.compare_digest(mac, self._sign(name, body)):
            return None
        age = now - datetime.fromtimestamp(int(issued), now.tzinfo)
        return name if -CLOCK_SKEW <= age < LIFETIME else None

    def form_token(self, cookie: str) -> str:
        """Return what each form of this session carries, so that no other site can send one."""
        return _text(hmac.digest(self._key, b"desk form " + cookie.encode(), "sha256"))

    def _sign(self, name: str, body: str) -> str:
        mark = self._users.mark(name) or b""
        return _text(hmac.digest(self._key, b"desk session " + mark + body.encode(), "sha256"))


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
