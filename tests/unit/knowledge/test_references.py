"""References: new ones, and those that people type."""

import pytest

from knowledge import references

PREFIXES = ("TD", "SV", "HC")


def test_a_new_reference_reads_back_as_itself():
    for prefix in PREFIXES:
        made = references.new(prefix)
        assert references.spellings(made, PREFIXES) == [made]
        assert len(made) == 9


@pytest.mark.parametrize(
    "typed",
    [
        "TD-7F3K2Q",
        "td-7f3k2q",
        " td 7f3 k2q ",
        "TD7F3K2Q",
        "ＴＤ－７Ｆ３Ｋ２Ｑ",
        "td–7f3k2q",
        "TD-๗F๓K๒Q",
        "td-7f3kzq",
    ],
)
def test_case_space_dash_width_and_script_do_not_matter(typed):
    assert references.spellings(typed, PREFIXES) == ["TD-7F3K2Q"]


def test_a_prefix_may_be_missing_or_look_alike():
    assert references.spellings("7F3K2Q", PREFIXES) == ["TD-7F3K2Q", "SV-7F3K2Q", "HC-7F3K2Q"]
    assert references.spellings("5V-7F3K2Q", PREFIXES) == ["SV-7F3K2Q"]


def test_characters_that_no_reference_has_stand_for_those_they_look_like():
    assert references.spellings("TD-BSZ345", PREFIXES) == ["TD-852345"]
    assert references.spellings("TD-0234I5", PREFIXES) == ["TD-Q23475", "TD-Q234J5", "TD-D23475", "TD-D234J5"]
    assert len(references.spellings("OIOIOI", PREFIXES)) == references.MOST_SPELLINGS


@pytest.mark.parametrize("typed", ["", "TD", "TD-7F3K2", "XX-7F3K2Q", "TD-7F3K2ñ", "🙂" * 9, "hello world"])
def test_what_is_no_reference_means_none(typed):
    assert references.spellings(typed, PREFIXES) == []
