"""A habit's card: how it goes, other days, edit, times, pause, archive, delete, who keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from bot.presses.coding import VERSION, Press, pack_key
from bot.presses.habits import (
    ArchiveHabit,
    AskDelete,
    OfferEdits,
    OfferPauses,
    OfferTimes,
    OfHabit,
    OpenHabit,
    Origin,
    PauseHabit,
    ShowArchived,
    TurnBoard,
    UnarchiveHabit,
)
from bot.routes import PRESSES
from storage.models import Habit
from storage.rules.schedules import Direction, Goal, Schedule, Unit
from tests.support.conversations import Conversation
from tests.support.keeping import ago, has_done, has_habit
from tests.support.messages import presses_of

PAGES = Goal(20, "pages")
WEEKLY = Schedule(ago(60), unit=Unit.WEEK, times=3)


async def opens(chat: Conversation, who: str, habit: Habit) -> str:
    """Open a habit's card in place of a list."""
    await chat.says(who, "/list")
    message = chat.newest(who)
    await chat.forges(who, OpenHabit(habit.id).pack(), on=message)
    return chat.reads(who, message)


async def test_a_card_says_how_a_habit_goes(anywhere: Conversation) -> None:
    habit = await has_habit(
        anywhere, "ann", "read", goal=PAGES, done=dict.fromkeys(range(1, 31), 20), skipped=[7]
    )
    said = await opens(anywhere, "ann", habit)
    assert said.splitlines() == [
        "🟦 read",
        "20 pages a day",
        "☐ Today, Wed 23 Sept: 0 / 20 pages",
        "💪 Score: 79% ▲ 8",
        "🔥 Streak: 29 days, best 29 days",
        "✅ Kept: 49% (29 of 59)",
        "",
        "24.08 🟩🟩🟩🟩🟩🟩🟩",
        "31.08 🟩🟩🟩🟩🟩🟩🟩",
        "07.09 🟩🟩🟩🟩🟩🟩🟩",
        "14.09 🟩🟩⏭️🟩🟩🟩🟩",
        "21.09 🟩🟩🔲",
        "🟩 done · 🔲 open · ⏭️ skipped",
    ]


async def test_the_weeks_begin_on_the_persons_weekday(anywhere: Conversation) -> None:
    habit = await has_habit(anywhere, "ann", "run", done=[0, 1])
    await anywhere.says("ann", "/settings week sunday")
    said = await opens(anywhere, "ann", habit)
    assert "20.09 ⬜⬜🟩🟩" in said
    assert "23.08 ⬜⬜⬜⬜⬜⬜⬜" in said


@pytest.mark.parametrize(
    ("times", "goal", "done", "row"),
    [
        (3, None, [1], "21.09 ▫️🟩🔲"),
        (1, Goal(20, "km"), {1: 5}, "21.09 ▫️🟩🔲"),
        (3, Goal(20, "km"), {1: 5}, "21.09 ▫️🟨🔲"),
        (1, Goal(2, "", Direction.AT_MOST), {2: 2, 1: 1}, "21.09 🟩🟥🔲"),
    ],
    ids=["days", "distance of a week", "distance each time", "limit"],
)
async def test_weeks_are_not_judged_by_days(
    anywhere: Conversation,
    times: int,
    goal: Goal | None,
    done: Sequence[int] | Mapping[int, float],
    row: str,
) -> None:
    """A day of a week that may still be kept is no missed one."""
    schedule = Schedule(ago(60), unit=Unit.WEEK, times=times)
    habit = await has_habit(anywhere, "ann", "it", schedule, goal, done=done)
    assert row in await opens(anywhere, "ann", habit)


async def test_a_tick_on_the_card_shows_on_the_card(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run", done=[1])
    await opens(chat, "ann", habit)
    there = len(chat.messages("ann"))
    button = next(one for one in chat.buttons("ann") if one.endswith("run"))
    said = await chat.presses("ann", button)
    assert "✅" in said
    assert "2 days" in said
    said = await chat.presses("ann", "↩️ Undo")
    assert "🔥 1 day" in said or "Streak: 1 day" in said
    assert chat.alert == "Undone"
    assert len(chat.messages("ann")) == there


async def test_a_past_day_is_ticked_on_the_card(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run", done=[1])
    await opens(chat, "ann", habit)
    await chat.presses("ann", "‹ yesterday")
    said = await chat.presses("ann", "‹ Mon 21 Sept")
    assert "Mon 21 Sept" in said
    assert "yesterday ›" in chat.buttons("ann")
    button = next(one for one in chat.buttons("ann") if one.endswith("run"))
    assert "2 days" in await chat.presses("ann", button)
    said = await chat.presses("ann", "today »")
    assert "Today, Wed 23 Sept" in said
    assert "today »" not in chat.buttons("ann")


async def test_the_card_reaches_back_a_year_and_no_further(anywhere: Conversation) -> None:
    habit = await has_habit(anywhere, "ann", "run")
    await opens(anywhere, "ann", habit)
    message = anywhere.newest("ann")
    await anywhere.forges("ann", OpenHabit(habit.id, date(2020, 1, 1)).pack(), on=message)
    assert "2025" in anywhere.reads("ann", message)
    assert not [one for one in anywhere.buttons("ann") if one.startswith("‹ ") and "20" in one]
    said = await anywhere.forges("ann", f"{OpenHabit(habit.id).pack()}:soon", on=message)
    assert "older message" in said


async def test_notes_stand_on_the_card(anywhere: Conversation) -> None:
    habit = await has_habit(anywhere, "ann", "run")
    await anywhere.says("ann", "/log run yesterday: in the rain <b>")
    said = await opens(anywhere, "ann", habit)
    assert said.splitlines()[-1] == "📝 Yesterday, Tue 22 Sept: in the rain <b>"


async def test_a_habit_is_renamed_word_for_word(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "✏️ Edit")
    assert "new name of run" in await chat.presses("ann", "✏️ Name")
    said = await chat.answers("ann", "run 3 times a week")
    assert said.splitlines()[:2] == ["🟦 run 3 times a week", "every day"]
    said = await chat.presses("ann", "↩️ Undo")
    assert said.splitlines()[0] == "🟦 run"


async def test_a_name_that_is_there_is_refused(chat: Conversation) -> None:
    await has_habit(chat, "ann", "read")
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "✏️ Edit")
    await chat.presses("ann", "✏️ Name")
    said = await chat.answers("ann", "READ")
    assert "READ" in said
    assert "run" in await opens(chat, "ann", habit)


@pytest.mark.parametrize(
    ("said", "rate"),
    [
        ("3 times a week", "20 pages, 3 times a week · ⏰ 21:00"),
        ("30 pages", "30 pages a day · ⏰ 21:00"),
        ("every weekday at 7:30", "20 pages · every weekday · ⏰ 07:30"),
        ("starting oct 1 45 pages", "45 pages a day · ⏰ 21:00"),
        ("at most 10 pages per week", "at most 10 pages a week · ⏰ 21:00"),
    ],
)
async def test_what_is_not_said_stays(anywhere: Conversation, said: str, rate: str) -> None:
    schedule = Schedule(ago(60), reminders=(time(21),))
    habit = await has_habit(anywhere, "ann", "read", schedule, PAGES)
    await opens(anywhere, "ann", habit)
    await anywhere.presses("ann", "✏️ Edit")
    await anywhere.presses("ann", "🔁 How often and how much")
    lines = (await anywhere.answers("ann", said)).splitlines()
    assert lines[:2] == ["🟦 read", rate]


async def test_words_that_say_no_frequency_are_refused(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "✏️ Edit")
    await chat.presses("ann", "🔁 How often and how much")
    assert "“blue”" in await chat.answers("ann", "blue")
    assert "every day" in await opens(chat, "ann", habit)


async def test_colour_place_and_kind_are_pressed(chat: Conversation) -> None:
    await has_habit(chat, "ann", "read")
    habit = await has_habit(chat, "ann", "run", goal=Goal(5, "km"))
    await opens(chat, "ann", habit)
    await chat.presses("ann", "✏️ Edit")
    assert "🟪 run" in await chat.presses("ann", "🟪")
    assert "•🟪•" in chat.buttons("ann")
    await chat.presses("ann", "⬆️ Move up")
    await chat.presses("ann", "⬆️ Move up")
    assert "already at the top" in chat.alert
    said = await chat.presses("ann", "☑️ Just yes or no")
    assert "every day" in said
    assert "☑️ Just yes or no" not in chat.buttons("ann")
    board = await chat.says("ann", "/habits")
    assert board.index("run") < board.index("read")


async def test_times_are_switched_and_typed(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "⏰ Times")
    await chat.presses("ann", "21:00")
    assert "⏰ 08:00, 21:00" in await chat.presses("ann", "08:00")
    assert "✓ 08:00" in chat.buttons("ann")
    assert "⏰ 21:00" in await chat.presses("ann", "✓ 08:00")
    await chat.presses("ann", "⌨️ Type it")
    assert "⏰ 07:30, 21:15" in await chat.answers("ann", "7:30 and 21:15")
    await chat.presses("ann", "⏰ Times")
    assert "✓ 07:30" in chat.buttons("ann")
    assert "⏰ " not in (await chat.presses("ann", "🔕 Never")).splitlines()[1]


async def test_times_that_cannot_be_read_are_refused(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "⏰ Times")
    await chat.presses("ann", "⌨️ Type it")
    assert "“after lunch with Bob”" in await chat.answers("ann", "after lunch with Bob")


async def test_a_pause_ends_as_said(anywhere: Conversation) -> None:
    habit = await has_habit(anywhere, "ann", "run", done=[1, 2])
    await opens(anywhere, "ann", habit)
    await anywhere.presses("ann", "⏸ Pause")
    said = await anywhere.presses("ann", "A week")
    assert "⏸ paused until Tue 29 Sept" in said
    assert "⏸️" in said
    assert "paused" not in await anywhere.presses("ann", "▶️ Resume")
    await anywhere.presses("ann", "⏸ Pause")
    said = await anywhere.presses("ann", "Until I resume")
    assert "⏸ paused\n" in said
    said = await anywhere.presses("ann", "↩️ Undo")
    assert "paused" not in said
    assert "Streak: 2 days" in said


async def test_a_pause_until_a_typed_day(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "⏸ Pause")
    await chat.presses("ann", "⌨️ Type it")
    assert "“yesterday”" in await chat.answers("ann", "yesterday")
    await opens(chat, "ann", habit)
    await chat.presses("ann", "⏸ Pause")
    await chat.presses("ann", "⌨️ Type it")
    said = await chat.answers("ann", "oct 5")
    assert "⏸" in said


async def test_an_archived_habit_comes_out_again(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run", done=[1])
    await opens(chat, "ann", habit)
    assert "📦 archived" in await chat.presses("ann", "📦 Archive")
    assert "📤 Back to my habits" in chat.buttons("ann")
    said = await chat.presses("ann", "📦 Archived")
    assert said.splitlines() == ["📦 Archived habits", "🟦 run"]
    await chat.presses("ann", "🟦 run")
    said = await chat.presses("ann", "📤 Back to my habits")
    assert "archived" not in said
    assert "1 day" in said


async def test_a_habit_is_deleted_after_one_question(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run", done=[1])
    await opens(chat, "ann", habit)
    assert "with all its days?" in await chat.presses("ann", "🗑 Delete")
    assert "run" in await chat.presses("ann", "‹ Back")
    await chat.presses("ann", "🗑 Delete")
    assert "Deleted: run" in await chat.presses("ann", "🗑 Delete")
    said = await chat.presses("ann", "↩️ Undo")
    assert "1 day" in said
    assert "⏰ Times" in chat.buttons("ann")


async def test_buttons_of_a_deleted_habit_answer_politely(chat: Conversation) -> None:
    habit = await has_habit(chat, "ann", "run")
    await opens(chat, "ann", habit)
    card = chat.newest("ann")
    presses = presses_of(card)
    await chat.presses("ann", "🗑 Delete")
    await chat.presses("ann", "🗑 Delete")
    before = await chat.rows("habits", "habit_members", "habit_entries")
    for data in presses:
        if data.split(":")[1] == TurnBoard.verb:
            continue
        assert await chat.forges("ann", data, on=card)
    assert await chat.rows("habits", "habit_members", "habit_entries") == before


def every_press_of(habit: Habit) -> Sequence[Press]:
    """One press of each class that names a habit."""
    facts: dict[str, Any] = {
        "habit": habit.id,
        "task": UUID(int=2),
        "day": date(2026, 9, 22),
        "origin": Origin("b"),
        "amount": 1.0,
        "at": time(9),
        "length": "week",
        "colour": 3,
        "what": "name",
        "batch": UUID(int=1),
        "as_new": True,
        "ticks": True,
        "skips": True,
        "ranked": False,
        "on": True,
    }
    return [
        kind(**{field.name: facts[field.name] for field in fields(kind)})
        for kind in PRESSES
        if issubclass(kind, OfHabit)
    ]


async def test_strangers_see_and_change_nothing(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    own = await has_habit(anywhere, "ann", "secret", done=[1])
    shared = await has_habit(flat, "ann", "dishes")
    await anywhere.says("dasha", "/list")
    message = anywhere.newest("dasha")
    before = await anywhere.rows("habits", "habit_members", "habit_entries")
    for habit in (own, shared):
        for press in every_press_of(habit):
            assert await anywhere.forges("dasha", press.pack(), on=message), press
            assert "secret" not in anywhere.reads("dasha", message)
            assert "dishes" not in anywhere.reads("dasha", message)
    assert await anywhere.rows("habits", "habit_members", "habit_entries") == before


async def test_members_join_and_leave(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    habit = await has_habit(flat, "ann", "run", done=[1, 2])
    await has_done(flat, "bob", habit, [2])
    said = await opens(flat, "ann", habit)
    assert said.splitlines()[3:] == [
        "👥 2 people have joined:",
        "Today, Wed 23 Sept",
        "☐ Ann",
        "    ⬜⬜⬜⬜🟩🟩🔲 10% ▲ 10 · 🔥 2 days",
        "☐ Bob",
        "    ⬜⬜⬜⬜🟩⬜🔲 5% ▲ 5",
    ]
    assert "3 people" in await flat.presses("chen", "➕ Join")
    assert flat.alert
    await flat.presses("chen", "➕ Join")
    assert "Already" in flat.alert
    assert "Chen" not in await flat.presses("chen", "➖ Leave")
    assert "Bob" not in await flat.presses("bob", "➖ Leave")
    said = await flat.presses("bob", "➕ Join")
    assert "⬜⬜⬜⬜🟩⬜🔲 5%" in said, "what was kept is there after a return"


async def test_the_leaderboard_can_be_left(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    habit = await has_habit(flat, "ann", "run", done=[1])
    await has_done(flat, "bob", habit, [1])
    await opens(flat, "ann", habit)
    said = await flat.presses("bob", "🏅 Leave the leaderboard")
    assert said.splitlines()[-1] == "☐ Bob"
    assert "off the leaderboard" in flat.alert
    await flat.presses("chen", "🏅 Leave the leaderboard")
    assert "➕" in flat.alert
    said = await flat.presses("bob", "🏅 Join the leaderboard")
    assert "%" in said.splitlines()[-1]


async def test_a_group_habit_in_private_names_its_group(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    flat = anywhere.in_("flat")
    habit = await has_habit(flat, "ann", "run", done=[1])
    said = await opens(anywhere, "ann", habit)
    assert "👥 Flat 12" in said
    assert "One person has joined" in said
    assert "➖ Leave" in anywhere.buttons("ann")
    await anywhere.presses("ann", "➖ Leave")
    assert "➕ Join" in anywhere.buttons("ann")
    assert "➖ Leave" not in anywhere.buttons("ann")


async def test_who_has_left_the_group_gets_nothing(anywhere: Conversation) -> None:
    await anywhere.says("bob", "/start")
    flat = anywhere.in_("flat")
    habit = await has_habit(flat, "ann", "run")
    await has_done(flat, "bob", habit, [1])
    await opens(anywhere, "bob", habit)
    card = anywhere.newest("bob")
    flat.telegram.leave(flat.town.flat, flat.user("bob"))
    await anywhere.settle()
    assert await anywhere.forges("bob", OpenHabit(habit.id).pack(), on=card)
    assert "Bob" not in await opens(flat, "ann", habit)


async def test_away_days_are_told_on_the_card(anywhere: Conversation) -> None:
    habit = await has_habit(anywhere, "ann", "run", done=[1])
    await anywhere.says("ann", "pause all habits until oct 5")
    said = await opens(anywhere, "ann", habit)
    assert "⏸ all habits are paused" in said
    assert "⏸ Today" in said


@pytest.mark.parametrize(
    "facts",
    [
        ("hab", "KEY", "20269999"),
        ("hab", "nobody"),
        ("hpause", "KEY", "99"),
        ("hpaint", "KEY", "8"),
        ("hpaint", "KEY", "-1"),
        ("hpaint", "KEY"),
        ("hwords", "KEY", "owner"),
        ("hat", "KEY", "2560"),
        ("hat", "KEY", "soon"),
        ("hundo", "KEY", "nothing"),
        ("hundo", "KEY"),
        ("hdel", ""),
        ("hstats", "nobody"),
    ],
    ids=":".join,
)
async def test_buttons_that_nobody_made_change_nothing(
    anywhere: Conversation, facts: tuple[str, ...]
) -> None:
    habit = await has_habit(anywhere, "ann", "run", done=[1])
    await anywhere.says("ann", "/list")
    before = await anywhere.rows("habits", "habit_members", "habit_entries", "changes")
    packed = (pack_key(habit.id) if fact == "KEY" else fact for fact in facts)
    data = ":".join((VERSION, *packed))
    said = await anywhere.forges("ann", data, on=anywhere.newest("ann"))
    assert "older message" in said
    assert await anywhere.rows("habits", "habit_members", "habit_entries", "changes") == before


@pytest.mark.parametrize("language", ["ru", "de", "es"])
async def test_every_view_of_the_card_is_said_in_every_language(
    anywhere: Conversation, language: str
) -> None:
    """Opened in turn, each says something else than in English."""
    run = await has_habit(anywhere, "ann", "run", done=[1], goal=Goal(5, "km"))
    shared = await has_habit(anywhere.in_("flat"), "ann", "dishes", WEEKLY, done=[1])
    seen: dict[Press, str] = {}
    for spoken in ("en", language):
        await anywhere.says("ann", f"/language {spoken}")
        await anywhere.says("ann", "/list")
        message = anywhere.newest("ann")
        presses: Sequence[Press] = (
            OpenHabit(run.id),
            OpenHabit(shared.id),
            OfferEdits(run.id),
            OfferTimes(run.id),
            OfferPauses(run.id),
            PauseHabit(run.id, "week"),
            AskDelete(run.id),
            ShowArchived(),
            ArchiveHabit(run.id),
            UnarchiveHabit(run.id),
        )
        for press in presses:
            await anywhere.forges("ann", press.pack(), on=message)
            said = anywhere.reads("ann", message)
            assert seen.setdefault(press, "") != said, press
            seen[press] = said
