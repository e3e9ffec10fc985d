"""Whatever somebody does, by a command, in words, by a button or by a typed answer: /undo restores
the store, row for row.

Every route of the table is played. One that changes nothing is among those that only show or ask,
and is seen to change nothing; one that changes something and is not taken back is on a list, with
why.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pytest

from bot.language import Intent, Place, read_intent
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
from tests.support.clocks import NOW
from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.open_questions import ASKING, answer, open_kinds
from tests.support.stores import differing, kept
from tests.support.ways import Walk, Way

NOT_UNDONE: dict[type[Press], str] = {
    EndBoard: "the pinned list is a message, not a task: /board makes it again",
    Undo: "it takes back, and is not taken back itself",
    h.UndoOnCard: "the same on a habit's card",
    **dict.fromkeys(
        (o.ShowState, o.ShowLetters, o.OpenLetter, o.ShowBans), "for operators, and they only show"
    ),
    **dict.fromkeys(
        (o.RetryLetter, o.RetryLetters, o.DropLetter), "what has left, or was dropped, is away"
    ),
    **dict.fromkeys((o.ReplyToFeedback, o.AskBroadcast), "for operators: a question, no deed"),
    **dict.fromkeys((o.ChooseAudience, o.DropBroadcast), "for operators: of what nobody has got"),
    **dict.fromkeys((o.SendBroadcast, o.SteerBroadcast), "what people have got stays with them"),
    o.BanPerson: "the button below it unbans",
    o.UnbanPerson: "the button below it bans",
    RenewFeed: "an address is told once, and only its hash is kept: the old one is lost",
    RevokeFeed: "the same: /calendar makes a new one",
    EraseAll: "what is erased cannot come back: that is what it is for, and it asks twice",
    **dict.fromkeys(
        (KeepWords, TickCard, AcceptCard),
        "below cards in other chats: /undo in private does, see test_everywhere.py",
    ),
}
MILK, PILLS, RUN = "@Milk", "@Take pills", "@run"  # their reminders
BOARD, OPENS = ("/habits",), ("/habits", "=✏️")
HABIT = (*OPENS, "=run")  # its card
WATER = (*OPENS, "=water")
EDITS = (*HABIT, h.OfferEdits)
CLOCK = ("/show 1", t.OpenCalendar, t.SetDay)
FILE = "📎 /import@dueto_bot"
OURS = "/show 3"  # a task of several people

WORDS = (
    *("/add Buy bread tomorrow 9am #shop", "Buy stamps", "- one\n- two", "/done 1", "done 1 2"),
    *("/delete 1", "delete 1", "/move 1 friday 10:00", "change reminder 1 to friday 10:00"),
    *("/edit 1 Oat milk #new", "/snooze 1 2 hours", "/habit Swim every day at 21:00", "/log run"),
    *(
        "/log water 500",
        "did run",
        "skip run",
        "skip run today",
        "+250 ml water",
        "/timezone Lisbon",
    ),
    *("/language German", "/settings 12h", "daily agenda at 8:00", "set timezone Lisbon"),
    *("/away until oct 5", "/away oct 1-5", "I'm away until friday"),
    *("/settings quiet 22:00-08:00", "pause habits", "resume habits", "snooze 25 min"),
)
# what words about one's own things mean in private only
OWN = {
    "I'm away until friday",
    "Buy stamps",
    "- one\n- two",
    "done 1 2",
    "delete 1",
    "snooze 25 min",
}
LOOKS = (
    *(
        "/help",
        "/list",
        "/today",
        "/week",
        "/show 1",
        "/search milk",
        "/habits",
        "/stats",
        "/history 1",
        "/export",
        "/forget",
        "/import",
        "/privacy",
    ),
    *("/settings", "/habit", "/timezone", "/language", "/history 1"),
)
ROTATE = "/assign 2 rotate @ann @bob"
IN_GROUP = ("/claim 1", "/assign 1 @ann", ROTATE, "/unassign 1", "/quiet")
NO_DEEDS = {
    "calendar": "an address is told once; a button below it revokes it",
    "board": "it is a message that shows the list",
    "start": "it greets; who comes is kept, whatever they do",
    "undo": "it takes back, and is not taken back itself",
    "feedback": "what was said to somebody cannot be unsaid",
    "admin": "for operators: it shows, and what it does has buttons that do the opposite",
}
REPLIES = (
    *("done", "delete", "tomorrow 9", "skip", "#garden", "!high", "every 2 days", "a note"),
    *("remind 1h before", "in 2 hours"),
)
IN_PRIVATE: dict[type[Press], Way] = {
    AskErase: ("/forget",),
    EraseNothing: ("/forget",),
}
IN_GROUPS = {SendExport, t.OfferAssignees, s.ShowOwnStats, h.TypeStep}

# how a button of each class that changes something is come to
CHANGES: dict[type[Press], Way] = {
    h.TickHabit: BOARD,
    h.AddAmount: BOARD,
    h.SkipDay: HABIT,
    h.PickHabit: ("/habit tea 3 cups", "/log 2"),
    h.UnarchiveHabit: (*HABIT, h.ArchiveHabit),
    h.ChooseTime: ("/habits", h.BeginHabit, h.ChooseIdea, h.ChooseKind, h.ChooseRate),
    h.SetHabitTime: ("/habit meditate every day",),
    h.PauseHabit: (*HABIT, h.OfferPauses),
    h.ArchiveHabit: HABIT,
    h.DeleteHabit: (*HABIT, h.AskDelete),
    h.PaintHabit: EDITS,
    h.MoveUp: (*WATER, h.OfferEdits),
    h.DropGoal: (*WATER, h.OfferEdits),
    h.SwitchTime: (*HABIT, h.OfferTimes),
    h.NoTimes: (*HABIT, h.OfferTimes),
    RunCommand: ("/doen 1",),
    TickOnBoard: ("/board", "@Open tasks"),
    TickOnList: ("/list",),
    MoveOverdue: ("/today",),
    t.CompleteTask: (MILK,),
    t.CompleteOnCard: ("/show 1",),
    t.ReopenTask: ("/done 1", "/show 1"),
    t.BeginTask: ("/show 1",),
    t.DeleteTask: ("/show 1",),
    t.RestoreTask: ("/show 1", t.DeleteTask),
    t.SetPriority: ("/show 1", t.OfferPriorities),
    t.SwitchTag: ("/show 1", t.OfferTags),
    t.TickItem: ("/show 1", t.ShowChecklist),
    t.ClearTicked: ("/show 1", t.ShowChecklist, t.TickItem),
    t.SetDay: ("/show 1", t.OpenCalendar),
    t.ClearDate: ("/show 1", t.OpenCalendar),
    t.SetTime: ("/move 1 no date", *CLOCK),
    t.ClearTime: ("/move 1 no date", *CLOCK, "/move 1 18:00", MILK),
    t.KeepRepeat: ("/show 1", t.OfferRepeats, t.ChooseRepeat),
    t.NoRepeat: ("/show 2", t.OfferRepeats),
    t.GiveBack: ("/add Buy bread tomorrow 9am #shop",),
    t.ChooseReading: ("/add Buy bread 3/4",),
    t.SplitTask: ("/add buy bread tomorrow, call Bob friday",),
    r.SnoozeTask: (MILK,),
    r.SnoozeHabit: (RUN,),
    r.SkipOccurrence: (PILLS, r.MoreAbout),
    r.SkipMissed: ("/show 2",),
    r.EndSnooze: ("/snooze 1 2 hours", "/show 1"),
    r.StopNagging: (MILK, r.MoreAbout),
    r.SwitchOffset: ("/show 1", r.OfferReminders),
    r.NoReminders: ("/show 1", r.OfferReminders),
    r.UsualReminders: ("/show 1", r.OfferReminders, r.NoReminders),
    r.SwitchNag: ("/show 1", r.OfferReminders),
    p.ChooseSetting: ("/settings", "=💬"),
    GoAway: ("/away",),
    BringIn: (FILE,),
}
ALONE: dict[type[Press], Way] = {  # in private only
    h.LogInstead: ("water 250 ml",),
    h.ResumeHabit: (*HABIT, h.OfferPauses, h.PauseHabit),
    h.AddRest: WATER,
    p.AgendaOn: ("/start",),
    p.EndAway: ("pause habits", "/settings"),
    ComeBack: ("/away until oct 5",),
    p.KeepMoments: ("/add Jam friday 10:00", "/timezone Lisbon"),
    TakeAsWords: ("/edit 1", "/list", "Oat milk"),
    TakeAsAnswer: ("/edit 1", "/list", "Oat milk"),
}
TOGETHER: dict[type[Press], Way] = {  # in a group only
    t.SwitchAssignee: ("/show 1", t.OfferAssignees),
    t.SwitchEach: (OURS,),
    t.SwitchTurns: (OURS,),
    t.CompleteForAll: (OURS, t.SwitchEach),
    t.ReopenPart: (OURS, t.SwitchEach, t.CompleteOnCard),
    h.SwitchRank: HABIT,
    h.LeaveHabit: HABIT,
}
BY_BOB: dict[type[Press], Way] = {h.JoinHere: (RUN,), h.JoinHabit: HABIT}  # in a group, too
SHARED: dict[type[Press], Way] = {s.ShowLeaderboard: ("/stats run",)}  # of a group, in private
BESIDE: dict[type[Press], Way] = {  # below a message of several tasks
    r.TickBeside: ("@Jam",),
    r.SnoozeBeside: ("@Jam",),
    r.SnoozeRest: ("@Jam",),
}
ASIDE: dict[type[Press], Way] = {r.OpenBeside: ("@Jam",)}
TOLD: dict[type[Press], Way] = {  # to whom somebody else has assigned tasks
    r.FinishAssigned: ("@tasks:",),
    r.CannotDo: ("@tasks:",),
}
ASKED: dict[type[Press], Way] = {r.TakeOn: ("@Who can?",)}  # of a group
DIGEST: dict[type[Press], Way] = {r.SnoozeAll: ("@Call",)}
# those that show or ask, and change nothing
SHOWS: dict[type[Press], Way] = {
    SendExport: ("/export",),
    LeaveOut: (FILE,),
    t.OtherRepeat: ("/show 1", t.OfferRepeats, "=⌨️", "> every 3rd friday", "@third Friday"),
    t.SendFiles: ("/list bill", SwitchList, t.OpenCard, t.ShowFiles),
    s.ShowOwnStats: (*HABIT, s.ShowHabitStats),
    h.TurnBoard: BOARD,
    h.TypeAmount: WATER,
    h.BeginHabit: BOARD,
    h.ChooseIdea: (*BOARD, h.BeginHabit),
    h.ChooseKind: (*BOARD, h.BeginHabit, h.ChooseIdea),
    h.ChooseRate: (*BOARD, h.BeginHabit, h.ChooseIdea, h.ChooseKind),
    h.TypeStep: (*BOARD, h.BeginHabit, h.ChooseIdea, h.ChooseKind, h.ChooseRate),
    h.TypeHabitTime: ("/habit meditate every day",),
    h.OpenHabit: OPENS,
    h.OfferPauses: HABIT,
    h.TypePause: (*HABIT, h.OfferPauses),
    h.ShowArchived: (*HABIT, h.ArchiveHabit, "/habits"),
    h.AskDelete: HABIT,
    h.OfferEdits: HABIT,
    h.OfferTimes: HABIT,
    h.TypeAboutHabit: EDITS,
    s.ShowWeek: ("/done 1", "/stats week"),
    s.ShowStats: BOARD,
    s.ShowHabitStats: HABIT,
    ShowHelp: ("/help",),
    TurnList: ("/list", OfferFilters),
    SwitchList: ("/list",),
    OfferFilters: ("/list",),
    CancelQuestion: ("/habit",),
    t.OfferAssignees: ("/show 1",),
    t.OpenCard: ("/list", SwitchList),
    t.OfferPriorities: ("/show 1",),
    t.ShowHistory: ("/show 1",),
    t.AskAbout: ("/show 1",),
    t.OfferTags: ("/show 1",),
    t.ShowChecklist: ("/show 1",),
    t.OpenCalendar: ("/show 1",),
    t.TurnMonth: ("/show 1", t.OpenCalendar),
    t.CalendarHeading: ("/show 1", t.OpenCalendar),
    t.OfferHours: ("/move 1 no date", *CLOCK),
    t.ShowFiles: ("/show 1",),
    t.OfferRepeats: ("/show 1",),
    t.ChooseRepeat: ("/show 1", t.OfferRepeats),
    r.LessAbout: (MILK, r.MoreAbout),
    r.WhyTask: (MILK, r.MoreAbout),
    r.MoreAbout: (MILK, r.LessAbout),
    r.LessAboutHabit: (RUN, r.MoreAboutHabit),
    r.WhyHabit: (RUN, r.MoreAboutHabit),
    r.MoreAboutHabit: (RUN, r.LessAboutHabit),
    r.OfferReminders: ("/show 1",),
    p.ShowSettings: ("/settings",),
    p.OfferSetting: ("/settings", p.ShowSettings),
}


@pytest.fixture
async def ann(chat: Conversation) -> Conversation:
    """Tasks and habits of all kinds, some of them reminded of."""
    chat.telegram.world.bot.privacy_mode = False
    for words in (
        *("/start", "/timezone Berlin", "/add Milk at 14:40 #home nag 20m\n- oat\n- soy"),
        *("/add Take pills every day at 14:40", "/habit run every day at 14:40"),
        "/habit water 2000 ml every day",
    ):
        await chat.says("ann", words)
    await chat.later("ann", minutes=10)
    chat.time.pass_(seconds=30)
    return chat


def test_every_button_is_played() -> None:
    """A new button is in one of these tables, or undone by none for a reason."""
    changes = {*CHANGES, *ALONE, *TOGETHER, *BY_BOB, *BESIDE, *TOLD, *ASKED, *DIGEST}
    others = {*SHOWS, *ASIDE, *SHARED, *IN_PRIVATE, *NOT_UNDONE}
    assert set(PRESSES) == changes | others
    assert not changes & others


def test_every_command_and_wish_is_played() -> None:
    said = {words.split()[0].strip("/") for words in (*WORDS, *IN_GROUP, *LOOKS)}
    assert set(COMMANDS) <= said | set(NO_DEEDS)
    place = Place("Europe/Berlin")
    wishes = {type(read_intent(words, now=NOW, place=place)) for words in (*WORDS, *REPLIES)}
    assert wishes >= set(get_args(Intent))


async def play(chat: Conversation, ways: Mapping[type[Press], Way], who: str = "ann") -> None:
    """Press a button of each class: what it changes is taken back, and what only shows changes
    nothing."""
    start = await kept(chat.application.database)
    for kind, way in ways.items():
        walk = Walk(chat, who)
        is_changed = await walk.changes(kind, way, start)
        assert is_changed == (kind not in {*SHOWS, *ASIDE, *SHARED, *IN_PRIVATE}), (
            kind.__name__,
            way,
        )
        await walk.go_back(start, way)


async def test_buttons_are_taken_back(ann: Conversation) -> None:
    if ann.place != "private":
        await ann.says("bob", "/list@dueto_bot")
        await ann.says("ann", "/add Clean up every day @ann @bob")
    await play(ann, {**CHANGES, **(ALONE if ann.place == "private" else TOGETHER)})


async def test_what_others_press_is_taken_back(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/list@dueto_bot")
    await flat.says("ann", "/habit@dueto_bot run every day at 14:40")
    await flat.later("ann", minutes=10)
    await play(flat, BY_BOB, "bob")
    await anywhere.says("ann", "/list")
    await play(anywhere, SHARED)


async def test_what_only_shows_changes_nothing(ann: Conversation) -> None:
    await ann.sends_photo("ann", "/add@dueto_bot Bill")
    groups = ann.place != "private"
    await play(ann, {kind: way for kind, way in SHOWS.items() if groups or kind not in IN_GROUPS})
    await play(ann, {} if groups else IN_PRIVATE)


async def test_what_is_said_of_several_tasks_is_taken_back(ann: Conversation) -> None:
    await ann.adds("ann", "- Jam tomorrow\n- Tea tomorrow\n- Bread tomorrow")
    await ann.later("ann", hours=18, minutes=25)
    ann.time.pass_(seconds=30)
    await play(ann, {**BESIDE, **ASIDE})


async def test_what_is_done_about_assignments_is_taken_back(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/list@dueto_bot")
    await anywhere.says("ann", "/start")
    await flat.says("bob", "/add@dueto_bot - Jam @ann\n- Tea @ann")
    await anywhere.later("ann", seconds=30)
    await play(anywhere, TOLD)
    await anywhere.presses("ann", "🙋 1")
    anywhere.time.pass_(seconds=30)
    await anywhere.settle()
    await play(flat, ASKED, "bob")


async def test_a_digest_is_taken_back(ann: Conversation) -> None:
    await ann.adds("ann", *(f"Call {n} at 15:0{n}" for n in range(7)))
    await ann.later("ann", hours=2)
    ann.time.pass_(seconds=30)
    await play(ann, DIGEST)


@pytest.mark.parametrize("words", WORDS)
async def test_words_are_taken_back(ann: Conversation, words: str) -> None:
    walk = Walk(ann)
    if words == "resume habits":
        await walk.say("pause habits")
    if ann.place != "private" and words in OWN:
        return
    before = await walk.store()
    await walk.say(words)
    assert await walk.store() != before, "this is to change something"
    await walk.take_back(before, words)


@pytest.mark.parametrize("words", IN_GROUP)
async def test_commands_of_groups_are_taken_back(ann: Conversation, words: str) -> None:
    walk = Walk(ann)
    if ann.place == "private":
        return
    await ann.says("bob", "/list@dueto_bot")
    if words.startswith("/unassign"):
        await walk.say("/claim 1")
    before = await walk.store()
    await walk.say(words)
    assert await walk.store() != before
    await walk.take_back(before, words)


async def test_looking_changes_nothing(ann: Conversation) -> None:
    walk = Walk(ann)
    before = await walk.store()
    for words in LOOKS:
        await walk.say(words)
        assert differing(before, await walk.store()) == {}, words


@pytest.mark.parametrize("about", [MILK, PILLS, RUN])
async def test_replies_are_taken_back(ann: Conversation, about: str) -> None:
    walk = Walk(ann)
    start = await walk.store()
    found = next(m for m in reversed(ann.messages("ann")) if about[1:] in text_of(m))
    for words in REPLIES:
        await ann.says("ann", words, reply_to=found)
        if await walk.store() != start:
            await walk.take_back(start, words)


@pytest.mark.parametrize("kind", ASKING)
async def test_answers_are_taken_back(ann: Conversation, kind: str) -> None:
    """Typed answers to questions of every kind."""
    walk = Walk(ann)
    if ann.place != "private" and kind in {"what", "when"}:
        return
    await walk.go(ASKING[kind].way)
    assert await open_kinds(ann) == {kind}
    before = await walk.store()
    await answer(ann, kind)
    if ASKING[kind].is_kept:
        assert await walk.store() != before
        await walk.take_back(before, kind)
    assert await walk.store() == before


async def test_other_ways_to_write_are_taken_back(ann: Conversation) -> None:
    """A message that is edited, a photo, an album, a place that is shared."""
    walk = Walk(ann)
    start = await walk.store()
    await walk.say("/add Buy jam")
    before, said = await walk.store(), ann.messages("ann")[-2]["text"]
    await ann.edits("ann", said, said.replace("jam", "honey tomorrow #shop"))
    assert await walk.store() != before
    await walk.take_back(before, "an edited message")
    await walk.go_back(start, ("/add",))
    await ann.sends_photo("ann", "/add@dueto_bot Bill")
    await walk.take_back(start, "a photo")
