"""Habits with who keeps them and what they did, in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Date,
    Integer,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union,
)
from sqlmodel import col

from storage.habits.find import listed_here
from storage.habits.keeps import Kept, KeptHabit, all_of, hand_of, kept_as
from storage.habits.participants import Participant
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
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import CTE, ColumnElement, Select, Subquery
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Where

LONG = timedelta(days=400)  # of entries that a board reads of people whom it shows with streaks
PLANNED = timedelta(days=16)  # what planning needs before a day, beside the day's period
NOTES = 3  # that a card shows
TEXTS = 6  # columns of `_texts`
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
    listed = listed_here(asker=asker, chat=chat, topic=where.topic)
    own = asker.user_id if chat.is_private else None
    since = _of_board(day, own, pressed)
    found = await _read(session, listed, since, who=own, pressed=pressed, now=now)
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
    (found,) = await _read(
        session, _chosen([habit]), ALL, now=now, pressed=pressed, notes_of=notes_of
    )
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
    first = ALL if since is None else _from(since)
    found = await _read(session, _chosen(habits), first, who=user_id, now=now)
    by_key = {one.habit.id: one for one in found}
    return [by_key[habit.id] for habit in habits]


async def in_full(session: AsyncSession, keeps: Sequence[Kept], *, now: datetime) -> list[Kept]:
    """The same with all of their entries."""
    habits = list({one.habit.id: one.habit for one in keeps}.values())
    wanted = [(one.habit.id, one.participant.user.id) for one in keeps]
    people = {user_id for _, user_id in wanted}
    found = await _read(session, _chosen(habits), ALL, who=people, now=now)
    by_key = {
        (habit.habit.id, one.participant.user.id): one for habit in found for one in habit.keeps
    }
    return [by_key[key] for key in wanted]


def _chosen(habits: Sequence[Habit]) -> Select[Any]:
    return select(Habit).where(col(Habit.id).in_([habit.id for habit in habits]))


async def _read(
    session: AsyncSession,
    which: Select[Any],
    since: Since,
    *,
    now: datetime,
    who: UUID | Collection[UUID] | None = None,
    pressed: PressedDay | None = None,
    notes_of: UUID | None = None,
) -> list[KeptHabit]:
    """`who`: one person, several, or (None) everybody; of the habit that is pressed, everybody."""
    listed = which.cte("listed")
    takes = _takes(listed, _is_one_of(who, pressed), since)
    people = select(takes.c.user_id).distinct().subquery("people")
    parts: list[tuple[type[Any] | None, Select[Any]]] = [
        (Habit, select(Habit).join(listed, listed.c.id == col(Habit.id))),
        (Chat, _chats(listed, people)),
        (User, select(User).join(people, people.c.user_id == col(User.id))),
        (None, _texts(takes)),
        (HabitEntry, _entry_on(pressed)),
        (None, _notes(listed, notes_of)),
    ]
    found = await read_several(session, several(*parts), 0, 0, 0, TEXTS, 0, 2)
    habits, chats, users, texts, entries, notes = found
    if pressed is not None:
        _take_day(session, habits, pressed, entries)
    by_key = {chat.id: chat for chat in chats}
    private = {chat.telegram_id: chat for chat in chats if chat.is_private}
    read = _Reading(session, now, {user.id: user for user in users}, private)
    keeps = read.keeps({habit.id: habit for habit in habits}, texts)
    is_everybody = who is None
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
        found: dict[UUID, list[Kept]] = {}
        for habit_id, user_id, pauses, is_ranked, since, text in texts:
            user = self.users[user_id]
            own_chat = self.private.get(user.telegram_id)
            participant = Participant(user, spans_from_json(pauses), is_ranked, own_chat)
            entries = [*map(read, text.split(","))] if text else []
            found.setdefault(habit_id, []).append(
                kept_as(
                    self.session, habits[habit_id], participant, entries, now=self.now, since=since
                )
            )
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


# The parts of the statement


def _is_one_of(
    who: UUID | Collection[UUID] | None, pressed: PressedDay | None
) -> ColumnElement[bool]:
    if who is None:
        return true()
    user_id = col(HabitMember.user_id)
    named = user_id.in_(who) if isinstance(who, set) else user_id == who
    if pressed is None:
        return named
    return or_(named, col(HabitMember.habit_id) == pressed.habit_id)


def _takes(listed: CTE, who: ColumnElement[bool], since: Since) -> CTE:
    """Who takes part, but for people who have left the habit's chat, and the first day whose
    entries are read of each."""
    query = (
        select(
            col(HabitMember.habit_id),
            col(HabitMember.user_id),
            col(HabitMember.pauses),
            col(HabitMember.is_ranked),
            _length(listed).label("length"),
            since.place.label("place"),
        )
        .join(listed, listed.c.id == col(HabitMember.habit_id))
        .join(User, col(User.id) == col(HabitMember.user_id))
        .join(
            Membership,
            and_(
                col(Membership.user_id) == col(HabitMember.user_id),
                col(Membership.chat_id) == listed.c.chat_id,
            ),
        )
        .where(col(Membership.standing) != MemberStatus.GONE, who)
    )
    takes = query.subquery("takes")
    return select(takes, since.day_of(takes).label("since")).cte("kept")


@dataclass(frozen=True, slots=True)
class Since:
    """The first day whose entries are read of a person, by their place among the others."""

    day_of: Callable[[Subquery], ColumnElement[date | None]]
    place: ColumnElement[int]


def _from(day: date | None) -> Since:
    """The same day for everybody; None for all entries."""
    first: ColumnElement[date | None] = cast(null(), Date) if day is None else literal(day, Date)
    return Since(lambda takes: first, literal(0))


ALL = _from(None)


def _of_board(day: date, own: UUID | None, pressed: PressedDay | None) -> Since:
    """What a board of a day needs: of everybody the day's period, of those whom it shows their
    streaks, of the habit that is pressed what planning needs. It shows its person (`own`), in a
    group those first who did it."""

    def day_of(takes: Subquery) -> ColumnElement[date | None]:
        is_shown = takes.c.user_id == own if own else takes.c.place <= SHOWN
        cases = [(is_shown, literal(day - LONG, Date))]
        others = []
        for length in LENGTHS:
            first = day - timedelta(days=length)
            if pressed is not None:
                of_pressed = and_(takes.c.habit_id == pressed.habit_id, takes.c.length == length)
                cases.append((of_pressed, literal(first - PLANNED, Date)))
            else_ = literal(first - timedelta(days=1), Date)
            others.append((takes.c.length == length, else_))
        return case(*cases, *others)

    return Since(day_of, literal(0) if own else _place(day))


def _place(day: date) -> ColumnElement[int]:
    """The place of a person among those who keep a habit: those who did something of it on the day
    come first, then by name, as views show them."""
    did = exists().where(
        col(HabitEntry.habit_id) == col(HabitMember.habit_id),
        col(HabitEntry.user_id) == col(HabitMember.user_id),
        col(HabitEntry.day) == day,
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
            or_(takes.c.since.is_(None), col(HabitEntry.day) >= takes.c.since),
        )
        .correlate(takes)
        .scalar_subquery()
    )
    columns = (takes.c[name] for name in ("habit_id", "user_id", "pauses", "is_ranked", "since"))
    return select(*columns, text)


def _entry_on(pressed: PressedDay | None) -> Select[Any]:
    query = select(HabitEntry)
    if pressed is None:
        return query.where(false())
    return query.where(
        col(HabitEntry.habit_id) == pressed.habit_id,
        col(HabitEntry.user_id) == pressed.user_id,
        col(HabitEntry.day) == pressed.day,
    )


def _notes(listed: CTE, user_id: UUID | None) -> Select[Any]:
    """The newest notes of one person, with their days."""
    newest = (
        select(col(HabitEntry.day), col(HabitEntry.note))
        .join(listed, listed.c.id == col(HabitEntry.habit_id))
        .where(col(HabitEntry.user_id) == user_id, col(HabitEntry.note) != "")
        .order_by(col(HabitEntry.day).desc())
        .limit(NOTES)
        .subquery("newest")
    )
    return select(newest)
