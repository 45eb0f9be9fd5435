"""The sentence encoder with a tiny model that is made here: words of one meaning share a direction."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer, models, pre_tokenizers

from bot.nlu.encoder import SentenceEncoderFeaturizer
from bot.nlu.intents import LinearIntentClassifier, vector
from bot.nlu.tokenizer import MixedScriptTokenizer

MEANINGS = {
    "price": 0,
    "harga": 0,
    "zamzam": 0,
    "hello": 1,
    "hai": 1,
    "wololo": 1,
    "bye": 2,
    "jumpa": 2,
    "tata": 2,
}
TOKENIZER = MixedScriptTokenizer(MixedScriptTokenizer.get_default_config())


@pytest.fixture(name="folder")
def tiny_encoder(tmp_path):
    vocabulary = {"[UNK]": 0, "[PAD]": 1, **{word: index + 2 for index, word in enumerate(MEANINGS)}}
    rows = np.zeros((len(vocabulary), 3), dtype=np.float32)
    for word, meaning in MEANINGS.items():
        rows[vocabulary[word], meaning] = 2.0
    graph = helper.make_graph(
        [helper.make_node("Gather", ["rows", "input_ids"], ["last_hidden_state"])],
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "t"]) for name in ("input_ids",)],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["b", "t", 3])],
        [numpy_helper.from_array(rows, "rows")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / "model.onnx"))
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def featurizer(folder, **changes):
    config = {**SentenceEncoderFeaturizer.get_default_config(), "folder": folder and str(folder), **changes}
    return SentenceEncoderFeaturizer(config, "encoder")


def encoded(featurizer, *texts, intent=None):
    made = [Message({TEXT: text, **({INTENT: intent} if intent else {})}) for text in texts]
    TOKENIZER.process(made)
    return featurizer.process(made)


def test_a_vector_is_the_mean_of_its_tokens_with_length_one(folder):
    first, second = encoded(featurizer(folder), "price hello", "price")
    np.testing.assert_allclose(vector(first), [0.5**0.5, 0.5**0.5, 0], rtol=1e-6)
    np.testing.assert_allclose(vector(second), [1, 0, 0], rtol=1e-6)  # padding counts for nothing


def test_more_texts_than_a_batch_keep_their_order(folder):
    messages = encoded(featurizer(folder), *(["price", "hello", "bye"] * 50))
    assert [int(np.argmax(vector(message))) for message in messages] == [0, 1, 2] * 50


def test_words_that_no_example_has_are_understood_by_their_meaning(folder, tmp_path):
    known = {"ask_price": ["price", "harga"], "greet": ["hello", "hai"], "goodbye": ["bye", "jumpa"]}
    encoder = featurizer(folder)
    classifier = LinearIntentClassifier(
        LinearIntentClassifier.get_default_config(), LocalModelStorage(tmp_path), Resource("intents")
    )
    examples = [each for intent, texts in known.items() for each in encoded(encoder, *texts, intent=intent)]
    classifier.train(TrainingData(examples))
    [message] = classifier.process(encoded(encoder, "wololo"))
    assert message.get(INTENT)["name"] == "greet"
    [message] = classifier.process(encoded(encoder, "zamzam"))
    assert message.get(INTENT)["name"] == "ask_price"


def test_a_missing_folder_or_file_is_named(folder):
    with pytest.raises(RasaException, match="names no folder"):
        featurizer(None)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(RasaException, match=r"has no tokenizer\.json"):
        featurizer(folder)
