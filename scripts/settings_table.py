"""Write `docs/settings.md` from the settings themselves; `--check` fails where the file differs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import fields

from scripts import services
from scripts.console import Problem, guarded, say
from scripts.places import ROOT
from settings import Settings

TABLE = ROOT / "docs" / "settings.md"
_HEAD = """# Settings

Every setting is an environment variable; an empty one counts as unset. This page is written by
`python -m scripts.settings_table` from `settings.py` and `scripts/services.py`, and a test keeps it whole.

## The application

| variable | default | meaning |
| --- | --- | --- |
"""
_MIDDLE = """
## Starting and training (`make run`, `make train`, `make test`)

| variable | default | meaning |
| --- | --- | --- |
"""


def page() -> str:
    """Return the whole page."""
    ours = [
        (setting.metadata["variable"], setting.metadata["default"], setting.metadata["help"])
        for setting in fields(Settings)
    ]
    told = {variable for variable, _, _ in ours}
    others = [setting for setting in services.SETTINGS if setting[0] not in told]
    return _HEAD + _rows(ours) + _MIDDLE + _rows(others)


def _rows(settings: Sequence[tuple[str, str | None, str]]) -> str:
    return "".join(
        f"| `{variable}` | {f'`{default}`' if default else '–'} | {meaning} |\n"
        for variable, default, meaning in settings
    )


def main() -> int:
    """Write or check the page."""
    parser = argparse.ArgumentParser(prog="python -m scripts.settings_table", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    if parser.parse_args().check:
        if not TABLE.exists() or TABLE.read_text(encoding="utf-8") != page():
            raise Problem("docs/settings.md is out of date: run `python -m scripts.settings_table`.")
        return 0
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(page(), encoding="utf-8")
    say(f"Wrote {TABLE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
