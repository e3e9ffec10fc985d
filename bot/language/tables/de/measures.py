"""German: units of amounts and their forms beside a number."""

from __future__ import annotations

from bot.language.engine.language import MeasureWords
from bot.language.engine.templates import one_or_many_of

MEASURES = MeasureWords(
    names={
        "ml": "ml|milliliter",
        "cl": "cl|zentiliter",
        "dl": "dl|deziliter",
        "l": "l|liter",
        "sec": "sek|sekunde|sekunden",
        "min": "min|minute|minuten",
        "h": "h|std|stunde|stunden",
        "m": "m|meter|metern",
        "km": "km|kilometer|kilometern",
        "g": "g|gramm",
        "kg": "kg|kilo|kilogramm",
    },
    times="x|mal",
    in_parts="l|km|h|kg",
    forms="""
    Seite Seiten|Minute Minuten|Stunde Stunden|Sekunde Sekunden|Glas Gläser|Tasse Tassen
    Kaffee Kaffees|Tee Tees|Bier Biere|Flasche Flaschen|Schritt Schritte|Liegestütz Liegestütze
    Klimmzug Klimmzüge|Kniebeuge Kniebeugen|Wiederholung Wiederholungen|Runde Runden
    Wort Wörter|Vokabel Vokabeln|Zeile Zeilen|Lektion Lektionen|Übung Übungen|Karte Karten
    Artikel Artikel|Aufgabe Aufgaben|Buch Bücher|Lied Lieder|Meile Meilen|Kalorie Kalorien
    Zigarette Zigaretten|Apfel Äpfel|Portion Portionen|Anruf Anrufe|Nachricht Nachrichten
    """,
    form=one_or_many_of,
)
