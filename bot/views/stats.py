"""Statistics of habits: facts in words, and the values that their pictures are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from babel.dates import format_skeleton, get_month_names
from markupsafe import Markup

from bot import pictures
from bot.buttons import pack, pack_key
from bot.messages import Button, Keyboard, Picture, Reply
from bot.pictures import (
    BOARD_ROWS,
    CURVE_DAYS,
    PALETTE,
    SHEET_LINES,
    STRIP_DAYS,
    Board,
    Calendar,
    Curve,
    Day,
    Detail,
    Legend,
    Line,
    Mark,
    Sheet,
    Standing,
)
from bot.texts import Words
from bot.views.habit_days import Diary, Tally, square
from bot.views.habit_words import (
    number_words,
    percent_words,
    schedule_words,
    streak_words,
    weekday_names,
)
from bot.views.tasks import BREAK, Reader, clip
from storage.entries import Kept
from storage.models import Habit, User
from storage.rules.scores import Scores, scores
from storage.rules.streaks import Streaks, streaks

YEAR = timedelta(days=365)
WEEK = timedelta(days=7)
NAME = 60  # characters of a habit's name in a caption
PERSON = 40
CAPTION = 1_000  # characters of 1,024, which Telegram counts in UTF-16
BUTTONS = 40  # habits that have one
BUTTON_NAME = 24


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is to say of how somebody keeps a habit."""

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
        """The score of a week ago; None where the habit is younger."""
        before = self.kept.today - WEEK
        return self.scores.on(before) if before >= self.scores.first else None

    @property
    def change(self) -> int | None:
        """Percentage points since a week ago."""
        return _mean_change([self])

    def streak(self, words: Words) -> str:
        return streak_words(self.streaks.current, self.kept.habit.schedule, words)

    def best(self, words: Words) -> str:
        return streak_words(self.streaks.best, self.kept.habit.schedule, words)

    def last(self, count: int) -> tuple[Day, ...]:
        """The last days up to today."""
        today = self.kept.today
        return self.diary.days(today - timedelta(days=count - 1), today)


def change_words(change: int | None) -> str:
    """`▲ 4`, `▼ 2`; nothing for no change or an unknown one."""
    if not change:
        return ""
    return f"{'▲' if change > 0 else '▼'} {abs(change)}"


def facts_of(found: Figures, words: Words) -> list[str]:
    """`80% ▲ 4`, `🔥 12 days`: no streak that has not begun."""
    score = f"{percent_words(found.score, words)} {change_words(found.change)}".strip()
    return [score, f"🔥 {found.streak(words)}"] if found.streaks.current else [score]


def colour_square(habit: Habit) -> str:
    return PALETTE[habit.colour % len(PALETTE)].emoji


# One habit


def detail(kept: Kept, reader: Reader) -> Reply:
    """One habit in detail: the picture and its facts in words."""
    name = f"{pack_key(kept.habit.id)}.png"
    picture = Picture(partial(pictures.detail, detail_of(kept, reader)), name)
    key = pack_key(kept.habit.id)
    keyboard: list[Button] = [reader.button("habit-card", "hab", key, "", "new")]
    if kept.habit.chat_id != reader.in_chat:
        keyboard.append(reader.button("leaderboard", "stats", key, "all"))
    return Reply(
        detail_words(kept, reader),
        (tuple(keyboard), (reader.button("stats-all", "stats"),)),
        file=picture,
    )


def detail_words(kept: Kept, reader: Reader) -> Markup:
    """The caption: what the picture shows, complete without it."""
    words, found, habit = reader.words, Figures.of(kept), kept.habit
    lines = [heading(habit), Markup.escape(schedule_words(habit.schedule, habit.goal, words))]
    lines.append(_person(kept.keeper.user) if reader.preferences.is_shared else Markup())
    lines += figure_lines(found, reader)
    tally = Tally.of(found.diary.days(kept.today - YEAR, kept.today))
    lines.append(
        words("stats-year-limit" if kept.history.is_limit else "stats-year", count=tally.done)
    )
    lines.append(words("stats-week", squares=_squares(found.last(7), found)))
    return BREAK.join(line for line in lines if line)


def heading(habit: Habit) -> Markup:
    """`🟦 read`"""
    return Markup("{} <b>{}</b>").format(colour_square(habit), clip(habit.name, NAME))


def _person(user: User) -> Markup:
    return Markup("👤 {}").format(clip(user.name, PERSON))


def figure_lines(found: Figures, reader: Reader) -> list[Markup]:
    """Score, streak and share of periods kept, a line each; no streak where there never was one."""
    words, share = reader.words, found.streaks.share
    lines = [words("stats-score", score=facts_of(found, words)[0])]
    if found.streaks.best:
        lines.append(words("stats-streak", current=found.streak(words), best=found.best(words)))
    if share is not None:
        facts = {"kept": str(found.streaks.kept), "judged": str(found.streaks.judged)}
        lines.append(words("stats-kept", share=percent_words(share, words), **facts))
    return lines


def _squares(days: Sequence[Day], found: Figures) -> str:
    return "".join(square(day, found.kept.history) for day in days)


def detail_of(kept: Kept, reader: Reader) -> Detail:
    """What the picture of one habit is drawn from."""
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
    """All that was ever done: times, or the amount."""
    done = [e.amount for e in kept.history.entries if not e.is_skip and e.on <= kept.today]
    goal = kept.habit.goal
    total = float(sum(amount > 0 for amount in done)) if goal is None else sum(done)
    number = number_words(round(total, 3), words)
    if goal is None or not goal.unit:
        return words.plain("picture-total"), number
    return words.plain("picture-total-of", unit=goal.unit), number


def _legend(days: Sequence[Day], kept: Kept, words: Words) -> Legend:
    """Words for the kinds of cells that there are."""

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


# All habits of one person


def sheet(kepts: Sequence[Kept], reader: Reader) -> Reply:
    """All habits on one sheet; without any, how to begin."""
    if not kepts:
        return Reply(reader.words("stats-empty"))
    picture = Picture(partial(pictures.sheet, sheet_of(kepts, reader)), "habits.png")
    lines = (_sheet_line(Figures.of(kept), reader) for kept in kepts)
    caption = _within_caption([reader.words("stats-title")], lines, len(kepts), reader)
    return Reply(caption, _buttons(_habits(kepts)), file=picture)


def _sheet_line(found: Figures, reader: Reader) -> Markup:
    """`🟦 read · 80% ▲ 4 · 🔥 12 days · ✅ 87%`"""
    words, share = reader.words, found.streaks.share
    facts = facts_of(found, words)
    if share is not None:
        facts.append(f"✅ {percent_words(share, words)}")
    return Markup(" · ").join([heading(found.kept.habit), *facts])


def which(habits: Sequence[Habit], reader: Reader) -> Reply:
    """Several habits fit the words: which one is meant?"""
    return Reply(reader.words("stats-which"), _buttons(habits))


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
    buttons = [
        Button(
            f"{colour_square(habit)} {clip(habit.name, BUTTON_NAME)}",
            pack("stats", pack_key(habit.id)),
        )
        for habit in habits[:BUTTONS]
    ]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def sheet_of(kepts: Sequence[Kept], reader: Reader) -> Sheet:
    """What the sheet of all habits is drawn from."""
    words, today = reader.words, max(kept.today for kept in kepts)
    rest = len(kepts) - SHEET_LINES
    return Sheet(
        title=words.plain("picture-sheet"),
        subtitle=_long_day(today, words),
        lines=tuple(_line(Figures.of(kept), today, words) for kept in kepts[:SHEET_LINES]),
        last=today,
        first_weekday=kepts[0].history.first_weekday,
        more=words.plain("stats-more", count=rest) if rest > 0 else "",
    )


def _long_day(on: date, words: Words) -> str:
    return format_skeleton("yMMMMd", on, locale=words.locale)


def _line(found: Figures, last: date, words: Words) -> Line:
    habit = found.kept.habit
    return Line(
        name=habit.name,
        colour=habit.colour,
        score=found.score,
        score_text=percent_words(found.score, words),
        streak=words.plain("picture-in-a-row", streak=found.streak(words)),
        days=found.diary.days(last - timedelta(days=STRIP_DAYS - 1), last),
    )


# The members of a group


def leaderboard(kepts: Sequence[Kept], reader: Reader) -> Reply:
    """The members by score: of one habit, or of all habits of a group. Who does not want to be
    shown is counted nowhere."""
    words = reader.words
    ranked = [kept for kept in kepts if kept.keeper.is_ranked]
    if not ranked:
        return Reply(words("leaderboard-empty" if kepts else "stats-empty"))
    board, habits = board_of(ranked, reader), _habits(ranked)
    title = heading(habits[0]) if len(habits) == 1 else words("stats-habits", count=len(habits))
    head = [words("leaderboard-title"), title]
    rows = map(_standing_line, board.rows)
    if len(habits) == 1:
        mine = reader.button("stats-mine", "stats", pack_key(habits[0].id), "me")
        keyboard: Keyboard = ((mine,),)
    else:
        keyboard = _buttons(habits)
    picture = Picture(partial(pictures.leaderboard, board), "leaderboard.png")
    caption = _within_caption(head, rows, len(board.rows), reader)
    return Reply(caption, keyboard, file=picture)


def _habits(kepts: Sequence[Kept]) -> list[Habit]:
    return list({kept.habit.id: kept.habit for kept in kepts}.values())


def _standing_line(row: Standing) -> Markup:
    """`1. Ann · 80% ▲ 4`"""
    score = f"{row.score_text} {change_words(row.change)}".strip()
    return Markup("{}. {} · <b>{}</b>").format(row.rank, clip(row.name, PERSON), score)


def board_of(kepts: Sequence[Kept], reader: Reader) -> Board:
    """What the leaderboard is drawn from; everybody in it has a row, in order of their score,
    which for several habits is the average of those that they keep."""
    words, habits = reader.words, _habits(kepts)
    rows = _standings(kepts, words)
    single = habits[0] if len(habits) == 1 else None
    rest = len(rows) - BOARD_ROWS
    return Board(
        title=single.name if single else words.plain("picture-leaderboard"),
        subtitle=schedule_words(single.schedule, single.goal, words)
        if single
        else words.plain("stats-habits", count=len(habits)),
        rows=rows,
        colour=single.colour if single else 0,
        more=words.plain("stats-more", count=rest) if rest > 0 else "",
    )


def _standings(kepts: Sequence[Kept], words: Words) -> tuple[Standing, ...]:
    by_person: dict[str, list[Figures]] = {}
    for kept in kepts:
        by_person.setdefault(kept.keeper.user.id.hex, []).append(Figures.of(kept))
    people = sorted(by_person.values(), key=_order)
    shown = [round(100 * _mean_score(person)) for person in people]
    return tuple(
        Standing(
            rank=shown.index(percent) + 1,
            name=person[0].kept.keeper.user.name,
            score=_mean_score(person),
            score_text=percent_words(percent / 100, words),
            change=_mean_change(person),
            week=_mean_week(person),
        )
        for person, percent in zip(people, shown, strict=True)
    )


def _order(person: Sequence[Figures]) -> tuple[int, str, str]:
    user = person[0].kept.keeper.user
    return -round(100 * _mean_score(person)), user.name, user.id.hex


def _mean_score(person: Sequence[Figures]) -> float:
    return sum(found.score for found in person) / len(person)


def _mean_change(person: Sequence[Figures]) -> int | None:
    """Percentage points since a week ago, over the habits that there were then."""
    pairs = [(one.score, one.week_ago) for one in person if one.week_ago is not None]
    if not pairs:
        return None
    now = sum(score for score, _ in pairs) / len(pairs)
    before = sum(score for _, score in pairs) / len(pairs)
    return round(100 * now) - round(100 * before)


def _mean_week(person: Sequence[Figures]) -> tuple[Day, ...]:
    """The last seven days; of several habits the share of what each day asked for."""
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
