"""A time that is said in another zone, in the person's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.language.meaning.calendar import WrittenAt
from storage.rules.due import Due

if TYPE_CHECKING:
    from bot.language.engine.choose import Chosen


def there(moment: WrittenAt, zone: str, chosen: Chosen) -> WrittenAt:
    """The moment as it is in another zone; a day that is said counts from the person's today."""
    place = replace(moment.place, zone=zone)
    elsewhere = WrittenAt.of(moment.at, place)
    if chosen.day is None and chosen.every is None:
        return elsewhere
    return elsewhere._replace(now=moment.now)


def here(due: Due, zone: str) -> Due:
    """A due moment by the clock of another zone; a whole day stays as it is."""
    if due.zone == zone or due.is_whole_day:
        return due
    return Due.from_moment(due.at, zone)


def as_it_will_be(due: Due) -> Due:
    """A wall time that a change of the clocks leaves out, moved forward by the gap."""
    if due.is_whole_day:
        return due
    real = Due.from_moment(due.at, due.zone)
    return due if real.time is None or _wall(real) == _wall(due) else real


def _wall(due: Due) -> tuple[object, object]:
    return due.on, due.time.replace(fold=0) if due.time else None
