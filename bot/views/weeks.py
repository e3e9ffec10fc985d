"""The week of a group in one message: who has done how much, what is left, how habits are kept."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from babel.dates import format_interval
from markupsafe import Markup

from bot import pictures
from bot.pictures import LEADERBOARD_ROWS, Leaderboard, LeaderboardRow
from bot.presses.lists import ListPlace, TurnList
from bot.presses.stats import ShowWeek
from bot.replies import Picture, Reply, Say
from bot.views.habits.figures import Figures, change_words, heading
from bot.views.habits.pictures import board_of
from bot.views.habits.stats import leaderboard, standing_line
from bot.views.parts import BREAK, Shown, clip, list_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.reader import Reader
    from storage.habits.keeps import Kept
    from storage.tasks.weeks import Week, WeekOfPerson

PEOPLE = 20
HABITS = 8
STREAKS = 5  # people of one habit
PERSON = 40
STREAK_NAME = 24


def week(found: Week, keeps: Sequence[Kept], reader: Reader) -> Say:
    """All of it in words. `keeps`: how the members keep the habits that they share."""
    lines = [_title(found, reader), *_done(found, reader), *_left(found, reader)]
    lines += _habits([kept for kept in keeps if kept.participant.is_ranked], reader)
    buttons = [
        reader.button("week-picture", ShowWeek(found.last)),
        reader.button("list", TurnList(ListPlace(code="open"))),
    ]
    has_picture = found.people or any(kept.participant.is_ranked for kept in keeps)
    return Say(BREAK.join(lines), (tuple(buttons if has_picture else buttons[1:]),))


def is_empty(found: Week, keeps: Sequence[Kept]) -> bool:
    """Whether there is nothing to tell of a week."""
    return not (found.people or found.overdue.total or keeps)


def _title(found: Week, reader: Reader) -> Markup:
    return reader.words("week-title", days=_days(found, reader))


def _days(found: Week, reader: Reader) -> str:
    """`17–23 Sept`"""
    locale = reader.words.locale
    return str(format_interval(found.first, found.last, "MMMd", locale=locale))


def _done(found: Week, reader: Reader) -> list[Markup]:
    """How many, and by whom."""
    lines = [Markup(), reader.words("week-done", count=found.done)]
    return [*lines, *_shown(map(_person_line, found.people), len(found.people), PEOPLE, reader)]


def _person_line(person: WeekOfPerson) -> Markup:
    """`Ann · 7 ▲ 2`"""
    change = change_words(person.done - person.before)
    return Markup("{} · <b>{}</b>").format(
        clip(person.name, PERSON), f"{person.done} {change}".strip()
    )


def _left(found: Week, reader: Reader) -> list[Markup]:
    """What is overdue, and how much is open."""
    lines = [Markup()]
    if found.overdue.total:
        lines.append(reader.words("week-overdue", count=found.overdue.total))
        lines += [
            list_line(task, reader, Shown(is_done=False, due=reader.due(task)))
            for task in found.overdue.tasks
        ]
    return [*lines, reader.words("week-open", count=found.still_open)]


def _habits(keeps: Sequence[Kept], reader: Reader) -> list[Markup]:
    """Who is how long in a streak of each habit, and the leaderboard."""
    if not keeps:
        return []
    by_habit = [list(of_one) for _, of_one in groupby(keeps, key=lambda kept: kept.habit.id)]
    lines = [Markup(), reader.words("list-habits", count=len(by_habit))]
    streaks = (_streak_line(of_one, reader) for of_one in by_habit)
    lines += _shown(streaks, len(by_habit), HABITS, reader)
    board = board_of(keeps, reader)
    lines += [Markup(), reader.words("leaderboard-title")]
    return [*lines, *_shown(map(standing_line, board.rows), len(board.rows), PEOPLE, reader)]


def _streak_line(keeps: Sequence[Kept], reader: Reader) -> Markup:
    """`🟦 read · Ann 🔥 12 days · Bob 🔥 3 days`; the longest first, none of 0."""
    found = sorted(map(Figures.of, keeps), key=lambda one: -one.streaks.current)
    shown = [
        Markup("{} 🔥 {}").format(
            clip(one.kept.participant.user.name, STREAK_NAME), one.streak(reader.words)
        )
        for one in found[:STREAKS]
        if one.streaks.current
    ]
    return Markup(" · ").join([heading(keeps[0].habit), *shown])


def _shown(lines: Iterable[Markup], count: int, most: int, reader: Reader) -> list[Markup]:
    """The first lines, and how many are left out."""
    shown = [line for _, line in zip(range(most), lines, strict=False)]
    return shown if count <= most else [*shown, reader.words("stats-more", count=count - most)]


def week_picture(found: Week, keeps: Sequence[Kept], reader: Reader) -> Reply | None:
    """Who has done how much, drawn, and the leaderboard of the habits behind it; their captions
    say the same. None where there is neither."""
    ranked = [kept for kept in keeps if kept.participant.is_ranked]
    habits = leaderboard(ranked, reader) if ranked else None
    if not found.people:
        return habits
    board = _board(found, reader)
    picture = Picture(partial(pictures.draw_leaderboard, board), "week.png")
    caption = BREAK.join([_title(found, reader), *_done(found, reader)])
    return Say(caption, file=picture, more=(habits,) if habits else ())


def _board(found: Week, reader: Reader) -> Leaderboard:
    words, rest = reader.words, len(found.people) - LEADERBOARD_ROWS
    most = found.people[0].done
    busiest = max(max(person.days) for person in found.people)
    done = [person.done for person in found.people]
    rows = tuple(
        LeaderboardRow(
            rank=done.index(person.done) + 1,
            name=person.name,
            score=person.done / most,
            score_text=str(person.done),
            change=person.done - person.before,
            week=tuple(count / busiest if count else None for count in person.days),
        )
        for person in found.people
    )
    return Leaderboard(
        title=words.plain("picture-week", days=_days(found, reader)),
        subtitle=words("week-done", count=found.done).striptags(),
        rows=rows,
        more=words.plain("stats-more", count=rest) if rest > 0 else "",
    )
