"""The phrases of habits: a task's repeats, and amounts and quotas, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine.measures import MONEY
from bot.language.engine.phrases import Pattern, Sentence
from bot.language.engine.scan import scan_books
from bot.language.said import Alarm, Amount, Bound, Impossible, Length, Per, Quota, Rung, WallTime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.language import HabitWords, Language, Phrasebook

_ADVERBS = {"alone": "adverb", "adjective": "late-adverb"}  # guards of daily and its like
_KEPT_BOUNDS = (u.from_day, u.excluding, u.excluding_weekend, u.window)
# "once a week" is a quota here; parts of the day have rows of their own
_QUOTAS = (b.once_every, u.times_a_day, u.twice_a_day, u.thrice_a_day, u.every_parts)


def _amount(said: Amount, unit: Length | None = None) -> Amount | None:
    every = b.every_length(unit) if unit else None
    return said._replace(per=every) if every or unit is None else None


def _from_to_measure(least: float, most: Amount) -> Amount | None:
    """20-30 pages: the goal is 20."""
    return most._replace(value=least) if least < most.value else None


def _money(sign: str) -> Callable[[float], Amount]:
    return lambda value: Amount(value, sign)


def _bare_amount(value: float, unit: Length | None = None) -> Amount | None:
    return _amount(Amount(value), unit)


def _quota(times: int, unit: Length | None = None) -> Quota | None:
    every = b.every_length(unit) if unit else None
    return Quota(times, per=every) if times and (every or unit is None) else None


def _bounded_quota(most: bool) -> Callable[[int], Quota]:
    return lambda times: Quota(times, most)


def _from_to(least: int, most: int) -> Quota | None:
    """3-4 times: the goal is 3."""
    return _quota(least) if least < most else None


def _per(length: Length) -> Per | None:
    every = b.every_length(length)
    return Per(every) if every else None


def _counted(times: int) -> Callable[[], Quota]:
    return lambda: Quota(times)


def _alarm_at(clock: WallTime | Impossible) -> WallTime | Impossible:
    return clock if isinstance(clock, Impossible) else Rung(*clock)


def _at_most_one(unit: str) -> Callable[[], Amount]:
    """A bound with a unit alone, as "no more than [an] hour" is in Russian."""
    return lambda: Amount(1.0, unit, most=True)


_AMOUNTS = (
    Pattern("<each>? {measure} <of_what>?", _amount, "number"),
    Pattern("<each>? {measure} / {unit}", _amount, "number"),
    Pattern("<each>? {amount} <to_number> {measure} <of_what>?", _from_to_measure, "number"),
    *(Pattern(f"{sign} {{amount}}", _money(sign)) for sign in MONEY),
    Pattern("<at_most_before> {measure} <of_what>?", b.bounded(most=True)),
    Pattern("<at_least_before> {measure} <of_what>?", b.bounded(most=False)),
    Pattern("<each>? {n} <times>", _quota, "number"),
    Pattern("<each>? {n} <times> / {unit}", _quota, "number"),
    Pattern("<each>? {n} <to_number> {n} <times>", _from_to, "number"),
    Pattern("<at_most_before> {n} <times>", _bounded_quota(True)),
    Pattern("<at_least_before> {n} <times>", _bounded_quota(False)),
    Pattern("<each>? {amount}", _bare_amount, "number"),
    Pattern("{amount} / {unit}", _bare_amount, "number"),
    Pattern("<at_most>", lambda: Bound(True)),
    Pattern("<at_least>", lambda: Bound(False)),
    Pattern("<remind_at> <at>? {clock}", _alarm_at),
    Pattern("<remind_at>", Alarm),
)
LOGGED = (  # amounts of an entry
    Pattern("{measure} <of_what>?", _amount, "number"),
    Pattern("+ {measure} <of_what>?", _amount),
    Pattern("{amount} <times>?", _bare_amount, "number"),
    Pattern("+ {amount} <times>?", _bare_amount),
    Pattern("{n} <kilo>", lambda n: Amount(float(n), "k"), "glued"),  # 5 km, or 5,000 steps
    *(Pattern(f"{sign} {{amount}}", _money(sign)) for sign in MONEY),
)
_PERIODS = (
    Pattern("<per> {lu}", _per),
    Pattern("{wds}", b.every_weekdays, "habit-days"),
)


def habit_phrases(language: Language) -> Phrasebook:
    """A language's phrases of habits: the repeats of tasks, amounts and quotas."""
    tables, own = language.phrasebook, language.habits
    return tables._replace(
        sets={**tables.sets, **own.sets, "measure": own.units},
        clocks=tuple(_clocks(tables.clocks)),
        parts=(*tables.parts, *own.parts),
        repeats=(*_repeats(tables.repeats), *own.weekdays, *own.repeats),
        bounds=(*(row for row in tables.bounds if row.build in _KEPT_BOUNDS), *_PERIODS),
        marks=(*_marks(tables.marks), *_AMOUNTS, *own.amounts, *_counts(own)),
    )


def scan_habit(line: Sentence) -> list[Piece]:
    """The phrases of a habit's line; no dates, as "plan tomorrow" is a habit."""
    grammar = line.grammar
    return scan_books(
        line, (grammar.repeats, grammar.bounds, grammar.clocks, grammar.parts, grammar.marks)
    )


def _clocks(rows: tuple[Pattern, ...]) -> Iterator[Pattern]:
    """Without "8 wake up"; an hour after a day only where nothing can be counted by it."""
    for row in rows:
        if "start" in row.guard.split():
            continue
        yield row._replace(guard=f"{row.guard} edge") if "after-day" in row.guard else row


def _repeats(rows: tuple[Pattern, ...]) -> Iterator[Pattern]:
    for row in rows:
        if (
            row.build is b.also_weekdays
        ):  # a habit has one list of days, and its times are for all of them
            yield row._replace(build=b.every_weekdays)
        elif row.guard in _ADVERBS:
            yield row._replace(guard=_ADVERBS[row.guard])
        elif row.build not in _QUOTAS:
            yield row


def _marks(rows: tuple[Pattern, ...]) -> Iterator[Pattern]:
    return (row for row in rows if row.build in (b.lead_in, b.remind))


def _counts(own: HabitWords) -> Iterator[Pattern]:
    for spelled, times in own.counts.items():
        for words in spelled.split("|"):
            yield Pattern(words, _counted(times))
    for unit in own.genitives.split("|") if own.genitives else ():
        yield Pattern(f"<at_most> {unit}", _at_most_one(unit))
