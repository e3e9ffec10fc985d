"""THE table: command, button or answer → handler. Menu, /help and the README derive from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.handlers import guide, lists, preferences, questions, quoted, undo, words
from bot.handlers.habits import adding as habit_new
from bot.handlers.habits import board as habits
from bot.handlers.habits import card as habit_card
from bot.handlers.habits import entries as habit_log
from bot.handlers.habits import stats
from bot.handlers.habits import wishes as habit_said
from bot.handlers.operators import state as admin
from bot.handlers.reminders import habits as habit_reminders
from bot.handlers.reminders import offsets, snoozing, why
from bot.handlers.reminders import tasks as reminders
from bot.handlers.tasks import adding, card, changing, contents, dates, repairs, repeats
from bot.incoming.updates import Admitted, Arrival, Pressed, Wrote
from bot.presses import StaleButton, unpack
from bot.presses import preferences as settings_presses
from bot.presses import reminders as reminder_presses
from bot.presses import tasks as task_presses
from bot.presses.coding import VERSION, Press
from bot.presses.coding import unpack as unpack_press
from bot.presses.lists import TurnList
from bot.presses.questions import CancelQuestion
from bot.presses.undo import Undo
from bot.questions import (
    AskedDate,
    AskedFile,
    AskedItems,
    AskedNotes,
    AskedReminders,
    AskedRepeat,
    AskedSnooze,
    AskedTags,
    AskedTitle,
    AskedWhat,
    AskedWhen,
    AskedZone,
    Question,
    question_of,
)
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
from storage.talk.questions import drop_question

COMMANDS: Mapping[str, Route] = {
    "start": Route(guide.start, reaches=True),
    "help": Route(guide.help_),
    "add": Route(adding.add),
    "list": Route(lists.show),
    "today": Route(lists.today),
    "week": Route(lists.week),
    "done": Route(changing.done),
    "edit": Route(changing.edit),
    "delete": Route(changing.delete),
    "show": Route(changing.show),
    "move": Route(changing.move_to),
    "snooze": Route(snoozing.by_number),
    "search": Route(lists.search, reaches=True),
    "habit": Route(habit_new.new),
    "habits": Route(habits.show, reaches=True),
    "log": Route(habit_said.log, reaches=True),
    "stats": Route(stats.show, reaches=True),
    "undo": Route(undo.undo),
    "settings": Route(preferences.settings),
    "timezone": Route(preferences.timezone),
    "language": Route(preferences.language),
    "admin": Route(admin.show, groups=False, menu=False, operators=True),
}

PRESSES: Mapping[str, Route] = {
    verb: Route(handler, reaches=True)
    for verb, handler in {
        "cancel": questions.cancel_legacy,
        "undo": undo.press_legacy,
        "board": habits.turn,
        "htick": habit_log.press_tick,
        "hadd": habit_log.press_add,
        "hskip": habit_log.press_skip,
        "hin": habit_log.press_join,
        "hnew": habit_new.press,
        "hremind": habit_new.remind,
        "hpick": habit_said.press_which,
        "hab": habit_card.open_card,
        "hjoin": habit_card.press_join,
        "hleave": habit_card.press_leave,
        "hrank": habit_card.press_rank,
        "hpause": habit_card.press_pause,
        "harch": habit_card.press_archive,
        "hdel": habit_card.press_delete,
        "hedit": habit_card.press_edit,
        "hrem": habit_card.press_times,
        "hundo": habit_card.press_undo,
        "stats": stats.press,
    }.items()
}

TYPED_PRESSES: Mapping[type[Press], AnyPress] = dict(
    [
        on_press(TurnList, lists.turn),
        on_press(CancelQuestion, questions.cancel),
        on_press(Undo, undo.press),
        on_press(task_presses.OpenCard, card.open_card),
        on_press(task_presses.CompleteTask, card.done),
        on_press(task_presses.CompleteOnCard, card.tick),
        on_press(task_presses.ReopenTask, card.untick),
        on_press(task_presses.BeginTask, card.begin),
        on_press(task_presses.DeleteTask, card.delete),
        on_press(task_presses.RestoreTask, card.bring_back),
        on_press(task_presses.OfferPriorities, card.offer_priorities),
        on_press(task_presses.SetPriority, card.choose_priority),
        on_press(task_presses.ShowHistory, card.history),
        on_press(task_presses.AskAbout, card.put_question),
        on_press(task_presses.OfferTags, contents.offer_tags),
        on_press(task_presses.SwitchTag, contents.switch_tag),
        on_press(task_presses.ShowChecklist, contents.items),
        on_press(task_presses.TickItem, contents.tick_item),
        on_press(task_presses.ClearTicked, contents.clear),
        on_press(task_presses.ShowFiles, contents.files),
        on_press(task_presses.SendFiles, contents.send_files),
        on_press(task_presses.OpenCalendar, dates.open_calendar),
        on_press(task_presses.TurnMonth, dates.turn_month),
        on_press(task_presses.SetDay, dates.choose_day),
        on_press(task_presses.ClearDate, dates.clear_date),
        on_press(task_presses.SetTime, dates.choose_time),
        on_press(task_presses.ClearTime, dates.choose_time),
        on_press(task_presses.Heading, dates.nothing),
        on_press(task_presses.OfferRepeats, repeats.offer),
        on_press(task_presses.ChooseRepeat, repeats.choose),
        on_press(task_presses.KeepRepeat, repeats.keep),
        on_press(task_presses.NoRepeat, repeats.end),
        on_press(task_presses.GiveBack, repairs.give_back),
        on_press(task_presses.ChooseReading, repairs.choose),
        on_press(task_presses.SplitTask, repairs.split_up),
        on_press(reminder_presses.SnoozeTask, snoozing.press_task),
        on_press(reminder_presses.SnoozeHabit, snoozing.press_habit),
        on_press(reminder_presses.SnoozeAll, snoozing.press_all),
        on_press(reminder_presses.MoreAbout, reminders.more),
        on_press(reminder_presses.LessAbout, reminders.less),
        on_press(reminder_presses.SkipOccurrence, reminders.skip_one),
        on_press(reminder_presses.StopNagging, reminders.calm),
        on_press(reminder_presses.WhyTask, why.why_task),
        on_press(reminder_presses.WhyHabit, why.why_habit),
        on_press(reminder_presses.OfferReminders, offsets.offer),
        on_press(reminder_presses.SwitchOffset, offsets.switch),
        on_press(reminder_presses.NoReminders, offsets.silence),
        on_press(reminder_presses.UsualReminders, offsets.usual),
        on_press(reminder_presses.SwitchNag, offsets.switch_nag),
        on_press(settings_presses.ShowSettings, preferences.show_settings),
        on_press(settings_presses.OfferSetting, preferences.offer),
        on_press(settings_presses.ChooseSetting, preferences.choose),
        on_press(settings_presses.AgendaOn, preferences.agenda_on),
        on_press(settings_presses.EndAway, preferences.end_away),
    ]
)

VERBS = {press.verb: press for press in TYPED_PRESSES}

# where a press on a habit came from → the same view as it is now
REDRAWS: Mapping[str, Redraw] = {
    "r": habit_reminders.again,
    "t": lists.today_again,
    "w": lists.week_again,
}

TYPED_ANSWERS: Mapping[type[Question], AnyAnswer] = dict(
    [
        on_answer(AskedTitle, contents.answer_title),
        on_answer(AskedNotes, contents.answer_notes),
        on_answer(AskedTags, contents.answer_tags),
        on_answer(AskedItems, contents.answer_items),
        on_answer(AskedFile, contents.answer_file),
        on_answer(AskedWhat, adding.answer_what),
        on_answer(AskedDate, changing.answer_date),
        on_answer(AskedWhen, changing.answer_date),
        on_answer(AskedRepeat, quoted.answer_repeat),
        on_answer(AskedSnooze, snoozing.answer),
        on_answer(AskedReminders, offsets.answer),
        on_answer(AskedZone, preferences.answer_zone),
    ]
)

ANSWERS: Mapping[str, Route] = {
    "habit-name": Route(habit_new.answer_name),
    "habit-goal": Route(habit_new.answer_goal),
    "habit-often": Route(habit_new.answer_often),
    "habit-time": Route(habit_new.answer_time),
    "habit-when": Route(habit_new.answer_when, reaches=True),
    "habit-amount": Route(habit_log.answer_amount, reaches=True),
    "habit-which": Route(habit_said.answer_which, reaches=True),
    "hedit-name": Route(habit_card.answer_name),
    "hedit-words": Route(habit_card.answer_words),
    "hedit-times": Route(habit_card.answer_times),
    "hedit-pause": Route(habit_card.answer_pause),
}

PLAIN = Route(words.said)
MENTIONED = Route(words.said_to_bot)
QUOTED = Route(quoted.replied)
EDITED = Route(adding.edited)
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
    if request.question is not None and (private or to_bot):
        question = question_of(request.question.kind, request.question.facts)
        if (answer := TYPED_ANSWERS.get(type(question))) is not None:  # type: ignore[arg-type]
            return Route(_given(answer, question), reaches=True), request
        return ANSWERS[request.question.kind], request
    if to_bot:
        return QUOTED, request
    if (text := _without_mention(request)) != request.text:
        return MENTIONED, replace(request, text=text)
    if not private:
        return None
    if message is not None and message.location is not None:
        return LOCATED, request
    if not request.text.strip() and not (message and message.file):
        return ONLY_TEXT, request
    return PLAIN, request


def menus(language: str) -> dict[str, list[tuple[str, str]]]:
    """The command menus of a language by Telegram's scope."""
    spoken = words_for(language)
    return {
        "all_private_chats": menu(spoken, private=True),
        "all_group_chats": menu(spoken, private=False),
    }
