"""Dates and repeats in words that read back to the same values, in each language."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from bot.language.engine.language import words
from bot.language.languages import ALL, Languages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.language.engine.templates import Templates
    from storage.rules.recurrence import Repeat

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
_KNOWN = frozenset(
    words("FREQ INTERVAL BYDAY BYMONTHDAY BYMONTH BYHOUR BYMINUTE BYSETPOS COUNT UNTIL WKST")
)


class _Unsaid(Exception):
    """A rule that no template fits, from an imported calendar."""


def render_repeat(repeat: Repeat, *, language: str, languages: Languages = ALL) -> str:
    """A repeat in words: every 2 weeks on Friday at 10:00, until 31 December 2026.

    Rules that no template fits (from imported calendars) are given as they are.
    """
    templates = languages.tables(languages.own(language)).templates
    try:
        said = _rules([_parts(rule) for rule in repeat.rules], repeat, templates)
    except (_Unsaid, ValueError, KeyError, IndexError):
        return "; ".join(repeat.rules)
    return f"{said} {templates.completion}" if repeat.anchor == "completion" else said


def _date(on: date, templates: Templates) -> str:
    return templates.date.format(day=on.day, month=templates.months[on.month - 1], year=on.year)


def _times(times: Sequence[time], templates: Templates) -> str:
    return templates.at.format(time=_joined([f"{at:%H:%M}" for at in times], templates))


def _joined(names: Sequence[str], templates: Templates) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {templates.joined} {names[-1]}"


class _Rule(NamedTuple):
    """An RRULE's parts; lists of numbers are sorted."""

    frequency: str
    interval: int
    days: tuple[tuple[int, int], ...]  # (n-th or 0, weekday)
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    hours: tuple[int, ...]
    minutes: tuple[int, ...]
    position: int
    occurrences: int
    until: str

    def plain_weekdays(self) -> tuple[int, ...]:
        if any(n for n, _ in self.days):
            raise _Unsaid
        return tuple(sorted(day for _, day in self.days))


def _parts(rule: str) -> _Rule:
    parts: Mapping[str, str] = dict(part.split("=", 1) for part in rule.upper().split(";"))
    if not _KNOWN.issuperset(parts):
        raise _Unsaid
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    return _Rule(
        parts["FREQ"],
        int(parts.get("INTERVAL", "1")),
        tuple((int(day[:-2] or "0"), CODES.index(day[-2:])) for day in days),
        _numbers(parts, "BYMONTHDAY"),
        _numbers(parts, "BYMONTH"),
        _numbers(parts, "BYHOUR"),
        _numbers(parts, "BYMINUTE"),
        int(parts.get("BYSETPOS", "0")),
        int(parts.get("COUNT", "0")),
        parts.get("UNTIL", ""),
    )


def _numbers(parts: Mapping[str, str], name: str) -> tuple[int, ...]:
    return tuple(sorted(int(each) for each in parts.get(name, "").split(",") if each))


def _rules(rules: Sequence[_Rule], repeat: Repeat, templates: Templates) -> str:
    first = rules[0]
    said = _merged(rules, repeat, templates)
    if first.until:
        said += " " + _until(first.until, templates)
    if first.occurrences:
        said += " " + templates.times[templates.plural(first.occurrences)].format(
            n=first.occurrences
        )
    return said


def _merged(rules: Sequence[_Rule], repeat: Repeat, templates: Templates) -> str:
    """One rule, one pattern at several times, several patterns, or a time per weekday."""
    patterns = list(dict.fromkeys(_pattern(rule, templates) for rule in rules))
    if len(patterns) == 1:
        times = sorted({at for rule in rules for at in _times_of(rule, repeat)})
        said = [patterns[0], *([_times(times, templates)] if times else [])]
        return " ".join(said)
    if all(rule.frequency == "YEARLY" and rule.month_days for rule in rules):
        days = sorted((m, d) for rule in rules for m in rule.months for d in rule.month_days)
        return _with_times(_yearly(days, rules[0].interval, templates), rules[0], repeat, templates)
    if all(rule.frequency == "MONTHLY" and rule.month_days for rule in rules):
        month_days = sorted(day for rule in rules for day in _said_month_days(rule))
        said_days = _monthly_days(month_days, rules[0].interval, templates)
        return _with_times(said_days, rules[0], repeat, templates)
    return f" {templates.joined} ".join(
        _with_times(_pattern(rule, templates), rule, repeat, templates) for rule in rules
    )


def _with_times(said: str, rule: _Rule, repeat: Repeat, templates: Templates) -> str:
    times = _times_of(rule, repeat)
    return f"{said} {_times(times, templates)}" if times else said


def _times_of(rule: _Rule, repeat: Repeat) -> list[time]:
    if rule.frequency in ("HOURLY", "MINUTELY"):
        return []
    start = repeat.start_time
    if not rule.hours:
        return [start] if start is not None else []
    minutes = rule.minutes or ((start.minute,) if start else (0,))
    return [time(hour, minute) for hour in rule.hours for minute in minutes]


def _until(until: str, templates: Templates) -> str:
    """UNTIL in RFC 5545's basic format, which is one of ISO 8601's too."""
    on, _, at = until.rstrip("Z").partition("T")
    said = _date(date.fromisoformat(on), templates)
    if at:
        said += " " + _times([time.fromisoformat(at)], templates)
    return templates.until.format(date=said)


def _every(rule_frequency: str, interval: int, templates: Templates) -> str:
    once, *forms = templates.units[rule_frequency]
    if interval == 1:
        return once
    return forms[min(templates.plural(interval), len(forms) - 1)].format(n=interval)


def _pattern(rule: _Rule, templates: Templates) -> str:
    """A rule without its times and bounds."""
    if rule.months and rule.frequency in ("DAILY", "WEEKLY") and templates.in_months:
        every = _pattern(rule._replace(months=()), templates)
        names = templates.months_within or templates.months
        months = _joined([names[month - 1] for month in rule.months], templates)
        return templates.in_months.format(every=every, months=months)
    if rule.frequency in ("HOURLY", "MINUTELY", "DAILY"):
        if rule.month_days or rule.months or rule.position:
            raise _Unsaid
        said = _every(rule.frequency, rule.interval, templates)
        days = rule.plain_weekdays()
        return f"{said} {_beside(days, templates)}" if days else said
    if rule.frequency == "WEEKLY":
        return _weekly(rule, templates)
    if rule.frequency == "MONTHLY":
        return _monthly(rule, templates)
    if rule.frequency == "YEARLY" and rule.days:
        return _yearly_nth(rule, templates)
    if rule.frequency == "YEARLY" and not rule.position:
        pairs = [(month, day) for month in rule.months for day in rule.month_days]
        if bool(rule.months) != bool(rule.month_days):
            raise _Unsaid
        return _yearly(sorted(pairs), rule.interval, templates)
    raise _Unsaid


def _beside(days: Sequence[int], templates: Templates) -> str:
    if tuple(days) == WORKDAYS:
        return templates.workdays
    return templates.on_weekdays.format(
        days=_joined([templates.weekdays[d] for d in days], templates)
    )


def _weekly(rule: _Rule, templates: Templates) -> str:
    days = rule.plain_weekdays()
    if rule.month_days or rule.months or rule.position:
        raise _Unsaid
    if not days:
        return _every("WEEKLY", rule.interval, templates)
    if rule.interval == 1 and days == WORKDAYS:
        return templates.workdays
    if rule.interval == 1 and days == WEEKEND:
        return templates.weekend
    names = _joined([templates.weekdays[day] for day in days], templates)
    if rule.interval == 1:
        return templates.weekly.format(days=names)
    form = templates.weekly_counted[templates.plural(rule.interval)]
    return form.format(n=rule.interval, days=names)


def _monthly(rule: _Rule, templates: Templates) -> str:
    if rule.months:
        raise _Unsaid
    if rule.position and tuple(day for _, day in rule.days) == WORKDAYS and rule.interval == 1:
        return templates.monthly_workday(rule.position)
    if rule.days:
        return _nth_days(rule, templates)
    if not rule.month_days:
        return _every("MONTHLY", rule.interval, templates)
    return _monthly_days(_said_month_days(rule), rule.interval, templates)


def _nth_days(rule: _Rule, templates: Templates) -> str:
    nths = list(dict.fromkeys(n for n, _ in rule.days))
    days = sorted({day for _, day in rule.days})
    if rule.position or rule.month_days or 0 in nths or len(nths) > 1 < len(days):
        raise _Unsaid
    if len(nths) > 1:  # first and third Monday
        ordinals = [templates.nth(n, days[0]) for n in nths]
        bare = [each.rpartition(" ")[0] for each in ordinals[:-1]]
        names = _joined([*bare, ordinals[-1]], templates)
    else:
        others = templates.weekdays_after_nth or templates.weekdays
        first = templates.nth(nths[0], days[0])
        names = _joined([first, *(others[day] for day in days[1:])], templates)
    if rule.interval == 1:
        return templates.monthly_nth.format(days=names)
    if len(rule.days) > 1:
        raise _Unsaid
    return templates.counted_nth.format(
        every=_every("MONTHLY", rule.interval, templates), days=names
    )


def _said_month_days(rule: _Rule) -> list[int]:
    """28,29,30,31 with BYSETPOS=-1 is the 31st, clamped to the month's end."""
    if not rule.position:
        return list(rule.month_days)
    if rule.position != -1 or rule.month_days != tuple(range(28, rule.month_days[-1] + 1)):
        raise _Unsaid
    return [rule.month_days[-1]]


def _monthly_days(days: Sequence[int], interval: int, templates: Templates) -> str:
    every = _every("MONTHLY", interval, templates)
    if list(days) == [-1]:
        if interval == 1:
            return templates.monthly_last
        return templates.counted_last.format(every=every)
    if min(days) < 1:
        raise _Unsaid
    names = _joined([templates.ordinal(day) for day in days], templates)
    if interval == 1:
        return templates.monthly_days.format(days=names)
    if len(days) > 1:
        raise _Unsaid
    return templates.counted_days.format(every=every, days=names)


def _yearly_nth(rule: _Rule, templates: Templates) -> str:
    """The first Saturday in May."""
    is_one = len(rule.days) == len(rule.months) == 1
    if not is_one or rule.position or rule.month_days or not templates.yearly_nth:
        raise _Unsaid
    return templates.yearly_nth.format(
        every=_every("YEARLY", rule.interval, templates),
        days=templates.nth(*rule.days[0]),
        month=templates.months[rule.months[0] - 1],
    )


def _yearly(days: Sequence[tuple[int, int]], interval: int, templates: Templates) -> str:
    every = _every("YEARLY", interval, templates)
    if not days:
        return every
    names = [templates.yearly_day.format(day=d, month=templates.months[m - 1]) for m, d in days]
    if interval == 1:
        return templates.yearly.format(days=_joined(names, templates))
    if len(days) > 1:
        raise _Unsaid
    return templates.counted_yearly.format(every=every, days=names[0])
