"""Habits: added, found, changed, shared. What happens on a day is in storage.entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.access import Asker, visible_habits
from storage.errors import HabitExists, TooMany, UnknownHabit
from storage.history import (
    Deed,
    changed_habits,
    habit_snapshot,
    keep_change,
    record_habit_added,
    recorded_habit,
)
from storage.models import (
    COLOURS,
    HABITS_LIMIT,
    NAME_LIMIT,
    Action,
    Chat,
    Habit,
    HabitMember,
    Membership,
    Standing,
    User,
)
from storage.people import insert_new
from storage.rules.folding import searchable_name
from storage.rules.schedules import (
    Goal,
    Schedule,
    Span,
    paused,
    resumed,
    spans_from_json,
    spans_to_json,
)


@dataclass(frozen=True, slots=True)
class NewHabit:
    """A habit to be; yes or no without a `goal`."""

    name: str
    schedule: Schedule
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who keeps a habit, and their pauses of it."""

    user: User
    pauses: tuple[Span, ...]
    is_ranked: bool


async def add_habit(
    session: AsyncSession, new: NewHabit, *, chat: Chat, topic: int, deed: Deed
) -> Habit:
    """Add a habit to a chat's list; who adds it keeps it. Raises HabitExists, TooMany."""
    name = _cut(new.name)
    await _check_name(session, name, chat.id, topic)
    await _check_room(session, chat.id)
    position = await _next_position(session, chat.id)
    habit = Habit(
        chat_id=chat.id,
        topic=topic,
        name=name,
        searchable=searchable_name(name),
        recurring_schedule=new.schedule.to_json(),
        colour=position % COLOURS,
        position=position,
        created_by=deed.asker.user_id,
        created_at=deed.now,
        updated_at=deed.now,
    )
    habit.goal = new.goal
    session.add(habit)
    await session.flush()  # the rows of history and of members refer to it
    record_habit_added(session, habit, deed)
    session.add(HabitMember(habit_id=habit.id, user_id=deed.asker.user_id, joined_at=deed.now))
    await session.flush()
    return habit


async def check_place(session: AsyncSession, habit: Habit, facts: Mapping[str, Any]) -> None:
    """Whether the habit's list has a place for it as these facts of its history would make it.
    Raises HabitExists, TooMany."""
    new = {**habit_snapshot(habit), **facts}
    if new["deleted_at"] is not None:
        return
    if "name" in facts or habit.deleted_at is not None:
        await _check_name(session, new["name"], habit.chat_id, habit.topic, but=habit.id)
    if new["archived_at"] is None and not habit.is_live:
        await _check_room(session, habit.chat_id)


async def _check_name(
    session: AsyncSession, name: str, chat_id: UUID, topic: int, *, but: UUID | None = None
) -> None:
    await _lock_list(session, chat_id)
    if await habit_named(session, name, chat_id=chat_id, topic=topic, but=but) is not None:
        raise HabitExists(name)


async def habit_named(
    session: AsyncSession, name: str, *, chat_id: UUID, topic: int, but: UUID | None = None
) -> Habit | None:
    """The habit of a list, archived ones too, whose name has the same words."""
    said = searchable_name(name)
    query = select(Habit).where(
        Habit.chat_id == chat_id,
        Habit.topic == topic,
        Habit.searchable == said if said.strip() else Habit.name == name,  # "…" has no words
        col(Habit.deleted_at).is_(None),
        col(Habit.id).is_distinct_from(but),
    )
    return (await session.exec(query)).first()


async def _check_room(session: AsyncSession, chat_id: UUID) -> None:
    await _lock_list(session, chat_id)
    live = select(func.count()).where(
        Habit.chat_id == chat_id, col(Habit.deleted_at).is_(None), col(Habit.archived_at).is_(None)
    )
    if (await session.exec(live)).one() >= HABITS_LIMIT:
        raise TooMany("habits", HABITS_LIMIT)


async def _lock_list(session: AsyncSession, chat_id: UUID) -> None:
    """Nobody else changes names or number of a chat's habits until the transaction ends; rows
    that only refer to the chat do not wait."""
    await session.get_one(Chat, chat_id, with_for_update={"key_share": True})


async def _next_position(session: AsyncSession, chat_id: UUID) -> int:
    """A place that no habit of the chat has, deleted ones too: they may come back."""
    free = func.coalesce(func.max(Habit.position) + 1, 0)
    return (await session.exec(select(free).where(Habit.chat_id == chat_id))).one()


def _cut(name: str) -> str:
    return name.strip()[:NAME_LIMIT].rstrip()


async def get_habit(session: AsyncSession, habit_id: UUID, *, asker: Asker) -> Habit:
    """The habit of this key, if the asker may see it here; on PostgreSQL its row is locked until
    the transaction ends. Raises UnknownHabit."""
    query = (
        select(Habit)
        .where(Habit.id == habit_id, visible_habits(asker))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    habit = (await session.exec(query)).first()
    if habit is None:
        raise UnknownHabit
    return habit


async def get_kept_habit(session: AsyncSession, habit_id: UUID, *, asker: Asker) -> Habit:
    """The habit of this key unless it is deleted. Raises UnknownHabit."""
    habit = await get_habit(session, habit_id, asker=asker)
    if habit.deleted_at is not None:
        raise UnknownHabit(habit.name)
    return habit


async def habits_here(
    session: AsyncSession, *, asker: Asker, chat: Chat, topic: int, archived: bool = False
) -> list[Habit]:
    """The habits of a list in their order. In private those of groups that the person keeps
    follow their own."""
    state = col(Habit.archived_at).is_not(None) if archived else col(Habit.archived_at).is_(None)
    query = (
        select(Habit)
        .where(
            visible_habits(asker),
            col(Habit.deleted_at).is_(None),
            state,
            _belongs(asker, chat, topic),
        )
        .order_by(col(Habit.chat_id) != chat.id, col(Habit.chat_id), col(Habit.position))
        .limit(HABITS_LIMIT * 2)
    )
    return list((await session.exec(query)).all())


def _belongs(asker: Asker, chat: Chat, topic: int) -> ColumnElement[bool]:
    if not chat.is_private:
        return (col(Habit.chat_id) == chat.id) & (col(Habit.topic) == topic)
    return exists().where(
        col(HabitMember.habit_id) == col(Habit.id), col(HabitMember.user_id) == asker.user_id
    )


async def titles_of(session: AsyncSession, habits: Sequence[Habit]) -> dict[UUID, str]:
    """The title of each chat that one of these habits belongs to, by the chat's key."""
    query = select(Chat).where(col(Chat.id).in_({habit.chat_id for habit in habits}))
    return {chat.id: chat.title for chat in (await session.exec(query)).all()}


async def find_by_words(
    session: AsyncSession, words: Sequence[str], *, asker: Asker, limit: int = 10
) -> list[Habit]:
    """Search: the habits that the asker may see, every folded word beginning one of the name's."""
    query = (
        select(Habit)
        .where(
            visible_habits(asker),
            col(Habit.deleted_at).is_(None),
            *(col(Habit.searchable).like(f"% {word}%") for word in words),
        )
        .order_by(col(Habit.archived_at).is_not(None), col(Habit.id).desc())
        .limit(limit)
    )
    return list((await session.exec(query)).all()) if words else []


async def rename(session: AsyncSession, habit: Habit, name: str, deed: Deed) -> None:
    """Raises HabitExists."""
    name = _cut(name)
    await check_place(session, habit, {"name": name})
    with recorded_habit(session, habit, Action.EDIT, deed):
        habit.name = name


async def reschedule(
    session: AsyncSession, habit: Habit, schedule: Schedule, goal: Goal | None, deed: Deed
) -> None:
    """Ask for it at other times, on other days, in another amount."""
    with recorded_habit(session, habit, Action.EDIT, deed):
        habit.schedule, habit.goal = schedule, goal


async def paint(session: AsyncSession, habit: Habit, colour: int, deed: Deed) -> None:
    """Give it another colour of the palette."""
    with recorded_habit(session, habit, Action.EDIT, deed):
        habit.colour = colour % COLOURS


async def move_up(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """Let it change places with the one before it in its list, if there is one."""
    before = (
        select(Habit)
        .where(
            Habit.chat_id == habit.chat_id,
            Habit.topic == habit.topic,
            Habit.position < habit.position,
            col(Habit.deleted_at).is_(None),
            col(Habit.archived_at).is_(None),
        )
        .order_by(col(Habit.position).desc())
        .limit(1)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    other = (await session.exec(before)).first()
    if other is None:
        return
    for moved, place in ((other, habit.position), (habit, other.position)):
        with recorded_habit(session, moved, Action.EDIT, deed):
            moved.position = place


async def archive(session: AsyncSession, habit: Habit, deed: Deed, *, archived: bool) -> None:
    """Put it away with its history, or take it out again, which raises TooMany."""
    if not archived:
        await check_place(session, habit, {"archived_at": None})
    with recorded_habit(session, habit, Action.ARCHIVE, deed):
        habit.archived_at = (habit.archived_at or deed.now) if archived else None


async def delete_habit(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """Delete it for everybody who keeps it; `/undo` brings it back."""
    with recorded_habit(session, habit, Action.DELETE, deed):
        habit.deleted_at = habit.deleted_at or deed.now


async def restore_habit(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """Raises HabitExists when its name was taken in the meantime, TooMany when its place was."""
    await check_place(session, habit, {"deleted_at": None})
    with recorded_habit(session, habit, Action.RESTORE, deed):
        habit.deleted_at = None


async def member_of(
    session: AsyncSession, habit_id: UUID, user_id: UUID, *, lock: bool = False
) -> HabitMember | None:
    """How somebody keeps a habit; with `lock` nobody else changes what they keep meanwhile."""
    return await session.get(
        HabitMember, (habit_id, user_id), with_for_update=lock or None, populate_existing=lock
    )


async def join(session: AsyncSession, habit: Habit, deed: Deed) -> bool:
    """Keep a shared habit, too; False for who does already."""
    member = HabitMember(habit_id=habit.id, user_id=deed.asker.user_id, joined_at=deed.now)
    if not await insert_new(session, member):
        return False
    _keep_membership(session, habit, Action.JOIN, deed, before=None, after=member_facts(member))
    return True


async def leave(session: AsyncSession, habit: Habit, deed: Deed) -> bool:
    """Keep a shared habit no more; what was kept so far stays for a return. False for who did not
    keep it, and for a person's own habit."""
    if deed.asker.in_private and habit.chat_id == deed.asker.chat_id:
        return False
    member = await member_of(session, habit.id, deed.asker.user_id, lock=True)
    if member is None:
        return False
    before = member_facts(member)
    await session.delete(member)
    await session.flush()
    _keep_membership(session, habit, Action.LEAVE, deed, before=before, after=None)
    return True


async def set_ranked(session: AsyncSession, habit: Habit, deed: Deed, *, is_ranked: bool) -> None:
    """Show the asker on the group's leaderboard, or not."""
    member = await member_of(session, habit.id, deed.asker.user_id, lock=True)
    if member is None or member.is_ranked == is_ranked:
        return
    before = member_facts(member)
    member.is_ranked = is_ranked
    _keep_membership(session, habit, Action.EDIT, deed, before=before, after=member_facts(member))


async def pause(
    session: AsyncSession, habit: Habit, deed: Deed, *, today: date, until: date | None
) -> None:
    """Ask for nothing of the asker from today until a day, inclusive; None for an open end."""
    await _change_pauses(session, habit, deed, lambda spans: paused(spans, today, until))


async def resume_habit(session: AsyncSession, habit: Habit, deed: Deed, *, today: date) -> None:
    """End the asker's pause of a habit: today counts again."""
    await _change_pauses(session, habit, deed, lambda spans: resumed(spans, today))


async def _change_pauses(
    session: AsyncSession,
    habit: Habit,
    deed: Deed,
    change: Callable[[Sequence[Span]], Sequence[Span]],
) -> None:
    member = await member_of(session, habit.id, deed.asker.user_id, lock=True)
    if member is None:
        return
    before = member_facts(member)
    member.pauses = spans_to_json(change(spans_from_json(member.pauses)))
    if member_facts(member) != before:
        _keep_membership(
            session, habit, Action.PAUSE, deed, before=before, after=member_facts(member)
        )


async def set_away(
    session: AsyncSession,
    user: User,
    deed: Deed,
    spans: Sequence[Span],
    *,
    action: Action = Action.PAUSE,
) -> None:
    """Set the person's away days, on which no habit asks for anything."""
    before = user.settings.get("away", [])
    kept = spans_to_json(spans)
    if kept == before:
        return
    user.settings = {**user.settings, "away": kept}
    user.updated_at = deed.now
    own = select(HabitMember.habit_id).where(HabitMember.user_id == user.id)
    changed_habits(session).update(dict.fromkeys((await session.exec(own)).all(), deed.now))
    keep_change(session, None, action, deed, before={"away": before}, after={"away": kept})


def away_of(settings: Mapping[str, Any]) -> tuple[Span, ...]:
    """A person's away days."""
    return spans_from_json(settings.get("away"))


def member_facts(member: HabitMember) -> dict[str, Any]:
    """What of keeping a habit its history holds, as JSON."""
    return {"pauses": member.pauses, "is_ranked": member.is_ranked}


def _keep_membership(
    session: AsyncSession,
    habit: Habit,
    action: Action,
    deed: Deed,
    *,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    changed_habits(session)[habit.id] = deed.now
    who = deed.asker.user_id.hex
    keep_change(
        session,
        habit,
        action,
        deed,
        before={"member": {"user": who, "facts": before}},
        after={"member": {"user": who, "facts": after}},
    )


async def keepers_of(
    session: AsyncSession, habits: Sequence[Habit], *, user_id: UUID | None = None
) -> dict[UUID, list[Keeper]]:
    """Who keeps each of these habits, by name, or only one person; nobody who has left its chat.

    The habits were read through `visible_habits`, so who keeps them may be read too.
    """
    query = (
        select(HabitMember, User)
        .join(User, col(User.id) == col(HabitMember.user_id))
        .join(Habit, col(Habit.id) == col(HabitMember.habit_id))
        .join(
            Membership,
            (col(Membership.user_id) == col(User.id))
            & (col(Membership.chat_id) == col(Habit.chat_id)),
        )
        .where(
            col(HabitMember.habit_id).in_([habit.id for habit in habits]),
            Membership.standing != Standing.GONE,
        )
        .order_by(col(User.name), col(User.id))
    )
    if user_id is not None:
        query = query.where(HabitMember.user_id == user_id)
    found: dict[UUID, list[Keeper]] = {habit.id: [] for habit in habits}
    for member, user in (await session.exec(query)).all():
        keeper = Keeper(user, spans_from_json(member.pauses), member.is_ranked)
        found[member.habit_id].append(keeper)
    return found
