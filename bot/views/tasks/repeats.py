"""A task's repeat: choices, and the next five times before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.language import render_repeat
from bot.presses.tasks import (
    AskAbout,
    ChooseRepeat,
    KeepRepeat,
    NoRepeat,
    OfferRepeats,
    OpenCard,
    OtherRepeat,
    RepeatChoice,
)
from bot.replies import Button, Keyboard, Say
from bot.texts.dates import long_day
from bot.views.parts import BREAK, clip, task_line
from storage.rules.due import local_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.presses.lists import ListPlace
    from bot.reader import Reader
    from storage.models import Task
    from storage.rules.recurrence import Occurrence, Repeat

CHOICES: tuple[tuple[RepeatChoice, ...], ...] = (
    ("day", "weekday"),
    ("week", "fortnight"),
    ("month", "year"),
)


def repeat_choices(task: Task, reader: Reader, *, back: ListPlace) -> Say:
    """The usual repeats, none, or one in words."""
    usual = [
        tuple(
            reader.button(f"every-{choice}", ChooseRepeat(task.id, choice, back)) for choice in row
        )
        for row in CHOICES
    ]
    others = (
        reader.button("no-repeat", NoRepeat(task.id, back)),
        reader.button("type", AskAbout(task.id, "repeat", back)),
    )
    to_card = (reader.button("back", OpenCard(task.id, back)),)
    text = BREAK.join([task_line(task, reader), reader.words("card-repeat")])
    return Say(text, (*usual, others, to_card), about=task.id)


def repeat_preview(
    task: Task,
    repeat: Repeat,
    coming: Sequence[Occurrence],
    reader: Reader,
    *,
    back: ListPlace,
    alternative: Repeat | None = None,
) -> Say:
    """A repeat in words and its next times, to be kept or not, or to be read as the alternative."""
    said = render_repeat(repeat, language=reader.words.language)
    lines = [
        task_line(task, reader),
        reader.words("fact-repeat", repeat=said),
        reader.words("repeat-next"),
        *(_time(one, reader) for one in coming),
    ]
    save = reader.button("save", KeepRepeat(task.id, back))
    rows: Keyboard = ((save, reader.button("back", OfferRepeats(task.id, back))),)
    if alternative is not None:
        words = render_repeat(alternative, language=reader.words.language)
        rows = ((Button(clip(words, 40), press=OtherRepeat(task.id, back)),), *rows)
        lines.append(reader.words("repeat-or"))
    return Say(BREAK.join(lines), rows, about=task.id)


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
