"""The statement that reads habits, prepared once for each kind of reading."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Date,
    Integer,
    String,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union,
)
from sqlmodel import col

from storage.habits.find import listed
from storage.models import (
    Chat,
    ChatKind,
    Habit,
    HabitEntry,
    HabitMember,
    Membership,
    MemberStatus,
    User,
)
from storage.rules.schedules import LONGEST_INTERVAL
from storage.several import several

if TYPE_CHECKING:
    from sqlalchemy import CTE, ColumnElement, Select, Subquery


LONG = timedelta(days=400)  # of entries that a board reads of the people it shows with streaks
LATELY = timedelta(days=100)  # the same, of a habit that more than a FEW people keep
FEW = 10
PLANNED = timedelta(days=16)  # what planning needs before a day, beside the day's period
NOTES = 3  # that a card shows
WIDTHS = (0, 0, 0, 6, 0, 2)  # columns of the parts of the statement, 0 for a model
SHOWN = 25  # people of a habit whom a board has room for
LENGTHS = (1, 31, LONGEST_INTERVAL)  # the days of a period, up to which entries are read


class HabitsMeant(Enum):
    """Which habits are read, and of whom."""

    OWN_LIST = auto()  # a person's list, and everybody of the habit that is pressed
    GROUPS_LIST = auto()
    EVERYBODYS = auto()  # chosen habits
    SOMEBODYS = auto()  # chosen habits of some people


@cache
def statement_of(shape: HabitsMeant) -> Select[Any]:
    listed_habits = _habits(shape).cte("listed")
    takes = _takes(listed_habits, shape)
    people = select(takes.c.user_id).distinct().subquery("people")
    return several(
        (Habit, select(Habit).join(listed_habits, listed_habits.c.id == col(Habit.id))),
        (Chat, _chats(listed_habits, people)),
        (User, select(User).join(people, people.c.user_id == col(User.id))),
        (None, _texts(takes)),
        (HabitEntry, _pressed_entry()),
        (None, _notes(listed_habits)),
    )


def _habits(shape: HabitsMeant) -> Select[Any]:
    if shape in {HabitsMeant.OWN_LIST, HabitsMeant.GROUPS_LIST}:
        is_private = shape is HabitsMeant.OWN_LIST
        return listed(private=is_private, reaches=is_private)
    return select(Habit).where(col(Habit.id).in_(bindparam("habits", expanding=True)))


def _takes(listed_habits: CTE, shape: HabitsMeant) -> CTE:
    """Who takes part, but for people who have left the habit's chat, and the first day whose
    entries are read of each."""
    membership = and_(
        col(Membership.user_id) == col(HabitMember.user_id),
        col(Membership.chat_id) == listed_habits.c.chat_id,
    )
    takes = (
        select(
            col(HabitMember.habit_id),
            col(HabitMember.user_id),
            col(HabitMember.pauses),
            col(HabitMember.is_ranked),
            _length(listed_habits).label("length"),
            (_place() if shape is HabitsMeant.GROUPS_LIST else literal(0)).label("place"),
            _people().label("people"),
        )
        .join(listed_habits, listed_habits.c.id == col(HabitMember.habit_id))
        .join(User, col(User.id) == col(HabitMember.user_id))
        .join(Membership, membership)
        .where(col(Membership.standing) != MemberStatus.GONE, *_is_meant(shape))
        .subquery("takes")
    )
    return select(takes, _since(takes, shape).label("since")).cte("kept")


def _is_meant(shape: HabitsMeant) -> list[ColumnElement[bool]]:
    named = col(HabitMember.user_id).in_(bindparam("people", expanding=True))
    match shape:
        case HabitsMeant.OWN_LIST:
            return [or_(named, col(HabitMember.habit_id) == bindparam("pressed"))]
        case HabitsMeant.SOMEBODYS:
            return [named]
        case _:
            return []


def _since(takes: Subquery, shape: HabitsMeant) -> ColumnElement[date | None]:
    """The first day whose entries are read; NULL for all.

    A board needs of everybody the day's period, of those whom it shows their streaks, of the habit
    that is pressed what planning needs. It shows its person, in a group those first who did it; of
    a habit of many people, long streaks are read by a second statement.
    """
    if shape in {HabitsMeant.EVERYBODYS, HabitsMeant.SOMEBODYS}:
        return bindparam("since", type_=Date)
    is_shown = takes.c.place <= SHOWN
    if shape is HabitsMeant.OWN_LIST:
        is_shown = takes.c.user_id == bindparam("asker")
    is_pressed = takes.c.habit_id == bindparam("pressed")
    lengths = [(takes.c.length == length, length) for length in LENGTHS]
    planned = [
        (and_(is_pressed, is_it), bindparam(f"planned_{length}", type_=Date))
        for is_it, length in reversed(lengths)
    ]
    return case(
        (and_(is_shown, takes.c.people <= FEW), bindparam("long", type_=Date)),
        planned[0],  # of periods that may be longer than what follows
        (is_shown, bindparam("lately", type_=Date)),
        *planned[1:],
        *((is_it, bindparam(f"period_{length}", type_=Date)) for is_it, length in lengths),
    )


def board_days(day: date) -> dict[str, Any]:
    """The days that `_since` chooses from, for a board of a day."""
    firsts = {length: day - timedelta(days=length + 1) for length in LENGTHS}
    return {
        "day": day,
        "long": day - LONG,
        "lately": day - LATELY,
        **{f"period_{length}": first for length, first in firsts.items()},
        **{f"planned_{length}": first - PLANNED for length, first in firsts.items()},
    }


def _people() -> ColumnElement[int]:
    """How many people keep a habit."""
    return func.count().over(partition_by=col(HabitMember.habit_id))


def _place() -> ColumnElement[int]:
    """The place of a person among those who keep a habit: those who did something of it on the day
    come first, then by name, as views show them."""
    did = exists().where(
        col(HabitEntry.habit_id) == col(HabitMember.habit_id),
        col(HabitEntry.user_id) == col(HabitMember.user_id),
        col(HabitEntry.day) == bindparam("day"),
        col(HabitEntry.amount) > 0,
    )
    order = (case((did, 0), else_=1), col(User.name), col(User.id))
    return func.row_number().over(partition_by=col(HabitMember.habit_id), order_by=order)


def _length(listed: CTE) -> ColumnElement[int]:
    """How many days a habit's period has, rounded up to one of LENGTHS."""
    schedule = listed.c.recurring_schedule
    interval = schedule["interval"].as_integer()
    is_daily = and_(schedule["unit"].as_string() == "day", interval == 1)
    return case((is_daily, LENGTHS[0]), (interval <= LENGTHS[1], LENGTHS[1]), else_=LENGTHS[2])


def _chats(listed: CTE, people: Subquery) -> Select[Any]:
    """The habits' chats, and the people's own chats with the bot."""
    own = (
        select(col(Chat.id))
        .join(User, col(User.telegram_id) == col(Chat.telegram_id))
        .join(people, people.c.user_id == col(User.id))
        .where(col(Chat.kind) == ChatKind.PRIVATE)
    )
    wanted = union(select(listed.c.chat_id.label("id")), own).subquery("wanted")
    return select(Chat).join(wanted, wanted.c.id == col(Chat.id))


def _texts(takes: CTE) -> Select[Any]:
    """How each person takes part, with their entries as one text: rows and their keys would take
    four times as long."""
    day = cast(HabitEntry.day, String)
    amount, is_skip = (
        cast(HabitEntry.amount, String),
        cast(cast(HabitEntry.is_skip, Integer), String),
    )
    is_tick = and_(col(HabitEntry.amount) == 1, ~col(HabitEntry.is_skip))
    entry = case((is_tick, day), else_=day + " " + amount + " " + is_skip)
    text = (
        select(func.aggregate_strings(entry, ","))
        .where(
            col(HabitEntry.habit_id) == takes.c.habit_id,
            col(HabitEntry.user_id) == takes.c.user_id,
            col(HabitEntry.day) >= func.coalesce(takes.c.since, literal(date.min, Date)),
        )
        .correlate(takes)
        .scalar_subquery()
    )
    columns = (takes.c[name] for name in ("habit_id", "user_id", "pauses", "is_ranked"))
    return select(*columns, cast(takes.c.since, String), text)  # SQLite's dates are slow to read


def _pressed_entry() -> Select[Any]:
    return select(HabitEntry).where(
        col(HabitEntry.habit_id) == bindparam("pressed"),
        col(HabitEntry.user_id) == bindparam("presser"),
        col(HabitEntry.day) == bindparam("pressed_day"),
    )


def _notes(listed_habits: CTE) -> Select[Any]:
    """The newest notes of one person, with their days."""
    newest = (
        select(col(HabitEntry.day), col(HabitEntry.note))
        .join(listed_habits, listed_habits.c.id == col(HabitEntry.habit_id))
        .where(col(HabitEntry.user_id) == bindparam("notes_of"), col(HabitEntry.note) != "")
        .order_by(col(HabitEntry.day).desc())
        .limit(NOTES)
        .subquery("newest")
    )
    return select(newest)
