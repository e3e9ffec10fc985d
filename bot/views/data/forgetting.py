"""What erasing takes and leaves, the two questions before it, and that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.data import AskErase, EraseAll, EraseNothing, SendExport
from bot.replies import Button, Edit, Say
from storage.transfer.exporting import Format

if TYPE_CHECKING:
    from bot.reader import Reader


def question(reader: Reader) -> Say:
    """What goes and what stays, with everything as a file before."""
    return Say(
        reader.words("forget"),
        (
            (reader.button("export-first", SendExport(Format.JSON)),),
            (reader.button("erase", AskErase()), _keep(reader)),
        ),
    )


def second_question(reader: Reader) -> Say:
    """Whether they mean it."""
    return Say(
        reader.words("forget-sure"), ((reader.button("erase-all", EraseAll()),), (_keep(reader),))
    )


def erased(reader: Reader) -> Edit:
    """Nothing is left; nor may anything of this answer be."""
    return Edit(reader.words("forget-done"), unkept=True)


def kept(reader: Reader) -> Say:
    """Nothing was erased."""
    return Say(reader.words("forget-kept"))


def elsewhere(bot_username: str, reader: Reader) -> Say:
    """In a group: where it is done."""
    words = reader.words
    link = Button(words.plain("button-private"), url=f"https://t.me/{bot_username}")
    return Say(words("forget-private"), ((link,),))


def _keep(reader: Reader) -> Button:
    return reader.button("keep-all", EraseNothing())
