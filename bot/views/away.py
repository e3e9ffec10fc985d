"""Being away: until when, what waits meanwhile, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.away import ComeBack, GoAway
from bot.presses.questions import CancelQuestion
from bot.replies import Say
from bot.texts.dates import due_words, long_day
from bot.views.parts import BREAK, undo_button
from bot.views.people import named
from storage.rules.due import Due, local_date

if TYPE_CHECKING:
    from uuid import UUID

    from bot.reader import Reader
    from storage.away import Days
    from storage.models import User

SUNDAY = 6


def ask(today: date, reader: Reader) -> Say:
    """Until when? A few last days to choose from; any other can be written."""
    offered = {
        "away-tomorrow": today + timedelta(days=1),
        "away-sunday": today + timedelta(days=(SUNDAY - today.weekday()) % 7 or 7),
        "away-week": today + timedelta(days=6),
        "away-fortnight": today + timedelta(days=13),
        "away-open": None,
    }
    buttons = [reader.button(key, GoAway(last)) for key, last in offered.items()]
    cancel = reader.button("cancel", CancelQuestion())
    return Say(
        reader.words("ask-away"), (tuple(buttons[:2]), tuple(buttons[2:4]), (buttons[4], cancel))
    )


def gone(days: Days, batch: UUID, turns: int, reader: Reader) -> Say:
    """Nothing reminds the person any more until they are back."""
    lines = [_until(days, reader), reader.words("away-meanwhile")]
    if turns:
        lines.append(reader.words("away-turns", count=turns))
    return Say(
        BREAK.join(lines), ((undo_button(batch, reader), reader.button("away-back", ComeBack())),)
    )


def _until(days: Days, reader: Reader) -> Markup:
    words, today = reader.words, local_date(reader.now, days.zone)
    if days.last is None:
        return words("away-gone-open")
    if days.first is not None and days.first > today:
        first = long_day(days.first, today=today, words=words)
        return words("away-gone-from", first=first, until=_end(days, reader))
    return words("away-gone", until=_end(days, reader))


def _end(days: Days, reader: Reader) -> Markup:
    due = Due(days.last or date.min, days.time, days.zone)
    if days.time is None:
        today = local_date(reader.now, days.zone)
        return Markup.escape(long_day(due.on, today=today, words=reader.words))
    return due_words(due, now=reader.now, words=reader.words, reader=reader.preferences)


def gone_from_group(person: User, reader: Reader) -> Say:
    """The same for those who share a list with somebody."""
    return Say(Markup("🏖 {}").format(named(person, reader)))


def back(batch: UUID, reader: Reader) -> Say:
    """All is as usual again."""
    return Say(reader.words("away-back"), ((undo_button(batch, reader),),))
