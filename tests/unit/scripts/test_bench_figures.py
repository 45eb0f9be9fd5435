import json
import math
from dataclasses import replace

import pytest

from scripts.bench import report
from scripts.bench.figures import Aim, Length, Load, Sample, System, aims, percentile

WIDGET = {"raw": 60 * 1024, "gzipped": 20 * 1024}


def load(conversations: int, rate: float, p50: float, p95: float, elsewhere: float = 0.0) -> Load:
    return Load(conversations, rate, p50, p95, 100, {}, {"rasa": 4.0, "client": 0.5}, elsewhere)


def system(name: str, rate: float, p50: float, late: float, faults: dict[str, int] | None = None) -> System:
    loads = tuple(load(conversations, rate, p50, 2 * p50) for conversations in (1, 8))
    memory = {"rasa": 700 * 1024**2, "app": 90 * 1024**2}
    return System(name, 10.0, loads, Length(p50, late, 300, faults or {}), memory)


OURS = system("ours", rate=90.0, p50=0.010, late=0.011)
STOCK = system("stock", rate=40.0, p50=0.024, late=0.190)


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.1, 1), (0.11, 2), (0.5, 5), (0.95, 10), (1.0, 10)])
def test_a_percentile_is_one_of_the_values(share: float, value: int) -> None:
    assert percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share) == value


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_rounds_are_summed_up() -> None:
    samples = [
        Sample(2.0, 20, (0.1, 0.2), {}, {"rasa": 0.010}, 0.1),
        Sample(2.0, 30, (0.3,), {"no answer": 2}, {"rasa": 0.020, "app": 0.005}, 0.3),
        Sample(2.0, 90, (0.4, 0.5), {"no answer": 1, "status 500": 2}, {"rasa": 0.030}, 0.2),
    ]
    total = Load.of(8, samples)
    assert total.rate == 15.0  # the median of 10, 15 and 45
    assert (total.p50, total.p95) == (0.3, 0.5)
    assert total.turns == 10
    assert total.faults == {"no answer": 3, "status 500": 2}
    assert total.cpu == pytest.approx({"rasa": 6.0, "app": 0.5})
    assert total.elsewhere == pytest.approx(0.2)


def test_a_load_without_a_single_good_answer_is_endlessly_slow() -> None:
    total = Load.of(1, [Sample(1.0, 0, (), {"no answer": 5})])
    assert total.rate == 0.0
    assert math.isinf(total.p50)
    assert math.isinf(total.p95)


def test_aims_compare_with_the_stock_bot_at_each_load() -> None:
    found = aims(OURS, STOCK, WIDGET["gzipped"])
    assert [(aim.what, aim.met) for aim in found] == [
        ("turns a second at 1 conversation, to the stock bot's", True),
        ("p50 latency at 1 conversation, to the stock bot's", True),
        ("p95 latency at 1 conversation, to the stock bot's", True),
        ("turns a second at 8 conversations, to the stock bot's", True),
        ("p50 latency at 8 conversations, to the stock bot's", True),
        ("p95 latency at 8 conversations, to the stock bot's", True),
        ("turn 300 to turn 10", True),
        ("Rasa's server process in MB", True),
        ("widget in KB, gzipped", True),
    ]
    assert found[0].value == pytest.approx(2.25)
    assert found[6].value == pytest.approx(1.1)
    heavy = replace(STOCK, memory={"rasa": 900 * 1024**2})
    assert not any(aim.met for aim in aims(heavy, OURS, 40 * 1024))


def test_a_stock_bot_that_answered_nothing_proves_nothing() -> None:
    silent = system("stock", rate=0.0, p50=math.inf, late=math.inf)
    found = aims(OURS, silent, WIDGET["gzipped"])
    assert [aim.met for aim in found if "stock" in aim.what] == [False] * 6


def test_without_the_stock_bot_only_our_own_aims_are_left() -> None:
    names = ["turn 300 to turn 10", "Rasa's server process in MB", "widget in KB, gzipped"]
    assert [aim.what for aim in aims(OURS, None, 1)] == names


@pytest.mark.parametrize(
    ("value", "at_least", "met"),
    [(2.0, True, True), (1.9, True, False), (2.0, False, True), (2.1, False, False)],
)
def test_an_aim_is_met_at_its_limit(value: float, at_least: bool, met: bool) -> None:
    assert Aim("", value, 2.0, at_least).met is met


def test_the_table_shows_both_side_by_side() -> None:
    lines = report.table([OURS, STOCK], WIDGET, aims(OURS, STOCK, WIDGET["gzipped"])).splitlines()
    rows = {line.strip().split("  ")[0]: line.split() for line in lines if line}
    assert lines[0].split() == ["ours", "stock", "ratio"]
    assert sum("turns a second" in line and "to the" not in line for line in lines) == 2
    assert rows["turn 300"][2:] == ["11.0", "ms", "190.0", "ms", "0.06"]
    assert rows["times as long"][3:] == ["1.10", "7.92"]
    assert rows["memory"][1:] == ["790", "MB", "790", "MB"]
    assert rows["widget, gzipped"][2:] == ["20.0", "KB"]
    assert rows["turns without a good answer"][5:] == ["0", "0"]
    assert lines[-1].endswith("met")


def test_the_table_of_one_system_has_no_ratio() -> None:
    text = report.table([OURS], WIDGET, aims(OURS, None, WIDGET["gzipped"]))
    assert "ratio" not in text
    assert "NOT MET" not in text


def test_a_missed_aim_is_seen() -> None:
    assert "NOT MET" in report.table([STOCK, OURS], WIDGET, aims(STOCK, OURS, WIDGET["gzipped"]))


def test_what_makes_a_run_doubtful_is_said() -> None:
    assert report.warnings([OURS, STOCK]) == []
    noisy = System("ours", 1.0, (load(1, 1.0, 1.0, 1.0, elsewhere=0.4),), OURS.length, {})
    assert "40%" in report.warnings([noisy])[0]
    faulty = system("stock", 40.0, 0.02, 0.1, {"no answer": 3})
    assert report.warnings([faulty]) == ["stock: 3 turns had no good answer, so its times mean little."]


def test_the_json_has_everything_and_no_infinity() -> None:
    silent = system("stock", rate=0.0, p50=math.inf, late=math.inf, faults={"no answer": 9})
    data = report.as_json([OURS, silent], WIDGET, aims(OURS, silent, 1), {"machine": "a test"})
    again = json.loads(json.dumps(data, allow_nan=False))
    assert again["about"] == {"machine": "a test"}
    assert again["systems"][0]["loads"][1]["rate"] == 90.0
    assert again["systems"][0]["growth"] == pytest.approx(1.1)
    assert again["systems"][1]["loads"][0]["p50"] is None
    assert again["systems"][1]["faults"] == {"no answer": 9}
    assert again["widget"] == WIDGET
    assert {aim["met"] for aim in again["aims"]} == {True, False}
