"""German: how dates and repeats are said."""

from __future__ import annotations

from bot.language.engine.language import words
from bot.language.engine.templates import Templates, one_or_many

_MONTHS = words(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_WEEKDAYS = words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")
_NTH = {
    1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", -1: "letzten",
    -2: "vorletzten",
}  # fmt: skip

TEMPLATES = Templates(
    date="{day}. {month} {year}",
    date_in_year="{day}. {month}",
    at="um {time}",
    months=_MONTHS,
    units={
        "MINUTELY": ("jede Minute", "alle {n} Minuten"),
        "HOURLY": ("jede Stunde", "alle {n} Stunden"),
        "DAILY": ("jeden Tag", "alle {n} Tage"),
        "WEEKLY": ("jede Woche", "alle {n} Wochen"),
        "MONTHLY": ("jeden Monat", "alle {n} Monate"),
        "YEARLY": ("jedes Jahr", "alle {n} Jahre"),
    },
    weekdays=_WEEKDAYS,
    workdays="Mo–Fr",
    weekend="jedes Wochenende",
    weekly="jeden {days}",
    weekly_counted=("jede Woche am {days}", "alle {n} Wochen am {days}"),
    ordinal=lambda day: f"{day}.",
    nth=lambda n, weekday: f"{_NTH[n]} {_WEEKDAYS[weekday]}",
    monthly_nth="jeden {days} im Monat",
    monthly_days="jeden Monat am {days}",
    monthly_last="am letzten Tag jedes Monats",
    monthly_workday=lambda n: f"am {_NTH[n]} Werktag jedes Monats",
    counted_nth="{every} am {days} des Monats",
    counted_days="{every} am {days}",
    counted_last="{every} am letzten Tag des Monats",
    yearly="jedes Jahr am {days}",
    yearly_nth="{every} am {days} im {month}",
    in_months="{every} im {months}",
    counted_yearly="{every} am {days}",
    yearly_day="{day}. {month}",
    joined="und",
    on_weekdays="jeden {days}",
    until="bis {date}",
    times=("{n} mal", "{n} mal"),
    completion="nach Erledigung",
    plural=one_or_many,
)
