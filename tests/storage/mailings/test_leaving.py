"""Letters of mailings: none leaves twice, whatever becomes of those who send them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlmodel import select

from storage.database import Database
from storage.mailings.leaving import (
    LEASE,
    ClaimedLetter,
    claim_letter,
    is_sending,
    letter_ended,
    letter_put_off,
)
from storage.mailings.writing import begin_broadcast, draft_broadcast, steer
from storage.models import (
    Chat,
    ChatKind,
    Letter,
    LetterState,
    Mailing,
    MailingAudience,
    MailingState,
)
from storage.people.chats import ChatFacts, meet_chat, migrate_chat
from tests.support.scenes.people import GROUP, NOW, at, group, private

NEW = -1_000_000_000_500
STEPS = ("claim", "sent", "put off", "killed", "later", "pause", "go on")


async def begun(database: Database, receivers: int) -> Mailing:
    """A broadcast to so many groups; nothing else is there."""
    async with database.begin() as session:
        for table in (Mailing, Chat):
            await session.exec(delete(table))
        author = (await private(session, "ann")).user
        for number in range(receivers):
            facts = ChatFacts(-1 - number, ChatKind.GROUP, f"Group {number}")
            await meet_chat(session, facts, now=NOW)
        mailing = await draft_broadcast(session, author, "Hello", now=NOW)
        mailing.audience = MailingAudience.GROUPS
        await begin_broadcast(session, mailing, shown_in=None, now=NOW)
    return mailing


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=30), receivers=st.integers(0, 4))
async def test_no_letter_leaves_twice(database: Database, steps: list[str], receivers: int) -> None:
    """Claims that end well, are given back, or are never heard of again, in any order."""
    mailing, now = await begun(database, receivers), NOW
    in_hand: list[ClaimedLetter] = []
    left: Counter[str] = Counter()
    for step in steps:
        async with database.begin() as session:
            row = await session.get_one(Mailing, mailing.id)
            match step:
                case "claim" if (claimed := await claim_letter(session, now=now)) is not None:
                    assert row.state == MailingState.SENDING
                    in_hand.append(claimed)
                case "sent" if in_hand:
                    done = in_hand.pop()
                    left[str(done.chat.id)] += 1
                    await letter_ended(session, done, LetterState.SENT, message_id=1)
                case "put off" if in_hand:
                    await letter_put_off(session, in_hand.pop(), now, failed=True)
                case "killed" if in_hand:  # it may have left
                    left[str(in_hand.pop().chat.id)] += 1
                case "later":
                    now += LEASE / 2
                case "pause":
                    steer(session, row, MailingState.PAUSED, now=now)
                case "go on":
                    steer(session, row, MailingState.SENDING, now=now)
                case _:
                    pass
    assert all(times == 1 for times in left.values()), left


async def test_it_ends_when_nothing_waits(database: Database) -> None:
    mailing = await begun(database, 3)
    sent = []
    for _ in range(3):
        async with database.begin() as session:
            claimed = await claim_letter(session, now=NOW)
            assert claimed is not None
            sent.append(claimed.chat.telegram_id)
            if len(sent) < 3:
                await letter_ended(session, claimed, LetterState.SENT, message_id=1)
    async with database.begin() as session:
        assert await claim_letter(session, now=NOW) is None
        assert await is_sending(session), "one is in hand"
    async with database.begin() as session:
        assert await claim_letter(session, now=NOW + LEASE + timedelta(seconds=1)) is None
    async with database.begin() as session:
        assert not await is_sending(session)
        assert (await session.get_one(Mailing, mailing.id)).state == MailingState.DONE
        found = await session.exec(select(Letter.state))
        assert Counter(found.all()) == Counter(sent=2, unclear=1)
    assert len({*sent}) == 3


@pytest.mark.parametrize("first", [GROUP, NEW])
@pytest.mark.parametrize("left", [LetterState.SENT, LetterState.SENDING, LetterState.UNCLEAR])
async def test_a_group_of_two_rows_gets_no_second_letter(
    database: Database, first: int, left: LetterState
) -> None:
    """Both ids of a group that moved had a letter; that of one of them has left."""
    async with database.begin() as session:
        author = (await private(session, "ann")).user
        await group(session, "ann")
        supergroup = ChatFacts(NEW, ChatKind.SUPERGROUP, "The flat")
        await meet_chat(session, supergroup, now=at(1))
        mailing = await draft_broadcast(session, author, "Hello", now=NOW)
        mailing.audience = MailingAudience.GROUPS
        await begin_broadcast(session, mailing, shown_in=None, now=NOW)
        there = select(Letter).join(Chat).where(Chat.telegram_id == first)
        letter = (await session.exec(there)).one()
        letter.state = left
        if left == LetterState.SENDING:
            letter.claimed_until = NOW + LEASE
    async with database.begin() as session:
        await migrate_chat(session, old_id=GROUP, new_id=NEW)
    async with database.begin() as session:
        assert [row.state for row in (await session.exec(select(Letter))).all()] == [left]
        assert await claim_letter(session, now=NOW) is None
