"""Russian: how dates and repeats are said."""

from __future__ import annotations

from bot.language.engine.language import words
from bot.language.engine.templates import Templates


def slavic(n: int) -> int:
    """The plural form of a number by CLDR: 0 for 1 and 21, 1 for 2 to 4, 2 for 5 and more."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


_MONTHS = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
_WEEKDAYS = words("понедельник вторник среду четверг пятницу субботу воскресенье")
_DATIVES = words("понедельникам вторникам средам четвергам пятницам субботам воскресеньям")
_NTH = {
    1: ("первый", "первую", "первое"), 2: ("второй", "вторую", "второе"),
    3: ("третий", "третью", "третье"), 4: ("четвёртый", "четвёртую", "четвёртое"),
    5: ("пятый", "пятую", "пятое"), -1: ("последний", "последнюю", "последнее"),
    -2: ("предпоследний", "предпоследнюю", "предпоследнее"),
}  # fmt: skip
_GENDERS = (0, 0, 1, 0, 1, 1, 2)


TEMPLATES = Templates(
    date="{day} {month} {year} года",
    date_in_year="{day} {month}",
    at="в {time}",
    months=_MONTHS,
    months_within=words(
        "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
    ),
    units={
        "MINUTELY": ("каждую минуту", "каждую {n} минуту", "каждые {n} минуты", "каждые {n} минут"),
        "HOURLY": ("каждый час", "каждый {n} час", "каждые {n} часа", "каждые {n} часов"),
        "DAILY": ("каждый день", "каждый {n} день", "каждые {n} дня", "каждые {n} дней"),
        "WEEKLY": ("каждую неделю", "каждую {n} неделю", "каждые {n} недели", "каждые {n} недель"),
        "MONTHLY": ("каждый месяц", "каждый {n} месяц", "каждые {n} месяца", "каждые {n} месяцев"),
        "YEARLY": ("каждый год", "каждый {n} год", "каждые {n} года", "каждые {n} лет"),
    },
    weekdays=_DATIVES,
    workdays="по будням",
    weekend="по выходным",
    weekly="по {days}",
    weekly_counted=(
        "каждую {n} неделю по {days}",
        "каждые {n} недели по {days}",
        "каждые {n} недель по {days}",
    ),
    ordinal=str,
    nth=lambda n, weekday: f"{_NTH[n][_GENDERS[weekday]]} {_WEEKDAYS[weekday]}",
    weekdays_after_nth=_WEEKDAYS,
    monthly_nth="в {days} каждого месяца",
    monthly_days="{days} числа каждого месяца",
    monthly_last="в последний день каждого месяца",
    monthly_workday=lambda n: f"в {_NTH[n][0]} рабочий день каждого месяца",
    counted_nth="{every} в {days} месяца",
    counted_days="{every} {days} числа",
    counted_last="{every} в последний день месяца",
    yearly="каждый год {days}",
    yearly_nth="{every} в {days} {month}",
    in_months="{every} в {months}",
    counted_yearly="{every} {days}",
    yearly_day="{day} {month}",
    joined="и",
    on_weekdays="по {days}",
    until="до {date}",
    times=("{n} раз", "{n} раза", "{n} раз"),
    completion="после выполнения",
    plural=slavic,
)
