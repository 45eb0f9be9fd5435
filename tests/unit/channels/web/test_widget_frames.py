import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.message import Location
from channels.web import frames
from channels.web.frames import FrameError, parse

SAY = {"type": "message", "id": "0123456789abcdef", "text": "hello"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def say(**changes: Any) -> str:
    return json.dumps({**SAY, **changes})


def refused(raw: str) -> tuple[str, str | None]:
    with pytest.raises(FrameError) as caught:
        parse(raw)
    return caught.value.code, caught.value.event_id


def test_every_kind_of_frame_is_read() -> None:
    hello = {"v": 1, "type": "hello", "token": "t", "last": 7, "language": "th"}
    assert parse(json.dumps(hello)) == frames.Hello("t", 7, "th")
    assert parse('{"type": "seen", "id": 3}') == frames.Seen(3)
    assert parse('{"type": "earlier", "before": 9}') == frames.Earlier(9)
    assert parse('{"type": "language", "language": "zh"}') == frames.ChooseLanguage("zh")
    assert parse('{"type": "ping"}') == frames.Ping()
    place = {"latitude": 3.139, "longitude": 101.6869}
    whole = say(choice="b-0123456789ab", language="ms", location=place)
    assert parse(whole) == frames.Say(SAY["id"], "hello", "b-0123456789ab", "ms", Location(3.139, 101.6869))


def test_text_is_trimmed_and_made_whole() -> None:
    frame = parse(say(text="  a\x00b \ud83d\n"))
    assert isinstance(frame, frames.Say)
    assert frame.text == "ab ?"


def test_four_thousand_characters_are_taken_whatever_they_are() -> None:
    for character in ("a", "ก", "车", "🚗"):
        frame = parse(say(text=character * 4000))
        assert isinstance(frame, frames.Say)
        assert len(frame.text) == 4000
        assert refused(say(text=character * 4001)) == ("too_long", SAY["id"])


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00"])
def test_an_empty_message_is_refused(text: str) -> None:
    assert refused(say(text=text)) == ("empty", SAY["id"])


@pytest.mark.parametrize(
    "changes",
    [
        {"text": 1},
        {"text": None},
        {"choice": "/greet"},
        {"choice": '/inform{"a":1}'},
        {"choice": 3},
        {"language": "../../etc"},
        {"language": 5},
        {"location": "here"},
        {"location": {"latitude": 91, "longitude": 0}},
        {"location": {"latitude": True, "longitude": 0}},
        {"location": {"latitude": float("nan"), "longitude": 0}},
        {"location": {"latitude": 3.1}},
    ],
)
def test_a_message_with_a_wrong_part_is_refused_by_its_id(changes: dict[str, Any]) -> None:
    assert refused(say(**changes)) == ("bad_frame", SAY["id"])


@pytest.mark.parametrize("event_id", [None, "", "short", "with:colon:inside", "a" * 65, 5, "ก" * 10])
def test_a_message_needs_a_proper_id(event_id: object) -> None:
    assert refused(say(id=event_id)) == ("bad_frame", None)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "{",
        "null",
        "[]",
        '"hello"',
        "{}",
        '{"type": "hello"',
        '{"type": "unknown"}',
        '{"type": ["message"]}',
        "[" * 100_000,
        '{"type": "seen", "id": -1}',
        '{"type": "seen", "id": true}',
        '{"type": "seen", "id": 1e400}',
        '{"type": "earlier", "before": "1"}',
        '{"type": "language"}',
        '{"type": "seen", "id": 99999999999999999999}',
    ],
)
def test_what_is_no_frame_is_refused(raw: str) -> None:
    assert refused(raw) == ("bad_frame", None)


def test_another_protocol_is_told_to_reload() -> None:
    assert refused('{"type": "hello", "v": 2, "token": "t"}') == ("version", None)


@given(JSON)
def test_no_json_breaks_the_reader(value: Any) -> None:
    with pytest.raises(FrameError):
        parse(json.dumps(value))


@given(st.dictionaries(st.sampled_from(["type", "id", "text", "choice", "language", "location", "v"]), JSON))
def test_no_content_of_a_message_breaks_the_reader(content: dict[str, Any]) -> None:
    try:
        frame = parse(json.dumps({**SAY, **content}))
    except FrameError:
        return
    assert isinstance(frame, frames.Say | frames.Ping)
