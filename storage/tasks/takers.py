"""Who takes turns at a task: the people of its order, whether they can, and who comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect
from sqlmodel import col, select

from storage.models import Membership, MemberStatus, Task, TurnTaker, User
from storage.rules.recurrence import next_occurrence, repeat_from_json
from storage.rules.rotation import next_turn
from storage.rules.schedules import away_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


async def load_takers(session: AsyncSession, tasks: Iterable[Task]) -> None:
    """Read who takes turns at those of these tasks that rotate: one statement for all of them."""
    rotating = [task for task in tasks if task.rotation is not None]
    if not rotating:
        return
    ids = {key for task in rotating for key in task.turn_order}
    chats = {task.chat_id for task in rotating}
    query = (
        select(User, Membership.chat_id)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            col(User.id).in_(ids),
            col(Membership.chat_id).in_(chats),
            Membership.standing != MemberStatus.GONE,
        )
    )
    here: dict[UUID, dict[UUID, User]] = {}
    for user, chat_id in (await session.exec(query)).all():
        here.setdefault(chat_id, {})[user.id] = user
    for task in rotating:
        know_takers(task, here.get(task.chat_id, {}).values())


def know_takers(task: Task, people: Iterable[User]) -> None:
    """Keep in hand those of a task's order who are in its chat."""
    known = {user.id: user for user in people}
    takers = tuple(TurnTaker(key, known.get(key)) for key in task.turn_order)
    inspect(task).info["takers"] = takers


def can_on(day: date | None) -> Callable[[TurnTaker], bool]:
    """The condition that somebody can take the turn of a day: they are in the chat, and not away
    on that day."""

    def can(taker: TurnTaker) -> bool:
        if taker.user is None:
            return False
        return day is None or not any(day in span for span in away_of(taker.user.settings))

    return can


def taker_of(takers: Sequence[TurnTaker], key: UUID | None) -> TurnTaker | None:
    """The one of this key."""
    return next((one for one in takers if one.key == key), None)


def taker_after(task: Task, *, now: datetime) -> User | None:
    """Who has the turn behind the present one, as far as is known today."""
    due = task.due
    day = due.on if due is not None else None
    if task.repeat is not None and task.occurrence is not None:
        repeat = repeat_from_json(task.repeat)
        following = next_occurrence(repeat, current=task.occurrence, now=now, completed_at=now)
        day = following.on if following is not None else day
    found = next_turn(task.takers, taker_of(task.takers, task.turn), can=can_on(day))
    return found.user if found is not None else None
