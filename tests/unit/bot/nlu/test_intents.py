"""The intent classifier on a small corpus."""

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.intents import FeatureReader, LinearIntentClassifier
from bot.nlu.tokenizer import MixedScriptTokenizer

TOKENIZER = MixedScriptTokenizer(MixedScriptTokenizer.get_default_config())
CORPUS = {
    "ask_price": [
        "how much is it",
        "price please",
        "berapa harga",
        "多少钱",
        "ราคาเท่าไหร่",
        "what does it cost",
    ],
    "greet": ["hello", "hi there", "selamat pagi", "你好", "สวัสดีค่ะ", "good morning"],
    "goodbye": ["bye", "see you", "jumpa lagi", "再见", "ลาก่อน", "good night"],
}


def messages(texts, intent=None):
    made = [Message({TEXT: text, **({INTENT: intent} if intent else {})}) for text in texts]
    TOKENIZER.process_training_data(TrainingData(made))
    return made


@pytest.fixture(name="trained")
def trained_classifier(tmp_path):
    storage = LocalModelStorage(tmp_path)
    classifier = LinearIntentClassifier(
        LinearIntentClassifier.get_default_config(), storage, Resource("intents")
    )
    data = TrainingData([message for intent, texts in CORPUS.items() for message in messages(texts, intent)])
    classifier.train(data)
    return classifier, storage


def classify(classifier, text):
    [message] = classifier.process(messages([text]))
    return message


@pytest.mark.parametrize(
    ("text", "intent"), [("HOW MUCH?", "ask_price"), ("再见啦", "goodbye"), ("สวัสดีครับ", "greet")]
)
def test_it_finds_the_intent(trained, text, intent):
    assert classify(trained[0], text).get(INTENT)["name"] == intent


def test_confidences_are_a_distribution_best_first(trained):
    ranking = classify(trained[0], "hello how much").get("intent_ranking")
    confidences = [each["confidence"] for each in ranking]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) == pytest.approx(1, abs=1e-5)


def test_a_text_of_unknown_letters_is_nobodys_sure_guess(trained):
    assert classify(trained[0], "ΩΨΞ").get(INTENT)["confidence"] < 0.6


def test_it_comes_back_from_its_archive_the_same(trained):
    classifier, storage = trained
    loaded = LinearIntentClassifier.load(
        LinearIntentClassifier.get_default_config(), storage, Resource("intents"), execution_context=None
    )
    one, two = classify(classifier, "berapa harga").get(INTENT), classify(loaded, "berapa harga").get(INTENT)
    assert one["name"] == two["name"]
    assert one["confidence"] == pytest.approx(two["confidence"])


def test_features_of_one_text_equal_scikit_learns(trained):
    features = trained[0]._trained["features"]
    for text in ["how much is is it", "多少 钱", "unseen words"]:
        dense = features.transform([text]).toarray()[0]
        columns, values = FeatureReader(features).read(text)
        ours = np.zeros_like(dense)
        ours[columns] = values
        np.testing.assert_allclose(ours, dense, atol=1e-6)
