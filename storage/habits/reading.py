"""Habits with who keeps them and what they did, in one statement."""

from __future__ import annotations

from dataclasses import dataclass
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

from storage.habits.find import list_params, listed
from storage.habits.keeps import Kept, KeptHabit, Participant, all_of, hand_of, kept_as, own_days
from storage.history.kinds import HabitDay
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
from storage.rules.histories import Entry
from storage.rules.schedules import LONGEST_INTERVAL, spans_from_json
from storage.several import read_several, several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import CTE, ColumnElement, Select, Subquery
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Where

LONG = timedelta(days=400)  # of entries that a board reads of people whom it shows with streaks
LATELY = timedelta(days=100)  # the same, of a habit that more than a FEW people keep
FEW = 10
PLANNED = timedelta(days=16)  # what planning needs before a day, beside the day's period
NOTES = 3  # that a card shows
WIDTHS = (0, 0, 0, 6, 0, 2)  # columns of the parts of the statement, 0 for a model
SHOWN = 25  # people of a habit whom a board has room for
LENGTHS = (1, 31, LONGEST_INTERVAL)  # the days of a period, up to which entries are read


@dataclass(frozen=True, slots=True)
class PressedDay:
    """The day of a habit that a press is about, and whose it is."""

    habit_id: UUID
    user_id: UUID
    day: date


async def kept_list(
    session: AsyncSession,
    where: Where,
    *,
    day: date,
    now: datetime,
    pressed: PressedDay | None = None,
) -> list[KeptHabit]:
    """The habits of a list in order, as `habits_here` finds them, with how they are kept: in a
    group by everybody, in a private chat by its person.

    Entries are read as far as a board of `day` needs them: see `Kept.since`. Of the habit that is
    `pressed` everybody is read, as planning needs it.
    """
    chat, asker = where.chat, where.asker
    params = {
        **list_params(asker=asker, chat=chat, topic=where.topic),
        **_board_days(day),
        "people": [asker.user_id],
    }
    shape = Shape.OWN_LIST if chat.is_private else Shape.GROUPS_LIST
    found = await _read(session, shape, params, pressed=pressed, now=now)
    _take(session, found)
    return sorted(found, key=lambda one: (one.habit.chat_id != chat.id, _in_order(one)))


def _take(session: AsyncSession, habits: Sequence[KeptHabit]) -> None:
    """Keep in hand how these habits are kept: planning needs it."""
    hand_of(session).habits.update({one.habit.id: one for one in habits})


def _in_order(one: KeptHabit) -> tuple[UUID, int, UUID]:
    return one.habit.chat_id, one.habit.position, one.habit.id


async def kept_habit(
    session: AsyncSession,
    habit: Habit,
    *,
    now: datetime,
    pressed: PressedDay | None = None,
    notes_of: UUID | None = None,
) -> KeptHabit:
    """One habit with all that everybody has done of it, and the newest notes of one person."""
    params = {"habits": [habit.id], "since": None, "notes_of": notes_of}
    (found,) = await _read(session, Shape.EVERYBODYS, params, pressed=pressed, now=now)
    _take(session, [found])
    return found


async def kept_in_hand(session: AsyncSession, habit: Habit, *, now: datetime) -> KeptHabit:
    """The same, which is not read again where this transaction has it in hand."""
    found = hand_of(session).habits.get(habit.id)
    if found is not None and found.serves(habit, date.min, None):
        return found
    return await kept_habit(session, habit, now=now)


async def kept(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    user_id: UUID | None = None,
    since: date | None = None,
) -> list[Kept]:
    """How each participant, or only one person, keeps these habits, in the order of `habits`.

    `since` is the first day whose entries are read, None for all. The habits were read through
    `visible_habits`, so how they are kept may be read too.
    """
    return all_of(await kept_habits(session, habits, now=now, user_id=user_id, since=since))


async def kept_habits(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    user_id: UUID | None = None,
    since: date | None = None,
) -> list[KeptHabit]:
    """The same, habit by habit."""
    if not habits:
        return []
    params = {"habits": [one.id for one in habits], "since": since, "people": [user_id]}
    shape = Shape.EVERYBODYS if user_id is None else Shape.SOMEBODYS
    found = await _read(session, shape, params, now=now)
    by_key = {one.habit.id: one for one in found}
    return [by_key[habit.id] for habit in habits]


async def in_full(session: AsyncSession, keeps: Sequence[Kept], *, now: datetime) -> list[Kept]:
    """The same with all of their entries."""
    wanted = [(one.habit.id, one.participant.user.id) for one in keeps]
    params = {
        "habits": list({habit_id for habit_id, _ in wanted}),
        "people": list({user_id for _, user_id in wanted}),
        "since": None,
    }
    found = await _read(session, Shape.SOMEBODYS, params, now=now)
    by_key = {
        (habit.habit.id, one.participant.user.id): one for habit in found for one in habit.keeps
    }
    return [by_key[key] for key in wanted]


class Shape(Enum):
    """Which habits are read, and of whom."""

    OWN_LIST = auto()  # a person's list, and everybody of the habit that is pressed
    GROUPS_LIST = auto()
    EVERYBODYS = auto()  # chosen habits
    SOMEBODYS = auto()  # chosen habits of some people


async def _read(
    session: AsyncSession,
    shape: Shape,
    params: dict[str, Any],
    *,
    now: datetime,
    pressed: PressedDay | None = None,
) -> list[KeptHabit]:
    about = {
        "pressed": pressed.habit_id if pressed else None,
        "presser": pressed.user_id if pressed else None,
        "day": params.get("day"),
        "pressed_day": pressed.day if pressed else None,
        "notes_of": params.get("notes_of"),
    }
    found = await read_several(session, _statement(shape), {**params, **about}, WIDTHS)
    habits, chats, users, texts, entries, notes = found
    if pressed is not None:
        _take_day(session, habits, pressed, entries)
    by_key = {chat.id: chat for chat in chats}
    private = {chat.telegram_id: chat for chat in chats if chat.is_private}
    read = _Reading(session, now, {user.id: user for user in users}, private)
    keeps = read.keeps({habit.id: habit for habit in habits}, texts)
    is_everybody = shape in {Shape.GROUPS_LIST, Shape.EVERYBODYS}
    return [
        KeptHabit(
            habit,
            by_key[habit.chat_id],
            keeps.get(habit.id, []),
            is_whole=is_everybody or (pressed is not None and pressed.habit_id == habit.id),
            notes=tuple(sorted(notes, reverse=True)),
        )
        for habit in habits
    ]


def _take_day(
    session: AsyncSession,
    habits: Sequence[Habit],
    pressed: PressedDay,
    entries: Sequence[HabitEntry],
) -> None:
    """Keep the day that is pressed in hand."""
    for habit in habits:
        if habit.id == pressed.habit_id:
            part = HabitDay(habit, pressed.user_id, pressed.day, next(iter(entries), None))
            hand_of(session).days[habit.id, pressed.user_id, pressed.day] = part


@dataclass(frozen=True, slots=True)
class _Reading:
    """What makes rows into values: the people who were read, and their own chats with the bot."""

    session: AsyncSession
    now: datetime
    users: Mapping[UUID, User]
    private: Mapping[int, Chat]

    def keeps(
        self, habits: Mapping[UUID, Habit], texts: Sequence[tuple[Any, ...]]
    ) -> dict[UUID, list[Kept]]:
        """How each habit is kept, by the people's names."""
        read = cache(_entry)  # the same text occurs with many people and habits
        first_day = cache(date.fromisoformat)
        days = {key: own_days(self.session, one, now=self.now) for key, one in self.users.items()}
        terms = {key: (habit.schedule, habit.goal) for key, habit in habits.items()}
        found: dict[UUID, list[Kept]] = {}
        for habit_id, user_id, pauses, is_ranked, since, text in texts:
            user = self.users[user_id]
            own_chat = self.private.get(user.telegram_id)
            participant = Participant(user, spans_from_json(pauses), is_ranked, own_chat)
            entries = [*map(read, text.split(","))] if text else []
            habit, own = habits[habit_id], days[user_id]
            first = first_day(since) if since else None
            kept = kept_as(habit, terms[habit_id], participant, own, entries, since=first)
            found.setdefault(habit_id, []).append(kept)
        for keeps in found.values():
            keeps.sort(key=lambda one: (one.participant.user.name, one.participant.user.id))
        return found


def _entry(text: str) -> Entry:
    """`2026-09-23`, a tick, or `2026-09-23 500 0`, an amount and whether it is a skip."""
    day, _, more = text.partition(" ")
    if not more:
        return Entry(date.fromisoformat(day))
    amount, is_skip = more.split(" ")
    return Entry(date.fromisoformat(day), float(amount), is_skip == "1")


# The parts of the statement, which is prepared once for each shape


@cache
def _statement(shape: Shape) -> Select[Any]:
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


def _habits(shape: Shape) -> Select[Any]:
    if shape in {Shape.OWN_LIST, Shape.GROUPS_LIST}:
        is_private = shape is Shape.OWN_LIST
        return listed(private=is_private, reaches=is_private)
    return select(Habit).where(col(Habit.id).in_(bindparam("habits", expanding=True)))


def _takes(listed_habits: CTE, shape: Shape) -> CTE:
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
            (_place() if shape is Shape.GROUPS_LIST else literal(0)).label("place"),
            _people().label("people"),
        )
        .join(listed_habits, listed_habits.c.id == col(HabitMember.habit_id))
        .join(User, col(User.id) == col(HabitMember.user_id))
        .join(Membership, membership)
        .where(col(Membership.standing) != MemberStatus.GONE, *_is_meant(shape))
        .subquery("takes")
    )
    return select(takes, _since(takes, shape).label("since")).cte("kept")


def _is_meant(shape: Shape) -> list[ColumnElement[bool]]:
    named = col(HabitMember.user_id).in_(bindparam("people", expanding=True))
    match shape:
        case Shape.OWN_LIST:
            return [or_(named, col(HabitMember.habit_id) == bindparam("pressed"))]
        case Shape.SOMEBODYS:
            return [named]
        case _:
            return []


def _since(takes: Subquery, shape: Shape) -> ColumnElement[date | None]:
    """The first day whose entries are read; NULL for all.

    A board needs of everybody the day's period, of those whom it shows their streaks, of the habit
    that is pressed what planning needs. It shows its person, in a group those first who did it; of
    a habit of many people, long streaks are read by a second statement.
    """
    if shape in {Shape.EVERYBODYS, Shape.SOMEBODYS}:
        return bindparam("since", type_=Date)
    is_shown = takes.c.place <= SHOWN
    if shape is Shape.OWN_LIST:
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


def _board_days(day: date) -> dict[str, Any]:
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
