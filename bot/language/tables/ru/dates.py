"""Russian."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import Language, words
from bot.language.engine.phrases import Row
from bot.language.engine.saying import Saying, slavic
from bot.language.said import Length

# Each number as a table writes it: nominative and the case after "без" or "около".
_NUMBERS = {
    "ноль|нуль": 0, "один|одна|одно|одну|одного": 1, "два|две|двух": 2, "три|трёх": 3,
    "четыре|четырёх": 4, "пять|пяти": 5, "шесть|шести": 6, "семь|семи": 7, "восемь|восьми": 8,
    "девять|девяти": 9, "десять|десяти": 10, "одиннадцать|одиннадцати": 11,
    "двенадцать|двенадцати": 12, "тринадцать|тринадцати": 13, "четырнадцать|четырнадцати": 14,
    "пятнадцать|пятнадцати": 15, "шестнадцать|шестнадцати": 16, "семнадцать|семнадцати": 17,
    "восемнадцать|восемнадцати": 18, "девятнадцать|девятнадцати": 19, "двадцать|двадцати": 20,
    "тридцать|тридцати": 30, "сорок|сорока": 40, "пятьдесят|пятидесяти": 50,
    "девяносто": 90, "пару": 2,
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
_ORDINALS["тридцатый|тридцатое|тридцатого|тридцатому"] = 30
_ORDINALS["последний|последняя|последнее|последнего|последней|последнюю|последние"] = -1
_GENITIVES = words(
    "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого "
    "одиннадцатого двенадцатого"
)

_DAYS = (
    Row("<on>? сегодня", b.offset(0)),
    Row("<on>? завтра", b.offset(1)),
    Row("<on>? завтрашний|завтрашнего день|дня", b.offset(1)),
    Row("<on>? послезавтра", b.offset(2)),
    Row("{weekday}", b.coming, "day edge"),
    Row("{wd}", b.coming, "short-day"),
    Row("<on> {wd}", b.coming, "named-day"),
    Row("<on>? <this> {wd}", b.coming),
    Row("<on>? <next> {wd}", b.next_week),
    Row("<on>? {wd} на? <next> неделе|недели", b.next_week),
    Row("на <next> неделе <on>? {wd}", b.next_week),
    Row("через {n}? <weeks> <on>? {wd}", b.weeks_ahead),
    Row("<on>? {wd} через {n}? <weeks>", b.on_weeks_ahead),
    Row("на|в этих|эти? выходных|выходные", b.weekend(0)),
    Row("<on> эти|этим|ближайшие выходные|выходным", b.weekend(0)),
    Row("на|в <next> выходных|выходные", b.weekend(1)),
    Row("на|в <next> неделе|неделю", b.week(1)),
    Row("через {n} <weeks>", lambda n: b.in_length(Length(days=7 * n))),
    Row("в|на <next> месяце|месяц", b.month(1)),
    Row("<on>? {md} числа|число <next> месяца", b.month_day(1)),
    Row("<on>? {md} <next> месяца", b.month_day(1)),
    Row("в <next> месяце {md} числа", b.month_day(1)),
    Row("<on>? {md} числа|число этого месяца", b.of_month),
    Row("в|на <next> году|год", b.year(1)),
    Row("позже|попозже на этой неделе", b.later_week),
    Row("на этой неделе позже|попозже", b.later_week),
    Row("<end> этого? месяца", b.month_end(0)),
    Row("<end> <next> месяца", b.month_end(1)),
    Row("<on>? последний|последнего день|дня месяца", b.month_end(0)),
    Row("<end> этого? года", b.year_end),
    Row("<end> {month} {year}?", b.part_of_month(-1)),
    Row("<middle> месяца", b.month_middle(0)),
    Row("<middle> <next> месяца", b.month_middle(1)),
    Row("<middle> {month} {year}?", b.part_of_month(15)),
    Row("<begin> {month} {year}?", b.part_of_month(1)),
    Row("<begin> <next> месяца", b.month(1)),
    Row("<on>? {dated}", b.same_day, "date"),
    Row("<on>? {wd} ,? {dated}", b.beside),
    Row("<on>? {date}", b.same_day, "date"),
    Row("<on>? {wd} ,? {date}", b.beside),
    Row("<on> {loose}", b.same_day, "date"),
    Row("{padded}", b.same_day, "date cyrillic"),
    Row("<on>? {md} числа|числу|число", b.of_month),
    Row("<on> {ord}", b.of_month, "digits ordinal"),
    Row("{ord}", b.of_month, "bare-ordinal"),
    Row("<on>? {ord} {wd} {month}", b.nth),
    Row("<on>? {ord} {wd} этого? месяца", b.nth),
    Row("<on>? {ord} {wd} <next> месяца", b.nth_next_month),
    Row("через|спустя {lu}", b.in_length),
    Row("{length} спустя", b.in_length),
    Row("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Row("<at>? {hm} {half}?", b.at_clock, "number"),
    Row("<at> {h.m} {half}?", b.at_clock, "number"),
    Row("<at> {h} <hours> {half}?", b.at_hour, "number"),
    Row("<at> {h} <hours> {n} <minutes>? {half}?", b.uhr, "number"),
    Row("<at_bare> {h} {half}?", b.at_hour, "number count"),
    Row("{h} <hours>? <of_morning>", lambda h: b.at_hour(h, "morning")),
    Row("{h} <hours>? <of_evening>", lambda h: b.at_hour(h, "evening")),
    Row("{h} <hours>? <of_night>", lambda h: b.at_hour(h, "night")),
    Row("<at_bare> час {half}?", lambda half: b.at_hour(1, half), "number"),
    Row("час <of_night>", lambda: b.at_hour(1, "night")),
    Row("<at> {hh}", b.at_clock),
    Row("{hh}", b.at_clock, "h-clock"),
    Row("{h}", b.at_hour, "after-day count"),
    Row("на {h}", b.at_hour, "after-day count"),
    Row("{h}", b.at_hour, "start action"),
    Row("<at>? половина|половине|половину|пол {ord} {half}?", b.past(-30)),
    Row("<at>? четверть {ord} {half}?", b.past(-45)),
    Row("<at>? {n} <minutes> {ord} {half}?", lambda m, n, half: b.minutes_past(m - 60, n, half)),
    Row("без четверти {h} <hours>? {half}?", b.past(-15)),
    Row("без {n} <minutes>? {h} <hours>? {half}?", b.minutes_to),
    Row("<at> {words} {words} {half}?", b.hour_minutes),
    *(
        Row(f"<at>? пол{word} {{half}}?", b.hour_word(n, -30))
        for n, word in enumerate(_GENITIVES, 1)
    ),
    Row("<also> {hm} {half}?", b.also_clock, "after-clock"),
    Row("<also> {h} {half}?", b.also_hour, "after-clock count"),
)

_PARTS = (
    Row("утром|поутру", b.part("morning")),
    Row("с утра", b.part("morning")),
    Row("днём", b.part("afternoon"), "day"),
    Row("после обеда", b.part("afternoon")),
    Row("вечером|вечерком", b.part("evening")),
    Row("к|до вечеру|вечера", b.part("evening")),
    Row("ночью", b.part("night")),
    Row("в|к|до полдень|полудню|полудня", b.part("noon")),
    Row("в|к|до полночь|полуночи", b.part("midnight")),
    Row("<end> <this>? дня", b.part("end of day")),
    Row("<end> рабочего дня", b.part("end of day")),
    Row("<end> этой? недели", b.end_of_week),
)

_REPEATS = (
    Row("<every> !? день|сутки", b.every("DAILY")),
    Row("ежедневно", b.every("DAILY")),
    Row("через день", b.every("DAILY", 2), "titled"),
    Row("<every> !? <workday>", b.workdays),
    Row("по будням", b.workdays),
    Row("по будним|рабочим дням", b.workdays),
    Row("в будни", b.workdays),
    Row("в будние|рабочие дни", b.workdays),
    Row("<every> !? выходные|выходной", b.weekends),
    Row("<every> !? вторые выходные", b.other_weekend),
    Row("по выходным дням?", b.weekends),
    Row("по {repeateds}", b.every_weekdays),
    Row("<every> !? {wds}", b.every_weekdays),
    Row("<every> !? неделю в|во|по {wds}", b.every_weekdays),
    Row("<every> !? {n} <weeks> в|во|по {wds}", b.every_n_weekdays),
    Row("<every> !? {ord} неделю в|во|по {wds}", b.every_n_weekdays),
    Row("<once> в {n} <weeks> в|во|по {wds}", b.every_n_weekdays),
    Row("<once> в неделю в|во|по {wds}", b.every_weekdays),
    Row("<every> !? {length}", b.every_length),
    Row("<every> !? {unit}", b.every_length),
    Row("<every> !? {ord} {unit}", b.every_nth_length),
    Row("<once> в {lu}", b.every_length),
    Row("<every> !? {ord} {wds}", b.doubtful_n_weeks_on),
    Row("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Row("<every> !? месяц в|во? {ords} {wds}", b.every_nth),
    Row("ежемесячно в|во? {ords} {wds}", b.every_nth),
    Row("<the>? {ords} {wds} <every_month>", b.every_nth),
    Row("<every> !? {ords} число|числа <of_month>?", b.every_day_of_month),
    Row("<every> !? {mds} число|числа <of_month>?", b.every_day_of_month),
    Row("<every> !? {ords}", b.every_day_of_month, "digits not-ordinal"),
    Row("<every> !? месяц {mds} числа", b.every_day_of_month),
    Row("<every> !? месяц {ords}", b.every_day_of_month, "digits"),
    Row("ежемесячно {mds} числа", b.every_day_of_month),
    Row("<the>? {mds} числа <every_month>", b.every_day_of_month),
    Row("<the>? {ords} <every_month>", b.every_day_of_month, "digits"),
    Row("<every> !? последний день <of_month>?", b.last_day_of_month),
    Row("<the>? последний день <every_month>", b.last_day_of_month),
    Row("<end> <every_month>", b.last_day_of_month),
    Row("<every> !? месяц в последний день", b.last_day_of_month),
    Row("<every> !? последний <work> день <of_month>?", b.last_workday),
    Row("<the>? последний <work> день <every_month>", b.last_workday),
    Row("<every> !? {ord} <work> день <of_month>", b.nth_workday),
    Row("<the>? {ord} <work> день <every_month>", b.nth_workday),
    Row("<every> !? {month_dates}", b.every_year_day),
    Row("<every> !? год {month_dates}", b.every_year_day),
    Row("ежегодно {month_dates}", b.every_year_day),
    Row("<the>? {month_dates} каждого года", b.every_year_day),
    Row("<the>? {month_dates} каждый год", b.every_year_day),
    Row("<the>? {month_dates} ежегодно", b.every_year_day),
    Row("<every> !? {months}", b.every_month),
    Row("<every> !? утро", b.every_part("morning")),
    Row("<every> !? вечер", b.every_part("evening")),
    Row("<every> !? ночь", b.every_part("night")),
    Row("<every> !? полдень", b.every_part("noon")),
    Row("по утрам", b.every_part("morning")),
    Row("по вечерам", b.every_part("evening")),
    Row("по ночам", b.every_part("night")),
    Row("<every> !? {wds} утром", b.weekdays_part("morning")),
    Row("<every> !? {wds} вечером", b.weekdays_part("evening")),
    Row("ежечасно", b.every("HOURLY")),
    Row("еженедельно", b.every("WEEKLY")),
    Row("ежемесячно", b.every("MONTHLY")),
    Row("ежеквартально", b.every("MONTHLY", 3)),
    Row("ежегодно", b.every("YEARLY")),
    Row("<also_days> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
)

_BOUNDS = (
    Row("начиная|с|со с|со? {day}", b.from_day),
    Row("с|со {day} по|до {day}", b.period),
    Row("до|по|вплоть до? {day} <at>? {clock}?", b.until_day),
    Row("до {clock}", b.until_clock),
    Row("в течение {lu}", b.for_length),
    Row("на протяжении {lu}", b.for_length),
    Row("{length} подряд", b.for_length),
    Row("кроме {wds}", b.excluding),
    Row("{n} раз|раза", b.times, "times"),
    Row("после|с|от <completion>", b.after_completion),
    Row("с момента <completion>", b.after_completion),
    Row("с|со|от {bare} <hours>? до {bare} <hours>?", b.window),
    Row("между {bare} и {bare}", b.window),
    Row("{bare} - {bare}", b.window),
)

_MARKS = (
    Row("<remind> за {lu} , за? {lu} и|, за? {lu} <before>?", b.remind),
    Row("<remind> за {lu} и|, за? {lu} <before>?", b.remind),
    Row("<remind> за {lu} <before>?", b.remind),
    Row("<remind> через? {lu} после срока|начала?", b.remind_after, "edge"),
    Row("<remind> накануне <at>? {clock}?", b.remind_eve),
    Row("<remind> накануне <at>? {clock}? и|, за {lu} <before>?", b.remind_eve),
    Row("<remind> за {n} дня|дней в|до {clock}", b.remind_days),
    Row("<nag> каждые|каждый|раз|по в? {lu}", b.nag),
    Row("<nag> {length}", b.nag),
    Row("<lead> мне? ,? что|чтобы", b.lead_in, "lead"),
    Row("<lead> мне? :?", b.lead_in, "lead"),
    Row("напоминание :", b.lead_in, "lead"),
    Row("что|чтобы", b.lead_in, "after-lead"),
)

_WISHES = {
    "done": "готово|сделано|выполнено|сделал|сделала|закрыть|закрой|выполнить|готова|завершить",
    "delete": "удали|удалить|убери|удали задачу|удалить задачу|стереть|сотри",
    "snooze": "отложи|отложить|отложи задачу|напомни ещё раз|позже|перенести напоминание",
    "snooze_for": "на|до|через",
    "change": "перенеси|перенести|измени|изменить|передвинь|перенеси задачу|перенести задачу"
    "|измени напоминание|изменить напоминание|перенеси напоминание|перенести напоминание"
    "|сдвинь|сдвинуть",
    "to": "на|к|до",
    "zone": "часовой пояс|установи часовой пояс|установить часовой пояс|поставь часовой пояс"
    "|мой часовой пояс|таймзона|смени часовой пояс|сменить часовой пояс|измени часовой пояс"
    "|изменить часовой пояс|задать часовой пояс",
    "to_zone": "на|:|=|-|—",
    "digest": "ежедневное напоминание|ежедневная сводка|утренняя сводка|сводка|ежедневный отчёт"
    "|ежедневный дайджест|дайджест|план на день|повестка|напоминай ежедневно|напоминать ежедневно",
    "off": "выкл|выключи|выключить|отключи|отключить|никогда|нет",
    "until": "до|по",
    "eve": "накануне|за день|вечером накануне",
    "before": "до|до этого|до срока|до начала|раньше|заранее",
    "remind": "напомнить|напомни|напоминание|добавь напоминание|добавить напоминание|напоминать"
    "|напомни мне",
    "remind_before": "за",
}

_MONTHS = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
_WEEKDAYS = words("понедельник вторник среду четверг пятницу субботу воскресенье")
_DATIVES = words("понедельникам вторникам средам четвергам пятницам субботам воскресеньям")
_NTH = {
    1: ("первый", "первую", "первое"), 2: ("второй", "вторую", "второе"),
    3: ("третий", "третью", "третье"), 4: ("четвёртый", "четвёртую", "четвёртое"),
    5: ("пятый", "пятую", "пятое"), -1: ("последний", "последнюю", "последнее"),
}  # fmt: skip
_GENDERS = (0, 0, 1, 0, 1, 1, 2)


_SAYING = Saying(
    date="{day} {month} {year} года",
    date_in_year="{day} {month}",
    at="в {time}",
    months=tuple(_MONTHS),
    units={
        "MINUTELY": ("каждую минуту", "каждую {n} минуту", "каждые {n} минуты", "каждые {n} минут"),
        "HOURLY": ("каждый час", "каждый {n} час", "каждые {n} часа", "каждые {n} часов"),
        "DAILY": ("каждый день", "каждый {n} день", "каждые {n} дня", "каждые {n} дней"),
        "WEEKLY": ("каждую неделю", "каждую {n} неделю", "каждые {n} недели", "каждые {n} недель"),
        "MONTHLY": ("каждый месяц", "каждый {n} месяц", "каждые {n} месяца", "каждые {n} месяцев"),
        "YEARLY": ("каждый год", "каждый {n} год", "каждые {n} года", "каждые {n} лет"),
    },
    weekdays=tuple(_DATIVES),
    workdays="по будням",
    weekend="по выходным",
    weekly="по {days}",
    weekly_counted=(
        "каждую {n} неделю по {days}",
        "каждые {n} недели по {days}",
        "каждые {n} недель по {days}",
    ),
    ordinal=str,
    nth=lambda n, weekday: f"{_NTH[n][_GENDERS[weekday]]} {_WEEKDAYS[weekday]}",
    weekdays_after_nth=tuple(_WEEKDAYS),
    monthly_nth="в {days} каждого месяца",
    monthly_days="{days} числа каждого месяца",
    monthly_last="в последний день каждого месяца",
    monthly_workday=lambda n: f"в {_NTH[n][0]} рабочий день каждого месяца",
    counted_nth="{every} в {days} месяца",
    counted_days="{every} {days} числа",
    counted_last="{every} в последний день месяца",
    yearly="каждый год {days}",
    counted_yearly="{every} {days}",
    yearly_day="{day} {month}",
    joined="и",
    on_weekdays="по {days}",
    until="до {date}",
    times=("{n} раз", "{n} раза", "{n} раз"),
    completion="после выполнения",
    plural=slavic,
)

LANGUAGE = Language(
    code="ru",
    script="cyrillic",
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
    and_half="с половиной",
    sets={
        "the": "в|во|на|к",
        "on": "в|во|к|ко|до|на|не позднее|не позже|ещё до",
        "at": "в|во|к|до|на|около|примерно в|ровно в|после",
        "at_bare": "в|во|к|до|около|ровно в|примерно в",
        "this": "этот|эту|это|этого|этой|ближайший|ближайшую|ближайшее|ближайшего|ближайшей",
        "next": "следующий|следующую|следующее|следующего|следующей|следующему|следующем|следующих"
        "|следующие|след|след .|будущей|будущий|будущем",
        "weeks": "неделю|недели|недель|нед",
        "hours": "час|часа|часов|ч",
        "minutes": "минута|минуты|минут|минуту|мин",
        "end": "в конце|до конца|к концу|конец|под конец",
        "middle": "в середине|до середины|к середине|середина",
        "begin": "в начале|до начала|к началу|начало",
        "and": "и|,|, и|и каждый|и каждую|и каждое|и в|и во|и по|, в|, во|, по",
        "also": "и|,|, и|и в|, в|, и в",
        "also_days": "и|,|, и|и в|, в|, и в|а в|, а в|и во|, во|и по|, по|, и по|а по|, а по",
        "to": "-|–|по|до",
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
    days=_DAYS,
    clocks=_CLOCKS,
    parts=_PARTS,
    repeats=_REPEATS,
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=_WISHES,
    strong="",
    weak="",
    ordinary="завтрак завтраки завтрака сутки средство средства средний средняя среднее середу "
    "субботник субботник пятница пятнашки пятнами пятна пятно мартини маркет матра часть части "
    "часто часы часов недолго неделимый днями дняка минус месяцы месяцами годовой годами годом "
    "вечер вечера вечеря вечный утро утра утреня майка маяк маяки мартин марка марки июля юля "
    "десятка десять девять девяти пятка пятки пятый шест шестой семья семьи семя семена восьмой "
    "дверь двери трещина тренер второе вторично вторсырьё четверка четверть четверти четверо "
    "через череп черед черёд каждому каждым каждом начинка начинания дочка дочки сорок сорока "
    "серёд среднем августин августовский октябрята ноябрята",
    typo_words="сегодня завтра послезавтра через каждый каждую каждые каждое вечером утром "
    "следующий следующую ежедневно еженедельно ежемесячно",
    counted="раза раз человек человека людей кг г км м см мм л мл руб рублей рубля р ₽ $ € % "
    "штук шт минут минуты часов секунд дня дней недели недель месяца месяцев лет года этапа "
    "этапов магазина магазинов места мест пачки пачек страниц страницы глав главы очков балла "
    "баллов процентов процента градусов этаже этаж классе класс доме корпусе экземплярах частях "
    "комнате серии рядов ряда смены слоя слоёв подхода подходов",
    counted_endings=("ов", "ев", "ах", "ях"),
    actions="подъём встреча созвон звонок зал тренировка ужин обед завтрак йога поезд самолёт "
    "врач стоматолог стендап митинг урок занятие рейс вылет бег",
    action_endings=("ть", "ться", "чь", "ти", "тись"),
    not_before_day="с и за черная чистая страстная великая великий чистый этой той вся наша моя "
    "каждая прошлую прошлый прошлое прошлая",
    not_after_day="рождения рождении рождению обитания разработки программирования победы",
    not_after_ordinal="этаж этаже этажа место месте ряд ряду раз раза класс класса класса день "
    "курс курса век века веке глава страница квартира дом дома том часть сезон серия номер "
    "школа школы группа группы",
    not_before_number="версия версии версию глава главу страница стр том часть дом кв квартира "
    "№ счёт счётом соотношение соотношении масштаб счету номер уровень этаж сезон серия серию "
    "километров км миль руб рублей раз раза пункт п раздел статья python ubuntu v $ # +",
    saying=_SAYING,
)
