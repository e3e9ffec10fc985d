"""What a card opens to: its tags, its checklist, its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.tasks import AskAbout, ClearTicked, SendFiles, SwitchTag, TickItem
from bot.replies import Button, Reply, Say
from bot.views.parts import BREAK, clip, in_rows
from bot.views.tasks.card import SHOWN_ITEMS, below_card
from bot.views.tasks.facts import title_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.presses.lists import ListPlace
    from bot.reader import Reader
    from storage.models import Task

TAG_DIGITS = 8  # of a tag's key that its button carries


def tag_choices(
    task: Task, names: Sequence[tuple[str, UUID]], reader: Reader, *, back: ListPlace
) -> Reply:
    """The card's tags: those of the chat, with a tick on those of the task."""
    own = {tag.id for tag in task.tags}
    buttons = [
        Button(
            ("✓ " if tag_id in own else "") + clip(f"#{name}", 30),
            press=SwitchTag(task.id, tag_id.hex[-TAG_DIGITS:], back),
        )
        for name, tag_id in names
    ]
    new = (reader.button("new-tag", AskAbout(task.id, "tag")),)
    return below_card(task, reader, "card-tags", (*in_rows(buttons, 3), new), back)


def checklist(task: Task, reader: Reader, *, back: ListPlace) -> Reply:
    """The card's checklist with a button for each line."""
    rows = tuple(
        (
            Button(
                f"{'☑' if item.is_done else '☐'} {clip(item.text, 40)}",
                press=TickItem(task.id, item.position, not item.is_done, back),
            ),
        )
        for item in task.checklist
    )
    actions = [reader.button("add-items", AskAbout(task.id, "items"))]
    if any(item.is_done for item in task.checklist):
        actions.append(reader.button("clear-ticked", ClearTicked(task.id, back)))
    asked = "card-checklist" if task.checklist else "card-checklist-empty"
    return below_card(task, reader, asked, (*rows, tuple(actions)), back)


def files(task: Task, reader: Reader, *, back: ListPlace) -> Reply:
    """The card's files, which can be shown again."""
    actions = [reader.button("add-file", AskAbout(task.id, "file"))]
    if task.attachments:
        actions.insert(0, reader.button("show-files", SendFiles(task.id)))
    lines = [Markup("• {}").format(file.name or file.kind) for file in task.attachments]
    reply = below_card(task, reader, "card-files-empty", (tuple(actions),), back)
    if not lines:
        return reply
    text = BREAK.join([title_line(task), *lines[:SHOWN_ITEMS]])
    return Say(text, reply.keyboard, about=task.id)
