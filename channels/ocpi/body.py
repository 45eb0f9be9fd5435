"""Reads the JSON of a request, of a bounded size, depth and time."""

import asyncio
import json
from typing import Any

from aiohttp import web

from channels.ocpi.envelope import INVALID, OcpiError

LIMIT = 1024 * 1024  # bytes; a Location with hundreds of EVSEs is far below
DEPTH = 16  # OCPI's own objects have up to 8 levels
SECONDS = 30.0


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


DECODER = json.JSONDecoder(parse_constant=_no_number)


async def read(request: web.Request) -> Any:
    """Return what the body says; raises OcpiError."""
    raw = await _bytes(request)
    try:
        data = DECODER.decode(raw.decode(json.detect_encoding(raw), "surrogatepass"))
    except (ValueError, RecursionError):
        raise OcpiError(400, INVALID, "the body must be JSON in UTF-8") from None
    _check_depth(data)
    return data


async def _bytes(request: web.Request) -> bytes:
    """Return the body; the application's own limit is for customers, and lower."""
    chunks, size = [], request.content_length or 0
    try:
        if request.content.is_eof():
            # All of it is there, as mostly: a small one comes in one piece with its headers.
            chunks = [request.content.read_nowait(LIMIT + 1)]
            size = len(chunks[0])
        else:
            async with asyncio.timeout(SECONDS):
                while size <= LIMIT and (chunk := await request.content.readany()):
                    chunks.append(chunk)
                    size = sum(map(len, chunks))
    except TimeoutError:
        raise OcpiError(408, INVALID, f"the body did not arrive within {SECONDS:.0f} s") from None
    except (web.PayloadAccessError, web.RequestPayloadError):
        raise OcpiError(400, INVALID, "the body cannot be read") from None
    if size > LIMIT:
        raise OcpiError(413, INVALID, f"the body is over {LIMIT // 1024} KB")
    return b"".join(chunks)


def _check_depth(data: Any) -> None:
    level = [data]
    for _ in range(DEPTH):
        inner: list[Any] = []
        for each in level:
            if isinstance(each, dict):
                inner += each.values()
            elif isinstance(each, list):
                inner += each
        level = [each for each in inner if isinstance(each, dict | list)]
        if not level:
            return
    raise OcpiError(400, INVALID, f"the body has more than {DEPTH} levels")
