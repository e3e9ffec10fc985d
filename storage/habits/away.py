"""A person's days away, on which no habit asks for anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.history.recording import Deed, changed_habits, keep_change
from storage.models import Action, HabitMember, User
from storage.rules.schedules import Span, spans_from_json, spans_to_json


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
