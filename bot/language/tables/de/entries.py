"""German: entries of habits, and wishes about habits."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import EntryWords
from bot.language.engine.phrases import Pattern

ENTRIES = EntryWords(
    days=(
        Pattern("gestern <day_part>", b.offset(-1)),
        Pattern("gestern", b.offset(-1)),
        Pattern("vorgestern", b.offset(-2)),
        Pattern("heute <day_part>", b.offset(0)),
        Pattern("vor {length}", b.ago),
        Pattern(
            "<on>? letzten|letzte|letzter|letztes|vergangenen|vergangene|vorigen {wd}",
            b.last_weekday,
        ),
        Pattern("{wd}", b.coming, "day edge capital"),
    ),
    typo_words="gestern vorgestern",
    wishes={
        "did": "erledigt|gemacht|habe|geschafft|ich habe|hab|ich hab|eingetragen",
        "did_after": "gemacht|erledigt|geschafft|eingetragen",
        "log": "log|eintragen|trage ein|trag ein|notiere|notieren",
        "log_after": "eintragen|notieren",
        "skip": "überspringe|überspringen|auslassen|aussetzen|lass aus",
        "skipped": "übersprungen|ausgelassen|ausgesetzt|verpasst",
        "pause": "pause|pausiere|pausieren|pausiert|aussetzen|anhalten|unterbrechen|unterbrich"
        "|stoppe|stoppen",
        "resume": "fortsetzen|fort|fortführen|weiterführen|weitermachen|aufnehmen|reaktivieren"
        "|fortgesetzt|aktivieren|starten|weiter",
        "habits": "gewohnheiten",
        "filling": "alle|meine|die|der|bitte|wieder|setze|machen|mache|mit|den|auf|in|setz|für"
        "|jetzt|von|aller|meiner",
        "away": "urlaub|pause|im urlaub|ich bin im urlaub|ferien|verreist|ich bin weg|abwesend",
        "gone": "ich bin weg|ich bin im urlaub|ich bin verreist|abwesend|ich bin abwesend",
        "back": "pause beenden|beende die pause|beende pause|urlaub vorbei|urlaub beendet"
        "|urlaub beenden|ich bin zurück|bin zurück|zurück aus dem urlaub|pause vorbei",
    },
    day_parts="morgen|früh|vormittag|mittag|nachmittag|abend|nacht|morgens|mittags|abends|nachts"
    "|am morgen|am abend",
)
