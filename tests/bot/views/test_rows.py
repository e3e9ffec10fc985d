"""No wall of buttons: every view has eight rows at most, however much there is to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from bot.handlers.reminders.offsets import OFFSETS
from bot.handlers.tasks.capture import WrittenLine
from bot.language.places.zones import find_zone
from bot.language.values import Place
from bot.presses.guide import TOPICS
from bot.presses.lists import ListPlace
from bot.reader import Reader
from bot.replies import Keyboard, Notice, Reply, inline_buttons
from bot.texts import words_for
from bot.views import guide, preferences
from bot.views.agendas import HabitOfDay, digest
from bot.views.habits import card as habit_cards
from bot.views.habits import entries, menus
from bot.views.habits import stats as habit_stats
from bot.views.habits.board import PAGE_SIZE, HabitBoard, HabitRow, board
from bot.views.habits.progress import KeptDay
from bot.views.lists import Beside, filters, task_list
from bot.views.parts import MOST_ROWS
from bot.views.reminders import tasks as reminders
from bot.views.reminders import together
from bot.views.reminders.offsets import reminder_choices
from bot.views.reminders.together import TaskLine
from bot.views.tasks import card as cards
from bot.views.tasks import contents
from bot.views.tasks.adding import Echo, task_added
from bot.views.tasks.calendar import PARTS, calendar, clock
from bot.views.tasks.history import history
from bot.views.tasks.repeats import repeat_choices
from storage.habits.keeps import Kept, Participant
from storage.models import Chat, ChecklistItem, Habit, Tag, Task, User
from storage.pushes.together import MOST
from storage.rules.due import Due
from storage.rules.histories import Entry, History
from storage.rules.preferences import preferences as resolved
from storage.rules.recurrence import Repeat, repeat_to_json
from storage.rules.schedules import Goal, Schedule, Span
from storage.tasks.lists import Filter, Page, Scope

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
TODAY = date(2026, 9, 23)
ZONE = "Europe/Berlin"
BACK = ListPlace(9999, "x")
HERE = uuid4()
ANN = User(telegram_id=1, name="Ann", settings={}, created_at=NOW, updated_at=NOW)


def a_reader(*, shared: bool, language: str = "en") -> Reader:
    chosen = resolved({}, fallback={}, zone=ZONE, language=language)
    return Reader(words_for(language), replace(chosen, is_shared=shared), NOW, HERE)


def a_task(number: int, *, chat_id: UUID = HERE) -> Task:
    """An overdue task of a series, with all that has buttons of its own."""
    stamps: dict[str, Any] = {"created_at": NOW, "updated_at": NOW}
    task = Task(id=uuid4(), chat_id=chat_id, number=number, title=f"Task {number}", **stamps)
    task.due, task.nag_minutes = Due(TODAY - timedelta(days=1), time(9), ZONE), 15
    task.repeat = repeat_to_json(Repeat(("FREQ=DAILY",), TODAY, time(9), ZONE))
    task.chat = Chat(telegram_id=2, kind="group", title="The flat", **stamps)
    task.tags = [Tag(chat_id=chat_id, name=f"tag{n}", folded=f"tag{n}") for n in range(20)]
    task.assignees, task.attachments = [], []
    task.checklist = [
        ChecklistItem(position=n, text=f"Line {n}", is_done=n == 0) for n in range(50)
    ]
    return task


def a_habit(name: str, *, measured: bool) -> Habit:
    times = tuple(time(hour, 30) for hour in range(20))
    schedule = Schedule(TODAY - timedelta(days=9), reminders=times).to_json()
    stamps: dict[str, Any] = {"created_at": NOW, "updated_at": NOW}
    habit = Habit(id=uuid4(), chat_id=HERE, name=name, recurring_schedule=schedule, **stamps)
    habit.goal = Goal(2000, "ml") if measured else None
    return habit


def kept(habit: Habit) -> Kept:
    history = History(habit.schedule, habit.goal, [Entry(TODAY, 1.0)])
    return Kept(habit, Participant(ANN, (), is_ranked=True), history, TODAY)


def rows_of(habits: list[Habit], reader: Reader) -> tuple[HabitRow, ...]:
    shared = reader.preferences.is_shared
    return tuple(HabitRow(one, (KeptDay.of(kept(one), TODAY),), is_shared=shared) for one in habits)


def of_tasks(count: int, habits: list[Habit], reader: Reader) -> Iterator[Reply]:
    tasks = tuple(
        a_task(number, chat_id=HERE if number % 2 else uuid4()) for number in range(count)
    )
    dues = tuple(HabitOfDay(one, TODAY, (KeptDay.of(kept(one), TODAY),)) for one in habits)
    for scope in Scope:
        page = Page(Filter(scope), tasks[:10], 3, 100)
        for opens in (False, True):
            place = replace(BACK, opens=opens)
            yield task_list(page, reader, place=place, beside=Beside(dues))
            yield task_list(page, reader, place=place, beside=Beside((), tuple(habits[:10])))
    for title in ("missed", "agenda", "review", "summary"):
        yield digest(tasks, reader, title=title, habits=dues)


def of_a_task(reader: Reader) -> Iterator[Reply]:
    task = a_task(1)
    line = " ".join(["Pay rent 3/4 9am remind 1d", *(f"#tag{n}" for n in range(20)), "!high"])
    place = Place(zone=ZONE, language="en")
    echo = Echo(line, WrittenLine(line, NOW).read(place), can_split=True)
    yield task_added(task, uuid4(), reader, echo)
    yield cards.card(task, reader, back=BACK)
    yield cards.priorities(task, reader, back=BACK)
    yield history(task, [], {}, reader, back=BACK)
    yield contents.tag_choices(task, [(f"tag{n}", uuid4()) for n in range(60)], reader, back=BACK)
    yield from (contents.checklist(task, reader, back=BACK, place=n) for n in (0, 24, 49))
    yield contents.files(task, reader, back=BACK)
    yield from (clock(task, reader, back=BACK, part=part) for part in (None, *PARTS))
    yield repeat_choices(task, reader, back=BACK)
    yield reminder_choices(task, OFFSETS, OFFSETS, reader, back=BACK)
    yield reminders.reminder(task, reader, mention=True)
    for count in (2, 6, 30):
        parts = [TaskLine(a_task(number), is_open=number % 3 > 0) for number in range(count)]
        yield together.reminder(parts, reader, mention=True)


def of_habits(habits: list[Habit], reader: Reader) -> Iterator[Reply]:
    rows = rows_of(habits[:PAGE_SIZE], reader)
    for back in (0, 5):
        day = TODAY - timedelta(days=back)
        for opens in (False, True):
            yield board(HabitBoard(day, back, rows, 2, 9, 1, 2, opens), reader)
    yield menus.archived_list(habits, 1, reader)
    yield entries.ask_which("run", [(habit, "The flat") for habit in habits[:8]], reader)
    yield habit_stats.which(habits, reader)
    shared = reader.preferences.is_shared
    for habit in habits[:2]:
        yield menus.times_menu(habit, reader)
        yield menus.edit_menu(habit, reader, undo=uuid4())
        yield menus.pause_menu(habit, reader, in_group=shared)
        yield menus.delete_question(habit, 3, reader)
        own = kept(habit)
        shown = habit_cards.HabitCard(
            habit, TODAY, 5, own, (own,), is_shared=True, in_group=shared, undo=uuid4()
        )
        yield habit_cards.card(shown, reader)


def of_settings(reader: Reader) -> Iterator[Reply]:
    now, words = reader.preferences, reader.words
    yield preferences.settings(now, words, away=Span(TODAY, None), today=TODAY)
    yield from (preferences.settings_of(group, now, words) for group in preferences.GROUPS)
    yield from (
        preferences.choices(name, now, words) for name in preferences.SETTINGS if name != "zone"
    )
    yield from (preferences.hours_of(part, now, words) for part in preferences.SHOWN_PARTS)
    found = find_zone("Springfield", language="en")
    assert isinstance(found, list)
    yield preferences.zone_choices(found, words)
    yield guide.overview(("start", "help", "add"), words=words)
    yield from (guide.topic(topic, reader) for topic in TOPICS)
    yield guide.greeting("Ann", "dueto_bot", words=words, offers_agenda=True, asks=words("help"))


def check(reply: Reply) -> None:
    assert not isinstance(reply, Notice)
    check_rows(inline_buttons(reply))


def check_rows(keyboard: Keyboard) -> None:
    assert len(keyboard) <= MOST_ROWS, [[button.text for button in row] for row in keyboard]
    assert all(0 < len(row) <= 8 for row in keyboard)
    assert all(button.packed or button.url for row in keyboard for button in row)


KINDS = {"ticks": (False,), "amounts": (True,), "both": (True, False, False)}


@pytest.mark.parametrize("kinds", KINDS)
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(("tasks", "habits", "length"), [(30, 30, 40), (10, 9, 5), (0, 1, 1)])
def test_tasks_and_habits(
    tasks: int, habits: int, length: int, kinds: str, *, shared: bool
) -> None:
    reader, measured = a_reader(shared=shared), KINDS[kinds]
    kept = [
        a_habit(f"{n} {'x' * length}", measured=measured[n % len(measured)]) for n in range(habits)
    ]
    for reply in (*of_tasks(tasks, kept, reader), *of_habits(kept, reader)):
        check(reply)


@pytest.mark.parametrize("count", [2, 6, 7, MOST])
@pytest.mark.parametrize("acted", [0, 1, 20])
def test_a_message_of_several_tasks(count: int, acted: int) -> None:
    lines = [TaskLine(a_task(n + 1), is_open=n >= acted) for n in range(count)]
    check(together.reminder(lines, a_reader(shared=False), mention=False))


@pytest.mark.parametrize("shared", [False, True])
def test_one_task_settings_and_help(*, shared: bool) -> None:
    reader = a_reader(shared=shared)
    for reply in (*of_a_task(reader), *of_settings(reader)):
        check(reply)
    for keyboard in (filters(Scope.OPEN, BACK, reader), reminders.more_choices(a_task(1), reader)):
        check_rows(keyboard)


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_every_month_of_a_calendar(first_weekday: int) -> None:
    """Also those that touch six weeks; the names of the weekdays stand above their days."""
    reader = a_reader(shared=False)
    reader = replace(reader, preferences=replace(reader.preferences, first_weekday=first_weekday))
    for number in range(48):
        month = date(2026 + number // 12, number % 12 + 1, 1)
        shown = calendar(a_task(1), month, reader, back=BACK)
        check(shown)
        days = [button.text for row in inline_buttons(shown)[1:-1] for button in row]
        assert len(days) % 7 == 0
        assert (
            days.index("1" if "1" in days else "[1]") % 7 == (month.weekday() - first_weekday) % 7
        )
