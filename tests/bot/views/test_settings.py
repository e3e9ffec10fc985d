"""The lines of the settings when they are off, read aloud: the word agrees with what is off."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.texts import words_for
from bot.views.preferences import settings
from storage.rules.preferences import Preferences, Pushes

TAG = re.compile("<[^>]+>")
OFF = Pushes(timed=(), whole_day=(), quiet=None, agenda=None, review=None, weekly=None)
SAID = {
    "en": """
        Tasks with a time: no reminder|All-day tasks: no reminder|Quiet hours: off
        Morning agenda: off|Evening review: off|Weekly report: off
    """,
    "ru": """
        Задачи с точным временем: не напоминать|Задачи без времени: не напоминать
        Тихие часы: выкл.|Утренний план: выкл.|Вечерний обзор: выкл.
        Отчёт за неделю: выкл.
    """,
    "de": """
        Aufgaben mit Uhrzeit: keine Erinnerung|Ganztägige Aufgaben: keine Erinnerung
        Ruhezeiten: aus|Tagesplan: aus|Abendrückblick: aus|Wochenbericht: aus
    """,
    "es": """
        Tareas con hora: sin recordatorio|Tareas sin hora: sin recordatorio
        Horas de silencio: desactivadas|Agenda de la mañana: desactivada
        Repaso de la noche: desactivado|Informe semanal: desactivado
    """,
}


@pytest.mark.parametrize("language", SAID)
def test_what_is_off_is_said_so(language: str) -> None:
    now = Preferences("Europe/Berlin", language, is_shared=True, pushes=OFF)
    shown = settings(now, words_for(language), today=date(2026, 9, 23))
    lines = {TAG.sub("", line).partition(" ")[2] for line in shown.text.splitlines()}
    wanted = {line.strip() for line in SAID[language].replace("|", "\n").splitlines()}
    assert wanted - {""} <= lines
