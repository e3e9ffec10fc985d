"""English: times as people type them, roughly said, or counted from another day."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.phrases import Pattern
from bot.language.said import Day, Length

DAYS = (
    Pattern("sat|wed", b.unread, "verb"),
    Pattern("in|within <about>? {length} time? or? so?", b.in_length, "not-counted"),
    Pattern("in|within the next {length}", b.in_length),
    Pattern("within the {unit}", b.in_length),
    Pattern("{length} later", b.in_length, "edge"),
    Pattern("+ {length}", b.in_length, "signed"),
    Pattern("{length} today", lambda length: b.weeks_from(length, Day("offset"))),
    Pattern("{length} tomorrow", lambda length: b.weeks_from(length, Day("offset", 1))),
    Pattern("{length} on? {wd}", lambda length, wd: b.weeks_from(length, b.coming(wd))),
    Pattern("<on>? {wd} week", b.week_after, "edge"),
    Pattern("<on>? {wd} fortnight", lambda wd: b.day_after(Length(days=14), b.coming(wd)), "edge"),
    Pattern("<on>? today week", b.offset(7), "edge"),
    Pattern("<on>? tomorrow week", b.offset(8), "edge"),
    Pattern("{n} {any} from now|today", b.nth_coming),
    Pattern("<on>? the? {wd} after next", lambda wd: b.weeks_ahead(2, wd)),
    Pattern("<on>? the? weekend after next", b.weekend(2)),
    Pattern("<on>? the? month after next", b.month(2)),
    Pattern("<on>? the? {ord} {wd} in|of {month} ,? {year}", b.nth),
    Pattern("<on>? 2 morrow", b.offset(1), "tight"),
    Pattern("<on>? {month} the {ord}", b.day_of_month),
    Pattern("tom", b.offset(1), "small short-day"),
    Pattern("tod", b.offset(0), "small day edge"),
    Pattern("tod", b.offset(0), "small short-day"),
    Pattern("<on_day> tom|tod", b.offset(1), "small edge"),
    Pattern("during? this week", b.this_week),
    Pattern("within this week", b.this_week),
    Pattern("sometime this week", b.this_week),
    Pattern("{wd}", b.coming, "end-day"),
    Pattern("{loose}", b.same_day, "date beside-clock"),
)

# {plain} is one of the days above or of `dates`
COUNTED_DAYS = (
    Pattern("in? {length} from|after|following {plain}", b.day_after),
    Pattern("{length} before|prior {plain}", b.day_before),
    Pattern("{length} prior to {plain}", b.day_before),
    Pattern("the? day after {plain}", b.next_to(1), "untitled"),
    Pattern("the? day before {plain}", b.next_to(-1)),
    Pattern("the? week after {plain}", b.next_to(7)),
    Pattern("the? week before {plain}", b.next_to(-7)),
)


CLOCKS = (
    Pattern("<at>? {hmm} {half}", c.at_clock, "number"),
    Pattern("<at_exact> {hhmm}", c.at_clock, "number count"),
    Pattern("<at_exact> {hhmm} hrs|hours|h", c.at_clock, "number"),
    Pattern("{0hmm} hrs|hours|h", c.at_clock, "number"),
    Pattern("{0hmm}", c.at_clock, "number by-day"),
    Pattern("<at> {h} p", lambda h: c.at_hour(h, "pm"), "number tight"),
    Pattern("<at> {h} a", lambda h: c.at_hour(h, "am"), "number tight"),
    Pattern("{h} p", lambda h: c.at_hour(h, "pm"), "number tight by-day"),
    Pattern("{h} a", lambda h: c.at_hour(h, "am"), "number tight by-day"),
    Pattern("<at>? {hmm} p", lambda at: c.at_clock(at, "pm"), "number tight"),
    Pattern("<at>? {hmm} a", lambda at: c.at_clock(at, "am"), "number tight"),
    Pattern("<at>? {hm} p", lambda at: c.at_clock(at, "pm"), "number tight"),
    Pattern("<at>? {hm} a", lambda at: c.at_clock(at, "am"), "number tight"),
    Pattern("<at_exact> {h_m} {half}?", c.at_clock, "number count"),
    Pattern("{h_m} {half}", c.at_clock, "number"),
    Pattern("{h-m}", c.at_clock, "number count after-day"),
    Pattern("{words} -? {words}", c.hour_minutes, "by-day"),
    Pattern("{h}", c.at_hour, "number count before-day"),
    Pattern("about|approximately|roughly {h}", c.at_hour, "number count by-day"),
    Pattern("half {words} {half}?", c.past(30), "half-hour"),
    Pattern("<at>? {words} o {words} {half}?", c.hour_minutes_any),
    Pattern("<at> {words} oh {words} {half}?", c.hour_minutes_any),
)

REPEATS = (
    Pattern("twice a|per|each|every day", u.twice_a_day),
    Pattern("twice daily", u.twice_a_day),
    Pattern("thrice a|per|each day", u.thrice_a_day),
)

PARTS = (
    Pattern("midnight", b.part("midnight"), "small day edge"),
    Pattern("at|by|before|around lunch|lunchtime", b.part("noon")),
    Pattern("over lunch", b.part("noon"), "edge"),
    Pattern("lunchtime", b.part("noon"), "after-day"),
    Pattern("first thing", b.part("morning"), "by-day"),
    Pattern("first thing in the morning", b.part("morning")),
    Pattern("early morning", b.part("morning"), "after-day"),
    Pattern("late afternoon", b.part("end of day"), "after-day"),
    Pattern("in the? late afternoon", b.part("end of day")),
    Pattern("by|before the? morning", b.part("morning")),
    Pattern("by|before the? evening", b.part("evening")),
    Pattern("by|before close of business", b.part("end of day")),
    Pattern("by cob", b.part("end of day")),
)
