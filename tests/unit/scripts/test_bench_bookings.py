"""The benchmark of bookings, and that its histories notice what they are there to notice."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from knowledge import vault
from knowledge.bookings import states, units
from scripts.bench.bookings import part
from scripts.bench.bookings.histories import Histories

A_FEW = settings(
    max_examples=100,
    stateful_step_count=10,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def own_keys():
    """A benchmark brings its own keys; the other tests keep theirs."""
    before = vault.current()
    yield
    vault.install(before)


def test_a_quick_run_measures_each_database(tmp_path, capsys):
    figures, sound = part.measure(quick=True, folder=tmp_path)

    assert sound
    first = figures["databases"][0]
    assert (first["database"], first["bookings"]) == ("SQLite", part.QUICK_BOOKINGS)
    assert (len(first["race"]["references"]), first["race"]["full"]) == (part.PLACES, 190)
    assert 0 < first["free_p50"] <= first["free_p95"]
    assert first["rate"] > 0
    assert figures["histories"]["histories"] >= part.QUICK_HISTORIES
    assert "no rule broken" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("module", "name", "complaint"),
    [
        (states, "_note", "without a history"),  # a change without a line of audit
        (units, "give_up", "quarters that do not fit"),  # a cancelled booking that keeps its time
    ],
)
def test_a_broken_rule_is_found(monkeypatch, module, name, complaint):
    monkeypatch.setattr(module, name, lambda *_: None)

    with pytest.raises(AssertionError, match=complaint):
        run_state_machine_as_test(Histories, settings=A_FEW)
