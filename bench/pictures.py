"""What drawing costs: `python -m bench.pictures`, or with `--save DIR` examples of them.

Each picture as large as it gets: p50 and p95 of its CPU time in ms over the rounds (it does
nothing but compute), beside the goal, and the CPU time of importing the drawing library, which the
first picture pays once.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bot import pictures
from bot.pictures import (
    Calendar,
    Curve,
    Day,
    Detail,
    Leaderboard,
    LeaderboardRow,
    Legend,
    Mark,
    Sheet,
    SheetRow,
)

GOAL = 300  # ms for one picture
ROUNDS = 40
LAST = date(2026, 9, 23)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
HABITS = (
    "Read 20 pages",
    "Run",
    "Drink 2 litres of water",
    "Meditate",
    "No sweets",
    "Spanish vocabulary",
    "Brush teeth twice",
    "Write the diary",
    "Call parents",
    "Water the plants in the living room and on the balcony",
    "Stretch",
    "Bed before midnight",
)
PEOPLE = ("Ann", "Björn", "Clara Müller", "Дмитрий", "Élodie", "Святослав Константинопольский")


def days(seed: int, count: int, *, measured: bool = False) -> tuple[Day, ...]:
    """A made-up history that ends today: getting better, with gaps, a holiday and skips."""
    dice = random.Random(seed)
    made: list[Day] = []
    for number in range(count):
        away = count > 100 and 0.45 < number / count < 0.48
        roll = dice.random()
        kept = 0.55 + 0.35 * number / count
        if away:
            made.append(Mark.AWAY)
        elif roll < kept:
            made.append(round(dice.uniform(0.15, 1.2), 2) if measured else 1.0)
        elif roll < kept + 0.04:
            made.append(Mark.SKIPPED)
        else:
            made.append(Mark.MISSED)
    return (*made[:-1], 0.0)


def scores(marks: tuple[Day, ...]) -> tuple[float, ...]:
    """A smoothed share, near enough to a score."""
    score, made = 0.35, []
    for mark in marks:
        if not isinstance(mark, Mark):
            score = score * 0.95 + 0.05 * min(mark or 0.0, 1.0)
        elif mark is Mark.MISSED:
            score *= 0.95
        made.append(score)
    return tuple(made)


def a_detail() -> Detail:
    marks = days(1, 365, measured=True)
    curve = scores(marks)
    legend = Legend("less", "more", missed="missed", skipped="skipped", away="away")
    facts = (
        ("current streak", "12 days"),
        ("best streak", "41 days"),
        ("days kept", "83 %"),
        ("pages in all", "4,210"),
    )
    return Detail(
        name="Read 20 pages",
        subtitle="20 pages every day, reminder at 21:00",
        colour=2,
        score=curve[-1],
        score_text=f"{curve[-1]:.0%}",
        facts=facts,
        calendar=Calendar(LAST - timedelta(days=364), marks, MONTHS, WEEKDAYS),
        legend=legend,
        curve=Curve("Score of the last 90 days", curve, begins="26 Jun", ends="today"),
    )


def a_sheet(count: int = pictures.SHEET_ROWS) -> Sheet:
    rows = []
    for number, name in enumerate(HABITS[:count]):
        marks = days(number, pictures.STRIP_DAYS, measured=number % 3 == 0)
        score = scores(marks)[-1]
        streak = f"{3 * number + 2} days"
        rows.append(SheetRow(name, number, score, f"{score:.0%}", streak, marks))
    subtitle = "Score, streak and the last five weeks, up to 23 September"
    more = "and 3 more" if count == pictures.SHEET_ROWS else ""
    return Sheet("Ann’s habits", tuple(rows), LAST, subtitle, more=more)


def a_board(count: int = pictures.LEADERBOARD_ROWS) -> Leaderboard:
    rows = []
    for number in range(count):
        score = 0.97 - 0.045 * number
        week = (*days(number, 5), None, None)
        change = (4, 0, -2, None)[number % 4]
        name = PEOPLE[number % len(PEOPLE)]
        rows.append(LeaderboardRow(number + 1, name, score, f"{score:.0%}", change, week))
    more = "and 4 more" if count == pictures.LEADERBOARD_ROWS else ""
    return Leaderboard("Push-ups", tuple(rows), "Week of 21 September", 1, more)


def timed(draw: Callable[[], bytes]) -> tuple[float, float, int]:
    """Median and 95th percentile in ms, and the size in bytes."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()  # of this process alone: the machine has other work
        content = draw()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1], len(content)


def first_import_ms() -> float:
    """The CPU time of the library's import in a fresh interpreter."""
    code = (
        "import time, bot.pictures; t = time.process_time(); import bot.pictures.detail;"
        "print(time.process_time() - t)"
    )
    command = [sys.executable, "-c", code]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
        for _ in range(5)
    ]
    return min(float(run.stdout) for run in runs) * 1000


def save(folder: Path) -> None:
    """Write one of each as people mostly get them: half a dozen lines."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "detail.png").write_bytes(pictures.draw_detail(a_detail()))
    (folder / "sheet.png").write_bytes(pictures.draw_sheet(a_sheet(6)))
    (folder / "leaderboard.png").write_bytes(pictures.draw_leaderboard(a_board(6)))


def main() -> None:
    options = argparse.ArgumentParser(description="What drawing costs.")
    options.add_argument("--save", type=Path, help="a folder to write the pictures to")
    folder: Path | None = options.parse_args().save
    if folder is not None:
        save(folder)
        return
    drawings: dict[str, Callable[[], bytes]] = {
        "detail": lambda: pictures.draw_detail(a_detail()),
        "sheet": lambda: pictures.draw_sheet(a_sheet()),
        "leaderboard": lambda: pictures.draw_leaderboard(a_board()),
    }
    print(f"import of the drawing library: {first_import_ms():.0f} ms\n")
    print("| picture | p50 ms | p95 ms | goal ms | KB |")
    print("|---|---:|---:|---:|---:|")
    for name, draw in drawings.items():
        draw()
        p50, p95, size = timed(draw)
        print(f"| {name} | {p50:.0f} | {p95:.0f} | {GOAL} | {size / 1000:.0f} |")


if __name__ == "__main__":
    main()
