"""What a button carries: a version, a verb and its facts, in at most 64 bytes."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from bot.presses.coding import StaleButton as StaleButton

VERSION = "1"
LIMIT = 64  # bytes; Telegram's limit of callback_data


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button's verb and facts."""

    verb: str
    facts: tuple[str, ...]

    def fact(self, index: int) -> str:
        """The fact at a place, empty where there is none."""
        return self.facts[index] if index < len(self.facts) else ""

    def key(self, index: int = 0) -> UUID:
        """The fact at a place as a row's key. Raises StaleButton."""
        return unpack_key(self.fact(index))


def pack(verb: str, *facts: object) -> str:
    """Button data. The last fact may hold colons. Raises ValueError above 64 bytes."""
    data = ":".join((VERSION, verb, *(str(fact) for fact in facts)))
    if len(data.encode()) > LIMIT:
        raise ValueError(f"button data of {len(data.encode())} bytes: {data}")
    return data


def unpack(data: str, *, most: int = 4) -> Pressed:
    """Read button data with at most so many facts. Raises StaleButton."""
    version, _, rest = data.partition(":")
    verb, *facts = rest.split(":", most)
    if version != VERSION or not verb:
        raise StaleButton(data)
    return Pressed(verb, tuple(facts))


def pack_key(key: UUID) -> str:
    """A row's key in 22 characters."""
    return urlsafe_b64encode(key.bytes).rstrip(b"=").decode()


def unpack_key(text: str) -> UUID:
    """The key behind 22 characters. Raises StaleButton."""
    try:
        return UUID(bytes=urlsafe_b64decode(text + "=="))
    except (ValueError, Base64Error):
        raise StaleButton(text) from None


def pack_day(day: date) -> str:
    """A day in 8 characters: `20260923`."""
    return f"{day:%Y%m%d}"


def unpack_day(text: str) -> date:
    """The day behind 8 characters. Raises StaleButton."""
    return _read(text, "%Y%m%d").date()


def pack_time(at: time) -> str:
    """A time of the day in 4 characters: `2130`."""
    return f"{at:%H%M}"


def unpack_time(text: str) -> time:
    """The time behind 4 characters. Raises StaleButton."""
    return _read(text, "%H%M").time()


def _read(text: str, pattern: str) -> datetime:
    try:
        return datetime.strptime(text, pattern)  # noqa: DTZ007  a day or time of the calendar
    except ValueError:
        raise StaleButton(text) from None
