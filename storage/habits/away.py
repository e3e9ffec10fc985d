"""A person's days away, on which no habit asks for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.habits.keeps import hand_of
from storage.history.changed import habit_changed
from storage.history.recording import recorded
from storage.models import Action, Habit, HabitMember, User
from storage.people.settings import lock_settings
from storage.rules.schedules import Span, away_of, spans_to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


async def set_away(session: AsyncSession, user: User, deed: Deed, spans: Sequence[Span]) -> None:
    """Replace a person's days away."""
    with recorded(session, user, Action.PAUSE, deed):
        await put_away(session, user, spans, deed)


async def put_away(session: AsyncSession, user: User, spans: Sequence[Span], deed: Deed) -> None:
    """Replace a person's days away inside a change that is recorded."""
    await lock_settings(session, user)
    if tuple(spans) == away_of(user.settings):
        return
    settings = {name: value for name, value in user.settings.items() if name != "away"}
    user.settings = settings | ({"away": spans_to_json(spans)} if spans else {})
    hand_of(session).habits.clear()
    own = select(HabitMember.habit_id).where(HabitMember.user_id == user.id)
    for habit in (await session.exec(select(Habit).where(col(Habit.id).in_(own)))).all():
        habit_changed(session, habit, now=deed.now, batch=deed.batch)
