"""Trains a Rasa pipeline and parses with it: runs in Rasa's environment, with the model's folder as its own.

The folder holds `pipeline.yml`. Our pipeline parses as `bot/nlu/road.py` does: with its way through the
components, and part by part where a message may ask several things. Any other parses as Rasa's server does.
"""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.model_training import train_nlu
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.utils.tensorflow.environment import setup_tf_environment

from scripts.bench.understanding.workers import talk

PIPELINE = "pipeline.yml"
OURS = "bot.nlu."


def train(lines: list[dict[str, str]], folder: Path, seed: int) -> None:
    """Train and store the model; the seed is in the pipeline already."""
    examples = [{"text": line["text"], "intent": line["intent"], "entities": []} for line in lines]
    data = folder / "lines.json"
    data.write_text(json.dumps({"rasa_nlu_data": {"common_examples": examples}}), encoding="utf-8")
    if train_nlu(str(folder / PIPELINE), str(data), str(folder), fixed_model_name="model") is None:
        raise SystemExit("Rasa has trained nothing; what it said stands above.")
    data.unlink()
    shutil.rmtree(folder / ".rasa", ignore_errors=True)  # its cache of components


def load(folder: Path) -> talk.Parse:
    """Return the trained pipeline's parse."""
    setup_tf_environment()
    agent = Agent.load(folder / "model.tar.gz")
    ours = OURS in (folder / PIPELINE).read_text(encoding="utf-8")
    parsed_by = _our_way(agent) if ours else agent.processor.parse_message
    loop = asyncio.new_event_loop()

    def parse(text: str) -> str:
        return likeliest(loop.run_until_complete(parsed_by(UserMessage(text))))

    return parse


def _our_way(agent: Agent) -> Any:
    # Imported here, so that the stock pipeline's process does not hold it.
    from bot.nlu import road
    from bot.nlu.normalise import plain
    from bot.nlu.questions import questions_of

    road.prepare(agent)

    async def parse(message: UserMessage) -> dict[str, Any]:
        parsed: dict[str, Any] = await questions_of(plain(message.text), agent.processor.parse_message)
        return parsed

    return parse


def likeliest(parsed: Mapping[str, Any]) -> str:
    """Return the intent that a parse holds likeliest, also where it is too unsure for an answer."""
    name = parsed["intent"]["name"]
    if name == DEFAULT_NLU_FALLBACK_INTENT_NAME:
        ranked = [each["name"] for each in parsed["intent_ranking"]]
        name = next(each for each in ranked if each != DEFAULT_NLU_FALLBACK_INTENT_NAME)
    return str(name)


if __name__ == "__main__":
    talk.run(train, load)
