"""Repeats: RFC 5545 rules under local wall time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from itertools import repeat as endlessly
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, cast
from zoneinfo import ZoneInfo

from storage.rules.due import Due, moment
from storage.rules.expansion import Moment, moments
from storage.rules.rrule import ImpossibleRule, Rule, check_rule, read_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Anchor",
    "BrokenRepeat",
    "ImpossibleRule",
    "Occurrence",
    "Repeat",
    "check_rule",
    "first_occurrence",
    "next_occurrence",
    "occurrences",
    "one_less",
    "preview",
    "repeat_from_json",
    "repeat_to_json",
    "skip",
]

Anchor = Literal["schedule", "completion"]

_KEYS = {"rules", "start_on", "start_time", "zone", "anchor"}
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeat: rules, their start as a local wall time, and an IANA zone.

    `rules` are RRULE values of RFC 5545 without the `RRULE:` prefix; several rules (a time per
    weekday) recur together, like several RRULE lines. `start_on` and `start_time` are DTSTART as
    a wall time; no `start_time` means whole days.
    """

    rules: tuple[str, ...]
    start_on: date
    start_time: time | None
    zone: str
    anchor: Anchor = "schedule"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One due of a repeat, and whether the day or time of its rule had to be moved."""

    due: Due
    moved_by_clock_change: bool = False  # the wall time does not exist on that day
    moved_to_month_end: bool = False  # the month is too short: the 31st became the 30th


class BrokenRepeat(ValueError):
    """Stored JSON that is no repeat: the wrong key and its value."""

    def __init__(self, key: str, value: object) -> None:
        super().__init__(f"{key}: {value!r}")
        self.key = key
        self.value = value


def first_occurrence(repeat: Repeat, *, now: datetime) -> Due | None:
    """The first due of a repeat that is not past. A whole day is not past until it ends.

    None when UNTIL or COUNT has ended it. Raises `ImpossibleRule`.
    """
    return next((each.due for each in preview(repeat, now=now, limit=1)), None)


def next_occurrence(
    repeat: Repeat, *, current: Due, now: datetime, completed_at: datetime | None = None
) -> Due | None:
    """The first due strictly after both `now` and `current`; None when the repeat has ended.

    A repeat anchored on completion counts its interval from the local date of `completed_at`
    (hours and minutes: from its minute), or, when it was not completed, from the later of `now`
    and `current`. `current` is no lower bound for it: the interval starts at the completion, even
    if that was early.
    A rule that names days (BYDAY, BYMONTHDAY …) takes the next such day after the completion if
    its interval is 1, otherwise the first such day in the period that its interval leads to.
    Whole days compare by the moment they start. Raises `ImpossibleRule`.
    """
    latest = max(now, current.at)
    if repeat.anchor == "schedule":
        return next((each.due for each in _after(repeat, latest)), None)
    completed_at = latest if completed_at is None else completed_at
    found = (_after_completion(repeat, rule, completed_at, now) for rule in _rules(repeat))
    return min((due for due in found if due), key=lambda due: due.at, default=None)


def skip(repeat: Repeat, *, current: Due, now: datetime) -> Due | None:
    """The due after the one that is skipped, strictly after `now` too."""
    return next_occurrence(repeat, current=current, now=now)


def occurrences(repeat: Repeat, *, after: datetime, limit: int) -> list[Due]:
    """At most `limit` dues strictly after an aware moment, counted from the start."""
    return [each.due for each in islice(_after(repeat, after), limit)]


def preview(repeat: Repeat, *, now: datetime, limit: int) -> list[Occurrence]:
    """At most `limit` occurrences that are not past, each with whether it was moved."""
    whole_days = any(_is_whole_day(repeat, rule) for rule in _rules(repeat))
    today = now.astimezone(ZoneInfo(repeat.zone)).date()
    after = moment(today, time.min, repeat.zone) - _TICK if whole_days else now
    ahead = (each for each in _after(repeat, after) if not each.due.passed(now=now))
    return list(islice(ahead, limit))


def one_less(repeat: Repeat) -> Repeat | None:
    """A repeat after one completion: with COUNT reduced by one, None if that was the last.

    That holds for an anchor on completion. On a schedule COUNT counts from the start, and the
    repeat is returned unchanged.
    """
    if repeat.anchor == "schedule":
        return repeat
    rules = tuple(text for text in map(_count_down, repeat.rules) if text)
    return replace(repeat, rules=rules) if rules else None


def repeat_to_json(repeat: Repeat) -> dict[str, object]:
    """A repeat as JSON; `repeat_from_json` is the inverse. Raises `ImpossibleRule`."""
    for rule in repeat.rules:
        check_rule(rule)
    return {
        "rules": list(repeat.rules),
        "start_on": repeat.start_on.isoformat(),
        "start_time": repeat.start_time.isoformat() if repeat.start_time else None,
        "zone": repeat.zone,
        "anchor": repeat.anchor,
    }


def repeat_from_json(stored: object) -> Repeat:
    """Read what `repeat_to_json` wrote; raises `BrokenRepeat` for anything else."""
    if not isinstance(stored, dict) or set(stored) != _KEYS:
        raise BrokenRepeat("keys", sorted(map(str, stored)) if isinstance(stored, dict) else stored)
    if stored["anchor"] not in ("schedule", "completion"):
        raise BrokenRepeat("anchor", stored["anchor"])
    return Repeat(
        _stored_rules(stored["rules"]),
        _stored_date(stored["start_on"]),
        _stored_time(stored["start_time"]),
        _stored_zone(stored["zone"]),
        cast("Anchor", stored["anchor"]),
    )


def _rules(repeat: Repeat) -> list[Rule]:
    return [read_rule(text) for text in repeat.rules]


def _start(repeat: Repeat) -> datetime:
    return datetime.combine(repeat.start_on, repeat.start_time or time.min)


def _is_whole_day(repeat: Repeat, rule: Rule) -> bool:
    return repeat.start_time is None and not rule.is_timed


def _after(repeat: Repeat, after: datetime) -> Iterator[Occurrence]:
    """The occurrences of all rules, merged, strictly after a moment, each moment once."""
    zone, start = ZoneInfo(repeat.zone), _start(repeat)
    streams = [
        zip(moments(rule, start=start, zone=zone, after=after), endlessly(rule))
        for rule in _rules(repeat)
    ]
    latest = after
    for found, rule in merge(*streams, key=itemgetter(0)):
        if found.at > latest:
            latest = found.at
            yield _occurrence(repeat, rule, found)


def _occurrence(repeat: Repeat, rule: Rule, found: Moment) -> Occurrence:
    whole_day = _is_whole_day(repeat, rule)
    due = Due.from_moment(found.at, repeat.zone, whole_day=whole_day)
    asked = found.wall.date(), None if whole_day else found.wall.time()
    return Occurrence(
        due,
        moved_by_clock_change=(due.on, due.time) != asked,
        moved_to_month_end=_is_clamped(rule, found.wall.date()),
    )


def _is_clamped(rule: Rule, on: date) -> bool:
    """`BYMONTHDAY=28,29,30,31;BYSETPOS=-1` means the 31st, or a shorter month's last day."""
    asked = max(rule.by_month_day, default=0)
    return rule.by_set_pos == (-1,) and not rule.by_day and on.day < asked


def _after_completion(
    repeat: Repeat, rule: Rule, completed_at: datetime, now: datetime
) -> Due | None:
    """The first due after `now` of a rule whose interval starts at its completion."""
    if rule.count == 1:
        return None
    zone = ZoneInfo(repeat.zone)
    local = completed_at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
    if rule.is_sub_daily:
        start, begin = local, local + timedelta(minutes=1)
    else:
        start = datetime.combine(local.date(), repeat.start_time or time.min)
        begin = datetime.combine(_next_period(rule, local.date()), time.min)
    restarted = _clamping(replace(rule, count=None), start.date())
    after = max(now, begin.replace(tzinfo=zone).astimezone(UTC) - _TICK)
    found = next(moments(restarted, start=start, zone=zone, after=after), None)
    return _occurrence(repeat, rule, found).due if found else None


def _next_period(rule: Rule, on: date) -> date:
    """The first date that may follow a completion on `on`."""
    if rule.interval == 1 or not rule.names_days:
        return on + timedelta(days=1)
    if rule.freq == "WEEKLY":
        week = on - timedelta(days=(on.weekday() - rule.week_start) % 7)
        return week + timedelta(weeks=rule.interval)
    if rule.freq == "DAILY":
        return on + timedelta(days=rule.interval)
    months = rule.interval if rule.freq == "MONTHLY" else rule.interval * 12
    first = on.year * 12 + (on.month - 1 if rule.freq == "MONTHLY" else 0) + months
    return date(first // 12, first % 12 + 1, 1)


def _clamping(rule: Rule, on: date) -> Rule:
    """A month after 31 January is 28 February: a day that the month lacks becomes its last."""
    if rule.freq not in ("MONTHLY", "YEARLY") or rule.names_days or on.day <= 28:
        return rule
    months = rule.by_month or ((on.month,) if rule.freq == "YEARLY" else ())
    days = tuple(range(28, on.day + 1))
    return replace(rule, by_month=months, by_month_day=days, by_set_pos=(-1,))


def _count_down(text: str) -> str | None:
    """An RRULE with COUNT reduced by one; None if that was the last."""
    count = read_rule(text).count
    if count is None:
        return text
    parts = [part for part in text.split(";") if not part.upper().startswith("COUNT=")]
    return ";".join([*parts, f"COUNT={count - 1}"]) if count > 1 else None


def _stored_rules(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise BrokenRepeat("rules", value)
    for each in value:
        if not isinstance(each, str):
            raise BrokenRepeat("rules", value)
        try:
            check_rule(each)
        except ImpossibleRule as error:
            raise BrokenRepeat("rules", value) from error
    return tuple(value)


def _stored_date(value: object) -> date:
    try:
        return date.fromisoformat(cast("str", value))
    except (TypeError, ValueError) as error:
        raise BrokenRepeat("start_on", value) from error


def _stored_time(value: object) -> time | None:
    if value is None:
        return None
    try:
        read = time.fromisoformat(cast("str", value))
    except (TypeError, ValueError) as error:
        raise BrokenRepeat("start_time", value) from error
    if read.tzinfo is not None:
        raise BrokenRepeat("start_time", value)
    return read


def _stored_zone(value: object) -> str:
    try:
        ZoneInfo(cast("str", value))
    except (TypeError, ValueError, KeyError, OSError) as error:
        raise BrokenRepeat("zone", value) from error
    return cast("str", value)
