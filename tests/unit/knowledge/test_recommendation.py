from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import catalogue
from knowledge.catalogue import Needs, PriceInfo
from knowledge.catalogue.recommendation import RULES

BOOLEANS = ("family", "long_distance", "city", "performance", "boot")


def names(session, **needs):
    return [each.name for each in catalogue.recommend(session, Needs(**needs))]


def test_far_journeys_want_the_longest_range(session):
    best = catalogue.recommend(session, Needs(long_distance=True))[0]

    assert best.name == "smart #3 Premium"
    [reason] = [reason for reason in best.reasons if reason.key == "range"]
    assert (reason.attribute, reason.value.number, reason.best) == ("range_wltp", 455, True)


def test_speed_wants_the_quickest(session):
    assert names(session, performance=True)[0] == "smart #3 BRABUS"


def test_town_wants_the_shorter_car(session):
    best = catalogue.recommend(session, Needs(city=True))[0]

    assert best.model == "smart_1"
    assert "compact" in {reason.key for reason in best.reasons}


def test_a_large_boot_first_of_a_variant_with_a_reliable_price(session):
    found = catalogue.recommend(session, Needs(boot=True))

    assert found[0].name == "smart #1 Premium"
    assert found[0].cautions == ()
    assert found[1].cautions == ("price_unconfirmed",)


def test_without_needs_range_and_price_count(session):
    best = catalogue.recommend(session, Needs())[0]

    assert best.name == "smart #3 Premium"
    assert {reason.key for reason in best.reasons} == {"range", "price"}


def test_a_budget_leaves_out_what_is_dearer(session):
    [only] = catalogue.recommend(session, Needs(budget=Decimal(180_000)))

    assert only.name == "smart #3 Pro"
    assert "within_budget" in {reason.key for reason in only.reasons}


def test_a_budget_that_nothing_fits(session):
    found = catalogue.recommend(session, Needs(budget=Decimal(130_000)))

    assert found[0].name == "smart #3 Pro"
    assert all("over_budget" in each.cautions for each in found)
    assert not any(reason.key == "within_budget" for each in found for reason in each.reasons)


def test_a_budget_in_other_money_is_not_compared(session):
    found = catalogue.recommend(session, Needs(budget=Decimal(10), currency="THB"))

    assert found
    assert all("other_currency" in each.cautions for each in found)
    assert not any(reason.key == "within_budget" for each in found for reason in each.reasons)


def test_nothing_is_recommended_where_nothing_is_known_to_be_sold(session):
    assert catalogue.recommend(session, Needs(market="TH", family=True)) == []


def test_the_limit(session):
    assert len(catalogue.recommend(session, Needs(), limit=1)) == 1


def test_every_need_has_rules():
    assert set(RULES) == {field.name for field in fields(Needs)} - {"market", "budget", "currency"}


@given(
    wanted=st.sets(st.sampled_from(BOOLEANS)),
    budget=st.none() | st.integers(1, 400_000).map(Decimal),
    market=st.sampled_from(["MY", "TH"]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_recommendation_always_says_why_and_keeps_its_word(session, wanted, budget, market):
    found = catalogue.recommend(session, Needs(market=market, budget=budget, **dict.fromkeys(wanted, True)))

    sold = {model.key for model in catalogue.lineup(session, market) if model.state == "on_sale"}
    over = [each for each in found if "over_budget" in each.cautions]
    assert over in ([], found)
    for each in found:
        assert each.model in sold
        assert each.reasons or over
        for reason in each.reasons:
            if isinstance(reason.value, PriceInfo):
                assert reason.value == each.price
            else:
                assert reason.value.model == each.model
                assert reason.value.variant in (each.variant, None)
            if reason.key == "within_budget":
                assert each.price.amount <= budget
                assert each.price.status != "unconfirmed"


@pytest.mark.parametrize("need", BOOLEANS)
def test_every_need_finds_something_in_malaysia(session, need):
    assert catalogue.recommend(session, Needs(**{need: True}))
