"""Telegram's HTML measured and cut the way Telegram counts: UTF-16 units after parsing.

Limits (Bot API): 4096 units in a message, 1024 in a caption. Source of the grammar: "HTML style"
in the Bot API; the named references are lt, gt, amp and quot, numeric ones all work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
ELLIPSIS = "…"

_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)[^<>]*>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot);"
    r"|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place between two tokens: `start` in the source, the open tags around it."""

    start: int
    open_tags: tuple[str, ...]

    def cut(self, html: str) -> tuple[Markup, Markup]:
        """What is before and after the place, each with all its tags."""
        closing = [f"</{_name(tag)}>" for tag in reversed(self.open_tags)]
        head = "".join([html[: self.start], *closing])
        rest = "".join([*self.open_tags, html[self.start :]])
        return Markup(head), Markup(rest)  # noqa: S704 - markup already, its tags only repeated


def units(html: str) -> int:
    """UTF-16 units of the text that Telegram shows for `html`."""
    return sum(width for _, width, _ in _walk(html))


def fit(html: Markup, limit: int = MESSAGE_LIMIT) -> Markup:
    """`html` itself, or its beginning with "…" at the end: at most `limit` (≥ 1) units.

    Cut between characters, never inside a tag, a reference or a surrogate pair; tags are closed.
    Lone surrogates, which cannot be sent, become question marks.
    """
    sound = Markup(html.encode("utf-8", "replace").decode())  # noqa: S704 - same markup
    if _short(sound, limit):
        return sound
    head, _ = _hard_place(sound, limit - 1).cut(sound)
    return head + ELLIPSIS


def split(html: Markup, limit: int) -> tuple[Markup, Markup]:
    """A beginning of at most `limit` units and the rest, both with whole tags.

    Cut at the last white space of the beginning's second half, or between two characters when
    there is none. The rest is empty when everything fits.
    """
    if _short(html, limit):
        return html, Markup()
    return _soft_place(html, limit).cut(html)


def _short(html: str, limit: int) -> bool:
    # Parsing only shortens, and a character has at most two units: most texts need no parsing.
    return 2 * len(html) <= limit or units(html) <= limit


def _hard_place(html: str, limit: int) -> _Place:
    """The last place with at most `limit` units before it."""
    used = 0
    for place, width, _ in _walk(html):
        used += width
        if used > limit:
            return place
    return _Place(len(html), ())


def _soft_place(html: str, limit: int) -> _Place:
    used, soft = 0, None
    for place, width, token in _walk(html):
        if token.isspace() and limit // 2 <= used <= limit:
            soft = place
        used += width
        if used > limit:
            return soft or place
    return _Place(len(html), ())


def _walk(html: str) -> Iterator[tuple[_Place, int, str]]:
    """Each token with the place before it and its width in units."""
    open_tags: tuple[str, ...] = ()
    for match in _TOKEN.finditer(html):
        token = match.group()
        place = _Place(match.start(), open_tags)
        if match["tag"] is None:
            yield place, len(unescape(token).encode("utf-16-le", "surrogatepass")) // 2, token
        else:
            yield place, 0, token
            open_tags = _after(open_tags, token, closes=bool(match["close"]))


def _after(open_tags: tuple[str, ...], token: str, *, closes: bool) -> tuple[str, ...]:
    if not closes:
        return (*open_tags, token)
    if open_tags and _name(open_tags[-1]) == _name(token):
        return open_tags[:-1]
    return open_tags  # a stray end: Telegram refuses it anyway


def _name(tag: str) -> str:
    match = _TOKEN.match(tag)
    return match["tag"].lower() if match and match["tag"] else ""
