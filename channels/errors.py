"""Errors as callers see them: one JSON shape, `{"error": {"code", "message"}}`, for every route."""

import json
import math
from typing import Any

from aiohttp import web

CODES = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    410: "gone",
    413: "too_large",
    415: "unsupported_media_type",
    429: "too_many_requests",
    500: "internal_error",
    503: "unavailable",
}


def error_body(code: str, message: str) -> dict[str, Any]:
    """Return the body of an error."""
    return {"error": {"code": code, "message": message}}


def bad_request(code: str, message: str) -> web.HTTPBadRequest:
    """Return an error that says what is wrong with the request."""
    return _with_body(web.HTTPBadRequest, code, message)


def unauthorized(message: str) -> web.HTTPUnauthorized:
    """Return an error for a caller who did not say who it is."""
    error = _with_body(web.HTTPUnauthorized, "unauthorized", message)
    error.headers["WWW-Authenticate"] = "Bearer"
    return error


def forbidden(message: str) -> web.HTTPForbidden:
    """Return an error for a caller who may not do this."""
    return _with_body(web.HTTPForbidden, "forbidden", message)


def gone(message: str) -> web.HTTPGone:
    """Return an error for what was there and is no more."""
    return _with_body(web.HTTPGone, "gone", message)


def too_many_requests(seconds: float) -> web.HTTPTooManyRequests:
    """Return an error that says when to come again."""
    wait = max(1, math.ceil(seconds))
    error = _with_body(
        web.HTTPTooManyRequests, "too_many_requests", f"too many requests; try again in {wait} s"
    )
    error.headers["Retry-After"] = str(wait)
    return error


def as_response(error: web.HTTPException) -> web.Response:
    """Turn any of aiohttp's errors into our JSON shape, keeping the headers that mean something."""
    if error.content_type == "application/json":
        body = error.text or ""
    else:
        code = CODES.get(error.status, f"status_{error.status}")
        body = json.dumps(error_body(code, error.reason))
    response = web.Response(status=error.status, text=body, content_type="application/json")
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in error.headers:
            response.headers[name] = error.headers[name]
    return response


def _with_body[E: web.HTTPError](kind: type[E], code: str, message: str) -> E:
    return kind(text=json.dumps(error_body(code, message)), content_type="application/json")
