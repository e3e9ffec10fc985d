"""Reminders of habits: for each chat and each local time of a habit, the next row and no more.

A habit's slot is its chat, a day and a time. It is unique, so whatever is ticked, moved or planned
again, nobody is reminded twice at one time of a day.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import or_
from sqlmodel import col, select

from storage.habits.keeps import hand_of
from storage.habits.reading import kept_habits
from storage.history.changed import changed_habits, undone_batches
from storage.models import Habit, HabitMember, PushKind, PushState, Reminder
from storage.pushes.kinds import WAITING
from storage.pushes.plans.audiences import Audience
from storage.pushes.recipients import Recipient, recipient
from storage.pushes.rows import drop, follow, insert, insert_all, is_leaving, move, new_push
from storage.rules.slots import LAST_MINUTE, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

    from storage.habits.keeps import Kept, KeptHabit
    from storage.history.changed import Changed
    from storage.models import Chat

LEFT_OPEN = timedelta(days=7)  # how long a sent reminder can be ticked, and is edited afterwards
REMEMBERED = timedelta(days=3)  # an older day is today in no time zone

Slotted: TypeAlias = tuple[Reminder, Slot]


async def replan_habits(session: AsyncSession, changed: Sequence[Changed[Habit]]) -> None:
    """Make the rows of these habits what their schedules and entries ask for."""
    if not changed:
        return
    now = max(one.now for one in changed)
    rows = await _locked_rows(session, [one.about for one in changed if not one.is_new], now=now)
    await _replan(session, sorted((one.about for one in changed), key=_id), rows, now=now)


def _id(habit: Habit) -> UUID:
    return habit.id


async def replan_habits_in(session: AsyncSession, to: Recipient, *, now: datetime) -> None:
    """Plan the reminders of all habits in one chat: its settings, or its person's, have changed."""
    known = select(Reminder.habit_id).where(
        Reminder.chat_id == to.chat.id, col(Reminder.state).in_((*WAITING, PushState.SENT))
    )
    here = col(Habit.chat_id) == to.chat.id
    if to.person is not None:
        own = select(HabitMember.habit_id).where(HabitMember.user_id == to.person.id)
        here = col(Habit.id).in_(own)
    query = select(Habit).where(or_(here, col(Habit.id).in_(known))).order_by(col(Habit.id))
    habits = (await session.exec(query)).all()
    rows = await _locked_rows(session, habits, now=now, only=to)
    await _replan(session, habits, rows, now=now, only=to)


async def plan_next(session: AsyncSession, row: Reminder, to: Recipient, *, now: datetime) -> None:
    """Plan what follows a habit's reminder in its chat.

    The worker holds locks on rows of its own by now, so it does not wait for other rows: whoever
    has locked those plans them.
    """
    habit = await session.get(Habit, row.habit_id) if row.habit_id else None
    if habit is None:
        return
    await _catch_up(session, habit, row, to, now=now)
    rows = await _locked_rows(session, [habit], now=now, only=to, skip_locked=True)
    await _replan(session, [habit], rows, now=now, only=to)


async def _catch_up(
    session: AsyncSession, habit: Habit, row: Reminder, to: Recipient, *, now: datetime
) -> None:
    """Insert today's row in the place of one that a long downtime has made a day late or more.

    Planning deletes it again if today does not ask for it.
    """
    slot, today = Slot.parse(row.key), to.days.day_of(now)
    if slot is None or slot.at is None or slot.day >= today:
        return
    missed = Slot(today, slot.at)
    fire_at = missed.fires_at(to.days)
    if fire_at is not None and fire_at <= now:
        await insert(session, new_push(habit, PushKind.HABIT, to.chat, str(missed), fire_at))


async def _locked_rows(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    only: Recipient | None = None,
    skip_locked: bool = False,
) -> list[Reminder]:
    """The rows that wait, those whose messages can be ticked, and those of the last days.

    They are locked, so that a row that is just being recorded as sent is seen as sent.
    """
    query = _rows_of(habits, now=now).with_for_update(skip_locked=skip_locked)
    if only is not None:
        query = query.where(Reminder.chat_id == only.chat.id)
    return list((await session.exec(query)).all()) if habits else []


def _rows_of(habits: Sequence[Habit], *, now: datetime) -> SelectOfScalar[Reminder]:
    live = col(Reminder.state).in_((*WAITING, PushState.SENT))
    return (
        select(Reminder)
        .where(
            col(Reminder.habit_id).in_([habit.id for habit in habits]),
            or_(live, col(Reminder.occurrence_at) > now - REMEMBERED),
        )
        .order_by(col(Reminder.id))
        .execution_options(populate_existing=True)
    )


async def _replan(
    session: AsyncSession,
    habits: Sequence[Habit],
    found: Sequence[Reminder],
    *,
    now: datetime,
    only: Recipient | None = None,
) -> None:
    rows: dict[UUID | None, list[Reminder]] = {habit.id: [] for habit in habits}
    for row in found:
        rows[row.habit_id].append(row)
    asking = [one for one in habits if one.is_live and (one.schedule.reminders or rows[one.id])]
    audiences = await _audiences(session, asking, now=now, only=only)
    new: list[Reminder] = []
    for habit in habits:
        new += await _plan_habit(session, audiences.get(habit.id, []), rows[habit.id], now=now)
    await session.flush()
    await insert_all(session, new)


async def _audiences(
    session: AsyncSession, habits: Sequence[Habit], *, now: datetime, only: Recipient | None
) -> dict[UUID, list[Audience]]:
    """The chats that are reminded of each habit: its group, and the private chats of the people
    who keep it; only one of them if `only` is given."""
    person = only.person if only is not None else None
    keeps = await _kept_lately(session, habits, now=now, user_id=person.id if person else None)
    return {
        habit.id: _audience(
            habit,
            keeps[habit.id].keeps,
            _group(session, keeps[habit.id].chat, only),
            _private(session, keeps[habit.id].keeps, only),
            now=now,
        )
        for habit in habits
    }


def _audience(
    habit: Habit,
    keeps: Sequence[Kept],
    group: Recipient | None,
    private: Mapping[UUID, Recipient],
    *,
    now: datetime,
) -> list[Audience]:
    """The group of a habit, then the private chats of those who keep it."""
    everybody = tuple(one.history for one in keeps)
    in_group = [Audience(habit, group, everybody, now)] if group and keeps else []
    return in_group + [
        Audience(habit, private[one.participant.user.id], (one.history,), now)
        for one in keeps
        if one.participant.user.id in private
    ]


async def _kept_lately(
    session: AsyncSession, habits: Sequence[Habit], *, now: datetime, user_id: UUID | None
) -> dict[UUID, KeptHabit]:
    """How these habits are kept, with at least those entries that matter for a reminder of today
    or for a message that can still be ticked. What is in hand is not read again."""
    lately = now.date() - LEFT_OPEN - timedelta(days=1)
    firsts = {  # a week may begin on any day
        habit.id: habit.schedule.period_of(lately).first - timedelta(days=7) for habit in habits
    }
    hand = hand_of(session).habits
    found = {
        habit.id: hand[habit.id]
        for habit in habits
        if habit.id in hand and hand[habit.id].serves(habit, firsts[habit.id], user_id)
    }
    missing = [habit for habit in habits if habit.id not in found]
    if missing:
        since = min(firsts[habit.id] for habit in missing)
        read = await kept_habits(session, missing, now=now, user_id=user_id, since=since)
        found |= {one.habit.id: one for one in read}
    return found


def _group(session: AsyncSession, chat: Chat, only: Recipient | None) -> Recipient | None:
    """The group of a habit, if it is one."""
    if only is not None:
        return only if only.chat.id == chat.id and not chat.is_private else None
    return None if chat.is_private else recipient(session, chat, None)


def _private(
    session: AsyncSession, keeps: Sequence[Kept], only: Recipient | None
) -> dict[UUID, Recipient]:
    """The private chats of these people by the people's keys."""
    if only is not None:
        return {only.person.id: only} if only.chat.is_private and only.person else {}
    return {
        one.participant.user.id: recipient(session, chat, one.participant.user)
        for one in keeps
        if (chat := one.participant.private) is not None
    }


async def _plan_habit(
    session: AsyncSession,
    audiences: Sequence[Audience],
    rows: Sequence[Reminder],
    *,
    now: datetime,
) -> list[Reminder]:
    """Fit the rows of a habit. Return those to insert."""
    ids = {audience.to.chat.id for audience in audiences}
    for row in rows:
        if row.chat_id not in ids:
            _follow(session, row, asks=False, now=now)
            await drop(session, row, now=now)
    new = []
    for audience in audiences:
        own = [row for row in rows if row.chat_id == audience.to.chat.id]
        new += await _plan_chat(session, audience, own)
    return new


async def _plan_chat(
    session: AsyncSession, audience: Audience, rows: Sequence[Reminder]
) -> list[Reminder]:
    """Fit the rows of one chat: sent messages, snoozes, and the next row of each local time.
    Return those to insert."""
    times: dict[time | None, list[Slotted]] = {}
    for row in rows:
        slot = Slot.parse(row.key)
        _look_at_message(session, row, slot, audience)
        if slot is not None:
            times.setdefault(slot.at, []).append((row, slot))
    after, new = await _plan_snoozes(session, audience, times.pop(None, []))
    for at in sorted(set(audience.habit.schedule.reminders)):
        new += await _plan_time(session, audience, at, times.pop(at, []), after=after)
    for row, _ in [one for dropped in times.values() for one in dropped]:
        if row.state in WAITING:
            await drop(session, row, now=audience.now)
    return new


def _look_at_message(
    session: AsyncSession, row: Reminder, slot: Slot | None, audience: Audience
) -> None:
    """Let the message of a day that asks for nothing more say what was done, and ask again when
    that is taken back; leave a very old one as it is."""
    if row.state == PushState.SENT and row.occurrence_at < audience.now - LEFT_OPEN:
        row.state = PushState.CLOSED
    else:
        _follow(session, row, asks=_asks(row, slot, audience), now=audience.now)


def _follow(session: AsyncSession, row: Reminder, *, asks: bool, now: datetime) -> None:
    changed = changed_habits(session).get(row.habit_id) if row.habit_id is not None else None
    batch = changed.batch if changed is not None else None
    follow(row, asks=asks, undone=undone_batches(session), now=now, batch=batch)


def _asks(row: Reminder, slot: Slot | None, audience: Audience) -> bool:
    """Whether a message's day asks for something, and was not snoozed since."""
    until = audience.habit.snoozed_until(row.chat_id)
    is_snoozed = until is not None and row.sent_at is not None and row.sent_at < until
    return slot is not None and audience.is_due(slot.day) and not is_snoozed


async def _plan_snoozes(
    session: AsyncSession, audience: Audience, rows: Sequence[Slotted]
) -> tuple[datetime, list[Reminder]]:
    """Keep a snooze while its day asks for something. Return the moment up to which nothing else
    is planned, and the rows to insert."""
    after, key = audience.now, _snooze_key(audience)
    for row, slot in rows:
        if row.state in WAITING and row.key == key and audience.still_waits(row, slot):
            after = max(after, row.fire_at)
        elif row.state in WAITING and not is_leaving(row, now=audience.now):
            await session.delete(row)
    until = audience.habit.snoozed_until(audience.to.chat.id)
    is_known = key in {row.key for row, _ in rows}
    is_today = until is not None and audience.to.days.day_of(until) == audience.today
    asks = is_today and audience.is_due(audience.today)
    if until is None or until <= audience.now or is_known or not asks:
        return after, []
    row = new_push(audience.habit, PushKind.SNOOZE, audience.to.chat, key, until)
    return max(after, until), [row]


def _snooze_key(audience: Audience) -> str:
    """The key of the row that a snooze of the habit in this chat asks for; empty without one."""
    until = audience.habit.snoozed_until(audience.to.chat.id)
    if until is None:
        return ""
    return f"{audience.to.days.day_of(until):%Y%m%d}@snooze-{int(until.timestamp())}"


async def _plan_time(
    session: AsyncSession,
    audience: Audience,
    at: time,
    rows: Sequence[Slotted],
    *,
    after: datetime,
) -> list[Reminder]:
    """Keep one row at a local time: the one that is due and waits for its turn, or the next.
    Return the row to insert, if any."""
    waiting = [(row, slot) for row, slot in rows if row.state in WAITING]
    due = [(row, slot) for row, slot in waiting if audience.has_come(slot)]
    ahead = [(row, slot) for row, slot in waiting if not audience.has_come(slot)]
    kept_rows, missed = await _sort_due(session, audience, due)
    for row in kept_rows:
        _let_wait(row, audience)
    if missed and after == audience.now:  # today's comes late in its place
        after = audience.to.days.begins(audience.today) - LAST_MINUTE
    wanted = None
    if not kept_rows:
        taken = {slot.day for row, slot in rows if row.state not in WAITING}
        wanted = audience.next_slot(at, after=after, taken=taken)
    return await _fit_next(session, audience, wanted, ahead)


async def _sort_due(
    session: AsyncSession, audience: Audience, due: Sequence[Slotted]
) -> tuple[list[Reminder], bool]:
    """The due rows that still wait, the others being deleted; whether a whole day was missed."""
    waiting, missed = [], False
    for row, slot in due:
        if audience.still_waits(row, slot):
            waiting.append(row)
        else:
            await session.delete(row)
            missed = missed or slot.day < audience.today
    return waiting, missed


def _let_wait(row: Reminder, audience: Audience) -> None:
    """Let a row that is due come at once, or when quiet hours end, which new settings may have
    made earlier."""
    if not is_leaving(row, now=audience.now):
        quiet = audience.to.quiet
        row.fire_at = min(row.fire_at, quiet.end_of(audience.now) if quiet else audience.now)


async def _fit_next(
    session: AsyncSession, audience: Audience, wanted: Slot | None, ahead: Sequence[Slotted]
) -> list[Reminder]:
    """Keep the row of the wanted slot, or move another there that is ahead, and delete the others.
    Return a new one if there is none to move."""
    fire_at = wanted.fires_at(audience.to.days) if wanted else None
    if wanted is None or fire_at is None:
        await _drop_all(session, ahead, now=audience.now)
        return []
    there = [row for row, slot in ahead if slot == wanted]
    movable = [row for row, _ in ahead if not is_leaving(row, now=audience.now)]
    for row in (there or movable)[:1]:
        await _drop_all(session, [one for one in ahead if one[0] is not row], now=audience.now)
        move(row, str(wanted), fire_at)
        return []
    return [new_push(audience.habit, PushKind.HABIT, audience.to.chat, str(wanted), fire_at)]


async def _drop_all(session: AsyncSession, rows: Sequence[Slotted], *, now: datetime) -> None:
    for row, _ in rows:
        await drop(session, row, now=now)
