"""Replies get their words and the addresses that we sign."""

from channels.calendars.links import Calendars
from channels.exports.links import Exports
from channels.message import Link, Reply
from channels.pictures.links import Pictures
from channels.replies import Replies
from channels.texts import Texts

CALENDARS, PICTURES, EXPORTS = Calendars(b"k" * 32), Pictures(b"p" * 32), Exports(b"e" * 32)
REPLIES = Replies(Texts.load(), PICTURES, CALENDARS, EXPORTS)


def test_a_booking_gets_its_calendar_links_after_its_own():
    own = {"text": "notice_link_route", "url": "https://maps.example"}
    reply = REPLIES.render({"response": "utter_greet", "calendar": 7, "links": [own]}, "zh", "ann")
    assert [link.title for link in reply.links] == ["路线", "加入日历", "加入 Google 日历"]
    token = CALENDARS.token(7)
    assert [link.url for link in reply.links[1:]] == [f"/calendars/{token}.ics", f"/calendars/{token}/google"]


def test_a_picture_is_signed():
    shown = {"kind": "charge", "title": "x", "samples": [[0, 10, 50]]}
    reply = REPLIES.render({"response": "utter_greet", "picture": shown}, "en", "ann")
    token = reply.image.removeprefix("/pictures/").removesuffix(".png")
    assert PICTURES.read(token) == shown


def test_what_is_plain_stays_so():
    reply = REPLIES.render({"response": "utter_greet"}, "en", "ann")
    assert (reply.image, reply.links) == (None, ())


def test_links_survive_the_database():
    reply = Reply("x", links=(Link("a", "https://x.example"), Link("b", "/y")))
    assert Reply.from_json(reply.to_json()) == reply
    assert "links" not in Reply("x").to_json()
