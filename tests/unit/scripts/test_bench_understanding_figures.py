import json

import pytest

from scripts.bench.understanding import report
from scripts.bench.understanding.figures import ALL, Comparison, Score, Understanding, aims, wilson
from scripts.bench.understanding.models import clock

NAMES = {"en": "English", "th": "Thai", ALL: "all"}


def system(key: str, english: tuple[int, ...], thai: tuple[int, ...], p95: float = 0.002) -> Understanding:
    scores = {
        "en": Score(english, 100),
        "th": Score(thai, 50),
        ALL: Score(tuple(map(sum, zip(english, thai, strict=True))), 150),
    }
    return Understanding(key, key.upper(), scores, p95 / 2, p95, 90.0, 80.0, "today", 500 * 1024**2)


OURS = system("ours", (90,), (40,))
STOCK = system("stock", (80, 86), (41, 43), p95=0.020)
BOTH = Comparison("smart", 1000, 150, (OURS, STOCK))


@pytest.mark.parametrize(
    ("share", "count", "low", "high"),
    [(0.9, 100, 0.8256, 0.9448), (1.0, 20, 0.8389, 1.0), (0.0, 20, 0.0, 0.1611), (0.5, 0, 0.0, 1.0)],
)
def test_wilsons_interval(share: float, count: int, low: float, high: float) -> None:
    assert wilson(share, count) == pytest.approx((low, high), abs=1e-4)


def test_a_score_over_seeds_is_their_mean_with_their_spread() -> None:
    score = STOCK.scores["en"]
    assert score.accuracy == pytest.approx(0.83)
    assert score.spread == (0.80, 0.86)
    assert score.interval == wilson(score.accuracy, 100)


def test_aims_compare_with_the_best_other_in_each_language() -> None:
    found = {aim.what: (round(aim.value, 2), aim.met) for aim in aims(BOTH, NAMES)}
    assert found == {
        "English, smart: points above the best other": (7.0, True),
        "Thai, smart: points above the best other": (-4.0, False),
        "p95 of a parse, to Rasa's default's": (0.1, True),
        "training in minutes": (1.5, True),
    }


def test_other_peoples_lines_have_aims_of_accuracy_alone() -> None:
    found = aims(Comparison("external", 1, 1, (OURS, STOCK)), NAMES)
    assert ["points" in aim.what for aim in found] == [True, True]


def test_alone_there_is_little_to_aim_at() -> None:
    assert [aim.what for aim in aims(Comparison("smart", 1, 1, (OURS,)), NAMES)] == ["training in minutes"]
    assert aims(Comparison("smart", 1, 1, (STOCK,)), NAMES) == []


def test_the_table_shows_them_side_by_side_and_what_is_missing() -> None:
    comparison = Comparison(
        "smart", 1000, 150, (OURS, STOCK), {"nlp.js": "there is no node"}, {"x": "x could not be trained"}
    )
    text = report.table(comparison, NAMES)
    rows = {line.strip().split("  ")[0]: line.split() for line in text.splitlines() if line}
    assert "1000 learnt from, 150 others" in text
    assert rows["OURS"] == ["OURS", "STOCK"]
    assert rows["English (100)"][2:] == ["90.0", "%", "(82.6–94.5)", "83.0", "%", "(74.5–89.1)"]
    assert rows["all, worst to best seed"][-4:] == ["one", "model", "80.7–86.0", "%"]
    assert rows["parse p95"][2:] == ["2.0", "ms", "20.0", "ms"]
    assert rows["training"][1:] == ["1:30", "min", "1:30", "min"]
    assert rows["memory of the parse"][4:] == ["500", "MB", "500", "MB"]
    assert "Without nlp.js: there is no node." in text
    assert "FAILED: x could not be trained" in text
    assert "NOT MET" in report.aims_table(aims(BOTH, NAMES))


def test_a_comparison_of_which_nothing_is_left_can_be_shown() -> None:
    empty = Comparison("smart", 1, 1, (), {}, {"OURS": "OURS could not be trained"})
    assert "FAILED: OURS could not be trained" in report.table(empty, NAMES)
    assert aims(empty, NAMES) == []


def test_the_json_has_everything() -> None:
    data = report.as_json([BOTH], {"external": "no files"}, aims(BOTH, NAMES))
    again = json.loads(json.dumps(data, allow_nan=False))
    found = again["comparisons"][0]["found"][1]
    assert found["scores"]["en"]["right"] == [80, 86]
    assert found["scores"]["en"]["accuracy"] == pytest.approx(0.83)
    assert len(found["scores"]["en"]["interval"]) == 2
    assert again["absent"] == {"external": "no files"}
    assert {aim["met"] for aim in again["aims"]} == {True, False}


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0:00 min"), (59.6, "1:00 min"), (3725, "1:02 h"), (20000, "5:33 h")]
)
def test_times_are_minutes_and_seconds(seconds: float, text: str) -> None:
    assert clock(seconds) == text
