"""Buttons: what pressing one means stays with us; outside it is an opaque token.

Kept with the conversation as `{"recent": {token: [payload, title]}, "last": [token, …]}`: the buttons that
can still be pressed, and those of the last replies, whose titles a customer may as well type.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from channels.message import Button, Message, Reply

RECENT_LIMIT = 40
TOKEN = re.compile(r"b-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that was pressed."""

    payload: str  # what Rasa understands
    title: str


def pressed(choices: dict[str, Any], message: Message) -> Choice | None:
    """Return the button that the message presses: by its token, or by the title of one just shown."""
    recent: dict[str, list[str]] = choices.get("recent", {})
    text = message.text.strip()
    for token in (message.choice, text):
        if token is not None and token in recent:
            return Choice(*recent[token])
    said = text.casefold()
    for token in choices.get("last", ()):
        if token in recent and recent[token][1].casefold() == said:
            return Choice(*recent[token])
    return None


def offer(
    choices: dict[str, Any], replies: Sequence[Reply], *, beside_last: bool = False
) -> tuple[dict[str, Any], tuple[Reply, ...]]:
    """Give each button a token; return what the conversation must keep, and the replies to show.

    `beside_last`: nothing was answered, so the titles of the last replies may still be typed as well.
    """
    recent: dict[str, list[str]] = dict(choices.get("recent", {}))
    last: list[str] = []

    def swap(buttons: tuple[Button, ...]) -> tuple[Button, ...]:
        public = []
        for button in buttons:
            token = f"b-{secrets.token_hex(6)}"
            recent[token] = [button.payload, button.title]
            last.append(token)
            public.append(Button(button.title, token))
        return tuple(public)

    shown = []
    for reply in replies:
        if reply.buttons or any(card.buttons for card in reply.cards):
            cards = tuple(replace(card, buttons=swap(card.buttons)) for card in reply.cards)
            reply = replace(reply, cards=cards, buttons=swap(reply.buttons))
        shown.append(reply)
    kept = dict(list(recent.items())[-RECENT_LIMIT:])
    if beside_last:
        # Behind: where titles are alike, the newest is meant.
        last += [token for token in choices.get("last", ()) if token in kept]
    return {"recent": kept, "last": last}, tuple(shown)
