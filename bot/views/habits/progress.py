"""How far people are with a habit on a day: its mark, its line, and the line of a group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.views.habits.wording import number_words, progress_words
from bot.views.parts import clip
from storage.rules.streaks import Progress, current_streak, progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.reader import Reader
    from bot.texts import Words
    from storage.habits.keeps import Kept

SHOWN_NAME = 40
SHOWN_PERSON = 16
PEOPLE_ROOM = 260  # UTF-16 units for the people of one habit: ten habits fit into a message
TICKED, OPEN, SKIPPED, AWAY, PASSED = "✅", "☐", "⏭", "⏸", "❌"
ORDER = (TICKED, OPEN, SKIPPED, AWAY, PASSED)  # of the people in a line


@dataclass(frozen=True, slots=True)
class KeptDay:
    """One day of a habit as one person keeps it.

    For a past day of a week or month, what is done and what is missing of it include the days
    that followed.
    """

    kept: Kept
    day: date
    progress: Progress

    @classmethod
    def of(cls, kept: Kept, day: date) -> KeptDay:
        """On a date of the chat; on the person's today, if that date is still to come for them."""
        return cls.on(kept, min(day, kept.today))

    @classmethod
    def on(cls, kept: Kept, day: date) -> KeptDay:
        """On any day, even a future one."""
        history, now = kept.history, progress(kept.history, on=day)
        last = min(now.span.last or day, kept.today)
        if last > day:
            whole = progress(history, on=last)
            now = replace(now, done=whole.done, is_kept=whole.is_kept)
            if not history.is_counted:
                is_done = now.is_done or (now.of_day > 0 and whole.is_kept)
                now = replace(now, rest=whole.rest, is_done=is_done)
        return cls(kept, day, now)

    def in_words(self, words: Words) -> str:
        """How far its period is: `2 of 3 this week`; empty where nothing is counted."""
        habit, span = self.kept.habit, self.progress.span
        is_past = span.last is not None and span.last < self.kept.today
        return progress_words(self.progress, habit.schedule, habit.goal, words, is_past=is_past)

    @property
    def mark(self) -> str:
        """☐ ✅ ⏭ ⏸, and ❌ for a limit that was passed."""
        now = self.progress
        if now.is_skipped:
            return SKIPPED
        if self.kept.history.is_limit and not now.is_kept:
            return PASSED
        if now.is_done:
            return TICKED
        return AWAY if now.is_away else OPEN

    @property
    def is_asked(self) -> bool:
        """Whether the habit is due on the day, or paused then, or something is written for it."""
        now = self.progress
        rests = now.is_away and self.kept.habit.schedule.asks(self.day)
        return now.is_due or now.is_done or now.is_skipped or now.of_day > 0 or rests

    @property
    def is_shown(self) -> bool:
        """Whether the day's list has it.

        Days before the habit began are included where its rhythm would have asked for them, so
        that what was done before can be written down.
        """
        schedule = self.kept.habit.schedule
        is_before = self.day < min(schedule.start, self.kept.today)
        return self.is_asked or (is_before and schedule.counts(self.day))

    @property
    def streak(self) -> int:
        """Periods kept in a row, up to the day; at least so many if entries are missing."""
        return self._streak()[0]

    @property
    def knows_streak(self) -> bool:
        """Whether enough entries were read to count the streak."""
        return self.kept.since is None or self._streak()[1]

    def _streak(self) -> tuple[int, bool]:
        return current_streak(self.kept.history, today=self.day, since=self.kept.since)


def habit_line(own: KeptDay, reader: Reader) -> Markup:
    """`☐ water · 1,250 / 2,000 ml · 🔥5`"""
    habit = own.kept.habit
    facts = [Markup("{} {}").format(own.mark, clip(habit.name, SHOWN_NAME))]
    progressed = own.in_words(reader.words)
    facts += [Markup.escape(progressed)] if progressed else []
    if streak := own.streak:
        facts.append(Markup.escape(f"🔥{streak}"))
    return Markup(" · ").join(facts)


def people_line(days: Sequence[KeptDay], words: Words) -> Markup:
    """`✅ Ann 🔥3, Bob · ☐ Kim 500`: one day of everybody, as many people as there is room for;
    empty for nobody."""
    shown = [(one.mark, name) for one, name in _shown_with_names(days, words)]
    groups = [
        Markup("{} {}").format(mark, ", ".join(name for _, name in group))
        for mark, group in groupby(shown, key=itemgetter(0))
    ]
    if len(days) > len(shown):
        groups.append(Markup.escape(f"+{len(days) - len(shown)}"))
    return Markup(" · ").join(groups)


def people_shown(days: Sequence[KeptDay], words: Words) -> list[KeptDay]:
    """The people whom `people_line` has room for, or more where a streak is not known."""
    return [one for one, _ in _shown_with_names(days, words)]


def _shown_with_names(days: Sequence[KeptDay], words: Words) -> Iterator[tuple[KeptDay, str]]:
    room = PEOPLE_ROOM
    for one in sorted(days, key=lambda one: ORDER.index(one.mark)):
        name = _person(one, words)
        room -= len(name.encode("utf-16-le", "surrogatepass")) // 2 + len(", ")
        if room < 0:
            return
        yield one, name


def _person(one: KeptDay, words: Words) -> str:
    """`Ann 500 🔥3`"""
    facts = [clip(one.kept.participant.user.name, SHOWN_PERSON)]
    now, habit = one.progress, one.kept.habit
    amount = now.of_day if one.kept.history.is_counted else now.done
    if habit.goal is not None and amount:
        facts.append(number_words(amount, words))
    elif habit.goal is None and not habit.schedule.is_daily:
        facts.append(f"{now.done:.0f}/{now.target:.0f}")
    if streak := one.streak:
        facts.append(f"🔥{streak}")
    return " ".join(facts)
