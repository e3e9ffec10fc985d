"""What a chat was reminded of last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_
from sqlmodel import col, select

from storage.models import Chat, PushState, Reminder

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession


async def last_reminder(
    session: AsyncSession, chat: Chat, topic: int, *, since: datetime
) -> Reminder | None:
    """The reminder that was sent to a chat, or a topic of it, last, at `since` or later; None
    where that message was a digest of several."""
    query = (
        select(Reminder)
        .where(
            Reminder.chat_id == chat.id,
            Reminder.topic == topic,
            col(Reminder.state).in_((PushState.SENT, PushState.CLOSING, PushState.CLOSED)),
            col(Reminder.sent_at) >= since,
            or_(col(Reminder.task_id).is_not(None), col(Reminder.habit_id).is_not(None)),
        )
        .order_by(col(Reminder.sent_at).desc(), col(Reminder.message_id).desc())
        .limit(2)
    )
    rows = (await session.exec(query)).all()
    if len(rows) == 2 and rows[0].message_id == rows[1].message_id:
        return None
    return rows[0] if rows else None
