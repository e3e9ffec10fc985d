"""What people and groups have set, read from their rows' JSON. A broken value is its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

DateOrder: TypeAlias = Literal["DMY", "MDY", "YMD"]
DATE_ORDERS: tuple[DateOrder, ...] = ("DMY", "MDY", "YMD")


@dataclass(frozen=True, slots=True)
class Preferences:
    """`first_weekday` counts from Monday = 0; `language` is a code of two letters."""

    zone: str
    language: str
    date_order: DateOrder = "DMY"
    hours_12: bool = False
    first_weekday: int = 0
    zone_is_set: bool = False


def preferences(
    settings: Mapping[str, Any], *, fallback: Mapping[str, Any], zone: str, language: str
) -> Preferences:
    """A chat's own settings, then those of who is asking, then the defaults.

    `language` is Telegram's IETF tag; months stand first by default only for `en-US`.
    """
    own = {**fallback, **settings}
    said_zone = own.get("zone")
    zone_is_set = isinstance(said_zone, str) and is_zone(said_zone)
    order = own.get("date_order")
    return Preferences(
        zone=said_zone if zone_is_set and isinstance(said_zone, str) else zone,
        language=_text(own.get("language")) or language,
        date_order=next((known for known in DATE_ORDERS if known == order), _order(language)),
        hours_12=own.get("hours_12", language.lower() == "en-us") is True,
        first_weekday=_weekday(own.get("first_weekday")),
        zone_is_set=zone_is_set,
    )


def is_zone(name: str) -> bool:
    """Whether this names a zone of the IANA database that can be loaded."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _order(language: str) -> DateOrder:
    return "MDY" if language.lower() == "en-us" else "DMY"


def _weekday(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value <= 6 else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
