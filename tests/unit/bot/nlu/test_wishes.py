"""A list of details is a wish to book where it names what is booked."""

import pytest

from bot.nlu.entities.extractor import LexiconEntityExtractor
from bot.nlu.wishes import with_wish

EXTRACTOR = LexiconEntityExtractor()


def parse(text, intent, confidence):
    return {
        "text": text,
        "intent": {"name": intent, "confidence": confidence},
        "entities": EXTRACTOR.entities(text, intent),
    }


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (
            "test drive the #3 brabus in Johor Bahru Sat 2pm, my name is Daniel Wong, 016-555 0199",
            "book_test_drive",
        ),
        ("我要试驾#3，怡保，星期六下午2点，我叫刘志强，电话012-555 0122", "book_test_drive"),
        ("servis JQR 88 kat Johor Bahru esok pagi, 012-555 0144", "book_service"),
        ("ทดลองขับ #1 ภูเก็ต พรุ่งนี้บ่ายสอง เบอร์ 081-555-0142", "book_test_drive"),
    ],
)
def test_a_list_of_details_that_names_what_is_booked_is_a_wish(text, intent):
    assert with_wish(parse(text, "request_callback", 0.95))["intent"]["name"] == intent


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("call me on 012-555 0142 tomorrow at 3pm", "request_callback", 0.95),
        ("test drive please", "inform", 0.9),
        ("cancel my test drive on Saturday in Ipoh, 012-555 0142", "cancel_booking", 0.95),
        ("012-555 0142, Ipoh", "inform", 0.95),
    ],
)
def test_anything_else_stays_what_it_was(text, intent, confidence):
    assert with_wish(parse(text, intent, confidence))["intent"]["name"] == intent
