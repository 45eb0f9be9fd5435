"""What people write, and what they mean by it: the files in cases/."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot.dates import Resolution, find, find_durations, resolve

CASES = Path(__file__).parent / "cases"


def groups() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(CASES.glob("*.yml")):
        for group in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.stem, group


def meanings() -> Iterator[Any]:
    for lang, group in groups():
        now = group.get("now")
        for text, meaning in group.get("cases", {}).items():
            moment = datetime.fromisoformat(str(now)).replace(tzinfo=ZoneInfo(group["zone"]))
            yield pytest.param(str(text), str(meaning), moment, id=f"{lang}: {text} ({now})")


def nothings() -> Iterator[Any]:
    for lang, group in groups():
        for text in group.get("nothing", []):
            yield pytest.param(str(text), id=f"{lang}: {text}")


def lengths() -> Iterator[Any]:
    for lang, group in groups():
        for text, meaning in group.get("durations", {}).items():
            yield pytest.param(str(text), str(meaning), id=f"{lang}: {text}")


def _day(day: date, now: datetime) -> str:
    return day.isoformat() if day.year != now.year else day.strftime("%m-%d")


def _hours(start: time, end: time) -> str:
    last = "24:00" if end == time() else f"{end:%H:%M}"
    return f"{start:%H:%M}" if start == end else f"{start:%H:%M}-{last}"


def _reading(start: datetime, end: datetime, has_time: bool, now: datetime) -> str:
    if not has_time:
        last = end - timedelta(days=1)
        return _day(start.date(), now) + (
            "" if start.date() == last.date() else f"..{_day(last.date(), now)}"
        )
    return f"{_day(start.date(), now)} {_hours(start.time(), end.time())}"


def written(meant: Resolution, now: datetime) -> str:
    """Write a resolution as the cases do."""
    if meant.has_day:
        readings = [_reading(*each, meant.has_time, now) for each in meant.readings]
    else:
        readings = [_hours(*each) for each in meant.hours]
    said = " | ".join(readings) or ("-" if "how_soon" not in meant.unclear else "")
    return (
        f"{'~' if meant.about else ''}{said}{' ? ' if meant.unclear else ''}{' '.join(meant.unclear)}".strip()
    )


def _amount(length: dict[str, Any]) -> str:
    to = f"-{length['to']}" if "to" in length else ""
    return f"{length['amount']}{to} {length['unit']}"


@pytest.mark.parametrize(("text", "meaning", "now"), list(meanings()))
def test_what_is_meant(text: str, meaning: str, now: datetime) -> None:
    found = [written(resolve(each.expression, now), now) for each in find(text)]
    assert (" ; ".join(found) or "-") == meaning


@pytest.mark.parametrize("text", list(nothings()))
def test_what_is_no_date(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(("text", "meaning"), list(lengths()))
def test_lengths_of_time(text: str, meaning: str) -> None:
    spoken = [_amount(each.expression) for each in find_durations(text)]
    assert ("; ".join(spoken) or "-") == meaning


def test_there_are_enough_cases_of_each_language() -> None:
    count = {lang: 0 for lang, _ in groups()}
    for lang, group in groups():
        count[lang] += sum(len(group.get(kind, ())) for kind in ("cases", "nothing", "durations"))
    assert min(count[lang] for lang in ("en", "ms", "zh", "th")) >= 80
    assert sum(count.values()) >= 340
