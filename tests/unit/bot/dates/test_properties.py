"""What holds for every text, every date and every hour."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

pytest.importorskip("hypothesis")
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import find, find_all, merge, resolve
from bot.dates.lexer import VOCABULARY, chinese

settings.register_profile("dates", deadline=None, max_examples=200, derandomize=True)
settings.load_profile("dates")

ZONES = [ZoneInfo("Asia/Kuala_Lumpur"), ZoneInfo("Asia/Bangkok")]
WORDS = sorted(VOCABULARY.words)
NOWS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31)).flatmap(
    lambda moment: st.sampled_from([moment.replace(tzinfo=zone) for zone in ZONES])
)
NUMBERS = st.one_of(
    st.integers(0, 9999).map(str),
    st.tuples(st.integers(0, 40), st.sampled_from(".:/-"), st.integers(0, 70)).map(
        lambda n: f"{n[0]}{n[1]}{n[2]:02}"
    ),
)
SPOKEN = st.lists(st.one_of(st.sampled_from(WORDS), NUMBERS, st.sampled_from(",.-?~ ")), max_size=7).flatmap(
    lambda words: st.sampled_from(["".join(words), " ".join(words)])
)
TEXTS = st.one_of(st.text(max_size=40), SPOKEN)

EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MS = [
    "Januari",
    "Februari",
    "Mac",
    "April",
    "Mei",
    "Jun",
    "Julai",
    "Ogos",
    "September",
    "Oktober",
    "November",
    "Disember",
]
TH = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
TH_SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
TH_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ZH_DIGITS = "零一二三四五六七八九十"


def in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else ZH_DIGITS[tens])
        + ("十" if tens else "")
        + (ZH_DIGITS[ones] if ones or not tens else "")
    )


def nth(number: int) -> str:
    return f"{number}{'th' if 10 < number < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def with_year(day: date) -> list[str]:
    number, month, year, buddhist = day.day, day.month - 1, day.year, day.year + 543
    return [
        f"{number} {EN[month]} {year}",
        f"{EN[month]} {nth(number)}, {year}",
        f"{nth(number)} of {EN[month][:3]} {year}",
        f"{day:%d/%m/%Y}",
        f"{number}-{day.month}-{year}",
        f"{number}.{day.month}.{year % 100:02}",
        f"{day:%Y-%m-%d}",
        f"{number} {MS[month]} {year}",
        f"{number}hb {MS[month]} {year}",
        f"{year}年{day.month}月{number}日",
        f"{year}年{in_chinese(day.month)}月{in_chinese(number)}号",
        f"{number} {TH[month]} {buddhist}",
        f"วันที่ {number} {TH_SHORT[month]} {buddhist % 100:02}",
        f"{number} {TH[month]} พ.ศ. {buddhist}".translate(TH_DIGITS),
        f"{number}/{day.month}/{buddhist}",
    ]


def without_year(day: date) -> list[str]:
    number, month = day.day, day.month - 1
    return [
        f"{number} {EN[month]}",
        f"on {EN[month]} {nth(number)}",
        f"{number} haribulan {day.month}",
        f"pada {number}/{day.month}",
        f"{number} {MS[month]}",
        f"{day.month}月{number}号",
        f"{in_chinese(day.month)}月{in_chinese(number)}日",
        f"วันที่ {number} {TH[month]}",
        f"{number} {TH_SHORT[month]}",
    ]


def thai_hour(hour: int, minute: int) -> str:
    """Write an hour by the six-hour clock."""
    minutes = {0: "", 30: "ครึ่ง"}.get(minute, f" {minute} นาที")
    if hour < 6:
        return f"ตี {hour}{minutes}"
    if hour < 12:
        return (
            f"{hour} โมงเช้า{minutes}"
            if not minutes
            else f"{hour} โมง{minutes}เช้า"
            if hour == 6
            else f"{hour} โมง{minutes}"
        )
    if hour == 12:
        return f"เที่ยง{minutes}"
    if hour == 13:
        return f"บ่ายโมง{minutes}"
    if hour < 16:
        return f"บ่าย {hour - 12} โมง{minutes}"
    if hour < 19:
        return f"{hour - 12} โมง{minutes}เย็น"
    return f"{hour - 18} ทุ่ม{minutes}"


def hours(moment: time) -> list[str]:
    hour, minute = moment.hour, moment.minute
    twelve = (hour - 1) % 12 + 1
    malay = "pagi" if hour < 12 else "tengah hari" if hour < 14 else "petang" if hour < 19 else "malam"
    chinese_part = (
        "凌晨"
        if hour < 6
        else "早上"
        if hour < 12
        else "中午"
        if hour == 12
        else "下午"
        if hour < 18
        else "晚上"
    )
    said = [
        f"{twelve}:{minute:02} {'am' if hour < 12 else 'pm'}",
        f"at {twelve}.{minute:02}{'am' if hour < 12 else 'pm'}",
        f"pukul {twelve}.{minute:02} {malay}",
        f"{chinese_part}{twelve}点{f'{minute}分' if minute else ''}",
        f"{chinese_part}{in_chinese(twelve)}点{f'{in_chinese(minute)}分' if minute else ''}",
        f"{hour}.{minute:02} น.",
        thai_hour(hour, minute) if (hour, minute) != (12, 0) else "12.00 น.",
    ]
    return [*said, f"{hour}:{minute:02}"] if hour > 12 else said


@given(TEXTS)
def test_whatever_is_said_is_read_without_an_error(text: str) -> None:
    for found in find_all(text):
        assert all(0 <= each.start < each.end <= len(text) for each in found)
        assert all(one.end <= two.start for one, two in pairwise(found))
        for each in found:
            assert json.loads(json.dumps(each.expression)) == each.expression


@given(SPOKEN, NOWS)
def test_whatever_is_found_has_a_meaning(text: str, now: datetime) -> None:
    for each in find(text):
        meant = resolve(each.expression, now)
        assert meant.has_day or meant.has_time
        for reading in meant.readings:
            assert reading.start.tzinfo is now.tzinfo
            assert reading.end.tzinfo is now.tzinfo
            assert reading.start <= reading.end
            this_minute = now.replace(second=0, microsecond=0)
            assert "in_the_past" in meant.unclear or reading.end >= this_minute
        if len(meant.readings) > 1:
            assert meant.unclear
        if not meant.readings and meant.has_day:
            assert set(meant.unclear) & {"no_such_day", "no_such_time", "how_soon"}


@given(SPOKEN, SPOKEN, NOWS)
def test_what_is_said_in_two_steps_has_a_meaning(first: str, second: str, now: datetime) -> None:
    said = [each.expression for text in (first, second) for each in find(text)]
    for one, two in pairwise(said):
        resolve(merge(one, two), now)


@given(NOWS, st.integers(0, 4000))
def test_dates_with_a_year_come_back_in_every_language(now: datetime, ahead: int) -> None:
    day = now.date() + timedelta(ahead)
    for text in with_year(day):
        [found] = find(f"book {text}")
        meant = resolve(found.expression, now)
        assert list(meant.days) == [(day, day)], text
        assert meant.unclear == (), text


@given(NOWS, st.integers(0, 250))
def test_dates_without_a_year_come_back_in_every_language(now: datetime, ahead: int) -> None:
    day = now.date() + timedelta(ahead)
    for text in without_year(day):
        if "24/7" in text:  # always open, rather than the 24th of July
            continue
        [found] = find(text)
        meant = resolve(found.expression, now)
        assert list(meant.days) == [(day, day)], text
        assert meant.unclear == (), text


@given(st.integers(1, 23), st.sampled_from([0, 15, 30, 45]), NOWS)
def test_hours_come_back_in_every_language(hour: int, minute: int, now: datetime) -> None:
    moment = time(hour, minute)
    for text in hours(moment):
        [found] = find(text)
        assert found.end - found.start == len(text), text
        meant = resolve(found.expression, now)
        assert meant.hours == ((moment, moment),), text
        assert meant.unclear == (), text
        tomorrow = resolve(merge({"day": {"in": 1, "unit": "day"}}, found.expression), now)
        assert tomorrow.start is not None
        assert tomorrow.start.replace(tzinfo=None) == datetime.combine(now.date() + timedelta(1), moment)


@given(
    NOWS,
    st.sampled_from(
        ["saturday", "hari sabtu", "星期六", "วันเสาร์", "sat depan", "เสาร์หน้า", "下个星期六", "next sat"]
    ),
)
def test_a_weekday_is_always_that_day(now: datetime, text: str) -> None:
    [found] = find(text)
    meant = resolve(found.expression, now)
    assert meant.days
    assert all(first == last and first.weekday() == 5 for first, last in meant.days)
    assert all(0 <= (first - now.date()).days <= 14 for first, last in meant.days)


@given(st.integers(0, 99))
def test_chinese_numerals(number: int) -> None:
    assert chinese(in_chinese(number)) == number
    assert chinese(in_chinese(number).replace("二十", "廿").replace("三十", "卅")) == number


def test_now_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        resolve({"day": {"in": 1, "unit": "day"}}, datetime(2026, 6, 15))


@pytest.mark.parametrize(
    "expression",
    [{"day": {"in": 9999, "unit": "year", "exact": True}}, {"day": {"in": 10**9, "unit": "day"}}],
)
def test_days_beyond_the_calendar_are_no_days(expression: dict[str, Any]) -> None:
    assert resolve(expression, datetime(2026, 6, 15, tzinfo=ZONES[0])).unclear == ("no_such_day",)
