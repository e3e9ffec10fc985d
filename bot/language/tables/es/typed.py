"""Spanish: times as people type them, roughly said, or counted from another day."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.phrases import Pattern

DAYS = (
    Pattern("<in> <about>? {length} o? así?", b.in_length),
    Pattern("<in> los|las próximos|próximas {length}", b.in_length),
    Pattern("en el plazo de {length}", b.in_length),
    Pattern("{length} más tarde", b.in_length, "edge"),
    Pattern("{length} después", b.in_length, "edge"),
    Pattern("+ {length}", b.in_length, "signed"),
    Pattern("de|desde hoy en {length}", b.in_length),
    Pattern("mañana <in> {length}", b.after_offset(1)),
    Pattern("<on>? {wd} en quince días", lambda wd: b.weeks_ahead(2, wd)),
    Pattern("<on>? {wd} de la semana siguiente a la próxima", lambda wd: b.weeks_ahead(2, wd)),
    Pattern("<on>? {ord} {wd} de|en {month} <of_year>? {year}", b.nth),
    Pattern("<on>? último día de|del {month} <of_year>? {year}?", b.part_of_month(-1)),
    Pattern("en|durante? esta semana", b.this_week),
    Pattern("a lo largo de esta|la semana", b.this_week),
    Pattern("esta misma semana", b.this_week),
    Pattern("{wd}", b.coming, "accented"),
    Pattern("{wd}", b.coming, "end-day"),
    Pattern("eom", b.month_end(0)),
    Pattern("{loose}", b.same_day, "date beside-clock"),
)

# {plain} is one of the days above or of `dates`
COUNTED_DAYS = (
    Pattern("{length} después de|del el? {plain}", b.day_after),
    Pattern("{length} a partir de|del el? {plain}", b.day_after),
    Pattern("{length} desde el? {plain}", b.day_after),
    Pattern("{length} antes de|del el? {plain}", b.day_before),
    Pattern("a partir del|de {plain} <in> {length}", b.length_from),
    Pattern("el? día después de|del el? {plain}", b.next_to(1)),
    Pattern("el? día antes de|del el? {plain}", b.next_to(-1)),
    Pattern("la víspera del|de el? {plain}", b.next_to(-1)),
)

CLOCKS = (
    Pattern("<at>? {hmm} pm", lambda at: c.at_clock(at, "pm"), "number"),
    Pattern("<at>? {hmm} am", lambda at: c.at_clock(at, "am"), "number tight"),
    Pattern("<at> {hhmm} <hours>? {half}?", c.at_clock, "number count"),
    Pattern("{0hmm}", c.at_clock, "number by-day"),
    Pattern("<at> {h_m} <hours>? {half}?", c.at_clock, "number count"),
    Pattern("{h-m}", c.at_clock, "number count after-day"),
    Pattern("{words} y? {words}", c.hour_minutes, "by-day"),
    Pattern("{h}", c.at_hour, "number count before-day"),
)

REPEATS = (Pattern("dos veces diarias", u.twice_a_day),)

PARTS = (
    Pattern("eod|cob", b.part("end of day")),
    Pattern("eow", b.end_of_week),
    Pattern("medianoche", b.part("midnight"), "edge"),
    Pattern("mediodía", b.part("noon"), "after-day"),
    Pattern("mediodía", b.part("noon"), "day edge"),
    Pattern("para|antes el|del mediodía", b.part("noon")),
    Pattern("a primera hora", b.part("morning")),
    Pattern("a última hora", b.part("end of day")),
    Pattern("a la hora de la comida", b.part("noon")),
    Pattern("a la hora del almuerzo", b.part("noon")),
    Pattern("antes del almuerzo", b.part("noon"), "edge"),
    Pattern("esta tarde noche", b.part("evening")),
    Pattern("temprano", b.part("morning"), "after-day"),
    Pattern("para esta noche", b.today_part("tonight")),
    Pattern("hasta esta noche", b.today_part("tonight")),
)
