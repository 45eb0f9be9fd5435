"""Figures and tables of understanding, from a handful of messages whose figures can be counted by hand."""

import pytest

from scripts.console import Problem
from scripts.understanding import lines, measure, report
from scripts.understanding.lines import Line
from scripts.understanding.measure import Read

ASK_BELOW = 0.6


def read(meant, ranking, confidence=0.9, *, refused=False, lang="en", entities=None, found=(), tags=()):
    line = Line("text", meant, lang, entities or {}, tags)
    return Read(line, tuple(ranking), confidence, frozenset(found), 1.0, refused, ASK_BELOW)


READS = [
    read("ask_price", ["ask_price", "greet"], tags=("typo",)),
    read("ask_price", ["greet", "thank", "ask_price"], 0.9, tags=("typo",)),
    read("ask_price", ["greet", "ask_price"], 0.3),
    read("ask_price", ["out_of_scope", "greet"], 0.9),
    read("out_of_scope", ["greet"], 0.1, refused=True, lang="ms"),
    read("out_of_scope", ["greet"], 0.9, lang="ms"),
]


def test_figures_of_a_handful():
    assert measure.share(READS, lambda each: each.right) == pytest.approx(2 / 6)
    assert measure.among_first(READS) == pytest.approx(4 / 6)
    assert measure.confidently_wrong(READS) == pytest.approx(3 / 6)
    assert measure.share(READS, lambda each: each.asked_back) == pytest.approx(2 / 6)
    assert measure.out_of_scope_recall(READS) == pytest.approx(1 / 2)
    assert measure.wrongly_refused(READS) == pytest.approx(1 / 4)
    assert measure.confusions(READS)[0] == (("ask_price", "greet"), 2)


def test_every_value_of_an_entity_counts():
    found = [("percent", "20"), ("model", "smart_1")]
    reads = [
        read("ask_charging_time", ["greet"], entities={"percent": ["20", 80]}, found=found),
        read("ask_price", ["greet"], entities={"model": "smart_1"}, found=found),
    ]
    assert measure.entity_recall(reads, "percent") == (0.5, 2)
    assert measure.entity_recall(reads, "model") == (1.0, 1)
    assert measure.entity_recall(reads, "connector") == (0.0, 0)


def test_tables_name_languages_and_kinds():
    table = report.by_language(READS)
    assert "| English | 4 | 25.0% | 75.0% |" in table
    assert "| Malay | 2 | 50.0% |" in table
    assert "| all | 6 |" in table
    assert "Thai" not in table
    assert "| typo | 2 | 50.0% |" in report.by_kind(READS)


def test_the_table_takes_the_place_of_the_one_before():
    page = f"before\n{report.BEGIN}\nold\n{report.END}\nafter"
    once = report.with_table(page, "| new \\1 |")
    assert once == f"before\n{report.BEGIN}\n| new \\1 |\n{report.END}\nafter"
    assert report.with_table(once, "| new \\1 |") == once
    with pytest.raises(Problem, match="must hold"):
        report.with_table("no marks", "table")


@pytest.mark.parametrize(
    "row", ["{", "[]", '{"text": "hi", "lang": "en"}', '{"text": " ", "intent": "greet", "lang": "en"}']
)
def test_a_bad_line_is_named(tmp_path, row):
    file = tmp_path / "en.jsonl"
    file.write_text('{"text": "hi", "intent": "greet", "lang": "en"}\n\n' + row, encoding="utf-8")
    with pytest.raises(Problem, match=r"en\.jsonl, line 3"):
        lines.read([file])
