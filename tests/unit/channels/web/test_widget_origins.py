import pytest
from aiohttp.test_utils import make_mocked_request

from channels.web.origins import allowed, parse_origins

EXTRA = parse_origins("https://www.example.com, http://localhost:3000/")


def asks(origin: str | None, host: str = "assistant.example") -> bool:
    headers = {"Host": host} | ({"Origin": origin} if origin is not None else {})
    return allowed(make_mocked_request("GET", "/widget/socket", headers=headers), EXTRA)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://assistant.example", "assistant.example"),
        ("http://assistant.example", "assistant.example"),
        ("https://assistant.example", "assistant.example:443"),
        ("http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("https://ASSISTANT.example", "assistant.EXAMPLE"),
        ("https://www.example.com", "assistant.example"),
        ("http://localhost:3000", "assistant.example"),
    ],
)
def test_our_own_and_the_named_pages_may(origin: str, host: str) -> None:
    assert asks(origin, host)


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "https://evil.example",
        "https://assistant.example.evil.example",
        "https://evil-assistant.example",
        "https://assistant.example:8443",
        "https://user@assistant.example",
        "https://assistant.example/",
        "https://assistant.example/path",
        "ftp://assistant.example",
        "file://",
        "http://www.example.com",
        "https://www.example.com.evil.example",
        "https://assistant.example, https://evil.example",
    ],
)
def test_others_may_not(origin: str | None) -> None:
    assert not asks(origin)


@pytest.mark.parametrize("setting", ["example.com", "https://", "https://example.com/page", "*", "ws://a.b"])
def test_a_setting_that_is_no_origin_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="WIDGET_ORIGINS"):
        parse_origins(setting)


def test_no_setting_is_no_extra_origin() -> None:
    assert parse_origins("") == frozenset()
