"""Russian: dates, times, repeats, reminders."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.language import Phrasebook, words
from bot.language.engine.phrases import Pattern
from bot.language.said import Length
from bot.language.tables.ru import ranges, typed
from bot.language.tables.ru.wishes import WISHES

# Each number as a table writes it: nominative and the case after "без" or "около".
_NUMBERS = {
    "ноль|нуль": 0, "один|одна|одно|одну|одного": 1, "два|две|двух": 2, "три|трёх": 3,
    "четыре|четырёх": 4, "пять|пяти": 5, "шесть|шести": 6, "семь|семи": 7, "восемь|восьми": 8,
    "девять|девяти": 9, "десять|десяти": 10, "одиннадцать|одиннадцати": 11,
    "двенадцать|двенадцати": 12, "тринадцать|тринадцати": 13, "четырнадцать|четырнадцати": 14,
    "пятнадцать|пятнадцати": 15, "шестнадцать|шестнадцати": 16, "семнадцать|семнадцати": 17,
    "восемнадцать|восемнадцати": 18, "девятнадцать|девятнадцати": 19, "двадцать|двадцати": 20,
    "тридцать|тридцати": 30, "сорок|сорока": 40, "пятьдесят|пятидесяти": 50,
    "шестьдесят|шестидесяти": 60, "семьдесят|семидесяти": 70, "восемьдесят|восьмидесяти": 80,
    "девяносто|девяноста": 90, "сто|ста": 100, "пару": 2,
}  # fmt: skip
_STEMS = words(
    "перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)


def _ordinal_forms(stem: str) -> str:
    if stem == "трет":
        return "третий|третья|третье|третьего|третьему|третью|третьей|третьи"
    endings = ("ый", "ой", "ий", "ая", "ое", "ого", "ому", "ую", "ые")
    return "|".join(stem + ending for ending in endings)


_ORDINALS = {_ordinal_forms(stem): n for n, stem in enumerate(_STEMS, 1)}
_ORDINALS |= {
    _ordinal_forms(stem): n * 10
    for n, stem in enumerate(
        words("тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот"), 3
    )
}
_ORDINALS["предпоследний|предпоследняя|предпоследнее|предпоследнюю|предпоследнего"] = -2
_ORDINALS["последний|последняя|последнее|последнего|последней|последнюю|последние"] = -1
_GENITIVES = words(
    "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого "
    "одиннадцатого двенадцатого"
)

_DAYS = (
    Pattern("<on>? сегодня", b.offset(0)),
    Pattern("<on>? завтра", b.offset(1)),
    Pattern("<on>? завтрашний|завтрашнего день|дня", b.offset(1)),
    Pattern("<on>? послезавтра", b.offset(2)),
    Pattern("{weekday}", b.coming, "day edge"),
    Pattern("{wd}", b.coming, "short-day"),
    Pattern("<on> {wd}", b.coming, "named-day"),
    Pattern("<on>? <this> {wd}", b.coming),
    Pattern("<on>? <next> {wd}", b.next_week),
    Pattern("<on>? {wd} на? <next> неделе|недели", b.next_week),
    Pattern("на <next> неделе <on>? {wd}", b.next_week),
    Pattern("через {n}? <weeks> <on>? {wd}", b.weeks_ahead),
    Pattern("<on>? {wd} через {n}? <weeks>", b.on_weeks_ahead),
    Pattern("на|в этих|эти? выходных|выходные", b.weekend(0)),
    Pattern("<on> эти|этим|ближайшие выходные|выходным", b.weekend(0)),
    Pattern("на|в <next> выходных|выходные", b.weekend(1)),
    Pattern("на|в <next> неделе|неделю", b.week(1)),
    Pattern("<end> <next> недели", b.week_part(1, 4, "end of day")),
    Pattern("<middle> <next> недели", b.week_part(1, 2)),
    Pattern("<begin> <next> недели", b.week_part(1, 0)),
    Pattern("через {n} <weeks>", lambda n: b.in_length(Length(days=7 * n))),
    Pattern("в|на <next> месяце|месяц", b.month(1)),
    Pattern("<on>? {md} числа|число <next> месяца", b.month_day(1)),
    Pattern("<on>? {md} <next> месяца", b.month_day(1)),
    Pattern("в <next> месяце {md} числа", b.month_day(1)),
    Pattern("<on>? {md} числа|число этого месяца", b.of_month),
    Pattern("в|на <next> году|год", b.year(1)),
    Pattern("позже|попозже на этой неделе", b.later_week),
    Pattern("на этой неделе позже|попозже", b.later_week),
    Pattern("<end> этого? месяца", b.month_end(0)),
    Pattern("<end> <next> месяца", b.month_end(1)),
    Pattern("<on>? последний|последнего день|дня месяца", b.month_end(0)),
    Pattern("<end> этого? года", b.year_end),
    Pattern("<end> {month} {year}?", b.part_of_month(-1)),
    Pattern("<middle> месяца", b.month_middle(0)),
    Pattern("<middle> <next> месяца", b.month_middle(1)),
    Pattern("<middle> {month} {year}?", b.part_of_month(15)),
    Pattern("<begin> {month} {year}?", b.part_of_month(1)),
    Pattern("<begin> <next> месяца", b.month(1)),
    Pattern("<on>? {dated}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? {dated}", b.beside),
    Pattern("<on>? {date}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? {date}", b.beside, "date day"),
    Pattern("<on>? {wd} {n}", b.beside_day, "day-number"),
    Pattern("<on>? {wd} ,? {md} числа", b.beside_day),
    Pattern("<on>? {wd} ,? {ord}", b.beside_day, "numbered"),
    Pattern("<on> {loose}", b.same_day, "date"),
    Pattern("{padded}", b.same_day, "date after-non-ascii"),
    Pattern("<on>? {md} числа|числу|число", b.of_month),
    Pattern("<on> {ord}", b.of_month, "numbered ordinal"),
    Pattern("{ord}", b.of_month, "bare-ordinal"),
    Pattern("<on>? {ord} {wd} {month}", b.nth),
    Pattern("<on>? {ord} {wd} этого? месяца", b.nth),
    Pattern("<on>? {ord} {wd} <next> месяца", b.nth_next_month),
    Pattern("через|спустя {lu}", b.in_length),
    Pattern("{length} спустя", b.in_length),
    Pattern("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Pattern("<at>? {hm} {half}?", c.at_clock, "number"),
    Pattern("<at> {h.m} {half}?", c.at_clock, "number"),
    Pattern("<at> {h} <hours> {half}?", c.at_hour, "number"),
    Pattern("<at> {h} <hours> {n} <minutes>? {half}?", c.full_hour, "number"),
    Pattern("<at_bare> {h} {half}?", c.at_hour, "number count"),
    Pattern("{h} <hours>? <of_morning>", lambda h: c.at_hour(h, "morning")),
    Pattern("{h} <hours>? <of_evening>", lambda h: c.at_hour(h, "evening")),
    Pattern("{h} <hours>? <of_night>", lambda h: c.at_hour(h, "night")),
    Pattern("<at_bare> час {half}?", lambda half: c.at_hour(1, half), "number no-rate"),
    Pattern("час <of_night>", lambda: c.at_hour(1, "night")),
    Pattern("<at> {hh}", c.at_clock),
    Pattern("{hh}", c.at_clock, "h-clock"),
    Pattern("{h}", c.at_hour, "after-day count"),
    Pattern("на {h}", c.at_hour, "after-day count"),
    Pattern("{h}", c.at_hour, "start action"),
    Pattern("<at>? половина|половине|половину|пол {ord} {half}?", c.past(-30)),
    Pattern("<at>? четверть {ord} {half}?", c.past(-45)),
    Pattern(
        "<at>? {n} <minutes> {ord} {half}?", lambda m, n, half: c.minutes_past(m - 60, n, half)
    ),
    Pattern("без четверти {h} <hours>? {half}?", c.past(-15)),
    Pattern("без {n} <minutes>? {h} <hours>? {half}?", c.minutes_to),
    Pattern("<at> {words} {words} {half}?", c.hour_minutes),
    *(
        Pattern(f"<at>? пол{word} {{half}}?", c.hour_word(n, -30))
        for n, word in enumerate(_GENITIVES, 1)
    ),
    Pattern("<also> {hm} {half}?", c.also_clock, "after-clock"),
    Pattern("<also> {h} {half}?", c.also_hour, "after-clock count"),
)

_PARTS = (
    Pattern("утром|поутру", b.part("morning")),
    Pattern("с утра", b.part("morning")),
    Pattern("днём", b.part("afternoon"), "day"),
    Pattern("после обеда", b.part("afternoon")),
    Pattern("вечером|вечерком", b.part("evening")),
    Pattern("к|до вечеру|вечера", b.part("evening")),
    Pattern("ночью", b.part("night")),
    Pattern("в|к|до полдень|полудню|полудня", b.part("noon")),
    Pattern("в|к|до полночь|полуночи", b.part("midnight")),
    Pattern("<end> <this>? дня", b.part("end of day")),
    Pattern("<end> рабочего дня", b.part("end of day")),
    Pattern("<end> этой? недели", b.end_of_week),
)

_REPEATS = (
    *ranges.ALSO,
    Pattern("<every> !? день|сутки", b.every("DAILY")),
    Pattern("ежедневно", b.every("DAILY")),
    Pattern("через день", b.every("DAILY", 2), "titled"),
    Pattern("<every> !? <workday>", b.workdays),
    Pattern("по будням", b.workdays),
    Pattern("по будним|рабочим дням", b.workdays),
    Pattern("в будни", b.workdays),
    Pattern("в будние|рабочие дни", b.workdays),
    Pattern("<every> !? выходные|выходной", b.weekends),
    Pattern("<every> !? вторые выходные", b.other_weekend),
    Pattern("по выходным дням?", b.weekends),
    Pattern("по {repeateds}", b.every_weekdays),
    Pattern("<every> !? {wds}", b.every_weekdays),
    Pattern("<every> !? неделю в|во|по {wds}", b.every_weekdays),
    Pattern("<every> !? {n} <weeks> в|во|по {wds}", b.every_n_weekdays),
    Pattern("<every> !? {ord} неделю в|во|по {wds}", b.every_n_weekdays),
    Pattern("<once> в {n} <weeks> в|во|по {wds}", b.every_n_weekdays),
    Pattern("<once> в неделю в|во|по {wds}", b.every_weekdays),
    Pattern("<every> !? {length}", b.every_length),
    Pattern("<every> !? {unit}", b.every_length),
    Pattern("<every> !? {ord} {unit}", b.every_nth_length),
    Pattern("<once> в {lu}", b.once_every),
    Pattern("<every> !? {ord} {wds}", b.doubtful_n_weeks_on),
    Pattern("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Pattern("<every> !? месяц в|во? {ords} {wds}", b.every_nth),
    Pattern("ежемесячно в|во? {ords} {wds}", b.every_nth),
    Pattern("<the>? {ords} {wds} <every_month>", b.every_nth),
    Pattern("<every> !? {ords} число|числа <of_month>?", b.every_day_of_month),
    Pattern("<every> !? {mds} число|числа <of_month>?", b.every_day_of_month),
    Pattern("<every> !? {ords}", b.every_day_of_month, "numbered not-ordinal"),
    Pattern("<every> !? месяц {mds} числа", b.every_day_of_month),
    Pattern("<every> !? месяц {ords}", b.every_day_of_month, "numbered"),
    Pattern("ежемесячно {mds} числа", b.every_day_of_month),
    Pattern("<the>? {mds} числа <every_month>", b.every_day_of_month),
    Pattern("<the>? {ords} <every_month>", b.every_day_of_month, "numbered"),
    Pattern("<every> !? последний день <of_month>?", b.last_day_of_month),
    Pattern("<the>? последний день <every_month>", b.last_day_of_month),
    Pattern("<end> <every_month>", b.last_day_of_month),
    Pattern("<every> !? месяц в последний день", b.last_day_of_month),
    Pattern("<every> !? последний <work> день <of_month>?", b.last_workday),
    Pattern("<the>? последний <work> день <every_month>", b.last_workday),
    Pattern("<every> !? {ord} <work> день <of_month>", b.nth_workday),
    Pattern("<the>? {ord} <work> день <every_month>", b.nth_workday),
    Pattern("<every> !? {month_dates}", b.every_year_day),
    Pattern("<every> !? год {month_dates}", b.every_year_day),
    Pattern("ежегодно {month_dates}", b.every_year_day),
    Pattern("<the>? {month_dates} каждого года", b.every_year_day),
    Pattern("<the>? {month_dates} каждый год", b.every_year_day),
    Pattern("<the>? {month_dates} ежегодно", b.every_year_day),
    Pattern("<every> !? {months}", b.every_month),
    Pattern("<every> !? утро", b.every_part("morning")),
    Pattern("<every> !? вечер", b.every_part("evening")),
    Pattern("<every> !? ночь", b.every_part("night")),
    Pattern("<every> !? полдень", b.every_part("noon")),
    Pattern("по утрам", b.every_part("morning")),
    Pattern("по вечерам", b.every_part("evening")),
    Pattern("по ночам", b.every_part("night")),
    Pattern("<every> !? {wds} утром", b.weekdays_part("morning")),
    Pattern("<every> !? {wds} вечером", b.weekdays_part("evening")),
    Pattern("ежечасно", b.every("HOURLY")),
    Pattern("еженедельно", b.every("WEEKLY")),
    Pattern("ежемесячно", b.every("MONTHLY")),
    Pattern("ежеквартально", b.every("MONTHLY", 3)),
    Pattern("ежегодно", b.every("YEARLY")),
    Pattern("<also_days> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
    *ranges.REPEATS,
)

_BOUNDS = (
    *ranges.BOUNDS,
    Pattern("начиная|с|со с|со? {day}", u.from_day),
    Pattern("до|по|вплоть до? {day} <at>? {clock}?", u.until_day),
    Pattern("до {clock}", u.until_clock),
    Pattern("в течение <about>? {lu}", u.within_length),
    Pattern("на протяжении {lu}", u.for_length),
    Pattern("{length} подряд", u.for_length),
    Pattern("{n} раз|раза", u.times, "times"),
    Pattern("после|с|от <completion>", u.after_completion),
    Pattern("с момента <completion>", u.after_completion),
    Pattern("с|со|от {bare} <hours>? до {bare} <hours>?", u.window),
    Pattern("между {bare} и {bare}", u.window),
    Pattern("{bare} - {bare}", u.window),
)

_MARKS = (
    Pattern("<remind> за {lu} , за? {lu} и|, за? {lu} <before>?", b.remind),
    Pattern("<remind> за {lu} и|, за? {lu} <before>?", b.remind),
    Pattern("<remind> за {lu} <before>?", b.remind),
    Pattern("<remind> через? {lu} после срока|начала?", b.remind_after, "edge"),
    Pattern("<remind> накануне <at>? {clock}?", b.remind_eve),
    Pattern("<remind> накануне <at>? {clock}? и|, за {lu} <before>?", b.remind_eve),
    Pattern("<remind> за {n} дня|дней в|до {clock}", b.remind_days),
    Pattern("<nag> каждые|каждый|раз|по в? {lu}", b.nag),
    Pattern("<nag> {length}", b.nag),
    Pattern("<lead> мне? ,? что|чтобы", b.lead_in, "lead"),
    Pattern("<lead> мне? :?", b.lead_in, "lead"),
    Pattern("напоминание :", b.lead_in, "lead"),
    Pattern("что|чтобы", b.lead_in, "after-lead"),
)

PHRASEBOOK = Phrasebook(
    letters="\u0400-\u04ff",
    minutes="мин",
    decimal=",",
    numbers=_NUMBERS,
    joints=frozenset(),
    ordinals=_ORDINALS,
    ordinal_marks=frozenset(
        words("го му е ое и ыи ои ому ого ю я ая ую м х")  # folded: й is и
    ),
    months=words(
        "январь|января|январе|январю|янв февраль|февраля|феврале|февралю|фев|февр "
        "март|марта|марте|марту|мар апрель|апреля|апреле|апрелю|апр май|мая|мае|маю "
        "июнь|июня|июне|июню|июн июль|июля|июле|июлю|июл август|августа|августе|августу|авг "
        "сентябрь|сентября|сентябре|сентябрю|сен|сент октябрь|октября|октябре|октябрю|окт "
        "ноябрь|ноября|ноябре|ноябрю|ноя|нояб декабрь|декабря|декабре|декабрю|дек"
    ),
    weekdays=words(
        "понедельник|понедельника|понедельнику вторник|вторника|вторнику "
        "среда|среду|среды|среде четверг|четверга|четвергу пятница|пятницу|пятницы|пятнице "
        "суббота|субботу|субботы|субботе воскресенье|воскресенья|воскресенью|воскресение"
    ),
    weekdays_short=words("пн|пон вт ср чт пт сб вс|вск"),
    weekdays_repeated=words(
        "понедельникам вторникам средам четвергам пятницам субботам воскресеньям|воскресениям"
    ),
    units={
        "минута|минуту|минуты|минут|мин|м": Length(minutes=1),
        "час|часа|часов|ч": Length(minutes=60),
        "день|дня|дней|дн|д|сутки|суток": Length(days=1),
        "неделя|неделю|недели|недель|нед|н": Length(days=7),
        "месяц|месяца|месяцев|мес": Length(months=1),
        "квартал|квартала|кварталов": Length(months=3),
        "год|года|лет|г": Length(months=12),
    },
    lengths={
        "полчаса|пол часа": Length(minutes=30),
        "четверть часа": Length(minutes=15),
        "полтора часа": Length(minutes=90),
        "полгода|пол года": Length(months=6),
        "полдня": Length(minutes=720),
        "час с половиной": Length(minutes=90),
    },
    part_nouns={
        "утро|утрам": "morning",
        "полдень|полудня": "noon",
        "полночь|полуночи": "midnight",
        "вечер|вечерам": "evening",
        "ночь|ночам": "night",
    },
    quantities={
        "несколько": 3,
        "пару - тройку|пару тройку": 3,
        "полтора|полторы|полутора": 1.5,
    },
    and_half="с половиной",
    sets={
        "about": "примерно|около|где - то|приблизительно|ещё|буквально|какие - то|плюс - минус",
        "zone_before": "по|по времени",
        "zone_after": "времени",
        "and_half": "с половиной",
        "the": "в|во|на|к",
        "on": "в|во|к|ко|до|на|не позднее|не позже|ещё до",
        "at": "в|во|к|до|на|около|примерно в|ровно в|где - то в|где - то к|где - то около|гдето в"
        "|приблизительно в|ориентировочно в|примерно к|ближе к|не позднее|не позже|после",
        "at_bare": "в|во|к|до|ровно в|примерно в|где - то в|где - то к|где - то около"
        "|гдето в|приблизительно в|ориентировочно в|примерно к|ближе к",
        "this": "этот|эту|это|этого|этой|ближайший|ближайшую|ближайшее|ближайшего|ближайшей",
        "next": "следующий|следующую|следующее|следующего|следующей|следующему|следующем|следующих"
        "|следующие|след|след .|будущей|будущий|будущем",
        "weeks": "неделю|недели|недель|нед",
        "hours": "час|часа|часов|ч|часам|часах",
        "minutes": "минута|минуты|минут|минуту|мин|минутам",
        "end": "конца|в конце|до конца|к концу|конец|под конец",
        "middle": "середины|в середине|до середины|к середине|середина",
        "begin": "начала|в начале|до начала|к началу|начало",
        "and": "и|,|, и|&|+|и каждый|и каждую|и каждое|и в|и во|и по|, в|, во|, по",
        "also": "и|,|, и|и в|, в|, и в",
        "also_days": "и|,|, и|и в|, в|, и в|а в|, а в|и во|, во|и по|, по|, и по|а по|, а по",
        "to": "-|–|—|по|до",
        "to_hour": "до|по",
        "to_day": "по|до",
        "hour_word": "час|часа|часов|ч",
        "except": "кроме|кроме как в|кроме как по|за исключением|исключая|без|но не в|но не по"
        "|только не в|не считая",
        "weekend": "выходных|выходных дней|выходным|выходные|выходным дням|субботы и воскресенья"
        "|субботы с воскресеньем|сб и вс|сб , вс|сб - вс",
        "every_year": "каждого года|каждый год|ежегодно",
        "year_word": "года|год|г|г .",
        "every": "каждый|каждая|каждое|каждые|каждую|каждого|каждой|в каждый|в каждую|в каждое"
        "|во каждый|к каждому",
        "once": "раз|один раз|1 раз",
        "of_month": "месяца|в месяце|каждого месяца|в месяц",
        "every_month": "каждого месяца|в каждом месяце|каждый месяц|ежемесячно",
        "workday": "будний день|рабочий день|будни|будние дни|рабочие дни|будень",
        "work": "рабочий|будний",
        "completion": "выполнения|завершения|окончания|закрытия",
        "remind": "напомнить|напомни|напоминание|напоминать|напомните|напомни мне",
        "before": "до|до этого|до срока|до начала|раньше|заранее",
        "nag": "пилить|пили|пинай|пинать|дёргать|дёргай|напоминать|напоминай",
        "lead": "напомни|напомните|напомнить|пожалуйста напомни|напомни пожалуйста"
        "|напомни , пожалуйста ,",
        "per": "в|за",
        "of_morning": "утра",
        "of_afternoon": "дня|пополудни",
        "of_evening": "вечера",
        "of_night": "ночи",
        "am": "am",
        "pm": "pm",
    },
    days=(*_DAYS, *typed.DAYS),
    counted_days=typed.COUNTED_DAYS,
    clocks=(*_CLOCKS, *typed.CLOCKS),
    parts=(*_PARTS, *typed.PARTS),
    repeats=(*_REPEATS, *typed.REPEATS),
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=WISHES,
    hour_letters="ч h",
    ordinary="срок сроки строка строки чатов минутка шерсть минутах часах неделях месяцах завтрак "
    "завтраки завтрака сутки средство средства средний средняя среднее середу субботник субботник "
    "пятница пятнашки пятнами пятна пятно мартини маркет матра часть части часто часы часов "
    "недолго неделимый днями дняка минус месяцы месяцами годовой годами годом вечер вечера вечеря "
    "вечный утро утра утреня майка маяк маяки мартин марка марки июля юля десятка десять девять "
    "девяти пятка пятки пятый шест шестой семья семьи семя семена восьмой дверь двери трещина "
    "тренер второе вторично вторсырьё четверка четверть четверти четверо через череп черед черёд "
    "каждому каждым каждом начинка начинания дочка дочки сорок сорока серёд среднем августин "
    "августовский октябрята ноябрята",
    typo_words="сегодня завтра послезавтра через каждый каждую каждые каждое вечером утром "
    "следующий следующую ежедневно еженедельно ежемесячно",
    counted="час часа мин гб тб мб счёта этажа минутах минутам часах днях шагах километрах метрах "
    "кабинет кабинете окно окне палата палату палате путь пути линии руки рук руке ряду ряд "
    "голоса голосов слова словах словам приёма подхода хода ходов действиях актах томах дюйм "
    "дюйма дюймов ложка ложки ложек стакан стакана стаканов голодание раза раз человек человека "
    "людей кг г км м см мм л мл руб рублей рубля р ₽ $ € % штук шт минут минуты часов секунд дня "
    "дней недели недель месяца месяцев лет года этапа этапов магазина магазинов места мест пачки "
    "пачек страниц страницы глав главы очков балла баллов процентов процента градусов этаже этаж "
    "классе класс доме корпусе экземплярах частях комнате серии рядов ряда смены слоя слоёв "
    "подхода подходов",
    counted_endings=("ов", "ев", "ах", "ях"),
    actions="подъём встреча созвон звонок зал тренировка ужин обед завтрак йога поезд самолёт "
    "врач стоматолог стендап митинг урок занятие рейс вылет бег",
    meetings="завтрак обед кофе встреча созвон звонок совещание собрание стендап врач "
    "стоматолог собеседование",
    action_endings=("ть", "ться", "чь", "ти", "тись"),
    not_before_day="с и за черная чистая страстная великая великий чистый этой той вся наша моя "
    "каждая прошлую прошлый прошлое прошлая",
    idioms="понедельник начинается в субботу|посчитать до десяти|досчитать до десяти"
    "|считать до десяти|сосчитать до десяти|в двух словах|один день ивана",
    street_first=True,
    streets="улица улице улицу ул проспект проспекте проспекта пр переулок переулке площадь "
    "площади шоссе бульвар бульваре набережная набережной",
    not_before_hour="задача задачу вопрос тест спринт урок упражнение офис склад выход терминал "
    "зоне зона билет тикет день шаг на для купить взять заказать привезти принести все и или по "
    "из до от за раз плюс минус ещё только сварить сделать",
    not_before_half="",
    not_after_day="рождения рождении рождению обитания разработки программирования победы",
    not_after_ordinal="этаж этаже этажа место месте ряд ряду раз раза класс класса класса день "
    "курс курса век века веке глава страница квартира дом дома том часть сезон серия номер "
    "школа школы группа группы",
    not_before_number="главы страницы стр параграфы упражнения задачи уровни серии билеты вопросы "
    "версия версии версию глава главу страница стр том часть дом кв квартира "
    "развести разбавить смешать быстрее меньше медленнее голодание улица улице улицу ул площадь "
    "площади проспект пр ряд место № счёт счётом соотношение соотношении масштаб счету номер "
    "уровень этаж сезон серия серию километров км миль руб рублей раз раза пункт п раздел статья "
    "python ubuntu v $ # +",
)
