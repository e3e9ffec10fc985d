"""Random texts, as people could send them, and a bot that has to answer each of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bot.language.languages import ALL
from bot.playground.people.messages import Impossible
from bot.routes import COMMANDS
from tests.support.conversations import Conversation

PHRASES = Path(__file__).parents[1] / "bot" / "language"
LONGEST = 4096
NUMBERS = ("0", "1", "2", "3", "9", "12", "31", "99", "999", "1000", "9999", "-1", "1e9", "٣", "²")
MARKS = (" ", " ", " ", "\n", "\n- ", "- ", ", ", " / ", ":", ".", "", "@", "#", "!", "+", "=", "“")
ODD = "\0\u200b\u202e\u0301\ufeff\U0001f469\u200d\U0001f467<b>&amp;\"'“„»`*_[](){}$%\\/\t\r\x7f"


@dataclass(frozen=True, slots=True)
class Said:
    """A text, where it is written, and whether it replies to the bot's newest message there."""

    text: str
    place: str
    replies: bool


def any_texts(seed: int, count: int) -> Iterator[Said]:
    """That many texts, the same ones for the same seed."""
    random = Random(seed)
    for _ in range(count):
        place = random.choice(("private", "private", "private", "flat"))
        text = _text(random)
        if place != "private" and not text.startswith("/"):
            text = f"/add {text}"
        yield Said(text[:LONGEST], place, replies=random.random() < 0.2)


async def answer_all(anywhere: Conversation, said: Iterator[Said]) -> list[tuple[Said, str]]:
    """Say each of the texts; return those that made the bot fail, with the error."""
    broken: list[tuple[Said, str]] = []
    counts, log = anywhere.application.endpoint.counts, anywhere.setup.log
    for one in said:
        there = anywhere.in_(one.place)
        before = counts["crashed"] + counts["unreadable"]
        await _say(there, one)
        if counts["crashed"] + counts["unreadable"] > before:
            broken.append((one, repr(log[-1].get("exc_info"))))
        log.clear()
        anywhere.telegram.calls.clear()
    return broken


async def _say(there: Conversation, one: Said) -> None:
    reply_to = None
    if one.replies and any(there.is_bots(message) for message in there.messages("ann")):
        reply_to = there.newest("ann")
    try:
        there.telegram.say(there.user("ann"), one.text, to=there.to(), reply_to=reply_to)
    except Impossible:  # an app sends no such text
        return
    await there.settle()


def _text(random: Random) -> str:
    text: str = random.choice(_MAKERS)(random)
    if random.random() < 0.25:
        text = f"/{random.choice(sorted(COMMANDS))} {text}"
    if random.random() < 0.03:
        text = (text + random.choice(MARKS)) * random.randint(2, 400)
    return text


def _fragments(random: Random) -> str:
    """Words of the grammars' tables, numbers and marks between them."""
    words = _words()[random.choice(sorted(_words()))]
    parts: list[str] = []
    for _ in range(random.randint(1, 9)):
        parts += [random.choice(NUMBERS if random.random() < 0.3 else words), random.choice(MARKS)]
    return "".join(parts)


def _cut(random: Random) -> str:
    """Phrases that the readers know, cut and joined."""
    parts = []
    for _ in range(random.randint(1, 4)):
        words = random.choice(_phrases()).split(" ")
        start = random.randrange(len(words))
        parts.append(" ".join(words[start : start + random.randint(1, 8)]))
    return random.choice(MARKS).join(parts)


def _numbered(random: Random) -> str:
    """A phrase with other numbers in it."""
    words = random.choice(_phrases()).split(" ")
    return " ".join(random.choice(NUMBERS) if _is_number(word) else word for word in words)


def _phrase(random: Random) -> str:
    phrases = _phrases()
    return phrases[random.randrange(len(phrases))]


def _characters(random: Random) -> str:
    kinds = (ODD, "0123456789:./- ", "aäñш #!@\n-", "".join(map(chr, range(0x20, 0x2FF))))
    kind = random.choice((*kinds, None))
    length = random.choice((1, 3, 10, 60, 300))
    return "".join(
        random.choice(kind) if kind else chr(random.choice((*range(0xD800), 0x1F600, 0x10FFFF)))
        for _ in range(length)
    )


def _long(random: Random) -> str:
    piece: str = random.choice((*ODD, *_phrases()[:50]))
    return (piece * LONGEST)[: random.choice((210, 520, 2_600, 3_995, LONGEST))]


_MAKERS: tuple[Callable[[Random], str], ...] = (
    _fragments,
    _fragments,
    _cut,
    _cut,
    _numbered,
    _numbered,
    _phrase,
    _characters,
    _long,
)


def _is_number(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


@cache
def _phrases() -> tuple[str, ...]:
    lines: list[dict[str, Any]] = [
        json.loads(line)
        for path in sorted(PHRASES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("{")
    ]
    return tuple(str(line["text"]) for line in lines if line.get("text"))


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Every string in the tables of each language."""
    return {
        code: tuple(sorted({word for word in _strings(ALL.tables(code)) if word.strip()}))
        for code in ALL.codes
    }


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _strings(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from _strings(inner)
