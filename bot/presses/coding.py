"""Button data: a version, a verb and the fields of one class of press, in at most 64 bytes.

Each button has a frozen dataclass that derives from Press; `pack` and `unpack` are each other's
inverse. Fields may be keys, numbers, words, days, times, choices (Literal or StrEnum), any of them
or None, or classes that write and read themselves (Packed). Defaults at the end are not written.
"""

from __future__ import annotations

from abc import abstractmethod
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from math import isfinite
from types import UnionType
from typing import (
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Self,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

VERSION = "2"
LIMIT = 64  # bytes; Telegram's limit of callback_data
LONGEST_NUMBER = 9  # digits: within what an INTEGER column holds


class StaleButton(Exception):
    """Button data of another version, or forged: it means nothing (any more)."""


class Packed:
    """A value that writes and reads itself as one field."""

    __slots__ = ()

    @abstractmethod
    def pack(self) -> str:
        """The value as text."""

    @classmethod
    @abstractmethod
    def read(cls, text: str) -> Self:
        """The value of a text. Raises ValueError."""


@dataclass(frozen=True, slots=True)
class Press:
    """What pressing a button means. `verb` tells the classes apart; `for_operators`: to everybody
    else it means nothing; `style`: Telegram's word for its colour, "" for the usual one."""

    verb: ClassVar[str]
    for_operators: ClassVar[bool] = False
    style: ClassVar[str] = ""

    def pack(self) -> str:
        """Button data. Raises ValueError above 64 bytes."""
        written = [code.write(getattr(self, name)) for name, code in _codes(type(self)).items()]
        defaults = _defaults(type(self))
        while (
            written
            and len(written) > len(defaults.required)
            and (written[-1] == defaults.written[len(written) - 1])
        ):
            written.pop()
        data = ":".join((VERSION, self.verb, *map(_escaped, written)))
        if len(data.encode()) > LIMIT:
            raise ValueError(f"button data of {len(data.encode())} bytes: {data}")
        return data

    @classmethod
    def of(cls, facts: Iterable[str]) -> Self:
        """The press of its written fields. Raises ValueError."""
        codes, written = _codes(cls), [_unescaped(fact) for fact in facts]
        if not len(_defaults(cls).required) <= len(written) <= len(codes):
            raise ValueError(f"{len(written)} fields")
        read = zip(codes.items(), written, strict=False)
        return cls(**{name: code.read(text) for (name, code), text in read})


def unpack(data: str, verbs: Mapping[str, type[Press]]) -> Press:
    """The press of button data. Raises StaleButton."""
    version, *rest = data.split(":")
    kind = verbs.get(rest[0]) if version == VERSION and rest else None
    if kind is None:
        raise StaleButton(data)
    try:
        return kind.of(rest[1:])
    except ValueError:
        raise StaleButton(data) from None


def size_of(text: str) -> int:
    """The bytes that a text takes as a field."""
    return len(_escaped(text).encode())


def _escaped(text: str) -> str:
    """The text without colons, which part the fields."""
    return text.replace("%", "%25").replace(":", "%3A")


def _unescaped(text: str) -> str:
    return text.replace("%3A", ":").replace("%25", "%")


class _Code(NamedTuple):
    """How values of one type are written as text and read back; `read` raises ValueError."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


class _Defaults(NamedTuple):
    required: tuple[str, ...]  # names of the fields without a default
    written: tuple[str | None, ...]  # of each field, its default as it is written


_CODES: dict[type[Press], dict[str, _Code]] = {}  # worked out when first asked for
_DEFAULTS: dict[type[Press], _Defaults] = {}


def _codes(kind: type[Press]) -> dict[str, _Code]:
    if kind not in _CODES:
        hints = get_type_hints(kind)
        _CODES[kind] = {field.name: _code(hints[field.name]) for field in fields(kind)}
    return _CODES[kind]


def _defaults(kind: type[Press]) -> _Defaults:
    if kind not in _DEFAULTS:
        _DEFAULTS[kind] = _read_defaults(kind)
    return _DEFAULTS[kind]


def _read_defaults(kind: type[Press]) -> _Defaults:
    codes = _codes(kind)
    own = [(field.name, field.default) for field in fields(kind)]
    return _Defaults(
        tuple(name for name, default in own if default is MISSING),
        tuple(None if default is MISSING else codes[name].write(default) for name, default in own),
    )


def _code(hint: Any) -> _Code:
    """The code of a field's type. Raises TypeError for a type that has none."""
    if get_origin(hint) is Literal:
        return _Code(str, _one_of(get_args(hint)))
    if get_origin(hint) in {UnionType, Union}:  # of a Literal it is typing's
        inner, _ = sorted(get_args(hint), key=lambda part: part is type(None))
        return _or_none(_code(inner))
    if issubclass(hint, Packed):
        return _Code(lambda value: str(value.pack()), hint.read)
    if issubclass(hint, StrEnum):
        return _Code(str, hint)
    if hint not in _PLAIN:
        raise TypeError(f"no code for {hint}")
    return _PLAIN[hint]


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in choices:
            raise ValueError(text)
        return text

    return read


def _or_none(code: _Code) -> _Code:
    """Nothing is written as an empty text, which no other type writes but words."""
    return _Code(
        lambda value: "" if value is None else code.write(value),
        lambda text: code.read(text) if text else None,
    )


def pack_key(key: UUID) -> str:
    """A row's key in 22 characters: for buttons and deep links."""
    return urlsafe_b64encode(key.bytes).rstrip(b"=").decode()


def unpack_key(text: str) -> UUID:
    """The key behind 22 characters. Raises ValueError."""
    try:
        key = UUID(bytes=urlsafe_b64decode(text + "=="))
    except Base64Error as error:
        raise ValueError(text) from error
    if pack_key(key) != text:
        raise ValueError(text)
    return key


def _read_int(text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > LONGEST_NUMBER:
        raise ValueError(text)
    return int(text)


def _write_float(value: float) -> str:
    short = f"{value:g}"
    return short if float(short) == value else repr(value)


def _read_float(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return value


def _read_bool(text: str) -> bool:
    return _one_of(("0", "1"))(text) == "1"


def _read_day(text: str) -> date:
    return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  a day of the calendar


def _read_time(text: str) -> time:
    return datetime.strptime(text, "%H%M").time()  # noqa: DTZ007  a time of the day


_PLAIN: Mapping[type, _Code] = {
    UUID: _Code(pack_key, unpack_key),
    int: _Code(str, _read_int),
    float: _Code(_write_float, _read_float),
    bool: _Code(lambda value: str(int(value)), _read_bool),
    str: _Code(str, str),
    date: _Code(lambda day: day.isoformat().replace("-", ""), _read_day),
    time: _Code(lambda at: f"{at:%H%M}", _read_time),
}
