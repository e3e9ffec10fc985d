"""German."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import Language, words
from bot.language.engine.phrases import Row
from bot.language.engine.saying import Saying, one_or_many
from bot.language.said import Length
from bot.language.values import DayPart

_ONES = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = words("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "neunzig": 90}
_NUMBERS = {
    **{word: n for n, word in enumerate(_ONES) if n != 1},
    "eins|ein|eine|einen|einem|einer|eines": 1,
    **{word: n for n, word in enumerate(_TEENS, 10)},
    **_TENS,
    **{
        f"{one}und{ten}": n + tens
        for ten, tens in _TENS.items()
        for n, one in enumerate(_ONES)
        if n
    },
}
_STEMS = words(
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt "
    "fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst "
    "dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst "
    "achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst"
)
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_DAY_PARTS: dict[str, DayPart] = {
    "morgen": "morning", "früh": "morning", "vormittag": "morning", "mittag": "noon",
    "nachmittag": "afternoon", "abend": "evening", "nacht": "night",
}  # fmt: skip


def _forms(stem: str) -> str:
    return "|".join(stem + ending for ending in ("e", "en", "er", "es", "em"))


_COMPOUNDS = tuple(
    (f"{day}{word}", n, part)
    for n, day in enumerate(_WEEKDAYS)
    for word, part in _DAY_PARTS.items()
)

_DAYS = (
    Row("<on>? heute", b.offset(0)),
    Row("<on>? morgen", b.offset(1), "day fresh"),
    Row("<on>? übermorgen", b.offset(2)),
    Row("{weekday}", b.coming, "day"),
    Row("{wd}", b.coming, "short-day"),
    Row("<on> {weekday}", b.coming, "named-day"),
    Row("<on_day> {wd}", b.coming, "named-day capital"),
    Row("<on>? <this> {wd}", b.coming),
    Row("<on>? <next> {wd}", b.next_week),
    Row("<on>? {wd} <in>? <next> woche", b.next_week),
    Row("<in>? <next> woche <on>? {wd}", b.next_week),
    Row("übernächsten|übernächster|übernächste {wd}", lambda wd: b.weeks_ahead(2, wd)),
    Row("in {n} wochen|woche <on>? {wd}", b.weeks_ahead),
    Row("<on>? {wd} in {n} wochen|woche", b.on_weeks_ahead),
    *(Row(f"<on>? {name}", b.weekday_part(n, part)) for name, n, part in _COMPOUNDS),
    Row("<on> wochenende", b.weekend(0)),
    Row("<on>? <this> wochenende", b.weekend(0)),
    Row("<on>? <next> wochenende", b.weekend(1)),
    Row("<in>? <next> woche", b.week(1)),
    Row("<in>? kommende|kommenden|kommender woche", b.week(1)),
    Row("<in>? übernächste|übernächster|übernächsten woche", b.week(2)),
    Row("<in>? <next> monat|monats", b.month(1)),
    Row("<on> {ord} <next> monats|monat", b.month_day(1)),
    Row("<in>? <next> monat <on> {ord}", b.month_day(1)),
    Row("<on> {ord} dieses monats", b.of_month),
    Row("<in>? <next> jahr|jahres", b.year(1)),
    Row("später in? diese|dieser woche", b.later_week),
    Row("<on>? monatsende", b.month_end(0)),
    Row("<on>? ende des|dieses? monats|monat", b.month_end(0)),
    Row("<on>? letzten|letzter tag des|dieses monats", b.month_end(0)),
    Row("<on>? ende <next> monats|monat", b.month_end(1)),
    Row("<on>? anfang <next> monats|monat", b.month(1)),
    Row("<on>? mitte <next> monats|monat", b.month_middle(1)),
    Row("<on>? mitte des|dieses monats", b.month_middle(0)),
    Row("<on>? jahresende", b.year_end),
    Row("<on>? ende des|dieses jahres", b.year_end),
    Row("<on>? ende {month} {year}?", b.part_of_month(-1)),
    Row("<on>? mitte {month} {year}?", b.part_of_month(15)),
    Row("<on>? anfang {month} {year}?", b.part_of_month(1)),
    Row("<on>? {dated}", b.same_day, "date"),
    Row("<on>? {wd} ,? den|dem? {dated}", b.beside),
    Row("<on>? {date}", b.same_day, "date"),
    Row("<on>? {wd} ,? den|dem? {date}", b.beside),
    Row("<on> {loose}", b.same_day, "date"),
    Row("<on> {ord}", b.of_month, "digits ordinal"),
    Row("<on>? {wd} ,? den|dem? {ord}", b.beside_day, "digits"),
    Row("<on>? {ord} {wd} im? {month}", b.nth),
    Row("<on>? {ord} {wd} des|dieses monats", b.nth),
    Row("<on>? {ord} {wd} <in>? <next> monats|monat", b.nth_next_month),
    Row("in|binnen|innerhalb von? {length}", b.in_length),
    Row("heute in {length}", b.in_length),
    Row("morgen in {length}", b.after_offset(1)),
    Row("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Row("<at>? {hm} uhr? {half}?", b.at_clock, "number"),
    Row("<at> {h.m} uhr? {half}?", b.at_clock, "number"),
    Row("{h.m} uhr {half}?", b.at_clock, "number"),
    Row("<at>? {h} uhr {half}?", lambda h, half: b.uhr(h, None, half)),
    Row("<at>? {h} uhr {n} {half}?", b.uhr, "count"),
    Row("<at> {h} {half}?", b.at_hour, "number count"),
    Row("{h} {half}", b.at_hour, "number"),
    Row("<at> {hh}", b.at_clock),
    Row("{hh}", b.at_clock, "h-clock"),
    Row("{h}", b.at_hour, "after-day count"),
    Row("{h}", b.at_hour, "start action"),
    Row("<at>? halb {h} {half}?", b.past(-30)),
    Row("<at>? viertel nach|über {h} {half}?", b.past(15)),
    Row("<at>? viertel vor {h} {half}?", b.past(-15)),
    Row("<at>? dreiviertel {h} {half}?", b.past(-15)),
    Row("<at> viertel {h} {half}?", b.past(-45)),
    Row("<at>? {n} minuten|min nach {h} uhr? {half}?", b.minutes_past),
    Row("<at>? {n} minuten|min vor {h} uhr? {half}?", b.minutes_to),
    Row("<at> {n} nach {h} {half}?", b.minutes_past),
    Row("<at> {n} vor {h} {half}?", b.minutes_to),
    Row("{words} vor {words}", b.round_minutes_to),
    Row("{words} nach {words}", b.round_minutes_past),
    Row("<at>? {n} minuten? vor halb {h} {half}?", lambda n, h, p: b.minutes_past(-30 - n, h, p)),
    Row("<at>? {n} minuten? nach halb {h} {half}?", lambda n, h, p: b.minutes_past(n - 30, h, p)),
    Row("<also> {hm} uhr? {half}?", b.also_clock, "after-clock"),
    Row("<also> {h} uhr {half}?", b.also_hour, "after-clock"),
    Row("<also> {h} {half}?", b.also_hour, "after-clock count"),
)

_PARTS = (
    Row("morgens|vormittags|frühmorgens", b.part("morning")),
    Row("früh", b.part("morning"), "after-day"),
    Row("früh", b.part("morning"), "edge alone-part"),
    Row("am|diesen morgen|vormittag", b.part("morning")),
    Row("in der früh|frühe", b.part("morning")),
    Row("morgen|vormittag", b.part("morning"), "after-day"),
    Row("mittags", b.part("noon")),
    Row("am|zu|gegen mittag", b.part("noon")),
    Row("mittag", b.part("noon"), "after-day"),
    Row("nachmittags", b.part("afternoon")),
    Row("am|diesen nachmittag", b.part("afternoon")),
    Row("nachmittag", b.part("afternoon"), "after-day"),
    Row("abends", b.part("evening")),
    Row("am|gegen|diesen abend", b.part("evening")),
    Row("abend", b.part("evening"), "after-day"),
    Row("nachts", b.part("night")),
    Row("in der nacht", b.part("night")),
    Row("nacht", b.part("night"), "after-day"),
    Row("um|gegen|bis|vor mitternacht", b.part("midnight")),
    Row("mitternacht", b.part("midnight"), "after-day"),
    Row("<on>? ende des tages", b.part("end of day")),
    Row("<on>? tagesende|dienstschluss|feierabend", b.part("end of day"), "by"),
    Row("<on>? ende der|dieser woche", b.end_of_week),
)

_REPEATS = (
    Row("<every> !? tag", b.every("DAILY")),
    Row("täglich", b.every("DAILY")),
    Row("<every> !? <workday>", b.workdays),
    Row("werktags|wochentags", b.workdays),
    Row("an werktagen|wochentagen|arbeitstagen", b.workdays),
    Row("unter der woche", b.workdays),
    Row("<every> !? wochenende", b.weekends),
    Row("<every> !? zweite|zweites wochenende", b.other_weekend),
    Row("an den? wochenenden", b.weekends),
    Row("{repeateds}", b.every_weekdays),
    Row("<every> !? {wds}", b.every_weekdays),
    Row("<every> !? woche <the>? {wds}", b.every_weekdays),
    Row("alle !? {length}", b.every_length),
    Row("alle !? {n} wochen <the>? {wds}", b.every_n_weekdays),
    Row("<every> !? {ord} woche <the>? {wds}", b.every_n_weekdays),
    Row("<every> !? {unit}", b.every_length),
    Row("<every> !? {ord} {unit}", b.every_nth_length),
    Row("<every> !? {length}", b.every_length),
    Row("<every> !? {ord} {wds}", b.doubtful_n_weeks_on),
    Row("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Row("<every> !? monat <the>? {ords} {wds}", b.every_nth),
    Row("monatlich <the>? {ords} {wds}", b.every_nth),
    Row("<the>? {ords} {wds} <every_month>", b.every_nth),
    Row("<every> !? {ords}", b.every_day_of_month, "digits not-ordinal"),
    Row("<every> !? {ords} <of_month>", b.every_day_of_month),
    Row("<every> !? monat <the>? {ords}", b.every_day_of_month),
    Row("monatlich <the> {ords}", b.every_day_of_month),
    Row("<the>? {ords} <every_month>", b.every_day_of_month),
    Row("<every> !? letzten tag <of_month>?", b.last_day_of_month),
    Row("<the>? letzten tag <every_month>", b.last_day_of_month),
    Row("<every> !? monat <the>? letzten tag", b.last_day_of_month),
    Row("monatlich <the>? letzten tag", b.last_day_of_month),
    Row("<the>? ende <every_month>", b.last_day_of_month),
    Row("<every> !? monatsende", b.last_day_of_month),
    Row("<every> !? letzten <workday> <of_month>?", b.last_workday),
    Row("<the>? letzten <workday> <every_month>", b.last_workday),
    Row("<every> !? {ord} <workday> <of_month>", b.nth_workday),
    Row("<the>? {ord} <workday> <every_month>", b.nth_workday),
    Row("<every> !? {month_dates}", b.every_year_day),
    Row("<every> !? jahr <the>? {month_dates}", b.every_year_day),
    Row("jährlich <the>? {month_dates}", b.every_year_day),
    Row("<the>? {month_dates} jedes jahr|jahres", b.every_year_day),
    Row("<every> !? {months}", b.every_month),
    Row("<every> !? morgen|vormittag", b.every_part("morning")),
    Row("<every> !? mittag", b.every_part("noon")),
    Row("<every> !? nachmittag", b.every_part("afternoon")),
    Row("<every> !? abend", b.every_part("evening")),
    Row("<every> !? nacht", b.every_part("night")),
    *(Row(f"<every> !? {name}", b.one_weekday_part(n, part)) for name, n, part in _COMPOUNDS),
    Row("<every> !? halbe jahr", b.every("MONTHLY", 6)),
    Row("stündlich", b.every("HOURLY")),
    Row("wöchentlich", b.every("WEEKLY")),
    Row("zweiwöchentlich|vierzehntägig|vierzehntäglich", b.every("WEEKLY", 2)),
    Row("14 -? tägig|täglich", b.every("WEEKLY", 2)),
    Row("monatlich", b.every("MONTHLY")),
    Row("vierteljährlich|quartalsweise", b.every("MONTHLY", 3)),
    Row("halbjährlich", b.every("MONTHLY", 6)),
    Row("jährlich|alljährlich", b.every("YEARLY")),
    Row("einmal pro|je|im|am {unit}", b.every_length),
    Row("einmal in? der|die {unit}", b.every_length),
    Row("<also_days> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
)

_BOUNDS = (
    Row("ab|vom|von|seit {day}", b.from_day),
    Row("beginnend|startend mit|ab? {day}", b.from_day),
    Row("vom|von {day} bis {day}", b.period),
    Row("zwischen {day} und {day}", b.period),
    Row("bis einschließlich? {day} <at>? {clock}?", b.until_day),
    Row("bis <at>? {clock}", b.until_clock),
    Row("für|über {length}", b.for_length),
    Row("{length} lang", b.for_length),
    Row("außer <on>? {wds}", b.excluding),
    Row("{n} mal|x", b.times, "times"),
    Row("nach|ab <completion>", b.after_completion),
    Row("von {bare} uhr? bis {bare} uhr?", b.window),
    Row("zwischen {bare} uhr? und {bare} uhr?", b.window),
    Row("{bare} - {bare} uhr?", b.window),
)

_MARKS = (
    Row("<remind> {length} ,|und {length} und|, {length} <before>", b.remind),
    Row("<remind> {length} und|, {length} <before>", b.remind),
    Row("<remind> {length} <before>", b.remind),
    Row("<remind> {length} danach|nachher|hinterher", b.remind_after, "edge"),
    Row("<remind> <on>? vortag|vorabend {clock}?", b.remind_eve),
    Row("<remind> <on>? vortag|vorabend {clock}? und|, {length} <before>", b.remind_eve),
    Row("<remind> {n} tage vorher {clock}", b.remind_days),
    Row("<nag> alle? {length}", b.nag),
    Row("bitte? <lead> bitte? daran ,? dass", b.lead_in, "lead"),
    Row("bitte? <lead> bitte? daran ,?", b.lead_in, "lead"),
    Row("bitte? <lead> bitte? an", b.lead_in, "lead"),
    Row("bitte? <lead> bitte? ,? dass", b.lead_in, "lead"),
    Row("bitte? <lead> bitte? :?", b.lead_in, "lead"),
    Row("erinnerung :", b.lead_in, "lead"),
    Row("an|daran|dass", b.lead_in, "after-lead"),
    Row("daran ,", b.lead_in, "after-lead"),
)

_WISHES = {
    "done": "erledigt|fertig|gemacht|abhaken|erledige|abgehakt|abschließen",
    "delete": "löschen|lösche|entfernen|entferne|lösche aufgabe|aufgabe löschen",
    "snooze": "schlummern|snooze|später erinnern|verschieben|verschiebe|erinnere mich später"
    "|erinnere mich nochmal|erinnere mich wieder|schlummere|später",
    "snooze_for": "um|auf|bis|in|für",
    "change": "verschiebe|verschieben|ändere|ändern|verlege|verlegen|verschiebe aufgabe"
    "|ändere erinnerung|verschiebe erinnerung|erinnerung|verlege aufgabe|verlege erinnerung",
    "to": "auf|zu|zum|nach",
    "zone": "zeitzone|setze zeitzone|setze die zeitzone|meine zeitzone ist|meine zeitzone"
    "|stelle zeitzone|stelle die zeitzone|zeitzone setzen|ändere zeitzone|ändere die zeitzone"
    "|zeitzone ändern|stell die zeitzone|setz die zeitzone|setz zeitzone",
    "to_zone": "auf|ist|:|=",
    "digest": "tägliche erinnerung|tägliche übersicht|tagesübersicht|tagesplan|morgenübersicht"
    "|täglicher überblick|übersicht|tägliche agenda|morgenagenda|agenda",
    "off": "aus|ausschalten|nie|keine|abschalten",
    "until": "bis|bis zum",
    "eve": "am vortag|am tag davor|am tag vorher|am vorabend|am abend vorher|am abend davor"
    "|tags zuvor|einen tag vorher|einen tag davor",
    "before": "vorher|davor|zuvor|vor|früher|im voraus",
    "remind": "erinnern|erinnere mich|erinnerung|neue erinnerung|erinnere",
    "remind_before": "",
}

_MONTHS = words(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_NTH = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", -1: "letzten"}

_SAYING = Saying(
    date="{day}. {month} {year}",
    date_in_year="{day}. {month}",
    at="um {time}",
    months=tuple(_MONTHS),
    units={
        "MINUTELY": ("jede Minute", "alle {n} Minuten"),
        "HOURLY": ("jede Stunde", "alle {n} Stunden"),
        "DAILY": ("jeden Tag", "alle {n} Tage"),
        "WEEKLY": ("jede Woche", "alle {n} Wochen"),
        "MONTHLY": ("jeden Monat", "alle {n} Monate"),
        "YEARLY": ("jedes Jahr", "alle {n} Jahre"),
    },
    weekdays=tuple(day.capitalize() for day in _WEEKDAYS),
    workdays="jeden Werktag",
    weekend="jedes Wochenende",
    weekly="jeden {days}",
    weekly_counted=("jede Woche am {days}", "alle {n} Wochen am {days}"),
    ordinal=lambda day: f"{day}.",
    nth=lambda n, weekday: f"{_NTH[n]} {_WEEKDAYS[weekday].capitalize()}",
    monthly_nth="jeden {days} im Monat",
    monthly_days="jeden Monat am {days}",
    monthly_last="am letzten Tag jedes Monats",
    monthly_workday=lambda n: f"am {_NTH[n]} Werktag jedes Monats",
    counted_nth="{every} am {days} des Monats",
    counted_days="{every} am {days}",
    counted_last="{every} am letzten Tag des Monats",
    yearly="jedes Jahr am {days}",
    counted_yearly="{every} am {days}",
    yearly_day="{day}. {month}",
    joined="und",
    on_weekdays="jeden {days}",
    until="bis {date}",
    times=("{n} mal", "{n} mal"),
    completion="nach Erledigung",
    plural=one_or_many,
)

LANGUAGE = Language(
    code="de",
    script="latin",
    decimal=",",
    numbers=_NUMBERS,
    joints=frozenset(),
    ordinals={**{_forms(stem): n for n, stem in enumerate(_STEMS, 1)}, _forms("letzt"): -1},
    ordinal_marks=frozenset((".", "te", "ten", "ter", "tes")),
    months=words(
        "januar|jan|jänner februar|feb|feber märz|mrz|mär april|apr mai juni|jun juli|jul "
        "august|aug september|sep|sept oktober|okt november|nov dezember|dez"
    ),
    weekdays=words("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    weekdays_short=words("mo di mi do fr sa so"),
    weekdays_repeated=words(
        "montags dienstags mittwochs donnerstags freitags samstags|sonnabends sonntags"
    ),
    units={
        "minute|minuten|min|m": Length(minutes=1),
        "stunde|stunden|std|h": Length(minutes=60),
        "tag|tage|tagen|d|t": Length(days=1),
        "woche|wochen|w|wo": Length(days=7),
        "monat|monate|monaten|mon": Length(months=1),
        "quartal|quartale|quartalen": Length(months=3),
        "jahr|jahre|jahren|j": Length(months=12),
    },
    lengths={
        "einer halben stunde|eine halbe stunde|halbe stunde|halben stunde|1/2 stunde": Length(
            minutes=30
        ),
        "einer viertelstunde|eine viertelstunde|viertelstunde": Length(minutes=15),
        "einer dreiviertelstunde|eine dreiviertelstunde|dreiviertelstunde": Length(minutes=45),
        "anderthalb stunden|eineinhalb stunden|einer und einer halben stunde": Length(minutes=90),
        "einem halben jahr|ein halbes jahr|halben jahr|halbes jahr": Length(months=6),
    },
    and_half="",
    sets={
        "the": "am|an|zum|den|dem|an dem|immer am",
        "on": "am|an|bis|bis zum|bis zu|zum|für|fällig|fällig am|spätestens"
        "|spätestens am|vor|vor dem"
        "|ab|den|dem|bis spätestens|für den|ab dem|beim|im",
        "on_day": "am|bis|bis zum|fällig am|spätestens|spätestens am|ab|jeden",
        "at": "um|gegen|ab|bis|vor|@|ca .|circa|um ca .|bis um|spätestens um",
        "in": "in der|im|in|der|des|den|am",
        "this": "diesen|dieser|diese|dieses|diesem|kommenden|kommender|kommende|kommendes",
        "next": "nächsten|nächster|nächste|nächstes|nächstem",
        "and": "und|,|, und|&|/|+|und am|, am|und den|und jeden|und dem",
        "also": "und|,|, und|und um|, um|&|, und um",
        "also_days": "und|,|, und|und am|, am|, und am",
        "to": "-|–|bis",
        "every": "jeden|jede|jedes|jeder|jedem|an jedem|an jeder|am jeden|zu jedem",
        "of_month": "im monat|des monats|eines monats|jedes monats|jeden monats|in jedem monat"
        "|eines jeden monats",
        "every_month": "im monat|jedes monats|jeden monats|jeden monat|in jedem monat"
        "|eines jeden monats"
        "|eines monats|monatlich",
        "workday": "werktag|arbeitstag|wochentag",
        "completion": "erledigung|abschluss|fertigstellung|dem erledigen|vollendung|dem abschluss"
        "|der erledigung|dem abschließen|dem abhaken",
        "remind": "erinnern|erinnere mich|erinnerung|erinner mich|erinnere|erinnerungen",
        "before": "vorher|davor|zuvor|im voraus|vor dem termin",
        "nag": "nerven|nerv|nerve|nachhaken|nachfassen|drängeln",
        "lead": "erinnere mich|erinner mich|erinnere uns|erinnern mich",
        "per": "pro|am|im|die|in|je|täglich|wöchentlich",
        "of_morning": "morgens|vormittags|früh|am morgen|in der früh|in der frühe|am vormittag",
        "of_afternoon": "nachmittags|mittags|am nachmittag|am mittag",
        "of_evening": "abends|am abend",
        "of_night": "nachts|in der nacht",
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
    strong="um",
    weak="am an um in im so do mi di sa fr mo ab bis die der den des dem mai min mon eine einen "
    "uhren in der mal von vor zu nach",
    ordinary="feier freitags morgan morden moden mordent heuten heuer heut heuten wochen woche "
    "sonnige sonntagen montage montagen dienst dienste dienstags mittwochs mittags mittage "
    "maerz harz marz merz macht nacht acht achte achten tagen jahren jahre monate stunden juno "
    "junge juli julia julie augusta auguste aprilia neben neuen neue neun drein dreist deine "
    "seine keine meine einer eines einmal kleine sieben siebt sieb siehe sechse elfen zehen "
    "zehn zwar vierte viel viele vieren jeder jedes jedem jeden jedoch stunde minuten minute "
    "stunk stunden alle allen abende abends abend morgens moorgen sorgen borgen ostern oster "
    "oktave letzte letzten tägliche täglichen jährliche monatliche wöchentliche täglicher "
    "monatlicher wöchentlicher morgendlich wochenend sonntagskind",
    typo_words="heute morgen übermorgen jeden täglich wöchentlich monatlich jährlich nächsten "
    "nächste wochenende abends morgens",
    counted="kg g km m cm mm l ml € euro cent prozent % $ leute personen mal stück stk stunden "
    "std minuten min sekunden tage tagen wochen monate jahre jahren punkte seiten grad meter "
    "kilo liter äpfel eier pferde prozentpunkte zentimeter kinder gäste plätze takt tasse "
    "tassen",
    counted_endings=(),
    actions="aufstehen anrufen gehen essen laufen meeting standup yoga frühstück mittagessen "
    "abendessen termin zahnarzt arzt training sport konzert zug flug besprechung kaffee "
    "aufwachen",
    action_endings=("en", "eln", "ern"),
    verb_last=True,
    not_before_day="der und herr herrn frau familie fräulein guten schönen schwarzer schwarze "
    "blauer blauen black letzten letzter letztes vergangenen vorigen die des ein einen weißer "
    "heiliger plus der guter",
    not_after_day="ist der mal - grüße",
    not_after_ordinal="stock platz etage klasse stelle tag geburtstag jahrestag jahrhundert "
    "kapitel mal semester schuljahr runde reihe preis weltkrieg teil band lektion folge staffel "
    "advent versuch gang halbzeit liga bezirk woche monat hochzeitstag",
    not_before_number="version kapitel seite band nr nummer raum zimmer gleis linie bus tram "
    "haus stand spielstand endstand verhältnis ergebnis python ubuntu node v absatz abschnitt § "
    "teil folge staffel stufe level klasse € $ # + hausnummer artikel paragraph etage format "
    "maßstab",
    saying=_SAYING,
)
