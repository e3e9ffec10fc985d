"""THE table: command, button or answer → handler. Menu, /help and the README derive from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot import questions as asked
from bot.handlers import guide, lists, preferences, words
from bot.handlers.habits import adding as new_habit
from bot.handlers.habits import board as habit_board
from bot.handlers.habits import card as habit_card
from bot.handlers.habits import editing as habit_edit
from bot.handlers.habits import entries as habit_entries
from bot.handlers.habits import stats as habit_stats
from bot.handlers.habits import ticking as habit_day
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.operators import state as admin
from bot.handlers.reminders import habits as habit_reminders
from bot.handlers.reminders import tasks as reminders
from bot.handlers.tasks import card, repeats
from bot.handlers.tasks import changing as tasks
from bot.handlers.tasks import repairs as echo
from bot.incoming.updates import Admitted, Arrival, Pressed, Wrote
from bot.presses import StaleButton, unpack
from bot.presses import habits as pressed
from bot.presses.coding import VERSION, Press
from bot.presses.coding import unpack as unpack_press
from bot.presses.lists import TurnList
from bot.presses.stats import ShowHabitStats, ShowLeaderboard, ShowOwnStats, ShowStats
from bot.questions import Question, question_of
from bot.replies import Reply
from bot.requests import (
    AnyAnswer,
    AnyPress,
    Handler,
    Redraw,
    Request,
    Route,
    on_answer,
    on_press,
)
from bot.texts import Words, words_for
from storage.models import Question as OpenQuestion
from storage.talk.questions import drop_question

COMMANDS: Mapping[str, Route] = {
    "start": Route(guide.start, reaches=True),
    "help": Route(guide.help_),
    "add": Route(tasks.add),
    "list": Route(lists.show),
    "today": Route(lists.today),
    "week": Route(lists.week),
    "done": Route(tasks.done),
    "edit": Route(tasks.edit),
    "delete": Route(tasks.delete),
    "show": Route(tasks.show),
    "move": Route(tasks.move_to),
    "snooze": Route(reminders.snooze_by_number),
    "search": Route(lists.search, reaches=True),
    "habit": Route(new_habit.new),
    "habits": Route(habit_board.show, reaches=True),
    "log": Route(habit_wishes.log, reaches=True),
    "stats": Route(habit_stats.show, reaches=True),
    "undo": Route(tasks.undo),
    "settings": Route(preferences.settings),
    "timezone": Route(preferences.timezone),
    "language": Route(preferences.language),
    "admin": Route(admin.show, groups=False, menu=False, operators=True),
}

PRESSES: Mapping[str, Route] = {
    verb: Route(handler, reaches=True)
    for verb, handler in {
        "list": lists.turn,
        "card": card.open_card,
        "done": card.done,
        "tick": card.tick,
        "reopen": card.untick,
        "begin": card.begin,
        "del": card.delete,
        "restore": card.bring_back,
        "pri": card.priority,
        "tags": card.tags,
        "tag": card.tag,
        "items": card.items,
        "item": card.item,
        "clear": card.clear,
        "files": card.files,
        "sendfiles": card.send_files,
        "past": card.history,
        "date": card.month,
        "month": card.month,
        "day": card.day,
        "time": card.at_time,
        **dict.fromkeys(card.QUESTIONS, card.put_question),
        "cancel": card.cancel,
        "undo": tasks.press_undo,
        "noop": card.nothing,
        "chip": echo.give_back,
        "alt": echo.choose,
        "split": echo.split_up,
        "rep": repeats.offer,
        "keep": repeats.keep,
        "zzz": reminders.press_snooze,
        "zall": reminders.press_snooze_all,
        "more": reminders.more,
        "less": reminders.less,
        "skip": reminders.skip_one,
        "calm": reminders.calm,
        "why": reminders.why,
        "rem": reminders.offer,
        "settings": preferences.show_settings,
        "set": preferences.offer,
        "choose": preferences.choose,
        "agenda": preferences.agenda_on,
        "return": preferences.end_away,
        "hsnooze": habit_reminders.press_snooze,
        "hwhy": habit_reminders.why,
    }.items()
}

TYPED_PRESSES: Mapping[type[Press], AnyPress] = dict(
    [
        on_press(TurnList, lists.turn_to),
        on_press(pressed.TurnBoard, habit_board.turn),
        on_press(pressed.TickHabit, habit_day.tick_day),
        on_press(pressed.AddAmount, habit_day.add),
        on_press(pressed.AddRest, habit_day.add_rest),
        on_press(pressed.TypeAmount, habit_day.type_amount),
        on_press(pressed.SkipDay, habit_day.skip_day),
        on_press(pressed.JoinHere, habit_day.join_here),
        on_press(pressed.PickHabit, habit_wishes.pick),
        on_press(pressed.BeginHabit, new_habit.begin),
        on_press(pressed.TypeStep, new_habit.type_step),
        on_press(pressed.ChooseIdea, new_habit.choose_idea),
        on_press(pressed.ChooseKind, new_habit.choose_kind),
        on_press(pressed.ChooseRate, new_habit.choose_rate),
        on_press(pressed.ChooseTime, new_habit.choose_time),
        on_press(pressed.SetHabitTime, new_habit.set_time),
        on_press(pressed.TypeHabitTime, new_habit.type_time),
        on_press(pressed.OpenHabit, habit_card.open_card),
        on_press(pressed.JoinHabit, habit_card.join_habit),
        on_press(pressed.LeaveHabit, habit_card.leave_habit),
        on_press(pressed.SwitchRank, habit_card.switch_rank),
        on_press(pressed.OfferPauses, habit_card.offer_pauses),
        on_press(pressed.PauseHabit, habit_card.pause_habit),
        on_press(pressed.TypePause, habit_edit.type_pause),
        on_press(pressed.ResumeHabit, habit_card.resume),
        on_press(pressed.ArchiveHabit, habit_card.archive_habit),
        on_press(pressed.UnarchiveHabit, habit_card.unarchive_habit),
        on_press(pressed.ShowArchived, habit_card.show_archived),
        on_press(pressed.AskDelete, habit_card.ask_delete),
        on_press(pressed.DeleteHabit, habit_card.delete),
        on_press(pressed.UndoOnCard, habit_card.undo),
        on_press(pressed.OfferEdits, habit_edit.offer),
        on_press(pressed.PaintHabit, habit_edit.set_colour),
        on_press(pressed.MoveUp, habit_edit.place_higher),
        on_press(pressed.DropGoal, habit_edit.drop_goal),
        on_press(pressed.OfferTimes, habit_edit.offer_times),
        on_press(pressed.SwitchTime, habit_edit.switch_time),
        on_press(pressed.NoTimes, habit_edit.no_times),
        on_press(pressed.TypeAboutHabit, habit_edit.type_about),
        on_press(ShowStats, habit_stats.show_all),
        on_press(ShowHabitStats, habit_stats.show_habit),
        on_press(ShowOwnStats, habit_stats.show_own),
        on_press(ShowLeaderboard, habit_stats.show_leaderboard),
    ]
)

VERBS = {press.verb: press for press in TYPED_PRESSES}

# where a press on a habit came from → the same view as it is now
REDRAWS: Mapping[str, Redraw] = {
    "b": habit_board.again,
    "n": new_habit.made_again,
    "c": habit_card.again,
    "r": habit_reminders.again,
    "t": lists.today_again,
    "w": lists.week_again,
}

TYPED_ANSWERS: Mapping[type[Question], AnyAnswer] = dict(
    [
        on_answer(asked.AskedHabitName, new_habit.answer_name),
        on_answer(asked.AskedHabitGoal, new_habit.answer_goal),
        on_answer(asked.AskedHabitRate, new_habit.answer_rate),
        on_answer(asked.AskedHabitTime, new_habit.answer_time),
        on_answer(asked.AskedReminderTime, new_habit.answer_reminder_time),
        on_answer(asked.AskedAmount, habit_entries.answer_amount),
        on_answer(asked.AskedHabit, habit_wishes.answer_which),
        on_answer(asked.AskedNewName, habit_edit.answer_name),
        on_answer(asked.AskedNewRate, habit_edit.answer_rate),
        on_answer(asked.AskedTimes, habit_edit.answer_times),
        on_answer(asked.AskedPause, habit_edit.answer_pause),
    ]
)

ANSWERS: Mapping[str, Route] = {
    "title": Route(card.answer_title),
    "notes": Route(card.answer_notes),
    "date": Route(card.answer_date),
    "tag": Route(card.answer_tag),
    "items": Route(card.answer_items),
    "file": Route(card.answer_file),
    "what": Route(card.answer_what),
    "zone": Route(preferences.answer_zone),
    "when": Route(card.answer_date),
    "repeat": Route(repeats.answer),
    "snooze": Route(reminders.answer_snooze),
    "reminders": Route(reminders.answer_reminders),
}

PLAIN = Route(words.said)
QUOTED = Route(words.replied)
EDITED = Route(tasks.edited)
CAME = Route(guide.hello)
UNKNOWN = Route(guide.unknown)
ELSEWHERE = Route(guide.elsewhere)
LOCATED = Route(preferences.located)
ONLY_TEXT = Route(guide.only_text)

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)\s*")


def offered(*, private: bool) -> tuple[str, ...]:
    """The commands that a kind of chat has, in the order of the table."""
    return tuple(
        name
        for name, route in COMMANDS.items()
        if route.menu and (route.private if private else route.groups)
    )


def menu(spoken: Words, *, private: bool) -> list[tuple[str, str]]:
    """Telegram's command menu for a kind of chat: names and descriptions."""
    return [(name, spoken.plain(f"command-{name}")) for name in offered(private=private)]


async def choose(request: Request, arrival: Arrival) -> tuple[Route, Request] | None:
    """Who handles a request, and the request as they need it; None: it is not for the bot.

    Raises StaleButton for button data that means nothing (any more).
    """
    match arrival:
        case Admitted(is_new=True):
            return CAME, request
        case Pressed(data=data):
            return _pressed(request, data)
        case Wrote(is_edit=True):
            return _edited(request)
        case Wrote():
            if command := COMMAND.match(request.text):
                return await _commanded(request, command)
            return _spoken(request)
        case _:
            return None


async def end_question(request: Request) -> None:
    """Any command ends a question that was open, one that is refused too."""
    command = COMMAND.match(request.text)
    if command is not None and command[2] in {None, request.bot_username}:
        await drop_question(request.session, asker=request.asker)


def _given(handler: AnyPress | AnyAnswer, what: object) -> Handler:
    async def handle(request: Request) -> Reply | None:
        return await handler(request, what)

    return handle


def _pressed(request: Request, data: str) -> tuple[Route, Request]:
    request = replace(request, redraws=REDRAWS)
    if data.startswith(VERSION):
        typed = unpack_press(data, VERBS)
        handler = _given(TYPED_PRESSES[type(typed)], typed)
        return Route(handler, reaches=True), request
    press = unpack(data)
    route = PRESSES.get(press.verb)
    if route is None:
        raise StaleButton(data)
    return route, replace(request, press=press)


async def _commanded(request: Request, command: re.Match[str]) -> tuple[Route, Request] | None:
    """Any command ends a question that was open."""
    name, host = command[1].lower(), command[2]
    private = request.chat.is_private
    if host is not None and host.lower() != request.bot_username.lower():
        return None
    route = COMMANDS.get(name)
    if route is None:
        return (UNKNOWN, request) if private or host else None
    await drop_question(request.session, asker=request.asker)
    if not (route.private if private else route.groups):
        return ELSEWHERE, request
    if route.operators and not request.by_operator:
        return UNKNOWN, request
    text = request.text[command.end() :]
    return route, replace(request, text=text, question=None, offered=offered(private=private))


def _edited(request: Request) -> tuple[Route, Request] | None:
    """Only what adds a task is read again; no other command is done a second time."""
    command = COMMAND.match(request.text)
    if command is None:
        return EDITED, replace(request, text=_without_mention(request))
    if command[1].lower() != "add":
        return None
    return EDITED, replace(request, text=request.text[command.end() :])


def _without_mention(request: Request) -> str:
    """The words behind the bot's name, if the text begins with it."""
    name = re.escape(request.bot_username)
    return re.sub(rf"^@{name}\b\s*", "", request.text, flags=re.IGNORECASE)


def _spoken(request: Request) -> tuple[Route, Request] | None:
    """Words that are no command: an answer, a reply to a task, a task to be."""
    message, private = request.message, request.chat.is_private
    to_bot = message is not None and message.quoted is not None and message.quoted.by_bot
    awaited = request.question if private or to_bot else None
    if awaited is not None and (answer := _answer(awaited)) is not None:
        return answer, request
    if to_bot:
        return QUOTED, request
    if (text := _without_mention(request)) != request.text:
        return COMMANDS["add"], replace(request, text=text)
    if not private:
        return None
    if message is not None and message.location is not None:
        return LOCATED, request
    if not request.text.strip() and not (message and message.file):
        return ONLY_TEXT, request
    return PLAIN, request


def _answer(row: OpenQuestion) -> Route | None:
    """What is done with the answer to an open question; None for one of another version."""
    question = question_of(row.kind, row.facts)
    if question is not None and type(question) in TYPED_ANSWERS:
        return Route(_given(TYPED_ANSWERS[type(question)], question), reaches=True)
    return ANSWERS.get(row.kind)


def menus(language: str) -> dict[str, list[tuple[str, str]]]:
    """The command menus of a language by Telegram's scope."""
    spoken = words_for(language)
    return {
        "all_private_chats": menu(spoken, private=True),
        "all_group_chats": menu(spoken, private=False),
    }
