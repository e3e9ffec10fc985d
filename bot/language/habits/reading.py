"""What follows /habit: a name, how often, how much, and when to be reminded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.language.engine.guarding.around import Piece
from bot.language.engine.marks import Marks, find_literal
from bot.language.engine.titles import title_of
from bot.language.habits.phrases import touches
from bot.language.habits.rows import habit_phrases, scan_habit
from bot.language.habits.sense import make_sense
from bot.language.habits.times import Sense
from bot.language.languages import ALL, Languages
from bot.language.meaning.calendar import WrittenAt
from bot.language.said import Alarm, Amount, LeadIn, Part, Remind, WallTime
from bot.language.spoken import best_reading, readable
from bot.language.tasks import leads
from bot.language.values import Place, SpanKind, TextSpan
from storage.rules.schedules import Goal, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, time

    from bot.language.engine.phrases import Sentence

LONGEST_NAME = 100  # characters
_ANY_NAME = "x"  # in quotes, for a text without the habit's name


@dataclass(frozen=True, slots=True)
class HabitReading:
    """A line as a habit.

    `name` holds all that was not understood, and may be empty. `schedule`
    is always sound; `said_schedule` is False where the text has no frequency, which makes it
    daily. `spans` are what was understood, in the order of the text, and do not overlap.
    """

    name: str
    goal: Goal | None
    schedule: Schedule
    said_schedule: bool = False
    spans: tuple[TextSpan, ...] = ()


def read_habit(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> HabitReading:
    """Read what follows /habit. Never raises; what is not understood stays in the name.

    `now` is the aware moment at which the text was written: a habit starts on its day in the
    place's zone, unless the text has a first day. Words in quotes are not read.
    """
    marks = find_literal(text)
    tokens = readable(text, marks)
    line, pieces = best_reading(
        text, tokens, place, languages, adapt=habit_phrases, phrases_of=scan_habit
    )
    moment = WrittenAt.of(now, place)
    try:
        sense = make_sense(line, pieces, moment)
    except (ValueError, OverflowError):  # beyond the calendar: year 0 or 10000
        sense = Sense(Schedule(moment.today))
    return _reading(text, marks, line, sense)


def read_rest_of_habit(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> HabitReading:
    """Read a habit's text without its name: "20 pages every day".

    The reading's `name` holds words that were not understood.
    """
    line = f'"{_ANY_NAME}" {text}'
    reading = read_habit(line, now=now, place=place, languages=languages)
    return replace(reading, name=reading.name.removeprefix(_ANY_NAME).strip())


def read_times(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> tuple[time, ...]:
    """Read a text that is only times to remind at, with or without "at": local times, in order.

    "9:00 and 21:00", "in the morning". Empty when there is anything else in the text.
    """
    for lead in leads(languages, "at"):
        reading = read_rest_of_habit(lead + text, now=now, place=place, languages=languages)
        if reading.schedule.reminders and not reading.name and reading.goal is None:
            return tuple(sorted(set(reading.schedule.reminders)))
    return ()


def _reading(text: str, marks: Marks, line: Sentence, sense: Sense) -> HabitReading:
    spans = list(_spans(line, sense))
    name, quote_spans = title_of(text, spans, marks.quotes)
    goal = sense.goal
    if not name and goal is not None and goal.unit:  # 2 coffees a day: the unit is the name
        spans = list(_without_unit(line, sense, spans))
        name, quote_spans = title_of(text, spans, marks.quotes)
        goal = replace(goal, unit="")
    spans = sorted([*spans, *quote_spans], key=lambda span: span.start)
    return HabitReading(_cut(name), goal, sense.schedule, sense.said, tuple(spans))


def _cut(name: str) -> str:
    """At most `LONGEST_NAME` characters, cut at a space if there is one."""
    if len(name) <= LONGEST_NAME:
        return name
    head, space, _ = name[: LONGEST_NAME + 1].rpartition(" ")
    return head.rstrip() if space else name[:LONGEST_NAME]


def _spans(line: Sentence, sense: Sense) -> Iterator[TextSpan]:
    """The spans of all used pieces, with the "and" between neighbours."""
    pieces = sorted(set(sense.used), key=lambda piece: piece.start)
    if sense.noun is not None:
        pieces = sorted([*pieces, _noun_piece(sense, sense.noun)], key=lambda p: p.start)
    for piece, after in zip_longest(pieces, pieces[1:]):
        end = after.start if after is not None and touches(line, piece, after) else piece.end
        yield TextSpan(_kind(piece), line.tokens[piece.start].start, line.tokens[end - 1].end)


def _noun_piece(sense: Sense, noun: int) -> Piece:
    owner = next(p for p in sense.used if p.end == noun and isinstance(p.said, Amount))
    return Piece(owner.said, noun, noun + 1)


def _kind(piece: Piece) -> SpanKind:
    match piece.said:
        case Amount():
            return "goal"
        case WallTime() | Part() | Alarm() | Remind():
            return "reminder"
        case LeadIn():
            return "lead-in"
        case _:
            return "repeat"


def _without_unit(line: Sentence, sense: Sense, spans: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The spans without the words of the unit."""
    first, end = _unit_tokens(line, sense)
    if first == end:
        yield from spans
        return
    start, stop = line.tokens[first].start, line.tokens[end - 1].end
    for span in spans:
        for left, right in ((span.start, min(span.end, start)), (max(span.start, stop), span.end)):
            if left < right:
                yield TextSpan(span.kind, left, right)


def _unit_tokens(line: Sentence, sense: Sense) -> tuple[int, int]:
    """The first token of the unit and the one after it: they follow the number.

    None where the unit is not written as it is kept: 0h1h is minutes.
    """
    if sense.noun is not None:
        return sense.noun, sense.noun + 1
    amount = next(p for p in sense.used if isinstance(p.said, Amount))
    unit = amount.said.unit if isinstance(amount.said, Amount) else ""
    own = (
        k
        for k in range(amount.start, amount.end)
        if not line.is_number(k) and unit.startswith(line.text_at(k))
    )
    first = next(own, None)
    if first is None:
        return amount.end, amount.end
    end, letters = first, 0
    while letters < len(unit.replace(" ", "")):
        letters += len(line.text_at(end))
        end += 1
    return first, end
