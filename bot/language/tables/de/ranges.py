"""German: lists and ranges, exceptions, ends in words, and days of months and years."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine.phrases import Pattern

ALSO = (Pattern("<every>? am? {wds}", b.also_weekdays, "after-weekly-clock before-clock"),)

REPEATS = (
    Pattern("<every> !? {ord} tag <of_month>", u.one_day_of_month),
    Pattern("<the>? {ord} tag <every_month>", u.one_day_of_month),
    Pattern("<the>? anfang|monatsanfang|beginn <every_month>", u.day_of_every_month(1)),
    Pattern("<every> !? monatsanfang", u.day_of_every_month(1)),
    Pattern("<the>? mitte <every_month>", u.day_of_every_month(15)),
    Pattern("<the> {ords} {wds}", b.every_nth, "after-plain-repeat"),
    Pattern("<the> {ords}", b.every_day_of_month, "after-plain-repeat digits ordinal"),
    Pattern("<every> !? {ord} {wd} im? {month}", u.every_year_nth),
    Pattern("<every> !? jahr <the>? {ord} {wd} im? {month}", u.every_year_nth),
    Pattern("jährlich <the>? {ord} {wd} im? {month}", u.every_year_nth),
    Pattern("<the>? {ord} {wd} im? {month} jedes jahr|jahres", u.every_year_nth),
    Pattern("<every> !? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? jahr <the>? {year_dates}", u.every_date, "date"),
    Pattern("jährlich <the>? {year_dates}", u.every_date, "date"),
    Pattern("<every> !? {pns}", u.every_parts),
    Pattern("{n} mal|x am|pro|je|jeden tag", u.times_a_day),
    Pattern("{n} mal|x täglich", u.times_a_day),
    Pattern("dreimal am|pro|je|jeden tag", u.thrice_a_day),
    Pattern("dreimal täglich", u.thrice_a_day),
    Pattern("am|an? {several}", b.listed_weekdays, "weekday-list"),
)

BOUNDS = (
    Pattern("vom|von {day} bis {day}", u.period, "span"),
    Pattern("zwischen {day} und {day}", u.period, "span"),
    Pattern("vom|von|am|ab? {days}", u.some_days, "date"),
    Pattern("zwischen dem {days}", u.some_days, "date"),
    Pattern("vom|von {ord} bis zum? {ord}", u.days_of_month, "digits edge"),
    Pattern("<at>? {hours}", u.marked_hours, "number"),
    Pattern("von|zwischen {hours}", u.hours, "hours"),
    Pattern("zwischen {hour_end} und {hour_end}", u.hours_between, "hours"),
    Pattern("<at>? {hours}", u.bare_hours, "number count beside-day no-minutes"),
    Pattern("{hours}", u.bare_hours, "number meeting no-minutes"),
    Pattern("{length}", u.lasting, "after-time"),
    Pattern("bis zum|zur|in? die? {part}", u.until_part),
    Pattern("bis <on>? {day} {part}", u.until_day_part),
    Pattern("bis {part} {day}", u.until_part_of_day),
    Pattern("bis zum? <day_end>", u.until("end of day")),
    Pattern("bis zum? <week_end>", u.until_end_of_week),
    Pattern("bis {month} {year}?", u.until_month),
    Pattern("im|während {months}", u.in_months),
    Pattern("<and> {part}", b.also_part, "after-part"),
    Pattern("{length}", u.for_days, "after-daily"),
    Pattern("<except> <on>? {wds}", u.excluding),
    Pattern("<except> <weekend>", u.excluding_weekend),
)

SETS = {
    "of": "der|von",
    "except": "außer|ausgenommen|bis auf|mit ausnahme von|nur nicht|aber nicht|ohne|jedoch nicht",
    "weekend": "am wochenende|wochenende|wochenenden|an wochenenden|an den wochenenden"
    "|das wochenende|den wochenenden|die wochenenden|dem wochenende",
    "day_end": "feierabend|dienstschluss|tagesende|ende des tages|ende des arbeitstages"
    "|arbeitsende|geschäftsschluss",
    "week_end": "ende der woche|ende dieser woche|wochenschluss",
}
