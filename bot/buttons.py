"""The table of buttons: button → handler, except those that go on to whatever words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers import (
    away,
    guide,
    lists,
    preferences,
    questions,
    undo,
    weeks,
)
from bot.handlers.data import bringing as data_import
from bot.handlers.data import export as data_export
from bot.handlers.data import feeds, forgetting
from bot.handlers.everywhere import cards
from bot.handlers.groups import assigning, boards, sharing, told
from bot.handlers.habits import adding as new_habit
from bot.handlers.habits import board as habit_board
from bot.handlers.habits import card as habit_card
from bot.handlers.habits import editing as habit_edit
from bot.handlers.habits import instead
from bot.handlers.habits import stats as habit_stats
from bot.handlers.habits import ticking as habit_day
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.operators import bans, broadcasts, feedback, letters
from bot.handlers.operators import state as operators_state
from bot.handlers.reminders import habits as habit_reminders
from bot.handlers.reminders import offsets, snoozing, together, why
from bot.handlers.reminders import tasks as task_reminders
from bot.handlers.tasks import (
    card,
    contents,
    dates,
    repairs,
    repeats,
)
from bot.presses import habits as habit_presses
from bot.presses import operators as operator_presses
from bot.presses import preferences as settings_presses
from bot.presses import reminders as reminder_presses
from bot.presses import stats as stats_presses
from bot.presses import tasks as task_presses
from bot.presses.away import ComeBack, GoAway
from bot.presses.boards import EndBoard, TickOnBoard
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
from bot.presses.guide import ShowHelp
from bot.presses.lists import MoveOverdue, OfferFilters, SwitchList, TickOnList, TurnList
from bot.presses.questions import CancelQuestion
from bot.presses.undo import Undo
from bot.requests import (
    AnyPress,
    on_press,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.presses.coding import Press


BUTTONS: Mapping[type[Press], AnyPress] = dict(
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
        on_press(TurnList, lists.turn),
        on_press(SwitchList, lists.switch),
        on_press(OfferFilters, lists.offer_filters),
        on_press(TickOnList, lists.tick),
        on_press(MoveOverdue, lists.move_overdue),
        on_press(CancelQuestion, questions.cancel),
        on_press(Undo, undo.press),
        on_press(SendExport, data_export.send_one),
        on_press(RenewFeed, feeds.renew),
        on_press(RevokeFeed, feeds.revoke),
        on_press(AskErase, forgetting.ask_again),
        on_press(EraseAll, forgetting.erase),
        on_press(EraseNothing, forgetting.keep),
        on_press(KeepWords, cards.keep),
        on_press(TickCard, cards.tick),
        on_press(AcceptCard, cards.accept),
        on_press(BringIn, data_import.bring_in),
        on_press(LeaveOut, data_import.leave_out),
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
        on_press(operator_presses.ShowState, operators_state.again),
        on_press(operator_presses.ShowLetters, letters.show),
        on_press(operator_presses.OpenLetter, letters.open_letter),
        on_press(operator_presses.RetryLetter, letters.retry),
        on_press(operator_presses.RetryLetters, letters.retry_all),
        on_press(operator_presses.DropLetter, letters.drop),
        on_press(operator_presses.ShowBans, bans.show),
        on_press(operator_presses.BanPerson, bans.press_ban),
        on_press(operator_presses.UnbanPerson, bans.press_unban),
        on_press(operator_presses.ReplyToFeedback, feedback.ask_reply),
        on_press(operator_presses.AskBroadcast, broadcasts.ask),
        on_press(operator_presses.ChooseAudience, broadcasts.choose),
        on_press(operator_presses.SendBroadcast, broadcasts.send),
        on_press(operator_presses.DropBroadcast, broadcasts.drop),
        on_press(operator_presses.SteerBroadcast, broadcasts.steer_one),
        on_press(settings_presses.ShowSettings, preferences.show_settings),
        on_press(settings_presses.OfferSetting, preferences.offer),
        on_press(settings_presses.ChooseSetting, preferences.choose),
        on_press(settings_presses.AgendaOn, preferences.agenda_on),
        on_press(GoAway, away.choose),
        on_press(ComeBack, away.come),
        on_press(settings_presses.EndAway, preferences.end_away),
        on_press(settings_presses.KeepMoments, preferences.keep_moments),
    ]
)
