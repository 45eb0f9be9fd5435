"""Whole conversations in every language, over the REST channel of the real assistant.

A file of `<language>/<subject>.yml` is a list of {id, lang, turns}. A turn says something (`say`), or presses a
button of the last replies (`press`: what its title matches), with `metadata` where the channel would send some.
`expect` is held against all replies of the turn together, texts and titles of buttons alike:
  all: [regex]   each is found              any: [regex]   at least one is found
  none: [regex]  not one is found           lang: en       the replies' language (the conversation's by default)
  buttons: N     at least so many           max: N         at most so many replies
`full` lists what others say who book one time of a day ({hour} of {full}); every time of a day some weeks off is
booked by them before the conversation begins, so that {full} is a full day in it.
{day+N}, {sat} and {sun} stand for days from today on, the next Saturday and the Sunday after it, in ISO 8601.
A reference that was shown last stands as {reference}.
"""

import json
import os
import re
import urllib.request
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.database import Database
from knowledge.handovers import Handover
from tests.conversations.judge import faults, language_of
from tests.stack import Stack

HERE = Path(__file__).parent
LANGUAGES = ("en", "ms", "zh", "th")
EXPECTATIONS = {"all", "any", "none", "lang", "buttons", "max"}
SECONDS = 60
REFERENCE = re.compile(r"\b(?:TD|SV|HC)-[2-9A-Z]{6}\b")
YES = "Yes, go ahead"

Replies = list[dict[str, Any]]


def files() -> list[Path]:
    return sorted(HERE.glob("*/*.yml"))


def conversations() -> Iterator[Any]:
    for path in files():
        for conversation in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(conversation, id=f"{path.parent.name}-{path.stem}-{conversation['id']}")


def days() -> dict[str, str]:
    """Return what stands for days in what is said and expected."""
    today = date.today()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    ahead = {f"day+{number}": today + timedelta(days=number) for number in range(61)}
    named = {**ahead, "sat": saturday, "sun": saturday + timedelta(days=1), "past": today - timedelta(days=9)}
    return {name: day.isoformat() for name, day in named.items()}


def filled(template: str, names: dict[str, str]) -> str:
    return re.sub(r"\{([a-z+\d]+)\}", lambda match: names.get(match.group(1), match.group()), template)


class Talk:
    """One customer's conversation over the REST channel."""

    def __init__(self, url: str) -> None:
        self._url = f"{url}/webhooks/rest/webhook"
        self._sender = f"customer-{uuid.uuid4().hex}"
        self._last: Replies = []

    def send(self, message: str, metadata: dict[str, Any] | None = None) -> Replies:
        body = {"sender": self._sender, "message": message, "metadata": metadata or {}}
        request = urllib.request.Request(
            self._url, json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            self._last = json.load(answer)
        return self._last

    def press(self, title: str) -> Replies:
        buttons = [button for reply in self._last for button in reply.get("buttons", [])]
        found = [button for button in buttons if re.search(title, button["title"], re.IGNORECASE)]
        assert found, f"no button {title!r} among {[button['title'] for button in buttons]}"
        return self.send(found[0]["payload"])


def shown(replies: Replies) -> str:
    """Return all that the customer reads in the replies."""
    return "\n".join(
        "\n".join([reply.get("text", ""), *(button["title"] for button in reply.get("buttons", []))])
        for reply in replies
    )


def check(
    replies: Replies, expect: dict[str, Any], language: str, names: dict[str, str] | None = None
) -> list[str]:
    """Return what is wrong with the replies of a turn."""
    assert set(expect) <= EXPECTATIONS, f"unknown expectation: {set(expect) - EXPECTATIONS}"
    text = shown(replies)

    def found(pattern: str) -> bool:
        return re.search(filled(pattern, names or {}), text, re.IGNORECASE) is not None

    wrong = [fault for reply in replies for fault in faults(reply)]
    wrong += [f"not found: {pattern}" for pattern in expect.get("all", []) if not found(pattern)]
    wrong += [f"found: {pattern}" for pattern in expect.get("none", []) if found(pattern)]
    if "any" in expect and not any(map(found, expect["any"])):
        wrong.append(f"none of: {expect['any']}")
    spoken = {language_of(reply.get("text", "")) for reply in replies}
    if spoken != {expect.get("lang", language)}:
        wrong.append(f"spoken: {spoken}, not {expect.get('lang', language)}")
    buttons = sum(len(reply.get("buttons", [])) for reply in replies)
    if buttons < expect.get("buttons", 0):
        wrong.append(f"{buttons} buttons, not {expect['buttons']}")
    if len(replies) > expect.get("max", len(replies)):
        wrong.append(f"{len(replies)} replies, not {expect['max']}")
    return wrong


def book(address: str, wishes: list[str], names: dict[str, str]) -> bool:
    """Book as another customer would; return whether the time was to be had."""
    other = Talk(address)
    for wish in wishes:
        replies = other.send(filled(wish, names))
    if not any(button["title"] == YES for reply in replies for button in reply.get("buttons", [])):
        return False
    assert REFERENCE.search(shown(other.press(YES)))
    return True


def fill_a_day(address: str, wishes: list[str], language: str) -> str:
    """Book every time of the first day that is open from some weeks off on, and return it."""
    first = date.today() + timedelta(days=20 + 5 * LANGUAGES.index(language))
    for day in (first + timedelta(days=number) for number in range(5)):
        booked = 0
        for hour in range(9, 21):
            while book(address, wishes, {"full": day.isoformat(), "hour": f"{hour}:00"}):
                booked += 1
        if booked:
            return day.isoformat()
    raise AssertionError(f"nothing can be booked from {first} on")


@pytest.mark.parametrize("conversation", list(conversations()))
def test_conversation(conversation: dict[str, Any], address: str) -> None:
    talk = Talk(address)
    names = days()
    if "full" in conversation:
        names["full"] = fill_a_day(address, conversation["full"], conversation["lang"])
    for number, turn in enumerate(conversation["turns"], 1):
        if "press" in turn:
            replies = talk.press(filled(turn["press"], names))
        else:
            # A long message is written as [text, times].
            said = turn["say"] if isinstance(turn["say"], str) else turn["say"][0] * turn["say"][1]
            replies = talk.send(filled(said, names), turn.get("metadata"))
        wrong = check(replies, turn.get("expect", {}), conversation["lang"], names)
        if reference := REFERENCE.search(shown(replies)):
            names["reference"] = reference.group()
        asked = turn.get("press") or turn["say"]
        assert not wrong, f"turn {number} ({asked}): " + "; ".join(wrong) + "\n" + shown(replies)


def test_every_language_has_the_same_conversations() -> None:
    ids = {
        language: {
            path.stem: [each["id"] for each in yaml.safe_load(path.read_text(encoding="utf-8"))]
            for path in files()
            if path.parent.name == language
        }
        for language in LANGUAGES
    }
    assert ids["en"]
    assert all(ids[language] == ids["en"] for language in LANGUAGES)
    assert all(len(set(each)) == len(each) for each in ids["en"].values())


@pytest.mark.skipif("ASSISTANT_URL" in os.environ, reason="that assistant's database is its own affair")
def test_a_callback_is_stored_with_number_language_and_transcript(stack: Stack) -> None:
    talk = Talk(stack.url)
    talk.send("精灵三号 premium 几钱")
    talk.send("麻烦打个电话给我")
    [reply] = talk.send("012-999 0001")
    reference = re.search(r"CB-\w{6}", reply["text"])
    assert reference is not None
    with Database(stack.database_url) as database, database.reading() as session:
        stored = session.query(Handover).filter_by(reference=reference.group()).one()
        session.expunge(stored)
    assert (stored.kind, stored.phone, stored.language, stored.market, stored.status) == (
        "callback",
        "+60129990001",
        "zh",
        "MY",
        "waiting",
    )
    assert stored.topic == "ask_price"
    said = [line["text"] for line in stored.transcript if line["author"] == "customer"]
    assert said == ["精灵三号 premium 几钱", "麻烦打个电话给我", "012-999 0001"]
