"""Which pages may open a conversation: our own, and those that the setting names."""

from urllib.parse import urlsplit

from aiohttp import web

DEFAULT_PORTS = {"http": 80, "https": 443}


def parse_origins(setting: str) -> frozenset[str]:
    """Return the origins of a comma-separated list; raises ValueError on one that is no origin."""
    origins = frozenset(each.strip().rstrip("/").lower() for each in setting.split(",") if each.strip())
    for origin in origins:
        parts = urlsplit(origin)
        if (
            parts.scheme not in DEFAULT_PORTS
            or not parts.netloc
            or origin != f"{parts.scheme}://{parts.netloc}"
        ):
            raise ValueError(f"WIDGET_ORIGINS: {origin!r} is not an origin such as https://www.example.com")
    return origins


def allowed(request: web.Request, extra: frozenset[str]) -> bool:
    """Tell whether the page behind this request may use the widget.

    A browser always names the page's origin when it opens a WebSocket or posts to another origin; a
    request without one is not a browser's page and is refused as well.
    """
    origin = request.headers.get("Origin", "").lower()
    return origin in extra or _same(origin, request.headers.get("Host", "").lower())


def _same(origin: str, host: str) -> bool:
    # The scheme is left aside on purpose: behind a proxy that ends TLS we see http while the page is https.
    parts = urlsplit(origin)
    if parts.scheme not in DEFAULT_PORTS or not parts.netloc or origin != f"{parts.scheme}://{parts.netloc}":
        return False
    default = f":{DEFAULT_PORTS[parts.scheme]}"
    return parts.netloc.removesuffix(default) == host.removesuffix(default)
