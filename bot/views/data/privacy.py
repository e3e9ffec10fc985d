"""What is kept of people: true for this installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.data import SendExport
from bot.presses.guide import RunCommand
from bot.replies import Say
from bot.views.parts import BREAK
from storage.mailings.writing import MAILINGS_LAST
from storage.talk.drafts import DRAFTS_LAST
from storage.talk.shortcuts import SHORTCUTS_LAST
from storage.transfer.exporting import Format

if TYPE_CHECKING:
    from bot.reader import Home, Reader


def privacy(home: Home, reader: Reader, *, is_private: bool) -> Say:
    """The message of /privacy; in private with buttons for what it names."""
    words = reader.words
    where = words("privacy-postgresql", host=home.database_host) if home.database_host else None
    keep = home.keep
    silent = words("privacy-silent", days=keep.silent.days) if keep.silent else None
    parts = (
        words("privacy-what"),
        where or words("privacy-file"),
        words(
            "privacy-how-long",
            trash=keep.deleted.days if keep.deleted else 0,
            reminders=keep.reminders.days,
            updates=keep.receipts.days,
            buttons=SHORTCUTS_LAST.days,
            drafts=DRAFTS_LAST.days,
            feedback=MAILINGS_LAST.days,
        ),
        silent or words("privacy-never"),
        words("privacy-who"),
        words("privacy-yours"),
    )
    buttons = (
        (reader.button("export-first", SendExport(Format.JSON)),),
        (reader.button("erase", RunCommand("forget")),),
    )
    return Say(BREAK.join(parts), buttons if is_private else ())
