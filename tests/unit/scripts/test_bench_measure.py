from dataclasses import dataclass, field
from typing import Any

from scripts.bench import measure
from scripts.bench.figures import Sample
from scripts.bench.measure import Plan


@dataclass
class Machine:
    """Two systems on a machine that other programs disturb in some of the stretches."""

    disturbed: list[float]
    order: list[str] = field(default_factory=list)

    def candidate(self, name: str) -> Any:
        return Played(name, self)


@dataclass
class Played:
    name: str
    machine: Machine
    samples: dict[int, list[Sample]] = field(default_factory=dict)

    def stress(self, conversations: int, seconds: float) -> Sample:
        elsewhere = self.machine.disturbed[len(self.machine.order)]
        self.machine.order.append(self.name)
        return Sample(seconds, len(self.machine.order), (0.1,), elsewhere=elsewhere)


def run(disturbed: list[float], rounds: int, patience: float) -> tuple[Machine, Any, Any]:
    machine = Machine([*disturbed, *[0.0] * 100])
    ours, stock = machine.candidate("ours"), machine.candidate("stock")
    measure.load_levels([ours, stock], Plan(levels=(8,), rounds=rounds, patience=patience))
    return machine, ours, stock


def test_on_a_quiet_machine_there_are_as_many_rounds_as_planned_by_turns() -> None:
    machine, ours, stock = run([], rounds=3, patience=60.0)
    assert machine.order == ["ours", "stock", "stock", "ours", "ours", "stock"]
    assert [sample.done for sample in ours.samples[8]] == [1, 4, 5]
    assert [sample.done for sample in stock.samples[8]] == [2, 3, 6]


def test_disturbed_rounds_are_played_again_and_left_out_for_both() -> None:
    # The second stretch and the fifth are disturbed, and so the first round and the third.
    machine, ours, stock = run([0.0, 0.5, 0.0, 0.0, 0.9, 0.0], rounds=2, patience=60.0)
    assert len(machine.order) == 8
    assert [sample.done for sample in ours.samples[8]] == [4, 8]
    assert [sample.done for sample in stock.samples[8]] == [3, 7]


def test_without_patience_the_planned_rounds_are_counted_as_they_are() -> None:
    machine, ours, _ = run([0.5] * 4, rounds=2, patience=0.0)
    assert len(machine.order) == 4
    assert [sample.elsewhere for sample in ours.samples[8]] == [0.5, 0.5]
