"""The board of habits: amounts on its buttons, and what fits into a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from bot.playground.world.html import parse_html
from bot.playground.world.text import utf16_length
from bot.reader import Reader
from bot.replies import Notice, inline_buttons
from bot.texts import LANGUAGES, words_for
from bot.views.habits.board import PAGE_SIZE, HabitBoard, HabitRow, board
from bot.views.habits.buttons import steps_of
from bot.views.habits.progress import KeptDay
from bot.views.refusals import refused
from storage.errors import ChangedSince, HabitExists, Refusal, TooMany, UnknownHabit
from storage.habits.keeps import Kept, Participant
from storage.models import Habit, User
from storage.rules.histories import Entry, History
from storage.rules.preferences import preferences
from storage.rules.schedules import Direction, Goal, Schedule, Unit

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
TODAY = date(2026, 9, 23)


@pytest.mark.parametrize(
    ("amount", "unit", "steps"),
    [
        (2000, "ml", (250, 500)),
        (2, "l", (0.25, 0.5)),
        (20, "pages", (1, 5)),
        (8, "glasses", (1, 5)),
        (5, "pages", (1,)),
        (5, "km", (0.5, 1)),
        (2, "", (1,)),
        (0, "", (1,)),
        (30, "min", (1, 5)),
        (60, "min", (5, 10)),
        (10_000, "steps", (1000, 2500)),
        (1e9, "", (25_000, 50_000)),
    ],
)
def test_steps_are_an_eighth_and_a_quarter_of_the_goal(
    amount: float, unit: str, steps: tuple[float, ...]
) -> None:
    assert steps_of(Goal(amount, unit)) == steps


def a_reader(language: str) -> Reader:
    chosen = preferences({}, fallback={}, zone="Europe/Berlin", language=language)
    return Reader(words_for(language), chosen, NOW, uuid4())


def a_row(number: int, people: int, *, is_shared: bool) -> HabitRow:
    """A habit with the longest name, kept by people with the longest names."""
    habit = Habit(
        id=uuid4(),
        chat_id=uuid4(),
        name=f"{number} " + "<b>&" * 24,
        recurring_schedule=Schedule(TODAY, unit=Unit.MONTH).to_json(),
        created_at=NOW,
        updated_at=NOW,
    )
    habit.goal = Goal(123_456_789.125, "ß" * 30, Direction.AT_MOST)
    entries = [Entry(TODAY, 123_456_789.125)]
    keepers = [
        Participant(
            User(telegram_id=n, name="😀" * 64, settings={}, created_at=NOW, updated_at=NOW),
            (),
            True,
        )
        for n in range(people)
    ]
    history = History(habit.schedule, habit.goal, entries)
    days = tuple(KeptDay.of(Kept(habit, keeper, history, TODAY), TODAY) for keeper in keepers)
    return HabitRow(habit, days, is_shared=is_shared, title="" if is_shared else "G" * 255)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("people", "is_shared"), [(1, False), (200, True)])
def test_a_page_of_the_longest_habits_is_one_message(
    language: str, people: int, is_shared: bool
) -> None:
    rows = tuple(a_row(n, people, is_shared=is_shared) for n in range(PAGE_SIZE))
    page = HabitBoard(day=TODAY, back=0, rows=rows, number=9, count=10, done=0, due=0)
    shown = board(page, a_reader(language))
    assert utf16_length(parse_html(shown.text).text) <= 4096
    assert sum(map(len, inline_buttons(shown))) <= 100
    assert all(len(row) <= 8 for row in inline_buttons(shown))
    idle = tuple(replace(row, days=(), is_shared=True, habit=_never(row.habit)) for row in rows)
    shown = board(replace(page, rows=idle), a_reader(language))
    assert utf16_length(parse_html(shown.text).text) <= 4096


def _never(habit: Habit) -> Habit:
    habit.schedule = Schedule(date(2030, 1, 1))
    return habit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("refusal", "named"),
    [
        (UnknownHabit(), "/habits"),
        (UnknownHabit("<run>"), "<run>"),
        (HabitExists("<run>"), "<run>"),
        (TooMany("habits", 100), "100"),
        (ChangedSince(), "/habits"),
    ],
)
def test_what_the_store_refuses_is_said(language: str, refusal: Refusal, named: str) -> None:
    words = words_for(language)
    said = refused(refusal, words=words, pressed=False)
    assert named in parse_html(said.text).text
    shown = refused(refusal, words=words, pressed=True)
    assert isinstance(shown, Notice)
    assert len(shown.text) <= 200
