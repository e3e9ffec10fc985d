"""Schedules, amounts, progress and streaks in the reader's language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.texts import words_for
from bot.views.habits.wording import (
    amount_words,
    percent_words,
    progress_words,
    schedule_words,
    streak_words,
    weekday_names,
)
from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Unit
from storage.rules.streaks import progress

ORDER = ("en", "ru", "de", "es")  # of the sentences below

START = date(2026, 9, 1)
TODAY = date(2026, 9, 23)
PAGES = Goal(20, "pages")
SWEETS = Goal(2, "", Direction.AT_MOST)


def on(*weekdays: int) -> Schedule:
    return Schedule(START, weekdays=frozenset(weekdays))


def weekly(times: int = 1) -> Schedule:
    return Schedule(START, unit=Unit.WEEK, times=times)


SPACE = "\N{NO-BREAK SPACE}"

RATES: list[tuple[Schedule, Goal | None, tuple[str, str, str, str]]] = [
    (Schedule(START), None, ("every day", "каждый день", "jeden Tag", "todos los días")),
    (on(0, 2, 4), None, ("Mon, Wed, Fri", "пн, ср, пт", "Mo, Mi, Fr", "lun, mié, vie")),
    (
        on(0, 1, 2, 3, 4),
        None,
        ("every weekday", "по будням", "Mo–Fr", "de lunes a viernes"),
    ),
    (on(5, 6), None, ("on weekends", "по выходным", "am Wochenende", "los fines de semana")),
    (on(*range(7)), None, ("every day", "каждый день", "jeden Tag", "todos los días")),
    (
        Schedule(START, interval=3),
        None,
        ("every 3 days", "каждые 3 дня", "alle 3 Tage", "cada 3 días"),
    ),
    (
        weekly(3),
        None,
        ("3 times a week", "3 раза в неделю", "3-mal pro Woche", "3 veces por semana"),
    ),
    (weekly(), None, ("once a week", "1 раз в неделю", "einmal pro Woche", "una vez por semana")),
    (
        Schedule(START, unit=Unit.MONTH, times=2),
        None,
        ("twice a month", "2 раза в месяц", "zweimal im Monat", "2 veces al mes"),
    ),
    (
        weekly(),
        SWEETS,
        (
            "at most 2 a week",
            "не больше 2 в неделю",
            "höchstens 2 pro Woche",
            "como máximo 2 por semana",
        ),
    ),
    (
        Schedule(START),
        PAGES,
        ("20 pages a day", "20 pages в день", "20 pages am Tag", "20 pages al día"),
    ),
    (
        Schedule(START),
        Goal(2, ""),
        ("twice a day", "2 раза в день", "zweimal am Tag", "2 veces al día"),
    ),
    (
        weekly(3),
        PAGES,
        (
            "20 pages, 3 times a week",
            "20 pages, 3 раза в неделю",
            "20 pages, 3-mal pro Woche",
            "20 pages, 3 veces por semana",
        ),
    ),
    (
        on(0, 3),
        Goal(1250.5, "m"),
        (
            "1,250.5 m · Mon, Thu",
            f"1{SPACE}250,5 m · пн, чт",
            "1.250,5 m · Mo, Do",
            "1.250,5 m · lun, jue",
        ),
    ),
]


@pytest.mark.parametrize(("schedule", "goal", "said"), RATES, ids=[said[0] for _, _, said in RATES])
def test_schedules_in_words(
    schedule: Schedule, goal: Goal | None, said: tuple[str, str, str, str]
) -> None:
    spoken = [schedule_words(schedule, goal, words_for(language)) for language in ORDER]
    assert tuple(spoken) == said


@pytest.mark.parametrize(
    ("schedule", "goal", "entries", "said"),
    [
        (Schedule(START), None, [TODAY], ""),
        (Schedule(START, interval=3), None, [TODAY], ""),
        (weekly(3), None, [TODAY, date(2026, 9, 21)], "2 of 3 this week"),
        (Schedule(START, unit=Unit.MONTH, times=4), None, [TODAY], "1 of 4 this month"),
        (Schedule(START, interval=14, times=3), None, [TODAY], "1 of 3 in 14 days"),
        (Schedule(START), Goal(2000, "ml"), [(TODAY, 1250)], "1,250 / 2,000 ml"),
        (weekly(), Goal(20, "km"), [(TODAY, 7.5)], "7.5 / 20 km this week"),
        (weekly(3), PAGES, [(TODAY, 10)], "10 / 20 pages · 0 of 3 this week"),
        (weekly(), SWEETS, [(TODAY, 1)], "1 of at most 2 this week"),
        (Schedule(START), SWEETS, [(TODAY, 3)], "3 of at most 2"),
    ],
)
def test_progress_in_words(
    schedule: Schedule, goal: Goal | None, entries: list[date | tuple[date, float]], said: str
) -> None:
    kept = [Entry(one) if isinstance(one, date) else Entry(*one) for one in entries]
    now = progress(History(schedule, goal, kept), on=TODAY)
    assert progress_words(now, schedule, goal, words_for("en")) == said


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (2000, "ml", ("2,000 ml", f"2{SPACE}000 ml", "2.000 ml", "2.000 ml")),
        (0.5, "l", ("0.5 l", "0,5 l", "0,5 l", "0,5 l")),
        (3, "", ("3", "3", "3", "3")),
    ],
)
def test_amounts_in_words(amount: float, unit: str, said: tuple[str, str, str, str]) -> None:
    assert tuple(amount_words(amount, unit, words_for(one)) for one in ORDER) == said


def test_shares_in_words() -> None:
    said = [percent_words(0.798, words_for(language)) for language in ORDER]
    assert said == ["80%", f"80{SPACE}%", f"80{SPACE}%", f"80{SPACE}%"]


@pytest.mark.parametrize(
    ("schedule", "count", "said"),
    [
        (Schedule(START), 1, ("1 day", "1 день", "1 Tag", "1 día")),
        (Schedule(START), 12, ("12 days", "12 дней", "12 Tage", "12 días")),
        (weekly(), 3, ("3 weeks", "3 недели", "3 Wochen", "3 semanas")),
        (
            Schedule(START, unit=Unit.MONTH),
            2,
            ("2 months", "2 месяца", "2 Monate", "2 meses"),
        ),
        (
            Schedule(START, interval=3),
            4,
            ("4 × 3 days", "4 × 3 дня", "4 × 3 Tage", "4 × 3 días"),
        ),
    ],
)
def test_streaks_in_their_own_unit(
    schedule: Schedule, count: int, said: tuple[str, str, str, str]
) -> None:
    assert tuple(streak_words(count, schedule, words_for(one)) for one in ORDER) == said


@pytest.mark.parametrize("language", ORDER)
def test_there_are_seven_short_weekdays(language: str) -> None:
    names = weekday_names(words_for(language))
    assert len(set(names)) == 7
    assert all(0 < len(name) <= 4 for name in names)
