import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoiling import spoil

from knowledge import seeding


def problems(folder: Path) -> list[str]:
    with pytest.raises(seeding.SeedError) as caught:
        seeding.read(folder)
    return str(caught.value).splitlines()


# file, what is replaced by what, where the problem is said to be, words of it, words of its cure
MISTAKES = {
    "unknown unit": (
        ("attributes.yml", "key: range_wltp, unit: km,", "key: range_wltp, unit: miles,"),
        ("attributes.yml:3 (range_wltp)", "`unit` is 'miles'", "use 'km', 'kW'"),
    ),
    "missing source": (
        ("prices.yml", "source: general_knowledge, ", ""),
        ("prices.yml:3 (MY smart_1 pro)", "`source` is missing", "add `source: …`"),
    ),
    "no source named": (
        ("prices.yml", "source: general_knowledge", "source: []"),
        ("prices.yml:3 (MY smart_1 pro)", "names no source", "sources.yml"),
    ),
    "unknown source": (
        ("prices.yml", "source: general_knowledge", "source: general_knowlege"),
        ("prices.yml:3 (MY smart_1 pro)", "unknown source 'general_knowlege'", "write 'general_knowledge'"),
    ),
    "unknown status": (
        ("prices.yml", "status: unconfirmed", "status: likely"),
        ("prices.yml:3 (MY smart_1 pro)", "`status` is 'likely'", "use 'confirmed', 'reported' or"),
    ),
    "bad date": (
        ("prices.yml", "2023-12-18", "2023-13-18"),
        ("prices.yml:4 (MY smart_1 premium)", "`valid_from` is '2023-13-18', which is no date", "YYYY-MM-DD"),
    ),
    "bad month of a launch": (
        ("launches.yml", '"2023-11"', '"2023-31"'),
        ("launches.yml:3 (MY smart_1)", "`launched` is '2023-31', which is no date", "YYYY-MM-DD"),
    ),
    "bad date of a figure": (
        ("figures.yml", '"2023-09-28"', '"2023-09-31"'),
        ("(ota_fifth_date)", "`date` is '2023-09-31', which is no date", "YYYY-MM-DD"),
    ),
    "bad number": (
        ("values.yml", "value: 440,", "value: four hundred,"),
        ("values.yml:6 (smart_1 premium range_wltp)", "which is no number", "plain number"),
    ),
    "two kinds of value": (
        ("values.yml", "value: 440,", "value: 440, text: far,"),
        (
            "values.yml:6 (smart_1 premium range_wltp)",
            "one of `value`, `min` with `max`, and `text`",
            "correct",
        ),
    ),
    "range the wrong way": (
        ("values.yml", "min: 273, max: 411", "min: 411, max: 273"),
        ("(smart_1 boot)", "the smaller first", "correct the row"),
    ),
    "word for a number": (
        ("values.yml", "value: 440,", "text: far,"),
        (
            "values.yml:6 (smart_1 premium range_wltp)",
            "a text for an attribute in km",
            "write `value: <number>`",
        ),
    ),
    "duplicate row": (
        ("values.yml", "variant: brabus, attribute: range_wltp", "variant: premium, attribute: range_wltp"),
        ("values.yml:7 (smart_1 premium range_wltp)", "the same key as line 6", "remove one of the two rows"),
    ),
    "duplicate field": (
        ("values.yml", "value: 440,", "value: 440, value: 441,"),
        ("values.yml:6", "duplicate key 'value'", "check"),
    ),
    "mistyped field": (
        ("values.yml", "value: 440,", "valeu: 440,"),
        ("values.yml:6 (smart_1 premium range_wltp)", "unknown field `valeu`", "write 'value'"),
    ),
    "mistyped attribute": (
        ("values.yml", "attribute: range_wltp", "attribute: range_wtlp"),
        ("values.yml:6 (smart_1 premium range_wtlp)", "unknown attribute 'range_wtlp'", "write 'range_wltp'"),
    ),
    "mistyped variant": (
        ("values.yml", "variant: premium", "variant: premum"),
        ("values.yml:6 (smart_1 premum range_wltp)", "unknown variant 'premum'", "write 'premium'"),
    ),
    "other money": (
        ("prices.yml", "currency: MYR", "currency: THB"),
        ("prices.yml:3 (MY smart_1 pro)", "THB is not the money of MY", "use MYR"),
    ),
    "unknown figure of a market": (
        ("markets.yml", "figure: duty_return_date", "figure: duty_date"),
        ("markets.yml:2 (MY prices)", "unknown figure 'duty_date'", "figures.yml"),
    ),
    "gap between bands": (
        ("road_tax.yml", "above: 50, up_to: 100", "above: 60, up_to: 100"),
        ("road_tax.yml:5", "begins above 60", "begin where the one before ends"),
    ),
    "YAML": (
        ("values.yml", "{model: smart_1", "{model: smart_1: "),
        ("values.yml:6", "not valid YAML", "check quotes, colons and indentation"),
    ),
    "tab": (
        ("articles/en/ota.yml", "  title: Over", "\ttitle: Over"),
        ("articles/en/ota.yml:2", "not valid YAML", "check quotes, colons and indentation"),
    ),
    "no list": (
        ("models.yml", "- key: smart_1", "- smart_1"),
        ("models.yml:", "not", "check"),
    ),
    "unknown section": (
        ("articles/en/ota.yml", "\ncost:", "\ncosts:"),
        ("articles/en/ota.yml:", "unknown section 'costs'", "write 'cost'"),
    ),
    "missing section": (
        ("articles/en/ota.yml", "\ncost:", "\ncosts:"),
        ("articles/en/ota.yml:1 (cost)", "the section is missing", "write its title, keywords and body"),
    ),
    "figure that is not in the other languages": (
        ("articles/en/ota.yml", "{ota_new} new and ", ""),
        ("articles/ms/ota.yml:", "not there: ota_new", "use the same {key}s in every language"),
    ),
    "unknown figure in a body": (
        ("articles/en/ota.yml", "{ota_updates}", "{ota_update}"),
        ("articles/en/ota.yml:2 (overview)", "unknown figure 'ota_update'", "write 'ota_updates'"),
    ),
    "number in a body": (
        ("articles/en/ota.yml", "{ota_updates}", "5"),
        ("articles/en/ota.yml:2 (overview)", "`body` states '5' itself", "add a figure and write {key}"),
    ),
    "brace out of place": (
        ("articles/en/ota.yml", "{ota_updates}", "{ota_updates"),
        ("articles/en/ota.yml:2 (overview)", "brace out of place", "write figures as {key}"),
    ),
    "keyword of two sections": (
        ("articles/en/ota.yml", "[cost, free", "[cost, wifi, free"),
        ("(cost)", "keyword 'wifi' is also in", "keep it in one of them"),
    ),
    "empty keywords": (
        ("articles/en/company.yml", "keywords: [funding,", "keywords: []\n  # [funding,"),
        ("articles/en/company.yml", "`keywords` is", "at least 1 item"),
    ),
}


@pytest.mark.parametrize(("change", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_with_its_place_and_its_cure(seed_folder, change, expected):
    spoil(seed_folder, *change)
    where, what, cure = expected

    lines = problems(seed_folder)

    assert any(where in line and what in line and cure in line for line in lines), lines
    assert len(lines) <= 8


def test_a_missing_language_is_named(seed_folder):
    (seed_folder / "articles/th/warranty.yml").unlink()

    assert problems(seed_folder) == [
        "articles/th/warranty.yml:1: no warranty in language 'th': "
        "add the file, with the sections of articles.yml"
    ]


@pytest.mark.parametrize("name", ["sources.yml", "values.yml", "figures.yml", "articles.yml"])
def test_a_missing_or_unreadable_file_is_one_problem(seed_folder, name):
    path = seed_folder / name
    path.unlink()
    assert problems(seed_folder) == [f"{name}:1: the file is missing: add it"]

    path.write_text("# nothing yet\n", encoding="utf-8")
    assert problems(seed_folder) == [f"{name}:1: the file is empty: write its rows"]

    path.write_bytes(b"- {key: \xff}")
    assert problems(seed_folder) == [f"{name}:1: not UTF-8 (byte 8): save it as UTF-8 text"]


def test_all_mistakes_are_told_at_once(seed_folder):
    spoil(seed_folder, "prices.yml", "status: unconfirmed", "status: likely")
    spoil(seed_folder, "values.yml", "value: 440,", "value: far,")

    assert len(problems(seed_folder)) == 2


DAMAGE = ["{", "}", ": ", "- ", "'", '"', "\t", "#", "&a", "*a", "!!x", "[", "null", "? ", "\x00", "é"]


@given(
    at=st.floats(0, 1),
    word=st.sampled_from(DAMAGE),
    name=st.sampled_from(["models.yml", "articles.yml", "sources.yml", "articles/en/ota.yml"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_ends_in_anything_but_problems(seed_folder, at, word, name):
    path = seed_folder / name
    text = path.read_text(encoding="utf-8")
    position = int(at * len(text))
    path.write_text(text[:position] + word + text[position:], encoding="utf-8")
    try:
        # Some damage is none, such as a sign inside a comment.
        with contextlib.suppress(seeding.SeedError):
            seeding.read(seed_folder)
    finally:
        path.write_text(text, encoding="utf-8")
