"""What people and groups have set, read from their rows' JSON. A broken value is its default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

DateOrder: TypeAlias = Literal["DMY", "MDY", "YMD"]
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
DATE_ORDERS: tuple[DateOrder, ...] = ("DMY", "MDY", "YMD")


@dataclass(frozen=True, slots=True)
class Preferences:
    """`first_weekday` counts from Monday = 0; `is_shared` in a chat that several people read."""

    zone: str
    language: str
    date_order: DateOrder = "DMY"
    hours_12: bool = False
    first_weekday: int = 0
    zone_is_set: bool = False
    is_shared: bool = False
    day_parts: Mapping[str, time] = field(default_factory=dict)


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
        day_parts=_day_parts(own.get("day_parts")),
    )


def is_zone(name: str) -> bool:
    """Whether this names a zone of the IANA database that can be loaded."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _day_parts(value: object) -> dict[str, time]:
    """Times by the name of a day part, from `{"morning": "08:00"}`."""
    parts = value if isinstance(value, dict) else {}
    return {
        name: time.fromisoformat(at)
        for name, at in parts.items()
        if isinstance(at, str) and CLOCK.fullmatch(at)
    }


def _order(language: str) -> DateOrder:
    return "MDY" if language.lower() == "en-us" else "DMY"


def _weekday(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value <= 6 else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
