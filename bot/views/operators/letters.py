"""Pushes that could not be delivered: what, where and why. Nothing that people wrote is shown."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.presses.operators import (
    DropLetter,
    OpenLetter,
    RetryLetter,
    RetryLetters,
    ShowLetters,
    ShowState,
)
from bot.replies import Button, Say
from bot.views.parts import BREAK, clip, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from bot.reader import Reader
    from storage.models import Chat, Reminder

LETTERS_ON_PAGE = 5
SHOWN_REASON = 80  # characters
SHOWN_REASONS = 3
OWN_ERROR = re.compile(r"(\w+)\(")  # of ours: what is in the brackets may be somebody's words


def letters(
    found: Sequence[tuple[Reminder, Chat]],
    page: int,
    count: int,
    why: Sequence[tuple[str | None, int]],
    reader: Reader,
) -> Say:
    """A page of them, the newest first."""
    back = reader.button("back", ShowState())
    if not found:
        return Say(reader.words("letters-none"), ((back,),))
    first = page * LETTERS_ON_PAGE + 1
    lines = [reader.words("letters-title", count=count), _reasons(why, reader)]
    opening: list[Button] = []
    for number, (row, chat) in enumerate(found, start=first):
        lines.append(
            reader.words("letters-line", number=str(number), what=_line(row, chat, reader))
        )
        opening.append(Button(str(number), press=OpenLetter(row.id, page)))
    pages = -(-count // LETTERS_ON_PAGE)
    turning = turns(page, pages, ShowLetters)
    all_again = reader.button("letters-again", RetryLetters())
    rows = (tuple(opening), turning, (all_again, back))
    return Say(BREAK.join(lines), tuple(row for row in rows if row))


def _reasons(why: Sequence[tuple[str | None, int]], reader: Reader) -> Markup:
    """`No way: 2 · Chat not found: 1`"""
    counts: Counter[str] = Counter()
    for error, number in why:
        counts[reason_of(error)] += number
    told = [f"{reason}: {number}" for reason, number in counts.most_common(SHOWN_REASONS)]
    return reader.words("letters-reasons", reasons=" · ".join(told))


def letter(row: Reminder, chat: Chat, page: int, reader: Reader) -> Say:
    """One of them, with what can be done about it."""
    said = [
        reader.words("letter-title"),
        _line(row, chat, reader),
        reader.words("letter-unclear" if row.sent_at else "letter-refused"),
        reader.words("letter-tries", count=row.attempts),
    ]
    buttons = (
        reader.button("letter-again", RetryLetter(row.id, page)),
        reader.button("letter-drop", DropLetter(row.id, page)),
    )
    return Say(BREAK.join(said), (buttons, (reader.button("back", ShowLetters(page)),)))


def _line(row: Reminder, chat: Chat, reader: Reader) -> Markup:
    return reader.words(
        "letter-line",
        kind=row.kind,
        chat=f"{chat.kind} {chat.telegram_id}",
        at=f"{row.fire_at:%Y-%m-%d %H:%M}",
        reason=reason_of(row.error),
    )


def reason_of(error: str | None) -> str:
    """Why: Telegram's words, or the name of an error of ours without what it is about."""
    own = OWN_ERROR.match(error or "")
    return own[1] if own else clip(error or "?", SHOWN_REASON)
