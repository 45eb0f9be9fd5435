"""Chargers, what they cost, and journeys, on the real seeded knowledge base."""


def test_the_others_are_remembered_where_nothing_fits(talk):
    assert "150 kW or more" in talk.ask("find_charger", place="ipoh", power=150)
    assert "M Roof" in talk.ask("find_charger", ordinal=2)


def test_a_town_is_no_unknown_site(talk):
    assert "that charging site" not in talk.ask("check_charger", place="ipoh")
    assert "that charging site" in talk.ask("check_charger", station="Mid Valley")


def test_a_wish_goes_on_from_a_site_that_was_checked(talk):
    talk.ask("check_charger", station="Sunway Pyramid")
    assert "The nearest chargers to Sunway Pyramid (DC)" in talk.ask("check_charger", current="dc")


def test_a_network_has_its_price_on_both_sides_of_the_border(talk):
    talk.market = "TH"
    assert "RM1" in talk.ask("ask_charging_cost", network="Gentari")
    assert "฿5.80" in talk.ask("ask_price", network="PEA Volta")


def test_the_strongest_charger_has_no_made_up_power(talk):
    told = talk.ask("ask_charging_time", model="smart_3", variant="premium", current="dc", power=180)
    assert "180 kW" in told
    assert "100.5" not in told


def test_an_answer_to_where_to_is_the_destination(talk):
    talk.ask("plan_journey")
    assert "to go to Penang" in talk.ask("plan_journey", place="penang")


def test_a_yes_to_the_offer_lists_chargers_at_the_start(talk):
    told = talk.ask("plan_journey", place="ipoh", place__2="kuala_lumpur", model="smart_3", variant="premium")
    assert "How full" in told
    assert "charge before you set off" in talk.ask("plan_journey", percent=5)
    assert "Menara Takaful" in talk.ask("affirm")
    assert talk.slots["topic"] == "find_charger"
