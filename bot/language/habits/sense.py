"""What the phrases of a habit's line come to: its schedule, its goal, its reminders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.language.habits.phrases import Phrase, find_phrases
from bot.language.habits.rhythm import DAILY, Rhythm, is_daily, schedule_of
from bot.language.habits.times import Sense, ring
from bot.language.meaning.calendar import WrittenAt, find_day
from bot.language.said import Amount, Every, LeadIn, Quota, Start
from storage.rules.schedules import EARLIEST_START, Direction, Goal, Schedule, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.phrases import Sentence


def make_sense(line: Sentence, pieces: Sequence[Piece], moment: WrittenAt) -> Sense:
    """The habit of a line. Pieces that mean nothing for a habit are not in `used`."""
    sense = Sense(Schedule(max(moment.today, EARLIEST_START)))
    sense.used = [piece for piece in pieces if isinstance(piece.said, LeadIn)]
    _start(sense, pieces, moment)
    rhythm = Rhythm(line, pieces)
    measured, times = _as_meant(find_phrases(line, pieces), rhythm.every)
    _keep(sense, rhythm, measured, times)
    sense.goal = _goal(line, measured) if measured is not None else None
    sense.noun = measured.noun if measured is not None else None
    ring(sense, line, pieces, moment)
    return sense


def _start(sense: Sense, pieces: Sequence[Piece], moment: WrittenAt) -> None:
    """Take the first day, if the line has one; an impossible one stays in the name."""
    for piece in pieces:
        if isinstance(piece.said, Start) and (on := find_day(piece.said.day, moment).on):
            sense.schedule = Schedule(on)
            sense.used.append(piece)
            return


# --- how often and how much ------------------------------------------------------------------


class _Measured(NamedTuple):
    """An amount in a period or, without one, on each day or time of the schedule."""

    amount: Amount
    phrases: tuple[Phrase, ...]
    most: bool
    per: Every | None
    is_count: bool = False  # twice a day

    @property
    def noun(self) -> int | None:
        return self.phrases[0].noun

    @property
    def is_of_period(self) -> bool:
        return self.per is not None and not is_daily(self.per)


class _Times(NamedTuple):
    """A number of times in a period longer than a day."""

    times: int
    phrases: tuple[Phrase, ...]
    per: Every


def _as_meant(
    phrases: Sequence[Phrase], every: Every | None
) -> tuple[_Measured | None, _Times | None]:
    """The first possible amount and the first possible number of times.

    Twice a day is an amount of 2 for each day, and multiplies another amount. An amount for a
    whole period, or a limit, leaves no number of times.
    """
    measured: _Measured | None = None
    count: _Measured | None = None
    times: _Times | None = None
    for phrase in phrases:
        meant = _meant(phrase, every)
        if isinstance(meant, _Times):
            times = times or meant
        elif meant is not None and meant.is_count:
            count = count or meant
        else:
            measured = measured or meant
    if measured is None:
        return count, times
    if measured.is_of_period or measured.most:
        times = None
    return measured if measured.is_of_period else _counted(measured, count), times


def _counted(measured: _Measured, count: _Measured | None) -> _Measured:
    """500 ml 4 times a day: 2000 ml"""
    if count is None:
        return measured
    amount = measured.amount._replace(value=measured.amount.value * count.amount.value)
    return measured._replace(
        amount=amount, phrases=(*measured.phrases, *count.phrases), per=count.per
    )


def _meant(phrase: Phrase, every: Every | None) -> _Measured | _Times | None:
    said, per = phrase.said, phrase.per
    if per is not None and schedule_of(per, EARLIEST_START) is None:
        return None
    if isinstance(said, Quota):
        return _meant_times(phrase, said, per or _period_of(every))
    if not phrase.is_meant:
        return None
    plain = phrase.is_bare and phrase.noun is None and not phrase.most
    if plain and per is not None and not is_daily(per) and said.value.is_integer():
        times = _Times(int(said.value), (phrase,), per)  # gym 3 a week
        if _is_sound(times):
            return times
    return _Measured(said, (phrase,), bool(phrase.most), per)


def _meant_times(phrase: Phrase, said: Quota, per: Every | None) -> _Measured | _Times | None:
    if per is None:
        return None
    if phrase.most or is_daily(per):
        amount = Amount(float(said.times))
        return _Measured(amount, (phrase,), bool(phrase.most), per, is_count=not phrase.most)
    times = _Times(said.times, (phrase,), per)
    return times if _is_sound(times) else None  # not 40 times a week


def _is_sound(said: _Times) -> bool:
    schedule = schedule_of(said.per, EARLIEST_START)
    return schedule is not None and replace(schedule, times=said.times).is_sound


def _period_of(every: Every | None) -> Every | None:
    """3 times every week, 3 times weekly; twice on Mondays is twice a day."""
    if every is None:
        return None
    return DAILY if every.weekdays else every._replace(part=None)


def _keep(sense: Sense, rhythm: Rhythm, measured: _Measured | None, times: _Times | None) -> None:
    long = times.per if times else None
    if measured is not None and measured.is_of_period:
        long = measured.per
    schedule = schedule_of(long, sense.schedule.start) if long is not None else None
    if long is not None and schedule is not None:
        schedule = replace(schedule, times=times.times if times else 1)
        _use_beside(sense, rhythm, long, schedule)
    else:
        per_day = measured is not None and measured.per is not None
        _use_rhythm(sense, rhythm, per_day=per_day)
    for said in (measured, times):
        for phrase in said.phrases if said is not None else ():
            sense.used += phrase.pieces
            sense.said = sense.said or phrase.per is not None


def _use_rhythm(sense: Sense, rhythm: Rhythm, *, per_day: bool) -> None:
    """Take the repeat as the schedule, unless it is for longer than an amount per day."""
    every = rhythm.every
    if every is None or (per_day and not (is_daily(every) or every.weekdays)):
        return
    schedule = schedule_of(every, sense.schedule.start)
    if schedule is not None:
        sense.schedule, sense.said = schedule, True
        sense.used += rhythm.pieces


def _use_beside(sense: Sense, rhythm: Rhythm, long: Every, schedule: Schedule) -> None:
    """Take a quota's period as the schedule; a repeat may only repeat it or name its days."""
    every = rhythm.every
    sense.schedule, sense.said = schedule, True
    if every is None:
        return
    days = frozenset(every.weekdays)
    if days and schedule.unit is Unit.WEEK and len(days) == schedule.times and every.interval == 1:
        sense.schedule = schedule_of(every, schedule.start) or schedule
        sense.used += rhythm.pieces
    elif every._replace(part=None) == long._replace(part=None):
        sense.used += rhythm.pieces
    else:
        sense.used += [p for p in rhythm.pieces if isinstance(p.said, Every) and _is_part(p.said)]


def _is_part(every: Every) -> bool:
    return every.part is not None and is_daily(every)


def _goal(line: Sentence, said: _Measured) -> Goal:
    unit = said.amount.unit or (line.text_at(said.noun) if said.noun is not None else "")
    return Goal(said.amount.value, unit, Direction.AT_MOST if said.most else Direction.AT_LEAST)
