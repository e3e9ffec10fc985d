"""What follows /log: which habit, how much, on which day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.language.engine.marks import find_literal
from bot.language.engine.scan import scan_books, span_of
from bot.language.engine.titles import title_of
from bot.language.habits.fractions import in_decimals
from bot.language.habits.rows import LOGGED, habit_phrases
from bot.language.habits.wishes import Wordings
from bot.language.languages import ALL, Languages
from bot.language.meaning.calendar import WrittenAt, clock_times
from bot.language.meaning.past_days import past_day
from bot.language.said import Amount, Day, WallTime
from bot.language.spoken import best_reading, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime, time

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.language import Language, Phrasebook
    from bot.language.engine.phrases import Pattern, Sentence
    from bot.language.values import Place

_NOTE = r"\s*(?::(?:\s+|\Z)|\n|\s[–—-]\s)\s*"


@dataclass(frozen=True, slots=True)
class LogReading:
    """A line as an entry of a habit; `amount` and `on` are None where the line has none.

    `on` may be in the future or years ago. `habit` is empty when there is only an
    amount or a day.
    """

    habit: str
    amount: float | None = None
    unit: str | None = None
    on: date | None = None
    note: str = ""
    is_skip: bool = False


def read_log(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> LogReading | None:
    """Read what follows /log; None only for an empty text. Never raises.

    Days are in the past: a weekday is the last one before today, a date without its year the
    latest that is not ahead. What follows a colon, a dash or a new line is a note. `now`
    is the aware moment at which the text was written; for a person whose days turn at 03:00, hand
    in the moment three hours earlier.
    """
    text = text.strip()
    if not text:
        return None
    said, note = _without_note(text)
    entry = read_entry(said, now=now, place=place, languages=languages)
    reading = LogReading(entry.habit, entry.amount, entry.unit, entry.on, note)
    wordings = Wordings(languages, place)
    skipped = wordings.without("skip", entry.habit) or wordings.without("skipped", entry.habit)
    return replace(reading, habit=skipped, is_skip=True) if skipped else reading


def _without_note(text: str) -> tuple[str, str]:
    quotes = find_literal(text).quotes
    for found in re.finditer(_NOTE, text):
        quoted = any(start < found.start() < end for start, end in quotes)
        if found.start() and not quoted:
            return text[: found.start()], " ".join(text[found.end() :].split())
    return text, ""


@dataclass(frozen=True, slots=True)
class RawEntry:
    """A line as an entry before wishes are looked for; `day` is `on` as it was written."""

    habit: str
    amount: float | None = None
    unit: str | None = None
    on: date | None = None
    day: Day | None = None
    at: time | None = None  # beside the day; an entry has none, a task's date may


def read_entry(text: str, *, now: datetime, place: Place, languages: Languages = ALL) -> RawEntry:
    """The habit, the amount and the day of a line, in any order. Never raises."""
    text = in_decimals(text)
    marks = find_literal(text)
    tokens = readable(text, marks)
    line, pieces = best_reading(
        text, tokens, place, languages, adapt=entry_phrases, phrases_of=_scan_entry
    )
    moment = WrittenAt.of(now, place)
    dated, amount = _day_of(line, pieces, moment), _amount_of(pieces)
    used = [piece for piece in (dated, amount) if piece is not None]
    used += [p for p in pieces if dated is not None and _is_time_of(p, dated)]
    spans = [span_of(line, piece, "due") for piece in sorted(used, key=lambda piece: piece.start)]
    habit, _ = title_of(text, spans, marks.quotes)
    said = amount.said if amount and isinstance(amount.said, Amount) else Amount(0)
    unit = said.unit or None
    if unit and not habit:  # 50 pushups
        habit, unit = unit, None
    day = dated.said if dated and isinstance(dated.said, Day) else None
    clock = next((p.said for p in used if isinstance(p.said, WallTime)), None)
    at = clock_times(clock)[0] if clock else None
    return RawEntry(habit, said.value if amount else None, unit, past_day(day, moment), day, at)


def _is_time_of(piece: Piece, day: Piece) -> bool:
    """yesterday at 8: an entry has no time"""
    return isinstance(piece.said, WallTime) and (piece.start == day.end or piece.end == day.start)


def _amount_of(pieces: Sequence[Piece]) -> Piece | None:
    """The first amount with a unit, or else the last number."""
    amounts = [p for p in pieces if isinstance(p.said, Amount) and not p.said.vague]
    measured = [p for p in amounts if isinstance(p.said, Amount) and p.said.unit]
    return next(iter((*measured, *reversed(amounts))), None)


def _day_of(line: Sentence, pieces: Sequence[Piece], moment: WrittenAt) -> Piece | None:
    """The day at the end of a line, or at its beginning, or one that is no weekday."""
    days = [p for p in pieces if isinstance(p.said, Day) and past_day(p.said, moment) is not None]
    covered = {k for p in pieces for k in range(p.start, p.end)}
    at_end = [p for p in days if _is_covered(line, covered, p.end, line.size)]
    at_start = [p for p in days if _is_covered(line, covered, 0, p.start)]
    plain = [p for p in days if isinstance(p.said, Day) and p.said.kind != "coming"]
    return next(iter((*reversed(at_end), *at_start, *reversed(plain))), None)


def _is_covered(line: Sentence, covered: set[int], start: int, end: int) -> bool:
    return all(k in covered or not line.text_at(k)[:1].isalnum() for k in range(start, end))


def entry_phrases(language: Language) -> Phrasebook:
    """A language's phrases of entries: days in the past, and amounts."""
    tables, own = habit_phrases(language), language.entries
    return tables._replace(
        sets={**tables.sets, "day_part": own.day_parts, "kilo": own.kilo},
        days=(*own.days, *_days(language.phrasebook.days)),
        parts=(),
        repeats=(),
        bounds=(),
        marks=LOGGED,
        typo_words=f"{tables.typo_words} {own.typo_words}",
    )


def _days(rows: tuple[Pattern, ...]) -> Iterator[Pattern]:
    """Without "30m" alone, which is an amount here; a date may follow one (5 km 20 September)."""
    for row in rows:
        if "compact" not in row.guard:
            yield row._replace(guard=" ".join(g for g in row.guard.split() if g != "date"))


def _scan_entry(line: Sentence) -> list[Piece]:
    return scan_books(line, (line.grammar.days, line.grammar.marks, line.grammar.clocks))
