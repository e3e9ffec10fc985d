"""An export as messages: what is in it, and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.data import SendExport
from bot.replies import Button, Export, Say
from storage.rules.due import local_date
from storage.transfer.exporting import Counted, Format

if TYPE_CHECKING:
    from bot.reader import Reader
    from storage.models import Chat

FURTHER = (Format.CSV, Format.CALENDAR)


def files(chat: Chat, counted: Counted, reader: Reader) -> Say:
    """The answer to /export. In a group it is one message; buttons send the other files."""
    words = reader.words
    said = words("export", tasks=counted.tasks, habits=counted.habits)
    if chat.is_private:
        return Say(said, more=tuple(file(chat, kind, reader) for kind in Format))
    buttons = tuple(
        Button(words.plain(f"button-export-{kind}"), press=SendExport(kind)) for kind in FURTHER
    )
    return Say(said, (buttons,), file=_export(chat, Format.JSON, reader))


def file(chat: Chat, kind: Format, reader: Reader) -> Say:
    """One file, with what it is good for as its caption."""
    return Say(reader.words(f"export-{kind}"), file=_export(chat, kind, reader))


def _export(chat: Chat, kind: Format, reader: Reader) -> Export:
    on = local_date(reader.now, reader.preferences.zone)
    return Export(chat.id, kind, f"dueto-{on.isoformat()}.{kind}")
