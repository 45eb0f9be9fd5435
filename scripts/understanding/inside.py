"""Runs inside Rasa's Python: parses the texts of a JSON file with a model and writes a JSON file.

Not by way of standard output, as Rasa's logs go there.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.nlu.doubt import ASK_BELOW

WARM_UPS = 20


async def parse(model: str, texts: list[str]) -> list[dict[str, Any]]:
    """Return intent, ranking, entities and milliseconds of each text, parsed one at a time."""
    agent = Agent.load(model_path=model)
    if agent.processor is None:
        raise SystemExit(f"{model} cannot be loaded")
    for text in texts[:WARM_UPS]:
        await agent.processor.parse_message(UserMessage(text))
    found = []
    for text in texts:
        began = time.perf_counter()
        parsed = await agent.processor.parse_message(UserMessage(text))
        took = (time.perf_counter() - began) * 1e3
        kept = {key: parsed[key] for key in ("intent", "intent_ranking", "entities")}
        found.append({**kept, "milliseconds": took})
    return found


if __name__ == "__main__":
    model, texts, answers = sys.argv[1:]
    found = asyncio.run(parse(model, json.loads(Path(texts).read_text(encoding="utf-8"))))
    Path(answers).write_text(json.dumps({"ask_below": ASK_BELOW, "parsed": found}), encoding="utf-8")
