from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from knowledge import catalogue
from knowledge.catalogue import tables
from knowledge.database import Base, Database
from knowledge.provenance import Provenance, Status, joined

SOURCED = {"source": "a source", "as_of": date(2026, 1, 1), "status": "confirmed"}


def find(rows, **wanted):
    [row] = [row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())]
    return row


def test_malaysia_sells_two_models(session):
    models = {model.key: model for model in catalogue.lineup(session, "MY")}

    assert list(models) == ["smart_1", "smart_3", "smart_5"]
    assert (models["smart_1"].state, models["smart_1"].launched, models["smart_1"].precision) == (
        "on_sale",
        date(2023, 11, 1),
        "month",
    )
    assert (models["smart_3"].state, models["smart_3"].launched, models["smart_3"].precision) == (
        "on_sale",
        date(2024, 9, 18),
        "by",
    )
    assert (models["smart_5"].state, models["smart_5"].note) == ("unknown", "no_launch_on_record")
    assert [variant.name for variant in models["smart_1"].variants] == [
        "smart #1 Pro",
        "smart #1 Premium",
        "smart #1 BRABUS",
    ]


def test_thailand_has_a_plan_only(session):
    for model in catalogue.lineup(session, "TH"):
        assert (model.state, model.note) == ("unknown", "thailand_plan_only")
    assert catalogue.prices(session, "TH") == []
    note = catalogue.market_note(session, "TH", "prices")
    assert note is not None
    assert note.note == "not_on_record"


def test_a_market_without_rows_knows_nothing(session):
    assert {model.state for model in catalogue.lineup(session, "SG")} == {"unknown"}
    assert catalogue.market_note(session, "SG", "prices") is None


def test_malaysian_prices_are_said_to_be_from_before_the_duty(session):
    note = catalogue.market_note(session, "MY", "prices")

    assert note is not None
    assert (note.note, note.figure) == ("before_duty_returned", "duty_return_date")


def test_prices_by_model_and_variant(session):
    assert [price.variant for price in catalogue.prices(session, "MY", "smart_3")] == [
        "pro",
        "premium",
        "brabus",
    ]
    [price] = catalogue.prices(session, "MY", "smart_1", "premium")
    assert price.name == "smart #1 Premium"
    assert (price.amount, price.currency, price.basis) == (Decimal(219000), "MYR", "otr_without_insurance")
    assert price.valid_from == date(2023, 12, 18)


def test_a_variant_has_its_own_values_and_those_of_the_model(session):
    values = catalogue.specs(session, "smart_1", "brabus")

    assert find(values, attribute="length").value_max == 4300
    assert find(values, attribute="width").value_max == 1822
    assert len({value.attribute for value in values}) == len(values)
    assert {value.variant for value in values} == {"brabus", None}


def test_a_model_has_the_values_of_all_variants(session):
    values = catalogue.specs(session, "smart_1", attributes=["length", "range_wltp"])

    assert [(value.attribute, value.variant) for value in values] == [
        ("range_wltp", "premium"),
        ("range_wltp", "brabus"),
        ("length", None),
        ("length", "brabus"),
    ]


def test_what_is_not_on_record_is_not_in_the_answer(session):
    assert catalogue.specs(session, "smart_1", "pro", ["range_wltp"]) == []
    assert catalogue.specs(session, "smart_9") == []
    assert catalogue.specs(session, "smart_1", "premium", []) == []
    assert catalogue.specs(session, "smart_5", "premium", ["range_wltp"]) == []


def test_bounds_ranges_and_words(session):
    under = find(catalogue.specs(session, "smart_1", "premium"), attribute="dc_time")
    assert (under.qualifier, under.value_min, under.value_max, under.number) == ("under", None, 30, 30)
    boot = find(catalogue.specs(session, "smart_1", "premium"), attribute="boot")
    assert (boot.qualifier, boot.value_min, boot.value_max, boot.unit) == ("range", 273, 411, "litre")
    drive = find(catalogue.specs(session, "smart_1", "brabus"), attribute="drive")
    assert (drive.text_key, drive.number) == ("awd", None)


def test_attributes_have_an_order_and_headlines(session):
    attributes = catalogue.attributes(session)

    assert attributes[0].key == "range_wltp"
    assert find(attributes, key="acceleration").better == "lower"
    assert 6 <= sum(attribute.headline for attribute in attributes) <= 10


@pytest.fixture
def dated(sqlite_url):
    with Database(sqlite_url) as database:
        Base.metadata.create_all(database.engine)
        with database.transaction() as session:
            session.add(tables.Model(key="m", name="M", body="suv", position=0))
            session.flush()
            session.add(tables.Variant(model="m", key="v", name="M V", position=0))
            session.flush()
            for day, amount in ((None, 1), (date(2024, 1, 1), 2), (date(2026, 1, 1), 3)):
                session.add(
                    tables.Price(
                        id=str(day), market="MY", model="m", variant="v", amount=Decimal(amount),
                        currency="MYR", basis="otr", valid_from=day, **SOURCED,
                    )
                )  # fmt: skip
        yield database


@pytest.mark.parametrize(
    ("day", "amount"),
    [(date(2023, 12, 31), 1), (date(2024, 1, 1), 2), (date(2025, 12, 31), 2), (date(2026, 1, 1), 3)],
)
def test_the_latest_price_of_a_day_counts(dated, day, amount):
    with dated.reading() as session:
        [price] = catalogue.prices(session, "MY", on=day)

    assert price.amount == amount


def test_two_prices_of_one_day_are_refused(dated):
    with pytest.raises(IntegrityError), dated.transaction() as session:
        session.add(
            tables.Price(
                id="again", market="MY", model="m", variant="v", amount=Decimal(9), currency="MYR",
                basis="otr", valid_from=date(2026, 1, 1), **SOURCED,
            )
        )  # fmt: skip


def test_a_statement_on_several_facts_is_as_weak_as_the_weakest():
    facts = [
        Provenance("a", "u", date(2024, 1, 1), Status.CONFIRMED),
        Provenance("b", "u", date(2023, 1, 1), Status.REPORTED),
        Provenance("a", "u", date(2025, 1, 1), Status.CONFIRMED),
    ]

    assert joined(facts) == Provenance("a; b", "u", date(2023, 1, 1), Status.REPORTED)


def test_every_price_on_record_belongs_to_a_variant_in_the_lineup(session):
    variants = {
        (model.key, variant.key) for model in catalogue.lineup(session, "MY") for variant in model.variants
    }

    assert {(price.model, price.variant) for price in catalogue.prices(session, "MY")} <= variants
