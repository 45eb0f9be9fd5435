"""What the assistant says about the cars: figures from the record, with date, basis and standing."""

import json

import pytest

from bot.actions.answer import AnswerAction
from bot.actions.turn import Entity, Question, Turn


def test_a_confirmed_price_comes_with_basis_date_source_and_the_duty_note(talk):
    said = talk.ask("ask_price", model="smart_1", variant="premium")
    assert "smart #1 Premium: RM219,000 (on the road, without insurance)" in said
    assert "18 December 2023" in said
    assert "wapcar.my" in said
    assert "1 January 2026" in said
    assert "unconfirmed" not in said


def test_an_unconfirmed_price_is_said_to_be_so(talk):
    said = talk.ask("ask_price", model="smart_1", variant="brabus")
    assert "RM249,000" in said
    assert "unconfirmed" in said


def test_a_price_from_one_source_is_said_to_be_so(talk):
    assert "one source only" in talk.ask("ask_price", model="smart_3", variant="pro")


def test_a_model_without_variant_shows_all_its_prices_in_a_table(talk):
    said = talk.ask("ask_price", model="smart_3")
    assert all(price in said for price in ("RM175,000", "RM215,000", "RM255,000"))
    [reply] = talk.replies
    assert reply.table is not None
    assert len(reply.table.rows) == 3


def test_no_price_is_made_up_where_none_is_on_record(talk):
    said = talk.ask("ask_price", model="smart_5")
    assert "no price on record" in said
    assert "RM" not in said


@pytest.mark.parametrize("language", ["en", "ms", "zh", "th"])
def test_thailand_has_no_price_in_any_language(talk, language):
    talk.language, talk.market = language, "TH"
    said = talk.ask("ask_price", model="smart_3")
    assert not any(digit.isdigit() for digit in said.replace("#3", ""))
    assert [button.payload for button in talk.replies[0].buttons] == ["/talk_to_agent", "/request_callback"]


def test_the_country_named_beats_the_customers_own(talk):
    assert "RM215,000" in talk.ask("ask_price", model="smart_3", variant="premium", place="malaysia")
    assert "Thailand" in talk.ask("ask_price", model="smart_3", place="thailand")


def test_follow_ups_keep_the_subject(talk):
    talk.ask("ask_price", model="smart_3", variant="premium")
    assert "RM255,000" in talk.ask("inform", variant="brabus")
    assert "415 km" in talk.ask("ask_spec", attribute="range_wltp")
    assert "455 km" in talk.ask("inform", variant="premium")
    assert "440 km" in talk.ask("inform", model="smart_1", variant="premium")


def test_both_cars_of_a_comparison_stay_the_subject(talk):
    said = talk.ask("compare_models", model="smart_3", variant="premium", variant__2="brabus")
    assert "455 km" in said
    assert "415 km" in said
    prices = talk.ask("ask_price")
    assert "RM215,000" in prices
    assert "RM255,000" in prices


def test_a_comparison_says_where_each_is_ahead(talk):
    said = talk.ask("compare_models", model="smart_3", variant="premium", variant__2="brabus")
    assert "The smart #3 Premium is ahead in range (WLTP)" in said
    assert "the smart #3 BRABUS in power" in said


def test_another_makers_car_is_not_compared_with_guesses(talk):
    said = talk.ask("compare_models", model="smart_1", brand="Tesla Model Y")
    assert "Tesla Model Y" in said
    assert "km" not in said


def test_one_fact_is_a_sentence_with_its_source(talk):
    said = talk.ask("ask_spec", model="smart_1", variant="brabus", attribute="acceleration")
    assert said.startswith("smart #1 BRABUS – 0–100 km/h: 3.9 s")
    assert "Source:" in said


@pytest.mark.parametrize("attribute", ["colours", "seats"])
@pytest.mark.parametrize("language", ["en", "ms", "zh", "th"])
def test_what_is_not_on_record_is_said_to_be_so(talk, attribute, language):
    talk.language = language
    talk.ask("ask_spec", model="smart_1", attribute=attribute)
    assert talk.answer.items[0]["response"] == "utter_spec_unknown"


def test_how_big_is_the_boot_asks_for_the_boot_alone(talk):
    said = talk.ask("ask_spec", model="smart_3", attribute="dimensions", attribute__2="boot")
    assert "370 litres" in said
    assert "1,556 mm" not in said


def test_a_variant_that_does_not_exist_is_said_not_to(talk):
    assert "no Premium variant" in talk.ask("ask_spec", model="smart_5", variant="premium")
    assert "no Premium variant" in talk.ask("ask_price", model="smart_5", variant="premium")


def test_a_recommendation_keeps_to_the_budget_and_says_why(talk):
    budget = {"amount": 180000, "currency": "MYR"}
    said = talk.ask("recommend_model", need="family", money=budget)
    assert "smart #3 Pro (RM175,000*)" in said
    assert "RM215,000" not in said
    assert "wheelbase" in said


def test_needs_add_up_over_turns(talk):
    talk.ask("recommend_model", need="family")
    talk.ask("recommend_model", money={"amount": 180000, "currency": "MYR"})
    assert talk.slots["needs"] == ["family"]
    assert talk.slots["budget"] == {"amount": 180000, "currency": "MYR"}


def test_the_line_up_says_what_is_on_sale_and_what_is_not_known(talk):
    said = talk.ask("ask_lineup")
    assert "smart #1: Pro, Premium and BRABUS – on sale since November 2023" in said
    assert "smart #5: not known whether it is sold here" in said


def test_thai_dates_are_of_the_buddhist_era(talk):
    talk.language = "th"
    said = talk.ask("ask_price", model="smart_1", variant="premium")
    assert "2566" in said
    assert "2023" not in said


@pytest.mark.parametrize(("variant", "tax"), [("premium", "RM260"), ("brabus", "RM615")])
def test_road_tax_follows_from_the_power(talk, variant, tax):
    said = talk.ask("ask_running_cost", model="smart_3", variant=variant, attribute="road_tax")
    assert f"{tax} a year" in said
    assert "1 January 2026" in said


def test_road_tax_of_all_cars_is_a_table_and_asking_it_as_a_fact_gives_the_same(talk):
    said = talk.ask("ask_running_cost", attribute="road_tax")
    assert said.count("RM260") == 3
    assert said == talk.ask("ask_spec", attribute="road_tax")


def test_other_running_costs_are_on_the_way(talk):
    talk.ask("ask_running_cost")
    assert talk.answer.items[0]["response"] == "utter_soon"


def test_no_thai_road_tax_is_made_up(talk):
    talk.market = "TH"
    assert "RM" not in talk.ask("ask_running_cost", model="smart_1", attribute="road_tax")


def test_road_tax_keeps_the_subject(talk):
    talk.ask("ask_running_cost", model="smart_3", variant="brabus", attribute="road_tax")
    assert "RM260" in talk.ask("inform", variant="premium")


def test_a_price_without_date_or_basis_is_given_neither(talk):
    said = talk.ask("ask_price", model="smart_1")
    assert "on the road, without insurance, where it is known" in said
    assert "smart #1 BRABUS | RM249,000† | not on record" in said


def test_a_figure_of_one_variant_is_not_said_of_the_whole_model(talk):
    assert "smart #3 BRABUS – wheels: up to 20 inches" in talk.ask(
        "ask_spec", model="smart_3", attribute="wheels"
    )


def test_variants_stand_in_the_catalogues_order(talk):
    talk.ask("ask_spec", model="smart_1", attribute="power")
    [reply] = talk.replies
    assert reply.table is not None
    cars = [cell for cell in (*reply.table.columns, *(row[0] for row in reply.table.rows)) if "smart" in cell]
    assert cars == ["smart #1 Pro", "smart #1 Premium", "smart #1 BRABUS"]


def test_another_makers_car_offers_our_own_one_button_a_model(talk):
    talk.ask("ask_price", model="smart_1", variant="brabus")
    talk.ask("compare_models", model="smart_1", brand="BYD Atto 3")
    payloads = [button.payload for button in talk.replies[0].buttons]
    assert payloads == ['/ask_spec{"model": "smart_1"}', "/talk_to_agent"]


def test_a_yes_to_the_variants_that_there_are_shows_them(talk):
    talk.ask("ask_price", model="smart_5", variant="premium")
    assert talk.slots["offer"] == "ask_lineup"


def test_a_comparison_that_a_button_offers_shows_both_cars(talk):
    talk.ask("compare_models")
    for offered in talk.replies[0].buttons:
        named = json.loads(offered.payload.removeprefix("/compare_models"))
        entities = tuple(Entity(kind, value) for kind, values in named.items() for value in values)
        question = Question("compare_models", "", entities)
        turn = Turn("c", "1", "", "en", "MY", (question,))
        talk.answer = AnswerAction.by_intent["compare_models"].answer(talk.session, turn, question)
        [reply] = talk.replies
        assert reply.table is not None, offered
        assert f"{reply.table.columns[1]} or {reply.table.columns[2]}" == offered.title


def test_variants_before_their_model_are_compared(talk):
    said = talk.ask("compare_models", variant="premium", variant__2="brabus", model="smart_1")
    assert "440 km" in said
    assert "400 km" in said


def test_a_fact_asked_like_the_line_up_is_answered_as_a_fact(talk):
    assert "colours" in talk.ask("ask_lineup", model="smart_1", attribute="colours")


@pytest.mark.parametrize("attribute", ["range_wltp", "power"])
def test_european_figures_are_said_to_be_so_in_every_shape(talk, attribute):
    assert "Malaysian cars may differ" in talk.ask("ask_spec", model="smart_3", attribute=attribute)
    premium = talk.ask("ask_spec", model="smart_3", variant="premium", attribute=attribute)
    assert "Malaysian cars may differ" in premium


def test_one_variants_figure_is_not_said_of_the_whole_model(talk):
    said = talk.ask("compare_models", model="smart_1", model__2="smart_5")
    assert "3.8 s* (BRABUS only)" in said
    assert "ahead in power" not in said


def test_the_pro_plus_is_no_pro(talk):
    assert "590 km" in talk.ask("ask_spec", model="smart_5", variant="pro_plus", attribute="range_wltp")
    assert "no Pro+ variant" in talk.ask("ask_price", model="smart_1", variant="pro_plus")


def test_the_duty_notes_date_is_the_one_on_record(talk):
    for language, date in (("en", "1 January 2026"), ("zh", "2026年1月1日"), ("th", "1 มกราคม 2569")):
        talk.language = language
        assert date in talk.ask("ask_price", model="smart_3", variant="pro")
