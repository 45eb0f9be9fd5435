"""Serves the widget's files, its words and the demo page."""

from collections.abc import Mapping

from aiohttp import web
from aiohttp.typedefs import LooseHeaders
from aiohttp.web_response import StreamResponse

from channels.web.assets import FALLBACK, Asset, Assets

FOREVER = "public, max-age=31536000, immutable"
EACH_TIME = "no-cache"  # kept by the browser, but asked for again; mostly answered with 304
# The application adds what is alike for every answer of ours (nosniff and others).
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# The widget's files are public and go into pages of other origins.
ASSET_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


class Pages:
    """The handlers of everything that a browser fetches."""

    def __init__(self, assets: Assets, languages: tuple[str, ...]) -> None:
        self._assets, self._languages = assets, languages

    async def demo(self, request: web.Request) -> StreamResponse:
        """Answer with our own page."""
        return _answer(request, self._found("demo.html"), EACH_TIME, PAGE_HEADERS)

    async def loader(self, request: web.Request) -> StreamResponse:
        """Answer with the script that other pages name."""
        return _answer(request, self._found("widget.js"), EACH_TIME, ASSET_HEADERS)

    async def file(self, request: web.Request) -> StreamResponse:
        """Answer with a file, under its version for good, under another version or none for now."""
        caching = FOREVER if request.match_info.get("version") == self._assets.version else EACH_TIME
        return _answer(request, self._found(request.match_info["name"]), caching, ASSET_HEADERS)

    async def texts(self, request: web.Request) -> StreamResponse:
        """Answer with the widget's words in the first of the wanted languages that we have."""
        caching = FOREVER if request.match_info.get("version") == self._assets.version else EACH_TIME
        language = self.language(request.match_info["wanted"])
        return _answer(request, self._found(f"texts/{language}.json"), caching, ASSET_HEADERS)

    def language(self, wanted: str) -> str:
        """Return the first language of a list such as `th-TH,th;q=0.9,en` that we have."""
        for each in wanted.lower().split(","):
            code = each.partition(";")[0].strip().replace("_", "-").partition("-")[0]
            if code in self._languages:
                return code
        return FALLBACK

    def _found(self, name: str) -> Asset:
        asset = self._assets.get(name)
        if asset is None:
            raise web.HTTPNotFound
        return asset


PAGES = web.AppKey("widget_pages", Pages)


def _answer(request: web.Request, asset: Asset, caching: str, headers: Mapping[str, str]) -> StreamResponse:
    common: LooseHeaders = {
        **headers,
        "Cache-Control": caching,
        "Vary": "Accept-Encoding",
        "ETag": f'W/"{asset.tag}"',  # weak: compressed or not, it is the same file
    }
    if any(tag.value in (asset.tag, "*") for tag in request.if_none_match or ()):
        return web.Response(status=304, headers=common)
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    response = web.Response(
        body=asset.zipped if zipped else asset.body, headers=common, content_type=asset.kind, charset="utf-8"
    )
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response
