"""A person is away: no habit asks for anything on those days, and no task reminds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.habits.keeps import hand_of
from storage.history.changed import habit_changed
from storage.history.recording import recorded
from storage.models import Action, Habit, HabitMember, User
from storage.people.changed import absence_changed
from storage.people.chats import private_chat_of
from storage.people.settings import lock_settings
from storage.rules.absence import ABSENCE, Absence, absence_of, absence_to_json
from storage.rules.schedules import Span, away_of, resumed, spans_to_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


async def set_away(
    session: AsyncSession,
    user: User,
    deed: Deed,
    spans: Sequence[Span],
    absence: Absence | None = None,
) -> None:
    """Replace a person's days without habits, and the time in which no task reminds them."""
    with recorded(session, user, Action.PAUSE, deed):
        await put_away(session, user, spans, absence, deed)


async def put_away(
    session: AsyncSession,
    user: User,
    spans: Sequence[Span],
    absence: Absence | None,
    deed: Deed,
) -> None:
    """The same inside a change that is recorded."""
    await lock_settings(session, user)
    if absence != absence_of(user.settings):
        _put(user, ABSENCE, absence_to_json(absence))
        private = await private_chat_of(session, user.id)
        if private is not None:
            absence_changed(session, private.id, now=deed.now)
    if tuple(spans) != away_of(user.settings):
        _put(user, "away", spans_to_json(spans))
        await _replan_habits(session, user, deed)


def _put(user: User, name: str, value: object) -> None:
    others = {key: kept for key, kept in user.settings.items() if key != name}
    user.settings = others | ({name: value} if value else {})


async def _replan_habits(session: AsyncSession, user: User, deed: Deed) -> None:
    hand_of(session).habits.clear()
    own = select(HabitMember.habit_id).where(HabitMember.user_id == user.id)
    for habit in (await session.exec(select(Habit).where(col(Habit.id).in_(own)))).all():
        habit_changed(session, habit, now=deed.now, batch=deed.batch)


async def come_back(session: AsyncSession, user: User, deed: Deed, *, today: date) -> bool:
    """End a person's days away: all is as usual from now on. False: they were not away."""
    before = away_of(user.settings)
    spans = resumed(before, today)
    is_paused = tuple(before) != tuple(spans) or any(today in span for span in before)
    if absence_of(user.settings) is None and not is_paused:
        return False
    await set_away(session, user, deed, spans, None)
    return True
