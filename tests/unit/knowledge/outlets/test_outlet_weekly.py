"""Weekly hours as people write them."""

import pytest

from knowledge.outlets.weekly import HoursError, parse, written

OFFICE = ((540, 1080),)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Mon-Fri 09:00-18:00; Sun closed", dict.fromkeys(range(5), OFFICE)),
        ("mon, WED-thursday: 9.00 – 18.00;", {0: OFFICE, 2: OFFICE, 3: OFFICE}),
        ("Fri-Mon 09:00-18:00", dict.fromkeys((4, 5, 6, 0), OFFICE)),
        ("Sat 10:00-13:00,14:00-17:00", {5: ((600, 780), (840, 1020))}),
        ("Sat 14:00-17:00, 10:00-13:00", {5: ((600, 780), (840, 1020))}),
        ("daily 00:00-24:00", dict.fromkeys(range(7), ((0, 1440),))),
        ("Mon 09:00-18:00\nTue 09:00-18:00", {0: OFFICE, 1: OFFICE}),
    ],
)
def test_hours_are_read(text, week):
    assert parse(text) == week


def test_a_week_is_written_with_equal_days_together():
    assert written(parse("Tue 09:00-18:00; Mon 09:00-18:00; Sat 09:00-13:00,14:00-24:00")) == (
        "Mon-Tue 09:00-18:00; Wed-Fri closed; Sat 09:00-13:00,14:00-24:00; Sun closed"
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no day has hours"),
        ("Sun closed", "no day has hours"),
        ("by appointment", "not like `Mon-Fri 09:00-18:00`"),
        ("Mon 9-18", "'9' is no time"),
        ("Mon 09:00", "not like `09:00-18:00`"),
        ("Mon 18:00-02:00", "belong to the next day"),
        ("Mon 25:00-26:00", "'25:00' is no time"),
        ("Mon 09:00-24:30", "'24:30' is no time"),
        ("Mon 09:00-18:00; Mon-Tue 09:00-12:00", "Mon stands twice"),
        ("Mon 09:00-13:00,12:00-18:00", "begins before the other has ended"),
        ("Mon-Wed-Fri 09:00-18:00", "not a day or two days"),
        ("Mo 09:00-18:00", "no day of the week"),
        ("Ahad 09:00-18:00", "no day of the week"),
    ],
)
def test_a_mistake_says_what_is_wrong(text, what):
    with pytest.raises(HoursError) as caught:
        parse(text)
    assert what in str(caught.value)
