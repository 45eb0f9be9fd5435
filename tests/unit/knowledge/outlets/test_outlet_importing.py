"""The real network from CSV files: all of it comes in, or nothing with every row's mistake."""

import re
from datetime import date
from pathlib import Path

import pytest
from making_outlets import make, make_resource
from sqlalchemy import select

from knowledge import __main__ as knowledge
from knowledge import outlets, seeding
from knowledge.charging.importing.problems import ImportFailedError
from knowledge.database import Database
from knowledge.migrations import migrate
from knowledge.outlets import tables
from knowledge.outlets.importing import resources, sheet
from knowledge.outlets.writing import replace_all

TODAY = date(2026, 11, 21)
HEADER = "key,name,name_zh,market,state,kind,address,latitude,longitude,phone,languages,services,hours"
PJ = 'pj,smart PJ,八打灵店,MY,selangor,both,"1, Jalan A",3.1,101.6,03-7955 1234,en ms,sales test_drive,"Mon-Fri 09:00-18:00; Sat 10:00-13:00,14:00-17:00"'
BKK = "bkk,smart Bangkok,,TH,bangkok,service,Rama 9,13.7,100.5,,th;en,service,daily 09:00-18:00"
THINGS = "outlet,key,kind,name,model,variant,radius_km,slot_minutes,lead_minutes,confirms"
CAR = "pj,car_1,demo_car,White one,smart_1,premium,,60,120,"
BAY = "bkk,bay_1,service_bay,Bay,,,,120,1440,no"
CARS = {"smart_1": {"pro", "premium"}, "smart_3": {"brabus"}}
PAGE = Path(__file__).parents[4] / "docs" / "outlets.md"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def problems(read, *arguments) -> list[str]:
    with pytest.raises(ImportFailedError) as caught:
        read(*arguments)
    return str(caught.value).splitlines()


def test_a_row_is_an_outlet_with_its_hours(tmp_path):
    pj, bkk = sheet.read(write(tmp_path / "o.csv", HEADER, PJ, BKK), TODAY)
    assert (pj.outlet.names, pj.outlet.phone) == ({"en": "smart PJ", "zh": "八打灵店"}, "+60379551234")
    assert (pj.outlet.address, pj.outlet.services) == ("1, Jalan A", ["sales", "test_drive"])
    assert pj.week[5] == ((600, 780), (840, 1020))
    assert (pj.outlet.source, pj.outlet.as_of, pj.outlet.sample) == ("o.csv", TODAY, False)
    assert (bkk.outlet.time_zone, bkk.outlet.languages, bkk.outlet.phone) == (
        "Asia/Bangkok",
        ["th", "en"],
        None,
    )


def quoted(line: str, by: str) -> str:
    return (
        line.replace(",", by)
        if '"' not in line
        else by.join(f'"{each.strip(chr(34))}"' for each in re.split(r',(?=(?:[^"]*"[^"]*")*[^"]*$)', line))
    )


@pytest.mark.parametrize(
    ("encoding", "delimiter", "first", "end"),
    [
        ("utf-8", ",", "", "\n"),
        ("utf-8-sig", ",", "", "\r\n"),
        ("utf-8-sig", ";", "", "\r\n"),
        ("utf-8", "\t", "", "\n"),
        ("utf-8", ";", "sep=;\r\n", "\r\n"),
    ],
)
def test_as_spreadsheets_save_it(tmp_path, encoding, delimiter, first, end):
    lines = [quoted(each, delimiter) for each in (HEADER.upper(), PJ)]
    blank = delimiter * HEADER.count(",")
    text = first + end.join([*lines, blank, ""])
    path = tmp_path / "o.csv"
    path.write_bytes(text.encode(encoding))
    [pj] = sheet.read(path, TODAY)
    assert (pj.outlet.key, pj.outlet.address) == ("pj", "1, Jalan A")


@pytest.mark.parametrize(
    ("data", "what", "cure"),
    [
        (f"{HEADER}\n{PJ}".replace("smart PJ", "smart Café").encode("windows-1252", "replace"), "not in UTF-8", "CSV UTF-8"),
        (f"{HEADER}\n{PJ}".encode("utf-16"), "UTF-16", "CSV UTF-8"),
        (b"PK\x03\x04\x00\x00", "no text at all", "CSV UTF-8"),
        (b"", "the column key is missing", "add it"),
        (HEADER.encode(), "there is no row", "write a row"),
        (f'{HEADER}\npj,"smart'.encode(), "not CSV", "quote"),
        (f"{HEADER},colour\n{PJ},red".encode(), "the column 'colour' is unknown", "the columns are key"),
        (f"{HEADER},key\n{PJ},x".encode(), "a column stands twice", "remove"),
        (HEADER.replace("hours", "hour").encode(), "the column hours is missing", "Mon-Fri"),
        (f"{HEADER}\n{PJ},more".encode(), "o.csv, row 2: it has 14 cells, the first row 13", "separators"),
    ],
)  # fmt: skip
def test_a_file_of_another_form_is_refused(tmp_path, data, what, cure):
    path = tmp_path / "o.csv"
    path.write_bytes(data)
    assert any(what in line and cure in line for line in problems(sheet.read, path, TODAY))


def test_a_file_that_is_not_there(tmp_path):
    assert problems(sheet.read, tmp_path / "no.csv", TODAY) == [
        "no.csv: it cannot be read (No such file or directory): check the name"
    ]


@pytest.mark.parametrize(
    ("old", "new", "what", "cure"),
    [
        ("pj,", "P J,", "key 'P J' is not right", "a to z"),
        ("pj,", "sample_pj,", "like a sample's", "another word"),
        ("smart PJ", "", "name '' is not right", "in English"),
        ("MY,", "SG,", "market 'SG' is not right", "MY or TH"),
        ("selangor", "selangol", "state 'selangol' is not one of MY", "perhaps selangor"),
        ("selangor", "bangkok", "state 'bangkok' is not one of MY", "one of johor"),
        ("both", "shop", "kind 'shop' is not right", "showroom, service or both"),
        ("3.1,101.6", "101.6,3.1", "101.6, 3.1 is not in MY", "latitude comes before"),
        ("3.1,", "north,", "latitude 'north' is not right", "degrees north"),
        ("3.1,", "nan,", "latitude 'nan' is not right", "degrees north"),
        ("03-7955 1234", "12345", "phone '12345' is no valid number", "+60"),
        ("en ms", "english", "languages 'english' is not right", "en ms zh th"),
        ("en ms", "", "languages '' is not right", "en ms zh th"),
        ("sales test_drive", "selling", "services 'selling' is not right", "of sales"),
        ("09:00-18:00", "9-18", "hours: '9' is no time", "Mon-Fri 09:00-18:00"),
    ],
)
def test_a_wrong_value_is_told_with_its_row_and_its_cure(tmp_path, old, new, what, cure):
    path = write(tmp_path / "o.csv", HEADER, BKK, PJ.replace(old, new, 1))
    lines = problems(sheet.read, path, TODAY)
    assert any(line.startswith("o.csv, row 3: ") and what in line and cure in line for line in lines), lines


def test_a_time_zone_of_another_market_and_a_key_twice(tmp_path):
    path = write(tmp_path / "o.csv", HEADER + ",time_zone", PJ + ",Asia/Bangkok", PJ + ",Asia/Kuching")
    assert problems(sheet.read, path, TODAY) == [
        "o.csv, row 2: time_zone 'Asia/Bangkok' is not one of MY: use Asia/Kuala_Lumpur or Asia/Kuching",
        "o.csv, row 3: the key 'pj' stands in row 2 already: give one of the two another key, or remove it",
    ]


def test_all_mistakes_are_told_at_once(tmp_path):
    path = write(
        tmp_path / "o.csv", HEADER, PJ.replace("selangor", "x").replace("both", "y"), BKK.replace("TH", "XX")
    )
    assert len(problems(sheet.read, path, TODAY)) == 2


def test_a_row_is_something_that_can_be_booked(tmp_path):
    car, bay = resources.read(write(tmp_path / "r.csv", THINGS, CAR, BAY), {"pj", "bkk"}, CARS)
    assert (car.key, car.outlet_key, car.model, car.confirms, car.horizon_days) == (
        "pj/car_1",
        "pj",
        "smart_1",
        True,
        60,
    )
    assert (bay.key, bay.slot_minutes, bay.confirms, bay.model) == ("bkk/bay_1", 120, False, None)


@pytest.mark.parametrize(
    ("row", "what", "cure"),
    [
        (CAR.replace("pj,", "kl,"), "there is no outlet 'kl'", "in the file of outlets"),
        (CAR.replace("premium", "brabus"), "smart_1 brabus is not on record", "smart_3 brabus"),
        (CAR.replace("smart_1,premium", ","), "no model without a variant", "smart_1"),
        (CAR.replace("60,120", "50,120"), "slot_minutes '50' is not right", "quarters"),
        (CAR.replace("60,120", "60,-1"), "lead_minutes '-1' is not right", "shortest notice"),
        (CAR.replace("demo_car", "car"), "kind 'car' is not right", "survey_team"),
        (CAR + "maybe", "confirms 'maybe' is not right", "yes where"),
        (BAY.replace("Bay,,,", "Bay,smart_1,pro,"), "a service_bay has a model", "empty"),
        (BAY.replace("Bay,,,", "Bay,,,30"), "a service_bay has a radius_km", "empty"),
        (BAY.replace("service_bay", "survey_team"), "a survey_team has no radius_km", "between 1 and 500"),
    ],
)
def test_a_resource_that_cannot_be_is_told(tmp_path, row, what, cure):
    lines = problems(resources.read, write(tmp_path / "r.csv", THINGS, row), {"pj", "bkk"}, CARS)
    assert any(line.startswith("r.csv, row 2: ") and what in line and cure in line for line in lines), lines


def test_a_resource_twice(tmp_path):
    path = write(tmp_path / "r.csv", THINGS, CAR, CAR.replace("White", "Red"))
    [line] = problems(resources.read, path, {"pj"}, CARS)
    assert "'car_1' of 'pj' stands in row 2 already" in line


# --- the commands


@pytest.fixture
def run(database_url, monkeypatch, capsys, tmp_path):
    """Run a command as an operator does; return its exit code and all that it prints."""
    migrate(database_url)
    with Database(database_url) as database, database.transaction() as session:
        seeding.seed(session)
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))

    def command(*arguments: str) -> tuple[int, str]:
        code = knowledge.main(["outlets", *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return command


def test_an_import_takes_the_place_of_all_samples(run, database_url, tmp_path):
    files = write(tmp_path / "o.csv", HEADER, PJ, BKK), "--resources", write(tmp_path / "r.csv", THINGS, CAR)
    code, printed = run("import", *files)
    assert code == 0
    assert "2 outlets and 1 resources: 3 added, 0 changed, 16 no longer active" in printed
    assert "nothing can be booked at bkk" in printed
    assert run("import", *files)[1].startswith("2 outlets and 1 resources: 0 added, 0 changed, 0 no longer")
    with Database(database_url) as database, database.transaction() as session:
        seeding.seed(session)
        assert [each.key for each in outlets.in_market(session, "MY")] == ["pj"]
        assert [each.key for each in outlets.resources(session, "pj")] == ["pj/car_1"]
        assert session.get(tables.Outlet, "sample_ipoh") is not None


def test_a_mistake_leaves_everything_as_it_was(run, database_url, tmp_path):
    wrong = write(tmp_path / "o.csv", HEADER, PJ, BKK.replace("TH", "XX"))
    code, printed = run(
        "import", wrong, "--resources", write(tmp_path / "r.csv", THINGS, CAR, BAY.replace("120", "7"))
    )
    assert code == 1
    assert [line.split(":")[0] for line in printed.splitlines()] == ["o.csv, row 3", "r.csv, row 3"]
    with Database(database_url) as database, database.reading() as session:
        assert session.get(tables.Outlet, "pj") is None
        assert len(outlets.in_market(session, "MY")) == 12


def test_an_import_keeps_closures_and_without_a_second_file_the_resources(run, database_url, tmp_path):
    path = write(tmp_path / "o.csv", HEADER, PJ)
    run("import", path, "--resources", write(tmp_path / "r.csv", THINGS, CAR))
    run("close", "pj", "2026-12-24", "2026-12-26", "--reason", "year's end")
    run("import", write(path, HEADER, PJ.replace("1, Jalan A", "2, Jalan B")))
    code, printed = run("show", "pj")
    assert code == 0
    assert "2, Jalan B" in printed
    assert "closed 2026-12-24 to 2026-12-26 (year's end)" in printed
    assert "pj/car_1  demo_car  White one  60 minutes" in printed


def test_staff_close_open_and_look(run):
    assert (
        run("close", "sample_ipoh", "2099-12-24")[1]
        == "sample_ipoh is closed from 2099-12-24 to 2099-12-24\n"
    )
    assert "at its weekly hours" in run("open", "sample_ipoh", "2099-12-24")[1]
    assert "open 2099-12-24" in run("show", "sample_ipoh")[1]
    code, printed = run(
        "close-resource", "sample_ipoh/smart_1_premium", "2099-12-24T09:00", "2099-12-24T12:00"
    )
    assert (code, "is closed from 2099-12-24T09:00" in printed) == (0, True)
    assert "  closed 2099-12-24T09:00 to 2099-12-24T12:00" in run("show", "sample_ipoh")[1]
    assert run("open-resource", "sample_ipoh/smart_1_premium", "2099-12-24T09:00", "2099-12-24T12:00")[0] == 0
    assert "2099-12-24T09:00" not in run("show", "sample_ipoh")[1]
    listed = run("list")[1]
    assert "sample_ipoh  MY perak  showroom  Sample showroom Ipoh (demo)  6 resources  sample" in listed
    assert "16 outlets; public holidays on record: MY until 20" in listed


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("close", "nowhere", "2026-12-24"), "there is no outlet 'nowhere'"),
        (("show", "nowhere"), "there is no outlet 'nowhere'"),
        (("close", "sample_ipoh", "2026-12-24", "2026-12-20"), "write the first day before the last"),
        (("close-resource", "x", "2026-12-24T09:00", "2026-12-24T10:00"), "there is no resource 'x'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run, arguments, what):
    code, printed = run(*arguments)
    assert (code, printed.count("\n")) == (1, 1)
    assert what in printed


def test_a_day_that_is_none_is_refused(run, capsys):
    with pytest.raises(SystemExit):
        run("close", "sample_ipoh", "2026-02-31")
    assert "write it like 2026-12-24" in capsys.readouterr().err


def test_an_outlet_of_an_earlier_import_comes_back(writing, tmp_path):
    make(writing, "old")
    make_resource(writing, "old/bay")
    [pj] = sheet.read(write(tmp_path / "o.csv", HEADER, PJ), TODAY)
    assert replace_all(writing, [pj]).removed == 1
    assert outlets.resources(writing, "old") == []
    [back] = sheet.read(write(tmp_path / "o.csv", HEADER, PJ.replace("pj,", "old,")), TODAY)
    replace_all(writing, [back])
    assert [each.key for each in outlets.resources(writing, "old")] == ["old/bay"]
    assert writing.scalars(select(tables.Outlet.key).where(tables.Outlet.active)).all() == ["old"]


def test_every_column_is_documented_and_no_other():
    for title, form in (("## The file of outlets", sheet), ("## The file of resources", resources)):
        section = PAGE.read_text(encoding="utf-8").split(title)[1].split("\n## ")[0]
        rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
        assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(form.COLUMNS)
        needed = {name for row in rows if "(needed)" in row for name in re.findall(r"`(\w+)`", row)}
        assert needed == set(form.NEEDED)
