"""The benchmark of charging does what it says, on few sites."""

from scripts.bench.charging import part
from scripts.bench.charging.country import EVSES_A_SITE


def test_a_quick_run_measures_each_database(tmp_path, capsys):
    figures, fine = part.measure(quick=True, folder=tmp_path)
    assert fine
    first = figures["charging"][0]
    assert first["database"] == "SQLite"
    assert first["sites"] == part.QUICK_EVSES // EVSES_A_SITE
    assert 0 < first["search_p50"] <= first["search_p95"]
    assert 0 < first["drive_p50"] <= first["drive_p95"]
    assert first["reports"] > 0
    assert "nearest ten with filters, p95" in capsys.readouterr().out
