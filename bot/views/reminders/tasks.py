"""A task's reminder, and how it reads once the task was acted on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.language import render_repeat
from bot.language.values import DAY_PARTS
from bot.presses.reminders import (
    LessAbout,
    MoreAbout,
    SkipOccurrence,
    SnoozeTask,
    StopNagging,
    TaskSnooze,
    WhyTask,
)
from bot.presses.tasks import AskAbout, CompleteTask, OpenCalendar, OpenCard
from bot.replies import Button, Edit, Keyboard, Say
from bot.texts.dates import is_whole_day, length_words, offset_words
from bot.views.parts import (
    BREAK,
    clip,
    explained,
    in_rows,
    named_due,
    occurrence,
)
from bot.views.people import SHOWN_PERSON, named, part_line
from storage.models import ASSIGNEES_LIMIT, Action
from storage.rules.due import local_date, moment
from storage.rules.recurrence import repeat_from_json

if TYPE_CHECKING:
    from bot.reader import Reader
    from storage.models import Change, Reminder, Task, User

NOW = timedelta(minutes=1)


def reminder(task: Task, reader: Reader, *, mention: bool, late: timedelta = timedelta()) -> Say:
    """One reminder: what, when in words that are true now, and whose it is. `late`: by how much
    the bot has failed its moment."""
    words = reader.words
    lines = [
        words("reminder-title", number=str(task.number), title=task.title),
        _due_line(task, reader),
    ]
    if late > NOW:
        lines.append(words("reminder-late", late=length_words(late, words)))
    if task.chat_id != reader.in_chat:
        key = "fact-chat" if task.chat.unreachable_at is None else "fact-chat-left"
        lines.append(words(key, title=task.chat.title))
    if mention and (task.missing or task.awaited):
        lines.append(mentions(task, reader))
    return Say(BREAK.join(lines), _buttons(task, reader), about=task.id)


def _due_line(task: Task, reader: Reader) -> Markup:
    """`⏰ in 1 hour · today, 18:00`; today and tomorrow are not repeated."""
    when, due = how_far(task, reader), reader.due(task)
    if due.striptags() == when:
        return reader.words("reminder-when", when=when)
    return reader.words("reminder-due", when=when, due=due)


def how_far(task: Task, reader: Reader) -> str:
    """`in 1 hour`, `now`, `3 hours late`; of a whole day `today`, `tomorrow`, `2 days late`."""
    words, due = reader.words, task.due
    if due is None:
        return words.plain("no-date")
    if due.is_whole_day:
        days = (due.on - local_date(reader.now, due.zone)).days
        if days in {0, 1}:
            return words.plain("today" if days == 0 else "tomorrow")
        length = timedelta(days=abs(days))
        key = "reminder-in" if days > 0 else "reminder-ago"
        return words.plain(key, length=length_words(length, words))
    ahead = due.at - reader.now
    if abs(ahead) < NOW:
        return words.plain("reminder-now")
    key = "reminder-in" if ahead > timedelta() else "reminder-ago"
    return words.plain(key, length=length_words(abs(ahead), words))


def mentions(
    task: Task, reader: Reader, shown: int = SHOWN_PERSON, most: int = ASSIGNEES_LIMIT
) -> Markup:
    """A task's people by their names, of so many characters, so that Telegram tells them; those who
    are waited for by their @usernames."""
    people = [_mention(user, reader, shown) for user in task.missing]
    names = (Markup("@{}").format(name) for name in task.awaited or ())
    return Markup(" ").join([*people, *names][:most])


def _mention(user: User, reader: Reader, shown: int) -> Markup:
    name = Markup.escape(clip(user.name, shown))
    if user.telegram_id >= 0:
        name = Markup('<a href="tg://user?id={}">{}</a>').format(user.telegram_id, name)
    return named(user, reader, name)


def _buttons(task: Task, reader: Reader) -> Keyboard:
    done = reader.button("done", CompleteTask(task.id, occurrence(task)))
    return (
        (done, _snooze("10m", task, reader), _snooze("1h", task, reader)),
        (
            _snooze("3h", task, reader),
            _snooze("tomorrow", task, reader),
            Button("…", press=MoreAbout(task.id)),
        ),
    )


def _snooze(choice: TaskSnooze, task: Task, reader: Reader) -> Button:
    return reader.button(f"snooze-{choice}", SnoozeTask(task.id, choice))


def _evening(task: Task, reader: Reader) -> Button:
    """This evening or, once that has come, tomorrow's."""
    chosen = reader.preferences
    at = chosen.day_parts.get("evening", DAY_PARTS["evening"])
    today = local_date(reader.now, chosen.zone)
    is_ahead = moment(today, at, chosen.zone) > reader.now
    label = "snooze-evening" if is_ahead else "snooze-next-evening"
    return reader.button(label, SnoozeTask(task.id, "evening"))


def more_choices(task: Task, reader: Reader) -> Keyboard:
    """What else can be done about a reminder."""
    others = [reader.button("move", OpenCalendar(task.id))]
    if task.repeat:
        others.append(reader.button("skip", SkipOccurrence(task.id, occurrence(task))))
    if task.nag_minutes:
        others.append(reader.button("stop-nagging", StopNagging(task.id)))
    why, card = WhyTask(task.id), OpenCard(task.id)
    others += [reader.button("why", why), reader.button("open-card", card)]
    return (
        (_evening(task, reader), _snooze("week", task, reader)),
        (reader.button("snooze-type", AskAbout(task.id, "snooze")),),
        *in_rows(others, 2),
        (reader.button("back", LessAbout(task.id)),),
    )


ANSWERED = {Action.COMPLETE: "task-repeats", Action.SKIP: "skipped", Action.MISS: "task-missed"}


def closed(row: Reminder | None, task: Task | None, answer: Change | None, reader: Reader) -> Edit:
    """What a reminder's message says once it was acted on; its buttons are gone. `answer`: the
    change that took the task on from what the reminder was about."""
    words = reader.words
    if task is None:
        return Edit(words("reminder-gone"), says_again=False)
    named = {"number": str(task.number), "title": task.title}
    if task.is_deleted:
        return Edit(words("task-deleted", **named), says_again=False)
    if task.is_done:
        return Edit(words("task-done", **named), says_again=False, about=task.id)
    if task.is_done_by(reader.person):
        return Edit(part_line("task-part", task, reader), says_again=False, about=task.id)
    if row is None:
        return Edit(named_due("reminder-closed", task, reader), says_again=False, about=task.id)
    return Edit(_answered(row, task, answer, reader), says_again=False, about=task.id)


def _answered(row: Reminder, task: Task, answer: Change | None, reader: Reader) -> Markup:
    """What was done about a task that is open: put off, moved, skipped, missed, or asked again."""
    if answer is not None:
        key = ANSWERED.get(Action(answer.action), "task-moved")
        return named_due(key, task, reader)
    until = task.snoozed_until(row.chat_id)
    if until is not None and row.sent_at is not None and until > row.sent_at:
        return snoozed(task, reader.moment(until), reader).text
    is_current = task.due_at is None or task.due_at == row.occurrence_at
    return named_due("reminder-again" if is_current else "reminder-closed", task, reader)


def snoozed(task: Task, until: Markup, reader: Reader) -> Say:
    """The answer to a snooze."""
    text = reader.words("snoozed", number=str(task.number), title=task.title, until=until)
    return Say(text, about=task.id, plain=True)


def why(row: Reminder | None, task: Task, coming: Markup | None, reader: Reader) -> str:
    """Why a task's reminder came, its date and rule, and when the next one comes."""
    words = reader.words
    reason = words.plain("why-unknown")
    if row is not None:
        offset = offset_words(row.key, words, is_whole_day=is_whole_day(task))
        reason = words.plain(f"why-{row.kind}", offset=offset)
    rules = [words.plain("why-due", due=reader.due(task).striptags())]
    if task.repeat is not None:
        repeat = render_repeat(repeat_from_json(task.repeat), language=words.language)
        rules.append(words.plain("fact-repeat", repeat=clip(repeat, 60)))
    return explained(reason, "\n".join(rules), coming, reader)


def skipped(task: Task, reader: Reader) -> Say:
    """The answer to a skip: the task's next date."""
    return Say(named_due("skipped", task, reader), about=task.id)
