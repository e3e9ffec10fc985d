"""When a task reminds, as buttons on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.reminders import NoReminders, SwitchNag, SwitchOffset, UsualReminders
from bot.presses.tasks import AskAbout, OpenCard
from bot.replies import Keyboard, Say
from bot.texts.dates import is_whole_day, offset_words, reminder_facts
from bot.views.parts import BREAK, in_rows, switch, task_line

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
        switch(
            _sentence(offset_words(offset, reader.words, is_whole_day=is_whole_day(task))),
            SwitchOffset(task.id, place, back, offset not in own),
            is_on=offset in own,
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
    nag, nags = reader.words.plain("button-nag"), bool(task.nag_minutes)
    return (
        (
            switch(nag, SwitchNag(task.id, back, not nags), is_on=nags),
            reader.button("no-reminder", NoReminders(task.id, back)),
        ),
        (
            reader.button("usual", UsualReminders(task.id, back)),
            reader.button("type", AskAbout(task.id, "reminders", back)),
        ),
        (reader.button("back", OpenCard(task.id, back)),),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
