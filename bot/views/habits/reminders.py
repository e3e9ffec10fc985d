"""A habit's reminder, and how it reads once the habit was acted on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.language.values import DAY_PARTS
from bot.presses.habits import OpenHabit, Origin
from bot.presses.reminders import (
    HabitSnooze,
    LessAboutHabit,
    MoreAboutHabit,
    SnoozeHabit,
    WhyHabit,
)
from bot.replies import Button, Edit, Keyboard, Say
from bot.texts.dates import length_words
from bot.views.habits.buttons import group_buttons, habit_buttons
from bot.views.habits.figures import heading
from bot.views.habits.progress import SHOWN_NAME, KeptDay, habit_line, people_line
from bot.views.habits.wording import schedule_words, streak_words
from bot.views.parts import BREAK, clip, explained, in_rows, undo_button
from storage.models import Habit, PushKind, Reminder, User
from storage.rules.due import moment
from storage.rules.slots import LocalDays, Slot

if TYPE_CHECKING:
    from uuid import UUID

    from bot.reader import Reader
    from storage.pushes.contents import HabitPush
    from storage.rules.preferences import Preferences

NOW = timedelta(minutes=1)
FURTHER = timedelta(hours=3)
SNOOZES: tuple[HabitSnooze, ...] = ("10m", "1h")
SHOWN_MISSING = 10  # people of a group whom a reminder names
HERE = Origin("r")  # where its buttons say that they are: see routes.REDRAWS


def reminder(push: HabitPush, reader: Reader, *, late: timedelta = timedelta()) -> Say:
    """A habit that is due: what, how far it is, which streak would end, and who is missing."""
    facts = _shared(push, reader) if reader.preferences.is_shared else _own(push, reader)
    lines = [Markup("🔔 {}").format(heading(push.habit)), *facts]
    if late > NOW:
        lines.append(reader.words("reminder-late", late=length_words(late, reader.words)))
    return Say(BREAK.join(lines), (*_answers(push, reader), _later(push, reader)))


def _own(push: HabitPush, reader: Reader) -> list[Markup]:
    words, standing = reader.words, KeptDay.of(push.asked[0], push.day)
    habit = push.habit
    often = schedule_words(habit.schedule, habit.goal, words)
    said = standing_facts(standing, reader)
    lines = [Markup(" · ").join([Markup.escape(often), *said])]
    if standing.kept.history.is_limit:
        lines.append(words("habit-reminder-limit"))
    elif standing.streak:
        streak = streak_words(standing.streak, habit.schedule, words)
        lines.append(words("habit-reminder-streak", streak=streak))
    if push.group:
        lines.append(words("fact-chat", title=push.group))
    return lines


def standing_facts(standing: KeptDay, reader: Reader) -> list[Markup]:
    """`1,250 / 2,000 ml`; nothing for a daily habit without a goal."""
    said = standing.in_words(reader.words)
    return [Markup.escape(said)] if said else []


def _shared(push: HabitPush, reader: Reader) -> list[Markup]:
    """Who did it, and who has not yet; people whom no private message reaches are mentioned."""
    words, habit = reader.words, push.habit
    lines = [Markup.escape(schedule_words(habit.schedule, habit.goal, words))]
    done = [KeptDay.of(one, push.day) for one in push.keeps if one not in push.asked]
    if done:
        lines.append(people_line(done, words))
    people = [one.participant.user for one in push.asked]
    named = [_name(user, push) for user in people[:SHOWN_MISSING]]
    if len(people) > SHOWN_MISSING:
        named.append(Markup.escape(f"+{len(people) - SHOWN_MISSING}"))
    lines.append(words("habit-reminder-missing", names=Markup(", ").join(named)))
    return lines


def _name(user: User, push: HabitPush) -> Markup:
    if user.id not in push.unreached or user.telegram_id < 0:
        return Markup.escape(clip(user.name, 30))
    link = Markup('<a href="tg://user?id={}">{}</a>')
    return link.format(user.telegram_id, clip(user.name, 30))


def _answers(push: HabitPush, reader: Reader) -> Keyboard:
    if reader.preferences.is_shared:
        return (group_buttons(push.habit, push.day, HERE, reader),)
    return (habit_buttons(KeptDay.of(push.asked[0], push.day), HERE, reader),)


def _later(push: HabitPush, reader: Reader) -> tuple[Button, ...]:
    """💤 10 min, 1 h, and what else there is"""
    habit, day = push.habit.id, push.day
    snoozes = (_snooze(choice, habit, day, reader) for choice in SNOOZES)
    return (*snoozes, Button("…", press=MoreAboutHabit(habit, day)))


def _snooze(choice: HabitSnooze, habit: UUID, day: date, reader: Reader) -> Button:
    return reader.button(f"snooze-{choice}", SnoozeHabit(habit, choice, day))


def more_choices(habit: UUID, day: date, reader: Reader) -> Keyboard:
    """What else can be done about a reminder: put it off further on its day, why it came."""
    chosen = reader.preferences
    further: list[HabitSnooze] = []
    if LocalDays(chosen.zone, chosen.day_turn).day_of(reader.now + FURTHER) == day:
        further.append("3h")
    if evening_of(day, chosen) > reader.now:
        further.append("evening")
    why, card = WhyHabit(habit), OpenHabit(habit, day)
    return (
        *in_rows([_snooze(choice, habit, day, reader) for choice in further], 2),
        (reader.button("why", why), reader.button("open-card", card)),
        (reader.button("back", LessAboutHabit(habit, day)),),
    )


def evening_of(day: date, chosen: Preferences) -> datetime:
    """The evening of a day in the reader's zone."""
    usual = next(at for name, at in DAY_PARTS.items() if name == "evening")
    return moment(day, chosen.day_parts.get("evening", usual), chosen.zone)


def closed(push: HabitPush | None, reader: Reader) -> Edit:
    """What a reminder's message says once the habit was acted on, without its buttons."""
    return Edit(_outcome(push, reader), says_again=False)


def acted(push: HabitPush | None, reader: Reader, batch: UUID) -> Edit:
    """The same below a press that did it, which can be taken back."""
    return Edit(_outcome(push, reader), ((undo_button(batch, reader),),))


def _outcome(push: HabitPush | None, reader: Reader) -> Markup:
    words = reader.words
    if push is None or not push.keeps:
        return words("habit-reminder-gone")
    name = {"name": clip(push.habit.name, SHOWN_NAME)}
    if push.habit.deleted_at is not None:
        return words("habit-reminder-deleted", **name)
    if push.habit.archived_at is not None:
        return words("habit-reminder-archived", **name)
    standings = [KeptDay.of(one, push.day) for one in push.keeps]
    if reader.preferences.is_shared:
        return BREAK.join([heading(push.habit), people_line(standings, words)])
    until = push.habit.snoozed_until(reader.in_chat)
    if push.asked and until is not None:
        return snoozed(push.habit, reader.moment(until), reader).text
    if push.asked:
        return words("habit-reminder-closed", **name)
    return habit_line(standings[0], reader)


def snoozed(habit: Habit, until: Markup, reader: Reader) -> Say:
    """The answer to a snooze."""
    name = clip(habit.name, SHOWN_NAME)
    return Say(reader.words("habit-snoozed", name=name, until=until))


def why(row: Reminder | None, habit: Habit, coming: Markup | None, reader: Reader) -> str:
    """Why a habit's reminder came, how often it is to be done, and when the next one comes."""
    words = reader.words
    slot = Slot.parse(row.key) if row is not None else None
    if row is None or slot is None:
        reason = words.plain("why-unknown")
    elif row.kind == PushKind.SNOOZE or slot.at is None:
        reason = words.plain("why-snooze")
    else:
        reason = words.plain("why-habit", at=reader.clock(slot.at))
    often = schedule_words(habit.schedule, habit.goal, words)
    rule = f"{clip(habit.name, SHOWN_NAME)}: {clip(often, 60)}"
    return explained(reason, rule, coming, reader)
