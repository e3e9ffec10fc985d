"""Russian: times as people type them, roughly said, or counted from another day."""

from __future__ import annotations

from functools import partial
from itertools import chain

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.language import words
from bot.language.engine.phrases import Pattern
from bot.language.said import Length

# A number after its unit is about so many: in minutes ten, minutes in ten.
_COUNTED = (
    ("минут|минуток|минуты", Length(minutes=1)),
    ("часов|часиков|часа|часика", Length(minutes=60)),
    ("дней|деньков|дня|денька", Length(days=1)),
    ("недель|недели|недельки", Length(days=7)),
    ("месяцев|месяца", Length(months=1)),
)
# The 11th to the 31st in words: of a lower one it is not sure that it is a day.
_ONES = words("первого второго третьего четвёртого пятого шестого седьмого восьмого девятого")
_LATER_DAYS = (
    *words(
        "одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого "
        "семнадцатого восемнадцатого девятнадцатого двадцатого"
    ),
    *(f"двадцать {one}" for one in _ONES),
    "тридцатого",
    "тридцать первого",
)

DAYS = (
    *(
        Pattern(f"<on>? {day}", partial(b.of_month, n), "edge ordinal")
        for n, day in enumerate(_LATER_DAYS, 11)
    ),
    Pattern("<on>? после завтра", b.offset(2)),
    Pattern("<on>? послепослезавтра", b.offset(3)),
    Pattern("через <about>? {lu}", b.in_length),
    Pattern("<about> через {lu}", b.in_length),
    *chain.from_iterable(
        (
            Pattern(f"через {unit} {{n}}", b.counted(length)),
            Pattern(f"{unit} через {{n}}", b.counted(length)),
        )
        for unit, length in _COUNTED
    ),
    Pattern("через часок|часик", lambda: b.in_length(Length(minutes=60))),
    Pattern("через минуточку|минутку", lambda: b.in_length(Length(minutes=1))),
    Pattern("через недельку", lambda: b.in_length(Length(days=7))),
    Pattern("через денёк", lambda: b.in_length(Length(days=1))),
    Pattern("через месяц|месяца полтора", lambda: b.in_length(Length(days=45))),
    Pattern("в ближайшие {length}", b.in_length),
    Pattern("в ближайший {unit}", b.in_length),
    Pattern("+ {length}", b.in_length, "signed"),
    Pattern("{length} спустя", b.in_length),
    Pattern("на следующий день", b.offset(1), "edge"),
    Pattern("через одну {wd}", lambda wd: b.weeks_ahead(1, wd)),
    Pattern("через один {wd}", lambda wd: b.weeks_ahead(1, wd)),
    Pattern("<on>? {ord} {wd} {month} {year} <year_word>?", b.nth),
    Pattern("<on>? последний|последнего день|дня {month} {year}?", b.part_of_month(-1)),
    Pattern("<on>? последнее|последнего число|числа {month} {year}?", b.part_of_month(-1)),
    Pattern("до? на этой неделе", b.this_week),
    Pattern("за|в эту неделю", b.this_week),
    Pattern("в течение этой недели", b.this_week),
    Pattern("{wd}", b.coming, "end-day"),
    Pattern("eom", b.month_end(0)),
    Pattern("{loose}", b.same_day, "date beside-clock"),
)

# {plain} is one of the days above or of `dates`
COUNTED_DAYS = (
    Pattern("через|спустя {lu} после {plain}", b.day_after),
    Pattern("через|спустя {lu} с|от|считая {plain}", b.day_after),
    Pattern("{lu} спустя после {plain}", b.day_after),
    Pattern("за {lu} до {plain}", b.day_before),
    Pattern("на следующий день после {plain}", b.next_to(1)),
    Pattern("накануне {plain}", b.next_to(-1)),
    Pattern("в день перед {plain}", b.next_to(-1)),
)

CLOCKS = (
    Pattern("<at>? {hmm} pm", lambda at: c.at_clock(at, "pm"), "number"),
    Pattern("<at>? {hmm} am", lambda at: c.at_clock(at, "am"), "number tight"),
    Pattern("<at>? {h} pm", lambda hour: c.at_hour(hour, "pm"), "number"),
    Pattern("<at>? {h} am", lambda hour: c.at_hour(hour, "am"), "number"),
    Pattern("<at_bare> {h_m} <hours>? {half}?", c.at_clock, "number count"),
    Pattern("{h-m}", c.at_clock, "number count after-day"),
    Pattern("<at_bare> {0hmm}", c.at_clock, "number count"),
    Pattern("<at_bare> {hhmm}", c.at_clock, "number count by-day"),
    Pattern("{hhmm}", c.at_clock, "number count after-day"),
    Pattern("{0hmm}", c.at_clock, "number by-day"),
    Pattern("{words} {words}", c.hour_minutes, "by-day"),
    Pattern("{h}", c.at_hour, "number count before-day"),
    Pattern("около|примерно {h} {half}?", c.at_hour, "number count edge"),
    Pattern("часов|часиков|часа <at_bare> {h} {half}?", c.at_hour, "number"),
    Pattern("часам|часикам к {h} {half}?", c.at_hour, "number"),
    Pattern("<at_bare> часов|часам|часа {h} {half}?", c.at_hour, "number"),
    Pattern("<at> без четверти {h} <hours>? {half}?", c.past(-15)),
    Pattern("<at> без {n} <minutes>? {h} <hours>? {half}?", c.minutes_to),
)

REPEATS = (
    Pattern("дважды в|за день|сутки", u.twice_a_day),
    Pattern("дважды <every>? день", u.twice_a_day),
    Pattern("трижды в|за день|сутки", u.thrice_a_day),
)

PARTS = (
    Pattern("eod|cob", b.part("end of day")),
    Pattern("eow", b.end_of_week),
    Pattern("в|к|до|около обед|обеду|обеда", b.part("noon")),
    Pattern("в обеденный перерыв", b.part("noon")),
    Pattern("в|к обеденное время", b.part("noon")),
    Pattern("к|до утру|утра", b.part("morning")),
    Pattern("рано|ранним утром", b.part("morning")),
    Pattern("с самого? утра", b.part("morning")),
    Pattern("под|ближе вечер", b.part("evening")),
    Pattern("ближе к вечеру", b.part("evening")),
    Pattern("сегодня к ночи", b.today_part("night")),
    Pattern("полночь", b.part("midnight"), "edge"),
    Pattern("полдень", b.part("noon"), "edge"),
)
