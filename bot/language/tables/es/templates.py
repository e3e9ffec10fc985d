"""Spanish: how dates and repeats are said."""

from __future__ import annotations

from bot.language.engine.language import words
from bot.language.engine.templates import Templates, one_or_many

_MONTHS = words(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_WEEKDAYS = words("lunes martes miércoles jueves viernes sábado domingo")
_NTH = {
    1: "primer", 2: "segundo", 3: "tercer", 4: "cuarto", 5: "quinto", -1: "último",
    -2: "penúltimo",
}  # fmt: skip

TEMPLATES = Templates(
    date="el {day} de {month} de {year}",
    date_in_year="el {day} de {month}",
    at="a las {time}",
    months=_MONTHS,
    units={
        "MINUTELY": ("cada minuto", "cada {n} minutos"),
        "HOURLY": ("cada hora", "cada {n} horas"),
        "DAILY": ("todos los días", "cada {n} días"),
        "WEEKLY": ("cada semana", "cada {n} semanas"),
        "MONTHLY": ("cada mes", "cada {n} meses"),
        "YEARLY": ("cada año", "cada {n} años"),
    },
    weekdays=_WEEKDAYS,
    workdays="de lunes a viernes",
    weekend="cada fin de semana",
    weekly="cada {days}",
    weekly_counted=("cada semana el {days}", "cada {n} semanas el {days}"),
    ordinal=str,
    nth=lambda n, weekday: f"{_NTH[n]} {_WEEKDAYS[weekday]}",
    monthly_nth="el {days} de cada mes",
    monthly_days="el {days} de cada mes",
    monthly_last="el último día de cada mes",
    monthly_workday=lambda n: f"el {_NTH[n]} día laborable de cada mes",
    counted_nth="{every} el {days} del mes",
    counted_days="{every} el día {days}",
    counted_last="{every} el último día del mes",
    yearly="cada año el {days}",
    yearly_nth="{every} el {days} de {month}",
    in_months="{every} en {months}",
    counted_yearly="{every} el {days}",
    yearly_day="{day} de {month}",
    joined="y",
    on_weekdays="cada {days}",
    until="hasta {date}",
    times=("{n} veces", "{n} veces"),
    completion="después de completar",
    plural=one_or_many,
)
