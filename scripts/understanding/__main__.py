"""`make nlu-report`: how well the model understands the validation files; the README's table is rewritten."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts import train
from scripts.console import guarded, say
from scripts.places import ROOT
from scripts.understanding import lines, measure, report

README = ROOT / "README.md"


def main() -> int:
    """Measure and print; other files than our own are measured without touching the README."""
    parser = argparse.ArgumentParser(prog="python -m scripts.understanding", description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, help="labelled messages; without any, the validation files"
    )
    parser.add_argument("--confusions", type=int, default=20, metavar="N", help="how many to show")
    parser.add_argument("--errors", action="store_true", help="show every message that was misunderstood")
    options = parser.parse_args()
    labelled = lines.read(options.files) if options.files else lines.validation()
    reads = measure.parse(train.ensure(), labelled)
    tables = [report.by_language(reads), report.by_kind(reads), report.by_entity(reads)]
    say("\n\n".join([*tables, report.speed(reads), report.worst(reads, options.confusions)]))
    if options.errors:
        say("\n".join(map(report.mistake, (read for read in reads if not read.right))))
    if not options.files:
        page = report.with_table(README.read_text(encoding="utf-8"), report.by_language(reads))
        README.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
