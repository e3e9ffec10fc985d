"""What is pushed: reminders, digests of missed ones, the morning agenda, the evening review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from bot.language import render_repeat
from bot.presses import pack, pack_key
from bot.presses.habits import Origin
from bot.reader import Reader
from bot.replies import Button, Edit, Keyboard, Say
from bot.texts.dates import length_words, offset_words, reminder_facts
from bot.views.legacy import legacy_button
from bot.views.reminders.habits import Due, due_section
from bot.views.tasks.answers import BREAK, clip, occurrence, task_line
from storage.models import PushKind, Reminder, Task, User
from storage.rules.due import local_date
from storage.rules.offsets import Offset
from storage.rules.recurrence import repeat_from_json

SHOWN = 20  # tasks of a digest; the rest are behind /list
NOW = timedelta(minutes=1)
SNOOZES = ("10m", "1h", "tomorrow")
MORE_SNOOZES = ("evening", "week", "type")


def reminder(row: Reminder, task: Task, reader: Reader, *, mention: bool) -> Say:
    """One reminder: what, when in words that are true now, and whose it is."""
    words = reader.words
    late = row.sent_at is None and reader.now - row.fire_at > NOW
    lines = [
        words("reminder-title", number=str(task.number), title=task.title),
        _due_line(task, reader),
    ]
    if late and row.kind != PushKind.NAG:
        lines.append(words("reminder-late", late=length_words(reader.now - row.fire_at, words)))
    if task.chat_id != reader.in_chat:
        key = "fact-chat" if task.chat.unreachable_at is None else "fact-chat-left"
        lines.append(words(key, title=task.chat.title))
    if mention and task.assignees:
        lines.append(Markup(" ").join(_mention(user) for user in task.assignees))
    return Say(BREAK.join(lines), _buttons(row, task, reader), about=task.id)


def _due_line(task: Task, reader: Reader) -> Markup:
    """`⏰ in 1 hour · today, 18:00`; a day that is near is said once."""
    when, due = _how_far(task, reader), reader.due(task)
    if due.striptags() == when:
        return reader.words("reminder-when", when=when)
    return reader.words("reminder-due", when=when, due=due)


def _how_far(task: Task, reader: Reader) -> str:
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


def _mention(user: User) -> Markup:
    if user.telegram_id < 0:
        return Markup.escape(user.name)
    return Markup('<a href="tg://user?id={}">{}</a>').format(user.telegram_id, user.name)


def _buttons(row: Reminder, task: Task, reader: Reader) -> Keyboard:
    key = pack_key(task.id)
    snoozes = tuple(_snooze(choice, key, reader) for choice in SNOOZES)
    return (
        (legacy_button(reader, "done", "done", key, occurrence(task)), *snoozes[:1]),
        (*snoozes[1:], Button("…", pack("more", key)), legacy_button(reader, "why", "why", key)),
    )


def _snooze(choice: str, key: str, reader: Reader) -> Button:
    return Button(reader.words.plain(f"button-snooze-{choice}"), pack("zzz", key, choice))


def more_choices(task: Task, reader: Reader) -> Keyboard:
    """What else can be done about a reminder."""
    key = pack_key(task.id)
    last = [legacy_button(reader, "move", "date", key)]
    if task.repeat:
        last.append(legacy_button(reader, "skip", "skip", key))
    if task.nag_minutes:
        last.append(legacy_button(reader, "stop-nagging", "calm", key))
    return (
        tuple(_snooze(choice, key, reader) for choice in MORE_SNOOZES),
        tuple(last),
        (
            legacy_button(reader, "back", "less", key),
            legacy_button(reader, "open-card", "card", key),
        ),
    )


def reminder_choices(
    task: Task, own: Sequence[Offset], offered: Sequence[str], reader: Reader, *, back: str
) -> Say:
    """The card's reminders: the usual offsets to switch, none, nagging, or in words."""
    key, has = pack_key(task.id), {str(offset) for offset in own}
    buttons = [
        Button(
            ("✓ " if offset in has else "") + _sentence(offset_words(offset, reader.words)),
            pack("rem", key, place, back),
        )
        for place, offset in enumerate(offered)
    ]
    rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    nag = reader.words.plain("button-nag")
    rows.append(
        (
            Button(f"✓ {nag}" if task.nag_minutes else nag, pack("rem", key, "nag", back)),
            legacy_button(reader, "no-reminder", "rem", key, "none", back),
        )
    )
    rows.append(
        (
            legacy_button(reader, "usual", "rem", key, "usual", back),
            legacy_button(reader, "type", "rem", key, "type", back),
        )
    )
    rows.append((legacy_button(reader, "back", "card", key, back),))
    lines = [
        task_line(task, reader),
        *reminder_facts(task, reader.words),
        reader.words("card-reminders"),
    ]
    return Say(BREAK.join(lines), tuple(rows), about=task.id)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def closed(task: Task | None, reader: Reader) -> Edit:
    """What a reminder's message says once it was acted on; its buttons are gone."""
    words = reader.words
    if task is None:
        return Edit(words("reminder-gone"), says_again=False)
    named = {"number": str(task.number), "title": task.title}
    if task.is_deleted:
        return Edit(words("task-deleted", **named), says_again=False)
    if task.is_done:
        return Edit(words("task-done", **named), says_again=False, about=task.id)
    return Edit(
        words("reminder-closed", **named, due=reader.due(task)), says_again=False, about=task.id
    )


def snoozed(task: Task, until: Markup, reader: Reader) -> Say:
    """The answer to a snooze."""
    text = reader.words("snoozed", number=str(task.number), title=task.title, until=until)
    return Say(text, about=task.id)


def digest(tasks: Sequence[Task], reader: Reader, *, title: str, habits: Sequence[Due] = ()) -> Say:
    """Several tasks and habits at once: what was missed, what today brings, what is left in the
    evening."""
    lines = [reader.words(f"digest-{title}", count=len(tasks) + len(habits))]
    lines += [_digest_line(task, reader, says_late=title == "missed") for task in tasks[:SHOWN]]
    if len(tasks) > SHOWN:
        lines.append(reader.words("tasks-more", count=len(tasks) - SHOWN))
    opens = [Button(f"#{task.number}", pack("card", pack_key(task.id))) for task in tasks[:SHOWN]]
    rows = [tuple(opens[i : i + 5]) for i in range(0, len(opens), 5)]
    if tasks:
        rows.append(
            (
                legacy_button(reader, "snooze-all", "zall"),
                legacy_button(reader, "list", "list", "0.open"),
            )
        )
    more, keyboard = due_section(habits, Origin("t"), reader)
    if tasks and more:
        lines.append(Markup())
    return Say(BREAK.join([*lines, *more]), (*rows, *keyboard))


def _digest_line(task: Task, reader: Reader, *, says_late: bool) -> Markup:
    """`⏰ #3 Call mom · today, 15:00 · 3 hours late`; how late only of what was missed."""
    mark = "⏰" if reader.is_late(task) else "•"
    line = Markup("{} {}").format(mark, task_line(task, reader))
    return line + f" · {_how_far(task, reader)}" if says_late and reader.is_late(task) else line


def why(row: Reminder | None, task: Task, coming: Markup | None, reader: Reader) -> str:
    """Why a reminder came, its task's rule, and when the next one does, for a window of 200
    characters."""
    words = reader.words
    reason = words.plain("why-unknown")
    if row is not None:
        reason = words.plain(f"why-{row.kind}", offset=offset_words(row.key, words))
    lines = [reason, words.plain("why-due", due=reader.due(task).striptags())]
    if task.repeat is not None:
        repeat = render_repeat(repeat_from_json(task.repeat), language=words.language)
        lines.append(words.plain("fact-repeat", repeat=clip(repeat, 60)))
    if coming is not None:
        lines.append(words.plain("why-next", at=coming.striptags()))
    return "\n".join(lines)[:200]
