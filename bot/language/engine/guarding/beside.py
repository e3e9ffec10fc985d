"""Guards on what is beside a phrase, for lists, ranges and lengths; all guards together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.language.engine.bounds import is_hours, is_weekday
from bot.language.engine.guarding import guards
from bot.language.engine.guarding.guards import touching
from bot.language.engine.tokens import ends_text
from bot.language.said import Day, Every, Part, WallTime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.language.engine.guarding.around import Around
    from bot.language.engine.phrases import Sentence

LAST_HOUR = 24
MOST_DOUBTFUL = 2  # single letters
MOST_BARE = 5  # "from 1 to 5" counts something


def allows(names: str, around: Around) -> bool:
    """Whether a phrase meets all guards of its row."""
    return all(guard(around) for guard in _guards_of(names))


@cache
def _guards_of(names: str) -> tuple[guards.Guard, ...]:
    return tuple(GUARDS[name] for name in names.split())


def _after_time(around: Around) -> bool:
    """1h right after a clock time, or after the day behind it."""
    last = touching(around)
    times = any(isinstance(piece.said, WallTime) for piece in around.pieces[-2:])
    if last is not None and isinstance(last.said, WallTime | Day | Every | Part) and times:
        return True
    return not around.line.is_number(around.end) and allows("before-clock", around)


def _after_weekly_clock(around: Around) -> bool:
    """Right behind the time of a weekday: every tue 19:00 and wed; tue 19:00, wed 20:00"""
    last = touching(around)
    if last is None or not is_hours(last.said):
        return False
    if any(isinstance(piece.said, Every) and piece.said.weekdays for piece in around.pieces):
        return True
    day = around.pieces[-2] if len(around.pieces) > 1 else None
    beside = day is not None and day.end == last.start and is_weekday(day.said)
    return beside and allows("before-clock", around)


def _sure_hours(around: Around) -> bool:
    """from 9 to 10: hours rather than numbers of things."""
    line = around.line
    if not (allows("number count", around)):
        return False
    if _beside_day(around):
        return True
    said = [line.text_at(k) for k in range(around.start, around.end) if line.is_number(k)]
    if said[:1] == ["1"] and int(said[-1]) >= MOST_BARE:  # from 1 to 10
        return False
    return allows("edge", around) or allows("last-action", around)


def _beside_day(around: Around) -> bool:
    return allows("after-day", around) or (
        around.end < around.line.size and allows("before-more", around)
    )


def _weekday_list(around: Around) -> bool:
    """mon, wed, fri at an end or beside a time."""
    ends = allows("edge", around) or allows("start", around) or allows("before-clock", around)
    return allows("day", around) and ends


def _letters(around: Around) -> bool:
    """M/W/F, Tu/Th or M/W 7am, but neither M/F nor W/D"""
    names = [word for word in around.line.words[around.start : around.end] if word.isalpha()]
    sure = len(names) > MOST_DOUBTFUL or any(len(name) > 1 for name in names)
    return allows("weekday-list" if sure else "before-clock", around)


def _span(around: Around) -> bool:
    """from the 1st to the 5th, not from first to last"""
    ordinals = around.line.grammar.ordinals
    named = range(around.start, around.end)
    return allows("digits", around) or not any(around.line.words[k] in ordinals for k in named)


def _after_part(around: Around) -> bool:
    last = touching(around)
    return last is not None and (
        isinstance(last.said, Part) or (isinstance(last.said, Every) and last.said.part is not None)
    )


def _after_plain_repeat(around: Around) -> bool:
    """Right after every 2 months, which says no day of it."""
    last = touching(around)
    said = last.said if last else None
    if not isinstance(said, Every) or said.frequency not in ("MONTHLY", "YEARLY"):
        return False
    return not (said.weekdays or said.month_days or said.year_days or said.dates)


def _after_daily(around: Around) -> bool:
    """every day 10 days"""
    last = touching(around)
    days = (p.said for p in around.pieces[-2:] if isinstance(p.said, Every))
    return last is not None and any(said.frequency == "DAILY" for said in days)


def _day_number(around: Around) -> bool:
    """sun 27 in front of a clock time, or a number that is no hour: sat 26"""
    line, end = around.line, around.end
    number = line.text_at(end - 1)
    if not (line.is_number(end - 1) and len(number) <= 2 and allows("number", around)):
        return False
    if line.slot("h_m", end - 1):  # tuesday 19 00
        return False
    if line.glued(end) and (line.is_number(end + 1) or line.text_at(end) == "%"):
        return False
    if line.slot("hours", end - 1):  # saturday 10 to 16
        return False
    is_no_hour = int(number) > LAST_HOUR and allows("edge", around)
    return is_no_hour or allows("before-clock", around)


def _no_minutes(around: Around) -> bool:
    """at 10-12, but not at 18-30"""
    line = around.line
    first = next((k for k in range(around.start, around.end) if line.is_number(k)), around.start)
    return first == around.start or not line.slot("h_m", first)


def _times(around: Around) -> bool:
    """5 times, not 5 times a week; but 5 times every 40 minutes"""
    return not any(
        _is_period(around.line, after) for _, after in around.line.slot("<per>", around.end)
    )


def _is_period(line: Sentence, after: int) -> bool:
    """Whether a week, or a repeat in one word (weekly), stands at the end of "per"."""
    if any(end == after for _, end in line.grammar.repeats.all(line, after - 1)):
        return True
    more = () if line.is_number(after) else (after + 1,)  # a [la] semana
    return any(k < line.size and line.slot("unit", k) for k in (after, *more))


def _day_ordinal(around: Around) -> bool:
    """friday the second, friday 2nd, but not friday second monitor"""
    line = around.line
    words = line.words[around.start : around.end]
    with_article = any(around.listed(word, "definite") for word in words)
    return allows("ordinal", around) and (
        with_article or allows("digits", around) or allows("edge", around)
    )


def _no_noun(around: Around) -> bool:
    """tomorrow 3 eggs: in German a number before a noun in the plural counts"""
    text = around.line.text_at(around.end)
    if not text[:1].isupper() or len(text) < 4 or around.listed(around.after, "actions"):
        return True
    return not around.after.endswith(around.line.grammar.tables.plural_endings)


def _signed(around: Around) -> bool:
    """+15 min"""
    return around.line.glued(around.start + 1) and allows("edge", around)


def _meeting(around: Around) -> bool:
    """lunch 12-1, at the end: other words may want a number of things (pages 10-12)"""
    return around.listed(around.before, "meetings") and allows("edge", around)


def _verb(around: Around) -> bool:
    """where the cat sat, the day we wed: at the end, behind a subject"""
    line, at = around.line, around.start
    if not ends_text(line.tokens, around.end):
        return False
    if around.listed(around.before, "subjects"):
        return True
    article = line.word_at(at - 2)
    named = around.listed(article, "definite") or around.listed(article, "articles")
    return named and (at == 2 or around.listed(line.word_at(at - 3), "clauses"))


GUARDS: Mapping[str, guards.Guard] = {
    **guards.GUARDS,
    "after-weekly-clock": _after_weekly_clock,
    "signed": _signed,
    "verb": _verb,
    "letters": _letters,
    "meeting": _meeting,
    "times": _times,
    "no-noun": _no_noun,
    "day-ordinal": _day_ordinal,
    "after-time": _after_time,
    "hours": _sure_hours,
    "beside-day": _beside_day,
    "weekday-list": _weekday_list,
    "span": _span,
    "after-part": _after_part,
    "no-minutes": _no_minutes,
    "after-plain-repeat": _after_plain_repeat,
    "after-daily": _after_daily,
    "day-number": _day_number,
}
