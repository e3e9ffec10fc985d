"""Who keeps a habit: joined and left, paused, away, shown on the leaderboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.history.recording import Deed, changed_habits, keep_change
from storage.models import Action, Habit, HabitMember, Membership, MemberStatus, User
from storage.rules.schedules import Span, paused, resumed, spans_from_json, spans_to_json
from storage.upserts import insert_new


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who keeps a habit, and their pauses of it."""

    user: User
    pauses: tuple[Span, ...]
    is_ranked: bool


async def participants_of(
    session: AsyncSession, habits: Sequence[Habit], *, user_id: UUID | None = None
) -> dict[UUID, list[Participant]]:
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
            Membership.standing != MemberStatus.GONE,
        )
        .order_by(col(User.name), col(User.id))
    )
    if user_id is not None:
        query = query.where(HabitMember.user_id == user_id)
    found: dict[UUID, list[Participant]] = {habit.id: [] for habit in habits}
    for member, user in (await session.exec(query)).all():
        participant = Participant(user, spans_from_json(member.pauses), member.is_ranked)
        found[member.habit_id].append(participant)
    return found


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
