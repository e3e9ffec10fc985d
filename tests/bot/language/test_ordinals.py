"""Ordinals in words, up to a hundred, stand wherever digits may, in every language."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.language import Place, Reading, read_task
from bot.language.engine.language import words

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))

EN = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
EN_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
RU = words(
    "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый "
    "двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый "
    "девятнадцатый"
)
RU_TENS = words("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
RU_TENTHS = words(
    "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"
)
DE = words(
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt "
    "fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt"
)
DE_ONES = words("ein zwei drei vier fünf sechs sieben acht neun")
DE_TENS = words("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
ES = words(
    "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo "
    "decimotercer decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo "
    "decimonoveno"
)
ES_TENTHS = words(
    "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
)
WITHOUT_ACCENT = str.maketrans("éí", "ei")


def english() -> list[str]:
    more = [f"{ten}-{one}" for ten in EN_TENS for one in ["", *EN[:9]]]
    tenths = [each[:-2] + "ieth" if each.endswith("y-") else each for each in more]
    return [*EN, *tenths, "hundredth"]


def russian() -> list[str]:
    more = [
        f"{ten} {one}" if one else tenth
        for ten, tenth in zip(RU_TENS, RU_TENTHS, strict=True)
        for one in ["", *RU[:9]]
    ]
    return [*RU, *more, "сотый"]


def german() -> list[str]:
    more = [f"{one}und{ten}st" if one else f"{ten}st" for ten in DE_TENS for one in ["", *DE_ONES]]
    return [f"{stem}en" for stem in (*DE, *more, "hundertst")]


def spanish(joint: str) -> list[str]:
    def joined(tenth: str, one: str) -> str:
        return f"{tenth} {one}" if joint else tenth.translate(WITHOUT_ACCENT) + one

    more = [joined(tenth, one) if one else tenth for tenth in ES_TENTHS for one in ["", *ES[:9]]]
    return [*ES, *more, "centésimo"]


def genitive(ordinal: str) -> str:
    return ordinal[:-2] + ("ьего" if ordinal.endswith("третий") else "ого")


WAYS = [
    ("en", english(), "x1 on the {}", "x1 on the {} of december", "x1 every {} day"),
    ("ru", russian(), "x1 {}", "x1 {} декабря", "x1 каждый {} день"),
    ("de", german(), "x1 am {}", "x1 am {} Dezember", "x1 jeden {} Tag"),
    ("es", spanish(" "), "x1 el {}", "x1 el {} de diciembre", "x1 cada {} día"),
    ("es", spanish(""), "x1 el {}", "x1 el {} de diciembre", "x1 cada {} día"),
]


def read(text: str, language: str) -> Reading:
    return read_task(text, now=NOW, place=Place(zone=ZONE, language=language))


def in_full(language: str, ordinal: str) -> str:
    """The form beside a month: in Russian the genitive, in Spanish not the short one."""
    if language == "ru":
        return genitive(ordinal)
    ends = ("primer", "tercer")
    return ordinal + "o" if language == "es" and ordinal.endswith(ends) else ordinal


@pytest.mark.parametrize(("language", "ordinals", "alone", "dated", "every"), WAYS)
def test_ordinals_in_words(
    language: str, ordinals: list[str], alone: str, dated: str, every: str
) -> None:
    assert len(ordinals) == 100
    for n, ordinal in enumerate(ordinals, 1):
        if n <= 31:
            day = read(dated.format(in_full(language, ordinal)), language)
            assert (day.title, day.due and day.due.on) == ("x1", date(2026, 12, n)), ordinal
        if 11 <= n <= 31:
            day = read(alone.format(in_full(language, ordinal)), language)
            on = date(2026, 9 if 23 <= n <= 30 else 10, n)
            assert (day.title, day.due and day.due.on) == ("x1", on), ordinal
        series = read(every.format(ordinal), language)
        assert series.title == "x1", ordinal
        assert series.repeat is not None, ordinal
        assert series.repeat.rules == (every_nth_day(n),), ordinal


def every_nth_day(n: int) -> str:
    unit, interval = ("WEEKLY", n // 7) if n % 7 == 0 else ("DAILY", n)
    return f"FREQ={unit}" if interval == 1 else f"FREQ={unit};INTERVAL={interval}"
