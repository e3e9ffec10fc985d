"""Dates, lengths, reminders and repeats as other programs write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.rules.due import Due
from storage.rules.offsets import REMINDERS_LIMIT, Offset
from storage.rules.preferences import is_zone
from storage.rules.recurrence import ImpossibleRule, Repeat, check_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS = (1970, 2300)
DAY = timedelta(days=1)
LENGTH = re.compile(
    r"([-+]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?"
)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")  # RFC 5545
PART = re.compile("[A-Z]+")


def moment_in(text: str) -> datetime | None:
    """`2026-06-26T07:30:00+0000`, `2026-08-13T18:30:00.000Z` as an aware moment; None for what is
    none or has no zone."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at if at.tzinfo is not None and _is_possible(at) else None


def due_in(text: str, zone: str) -> Due | None:
    """`2026-06-26`, `2026-06-26 15:30`, `2026-06-26T15:30:00Z` as a due date in a zone; None for
    other words."""
    words = text.strip()
    if len(words) < 10 or not words[:4].isdecimal():
        return None
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return None
    if not _is_possible(at):
        return None
    if at.tzinfo is not None:
        return Due.from_moment(at, zone)
    return Due(at.date(), at.time().replace(second=0) if len(words) > 10 else None, zone)


def compact(text: str) -> date | datetime | None:
    """`20260626`, `20260626T073000`, `20260626T073000Z` as RFC 5545 has them; None for others."""
    found = COMPACT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, *clock = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if clock[0] is None:
            return on if _is_possible(on) else None
        hour, minute, second = map(int, clock[:3])
        at = datetime(on.year, on.month, on.day, hour, minute, min(second, 59))  # noqa: DTZ001
    except ValueError:
        return None
    if not _is_possible(at):
        return None
    return at.replace(tzinfo=UTC) if clock[3] else at


def length_in(text: str) -> timedelta | None:
    """`-PT15M`, `P1DT9H`; None for others."""
    found = LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def offset_of(after: timedelta, due: Due) -> str | None:
    """A reminder so long after (negative: before) what is due, as rows keep it; of a whole day,
    after it begins. None for one that is too far away."""
    if due.is_whole_day:
        days, rest = divmod(after, DAY)
        if days > 0:
            return None
        at = (datetime.min.replace(tzinfo=UTC) + rest).time().replace(second=0, microsecond=0)
        offset = Offset(days_before=-days, at=at)
    else:
        offset = Offset(before=-after)
    return str(offset) if offset.is_possible else None


def offsets_of(lengths: Iterable[timedelta | None], due: Due) -> tuple[tuple[str, ...], bool]:
    """Reminders as rows keep them, and whether all of them could be read."""
    said = list(lengths)
    read = [None if one is None else offset_of(one, due) for one in said]
    kept = tuple(dict.fromkeys(one for one in read if one is not None))
    return kept[:REMINDERS_LIMIT], None not in read and len(kept) <= REMINDERS_LIMIT


def repeat_of(rules: Iterable[str], due: Due) -> Repeat | None:
    """A repeat by RRULE values, from what is due on; None for a rule that we have not."""
    kept = tuple(_plain(rule) for rule in rules)
    try:
        for rule in kept:
            check_rule(rule)
    except ImpossibleRule:
        return None
    return Repeat(kept, due.on, due.time, due.zone)


def _plain(rule: str) -> str:
    """A rule without its name, and without the parts that programs have added to the standard."""
    parts = rule.strip().upper().removeprefix("RRULE:").split(";")
    known = (part for part in parts if PART.fullmatch(part.partition("=")[0]))
    return ";".join(filter(None, known))


def zone_or(name: str, usual: str) -> str:
    """The zone of this name, or the usual one where there is none."""
    return name if name and len(name) < 64 and is_zone(name) else usual


def in_zone(at: datetime, zone: str) -> datetime:
    """A moment, or a wall time without a zone, as a moment in a zone."""
    return at.astimezone(ZoneInfo(zone)) if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))


def _is_possible(on: date) -> bool:
    return YEARS[0] < on.year < YEARS[1] - 1
