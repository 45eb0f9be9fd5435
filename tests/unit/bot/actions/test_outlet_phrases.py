"""Opening hours as each language says them."""

from datetime import UTC, date, datetime

import pytest

from bot.actions.outlets import phrases
from knowledge import outlets
from knowledge.outlets import Calendar, DayOff, Opening

HOLIDAY = DayOff("holiday", {"en": "Deepavali", "ms": "Hari Deepavali", "zh": "屠妖节", "th": "วันดีปาวลี"})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text + "+08:00").astimezone(UTC)


NOW = at("2026-12-02T12:00")  # a Wednesday
STATES = {
    "open": Opening(True, at("2026-12-02T18:00"), at("2026-12-03T09:00"), None),
    "lunch": Opening(True, at("2026-12-02T13:00"), at("2026-12-02T14:00"), None),
    "always": Opening(True, None, None, None),
    "today": Opening(False, None, at("2026-12-02T14:00"), None),
    "tomorrow": Opening(False, None, at("2026-12-03T10:00"), DayOff("weekly")),
    "holiday": Opening(False, None, at("2026-12-05T10:30"), HOLIDAY),
    "unknown": Opening(False, None, None, DayOff("closure")),
}


@pytest.fixture(name="pj")
def a_sample(session):
    return outlets.outlet(session, "sample_petaling_jaya")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("open", ("open now until 6 pm", "buka sekarang hingga 6 petang", "营业中，到下午6点", "เปิดอยู่ ถึง 18:00 น.")),
        ("lunch", ("open now until 1 pm, and again from 2 pm", "buka sekarang hingga 1 tengah hari, dan buka semula 2 petang", "营业中，到下午1点，下午2点再开门", "เปิดอยู่ ถึง 13:00 น. และเปิดอีกครั้ง 14:00 น.")),
        ("always", ("open round the clock", "buka 24 jam", "24小时营业", "เปิดตลอด 24 ชั่วโมง")),
        ("today", ("closed now, opens today at 2 pm", "tutup sekarang, buka hari ini pukul 2 petang", "现在休息，今天下午2点开门", "ตอนนี้ปิดอยู่ จะเปิดวันนี้ 14:00 น.")),
        ("tomorrow", ("closed today, opens tomorrow at 10 am", "tutup hari ini, buka esok pukul 10 pagi", "今天休息，明天上午10点开门", "วันนี้ปิด จะเปิดพรุ่งนี้ 10:00 น.")),
        ("holiday", ("closed today for Deepavali, opens Sat 5 Dec, 10:30 am", "tutup hari ini sempena Hari Deepavali, buka Sabtu 5 Dis, 10:30 pagi", "今天屠妖节休息，12月5日（周六）上午10:30开门", "วันนี้ปิดเนื่องในวันดีปาวลี จะเปิดวันเสาร์ที่ 5 ธ.ค. 10:30 น.")),
        ("unknown", ("closed today, when it opens again isn't on record", "tutup hari ini, masa buka semula tiada dalam rekod", "今天休息，什么时候再开没有资料", "วันนี้ปิด ไม่มีข้อมูลว่าจะเปิดอีกเมื่อไร")),
    ],
)  # fmt: skip
def test_whether_it_is_open(texts, pj, state, said):
    item = phrases.status(pj, STATES[state], NOW)
    assert tuple(texts.value(item, language) for language in ("en", "ms", "zh", "th")) == said


def test_tomorrow_is_by_the_clock_of_the_outlet(texts, pj):
    late = at("2026-12-02T23:30")
    item = phrases.status(pj, Opening(False, None, at("2026-12-03T09:00"), None), late)
    assert texts.value(item, "en") == "closed now, opens tomorrow at 9 am"
    after_midnight = phrases.status(
        pj, Opening(False, None, at("2026-12-03T09:00"), None), at("2026-12-03T00:30")
    )
    assert texts.value(after_midnight, "en") == "closed now, opens today at 9 am"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Mon–Thu 8:30 am–5:30 pm · Fri 8:30 am–12:30 pm and 2:30 pm–5:30 pm · Sat 8:30 am–1 pm · Sun closed"),
        ("ms", "Isnin–Khamis 8:30 pagi–5:30 petang · Jumaat 8:30 pagi–12:30 tengah hari dan 2:30 petang–5:30 petang · Sabtu 8:30 pagi–1 tengah hari · Ahad tutup"),
        ("zh", "周一至周四 上午8:30至下午5:30 · 周五 上午8:30至中午12:30和下午2:30至下午5:30 · 周六 上午8:30至下午1点 · 周日 休息"),
        ("th", "จันทร์–พฤหัสบดี 08:30 น. ถึง 17:30 น. · ศุกร์ 08:30 น. ถึง 12:30 น. และ 14:30 น. ถึง 17:30 น. · เสาร์ 08:30 น. ถึง 13:00 น. · อาทิตย์ ปิด"),
    ],
)  # fmt: skip
def test_a_week(session, texts, language, said):
    item = phrases.week(outlets.weekly_hours(session, "sample_shah_alam"))
    assert texts.value(item, language) == said


def test_every_day_alike(session, texts):
    item = phrases.week(outlets.weekly_hours(session, "sample_kuala_lumpur"))
    assert texts.value(item, "en") == "daily 10 am–10 pm"
    assert texts.value(phrases.week({0: ((1080, 1440),)}), "en") == "Mon 6 pm–12 midnight · Tue–Sun closed"


def test_days_with_their_reasons(session, texts):
    kb = outlets.outlet(session, "sample_kota_bharu")
    calendar = Calendar(session, [kb.key], date(2027, 3, 9), date(2027, 3, 13))
    said = [texts.value(phrases.day_hours(calendar, kb, date(2027, 3, day)), "en") for day in (9, 10, 12)]
    assert said == [
        "Tue 9 Mar: 9 am–6 pm",
        "Wed 10 Mar: closed for Hari Raya Aidilfitri, though the date isn't final",
        "Fri 12 Mar: closed",
    ]
    week = outlets.weekly_hours(session, kb.key)
    off = phrases.days_off(calendar, kb, week, date(2027, 3, 9), 5)
    assert [texts.value(each, "en") for each in off] == [
        "Wed 10 Mar: Hari Raya Aidilfitri (the date isn't final)",
        "Thu 11 Mar: Hari Raya Aidilfitri (the date isn't final)",
    ]
