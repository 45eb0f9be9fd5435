"""Writes replies as Rasa's REST channel does: a list of messages, each with what it has."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from channels.message import Button, Link, Reply


def render(sender: str, replies: Iterable[Reply], base: str) -> list[dict[str, Any]]:
    """Return the JSON of an answer; `base` is the address under which the caller reaches our own pages."""
    return [_reply(sender, reply, base) for reply in replies]


def _reply(sender: str, reply: Reply, base: str) -> dict[str, Any]:
    data: dict[str, Any] = {"recipient_id": sender, "text": reply.text}
    custom: dict[str, Any] = {}
    if reply.buttons:
        data["buttons"] = [_button(button) for button in reply.buttons]
    if reply.image:
        data["image"] = urljoin(base, reply.image)
    if reply.alt:
        custom["alt"] = reply.alt
    if reply.table is not None:
        # A client that only knows text loses nothing; one that can draw finds the table itself.
        data["text"] = f"{reply.text}\n{reply.table.as_text()}"
        custom["table"] = reply.table.to_json()
    if reply.cards:
        custom["cards"] = [card.to_json() for card in reply.cards]
    if reply.links:
        links = [Link(each.title, urljoin(base, each.url)) for each in reply.links]
        data["text"] = "\n".join([data["text"], *(f"{each.title}: {each.url}" for each in links)])
        custom["links"] = [each.to_json() for each in links]
    if custom:
        data["custom"] = custom
    return data


def _button(button: Button) -> dict[str, str]:
    return {"title": button.title, "payload": button.payload}
