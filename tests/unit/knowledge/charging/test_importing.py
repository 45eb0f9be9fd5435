"""Files of others: all of a file comes in, or nothing with every row's mistake."""

import json

import pytest
from sqlalchemy import func, select

from knowledge import __main__ as knowledge
from knowledge.charging import tables
from knowledge.charging.importing import ocm, sheet
from knowledge.charging.importing.problems import ImportFailedError
from knowledge.charging.store import read_location
from knowledge.database import Database
from knowledge.migrations import migrate

HEADER = "id,name,latitude,longitude,country,connector,kw,count,hours,access,price,source,checked_on"
GOOD = [
    HEADER,
    "a,Mall A,3.1,101.6,MY,ccs2,60,2,24/7,public,RM1.20/kWh,own list,2026-11-20",
    "a,Mall A,3.1,101.6,MY,type2,,,24/7,public,RM1.20/kWh,own list,2026-11-20",
    "b,ปั๊ม,13.7,100.5,TH,chademo,50,1,,membership,,own list,",
]
POI = {
    "ID": 7,
    "DataProviderID": 1,
    "UsageTypeID": 4,
    "UsageCost": "RM1.00/kWh",
    "AddressInfo": {
        "Title": "Ayer Hitam",
        "CountryID": 137,
        "Latitude": 1.915,
        "Longitude": 103.18,
        "Town": "Ayer Hitam",
    },
    "Connections": [
        {"ConnectionTypeID": 33, "PowerKW": 180, "CurrentTypeID": 30, "Quantity": 2},
        {"ConnectionTypeID": 25, "PowerKW": 22, "CurrentTypeID": 20, "Quantity": None},
        {"ConnectionTypeID": 33, "PowerKW": 50, "StatusTypeID": 100},
    ],
    "OperatorInfo": {"Title": "Gentari"},
    "StatusTypeID": 50,
    "DateLastVerified": "2023-03-01T10:00:00Z",
}


@pytest.fixture
def csv_file(tmp_path):
    def write(*lines, encoding="utf-8"):
        path = tmp_path / "sites.csv"
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    return write


@pytest.fixture
def json_file(tmp_path):
    def write(data):
        path = tmp_path / "poi.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return path

    return write


def problems(read, path):
    with pytest.raises(ImportFailedError) as caught:
        read(path)
    return [(each.row, each.what) for each in caught.value.problems], str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_sheet_is_read(csv_file, encoding):
    first, second = sheet.read(csv_file(*GOOD, encoding=encoding))

    assert [(evse.uid, evse.connectors[0].kind, evse.connectors[0].kw) for evse in first.evses] == [
        ("1-1", "ccs2", 60.0),
        ("1-2", "ccs2", 60.0),
        ("2-1", "type2", None),
    ]
    assert (first.round_the_clock, first.price_text, str(first.checked_on)) == (
        True,
        "RM1.20/kWh",
        "2026-11-20",
    )
    assert (second.name, second.access, second.round_the_clock, second.checked_on) == (
        "ปั๊ม",
        "membership",
        None,
        None,
    )


def test_every_mistake_of_a_sheet_is_named_with_its_row_and_cure(csv_file):
    found, text = problems(
        sheet.read,
        csv_file(
            *GOOD,
            "c,Mall C,3.1,201.6,SG,ccs9,60,1,,,,own,",
            "b,Another,13.7,100.5,TH,type2,22,1,,membership,,own list,",
            "d,,3.1,101.6,MY,ccs2,60,0,,,,,x",
        ),
    )
    assert found == [
        (5, "longitude '201.6' is not right"),
        (5, "country 'SG' is not right"),
        (5, "connector 'ccs9' is not right"),
        (7, "name '' is not right"),
        (7, "count '0' is not right"),
        (7, "source '' is not right"),
        (7, "checked_on 'x' is not right"),
        (6, "name of site 'b' is not what row 4 says"),
    ]
    assert "sites.csv, row 5: country 'SG' is not right: needs MY or TH" in text


@pytest.mark.parametrize(
    ("lines", "row", "what"),
    [
        ([], 1, "the column id is missing"),
        ([HEADER], None, "there is no row"),
        ([HEADER + ",colour", GOOD[1] + ",red"], 1, "the column 'colour' is unknown"),
        ([HEADER, GOOD[1] + ",more"], 2, "it has more or fewer cells than the first row"),
        ([HEADER, "a,Mall"], 2, "it has more or fewer cells than the first row"),
        ([HEADER + ",id", GOOD[1] + ",a"], 1, "a column stands twice"),
        ([HEADER, '"a'], None, "it is not CSV in UTF-8 (unexpected end of data)"),
    ],
)
def test_sheet_that_is_none(csv_file, lines, row, what):
    assert (row, what) in problems(sheet.read, csv_file(*lines))[0]


def test_sheet_in_another_encoding_or_not_there(csv_file, tmp_path):
    ((row, what),), text = problems(sheet.read, csv_file(*GOOD[:2], "é", encoding="latin-1"))
    assert row is None
    assert what.startswith("it is not CSV in UTF-8")
    assert "save it as" in text
    assert problems(sheet.read, tmp_path / "none.csv")[0][0][1].startswith("it cannot be read")


def test_open_charge_map_is_read(json_file):
    gone = {**POI, "ID": 8, "StatusTypeID": 200}
    elsewhere = {**POI, "ID": 9, "AddressInfo": {**POI["AddressInfo"], "CountryID": 1, "Latitude": 51}}
    (site,) = ocm.read(json_file([POI, gone, elsewhere]))

    assert (site.name, site.country, site.access, site.network) == (
        "Ayer Hitam",
        "MY",
        "membership",
        "Gentari",
    )
    assert [(evse.uid, evse.connectors[0].kind, evse.connectors[0].kw) for evse in site.evses] == [
        ("1-1", "ccs2", 180.0),
        ("1-2", "ccs2", 180.0),
        ("2-1", "type2", 22.0),
    ]
    assert (site.licence, str(site.checked_on)) == ("CC BY 4.0", "2023-03-01")


def test_every_mistake_of_open_charge_map_is_named(json_file):
    swapped = {**POI, "ID": 8, "AddressInfo": {**POI["AddressInfo"], "Latitude": 103.18, "Longitude": 1.915}}
    nameless = {**POI, "ID": 9, "AddressInfo": {**POI["AddressInfo"], "Title": None}}
    found, text = problems(ocm.read, json_file([POI, swapped, nameless, POI, "what"]))

    assert [row for row, _ in found] == [2, 2, 3, 4, 5]
    assert "poi.json, row 2: AddressInfo.Latitude" in text
    assert "row 4: site 7 stands in row 1 already" in text


@pytest.mark.parametrize("data", [{}, [], "x"])
def test_file_that_is_not_open_charge_maps(json_file, data):
    assert problems(ocm.read, json_file(data))[0] == [(None, "it holds no list of sites")]


def test_commands_bring_in_all_or_nothing(tmp_path, csv_file, json_file, monkeypatch, capsys):
    url = f"sqlite:///{tmp_path}/smart.db"
    monkeypatch.setenv("DATABASE_URL", url)
    migrate(url)

    assert knowledge.main(["charging", "import", "ocm", str(json_file([POI]))]) == 0
    assert knowledge.main(["charging", "import", "csv", str(csv_file(*GOOD)), "--name", "Our sites"]) == 0
    assert "2 sites, 2 shown: 2 added, 0 changed, 0 removed" in capsys.readouterr().out
    assert (
        knowledge.main(["charging", "import", "csv", str(csv_file(*GOOD, "x")), "--name", "Our sites"]) == 1
    )
    assert "row 5" in capsys.readouterr().err
    assert knowledge.main(["charging", "import", "csv", str(csv_file(*GOOD[:3])), "--name", "Our sites"]) == 0
    assert "0 added, 1 changed, 1 removed" in capsys.readouterr().out

    with Database(url) as database, database.reading() as session:
        assert session.scalar(select(func.count()).select_from(tables.Location)) == 2
        assert read_location(session, "csv:our-sites", "a") is not None
        assert session.get(tables.Party, "ocm").attribution == ocm.ATTRIBUTION
