"""Shows the figures of charging and journeys: tables for people, and which aims are met."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scripts.bench.charging.beside import ALONE, CONTROL, PATCHED, Beside, Pace
from scripts.bench.charging.every_way import ROUNDING, Compared
from scripts.bench.charging.pulling import Pulled
from scripts.bench.charging.stores import Measured
from scripts.bench.figures import Aim
from scripts.bench.report import Row, aim_rows, aligned

SEARCH_AIM, REPORT_AIM, DRIVE_AIM = 20.0, 1_000.0, 100.0
SLOWER_AIM = 1.25
Figures = tuple[str, Measured, Beside]


def text(quick: bool, found: Sequence[Figures], pulled: Pulled, compared: Compared) -> str:
    """Return the whole report."""
    heading = "Charging and journeys" + (" (a quick run: few sites, little time)" if quick else "")
    return "\n\n".join(
        (
            f"\n{heading}:",
            aligned([*_store_rows(found), ("",), *_beside_rows(found)]),
            _pulled(pulled),
            _compared(compared),
            aligned(aim_rows(aims(found, compared))),
        )
    )


def aims(found: Sequence[Figures], compared: Compared) -> list[Aim]:
    """Return each aim with what was reached."""
    wanted: list[Aim] = []
    for name, store, beside in found:
        wanted += [
            Aim(f"{name}: nearest ten, p95 in ms", store.search_p95, SEARCH_AIM, at_least=False),
            Aim(f"{name}: status reports a second, in the store", store.reports, REPORT_AIM, at_least=True),
            Aim(f"{name}: a journey planned, p95 in ms", store.drive_p95, DRIVE_AIM, at_least=False),
            Aim(f"{name}: status changes lost", beside.lost, 0.0, at_least=False),
        ]
        for pace in beside.paces:
            where = f"{name}, {pace.turns_a_second} turns a second, {_door(pace)}"
            wanted += [
                Aim(f"{where}: share of the changes in time", pace.in_time, 0.99, at_least=True),
                Aim(f"{where}: p50 to the control's", pace.slower(0.5, CONTROL), SLOWER_AIM, at_least=False),
                Aim(f"{where}: p95 to the control's", pace.slower(0.95, CONTROL), SLOWER_AIM, at_least=False),
            ]
    return [
        *wanted,
        Aim("journeys below the reserve", compared.below_reserve, 0.0, at_least=False),
        Aim("journeys that were not found", compared.not_found, 0.0, at_least=False),
        Aim("minutes slower than the best way", compared.worst_minutes, ROUNDING, at_least=False),
    ]


def _store_rows(found: Sequence[Figures]) -> list[Row]:
    def row(title: str, figure: Callable[[Measured], str]) -> Row:
        return (title, *(figure(store) for _, store, _ in found))

    return [
        ("", *(name for name, _, _ in found)),
        row("sites", lambda each: f"{each.sites:,}"),
        row("nearest ten with filters, p50 / p95", lambda each: _two(each.search_p50, each.search_p95)),
        row("status reports a second, in the store", lambda each: f"{each.reports:,.0f}"),
        row("a journey planned, p50 / p95", lambda each: _two(each.drive_p50, each.drive_p95)),
    ]


def _beside_rows(found: Sequence[Figures]) -> list[Row]:
    rows: list[Row] = []
    for paces in zip(*(beside.paces for _, _, beside in found), strict=True):
        title = f"chats at {paces[0].turns_a_second} turns a second, operators {_door(paces[0])}, p50 / p95"
        rows += [(title,), *_pace_rows(paces)]
    return [
        *rows,
        ("status changes sent", *(f"{each.sent:,}" for _, _, each in found)),
        ("  not on record at the end", *(str(each.lost) for _, _, each in found)),
        ("  processor seconds a second of their sender", *(f"{each.sender:.2f}" for _, _, each in found)),
    ]


def _door(pace: Pace) -> str:
    return "apart" if pace.apart else "in the application"


def _pace_rows(paces: Sequence[Pace]) -> list[Row]:
    def times(kind: str) -> list[str]:
        return [_two(pace.at(0.5, kind), pace.at(0.95, kind)) for pace in paces]

    def ratios(kind: str) -> list[str]:
        return [f"{pace.slower(0.5, kind):.2f} / {pace.slower(0.95, kind):.2f}" for pace in paces]

    return [
        ("  alone", *times(ALONE)),
        ("  control: the changes go to a server of their own", *times(CONTROL)),
        ("  beside the changes that we take", *times(PATCHED)),
        ("    times the control's", *ratios(CONTROL)),
        ("    times alone", *ratios(ALONE)),
        ("  changes taken a second", *(f"{pace.rate:,.0f}" for pace in paces)),
        ("  an answer to a change, p50 / p95", *(_two(*pace.answered) for pace in paces)),
        ("  turns in each / without a good answer", *(f"{pace.turns} / {pace.faults}" for pace in paces)),
        ("  other programs' share of the processors", *(f"{pace.elsewhere:.0%}" for pace in paces)),
    ]


def _pulled(pulled: Pulled) -> str:
    return (
        f"A full pull of {pulled.evses:,} EVSEs that are on record, by SQLite: {pulled.seconds:.0f} s, "
        f"{pulled.memory:.0f} MB at most; a command that only lists the operators holds "
        f"{pulled.idle_memory:.0f} MB."
    )


def _compared(compared: Compared) -> str:
    return (
        f"Journeys beside every way and charge tried one by one: {compared.graphs} small random graphs, "
        f"{compared.with_a_way} with a way, {compared.stops} with a stop; at worst "
        f"{compared.worst_ratio:.6f} times the best way's time ({compared.worst_minutes * 60:.2f} s more); "
        f"below the reserve: {compared.below_reserve}; not found: {compared.not_found}."
    )


def _two(one: float, other: float) -> str:
    return f"{one:.1f} / {other:.1f} ms"
