"""A habit's card: how it goes, its last weeks, who keeps it, and every action as a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from markupsafe import Markup

from bot.pictures import PALETTE
from bot.presses import pack, pack_day, pack_key, pack_time
from bot.reader import Reader
from bot.replies import Button, Keyboard, Reply, Say
from bot.texts import Words
from bot.texts.dates import long_day
from bot.views.habits.board import (
    Standing,
    day_title,
    day_turns,
    group_buttons,
    habit_buttons,
    times_words,
)
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
from bot.views.habits.figures import Figures, facts_of, figure_lines, habit_choices, heading
from bot.views.habits.wording import begins_lines, schedule_words
from bot.views.legacy import legacy_button
from bot.views.parts import BREAK, clip
from storage.habits.entries import Kept
from storage.models import Habit
from storage.rules.schedules import Span

CAME_FROM = "c"  # the card, where a press redraws the view that it came from
HISTORY_DAYS = 30
SHOWN_PEOPLE = 20
ARCHIVED = 80  # habits that have a button
SHOWN_NOTES = 3
SHOWN_NOTE = 100  # characters
HOURS = tuple(time(hour) for hour in range(8, 23))
DAY_PATTERNS = {"DMY": "%d.%m", "MDY": "%m/%d", "YMD": "%m-%d"}


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. `day` is the one that can be ticked, `back` days before today in the
    chat; `own` is how who asks keeps it, None for who does not; `title` is the habit's group
    where the card is in another chat; `undo` the deed that the card can take back."""

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


def card(shown: Card, reader: Reader) -> Say:
    """A habit with every action. In a group it says how everybody does, and what is pressed
    counts for who presses."""
    own = None if shown.in_group else shown.own
    lines = _head(shown, reader)
    if own is not None:
        lines += _own_lines(shown, own, reader)
    if shown.is_shared:
        lines += _people(shown, reader)
    elif own is None:
        lines.append(reader.words("hcard-not-kept"))
    return Say(BREAK.join(lines), _keyboard(shown, reader))


def _head(shown: Card, reader: Reader) -> list[Markup]:
    words, habit = reader.words, shown.habit
    lines = [heading(habit), Markup.escape(rate_line(habit, reader))]
    lines += begins_lines(habit.schedule, shown.day + timedelta(days=shown.back), words)
    if shown.title:
        lines.append(words("fact-chat", title=shown.title))
    if habit.archived_at is not None:
        lines.append(words("hcard-archived"))
    return lines


def rate_line(habit: Habit, reader: Reader) -> str:
    """`20 pages a day · ⏰ 21:00`"""
    rate = schedule_words(habit.schedule, habit.goal, reader.words)
    times = times_words(habit.schedule.reminders, reader)
    return f"{rate} · ⏰ {times}" if times else rate


def _own_lines(shown: Card, own: Kept, reader: Reader) -> list[Markup]:
    found = Figures.of(own)
    lines = [_day_line(shown, own, reader), *figure_lines(found, reader)]
    lines += _pause_line(own, reader)
    lines += [Markup(), *history_grid(found, reader)]
    return lines + [_note_line(day, note, own.today, reader) for day, note in shown.notes]


def _day_line(shown: Card, own: Kept, reader: Reader) -> Markup:
    """`☐ today, Wed, 23 Sep: 10 / 20 pages`"""
    day = own.today - timedelta(days=shown.back)
    standing = Standing.of(own, day)
    said = standing.said(reader.words)
    name = day_title(day, shown.back, reader.words)
    line = Markup("{} <b>{}</b>").format(standing.mark, name)
    return line + Markup(": {}").format(said) if said else line


def _pause_line(own: Kept, reader: Reader) -> list[Markup]:
    """Whether the person has paused this habit now, and until when, or is away altogether."""
    span = pause_of(own)
    if span is None:
        is_away = any(own.today in away for away in own.history.away)
        return [reader.words("hcard-away")] if is_away else []
    if span.last is None:
        return [reader.words("hcard-paused")]
    until = long_day(span.last, today=own.today, words=reader.words)
    return [reader.words("hcard-paused-until", day=until)]


def pause_of(own: Kept) -> Span | None:
    """The pause of this habit that holds today."""
    return next((span for span in own.keeper.pauses if own.today in span), None)


def history_grid(found: Figures, reader: Reader) -> list[Markup]:
    """The last 30 days, and what else their first week holds, as squares: a line for each week,
    begun on the person's first weekday, and what the squares mean."""
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
    """What the squares that there are mean."""
    said = [f"{sign} {words.plain(f'legend-{key}')}" for sign, key in LEGEND if sign in used]
    return Markup("<i>{}</i>").format(" · ".join(said))


def _note_line(day: date, note: str, today: date, reader: Reader) -> Markup:
    said = clip(" ".join(note.split()), SHOWN_NOTE)
    on = day_title(day, (today - day).days, reader.words)
    return Markup("📝 {}: {}").format(on, said)


def _people(shown: Card, reader: Reader) -> list[Markup]:
    """Who keeps a shared habit, and how the day is going for each."""
    if not shown.keepers:
        return [reader.words("hcard-nobody")]
    lines = [Markup(), reader.words("hcard-people", count=len(shown.keepers))]
    if shown.in_group:
        name = day_title(shown.day, shown.back, reader.words)
        lines.append(Markup("<b>{}</b>").format(name))
    for kept in shown.keepers[:SHOWN_PEOPLE]:
        lines += _person(kept, shown.back, reader)
    if len(shown.keepers) > SHOWN_PEOPLE:
        lines.append(reader.words("stats-more", count=len(shown.keepers) - SHOWN_PEOPLE))
    return lines


def _person(kept: Kept, back: int, reader: Reader) -> list[Markup]:
    """`✅ Ann · 2 of 3 this week`, and below `🟩🟩⬜🟩🟩🟩🟩 80% ▲ 4 · 🔥 3 weeks`; the latter not
    of somebody who does not want to be ranked."""
    words = reader.words
    standing = Standing.of(kept, kept.today - timedelta(days=back))
    said = standing.said(words)
    name = Markup("{} {}").format(standing.mark, clip(kept.keeper.user.name, 24))
    lines = [name + Markup(" · {}").format(said) if said else name]
    if kept.keeper.is_ranked:
        found = Figures.of(kept)
        lines.append(
            Markup("    {} {}").format(found.squares(7), " · ".join(facts_of(found, words)))
        )
    return lines


def _keyboard(shown: Card, reader: Reader) -> Keyboard:
    key, habit = pack_key(shown.habit.id), shown.habit
    picture = legacy_button(reader, "picture", "stats", key)
    delete = legacy_button(reader, "delete", "hdel", key)
    if habit.archived_at is not None:
        out = legacy_button(reader, "unarchive", "harch", key, 0)
        rows: Keyboard = ((out, picture, delete), _undo(shown, reader))
        return (
            *filter(None, rows),
            (legacy_button(reader, "archived", "harch"), _to_board(reader)),
        )
    edit = (
        legacy_button(reader, "edit", "hedit", key),
        legacy_button(reader, "times", "hrem", key),
        _pause_button(shown, reader),
    )
    rows = (
        _ticks(shown, reader),
        _days(shown, reader),
        edit,
        (picture, legacy_button(reader, "archive", "harch", key, 1), delete),
        _membership(shown, reader),
        _undo(shown, reader),
    )
    return (*filter(None, rows), (_to_board(reader),))


def _ticks(shown: Card, reader: Reader) -> tuple[Button, ...]:
    if shown.in_group:  # joining stands below, beside leaving
        return group_buttons(shown.habit, shown.day, CAME_FROM, reader)[:-1]
    if shown.own is None:
        return ()
    standing = Standing.of(shown.own, shown.own.today - timedelta(days=shown.back))
    return habit_buttons(standing, CAME_FROM, reader)


def _days(shown: Card, reader: Reader) -> tuple[Button, ...]:
    """`‹ yesterday`, `Mon ›`, `today »`: which day the card's ticks are for."""
    key = pack_key(shown.habit.id)
    return day_turns(shown.day, shown.back, reader, lambda day, _: pack("hab", key, pack_day(day)))


def _pause_button(shown: Card, reader: Reader) -> Button:
    is_paused = not shown.in_group and shown.own is not None and pause_of(shown.own) is not None
    key = pack_key(shown.habit.id)
    if is_paused:
        return legacy_button(reader, "resume", "hpause", key, "end")
    return legacy_button(reader, "habit-pause", "hpause", key)


def _membership(shown: Card, reader: Reader) -> tuple[Button, ...]:
    """Joining, leaving, the leaderboard; in a group they are for whoever presses."""
    if not shown.is_shared:
        return ()
    key = pack_key(shown.habit.id)
    join, leave = (
        legacy_button(reader, "join", "hjoin", key),
        legacy_button(reader, "leave", "hleave", key),
    )
    rank = legacy_button(reader, "ranked", "hrank", key)
    if shown.in_group:
        return join, leave, rank
    return (join,) if shown.own is None else (leave, rank)


def _undo(shown: Card, reader: Reader) -> tuple[Button, ...]:
    if shown.undo is None:
        return ()
    return (legacy_button(reader, "undo", "hundo", pack_key(shown.habit.id), pack_key(shown.undo)),)


def _to_board(reader: Reader) -> Button:
    return legacy_button(reader, "board", "board", 0, 0)


def to_card(habit: Habit, reader: Reader) -> Button:
    return legacy_button(reader, "back", "hab", pack_key(habit.id))


# What the card's buttons open


def edit_menu(habit: Habit, reader: Reader, *, undo: UUID | None = None) -> Reply:
    """What of a habit can be changed."""
    key = pack_key(habit.id)
    colours = [
        Button(
            f"•{tone.emoji}•" if place == habit.colour else tone.emoji,
            pack("hedit", key, "colour", place),
        )
        for place, tone in enumerate(PALETTE)
    ]
    rows: Keyboard = (
        (legacy_button(reader, "habit-name", "hedit", key, "name"),),
        (legacy_button(reader, "habit-rate", "hedit", key, "words"),),
        tuple(colours),
        (legacy_button(reader, "move-up", "hedit", key, "up"),),
    )
    if habit.goal is not None:
        rows += ((legacy_button(reader, "yes-no", "hedit", key, "plain"),),)
    last = [to_card(habit, reader)]
    if undo is not None:
        last.insert(0, legacy_button(reader, "undo", "hundo", key, pack_key(undo)))
    return _below(habit, reader.words("hcard-edit"), (*rows, tuple(last)), reader)


def times_menu(habit: Habit, reader: Reader) -> Reply:
    """When the habit reminds: full hours to switch, others typed, none."""
    key, own = pack_key(habit.id), habit.schedule.reminders
    shown = sorted({*HOURS, *own})
    buttons = [
        Button(
            ("✓ " if at in own else "") + reader.clock(at),
            pack("hrem", key, pack_time(at)),
        )
        for at in shown
    ]
    rows = tuple(tuple(buttons[i : i + 5]) for i in range(0, len(buttons), 5))
    other: tuple[Button, ...] = (legacy_button(reader, "type", "hrem", key, "type"),)
    if own:
        other += (legacy_button(reader, "no-reminder", "hrem", key, "none"),)
    rows += (other, (to_card(habit, reader),))
    return _below(habit, reader.words("hcard-times"), rows, reader)


def pause_menu(habit: Habit, reader: Reader, *, in_group: bool) -> Reply:
    """For how long a habit shall ask for nothing."""
    key = pack_key(habit.id)
    rows: Keyboard = (
        (
            legacy_button(reader, "pause-day", "hpause", key, 1),
            legacy_button(reader, "pause-week", "hpause", key, 7),
        ),
        (
            legacy_button(reader, "pause-open", "hpause", key, "open"),
            legacy_button(reader, "type", "hpause", key, "type"),
        ),
    )
    if in_group:  # the menu is for everybody, and somebody may have paused
        rows += ((legacy_button(reader, "resume", "hpause", key, "end"),),)
    asked = reader.words("hcard-pause-group" if in_group else "hcard-pause")
    return _below(habit, asked, (*rows, (to_card(habit, reader),)), reader)


def delete_question(habit: Habit, people: int, reader: Reader) -> Reply:
    """Whether it is meant; others who keep it lose it, too."""
    key = pack_key(habit.id)
    asked = [reader.words("hcard-delete")]
    if people > 1:
        asked.append(reader.words("hcard-delete-people", count=people))
    sure = (legacy_button(reader, "delete-habit", "hdel", key, "yes"), to_card(habit, reader))
    return _below(habit, BREAK.join(asked), (sure,), reader)


def deleted(habit: Habit, undo: UUID, reader: Reader) -> Say:
    """The habit is gone, and can be brought back."""
    key = pack_key(habit.id)
    back = legacy_button(reader, "undo", "hundo", key, pack_key(undo))
    text = reader.words("hcard-deleted", name=habit.name)
    return Say(text, ((back,), (_to_board(reader),)))


def archived_list(habits: Sequence[Habit], reader: Reader) -> Say:
    """The habits that were put away."""
    lines = [reader.words("archived-title")]
    lines += [heading(habit) for habit in habits] or [reader.words("archived-empty")]
    rows = (*habit_choices(habits[:ARCHIVED], "hab"), (_to_board(reader),))
    return Say(BREAK.join(lines), rows)


def _below(habit: Habit, asked: Markup, rows: Keyboard, reader: Reader) -> Say:
    lines = [heading(habit), Markup.escape(rate_line(habit, reader)), Markup(), asked]
    return Say(BREAK.join(lines), rows)
