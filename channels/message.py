"""What every channel speaks: the message that a customer sent, and the reply that the customer gets."""

from dataclasses import dataclass, replace
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Location:
    """Where the customer is, as shared by the customer's device."""

    latitude: float
    longitude: float

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object."""
        return {"latitude": self.latitude, "longitude": self.longitude}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(data["latitude"], data["longitude"])


@dataclass(frozen=True, slots=True)
class Message:
    """What a customer sent, alike for every channel."""

    channel: str
    sender: str
    event_id: str  # unique within the channel: the same id is the same message
    text: str
    language: str | None = None  # chosen by the customer (language menu, metadata.language)
    location: Location | None = None
    hint: str | None = None  # what the customer's device speaks: counts where nothing else tells
    choice: str | None = None  # the token of a button that was pressed, where `text` is its title

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object; what is not there is left out."""
        data: dict[str, Any] = {
            "channel": self.channel,
            "sender": self.sender,
            "event_id": self.event_id,
            "text": self.text,
        }
        if self.language is not None:
            data["language"] = self.language
        if self.hint is not None:
            data["hint"] = self.hint
        if self.location is not None:
            data["location"] = self.location.to_json()
        if self.choice is not None:
            data["choice"] = self.choice
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        location = data.get("location")
        return cls(
            data["channel"],
            data["sender"],
            data["event_id"],
            data["text"],
            data.get("language"),
            Location.from_json(location) if location else None,
            data.get("hint"),
            data.get("choice"),
        )


@dataclass(frozen=True, slots=True)
class Button:
    """A quick reply; outside the gateway the payload is an opaque token."""

    title: str
    payload: str

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object."""
        return {"title": self.title, "payload": self.payload}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(data["title"], data["payload"])


@dataclass(frozen=True, slots=True)
class Table:
    """Figures side by side; every cell is text in the customer's language already."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def as_text(self) -> str:
        """Write the table as lines, for a channel that cannot draw one."""
        lines = [self.caption] if self.caption else []
        if any(self.columns):
            lines.append(" | ".join(self.columns))
        lines += [" | ".join(row) for row in self.rows]
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object."""
        return {
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "caption": self.caption,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(tuple(data["columns"]), tuple(tuple(row) for row in data["rows"]), data.get("caption", ""))


@dataclass(frozen=True, slots=True)
class Card:
    """A picture with a title, a line of text, a link and buttons; several cards make a carousel."""

    title: str
    subtitle: str = ""
    image: str | None = None
    alt: str = ""
    link: str | None = None
    buttons: tuple[Button, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object."""
        return {
            "title": self.title,
            "subtitle": self.subtitle,
            "image": self.image,
            "alt": self.alt,
            "link": self.link,
            "buttons": [button.to_json() for button in self.buttons],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(
            data["title"],
            data.get("subtitle", ""),
            data.get("image"),
            data.get("alt", ""),
            data.get("link"),
            tuple(Button.from_json(button) for button in data.get("buttons", ())),
        )


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open, below the text; one of our own may begin with a slash."""

    title: str
    url: str

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object."""
        return {"title": self.title, "url": self.url}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(data["title"], data["url"])


@dataclass(frozen=True, slots=True)
class Reply:
    """What the customer gets; `text` is always there and says what matters, drawn or not."""

    text: str
    buttons: tuple[Button, ...] = ()
    image: str | None = None
    alt: str = ""
    table: Table | None = None
    cards: tuple[Card, ...] = ()
    links: tuple[Link, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object; what is not there is left out."""
        data: dict[str, Any] = {"text": self.text}
        if self.buttons:
            data["buttons"] = [button.to_json() for button in self.buttons]
        if self.image is not None:
            data["image"] = self.image
        if self.alt:
            data["alt"] = self.alt
        if self.table is not None:
            data["table"] = self.table.to_json()
        if self.cards:
            data["cards"] = [card.to_json() for card in self.cards]
        if self.links:
            data["links"] = [link.to_json() for link in self.links]
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        table = data.get("table")
        return cls(
            data["text"],
            tuple(Button.from_json(button) for button in data.get("buttons", ())),
            data.get("image"),
            data.get("alt", ""),
            Table.from_json(table) if table else None,
            tuple(Card.from_json(card) for card in data.get("cards", ())),
            tuple(Link.from_json(link) for link in data.get("links", ())),
        )


def clean(message: Message) -> Message:
    """Return the message without what no database keeps and no language has: NUL and half surrogate pairs."""
    text = message.text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return message if text == message.text else replace(message, text=text)
