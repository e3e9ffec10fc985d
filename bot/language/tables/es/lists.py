"""Spanish: filters of lists, and who takes turns."""

from __future__ import annotations

from bot.language.engine.language import ListWords

LISTS = ListWords(
    scopes={
        "open": "abiertas|abierto|pendientes",
        "today": "hoy|para hoy",
        "week": "semana|esta semana",
        "next-week": "próxima semana|semana próxima|semana que viene|la semana que viene",
        "overdue": "vencidas|vencido|atrasadas",
        "nodate": "sin fecha",
        "done": "hechas|hecho|completadas",
        "all": "todas|todos",
        "trash": "papelera|borradas",
    },
    me="yo|mí|mis|mías",
    following="próxima|que viene",
    turns=(
        "por turnos|por turnos entre|a turnos|turnos|turno|turnarse|se turnan|turnándose|rotar|"
        "rotar entre|rotando|rotación|alternar|alternando|alternando entre"
    ),
)
