"""The results of an inline query: what is open, and the task that the words would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Article, Offer
from bot.views.everywhere.cards import HELLO, Told, card, facts, of_task, of_words, shown_title
from bot.views.parts import clip

if TYPE_CHECKING:
    from bot.reader import Reader
    from bot.texts import Words
    from storage.models import Task


def invitation(words: Words) -> Offer:
    """For whoever has not started the bot: a button that opens the private chat."""
    return Offer(invitation=words.plain("inline-start"), payload=HELLO)


def found(task: Task, token: str, owner: str, reader: Reader) -> Article:
    """A task in the list of results; a line says when, and where it is if it is a group's."""
    told = Told.of(task)
    place = f"👥 {clip(task.chat.title, 30)}" if task.chat_id != reader.in_chat else ""
    said = [line.striptags() for line in facts(told, reader)]
    message = card(told, owner, reader, of_task(token, task, reader))
    return Article(token, shown_title(told), " · ".join(filter(None, [*said, place])), message)


def to_be(told: Told, token: str, owner: str, reader: Reader) -> Article:
    """`New task: Buy milk`: what was understood of the words."""
    title = reader.words.plain("inline-new", title=shown_title(told))
    said = " · ".join(line.striptags() for line in facts(told, reader))
    message = card(told, owner, reader, of_words(token, reader))
    return Article(token, title, said or reader.words.plain("inline-new-hint"), message)
