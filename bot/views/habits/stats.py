"""Statistics of habits: pictures with their facts in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from markupsafe import Markup

from bot import pictures
from bot.pictures import Standing
from bot.presses import pack_key
from bot.reader import Reader
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
from bot.views.legacy import legacy_button
from bot.views.parts import BREAK, clip
from storage.habits.entries import Kept
from storage.models import Habit, User

PERSON = 40
CAPTION = 1_000  # characters of 1,024, which Telegram counts in UTF-16
BUTTONS = 40  # habits that have one


# One habit


def detail(kept: Kept, reader: Reader) -> Say:
    """One habit in detail: the picture and its facts in words."""
    name = f"{pack_key(kept.habit.id)}.png"
    picture = Picture(partial(pictures.detail, detail_of(kept, reader)), name)
    key = pack_key(kept.habit.id)
    keyboard: list[Button] = [legacy_button(reader, "habit-card", "hab", key, "", "new")]
    if kept.habit.chat_id != reader.in_chat:
        keyboard.append(legacy_button(reader, "leaderboard", "stats", key, "all"))
    return Say(
        detail_words(kept, reader),
        (tuple(keyboard), (legacy_button(reader, "stats-all", "stats"),)),
        file=picture,
    )


def detail_words(kept: Kept, reader: Reader) -> Markup:
    """The caption: what the picture shows, complete without it."""
    words, found, habit = reader.words, Figures.of(kept), kept.habit
    lines = [heading(habit), Markup.escape(schedule_words(habit.schedule, habit.goal, words))]
    lines.append(_person(kept.keeper.user) if reader.preferences.is_shared else Markup())
    lines += figure_lines(found, reader)
    done = days_done(found.diary.days(kept.today - YEAR, kept.today), kept.history)
    lines.append(words("stats-year-limit" if kept.history.is_limit else "stats-year", count=done))
    lines.append(words("stats-week", squares=found.squares(7)))
    return BREAK.join(line for line in lines if line)


def _person(user: User) -> Markup:
    return Markup("👤 {}").format(clip(user.name, PERSON))


# All habits of one person


def sheet(kepts: Sequence[Kept], reader: Reader) -> Say:
    """All habits on one sheet; without any, how to begin."""
    if not kepts:
        return Say(reader.words("stats-empty"))
    picture = Picture(partial(pictures.sheet, sheet_of(kepts, reader)), "habits.png")
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
    """As many of `count` lines as a caption holds, made only as needed, and how many are left."""
    shown = list(head)
    used = sum(map(_length, head))
    for number, line in enumerate(lines):
        used += _length(line)
        if used > CAPTION:
            return BREAK.join([*shown, reader.words("stats-more", count=count - number)])
        shown.append(line)
    return BREAK.join(shown)


def _length(line: Markup) -> int:
    """Of a line with its break, as Telegram counts: in UTF-16, without tags."""
    return len(line.striptags().encode("utf-16-le")) // 2 + 1


def _buttons(habits: Sequence[Habit]) -> Keyboard:
    """A button for each habit's picture."""
    return habit_choices(habits[:BUTTONS], "stats")


# The members of a group


def leaderboard(kepts: Sequence[Kept], reader: Reader) -> Say:
    """The members by score: of one habit, or of all habits of a group. Who does not want to be
    shown is counted nowhere."""
    words = reader.words
    ranked = [kept for kept in kepts if kept.keeper.is_ranked]
    if not ranked:
        return Say(words("leaderboard-empty" if kepts else "stats-empty"))
    board, habits = board_of(ranked, reader), habits_of(ranked)
    title = heading(habits[0]) if len(habits) == 1 else words("stats-habits", count=len(habits))
    head = [words("leaderboard-title"), title]
    rows = map(_standing_line, board.rows)
    if len(habits) == 1:
        mine = legacy_button(reader, "stats-mine", "stats", pack_key(habits[0].id), "me")
        keyboard: Keyboard = ((mine,),)
    else:
        keyboard = _buttons(habits)
    picture = Picture(partial(pictures.leaderboard, board), "leaderboard.png")
    caption = _within_caption(head, rows, len(board.rows), reader)
    return Say(caption, keyboard, file=picture)


def _standing_line(row: Standing) -> Markup:
    """`1. Ann · 80% ▲ 4`"""
    score = f"{row.score_text} {change_words(row.change)}".strip()
    return Markup("{}. {} · <b>{}</b>").format(row.rank, clip(row.name, PERSON), score)
