"""Addresses of pictures are ours alone, and what they hold can be drawn."""

import io

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from channels.pictures.canvas import WIDTH
from channels.pictures.draw import draw
from channels.pictures.links import PictureError, Pictures
from channels.pictures.page import Page

PICTURES = Pictures(b"k" * 32)
CHARGE = {
    "kind": "charge",
    "title": "smart #3 Premium",
    "samples": [[0, 10, 100], [15, 50, 100], [30, 80, 50]],
}
JOURNEY = {
    "kind": "journey",
    "path": [[3.07, 101.5], [2.7, 101.9], [1.47, 103.76]],
    "profile": [[0, 70], [74, 51], [74, 82], [350, 10]],
    "ends": ["Shah Alam", "Johor Bahru"],
    "stops": [{"at": [2.7, 101.9], "name": "北京楼 Seremban", "km": 74, "arrive": 51, "leave": 82}],
    "reserve": 10,
}


def token_of(link: str) -> str:
    return link.removeprefix("/pictures/").removesuffix(".png")


@pytest.mark.parametrize("shown", [CHARGE, JOURNEY])
def test_an_address_holds_what_is_drawn(shown):
    link = PICTURES.link(shown)
    assert len(link) < 1500  # LINE takes 2000 characters
    assert PICTURES.read(token_of(link)) == shown


@pytest.mark.parametrize(
    "shown", [CHARGE, JOURNEY, {**JOURNEY, "stops": [], "path": [[3.0, 101.0], [3.0, 101.0]]}]
)
def test_a_picture_is_as_wide_as_a_phone_shows(shown):
    picture = Image.open(io.BytesIO(draw(shown)))
    assert picture.format == "PNG"
    assert picture.width == WIDTH
    assert len(picture.getcolors(256) or []) > 4  # it is not an empty sheet


@given(st.text(max_size=200))
def test_no_other_address_is_taken(token):
    with pytest.raises(PictureError):
        PICTURES.read(token)


def test_an_address_of_another_key_is_not_taken():
    with pytest.raises(PictureError):
        PICTURES.read(token_of(Pictures(b"o" * 32).link(CHARGE)))


async def test_the_page_draws_ours_and_knows_no_other():
    app = web.Application()
    app.router.add_get(r"/pictures/{token}.png", Page(PICTURES).show)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(PICTURES.link(JOURNEY))
        assert (answer.status, answer.content_type) == (200, "image/png")
        assert "immutable" in answer.headers["Cache-Control"]
        again = await client.get(PICTURES.link(JOURNEY))
        assert await again.read() == await answer.read()
        forged = PICTURES.link(JOURNEY).replace("/pictures/", "/pictures/A")
        assert (await client.get(forged)).status == 404
