"""Text: how Telegram counts and cleans it, and which entities it finds in it.

Offsets and lengths are UTF-16 code units. The cleaning rules are those of TDLib's
`clean_input_string` and `is_empty_string`; the entities that Telegram adds by itself
(commands, mentions, hashtags, addresses) follow TDLib's `find_entities`, as far as a bot needs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Entity = dict[str, Any]  # a MessageEntity of the Bot API

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ENTITIES = 100  # Telegram drops the others silently

_CONTROL = re.compile("[\x00-\x08\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_DIRECTION_RUN = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")
_EMPTY = re.compile(
    "[\\s\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc"
    "\U000e0000-\U000e007f]*"
)
# Of two entities of the same span the lower number is the outer one (TDLib's get_type_priority).
_PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_FOUND = re.compile(
    r"""
    (?P<url>(?:https?://[^\s<>"]+[^\s<>".,;:!?)\]'])
        |(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|io|dev|me|info|app|ru|de|es|uk|eu)\b(?![\w@.-]*@)
         (?:/[^\s<>"]*[^\s<>".,;:!?)\]'])?)
    |(?P<email>[\w.+-]+@(?:[\w-]+\.)+[a-zA-Z]{2,})
    |(?<![\w/<>@])(?P<bot_command>/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?)(?![\w/<>])
    |(?<![\w@.])(?P<mention>@[a-zA-Z][a-zA-Z0-9_]{2,31})(?!\w)
    |(?<![\w\#])(?P<hashtag>\#\d*[^\W\d]\w{0,255})(?!\w)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text without markup and its entities, sorted as Telegram sorts them."""

    text: str
    entities: Sequence[Entity] = ()


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units: what Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of `text` that an entity marks; `offset` and `length` in UTF-16 code units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def clean(text: str) -> str:
    """Replace control characters by spaces; drop carriage returns and direction overrides."""
    text = _CONTROL.sub(" ", _DROPPED.sub("", text))
    return _DIRECTION_RUN.sub(lambda run: "\u200c" * len(run[0]), text)


def is_empty(text: str) -> bool:
    """Whether `text` has nothing that a person can see."""
    return _EMPTY.fullmatch(text) is not None


def arranged(entities: Iterable[Entity]) -> list[Entity]:
    """Sort by offset, outer before inner, and drop the entities inside code and pre."""
    ordered = sorted(
        entities,
        key=lambda mark: (mark["offset"], -mark["length"], _PRIORITY.get(mark["type"], 50)),
    )
    kept: list[Entity] = []
    closed_until = -1  # where the last code or pre ends
    for mark in ordered:
        is_quote = mark["type"] in ("blockquote", "expandable_blockquote")
        if mark["offset"] >= closed_until or is_quote:
            kept.append(mark)
            if mark["type"] in ("code", "pre"):
                closed_until = mark["offset"] + mark["length"]
    return kept[:MAX_ENTITIES]


def trimmed(formatted: Formatted) -> Formatted:
    """The text without white space at its ends; entities move and shrink with it."""
    text = formatted.text.rstrip()
    cut = len(text) - len(text.lstrip())
    text = text[cut:]
    end = utf16_length(text)
    entities = []
    for mark in formatted.entities:
        start = max(mark["offset"] - cut, 0)
        stop = min(mark["offset"] + mark["length"] - cut, end)
        if stop > start:
            entities.append({**mark, "offset": start, "length": stop - start})
    return Formatted(text, entities)


def found(text: str) -> Iterator[Entity]:
    """The entities that Telegram finds in a text: commands, mentions, hashtags, addresses."""
    for match in _FOUND.finditer(text):
        yield {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }


def completed(formatted: Formatted) -> Formatted:
    """Add the entities that Telegram finds by itself, except inside links and code."""
    closed = [
        mark
        for mark in formatted.entities
        if mark["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    free = [mark for mark in found(formatted.text) if not any(_overlap(mark, c) for c in closed)]
    return Formatted(formatted.text, arranged([*formatted.entities, *free]))


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
