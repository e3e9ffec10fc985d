"""English: lists and ranges, exceptions, ends in words, and days of months and years."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine.phrases import Pattern

ALSO = (Pattern("<every>? on? {wds}", b.also_weekdays, "after-weekly-clock before-clock"),)

REPEATS = (
    Pattern("<every> !? {ord} day <of_month>", u.one_day_of_month),
    Pattern("<the>? the? {ord} day of|in <every> month", u.one_day_of_month),
    Pattern("<the>? the? start|beginning of <every> month", u.day_of_every_month(1)),
    Pattern("<the>? the? middle of <every> month", u.day_of_every_month(15)),
    Pattern("on? the? {ords} {wds}", b.every_nth, "after-plain-repeat"),
    Pattern("on? the? {ords}", b.every_day_of_month, "after-plain-repeat ordinal"),
    Pattern("<every> !? {ord} {wd} in|of {month}", u.every_year_nth),
    Pattern("<every> !? year on? the? {ord} {wd} in|of {month}", u.every_year_nth),
    Pattern("yearly|annually on? the? {ord} {wd} in|of {month}", u.every_year_nth),
    Pattern("<the>? the? {ord} {wd} in|of {month} <every> year", u.every_year_nth),
    Pattern("<every> !? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? year on? the? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? {pns}", u.every_parts),
    Pattern("{n} times|x a|per|each|every|in the? day", u.times_a_day),
    Pattern("on? {several}", b.listed_weekdays, "weekday-list"),
    Pattern("{letters}", b.listed_weekdays, "letters"),
    Pattern("<every> !? {letters}", b.every_weekdays),
    Pattern("on {letters}", b.listed_weekdays),
    Pattern("mwf", lambda: b.listed_weekdays((0, 2, 4)), "weekday-list"),
    Pattern("tth|tuth", lambda: b.listed_weekdays((1, 3)), "weekday-list"),
)

BOUNDS = (
    Pattern("from|between {day} to|until|till|through|and {day}", u.period, "span"),
    Pattern("<on>? the? {days}", u.some_days, "date"),
    Pattern("from|between the? {days}", u.some_days, "date"),
    Pattern("<at>? {hours}", u.marked_hours, "number"),
    Pattern("from|between {hours}", u.hours, "hours"),
    Pattern("between {hour_end} and {hour_end}", u.hours_between, "hours"),
    Pattern("<at>? {hours}", u.bare_hours, "number count beside-day no-minutes"),
    Pattern("{hours}", u.bare_hours, "number meeting no-minutes"),
    Pattern("{length}", u.lasting, "after-time"),
    Pattern("<until> the? {part}", u.until_part),
    Pattern("<until> <on>? {day} {part}", u.until_day_part),
    Pattern("<until> {part} {day}", u.until_part_of_day),
    Pattern("<until> <day_end>", u.until("end of day")),
    Pattern("<until> <week_end>", u.until_end_of_week),
    Pattern("<until> {month} {year}?", u.until_month),
    Pattern("in|during|throughout {months}", u.in_months),
    Pattern("<and> {part}", b.also_part, "after-part"),
    Pattern("<and> in? the? afternoons", b.also("afternoon"), "after-part"),
    Pattern("<and> in? the? evenings", b.also("evening"), "after-part"),
    Pattern("<and> at? the? nights", b.also("night"), "after-part"),
    Pattern("{length}", u.for_days, "after-daily"),
    Pattern("<except> <weekend>", u.excluding_weekend),
)
