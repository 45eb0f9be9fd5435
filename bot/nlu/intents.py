"""Intents by a linear model over words and characters: trained in seconds, read in a fraction of a ms."""

import logging
import math
from collections import Counter
from typing import Any, Dict, List, Optional, Text, Tuple, Type

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from scipy.special import logsumexp, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import FeatureUnion, make_union
from sklearn.svm import LinearSVC

from bot.nlu.normalise import skeleton

logger = logging.getLogger(__name__)

FILE = "intents.joblib"
OUT_OF_SCOPE = "out_of_scope"
FOLDS = 3
RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """A linear support vector machine on TF-IDF of n-grams of words, of characters and of word skeletons.

    Its margins become confidences by a softmax whose temperature is fitted on held-out folds of the training
    data (temperature scaling, Guo et al. 2017), so that a confidence means how often such an answer is right.
    """

    VERSION = 4  # part of the configuration's fingerprint: raise it when the features change

    @classmethod
    def required_components(cls) -> List[Type]:
        """Return what has to run before."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the configuration's defaults."""
        return {
            "word_ngrams": [1, 2],
            "char_ngrams": [1, 5],
            "skeleton_ngrams": [1, 4],
            "C": 0.7,
            "out_of_scope_weight": 2.0,  # how much likelier it is than the training data says
            "dense_weight": 1.0,  # how much an encoder's vector counts beside each kind of n-gram
            "random_seed": 20261120,
            "version": LinearIntentClassifier.VERSION,
        }

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LinearIntentClassifier":
        """Create an untrained component (Rasa calls this)."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LinearIntentClassifier":
        """Load the trained component of a model archive (Rasa calls this)."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / FILE))

    def __init__(
        self,
        config: Dict[Text, Any],
        model_storage: Optional[ModelStorage] = None,
        resource: Optional[Resource] = None,
        trained: Optional[Dict[Text, Any]] = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._trained = trained
        self._read: Optional[FeatureReader] = None

    def train(self, training_data: TrainingData) -> Resource:
        """Fit features, weights and temperature on the examples that have an intent, and store them."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        texts = [words(message) for message in examples]
        intents = np.array([message.get(INTENT) for message in examples])
        dense = [vector(message) for message in examples]
        self._trained = self.fit(
            texts, intents, np.stack(dense) if all(each is not None for each in dense) else None
        )
        if self._storage is not None and self._resource is not None:
            with self._storage.write_to(self._resource) as folder:
                joblib.dump(self._trained, folder / FILE)
        assert self._resource is not None
        return self._resource

    def fit(
        self, texts: List[Text], intents: "np.ndarray", dense: Optional["np.ndarray"] = None
    ) -> Dict[Text, Any]:
        """Return what is learnt from tokenised texts and, where an encoder ran, from their vectors."""
        features = self._features()
        counted = features.fit_transform(texts)
        known = counted.shape[1]
        if dense is not None:
            counted = hstack([counted, csr_matrix(dense * self._config["dense_weight"])], format="csr")
        model = self._model().fit(counted, intents)
        temperature = self._temperature(counted, intents)
        bias = model.intercept_.astype(np.float32)
        # Chosen on the validation messages: what is about something else is rare in the training data.
        bias[model.classes_ == OUT_OF_SCOPE] += temperature * math.log(self._config["out_of_scope_weight"])
        logger.info("%d examples, %d features, temperature %.3f", *counted.shape, temperature)
        return {
            "features": features,
            # Laid out by feature, so that a message's few features are read without copying the matrix.
            # In half precision, as nothing in this process takes more memory.
            "weights": np.ascontiguousarray(model.coef_.T[:known], dtype=np.float16),
            "dense_weights": model.coef_.T[known:].astype(np.float32) * self._config["dense_weight"],
            "bias": bias,
            "temperature": temperature,
            "intents": [str(intent) for intent in model.classes_],
        }

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent and ranking of each message; without any known feature all intents are as likely."""
        for message in messages:
            if not message.get(TEXT):
                continue
            ranking = self._ranking(words(message), vector(message))
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[:RANKED], add_to_output=True)
        return messages

    def _ranking(self, text: Text, dense: Optional["np.ndarray"]) -> List[Dict[Text, Any]]:
        assert self._trained is not None, "the component is used before it was trained or loaded"
        names = self._trained["intents"]
        columns, values = self._reader().read(text)
        learnt = len(self._trained["dense_weights"]) > 0 and dense is not None
        if not columns and not learnt:
            confidences = np.full(len(names), 1 / len(names))
        else:
            known = self._trained["weights"][columns].astype(np.float32)
            margins = np.asarray(values, dtype=np.float32) @ known
            margins = margins + self._trained["bias"]
            if learnt:
                margins = margins + dense @ self._trained["dense_weights"]
            confidences = softmax(margins / self._trained["temperature"])
        order = np.argsort(-confidences)
        return [
            {INTENT_NAME_KEY: names[index], PREDICTED_CONFIDENCE_KEY: float(confidences[index])}
            for index in order
        ]

    def _reader(self) -> "FeatureReader":
        if self._read is None:
            assert self._trained is not None
            self._read = FeatureReader(self._trained["features"])
        return self._read

    def _features(self) -> FeatureUnion:
        by_word = {
            "analyzer": "word",
            "token_pattern": r"\S+",
            "ngram_range": tuple(self._config["word_ngrams"]),
        }
        by_char = {"analyzer": "char_wb", "ngram_range": tuple(self._config["char_ngrams"])}
        shared = {"lowercase": False, "sublinear_tf": True, "dtype": np.float32}
        by_bone = {
            "analyzer": "char_wb",
            "ngram_range": tuple(self._config["skeleton_ngrams"]),
            "preprocessor": skeleton,
        }
        return make_union(*(TfidfVectorizer(**each, **shared) for each in (by_word, by_char, by_bone)))

    def _model(self) -> LinearSVC:
        return LinearSVC(C=self._config["C"], random_state=self._config["random_seed"])

    def _temperature(self, counted: Any, intents: "np.ndarray") -> float:
        """Return the temperature at which held-out examples are most likely."""
        smallest = min(np.unique(intents, return_counts=True)[1])
        if smallest < 2:
            return 1.0
        folds = StratifiedKFold(min(FOLDS, smallest), shuffle=True, random_state=self._config["random_seed"])
        margins, truths = [], []
        for fit, held_out in folds.split(counted, intents):
            model = self._model().fit(counted[fit], intents[fit])
            margins.append(model.decision_function(counted[held_out]))
            truths.append(np.searchsorted(model.classes_, intents[held_out]))
        all_margins, truth = np.concatenate(margins), np.concatenate(truths)

        def loss(temperature: float) -> float:
            scaled = all_margins / temperature
            return float(np.mean(logsumexp(scaled, axis=1) - scaled[np.arange(len(truth)), truth]))

        return float(minimize_scalar(loss, bounds=(0.01, 5.0), method="bounded").x)


class FeatureReader:
    """The features of one text as the fitted vectorisers give them, without their checks per call."""

    def __init__(self, features: FeatureUnion) -> None:
        self._parts = []
        offset = 0
        for _, vectoriser in features.transformer_list:
            self._parts.append((vectoriser.build_analyzer(), vectoriser.vocabulary_, vectoriser.idf_, offset))
            offset += len(vectoriser.vocabulary_)

    def read(self, text: Text) -> Tuple[List[int], List[float]]:
        """Return columns and values: sublinear counts times idf, each vectoriser's part of length 1."""
        columns: List[int] = []
        values: List[float] = []
        for analyse, vocabulary, idf, offset in self._parts:
            counts = Counter(vocabulary[term] for term in analyse(text) if term in vocabulary)
            weights = [(1 + math.log(count)) * idf[column] for column, count in counts.items()]
            length = math.sqrt(sum(weight * weight for weight in weights))
            columns += [column + offset for column in counts]
            values += [weight / length for weight in weights]
        return columns, values


def words(message: Message) -> Text:
    """Return a message's tokens, as the features read them."""
    return " ".join(token.text for token in message.get("text_tokens", []))


def vector(message: Message) -> Optional["np.ndarray"]:
    """Return what a sentence encoder made of a message, or None where none runs."""
    features = message.get_dense_features(TEXT)[1]
    return None if features is None else features.features[0]
