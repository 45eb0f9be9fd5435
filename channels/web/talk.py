"""One open line to a browser: takes what the customer writes, brings what the browser does not have yet."""

import asyncio
import json
import logging
from datetime import UTC, datetime
from typing import Any

from aiohttp import WSMsgType, web

from channels.hub import Subscription, Update
from channels.keys import DATABASE, GATEWAY, HUB, TEXTS
from channels.message import Message
from channels.web import frames, history
from channels.web.frames import FrameError
from channels.web.history import CHANNEL, Standing
from channels.web.session import Session
from channels.web.state import WIDGET, Words

log = logging.getLogger(__name__)

IDLE_LIMIT = 90  # seconds; a browser that is alive asks every 25
BAD_FRAMES = 10
LOOK_BUSY, LOOK_QUIET = 1.0, 30.0  # seconds
AGAIN = {"rate", "busy", "fault"}  # errors after which the same message may be sent once more


class Talk:
    """A line whose session has been checked."""

    def __init__(
        self,
        line: web.WebSocketResponse,
        session: Session,
        last: int,
        language: str,
        app: web.Application,
    ) -> None:
        self._line, self._session, self._widget = line, session, app[WIDGET]
        self._database, self._hub = app[DATABASE], app[HUB]
        self._road, self._words = app[GATEWAY], app[TEXTS]
        self._language = language  # of the widget's labels
        self._conversation: str | None = None
        self._begun = asyncio.Event()  # somebody of this session wrote: look for the conversation
        self._last = last  # the newest message that the browser has
        self._seen = 0
        self._greeted = False
        self._standing: Standing | None = None
        self._bad = 0

    async def run(self) -> None:
        """Serve the line until it closes."""
        self._widget.waiting[self._session.id].add(self._begun)
        pushing = asyncio.create_task(self._push())
        try:
            await self._listen()
        finally:
            pushing.cancel()
            self._stop_waiting()
            await asyncio.wait([pushing])

    # --- to the browser

    async def _push(self) -> None:
        try:
            await self._bring()
        except ConnectionError:
            pass  # the browser has gone; it says what it has when it comes back
        except Exception:
            log.exception("widget: pushing failed")
            await self._line.close(code=1011)

    async def _bring(self) -> None:
        self._conversation = await self._database.read(history.conversation_of, self._session.id)
        if self._conversation is None:
            await self._ready(more=False)
        while self._conversation is None:
            await self._begun.wait()
            self._begun.clear()
            self._conversation = await self._database.read(history.conversation_of, self._session.id)
        self._stop_waiting()
        # Listening begins before the first look, so that nothing falls between the two.
        with self._hub.subscribe(self._conversation) as subscription:
            await self._catch_up(self._conversation)
            while True:
                await self._news(subscription)
                await self._catch_up(self._conversation)

    async def _news(self, subscription: Subscription) -> None:
        # Another process tells us nothing, so now and then we look for ourselves.
        busy = self._standing is not None and self._standing.typing
        try:
            async with asyncio.timeout(LOOK_BUSY if busy else LOOK_QUIET):
                await subscription.get()
        except TimeoutError:
            return
        subscription.lost = False  # each update makes us read from the database in any case

    async def _catch_up(self, conversation_id: str) -> None:
        more = False
        while True:
            news = await self._database.read(history.news, conversation_id, self._last)
            more = more or news.more
            for message in news.messages:
                await self._send({"type": "message", "message": message})
                self._last = message["id"]
            if len(news.messages) < history.PAGE or news.more:
                break
        if not self._greeted:
            await self._ready(more=more)
        await self._show(news.standing)

    async def _ready(self, *, more: bool) -> None:
        self._greeted = True
        frame: dict[str, Any] = {"type": "ready", "v": frames.PROTOCOL, "more": more}
        frame["conversation"] = self._conversation is not None
        token = self._widget.sessions.renewed(self._session, datetime.now(UTC))
        if token is not None:
            frame["token"] = token
        await self._send(frame)

    async def _show(self, standing: Standing) -> None:
        before, self._standing = self._standing, standing
        if before is None or before.frame() != standing.frame():
            await self._send(standing.frame())
        if standing.typing != (before is not None and before.typing):
            await self._send({"type": "typing", "on": standing.typing})

    async def _send(self, frame: dict[str, Any]) -> None:
        await self._line.send_str(json.dumps(frame, ensure_ascii=False, separators=(",", ":")))

    # --- from the browser

    async def _listen(self) -> None:
        while True:
            try:
                message = await self._line.receive(timeout=IDLE_LIMIT)
            except TimeoutError:
                await self._line.close(code=1001)
                return
            if message.type is WSMsgType.TEXT:
                await self._take(message.data)
            elif message.type is WSMsgType.BINARY:
                await self._refuse(FrameError("bad_frame"))
            else:
                return  # closed, by either side
            if self._bad > BAD_FRAMES:
                await self._line.close(code=1008)
                return

    async def _take(self, raw: str) -> None:
        try:
            await self._act(frames.parse(raw))
        except FrameError as error:
            await self._refuse(error)
        except ConnectionError:
            return  # the answer found nobody; the next look at the line ends it

    async def _act(self, frame: frames.Frame) -> None:
        match frame:
            case frames.Say():
                await self._receive(frame)
            case frames.Ping():
                if self._conversation is None:
                    self._begun.set()  # another process may have begun the conversation
                await self._send({"type": "pong"})
            case frames.Seen(id=message_id):
                await self._note_seen(min(message_id, self._last))
            case frames.Earlier(before=message_id):
                await self._earlier(message_id)
            case frames.ChooseLanguage(language=language):
                await self._choose(language)
            case frames.Hello():
                raise FrameError("bad_frame")  # once is enough

    async def _receive(self, frame: frames.Say) -> None:
        if self._widget.messages.take(self._session.id):
            raise FrameError("rate", frame.id)
        if frame.language is not None:
            self._check_language(frame.language, frame.id)
        message = Message(
            channel=CHANNEL,
            sender=self._session.id,
            # With the session in it: nobody can take, or spoil, the id of somebody else's message.
            event_id=f"{self._session.id}:{frame.id}",
            text=frame.text,
            language=frame.language,
            hint=self._language,
            location=frame.location,
            choice=frame.choice,
        )
        try:
            receipt = await self._road.receive(message)
        except Exception as error:
            log.exception("widget: a message could not be stored")
            raise FrameError("fault", frame.id) from error
        for begun in self._widget.waiting.get(self._session.id, ()):
            begun.set()
        self._hub.publish(Update(CHANNEL, receipt.conversation_id, ()))  # for other tabs
        await self._send({"type": "ack", "id": frame.id, "message_id": receipt.message_id})

    async def _note_seen(self, message_id: int) -> None:
        if self._conversation is not None and message_id > self._seen:
            self._seen = message_id
            await self._database.run(history.seen, self._conversation, message_id, datetime.now(UTC))

    async def _earlier(self, message_id: int) -> None:
        if self._conversation is None:
            raise FrameError("bad_frame")
        messages, more = await self._database.read(history.earlier, self._conversation, message_id)
        await self._send({"type": "earlier", "messages": messages, "more": more})

    async def _choose(self, language: str) -> None:
        self._check_language(language, None)
        self._language = language
        if self._conversation is not None:  # else it comes again with the first message
            standing = await self._database.run(history.set_language, self._conversation, language)
            self._hub.publish(Update(CHANNEL, self._conversation, ()))
            await self._send(standing.frame())

    def _check_language(self, language: str, event_id: str | None) -> None:
        if language not in self._words.languages:
            raise FrameError("bad_frame", event_id)

    async def _refuse(self, error: FrameError) -> None:
        self._bad += error.code == "bad_frame"
        log.info("widget: refused a frame: %s", error.code)
        await self._send(error_frame(error, self._words, self._language))

    def _stop_waiting(self) -> None:
        tabs = self._widget.waiting.get(self._session.id, set())
        tabs.discard(self._begun)
        if not tabs:
            self._widget.waiting.pop(self._session.id, None)


def error_frame(error: FrameError, words: Words, language: str) -> dict[str, Any]:
    """Return the frame that tells the browser what it did, in the customer's language."""
    frame: dict[str, Any] = {
        "type": "error",
        "code": error.code,
        "text": words.say(f"widget_error_{error.code}", language),
        "again": error.code in AGAIN,
    }
    if error.event_id is not None:
        frame["id"] = error.event_id
    return frame
