"""The picture of a habit that the README shows, from a made-up year of somebody's reading."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from bot import pictures
from bot.reader import Reader
from bot.texts import words_for
from bot.views.habits.pictures import detail_of
from storage.habits.keeps import Kept, Participant
from storage.models import Habit, User
from storage.rules.histories import Entry, History
from storage.rules.preferences import preferences
from storage.rules.schedules import Goal, Schedule, Span

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
TODAY = date(2026, 9, 23)
BEGUN = TODAY - timedelta(days=330)
HOLIDAY = Span(date(2026, 7, 4), date(2026, 7, 19))
CHAT = UUID(int=1)


def heatmap() -> bytes:
    """A PNG, the same bytes at every run: what `/stats read` sends for this year."""
    reader = Reader(
        words_for("en"),
        preferences({}, fallback={}, zone="Europe/Berlin", language="en"),
        NOW,
        CHAT,
    )
    return pictures.draw_detail(detail_of(a_year_of_reading(), reader))


def a_year_of_reading() -> Kept:
    """Somebody who is irregular at first, away in July, and steady by autumn."""
    schedule, goal = Schedule(BEGUN, reminders=(time(21),)), Goal(20, "pages")
    habit = Habit(
        id=UUID(int=2),
        chat_id=CHAT,
        name="Read before sleep",
        recurring_schedule=schedule.to_json(),
        created_at=NOW,
        updated_at=NOW,
    )
    habit.goal = goal
    user = User(id=UUID(int=3), telegram_id=1, name="Ann", created_at=NOW, updated_at=NOW)
    days = (BEGUN + timedelta(days=number) for number in range((TODAY - BEGUN).days + 1))
    entries = [entry for day in days if (entry := _day(day)) is not None]
    return Kept(
        habit, Participant(user, (), True), History(schedule, goal, entries, (HOLIDAY,)), TODAY
    )


def _day(day: date) -> Entry | None:
    """What happened: the same random numbers at every run, fewer misses as the year goes on."""
    dice = day.toordinal() * 7919 % 101
    if day in HOLIDAY or dice >= 58 + (day - BEGUN).days // 8:
        return None
    if dice % 17 == 3:
        return Entry(day, 0.0, is_skip=True)
    return Entry(day, float((8, 14, 20, 20, 25, 31)[dice % 6]))
