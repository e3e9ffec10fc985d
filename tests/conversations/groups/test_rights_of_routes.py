"""Who may do what in a group, for every route: Ann is its administrator and has added everything,
Bob presses her buttons and gives her commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import pytest

from bot.presses import habits as h
from bot.presses import preferences as p
from bot.presses import reminders as r
from bot.presses import stats as s
from bot.presses import tasks as t
from bot.presses.coding import Press
from bot.presses.guide import RunCommand, ShowHelp
from bot.presses.lists import MoveOverdue, OfferFilters, SwitchList, TickOnList, TurnList
from bot.presses.questions import CancelQuestion, TakeAsAnswer, TakeAsWords
from bot.presses.undo import Undo
from bot.routes import COMMANDS, PRESSES
from storage.rules.rights import Act, may
from tests.conversations.test_taken_back import (
    ALONE,
    ASIDE,
    BESIDE,
    CHANGES,
    DIGEST,
    SHARED,
    SHOWS,
    TOGETHER,
    furnished,
)
from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.ways import Walk, Way

# What is said to those who may not: nothing but who may.
REMOVE = "Only Ann can delete, archive or restore this."
SET = "Only Ann can change the settings of this group."
TAKE_BACK = "Only Ann can undo this."
STARTED = "Only whoever started"
ANYONE = ""
NOT_HERE = "private"  # the button is of private chats only, where each has their own

NEEDED: dict[type[Press], str] = {
    **dict.fromkeys((t.DeleteTask, t.RestoreTask), REMOVE),
    **dict.fromkeys((h.ArchiveHabit, h.UnarchiveHabit, h.AskDelete, h.DeleteHabit), REMOVE),
    **dict.fromkeys((p.ShowSettings, p.OfferSetting, p.ChooseSetting), SET),
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
    **dict.fromkeys((ShowHelp, RunCommand, TurnList, SwitchList, OfferFilters), ANYONE),
    **dict.fromkeys((TickOnList, MoveOverdue, CancelQuestion), ANYONE),
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
    **dict.fromkeys((r.OfferReminders, r.SwitchOffset, r.NoReminders), ANYONE),
    **dict.fromkeys((r.UsualReminders, r.SwitchNag), ANYONE),
    **dict.fromkeys((h.LogInstead, p.AgendaOn, p.EndAway, p.KeepMoments), NOT_HERE),
    **dict.fromkeys((TakeAsAnswer, TakeAsWords), NOT_HERE),
}
BY_UNDO: Mapping[type[Press], Way] = {
    Undo: ("/done 1",),
    h.UndoOnCard: ("/habits", "=✏️", "=run", h.ArchiveHabit),
}
# of a command: what Bob says, and what he is told
SAID: dict[str, tuple[str, str]] = {
    "delete": ("/delete 1", REMOVE),
    "timezone": ("/timezone", SET),
    "language": ("/language", SET),
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

Played: TypeAlias = Mapping[type[Press], Way]


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
    assert own == {Act.REMOVE}
    assert opened == {Act.REMOVE, Act.SETTINGS}


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """All is Ann's; Bob is a member."""
    here = await furnished(anywhere.in_("flat"))
    await here.sends_photo("ann", "/add@dueto_bot Bill")
    await here.says("bob", "/list@dueto_bot")
    return here


async def play(flat: Conversation, ways: Played) -> None:
    """Let Ann go each way and Bob press the button at its end."""
    start = await Walk(flat).store()
    for kind, way in ways.items():
        walk = Walk(flat)
        await walk.go(way, to=kind)
        before, label = await walk.store(), walk.labels(kind)[0]
        shown = flat.reads("ann", walk.message)
        await flat.presses("bob", label, on=walk.message)
        needed = NEEDED[kind]
        if needed:
            assert flat.alert.startswith(needed), (kind.__name__, flat.alert)
            assert await walk.store() == before, kind.__name__
            assert flat.reads("ann", walk.message) == shown, kind.__name__
        else:
            assert not flat.alert.startswith("Only "), (kind.__name__, flat.alert)
            if await walk.store() != before:
                await Walk(flat, "bob").take_back(before, kind.__name__)
        await walk.go_back(start, way)


async def test_what_is_not_for_everybody(flat: Conversation) -> None:
    ways = {**SHOWS, **CHANGES, **TOGETHER, **BY_UNDO}
    await play(flat, {kind: way for kind, way in ways.items() if NEEDED[kind]})


async def test_what_is_for_everybody(flat: Conversation) -> None:
    ways = {**SHOWS, **CHANGES, **TOGETHER}
    await play(flat, {kind: way for kind, way in ways.items() if not NEEDED[kind]})


def test_every_button_of_a_group_is_played() -> None:
    """But for those of messages that tell of several tasks, and of oneself."""
    others = {*BESIDE, *ASIDE, *DIGEST, *SHARED, h.JoinHere, h.JoinHabit}
    assert {kind for kind in others if NEEDED[kind]} == set()
    assert set(NEEDED) == {*SHOWS, *CHANGES, *TOGETHER, *BY_UNDO, *ALONE, *others}


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
