"""The board of a day's habits as one living message, and the buttons that tick them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from markupsafe import Markup

from bot.presses import pack, pack_day, pack_key
from bot.reader import Reader
from bot.replies import Button, Keyboard, Say
from bot.texts import Words
from bot.texts.dates import day_words, long_day
from bot.views.habits.wording import number_words, progress_words, schedule_words
from bot.views.legacy import legacy_button
from bot.views.parts import BREAK, clip
from storage.habits.entries import Kept
from storage.models import Habit
from storage.rules.schedules import Goal
from storage.rules.streaks import Progress, progress, streaks

PAGE_SIZE = 10
SHOWN_NAME = 40
SHOWN_KEEPER = 16
KEEPERS_ROOM = 260  # UTF-16 units for those of a habit: ten of them fit into a message
BACKFILL = 366  # days
STEPS = (0.1, 0.25, 0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000)
FRACTIONS = frozenset({"l", "km", "h", "kg", "mi", "л", "км", "ч", "кг"})  # counted in parts, too
TICKED, OPEN, SKIPPED, AWAY, PASSED = "✅", "☐", "⏭", "⏸", "❌"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person stands with a habit on a day of theirs. What is done of its week or month,
    and what is missing, is as of now: what was done after the day counts, too."""

    kept: Kept
    day: date
    progress: Progress

    @classmethod
    def of(cls, kept: Kept, day: date) -> Standing:
        """On a day of the calendar; for whom that is yet to come, in a zone behind, on their
        today."""
        return cls.on(kept, min(day, kept.today))

    @classmethod
    def on(cls, kept: Kept, day: date) -> Standing:
        """On any day, one to come too."""
        history, now = kept.history, progress(kept.history, on=day)
        last = min(now.span.last or day, kept.today)
        if last > day:
            whole = progress(history, on=last)
            now = replace(now, done=whole.done, is_kept=whole.is_kept)
            if not history.is_counted:
                is_done = now.is_done or (now.of_day > 0 and whole.is_kept)
                now = replace(now, rest=whole.rest, is_done=is_done)
        return cls(kept, day, now)

    def said(self, words: Words) -> str:
        """How far its period is: `2 of 3 this week`; empty where there is nothing to count."""
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
        """Whether the day asks for it, or has something of it."""
        now = self.progress
        rests = now.is_away and self.kept.habit.schedule.asks(self.day)
        return now.is_due or now.is_done or now.is_skipped or now.of_day > 0 or rests

    @property
    def is_shown(self) -> bool:
        """The same, and for a day that is past whether it could have been asked for: what was
        done before the habit began is written down like that."""
        schedule = self.kept.habit.schedule
        is_before = self.day < min(schedule.start, self.kept.today)
        return self.is_asked or (is_before and schedule.counts(self.day))

    @property
    def streak(self) -> int:
        """Periods kept in a row, up to the day."""
        return streaks(self.kept.history, today=self.day).current


@dataclass(frozen=True, slots=True)
class Row:
    """A habit in a view: `standings` of those who keep it, everybody where it `is_shared`, in
    private one; `title` of its group where that is not the chat of the view."""

    habit: Habit
    standings: tuple[Standing, ...]
    is_shared: bool = False
    title: str = ""

    def is_shown(self, day: date) -> bool:
        """Whether it stands among the day's habits; one that nobody keeps does as it asks."""
        if not self.standings:
            return self.habit.schedule.asks(day)
        return any(standing.is_shown for standing in self.standings)


@dataclass(frozen=True, slots=True)
class Board:
    """A page of the habits of a day, `back` days before today. `rows` are those of the day, then
    others; `done` of `due` were done."""

    day: date
    back: int
    rows: tuple[Row, ...]
    number: int
    count: int
    done: int
    due: int

    @property
    def code(self) -> str:
        """Where a press below the board came from."""
        return f"b{self.number or ''}"


def done_of(rows: Sequence[Row]) -> tuple[int, int]:
    """How many were done of those that the day asks for; limits, and what is skipped or paused,
    are not counted.

    A row that nobody keeps has nothing to count.
    """
    counted = [
        standing
        for row in rows
        for standing in row.standings
        if standing.is_asked
        and standing.mark not in {SKIPPED, AWAY}
        and not standing.kept.history.is_limit
    ]
    return sum(one.progress.is_done for one in counted), len(counted)


def board(page: Board, reader: Reader) -> Say:
    """The habits of a day, with buttons to tick, skip and turn."""
    if not page.rows:
        new = legacy_button(reader, "new-habit", "hnew", "begin")
        return Say(
            reader.words("board-empty"), ((new, legacy_button(reader, "archived", "harch")),)
        )
    lines = [_heading(page, reader), Markup(), *_lines(page, reader)]
    return Say(BREAK.join(lines), _keyboard(page, reader))


def _heading(page: Board, reader: Reader) -> Markup:
    words = reader.words
    parts = [words("board-title", day=day_name(page.day, page.back, words))]
    if page.due:
        parts.append(words("board-done", done=str(page.done), count=page.due))
    if page.count > 1:
        numbers = {"page": str(page.number + 1), "pages": str(page.count)}
        parts.append(words("list-page", **numbers))
    return Markup(" · ").join(parts)


def day_name(day: date, back: int, words: Words) -> str:
    """`today, Wed, 23 Sep`, `Mon, 21 Sep`; `back` says how many days ago it was."""
    today = day + timedelta(days=back)
    long = long_day(day, today=today, words=words)
    return long if abs(back) > 1 else f"{day_words(day, today=today, words=words)}, {long}"


def day_title(day: date, back: int, words: Words) -> str:
    """The same as a line or a sentence begins with it: `Today, Wed, 23 Sep`."""
    name = day_name(day, back, words)
    return name[:1].upper() + name[1:]


def _lines(page: Board, reader: Reader) -> list[Markup]:
    numbered = list(enumerate(page.rows, start=1))
    lines: list[Markup] = []
    shown = [(place, row) for place, row in numbered if row.is_shown(page.day)]
    for title, rows in groupby(shown, key=lambda entry: entry[1].title):
        if title:
            lines.append(Markup("👥 <b>{}</b>").format(clip(title, SHOWN_NAME)))
        for place, row in rows:
            lines += _shared(place, row, reader) if row.is_shared else _own(place, row, reader)
    idle = [
        f"{place}. {clip(row.habit.name, SHOWN_NAME)}"
        for place, row in numbered
        if not row.is_shown(page.day)
    ]
    if idle:
        lines += [Markup(), reader.words("board-idle", names=" · ".join(idle))]
    return lines


def _own(place: int, row: Row, reader: Reader) -> list[Markup]:
    """`2. ☐ water · 1,250 / 2,000 ml · 🔥5`"""
    return [
        Markup("{}. {}").format(place, standing_line(standing, reader))
        for standing in row.standings
    ]


def standing_line(standing: Standing, reader: Reader) -> Markup:
    """`☐ water · 1,250 / 2,000 ml · 🔥5`"""
    habit = standing.kept.habit
    facts = [Markup("{} {}").format(standing.mark, clip(habit.name, SHOWN_NAME))]
    said = standing.said(reader.words)
    facts += [Markup.escape(said)] if said else []
    if streak := standing.streak:
        facts.append(Markup.escape(f"🔥{streak}"))
    return Markup(" · ").join(facts)


def _shared(place: int, row: Row, reader: Reader) -> list[Markup]:
    """`1. run · every day`, and below who did it: `✅ Ann 🔥3, Bob · ☐ Kim`."""
    habit = row.habit
    often = schedule_words(habit.schedule, habit.goal, reader.words)
    name = clip(habit.name, SHOWN_NAME)
    line = Markup("{}. <b>{}</b> · {}").format(place, name, often)
    who = keepers_line(row.standings, reader.words)
    return [line, Markup("    ") + (who or reader.words("board-nobody"))]


def keepers_line(standings: Sequence[Standing], words: Words) -> Markup:
    """`✅ Ann 🔥3, Bob · ☐ Kim 500`: who did it, and who not yet, as many as there is room for;
    empty for nobody."""
    order = (TICKED, OPEN, SKIPPED, AWAY, PASSED)
    ranked = sorted(standings, key=lambda one: order.index(one.mark))
    shown: list[tuple[str, str]] = []
    room = KEEPERS_ROOM
    for standing in ranked:
        name = _keeper(standing, words)
        room -= len(name.encode("utf-16-le", "surrogatepass")) // 2 + len(", ")
        if room < 0:
            break
        shown.append((standing.mark, name))
    groups = [
        Markup("{} {}").format(mark, ", ".join(name for _, name in group))
        for mark, group in groupby(shown, key=itemgetter(0))
    ]
    if len(ranked) > len(shown):
        groups.append(Markup.escape(f"+{len(ranked) - len(shown)}"))
    return Markup(" · ").join(groups)


def _keeper(standing: Standing, words: Words) -> str:
    """`Ann 500 🔥3`"""
    facts = [clip(standing.kept.keeper.user.name, SHOWN_KEEPER)]
    now, habit = standing.progress, standing.kept.habit
    amount = now.of_day if standing.kept.history.is_counted else now.done
    if habit.goal is not None and amount:
        facts.append(number_words(amount, words))
    elif habit.goal is None and not habit.schedule.is_daily:
        facts.append(f"{now.done:.0f}/{now.target:.0f}")
    if streak := standing.streak:
        facts.append(f"🔥{streak}")
    return " ".join(facts)


def _keyboard(page: Board, reader: Reader) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    for place, row in enumerate(page.rows, start=1):
        if not row.is_shown(page.day):
            continue
        rows.append(_row_buttons(place, row, page, reader))
    opens = [
        Button(str(place), pack("hab", pack_key(row.habit.id)))
        for place, row in enumerate(page.rows, start=1)
    ]
    half = PAGE_SIZE // 2
    rows += [tuple(opens[:half]), tuple(opens[half:]), _pages(page), _turns(page, reader)]
    rows.append(
        (legacy_button(reader, "stats", "stats"), legacy_button(reader, "archived", "harch"))
    )
    rows.append((legacy_button(reader, "new-habit", "hnew", "begin"),))
    return tuple(row for row in rows if row)


def _row_buttons(place: int, row: Row, page: Board, reader: Reader) -> tuple[Button, ...]:
    if not row.is_shared:
        return habit_buttons(row.standings[0], page.code, reader, place=place)
    return group_buttons(row.habit, page.day, page.code, reader, place=place)


def habit_buttons(
    standing: Standing, came_from: str, reader: Reader, *, place: int = 0
) -> tuple[Button, ...]:
    """A row for one person: tick and skip, or the amounts. `place` is the number on the board,
    which stands on a row that has no room for the name; `came_from` see `redraw`."""
    habit, now = standing.kept.habit, standing.progress
    key, day = pack_key(habit.id), pack_day(standing.day)
    # what was done is taken back first: a skip beside it would lose it to a slip of the thumb
    skip = (
        ()
        if now.of_day
        else (
            legacy_button(
                reader, "unskip" if now.is_skipped else "skip-day", "hskip", key, day, came_from
            ),
        )
    )
    if habit.goal is None:
        name = f"{standing.mark} {clip(habit.name, 28)}"
        return (Button(name, pack("htick", key, day, came_from)), *skip)
    amounts = list(_amounts(standing, habit.goal, came_from, reader))
    if place and amounts:
        amounts[0] = Button(f"{place}. {amounts[0].text}", amounts[0].data)
    return (*amounts, *skip)


def group_buttons(
    habit: Habit, day: date, came_from: str, reader: Reader, *, place: int = 0
) -> tuple[Button, ...]:
    """A row for everybody in a group: a press counts for who presses."""
    key, on = pack_key(habit.id), pack_day(day)
    number = f"{place}. " if place else ""
    skip = legacy_button(reader, "skip-day", "hskip", key, on, came_from)
    join = legacy_button(reader, "join-here", "hin", key, on, came_from)
    if habit.goal is None:
        name = f"☑️ {number}{clip(habit.name, 24)}"
        return (Button(name, pack("htick", key, on, came_from)), skip, join)
    steps = [_add(key, on, step, came_from, reader) for step in steps_of(habit.goal)]
    steps[0] = Button(f"{number}{steps[0].text}", steps[0].data)
    typed = legacy_button(reader, "type-amount", "hadd", key, on, "type", came_from)
    return (*steps, typed, skip, join)


def _amounts(standing: Standing, goal: Goal, came_from: str, reader: Reader) -> Iterable[Button]:
    """+250, +500, the rest, and a typed amount; a full day can be emptied."""
    key, day = pack_key(standing.kept.habit.id), pack_day(standing.day)
    now, words = standing.progress, reader.words
    for step in steps_of(goal):
        yield _add(key, day, step, came_from, reader)
    if goal.is_limit:
        if now.of_day:
            yield _add(key, day, -steps_of(goal)[0], came_from, reader)
        else:  # none on that day is worth saying
            label = f"{TICKED if now.is_done else OPEN} 0"
            yield Button(label, pack("htick", key, day, came_from))
    elif now.rest:
        label = f"{OPEN} {number_words(now.rest, words)}"
        yield Button(label, pack("hadd", key, day, "rest", came_from))
    elif now.of_day:
        label = f"{TICKED} {number_words(now.of_day, words)}"
        yield Button(label, pack("htick", key, day, came_from))
    yield legacy_button(reader, "type-amount", "hadd", key, day, "type", came_from)


def _add(key: str, day: str, amount: float, came_from: str, reader: Reader) -> Button:
    sign = "+" if amount > 0 else "−"
    label = f"{sign}{number_words(abs(amount), reader.words)}"
    return Button(label, pack("hadd", key, day, f"{amount:g}", came_from))


def steps_of(goal: Goal) -> tuple[float, ...]:
    """The amounts that buttons add, one or two: about an eighth and a quarter of the goal.

    1 and 5 of 20 pages, 250 and 500 of 2,000 ml, 1 of 2 sweets.
    """
    least = 0.0 if goal.unit.lower() in FRACTIONS else 1.0
    steps = [step for step in STEPS if step >= least]
    small = max((step for step in steps if step <= goal.amount / 8), default=steps[0])
    wanted = max((step for step in steps if step <= goal.amount / 4), default=steps[0])
    big = max(wanted, next(step for step in (*steps, 2 * small) if step > small))
    return (small, big) if big < goal.amount else (small,)


def _pages(page: Board) -> tuple[Button, ...]:
    if page.count == 1:
        return ()
    before, after = (page.number - 1) % page.count, (page.number + 1) % page.count
    return (
        Button("‹", pack("board", page.back, before)),
        Button(f"{page.number + 1}/{page.count}", pack("board", page.back, page.number)),
        Button("›", pack("board", page.back, after)),
    )


def _turns(page: Board, reader: Reader) -> tuple[Button, ...]:
    return day_turns(page.day, page.back, reader, lambda _, back: pack("board", back, 0))


def day_turns(
    day: date, back: int, reader: Reader, data: Callable[[date, int], str]
) -> tuple[Button, ...]:
    """`‹ yesterday`, `Mon ›`, `today »` beside a day, `back` days before today; `data` gives what
    a button for a day, so many days ago, carries."""
    today = day + timedelta(days=back)

    def turn(back: int, sign: str) -> Button:
        to = today - timedelta(days=back)
        name = day_words(to, today=today, words=reader.words)
        return Button(sign.format(name), data(to, back))

    buttons = [turn(back + 1, "‹ {}")] if back < BACKFILL else []
    if back:
        buttons.append(turn(back - 1, "{} ›"))
    if back > 1:
        buttons.append(turn(0, "{} »"))
    return tuple(buttons)


def times_words(times: Iterable[time], reader: Reader) -> str:
    """`8:00, 21:00` by the reader's clock."""
    return ", ".join(reader.clock(at) for at in sorted(times))


def of_habit(keeps: Iterable[Kept], habit_id: UUID) -> list[Kept]:
    """Those of these that are of one habit."""
    return [kept for kept in keeps if kept.habit.id == habit_id]
