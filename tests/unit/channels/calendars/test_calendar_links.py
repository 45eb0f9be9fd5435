"""Addresses of calendar files: ours are read, all others refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.calendars.links import CalendarError, Calendars
from channels.pictures.links import Pictures

OURS = Calendars(b"k" * 32)


@given(st.integers(0, 2**63 - 1))
def test_what_we_sign_we_read(booking_id):
    token = OURS.token(booking_id)
    assert OURS.read(token) == booking_id
    assert all(url.startswith(f"/calendars/{token}") for _, url in OURS.links(booking_id))


@given(st.text())
def test_anything_else_is_refused(text):
    with pytest.raises(CalendarError):
        OURS.read(text)


@pytest.mark.parametrize("at", range(32))
def test_no_character_can_be_changed(at):
    token = OURS.token(7)
    other = "A" if token[at] != "A" else "B"
    with pytest.raises(CalendarError):
        OURS.read(token[:at] + other + token[at + 1 :])


def test_another_key_signs_otherwise():
    with pytest.raises(CalendarError):
        OURS.read(Calendars(b"x" * 32).token(7))


def test_a_picture_of_the_same_key_is_no_calendar():
    token = Pictures(b"k" * 32).link({"kind": "x"}).removeprefix("/pictures/").removesuffix(".png")
    with pytest.raises(CalendarError):
        OURS.read(token)
