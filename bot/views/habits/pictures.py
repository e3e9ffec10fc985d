"""The values that pictures of habits are drawn from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_skeleton, get_month_names

from bot.pictures import (
    CURVE_DAYS,
    LEADERBOARD_ROWS,
    SHEET_ROWS,
    STRIP_DAYS,
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
from bot.views.habits.figures import Figures, mean_change
from bot.views.habits.wording import number_words, percent_words, schedule_words, weekday_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.reader import Reader
    from bot.texts import Words
    from storage.habits.keeps import Kept
    from storage.models import Habit

YEAR = timedelta(days=365)


def detail_of(kept: Kept, reader: Reader) -> Detail:
    """The picture of one habit."""
    words, habit, found = reader.words, kept.habit, Figures.of(kept)
    first_weekday = kept.history.first_weekday
    days = found.diary.days(kept.today - YEAR, kept.today)
    months = get_month_names("abbreviated", context="stand-alone", locale=words.locale)
    return Detail(
        name=habit.name,
        colour=habit.colour,
        score=found.score,
        score_text=percent_words(found.score, words),
        facts=_facts(found, words),
        calendar=Calendar(
            kept.today - YEAR,
            days,
            tuple(str(months[month]).rstrip(".") for month in range(1, 13)),
            weekday_names(words),
            first_weekday,
        ),
        legend=_legend(days, kept, words),
        curve=_curve(found, words),
        subtitle=schedule_words(habit.schedule, habit.goal, words),
    )


def _facts(found: Figures, words: Words) -> tuple[tuple[str, str], ...]:
    share = found.streaks.share
    kept = "–" if share is None else percent_words(share, words)
    return (
        (words.plain("picture-streak"), found.streak(words)),
        (words.plain("picture-best"), found.best(words)),
        (words.plain("picture-kept"), kept),
        _total(found.kept, words),
    )


def _total(kept: Kept, words: Words) -> tuple[str, str]:
    """All that was ever done: how many times, or how much."""
    done = [e.amount for e in kept.history.entries if not e.is_skip and e.on <= kept.today]
    goal = kept.habit.goal
    total = float(sum(amount > 0 for amount in done)) if goal is None else sum(done)
    number = number_words(round(total, 3), words)
    if goal is None or not goal.unit:
        return words.plain("picture-total"), number
    return words.plain("picture-total-of", unit=goal.unit), number


def _legend(days: Sequence[Day], kept: Kept, words: Words) -> Legend:
    """Words for the kinds of cells that occur."""

    def word(kind: Mark, key: str) -> str:
        return words.plain(f"legend-{key}") if kind in days else ""

    is_limit, goal = kept.history.is_limit, kept.habit.goal
    return Legend(
        less=words.plain("legend-limit" if is_limit else "legend-less") if goal else "",
        more=words.plain("legend-nothing" if is_limit else "legend-more") if goal else "",
        done="" if goal else words.plain("legend-done"),
        missed=word(Mark.MISSED, "passed" if is_limit else "missed"),
        skipped=word(Mark.SKIPPED, "skipped"),
        away=word(Mark.AWAY, "away"),
    )


def _curve(found: Figures, words: Words) -> Curve:
    """The score since 90 days ago, or since the habit began."""
    today = found.kept.today
    first = max(today - timedelta(days=CURVE_DAYS - 1), min(found.scores.first, today))
    count = (today - first).days + 1
    return Curve(
        title=words.plain("picture-curve"),
        scores=tuple(found.scores.on(first + timedelta(days=n)) for n in range(count)),
        axis=(percent_words(0, words), percent_words(0.5, words), percent_words(1, words)),
        begins=_short_day(today - timedelta(days=CURVE_DAYS - 1), words),
        ends=words.plain("today"),
    )


def _short_day(on: date, words: Words) -> str:
    return format_skeleton("MMMd", on, locale=words.locale)


def sheet_of(kepts: Sequence[Kept], reader: Reader) -> Sheet:
    """The sheet of all habits."""
    words, today = reader.words, max(kept.today for kept in kepts)
    rest = len(kepts) - SHEET_ROWS
    return Sheet(
        title=words.plain("picture-sheet"),
        subtitle=_long_day(today, words),
        rows=tuple(_line(Figures.of(kept), today, words) for kept in kepts[:SHEET_ROWS]),
        last=today,
        first_weekday=kepts[0].history.first_weekday,
        more=words.plain("stats-more", count=rest) if rest > 0 else "",
    )


def _long_day(on: date, words: Words) -> str:
    return format_skeleton("yMMMMd", on, locale=words.locale)


def _line(found: Figures, last: date, words: Words) -> SheetRow:
    habit = found.kept.habit
    return SheetRow(
        name=habit.name,
        colour=habit.colour,
        score=found.score,
        score_text=percent_words(found.score, words),
        streak=words.plain("picture-in-a-row", streak=found.streak(words)),
        days=found.diary.days(last - timedelta(days=STRIP_DAYS - 1), last),
    )


def board_of(kepts: Sequence[Kept], reader: Reader) -> Leaderboard:
    """The leaderboard: a row for everybody, by score; for several habits, by the average score of
    those that the person keeps."""
    words, habits = reader.words, habits_of(kepts)
    rows = _standings(kepts, words)
    single = habits[0] if len(habits) == 1 else None
    rest = len(rows) - LEADERBOARD_ROWS
    return Leaderboard(
        title=single.name if single else words.plain("picture-leaderboard"),
        subtitle=schedule_words(single.schedule, single.goal, words)
        if single
        else words.plain("stats-habits", count=len(habits)),
        rows=rows,
        colour=single.colour if single else 0,
        more=words.plain("stats-more", count=rest) if rest > 0 else "",
    )


def _standings(kepts: Sequence[Kept], words: Words) -> tuple[LeaderboardRow, ...]:
    by_person: dict[str, list[Figures]] = {}
    for kept in kepts:
        by_person.setdefault(kept.participant.user.id.hex, []).append(Figures.of(kept))
    people = sorted(by_person.values(), key=_order)
    shown = [round(100 * _mean_score(person)) for person in people]
    return tuple(
        LeaderboardRow(
            rank=shown.index(percent) + 1,
            name=person[0].kept.participant.user.name,
            score=_mean_score(person),
            score_text=percent_words(percent / 100, words),
            change=mean_change(person),
            week=_mean_week(person),
        )
        for person, percent in zip(people, shown, strict=True)
    )


def _order(person: Sequence[Figures]) -> tuple[int, str, str]:
    user = person[0].kept.participant.user
    return -round(100 * _mean_score(person)), user.name, user.id.hex


def _mean_score(person: Sequence[Figures]) -> float:
    return sum(found.score for found in person) / len(person)


def _mean_week(person: Sequence[Figures]) -> tuple[Day, ...]:
    """The last seven days; for several habits, the average of those that were due."""
    weeks = [found.last(7) for found in person]
    return tuple(_mean_day(day) for day in zip(*weeks, strict=True))


def _mean_day(days: Sequence[Day]) -> Day:
    counted = [0.0 if day is Mark.MISSED else day for day in days]
    shares = [share for share in counted if isinstance(share, float)]
    if not shares:
        return next((day for day in days if day is not None), None)
    if not any(shares) and Mark.MISSED in days:
        return Mark.MISSED
    return sum(shares) / len(shares)


def habits_of(kepts: Sequence[Kept]) -> list[Habit]:
    return list({kept.habit.id: kept.habit for kept in kepts}.values())
