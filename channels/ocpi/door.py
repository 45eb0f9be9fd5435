"""Who comes in: operators by their tokens, each at a rate that a large network needs, strangers hardly."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from channels.keys import DATABASE
from channels.limits import Limiter
from channels.ocpi.envelope import CLIENT_ERROR, SERVER_ERROR, OcpiError, refusal
from knowledge.charging.ocpi import parties
from knowledge.charging.ocpi.parties import Operator

logger = logging.getLogger(__name__)

OPERATOR_RATE, OPERATOR_BURST = 3000.0, 6000  # status changes of a national network, and its morning
STRANGER_RATE, STRANGER_BURST = 0.5, 20
# A token that is taken back opens for this long after.
FRESH_SECONDS = 2.0
IDS = ("X-Request-ID", "X-Correlation-ID")
LONGEST_ID = 100

Handler = Callable[[web.Request, Operator], Awaitable[web.Response]]


class Door:
    """Lets operators in, and gives every answer OCPI's form."""

    def __init__(self, app: web.Application) -> None:
        self._database = app[DATABASE]
        self._operators: list[Operator] = []
        self._read_at = -FRESH_SECONDS
        self._reading = asyncio.Lock()
        self._rates = Limiter(OPERATOR_RATE, OPERATOR_BURST)
        self._strangers = Limiter(STRANGER_RATE, STRANGER_BURST)

    def handler(self, methods: Mapping[str, Handler]) -> Callable[[web.Request], Awaitable[web.Response]]:
        """Return what answers a path, by its methods; without any, the path does not exist."""

        async def handle(request: web.Request) -> web.Response:
            try:
                response = await self._answer(request, methods)
            except OcpiError as error:
                response = refusal(error)
            except SQLAlchemyError as error:
                # Its message would carry the statement's values.
                logger.error("OCPI %s: %s", request.method, type(error).__name__)
                message = "the database is not there just now; try again"
                response = refusal(OcpiError(503, SERVER_ERROR, message))
            except Exception:
                logger.exception("OCPI %s failed", request.method)
                response = refusal(OcpiError(500, SERVER_ERROR, "something went wrong here"))
            for name in IDS:
                sent = request.headers.get(name, "")
                if 0 < len(sent) <= LONGEST_ID and sent.isascii() and sent.isprintable():
                    response.headers[name] = sent
            return response

        return handle

    async def _answer(self, request: web.Request, methods: Mapping[str, Handler]) -> web.Response:
        operator = await self._who(request)
        if not methods:
            raise OcpiError(404, CLIENT_ERROR, "there is no such endpoint")
        handler = methods.get(request.method)
        if handler is None:
            allowed = {"Allow": ", ".join(methods)}
            raise OcpiError(405, CLIENT_ERROR, f"{request.method} is not for this endpoint", allowed)
        return await handler(request, operator)

    async def _who(self, request: web.Request) -> Operator:
        scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
        token = sent.strip() if scheme.lower() == "token" else ""
        operator = parties.by_token(await self._known(), token)
        if operator is None:
            _hold_back(self._strangers.take(request.remote or ""))
            self.forget()  # it may have been entered just now
            operator = parties.by_token(await self._known(), token)
        if operator is None:
            headers = {"WWW-Authenticate": "Token"}
            raise OcpiError(401, CLIENT_ERROR, "send your token as 'Authorization: Token …'", headers)
        _hold_back(self._rates.take(operator.key))
        return operator

    async def _known(self) -> list[Operator]:
        async with self._reading:
            now = time.monotonic()
            if now - self._read_at >= FRESH_SECONDS:
                self._operators = await self._database.read(parties.operators)
                self._read_at = now
            return self._operators

    def forget(self) -> None:
        """Read the operators anew at the next request: one of them has another token."""
        self._read_at = -FRESH_SECONDS


def token_of(request: web.Request) -> str:
    """Return the token of a request as it was sent."""
    return request.headers["Authorization"].partition(" ")[2].strip()


def _hold_back(wait: float) -> None:
    if wait:
        seconds = str(max(1, round(wait)))
        message = f"too many requests; try again in {seconds} s"
        raise OcpiError(429, CLIENT_ERROR, message, {"Retry-After": seconds})
