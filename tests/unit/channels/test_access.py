"""Doors that are not for everybody: a token, or without one, this machine alone."""

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from channels import middleware
from channels.access import Access


async def door(token):
    access = Access(token, "REST_TOKEN")

    async def enter(request: web.Request) -> web.Response:
        access.check(request)
        return web.Response()

    app = web.Application(middlewares=[middleware.identify, middleware.errors])
    app.router.add_get("/", enter)
    return TestServer(app)


async def knock(token, headers=()):
    async with (
        await door(token) as server,
        ClientSession() as http,
        http.get(server.make_url("/"), headers=dict(headers)) as response,
    ):
        return response.status


async def test_without_a_token_this_machine_may_enter():
    assert await knock(None) == 200


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"])
async def test_who_comes_through_a_proxy_is_a_stranger(header):
    assert await knock(None, {header: "127.0.0.1"}) == 403


async def test_without_a_token_a_page_of_another_site_is_refused():
    assert await knock(None, {"Origin": "https://elsewhere.example"}) == 403


async def test_with_a_token_only_the_token_counts():
    assert await knock("secret") == 401
    assert await knock("secret", {"Authorization": "Bearer wrong"}) == 401
    assert await knock("secret", {"Authorization": "Basic secret"}) == 401
    assert await knock("secret", {"Authorization": "Bearer secret", "X-Forwarded-For": "1.2.3.4"}) == 200


async def test_many_wrong_tokens_are_held_back():
    async with await door("secret") as server, ClientSession() as http:
        statuses = set()
        for _ in range(30):
            async with http.get(server.make_url("/")) as response:
                statuses.add(response.status)
    assert statuses == {401, 429}
