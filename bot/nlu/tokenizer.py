"""Splits text that mixes scripts: Chinese with jieba, Thai with nlpO3, the rest at its gaps.

Rasa's own WhitespaceTokenizer deletes Chinese words that stand beside others and leaves Thai sentences whole.
"""

import logging
import re
from typing import Any, Dict, Iterator, List, Text

import jieba
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import thai
from bot.nlu.normalise import normalise

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
THAI = "\u0e00-\u0e7f"
PIECE = re.compile(
    rf"(?P<han>[{HAN}]+)|(?P<thai>[{THAI}]+)"
    rf"|(?P<word>[#＃]?[^\W{HAN}{THAI}_]+(?:['’.,-][^\W{HAN}{THAI}_]+)*%?)|(?P<mark>[^\w\s])"
)
OWN_WORDS = (
    "精灵",
    "落地价",
    "续航",
    "试驾",
    "充电桩",
    "充电站",
    "提车",
    "车机",
    "快充",
    "慢充",
    "路税",
    "首付",
    "几多钱",
    "巴仙",
)

jieba.setLogLevel(logging.WARNING)
for own_word in OWN_WORDS:
    jieba.add_word(own_word)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MixedScriptTokenizer(Tokenizer):
    """Tokens of English, Malay, Chinese and Thai, also within one sentence; their texts are normalised."""

    VERSION = 2  # part of the configuration's fingerprint: raise it when the tokens change

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MixedScriptTokenizer":
        """Create the component (Rasa calls this)."""
        return cls(config)

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the defaults that every Rasa tokenizer has."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
            "version": MixedScriptTokenizer.VERSION,
        }

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """Return the tokens of one attribute; a text without any word yields one token, as Rasa expects."""
        text = message.get(attribute)
        tokens = [Token(normalise(piece), start) for piece, start in self._pieces(text)]
        return tokens or [Token(text, 0)]

    def _pieces(self, text: Text) -> Iterator[Any]:
        for match in PIECE.finditer(text):
            if match.lastgroup == "han":
                yield from _located(jieba.cut(match.group()), match.start())
            elif match.lastgroup == "thai":
                yield from _located(thai.segment(match.group()), match.start())
            else:
                yield match.group(), match.start()


def _located(words: Any, start: int) -> Iterator[Any]:
    for word in words:
        yield word, start
        start += len(word)
