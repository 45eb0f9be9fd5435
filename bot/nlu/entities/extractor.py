"""Adds to each message what it names: cars, figures, times, places, people and more.

Values are canonical (`smart_3`, `brabus`, `range_wltp`, `zh`, 80, `+60127778899`).
"""

from typing import Any, Dict, List, Optional, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.dates import find_all
from bot.nlu.doubt import ASK_BELOW
from bot.nlu.entities import cars, identifiers, levels, money, people
from bot.nlu.entities.charging import ChargingWords
from bot.nlu.entities.lexicon import FOLDER, Lexicon
from bot.nlu.entities.places import Gazetteer
from bot.nlu.entities.spans import STRONG, Span, without_overlap
from bot.nlu.normalise import flatten

LEXICA = {
    "attribute": "attributes.yml",
    "language": "languages.yml",
    "connector": "connectors.yml",
    "brand": "brands.yml",
    "need": "needs.yml",
    "booking_kind": "bookings.yml",
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LexiconEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities that lexica and grammars find to each message."""

    VERSION = 17  # part of the configuration's fingerprint: raise it when the entities change

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the configuration's defaults."""
        return {"version": LexiconEntityExtractor.VERSION}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LexiconEntityExtractor":
        """Create the component (Rasa calls this)."""
        return cls()

    def __init__(self) -> None:
        self._lexica = {entity: Lexicon.read(FOLDER / name) for entity, name in LEXICA.items()}
        self._gazetteer = Gazetteer()
        self._charging = ChargingWords()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as it is: nothing learns from these entities."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add entities to each message that has a text; the intent, if known, tells what kind a site is."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                guess = message.get(INTENT) or {}
                intent = guess.get(INTENT_NAME_KEY)
                # A weak guess is no guide to what words mean: "only DC" goes on with the search before it.
                if guess.get(PREDICTED_CONFIDENCE_KEY, 1.0) < ASK_BELOW:
                    intent = DEFAULT_NLU_FALLBACK_INTENT_NAME
                entities = message.get(ENTITIES, []) + self.entities(text, intent)
                message.set(ENTITIES, self.add_extractor_name(entities), add_to_output=True)
        return messages

    def entities(self, text: Text, intent: Optional[Text] = None) -> List[Dict[Text, Any]]:
        """Return the entities of a text in its order, without overlaps among those of one kind."""
        flat = flatten(text)
        found = [
            *cars.models(flat),
            *cars.variants(flat),
            *levels.percents(flat, intent),
            *money.amounts(flat),
        ]
        for entity, lexicon in self._lexica.items():
            found += [Span(start, end, entity, value) for start, end, value in lexicon.find(flat)]
        # A reference comes before a plate: of two spans as long, the first is kept.
        found += [*identifiers.phones(text), *identifiers.booking_references(flat)]
        found += [
            *identifiers.plates(text, flat),
            *identifiers.ratings(flat),
            *people.person_names(text, flat),
        ]
        found += [*self._gazetteer.find(flat, intent), *self._charging.find(flat, intent)]
        return [_as_rasa_has_it(span) for span in without_overlap(_with_times(found, text))]


def _as_rasa_has_it(span: Span) -> Dict[Text, Any]:
    entity = {"start": span.start, "end": span.end, "entity": span.entity, "value": span.value}
    return {**entity, **({"role": span.role} if span.role else {}), "confidence_entity": 1.0}


def _with_times(found: List[Span], text: Text) -> List[Span]:
    """Add days, hours and lengths of time where nothing else is meant; 3号 may be a day's."""
    dates, lengths = find_all(text)
    days = [Span(*each[:2], "date_time", each[2]) for each in dates]
    found = [each for each in found if not (_is_bare(each, text) and _within(each, days))]
    taken = [each for each in found if each.entity in (*STRONG, "percent", "money")]
    times = days + [Span(*each[:2], "duration", each[2]) for each in lengths]
    return found + [each for each in times if not any(each.overlaps(other) for other in taken)]


def _is_bare(span: Span, text: Text) -> bool:
    """Tell whether it is a bare number, of a car (3号) or of a share ("10 to 12"), that may be a date's."""
    if span.entity == "model":
        return text[span.end - 1] == "号"
    return span.entity == "percent" and text[span.start : span.end].isdigit()


def _within(span: Span, others: List[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)
