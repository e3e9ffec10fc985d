"""German: dates, times, repeats, reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.language import Phrasebook, words
from bot.language.engine.phrases import Pattern
from bot.language.said import Length
from bot.language.tables.de import ranges, typed
from bot.language.tables.de.numbers import NUMBERS, ONES, ORDINALS
from bot.language.tables.de.wishes import WISHES

if TYPE_CHECKING:
    from bot.language.values import DayPart

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
    Pattern("<on>? heute", b.offset(0)),
    Pattern("<on_tomorrow>? morgen", b.offset(1), "day fresh"),
    Pattern("<on>? übermorgen", b.offset(2)),
    Pattern("{weekday}", b.coming, "day"),
    Pattern("{wd}", b.coming, "short-day"),
    Pattern("<on> {weekday}", b.coming, "named-day"),
    Pattern("<on_day> {wd}", b.coming, "named-day capital"),
    Pattern("<on>? <this> {wd}", b.coming),
    Pattern("<on>? <next> {wd}", b.next_week),
    Pattern("<on>? {wd} <in>? <next> woche", b.next_week),
    Pattern("<in>? <next> woche <on>? {wd}", b.next_week),
    Pattern("übernächsten|übernächster|übernächste {wd}", lambda wd: b.weeks_ahead(2, wd)),
    Pattern("in {n} wochen|woche <on>? {wd}", b.weeks_ahead),
    Pattern("<on>? {wd} in {n} wochen|woche", b.weeks_after),
    *(Pattern(f"<on>? {name}", b.weekday_part(n, part)) for name, n, part in _COMPOUNDS),
    Pattern("<on> wochenende", b.weekend(0)),
    Pattern("<on>? <this> wochenende", b.weekend(0)),
    Pattern("<on>? <next> wochenende", b.weekend(1)),
    Pattern("<in>? <next> woche", b.week(1)),
    Pattern("<on>? ende <of>? <next> woche", b.week_part(1, 4, "end of day")),
    Pattern("<on>? mitte <of>? <next> woche", b.week_part(1, 2)),
    Pattern("<on>? zu? anfang|beginn <of>? <next> woche", b.week_part(1, 0)),
    Pattern("<in>? kommende|kommenden|kommender woche", b.week(1)),
    Pattern("<in>? übernächste|übernächster|übernächsten woche", b.week(2)),
    Pattern("<in>? <next> monat|monats", b.month(1)),
    Pattern("<on> {ord} <next> monats|monat", b.month_day(1)),
    Pattern("<in>? <next> monat <on> {ord}", b.month_day(1)),
    Pattern("<on> {ord} dieses monats", b.of_month),
    Pattern("<in>? <next> jahr|jahres", b.year(1)),
    Pattern("später in? diese|dieser woche", b.later_week),
    Pattern("<on>? monatsende", b.month_end(0)),
    Pattern("<on>? ende des|dieses? monats|monat", b.month_end(0)),
    Pattern("<on>? letzten|letzter tag des|dieses monats", b.month_end(0)),
    Pattern("<on>? ende <next> monats|monat", b.month_end(1)),
    Pattern("<on>? anfang <next> monats|monat", b.month(1)),
    Pattern("<on>? mitte <next> monats|monat", b.month_middle(1)),
    Pattern("<on>? mitte des|dieses monats", b.month_middle(0)),
    Pattern("<on>? jahresende", b.year_end),
    Pattern("<on>? ende des|dieses jahres", b.year_end),
    Pattern("<on>? ende {month} {year}?", b.part_of_month(-1)),
    Pattern("<on>? mitte {month} {year}?", b.part_of_month(15)),
    Pattern("<on>? anfang {month} {year}?", b.part_of_month(1)),
    Pattern("<on>? {dated}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? den|dem? {dated}", b.beside),
    Pattern("<on>? {date}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? den|dem? {date}", b.beside, "date day"),
    Pattern("<on_day> {loose}", b.same_day, "date"),
    Pattern("<on> {ord}", b.of_month, "numbered ordinal"),
    Pattern("<on>? {wd} ,? den|dem? {ord}", b.beside_day, "numbered ordinal"),
    Pattern("<on>? {wd} ,? den|dem? {n}", b.beside_day, "day-number"),
    Pattern("<on>? {ord} {wd} im? {month}", b.nth),
    Pattern("<on>? {ord} {wd} des|dieses monats", b.nth),
    Pattern("<on>? {ord} {wd} <in>? <next> monats|monat", b.nth_next_month),
    Pattern("in|binnen|innerhalb von? {length}", b.in_length),
    Pattern("heute in {length}", b.in_length),
    Pattern("morgen in {length}", b.after_offset(1)),
    Pattern("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Pattern("<at>? {hm} uhr? {half}?", c.at_clock, "number"),
    Pattern("<at> {h.m} uhr? {half}?", c.at_clock, "number"),
    Pattern("{h.m} uhr {half}?", c.at_clock, "number"),
    Pattern("<at>? {h} uhr {half}?", lambda h, half: c.full_hour(h, None, half)),
    Pattern("<at>? {h} uhr {n} {half}?", c.full_hour, "count"),
    Pattern("<at> {h} {half}?", c.at_hour, "number count"),
    Pattern("{h} {half}", c.at_hour, "number"),
    Pattern("<at> {hh}", c.at_clock),
    Pattern("{hh}", c.at_clock, "h-clock"),
    Pattern("{h}", c.at_hour, "after-day count no-noun"),
    Pattern("{h}", c.at_hour, "start action"),
    Pattern("<at>? halb {h} {half}?", c.past(-30)),
    Pattern("<at>? viertel nach|über {h} {half}?", c.past(15)),
    Pattern("<at>? viertel vor {h} {half}?", c.past(-15)),
    Pattern("<at>? dreiviertel {h} {half}?", c.past(-15)),
    Pattern("<at> viertel {h} {half}?", c.past(-45)),
    Pattern("<at>? {n} minuten|min nach {h} uhr? {half}?", c.minutes_past),
    Pattern("<at>? {n} minuten|min vor {h} uhr? {half}?", c.minutes_to),
    Pattern("<at> {n} nach {h} {half}?", c.minutes_past),
    Pattern("<at> {n} vor {h} {half}?", c.minutes_to),
    Pattern("{words} vor {words}", c.round_minutes_to),
    Pattern("{words} nach {words}", c.round_minutes_past),
    Pattern(
        "<at>? {n} minuten? vor halb {h} {half}?", lambda n, h, p: c.minutes_past(-30 - n, h, p)
    ),
    Pattern(
        "<at>? {n} minuten? nach halb {h} {half}?", lambda n, h, p: c.minutes_past(n - 30, h, p)
    ),
    Pattern("<also> {hm} uhr? {half}?", c.also_clock, "after-clock"),
    Pattern("<also> {h} uhr {half}?", c.also_hour, "after-clock"),
    Pattern("<also> {h} {half}?", c.also_hour, "after-clock count"),
)

_PARTS = (
    Pattern("morgens|vormittags|frühmorgens", b.part("morning")),
    Pattern("früh", b.part("morning"), "after-day"),
    Pattern("früh", b.part("morning"), "edge bare-part"),
    Pattern("am|diesen morgen|vormittag", b.part("morning")),
    Pattern("in der früh|frühe", b.part("morning")),
    Pattern("morgen|vormittag", b.part("morning"), "after-day"),
    Pattern("mittags", b.part("noon")),
    Pattern("am|zu|gegen mittag", b.part("noon")),
    Pattern("mittag", b.part("noon"), "after-day"),
    Pattern("nachmittags", b.part("afternoon")),
    Pattern("am|diesen nachmittag", b.part("afternoon")),
    Pattern("nachmittag", b.part("afternoon"), "after-day"),
    Pattern("abends", b.part("evening")),
    Pattern("am|gegen|diesen abend", b.part("evening")),
    Pattern("abend", b.part("evening"), "after-day"),
    Pattern("nachts", b.part("night")),
    Pattern("in der nacht", b.part("night")),
    Pattern("nacht", b.part("night"), "after-day"),
    Pattern("um|gegen|bis|vor mitternacht", b.part("midnight")),
    Pattern("mitternacht", b.part("midnight"), "after-day"),
    Pattern("<on>? ende des tages", b.part("end of day")),
    Pattern("<by> tagesende|dienstschluss|feierabend", b.part("end of day")),
    Pattern("<on>? ende der|dieser woche", b.end_of_week),
)

_REPEATS = (
    *ranges.ALSO,
    Pattern("<every> !? tag", b.every("DAILY")),
    Pattern("täglich", b.every("DAILY")),
    Pattern("<every> !? <workday>", b.workdays),
    Pattern("werktags|wochentags", b.workdays),
    Pattern("an werktagen|wochentagen|arbeitstagen", b.workdays),
    Pattern("mo – fr", b.workdays),
    Pattern("montags bis freitags", b.workdays),
    Pattern("unter der woche", b.workdays),
    Pattern("<every> !? wochenende", b.weekends),
    Pattern("<every> !? zweite|zweites wochenende", b.other_weekend),
    Pattern("an den? wochenenden", b.weekends),
    Pattern("{repeateds}", b.every_weekdays),
    Pattern("<every> !? {wds}", b.every_weekdays),
    Pattern("<every> !? woche <the>? {wds}", b.every_weekdays),
    Pattern("alle !? {length}", b.every_length),
    Pattern("alle !? {n} wochen <the>? {wds}", b.every_n_weekdays),
    Pattern("<every> !? {ord} woche <the>? {wds}", b.every_n_weekdays),
    Pattern("<every> !? {unit}", b.every_length),
    Pattern("<every> !? {ord} {unit}", b.every_nth_length),
    Pattern("<every> !? {length}", b.every_length),
    Pattern("<every> !? {ord} {wds}", b.doubtful_n_weeks_on),
    Pattern("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Pattern("<every> !? monat <the>? {ords} {wds}", b.every_nth),
    Pattern("monatlich <the>? {ords} {wds}", b.every_nth),
    Pattern("<the>? {ords} {wds} <every_month>", b.every_nth),
    Pattern("<every> !? {ords}", b.every_day_of_month, "numbered not-ordinal"),
    Pattern("<every> !? {ords} <of_month>", b.every_day_of_month),
    Pattern("<every> !? monat <the>? {ords}", b.every_day_of_month),
    Pattern("monatlich <the> {ords}", b.every_day_of_month),
    Pattern("<the>? {ords} <every_month>", b.every_day_of_month),
    Pattern("<every> !? letzten tag <of_month>?", b.last_day_of_month),
    Pattern("<the>? letzten tag <every_month>", b.last_day_of_month),
    Pattern("<every> !? monat <the>? letzten tag", b.last_day_of_month),
    Pattern("monatlich <the>? letzten tag", b.last_day_of_month),
    Pattern("<the>? ende <every_month>", b.last_day_of_month),
    Pattern("<every> !? monatsende", b.last_day_of_month),
    Pattern("<every> !? letzten <workday> <of_month>?", b.last_workday),
    Pattern("<the>? letzten <workday> <every_month>", b.last_workday),
    Pattern("<every> !? {ord} <workday> <of_month>", b.nth_workday),
    Pattern("<the>? {ord} <workday> <every_month>", b.nth_workday),
    Pattern("<every> !? {month_dates}", b.every_year_day),
    Pattern("<every> !? jahr <the>? {month_dates}", b.every_year_day),
    Pattern("jährlich <the>? {month_dates}", b.every_year_day),
    Pattern("<the>? {month_dates} jedes jahr|jahres", b.every_year_day),
    Pattern("<every> !? {months}", b.every_month),
    Pattern("<every> !? morgen|vormittag", b.every_part("morning")),
    Pattern("<every> !? mittag", b.every_part("noon")),
    Pattern("<every> !? nachmittag", b.every_part("afternoon")),
    Pattern("<every> !? abend", b.every_part("evening")),
    Pattern("<every> !? nacht", b.every_part("night")),
    *(Pattern(f"<every> !? {name}", b.one_weekday_part(n, part)) for name, n, part in _COMPOUNDS),
    Pattern("<every> !? halbe jahr", b.every("MONTHLY", 6)),
    Pattern("stündlich", b.every("HOURLY")),
    Pattern("wöchentlich", b.every("WEEKLY")),
    Pattern("zweiwöchentlich|vierzehntägig|vierzehntäglich", b.every("WEEKLY", 2)),
    Pattern("14 -? tägig|täglich", b.every("WEEKLY", 2)),
    Pattern("monatlich", b.every("MONTHLY")),
    Pattern("vierteljährlich|quartalsweise", b.every("MONTHLY", 3)),
    Pattern("halbjährlich", b.every("MONTHLY", 6)),
    Pattern("jährlich|alljährlich", b.every("YEARLY")),
    Pattern("einmal pro|je|im|am {unit}", b.once_every),
    Pattern("einmal in? der|die {unit}", b.once_every),
    Pattern("<also_days> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
    *ranges.REPEATS,
)

_BOUNDS = (
    *ranges.BOUNDS,
    Pattern("ab|vom|von|seit {day}", u.from_day),
    Pattern("beginnend|startend mit|ab? {day}", u.from_day),
    Pattern("bis einschließlich? {day} <at>? {clock}?", u.until_day),
    Pattern("bis <at>? {clock}", u.until_clock),
    Pattern("für|über {length}", u.for_length),
    Pattern("{length} lang", u.for_length),
    Pattern("{n} mal|x", u.times, "times"),
    Pattern("nach|ab <completion>", u.after_completion),
    Pattern("von {bare} uhr? bis {bare} uhr?", u.window),
    Pattern("zwischen {bare} uhr? und {bare} uhr?", u.window),
    Pattern("{bare} - {bare} uhr?", u.window),
)

_MARKS = (
    Pattern("<remind> {length} ,|und {length} und|, {length} <before>", b.remind),
    Pattern("<remind> {length} und|, {length} <before>", b.remind),
    Pattern("<remind> {length} <before>", b.remind),
    Pattern("<remind> {length} danach|nachher|hinterher", b.remind_after, "edge"),
    Pattern("<remind> <on>? vortag|vorabend {clock}?", b.remind_eve),
    Pattern("<remind> <on>? vortag|vorabend {clock}? und|, {length} <before>", b.remind_eve),
    Pattern("<remind> {n} tage vorher {clock}", b.remind_days),
    Pattern("<nag> alle? {length}", b.nag),
    Pattern("bitte? <lead> bitte? daran ,? dass", b.lead_in, "lead"),
    Pattern("bitte? <lead> bitte? daran ,?", b.lead_in, "lead"),
    Pattern("bitte? <lead> bitte? an", b.lead_in, "lead"),
    Pattern("bitte? <lead> bitte? ,? dass", b.lead_in, "lead"),
    Pattern("bitte? <lead> bitte? :?", b.lead_in, "lead"),
    Pattern("erinnerung :", b.lead_in, "lead"),
    Pattern("an|daran|dass", b.lead_in, "after-lead"),
    Pattern("daran ,", b.lead_in, "after-lead"),
)

PHRASEBOOK = Phrasebook(
    letters="a-zA-Z",
    minutes="min",
    decimal=",",
    numbers=NUMBERS,
    joints=frozenset(),
    ordinals={**{_forms(stem): n for stem, n in ORDINALS.items()}, _forms("vorletzt"): -2},
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
        "einer halben stunde|eine halbe stunde|halbe stunde|halben stunde|1/2 stunde"
        "|ner halben stunde|ne halbe stunde|halben stündchen": Length(minutes=30),
        "ner viertelstunde|einer viertelstunde|eine viertelstunde|viertelstunde": Length(
            minutes=15
        ),
        "ner dreiviertelstunde|einer dreiviertelstunde|eine dreiviertelstunde"
        "|dreiviertelstunde": Length(minutes=45),
        "anderthalb stunden|eineinhalb stunden|einer und einer halben stunde": Length(minutes=90),
        "einem halben jahr|ein halbes jahr|halben jahr|halbes jahr": Length(months=6),
    },
    part_nouns={
        "morgen|vormittag": "morning",
        "mittag": "noon",
        "nachmittag": "afternoon",
        "abend": "evening",
        "nacht": "night",
    },
    quantities={
        "ein paar|paar|einige|einigen|mehreren": 3,
        "anderthalb|eineinhalb": 1.5,
        **{f"{one}einhalb": n + 0.5 for n, one in enumerate(ONES) if n > 1},
    },
    and_half="",
    sets={
        "about": "ca .|ca|circa|zirka|etwa|ungefähr|rund|so|so etwa|grob|gut",
        "zone_before": "ortszeit|ortszeit in|zeit in|uhr in",
        "zone_after": "zeit|ortszeit|uhrzeit",
        "at_exact": "um|@",
        "the": "am|an|zum|den|dem|an dem|immer am",
        "on": "am|an|bis|bis zum|bis zu|zum|für|fällig|fällig am|spätestens"
        "|spätestens am|vor|vor dem"
        "|ab|den|dem|bis spätestens|für den|ab dem|beim|im",
        "on_tomorrow": "bis|bis zu|für|fällig|spätestens|bis spätestens|vor|ab",
        "by": "am|bis|bis zum|bis zu|zum|spätestens|spätestens am|vor|vor dem|bis spätestens",
        "on_day": "am|bis|bis zum|fällig am|spätestens|spätestens am|ab|jeden",
        "at": "um|gegen|ab|bis|vor|@|um ca .|um ca|um circa|bis um|spätestens um|so gegen|so um"
        "|so ab|etwa um|um etwa|ungefähr um|um ungefähr|gegen etwa|rund um|pünktlich um|genau um"
        "|bis spätestens um|nicht später als um",
        "about_at": "ca .|ca|circa|zirka|so ca .|so ca|etwa|ungefähr|rund|punkt|spätestens"
        "|bis spätestens",
        "in": "in der|im|in|der|des|den|am",
        "this": "diesen|dieser|diese|dieses|diesem|kommenden|kommender|kommende|kommendes",
        "next": "nächsten|nächster|nächste|nächstes|nächstem",
        "and": "und|,|, und|&|/|+|und am|, am|und den|und jeden|und dem",
        "also": "und|,|, und|und um|, um|&|, und um",
        "also_days": "und|,|, und|und am|, am|, und am",
        "to": "-|–|—|bis",
        "to_hour": "bis|bis um",
        "to_day": "bis|bis zum",
        "hour_word": "uhr",
        **ranges.SETS,
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
    days=(*_DAYS, *typed.DAYS),
    counted_days=typed.COUNTED_DAYS,
    clocks=(*_CLOCKS, *typed.CLOCKS),
    parts=(*_PARTS, *typed.PARTS),
    repeats=(*_REPEATS, *typed.REPEATS),
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=WISHES,
    strong="um bis ab",
    hour_letters="h",
    articles="ein eine einen einem einer eines",
    weak="am an um in im so do mi di sa fr mo ab bis die der den des dem mai min mon eine einen "
    "uhren in der mal von vor zu nach",
    ordinary="fieber eier feder federn wachen wache tragen sünden häute hunderte minutes feier "
    "freitags morgan morden moden mordent heuten heuer heut heuten wochen woche sonnige sonntagen "
    "montage montagen dienst dienste dienstags mittwochs mittags mittage maerz harz marz merz "
    "macht nacht acht achte achten tagen jahren jahre monate stunden juno junge juli julia julie "
    "augusta auguste aprilia neben neuen neue neun drein dreist deine seine keine meine einer "
    "eines einmal kleine sieben siebt sieb siehe sechse elfen zehen zehn zwar vierte viel viele "
    "vieren jeder jedes jedem jeden jedoch stunde minuten minute stunk stunden alle allen abende "
    "abends abend morgens moorgen sorgen borgen ostern oster oktave letzte letzten tägliche "
    "täglichen jährliche monatliche wöchentliche täglicher monatlicher wöchentlicher morgendlich "
    "wochenend sonntagskind",
    typo_words="heute morgen übermorgen jeden täglich wöchentlich monatlich jährlich nächsten "
    "nächste wochenende abends morgens",
    counted="stunde gb tb mb neue neuen weitere besser schlechter höher niedriger größer kleiner "
    "schneller langsamer kg g km m cm mm l ml € euro cent prozent % $ leute personen mal stück "
    "stk stunden std minuten min sekunden tage tagen wochen monate jahre jahren punkte seiten "
    "grad meter zoll tl el esslöffel teelöffel fasten takt becher schraube rohr schlüssel kilo "
    "liter äpfel eier pferde prozentpunkte zentimeter kinder gäste plätze takt tasse tassen",
    counted_endings=(),
    plural_endings=("en", "er", "e", "eln", "ern"),
    actions="aufstehen anrufen gehen essen laufen meeting standup yoga frühstück mittagessen "
    "abendessen termin zahnarzt arzt training sport konzert zug flug besprechung kaffee "
    "aufwachen",
    meetings="frühstück brunch mittagessen essen kaffee meeting termin besprechung "
    "treffen zahnarzt arzt friseur",
    action_endings=("en", "eln", "ern"),
    verb_last=True,
    not_before_day="schöner schönes schöne der und herr herrn frau familie fräulein guten schönen "
    "schwarzer schwarze blauer blauen black letzten letzter letztes vergangenen vorigen die des "
    "ein einen weißer heiliger plus der guter",
    not_before_part="zu so sehr recht möglichst nicht ganz",
    street_endings=("straße", "strasse", "str", "weg", "gasse", "allee", "platz", "ring", "damm"),
    am_before_nouns=True,
    place_endings=("er", "ter", "ner"),
    idioms="und täglich grüßt|acht geben|in acht nehmen|bis zehn zählen|bis drei zählen"
    "|alle neune|auf wolke sieben|drei haselnüsse|do re mi",
    between_sizes="gegen",
    not_after_number="verdünnen verdünnt mischen gemischt",
    street_first=True,
    streets="straße str weg allee platz gasse ring damm ufer chaussee",
    not_before_hour="aufgabe frage übung lektion quiz fach reihe zone ebene halle tor terminal "
    "sprint test ticket ausfahrt platz sitz tag für zu kaufe kaufen nimm nehmen bring bringen mit "
    "die der das den alle je und oder mal plus minus über unter als noch nur etwa",
    not_before_half="ein eine einem im das dem erstes zweites drittes viertes letztes",
    doubtful_days="so",
    not_after_day="ist der mal - grüße",
    not_after_ordinal="stock platz etage klasse stelle tag geburtstag jahrestag jahrhundert "
    "kapitel mal semester schuljahr runde reihe preis weltkrieg teil band lektion folge staffel "
    "advent versuch gang halbzeit liga bezirk woche monat hochzeitstag",
    not_before_number="kapitel seiten aufgaben übungen fragen folgen reihen "
    "intervallfasten unter über mischen verdünnen fasten version kapitel seite "
    "band nr nummer raum zimmer gleis linie bus tram straße str platz des gasse weg allee haus "
    "stand spielstand endstand verhältnis ergebnis python ubuntu node v absatz abschnitt § teil "
    "folge staffel stufe level klasse € $ # + hausnummer artikel paragraph etage format maßstab",
)
