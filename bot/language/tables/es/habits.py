"""Spanish: habits."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import HabitWords
from bot.language.engine.measures import SYMBOLS
from bot.language.engine.phrases import Pattern

HABITS = HabitWords(
    units=SYMBOLS + "|push ups|push - ups|sit ups|sit - ups|pull ups|pull - ups|burpees"
    "|litro|litros|kilómetro|kilómetros|metro|metros|milla|millas|paso|pasos|página|páginas|pág"
    "|págs|capítulo|capítulos|libro|libros|palabra|palabras|línea|líneas|seg|segundo|segundos"
    "|minuto|minutos|hora|horas|gramo|gramos|kilo|kilos|caloría|calorías|vaso|vasos|taza|tazas"
    "|botella|botellas|repetición|repeticiones|serie|series|vuelta|vueltas|largo|largos|flexión"
    "|flexiones|sentadilla|sentadillas|dominadas|abdominales|lección|lecciones|problema"
    "|problemas|ejercicio|ejercicios|tarjetas|pastilla|pastillas|cápsula|cápsulas|gotas"
    "|cigarrillo|cigarrillos|cigarro|cigarros|cerveza|cervezas|cafés|pieza|piezas|porción"
    "|porciones|ración|raciones|unidad|unidades|punto|puntos|euro|euros|peso|pesos|dólar|dólares",
    counts={},
    sets={
        "to_number": "-|–|a",
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
        Pattern("el {weekday}", b.every_weekday, "named-day"),
        Pattern("el|en|los fin|fines de semana", b.weekends),
    ),
    repeats=(
        Pattern("un? día sí ,? un? día no", b.every("DAILY", 2)),
        Pattern("día por medio", b.every("DAILY", 2)),
        Pattern("diarios|diarias", b.every("DAILY"), "adverb"),
        Pattern("semanales", b.every("WEEKLY"), "adverb"),
        Pattern("mensuales", b.every("MONTHLY"), "adverb"),
    ),
    parts=(
        Pattern("y|, cada? tarde", b.part("afternoon"), "after-day"),
        Pattern("y|, cada? noche", b.part("night"), "after-day"),
    ),
)
