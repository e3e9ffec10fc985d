"""Who may do what in a group, for every route: Ann is its administrator and has added everything,
Bob presses her buttons and gives her commands."""

# ruff: noqa: S608  the statements are ours

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.presses import habits as h
from bot.presses import operators as o
from bot.presses import preferences as p
from bot.presses import reminders as r
from bot.presses import stats as s
from bot.presses import tasks as t
from bot.presses.away import ComeBack, GoAway
from bot.presses.boards import EndBoard, TickOnBoard
from bot.presses.coding import Press
from bot.presses.data import (
    AskErase,
    BringIn,
    EraseAll,
    EraseNothing,
    LeaveOut,
    RenewFeed,
    RevokeFeed,
    SendExport,
)
from bot.presses.everywhere import AcceptCard, KeepWords, TickCard
from bot.presses.guide import RunCommand, ShowHelp
from bot.presses.lists import MoveOverdue, OfferFilters, SwitchList, TickOnList, TurnList
from bot.presses.questions import CancelQuestion, TakeAsAnswer, TakeAsWords
from bot.presses.undo import Undo
from bot.routes import COMMANDS, PRESSES
from storage.rules.rights import Act, may
from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.presses import presses
from tests.support.ways import Walk, Way

# What is said to those who may not: nothing but who may.
REMOVE = "Only Ann can delete, archive or restore this."
FOR_ALL = "Only Ann can close it for all."
SET = "Only Ann can change the settings of this group."
DATA = "Only Ann can take this list away or fill it."
TAKE_BACK = "Only Ann can undo this."
STARTED = "Only whoever started"
ANYONE = ""
NOT_HERE = "private"  # the button is of private chats only, where each has their own

NEEDED: dict[type[Press], str] = {
    **dict.fromkeys((t.DeleteTask, t.RestoreTask), REMOVE),
    **dict.fromkeys((h.ArchiveHabit, h.UnarchiveHabit, h.AskDelete, h.DeleteHabit), REMOVE),
    t.CompleteForAll: FOR_ALL,
    **dict.fromkeys((t.SwitchEach, t.SwitchTurns, t.ReopenPart), ANYONE),
    **dict.fromkeys((p.ShowSettings, p.OfferSetting, p.ChooseSetting), SET),
    **dict.fromkeys((SendExport, BringIn, LeaveOut), DATA),
    **dict.fromkeys((Undo, h.UndoOnCard), TAKE_BACK),
    **dict.fromkeys((h.BeginHabit,), ANYONE),
    **dict.fromkeys((h.ChooseIdea, h.ChooseKind, h.ChooseRate), ANYONE),
    **dict.fromkeys((h.ChooseTime, h.TypeStep), STARTED),
    # what one has of a habit is one's own: whoever presses does it for themselves
    **dict.fromkeys((h.TickHabit, h.AddAmount, h.SkipDay, h.TypeAmount, h.JoinHere), ANYONE),
    **dict.fromkeys((h.PickHabit, h.JoinHabit, h.LeaveHabit, h.SwitchRank), ANYONE),
    **dict.fromkeys((h.OfferPauses, h.PauseHabit, h.TypePause, h.ResumeHabit), ANYONE),
    # members edit habits and open tasks, and look at everything
    **dict.fromkeys(
        (h.SetHabitTime, h.TypeHabitTime, h.OfferEdits, h.PaintHabit, h.MoveUp), ANYONE
    ),
    **dict.fromkeys((h.DropGoal, h.OfferTimes, h.SwitchTime, h.NoTimes, h.TypeAboutHabit), ANYONE),
    **dict.fromkeys((h.TurnBoard, h.OpenHabit, h.ShowArchived, h.AddRest), ANYONE),
    **dict.fromkeys((s.ShowStats, s.ShowHabitStats, s.ShowOwnStats, s.ShowLeaderboard), ANYONE),
    s.ShowWeek: ANYONE,
    **dict.fromkeys((ShowHelp, RunCommand, TurnList, SwitchList, OfferFilters), ANYONE),
    **dict.fromkeys((TickOnList, TickOnBoard, MoveOverdue, CancelQuestion), ANYONE),
    EndBoard: REMOVE,
    **dict.fromkeys((t.OpenCard, t.CompleteTask, t.CompleteOnCard, t.ReopenTask), ANYONE),
    **dict.fromkeys((t.BeginTask, t.OfferPriorities, t.SetPriority, t.ShowHistory), ANYONE),
    **dict.fromkeys((t.AskAbout, t.OfferAssignees, t.SwitchAssignee, t.OfferTags), ANYONE),
    **dict.fromkeys((t.SwitchTag, t.ShowChecklist, t.TickItem, t.ClearTicked), ANYONE),
    **dict.fromkeys((t.ShowFiles, t.SendFiles, t.OpenCalendar, t.TurnMonth, t.SetDay), ANYONE),
    **dict.fromkeys((t.ClearDate, t.OfferHours, t.SetTime, t.ClearTime), ANYONE),
    **dict.fromkeys((t.CalendarHeading, t.OfferRepeats, t.ChooseRepeat, t.KeepRepeat), ANYONE),
    **dict.fromkeys((t.OtherRepeat, t.NoRepeat, t.GiveBack, t.ChooseReading), ANYONE),
    t.SplitTask: ANYONE,
    **dict.fromkeys((r.SnoozeTask, r.SnoozeHabit, r.SnoozeAll, r.MoreAbout, r.LessAbout), ANYONE),
    **dict.fromkeys((r.MoreAboutHabit, r.LessAboutHabit, r.SkipOccurrence), ANYONE),
    **dict.fromkeys((r.SkipMissed, r.EndSnooze, r.StopNagging, r.WhyTask, r.WhyHabit), ANYONE),
    **dict.fromkeys((r.TickBeside, r.SnoozeBeside, r.SnoozeRest, r.OpenBeside), ANYONE),
    **dict.fromkeys((r.FinishAssigned, r.CannotDo, r.TakeOn), ANYONE),
    **dict.fromkeys((r.OfferReminders, r.SwitchOffset, r.NoReminders), ANYONE),
    **dict.fromkeys((r.UsualReminders, r.SwitchNag), ANYONE),
    **dict.fromkeys((GoAway, ComeBack), ANYONE),  # for themselves
    **dict.fromkeys((h.LogInstead, p.AgendaOn, p.EndAway, p.KeepMoments), NOT_HERE),
    **dict.fromkeys((TakeAsAnswer, TakeAsWords), NOT_HERE),
    **dict.fromkeys((o.ShowState, o.ShowLetters, o.OpenLetter, o.RetryLetter), NOT_HERE),
    **dict.fromkeys((o.RetryLetters, o.DropLetter), NOT_HERE),
    **dict.fromkeys((o.ShowBans, o.BanPerson, o.UnbanPerson), NOT_HERE),
    **dict.fromkeys((AskErase, EraseAll, EraseNothing, RenewFeed, RevokeFeed), NOT_HERE),
    # below cards in chats where the bot need not be, see tests/conversations/test_everywhere.py
    **dict.fromkeys((KeepWords, TickCard, AcceptCard), NOT_HERE),
    **dict.fromkeys((o.ReplyToFeedback, o.AskBroadcast, o.ChooseAudience), NOT_HERE),
    **dict.fromkeys((o.SendBroadcast, o.DropBroadcast, o.SteerBroadcast), NOT_HERE),
}
RUN = ("/habits", "=✏️", "=run")  # its card
IDEAS = ("/habits", h.BeginHabit, h.ChooseIdea, h.ChooseKind, h.ChooseRate)
# how one comes to the buttons that are not for everybody
WAYS: Mapping[type[Press], Way] = {
    Undo: ("/done 1",),
    h.UndoOnCard: (*RUN, h.ArchiveHabit),
    EndBoard: ("/board", "@Open tasks"),
    t.DeleteTask: ("/show 1",),
    t.RestoreTask: ("/show 1", t.DeleteTask),
    t.CompleteForAll: ("/add Vote @ann @bob", "/show 3", t.SwitchEach),
    h.ArchiveHabit: RUN,
    h.UnarchiveHabit: (*RUN, h.ArchiveHabit),
    h.AskDelete: RUN,
    h.DeleteHabit: (*RUN, h.AskDelete),
    p.ShowSettings: ("/settings",),
    p.OfferSetting: ("/settings", p.ShowSettings),
    p.ChooseSetting: ("/settings", "=💬"),
    SendExport: ("/export",),
    **dict.fromkeys((BringIn, LeaveOut), ("📎 /import@dueto_bot",)),
    h.ChooseTime: IDEAS,
    h.TypeStep: IDEAS,
}
# of a command: what Bob says, and what he is told
SAID: dict[str, tuple[str, str]] = {
    "delete": ("/delete 1", REMOVE),
    "board": ("/board", ANYONE),
    "timezone": ("/timezone", SET),
    "language": ("/language", SET),
    "quiet": ("/quiet", SET),
    "export": ("/export", DATA),
    **{name: (f"/{name}", ANYONE) for name in ("calendar", "privacy", "forget")},
    "import": ("/import", DATA),
    "settings": ("/settings", "Only Ann can change them."),
    "undo": ("/undo", "Nothing to undo"),
    **{
        name: (f"/{name} 1", ANYONE)
        for name in ("add", "done", "edit", "show", "claim", "unassign", "history", "search", "log")
    },
    **{name: (f"/{name}", ANYONE) for name in ("start", "help", "list", "today", "week")},
    **{name: (f"/{name}", ANYONE) for name in ("habit", "habits", "stats")},
    "move": ("/move 1 friday", ANYONE),
    "snooze": ("/snooze 1 2 hours", ANYONE),
    "assign": ("/assign 1 me", ANYONE),
    "away": ("/away until oct 5", ANYONE),
    "feedback": ("/feedback Nice", ANYONE),
}
OF_OPERATORS = {"admin"}
# other ways to say it
WORDS = (
    ("/settings 12h", SET),
    ("/settings German", SET),
    ("/timezone Lisbon", SET),
    ("/language de", SET),
    ("daily agenda at 8:00", SET),
)


def test_every_route_says_who_may() -> None:
    """A new button or command needs a row here."""
    assert set(NEEDED) == set(PRESSES)
    assert set(SAID) == set(COMMANDS) - OF_OPERATORS


def test_who_is_no_administrator_may_what_is_open_or_own() -> None:
    """The rule itself: rights are never given away by those who have none."""
    for act in Act:
        assert may(act, is_own=False, is_open=False, is_administrator=True)
        assert not may(act, is_own=False, is_open=False, is_administrator=False)
    own = {act for act in Act if may(act, is_own=True, is_open=False, is_administrator=False)}
    opened = {act for act in Act if may(act, is_own=False, is_open=True, is_administrator=False)}
    assert own == {Act.REMOVE, Act.FOR_ALL}
    assert opened == {Act.REMOVE, Act.FOR_ALL, Act.SETTINGS}


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    return await furnish(anywhere.in_("flat"))


async def furnish(flat: Conversation) -> Conversation:
    """All is Ann's; Bob is a member."""
    flat.telegram.world.bot.privacy_mode = False
    await flat.says("bob", "/list")
    await flat.adds("ann", "Milk tomorrow #home\n- oat", "Take pills every day at 20:00")
    await flat.says("ann", "/habit run every day")
    await flat.says("ann", "/settings")  # now it is known that she is an administrator
    return flat


def test_there_is_a_way_to_each_button_that_is_not_for_everybody() -> None:
    free = {ANYONE, NOT_HERE}
    assert set(WAYS) == {kind for kind, needed in NEEDED.items() if needed not in free}


@pytest.mark.parametrize("kind", WAYS, ids=lambda kind: kind.__name__)
async def test_a_button_that_is_not_for_everybody(flat: Conversation, kind: type[Press]) -> None:
    walk = Walk(flat)
    await walk.go(WAYS[kind], to=kind)
    before, shown = await walk.store(), flat.reads("ann", walk.message)
    await flat.presses("bob", walk.labels(kind)[0], on=walk.message)
    assert flat.alert.startswith(NEEDED[kind])
    assert await walk.store() == before
    assert flat.reads("ann", walk.message) == shown


ANNS = "WHERE created_by = (SELECT id FROM users WHERE telegram_id = 1001)"
TASKS, HABITS = (f"(SELECT id FROM {table} {ANNS}) AS found" for table in ("tasks", "habits"))
LEFT = (
    f"(SELECT id, deleted_at FROM tasks {ANNS}) AS left_tasks",
    f"(SELECT id, deleted_at, archived_at FROM habits {ANNS}) AS left_habits",
    "(SELECT settings FROM chats) AS set_for_all",
)


@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
async def test_no_other_button_removes_or_sets(anywhere: Conversation, data: st.DataObject) -> None:
    """Whatever Bob presses, as the bot would have packed it about what is Ann's, nothing of it is
    deleted, archived, or set for all; and what is for everybody is refused to nobody."""
    flat = anywhere.in_("flat")
    if not flat.messages("ann"):
        await furnish(flat)
    else:
        await flat.says("ann", "/settings")
    task, habit = (await ids(flat, TASKS))[0], (await ids(flat, HABITS))[0]
    kept, below = await flat.rows(*LEFT), flat.with_button("ann", "🕘 Time")
    for kind, needed in NEEDED.items():
        own = {"task": task, "habit": habit}
        named = {field.name for field in fields(kind)} & own.keys()
        press = replace(data.draw(presses(kind)), **{name: own[name] for name in named})
        flat.alert = ""
        with suppress(ValueError):  # too long for a button
            await flat.forges("bob", press.pack(), on=below)
        if needed == ANYONE:
            assert not flat.alert.startswith("Only "), press
        assert await flat.rows(*LEFT) == kept, press


async def ids(flat: Conversation, selected: str) -> list[UUID]:
    """The ids of all tasks, or habits."""
    rows = await flat.rows(selected)
    return [found if isinstance(found, UUID) else UUID(str(found)) for (found,) in rows]


async def test_every_command_by_a_member(flat: Conversation) -> None:
    for name, (words, told) in SAID.items():
        before = await Walk(flat).store()
        command, space, rest = words.partition(" ")
        said = await flat.says("bob", f"{command}@dueto_bot{space}{rest}")
        if told:
            assert told in said, (name, said)
            assert flat.buttons("bob") == [], name
            assert await Walk(flat).store() == before, name
        else:
            assert "Only " not in said, (name, said)
            if await Walk(flat).store() != before:
                await Walk(flat, "bob").take_back(before, name)


@pytest.mark.parametrize(("words", "told"), WORDS)
async def test_other_words_by_a_member(flat: Conversation, words: str, told: str) -> None:
    before = await Walk(flat).store()
    await Walk(flat, "bob").say(words)
    assert text_of(flat.newest("bob")) == told
    assert await Walk(flat).store() == before


async def test_a_group_may_open_them_to_everybody(flat: Conversation) -> None:
    """All that was refused is done then, but who may what stays the administrators'."""
    await Walk(flat).go(("/settings", "=👮", "=everyone"))
    walk = Walk(flat)
    await walk.go(("/show 1",), to=t.DeleteTask)
    before = await walk.store()
    await flat.presses("bob", walk.labels(t.DeleteTask)[0], on=walk.message)
    assert await walk.store() != before
    assert flat.alert == "In the trash"
    assert "12-hour" in await flat.says("bob", "/settings@dueto_bot 12h")
    shown = flat.newest("bob")
    await flat.presses("bob", "👮 Rights", on=shown)
    assert flat.alert == "Only Ann can change who may do what."
    await walk.go(("/settings", "=👮"))
    choice = walk.message
    for label in ("administrators", "✓ everyone"):
        await flat.presses("bob", label, on=choice)
        assert flat.alert == "Only Ann can change who may do what."
    await flat.presses("ann", "administrators", on=choice)
    await flat.presses("bob", "👮 Rights", on=shown)
    assert flat.alert == "Only Ann can change who may do what."
    assert SET in await flat.says("bob", "/settings@dueto_bot 24h")
