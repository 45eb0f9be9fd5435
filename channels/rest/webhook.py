"""Takes a message, waits for its turn, and answers; an answer that is late comes with the next one."""

import json
from datetime import UTC, datetime

from aiohttp import web
from sqlalchemy.orm import Session

from channels import inbox, outbox
from channels.access import Access, own_origin
from channels.errors import too_many_requests
from channels.hub import Said, Waiter
from channels.inbox import Receipt
from channels.keys import DATABASE, DIALOGUE, GATEWAY, HUB, LANGUAGES, SETTINGS
from channels.limits import Limiter
from channels.message import Message
from channels.rest.parse import parse
from channels.rest.render import render
from knowledge import conversations

WAIT_SECONDS = 30.0
LOOK_SECONDS = 1.0  # another process may have answered: look into the database so often meanwhile
SENDER_RATE, SENDER_BURST = 200.0, 400  # callers are programs, and known ones: this only stops a runaway loop


class Webhook:
    """The handler of `POST /webhooks/rest/webhook`."""

    def __init__(self, app: web.Application) -> None:
        self._access = Access(app[SETTINGS].rest_token, "REST_TOKEN")
        self._senders = Limiter(SENDER_RATE, SENDER_BURST)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one message."""
        self._access.check(request)
        app = request.app
        message = parse(await request.read(), app[LANGUAGES])
        wait = self._senders.take(message.sender)
        if wait:
            raise too_many_requests(wait)
        with app[HUB].expect(message.channel, message.event_id) as waiter:
            receipt = await app[GATEWAY].receive(message)
            said = await self._answer(app, receipt, waiter)
        if said is None:
            language = await app[DATABASE].read(conversations.language_of, receipt.conversation_id)
            slow = app[DIALOGUE].say_slow(message.language or language)
            return web.json_response(render(message.sender, [slow], _base(request)))
        return await self._write(request, message, receipt, said, waiter)

    async def _answer(
        self, app: web.Application, receipt: Receipt, waiter: Waiter
    ) -> tuple[Said, ...] | None:
        if receipt.done:
            return await self._once_more(app, receipt, waiter)
        left = WAIT_SECONDS
        while True:
            said = await waiter.wait(min(LOOK_SECONDS, left))
            left -= LOOK_SECONDS
            # Nothing may be awaited between the waiter's last word and leaving: it would miss an answer.
            if said is not None or waiter.over or left <= 0:
                return said
            if await app[DATABASE].read(inbox.is_done, receipt.inbox_id):
                return await self._once_more(app, receipt, waiter)

    async def _once_more(self, app: web.Application, receipt: Receipt, waiter: Waiter) -> tuple[Said, ...]:
        waiter.sent_at = datetime.now(UTC)
        return await app[DATABASE].run(_again, receipt, waiter.sent_at)

    async def _write(
        self,
        request: web.Request,
        message: Message,
        receipt: Receipt,
        said: tuple[Said, ...],
        waiter: Waiter,
    ) -> web.StreamResponse:
        replies = render(message.sender, [each.reply for each in said], _base(request))
        body = json.dumps(replies, ensure_ascii=False)
        response = web.Response(text=body, content_type="application/json")
        try:
            await response.prepare(request)
            await response.write_eof()
        except ConnectionError:
            # The caller went away before it had the answer: it comes with the next one, unless the same
            # message has been asked again meanwhile and was answered there.
            if waiter.lose() and waiter.sent_at is not None:
                await request.app[DATABASE].run(
                    outbox.put_back, receipt.conversation_id, receipt.inbox_id, waiter.sent_at
                )
        return response


def _base(request: web.Request) -> str:
    return request.app[SETTINGS].public_url or own_origin(request)


def _again(session: Session, receipt: Receipt, now: datetime) -> tuple[Said, ...]:
    """Return the answer to a message that has been dealt with, be it given already or still waiting."""
    given = outbox.answer_of(session, receipt.conversation_id, receipt.inbox_id, now)
    return given or outbox.collect(session.connection(), receipt.conversation_id, now, receipt.inbox_id)
