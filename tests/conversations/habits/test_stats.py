"""/stats: pictures of habits with the same facts in words, and the leaderboard of a group."""

from __future__ import annotations

import struct
from datetime import date, timedelta

import pytest

from bot.pictures import Mark
from bot.playground.world.text import utf16_length
from bot.presses.habits import ArchiveHabit, SwitchRank
from bot.views.habits.days import Diary, days_done, square
from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Span, Unit
from tests.support.conversations import Conversation
from tests.support.keeping import TODAY, ago, has_done, has_habit
from tests.support.messages import picture_in, text_of

CAPTION = 1024
WEEK = Schedule(ago(60), unit=Unit.WEEK, times=3)


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, which the bytes have to be."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pictured(chat: Conversation, who: str) -> str:
    """The caption of the newest message, which has to be a picture that a phone can show."""
    message = chat.newest(who)
    width, height = size_of(picture_in(chat.telegram, message))
    assert width == 1080
    assert 300 < height < 3000
    assert utf16_length(text_of(message)) <= CAPTION
    return text_of(message)


async def test_without_habits_it_says_how_to_begin(chat: Conversation) -> None:
    said = await chat.says("ann", "/stats")
    assert "/habit read 20 pages every day at 21:00" in said
    assert "photo" not in chat.newest("ann")


async def test_all_habits_are_on_one_sheet(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read", goal=Goal(20, "pages"), done={1: 20, 2: 20})
    await has_habit(anywhere, "ann", "run", WEEK, done=[1, 3])
    await anywhere.says("ann", "/stats")
    assert pictured(anywhere, "ann").splitlines() == [
        "📊 Your habits",
        "🟦 read · 10% ▲ 10 · 🔥 2 days · ✅ 3%",
        "🟧 run · 3% ▲ 3 · ✅ 0%",
    ]
    assert anywhere.buttons("ann") == ["🟦 read", "🟧 run"]
    await anywhere.presses("ann", "🟧 run")
    assert "🟧 run" in pictured(anywhere, "ann")


@pytest.mark.parametrize("said", ["running", "RUNNING", "runing", "run"])
async def test_one_habit_in_detail(anywhere: Conversation, said: str) -> None:
    await has_habit(anywhere, "ann", "read")
    await has_habit(anywhere, "ann", "running", WEEK, done=[2, 4, 6, 8, 10, 12], skipped=[1])
    await anywhere.says("ann", f"/stats {said}")
    assert pictured(anywhere, "ann").splitlines() == [
        "🟧 running",
        "3 times a week",
        "💪 Score: 21% ▲ 15",
        "🔥 Streak: 1 week, best 1 week",
        "✅ Kept: 12% (1 of 8)",
        "🗓 In the last 12 months: done on 6 days",
        "7 days: 🟩▫️🟩▫️🟩⏭️🔲",
    ]
    await anywhere.presses("ann", "📊 All")
    assert "📊 Your habits" in pictured(anywhere, "ann")


async def test_a_card_below_a_picture_is_a_new_message(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "run", done=[1])
    await anywhere.says("ann", "/stats run")
    picture = anywhere.newest("ann")
    await anywhere.presses("ann", "✏️ Open")
    assert "Today, Wed 23 Sept" in text_of(anywhere.newest("ann"))
    assert "photo" not in anywhere.newest("ann")
    assert "7 days" in anywhere.reads("ann", picture)


async def test_two_that_fit_are_asked_about(chat: Conversation) -> None:
    await has_habit(chat, "ann", "run in the park", done=[1])
    await has_habit(chat, "ann", "run at home")
    said = await chat.says("ann", "/stats run")
    assert "Which one" in said
    assert chat.buttons("ann") == ["🟦 run in the park", "🟧 run at home"]
    await chat.presses("ann", "🟦 run in the park")
    assert "run in the park" in pictured(chat, "ann")


async def test_an_unknown_habit_is_refused(chat: Conversation) -> None:
    await has_habit(chat, "ann", "run")
    said = await chat.says("ann", "/stats swimming")
    assert "swimming" in said
    assert "photo" not in chat.newest("ann")


async def test_an_archived_habit_has_its_picture_still(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run", done=[1])
    await chat.says("ann", "/list")
    await chat.forges("ann", ArchiveHabit(habit.id).pack(), on=chat.newest("ann"))
    await chat.says("ann", "/stats run")
    assert "run" in pictured(chat, "ann")


async def test_many_habits_fit_a_caption(anywhere: Conversation) -> None:
    for number in range(40):
        await has_habit(anywhere, "ann", f"{number} " + "привычка " * 10, done=[number])
    await anywhere.says("ann", "/stats")
    said = pictured(anywhere, "ann")
    assert "more" in said.splitlines()[-1]
    assert len(anywhere.buttons("ann")) == 24


async def test_a_group_sees_its_leaderboard(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    run = await has_habit(flat, "ann", "run", done=range(30))
    await has_done(flat, "bob", run, range(0, 30, 2))
    await has_done(flat, "chen", run, range(10, 30))
    await flat.says("bob", "/stats")
    assert pictured(flat, "bob").splitlines() == [
        "🏅 Leaderboard",
        "🟦 run",
        "1. Ann · 80% ▲ 9",
        "2. Bob · 41% ▲ 7",
        "2. Chen · 41% ▼ 15",
    ]
    await flat.presses("chen", "📊 Mine")
    said = pictured(flat, "chen")
    assert said.splitlines()[:3] == ["🟦 run", "every day", "👤 Chen"]


async def test_several_habits_of_a_group_are_averaged(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await has_habit(flat, "ann", "read", done=range(30))
    run = await has_habit(flat, "ann", "run")
    await has_done(flat, "bob", run, range(30))
    await flat.says("bob", "/stats")
    assert pictured(flat, "bob").splitlines() == [
        "🏅 Leaderboard",
        "2 habits",
        "1. Bob · 80% ▲ 9",
        "2. Ann · 40% ▲ 5",
    ]
    await flat.presses("bob", "🟧 run")
    assert pictured(flat, "bob").splitlines()[2:] == ["1. Bob · 80% ▲ 9", "2. Ann · 0%"]


async def test_who_opted_out_is_counted_nowhere(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    run = await has_habit(flat, "ann", "run", done=[1])
    await has_done(flat, "bob", run, [1, 2])
    await flat.says("ann", "/list")
    there = flat.newest("ann")
    await flat.forges("bob", SwitchRank(run.id, ranked=False).pack(), on=there)
    await flat.says("ann", "/stats")
    assert pictured(flat, "ann").splitlines()[2:] == ["1. Ann · 5% ▲ 5"]
    await flat.forges("ann", SwitchRank(run.id, ranked=False).pack(), on=there)
    assert "Nobody is on the leaderboard" in await flat.says("ann", "/stats")
    await flat.says("bob", "/stats run")
    assert "Nobody is on" in text_of(flat.newest("bob"))


async def test_who_does_not_keep_it_has_no_picture_of_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await has_habit(flat, "ann", "run", done=[1])
    await flat.says("chen", "/stats run")
    there = len(flat.messages("chen"))
    await flat.presses("chen", "📊 Mine")
    assert "➕ Join" in flat.alert
    assert len(flat.messages("chen")) == there


async def test_a_group_habit_in_private_has_its_leaderboard(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    run = await has_habit(anywhere.in_("flat"), "ann", "run", done=[1])
    await has_done(anywhere.in_("flat"), "bob", run, [1, 2])
    await anywhere.says("ann", "/stats run")
    assert "Streak: 1 day" in pictured(anywhere, "ann")
    await anywhere.presses("ann", "🏅 Leaderboard")
    assert "1. Bob" in pictured(anywhere, "ann")


@pytest.mark.parametrize(
    ("who", "words"), [("dasha", ["Сила", "каждый день", "7 дней"])], ids=["ru"]
)
async def test_it_is_said_in_the_readers_language(
    anywhere: Conversation, who: str, words: list[str]
) -> None:
    await has_habit(anywhere, who, "бег", done=[1])
    await anywhere.says(who, "/stats бег")
    said = pictured(anywhere, who)
    assert [word for word in words if word not in said] == []


# What each day is drawn as

MONDAY = date(2026, 9, 21)  # today is Wednesday


def days(history: History, first: date, count: int) -> str:
    """The squares of so many days."""
    diary = Diary(history, today=TODAY)
    return "".join(
        square(day, history) for day in diary.days(first, first + timedelta(days=count - 1))
    )


def done(*on: date, amount: float = 1.0) -> list[Entry]:
    return [Entry(day, amount) for day in on]


DAILY = Schedule(ago(20))
LAST_WEEK = MONDAY - timedelta(days=7)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (History(DAILY, None, done(ago(1))), "⬜⬜⬜⬜⬜⬜⬜⬜🟩🔲"),
        (History(Schedule(ago(1)), None, []), "▫️▫️▫️▫️▫️▫️▫️▫️⬜🔲"),
        (
            History(Schedule(ago(20), weekdays=frozenset({0, 2})), None, done(ago(1))),
            "⬜▫️⬜▫️▫️▫️▫️⬜🟩🔲",
        ),
        (History(DAILY, Goal(4, "km"), [Entry(ago(1), 2), Entry(ago(2), 4)]), "⬜" * 7 + "🟩🟨🔲"),
        (
            History(DAILY, None, [Entry(ago(2), 0, is_skip=True)], (Span(ago(4), ago(3)),)),
            "⬜⬜⬜⬜⬜⏸️⏸️⏭️⬜🔲",
        ),
        (History(WEEK, None, done(LAST_WEEK)), "🟩▫️▫️▫️▫️▫️⬜▫️▫️🔲"),
        (History(WEEK, None, done(LAST_WEEK + timedelta(days=6))), "▫️▫️▫️▫️▫️⬜🟩▫️▫️🔲"),
        (History(WEEK, None, done(LAST_WEEK, ago(7), ago(5))), "🟩▫️🟩▫️🟩▫️▫️▫️▫️🔲"),
        (History(WEEK, None, done(MONDAY, ago(1), TODAY)), "▫️▫️▫️▫️▫️▫️⬜🟩🟩🟩"),
        (
            History(DAILY, Goal(2, "", Direction.AT_MOST), [Entry(ago(1), 3), Entry(ago(2), 2)]),
            "🟩🟩🟩🟩🟩🟩🟩🟩🟥🔲",
        ),
        (
            History(
                Schedule(ago(20), unit=Unit.WEEK),
                Goal(1, "", Direction.AT_MOST),
                done(LAST_WEEK, ago(7), MONDAY),
            ),
            "🟩🟩🟥🟩🟩🟩🟩🟩🟩🔲",
        ),
        (History(DAILY, Goal(0, "", Direction.AT_MOST), done(ago(1))), "🟩" * 8 + "🟥🔲"),
    ],
    ids=[
        "daily",
        "young",
        "weekdays",
        "measured",
        "skipped and away",
        "week missed",
        "week missed, done last",
        "week kept",
        "open week kept",
        "limit",
        "limit of a week",
        "nothing at all",
    ],
)
def test_days_as_squares(history: History, expected: str) -> None:
    """Ten days from Monday of last week, the last one today."""
    assert days(history, LAST_WEEK, 10) == expected


def test_amounts_of_a_month_are_shaded_by_the_longest_day() -> None:
    schedule = Schedule(ago(20), unit=Unit.MONTH)
    history = History(schedule, Goal(100, "km"), [Entry(ago(2), 5), Entry(ago(1), 10)])
    diary = Diary(history, today=TODAY)
    assert diary.days(ago(2), TODAY) == (0.5, 1.0, 0.0)


def test_a_limit_is_lighter_the_more_was_taken() -> None:
    history = History(DAILY, Goal(4, "", Direction.AT_MOST), [Entry(ago(2), 4), Entry(ago(1), 2)])
    none, half, full = Diary(history, today=TODAY).days(ago(3), ago(1))
    assert none == 1.0
    assert isinstance(full, float)
    assert isinstance(half, float)
    assert 0 < half < full < 1.0


def test_days_are_done_when_all_of_it_was() -> None:
    entries = [*done(ago(1), ago(2)), Entry(ago(3), 0, is_skip=True), Entry(ago(4), 0.5)]
    away = (Span(ago(9), ago(8)),)
    for goal, count in ((None, 3), (Goal(1.0, "l"), 2), (Goal(0.6, "l", Direction.AT_MOST), 15)):
        history = History(DAILY, goal, entries, away)
        assert days_done(Diary(history, today=TODAY).days(ago(20), TODAY), history) == count, goal


def test_the_days_to_come_are_blank() -> None:
    history = History(DAILY, None, done(TODAY + timedelta(days=1)))
    diary = Diary(history, today=TODAY)
    assert diary.days(TODAY, TODAY + timedelta(days=2)) == (0.0, None, None)
    assert Mark.MISSED in diary.days(ago(3), TODAY)
