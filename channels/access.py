"""Who may call what is not meant for everybody: callers with a token, or without one, this machine's own."""

import hashlib
import hmac

from aiohttp import web

from channels.errors import forbidden, too_many_requests, unauthorized
from channels.limits import Limiter
from channels.middleware import is_loopback

STRANGER_RATE, STRANGER_BURST = 0.5, 20  # wrong tokens from one address


class Access:
    """The lock of one door."""

    def __init__(self, token: str | None, variable: str) -> None:
        """Take the token that opens it, and the name of the setting that holds it, for the error."""
        self._token = _digest(token) if token else None
        self._variable = variable
        self._strangers = Limiter(STRANGER_RATE, STRANGER_BURST)

    def check(self, request: web.Request) -> None:
        """Let the request pass, or raise 401, 403 or, after many wrong tokens, 429."""
        if self._token is None:
            if not is_loopback(request):
                raise forbidden(f"without {self._variable} only callers on the same machine are answered")
            if request.headers.get("Origin", own_origin(request)) != own_origin(request):
                raise forbidden(f"without {self._variable} pages of other sites are not answered")
            return
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        # Digests are of one length, so that the time the comparison takes tells nothing.
        if scheme.lower() != "bearer" or not hmac.compare_digest(_digest(token.strip()), self._token):
            wait = self._strangers.take(request.remote or "")
            if wait:
                raise too_many_requests(wait)
            raise unauthorized(f"send the token of {self._variable} as 'Authorization: Bearer …'")


def own_origin(request: web.Request) -> str:
    """Return the origin that our own pages have, as the browser that asks sees us."""
    return f"{request.scheme}://{request.host}"


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).digest()
