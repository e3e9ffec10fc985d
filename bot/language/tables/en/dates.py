"""English."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import Language, words
from bot.language.engine.phrases import Row
from bot.language.engine.saying import Saying, one_or_many
from bot.language.said import Length

_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

_DAYS = (
    Row("<on>? today", b.offset(0)),
    Row("later today", b.offset(0)),
    Row("<on>? tomorrow|tommorow|tommorrow|tmr|tmrw|tmrow|2morrow", b.offset(1), "day"),
    Row("<on>? the? day after tomorrow", b.offset(2)),
    Row("{weekday}", b.coming, "day"),
    Row("{wd}", b.coming, "short-day"),
    Row("<on> {weekday}", b.coming, "named-day"),
    Row("<on_day> {wd}", b.coming, "named-day"),
    Row("<on>? this|coming|upcoming coming? {wd}", b.coming),
    Row("<on>? next {wd}", b.next_week),
    Row("<on>? {wd} of? <on>? next week", b.next_week),
    Row("<on>? next week <on>? {wd}", b.next_week),
    Row("in {n} weeks|week <on>? {wd}", b.weeks_ahead),
    Row("<on>? {wd} in {n} weeks|week", b.on_weeks_ahead),
    Row("a week from {wd}", b.week_after),
    Row("<on>? this weekend", b.weekend(0)),
    Row("<on> the? weekend", b.weekend(0)),
    Row("<on>? next weekend", b.weekend(1)),
    Row("<on>? next week", b.week(1)),
    Row("<on>? the? week after next", b.week(2)),
    Row("<on>? next month", b.month(1)),
    Row("next month <on>? the? {ord}", b.month_day(1)),
    Row("<on>? the? {ord} of next month", b.month_day(1)),
    Row("<on>? the? {ord} of this month", b.of_month),
    Row("<on>? next year", b.year(1)),
    Row("later this week", b.later_week),
    Row("<on>? the? end of the|this? month", b.month_end(0)),
    Row("<on>? eom", b.month_end(0)),
    Row("<on>? the? last day of the|this month", b.month_end(0)),
    Row("<on>? the? end of next month", b.month_end(1)),
    Row("<on>? the? last day of next month", b.month_end(1)),
    Row("<on>? the? beginning|start of next month", b.month(1)),
    Row("<on>? the? middle of next month", b.month_middle(1)),
    Row("<on>? mid -? month", b.month_middle(0)),
    Row("<on>? the? middle of the|this month", b.month_middle(0)),
    Row("<on>? the? end of the|this? year", b.year_end),
    Row("<on>? eoy", b.year_end),
    Row("<on>? the? end of {month} {year}?", b.part_of_month(-1)),
    Row("<on>? late {month} {year}?", b.part_of_month(-1), "named-day"),
    Row("<on>? the? last day of {month} {year}?", b.part_of_month(-1)),
    Row("<on>? mid -? {month} {year}?", b.part_of_month(15)),
    Row("<on>? the? middle of {month} {year}?", b.part_of_month(15)),
    Row("<on>? the? beginning|start of {month} {year}?", b.part_of_month(1)),
    Row("<on>? early {month} {year}?", b.part_of_month(1)),
    Row("<on>? the? {dated}", b.same_day, "date"),
    Row("<on>? {wd} ,? the? {dated}", b.beside),
    Row("<on>? {date}", b.same_day, "date"),
    Row("<on>? {wd} ,? {date}", b.beside),
    Row("<on> {loose}", b.same_day, "date"),
    Row("<on_day> the? {ord}", b.of_month, "digits ordinal"),
    Row("<on_day> the {ord}", b.of_month, "ordinal edge"),
    Row("the? {ord}", b.of_month, "bare-ordinal"),
    Row("<on>? {wd} ,? the? {ord}", b.beside_day),
    Row("<on>? the? {ord} {wd} in|of {month}", b.nth),
    Row("<on>? the? {ord} {wd} of the|this month", b.nth),
    Row("<on>? the? {ord} {wd} of next month", b.nth_next_month),
    Row("in|within {length} time?", b.in_length),
    Row("{length} from now|today", b.in_length),
    Row("{length} from tomorrow", b.after_offset(1)),
    Row("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Row("<at>? {hm} {half}?", b.at_clock, "number"),
    Row("<at> {h.m} {half}?", b.at_clock, "number"),
    Row("{h.m} {half}", b.at_clock, "number"),
    Row("<at>? {h} o'clock|oclock {half}?", b.at_hour),
    Row("<at>? {h} {half}", b.at_hour, "number"),
    Row("<at_bare> {h}", b.at_hour, "number count"),
    Row("<at> {hh}", b.at_clock),
    Row("{hh}", b.at_clock, "h-clock"),
    Row("{h}", b.at_hour, "after-day count"),
    Row("{h}", b.at_hour, "start action"),
    Row("<at>? half past {h} {half}?", b.past(30)),
    Row("<at> half {words} {half}?", b.past(30)),
    Row("<at>? a? quarter past|after {h} {half}?", b.past(15)),
    Row("<at>? a? quarter to|before|of|till {h} {half}?", b.past(-15)),
    Row("<at>? {n} minutes|min past|after {h} {half}?", b.minutes_past),
    Row("<at>? {n} minutes|min to|before|till {h} {half}?", b.minutes_to),
    Row("<at> {n} past {h} {half}?", b.minutes_past),
    Row("{words} past {words}", b.round_minutes_past),
    Row("<at> {n} to {h} {half}?", b.minutes_to),
    Row("{n} past {h} {half}", b.minutes_past),
    Row("<at> {words} -? {words} {half}?", b.hour_minutes),
    Row("{words} {words} {half}", b.hour_minutes),
    Row("<also> {hm} {half}?", b.also_clock, "after-clock"),
    Row("<also> {h} {half}?", b.also_hour, "after-clock count"),
)

_PARTS = (
    Row("in the morning", b.part("morning")),
    Row("in the afternoon", b.part("afternoon")),
    Row("in the evening", b.part("evening")),
    Row("at night", b.part("night")),
    Row("at|by|before|around noon|midday", b.part("noon")),
    Row("at|by|before|around midnight", b.part("midnight")),
    Row("this morning", b.part("morning")),
    Row("this afternoon", b.part("afternoon")),
    Row("this evening", b.part("evening")),
    Row("<on>? tonight|tonite", b.today_part("tonight")),
    Row("<at>? the? end of the? day", b.part("end of day")),
    Row("<at>? eod|cob", b.part("end of day")),
    Row("<at>? the? end of the|this? week", b.end_of_week),
    Row("<at>? eow", b.end_of_week),
    Row("morning", b.part("morning"), "after-day"),
    Row("noon|midday", b.part("noon"), "after-day"),
    Row("afternoon", b.part("afternoon"), "after-day"),
    Row("evening", b.part("evening"), "after-day"),
    Row("night", b.part("night"), "after-day"),
    Row("midnight", b.part("midnight"), "after-day"),
    Row("noon|midday", b.part("noon"), "day edge"),
)

_REPEATS = (
    Row("<every> !? day", b.every("DAILY")),
    Row("everyday", b.every("DAILY"), "edge"),
    Row("<every> !? weekday|workday", b.workdays),
    Row("<every> !? working|work|business day", b.workdays),
    Row("on weekdays|workdays", b.workdays),
    Row("weekdays|workdays", b.workdays, "edge"),
    Row("<every> !? weekend", b.weekends),
    Row("<every> !? other|second|alternate weekend", b.other_weekend),
    Row("on weekends", b.weekends),
    Row("weekends", b.weekends, "edge"),
    Row("on? the? {repeateds}", b.every_weekdays, "day"),
    Row("<every> !? {wds}", b.every_weekdays),
    Row("<every> !? week on {wds}", b.every_weekdays),
    Row("<every> !? other|alternate {wds}", b.every_other),
    Row("<every> !? other|alternate week on {wds}", b.every_other),
    Row("<every> !? {n} {repeateds}", b.every_n_weekdays),
    Row("<every> !? {length}", b.every_length),
    Row("<every> !? {n} weeks|week on {wds}", b.every_n_weekdays),
    Row("<every> !? {ord} {unit}", b.every_nth_length),
    Row("<every> !? {unit}", b.every_length),
    Row("<every> !? other|alternate {unit}", b.every_other_length),
    Row("<every> !? {ords} {wds}", b.doubtful_nth),
    Row("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Row("<every> !? month <the>? the? {ords} {wds}", b.every_nth),
    Row("monthly on the? {ords} {wds}", b.every_nth),
    Row("<the>? the? {ords} {wds} of|in <every> month", b.every_nth),
    Row("<every> !? {ords}", b.every_day_of_month, "not-ordinal"),
    Row("<every> !? {ords} <of_month>", b.every_day_of_month),
    Row("<every> !? month on the? {ords}", b.every_day_of_month),
    Row("monthly on the? {ords}", b.every_day_of_month),
    Row("<the>? the? {ords} of|in <every> month", b.every_day_of_month),
    Row("<every> !? last day <of_month>?", b.last_day_of_month),
    Row("<the>? the? last day of <every> month", b.last_day_of_month),
    Row("<every> !? month on the? last day", b.last_day_of_month),
    Row("monthly on the? last day", b.last_day_of_month),
    Row("<every> !? end of month", b.last_day_of_month),
    Row("<at>? the? end of <every> month", b.last_day_of_month),
    Row("<every> !? last <workday> <of_month>?", b.last_workday),
    Row("<the>? the? last <workday> of <every> month", b.last_workday),
    Row("<every> !? {ord} <workday> <of_month>?", b.nth_workday),
    Row("<the>? the? {ord} <workday> of <every> month", b.nth_workday),
    Row("<every> !? {month_dates}", b.every_year_day),
    Row("<every> !? year on the? {month_dates}", b.every_year_day),
    Row("yearly|annually on the? {month_dates}", b.every_year_day),
    Row("<the>? the? {month_dates} <every> year", b.every_year_day),
    Row("<every> !? {months}", b.every_month),
    Row("<every> !? morning", b.every_part("morning")),
    Row("<every> !? afternoon", b.every_part("afternoon")),
    Row("<every> !? evening", b.every_part("evening")),
    Row("<every> !? night", b.every_part("night")),
    Row("<every> !? noon|midday", b.every_part("noon")),
    Row("<every> !? midnight", b.every_part("midnight")),
    Row("in the mornings", b.every_part("morning")),
    Row("in the afternoons", b.every_part("afternoon")),
    Row("in the evenings", b.every_part("evening")),
    Row("daily", b.every("DAILY"), "alone"),
    Row("hourly", b.every("HOURLY"), "alone"),
    Row("weekly", b.every("WEEKLY"), "alone"),
    Row("biweekly|fortnightly", b.every("WEEKLY", 2), "alone"),
    Row("bi - weekly", b.every("WEEKLY", 2), "alone"),
    Row("monthly", b.every("MONTHLY"), "alone"),
    Row("bimonthly", b.every("MONTHLY", 2), "alone"),
    Row("quarterly", b.every("MONTHLY", 3), "alone"),
    Row("yearly|annually", b.every("YEARLY"), "alone"),
    Row("once a|per|every {unit}", b.every_length),
    Row("once in? <every> {length}", b.every_length),
    Row("<and> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
)

_BOUNDS = (
    Row("<starting> <on>? {day}", b.from_day),
    Row("from|between {day} to|until|till|through|and {day}", b.period),
    Row("<until> <on>? {day} <at>? {clock}?", b.until_day),
    Row("<until> <at>? {clock}", b.until_clock),
    Row("for {length}", b.for_length),
    Row("for the? next {length}", b.for_length),
    Row("<except> {wds}", b.excluding),
    Row("{n} times|x", b.times, "times"),
    Row("for {n} times", b.times),
    Row("<after> completion|completing|done|finishing|doing", b.after_completion),
    Row(
        "<after> i|i've|it's|it|its it? complete|completed|finish|finished|done", b.after_completion
    ),
    Row("from|between {bare} to|until|till|and|- {bare}", b.window),
    Row("{bare} - {bare}", b.window),
)

_MARKS = (
    Row("<remind> me? {length} ,|and {length} and|, {length} before|earlier|prior", b.remind),
    Row("<remind> me? {length} and|, {length} before|earlier|prior", b.remind),
    Row("<remind> me? {length} before and|, {length} before", b.remind),
    Row("<remind> me? {length} before|earlier|prior", b.remind),
    Row("<remind> me? {length} after|afterwards it|due?", b.remind_after, "edge"),
    Row("<remind> me? the day before <at>? {clock}?", b.remind_eve),
    Row("<remind> me? the day before <at>? {clock}? and|, {length} before", b.remind_eve),
    Row("<remind> me? {n} days before {clock}", b.remind_days),
    Row("nag me? every? {length}", b.nag),
    Row("please? remind me to", b.lead_in, "lead"),
    Row("please? remind me about|that|of", b.lead_in, "lead"),
    Row("please? remind me", b.lead_in, "lead"),
    Row("remind to", b.lead_in, "lead"),
    Row("reminder to|: to?", b.lead_in, "lead"),
    Row("don't forget to", b.lead_in, "lead"),
    Row("to", b.lead_in, "after-lead"),
    Row("about|that", b.lead_in, "after-lead"),
)

_WISHES = {
    "done": "done|completed|finished|complete|mark done|mark as done",
    "delete": "delete|remove|delete task|delete it|remove it",
    "snooze": "snooze|postpone|remind me again|snooze it|later",
    "snooze_for": "in|for|by|until|till|to",
    "change": "change|move|reschedule|postpone|shift|change reminder|move reminder|move task"
    "|change task|reschedule task|reschedule reminder|postpone task",
    "to": "to|until|till|for|on|at",
    "zone": "set timezone|set time zone|set my timezone|set my time zone|timezone|time zone"
    "|my timezone is|my time zone is|change timezone|change time zone",
    "to_zone": "to|is|=|:",
    "digest": "daily reminder|daily digest|daily agenda|morning agenda|send daily agenda",
    "off": "off|never|none|stop",
    "until": "until|till|through|to",
    "eve": "the day before|day before|the evening before|evening before|on the eve",
    "before": "before|earlier|prior|before that|in advance",
    "remind": "remind|remind me|reminder|add reminder|add a reminder",
    "remind_before": "",
}

_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
_MONTHS = words(
    "January February March April May June July August September October November December"
)
_WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


def _nth_day(day: int) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


_SAYING = Saying(
    date="{day} {month} {year}",
    date_in_year="{day} {month}",
    at="at {time}",
    months=tuple(_MONTHS),
    units={
        "MINUTELY": ("every minute", "every {n} minutes"),
        "HOURLY": ("every hour", "every {n} hours"),
        "DAILY": ("every day", "every {n} days"),
        "WEEKLY": ("every week", "every {n} weeks"),
        "MONTHLY": ("every month", "every {n} months"),
        "YEARLY": ("every year", "every {n} years"),
    },
    weekdays=tuple(_WEEKDAYS),
    workdays="every weekday",
    weekend="every weekend",
    weekly="every {days}",
    weekly_counted=("every week on {days}", "every {n} weeks on {days}"),
    ordinal=_nth_day,
    nth=lambda n, weekday: f"{_NTH[n]} {_WEEKDAYS[weekday]}",
    monthly_nth="every {days} of the month",
    monthly_days="every month on the {days}",
    monthly_last="every last day of the month",
    monthly_workday=lambda n: f"every {_NTH[n]} workday of the month",
    counted_nth="{every} on the {days} of the month",
    counted_days="{every} on the {days}",
    counted_last="{every} on the last day of the month",
    yearly="every {days}",
    counted_yearly="{every} on {days}",
    yearly_day="{day} {month}",
    joined="and",
    on_weekdays="every {days}",
    until="until {date}",
    times=("{n} times", "{n} times"),
    completion="after completion",
    plural=one_or_many,
)

LANGUAGE = Language(
    code="en",
    script="latin",
    decimal=".",
    numbers={
        **{word: n for n, word in enumerate(_ONES)},
        **_TENS,
        "a|an": 1,
        "couple": 2,
    },
    joints=frozenset("-"),
    ordinals={**{word: n for n, word in enumerate(_ORDINALS, 1)}, "thirtieth": 30, "last": -1},
    ordinal_marks=frozenset(("st", "nd", "rd", "th")),
    months=words(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sep|sept october|oct november|nov december|dec"
    ),
    weekdays=words(
        "monday|mon tuesday|tue|tues wednesday|weds thursday|thu|thur|thurs friday|fri "
        "saturday sunday"
    ),
    weekdays_short=words("- - wed - - sat sun"),
    weekdays_repeated=words("mondays|mons tuesdays wednesdays thursdays fridays saturdays sundays"),
    units={
        "minute|minutes|min|mins|m": Length(minutes=1),
        "hour|hours|hr|hrs|h": Length(minutes=60),
        "day|days|d": Length(days=1),
        "week|weeks|wk|wks|w": Length(days=7),
        "fortnight|fortnights": Length(days=14),
        "month|months|mo|mos": Length(months=1),
        "quarter|quarters": Length(months=3),
        "year|years|yr|yrs|y": Length(months=12),
    },
    lengths={
        "half an hour|half hour|a half hour|half a hour": Length(minutes=30),
        "a quarter of an hour|quarter of an hour|quarter hour": Length(minutes=15),
        "an hour and a half|one and a half hours|a hour and a half": Length(minutes=90),
        "half a year": Length(months=6),
        "a couple of hours|a couple hours": Length(minutes=120),
        "a couple of days|a couple days": Length(days=2),
        "a couple of weeks|a couple weeks": Length(days=14),
        "a couple of months|a couple months": Length(months=2),
    },
    and_half="and a half|and a half hours|and a half hour",
    sets={
        "the": "on|at|in|by|due|due on|due by",
        "on": "on|by|due|due on|due by|before|at|for|no later than|until|till|in",
        "on_day": "on|by|due|due on|due by|before|until|till",
        "at": "at|@|around|about|by|due|due at|due by|before|until|till|from|for|starting at"
        "|beginning at|starting from|starting",
        "at_bare": "at|@|around|by|due at|due by|before|until|till|starting at|beginning at",
        "and": "and|,|, and|and every|and each|&|/|+|and on|, on|and the",
        "also": "and|,|, and|&|and at|, at|, and at",
        "to": "-|–|to|through|thru|till|until",
        "of": "of",
        "of_year": ",",
        "except": "except|excluding|except on|except for|but not|but not on",
        "starting": "starting|beginning|from|starting from|as of|as from",
        "until": "until|till|til|through|thru|ending|up to|up until",
        "every": "every|each|on every|on each|at every|at each",
        "after": "after|from|since|after each|after last|after its",
        "of_month": "of the month|of month|of each month|of every month|of a month|in the month"
        "|in each month"
        "|in every month|each month|every month",
        "workday": "workday|weekday|working day|work day|business day",
        "after_adverb": "with|in|for|after|before|on|at|until|till|from|starting|to",
        "per": "a|per|each|every|daily|weekly|in|the",
        "remind": "remind|reminder|reminders|alert|notify",
        "am": "am|a . m .|a . m",
        "pm": "pm|p . m .|p . m",
        "of_morning": "in the morning",
        "of_afternoon": "in the afternoon",
        "of_evening": "in the evening",
        "of_night": "at night",
    },
    days=_DAYS,
    clocks=_CLOCKS,
    parts=_PARTS,
    repeats=_REPEATS,
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=_WISHES,
    strong="at",
    weak="in on may mar a an am so do die sat sun",
    ordinary="todas todos "
    "friend friends fried frida fries monkey monday's sundae sunder sunny sundry marsh "
    "matches match mach mars maroh larch month moth mouth today's toddy toad ever very emery "
    "every's dally doily dail hour ours tours hoists minute minuets might night nights mourning "
    "evening evenings weekly weeks weds wends seeks weed weeds august's apron aprils decent "
    "members ember fife five fives fifth fifty forty forth fort fourth there these tree trees "
    "tee ten tent then twenties eights eight sight weight seven sevens severn even elven eleven "
    "sever nine nines first thirst thirsty third thirds after alter aster until untie satay "
    "tuesdays mayday payday heyday workday weekend's house horus hoarse hoard hours' may's "
    "months moths mouths minutes' daily's starting staring starling stating string morning "
    "manuals moaning juno junes jury jully julia july's marcha mare septum october's dear wend "
    "wedge sunda sundays' dates data date times time yearn yearly years year's yeas tomorrow's "
    "tonight's fright toright friary finally other others another mother bother each beach "
    "peach reach teach weeklys",
    typo_words="today tomorrow tonight every until starting weekend weekday daily weekly "
    "monthly yearly after",
    counted="people persons person guests kg g km m cm mm l ml lb lbs oz mi mile hr hours hour "
    "min minutes minute sec seconds days day weeks week months month years year percent % € $ £ "
    "₽ usd eur dollars euros bucks cents reps sets times x pieces pcs units cups cup of or more "
    "- different other new small big large kids children men women players",
    counted_endings=("s",),
    actions="wake call get go leave take meet pick send buy pay check start do make ring eat "
    "feed run walk write read clean cook drive book visit train play watch open close turn put "
    "give bring drink study work pray water submit review prepare finish return drop collect "
    "breakfast lunch dinner gym meeting standup yoga alarm flight dentist doctor workout church "
    "school class party appointment haircut interview stir flip remove move reply ping stop "
    "grab fix change wash dry fold iron mail text email message remind log sync ask tell find",
    capital_names=True,
    not_before_day="the and black good freaky cyber easter palm bloody ruby man casual my your "
    "his her our their last happy lazy big super every each a high watch boxing shrove ash "
    "maundy holy girl usa psychology throwback motivation sad gloomy manic stormy since past",
    not_after_day="the prayer prayers dress motivation roast best times mass school paper "
    "newspaper brunch blues mornings evenings - ' of morning's edition feeling",
    not_after_ordinal="floor avenue ave street st birthday anniversary century grade place "
    "edition chapter day time attempt try week quarter half season series party person hand row "
    "class version generation gen book round opinion world base degree district arrondissement "
    "symphony amendment draft episode part volume page problem question task step year month "
    "wave gear dose meeting date grader cousin wedding visit call session screen monitor car "
    "child son daughter wife husband job language room door house team platoon element item "
    "point line",
    not_before_number="mix dilute version ver v release chapter page room gate platform bus "
    "line tram track python ubuntu node java android ios windows score scored ratio aspect won "
    "lost beat beats draw level size section article paragraph season episode part volume "
    "number no nr step phase stage unit apartment apt flat suite floor channel route highway "
    "verse psalm psalms john matthew mark luke genesis exodus romans isaiah proverbs acts "
    "hebrews $ € £ ₽ # § +",
    saying=_SAYING,
)
