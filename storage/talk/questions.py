"""Questions that the bot has asked and whose answers it waits for, also after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete
from sqlmodel import col

from storage.models import Question

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker

QUESTION_LASTS = timedelta(days=1)


async def ask(
    session: AsyncSession,
    kind: str,
    facts: dict[str, Any],
    *,
    asker: Asker,
    topic: int,
    now: datetime,
) -> None:
    """Wait for this person's answer in this chat. An earlier question to them is dropped."""
    await drop_question(session, asker=asker)
    session.add(
        Question(
            chat_id=asker.chat_id,
            user_id=asker.user_id,
            topic=topic,
            kind=kind,
            facts=facts,
            asked_at=now,
        )
    )
    await session.flush()


async def open_question(session: AsyncSession, *, asker: Asker, now: datetime) -> Question | None:
    """The question that this person was asked here within the last day and has not answered."""
    question = await session.get(Question, (asker.chat_id, asker.user_id))
    if question is None or now - question.asked_at > QUESTION_LASTS:
        return None
    return question


async def drop_question(session: AsyncSession, *, asker: Asker) -> None:
    """Wait no longer for this person's answer in this chat."""
    await session.exec(
        delete(Question)
        .where(col(Question.chat_id) == asker.chat_id, col(Question.user_id) == asker.user_id)
        .execution_options(synchronize_session="fetch")
    )
