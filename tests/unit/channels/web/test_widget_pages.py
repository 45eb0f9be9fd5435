import gzip
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor
from yarl import URL

from channels.texts import MESSAGES, Texts
from channels.web.assets import FOLDER, Assets, read_files, render_texts
from channels.web.frames import FrameError
from channels.web.talk import error_frame

TEXTS = Texts.load()
ASSETS = Assets(read_files() | render_texts(TEXTS))
LIMIT = 30 * 1024
LANGUAGES = ("en", "ms", "zh", "th")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def catalogue(language: str) -> dict[str, set[str]]:
    source = (MESSAGES / language / "widget.ftl").read_text(encoding="utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, Message):
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words(language: str) -> None:
    assert catalogue(language) == catalogue("en")
    assert all(name.startswith("widget_") for name in catalogue(language))


def test_the_script_asks_for_words_that_exist() -> None:
    known = {name.removeprefix("widget_") for name in catalogue("en")}
    asked = set()
    for path in FOLDER.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"\bwords\.([a-z_]+)", source))
        asked |= set(re.findall(r'"(suggestion_[a-z_]+)"', source))
    assert asked <= known
    states = {"sending", "waiting", "sent", "failed"}
    labels = {"close", "messages", "location", "input", "send", "language", "previous", "next"}
    rest = {name for name in known if not name.startswith("error_")} - asked - states - labels
    assert rest == set(), "words that nothing says"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["bad_frame", "version", "too_long", "empty", "rate", "busy", "fault"])
def test_every_error_has_its_sentence(language: str, code: str) -> None:
    assert len(error_frame(FrameError(code), TEXTS, language)["text"]) > 5


def test_the_widget_is_small() -> None:
    assert ASSETS.size() < LIMIT, f"{ASSETS.size()} bytes"


def test_the_version_follows_the_content() -> None:
    files = read_files() | render_texts(TEXTS)
    assert Assets(files).version == ASSETS.version
    assert Assets({**files, "dom.js": b"// changed"}).version != ASSETS.version


def test_every_module_that_is_imported_is_there() -> None:
    for path in FOLDER.glob("*.js"):
        for name in re.findall(r'from "\./([a-z.]+)"', path.read_text(encoding="utf-8")):
            assert ASSETS.get(name) is not None


def test_message_text_never_becomes_markup() -> None:
    for path in FOLDER.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(", source
        )


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        self.inline += [f"{tag} {name}" for name in names if name == "style" or name.startswith("on")]
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside in ("script", "style") and data.strip():
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


async def test_our_page_is_strict(server: TestServer, http: ClientSession) -> None:
    async with http.get(server.make_url("/")) as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"]
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        page = Page()
        page.feed(await response.text())
        assert page.inline == []


async def test_the_script_names_the_present_version(server: TestServer, http: ClientSession) -> None:
    async with http.get(server.make_url("/widget.js")) as response:
        assert response.headers["Cache-Control"] == "no-cache"
        assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert ASSETS.version in await response.text()


async def test_a_file_under_its_version_is_kept_for_good(server: TestServer, http: ClientSession) -> None:
    for folder, caching in (
        (ASSETS.version + "/", "immutable"),
        ("0" * 12 + "/", "no-cache"),
        ("", "no-cache"),
    ):
        async with http.get(server.make_url(f"/widget/{folder}dom.js")) as response:
            assert response.status == 200
            assert caching in response.headers["Cache-Control"]


async def test_what_the_browser_has_is_not_sent_again(server: TestServer, http: ClientSession) -> None:
    url = server.make_url("/widget/widget.css")
    async with http.get(url) as response:
        tag = response.headers["ETag"]
    for known, status in ((tag, 304), (f'"x", {tag}', 304), ("*", 304), ('W/"other"', 200)):
        async with http.get(url, headers={"If-None-Match": known}) as response:
            assert response.status == status
            assert response.headers["ETag"] == tag


async def test_files_are_compressed_for_those_who_can(server: TestServer) -> None:
    url = server.make_url("/widget/assistant.js")
    async with ClientSession(auto_decompress=False) as http:
        async with http.get(url, headers={"Accept-Encoding": "br, gzip"}) as response:
            assert response.headers["Content-Encoding"] == "gzip"
            zipped = await response.read()
        async with http.get(url, headers={"Accept-Encoding": "identity"}) as response:
            assert "Content-Encoding" not in response.headers
            assert response.headers["Vary"] == "Accept-Encoding"
            assert gzip.decompress(zipped) == await response.read() == (FOLDER / "assistant.js").read_bytes()


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("th", "th"),
        ("zh-CN", "zh"),
        ("ms_MY", "ms"),
        ("fr,de-DE,ms;q=0.5", "ms"),
        ("TH", "th"),
        ("xx", "en"),
        (",", "en"),
    ],
)
async def test_words_come_in_the_first_language_we_have(
    server: TestServer, http: ClientSession, wanted: str, language: str
) -> None:
    async with http.get(server.make_url(f"/widget/texts/{wanted}.json")) as response:
        content: dict[str, Any] = json.loads(await response.read())
        assert content["language"] == language
        assert content["languages"]["th"] == "ภาษาไทย"
        assert "{count}" in content["words"]["unread"]
        assert not any(name.startswith("error_") for name in content["words"])


@pytest.mark.parametrize(
    "path", ["nothing.js", "..%2Fsession.py", "%2e%2e/session.py", "texts/en", "socket/x"]
)
async def test_there_is_nothing_else(server: TestServer, http: ClientSession, path: str) -> None:
    async with http.get(URL(f"{server.make_url('/widget/')}{path}", encoded=True)) as response:
        assert response.status == 404
