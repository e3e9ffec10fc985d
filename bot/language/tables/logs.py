"""The words of a habit's entries and of wishes about habits: yesterday, did, skip, pause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bot.language.engine import build as b
from bot.language.engine.phrases import Row
from bot.language.said import Day, Length


class LogWords(NamedTuple):
    """What a language says of what has happened; in the strings of `wishes` `|` divides words."""

    days: tuple[Row, ...]
    typo_words: str  # forgiven beside those of tasks
    wishes: Mapping[str, str]
    day_parts: str = ""  # gestern Abend


def _last(weekday: int) -> Day:
    return Day("coming", -7, weekday=weekday)


def _ago(length: Length) -> Day:
    """So long ago: a day; some minutes ago is today."""
    return Day("length", length=Length(-length.months, -length.days))


_EN = LogWords(
    days=(
        Row("yesterday morning|afternoon|evening|night", b.offset(-1)),
        Row("yesterday", b.offset(-1)),
        Row("last night|evening", b.offset(-1)),
        Row("<on>? the? day before yesterday", b.offset(-2)),
        Row("this|today morning|afternoon|evening", b.offset(0)),
        Row("{length} ago", _ago),
        Row("<on>? last|past {wd}", _last),
        Row("{wd}", b.coming, "day edge"),
    ),
    typo_words="yesterday",
    wishes={
        "did": "did|logged|done with|i did|i've done|i have done|done|finished|i logged",
        "did_after": "done|logged|did|finished|did it",
        "log": "log|track|log my",
        "log_after": "",
        "skip": "skip|skipping|leave out",
        "skipped": "skipped|missed|i skipped|i missed",
        "pause": "pause|paused|pausing|suspend|stop|freeze|hold",
        "resume": "resume|continue|unpause|restart|reactivate|unfreeze|resuming",
        "habits": "habits|habit",
        "filling": "all|my|the|of|every|please|on|put|now|again|let's|our|end|with|pause",
        "away": "vacation|away|on vacation|i'm away|i am away|i'm on vacation|holiday|on holiday"
        "|i'm on holiday|pause|i am on vacation",
        "back": "back from vacation|i'm back|i am back|end vacation|vacation is over|end the pause"
        "|vacation over|end pause|stop vacation|back from holiday|i'm back from vacation|unpause",
    },
)

_RU = LogWords(
    days=(
        Row("вчера утром|днём|вечером|ночью", b.offset(-1)),
        Row("вчера", b.offset(-1)),
        Row("позавчера", b.offset(-2)),
        Row("сегодня утром|днём|вечером|ночью", b.offset(0)),
        Row("{lu} назад", _ago),
        Row("<on>? прошлый|прошлую|прошлое|прошлого|минувший|минувшую|минувшее {wd}", _last),
        Row("{wd}", b.coming, "day edge"),
    ),
    typo_words="вчера позавчера",
    wishes={
        "did": "сделал|сделала|выполнил|выполнила|был|была|я сделал|я сделала|я выполнил"
        "|я выполнила|отметил|отметила",
        "did_after": "сделал|сделала|сделано|сделана|сделан|выполнено|выполнена|выполнен|выполнил"
        "|выполнила|готово",
        "log": "отметь|отметить|записать|запиши|добавь|засчитай|засчитать",
        "log_after": "отметить|записать|засчитать",
        "skip": "пропусти|пропустить|пропуск|пропускаю",
        "skipped": "пропустил|пропустила|пропущено|пропущен|пропущена|я пропустил|я пропустила",
        "pause": "пауза|паузу|паузе|приостанови|приостановить|останови|остановить|заморозь"
        "|заморозить",
        "resume": "продолжить|продолжи|продолжаем|возобнови|возобновить|снять|сними|включи"
        "|включить|восстановить|восстанови|разморозь|разморозить|запусти|запустить",
        "habits": "привычки|привычек|привычкам",
        "filling": "все|всех|всем|мои|моих|для|на|с|поставь|поставить|пожалуйста|снова|опять|по"
        "|сейчас|паузы|паузу",
        "away": "пауза|отпуск|я в отпуске|в отпуске|меня не будет|каникулы|уезжаю",
        "back": "снять паузу|сними паузу|конец паузы|отпуск закончился|конец отпуска|я вернулся"
        "|я вернулась|закончить паузу|закончить отпуск|отпуск окончен|я из отпуска",
    },
)

_DE = LogWords(
    days=(
        Row("gestern <day_part>", b.offset(-1)),
        Row("gestern", b.offset(-1)),
        Row("vorgestern", b.offset(-2)),
        Row("heute <day_part>", b.offset(0)),
        Row("vor {length}", _ago),
        Row("<on>? letzten|letzte|letzter|letztes|vergangenen|vergangene|vorigen {wd}", _last),
        Row("{wd}", b.coming, "day edge capital"),
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
        "back": "pause beenden|beende die pause|beende pause|urlaub vorbei|urlaub beendet"
        "|urlaub beenden|ich bin zurück|bin zurück|zurück aus dem urlaub|pause vorbei",
    },
    day_parts="morgen|früh|vormittag|mittag|nachmittag|abend|nacht|morgens|mittags|abends|nachts"
    "|am morgen|am abend",
)

_ES = LogWords(
    days=(
        Row("ayer <day_part>", b.offset(-1)),
        Row("ayer|anoche", b.offset(-1)),
        Row("anteayer|antier", b.offset(-2)),
        Row("antes de ayer", b.offset(-2)),
        Row("esta mañana|tarde|noche", b.offset(0)),
        Row("hoy <day_part>", b.offset(0)),
        Row("hace {length}", _ago),
        Row("<on>? pasado {wd}", _last),
        Row("<on>? {wd} pasado", _last),
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
        "back": "fin de la pausa|terminar la pausa|termina la pausa|fin de las vacaciones|he vuelto"
        "|ya volví|fin de vacaciones|ya he vuelto|terminar pausa|se acabaron las vacaciones",
    },
    day_parts="por la mañana|por la tarde|por la noche|a mediodía|al mediodía|temprano",
)

LOG_WORDS: Mapping[str, LogWords] = {"en": _EN, "ru": _RU, "de": _DE, "es": _ES}
