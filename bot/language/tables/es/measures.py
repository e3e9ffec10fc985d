"""Spanish: units of amounts and their forms beside a number."""

from __future__ import annotations

from bot.language.engine.language import MeasureWords
from bot.language.engine.templates import one_or_many_of

MEASURES = MeasureWords(
    names={
        "ml": "ml|mililitro|mililitros",
        "cl": "cl|centilitro|centilitros",
        "dl": "dl|decilitro|decilitros",
        "l": "l|litro|litros",
        "sec": "segundo|segundos",
        "min": "min|minuto|minutos",
        "h": "h|hora|horas",
        "m": "m|metro|metros",
        "km": "km|kilómetro|kilómetros",
        "g": "g|gramo|gramos",
        "kg": "kg|kilo|kilos",
    },
    times="x|vez|veces",
    in_parts="l|km|h|kg",
    forms="""
    página páginas|minuto minutos|hora horas|segundo segundos|vaso vasos|taza tazas|café cafés
    té tés|cerveza cervezas|botella botellas|vez veces|paso pasos|flexión flexiones
    dominada dominadas|sentadilla sentadillas|repetición repeticiones|vuelta vueltas
    palabra palabras|capítulo capítulos|lección lecciones|ejercicio ejercicios|tarjeta tarjetas
    artículo artículos|tarea tareas|libro libros|canción canciones|milla millas|metro metros
    kilómetro kilómetros|litro litros|gramo gramos|caloría calorías|cigarrillo cigarrillos
    cigarro cigarros|dulce dulces|manzana manzanas|porción porciones|ración raciones
    llamada llamadas|mensaje mensajes
    """,
    form=one_or_many_of,
)
