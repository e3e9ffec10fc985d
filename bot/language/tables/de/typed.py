"""German: times as people type them, roughly said, or counted from another day."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.phrases import Pattern

DAYS = (
    Pattern("<on>? überübermorgen", b.offset(3)),
    Pattern("in|binnen|innerhalb <about>? {length}", b.in_length),
    Pattern("innerhalb von <about>? {length}", b.in_length),
    Pattern("in <about>? den nächsten {length}", b.in_length),
    Pattern("in den nächsten {length}", b.in_length),
    Pattern("innerhalb der nächsten {length}", b.in_length),
    Pattern("innerhalb der|des|einer|eines {unit}", b.in_length),
    Pattern("{length} später", b.in_length, "edge"),
    Pattern("+ {length}", b.in_length, "signed"),
    Pattern("heute über {length}", b.in_length),
    Pattern("in? {length} ab heute|jetzt", b.in_length),
    Pattern("<on>? übernächsten|übernächstes|übernächste wochenende", b.weekend(2)),
    Pattern("<in>? übernächsten|übernächster monat", b.month(2)),
    Pattern("<on>? {ord} {wd} im? {month} ,? {year}", b.nth),
    Pattern("<on>? letzten|letzter tag im|des|vom? {month} {year}?", b.part_of_month(-1)),
    Pattern("noch? diese woche noch?", b.this_week),
    Pattern("in|während dieser woche", b.this_week),
    Pattern("im laufe dieser|der woche", b.this_week),
    Pattern("{wd}", b.coming, "capital end-day"),
    Pattern("eom", b.month_end(0)),
    Pattern("{loose}", b.same_day, "date beside-clock"),
)

# {plain} is one of the days above or of `dates`
COUNTED_DAYS = (
    Pattern("{length} nach dem|der? {plain}", b.day_after),
    Pattern("{length} ab {plain}", b.day_after),
    Pattern("{length} vor dem|der? {plain}", b.day_before),
    Pattern("ab {plain} in {length}", b.length_from),
    Pattern("am? tag nach dem? {plain}", b.next_to(1)),
    Pattern("am? tag vor dem? {plain}", b.next_to(-1)),
)

CLOCKS = (
    Pattern("<at>? {hmm} pm", lambda at: c.at_clock(at, "pm"), "number"),
    Pattern("<at>? {hmm} am", lambda at: c.at_clock(at, "am"), "number tight"),
    Pattern("<at>? {hhmm} uhr {half}?", c.at_clock),
    Pattern("<about_at> {hm} uhr? {half}?", c.at_clock),
    Pattern("<about_at> {h} uhr {half}?", lambda h, half: c.full_hour(h, None, half)),
    Pattern("<about_at> {h}", c.at_hour, "number count by-day"),
    Pattern("<at_exact> {hhmm}", c.at_clock, "number count"),
    Pattern("{0hmm}", c.at_clock, "number by-day"),
    Pattern("<at_exact> {h_m} uhr? {half}?", c.at_clock, "number count"),
    Pattern("{h_m} uhr", c.at_clock, "number"),
    Pattern("{h-m}", c.at_clock, "number count after-day"),
    Pattern("<at>? {h} uhr vormittag", lambda h: c.full_hour(h, None, "morning")),
    Pattern("<at>? {h} uhr mittag|nachmittag", lambda h: c.full_hour(h, None, "afternoon")),
    Pattern("<at>? {h} uhr abend", lambda h: c.full_hour(h, None, "evening")),
    Pattern("<at>? {h} uhr nacht", lambda h: c.full_hour(h, None, "night")),
    Pattern("<at>? {hm} uhr? vormittag", lambda at: c.at_clock(at, "morning")),
    Pattern("<at>? {hm} uhr? mittag|nachmittag", lambda at: c.at_clock(at, "afternoon")),
    Pattern("<at>? {hm} uhr? abend", lambda at: c.at_clock(at, "evening")),
    Pattern("{words} {words}", c.hour_minutes, "by-day"),
    Pattern("{h}", c.at_hour, "number count before-day"),
    Pattern("viertel {h} {half}?", c.past(-45), "half-hour"),
    Pattern("um die|rum {h} {half}?", c.at_hour, "number count by-day"),
)

REPEATS = (
    Pattern("zweimal am|pro|je|jeden tag", u.twice_a_day),
    Pattern("zweimal täglich", u.twice_a_day),
)

PARTS = (
    Pattern("eod|cob", b.part("end of day")),
    Pattern("eow", b.end_of_week),
    Pattern("mitternacht", b.part("midnight"), "edge"),
    Pattern("bis|vor mittags|mittag", b.part("noon")),
    Pattern("bis|vor zum|dem mittag|mittagessen", b.part("noon")),
    Pattern("in|während der mittagspause", b.part("noon")),
    Pattern("zur|gegen mittagszeit", b.part("noon")),
    Pattern("zu|zum mittag", b.part("noon")),
    Pattern("bis|vor zum|dem abend", b.part("evening")),
    Pattern("bis abends|abend", b.part("evening")),
    Pattern("am frühen morgen", b.part("morning")),
    Pattern("am frühen abend", b.part("end of day")),
    Pattern("am späten nachmittag", b.part("end of day")),
    Pattern("bis|vor zum|dem nachmittag", b.part("afternoon")),
    Pattern("bis|vor zum|dem feierabend", b.part("end of day")),
)
