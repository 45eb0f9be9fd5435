"""What a message wishes, what it rules out, and by how much it moves a time."""

from datetime import timedelta

import pytest

from bot.actions.bookings.said import Shift, Times, shift, times
from bot.actions.turn import Entity, Question
from bot.dates import find

HOUR = {"amount": 1, "unit": "hour"}


def heard(text: str) -> Question:
    found = [
        Entity("date_time", text[each.start : each.end], each.start, None, each.end) for each in find(text)
    ]
    return Question("inform", text, tuple(found))


@pytest.mark.parametrize(
    ("text", "wished", "ruled_out"),
    [
        ("tomorrow", ["tomorrow"], []),
        ("not tomorrow", [], ["tomorrow"]),
        ("not Saturday but Sunday", ["Sunday"], ["Saturday"]),
        ("can't make it on Saturday, Sunday then", ["Sunday"], ["Saturday"]),
        ("Friday instead of Thursday", ["Friday"], ["Thursday"]),
        ("Saturday doesn't work", [], ["Saturday"]),
        ("why not Saturday", ["Saturday"], []),
        ("bukan esok", [], ["esok"]),
        ("Sabtu tak boleh, Ahad boleh?", ["Ahad"], ["Sabtu"]),
        ("Sabtu tak boleh Ahad boleh", ["Ahad"], ["Sabtu"]),
        ("Sabtu boleh tak", ["Sabtu"], []),
        ("明天不行", [], ["明天"]),
        ("星期六不行，星期天呢", ["星期天"], ["星期六"]),
        ("明天行不行", ["明天"], []),
        ("星期五可不可以", ["星期五"], []),
        ("พรุ่งนี้ไม่ว่าง", [], ["พรุ่งนี้"]),
        ("ไม่ใช่วันเสาร์ วันอาทิตย์", ["วันอาทิตย์"], ["วันเสาร์"]),
        ("วันเสาร์ได้ไหม", ["วันเสาร์"], []),
    ],
)
def test_what_does_not_suit_is_told_from_what_does(text, wished, ruled_out):
    said = times(heard(text))
    assert ([each.strip() for each in said.wished], [each.strip() for each in said.ruled_out]) == (
        wished,
        ruled_out,
    )


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("Saturday or Sunday", True),
        ("Sabtu atau Ahad", True),
        ("星期六或者星期天", True),
        ("วันเสาร์หรือวันอาทิตย์", True),
        ("from Saturday to Sunday", False),
        ("Saturday", False),
    ],
)
def test_one_of_several_would_do(text, either):
    assert times(heard(text)).either == either


@pytest.mark.parametrize("text", ["Saturday, sorry, Sunday", "Sabtu eh silap, Ahad", "星期六，不对，星期天"])
def test_a_slip_is_taken_back_without_being_ruled_out(text):
    said = times(heard(text))
    assert (len(said.wished), said.ruled_out, said.either) == (1, (), False)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("an hour earlier please", True),
        ("make it one hour later", False),
        ("satu jam lebih awal", True),
        ("lewatkan sejam boleh", False),
        ("早一个小时", True),
        ("推迟一个小时", False),
        ("ขอเร็วขึ้นหนึ่งชั่วโมง", True),
        ("ขอช้าลงหนึ่งชั่วโมง", False),
    ],
)
def test_a_time_is_moved_by_so_much(text, earlier):
    assert shift(Question("inform", text, (Entity("duration", HOUR),))) == Shift(earlier, timedelta(hours=1))


def test_earlier_without_an_amount_has_none():
    assert shift(Question("inform", "anything earlier?")) == Shift(True)
    assert shift(Question("inform", "half past nine")) is None


def test_a_time_of_its_own_is_no_shift():
    text = "earlier, at 9am"
    assert shift(heard(text)) is None
    both = (Entity("date_time", {}, 0, None, 14), Entity("duration", HOUR, 0, None, 8))
    assert shift(Question("inform", "one hour later", both)) == Shift(False, timedelta(hours=1))


def test_nothing_said_is_nothing():
    assert times(Question("inform", "hello")) == Times()
