"""What a person is asked, and how the bot waits for the answer in their chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Edit, Reply
from storage.talk import questions

if TYPE_CHECKING:
    from bot.presses.questions import CancelQuestion
    from bot.questions import Question
    from bot.requests import Request


async def put(request: Request, question: Question) -> None:
    """Wait for the writer's answer to a question."""
    await questions.ask(
        request.session,
        question.kind,
        question.to_facts(),
        asker=request.asker,
        topic=request.topic,
        now=request.now,
    )


async def drop_question(request: Request) -> None:
    """Wait no longer."""
    await questions.drop_question(request.session, request.asked)


async def cancel(request: Request, _: CancelQuestion) -> Reply:
    """✖️ Cancel: wait for no answer"""
    await drop_question(request)
    return Edit(request.words("cancelled"))
