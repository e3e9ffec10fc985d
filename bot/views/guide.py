"""Greetings, and help on what people can write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.guide import TOPICS, RunCommand, ShowHelp, Topic
from bot.presses.preferences import AgendaOn, OfferSetting
from bot.replies import Button, Say
from bot.texts import LANGUAGES, Words, words_for
from bot.views.parts import BREAK, in_rows
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.reader import Reader
JANUARY_27 = {"DMY": "27/1", "MDY": "1/27", "YMD": "2027-01-27"}


def did_you_mean(command: str, meant: str, kept: str, reader: Reader) -> Say:
    """A command that there is not, and the one that is like it, on a button."""
    text = reader.words("did-you-mean", command=command, meant=meant)
    return Say(text, ((Button(f"/{meant}", press=RunCommand(meant, kept)),),))


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


def hello_group(
    bot_username: str,
    zone: str,
    *,
    words: Words,
    is_back: bool,
    is_guessed: bool,
    more: Markup | None = None,
) -> Say:
    """The first words in a group: what to type, and by which zone the times are. `more`: what an
    administrator can do besides.

    Nobody there has a private chat with the bot before they open it: the button does.
    """
    lines = [words("hello-group-again" if is_back else "hello-group")]
    lines.append(words("hello-zone-guessed" if is_guessed else "hello-zone", zone=zone))
    link = f"https://t.me/{bot_username}?start=hello"
    buttons = (
        Button(words.plain("button-private"), url=link),
        Button(words.plain("button-zone"), press=OfferSetting("zone")),
    )
    return Say(BREAK.join([*lines, *([more] if more else [])]), (buttons,))


def as_administrator(words: Words) -> Markup:
    """What the bot can do as an administrator of a group besides."""
    return words("hello-admin")


def overview(commands: Sequence[str], *, words: Words) -> Say:
    """Every command of this chat with its line of help, and the topics as buttons."""
    lines = [
        words("help-line", command=command, what=words(f"command-{command}"))
        for command in commands
    ]
    text = BREAK.join([words("help"), *lines, Markup(), words("help-topics")])
    return Say(text, tuple(_topics(None, words)))


def topic(about: Topic, reader: Reader) -> Say:
    """What people can write on one topic, true at the reader's settings."""
    words, chosen = reader.words, reader.preferences
    text = words(
        f"help-{about}",
        morning=reader.clock(chosen.pushes.morning),
        turn=reader.clock(chosen.day_turn),
        numbers=JANUARY_27[chosen.date_order],
    )
    back = (Button(words.plain("button-back"), press=ShowHelp()),)
    return Say(text, (*_topics(about, words), back))


def _topics(shown: Topic | None, words: Words) -> list[tuple[Button, ...]]:
    buttons = [
        Button(
            ("• " if one == shown else "") + words.plain(f"button-help-{one}"), press=ShowHelp(one)
        )
        for one in TOPICS
    ]
    return in_rows(buttons, 3)


def topic_named(name: str) -> Topic | None:
    """The topic of a name in any language."""
    return next((one for one in TOPICS if fold(name) in _names(one)), None)


def _names(topic: str) -> set[str]:
    names = (words_for(language).plain(f"topic-{topic}") for language in LANGUAGES)
    return {topic, *map(fold, names)}
