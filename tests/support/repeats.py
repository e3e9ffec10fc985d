"""Repeats and dues in few words, for the tests of recurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from storage.rules.due import Due
from storage.rules.recurrence import Repeat

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)  # Wednesday, 14:30 in Berlin
CLAMPED = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"


def repeat(
    *rules: str, on: str = "2026-09-23", at: str | None = None, zone: str = BERLIN
) -> Repeat:
    clock = time.fromisoformat(at) if at else None
    return Repeat(rules, date.fromisoformat(on), clock, zone)


def due(text: str, zone: str = BERLIN) -> Due:
    day, _, clock = text.partition("T")
    return Due(date.fromisoformat(day), time.fromisoformat(clock) if clock else None, zone)


def said(dues: list[Due]) -> list[str]:
    """Dues as `2026-09-24` and `2026-09-24T08:00`."""
    return [
        each.on.isoformat() + (f"T{each.time.isoformat('minutes')}" if each.time else "")
        for each in dues
    ]


def after_completion(*rules: str, on: str = "2026-09-23", at: str | None = None) -> Repeat:
    return replace(repeat(*rules, on=on, at=at), anchor="completion")
