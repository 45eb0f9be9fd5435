"""Adds what a pretrained sentence encoder makes of a message; off unless config.yml names its folder.

docs/understanding.md tells how. The folder holds `model.onnx` and `tokenizer.json`, as exporters of
sentence-transformers models write them; nothing is ever fetched from a network.
"""

from pathlib import Path
from typing import Any, Dict, List, Text, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

BATCH = 64


class SentenceEncoder:
    """An ONNX model with its tokenizer: texts become vectors of length 1."""

    def __init__(self, folder: Path, longest: int, prefix: Text, threads: int) -> None:
        """Load both files. Raises `RasaException` that names what is missing and its cure."""
        for name in ("model.onnx", "tokenizer.json"):
            if not (folder / name).is_file():
                raise RasaException(f"The sentence encoder's folder {folder} has no {name}: see config.yml.")
        try:
            import onnxruntime
            import tokenizers
        except ImportError as error:
            raise RasaException(
                f"The sentence encoder needs {error.name}: run `make setup` first."
            ) from error
        self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(longest)
        self._tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._prefix = prefix

    def encode(self, texts: List[Text]) -> np.ndarray:
        """Return one row of floats per text: the model's own sentence vector, or the mean over its tokens."""
        read = self._tokenizer.encode_batch([self._prefix + text for text in texts])
        given = {
            "input_ids": np.array([each.ids for each in read], dtype=np.int64),
            "attention_mask": np.array([each.attention_mask for each in read], dtype=np.int64),
            "token_type_ids": np.array([each.type_ids for each in read], dtype=np.int64),
        }
        vectors = self._session.run(None, {name: given[name] for name in self._inputs})[0]
        if vectors.ndim == 3:
            mask = given["attention_mask"][:, :, None]
            vectors = (vectors * mask).sum(axis=1) / np.maximum(mask.sum(axis=1), 1)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Gives each message a dense feature: the vector that the encoder makes of its text."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Return what has to run before."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the configuration's defaults; `folder` has none."""
        return {
            **DenseFeaturizer.get_default_config(),
            "folder": None,
            "longest": 64,  # tokens
            "prefix": "",  # "query: " for the E5 family
            "threads": 1,
        }

    @staticmethod
    def required_packages() -> List[Text]:
        """Return the packages that only this component needs."""
        return ["onnxruntime", "tokenizers"]

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoderFeaturizer":
        """Create the component (Rasa calls this)."""
        return cls(config, execution_context.node_name)

    def __init__(self, config: Dict[Text, Any], name: Text) -> None:
        super().__init__(name, config)
        if not config["folder"]:
            raise RasaException("SentenceEncoderFeaturizer in config.yml names no folder.")
        self._encoder = SentenceEncoder(
            Path(config["folder"]), config["longest"], config["prefix"], config["threads"]
        )

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode the training examples."""
        self.process([each for each in training_data.training_examples if each.get(TEXT)])
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Encode the messages that have a text."""
        with_text = [each for each in messages if each.get(TEXT)]
        for first in range(0, len(with_text), BATCH):
            batch = with_text[first : first + BATCH]
            vectors = self._encoder.encode([each.get(TEXT) for each in batch])
            for message, vector in zip(batch, vectors, strict=True):
                message.add_features(
                    Features(vector[None], FEATURE_TYPE_SENTENCE, TEXT, self._config[FEATURIZER_CLASS_ALIAS])
                )
        return messages

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing to check before the files are opened."""
