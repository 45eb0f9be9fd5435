"""Opens lines to browsers: the session they need, and the checks before a line is served."""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from channels.errors import forbidden, too_many_requests
from channels.keys import TEXTS
from channels.web import frames, origins
from channels.web.frames import FrameError
from channels.web.pages import PAGES
from channels.web.session import SessionError
from channels.web.state import SOCKETS, SOCKETS_PER_SESSION, WIDGET, Widget
from channels.web.talk import Talk, error_frame

log = logging.getLogger(__name__)

FRAME_LIMIT = 64 * 1024  # bytes; 4,000 characters fit whatever they are
HELLO_LIMIT = 15  # seconds
HEARTBEAT = 30  # seconds


async def open_session(request: web.Request) -> web.Response:
    """Issue a new session to a page that may use the widget."""
    widget = request.app[WIDGET]
    _check_origin(request, widget)
    wait = widget.issued.take(request.remote or "")
    if wait:
        raise too_many_requests(wait)
    return web.json_response(
        {"token": widget.sessions.issue(datetime.now(UTC))},
        headers={"Access-Control-Allow-Origin": request.headers["Origin"], "Vary": "Origin"},
    )


async def open_line(request: web.Request) -> web.WebSocketResponse:
    """Serve one browser's line until it closes."""
    widget = request.app[WIDGET]
    _check_origin(request, widget)
    if len(widget.lines) >= SOCKETS:
        raise web.HTTPServiceUnavailable(headers={"Retry-After": "30"})
    line = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=FRAME_LIMIT, compress=False)
    await line.prepare(request)
    widget.lines.add(line)
    try:
        await _serve(request, line, widget)
    except ConnectionError:
        log.debug("widget: a browser went away while it was being greeted")
    finally:
        widget.lines.discard(line)
        await line.close()
    return line


async def close_lines(app: web.Application) -> None:
    """Close every line when the application stops; the browsers come back to the next one."""
    lines = list(app[WIDGET].lines)
    await asyncio.gather(*(line.close(code=WSCloseCode.SERVICE_RESTART) for line in lines))


async def _serve(request: web.Request, line: web.WebSocketResponse, widget: Widget) -> None:
    words = request.app[TEXTS]
    language = request.app[PAGES].language(request.headers.get("Accept-Language", ""))
    try:
        hello = await _hello(line)
        if hello.language in words.languages:
            language = hello.language
        session = widget.sessions.read(hello.token, datetime.now(UTC))
        if widget.open[session.id] >= SOCKETS_PER_SESSION:
            raise FrameError("busy")
    except SessionError:
        log.info("widget: a session was not ours or too old")
        await _say_goodbye(line, {"type": "expired"})
        return
    except FrameError as error:
        log.info("widget: refused a line: %s", error.code)
        await _say_goodbye(line, error_frame(error, words, language))
        return
    with widget.counted(session.id):
        await Talk(line, session, hello.last, language, request.app).run()


async def _hello(line: web.WebSocketResponse) -> frames.Hello:
    try:
        message = await line.receive(timeout=HELLO_LIMIT)
    except TimeoutError:
        raise FrameError("bad_frame") from None
    frame = frames.parse(message.data) if message.type is WSMsgType.TEXT else None
    if not isinstance(frame, frames.Hello):
        raise FrameError("bad_frame")
    return frame


async def _say_goodbye(line: web.WebSocketResponse, frame: dict[str, Any]) -> None:
    if not line.closed:
        await line.send_json(frame)
        await line.close(code=WSCloseCode.POLICY_VIOLATION)


def _check_origin(request: web.Request, widget: Widget) -> None:
    if not origins.allowed(request, widget.origins):
        log.info("widget: refused another origin")
        raise forbidden("this page may not use the assistant")
