"""A habit's card: how it goes, its last weeks, who keeps it, and every action as a button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.habits import (
    ArchiveHabit,
    AskDelete,
    JoinHabit,
    LeaveHabit,
    OfferEdits,
    OfferPauses,
    OfferTimes,
    OpenHabit,
    Origin,
    ResumeHabit,
    ShowArchived,
    SwitchRank,
    UnarchiveHabit,
    UndoOnCard,
)
from bot.presses.stats import ShowHabitStats
from bot.replies import Button, Keyboard, Say
from bot.texts.dates import long_day
from bot.views.habits.buttons import day_turns, group_buttons, habit_buttons
from bot.views.habits.days import (
    ASKED,
    DONE,
    MISSED,
    NOTHING,
    PARTLY,
    PASSED,
    REST,
    SKIPPED,
    square,
)
from bot.views.habits.figures import Figures, facts_of, figure_lines, heading
from bot.views.habits.menus import rate_line, to_board
from bot.views.habits.progress import KeptDay
from bot.views.habits.wording import begins_lines, day_title
from bot.views.parts import BREAK, clip

if TYPE_CHECKING:
    from uuid import UUID

    from bot.reader import Reader
    from bot.texts import Words
    from storage.habits.keeps import Kept
    from storage.models import Habit
    from storage.rules.schedules import Span

HERE = Origin("c")
HISTORY_DAYS = 30
SHOWN_PEOPLE = 20
SHOWN_NOTES = 3
SHOWN_NOTE = 100  # characters
DAY_PATTERNS = {"DMY": "%d.%m", "MDY": "%m/%d", "YMD": "%m-%d"}


@dataclass(frozen=True, slots=True)
class HabitCard:
    """What a card shows.

    `day`: the one that can be ticked, `back` days before today in the chat. `own`: the habit as
    the asker keeps it, if they do. `title`: the name of the habit's group, where that is not the
    chat of the card. `notes`: the asker's newest ones, with their days. `undo`: the batch of the
    deed that the card can take back. `beside`: further buttons beside the way back.
    """

    habit: Habit
    day: date
    back: int
    own: Kept | None
    keepers: tuple[Kept, ...]
    is_shared: bool
    in_group: bool
    title: str = ""
    notes: tuple[tuple[date, str], ...] = ()
    undo: UUID | None = None
    beside: tuple[Button, ...] = ()


def card(shown: HabitCard, reader: Reader) -> Say:
    """A habit with every action. In a group it shows everybody's day, and a press counts for the
    person who presses."""
    own = None if shown.in_group else shown.own
    lines = _head(shown, reader)
    if own is not None:
        lines += _own_lines(shown, own, reader)
    if shown.is_shared:
        lines += _people(shown, reader)
    elif own is None:
        lines.append(reader.words("hcard-not-kept"))
    return Say(BREAK.join(lines), _keyboard(shown, reader))


def _head(shown: HabitCard, reader: Reader) -> list[Markup]:
    words, habit = reader.words, shown.habit
    lines = [heading(habit), Markup.escape(rate_line(habit, reader))]
    lines += begins_lines(habit.schedule, shown.day + timedelta(days=shown.back), words)
    if shown.title:
        lines.append(words("fact-chat", title=shown.title))
    if habit.archived_at is not None:
        lines.append(words("hcard-archived"))
    return lines


def _own_lines(shown: HabitCard, own: Kept, reader: Reader) -> list[Markup]:
    found = Figures.of(own)
    lines = [_day_line(shown, own, reader), *figure_lines(found, reader)]
    lines += _pause_line(own, reader)
    lines += [Markup(), *history_grid(found, reader)]
    return lines + [_note_line(day, note, own.today, reader) for day, note in shown.notes]


def _day_line(shown: HabitCard, own: Kept, reader: Reader) -> Markup:
    """`☐ today, Wed, 23 Sep: 10 / 20 pages`"""
    kept_day = _own_day(shown, own)
    progressed = kept_day.in_words(reader.words)
    name = day_title(kept_day.day, shown.back, reader.words)
    line = Markup("{} <b>{}</b>").format(kept_day.mark, name)
    return line + Markup(": {}").format(progressed) if progressed else line


def _own_day(shown: HabitCard, kept: Kept) -> KeptDay:
    """The card's day where this person is: as many days ago."""
    return KeptDay.on(kept, kept.today - timedelta(days=shown.back))


def _pause_line(own: Kept, reader: Reader) -> list[Markup]:
    """Whether the person pauses this habit now, and until when, or all of their habits."""
    span = pause_of(own)
    if span is None:
        is_away = any(own.today in away for away in own.history.away)
        return [reader.words("hcard-away")] if is_away else []
    if span.last is None:
        return [reader.words("hcard-paused")]
    until = long_day(span.last, today=own.today, words=reader.words)
    return [reader.words("hcard-paused-until", day=until)]


def pause_of(own: Kept) -> Span | None:
    """The pause of this habit that today is in."""
    return next((span for span in own.participant.pauses if own.today in span), None)


def history_grid(found: Figures, reader: Reader) -> list[Markup]:
    """The last 30 days, with the whole first week, as squares: a line for each week, which begins
    on the person's first weekday, and what the squares mean."""
    kept = found.kept
    begin = kept.today - timedelta(days=HISTORY_DAYS - 1)
    begin -= timedelta(days=(begin.weekday() - kept.history.first_weekday) % 7)
    lines, used = [], set()
    while begin <= kept.today:
        end = min(begin + timedelta(days=6), kept.today)
        squares = [square(day, kept.history) for day in found.diary.days(begin, end)]
        used.update(squares)
        label = begin.strftime(DAY_PATTERNS[reader.preferences.date_order])
        lines.append(Markup("<code>{}</code> {}").format(label, "".join(squares)))
        begin = end + timedelta(days=1)
    return [*lines, _legend(used, reader.words)]


LEGEND = (
    (DONE, "done"),
    (PARTLY, "partly"),
    (ASKED, "asked"),
    (MISSED, "missed"),
    (PASSED, "passed"),
    (SKIPPED, "skipped"),
    (REST, "away"),
    (NOTHING, "free"),
)


def _legend(used: set[str], words: Words) -> Markup:
    """The meaning of the squares that occur."""
    signs = [f"{sign} {words.plain(f'legend-{key}')}" for sign, key in LEGEND if sign in used]
    return Markup("<i>{}</i>").format(" · ".join(signs))


def _note_line(day: date, note: str, today: date, reader: Reader) -> Markup:
    on = day_title(day, (today - day).days, reader.words)
    return Markup("📝 {}: {}").format(on, clip(" ".join(note.split()), SHOWN_NOTE))


def _people(shown: HabitCard, reader: Reader) -> list[Markup]:
    """The people who keep a shared habit, and the day of each."""
    if not shown.keepers:
        return [reader.words("hcard-nobody")]
    lines = [Markup(), reader.words("hcard-people", count=len(shown.keepers))]
    if shown.in_group:
        name = day_title(shown.day, shown.back, reader.words)
        lines.append(Markup("<b>{}</b>").format(name))
    for kept in shown.keepers[:SHOWN_PEOPLE]:
        lines += _person(kept, shown, reader)
    if len(shown.keepers) > SHOWN_PEOPLE:
        lines.append(reader.words("stats-more", count=len(shown.keepers) - SHOWN_PEOPLE))
    return lines


def _person(kept: Kept, shown: HabitCard, reader: Reader) -> list[Markup]:
    """`✅ Ann · 2 of 3 this week`, and below `🟩🟩⬜🟩🟩🟩🟩 80% ▲ 4 · 🔥 3 weeks`, unless the
    person does not want to be ranked."""
    words, kept_day = reader.words, _own_day(shown, kept)
    progressed = kept_day.in_words(words)
    name = Markup("{} {}").format(kept_day.mark, clip(kept.participant.user.name, 24))
    lines = [name + Markup(" · {}").format(progressed) if progressed else name]
    if kept.participant.is_ranked:
        found = Figures.of(kept)
        lines.append(
            Markup("    {} {}").format(found.squares(7), " · ".join(facts_of(found, words)))
        )
    return lines


def _keyboard(shown: HabitCard, reader: Reader) -> Keyboard:
    habit, key = shown.habit, shown.habit.id
    picture = reader.button("picture", ShowHabitStats(key))
    delete = reader.button("delete", AskDelete(key))
    if habit.archived_at is not None:
        rows = [
            (reader.button("unarchive", UnarchiveHabit(key)), picture, delete),
            _undo(shown, reader),
            (reader.button("archived", ShowArchived()), to_board(reader)),
        ]
    else:
        rows = [
            _ticks(shown, reader),
            _days(shown, reader),
            _changes(shown, reader),
            (picture, reader.button("archive", ArchiveHabit(key)), delete),
            _participation(shown, reader),
            _undo(shown, reader),
            (to_board(reader), *shown.beside),
        ]
    return tuple(filter(None, rows))


def _ticks(shown: HabitCard, reader: Reader) -> tuple[Button, ...]:
    if shown.in_group:  # the card has its own button to join, beside the one to leave
        return group_buttons(shown.habit, shown.day, HERE, reader, on_card=True)
    if shown.own is None:
        return ()
    return habit_buttons(_own_day(shown, shown.own), HERE, reader)


def _days(shown: HabitCard, reader: Reader) -> tuple[Button, ...]:
    """`‹ yesterday`, `Mon ›`, `today »`: the day that the card's ticks are for."""
    return day_turns(shown.day, shown.back, reader, lambda day, _: OpenHabit(shown.habit.id, day))


def _changes(shown: HabitCard, reader: Reader) -> tuple[Button, ...]:
    key = shown.habit.id
    is_paused = not shown.in_group and shown.own is not None and pause_of(shown.own) is not None
    return (
        reader.button("edit", OfferEdits(key)),
        reader.button("times", OfferTimes(key)),
        reader.button("resume", ResumeHabit(key))
        if is_paused
        else reader.button("habit-pause", OfferPauses(key)),
    )


def _participation(shown: HabitCard, reader: Reader) -> tuple[Button, ...]:
    """Join, leave, leaderboard; in a group they are for anybody who presses."""
    if not shown.is_shared:
        return ()
    key = shown.habit.id
    join = reader.button("join", JoinHabit(key))
    leave = reader.button("leave", LeaveHabit(key))
    on = reader.button("ranked", SwitchRank(key, ranked=True))
    off = reader.button("unranked", SwitchRank(key, ranked=False))
    if shown.in_group:
        return join, leave, on, off
    if shown.own is None:
        return (join,)
    return leave, off if shown.own.participant.is_ranked else on


def _undo(shown: HabitCard, reader: Reader) -> tuple[Button, ...]:
    if shown.undo is None:
        return ()
    return (reader.button("undo", UndoOnCard(shown.habit.id, shown.undo)),)
