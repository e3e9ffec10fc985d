"""Russian: lists and ranges, exceptions, ends in words, and days of months and years."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.phrases import Pattern
from bot.language.said import Part

ALSO = (Pattern("<every>? в|во|по? {wds}", b.also_weekdays, "after-weekly-clock before-clock"),)

REPEATS = (
    Pattern("<every> !? {ord} день <of_month>", u.one_day_of_month),
    Pattern("<the>? {ord} день <every_month>", u.one_day_of_month),
    Pattern("<begin> <every_month>", u.day_of_every_month(1)),
    Pattern("<middle> <every_month>", u.day_of_every_month(15)),
    Pattern("в|во {ords} {wds}", b.every_nth, "after-plain-repeat"),
    Pattern("{mds} числа|число", b.every_day_of_month, "after-plain-repeat"),
    Pattern("<every> !? {ord} {wd} {month}", u.every_year_nth),
    Pattern("<every> !? год в|во? {ord} {wd} {month}", u.every_year_nth),
    Pattern("ежегодно в|во? {ord} {wd} {month}", u.every_year_nth),
    Pattern("в|во? {ord} {wd} {month} <every_year>", u.every_year_nth),
    Pattern("<every> !? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? год {year_dates}", u.every_date, "date"),
    Pattern("<every> !? {pns}", u.every_parts),
    Pattern("по {pns}", u.every_parts),
    Pattern("{n} раз|раза в|за день|сутки", u.times_a_day),
    Pattern("{n} раз|раза <every> день", u.times_a_day),
    Pattern("по|в|во? {several}", b.listed_weekdays, "weekday-list"),
)

BOUNDS = (
    Pattern("с|со {day} по|до {day}", u.period, "span"),
    Pattern("с|со|на? {days}", u.some_days, "date"),
    Pattern("с|со {md} по|до {md} число|числа", u.days_of_month),
    Pattern("<at>? {hours}", u.marked_hours, "number"),
    Pattern("с|со {hours}", u.hours, "hours"),
    Pattern("с часу <to_hour> {hour_end}", lambda last: u.hours_between(c.at_hour(1), last)),
    Pattern("между {hour_end} и {hour_end}", u.hours_between, "hours"),
    Pattern("<at>? {hours}", u.bare_hours, "number count beside-day no-minutes"),
    Pattern("{hours}", u.bare_hours, "number meeting no-minutes"),
    Pattern("на {lu}", u.lasting, "after-time"),
    Pattern("{length}", u.lasting, "after-time"),
    Pattern("до|по {day} {part}", u.until_day_part),
    Pattern("до утра", u.until("morning")),
    Pattern("до полудня", u.until("noon")),
    Pattern("до вечера", u.until("evening")),
    Pattern("до ночи", u.until("night")),
    Pattern("до полуночи", u.until("midnight")),
    Pattern("до вечера {day}", lambda day: u.until_day_part(day, Part("evening"))),
    Pattern("до полудня {day}", lambda day: u.until_day_part(day, Part("noon"))),
    Pattern("до утра {day}", lambda day: u.until_day_part(day, Part("morning"))),
    Pattern("до конца рабочего? <this>? дня", u.until("end of day")),
    Pattern("до конца <this>? недели", u.until_end_of_week),
    Pattern("до {month} {year}?", u.until_month),
    Pattern("в|во|весь {months}", u.in_months),
    Pattern("<and> {part}", b.also_part, "after-part"),
    Pattern("<and> вечерам", b.also("evening"), "after-part"),
    Pattern("<and> ночам", b.also("night"), "after-part"),
    Pattern("{length}", u.for_days, "after-daily"),
    Pattern("<except> {wds}", u.excluding),
    Pattern("<except> <weekend>", u.excluding_weekend),
)
