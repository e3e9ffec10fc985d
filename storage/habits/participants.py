"""Who takes part in a habit: joined and left, paused, shown on the leaderboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.habits.keeps import Participant, hand_of
from storage.history.facts import from_iso
from storage.history.kinds import Participation
from storage.history.recording import recorded
from storage.models import Action, Habit, HabitMember, Membership, MemberStatus, User
from storage.rules.schedules import Span, paused, resumed, spans_from_json, spans_to_json
from storage.upserts import insert_new

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.history.facts import MemberFacts
    from storage.people.asking import Deed


async def participants_of(
    session: AsyncSession, habits: Sequence[Habit], *, user_id: UUID | None = None
) -> dict[UUID, list[Participant]]:
    """Who takes part in each of these habits, by name, or only one person of them.

    People who have left the habit's chat are not among them. The habits were read through
    `visible_habits`, so their participants may be read too.
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
    """How somebody takes part in a habit, None if they do not.

    With `lock` no other transaction changes that, or an entry of theirs, until this one ends.
    """
    return await session.get(
        HabitMember, (habit_id, user_id), with_for_update=lock or None, populate_existing=lock
    )


async def find_participation(session: AsyncSession, habit: Habit, user_id: UUID) -> Participation:
    """How somebody takes part in a habit, locked until the transaction ends."""
    member = await member_of(session, habit.id, user_id, lock=True)
    return Participation(habit, user_id, member)


async def join(session: AsyncSession, habit: Habit, deed: Deed) -> bool:
    """Let the asker take part in a shared habit. False: they do already."""
    who = deed.asker.user_id
    part = Participation(habit, who, None)
    with recorded(session, part, Action.JOIN, deed):
        member = HabitMember(habit_id=habit.id, user_id=who, joined_at=deed.now)
        if await insert_new(session, member):
            part.member = member
    hand_of(session).forget(habit.id)
    return part.member is not None


async def leave(session: AsyncSession, habit: Habit, deed: Deed) -> bool:
    """End the asker's part in a shared habit. Their entries stay, in case they return.

    False: they took no part, or it is a habit of their private chat.
    """
    if deed.asker.in_private and habit.chat_id == deed.asker.chat_id:
        return False
    part = await find_participation(session, habit, deed.asker.user_id)
    if part.member is None:
        return False
    with recorded(session, part, Action.LEAVE, deed):
        await put_member(session, part, None, joined_at=deed.now)
    return True


async def put_member(
    session: AsyncSession, part: Participation, facts: MemberFacts | None, *, joined_at: datetime
) -> None:
    """Set how somebody takes part in a habit inside a change that is recorded; None ends it."""
    if facts is None:
        await session.delete(part.member)
        part.member = None
    elif part.member is None:
        part.member = HabitMember(
            habit_id=part.habit.id,
            user_id=part.user_id,
            joined_at=from_iso(facts.get("joined_at")) or joined_at,
            pauses=facts["pauses"],
            is_ranked=facts["is_ranked"],
        )
        session.add(part.member)
    else:
        part.member.pauses, part.member.is_ranked = facts["pauses"], facts["is_ranked"]
    hand_of(session).forget(part.habit.id)
    await session.flush()


async def set_ranked(session: AsyncSession, habit: Habit, deed: Deed, *, is_ranked: bool) -> None:
    """Show the asker on the group's leaderboard, or not."""
    part = await find_participation(session, habit, deed.asker.user_id)
    if part.member is None:
        return
    with recorded(session, part, Action.EDIT, deed):
        part.member.is_ranked = is_ranked


async def pause(
    session: AsyncSession, habit: Habit, deed: Deed, *, today: date, until: date | None
) -> None:
    """Ask the asker for nothing from today until a day, inclusive; None for an open end."""
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
    part = await find_participation(session, habit, deed.asker.user_id)
    if part.member is None:
        return
    with recorded(session, part, Action.PAUSE, deed):
        part.member.pauses = spans_to_json(change(spans_from_json(part.member.pauses)))
    hand_of(session).forget(habit.id)
