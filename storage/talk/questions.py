"""Questions that the bot has asked and whose answers it waits for, also after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

from storage.models import Question
from storage.upserts import put

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker

QUESTION_LASTS = timedelta(hours=1)


async def ask(
    session: AsyncSession,
    kind: str,
    facts: dict[str, Any],
    *,
    asker: Asker,
    topic: int,
    after: int | None = None,
    now: datetime,
) -> None:
    """Wait for this person's answer in this chat. An earlier question to them is dropped.

    `after`: the message that led to it, by which a reply to an older one is told from an answer.
    """
    question = Question(
        chat_id=asker.chat_id,
        user_id=asker.user_id,
        topic=topic,
        kind=kind,
        facts=facts,
        asked_at=now,
        asked_after=after,
    )
    await put(session, question)


def is_open(question: Question, *, now: datetime) -> bool:
    """Whether its answer is still waited for: it was asked within the last hour."""
    return now - question.asked_at <= QUESTION_LASTS


async def drop_question(session: AsyncSession, question: Question | None) -> None:
    """Wait no longer for the answer to a question; nothing happens without one."""
    if question is not None and inspect(question).persistent:
        await session.delete(question)


def interrupt(question: Question | None) -> None:
    """Note that something else was said since: words that would fit anything are asked about."""
    if question is not None and not question.interrupted and inspect(question).persistent:
        question.interrupted = True
