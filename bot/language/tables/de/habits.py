"""German: habits."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import HabitWords
from bot.language.engine.measures import SYMBOLS
from bot.language.engine.phrases import Pattern

HABITS = HabitWords(
    units=SYMBOLS + "|push ups|push - ups|sit ups|sit - ups|pull ups|pull - ups|burpees"
    "|liter|litern|kilometer|meter|meile|meilen|schritt|schritte|schritten|seite|seiten|kapitel"
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
        "to_number": "-|–|bis",
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
        Pattern("am|an {wds}", b.every_weekdays, "named-day capital"),
        Pattern("am|an {weekday}", b.every_weekday, "named-day"),
        Pattern("{wd}", b.every_weekday, "day edge capital"),
        Pattern("am|an|übers wochenende|wochenenden", b.weekends),
    ),
    repeats=(
        Pattern("tagtäglich", b.every("DAILY")),
        Pattern("allabendlich", b.every_part("evening")),
    ),
    parts=(Pattern("und|, jeden? abend", b.part("evening"), "after-day"),),
)
