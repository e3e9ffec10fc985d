"""The four languages: every example is understood, dates and plurals read well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from uuid_utils.compat import uuid7

from bot import texts
from bot.handlers.away import read_days
from bot.handlers.lists import read_filter
from bot.handlers.reminders.offsets import read_offsets
from bot.language import read_habit, read_intent, read_log, read_task, read_when
from bot.language.filters import read_scope
from bot.language.people import read_people
from bot.language.places.zones import ZoneFound, find_zone
from bot.language.settings import read_setting
from bot.language.values import HabitLog, HabitSkip, Place
from bot.menus import menus
from bot.presses.guide import TOPICS
from bot.reader import Reader
from bot.routes import COMMANDS, offered
from bot.texts import LANGUAGES, words_for
from bot.texts.dates import clock_words, day_words, due_words, long_day, moment_words
from bot.views import guide
from bot.views.parts import BREAK
from storage.rules.due import Due
from storage.rules.preferences import Preferences, Pushes

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))  # a Wednesday
OTHERS = tuple(language for language in LANGUAGES if language != "en")
KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
CODE = re.compile(r"<code>(.*?)</code>")
FACTS: dict[str, str | int] = {
    "number": "3",
    "command": "done",
    "where": "groups",
    "count": 2,
    "limit": 20,
    "numbers": "27/1",
}
DATES = frozenset(
    {"ask-date", "ask-when", "ask-snooze", "help-dates", "refusal-unread-when", "ask-date-short"}
)
REPEATS = frozenset({"help-repeats", "ask-repeat", "refusal-unread-repeat", "ask-repeat-short"})
REMINDERS = frozenset({"ask-reminders", "ask-reminders-short", "refusal-unread-reminders"})
ZONES = frozenset({"ask-zone", "ask-zone-short"})
HABITS = (
    "ask-habit",
    "ask-hedit",
    "refusal-unread-goal",
    "refusal-unread-often",
    "refusal-unread-rate",
)
# shown in the empty field of an answer
PLACEHOLDERS = frozenset(
    f"ask-{question}-short"
    for question in ("date", "tag", "repeat", "when", "zone", "snooze", "reminders")
)


def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language, with short facts."""
    source = (Path(texts.__file__).parent / f"{language}.ftl").read_text(encoding="utf-8")
    facts = {name: FACTS.get(name, "x") for name in re.findall(r"\$(\w+)", source)}
    return {key: str(words_for(language)(key, **facts)) for key in KEY.findall(source)}


def examples(language: str) -> Iterator[tuple[str, str]]:
    """Every example with the key of its sentence, in the order of the file."""
    for key, text in sentences(language).items():
        if key == "crashed":  # its <code> is for the operator
            continue
        shown = [text] if key in PLACEHOLDERS else CODE.findall(text)
        yield from ((key, unescape(example)) for example in shown)


def by_key(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, example in examples(language):
        found.setdefault(key, []).append(example)
    return found


def meaning(example: str, key: str, language: str) -> object:
    """What an example comes to, without the words that differ between languages."""
    if command := re.fullmatch(r"/(\w+)(?: (.*))?", example):
        return command[1], _asked(command[1], command[2] or "", language)
    if key.startswith(HABITS):
        return _asked("habit", f'"x" {example}', language)
    if key in ZONES:
        return _zone(example, language)
    place = Place(zone=ZONE, language=language)
    if key in REMINDERS:
        return read_offsets(example, now=NOW, place=place)
    scope, taken = read_scope(example.split())
    if taken == len(example.split()):
        return scope
    if wish := read_intent(example, now=NOW, place=place):
        if isinstance(wish, HabitLog):
            return replace(wish, habit="x", unit=wish.unit and "x")
        return replace(wish, habit="x") if isinstance(wish, HabitSkip) else wish
    said = read_task(example, now=NOW, place=place)
    return bool(said.title), said.due, said.repeat, len(said.tags), said.priority


def _asked(command: str, rest: str, language: str) -> object:
    match command:
        case "list":
            wanted = read_filter(rest)
            return wanted.scope, len(wanted.tags), wanted.priority, len(wanted.words.split())
        case "timezone" | "away":
            return _zone(rest, language) if command == "timezone" else _days(rest, language)
        case "help":
            return guide.topic_named(rest) == _topic(rest, language) if rest else None
        case "language":
            return rest in LANGUAGES
        case "search":
            return len(rest.split())
        case "settings" if rest:
            return read_setting(rest)
        case "habit" | "log" | "stats":
            return _of_habits(command, rest, language)
        case "add":
            return meaning(rest, "add", language) if rest else None
        case "move" | "snooze" | "edit" | "assign":
            number, _, said = rest.partition(" ")
            return int(number), _said_of_task(command, said, language)
        case _:
            assert command in COMMANDS
            return rest


def _days(rest: str, language: str) -> object:
    return read_days(rest, now=NOW, place=Place(zone=ZONE, language=language))


def _said_of_task(command: str, said: str, language: str) -> object:
    if command == "assign":
        return read_people(said)
    if command == "edit":
        return meaning(said, "add", language)
    return read_when(said, now=NOW, place=Place(zone=ZONE, language=language))


def _of_habits(command: str, rest: str, language: str) -> object:
    place = Place(zone=ZONE, language=language)
    if command == "habit" and rest:
        habit = read_habit(rest, now=NOW, place=place)
        amount = habit.goal and (habit.goal.amount, habit.goal.direction)
        return bool(habit.name), amount, habit.schedule
    log = read_log(rest, now=NOW, place=place) if command == "log" else None
    return log and (bool(log.habit), log.amount, log.on, log.is_skip)


def _topic(name: str, language: str) -> str:
    words = words_for(language)
    return next(topic for topic in TOPICS if words.plain(f"topic-{topic}") == name)


def _zone(text: str, language: str) -> object:
    found = find_zone(text, language=language)
    return found.by if isinstance(found, ZoneFound) else found


@pytest.mark.parametrize("language", OTHERS)
def test_an_example_means_what_it_means_in_english(language: str) -> None:
    own, english = by_key(language), by_key("en")
    assert {key: len(said) for key, said in own.items()} == {
        key: len(said) for key, said in english.items()
    }
    for key, said in own.items():
        for example, original in zip(said, english[key], strict=True):
            understood = meaning(example, key, language)
            assert understood == meaning(original, key, "en"), (key, example, original)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_of_dates_and_repeats_are_just_that(language: str) -> None:
    place = Place(zone=ZONE, language=language)
    seen = set()
    for key, example in examples(language):
        if key in DATES | REPEATS:
            when = read_when(example, now=NOW, place=place)
            assert when is not None, (key, example)
            assert when.due is not None, (key, example)
            assert (when.repeat is not None) == (key in REPEATS), (key, example)
            seen.add(key)
    assert seen == DATES | REPEATS


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_understood_by_who_has_set_another_language(language: str) -> None:
    """PRODUCT.md section 3: a person's own language is tried first, then the others."""
    for key, example in examples(language):
        if key in DATES | REPEATS:
            for other in LANGUAGES:
                place = Place(zone=ZONE, language=other)
                assert read_when(example, now=NOW, place=place) is not None, (example, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_that_help_names_are_understood(language: str) -> None:
    named = [e for key, e in examples(language) if key == "help-lists" and e[0] not in "/#!-"]
    scopes = [read_scope(example.split()) for example in named]
    assert [scope for scope, _ in scopes] == [
        "today", "week", "overdue", "nodate", "done", "all", "trash",
    ]  # fmt: skip
    assert all(taken == len(e.split()) for e, (_, taken) in zip(named, scopes, strict=True))


DAYS = {
    "en": ["yesterday", "today", "tomorrow", "Friday", "Tuesday", "Wed 30 Sept", "Tue 22 Sept"],
    "ru": ["вчера", "сегодня", "завтра", "пятница", "вторник", "ср, 30 сент.", "вт, 22 сент."],
    "de": ["gestern", "heute", "morgen", "Freitag", "Dienstag", "Mi., 30. Sept.", "Di., 22. Sept."],
    "es": ["ayer", "hoy", "mañana", "viernes", "martes", "mié, 30 sept", "mar, 22 sept"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_read_naturally(language: str) -> None:
    words, today = words_for(language), NOW.date()
    said = [
        day_words(today + timedelta(days=ahead), today=today, words=words)
        for ahead in (-1, 0, 1, 2, 6, 7)
    ]
    assert [*said, long_day(date(2026, 9, 22), today=today, words=words)] == DAYS[language]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Fri, 1 Jan 2027"),
        ("ru", "пт, 1 янв. 2027 г."),
        ("de", "Fr., 1. Jan. 2027"),
        ("es", "vie, 1 ene 2027"),
    ],
)
def test_another_year_is_said(language: str, said: str) -> None:
    words = words_for(language)
    assert plain_spaces(day_words(date(2027, 1, 1), today=NOW.date(), words=words)) == said


@pytest.mark.parametrize(
    ("language", "said", "afternoon"),
    [
        ("en", "tomorrow, 09:00", "2:30 pm"),
        ("ru", "завтра, 09:00", "2:30 PM"),
        ("de", "morgen, 09:00", "2:30 PM"),
        ("es", "mañana, 09:00", "2:30 p. m."),
    ],
)
def test_moments_read_naturally(language: str, said: str, afternoon: str) -> None:
    words = words_for(language)
    reader = Preferences(ZONE, language, zone_is_set=True)
    due = Due(date(2026, 9, 24), time(9), ZONE)
    assert due_words(due, now=NOW, words=words, reader=reader).striptags() == said
    whole_day = Due(date(2026, 9, 24), None, ZONE)
    assert due_words(whole_day, now=NOW, words=words, reader=reader) == said.partition(",")[0]
    assert moment_words(due.at, now=NOW, words=words, reader=reader).striptags() == said
    twelve = Preferences(ZONE, language, hours_12=True)
    assert plain_spaces(clock_words(time(14, 30), words=words, reader=twelve)) == afternoon


def plain_spaces(text: str) -> str:
    return re.sub(r"\s", " ", text)


COUNTED: dict[tuple[str, str], dict[int, str]] = {
    ("en", "list-count"): {
        1: "one task", 2: "2 tasks", 5: "5 tasks", 11: "11 tasks", 21: "21 tasks", 101: "101 tasks",
    },
    ("de", "list-count"): {
        1: "eine Aufgabe", 2: "2 Aufgaben", 5: "5 Aufgaben", 11: "11 Aufgaben", 21: "21 Aufgaben",
        101: "101 Aufgaben",
    },
    ("es", "list-count"): {
        1: "una tarea", 2: "2 tareas", 5: "5 tareas", 11: "11 tareas", 21: "21 tareas",
        101: "101 tareas", 1_000_000: "1.000.000 de tareas",
    },
    ("ru", "list-count"): {
        1: "1 задача", 2: "2 задачи", 5: "5 задач", 11: "11 задач", 12: "12 задач", 21: "21 задача",
        101: "101 задача", 1002: "1 002 задачи",
    },
    ("ru", "tasks-added"): {
        1: "➕ Добавлена 1 задача:", 2: "➕ Добавлены 2 задачи:", 5: "➕ Добавлено 5 задач:",
        11: "➕ Добавлено 11 задач:", 21: "➕ Добавлена 21 задача:",
        101: "➕ Добавлена 101 задача:",
    },
    ("de", "tasks-added"): {1: "➕ Eine Aufgabe hinzugefügt:", 21: "➕ 21 Aufgaben hinzugefügt:"},
    ("es", "tasks-added"): {1: "➕ Una tarea añadida:", 21: "➕ 21 tareas añadidas:"},
    ("ru", "fact-files"): {1: "📎 1 файл", 2: "📎 2 файла", 5: "📎 5 файлов", 21: "📎 21 файл"},
    ("de", "fact-files"): {1: "📎 eine Datei", 2: "📎 2 Dateien"},
    ("es", "fact-files"): {1: "📎 un archivo", 2: "📎 2 archivos"},
}  # fmt: skip


@pytest.mark.parametrize(("language", "key"), COUNTED)
def test_plurals_follow_cldr(language: str, key: str) -> None:
    words = words_for(language)
    said = {n: plain_spaces(words.plain(key, count=n)) for n in COUNTED[language, key]}
    assert said == COUNTED[language, key]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_menu_is_within_telegrams_limits(language: str) -> None:
    """Source: BotCommand and setMyCommands of the Bot API."""
    for commands in menus(language, offered).values():
        assert 0 < len(commands) <= 100
        for name, what in commands:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
            assert 1 <= len(what) <= 256
            assert "<" not in what


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_are_translated(language: str) -> None:
    own, english = sentences(language), sentences("en")
    wordy = [key for key, text in english.items() if re.search(r"[a-z]{3,} [a-z]{3,}", text)]
    assert len(wordy) > 100
    assert [key for key in wordy if own[key] == english[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_short(language: str) -> None:
    """Four buttons in a row have room for a dozen letters each on a phone."""
    words = words_for(language)
    keys = sentences(language)
    assert [key for key in keys if key.startswith("filter-") and len(words.plain(key)) > 12] == []
    three = ("title", "notes", "checklist", "priority", "tags", "files", "high", "medium", "low")
    assert [key for key in three if len(words.plain(f"button-{key}")) > 14] == []
    buttons = (key for key in keys if key.startswith("button-"))
    assert [key for key in buttons if len(words.plain(key, name="x" * 12)) > 34] == []


SPARE = 12  # for longer numbers than the test's
# what answers words, never a pressed button
ANSWERS = frozenset({"refusal-unknown-zone", "refusal-unread-repeat"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_fits_the_window_of_a_pressed_button(language: str) -> None:
    """Source: the Bot API's answerCallbackQuery, text of 0-200 characters."""
    said = {
        key: re.sub(r"<[^>]*>", "", text)
        for key, text in sentences(language).items()
        if key.startswith("refusal-") or key == "crashed"
    }
    assert [
        key for key, text in said.items() if len(text) > 200 - SPARE and key not in ANSWERS
    ] == []


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_finds_its_topics_by_their_names_in_any_language(language: str, topic: str) -> None:
    words = words_for(language)
    own = words.plain(f"topic-{topic}")
    for name in (own, own.upper(), topic):
        assert guide.topic_named(name) == topic
    assert guide.topic_named("weather") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_true_at_the_readers_settings(language: str) -> None:
    morning = Pushes(morning=time(7, 15))
    american = Preferences(ZONE, language, "MDY", hours_12=True, pushes=morning)
    usual = Preferences(ZONE, language, "DMY")
    for chosen, shown in ((american, ("1/27", "7:15", "3:00")), (usual, ("27/1", "09:00"))):
        reader = Reader(words_for(language), chosen, NOW, uuid7())
        text = BREAK.join(guide.topic(topic, reader).text for topic in TOPICS)
        assert [word for word in shown if word not in text] == []
        numbers = read_when(shown[0], now=NOW, place=Place(ZONE, language, chosen.date_order))
        assert numbers is not None
        assert numbers.due == Due(date(2027, 1, 27), None, ZONE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_of_help_is_one_screen(language: str) -> None:
    """About 25 lines of 45 characters on a phone."""
    for key, text in sentences(language).items():
        if key.startswith("help-") and text.startswith("<b>"):
            lines = re.sub(r"<[^>]*>", "", text).splitlines()
            assert sum(1 + len(line) // 45 for line in lines) <= 28, key
