"""A weak guess is asked back about; the guesses stay for the question back."""

import pytest

from bot.nlu.doubt import ASK_BELOW, with_doubt


def parsed(confidence, **more):
    ranking = [{"name": "ask_price", "confidence": confidence}, {"name": "ask_promotion", "confidence": 0.1}]
    return {"intent": ranking[0], "intent_ranking": ranking, "entities": [], **more}


@pytest.mark.parametrize("confidence", [ASK_BELOW, 0.99])
def test_a_sure_meaning_is_left_alone(confidence):
    assert with_doubt(parsed(confidence)) == parsed(confidence)


@pytest.mark.parametrize("confidence", [0.0, ASK_BELOW - 0.01])
def test_a_weak_guess_becomes_a_question_back_that_knows_the_guesses(confidence):
    doubted = with_doubt(parsed(confidence))
    assert doubted["intent"] == {"name": "nlu_fallback", "confidence": 1 - confidence}
    assert doubted["intent_ranking"] == parsed(confidence)["intent_ranking"]


def test_questions_found_in_parts_are_answered_though_the_whole_is_unclear():
    assert with_doubt(parsed(0.3, questions=[{}, {}]))["intent"]["name"] == "ask_price"
