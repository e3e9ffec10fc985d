"""Orders without a number: the daily agenda and review, and snoozing, in every language."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.language import Intent, Place, SetDigest, Snooze, read_intent, read_task
from bot.language.engine.tokens import tokenize
from bot.language.grammars import grammar_of
from bot.language.languages import ALL
from storage.rules.due import Due

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))  # a Wednesday
TOMORROW = date(2026, 9, 24)
NINE, NINE_PM = time(9), time(21)
A_WHILE, DEFAULT = timedelta(minutes=25), timedelta(minutes=10)


def read(text: str, language: str) -> Intent | None:
    return read_intent(text, now=NOW, place=Place(zone=ZONE, language=language))


@pytest.mark.parametrize(
    ("language", "text", "digest"),
    [
        ("en", "daily reminder at 9am", SetDigest(NINE)),
        ("en", "Daily agenda at 9:00", SetDigest(NINE)),
        ("en", "morning agenda at 7:30", SetDigest(time(7, 30))),
        ("en", "send me a daily agenda at 9am", SetDigest(NINE)),
        ("en", "daily reminder in the morning", SetDigest(NINE)),
        ("en", "daily reminder at noon", SetDigest(time(12))),
        ("en", "daily agenda off", SetDigest(None)),
        ("en", "turn off daily reminder", SetDigest(None)),
        ("en", "daily review at 9pm", SetDigest(NINE_PM, "review")),
        ("en", "evening review off", SetDigest(None, "review")),
        ("ru", "ежедневная сводка в 9", SetDigest(NINE)),
        ("ru", "ежедневное напоминание в 9:00", SetDigest(NINE)),
        ("ru", "ежедневное напоминание утром", SetDigest(NINE)),
        ("ru", "утренний план в 7:30", SetDigest(time(7, 30))),
        ("ru", "план на день в 9:00", SetDigest(NINE)),
        ("ru", "отключи утренний план", SetDigest(None)),
        ("ru", "сводка выкл", SetDigest(None)),
        ("ru", "вечерний обзор в 21:00", SetDigest(NINE_PM, "review")),
        ("ru", "обзор дня отключи", SetDigest(None, "review")),
        ("de", "tägliche Erinnerung um 9", SetDigest(NINE)),
        ("de", "Tagesübersicht um 9:00", SetDigest(NINE)),
        ("de", "Morgenübersicht um 7:30", SetDigest(time(7, 30))),
        ("de", "tägliche Erinnerung morgens", SetDigest(NINE)),
        ("de", "Agenda aus", SetDigest(None)),
        ("de", "keine Tagesübersicht", SetDigest(None)),
        ("de", "Abendrückblick um 21 Uhr", SetDigest(NINE_PM, "review")),
        ("de", "Tagesrückblick aus", SetDigest(None, "review")),
        ("es", "recordatorio diario a las 9", SetDigest(NINE)),
        ("es", "agenda diaria a las 9:00", SetDigest(NINE)),
        ("es", "agenda de la mañana a las 7:30", SetDigest(time(7, 30))),
        ("es", "recordatorio diario por la mañana", SetDigest(NINE)),
        ("es", "resumen diario desactivar", SetDigest(None)),
        ("es", "quita la agenda de la mañana", SetDigest(None)),
        ("es", "repaso diario a las 21:00", SetDigest(NINE_PM, "review")),
        ("es", "repaso nocturno no", SetDigest(None, "review")),
    ],
)
def test_the_agenda_and_the_review_of_each_day(language: str, text: str, digest: SetDigest) -> None:
    assert read(text, language) == digest
    assert read(text, "en") == digest  # understood by people of another language too


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "daily agenda"),
        ("en", "daily agenda for the team at 9am"),
        ("en", "daily agenda tomorrow at 9"),
        ("en", "turn off the lights"),
        ("en", "review the contract at 9pm"),
        ("ru", "обзор дня"),
        ("ru", "обзор рынка в 9"),
        ("de", "Agenda drucken um 9"),
        ("es", "repaso de matemáticas a las 21:00"),
    ],
)
def test_what_says_less_or_more_is_a_task(language: str, text: str) -> None:
    assert read(text, language) is None
    assert read_task(text, now=NOW, place=Place(zone=ZONE, language=language)).title


@pytest.mark.parametrize(
    ("language", "text", "snooze"),
    [
        ("en", "snooze", Snooze(DEFAULT)),
        ("en", "snooze 25 min", Snooze(A_WHILE)),
        ("en", "snooze until tomorrow 9am", Snooze(until=Due(TOMORROW, NINE, ZONE))),
        ("en", "postpone to tomorrow", Snooze(until=Due(TOMORROW, None, ZONE))),
        ("ru", "отложи", Snooze(DEFAULT)),
        ("ru", "отложи на 25 минут", Snooze(A_WHILE)),
        ("ru", "отложи до завтра в 9", Snooze(until=Due(TOMORROW, NINE, ZONE))),
        ("de", "schlummern", Snooze(DEFAULT)),
        ("de", "verschiebe um 25 Minuten", Snooze(A_WHILE)),
        ("de", "schlummern bis morgen 9 Uhr", Snooze(until=Due(TOMORROW, NINE, ZONE))),
        ("es", "posponer", Snooze(DEFAULT)),
        ("es", "posponer 25 minutos", Snooze(A_WHILE)),
        ("es", "posponer hasta mañana a las 9", Snooze(until=Due(TOMORROW, NINE, ZONE))),
    ],
)
def test_snoozing_without_a_number(language: str, text: str, snooze: Snooze) -> None:
    assert read(text, language) == snooze
    assert read(text, "en") == snooze


@pytest.mark.parametrize("language", ALL.codes)
def test_no_word_of_a_wish_is_taken_for_a_typo_of_a_date(language: str) -> None:
    grammar = grammar_of(ALL, language)
    for spelled in grammar.tables.wishes.values():
        for token in tokenize(spelled.replace("|", " ")):
            assert grammar.corrected([token]) == [token.folded], spelled
