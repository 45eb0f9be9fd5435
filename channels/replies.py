"""Makes replies of what is to be said: words in the customer's language, and addresses that we sign."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from channels.calendars.links import Calendars
from channels.exports.links import Exports
from channels.message import Link, Reply
from channels.pictures.links import Pictures
from channels.texts import Texts


class Replies:
    """Where everything that is said gets its words, in a turn or outside one."""

    def __init__(self, texts: Texts, pictures: Pictures, calendars: Calendars, exports: Exports) -> None:
        self.texts = texts
        self._pictures, self._calendars, self._exports = pictures, calendars, exports

    def render(self, item: Mapping[str, Any], language: str, conversation_id: str) -> Reply:
        """Turn one thing to be said in a conversation into a reply; its buttons keep their internal payloads.

        Besides what `Texts.render` knows: `picture` (what is to be drawn), `calendar` (the id of a booking
        that goes into the customer's calendar), `export` (what is kept of the customer, as a file). Whoever
        says them knows neither key nor address.
        """
        reply = self.texts.render(item, language)
        if item.get("picture"):
            reply = replace(reply, image=self._pictures.link(item["picture"]))
        links: tuple[tuple[str, str], ...] = ()
        if item.get("calendar") is not None:
            links += self._calendars.links(item["calendar"])
        if item.get("export"):
            # Of this conversation, whatever the item says.
            links += self._exports.links(conversation_id, datetime.now(UTC))
        shown = tuple(Link(self.texts.say(title, language), url) for title, url in links)
        return replace(reply, links=reply.links + shown) if shown else reply
