"""Answers as OCPI has them: data, a status of its own beside HTTP's, a message and the time."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

SUCCESS = 1000
CLIENT_ERROR, INVALID, UNKNOWN_LOCATION = 2000, 2001, 2003
SERVER_ERROR = 3000


class OcpiError(Exception):
    """An answer that says what is wrong; `http` is 200 where the request is sound JSON on a known object."""

    def __init__(
        self, http: int, status: int, message: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.http, self.status, self.message, self.headers = http, status, message, dict(headers or {})


def answer(
    data: Any = None,
    *,
    http: int = 200,
    status: int = SUCCESS,
    message: str = "Success",
    headers: Mapping[str, str] | None = None,
) -> web.Response:
    """Return an answer; without data it has no such field."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    body = {"status_code": status, "status_message": message, "timestamp": now}
    if data is not None:
        body = {"data": data, **body}
    return web.Response(
        status=http,
        text=json.dumps(body, ensure_ascii=False),
        content_type="application/json",
        headers=headers,
    )


def refusal(error: OcpiError) -> web.Response:
    """Return the answer to a request that failed."""
    return answer(http=error.http, status=error.status, message=error.message, headers=error.headers)
