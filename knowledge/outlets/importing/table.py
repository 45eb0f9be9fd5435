"""Reading a CSV file as spreadsheets save it: rows of named cells, problems collected."""

import csv
import io
from collections.abc import Collection, Mapping
from pathlib import Path

from knowledge.charging.importing.problems import Report

DELIMITERS = (",", ";", "\t")
SAVE_AS = "save it as “CSV UTF-8”"

Cells = dict[str, str]


def read(
    path: Path, columns: Mapping[str, str], needed: Collection[str], report: Report
) -> list[tuple[int, Cells]]:
    """Return the rows with their number in the spreadsheet; nothing (and problems) where the form is wrong.

    `columns` says what each holds. Commas, semicolons and tabs are all read, whichever the first row has.
    """
    text = _text(path, report)
    if text is None:
        return []
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep="):  # a hint of Excel's to itself
        text, skipped = rest, 1
        first = rest.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        report.note(None, f"it is not CSV ({error})", f"{SAVE_AS}, and look for a quote that is never closed")
        return []
    header = [name.strip().lower() for name in records[0]] if records else []
    _check_header(header, columns, needed, report)
    rows: list[tuple[int, Cells]] = []
    for number, record in enumerate(records[1:], 2 + skipped):
        if not any(cell.strip() for cell in record):
            continue  # spreadsheets leave such rows behind
        if len(record) == len(header):
            rows.append((number, dict(zip(header, (cell.strip() for cell in record), strict=True))))
        else:
            report.note(
                number,
                f"it has {len(record)} cells, the first row {len(header)}",
                "check its separators and quotes",
            )
    if not rows and not report.problems:
        report.note(None, "there is no row", "write a row for each, below the names of the columns")
    return [] if report.problems else rows


def _text(path: Path, report: Report) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        report.note(None, f"it cannot be read ({error.strerror})", "check the name")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        report.note(None, "it is not text in UTF-8, but UTF-16 or no text at all", SAVE_AS)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        what = f"it is not in UTF-8 (byte {data[error.start]:#04x}; Windows-1252, perhaps)"
        report.note(row, what, f"{SAVE_AS}, not as plain CSV")
        return None


def _check_header(
    header: list[str], columns: Mapping[str, str], needed: Collection[str], report: Report
) -> None:
    for name in needed:
        if name not in header:
            report.note(1, f"the column {name} is missing", f"add it: {columns[name]}")
    for name in header:
        if name not in columns:
            report.note(1, f"the column {name!r} is unknown", f"the columns are {', '.join(columns)}")
    if len(set(header)) < len(header):
        report.note(1, "a column stands twice", "remove one of the two")
