"""How well somebody keeps a habit: figures, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.pictures.palette import PALETTE
from bot.replies import Button, Keyboard
from bot.views.habits.days import Diary, square
from bot.views.habits.wording import percent_words, streak_words
from bot.views.parts import clip, fitted
from storage.rules.scores import Scores, scores
from storage.rules.streaks import Streaks, streaks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from bot.pictures.values import Day
    from bot.presses.coding import Press
    from bot.reader import Reader
    from bot.texts import Words
    from storage.habits.keeps import Kept
    from storage.models import Habit

WEEK = timedelta(days=7)
NAME = 60  # characters of a habit's name in a caption
BUTTON_NAME = 24


@dataclass(frozen=True, slots=True)
class Figures:
    """The score, the streaks and the days of one person with one habit."""

    kept: Kept
    diary: Diary
    scores: Scores
    streaks: Streaks

    @classmethod
    def of(cls, kept: Kept) -> Figures:
        history, today = kept.history, kept.today
        return cls(
            kept,
            Diary(history, today=today),
            scores(history, today=today),
            streaks(history, today=today),
        )

    @property
    def score(self) -> float:
        return self.scores.score

    @property
    def week_ago(self) -> float | None:
        """The score of a week ago; None for a habit that is younger."""
        before = self.kept.today - WEEK
        return self.scores.on(before) if before >= self.scores.first else None

    @property
    def change(self) -> int | None:
        """Percentage points since a week ago."""
        return mean_change([self])

    def score_words(self, words: Words) -> str:
        """`80% ▲ 4`"""
        return f"{percent_words(self.score, words)} {change_words(self.change)}".strip()

    def streak(self, words: Words) -> str:
        return streak_words(self.streaks.current, self.kept.habit.schedule, words)

    def best(self, words: Words) -> str:
        return streak_words(self.streaks.best, self.kept.habit.schedule, words)

    def last(self, count: int) -> tuple[Day, ...]:
        """The last days up to today."""
        today = self.kept.today
        return self.diary.days(today - timedelta(days=count - 1), today)

    def squares(self, count: int) -> str:
        """The last days as a line of squares."""
        return "".join(square(day, self.kept.history) for day in self.last(count))


def change_words(change: int | None) -> str:
    """`▲ 4`, `▼ 2`; empty when nothing changed or nothing is known."""
    if not change:
        return ""
    return f"{'▲' if change > 0 else '▼'} {abs(change)}"


def facts_of(found: Figures, words: Words) -> list[str]:
    """`80% ▲ 4`, `🔥 12 days`; no streak of 0."""
    score = found.score_words(words)
    return [score, f"🔥 {found.streak(words)}"] if found.streaks.current else [score]


def figure_lines(found: Figures, reader: Reader) -> list[Markup]:
    """Score, streak and share of periods kept, a line each; no line for streaks that are all 0."""
    words, share = reader.words, found.streaks.share
    lines = [words("stats-score", score=found.score_words(words))]
    if found.streaks.best:
        lines.append(words("stats-streak", current=found.streak(words), best=found.best(words)))
    if share is not None:
        facts = {"kept": str(found.streaks.kept), "judged": str(found.streaks.judged)}
        lines.append(words("stats-kept", share=percent_words(share, words), **facts))
    return lines


def heading(habit: Habit) -> Markup:
    """`🟦 read`"""
    return Markup("{} <b>{}</b>").format(colour_square(habit), clip(habit.name, NAME))


def colour_square(habit: Habit) -> str:
    return PALETTE[habit.colour % len(PALETTE)].emoji


def habit_choices(
    habits: Sequence[Habit], press: Callable[[UUID], Press], *, rows: int
) -> Keyboard:
    """A button for each habit, two in a row, or more where there are too many for that."""
    buttons = [
        Button(
            f"{colour_square(habit)} {clip(habit.name, BUTTON_NAME)}",
            press=press(habit.id),
        )
        for habit in habits
    ]
    return tuple(fitted(buttons, 2, rows))


def mean_change(person: Sequence[Figures]) -> int | None:
    """Percentage points since a week ago, for the habits that existed then."""
    pairs = [(one.score, one.week_ago) for one in person if one.week_ago is not None]
    if not pairs:
        return None
    now = sum(score for score, _ in pairs) / len(pairs)
    before = sum(score for _, score in pairs) / len(pairs)
    return round(100 * now) - round(100 * before)
