"""What a person is asked, and how the bot waits for the answer in their chat."""

from __future__ import annotations

from typing import Any

from bot.questions import Question, question_of
from bot.requests import Request
from storage.talk import questions


async def ask(request: Request, kind: str, facts: dict[str, Any]) -> None:
    """Wait for who wrote this to answer a question of a kind of `routes.ANSWERS`."""
    await questions.ask(
        request.session,
        kind,
        facts,
        asker=request.asker,
        topic=request.topic,
        now=request.now,
    )


async def put(request: Request, question: Question) -> None:
    """Wait for who wrote this to answer a question."""
    await ask(request, question.kind, question.to_facts())


def open_question(request: Request) -> Question | None:
    """The question that is open for this person here."""
    row = request.question
    return question_of(row.kind, row.facts) if row else None


async def drop_question(request: Request) -> None:
    """Wait no longer."""
    await questions.drop_question(request.session, asker=request.asker)
