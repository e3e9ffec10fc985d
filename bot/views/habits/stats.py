"""Statistics of habits: pictures with their facts in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot import pictures
from bot.presses.coding import pack_key
from bot.presses.habits import OpenHabit
from bot.presses.stats import ShowHabitStats, ShowLeaderboard, ShowOwnStats, ShowStats
from bot.replies import Button, Keyboard, Picture, Say
from bot.views.habits.days import days_done
from bot.views.habits.figures import (
    Figures,
    change_words,
    facts_of,
    figure_lines,
    habit_choices,
    heading,
)
from bot.views.habits.pictures import YEAR, board_of, detail_of, habits_of, sheet_of
from bot.views.habits.wording import percent_words, schedule_words
from bot.views.parts import BREAK, MOST_ROWS, clip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.pictures import LeaderboardRow
    from bot.reader import Reader
    from storage.habits.keeps import Kept
    from storage.models import Habit, User

PERSON = 40
CAPTION = 1_000  # characters of 1,024, which Telegram counts in UTF-16
BUTTONS = 24  # habits that have one


# One habit


def detail(kept: Kept, reader: Reader) -> Say:
    """One habit in detail: the picture and its facts in words."""
    name = f"{pack_key(kept.habit.id)}.png"
    picture = Picture(partial(pictures.draw_detail, detail_of(kept, reader)), name)
    return Say(detail_words(kept, reader), _detail_buttons(kept.habit, reader), file=picture)


def _detail_buttons(habit: Habit, reader: Reader) -> Keyboard:
    about: tuple[Button, ...] = (reader.button("habit-card", OpenHabit(habit.id, as_new=True)),)
    if habit.chat_id != reader.in_chat:
        about += (reader.button("leaderboard", ShowLeaderboard(habit.id)),)
    return about, (reader.button("stats-all", ShowStats()),)


def detail_words(kept: Kept, reader: Reader) -> Markup:
    """The caption: all that the picture shows, for people who do not see it."""
    words, found, habit = reader.words, Figures.of(kept), kept.habit
    lines = [heading(habit), Markup.escape(schedule_words(habit.schedule, habit.goal, words))]
    lines.append(_person(kept.participant.user) if reader.preferences.is_shared else Markup())
    lines += figure_lines(found, reader)
    done = days_done(found.diary.days(kept.today - YEAR, kept.today), kept.history)
    lines.append(words("stats-year-limit" if kept.history.is_limit else "stats-year", count=done))
    lines.append(words("stats-week", squares=found.squares(7)))
    return BREAK.join(line for line in lines if line)


def _person(user: User) -> Markup:
    return Markup("👤 {}").format(clip(user.name, PERSON))


# All habits of one person


def sheet(kepts: Sequence[Kept], reader: Reader) -> Say:
    """All habits on one sheet, or how to begin where there is none."""
    if not kepts:
        return Say(reader.words("stats-empty"))
    picture = Picture(partial(pictures.draw_sheet, sheet_of(kepts, reader)), "habits.png")
    lines = (_sheet_line(Figures.of(kept), reader) for kept in kepts)
    caption = _within_caption([reader.words("stats-title")], lines, len(kepts), reader)
    return Say(caption, _buttons(habits_of(kepts)), file=picture)


def _sheet_line(found: Figures, reader: Reader) -> Markup:
    """`🟦 read · 80% ▲ 4 · 🔥 12 days · ✅ 87%`"""
    words, share = reader.words, found.streaks.share
    facts = facts_of(found, words)
    if share is not None:
        facts.append(f"✅ {percent_words(share, words)}")
    return Markup(" · ").join([heading(found.kept.habit), *facts])


def which(habits: Sequence[Habit], reader: Reader) -> Say:
    """Several habits fit the words: which one is meant?"""
    return Say(reader.words("stats-which"), _buttons(habits))


def _within_caption(
    head: Sequence[Markup], lines: Iterable[Markup], count: int, reader: Reader
) -> Markup:
    """As many of `count` lines as fit into a caption, and how many are left out. No line is made
    that is not needed."""
    shown = list(head)
    used = sum(map(_length, head))
    for number, line in enumerate(lines):
        used += _length(line)
        if used > CAPTION:
            return BREAK.join([*shown, reader.words("stats-more", count=count - number)])
        shown.append(line)
    return BREAK.join(shown)


def _length(line: Markup) -> int:
    """The length of a line with its break, as Telegram counts: in UTF-16, without tags."""
    return len(line.striptags().encode("utf-16-le")) // 2 + 1


def _buttons(habits: Sequence[Habit]) -> Keyboard:
    """A button for each habit's picture."""
    return habit_choices(habits[:BUTTONS], ShowHabitStats, rows=MOST_ROWS)


# The members of a group


def leaderboard(kepts: Sequence[Kept], reader: Reader) -> Say:
    """The members by score: of one habit, or of all habits of a group. People who do not want to
    be shown are left out."""
    words = reader.words
    ranked = [kept for kept in kepts if kept.participant.is_ranked]
    if not ranked:
        return Say(words("leaderboard-empty" if kepts else "stats-empty"))
    board, habits = board_of(ranked, reader), habits_of(ranked)
    title = heading(habits[0]) if len(habits) == 1 else words("stats-habits", count=len(habits))
    head = [words("leaderboard-title"), title]
    rows = map(standing_line, board.rows)
    if len(habits) == 1:
        mine = reader.button("stats-mine", ShowOwnStats(habits[0].id))
        keyboard: Keyboard = ((mine,),)
    else:
        keyboard = _buttons(habits)
    picture = Picture(partial(pictures.draw_leaderboard, board), "leaderboard.png")
    caption = _within_caption(head, rows, len(board.rows), reader)
    return Say(caption, keyboard, file=picture)


def standing_line(row: LeaderboardRow) -> Markup:
    """`1. Ann · 80% ▲ 4`"""
    score = f"{row.score_text} {change_words(row.change)}".strip()
    return Markup("{}. {} · <b>{}</b>").format(row.rank, clip(row.name, PERSON), score)
