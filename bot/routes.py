"""THE table: command, button or answer → handler. Menu, /help and the README derive from it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import questions as asked
from bot.buttons import BUTTONS
from bot.handlers import (
    away,
    fitting,
    guide,
    lists,
    preferences,
    reactions,
    undo,
    weeks,
    words,
)
from bot.handlers.data import bringing as data_import
from bot.handlers.data import export as data_export
from bot.handlers.data import feeds, forgetting, privacy
from bot.handlers.everywhere import guests, inline, links
from bot.handlers.groups import assigning, boards, quiet
from bot.handlers.habits import adding as new_habit
from bot.handlers.habits import board as habit_board
from bot.handlers.habits import card as habit_card
from bot.handlers.habits import editing as habit_edit
from bot.handlers.habits import entries as habit_entries
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.operators import broadcasts, feedback
from bot.handlers.operators import state as admin
from bot.handlers.operators.banned import turn_away
from bot.handlers.reminders import habits as habit_reminders
from bot.handlers.reminders import offsets, snoozing
from bot.handlers.tasks import (
    adding,
    albums,
    changing,
    contents,
    edits,
    repeats,
)
from bot.incoming.queries import CalledAsGuest, Chose
from bot.incoming.updates import AddedToChannel, Admitted, Arrival, Pressed, Reacted, Wrote
from bot.presses.coding import Press, StaleButton, unpack
from bot.presses.everywhere import CardPress
from bot.presses.guide import RunCommand
from bot.presses.questions import TakeAsAnswer, TakeAsWords
from bot.replies import in_place
from bot.requests import (
    Answering,
    AnyAnswer,
    AnyPress,
    Forwarded,
    Handler,
    Redraw,
    Request,
    Route,
    SharedPlace,
    Written,
    on_answer,
    on_press,
)
from bot.views.everywhere.cards import led
from storage.talk.questions import interrupt as interrupt_question
from storage.talk.shortcuts import lengthen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.questions import Question
    from bot.replies import Notice, Reply


async def _start(request: Request) -> Reply:
    """/start greets; with a payload it opens what a link leads to"""
    return await guide.start(request, await links.opened(request, request.text.strip()))


async def _meant(request: Request, press: RunCommand) -> Reply | None:
    """/today, which was typed as /tody; the words behind it stay"""
    text = await lengthen(request.session, press.words) if press.words else ""
    if text is None or press.command not in request.offered:
        raise StaleButton(press.command)
    reply = await COMMANDS[press.command].handler(replace(request, text=text))
    return None if reply is None else in_place(reply)


COMMANDS: Mapping[str, Route] = {
    "start": Route(_start, statements=8),
    "help": Route(guide.help_, reaches=False, statements=5),
    "add": Route(adding.add, reaches=False, statements=8),
    "list": Route(lists.show, statements=5),
    "today": Route(lists.today, statements=8),
    "week": Route(lists.week, statements=8),
    "done": Route(changing.done, statements=10),
    "edit": Route(changing.edit, statements=10),
    "delete": Route(changing.delete, statements=10),
    "show": Route(changing.show, statements=6),
    "move": Route(changing.move_to, statements=10),
    "snooze": Route(snoozing.by_number, statements=10),
    "search": Route(lists.search, statements=8),
    "assign": Route(assigning.assign, private=False, statements=11),
    "claim": Route(assigning.claim, private=False, statements=10),
    "unassign": Route(assigning.unassign, private=False, statements=10),
    "quiet": Route(quiet.quiet, private=False, reaches=False, statements=10),
    "history": Route(weeks.history, statements=8),
    "board": Route(boards.board, reaches=False, statements=8),
    "habit": Route(new_habit.new, reaches=False, statements=10),
    "habits": Route(habit_board.show, statements=8),
    "log": Route(habit_wishes.log, statements=16),
    "stats": Route(weeks.stats, statements=8),
    "export": Route(data_export.send, reaches=False, statements=60),  # its files, in steps
    "away": Route(away.away, reaches=False, statements=18),
    "calendar": Route(feeds.show, reaches=False, statements=8),
    "privacy": Route(privacy.show, reaches=False, statements=5),
    "forget": Route(forgetting.forget, reaches=False, statements=5),
    "import": Route(data_import.bring, reaches=False, statements=10),
    "undo": Route(undo.undo, statements=12),
    "settings": Route(preferences.settings, reaches=False, statements=6),
    "timezone": Route(preferences.timezone, reaches=False, statements=24),
    "language": Route(preferences.language, reaches=False, statements=14),
    "feedback": Route(feedback.feedback, reaches=False, statements=10),
    "admin": Route(
        admin.show, groups=False, menu=False, operators=True, reaches=False, statements=12
    ),
}

PRESSES: Mapping[type[Press], AnyPress] = dict(
    [
        *BUTTONS.items(),
        on_press(RunCommand, _meant),
        on_press(TakeAsAnswer, words.take_as_answer),
        on_press(TakeAsWords, words.take_as_words),
    ]
)

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)\s*")
VERBS = {press.verb: press for press in PRESSES}

# where a press on a habit came from → the same view as it is now
REDRAWS: Mapping[str, Redraw] = {
    "b": Redraw(habit_board.again, of_list=True),
    "n": Redraw(new_habit.made_again),
    "c": Redraw(habit_card.again, notes=True),
    "r": Redraw(habit_reminders.again),
    "t": Redraw(lists.today_again, of_list=True),
    "w": Redraw(lists.week_again, of_list=True),
}

ANSWERS: Mapping[type[Question], Answering] = dict(
    [
        on_answer(asked.AskedHabitName, new_habit.answer_name, fitting.any_words),
        on_answer(asked.AskedHabitGoal, new_habit.answer_goal, fitting.goal),
        on_answer(asked.AskedHabitRate, new_habit.answer_rate, fitting.rate),
        on_answer(asked.AskedHabitTime, new_habit.answer_time, fitting.times),
        on_answer(asked.AskedReminderTime, new_habit.answer_reminder_time, fitting.times),
        on_answer(asked.AskedAmount, habit_entries.answer_amount, fitting.amount),
        on_answer(asked.AskedHabit, habit_wishes.answer_which, fitting.habit),
        on_answer(asked.AskedNewName, habit_edit.answer_name, fitting.any_words),
        on_answer(asked.AskedNewRate, habit_edit.answer_rate, fitting.rate_or_goal),
        on_answer(asked.AskedTimes, habit_edit.answer_times, fitting.times),
        on_answer(asked.AskedPause, habit_edit.answer_pause, fitting.date),
        on_answer(asked.AskedTitle, contents.answer_title, fitting.any_words),
        on_answer(asked.AskedNotes, contents.answer_notes, fitting.any_words),
        on_answer(asked.AskedTags, contents.answer_tags, fitting.tags),
        on_answer(asked.AskedItems, contents.answer_items, fitting.any_words),
        on_answer(asked.AskedFile, contents.answer_file, fitting.file),
        on_answer(asked.AskedImport, data_import.answer, fitting.document),
        on_answer(asked.AskedWhat, adding.answer_what, fitting.any_words),
        on_answer(asked.AskedDate, changing.answer_date, fitting.date),
        on_answer(asked.AskedWhen, changing.answer_date, fitting.date),
        on_answer(asked.AskedRepeat, repeats.answer, fitting.repeat),
        on_answer(asked.AskedSnooze, snoozing.answer, fitting.moment),
        on_answer(asked.AskedReminders, offsets.answer, fitting.reminders),
        on_answer(asked.AskedAway, away.answer, fitting.days),
        on_answer(asked.AskedFeedback, feedback.answer_feedback, fitting.any_words),
        on_answer(asked.AskedReply, feedback.answer_reply, fitting.any_words),
        on_answer(asked.AskedBroadcast, broadcasts.answer, fitting.any_words),
        on_answer(asked.AskedZone, preferences.answer_zone, fitting.place),
    ]
)

PLAIN = Route(words.said)
MENTIONED = Route(words.said_to_bot)
QUOTED = Route(words.replied)
DOUBTFUL = Route(words.ask_which, reaches=False)
EDITED = Route(edits.edited)
PROMOTED = Route(guide.promoted, reaches=False)
UNKNOWN = Route(guide.unknown, reaches=False)
BANNED = Route(turn_away, reaches=False)
ELSEWHERE = Route(guide.elsewhere, reaches=False)
LOCATED = Route(preferences.located, reaches=False)
GUEST = Route(guests.called, reaches=False)
ONLY_TEXT = Route(guide.only_text, reaches=False)


def offered(*, private: bool) -> tuple[str, ...]:
    """The commands that a kind of chat has, in the order of the table."""
    return tuple(
        name
        for name, route in COMMANDS.items()
        if route.menu and (route.private if private else route.groups)
    )


find_inline = inline.find


def lead(data: str, username: str) -> Notice:
    """Where a press on a card leads whoever has not started the bot. Raises StaleButton."""
    press = unpack(data, VERBS)
    if not isinstance(press, CardPress):
        raise StaleButton(data)
    return led(username, f"{press.verb[0]}{press.token}")


_NAMES = {id(route): name for name, route in COMMANDS.items()}


def named(route: Route) -> str:
    """The command of a route; "" for what is no command."""
    return _NAMES.get(id(route), "")


async def choose(request: Request, arrival: Arrival) -> tuple[Route, Request] | None:
    """Who handles a request, and the request as they need it; None: it is not for the bot.

    Raises StaleButton for button data that means nothing (any more).
    """
    if request.is_banned:
        return (BANNED, request) if _is_to_bot(request, arrival) else None
    match arrival:
        case Admitted(is_new=True, is_promoted=is_admin):
            return Route(_given(guide.hello, is_admin), reaches=False), request
        case Admitted(is_promoted=True):
            return PROMOTED, request
        case Reacted(reaction=reaction):
            return Route(_given(reactions.reacted, reaction), reaches=False), request
        case Pressed(data=data):
            return _pressed(request, data)
        case CalledAsGuest() | Chose() | AddedToChannel():
            return _from_elsewhere(arrival), request
        case Wrote(is_edit=True):
            return _edited(request)
        case Wrote():
            if request.album and (task := await albums.take_in(request)) is not None:
                return Route(_given(albums.join, task)), request
            return None if albums.is_asked_about(request) else await _written(request)
        case _:
            return None


def _is_to_bot(request: Request, arrival: Arrival) -> bool:
    """Whether somebody turns to the bot: not what they say to others in a group."""
    if not isinstance(arrival, Wrote):
        return isinstance(arrival, Pressed)
    named = _without_name(request)
    command = COMMAND.match(named.text)
    is_command = command is not None and (
        command[2].lower() == request.bot_username.lower()
        if command[2]
        else command[1].lower() in offered(private=False)
    )
    is_reply = request.quoted is not None and request.quoted.by_bot
    is_said = request.chat.is_private or is_command or is_reply or named is not request
    return is_said and not arrival.is_edit


def _from_elsewhere(arrival: CalledAsGuest | Chose | AddedToChannel) -> Route:
    """Who handles what somebody does in a chat that is not the one of the request."""
    match arrival:
        case Chose(key=key):
            return Route(_given(inline.chosen, key), reaches=False)
        case AddedToChannel(title=title):
            return Route(_given(guide.added_to_channel, title), reaches=False)
        case _:
            return GUEST


async def _written(request: Request) -> tuple[Route, Request] | None:
    """A command or other words; those of a forwarded message are somebody else's commands."""
    named = _without_name(request)
    command = COMMAND.match(named.text)
    if command is not None and not isinstance(request.message, Forwarded):
        return await _commanded(named, command)
    return await _spoken(request)


async def interrupt(request: Request) -> None:
    """A command does not end a question; words that would fit anything are asked about after it."""
    if COMMAND.match(request.text) is not None:
        interrupt_question(request.asked)


def _given(handler: AnyPress | AnyAnswer, what: object) -> Handler:
    async def handle(request: Request) -> Reply | None:
        return await handler(request, what)

    return handle


def _pressed(request: Request, data: str) -> tuple[Route, Request]:
    press = unpack(data, VERBS)
    if press.for_operators and not request.by_operator:
        raise StaleButton(data)
    if isinstance(press, CardPress) != bool(request.inline):
        raise StaleButton(data)  # it belongs to the other kind of message
    handler = _given(PRESSES[type(press)], press)
    commands = offered(private=request.chat.is_private)
    asked_again = replace(request, redraws=REDRAWS, answers=ANSWERS, offered=commands)
    return Route(handler), asked_again


async def _commanded(request: Request, command: re.Match[str]) -> tuple[Route, Request] | None:
    name, host = command[1].lower(), command[2]
    private = request.chat.is_private
    if host is not None and host.lower() != request.bot_username.lower():
        return None
    route = COMMANDS.get(name)
    if route is None or (route.operators and not request.by_operator):
        known = replace(request, offered=offered(private=private))
        return (UNKNOWN, known) if private or host else None
    interrupt_question(request.asked)
    if not (route.private if private else route.groups):
        return ELSEWHERE, request
    text = request.text[command.end() :]
    return route, replace(request, text=text, question=None, offered=offered(private=private))


def _edited(request: Request) -> tuple[Route, Request] | None:
    """Only what adds a task is read again; no other command is done a second time."""
    request = _without_name(request)
    command = COMMAND.match(request.text)
    if command is None or isinstance(request.message, Forwarded):
        return EDITED, request
    if command[1].lower() != "add":
        return None
    return EDITED, replace(request, text=request.text[command.end() :])


def _without_name(request: Request) -> Request:
    """The same with the words beside the bot's name alone, if they are for the bot."""
    message = request.message
    if not isinstance(message, Written) or message.called is None:
        return request
    return replace(request, text=message.called)


async def _spoken(request: Request) -> tuple[Route, Request] | None:
    """Words that are no command: an answer, a reply to a task, a task to be."""
    to_bot = request.quoted is not None and request.quoted.by_bot
    if request.shows_place and (request.chat.is_private or to_bot):
        return ONLY_TEXT, request
    if (said := await feedback.quoted_feedback(request)) is not None:
        return Route(_given(feedback.reply, said), reaches=False), request
    if request.question is not None and (request.chat.is_private or to_bot):
        answer = await _answering(request, request.question)
        if answer is not None:
            return answer, request
        interrupt_question(request.asked)
    if to_bot:
        return QUOTED, request
    if (named := _without_name(request)) is not request:
        return (PLAIN if request.chat.is_private else MENTIONED), named
    if not request.chat.is_private:
        return None
    if isinstance(request.message, SharedPlace):
        return LOCATED, request
    if not request.text.strip() and not request.file:
        return ONLY_TEXT, request
    return PLAIN, request


async def _answering(request: Request, question: Question) -> Route | None:
    """Who takes words as the answer to the open question; None: they are no answer to it."""
    answering = ANSWERS[type(question)]
    match await fitting.fit_of(request, question, answering):
        case "yes":
            return Route(_given(answering.handler, question))
        case "no":
            return None
        case _:
            return DOUBTFUL
