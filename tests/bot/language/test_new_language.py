"""A new language is its tables and nothing else: here a tiny one that exists in no other place.

Its words are invented. No table of Dueto's is touched: it is handed to the readers.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.language import (
    AddReminder,
    Delete,
    Done,
    HabitLog,
    HabitSkip,
    PauseHabits,
    Place,
    ReminderOffset,
    SetDigest,
    Snooze,
    parse_line,
    read_bare_wish,
    read_habit,
    read_intent,
    read_log,
    read_offsets,
    read_task,
    read_times,
    read_when,
    render_repeat,
)
from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.language import (
    EntryWords,
    HabitWords,
    Language,
    ListWords,
    MeasureWords,
    Phrasebook,
    SettingWords,
    ZoneWords,
    words,
)
from bot.language.engine.phrases import Pattern
from bot.language.engine.templates import Templates, one_or_many, one_or_many_of
from bot.language.filters import is_me, read_scope
from bot.language.habits.replies import is_skip
from bot.language.habits.unit_forms import unit_beside
from bot.language.habits.units import converted, read_amount
from bot.language.languages import ALL, Languages
from bot.language.said import Length
from bot.language.settings import read_setting
from storage.rules.due import Due
from storage.rules.recurrence import Repeat
from storage.rules.schedules import Schedule, Unit

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))  # a Wednesday
TODAY, TOMORROW = date(2026, 9, 23), date(2026, 9, 24)

_WEEKDAYS = words("lunok martok merkok jovok venok satok solok")
_MONTHS = words("unil duil trel kvarel kinel sesel sepel okel novel dekel undekel dudekel")

PHRASEBOOK = Phrasebook(
    letters="a-z",
    decimal=",",
    minutes="mip",
    numbers={word: n for n, word in enumerate(words("nulo uno duo trio kvar kvin"))},
    joints=frozenset(),
    ordinals={"finalo": -1},
    ordinal_marks=frozenset(("to",)),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    weekdays_short=("-",) * 7,
    weekdays_repeated=("-",) * 7,
    units={
        "mip|mipi": Length(minutes=1),
        "horip|horipi": Length(minutes=60),
        "dagip|dagipi": Length(days=1),
        "semip|semipi": Length(days=7),
    },
    lengths={"duonhorip": Length(minutes=30)},
    and_half="",
    sets={
        "on": "en",
        "at": "je",
        "and": "kaj",
        "every": "chiu",
        "until": "gis",
        "remind": "memoru",
        "before": "antaue",
        "pm": "ptm",
    },
    days=(
        Pattern("hodo", b.offset(0)),
        Pattern("morgo", b.offset(1)),
        Pattern("<on>? {weekday}", b.coming),
        Pattern("<on>? {dated}", b.same_day, "date"),
    ),
    clocks=(
        Pattern("<at>? {hm}", c.at_clock, "number"),
        Pattern("<at> {h} {half}?", c.at_hour, "number count"),
    ),
    parts=(Pattern("matene", b.part("morning")), Pattern("vespere", b.part("evening"))),
    repeats=(
        Pattern("<every> dagip", b.every("DAILY")),
        Pattern("<every> {wds}", b.every_weekdays),
        Pattern("<every> {length}", b.every_length),
        Pattern("<every> {unit}", b.every_length),
    ),
    bounds=(Pattern("<until> <on>? {day}", u.until_day),),
    marks=(
        Pattern("<remind> {length} <before>", b.remind),
        Pattern("<remind> min", b.lead_in, "lead"),
    ),
    wishes={
        "done": "farite",
        "delete": "forigu",
        "snooze": "dormu",
        "snooze_for": "por",
        "change": "movu",
        "to": "al",
        "zone": "zono",
        "to_zone": "estas",
        "agenda": "tagplano",
        "review": "vesperrigardo",
        "off": "neniam",
        "until": "gis",
        "eve": "la antauan tagon",
        "before": "antaue",
        "remind": "memoru",
        "remind_before": "",
    },
)
TEMPLATES = Templates(
    date="{day} {month} {year}",
    date_in_year="{day} {month}",
    at="je {time}",
    months=_MONTHS,
    units={
        "MINUTELY": ("chiu mip", "chiu {n} mipi"),
        "HOURLY": ("chiu horip", "chiu {n} horipi"),
        "DAILY": ("chiu dagip", "chiu {n} dagipi"),
        "WEEKLY": ("chiu semip", "chiu {n} semipi"),
        "MONTHLY": ("chiu monatip", "chiu {n} monatipi"),
        "YEARLY": ("chiu jarip", "chiu {n} jaripi"),
    },
    weekdays=_WEEKDAYS,
    workdays="chiu labortago",
    weekend="chiu semajnfino",
    weekly="chiu {days}",
    weekly_counted=("chiu semip en {days}", "chiu {n} semipi en {days}"),
    ordinal=str,
    nth=lambda n, weekday: f"{n} {_WEEKDAYS[weekday]}",
    monthly_nth="{days}",
    monthly_days="{days}",
    monthly_last="finalo",
    monthly_workday=str,
    counted_nth="{every} {days}",
    counted_days="{every} {days}",
    counted_last="{every} finalo",
    yearly="{days}",
    counted_yearly="{every} {days}",
    yearly_day="{day} {month}",
    joined="kaj",
    on_weekdays="chiu {days}",
    until="gis {date}",
    times=("{n} fojo", "{n} fojoj"),
    completion="post faro",
    plural=one_or_many,
)
TINY = Language(
    code="ty",
    phrasebook=PHRASEBOOK,
    templates=TEMPLATES,
    habits=HabitWords(
        units="pagip|pagipi|mip|mipi|litrip",
        counts={"unufoje": 1},
        sets={
            "each": "",
            "of_what": "",
            "times": "fojo|fojoj",
            "thousand": "",
            "per": "por",
            "to_number": "-",
            "at_most": "maksimume",
            "at_least": "minimume",
            "at_most_before": "",
            "at_least_before": "",
            "remind_at": "memoru",
            "joint": "kaj",
            "limit": "",
        },
        weekdays=(),
    ),
    entries=EntryWords(
        days=(Pattern("hierip", b.offset(-1)), Pattern("{length} antaulonge", b.ago)),
        typo_words="hierip",
        wishes={
            "did": "mi faris",
            "did_after": "farita",
            "log": "notu",
            "log_after": "",
            "skip": "preterlasu",
            "skipped": "preterlasis",
            "pause": "pauzu",
            "resume": "daurigu",
            "habits": "kutimoj",
            "filling": "miaj",
            "away": "ferio",
            "gone": "mi forestas",
            "back": "revenis",
        },
    ),
    measures=MeasureWords(
        names={"ml": "mililitrip", "l": "litrip", "min": "mip|mipi", "h": "horip|horipi"},
        times="fojo|fojoj",
        in_parts="litrip",
        forms="pagip pagipi",
        form=one_or_many_of,
    ),
    settings=SettingWords(
        hours="horipi",
        first="unue",
        orders={"DMY": "dagip", "MDY": "monatip", "YMD": "jarip"},
        week="semip",
        weekdays=_WEEKDAYS,
        parts={"morning": "mateno"},
        turn="turno",
        weekly="semajne",
        quiet="silentu",
        agenda="tagplano",
        review="vesperrigardo",
        on="jes",
        off="neniam",
    ),
    lists=ListWords({"overdue": "malfrue", "nodate": "sen dato"}, me="mi", following="sekva"),
    zones=ZoneWords(),
)  # fmt: skip
LANGUAGES = Languages({"ty": lambda: TINY, "en": lambda: ALL.tables("en")})
PLACE = Place(zone=ZONE, language="ty")


def test_a_task_is_read() -> None:
    reading = read_task(
        "memoru min acheti panon morgo je 18:30 memoru 2 horipi antaue #domo",
        now=NOW,
        place=PLACE,
        languages=LANGUAGES,
    )
    assert reading.title == "acheti panon"
    assert reading.due == Due(TOMORROW, time(18, 30), ZONE)
    assert reading.reminders == (ReminderOffset(before=timedelta(hours=2)),)
    assert reading.tags == ("domo",)


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("morgo", TOMORROW, None),
        ("venok", date(2026, 9, 25), None),
        ("en venok je 9 ptm", date(2026, 9, 25), time(21)),
        ("hodo vespere", TODAY, time(19)),
        ("27 okel", date(2027, 8, 27), None),
        ("27. 9. 2026", None, None),
    ],
)
def test_a_date_is_read(text: str, on: date | None, at: time | None) -> None:
    when = read_when(text, now=NOW, place=PLACE, languages=LANGUAGES)
    assert (when and when.due) == (Due(on, at, ZONE) if on else None)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("chiu dagip je 8:00", "FREQ=DAILY"),
        ("chiu lunok kaj merkok", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("chiu duo semipi", "FREQ=WEEKLY;INTERVAL=2"),
        ("chiu duonhorip", "FREQ=MINUTELY;INTERVAL=30"),
        ("chiu dagip gis venok", "FREQ=DAILY;UNTIL=20260925"),
    ],
)
def test_a_repeat_is_read_and_said_back(text: str, rule: str) -> None:
    when = read_when(text, now=NOW, place=PLACE, languages=LANGUAGES)
    assert when is not None
    assert when.repeat is not None
    assert when.repeat.rules == (rule,)
    said = render_repeat(when.repeat, language="ty", languages=LANGUAGES)
    again = read_when(said, now=NOW, place=PLACE, languages=LANGUAGES)
    assert again is not None
    assert again.repeat is not None
    assert again.repeat.rules == when.repeat.rules


def test_the_end_of_a_repeat_is_said() -> None:
    repeat = Repeat(("FREQ=DAILY;UNTIL=20261201",), TOMORROW, time(9), ZONE)
    said = render_repeat(repeat, language="ty", languages=LANGUAGES)
    assert "1 dudekel 2026" in said
    when = read_when(said, now=NOW, place=PLACE, languages=LANGUAGES)
    assert when is not None
    assert when.repeat is not None
    assert when.repeat.rules == repeat.rules


def test_a_typo_is_forgiven() -> None:
    reading = read_task("iri martokk", now=NOW, place=PLACE, languages=LANGUAGES)
    assert (reading.title, reading.due) == ("iri", Due(date(2026, 9, 29), None, ZONE))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("farite 3 5", Done((3, 5))),
        ("forigu 2", Delete((2,))),
        ("dormu por 25 mipi", Snooze(length=timedelta(minutes=25))),
        ("dormu gis morgo", Snooze(until=Due(TOMORROW, None, ZONE))),
        ("tagplano je 9", SetDigest(time(9))),
        ("vesperrigardo neniam", SetDigest(None, "review")),
        ("memoru 1 horip antaue", AddReminder((ReminderOffset(before=timedelta(hours=1)),))),
        ("mi faris kuro hierip", HabitLog("kuro", on=date(2026, 9, 22))),
        ("preterlasu kuro hodo", HabitSkip("kuro", TODAY)),
        ("pauzu miaj kutimoj gis venok", PauseHabits(date(2026, 9, 25))),
        ("acheti panon", None),
    ],
)
def test_an_intent_is_read(text: str, intent: object) -> None:
    assert read_intent(text, now=NOW, place=PLACE, languages=LANGUAGES) == intent


def test_a_habit_and_its_entry_are_read() -> None:
    habit = read_habit(
        "legi 20 pagipi chiu semip je 21:00", now=NOW, place=PLACE, languages=LANGUAGES
    )
    assert habit.name == "legi"
    assert habit.goal is not None
    assert (habit.goal.amount, habit.goal.unit) == (20, "pagipi")
    assert habit.schedule == Schedule(TODAY, Unit.WEEK, reminders=(time(21),))
    log = read_log("legi 5 pagipi hierip", now=NOW, place=PLACE, languages=LANGUAGES)
    assert log is not None
    assert (log.habit, log.amount, log.unit) == ("legi", 5, "pagipi")
    assert log.on == date(2026, 9, 22)
    bare = read_bare_wish("kuro farita", now=NOW, place=PLACE, languages=LANGUAGES)
    assert bare == HabitLog("kuro", on=TODAY)


def test_answers_leave_out_the_lead_word() -> None:
    offsets = read_offsets("1 horip antaue", now=NOW, place=PLACE, languages=LANGUAGES)
    assert offsets == (ReminderOffset(before=timedelta(hours=1)),)
    assert read_times("8", now=NOW, place=PLACE, languages=LANGUAGES) == (time(8),)


def test_amounts_and_units() -> None:
    assert converted(2, "litrip", "mililitrip", languages=LANGUAGES) == 2000
    assert unit_beside(1, "pagipi", languages=LANGUAGES) == "pagip"
    typed = read_amount("2.000", language="ty", languages=LANGUAGES)
    assert typed is not None
    assert typed.amount == 2000


def test_settings_lists_and_replies() -> None:
    assert read_setting("mateno 8:00", languages=LANGUAGES) == {"day_parts": {"morning": "08:00"}}
    assert read_setting("monatip unue", languages=LANGUAGES) == {"date_order": "MDY"}
    assert read_scope(["sen", "dato", "#domo"], languages=LANGUAGES) == ("nodate", 2)
    assert is_me("mi", languages=LANGUAGES)
    assert is_skip("preterlasu!", languages=LANGUAGES)


def test_the_other_language_is_tried_too() -> None:
    reading = read_task("buy bread tomorrow", now=NOW, place=PLACE, languages=LANGUAGES)
    assert (reading.title, reading.due) == ("buy bread", Due(TOMORROW, None, ZONE))


def test_a_line_as_data() -> None:
    fields = parse_line("acheti panon morgo", now=NOW, place=PLACE, languages=LANGUAGES)
    assert (fields["title"], fields["due"]) == ("acheti panon", "2026-09-24")


def test_nobody_else_knows_it() -> None:
    assert "ty" not in ALL.codes
    reading = read_task("acheti panon morgo", now=NOW, place=PLACE)
    assert (reading.title, reading.due) == ("acheti panon morgo", None)
