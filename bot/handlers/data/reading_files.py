"""The words in a file as the bot reads them: dates of other programs, lines of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from bot.codes import CODES
from bot.handlers.kept import offsets_of
from bot.language import read_task, read_when
from storage.rules.priority import Priority
from storage.transfer.formats.values import FoundTask, Importer, SaidDate

if TYPE_CHECKING:
    from datetime import datetime

    from bot.language.values import Place
    from bot.requests import Request

REMEMBERED = 5_000  # dates of a file
MINUTE = timedelta(minutes=1)
PRIORITIES = {1: Priority.HIGH, 2: Priority.MEDIUM, 3: Priority.LOW, None: Priority.MEDIUM}


def importer_of(request: Request, at: datetime) -> Importer:
    """Who brings a file in, and how its words are read: as of the moment at which it came."""
    place = replace(request.place, group=False, people=frozenset())
    return Importer(
        telegram_id=request.user.telegram_id,
        name=request.user.name,
        zone=place.zone,
        now=at,
        # a file says few different dates, each of them often
        read_date=lru_cache(REMEMBERED)(partial(read_date, now=at, place=place)),
        read_line=partial(read_line, now=at, place=place),
    )


def read_date(text: str, language: str, *, now: datetime, place: Place) -> SaidDate | None:
    """Words that are only a date or a repeat, in the language of this code if the bot speaks it,
    else in the reader's."""
    code = language.lower()[:2]
    spoken = replace(place, language=code) if code in CODES else place
    when = read_when(text, now=now, place=spoken)
    if when is None or (when.due is None and when.doubts):
        return None
    return SaidDate(when.due, when.repeat)


def read_line(text: str, number: int, *, now: datetime, place: Place) -> FoundTask | None:
    """A line of a list as a task; None for one without words."""
    reading = read_task(text, now=now, place=place)
    title = reading.title or text.strip()
    if not title:
        return None
    nag, lasts = reading.nag, reading.duration
    return FoundTask(
        number,
        title,
        due=reading.due,
        repeat=reading.repeat,
        priority=PRIORITIES[reading.priority],
        tags=reading.tags,
        reminders=offsets_of(reading),
        nag_minutes=nag // MINUTE if nag else None,
        duration_minutes=lasts // MINUTE if lasts else None,
    )
