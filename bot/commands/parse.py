"""`dueto parse`: how the bot understands what people write, as JSON lines."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot.commands.ending import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command()
@click.option("--now", required=True, help="When it is said, such as 2026-09-23T14:30.")
@click.option("--zone", default="UTC", show_default=True, help="IANA name of the time zone.")
@click.option("--language", default="en", show_default=True, help="The writer's language.")
def parse(now: str, zone: str, language: str) -> None:
    """Read JSON strings from standard input, one a line; print for each how it is understood.

    Each answer is a JSON object on a line: title, due and dtstart in local wall time, rrule (one,
    or a list), anchor, duration_min (how many minutes it lasts; a whole day has 1440), priority
    (1 high to 3 low), tags, assignees, reminders (minutes before due, or day-1@19:00), nag_min.
    """
    from bot.language import Place, parse_line
    from bot.language.languages import ALL

    if language not in ALL.codes:
        refuse(f"--language takes {', '.join(ALL.codes)}")
    moment = _moment(now, zone)
    place = Place(zone=zone, language=language, group=True)
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            reading = parse_line(_string(line, number), now=moment, place=place)
            sys.stdout.buffer.write(_json(reading))
            sys.stdout.buffer.flush()


def _moment(now: str, zone: str) -> datetime:
    """`now` in the zone, with or without an offset of its own. Ends the command if it is wrong."""
    try:
        moment, place = datetime.fromisoformat(now), ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        refuse("--now takes 2026-09-23T14:30 or its like, --zone an IANA name: Europe/Berlin")
    return moment.astimezone(place) if moment.tzinfo else moment.replace(tzinfo=place)


def _string(line: bytes, number: int) -> str:
    """The JSON string on a line. Ends the command if there is none."""
    try:
        text = json.loads(line)
    except (ValueError, RecursionError):
        text = None
    if not isinstance(text, str):
        refuse(f'line {number} is no JSON string such as "call mom tomorrow at 10"')
    return text


def _json(reading: Mapping[str, Any]) -> bytes:
    """A line of UTF-8; what UTF-8 cannot encode (half a surrogate pair) is escaped."""
    try:
        return json.dumps(reading, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(reading).encode() + b"\n"
