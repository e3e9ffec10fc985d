"""The words of habits in four languages: units, so often, at most, per week.

Sets and rows are in the notation of `phrases`. A row that all languages share is in `habit_rows`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bot.language.engine import build as b
from bot.language.engine.phrases import Row
from bot.language.said import Every


class HabitWords(NamedTuple):
    """What a language brings for habits beside its dates; in strings `|` divides the words."""

    units: str  # of amounts
    counts: Mapping[str, int]  # twice: 2
    sets: Mapping[str, str]  # <times>, <per>, <at_most>, …
    weekdays: tuple[Row, ...]  # on Mondays, where they stand without "every"
    repeats: tuple[Row, ...] = ()
    parts: tuple[Row, ...] = ()  # every morning "and evening"
    genitives: str = ""  # of units: не больше часа


def _weekly(weekday: int) -> Every:
    return b.every_weekdays((weekday,))


_OF_ALL = (
    "ml|l|cl|dl|km|m|g|kg|kcal|min|h|€|$|₽|%|push ups|push - ups|sit ups|sit - ups|pull ups"
    "|pull - ups|burpees"
)

_EN = HabitWords(
    units=_OF_ALL
    + "|liter|liters|litre|litres|oz|ounce|ounces|kilometer|kilometers|kilometre|kilometres"
    "|meter|meters|metre|metres|mi|mile|miles|step|steps|page|pages|chapter|chapters|book|books"
    "|word|words|line|lines|sec|secs|second|seconds|mins|minute|minutes|hr|hrs|hour|hours|gram"
    "|grams|kilo|kilos|lb|lbs|cal|cals|calorie|calories|glass|glasses|cup|cups|bottle|bottles"
    "|mug|mugs|rep|reps|set|sets|lap|laps|round|rounds|pushups|situps|pullups|squats|lesson"
    "|lessons|problem|problems|exercise|exercises|flashcards|card|cards|pomodoro|pomodoros"
    "|session|sessions|pill|pills|tablet|tablets|capsule|capsules|drops|cigarette|cigarettes"
    "|drinks|beer|beers|coffee|coffees|piece|pieces|portion|portions|serving|servings|unit|units"
    "|point|points|dollar|dollars|euro|euros",
    counts={"once|one time": 1, "twice": 2, "thrice": 3},
    sets={
        "each": "for|about|around|approx|approximately",
        "of_what": "of",
        "times": "times|time|x|×|days|day",
        "thousand": "k|thousand",
        "per": "per|a|an|in a|in one|in|in the",
        "at_most": "at most|max|maximum|max .|no more than|not more than|at the most|maximally"
        "|or less|or fewer|tops|<=|≤|not over|limit|limited to|limit to",
        "at_least": "at least|minimum|min|min .|no less than|not less than|no fewer than|or more"
        "|>=|≥|minimally",
        "at_most_before": "up to|less than|fewer than|under|below|<",
        "at_least_before": "more than|over|>",
        "remind_at": "remind|reminder|reminders|and remind|with a reminder|with reminder|alert"
        "|notify|reminding|with reminders|remind me",
        "joint": "and|&|then|with",
        "limit": "after|before|until|till|past",
    },
    weekdays=(
        Row("on {wds}", b.every_weekdays, "named-day"),
        Row("{wd}", _weekly, "day edge"),
        Row("on|at? the|a? weekend", b.weekends),
    ),
    repeats=(
        Row("on? the? mornings", b.every_part("morning"), "adverb"),
        Row("on? the? evenings", b.every_part("evening"), "adverb"),
        Row("nights|nightly", b.every_part("night"), "adverb"),
        Row("on? working|work|business days", b.workdays),
        Row("on? alternate|alternating days", b.every("DAILY", 2)),
    ),
    parts=(
        Row("and|, afternoon", b.part("afternoon"), "after-day"),
        Row("and|, evening|evenings", b.part("evening"), "after-day"),
        Row("and|, night", b.part("night"), "after-day"),
    ),
)

_RU = HabitWords(
    units=_OF_ALL
    + "|мл|л|литр|литра|литров|км|километр|километра|километров|м|метр|метра|метров|шаг|шага"
    "|шагов|страница|страницу|страницы|страниц|странички|страничек|стр|глава|главу|главы|глав"
    "|книга|книгу|книги|книг|слово|слова|слов|строк|строки|строку|сек|секунду|секунды|секунд|мин"
    "|минута|минуту|минуты|минут|час|часа|часов|ч|г|гр|грамм|грамма|граммов|кг|килограмм|кило"
    "|килограмма|килограммов|ккал|калорий|калории|стакан|стакана|стаканов|чашка|чашку|чашки|чашек"
    "|кружка|кружку|кружки|кружек|бутылка|бутылку|бутылки|бутылок|подход|подхода|подходов"
    "|повторений|повторения|круг|круга|кругов|отжимание|отжимания|отжиманий|приседание"
    "|приседания|приседаний|подтягивание|подтягивания|подтягиваний|урок|урока|уроков|задача"
    "|задачу|задачи|задач|упражнение|упражнения|упражнений|карточка|карточку|карточки|карточек"
    "|таблетка|таблетку|таблетки|таблеток|капсула|капсулу|капсулы|капсул|капли|капель|сигарета"
    "|сигарету|сигареты|сигарет|порция|порцию|порции|порций|штука|штуку|штуки|штук|шт|рубль"
    "|рубля|рублей|руб",
    counts={"дважды": 2, "трижды": 3, "четырежды": 4, "раз|разок|один раз|однократно": 1},
    sets={
        "each": "по|около|примерно|в течение|хотя бы по|где-то",
        "of_what": "",
        "times": "раза|раз|разика|разиков|р|р .|x|х|×|дня|дней|день",
        "thousand": "к|k|тыс|тыс .|тысяча|тысячу|тысячи|тысяч",
        "per": "в|во|за|на",
        "at_most": "не больше|не более|максимум|макс|макс .|не чаще|не свыше|максимально"
        "|не больше чем|не более чем|и меньше|или меньше|не превышать",
        "at_least": "не меньше|не менее|минимум|мин .|хотя бы|как минимум|не реже|и больше"
        "|или больше|по меньшей мере|по крайней мере|минимально|не меньше чем|не реже чем",
        "at_most_before": "до|меньше|менее|меньше чем|<|<=",
        "at_least_before": "от|больше|более|больше чем|свыше|>|>=",
        "remind_at": "напомнить|напомни|напоминать|напоминание|напоминания|с напоминанием"
        "|и напоминать|и напомнить|напоминай|напомни мне|с напоминаниями",
        "joint": "и|с|а также",
        "limit": "после|до|позже|раньше",
    },
    weekdays=(
        Row("в|во|по {wds}", b.every_weekdays, "named-day"),
        Row("{wd}", _weekly, "day edge"),
        Row("в|на|по выходные|выходных|выходным", b.weekends),
    ),
    genitives="часа|литра|километра|стакана|минуты|страницы|чашки|порции|бутылки|бокала",
    repeats=(Row("каждодневно", b.every("DAILY")),),
    parts=(Row("и|, каждый? вечер", b.part("evening"), "after-day"),),
)

_DE = HabitWords(
    units=_OF_ALL
    + "|liter|litern|kilometer|meter|meile|meilen|schritt|schritte|schritten|seite|seiten|kapitel"
    "|buch|bücher|wort|wörter|zeile|zeilen|sek|sekunde|sekunden|minute|minuten|std|stunde|stunden"
    "|gramm|kilo|kilogramm|kalorien|glas|gläser|tasse|tassen|flasche|flaschen|becher"
    "|wiederholung|wiederholungen|satz|sätze|runde|runden|bahn|bahnen|liegestütze|liegestützen"
    "|liegestütz|kniebeuge|kniebeugen|klimmzüge|lektion|lektionen|aufgabe|aufgaben|übung|übungen"
    "|vokabel|vokabeln|karte|karten|tablette|tabletten|kapsel|kapseln|tropfen|zigarette"
    "|zigaretten|bier|biere|kaffee|kaffees|portion|portionen|stück|stk|punkt|punkte|euro|einheit"
    "|einheiten",
    counts={
        "einmal": 1,
        "zweimal": 2,
        "dreimal": 3,
        "viermal": 4,
        "fünfmal": 5,
        "sechsmal": 6,
        "siebenmal": 7,
        "achtmal": 8,
        "zehnmal": 10,
    },
    sets={
        "each": "je|jeweils|ca .|circa|etwa|ungefähr|rund|für|lang",
        "of_what": "",
        "times": "mal|male|x|×|- mal|tage|tagen|tag",
        "thousand": "k|tausend|tsd|tsd .",
        "per": "pro|je|am|im|in der|in einer|in einem|in|die|den",
        "at_most": "höchstens|maximal|max|max .|maximum|nicht mehr als|nicht öfter als|am meisten"
        "|oder weniger|nicht häufiger als|allerhöchstens|limit",
        "at_least": "mindestens|min .|mind|mind .|wenigstens|minimum|nicht weniger als|zumindest"
        "|oder mehr|minimal",
        "at_most_before": "weniger als|unter|bis zu|<|<=",
        "at_least_before": "mehr als|über|>|>=",
        "remind_at": "erinnern|erinnere mich|erinner mich|erinnerung|erinnerungen|mit erinnerung"
        "|und erinnern|erinnere|mit erinnerungen|und erinnere mich|erinnert",
        "joint": "und|&|dann|mit",
        "limit": "nach|vor|bis",
        "am": "",  # maximal 2 am Tag
    },
    weekdays=(
        Row("am|an {wds}", b.every_weekdays, "named-day capital"),
        Row("am|an {weekday}", _weekly, "named-day"),
        Row("{wd}", _weekly, "day edge capital"),
        Row("am|an|übers wochenende|wochenenden", b.weekends),
    ),
    repeats=(
        Row("tagtäglich", b.every("DAILY")),
        Row("allabendlich", b.every_part("evening")),
    ),
    parts=(Row("und|, jeden? abend", b.part("evening"), "after-day"),),
)

_ES = HabitWords(
    units=_OF_ALL
    + "|litro|litros|kilómetro|kilómetros|metro|metros|milla|millas|paso|pasos|página|páginas|pág"
    "|págs|capítulo|capítulos|libro|libros|palabra|palabras|línea|líneas|seg|segundo|segundos"
    "|minuto|minutos|hora|horas|gramo|gramos|kilo|kilos|caloría|calorías|vaso|vasos|taza|tazas"
    "|botella|botellas|repetición|repeticiones|serie|series|vuelta|vueltas|largo|largos|flexión"
    "|flexiones|sentadilla|sentadillas|dominadas|abdominales|lección|lecciones|problema"
    "|problemas|ejercicio|ejercicios|tarjetas|pastilla|pastillas|cápsula|cápsulas|gotas"
    "|cigarrillo|cigarrillos|cigarro|cigarros|cerveza|cervezas|cafés|pieza|piezas|porción"
    "|porciones|ración|raciones|unidad|unidades|punto|puntos|euro|euros|peso|pesos|dólar|dólares",
    counts={},
    sets={
        "each": "unos|unas|durante|por|aproximadamente|alrededor de",
        "of_what": "de",
        "times": "veces|vez|x|×|días|día",
        "thousand": "k|mil",
        "per": "por|al|a la|a|en|en la|en el|en un|en una",
        "at_most": "como máximo|a lo sumo|máximo|max|máx|máx .|no más de|como mucho|a lo más"
        "|o menos|no superar|límite|tope|un máximo de",
        "at_least": "al menos|por lo menos|mínimo|mín .|como mínimo|no menos de|cuando menos|o más"
        "|un mínimo de|como poco",
        "at_most_before": "hasta|menos de|<|<=",
        "at_least_before": "más de|>|>=",
        "remind_at": "recordar|recordarme|recuérdame|recordatorio|recordatorios|con recordatorio"
        "|avisar|avísame|y recordar|y recuérdame|y avísame",
        "joint": "y|con|luego",
        "limit": "después|antes|hasta|después de|antes de",
    },
    weekdays=(
        Row("el {weekday}", _weekly, "named-day"),
        Row("el|en|los fin|fines de semana", b.weekends),
    ),
    repeats=(
        Row("un? día sí ,? un? día no", b.every("DAILY", 2)),
        Row("día por medio", b.every("DAILY", 2)),
        Row("diarios|diarias", b.every("DAILY"), "adverb"),
        Row("semanales", b.every("WEEKLY"), "adverb"),
        Row("mensuales", b.every("MONTHLY"), "adverb"),
    ),
    parts=(
        Row("y|, cada? tarde", b.part("afternoon"), "after-day"),
        Row("y|, cada? noche", b.part("night"), "after-day"),
    ),
)

HABIT_WORDS: Mapping[str, HabitWords] = {"en": _EN, "ru": _RU, "de": _DE, "es": _ES}
