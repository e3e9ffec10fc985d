"""The words behind `/assign`: who is meant, in every language of Dueto's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.filters import is_me, read_scope
from bot.language.languages import ALL, Languages
from bot.language.turns import says_turns

_NAME = re.compile(r"@(\w{1,32})\Z")
_BETWEEN = re.compile(r"[\s,;&+]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Who is meant: @usernames without the @, each once; the asker (`me`); everybody (`@all`).
    `rotates`: they take turns. `unread` are words that name nobody."""

    usernames: tuple[str, ...] = ()
    me: bool = False
    everyone: bool = False
    rotates: bool = False
    unread: tuple[str, ...] = ()

    @property
    def nobody(self) -> bool:
        return not (self.usernames or self.me or self.everyone)


def is_everyone(name: str, *, languages: Languages = ALL) -> bool:
    """Whether a name, without the @, means everybody: `all`."""
    return read_scope([name], languages=languages)[0] == "all"


def read_people(text: str, *, languages: Languages = ALL) -> Named:
    """`@sam, @ann`, `me`, `@all`, `rotate @sam @ann`"""
    names: dict[str, str] = {}
    unread: list[str] = []
    me = everyone = False
    for word in filter(None, _BETWEEN.split(text.strip())):
        name = _NAME.match(word)
        if is_everyone(word.removeprefix("@"), languages=languages):
            everyone = True
        elif name:
            names.setdefault(name[1].lower(), name[1])
        elif is_me(word, languages=languages):
            me = True
        else:
            unread.append(word)
    rotates = says_turns(unread, languages=languages)
    return Named(tuple(names.values()), me, everyone, rotates, () if rotates else tuple(unread))
