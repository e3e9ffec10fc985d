"""What a card opens to: its tags, its checklist, its files."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.tasks import (
    AskAbout,
    ClearTicked,
    SendFiles,
    ShowChecklist,
    SwitchTag,
    TickItem,
)
from bot.replies import Button, Reply, Say
from bot.views.parts import BREAK, MOST_ROWS, clip, fitted, in_rows, switch, turns
from bot.views.tasks.card import SHOWN_ITEMS, below_card
from bot.views.tasks.facts import title_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.presses.lists import ListPlace
    from bot.reader import Reader
    from storage.models import ChecklistItem, Task

LINES = 5  # of a checklist that have a button at once
TAG_DIGITS = 6  # of a tag's key that its button carries


def tag_choices(
    task: Task, names: Sequence[tuple[str, UUID]], reader: Reader, *, back: ListPlace
) -> Reply:
    """The card's tags: those of the chat, with a tick on those of the task."""
    own = {tag.id for tag in task.tags}
    buttons = [
        switch(
            clip(f"#{name}", 30),
            SwitchTag(task.id, tag_id.hex[-TAG_DIGITS:], back, tag_id not in own),
            is_on=tag_id in own,
        )
        for name, tag_id in names
    ]
    new = (reader.button("new-tag", AskAbout(task.id, "tag", back)),)
    return below_card(task, reader, "card-tags", (*fitted(buttons, 3, MOST_ROWS - 2), new), back)


def mark_of(text: str) -> str:
    """What a button carries of the words of a checklist's line."""
    return blake2b(text.encode(), digest_size=2).hexdigest()


def checklist(task: Task, reader: Reader, *, back: ListPlace, place: int = 0) -> Reply:
    """The card's checklist with a button for each line: the page on which `place` is."""
    count = max(1, -(-len(task.checklist) // LINES))
    number = min(place // LINES, count - 1)
    shown = [_item(task, item, back) for item in task.checklist]
    rows = [
        *in_rows(shown[number * LINES : (number + 1) * LINES], 1),
        turns(number, count, lambda to: ShowChecklist(task.id, back, to * LINES)),
    ]
    actions = [reader.button("add-items", AskAbout(task.id, "items", back))]
    if any(item.is_done for item in task.checklist):
        actions.append(reader.button("clear-ticked", ClearTicked(task.id, back)))
    asked = "card-checklist" if task.checklist else "card-checklist-empty"
    return below_card(task, reader, asked, (*filter(None, rows), tuple(actions)), back)


def _item(task: Task, item: ChecklistItem, back: ListPlace) -> Button:
    label = f"{'☑' if item.is_done else '☐'} {clip(item.text, 40)}"
    mark = mark_of(item.text)
    return Button(label, press=TickItem(task.id, item.position, not item.is_done, mark, back))


def files(task: Task, reader: Reader, *, back: ListPlace) -> Reply:
    """The card's files, which can be shown again."""
    actions = [reader.button("add-file", AskAbout(task.id, "file", back))]
    if task.attachments:
        actions.insert(0, reader.button("show-files", SendFiles(task.id)))
    lines = [Markup("• {}").format(file.name or file.kind) for file in task.attachments]
    reply = below_card(task, reader, "card-files-empty", (tuple(actions),), back)
    if not lines:
        return reply
    text = BREAK.join([title_line(task), *lines[:SHOWN_ITEMS]])
    return Say(text, reply.keyboard, about=task.id)
