from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from channels.texts import Texts
from scripts.bench import client, judges, mixes, widget
from scripts.bench.client import Door

SCRIPTS = (("one", "two", "three"), ("four", "five", "six"))


class Bot:
    """A real server that answers as it is told and notes who wrote what."""

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = {}
        self.open = self.most_open = 0
        self.answers: dict[str, web.Response] = {}

    async def answer(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        self.heard.setdefault(body["sender"], []).append(body["message"])
        self.open -= 1
        special = self.answers.get(body["message"])
        if special is not None:
            return web.Response(body=special.body, status=special.status)
        return web.json_response([{"recipient_id": body["sender"], "text": body["message"].upper()}])


@pytest.fixture
async def bot() -> AsyncIterator[tuple[Bot, Door]]:
    bot = Bot()
    app = web.Application()
    app.router.add_post("/webhook", bot.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    yield bot, Door(f"http://127.0.0.1:{port}/webhook", SCRIPTS, judges.anything, "someone")
    await runner.cleanup()


async def test_each_customer_plays_a_script_in_order(bot: tuple[Bot, Door]) -> None:
    server, door = bot
    sample = await client.load(door, conversations=3, seconds=0.3)
    assert len(sample.latencies) == sample.turns == sum(map(len, server.heard.values()))
    assert 0 < sample.done <= sample.turns
    assert sample.seconds == 0.3
    assert not sample.faults
    assert all(latency > 0 for latency in sample.latencies)
    for texts in server.heard.values():
        assert tuple(texts) in {script[: len(texts)] for script in SCRIPTS}
    assert {texts[0] for texts in server.heard.values()} == {"one", "four"}


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (web.Response(text="[]"), "no answer"),
        (web.Response(text='[{"recipient_id": "x"}]'), "no answer"),
        (web.Response(text='{"error": {}}'), "no list of replies"),
        (web.Response(text="["), "no list of replies"),
        (web.Response(text="[null]"), "no list of replies"),
        (web.Response(text="[]", status=503), "status 503"),
    ],
)
async def test_a_turn_without_an_answer_is_a_fault_and_not_a_fast_turn(
    bot: tuple[Bot, Door], answer: web.Response, fault: str
) -> None:
    server, door = bot
    server.answers["two"] = answer
    latencies, faults = await client.play(door, "me", ["one", "two", "three"])
    assert len(latencies) == 3
    assert faults == {fault: 1}
    assert await client.try_all(door, SCRIPTS) == {"two": fault}
    sample = await client.load(door, conversations=1, seconds=0.2)
    assert set(sample.faults) == {fault}
    assert sample.turns == len(sample.latencies) + sample.faults[fault]


async def test_nobody_there_is_a_fault() -> None:
    door = Door("http://127.0.0.1:9/webhook", SCRIPTS, judges.anything, "someone")
    _, faults = await client.play(door, "me", ["one"])
    assert faults == {"ClientConnectorError": 1}


def test_every_excuse_of_the_assistant_is_recognised_in_every_language() -> None:
    texts = Texts.load()
    judge = judges.no_excuse(texts)
    for language in texts.languages:
        for name in judges.EXCUSES:
            feature = texts.say("meaning_find_charger", language)
            assert judge([texts.say(name, language, feature=feature)]) == name
        assert judge([texts.say("utter_greet", language)]) is None
        assert (
            judge([texts.say("utter_greet", language), texts.say("utter_fault", language)]) == "utter_fault"
        )
    assert judge([]) == judge([""]) == "no answer"


def test_all_scripts_are_of_one_length_so_that_conversations_begin_equally_often() -> None:
    scripts = [*mixes.OURS, mixes.OURS_LONG, *mixes.STOCK, mixes.STOCK_LONG]
    assert {len(script) for script in scripts} == {mixes.TURNS}


def test_the_widget_is_measured_as_a_page_fetches_it() -> None:
    sizes = widget.sizes()
    assert 0 < sizes["gzipped"] < sizes["raw"]
