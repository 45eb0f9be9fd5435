"""The demonstration, against a real receiver, as a person starts and stops it."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

from knowledge.charging import Wish, nearest
from knowledge.charging.ocpi import parties
from knowledge.geography import Point

ROOT = Path(__file__).parents[3]
KLCC = Point(3.157, 101.712)


async def start(url, port):
    environment = {**os.environ, "DATABASE_URL": url, "PORT": str(port)}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "scripts.ocpi_demo", "--every", "0.05"),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_demonstration_is_seen_and_leaves_nothing(server, url, ask):
    demo = await start(url, server.port)
    assert "6 made-up sites are in" in (await demo.stdout.readline()).decode()
    lines = [(await demo.stdout.readline()).decode() for _ in range(3)]
    assert all(re.search(r"Demo .+ is now (CHARGING|AVAILABLE); \d of \d free", line) for line in lines)
    sites = await ask(lambda session: nearest(session, KLCC, Wish(connector="ccs2")))
    demo.send_signal(signal.SIGINT)
    rest, _ = await demo.communicate()

    assert [site.name for site in sites] == ["Demo Kuala Lumpur", "Demo Kuala Lumpur South"]
    assert all(site.availability.live and site.prices for site in sites)
    assert demo.returncode == 130
    assert rest.decode().endswith("are removed.\n")
    assert [each.key for each in await ask(parties.operators)] == ["MY*ONE", "TH*TWO"]
    assert await ask(lambda session: nearest(session, KLCC)) == []


async def test_without_the_assistant_it_says_what_to_do(url, tokens, unused_tcp_port):
    demo = await start(url, unused_tcp_port)
    _, told = await demo.communicate()

    assert demo.returncode == 1
    assert "make run" in told.decode()
    assert "Traceback" not in told.decode()
