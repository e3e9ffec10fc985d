"""Buttons that name a day, a time or a repeat do what their words say, in every language."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import get_args
from uuid import uuid4

import pytest

from bot.handlers.reminders.snoozing import task_until
from bot.handlers.tasks.repeats import usual_rule
from bot.language import Place, read_move, read_when
from bot.presses.lists import OPEN_TASKS
from bot.presses.reminders import SnoozeTask, TaskSnooze
from bot.presses.tasks import ClearDate, RepeatChoice, SetDay
from bot.reader import Reader
from bot.texts import Words, words_for
from bot.views.reminders.tasks import more_choices
from bot.views.tasks.calendar import calendar
from storage.models import Task
from storage.rules.due import Due, moment
from storage.rules.preferences import Preferences
from storage.rules.recurrence import Repeat, occurrences

LANGUAGES = ("en", "ru", "de", "es")
ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
MOMENTS = [
    datetime(2026, 9, day, hour, 30, tzinfo=UTC)
    for day in (23, 25, 27, 28)  # Wednesday, Friday, Sunday, Monday
    for hour in (1, 8, 12, 16, 19, 21)
]


def reader(language: str, now: datetime, first_weekday: int) -> Reader:
    chosen = Preferences(ZONE, language, first_weekday=first_weekday)
    return Reader(words_for(language), chosen, now, uuid4())


def meant(label: str, language: str, now: datetime, first_weekday: int) -> Due | None:
    """What a label says, read as if somebody had typed it."""
    place = Place(zone=ZONE, language=language, first_weekday=first_weekday)
    words = label.strip("💤 ")
    when = read_move(words, due=None, now=now, place=place)
    when = when or read_move(f"+{words}", due=None, now=now, place=place)  # 10 min
    assert when is not None, label
    return when.due


@pytest.mark.parametrize("first_weekday", [0, 6])
@pytest.mark.parametrize("language", LANGUAGES)
def test_snoozes_end_when_they_say(language: str, first_weekday: int) -> None:
    words = words_for(language)
    place = Place(zone=ZONE, language=language, first_weekday=first_weekday)
    for now in MOMENTS:
        shown = more_choices(a_task(), reader(language, now, first_weekday))
        labels = {
            button.press.choice: button.text
            for row in shown
            for button in row
            if isinstance(button.press, SnoozeTask)
        }
        for choice in get_args(TaskSnooze):
            label = labels.get(choice) or words.plain(f"button-snooze-{choice}")
            due = meant(label, language, now, first_weekday)
            assert due is not None
            expected = due.at if due.time else moment(due.on, time(9), ZONE)
            assert task_until(choice, now=now, place=place) == expected, (label, now)


@pytest.mark.parametrize("first_weekday", [0, 6])
@pytest.mark.parametrize("language", LANGUAGES)
def test_days_of_the_calendar_are_those_that_are_named(language: str, first_weekday: int) -> None:
    for now in MOMENTS:
        shown = calendar(
            a_task(), date(2026, 9, 1), reader(language, now, first_weekday), back=OPEN_TASKS
        )
        assert isinstance(shown.keyboard, tuple)
        for button in shown.keyboard[0]:
            due = meant(button.text.strip("✓[] "), language, now, first_weekday)
            if isinstance(button.press, SetDay):
                assert due == Due(button.press.day, None, ZONE), (button.text, now)
            else:
                assert isinstance(button.press, ClearDate)
                assert due is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_usual_repeats_are_those_that_are_named(language: str) -> None:
    words: Words = words_for(language)
    place = Place(zone=ZONE, language=language)
    start = date(2026, 9, 23)
    now = datetime(2026, 9, 23, 6, tzinfo=UTC)
    for choice in get_args(RepeatChoice):
        label = words.plain(f"button-every-{choice}")
        when = read_when(label, now=now, place=place)
        assert when is not None, label
        assert when.repeat is not None, label
        pressed = Repeat((usual_rule(choice, start),), start, None, ZONE)
        ahead = [occurrences(each, after=now, limit=60) for each in (when.repeat, pressed)]
        assert ahead[0] == ahead[1], label


def a_task() -> Task:
    return Task(id=uuid4(), chat_id=uuid4(), number=1, title="x", created_at=NOW, updated_at=NOW)
