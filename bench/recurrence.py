"""How long it takes to find the next due of a repeat after years of absence.

python bench/recurrence.py
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial
from statistics import median
from time import perf_counter

from storage.rules.due import Due
from storage.rules.recurrence import Repeat, next_occurrence
from storage.rules.rrule import ImpossibleRule, read_rule

ZONE = "Europe/Berlin"
START = date(1996, 9, 23)
NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)  # thirty years later
LIMIT_MS = 5.0
ALL_DAY = ",".join(map(str, range(24)))

ABSENT = [
    "FREQ=DAILY",
    "FREQ=DAILY;COUNT=10000",
    "FREQ=DAILY;INTERVAL=3;BYMONTH=1,2,3",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=2000",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=3FR;COUNT=1000",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=HOURLY",
    "FREQ=HOURLY;BYHOUR=10,11,12,13,14,15,16,17,18;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=MINUTELY",
    "FREQ=MINUTELY;INTERVAL=7;BYDAY=MO",
    "FREQ=MINUTELY;BYDAY=MO;COUNT=10000",
    f"FREQ=MINUTELY;BYHOUR={ALL_DAY}",
]
HOSTILE = [
    "FREQ=SECONDLY",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=YEARLY;BYYEARDAY=1;BYMONTHDAY=5",
    "FREQ=MINUTELY;BYYEARDAY=1;BYMONTHDAY=5",
    "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3;BYMINUTE=7",
]


def milliseconds(work: Callable[[], object], *, rounds: int = 15) -> float:
    """The median time of a call, the first one left out."""
    work()
    spent = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        spent.append((perf_counter() - begin) * 1000)
    return median(spent)


def catch_up(text: str) -> str:
    """The next due after the absence, with the rule parsed again, or why there is none."""
    read_rule.cache_clear()
    repeat = Repeat((text,), START, time(9), ZONE)
    try:
        due = next_occurrence(repeat, current=Due(START, time(9), ZONE), now=NOW)
    except ImpossibleRule as error:
        return str(error)
    return f"{due.on} {due.time}" if due else "never again"


def main() -> None:
    for title, rules in (("thirty years of absence", ABSENT), ("hostile", HOSTILE)):
        print(f"\n{title}")
        for text in rules:
            spent = milliseconds(partial(catch_up, text))
            over = f"  over {LIMIT_MS} ms" if rules is ABSENT and spent > LIMIT_MS else ""
            print(f"{spent:8.3f} ms  {text[:70]:<70}  {catch_up(text)}{over}")


if __name__ == "__main__":
    main()
