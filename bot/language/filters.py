"""The words of `/list`, in every language of Dueto's: which tasks, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from storage.rules.folding import fold

# Each scope by its own name (that buttons carry), then as people say it; `|` parts equals.
_SCOPES = {
    "open": "open|открытые|открыто|дела|offen|offene|abiertas|abierto|pendientes",
    "today": "today|for today|сегодня|на сегодня|heute|für heute|hoy|para hoy",
    "week": "week|this week|for the week|неделя|неделю|на неделю|эта неделя|на этой неделе"
    "|woche|diese woche|semana|esta semana",
    "overdue": "overdue|late|просрочено|просроченные|просрочка|überfällig|ueberfaellig|verspätet"
    "|vencidas|vencido|atrasadas",
    "nodate": "nodate|no date|without date|without a date|без даты|без срока"
    "|ohne datum|kein datum|undatiert|sin fecha",
    "done": "done|finished|готово|готовые|сделано|выполнено|erledigt|erledigte|fertig"
    "|hechas|hecho|completadas",
    "all": "all|все|всё|alle|alles|todas|todos",
    "trash": "trash|deleted|корзина|в корзине|удалённые|papierkorb|gelöscht|papelera|borradas",
    "agenda-today": "agenda-today",
    "agenda-week": "agenda-week",
    "search": "search",
}
_ME = "me|mine|мне|мои|моё|я|mir|ich|meine|meins|yo|mí|mis|mías"

_SCOPE_OF = {
    tuple(fold(said).split()): name
    for name, all_said in _SCOPES.items()
    for said in all_said.split("|")
}
_LONGEST = max(map(len, _SCOPE_OF))
_ME_FOLDED = frozenset(map(fold, _ME.split("|")))


def read_scope(words: Sequence[str]) -> tuple[str, int]:
    """The scope that a list's words begin with, and how many of them say it.

    `("nodate", 2)` for `["ohne", "Datum", "#haus"]`; `("", 0)` where they begin with none.
    """
    folded = [fold(word) for word in words[:_LONGEST]]
    for count in range(len(folded), 0, -1):
        if scope := _SCOPE_OF.get(tuple(folded[:count])):
            return scope, count
    return "", 0


def is_me(word: str) -> bool:
    """Whether a word of a list means who is asking: `me`, `мне`, `mir`, `yo`."""
    return fold(word) in _ME_FOLDED
