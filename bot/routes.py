"""THE table: command, button or answer → handler. Menu, /help and the README derive from it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import questions as asked
from bot.handlers import (
    fitting,
    guide,
    lists,
    preferences,
    questions,
    reactions,
    undo,
    weeks,
    words,
)
from bot.handlers.data import export as data_export
from bot.handlers.groups import assigning, boards, quiet, sharing, told
from bot.handlers.habits import adding as new_habit
from bot.handlers.habits import board as habit_board
from bot.handlers.habits import card as habit_card
from bot.handlers.habits import editing as habit_edit
from bot.handlers.habits import entries as habit_entries
from bot.handlers.habits import instead
from bot.handlers.habits import stats as habit_stats
from bot.handlers.habits import ticking as habit_day
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.operators import state as admin
from bot.handlers.reminders import habits as habit_reminders
from bot.handlers.reminders import offsets, snoozing, together, why
from bot.handlers.reminders import tasks as task_reminders
from bot.handlers.tasks import (
    adding,
    albums,
    card,
    changing,
    contents,
    dates,
    edits,
    repairs,
    repeats,
)
from bot.incoming.updates import AddedToChannel, Admitted, Arrival, Pressed, Reacted, Wrote
from bot.presses import habits as habit_presses
from bot.presses import preferences as settings_presses
from bot.presses import reminders as reminder_presses
from bot.presses import stats as stats_presses
from bot.presses import tasks as task_presses
from bot.presses.boards import EndBoard, TickOnBoard
from bot.presses.coding import Press, StaleButton, unpack
from bot.presses.data import SendExport
from bot.presses.guide import RunCommand, ShowHelp
from bot.presses.lists import MoveOverdue, OfferFilters, SwitchList, TickOnList, TurnList
from bot.presses.questions import CancelQuestion, TakeAsAnswer, TakeAsWords
from bot.presses.undo import Undo
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
from storage.talk.questions import interrupt as interrupt_question
from storage.talk.shortcuts import lengthen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.questions import Question
    from bot.replies import Reply


async def _meant(request: Request, press: RunCommand) -> Reply | None:
    """/today, which was typed as /tody; the words behind it stay"""
    text = await lengthen(request.session, press.words) if press.words else ""
    if text is None or press.command not in request.offered:
        raise StaleButton(press.command)
    reply = await COMMANDS[press.command].handler(replace(request, text=text))
    return None if reply is None else in_place(reply)


COMMANDS: Mapping[str, Route] = {
    "start": Route(guide.start, statements=8),
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
    "undo": Route(undo.undo, statements=12),
    "settings": Route(preferences.settings, reaches=False, statements=6),
    "timezone": Route(preferences.timezone, reaches=False, statements=24),
    "language": Route(preferences.language, reaches=False, statements=14),
    "admin": Route(admin.show, groups=False, menu=False, operators=True, reaches=False),
}

PRESSES: Mapping[type[Press], AnyPress] = dict(
    [
        on_press(habit_presses.TurnBoard, habit_board.turn),
        on_press(habit_presses.TickHabit, habit_day.tick_day),
        on_press(habit_presses.AddAmount, habit_day.add),
        on_press(habit_presses.AddRest, habit_day.add_rest),
        on_press(habit_presses.TypeAmount, habit_day.type_amount),
        on_press(habit_presses.SkipDay, habit_day.skip_day),
        on_press(habit_presses.JoinHere, habit_day.join_here),
        on_press(habit_presses.PickHabit, habit_wishes.pick),
        on_press(habit_presses.LogInstead, instead.log_instead),
        on_press(habit_presses.BeginHabit, new_habit.begin),
        on_press(habit_presses.TypeStep, new_habit.type_step),
        on_press(habit_presses.ChooseIdea, new_habit.choose_idea),
        on_press(habit_presses.ChooseKind, new_habit.choose_kind),
        on_press(habit_presses.ChooseRate, new_habit.choose_rate),
        on_press(habit_presses.ChooseTime, new_habit.choose_time),
        on_press(habit_presses.SetHabitTime, new_habit.set_time),
        on_press(habit_presses.TypeHabitTime, new_habit.type_time),
        on_press(habit_presses.OpenHabit, habit_card.open_card),
        on_press(habit_presses.JoinHabit, habit_card.join_habit),
        on_press(habit_presses.LeaveHabit, habit_card.leave_habit),
        on_press(habit_presses.SwitchRank, habit_card.switch_rank),
        on_press(habit_presses.OfferPauses, habit_card.offer_pauses),
        on_press(habit_presses.PauseHabit, habit_card.pause_habit),
        on_press(habit_presses.TypePause, habit_edit.type_pause),
        on_press(habit_presses.ResumeHabit, habit_card.resume),
        on_press(habit_presses.ArchiveHabit, habit_card.archive_habit),
        on_press(habit_presses.UnarchiveHabit, habit_card.unarchive_habit),
        on_press(habit_presses.ShowArchived, habit_card.show_archived),
        on_press(habit_presses.AskDelete, habit_card.ask_delete),
        on_press(habit_presses.DeleteHabit, habit_card.delete),
        on_press(habit_presses.UndoOnCard, undo.press_on_card),
        on_press(habit_presses.OfferEdits, habit_edit.offer),
        on_press(habit_presses.PaintHabit, habit_edit.set_colour),
        on_press(habit_presses.MoveUp, habit_edit.place_higher),
        on_press(habit_presses.DropGoal, habit_edit.drop_goal),
        on_press(habit_presses.OfferTimes, habit_edit.offer_times),
        on_press(habit_presses.SwitchTime, habit_edit.switch_time),
        on_press(habit_presses.NoTimes, habit_edit.no_times),
        on_press(habit_presses.TypeAboutHabit, habit_edit.type_about),
        on_press(stats_presses.ShowWeek, weeks.show_picture),
        on_press(stats_presses.ShowStats, habit_stats.show_all),
        on_press(stats_presses.ShowHabitStats, habit_stats.show_habit),
        on_press(stats_presses.ShowOwnStats, habit_stats.show_own),
        on_press(stats_presses.ShowLeaderboard, habit_stats.show_leaderboard),
        on_press(ShowHelp, guide.show_help),
        on_press(RunCommand, _meant),
        on_press(TurnList, lists.turn),
        on_press(SwitchList, lists.switch),
        on_press(OfferFilters, lists.offer_filters),
        on_press(TickOnList, lists.tick),
        on_press(MoveOverdue, lists.move_overdue),
        on_press(CancelQuestion, questions.cancel),
        on_press(TakeAsAnswer, words.take_as_answer),
        on_press(TakeAsWords, words.take_as_words),
        on_press(Undo, undo.press),
        on_press(SendExport, data_export.send_one),
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
        on_press(task_presses.OfferAssignees, assigning.offer),
        on_press(task_presses.SwitchAssignee, assigning.switch),
        on_press(task_presses.SwitchEach, sharing.switch_each),
        on_press(task_presses.SwitchTurns, sharing.switch_turns),
        on_press(task_presses.CompleteForAll, sharing.complete_for_all),
        on_press(task_presses.ReopenPart, sharing.reopen_part),
        on_press(TickOnBoard, boards.tick),
        on_press(EndBoard, boards.end),
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
        on_press(task_presses.OfferHours, dates.offer_hours),
        on_press(task_presses.SetTime, dates.choose_time),
        on_press(task_presses.ClearTime, dates.choose_time),
        on_press(task_presses.CalendarHeading, dates.nothing),
        on_press(task_presses.OfferRepeats, repeats.offer),
        on_press(task_presses.ChooseRepeat, repeats.choose),
        on_press(task_presses.KeepRepeat, repeats.keep),
        on_press(task_presses.OtherRepeat, repeats.other),
        on_press(task_presses.NoRepeat, repeats.end),
        on_press(task_presses.GiveBack, repairs.give_back),
        on_press(task_presses.ChooseReading, repairs.choose),
        on_press(task_presses.SplitTask, repairs.split_up),
        on_press(reminder_presses.SnoozeTask, snoozing.press_task),
        on_press(reminder_presses.SnoozeHabit, snoozing.press_habit),
        on_press(reminder_presses.SnoozeAll, snoozing.press_all),
        on_press(reminder_presses.MoreAbout, task_reminders.more),
        on_press(reminder_presses.LessAbout, task_reminders.less),
        on_press(reminder_presses.MoreAboutHabit, habit_reminders.more),
        on_press(reminder_presses.LessAboutHabit, habit_reminders.less),
        on_press(reminder_presses.SkipOccurrence, task_reminders.skip_one),
        on_press(reminder_presses.SkipMissed, task_reminders.skip_missed),
        on_press(reminder_presses.EndSnooze, task_reminders.wake),
        on_press(reminder_presses.StopNagging, task_reminders.calm),
        on_press(reminder_presses.WhyTask, why.why_task),
        on_press(reminder_presses.WhyHabit, why.why_habit),
        on_press(reminder_presses.TickBeside, together.tick),
        on_press(reminder_presses.SnoozeBeside, together.put_off),
        on_press(reminder_presses.SnoozeRest, together.put_off_rest),
        on_press(reminder_presses.OpenBeside, together.open_card),
        on_press(reminder_presses.FinishAssigned, told.finish),
        on_press(reminder_presses.CannotDo, told.cannot),
        on_press(reminder_presses.TakeOn, told.take_on),
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
        on_press(settings_presses.KeepMoments, preferences.keep_moments),
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
        on_answer(asked.AskedWhat, adding.answer_what, fitting.any_words),
        on_answer(asked.AskedDate, changing.answer_date, fitting.date),
        on_answer(asked.AskedWhen, changing.answer_date, fitting.date),
        on_answer(asked.AskedRepeat, repeats.answer, fitting.repeat),
        on_answer(asked.AskedSnooze, snoozing.answer, fitting.moment),
        on_answer(asked.AskedReminders, offsets.answer, fitting.reminders),
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
ELSEWHERE = Route(guide.elsewhere, reaches=False)
LOCATED = Route(preferences.located, reaches=False)
ONLY_TEXT = Route(guide.only_text, reaches=False)


def offered(*, private: bool) -> tuple[str, ...]:
    """The commands that a kind of chat has, in the order of the table."""
    return tuple(
        name
        for name, route in COMMANDS.items()
        if route.menu and (route.private if private else route.groups)
    )


async def choose(request: Request, arrival: Arrival) -> tuple[Route, Request] | None:
    """Who handles a request, and the request as they need it; None: it is not for the bot.

    Raises StaleButton for button data that means nothing (any more).
    """
    match arrival:
        case Admitted(is_new=True, is_promoted=is_admin):
            return Route(_given(guide.hello, is_admin), reaches=False), request
        case Admitted(is_promoted=True):
            return PROMOTED, request
        case Reacted(reaction=reaction):
            return Route(_given(reactions.reacted, reaction), reaches=False), request
        case Pressed(data=data):
            return _pressed(request, data)
        case AddedToChannel(title=title):
            return Route(_given(guide.added_to_channel, title), reaches=False), request
        case Wrote(is_edit=True):
            return _edited(request)
        case Wrote():
            if request.album and (task := await albums.take_in(request)) is not None:
                return Route(_given(albums.join, task)), request
            return None if albums.is_asked_about(request) else await _written(request)
        case _:
            return None


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
    if route is None:
        known = replace(request, offered=offered(private=private))
        return (UNKNOWN, known) if private or host else None
    interrupt_question(request.asked)
    if not (route.private if private else route.groups):
        return ELSEWHERE, request
    if route.operators and not request.by_operator:
        return UNKNOWN, request
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
