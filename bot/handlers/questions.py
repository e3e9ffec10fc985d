"""What a person is asked, and how the bot waits for the answer in their chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import AboutHabit, AboutTask
from bot.replies import Edit, Reply
from storage.talk import questions

if TYPE_CHECKING:
    from uuid import UUID

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
        after=request.message.message_id if request.message is not None else request.pressed,
        now=request.now,
    )


async def drop_question(request: Request) -> None:
    """Wait no longer."""
    await questions.drop_question(request.session, request.asked)


async def stop_asking(request: Request, about: UUID) -> None:
    """Wait no longer for what was to be said of a task or a habit: its card is opened again."""
    match request.question:
        case AboutTask(task=key) | AboutHabit(habit=key) if key == about:
            await drop_question(request)


async def cancel(request: Request, _: CancelQuestion) -> Reply:
    """✖️ Cancel: wait for no answer"""
    await drop_question(request)
    return Edit(request.words("cancelled"))
