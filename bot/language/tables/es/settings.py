"""Spanish: settings."""

from __future__ import annotations

from bot.language.engine.language import SettingWords

SETTINGS = SettingWords(
    hours="h horas",
    first="primero",
    orders={"DMY": "día", "MDY": "mes", "YMD": "año"},
    week="semana",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    parts={
        "morning": "mañana",
        "noon": "mediodía",
        "afternoon": "tarde",
        "evening": "anochecer",
        "night": "noche",
    },
    turn="cambio",
    weekly="semanal",
    quiet="silencio",
    agenda="agenda",
    review="repaso",
    on="sí si activa",
    off="no",
)
