"""English: how dates and repeats are said."""

from __future__ import annotations

from bot.language.engine.language import words
from bot.language.engine.templates import Templates, one_or_many

_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second last"}
_MONTHS = words(
    "January February March April May June July August September October November December"
)
_WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


def _nth_day(day: int) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


TEMPLATES = Templates(
    date="{day} {month} {year}",
    date_in_year="{day} {month}",
    at="at {time}",
    months=_MONTHS,
    units={
        "MINUTELY": ("every minute", "every {n} minutes"),
        "HOURLY": ("every hour", "every {n} hours"),
        "DAILY": ("every day", "every {n} days"),
        "WEEKLY": ("every week", "every {n} weeks"),
        "MONTHLY": ("every month", "every {n} months"),
        "YEARLY": ("every year", "every {n} years"),
    },
    weekdays=_WEEKDAYS,
    workdays="every weekday",
    weekend="every weekend",
    weekly="every {days}",
    weekly_counted=("every week on {days}", "every {n} weeks on {days}"),
    ordinal=_nth_day,
    nth=lambda n, weekday: f"{_NTH[n]} {_WEEKDAYS[weekday]}",
    monthly_nth="every {days} of the month",
    monthly_days="every month on the {days}",
    monthly_last="every last day of the month",
    monthly_workday=lambda n: f"every {_NTH[n]} workday of the month",
    counted_nth="{every} on the {days} of the month",
    counted_days="{every} on the {days}",
    counted_last="{every} on the last day of the month",
    yearly="every {days}",
    yearly_nth="{every} on the {days} in {month}",
    in_months="{every} in {months}",
    counted_yearly="{every} on {days}",
    yearly_day="{day} {month}",
    joined="and",
    on_weekdays="every {days}",
    until="until {date}",
    times=("{n} times", "{n} times"),
    completion="after completion",
    plural=one_or_many,
)
