"""What every request passes: an id, a log line, errors as JSON, a rate limit; headers on the way out."""

import ipaddress
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

from aiohttp import web
from aiohttp.typedefs import Middleware
from sqlalchemy.exc import SQLAlchemyError

from channels.errors import as_response, error_body, too_many_requests
from channels.limits import Limiter

logger = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ID = web.RequestKey("id", str)
REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="-")
# A household or an office behind one address, or a phone network: far above people, far below a flood.
ADDRESS_RATE, ADDRESS_BURST = 50.0, 300
PROXY_HEADERS = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}


@web.middleware
async def identify(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Give the request an id, and write one line about it that names nobody."""
    request_id = secrets.token_hex(8)
    request[ID] = request_id
    token = REQUEST_ID.set(request_id)
    begun = time.perf_counter()
    status = 500
    try:
        response = await handler(request)
        status = response.status
        return response
    finally:
        # The route's pattern, not the address: an address may carry what a customer typed.
        resource = request.match_info.route.resource
        refused = 400 <= status < 500
        logger.log(
            logging.INFO if refused else logging.DEBUG,
            "request: method=%s route=%s status=%d ms=%.1f",
            request.method,
            resource.canonical if resource else "-",
            status,
            (time.perf_counter() - begun) * 1000,
        )
        REQUEST_ID.reset(token)


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer every error in our JSON shape; what nobody foresaw is logged and told as such."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return as_response(error)
    except SQLAlchemyError as error:
        # Its message would carry the statement's values: what customers wrote.
        logger.error("request %s: %s", request[ID], type(error).__name__)
        return web.json_response(
            error_body("unavailable", "the database is not there just now; try again"), status=503
        )
    except Exception:
        logger.exception("request %s failed", request[ID])
        body = error_body("internal_error", f"something went wrong here (request {request[ID]})")
        return web.json_response(body, status=500)


def limited(except_under: str | None = None) -> Middleware:
    """Return a middleware that holds back an address that floods us; this machine's own is left alone.

    What is under a path that has limits of its own, for known programs, is left to them.
    """
    limiter = Limiter(ADDRESS_RATE, ADDRESS_BURST)

    @web.middleware
    async def limit(request: web.Request, handler: Handler) -> web.StreamResponse:
        left_out = except_under is not None and request.path.startswith(except_under)
        if not left_out and not is_loopback(request):
            wait = limiter.take(request.remote or "")
            if wait:
                raise too_many_requests(wait)
        return await handler(request)

    return limit


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Add the security headers that the route did not set itself."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if ID in request:
        response.headers.setdefault("X-Request-ID", request[ID])


def is_loopback(request: web.Request) -> bool:
    """Tell whether the caller sits on this machine, by the connection itself.

    A reverse proxy on this machine brings strangers: what comes with a proxy's headers is not our own.
    """
    if any(header in request.headers for header in PROXY_HEADERS):
        return False
    peer = request.transport.get_extra_info("peername") if request.transport else None
    if not peer:
        return False
    address = ipaddress.ip_address(peer[0].split("%", 1)[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
