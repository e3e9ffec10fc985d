"""Habits' reminders, planned as rows: one ahead for each chat and each local time of a habit.

A row is about one slot: a habit, a chat, a day and a time. The slot is unique, so whatever is
ticked, moved or planned anew, nobody is reminded twice at a time of a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from storage.habits.entries import Kept, kept
from storage.models import (
    Chat,
    ChatKind,
    Habit,
    HabitMember,
    PushKind,
    PushState,
    Reminder,
    User,
)
from storage.pushes.tasks import OPEN, owner_of
from storage.rules.histories import History
from storage.rules.offsets import QuietHours
from storage.rules.preferences import Preferences, preferences
from storage.rules.slots import LAST_MINUTE, Days, Slot, is_due, next_slot
from storage.upserts import insert_new

REMEMBERED = timedelta(days=3)  # after it, no day of theirs can be any zone's today
STANDS = timedelta(days=7)  # how long a message waits to be ticked, and to be edited then


@dataclass(frozen=True, slots=True)
class Told:
    """A chat that is reminded of a habit: who of it is asked, how its days turn, and the hours in
    which nothing is pushed to it."""

    chat: Chat
    keeps: tuple[Kept, ...]
    days: Days
    quiet: QuietHours | None

    @property
    def histories(self) -> list[History]:
        return [one.history for one in self.keeps]


async def replan_habits(session: AsyncSession, ids: Iterable[UUID], *, now: datetime) -> None:
    """Make the rows of these habits what their schedules, and what was kept of them, ask for."""
    wanted = sorted(ids)
    found = select(Habit).where(col(Habit.id).in_(wanted)).order_by(col(Habit.id))
    habits = (await session.exec(found)).all()
    await _replan(session, habits, now=now)


async def replan_habits_of(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """Plan anew what one chat is reminded of: its settings, or its person's days, have changed."""
    owner = await owner_of(session, chat)
    known = select(Reminder.habit_id).where(
        Reminder.chat_id == chat.id, col(Reminder.state).in_((*OPEN, PushState.SENT))
    )
    here = col(Habit.chat_id) == chat.id
    if owner is not None:
        own = select(HabitMember.habit_id).where(HabitMember.user_id == owner.id)
        here = col(Habit.id).in_(own)
    query = select(Habit).where(or_(here, col(Habit.id).in_(known))).order_by(col(Habit.id))
    await _replan(session, (await session.exec(query)).all(), now=now, only=chat, owner=owner)


async def plan_next(session: AsyncSession, row: Reminder, chat: Chat, *, now: datetime) -> None:
    """Plan what follows a habit's reminder in its chat.

    The worker has rows of its own locked by now, so it waits for no others: whoever has those
    plans what they are about.
    """
    habit = await session.get(Habit, row.habit_id) if row.habit_id else None
    owner = await owner_of(session, chat)
    if habit is not None:
        await _catch_up(session, habit, row, chat, days_of(session, chat, owner), now=now)
        await _replan(session, [habit], now=now, only=chat, owner=owner, skip_locked=True)


async def _catch_up(
    session: AsyncSession, habit: Habit, row: Reminder, chat: Chat, days: Days, *, now: datetime
) -> None:
    """Whose day was over before it came, in a downtime of days, comes late for today's moment."""
    slot, today = Slot.parse(row.key), days.day_of(now)
    if slot is None or slot.at is None or slot.day >= today:
        return
    missed = Slot(today, slot.at)
    fire_at = missed.fires_at(days)
    if fire_at is not None and fire_at <= now:  # planning drops it where it is not asked for
        await insert_new(session, habit_row(PushKind.HABIT, habit, chat, str(missed), fire_at))


async def _replan(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    only: Chat | None = None,
    owner: User | None = None,
    skip_locked: bool = False,
) -> None:
    query = _rows_of(habits, now=now).with_for_update(skip_locked=skip_locked)
    if only is not None:
        query = query.where(Reminder.chat_id == only.id)
    rows: dict[UUID, list[Reminder]] = {habit.id: [] for habit in habits}
    for row in (await session.exec(query)).all() if habits else ():
        if row.habit_id is not None:
            rows[row.habit_id].append(row)
    asking = [one for one in habits if one.is_live and (one.schedule.reminders or rows[one.id])]
    told = await _told(session, asking, now=now, only=only, owner=owner)
    for habit in habits:
        await _plan_habit(session, habit, told.get(habit.id, []), rows[habit.id], now=now)
    await session.flush()


def _rows_of(habits: Sequence[Habit], *, now: datetime) -> SelectOfScalar[Reminder]:
    """What is open, what stands in a chat, and which days were reminded of.

    To be locked, so that one that is just being recorded as sent is seen as sent.
    """
    live = col(Reminder.state).in_((*OPEN, PushState.SENT))
    return (
        select(Reminder)
        .where(
            col(Reminder.habit_id).in_([habit.id for habit in habits]),
            or_(live, col(Reminder.occurrence_at) > now - REMEMBERED),
        )
        .order_by(col(Reminder.id))
        .execution_options(populate_existing=True)
    )


async def _plan_habit(
    session: AsyncSession,
    habit: Habit,
    told: Sequence[Told],
    rows: Sequence[Reminder],
    *,
    now: datetime,
) -> None:
    ids = {one.chat.id for one in told}
    for row in rows:
        if row.chat_id not in ids:
            await _drop(session, row, now=now)
    for one in told:
        own = [row for row in rows if row.chat_id == one.chat.id]
        await _plan_chat(session, habit, one, own, now=now)


async def _told(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    only: Chat | None,
    owner: User | None,
) -> dict[UUID, list[Told]]:
    """The chats that are reminded of each habit: those of who keeps it, and a group's own."""
    if not habits:
        return {}
    keeps = await kept_lately(session, habits, now=now, user_id=owner.id if owner else None)
    chats = await _chats(session, habits, keeps, only)
    told: dict[UUID, list[Told]] = {}
    for habit in habits:
        own = tuple(one for one in keeps if one.habit.id == habit.id)
        group = chats.get(habit.chat_id)
        to = told[habit.id] = [_told_in(session, group, own)] if group and own else []
        for one in own:
            private = chats.get(one.participant.user.telegram_id)
            to += [_told_in(session, private, (one,))] if private else []
    return told


def _told_in(session: AsyncSession, chat: Chat, keeps: tuple[Kept, ...]) -> Told:
    chosen = _chosen(session, chat, keeps[0].participant.user)
    hours = chosen.pushes.quiet
    quiet = QuietHours(*hours, chosen.zone) if hours else None
    return Told(chat, keeps, Days(chosen.zone, chosen.day_turn), quiet)


def days_of(session: AsyncSession, chat: Chat, owner: User | None) -> Days:
    """How the days of a person turn in their private chat, and those of a group."""
    chosen = _chosen(session, chat, owner)
    return Days(chosen.zone, chosen.day_turn)


def _chosen(session: AsyncSession, chat: Chat, owner: User | None) -> Preferences:
    settings = owner.settings if owner is not None and chat.is_private else chat.settings
    default = session.info.get("default_zone", "UTC")
    return preferences(settings, fallback={}, zone=default, language="en")


async def kept_lately(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    user_id: UUID | None = None,
) -> list[Kept]:
    """How these habits are kept, without the entries that no reminder of today asks for."""
    lately = now.date() - STANDS - timedelta(days=1)
    firsts = [  # a week may begin on any day
        habit.schedule.period_of(lately).first - timedelta(days=7) for habit in habits
    ]
    return await kept(session, habits, now=now, user_id=user_id, since=min(firsts, default=None))


async def _chats(
    session: AsyncSession, habits: Sequence[Habit], keeps: Sequence[Kept], only: Chat | None
) -> dict[UUID | int, Chat]:
    """The groups of these habits by their keys, and the private chats of who keeps them by
    Telegram's ids: for who has blocked the bot what comes there is held."""
    if only is not None:
        return {only.telegram_id if only.is_private else only.id: only}
    here = and_(
        col(Chat.kind) != ChatKind.PRIVATE, col(Chat.id).in_({habit.chat_id for habit in habits})
    )
    ids = {one.participant.user.telegram_id for one in keeps}
    theirs = and_(col(Chat.kind) == ChatKind.PRIVATE, col(Chat.telegram_id).in_(ids))
    found = (await session.exec(select(Chat).where(or_(here, theirs)))).all()
    return {chat.telegram_id if chat.is_private else chat.id: chat for chat in found}


async def _drop(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    """Nobody is to be reminded any more: what is to come goes, what was said is taken back.

    What is on its way just now is looked at again once it has arrived.
    """
    if row.state in OPEN and not _is_leaving(row, now=now):
        await session.delete(row)
    elif row.state == PushState.SENT:
        _close(row, now=now)


def _close(row: Reminder, *, now: datetime) -> None:
    """Let the message of a push be edited to say that it was acted on."""
    row.state, row.fire_at = PushState.CLOSING, now
    row.claimed_until, row.attempts = None, 0


def _is_leaving(row: Reminder, *, now: datetime) -> bool:
    return row.claimed_until is not None and row.claimed_until > now


async def _plan_chat(
    session: AsyncSession, habit: Habit, to: Told, rows: Sequence[Reminder], *, now: datetime
) -> None:
    """Fit the rows of one chat: what stands there, what was snoozed, and each time's next."""
    times: dict[time | None, list[tuple[Reminder, Slot]]] = {}
    for row in rows:
        slot = Slot.parse(row.key)
        if row.state == PushState.SENT:
            _look_at_sent(row, slot, to, now=now)
        if slot is not None:
            times.setdefault(slot.at, []).append((row, slot))
    after = await _plan_snoozes(session, to, times.pop(None, []), now=now)
    for at in sorted(set(habit.schedule.reminders)):
        await _plan_time(session, habit, to, at, times.pop(at, []), after=after, now=now)
    for row, _ in [entry for unasked in times.values() for entry in unasked]:
        if row.state in OPEN:
            await _drop(session, row, now=now)


def _look_at_sent(row: Reminder, slot: Slot | None, to: Told, *, now: datetime) -> None:
    """A message that still asks stands; a very old one is left as it is."""
    if row.occurrence_at < now - STANDS:
        row.state = PushState.CLOSED
    elif slot is None or not is_due(to.histories, slot.day):
        _close(row, now=now)


async def _plan_snoozes(
    session: AsyncSession, to: Told, rows: Sequence[tuple[Reminder, Slot]], *, now: datetime
) -> datetime:
    """Keep a snooze while its day asks for something; the moment before which nothing comes."""
    after = now
    for row, slot in rows:
        if row.state in OPEN and _waits(row, slot, to, now=now):
            after = max(after, row.fire_at)
        elif row.state in OPEN:
            await session.delete(row)
    return after


def _waits(row: Reminder, slot: Slot, to: Told, *, now: datetime) -> bool:
    """Whether a row whose moment has come is still wanted: on its day. What is held for somebody
    is kept for their return."""
    if _is_leaving(row, now=now) or (row.state == PushState.HELD and row.fire_at <= now):
        return True
    return slot.day == to.days.day_of(now) and is_due(to.histories, slot.day)


async def _plan_time(
    session: AsyncSession,
    habit: Habit,
    to: Told,
    at: time,
    rows: Sequence[tuple[Reminder, Slot]],
    *,
    after: datetime,
    now: datetime,
) -> None:
    """One row at a time: what has come and waits for its turn, or else the next to come."""
    taken = {slot.day for row, slot in rows if row.state not in OPEN}
    is_waiting, ahead = False, []
    for row, slot in rows:
        if row.state not in OPEN:
            continue
        if not _has_come(slot, to.days, now=now):
            ahead.append((row, slot))
        elif _waits(row, slot, to, now=now):
            _let_wait(row, to, now=now)
            is_waiting = True
        else:
            await session.delete(row)
            if slot.day < to.days.day_of(now) and after == now:  # missed: today's comes late
                after = to.days.begins(to.days.day_of(now)) - LAST_MINUTE
    wanted = None
    if not is_waiting:
        wanted = next_slot(at, to.histories, to.days, after=after, taken=taken)
    await _fit_next(session, habit, to, wanted, ahead, now=now)


def _has_come(slot: Slot, days: Days, *, now: datetime) -> bool:
    """Whether a row is due where its person is now. They may have gone past its moment, by
    travelling, or because their day turns at another hour; or it may be ahead again."""
    fires_at = slot.fires_at(days)
    return fires_at is None or fires_at <= now


def _let_wait(row: Reminder, to: Told, *, now: datetime) -> None:
    """It comes at once, or when quiet hours end, which may have become an earlier moment."""
    if not _is_leaving(row, now=now):
        row.fire_at = min(row.fire_at, to.quiet.end_of(now) if to.quiet else now)


async def _fit_next(
    session: AsyncSession,
    habit: Habit,
    to: Told,
    wanted: Slot | None,
    ahead: Sequence[tuple[Reminder, Slot]],
    *,
    now: datetime,
) -> None:
    """Keep the row of the wanted slot among those to come, or make it, and drop the others."""
    fire_at = wanted.fires_at(to.days) if wanted else None
    is_there = False
    for row, slot in ahead:
        if slot == wanted and fire_at is not None:
            row.fire_at = row.occurrence_at = fire_at
            is_there = True
        else:
            await _drop(session, row, now=now)
    if wanted is not None and fire_at is not None and not is_there:
        row = habit_row(PushKind.HABIT, habit, to.chat, str(wanted), fire_at)
        await insert_new(session, row)


def habit_row(kind: PushKind, habit: Habit, chat: Chat, key: str, fire_at: datetime) -> Reminder:
    """The row of a push about a day of a habit, in one chat."""
    return Reminder(
        slot=f"{habit.id.hex}:{chat.id.hex}:{key}",
        kind=kind,
        chat_id=chat.id,
        topic=habit.topic if chat.id == habit.chat_id else 0,
        habit_id=habit.id,
        key=key,
        occurrence_at=fire_at,
        fire_at=fire_at,
        on_purpose=True,  # at a time of their own choosing, in quiet hours too
    )
