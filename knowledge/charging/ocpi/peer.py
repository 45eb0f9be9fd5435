"""Asking an operator's OCPI server, and no other host: redirects and links elsewhere are refused."""

import base64
import json
import re
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from knowledge.charging.ocpi.parties import OperatorError, origin

SECONDS = 60.0
LARGEST_PAGE = 16 * 1024 * 1024  # of a hundred Locations; all of a national feed at once is refused
NEXT = re.compile(r'<([^>]*)>\s*;[^,]*?rel\s*=\s*"?next"?', re.IGNORECASE)


class PeerError(Exception):
    """The operator's server cannot be asked, or answered something else than OCPI."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list."""

    data: Any
    next: str | None
    total: int | None


class Peer:
    """A connection to the server of one operator."""

    def __init__(self, url: str, token: str, *, plain_token: bool) -> None:
        """Take an address on the operator's host, and the token that the operator gave us."""
        self._origin = origin(url)
        scheme, host, port = self._origin
        kind = HTTPSConnection if scheme == "https" else HTTPConnection
        self._connection = kind(host, port, timeout=SECONDS)
        sent = token if plain_token else base64.b64encode(token.encode()).decode()
        self._headers = {"Authorization": f"Token {sent}", "Accept": "application/json"}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def get(self, url: str) -> Page:
        """Return a page; raises PeerError."""
        try:
            elsewhere = origin(url) != self._origin
        except OperatorError as error:
            raise PeerError(f"{url!r}: {error}") from error
        if elsewhere:
            raise PeerError(f"{url!r} is not on the operator's host: not asked")
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            self._connection.request("GET", target, headers=self._headers)
            response = self._connection.getresponse()
            raw = response.read(LARGEST_PAGE + 1)
        except (OSError, HTTPException, ValueError) as error:
            raise PeerError(f"{url}: {error or type(error).__name__}") from error
        if 300 <= response.status < 400:
            raise PeerError(f"{url}: answers with a redirect, which is not followed")
        if response.status != 200:
            raise PeerError(f"{url}: HTTP status {response.status}")
        if len(raw) > LARGEST_PAGE:
            raise PeerError(f"{url}: the page is over {LARGEST_PAGE // 1024**2} MB")
        return _page(url, response, raw)


def _page(url: str, response: HTTPResponse, raw: bytes) -> Page:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise PeerError(f"{url}: the answer is not JSON") from error
    code = body.get("status_code") if isinstance(body, dict) else None
    if not isinstance(code, int) or not 1000 <= code < 2000:
        told = str(body.get("status_message"))[:200] if isinstance(body, dict) else "no OCPI answer"
        raise PeerError(f"{url}: OCPI status {code}: {told}")
    found = NEXT.search(", ".join(response.headers.get_all("Link", [])))
    total = response.headers.get("X-Total-Count", "")
    return Page(
        body.get("data"),
        urljoin(url, found.group(1)) if found else None,
        int(total) if total.isdecimal() and len(total) < 12 else None,
    )
