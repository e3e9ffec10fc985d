"""Habits as they are pushed: a reminder, what became of it, and their lines among tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from markupsafe import Markup

from bot.language.values import DAY_PARTS
from bot.presses import pack, pack_day, pack_key
from bot.presses.habits import TODAYS_BOARD, OpenHabit, Origin
from bot.reader import Reader
from bot.replies import Button, Edit, Keyboard, Say
from bot.texts.dates import length_words
from bot.views.habits.buttons import group_buttons, habit_buttons
from bot.views.habits.figures import heading
from bot.views.habits.progress import SHOWN_NAME, KeptDay, habit_line, people_line
from bot.views.habits.wording import schedule_words, streak_words
from bot.views.legacy import legacy_button
from bot.views.tasks.answers import BREAK, clip
from storage.habits.entries import Kept
from storage.models import Habit, PushKind, Reminder, User
from storage.pushes.habit_contents import HabitPush
from storage.rules.due import moment
from storage.rules.preferences import Preferences
from storage.rules.slots import Slot

NOW = timedelta(minutes=1)
SNOOZES = ("10m", "1h")
SHOWN_MISSING = 10  # people of a group whom a reminder names
SHOWN = 10  # habits among the tasks of a list or a digest
SHOWN_TEXT = 1_200  # characters of their lines, of the 4,096 of a message
HERE = Origin("r")


def reminder(push: HabitPush, reader: Reader, *, late: timedelta = timedelta()) -> Say:
    """A habit that a day asks for: what, how far it is, what is at stake, and who is missing."""
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
    """`1,250 / 2,000 ml`, nothing for a habit of yes and no that is daily."""
    said = standing.in_words(reader.words)
    return [Markup.escape(said)] if said else []


def _shared(push: HabitPush, reader: Reader) -> list[Markup]:
    """Who did it, and who has not: those are mentioned whom nothing reaches in private."""
    words, habit = reader.words, push.habit
    lines = [Markup.escape(schedule_words(habit.schedule, habit.goal, words))]
    done = [KeptDay.of(one, push.day) for one in push.keeps if one not in push.asked]
    if done:
        lines.append(people_line(done, words))
    people = [one.keeper.user for one in push.asked]
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
    """💤 10 min, 1 h, this evening if that is to come, Why?"""
    key, day = pack_key(push.habit.id), pack_day(push.day)
    choices = [*SNOOZES]
    if evening_of(push.day, reader.preferences) > reader.now:
        choices.append("evening")
    snoozes = (
        Button(reader.words.plain(f"button-snooze-{choice}"), pack("hsnooze", key, choice, day))
        for choice in choices
    )
    return (*snoozes, legacy_button(reader, "why", "hwhy", key))


def evening_of(day: date, chosen: Preferences) -> datetime:
    """The evening of a day, where its reader is."""
    usual = next(at for name, at in DAY_PARTS.items() if name == "evening")
    return moment(day, chosen.day_parts.get("evening", usual), chosen.zone)


def closed(push: HabitPush | None, reader: Reader) -> Edit:
    """What a reminder's message says once the habit was acted on, without its buttons."""
    return Edit(_outcome(push, reader), says_again=False)


def acted(push: HabitPush | None, reader: Reader, batch: UUID) -> Edit:
    """The same below a press that did it, which can be taken back."""
    undo = legacy_button(reader, "undo", "undo", pack_key(batch))
    return Edit(_outcome(push, reader), ((undo,),))


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
    if push.asked:
        return words("habit-reminder-closed", **name)
    return habit_line(standings[0], reader)


def snoozed(habit: Habit, until: Markup, reader: Reader) -> Say:
    """The answer to a snooze."""
    name = clip(habit.name, SHOWN_NAME)
    return Say(reader.words("habit-snoozed", name=name, until=until))


def why(row: Reminder | None, habit: Habit, coming: Markup | None, reader: Reader) -> str:
    """Why a reminder came, and when the next one does, for a window of 200 characters."""
    words = reader.words
    slot = Slot.parse(row.key) if row is not None else None
    if row is None or slot is None:
        reason = words.plain("why-unknown")
    elif row.kind == PushKind.SNOOZE or slot.at is None:
        reason = words.plain("why-snooze")
    else:
        at = reader.clock(slot.at)
        reason = words.plain("why-habit", at=at)
    often = schedule_words(habit.schedule, habit.goal, words)
    lines = [reason, f"{clip(habit.name, SHOWN_NAME)}: {clip(often, 60)}"]
    if coming is not None:
        lines.append(words.plain("why-next", at=coming.striptags()))
    return "\n".join(lines)[:200]


@dataclass(frozen=True, slots=True)
class Due:
    """A habit among the tasks of a list: of a group's every keeper stands with it, and a press is
    for who presses; `title` of its group, in private."""

    habit: Habit
    day: date
    standings: tuple[KeptDay, ...]
    title: str = ""


def due_of(keeps: Sequence[Kept], titles: Mapping[UUID, str], reader: Reader) -> list[Due]:
    """The habits of one person, each on their today; `titles` are those of the habits' chats."""
    return [
        Due(
            one.habit,
            one.today,
            (KeptDay.of(one, one.today),),
            "" if one.habit.chat_id == reader.in_chat else titles.get(one.habit.chat_id, ""),
        )
        for one in keeps
    ]


def missed_of(push: HabitPush) -> Due:
    """A habit among missed ones."""
    standings = tuple(KeptDay.of(one, push.day) for one in push.keeps)
    return Due(push.habit, push.day, standings, push.group)


def due_section(
    dues: Sequence[Due], origin: Origin, reader: Reader
) -> tuple[list[Markup], Keyboard]:
    """The habits of a list: a heading with a line for each, and a row of buttons for each.

    As many as there is room for; /habits has all. Nothing without habits.
    """
    if not dues:
        return [], ()
    lines: list[Markup] = []
    for due in dues[:SHOWN]:
        line = _due_line(due, reader)
        if lines and sum(map(len, lines)) + len(line) > SHOWN_TEXT:
            break
        lines.append(line)
    rows = [_due_row(due, origin, reader) for due in dues[: len(lines)]]
    if len(dues) > len(lines):
        lines.append(reader.words("habits-more", count=len(dues) - len(lines)))
        rows.append((reader.button("board", TODAYS_BOARD),))
    return [reader.words("list-habits", count=len(dues)), *lines], tuple(rows)


def _due_line(due: Due, reader: Reader) -> Markup:
    if reader.preferences.is_shared:
        who = people_line(due.standings, reader.words)
        return Markup("🌱 {} · {}").format(clip(due.habit.name, SHOWN_NAME), who)
    line = habit_line(due.standings[0], reader)
    return line + (Markup(" · 👥 {}").format(clip(due.title, 30)) if due.title else "")


def _due_row(due: Due, origin: Origin, reader: Reader) -> tuple[Button, ...]:
    """The buttons of one habit; its name stands before amounts, which do not say of what."""
    if reader.preferences.is_shared:
        row = group_buttons(due.habit, due.day, origin, reader)
    else:
        row = habit_buttons(due.standings[0], origin, reader)
    if due.habit.goal is None:
        return row
    return (Button(clip(due.habit.name, 12), press=OpenHabit(due.habit.id)), *row)[:8]
