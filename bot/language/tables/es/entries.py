"""Spanish: entries of habits, and wishes about habits."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import EntryWords
from bot.language.engine.phrases import Pattern

ENTRIES = EntryWords(
    days=(
        Pattern("ayer <day_part>", b.offset(-1)),
        Pattern("ayer|anoche", b.offset(-1)),
        Pattern("anteayer|antier", b.offset(-2)),
        Pattern("antes de ayer", b.offset(-2)),
        Pattern("esta mañana|tarde|noche", b.offset(0)),
        Pattern("hoy <day_part>", b.offset(0)),
        Pattern("hace {length}", b.ago),
        Pattern("<on>? pasado {wd}", b.last_weekday),
        Pattern("<on>? {wd} pasado", b.last_weekday),
    ),
    typo_words="anteayer",
    wishes={
        "did": "hice|hecho|fui a|fui al|he hecho|fui a la|he ido al|he ido a",
        "did_after": "hecho|hecha|listo|lista",
        "log": "registrar|registra|anota|anotar|apunta|apuntar",
        "log_after": "",
        "skip": "saltar|salta|omitir|omite|saltarme|saltarse",
        "skipped": "salté|me salté|omití|saltado|omitido|me he saltado",
        "pause": "pausar|pausa|pausad|suspender|suspende|detener|parar|congelar",
        "resume": "reanudar|reanuda|continuar|continúa|retomar|retoma|reactivar|reactiva|seguir"
        "|sigue",
        "habits": "hábitos",
        "filling": "todos|los|mis|en|con|de|por|favor|pon|poner|la|ya|ahora",
        "away": "vacaciones|de vacaciones|estoy de vacaciones|pausa|estoy fuera|me voy",
        "gone": "estoy de vacaciones|estoy fuera|me voy de vacaciones|no estoy|no estaré",
        "back": "fin de la pausa|terminar la pausa|termina la pausa|fin de las vacaciones|he vuelto"
        "|ya volví|fin de vacaciones|ya he vuelto|terminar pausa|se acabaron las vacaciones",
    },
    day_parts="por la mañana|por la tarde|por la noche|a mediodía|al mediodía|temprano",
)
