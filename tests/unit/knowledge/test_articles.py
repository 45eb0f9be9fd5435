import string
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import articles
from knowledge.articles import score
from knowledge.figures import UnknownFigureError, figure, figures
from knowledge.provenance import Status

LANGUAGES = ("en", "ms", "zh", "th")
TOPICS = (
    *("battery", "charging_howto", "company", "connectivity", "driver_assistance", "home_charger", "ota"),
    *("sustainability", "warranty"),
)

QUESTIONS = [
    ("company", "en", "who owns smart now, mercedes or geely?", ["makers"]),
    ("company", "en", "where is your headquarters", ["headquarters"]),
    ("company", "ms", "kilang kat mana? china ke tg malim", ["production"]),
    ("company", "ms", "pronet tu bawah proton eh", ["distributor"]),
    ("company", "zh", "smart 总部在哪里", ["headquarters"]),
    ("company", "zh", "你们在几个国家有卖", ["sales"]),
    ("company", "th", "smart ของเบนซ์หรือของจีน", ["makers"]),
    ("company", "th", "สำนักงานใหญ่อยู่ไหนครับ", ["headquarters"]),
    ("battery", "en", "will the battery catch fire?", ["fire_safety"]),
    ("battery", "ms", "berapa harga bateri baru kalau nak tukar", ["replacement"]),
    ("battery", "zh", "电池会不会起火", ["fire_safety"]),
    ("battery", "th", "แบตลูกนึงเท่าไหร่ ถ้าต้องเปลี่ยน", ["replacement"]),
    ("connectivity", "en", "is carplay wireless", ["phone_mirroring"]),
    ("connectivity", "zh", "在app先开冷气可以吗", ["app"]),
    ("connectivity", "th", "เน็ตในรถให้ฟรีมั้ย", ["data"]),
    ("driver_assistance", "ms", "kereta ni pandai parking sendiri ke", ["parking"]),
    ("driver_assistance", "th", "ปิดเสียงเตือนยังไงคะ", ["settings"]),
    ("ota", "zh", "OTA 要给钱的咩", ["cost"]),
    ("sustainability", "ms", "sasaran sifar karbon smart bila", ["carbon_neutral"]),
    ("warranty", "zh", "去外面车房换轮胎会 void warranty 吗", ["workshop"]),
    ("warranty", "ms", "waranti bateri berapa tahun", ["battery"]),
]


@pytest.mark.parametrize(("topic", "language", "question", "expected"), QUESTIONS)
def test_the_sections_that_a_question_is_about(session, topic, language, question, expected):
    found = articles.find(session, topic, language, question)

    assert [section.key for section in found][: len(expected)] == expected
    assert {section.language for section in found} == {language}


def test_a_question_in_another_language_than_the_answer(session):
    [section] = articles.find(session, "ota", "th", "is the update free or do i pay?", limit=1)

    assert (section.key, section.language) == ("cost", "th")


def test_the_figures_of_a_section_come_in_the_order_of_its_words(session):
    [section] = articles.find(session, "company", "en", "who owns smart now, mercedes or geely?", limit=1)

    named = [section.body.index(f"{{{key}}}") for key in section.figures]
    assert len(named) > 1
    assert named == sorted(named)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_without_keywords_gets_the_first_section(session, topic, language):
    [section] = articles.find(session, topic, language, "?")

    assert section.first
    assert section.language == language


def test_two_things_at_once(session):
    found = articles.find(session, "company", "en", "who makes smart and where is the headquarters?")

    assert {section.key for section in found} == {"makers", "headquarters"}


def test_the_overview_gives_way(session):
    [section] = articles.find(session, "warranty", "en", "is the warranty transferable to a second owner?")

    assert section.key == "transfer"


def test_a_language_without_articles_is_answered_in_english(session):
    [section] = articles.find(session, "warranty", "ja", "保証")

    assert section.language == "en"


def test_an_unknown_topic(session):
    assert articles.topics(session) == list(TOPICS)
    with pytest.raises(articles.UnknownTopicError, match="weather"):
        articles.find(session, "weather", "en", "rain?")


def test_a_body_has_its_figures(session):
    [section] = articles.find(session, "company", "en", "who makes smart", limit=1)

    assert {name for _, name, _, _ in string.Formatter().parse(section.body) if name} == set(section.figures)
    assert section.figures["joint_venture_month"].iso == "2022-01"
    assert section.status is Status.REPORTED


def test_a_section_without_figures_states_nothing_that_could_be_wrong(session):
    [section] = articles.find(session, "warranty", "en", "warranty")

    assert section.figures == {}
    assert section.status is Status.CONFIRMED


def test_dates_are_as_exact_as_the_record(session):
    assert figure(session, "carbon_neutral_year").iso == "2045"
    assert figure(session, "joint_venture_month").iso == "2022-01"
    assert figure(session, "ota_fifth_date").iso == "2023-09-28"
    assert figure(session, "ota_fifth_date").value == date(2023, 9, 28)
    assert figure(session, "ota_days").iso is None


def test_an_unknown_figure(session):
    with pytest.raises(UnknownFigureError, match="none_such"):
        figures(session, ["ota_days", "none_such"])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("my app", {"a": 3}),
        ("it may happen", {}),  # a short keyword is a whole word
        ("the batteries are fine, the battery too", {"b": 7}),
        ("APP", {"a": 3}),
        ("ａｐｐ", {"a": 3}),  # full-width letters
        ("用app开", {"a": 3}),
        ("换电池", {"c": 3}),  # the longer keyword covers the shorter one
        ("电池", {"d": 2}),
        ("换电池，电池", {"c": 3, "d": 2}),
        ("น้ำท่วม", {"e": 7}),
    ],
)
def test_score(question, expected):
    keywords = {"a": {"app"}, "b": {"battery"}, "c": {"换电池"}, "d": {"电池"}, "e": {"น้ำท่วม"}}

    found = score(question, keywords)

    assert found.keys() == expected.keys()
    assert all(found[key] >= least for key, least in expected.items())


@given(question=st.text(max_size=200), topic=st.sampled_from(TOPICS), language=st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_one_or_two_sections(session, question, topic, language):
    found = articles.find(session, topic, language, question)

    assert 1 <= len(found) <= 2
    assert len({section.key for section in found}) == len(found)
    for section in found:
        section.body.format_map(dict.fromkeys(section.figures, "x"))


@given(
    st.dictionaries(st.sampled_from("abc"), st.sets(st.text(min_size=1, max_size=4), max_size=3)), st.text()
)
def test_no_letter_counts_twice(keywords, question):
    assert sum(score(question, keywords).values()) <= len(articles.normal(question))
