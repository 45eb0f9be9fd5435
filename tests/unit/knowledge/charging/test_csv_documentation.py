"""The page for operators names what the importer takes."""

import re
from pathlib import Path

from knowledge.charging.importing import sheet

PAGE = Path(__file__).parents[4] / "docs" / "charging.md"


def test_every_column_is_documented_and_no_other():
    section = PAGE.read_text(encoding="utf-8").split("## A CSV of sites")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(sheet.COLUMNS)
    needed = {name for row in rows if "(needed)" in row for name in re.findall(r"`(\w+)`", row)}
    assert needed == set(sheet.NEEDED)
