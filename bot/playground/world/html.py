"""Telegram's HTML: a text with tags in, the bare text with its entities out.

The grammar, the entities that are decoded and the words of every complaint are those of TDLib's
`parse_html`; offsets in complaints are bytes of UTF-8, offsets of entities UTF-16 code units.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.world.links import checked_link
from bot.playground.world.text import Entity, Formatted, arranged, utf16_length

_SPACE = " \t\r\n\v\0"  # \0 is also what reading past the end gives
_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = {*_SIMPLE, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,10})|([a-zA-Z]+));?")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_DATE_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_USER_LINK = re.compile(r"tg:(?://)?user\?id=([0-9]{1,19})")
_BAD_UNICODE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
    "surrogate code units"
)

FindUser = Callable[[int], dict[str, Any] | None]


class UnparsableError(Exception):
    """The markup is wrong; the message is Telegram's, without its "can't parse entities: "."""


@dataclass(slots=True)
class _Open:
    """A start tag whose end tag has not come yet."""

    tag: str
    attributes: dict[str, str]
    offset: int  # UTF-16 code units
    start: int  # characters of the result


def parse_html(source: str, *, find_user: FindUser = lambda user_id: None) -> Formatted:
    """Read `source`; `find_user` gives the User of a `tg://user?id=` link, or None.

    Raises UnparsableError with Telegram's words.
    """
    return _Parser(source, find_user).parse()


def decode_reference(source: str, at: int) -> tuple[str, int]:
    """The character of the reference at `at`, and the index after it; unknown ones stay as text."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return source[at], at + 1
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return (_NAMED[name], match.end()) if name in _NAMED else (source[at], at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return (chr(code), match.end()) if 0 < code <= 0x10FFFF else (source[at], at + 1)


class _Parser:
    def __init__(self, source: str, find_user: FindUser) -> None:
        self._source = source
        self._find_user = find_user
        self._at = 0
        self._result: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []
        self._languages: dict[int, str] = {}  # id of a code entity → its language

    def parse(self) -> Formatted:
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "<":
                self._read_tag()
            else:
                self._read_character(character)
        if self._open:
            tag = self._open[-1].tag
            raise UnparsableError(f'Can\'t find end tag corresponding to start tag "{tag}"')
        text = "".join(self._result)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise UnparsableError(_BAD_UNICODE)
        return Formatted(text, arranged(self._entities))

    def _read_character(self, character: str) -> None:
        if character == "&":
            character, self._at = decode_reference(self._source, self._at)
        else:
            self._at += 1
        self._result.append(character)
        self._offset += utf16_length(character)

    def _peek(self) -> str:
        return self._source[self._at] if self._at < len(self._source) else "\0"

    def _skip_space(self) -> None:
        while self._at < len(self._source) and self._peek() in _SPACE:
            self._at += 1

    def _read_until(self, stops: str) -> str:
        start = self._at
        while self._at < len(self._source) and self._peek() not in stops:
            self._at += 1
        return self._source[start : self._at]

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode("utf-8", "surrogatepass"))

    def _read_tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._peek() == "/":
            self._at += 1
            self._read_end_tag(begin)
        else:
            self._read_start_tag(begin)

    def _read_start_tag(self, begin: int) -> None:
        tag = self._read_until(_SPACE + ">").lower()
        if self._at >= len(self._source):
            raise UnparsableError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _TAGS:
            raise UnparsableError(
                f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}'
            )
        attributes = self._read_attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            place = self._bytes(begin)
            raise UnparsableError(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        self._open.append(_Open(tag, attributes, self._offset, len(self._result)))

    def _read_attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._at >= len(self._source):
                raise self._unclosed(tag, begin)
            if self._peek() == ">":
                self._at += 1
                return attributes
            name = self._read_until(_SPACE + "=>")
            if not name:
                place = self._bytes(begin)
                words = f'Empty attribute name in the tag "{tag}" at byte offset {place}'
                raise UnparsableError(words)
            attributes.setdefault(name, self._read_value(tag, begin))

    def _read_value(self, tag: str, begin: int) -> str:
        self._skip_space()
        if self._peek() != "=":
            return ""
        self._at += 1
        self._skip_space()
        if self._at >= len(self._source):
            raise self._unclosed(tag, begin)
        if self._peek() in "'\"":
            return self._read_quoted(begin)
        return self._read_name_token()

    def _read_quoted(self, begin: int) -> str:
        quote = self._peek()
        self._at += 1
        value = []
        while self._at < len(self._source) and self._peek() != quote:
            character, self._at = decode_reference(self._source, self._at)
            value.append(character)
        self._at += 1
        if self._at >= len(self._source):
            raise UnparsableError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        return "".join(value)

    def _read_name_token(self) -> str:
        match = _NAME_TOKEN.match(self._source, self._at)
        start, token = self._at, match[0] if match else ""
        self._at += len(token)
        if self._at >= len(self._source) or self._peek() not in _SPACE + ">":
            place = self._bytes(start)
            raise UnparsableError(f"Unexpected end of name token at byte offset {place}")
        return token.lower()

    def _unclosed(self, tag: str, begin: int) -> UnparsableError:
        return UnparsableError(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')

    def _read_end_tag(self, begin: int) -> None:
        place = self._bytes(begin)
        if not self._open:
            raise UnparsableError(f"Unexpected end tag at byte offset {place}")
        tag = self._read_until(_SPACE + ">").lower()
        self._skip_space()
        if self._peek() != ">":
            raise UnparsableError(f"Unclosed end tag at byte offset {place}")
        self._at += 1
        opened = self._open.pop()
        if tag and tag != opened.tag:
            raise UnparsableError(
                f"Unmatched end tag at byte offset {place}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        mark: Entity = {
            "type": _SIMPLE.get(opened.tag, opened.tag),
            "offset": opened.offset,
            "length": self._offset - opened.offset,
        }
        match opened.tag:
            case "a":
                self._close_link(opened, mark)
            case "pre" | "code":
                self._close_code(opened, mark)
            case "blockquote":
                expandable = "expandable" in opened.attributes
                kind = "expandable_blockquote" if expandable else "blockquote"
                self._entities.append({**mark, "type": kind})
            case "tg-emoji":
                self._entities.append({**mark, **_custom_emoji(opened.attributes)})
            case "tg-time":
                self._entities.append({**mark, **_date_time(opened.attributes)})
            case _:
                self._entities.append(mark)

    def _close_link(self, opened: _Open, mark: Entity) -> None:
        url = opened.attributes.get("href") or "".join(self._result[opened.start :])
        if user_link := _USER_LINK.fullmatch(url):
            user = self._find_user(int(user_link[1]))
            if user is not None:
                self._entities.append({**mark, "type": "text_mention", "user": user})
        elif link := checked_link(url):
            self._entities.append({**mark, "type": "text_link", "url": link})

    def _close_code(self, opened: _Open, mark: Entity) -> None:
        """`<pre>` and `<code class="language-x">` around one text make one entity, in any order."""
        language = opened.attributes.get("class", "")
        language = language[9:] if language.startswith("language-") else ""
        last = self._entities[-1] if self._entities else {}
        same_span = (last.get("offset"), last.get("length")) == (mark["offset"], mark["length"])
        inner_language = self._languages.get(id(last), "")
        if same_span and opened.tag == "pre" and last["type"] == "code" and inner_language:
            self._entities[-1] = {**mark, "type": "pre", "language": inner_language}
        elif same_span and opened.tag == "code" and last["type"] == "pre" and language:
            self._entities[-1] = {**mark, "type": "pre", "language": language}
        else:
            self._entities.append(mark)
            self._languages[id(mark)] = language


def _custom_emoji(attributes: dict[str, str]) -> Entity:
    identifier = attributes.get("emoji-id", "")
    if not identifier.isdecimal() or not int(identifier):
        raise UnparsableError("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _date_time(attributes: dict[str, str]) -> Entity:
    """`unix` and `format` of a `<tg-time>`. What Telegram says to wrong ones is not known."""
    unix_time, shape = attributes.get("unix", ""), attributes.get("format", "")
    if not unix_time.isdecimal() or not 0 < int(unix_time) < 1 << 33:
        raise UnparsableError("Invalid Unix time specified")
    if not _DATE_TIME_FORMAT.fullmatch(shape):
        raise UnparsableError("Invalid date-time format specified")
    mark: Entity = {"type": "date_time", "unix_time": int(unix_time)}
    return {**mark, "date_time_format": shape} if shape else mark
