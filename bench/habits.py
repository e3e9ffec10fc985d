"""What it costs to judge ten years of a habit: `python -m bench.habits`.

Score and streaks together, from entries as they come from the store; median and worst of several
runs. Beside it a card's worth: progress of a day, and every period with its state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter

from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Span, Unit
from storage.rules.scores import scores
from storage.rules.streaks import periods, progress, streaks

START = date(2016, 9, 26)
DAYS = 3_650
TODAY = START + timedelta(days=DAYS - 1)
GOAL_MS = 5.0
ROUNDS = 60
HEAD = f"| {DAYS:,} entries | score and streaks: median ms | worst | goal | periods | progress |"
AWAY = tuple(Span(date(year, 8, 1), date(year, 8, 14)) for year in range(2017, 2027))


@dataclass(frozen=True, slots=True)
class Case:
    """A habit that is kept on most days, yes/no or measured."""

    name: str
    schedule: Schedule
    goal: Goal | None = None

    def history(self) -> History:
        random = Random(5)
        days = [START + timedelta(days=n) for n in range(DAYS)]
        random.shuffle(days)
        entries = [
            Entry(day, round(random.uniform(0, 4), 1), is_skip=random.random() < 0.02)
            for day in days
        ]
        return History(self.schedule, self.goal, entries, AWAY)


CASES = (
    Case("daily", Schedule(START)),
    Case("Monday and Friday", Schedule(START, weekdays=frozenset({0, 4}))),
    Case("every 3 days", Schedule(START, interval=3)),
    Case("3 per week", Schedule(START, unit=Unit.WEEK, times=3)),
    Case("8 per month", Schedule(START, unit=Unit.MONTH, times=8)),
    Case("2.5 a day", Schedule(START), Goal(2.5, "km")),
    Case("2.5, 3 per week", Schedule(START, unit=Unit.WEEK, times=3), Goal(2.5, "km")),
    Case("at most 2 a day", Schedule(START), Goal(2, direction=Direction.AT_MOST)),
    Case(
        "at most 12 per week",
        Schedule(START, unit=Unit.WEEK),
        Goal(12, direction=Direction.AT_MOST),
    ),
)


def timed(work: Callable[[], object]) -> list[float]:
    """Milliseconds of each call, the first ones left out."""
    spent = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        work()
        spent.append((perf_counter() - begin) * 1000)
    return spent[ROUNDS // 10 :]


def line(case: Case) -> str:
    history = case.history()
    both = timed(lambda: (scores(history, today=TODAY), streaks(history, today=TODAY)))
    every = median(timed(lambda: periods(history, today=TODAY)))
    board = median(timed(lambda: progress(history, on=TODAY)))
    return (
        f"| {case.name} | {median(both):.2f} | {max(both):.2f} | {GOAL_MS:.0f} "
        f"| {every:.2f} | {board:.2f} |"
    )


def main() -> None:
    print(f"{HEAD}\n|" + "---|" * (HEAD.count("|") - 1))
    for case in CASES:
        print(line(case), flush=True)


if __name__ == "__main__":
    main()
