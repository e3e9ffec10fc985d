"""What reading costs: `python -m bench.language`.

Medians of reading a 100-character message, a new habit and a habit's entry in each language, the
time of the first import, and the worst of several hostile texts of 4,096 characters. Then the
phrases of the tests that hold one date, read by us, by dateparser and by parsedatetime (which
knows English): how many come out with the date that is meant, and how long one takes.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.language import Place, read_habit, read_log, read_task
from bot.language.languages import ALL

NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo("Europe/Berlin"))
MESSAGES = {
    "en": (
        "remind me to send the signed contract to Peter and ask about the "
        "invoice next friday at 16:30 #work"
    ),
    "ru": (
        "позвонить в управляющую компанию и спросить про счёт за отопление в "
        "следующую пятницу в 16:30 #дом"
    ),
    "de": (
        "den unterschriebenen Vertrag an Peter schicken und nach der Rechnung "
        "fragen am Freitag um 16:30 #job"
    ),
    "es": (
        "enviar el contrato firmado a Pedro y preguntar por la factura "
        "pendiente el viernes a las 16:30 #casa"
    ),
}
PLAIN = {
    "en": (
        "buy oat milk, two lemons, fresh basil, a good olive oil and something "
        "sweet for the neighbours next door"
    ),
    "ru": (
        "купить овсяное молоко, лимоны, свежий базилик, хорошее оливковое "
        "масло и что-нибудь сладкое соседям"
    ),
    "de": (
        "Hafermilch, Zitronen, frisches Basilikum, gutes Olivenöl und etwas "
        "Süßes für die Nachbarn einkaufen"
    ),
    "es": (
        "comprar leche de avena, limones, albahaca fresca, buen aceite de "
        "oliva y algo dulce para los vecinos"
    ),
}
HABITS = {
    "en": "read 20 pages every weekday at 21:00",
    "ru": "читать 20 страниц по будням в 21:00",
    "de": "20 Seiten lesen an jedem Werktag um 21:00",
    "es": "leer 20 páginas cada día laborable a las 21:00",
}
ENTRIES = {
    "en": "water 500 ml yesterday",
    "ru": "вода 500 мл вчера",
    "de": "Wasser 500 ml gestern",
    "es": "agua 500 ml ayer",
}
HOSTILE = (
    *("1 ", "1", "every ", "every 1 ", "at ", "at 1 ", "1:", "1/1/", "1.1.", "- ", "!!", "#", "@"),
    *("a'", "in 1 h ", "mon, ", "every mon and ", "1h", "a la una y ", "в 5 и ", "jeden 1. und "),
    *(
        '"',
        "« ",
        "january 1 ",
        "1st and ",
        "until ",
        "twenty ",
        "twenty-",
        "from 1 to ",
        "(",
        "next ",
    ),
    *("remind 1d and ", "!1h", "tomorow ", "понидельник ", "\u0301", "a\u0301", "1 of ", "\u200b"),
)
LONGEST = 4096
PHRASES = Path(__file__).parent.parent / "tests" / "bot" / "language"
COMPARED = 250  # phrases of a language
Dates = Callable[[str, str], Iterable[datetime]]  # those that a reader finds in a text


def median_ms(read: Callable[[], object], *, rounds: int = 200) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()  # of this process alone: the machine has other work
        read()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def reader(
    text: str, language: str, read: Callable[..., object] = read_task
) -> Callable[[], object]:
    place = Place(zone="Europe/Berlin", language=language, group=True)
    return lambda: read(text, now=NOW, place=place)


def first_import_ms(module: str) -> float:
    """The CPU time of an import in a fresh interpreter that has its bytecode cached."""
    code = f"import time; t = time.process_time(); import {module}; print(time.process_time() - t)"
    with tempfile.TemporaryDirectory() as cache:
        settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        settings["PYTHONPYCACHEPREFIX"] = cache
        runs = [
            subprocess.run(  # noqa: S603  # our own interpreter and code
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                check=True,
                env=settings,
            )
            for _ in range(6)
        ]
    return min(float(run.stdout) for run in runs) * 1000


def first_reading_ms(language: str) -> float:
    """Compiling the tables, and the first reading with them."""
    start = time.process_time()
    reader(MESSAGES[language], language)()
    return (time.process_time() - start) * 1000


def main() -> None:
    print(f"import of bot.language.tasks {first_import_ms('bot.language'):7.1f} ms")
    standard = "zoneinfo, datetime, re, dataclasses, typing, calendar, enum, importlib"
    print(f"  of which Python's own      {first_import_ms(standard):7.1f} ms")
    for language in ALL.codes:
        print(f"first reading, {language}           {first_reading_ms(language):7.1f} ms")
    for name, texts in (("with a date", MESSAGES), ("without", PLAIN)):
        for language in ALL.codes:
            took = median_ms(reader(texts[language], language))
            print(f"{len(texts[language])} characters {name}, {language}: median {took:.3f} ms")
    for name, read, texts in (("habit", read_habit, HABITS), ("entry", read_log, ENTRIES)):
        for language in ALL.codes:
            took = median_ms(reader(texts[language], language, read))
            print(f"{name} of {len(texts[language])} characters, {language}: median {took:.3f} ms")
    for hostile_to, most in ((read_task, 8), (read_habit, 3), (read_log, 3)):
        for took, piece in slowest(hostile_to, most):
            print(f"hostile to {hostile_to.__name__} {piece!r:>16} × {LONGEST}: {took:.2f} ms")
    for language in ALL.codes:
        compare(language, dated_phrases(language))


def dated_phrases(language: str) -> list[tuple[str, str]]:
    """Phrases of the tests with one date and no repeat, and that date: spread over the table."""
    table = (PHRASES / f"phrases_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [
        (line["text"], line["due"])
        for line in map(json.loads, table)
        if line["due"] and not line["rrule"] and "intent" not in line
    ]
    return found[:: max(1, len(found) // COMPARED)][:COMPARED]


def compare(language: str, phrases: Sequence[tuple[str, str]]) -> None:
    """Print how many of the phrases each reader dates rightly, and its median time."""
    readers: dict[str, Dates] = {"ours": our_dates, "dateparser": dateparser_dates}
    if language == "en":
        readers["parsedatetime"] = parsedatetime_dates
    for name, dates in readers.items():
        right, times = 0, []
        for text, due in phrases:
            start = time.process_time()
            found = list(dates(text, language))
            times.append(time.process_time() - start)
            size = 16 if "T" in due else 10
            right += any(date.isoformat()[:size] == due for date in found)
        median = statistics.median(times) * 1000
        print(f"{language}: {name:13} {right} of {len(phrases)} right, median {median:.2f} ms")


def our_dates(text: str, language: str) -> Iterable[datetime]:
    due = reader(text, language)().due  # type: ignore[attr-defined]
    zone = ZoneInfo("Europe/Berlin")
    return [due.at.astimezone(zone).replace(tzinfo=None)] if due else []


def dateparser_dates(text: str, language: str) -> Iterable[datetime]:
    settings = {
        "RELATIVE_BASE": NOW.replace(tzinfo=None),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
    }
    search = import_module("dateparser.search").search_dates
    found = search(text, languages=[language], settings=settings) or ()
    return [date for _, date in found]


def parsedatetime_dates(text: str, language: str) -> Iterable[datetime]:
    calendar = import_module("parsedatetime").Calendar()
    return [date for date, *_ in calendar.nlp(text, NOW.replace(tzinfo=None)) or ()]


def slowest(read: Callable[..., object], most: int) -> list[tuple[float, str]]:
    """The hostile texts that take longest in their worst language, and their medians."""
    found = []
    for piece in HOSTILE:
        text = (piece * LONGEST)[:LONGEST]
        took = max(median_ms(reader(text, language, read), rounds=5) for language in ALL.codes)
        found.append((took, piece))
    return sorted(found, reverse=True)[:most]


if __name__ == "__main__":
    main()
