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
