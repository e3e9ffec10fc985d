"""What views make of facts, at their limits: valid HTML within Telegram's lengths."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uuid_utils.compat import uuid7

from bot.handlers.lists import CODE_LIMIT
from bot.outgoing.composing import sendable
from bot.outgoing.markup import MESSAGE_LIMIT, fit, units
from bot.playground.world.html import parse_html
from bot.presses.lists import ListPlace
from bot.reader import Reader
from bot.replies import Notice, Reply, inline_buttons
from bot.texts import LANGUAGES, words_for
from bot.texts.dates import clock_words, day_words, due_words, length_words
from bot.views.lists import task_list
from bot.views.parts import MOST_ROWS, asked, occurrence, with_undo
from bot.views.reminders import together
from bot.views.reminders.together import TaskLine
from bot.views.tasks import answers as views
from bot.views.tasks import card as cards
from bot.views.tasks import contents
from bot.views.tasks.adding import task_added
from bot.views.tasks.calendar import calendar, clock
from storage.models import (
    CHECKLIST_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    TITLE_LIMIT,
    Attachment,
    Chat,
    ChecklistItem,
    Priority,
    Tag,
    Task,
    User,
)
from storage.pushes.together import MOST
from storage.rules.due import Due
from storage.rules.preferences import Preferences
from storage.tasks.lists import Filter, Page, Scope

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
BERLIN = Preferences("Europe/Berlin", "en")
BACK = ListPlace(9999, "x" * CODE_LIMIT)
HOME = Chat(telegram_id=1, kind="private", title="Ann", created_at=NOW, updated_at=NOW)
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=TITLE_LIMIT)


def reader(language: str = "en", preferences: Preferences = BERLIN) -> Reader:
    return Reader(words_for(language), preferences, NOW, HOME.id)


def a_task(title: str = "Milk", *, name: str = "n") -> Task:
    """A task with as much of everything as a task can have."""
    task = Task(
        chat_id=uuid7(), number=10_000, title=title, created_at=NOW, updated_at=NOW,
        priority=Priority.HIGH, notes=title * 20, status="in_progress",
    )  # fmt: skip
    task.due = Due(date(2026, 9, 25), time(10), "Europe/Berlin")
    task.chat = Chat(telegram_id=2, kind="group", title=title, created_at=NOW, updated_at=NOW)
    task.tags = [
        Tag(chat_id=task.chat_id, name=f"{name * (TAG_LIMIT - 2)}{i}", folded=str(i))
        for i in range(TAGS_LIMIT)
    ]
    task.assignees = [
        User(telegram_id=i, name=title, created_at=NOW, updated_at=NOW) for i in range(20)
    ]
    task.checklist = [ChecklistItem(position=i, text=title) for i in range(CHECKLIST_LIMIT)]
    task.attachments = [
        Attachment(kind="photo", file_id="f", unique_id="u", name=title) for _ in range(30)
    ]
    return task


def every_view(task: Task, to: Reader) -> Iterator[Reply]:
    page = Page(Filter(Scope.SEARCH, words=task.title * 10), (task,) * 10, 9999, 100_000)
    names = [(tag.name, tag.id) for tag in task.tags]
    yield task_added(task, uuid7(), to)
    yield views.tasks_added([task] * 50, uuid7(), to)
    yield cards.card(task, to, back=BACK, names=(task.title, task.title))
    yield cards.priorities(task, to, back=BACK)
    yield contents.tag_choices(task, names, to, back=BACK)
    yield contents.checklist(task, to, back=BACK)
    yield contents.files(task, to, back=BACK)
    yield views.task_moved(task, uuid7(), to)
    yield views.task_edited(task, uuid7(), to)
    yield with_undo(views.done_lines([(task, True)] * 50, to), uuid7(), to)
    yield calendar(task, date(2026, 9, 1), to, back=BACK)
    yield clock(task, to, back=BACK)
    yield task_list(page, to, place=BACK)
    for mention in (False, True):
        yield together.reminder([TaskLine(task, is_open=True)] * MOST, to, mention=mention)
    for key in ("title", "notes", "date", "tag", "items", "file"):
        yield asked(key, task, to, in_group=False)


@settings(deadline=None, max_examples=30)
@given(title=texts.filter(lambda text: bool(text.strip())))
def test_whatever_people_write_every_view_can_be_sent(title: str) -> None:
    for reply in every_view(a_task(title), reader()):
        assert not isinstance(reply, Notice)
        text = fit(reply.text)
        assert units(text) <= MESSAGE_LIMIT
        parse_html(text)
        keyboard = inline_buttons(reply)
        buttons = [button for row in keyboard for button in row]
        assert all(sendable(button) for button in buttons)
        assert len(buttons) <= 100
        assert all(len(row) <= 8 for row in keyboard)
        assert len(keyboard) <= MOST_ROWS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_speaks_every_language(language: str) -> None:
    for reply in every_view(a_task(), reader(language)):
        assert not isinstance(reply, Notice)
        parse_html(fit(reply.text))


def test_a_title_is_shown_as_text_not_as_markup() -> None:
    task = a_task("<b>Milk</b> & <script>")
    shown = parse_html(cards.card(task, reader()).text).text
    assert "#10000 <b>Milk</b> & <script>" in shown


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-2, "Mon 21 Sept"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "Friday"),
        (6, "Tuesday"),
        (7, "Wed 30 Sept"),
        (120, "Thu, 21 Jan 2027"),
    ],
)
def test_days_are_said_from_today(days: int, said: str) -> None:
    today = date(2026, 9, 23)
    assert day_words(today + timedelta(days=days), today=today, words=words_for("en")) == said


def test_a_moment_is_shown_in_each_readers_own_zone() -> None:
    due = Due(date(2026, 9, 24), time(9), "Europe/Berlin")
    said = due_words(due, now=NOW, words=words_for("en"), reader=Preferences("Asia/Tokyo", "en"))
    assert 'unix="1790233200"' in said
    assert said.striptags() == "tomorrow, 16:00"


@pytest.mark.parametrize("year", [1, 1969, 2030, 9998])
def test_a_moment_that_telegram_refuses_is_said_in_words(year: int) -> None:
    due = Due(date(year, 6, 1), time(9), "Europe/Berlin")
    assert "tg-time" not in due_words(due, now=NOW, words=words_for("en"), reader=BERLIN)


def test_the_clock_has_twelve_hours_for_who_prefers_them() -> None:
    twelve = Preferences("Europe/Berlin", "en", hours_12=True)
    assert clock_words(time(15, 5), words=words_for("en"), reader=BERLIN) == "15:05"
    assert "3:05" in clock_words(time(15, 5), words=words_for("en"), reader=twelve)


@pytest.mark.parametrize("first_weekday", range(7))
def test_a_calendar_begins_its_weeks_as_the_reader_does(first_weekday: int) -> None:
    to = reader(preferences=Preferences("Europe/Berlin", "en", first_weekday=first_weekday))
    task = a_task()
    rows = inline_buttons(calendar(task, date(2026, 2, 1), to, back=ListPlace()))
    weeks = rows[2:-1]
    days = [button.text for week in weeks for button in week if button.text != "·"]
    assert days == [str(day) for day in range(1, 29)]
    assert all(len(week) == 7 for week in weeks)
    assert (date(2026, 2, 1).weekday() - first_weekday) % 7 == [
        button.text for button in weeks[0]
    ].index("1")


@pytest.mark.parametrize("month", [date(1, 1, 1), date(9999, 12, 31), date(1900, 1, 1)])
def test_a_calendar_has_no_edge_to_fall_from(month: date) -> None:
    assert calendar(a_task(), month, reader(), back=ListPlace()).keyboard


def test_an_occurrence_is_told_from_the_next() -> None:
    task = a_task()
    assert occurrence(task) == ""
    task.repeat = {"rules": ["FREQ=DAILY"]}
    first = occurrence(task)
    task.due = Due(date(2026, 9, 26), time(10), "Europe/Berlin")
    assert first
    assert occurrence(task) != first


SECOND, MINUTE, HOUR, DAY = (
    timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days")
)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (SECOND, "1 minute"),
        (HOUR - SECOND / 50, "1 hour"),  # a reminder that left a moment late
        (90 * MINUTE, "1 hour 30 minutes"),
        (3 * HOUR, "3 hours"),
        (DAY - SECOND, "1 day"),
        (26 * HOUR, "1 day 2 hours"),
        (7 * DAY - SECOND, "1 week"),
        (12 * DAY + 5 * HOUR, "12 days"),
        (21 * DAY, "3 weeks"),
    ],
)
def test_a_length_is_said_by_two_units(length: timedelta, said: str) -> None:
    assert length_words(length, words_for("en")) == said


@settings(deadline=None)  # the first words of a language are loaded in it
@given(st.timedeltas(timedelta(), timedelta(days=400)))
def test_every_length_has_words(length: timedelta) -> None:
    for language in LANGUAGES:
        assert 1 <= len(length_words(length, words_for(language))) <= 40
