"""Answers of a process that was frozen for longer than their lease."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any, cast

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.outgoing import answers as sending
from bot.outgoing.answers import Answers, keep
from bot.outgoing.keeping import Answer
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import LAPSED, Failed, Outcome, Sent
from bot.replies import Address, Leaving
from storage.database import Database
from storage.models import TaskMessage
from storage.talk.answers import LEASE
from tests.support.clocks import Time
from tests.support.databases import Dialect
from tests.support.outbox import Letterbox, say
from tests.support.scenes.people import NOW, private


class Asking(Letterbox):
    """It sends what may leave at that moment."""

    def post(self, reply: Leaving, address: Address, **facts: Any) -> asyncio.Future[Outcome]:
        self.still = facts["still"]
        return super().post(reply, address)

    def leave(self) -> None:
        self.answer(Sent(7) if self.still() else Failed(LAPSED, ambiguous=False))


@pytest.mark.parametrize("sleeps", [timedelta(), LEASE])
async def test_an_answer_leaves_only_while_no_other_process_may_send_it(
    database: Database, dialect: Dialect, sleeps: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite is one process's: nobody takes over there before it has ended."""
    post, asleep = Asking(), 0.0
    loop_time = asyncio.get_running_loop().time
    monkeypatch.setattr(sending, "_seconds", lambda: loop_time() + asleep)
    answers = Answers(
        database=database, outbox=cast("Outbox", post), clock=Clock(Time(NOW)), counts=Counter()
    )
    async with database.begin() as session:
        ann = await private(session, "ann")
        said = Answer(say("hi"), Address(ann.chat.telegram_id), 5)
        kept = await keep(session, said, ann.chat, None, now=NOW)
    answers.send(kept)
    asleep = sleeps.total_seconds()
    post.leave()
    await answers.close()
    async with database.read() as session:
        waiting = (await session.exec(select(TaskMessage.update_id))).all()
    is_lapsed = bool(sleeps) and dialect == "postgresql"
    assert [*waiting] == ([5] if is_lapsed else []), "what has lapsed is kept for the other"
