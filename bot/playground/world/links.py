"""Web addresses as Telegram accepts and completes them."""

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def checked_link(url: str) -> str | None:
    """The address as Telegram keeps it; None when it is not an address."""
    if not url or re.search(r"\s", url):
        return None
    if not _SCHEME.match(url) or url.lower().startswith("localhost:"):
        url = "http://" + url
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        return _checked_web_link(url, parts.netloc, parts.path, parts.query)
    return url if parts.scheme in ("tg", "ton", "tonsite", "mailto", "tel") else None


def _checked_web_link(url: str, host: str, path: str, query: str) -> str | None:
    if "." not in host:
        return None
    if path:
        return url
    return url.replace(f"{host}?", f"{host}/?", 1) if query else f"{url}/"
