"""Spanish: lists and ranges, exceptions, ends in words, and days of months and years."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine.phrases import Pattern

ALSO = (Pattern("<every>? el|los? {wds}", b.also_weekdays, "after-weekly-clock before-clock"),)

REPEATS = (
    Pattern("<every> !? {ord} día <of_month>", u.one_day_of_month),
    Pattern("<the>? {ord} día <every_month>", u.one_day_of_month),
    Pattern("<begin> <every_month_bare>", u.day_of_every_month(1)),
    Pattern("<middle> <every_month_bare>", u.day_of_every_month(15)),
    Pattern("el|los {ords} {wds}", b.every_nth, "after-plain-repeat"),
    Pattern("el|los día|días? {mds}", b.every_day_of_month, "after-plain-repeat digits"),
    Pattern("<every> !? {ord} {wd} de|en {month}", u.every_year_nth),
    Pattern("<every> !? año|años <the>? {ord} {wd} de|en {month}", u.every_year_nth),
    Pattern("anualmente <the>? {ord} {wd} de|en {month}", u.every_year_nth),
    Pattern("<the>? {ord} {wd} de|en {month} de? cada año", u.every_year_nth),
    Pattern("<the>? {ord} {wd} de|en {month} de? todos los años", u.every_year_nth),
    Pattern("<every> !? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? año|años <the>? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? {pns}", u.every_parts),
    Pattern("{n} veces al|por|cada|a día", u.times_a_day),
    Pattern("{n} veces todos los días", u.times_a_day),
    Pattern("el|en? {several}", b.listed_weekdays, "weekday-list"),
    Pattern("{letters}", b.listed_weekdays, "letters"),
    Pattern("<every> !? {letters}", b.every_weekdays),
    Pattern("de? l -|–|a v", b.workdays),
)

BOUNDS = (
    Pattern("del|desde|de el? {day} al|hasta|a {day}", u.period, "span"),
    Pattern("del|desde|de|el? el? {days}", u.some_days, "date"),
    Pattern("del {md} al {md}", u.days_of_month, "digits edge"),
    Pattern("<at>? {hours}", u.marked_hours, "number"),
    Pattern("de|desde|entre las|la? {hours}", u.hours, "hours"),
    Pattern("entre las|la {hour_end} y las|la {hour_end}", u.hours_between, "hours"),
    Pattern("<at>? {hours}", u.bare_hours, "number count beside-day no-minutes"),
    Pattern("{hours}", u.bare_hours, "number meeting no-minutes"),
    Pattern("{length}", u.lasting, "after-time"),
    Pattern("hasta la|el? {part}", u.until_part),
    Pattern("hasta <on>? {day} {part}", u.until_day_part),
    Pattern("hasta la|el? {part} de|del? {day}", u.until_part_of_day),
    Pattern("hasta el? <day_end>", u.until("end of day")),
    Pattern("hasta el? <week_end>", u.until_end_of_week),
    Pattern("hasta {month} <of_year>? {year}?", u.until_month),
    Pattern("en|durante {months}", u.in_months),
    Pattern("<and> {part}", b.also_part, "after-part"),
    Pattern("<and> por? tardes", b.also("afternoon"), "after-part"),
    Pattern("<and> por las tardes", b.also("afternoon"), "after-part"),
    Pattern("<and> por? noches", b.also("night"), "after-part"),
    Pattern("<and> por las noches", b.also("night"), "after-part"),
    Pattern("{length}", u.for_days, "after-daily"),
    Pattern("<except> los|el? {wds}", u.excluding),
    Pattern("<except> <weekend>", u.excluding_weekend),
)
