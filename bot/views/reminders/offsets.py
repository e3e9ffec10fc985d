"""When a task reminds, as buttons on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.reminders import NoReminders, SwitchNag, SwitchOffset, UsualReminders
from bot.presses.tasks import AskAbout, OpenCard
from bot.replies import Button, Keyboard, Say
from bot.texts.dates import offset_words, reminder_facts
from bot.views.parts import BREAK, in_rows, task_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.presses.lists import ListPlace
    from bot.reader import Reader
    from storage.models import Task


def reminder_choices(
    task: Task, own: Sequence[str], offered: Sequence[str], reader: Reader, *, back: ListPlace
) -> Say:
    """The usual offsets to switch, none, nagging, or in words. `own` and `offered` are offsets as
    rows keep them."""
    buttons = [
        Button(
            ("✓ " if offset in own else "") + _sentence(offset_words(offset, reader.words)),
            press=SwitchOffset(task.id, place, back),
        )
        for place, offset in enumerate(offered)
    ]
    lines = [
        task_line(task, reader),
        *reminder_facts(task, reader.words),
        reader.words("card-reminders"),
    ]
    keyboard = (*in_rows(buttons, 2), *_others(task, reader, back))
    return Say(BREAK.join(lines), keyboard, about=task.id)


def _others(task: Task, reader: Reader, back: ListPlace) -> Keyboard:
    nag = reader.words.plain("button-nag")
    return (
        (
            Button(f"✓ {nag}" if task.nag_minutes else nag, press=SwitchNag(task.id, back)),
            reader.button("no-reminder", NoReminders(task.id, back)),
        ),
        (
            reader.button("usual", UsualReminders(task.id, back)),
            reader.button("type", AskAbout(task.id, "reminders")),
        ),
        (reader.button("back", OpenCard(task.id, back)),),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
