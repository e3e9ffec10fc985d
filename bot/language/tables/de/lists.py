"""German: filters of lists, and who takes turns."""

from __future__ import annotations

from bot.language.engine.language import ListWords

LISTS = ListWords(
    scopes={
        "open": "offen|offene",
        "today": "heute|für heute",
        "week": "woche|diese woche",
        "next-week": "nächste woche|naechste woche",
        "overdue": "überfällig|ueberfaellig|verspätet",
        "nodate": "ohne datum|kein datum|undatiert",
        "done": "erledigt|erledigte|fertig",
        "all": "alle|alles",
        "trash": "papierkorb|gelöscht",
    },
    me="mir|ich|meine|meins",
    following="nächste|naechste",
    turns=(
        "abwechselnd|reihum|im Wechsel|im Wechsel zwischen|wechselweise|im Turnus|rotierend|"
        "der Reihe nach|wechseln sich ab|abwechseln"
    ),
)
