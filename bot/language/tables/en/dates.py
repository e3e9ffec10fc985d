"""English: dates, times, repeats, reminders."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.language import Phrasebook, words
from bot.language.engine.phrases import Pattern
from bot.language.said import Length
from bot.language.tables.en import ranges, typed
from bot.language.tables.en.numbers import NUMBERS, ORDINALS
from bot.language.tables.en.wishes import WISHES

_DAYS = (
    Pattern("<on>? today", b.offset(0)),
    Pattern("later today", b.offset(0)),
    Pattern("<on>? tomorrow|tommorow|tommorrow|tmr|tmrw|tmrow|2morrow", b.offset(1), "day"),
    Pattern("<on>? the? day after tomorrow", b.offset(2), "untitled"),
    Pattern("the day after tomorrow", b.unread),
    Pattern("{weekday}", b.coming, "day"),
    Pattern("{wd}", b.coming, "short-day"),
    Pattern("<on> {weekday}", b.coming, "named-day"),
    Pattern("<on_day> {wd}", b.coming, "named-day"),
    Pattern("<on>? this|coming|upcoming coming? {wd}", b.coming),
    Pattern("<on>? next {wd}", b.next_week),
    Pattern("<on>? {wd} of? <on>? next week", b.next_week),
    Pattern("<on>? next week <on>? {wd}", b.next_week),
    Pattern("in {n} weeks|week <on>? {wd}", b.weeks_ahead),
    Pattern("<on>? {wd} in {n} weeks|week", b.on_weeks_ahead),
    Pattern("a week from {wd}", b.week_after),
    Pattern("<on>? this weekend", b.weekend(0)),
    Pattern("<on> the? weekend", b.weekend(0)),
    Pattern("<on>? next weekend", b.weekend(1)),
    Pattern("<on>? next week", b.week(1)),
    Pattern("<on>? the? end of <on>? next week", b.week_part(1, 4, "end of day")),
    Pattern("<on>? late next week", b.week_part(1, 4, "end of day")),
    Pattern("<on>? the? middle of next week", b.week_part(1, 2)),
    Pattern("<on>? mid -? next week", b.week_part(1, 2)),
    Pattern("<on>? the? beginning|start of next week", b.week_part(1, 0)),
    Pattern("<on>? early next week", b.week_part(1, 0)),
    Pattern("<on>? the? week after next", b.week(2)),
    Pattern("<on>? next month", b.month(1)),
    Pattern("next month <on>? the? {ord}", b.month_day(1)),
    Pattern("<on>? the? {ord} of next month", b.month_day(1)),
    Pattern("<on>? the? {ord} of this month", b.of_month),
    Pattern("<on>? next year", b.year(1)),
    Pattern("later this week", b.later_week),
    Pattern("<on>? the? end of the|this? month", b.month_end(0)),
    Pattern("<on>? eom", b.month_end(0)),
    Pattern("<on>? the? last day of the|this month", b.month_end(0)),
    Pattern("<on>? the? end of next month", b.month_end(1)),
    Pattern("<on>? the? last day of next month", b.month_end(1)),
    Pattern("<on>? the? beginning|start of next month", b.month(1)),
    Pattern("<on>? the? middle of next month", b.month_middle(1)),
    Pattern("<on>? mid -? month", b.month_middle(0)),
    Pattern("<on>? the? middle of the|this month", b.month_middle(0)),
    Pattern("<on>? the? end of the|this? year", b.year_end),
    Pattern("<on>? eoy", b.year_end),
    Pattern("<on>? the? end of {month} {year}?", b.part_of_month(-1)),
    Pattern("<on>? late {month} {year}?", b.part_of_month(-1), "named-day"),
    Pattern("<on>? the? last day of {month} {year}?", b.part_of_month(-1)),
    Pattern("<on>? mid -? {month} {year}?", b.part_of_month(15)),
    Pattern("<on>? the? middle of {month} {year}?", b.part_of_month(15)),
    Pattern("<on>? the? beginning|start of {month} {year}?", b.part_of_month(1)),
    Pattern("<on>? early {month} {year}?", b.part_of_month(1)),
    Pattern("<on>? the? {dated}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? the? {dated}", b.beside),
    Pattern("<on>? {date}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? {date}", b.beside, "date day"),
    Pattern("<on_day> {loose}", b.same_day, "date"),
    Pattern("<on_day> the? {ord}", b.of_month, "digits ordinal"),
    Pattern("<on_day> the {ord}", b.of_month, "ordinal edge"),
    Pattern("the? {ord}", b.of_month, "bare-ordinal"),
    Pattern("<on>? {wd} ,? the? {ord}", b.beside_day, "day-ordinal"),
    Pattern("<on>? {wd} {n}", b.beside_day, "day-number"),
    Pattern("<on>? the? {ord} {wd} in|of {month}", b.nth),
    Pattern("<on>? the? {ord} {wd} of the|this month", b.nth),
    Pattern("<on>? the? {ord} {wd} of next month", b.nth_next_month),
    Pattern("{length} from now|today", b.in_length),
    Pattern("{length} from tomorrow", b.after_offset(1)),
    Pattern("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Pattern("<at>? {hm} {half}?", c.at_clock, "number"),
    Pattern("<at> {h.m} {half}?", c.at_clock, "number"),
    Pattern("{h.m} {half}", c.at_clock, "number"),
    Pattern("<at>? {h} o'clock|oclock {half}?", c.at_hour),
    Pattern("<at>? {h} {half}", c.at_hour, "number"),
    Pattern("<at_bare> {h}", c.at_hour, "number count"),
    Pattern("<at> {hh}", c.at_clock),
    Pattern("{hh}", c.at_clock, "h-clock"),
    Pattern("{h}", c.at_hour, "after-day count"),
    Pattern("{h}", c.at_hour, "start action"),
    Pattern("<at>? half past {h} {half}?", c.past(30)),
    Pattern("<at> half {words} {half}?", c.past(30)),
    Pattern("<at>? a? quarter past|after {h} {half}?", c.past(15)),
    Pattern("<at>? a? quarter to|before|of|till {h} {half}?", c.past(-15)),
    Pattern("<at>? {n} minutes|min past|after {h} {half}?", c.minutes_past),
    Pattern("<at>? {n} minutes|min to|before|till {h} {half}?", c.minutes_to),
    Pattern("<at> {n} past {h} {half}?", c.minutes_past),
    Pattern("{words} past {words}", c.round_minutes_past),
    Pattern("<at> {n} to {h} {half}?", c.minutes_to),
    Pattern("{n} past {h} {half}", c.minutes_past),
    Pattern("<at> {words} -? {words} {half}?", c.hour_minutes),
    Pattern("{words} {words} {half}", c.hour_minutes),
    Pattern("<also> {hm} {half}?", c.also_clock, "after-clock"),
    Pattern("<also> {h} {half}?", c.also_hour, "after-clock count"),
)

_PARTS = (
    Pattern("in the morning", b.part("morning")),
    Pattern("in the afternoon", b.part("afternoon")),
    Pattern("in the evening", b.part("evening")),
    Pattern("at night", b.part("night")),
    Pattern("at|by|before|around noon|midday", b.part("noon")),
    Pattern("at|by|before|around midnight", b.part("midnight")),
    Pattern("this morning", b.part("morning")),
    Pattern("this afternoon", b.part("afternoon")),
    Pattern("this evening", b.part("evening")),
    Pattern("<on>? tonight|tonite", b.today_part("tonight")),
    Pattern("<at>? the? end of the? day", b.part("end of day")),
    Pattern("<at>? eod|cob", b.part("end of day")),
    Pattern("<at>? the? end of the|this? week", b.end_of_week),
    Pattern("<at>? eow", b.end_of_week),
    Pattern("morning", b.part("morning"), "after-day"),
    Pattern("noon|midday", b.part("noon"), "after-day"),
    Pattern("afternoon", b.part("afternoon"), "after-day"),
    Pattern("evening", b.part("evening"), "after-day"),
    Pattern("night", b.part("night"), "after-day"),
    Pattern("midnight", b.part("midnight"), "after-day"),
    Pattern("noon|midday", b.part("noon"), "day edge"),
)

_REPEATS = (
    *ranges.ALSO,
    Pattern("<every> !? day", b.every("DAILY")),
    Pattern("everyday", b.every("DAILY"), "edge"),
    Pattern("<every> !? weekday|workday", b.workdays),
    Pattern("<every> !? working|work|business day", b.workdays),
    Pattern("on weekdays|workdays", b.workdays),
    Pattern("weekdays|workdays", b.workdays, "edge"),
    Pattern("<every> !? weekend", b.weekends),
    Pattern("<every> !? other|second|alternate weekend", b.other_weekend),
    Pattern("on weekends", b.weekends),
    Pattern("weekends", b.weekends, "edge"),
    Pattern("on? the? {repeateds}", b.every_weekdays, "day"),
    Pattern("<every> !? {wds}", b.every_weekdays),
    Pattern("<every> !? week on {wds}", b.every_weekdays),
    Pattern("<every> !? other|alternate {wds}", b.every_other),
    Pattern("<every> !? other|alternate week on {wds}", b.every_other),
    Pattern("<every> !? {n} {repeateds}", b.every_n_weekdays),
    Pattern("<every> !? {length}", b.every_length),
    Pattern("<every> !? {n} weeks|week on {wds}", b.every_n_weekdays),
    Pattern("<every> !? {ord} {unit}", b.every_nth_length),
    Pattern("<every> !? {unit}", b.every_length),
    Pattern("<every> !? other|alternate {unit}", b.every_other_length),
    Pattern("<every> !? {ords} {wds}", b.doubtful_nth),
    Pattern("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Pattern("<every> !? month <the>? the? {ords} {wds}", b.every_nth),
    Pattern("monthly on the? {ords} {wds}", b.every_nth),
    Pattern("<the>? the? {ords} {wds} of|in <every> month", b.every_nth),
    Pattern("<every> !? {ords}", b.every_day_of_month, "not-ordinal"),
    Pattern("<every> !? {ords} <of_month>", b.every_day_of_month),
    Pattern("<every> !? month on the? {ords}", b.every_day_of_month),
    Pattern("monthly on the? {ords}", b.every_day_of_month),
    Pattern("<the>? the? {ords} of|in <every> month", b.every_day_of_month),
    Pattern("<every> !? last day <of_month>?", b.last_day_of_month),
    Pattern("<the>? the? last day of <every> month", b.last_day_of_month),
    Pattern("<every> !? month on the? last day", b.last_day_of_month),
    Pattern("monthly on the? last day", b.last_day_of_month),
    Pattern("<every> !? end of month", b.last_day_of_month),
    Pattern("<at>? the? end of <every> month", b.last_day_of_month),
    Pattern("<every> !? last <workday> <of_month>?", b.last_workday),
    Pattern("<the>? the? last <workday> of <every> month", b.last_workday),
    Pattern("<every> !? {ord} <workday> <of_month>?", b.nth_workday),
    Pattern("<the>? the? {ord} <workday> of <every> month", b.nth_workday),
    Pattern("<every> !? {month_dates}", b.every_year_day),
    Pattern("<every> !? year on the? {month_dates}", b.every_year_day),
    Pattern("yearly|annually on the? {month_dates}", b.every_year_day),
    Pattern("<the>? the? {month_dates} <every> year", b.every_year_day),
    Pattern("<every> !? {months}", b.every_month),
    Pattern("<every> !? morning", b.every_part("morning")),
    Pattern("<every> !? afternoon", b.every_part("afternoon")),
    Pattern("<every> !? evening", b.every_part("evening")),
    Pattern("<every> !? night", b.every_part("night")),
    Pattern("<every> !? noon|midday", b.every_part("noon")),
    Pattern("<every> !? midnight", b.every_part("midnight")),
    Pattern("in the mornings", b.every_part("morning")),
    Pattern("in the afternoons", b.every_part("afternoon")),
    Pattern("in the evenings", b.every_part("evening")),
    Pattern("daily", b.every("DAILY"), "alone"),
    Pattern("hourly", b.every("HOURLY"), "alone"),
    Pattern("weekly", b.every("WEEKLY"), "alone"),
    Pattern("biweekly|fortnightly", b.every("WEEKLY", 2), "alone"),
    Pattern("bi - weekly", b.every("WEEKLY", 2), "alone"),
    Pattern("monthly", b.every("MONTHLY"), "alone"),
    Pattern("bimonthly", b.every("MONTHLY", 2), "alone"),
    Pattern("quarterly", b.every("MONTHLY", 3), "alone"),
    Pattern("yearly|annually", b.every("YEARLY"), "alone"),
    Pattern("once a|per|every {unit}", b.once_every),
    Pattern("once in? <every> {length}", b.once_every),
    Pattern("<and> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
    *ranges.REPEATS,
)

_BOUNDS = (
    *ranges.BOUNDS,
    Pattern("<starting> <on>? {day}", u.from_day),
    Pattern("<until> <on>? {day} <at>? {clock}?", u.until_day),
    Pattern("<until> <at>? {clock}", u.until_clock),
    Pattern("for {length}", u.for_length),
    Pattern("for the? next {length}", u.for_length),
    Pattern("<except> {wds}", u.excluding),
    Pattern("{n} times|x", u.times, "times"),
    Pattern("for {n} times", u.times),
    Pattern("<after> completion|completing|done|finishing|doing", u.after_completion),
    Pattern(
        "<after> i|i've|it's|it|its it? complete|completed|finish|finished|done", u.after_completion
    ),
    Pattern("from|between {bare} to|until|till|and|- {bare}", u.window),
    Pattern("{bare} - {bare}", u.window),
)

_MARKS = (
    Pattern("<remind> me? {length} ,|and {length} and|, {length} before|earlier|prior", b.remind),
    Pattern("<remind> me? {length} and|, {length} before|earlier|prior", b.remind),
    Pattern("<remind> me? {length} before and|, {length} before", b.remind),
    Pattern("<remind> me? {length} before|earlier|prior", b.remind),
    Pattern("<remind> me? {length} after|afterwards it|due?", b.remind_after, "edge"),
    Pattern("<remind> me? the day before <at>? {clock}?", b.remind_eve),
    Pattern("<remind> me? the day before <at>? {clock}? and|, {length} before", b.remind_eve),
    Pattern("<remind> me? {n} days before {clock}", b.remind_days),
    Pattern("nag me? every? {length}", b.nag),
    Pattern("please? remind me to", b.lead_in, "lead"),
    Pattern("please? remind me about|that|of", b.lead_in, "lead"),
    Pattern("please? remind me", b.lead_in, "lead"),
    Pattern("remind to", b.lead_in, "lead"),
    Pattern("reminder to|: to?", b.lead_in, "lead"),
    Pattern("don't forget to", b.lead_in, "lead"),
    Pattern("to", b.lead_in, "after-lead"),
    Pattern("about|that", b.lead_in, "after-lead"),
)

PHRASEBOOK = Phrasebook(
    letters="a-zA-Z",
    minutes="min",
    decimal=".",
    numbers=NUMBERS,
    joints=frozenset("-"),
    ordinals=ORDINALS,
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
    weekday_letters=words("m|mo t|tu w|we th|r f|fr s|sa su"),
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
        "three quarters of an hour|three quarter hour|three quarters hour": Length(minutes=45),
        "a quarter of an hour|quarter of an hour|quarter hour": Length(minutes=15),
        "an hour and a half|one and a half hours|a hour and a half": Length(minutes=90),
        "half a year": Length(months=6),
        "a couple of hours|a couple hours": Length(minutes=120),
        "a couple of days|a couple days": Length(days=2),
        "a couple of weeks|a couple weeks": Length(days=14),
        "a couple of months|a couple months": Length(months=2),
    },
    part_nouns={
        "morning": "morning",
        "noon|midday": "noon",
        "afternoon": "afternoon",
        "evening": "evening",
        "night": "night",
        "midnight": "midnight",
    },
    quantities={
        "a few|few|several": 3,
        "a couple of|a couple|couple of": 2,
        "a hundred|one hundred": 100,
        "half a": 0.5,
    },
    and_half="and a half|and a half hours|and a half hour",
    sets={
        "about": "about|around|roughly|approximately|approx|approx .|some|maybe|like|ca .|ca|circa",
        "counted_from": "before|after|from|prior|following",
        "zone_after": "time",
        "and_half": "and a half|and half a",
        "at_exact": "at|@",
        "the": "on|at|in|by|due|due on|due by",
        "on": "on|by|due|due on|due by|before|at|for|no later than|until|till|in",
        "on_day": "on|by|due|due on|due by|before|until|till",
        "at": "at|@|around|about|at about|at around|at approximately|at approx|at approx .|approx"
        "|approx .|approximately|roughly at|circa|ca|ca .|sharp at|exactly at|no later than|by"
        "|due|due at|due by|before|until|till|from|for|starting at|beginning at|starting from"
        "|starting",
        "at_bare": "at|@|around|at about|at around|at approximately|by|due at|due by|before|until"
        "|till|starting at|beginning at",
        "and": "and|,|, and|and every|and each|&|/|+|and on|, on|and the",
        "also": "and|,|, and|&|and at|, at|, and at",
        "to": "-|–|—|to|through|thru|till|until",
        "to_hour": "to|until|till|til",
        "to_day": "to|until|till|through|thru",
        "hour_word": "o'clock|oclock",
        "of": "of",
        "of_year": ",",
        "except": "except|excluding|except on|except for|but not|but not on|but|apart from"
        "|other than|without|not on|save",
        "weekend": "weekends|weekend|the weekend|the weekends|on weekends|at weekends"
        "|on the weekend",
        "day_end": "the end of the day|end of the day|end of day|the end of day|eod|cob"
        "|close of business|the end of the workday",
        "week_end": "the end of the week|end of the week|end of week|the end of this week|eow"
        "|end of this week|the end of week",
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
    days=(*_DAYS, *typed.DAYS),
    counted_days=typed.COUNTED_DAYS,
    clocks=(*_CLOCKS, *typed.CLOCKS),
    parts=(*_PARTS, *typed.PARTS),
    repeats=(*_REPEATS, *typed.REPEATS),
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=WISHES,
    strong="at by",
    hour_letters="h",
    articles="a an",
    definite="the",
    name_joints="of",
    weak="in on may mar a an am so do die sat sun",
    ordinary="marc marco monty augusta steven stevens quartet dairy starring todas todos "
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
    counted="gb tb mb people persons person guests kg g km m cm mm l ml lb lbs oz mi mile hr "
    "hours hour min minutes minute sec seconds days day weeks week months month years year "
    "percent % € $ £ ₽ usd eur dollars euros bucks cents reps sets times x pieces pcs units cups "
    "cup of or more inch inches foot feet ft yard yards tsp tbsp teaspoon teaspoons tablespoon "
    "tablespoons pint pints gallon fasting wrench socket drill bolt pipe screw screws size time "
    "beat marathon odds - different other new small big large kids children men women players",
    counted_endings=("s",),
    actions="wake call get go leave take meet pick send buy pay check start do make ring eat "
    "feed run walk write read clean cook drive book visit train play watch open close turn put "
    "give bring drink study work pray water submit review prepare finish return drop collect "
    "breakfast lunch dinner gym meeting standup yoga alarm flight dentist doctor workout church "
    "school class party appointment haircut interview stir flip remove move reply ping stop "
    "grab fix change wash dry fold iron mail text email message remind log sync ask tell find",
    meetings="breakfast brunch lunch coffee meeting standup appointment interview "
    "haircut dentist doctor therapy",
    capital_names=True,
    limiting="limit reduce cut keep",
    not_before_day="newly who the and black good freaky cyber easter palm bloody ruby man casual "
    "my your his her our their last happy lazy big super every each a high boxing shrove ash "
    "maundy holy girl usa psychology throwback motivation sad gloomy manic stormy since past",
    idioms="buy time|sunday in the park|at one with nature|blue monday|joe friday|to ten and back"
    "|friday night lights|saturday night fever|man friday|girl friday|a day in the life"
    "|month of sundays|from sun|from the sun",
    between_sizes="by",
    not_after_number="mixed diluted",
    streets="street st avenue ave road rd lane ln drive dr boulevard blvd square sq terrace court "
    "highway hwy parkway crescent close alley mews row quay",
    not_before_hour="task item ticket issue sprint test quiz lesson exercise question problem "
    "terminal locker seat spot zone row drive unit office day week lap for to of buy pay order "
    "get bring take print send lend owe need make bake cook read watch feed pack fit seat invite "
    "sell carry add count under over than plus minus and or page chapter the a an all top big "
    "these those my our his her",
    not_before_half="in a one the first second other last by cut",
    subjects="i you he she it we they who",
    clauses="where how when while as because if that why whether",
    doubtful_days="sun",
    not_after_day="the prayer prayers dress motivation roast best times mass school paper "
    "newspaper brunch blues mornings evenings - ' of morning's edition feeling",
    not_after_ordinal="floor avenue ave street st birthday anniversary century grade place "
    "edition chapter day time attempt try week quarter half season series party person hand row "
    "class version generation gen book round opinion world base degree district arrondissement "
    "symphony amendment draft episode part volume page problem question task step year month "
    "wave gear dose meeting date grader cousin wedding visit call session screen monitor car "
    "child son daughter wife husband job language room door house team platoon element item "
    "point line",
    not_before_number="chapters pages verses exercises questions problems rows levels episodes "
    "under below over sub fasting mix dilute version ver v release chapter page "
    "room gate platform bus line tram track python ubuntu node java android ios windows score "
    "scored ratio aspect won lost beat beats draw level size section article paragraph season "
    "episode part volume number no nr step phase stage unit apartment apt flat suite floor "
    "channel route highway verse psalm psalms john matthew mark luke genesis exodus romans isaiah "
    "proverbs acts hebrews $ € £ ₽ # § +",
)
