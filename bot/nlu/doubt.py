"""Decides when a message's meaning is too unsure to answer, so that the assistant asks back.

The parse itself keeps its best guess with its calibrated confidence: a guess that is too weak for an answer
is no refusal. Only what the pipeline's FallbackClassifier finds to be next to nothing is not understood.
"""

from typing import Any, Dict, Text

from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME

ASK_BELOW = 0.8


def with_doubt(parsed: Dict[Text, Any]) -> Dict[Text, Any]:
    """Return a parse whose intent is the fallback where its confidence is too low for an answer.

    The ranking stays, as the question back offers the likeliest meanings. Where several questions were found,
    each has been sure enough on its own.
    """
    confidence = parsed["intent"]["confidence"]
    if "questions" in parsed or confidence >= ASK_BELOW:
        return parsed
    return {**parsed, "intent": {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 1 - confidence}}
