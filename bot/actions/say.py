"""What actions say: ids of messages with typed arguments; the words are in `bot/messages`."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

Item = dict[str, Any]


def say(response: str, *, buttons: Iterable[Item] = (), table: Item | None = None, **args: Any) -> Item:
    """Return one reply: a message of the catalogue with its arguments, buttons and table."""
    item: Item = {"response": response, "args": args}
    if buttons := list(buttons):
        item["buttons"] = buttons
    if table:
        item["table"] = table
    return item


def button(text: str, intent: str, entities: Mapping[str, Any] | None = None, **args: Any) -> Item:
    """Return a button that means an intent, with entities where it names something."""
    payload = f"/{intent}" + (json.dumps(dict(entities)) if entities else "")
    return {"text": text, "args": args, "payload": payload}


def words(message: str, **args: Any) -> Item:
    """Return another message of the catalogue as an argument."""
    return {"say": message, "args": args}


def money(amount: Decimal, currency: str) -> Item:
    """Return an amount of money as an argument."""
    return {"money": str(amount), "currency": currency}


def day(value: date) -> Item:
    """Return a day as an argument."""
    return {"date": value.isoformat()}


def moment(value: datetime, zone: str, style: Literal["time", "day", "day_time"]) -> Item:
    """Return an hour, a day with its weekday, or both, by the clock of a time zone, as an argument."""
    return {"moment": value.isoformat(), "zone": zone, "style": style}


def listed(parts: Iterable[Any], style: str = "standard") -> Item:
    """Return a list that reads as one ("a, b and c") as an argument."""
    return {"list": list(parts), "style": style}


def table(caption: Any, columns: Iterable[Any], rows: Iterable[Iterable[Any]]) -> Item:
    """Return a table as part of a reply."""
    return {"caption": caption, "columns": list(columns), "rows": [list(row) for row in rows]}
