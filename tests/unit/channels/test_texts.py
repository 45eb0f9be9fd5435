"""The message catalogue: numbers, money and dates as each language writes them."""

import pytest

from channels.texts import Texts, UnknownMessageError


@pytest.fixture(scope="module", name="texts")
def all_texts():
    return Texts.load()


@pytest.mark.parametrize("language", ["en", "ms", "zh", "th"])
def test_malaysian_money_reads_alike_everywhere(texts, language):
    assert texts.value({"money": "219000", "currency": "MYR"}, language) == "RM219,000"
    assert texts.value({"money": "0.4443", "currency": "MYR"}, language) == "RM0.44"


@pytest.mark.parametrize(
    ("language", "million", "billion"),
    [
        ("en", "USD 150 million", "USD 5 billion"),
        ("ms", "USD 150 juta", "USD 5 bilion"),
        ("zh", "USD 1.5亿", "USD 50亿"),
        ("th", "USD 150 ล้าน", "USD 5 พันล้าน"),
    ],
)
def test_large_sums_are_spelt_out_and_not_rounded(texts, language, million, billion):
    assert texts.value({"money": "150000000", "currency": "USD"}, language) == million
    assert texts.value({"money": "5000000000", "currency": "USD"}, language) == billion


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("en", "18 December 2023", "October 2023", "2045"),
        ("ms", "18 Disember 2023", "Oktober 2023", "2045"),
        ("zh", "2023年12月18日", "2023年10月", "2045年"),
        ("th", "18 ธันวาคม 2566", "ตุลาคม 2566", "2588"),
    ],
)
def test_dates(texts, language, day, month, year):
    assert texts.value({"date": "2023-12-18"}, language) == day
    assert texts.value({"date": "2023-10"}, language) == month
    assert year in texts.value({"date": "2045"}, language)


def moment(style, utc="2026-12-05T02:30:00+00:00", zone="Asia/Kuala_Lumpur", **more):
    return {"moment": utc, "zone": zone, "style": style, **more}


@pytest.mark.parametrize(
    ("language", "time", "day", "both", "with_year"),
    [
        ("en", "10:30 am", "Sat 5 Dec", "Sat 5 Dec, 10:30 am", "Sat 5 Dec 2026"),
        ("ms", "10:30 pagi", "Sabtu 5 Dis", "Sabtu 5 Dis, 10:30 pagi", "Sabtu 5 Dis 2026"),
        ("zh", "上午10:30", "12月5日（周六）", "12月5日（周六）上午10:30", "2026年12月5日（周六）"),
        ("th", "10:30 น.", "วันเสาร์ที่ 5 ธ.ค.", "วันเสาร์ที่ 5 ธ.ค. 10:30 น.", "วันเสาร์ที่ 5 ธ.ค. 2569"),
    ],
)
def test_moments(texts, language, time, day, both, with_year):
    assert texts.value(moment("time"), language) == time
    assert texts.value(moment("day"), language) == day
    assert texts.value(moment("day_time"), language) == both
    assert texts.value(moment("day", year=True), language) == with_year


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        ("00", ("12 midnight", "12 tengah malam", "凌晨0点", "00:00 น.")),
        ("09", ("9 am", "9 pagi", "上午9点", "09:00 น.")),
        ("12", ("12 noon", "12 tengah hari", "中午12点", "12:00 น.")),
        ("13", ("1 pm", "1 tengah hari", "下午1点", "13:00 น.")),
        ("18", ("6 pm", "6 petang", "下午6点", "18:00 น.")),
        ("21", ("9 pm", "9 malam", "晚上9点", "21:00 น.")),
    ],
)
def test_hours(texts, hour, said):
    exact = moment("time", f"2026-12-05T{hour}:00:00+00:00", "UTC")
    assert tuple(texts.value(exact, language) for language in ("en", "ms", "zh", "th")) == said


def test_every_minute_of_the_day_can_be_said_in_every_language(texts):
    for language in texts.languages:
        said = {
            texts.value(moment("time", f"2026-12-05T{hour:02}:{minute:02}:00+00:00", "UTC"), language)
            for hour in range(24)
            for minute in range(60)
        }
        assert len(said) == 24 * 60


def test_a_moment_is_told_by_the_clock_of_its_zone(texts):
    late = "2026-12-31T16:30:00+00:00"
    assert texts.value(moment("day_time", late, "Asia/Bangkok"), "en") == "Thu 31 Dec, 11:30 pm"
    assert texts.value(moment("day_time", late, year=True), "th") == "วันศุกร์ที่ 1 ม.ค. 2570 00:30 น."


def test_a_moment_without_an_offset_or_with_an_unknown_style_is_refused(texts):
    with pytest.raises(ValueError, match="offset"):
        texts.value(moment("time", "2026-12-05T02:30:00"), "en")
    with pytest.raises(ValueError, match="week"):
        texts.value(moment("week"), "en")


def test_measures(texts):
    assert texts.value({"measure": 3.9, "unit": "s"}, "en") == "3.9 s"
    assert texts.value({"measure": 4270, "unit": "mm"}, "en") == "4,270 mm"
    assert texts.value({"measure": 273, "max": 411, "unit": "litre"}, "en") == "273–411 litres"
    assert texts.value({"measure": 30, "unit": "min", "qualifier": "under"}, "en") == "under 30 minutes"
    assert texts.value({"measure": 0.29, "unit": None}, "en") == "0.29"


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("en", "Pro and Premium", "Pro, Premium and BRABUS"),
        ("ms", "Pro dan Premium", "Pro, Premium dan BRABUS"),
        ("th", "Pro และ Premium", "Pro, Premium และ BRABUS"),
    ],
)
def test_lists(texts, language, two, three):
    assert texts.value({"list": ["Pro", "Premium"]}, language) == two
    assert texts.value({"list": ["Pro", "Premium", "BRABUS"]}, language) == three
    assert texts.value({"list": ["Pro"]}, language) == "Pro"
    assert texts.value({"list": []}, language) == ""
    assert texts.value({"list": ["a", "b"], "style": "lines"}, language) == "a\nb"


def test_templates_are_filled_with_formatted_figures(texts):
    argument = {"template": "{cars} cars in {year}", "values": {"cars": 70000, "year": {"date": "2023"}}}
    assert texts.value(argument, "en") == "70,000 cars in 2023"


def test_a_reply_has_words_buttons_and_table(texts):
    item = {
        "response": "utter_compare_which",
        "buttons": [{"text": "button_about", "args": {"name": "smart #1"}, "payload": "/ask_spec"}],
        "table": {"caption": "c", "columns": ["a", {"say": "column_price"}], "rows": [["x", 4270]]},
    }
    reply = texts.render(item, "en")
    assert reply.text
    assert (reply.buttons[0].title, reply.buttons[0].payload) == ("About the smart #1", "/ask_spec")
    assert reply.table.columns == ("a", "Price")
    assert reply.table.rows == (("x", "4,270"),)


def test_a_reply_has_links_with_titles(texts):
    item = {"response": "utter_greet", "links": [{"text": "button_prices", "url": "https://x.example"}]}
    (link,) = texts.render(item, "ms").links
    assert (link.title, link.url) == (texts.say("button_prices", "ms"), "https://x.example")


def test_what_is_missing_is_an_error_that_names_it(texts):
    with pytest.raises(UnknownMessageError, match="utter_nothing"):
        texts.say("utter_nothing", "en")
    with pytest.raises(UnknownMessageError, match="utter_price_unknown"):
        texts.say("utter_price_unknown", "en")


def test_a_file_that_is_not_fluent_is_named(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "talk.ftl").write_text("this is = = not { fluent", encoding="utf-8")
    languages = tmp_path / "languages.yml"
    languages.write_text("- {code: en, locale: en_MY, status: live}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"talk\.ftl"):
        Texts.load(tmp_path, languages)
