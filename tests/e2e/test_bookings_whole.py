"""Each kind of booking made, moved and cancelled in a browser, in each language, on the whole assistant."""

import re
from dataclasses import dataclass
from datetime import datetime

import pytest
from playwright.async_api import Browser, expect
from sqlalchemy import Row, select

from channels.texts import Texts
from knowledge.bookings.tables import Booking
from knowledge.database import Database
from tests.e2e.conftest import DESKTOP, PHONE, Widget
from tests.stack import Stack

TEXTS = Texts.load()
LOCALES = {"en": "en-MY", "ms": "ms-MY", "zh": "zh-CN", "th": "th-TH"}
A_TIME = re.compile(r"\d[.: ]?\d*")
NAMES = {"en": "Aisyah Rahman", "ms": "Nurul Huda", "zh": "陈美玲", "th": "สมชาย ใจดี"}
PHONES = {"en": "012-555 0142", "ms": "013-555 0188", "zh": "016-555 0199", "th": "081 555 0123"}
PLATES = {"en": "VAB 1234", "ms": "WXY 4321", "zh": "JQR 88", "th": "1กข 1234"}
# What opens each booking, and the buttons and words that answer the questions that follow.
DRIVE = {
    "en": "I'd like to test drive the #1 in Petaling Jaya",
    "ms": "saya nak pandu uji #1 di Petaling Jaya",
    "zh": "我想在八打灵试驾精灵1号",
    "th": "อยากทดลองขับ #1 ที่เชียงใหม่ค่ะ",
}
SERVICE = {
    "en": "book a regular service for my car in Johor Bahru",
    "ms": "nak tempah servis berkala kereta di Johor Bahru",
    "zh": "我要预约保养，地点新山",
    "th": "จองเข้าศูนย์เช็กระยะที่กรุงเทพค่ะ",
}
SURVEY = {
    "en": "please survey my house for a home charger",
    "ms": "nak tempah tinjauan pengecas rumah",
    "zh": "我想预约家用充电桩勘察",
    "th": "ขอจองให้มาสำรวจบ้านเพื่อติดตั้งที่ชาร์จค่ะ",
}
HOMES = {
    "en": "12 Jalan SS 2/24, 47300 Petaling Jaya",
    "ms": "No. 8, Jalan Tebrau 3, 80300 Johor Bahru",
    "zh": "15, Jalan Burma, 10050 George Town, Penang",
    "th": "99/12 ถนนสุขุมวิท 71 กรุงเทพมหานคร",
}


@dataclass
class Customer:
    """Somebody who books in the widget, in one language."""

    widget: Widget
    language: str

    async def say(self, text: str) -> None:
        await self.widget.ask(text)
        await expect(self.widget.panel.locator(".typing")).to_be_hidden()

    async def press(self, title: str | re.Pattern[str]) -> None:
        """Press the first button of the last replies with this message of the catalogue, or this pattern."""
        words = TEXTS.say(title, self.language) if isinstance(title, str) else title
        button = self.widget.panel.locator(".choices button").filter(has_text=words).first
        before = await self.widget.theirs.count()
        await button.click()
        await self.widget.theirs.nth(before).wait_for()
        await expect(self.widget.panel.locator(".typing")).to_be_hidden()

    async def is_asked(self, message: str) -> None:
        await expect(self.widget.theirs.last).to_contain_text(TEXTS.say(message, self.language))

    async def tell_who_they_are(self) -> None:
        await self.is_asked("utter_ask_booking_name")
        await self.say(NAMES[self.language])
        await self.is_asked("utter_ask_booking_phone")
        await self.say(PHONES[self.language])

    async def begin_drive(self) -> None:
        await self.say(DRIVE[self.language])
        await self.press(A_TIME)

    async def begin_service(self) -> None:
        await self.say(SERVICE[self.language])
        await self.press(A_TIME)
        await self.is_asked("utter_ask_booking_stay")
        await self.press("button_stay_wait")
        await self.is_asked("utter_ask_booking_plate")
        await self.say(PLATES[self.language])

    async def begin_survey(self) -> None:
        await self.say(SURVEY[self.language])
        await self.is_asked("utter_ask_booking_address")
        await self.say(HOMES[self.language])
        await self.is_asked("utter_ask_booking_dwelling")
        await self.press("button_dwelling_house")
        await self.is_asked("utter_ask_booking_phase")
        await self.press("button_phase_three")
        await self.press(A_TIME)


BEGIN = {
    "test_drive": Customer.begin_drive,
    "service": Customer.begin_service,
    "home_charger": Customer.begin_survey,
}


@pytest.mark.parametrize("language", list(LOCALES))
@pytest.mark.parametrize("kind", list(BEGIN))
async def test_a_booking_is_made_moved_and_cancelled(
    chromium: Browser, stack: Stack, kind: str, language: str
) -> None:
    phone = kind == "service"  # one of the kinds on a small screen
    context = await chromium.new_context(viewport=PHONE if phone else DESKTOP, locale=LOCALES[language])
    widget = Widget(await context.new_page())
    await widget.page.goto(stack.url)
    customer = Customer(await widget.open(), language)

    await BEGIN[kind](customer)
    await customer.tell_who_they_are()
    await expect(widget.theirs.last).to_contain_text(NAMES[language])
    await customer.press("button_book_yes")
    made = await _shown(stack, widget)
    assert (made.kind, made.state) == (kind, "confirmed")

    await customer.press("button_change")
    await customer.press(A_TIME)
    await customer.press("button_book_yes")
    moved = await _shown(stack, widget)
    assert (moved.id, moved.sequence) == (made.id, 1)
    assert moved.starts_at != made.starts_at

    await customer.press("button_cancel_booking")
    await customer.press("button_cancel_yes")
    cancelled = await _shown(stack, widget)
    assert (cancelled.id, cancelled.state) == (made.id, "cancelled")

    spoken = await widget.theirs.evaluate_all("all => all.map(each => each.closest('[lang]').lang)")
    assert set(spoken) == {language}
    assert widget.problems == []
    await context.close()


async def _shown(stack: Stack, widget: Widget) -> Row[tuple[int, str, str, int, datetime]]:
    """Return what is on record of the booking whose reference is in the last reply."""
    found = re.search(r"(?:TD|SV|HC)-[2-9A-Z]{6}", await widget.theirs.last.inner_text())
    assert found, await widget.theirs.last.inner_text()
    asked = select(Booking.id, Booking.kind, Booking.state, Booking.sequence, Booking.starts_at)
    with Database(stack.database_url) as database:
        return await database.read(
            lambda session: session.execute(asked.where(Booking.reference == found.group())).one()
        )
