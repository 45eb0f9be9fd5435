"""What customers want from an outlet, in their own words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.actions.outlets.days import days_meant
from bot.actions.outlets.wish import Wish, wish
from bot.dates import find

NOW = datetime(2026, 12, 2, 19, 0, tzinfo=ZoneInfo("Asia/Kuala_Lumpur"))  # a Wednesday


@pytest.mark.parametrize(
    ("text", "service", "asked"),
    [
        ("who can service my #1 in Sabah", "service", None),
        ("nearest Service Centre", "service", None),
        ("where can i repair my car", "service", None),
        ("showroom near me", "sales", None),
        ("SHOWROOM", "sales", None),
        ("where can I see the car", "sales", None),
        ("where can i book a test drive", "test_drive", None),
        ("body & paint centre", "body_repair", None),
        ("showroom with a service centre", None, None),
        ("any dealer in kuching", None, None),
        ("phone number of the showroom", "sales", "phone"),
        ("what time does the service centre close", "service", "hours"),
        ("closest outlet", None, None),
        ("open on sunday?", None, "hours"),
        ("address please", None, "address"),
        ("how many outlets do you have", None, "list"),
        ("hotline number", None, "hotline"),
        ("bengkel terdekat", "service", None),
        ("pusat servis buka ahad?", "service", "hours"),
        ("bilik pameran kat mana", "sales", None),
        ("nak pandu uji kat mana", "test_drive", None),
        ("alamat showroom", "sales", "address"),
        ("no tel cawangan", None, "phone"),
        ("senarai cawangan", None, "list"),
        ("哪里可以修车", "service", None),
        ("展厅在哪", "sales", None),
        ("哪里可以试驾", "test_drive", None),
        ("钣金喷漆去哪里", "body_repair", None),
        ("几点开门", None, "hours"),
        ("电话号码", None, "phone"),
        ("地址发我", None, "address"),
        ("ศูนย์บริการใกล้ฉัน", "service", None),
        ("โชว์รูมอยู่ไหน", "sales", None),
        ("อยากทดลองขับ ไปที่ไหนได้", "test_drive", None),
        ("ศูนย์ซ่อมสีตัวถังอยู่ที่ไหน", "body_repair", None),
        ("เวลาทำการ", None, "hours"),
        ("ขอเบอร์หน่อย", None, "phone"),
        ("ขอพิกัดหน่อย", None, "address"),
        ("มีกี่สาขา", None, "list"),
        ("ศูนย์อยู่ไหน", None, None),
        ("", None, None),
    ],
)
def test_words_of_four_languages(text, service, asked):
    assert wish(text) == Wish(service, asked)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("open on Sunday?", ["2026-12-06"]),
        ("tomorrow", ["2026-12-03"]),
        ("Sabtu ini", ["2026-12-05"]),
        ("this weekend", ["2026-12-05", "2026-12-06"]),
        ("星期天有开吗", ["2026-12-06"]),
        ("วันอาทิตย์เปิดไหม", ["2026-12-06"]),
        ("25 dec", ["2026-12-25"]),
        ("are you open at 8pm", ["2026-12-02"]),
        ("yesterday", []),
    ],
)
def test_days_that_are_meant(text, days):
    [found] = find(text)
    assert days_meant(found.expression, NOW) == [date.fromisoformat(each) for each in days]


def test_a_long_stretch_is_cut_to_a_week_and_nothing_is_nothing():
    [found] = find("next month")
    assert len(days_meant(found.expression, NOW)) == 7
    assert days_meant(None, NOW) == []
