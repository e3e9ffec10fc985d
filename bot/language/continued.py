"""A line whose dates and marks were said before its words: what is said later counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.language.languages import ALL, Languages
from bot.language.tasks import read_task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.language.values import Place, Reading


class Line(NamedTuple):
    """A line and the moment from which its dates count."""

    text: str
    at: datetime


def continue_line(
    said: Line, text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> Line:
    """One line of what was said before, which has no title, and of a line that follows.

    Of an earlier date only the half stays that the line does not say: `tomorrow 9:00` and
    then `drink tea friday` is Friday at nine.
    """

    def read(line: Line) -> Reading:
        return read_task(line.text, now=line.at, place=place, languages=languages)

    wanted = read(Line(text, now))
    if wanted.priority:
        said = Line(_without(said.text, read(said), ("priority",)), said.at)
    earlier = read(said)
    for marks, at in _less_and_less(said, earlier, wanted, now):
        for joined in (f"{text} {marks}", f"{marks} {text}"):
            line = Line(joined.strip(), at)
            if _has_all(read(line), wanted, earlier):
                return line
    return Line(f"{text} {said.text}".strip(), now)


def _has_all(reading: Reading, wanted: Reading, earlier: Reading) -> bool:
    """Whether a date was read if one was said, and nothing of what was said is title."""
    has_date = reading.due is not None or (wanted.due is None and earlier.due is None)
    return reading.title == wanted.title and has_date


def _less_and_less(
    said: Line, earlier: Reading, later: Reading, now: datetime
) -> Iterator[tuple[str, datetime]]:
    """All that was said; then with one half of its date; then without it."""
    yield said.text, said.at if earlier.due else now
    rest = _without(said.text, earlier, ("due", "repeat"))
    half = _half(earlier, later)
    if half:
        yield f"{half} {rest}".strip(), said.at
    yield rest, now


def _half(earlier: Reading, later: Reading) -> str:
    """The day or the time that the later words do not say, in digits, as all languages read it."""
    due = earlier.due
    if due is None or earlier.alone == "length" or earlier.repeat or later.repeat:
        return ""
    if later.alone == "day" and due.time is not None:
        return f"{due.time:%H:%M}"
    return f"{due.on:%Y-%m-%d}" if later.alone == "time" else ""


def _without(text: str, reading: Reading, kinds: tuple[str, ...]) -> str:
    for span in reversed(reading.spans):
        if span.kind in kinds:
            text = text[: span.start] + text[span.end :]
    return " ".join(text.split())
