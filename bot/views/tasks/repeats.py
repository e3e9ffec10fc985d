"""A task's repeat: choices, and the next five times before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.language import render_repeat
from bot.presses import pack, pack_key
from bot.reader import Reader
from bot.replies import Button, Say
from bot.texts.dates import long_day
from bot.views.legacy import legacy_button
from bot.views.tasks.answers import BREAK, task_line
from storage.models import Task
from storage.rules.due import local_date
from storage.rules.recurrence import Occurrence, Repeat

CHOICES = (("day", "weekday"), ("week", "fortnight"), ("month", "year"))


def repeat_choices(task: Task, reader: Reader, *, back: str) -> Say:
    """The usual repeats, none, or one in words."""
    key = pack_key(task.id)
    rows = [
        tuple(legacy_button(reader, f"every-{choice}", "rep", key, choice, back) for choice in row)
        for row in CHOICES
    ]
    rows.append(
        (
            legacy_button(reader, "no-repeat", "rep", key, "none", back),
            legacy_button(reader, "type", "rep", key, "type", back),
        )
    )
    rows.append((legacy_button(reader, "back", "card", key, back),))
    text = BREAK.join([task_line(task, reader), reader.words("card-repeat")])
    return Say(text, tuple(rows), about=task.id)


def repeat_preview(
    task: Task, repeat: Repeat, coming: Sequence[Occurrence], reader: Reader, *, back: str
) -> Say:
    """A repeat in words and its next times, to be kept or not."""
    key = pack_key(task.id)
    said = render_repeat(repeat, language=reader.words.language)
    lines = [
        task_line(task, reader),
        reader.words("fact-repeat", repeat=said),
        reader.words("repeat-next"),
        *(_time(one, reader) for one in coming),
    ]
    save = Button(reader.words.plain("button-save"), pack("keep", key, back))
    again = legacy_button(reader, "back", "rep", key, "", back)
    return Say(BREAK.join(lines), ((save, again),), about=task.id)


def _time(one: Occurrence, reader: Reader) -> Markup:
    """`• Fri, 2 Oct, 10:00`, with a word on why it is not where the rule says."""
    day = long_day(one.due.on, today=local_date(reader.now, one.due.zone), words=reader.words)
    line = Markup("• {}").format(day)
    if one.due.time is not None:
        at = reader.clock(one.due.time)
        line += Markup(", {}").format(at)
    if one.moved_by_clock_change:
        line += " " + reader.words("repeat-clock-change")
    if one.moved_to_month_end:
        line += " " + reader.words("repeat-month-end")
    return line
