"""Greetings, and help on what people can write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.preferences import AgendaOn, OfferSetting
from bot.replies import Button, Reply, Say
from bot.texts import LANGUAGES, Words, words_for
from bot.views.parts import BREAK
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

TOPICS = ("dates", "repeats", "lists", "habits", "groups", "settings")


def greeting(
    name: str, bot_username: str, *, words: Words, offers_agenda: bool, asks: Markup | None = None
) -> Say:
    """The first words in a private chat, and the question that ends them.

    `asks` for the place where the person is: a city is an answer. A message with buttons cannot
    have Telegram's button that shares a place as well, so the one here brings that.
    """
    link = f"https://t.me/{bot_username}?startgroup=hello"
    rows = [(Button(words.plain("button-add-to-group"), url=link),)]
    if offers_agenda:
        rows.append((Button(words.plain("button-agenda-on"), press=AgendaOn()),))
    text = words("start", name=name)
    if asks is None:
        return Say(text, tuple(rows))
    place = Button(words.plain("button-share-place"), press=OfferSetting("zone"))
    return Say(BREAK.join([text, Markup(), asks]), ((place,), *rows))


def hello_group(*, words: Words) -> Say:
    """The first words in a group."""
    return Say(words("hello-group"))


def overview(commands: Sequence[str], *, words: Words) -> Say:
    """Every command of this chat with its line of help."""
    lines = [
        words("help-line", command=command, what=words(f"command-{command}"))
        for command in commands
    ]
    return Say(BREAK.join([words("help"), *lines, Markup(), words("help-topics")]))


def topic(name: str, *, words: Words) -> Reply | None:
    """What people can write on one topic, named in any language; None if there is no such topic."""
    found = next((one for one in TOPICS if fold(name) in _names(one)), None)
    return Say(words(f"help-{found}")) if found else None


def _names(topic: str) -> set[str]:
    names = (words_for(language).plain(f"topic-{topic}") for language in LANGUAGES)
    return {topic, *map(fold, names)}
