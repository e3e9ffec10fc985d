"""Who talks where: rows made once, written again only for news."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import col, func, select

from storage.database import Database
from storage.errors import MembershipUnknown
from storage.models import Assignment, Chat, ChatKind, Membership, MemberStatus, User
from storage.people.access import check_memberships
from storage.people.asking import Asker
from storage.people.chats import ChatFacts, chat_of, meet_chat, set_unreachable
from storage.people.members import keep_answered_status, seen_here, set_member_status
from storage.people.users import Sender, meet_user, set_blocked, user_of
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete
from storage.tasks.lists import Scope
from tests.support.scenes.people import (
    GROUP,
    NOW,
    PEOPLE,
    add,
    at,
    facts,
    find,
    group,
    leave,
    membership,
    private,
    sender,
    sit,
    statements,
    titles,
)


async def test_a_person_is_met_once(database: Database) -> None:
    async with database.begin() as session:
        first = await meet_user(session, sender("ann"), now=NOW)
    async with database.begin() as session:
        second = await meet_user(session, sender("ann"), now=at(1))
        assert (await session.exec(select(func.count()).select_from(User))).one() == 1
    assert first.id == second.id
    assert (second.name, second.username, second.telegram_language) == ("Ann", "ann", "en")
    assert second.created_at == second.updated_at == NOW


@pytest.mark.parametrize(
    "told",
    [
        {"name": "Anna"},
        {"username": "anna"},
        {"username": None},
        {"language": "de"},
    ],
)
async def test_news_of_a_person_is_kept(database: Database, told: dict[str, str | None]) -> None:
    async with database.begin() as session:
        await meet_user(session, sender("ann"), now=NOW)
    news = replace(sender("ann"), **told)  # type: ignore[arg-type]  # a name, or none
    async with database.begin() as session:
        await meet_user(session, news, now=at(1))
    async with database.begin() as session:
        user = (await session.exec(select(User))).one()
    assert Sender(user.telegram_id, user.name, user.username, user.telegram_language) == news
    assert (user.created_at, user.updated_at) == (NOW, at(1))


async def test_a_sender_without_language_keeps_the_known_one(database: Database) -> None:
    async with database.begin() as session:
        await meet_user(session, sender("ann"), now=NOW)
        user = await meet_user(session, replace(sender("ann"), language=""), now=at(1))
    assert user.telegram_language == "en"
    assert user.updated_at == NOW


async def test_nothing_is_written_when_nothing_changed(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")
    async with statements(database) as sent, database.begin() as session:
        await group(session, "ann", now=at(minutes=20))
    assert len(sent) == 3
    assert all(statement.startswith("SELECT") for statement in sent)


async def test_meeting_takes_no_second_write(database: Database) -> None:
    async with statements(database) as sent, database.begin() as session:
        await meet_user(session, sender("ann"), now=NOW)
        await meet_chat(session, facts(GROUP), now=NOW)
    assert [statement.split()[0] for statement in sent] == ["SELECT", "INSERT", "SELECT"] * 2


async def test_news_of_a_chat_is_kept(database: Database) -> None:
    async with database.begin() as session:
        before = await meet_chat(session, facts(GROUP), now=NOW)
    news = ChatFacts(GROUP, ChatKind.SUPERGROUP, "The house", username="house", is_forum=True)
    async with database.begin() as session:
        await meet_chat(session, news, now=at(1))
    async with database.begin() as session:
        chat = (await session.exec(select(Chat))).one()
    assert chat.id == before.id
    assert (chat.kind, chat.title, chat.username, chat.is_forum) == (
        "supergroup",
        "The house",
        "house",
        True,
    )
    assert chat.updated_at == at(1)


async def test_telegram_ids_have_52_bits(database: Database) -> None:
    async with database.begin() as session:
        await meet_user(session, Sender(2**52 - 1, "far"), now=NOW)
        await meet_chat(session, facts(-(2**52)), now=NOW)
    async with database.begin() as session:
        assert (await session.exec(select(User.telegram_id))).all() == [2**52 - 1]
        assert (await session.exec(select(Chat.telegram_id))).all() == [-(2**52)]


async def test_seen_again_is_written_twice_an_hour(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")
    async with statements(database) as sent, database.begin() as session:
        await group(session, "ann", now=at(minutes=31))
    assert [statement for statement in sent if statement.startswith("UPDATE")]
    async with database.begin() as session:
        assert (await session.exec(select(Membership.checked_at))).one() == at(minutes=31)


async def test_an_administrator_who_writes_stays_one(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await set_member_status(session, seat.user, seat.chat, MemberStatus.ADMINISTRATOR, now=NOW)
    async with database.begin() as session:
        seat = await group(session, "ann", now=at(1))
        known = await membership(session, seat.user, seat.chat)
    assert (known.standing, known.checked_at) == (MemberStatus.ADMINISTRATOR, at(1))


async def test_who_comes_back_is_a_member_again(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await leave(session, seat)
    async with database.begin() as session:
        seat = await group(session, "ann")
        assert await titles(session, seat) == []
        known = await membership(session, seat.user, seat.chat)
    assert known.standing == MemberStatus.MEMBER


async def test_who_leaves_loses_access_and_assignments_at_once(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        for task in await add(session, ann, "open", "done"):
            set_assignees(session, task, [ann.user, bob.user], ann.deed())
        complete(session, await find(session, ann, 2), ann.deed())
    async with database.begin() as session:
        bob = await group(session, "bob")
        await leave(session, bob)
        assert await titles(session, bob) == []
    async with database.begin() as session:
        bob_private = await private(session, "bob")
        assert await titles(session, bob_private, Scope.SEARCH) == []
        ann = await group(session, "ann")
        for number in (1, 2):  # what is done may be opened again
            assert [user.name for user in (await find(session, ann, number)).assignees] == ["Ann"]


async def test_leaving_a_group_keeps_assignments_elsewhere(database: Database) -> None:
    async with database.begin() as session:
        for chat_id in (GROUP, GROUP - 1):
            seat = await group(session, "bob", chat_id)
            (task,) = await add(session, seat, "mine")
            set_assignees(session, task, [seat.user], seat.deed())
    async with database.begin() as session:
        await leave(session, await group(session, "bob", GROUP))
    async with database.begin() as session:
        left = (await session.exec(select(func.count()).select_from(Assignment))).one()
    assert left == 1


async def test_leaving_before_being_seen_is_kept(database: Database) -> None:
    async with database.begin() as session:
        ann = await group(session, "ann")
        bob = await meet_user(session, sender("bob"), now=NOW)
        await set_member_status(session, bob, ann.chat, MemberStatus.GONE, now=NOW)
        known = await membership(session, bob, ann.chat)
    assert known.standing == MemberStatus.GONE


async def test_old_knowledge_of_a_group_has_to_be_asked_for(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        mine = await private(session, "ann")
        await check_memberships(session, mine.asker, now=at(minutes=59))
        with pytest.raises(MembershipUnknown) as unknown:
            await check_memberships(session, mine.asker, now=at(2))
        assert (unknown.value.user_id, unknown.value.chat_ids) == (PEOPLE["ann"], (GROUP,))
        assert (await chat_of(session, GROUP)).id == seat.chat.id
        assert (await user_of(session, PEOPLE["ann"])).id == mine.user.id
        await seen_here(session, seat.user, seat.chat, now=at(2))
        await check_memberships(session, mine.asker, now=at(2))


@pytest.mark.parametrize(
    ("answer", "lasts", "standing"),
    [
        (MemberStatus.MEMBER, 60, MemberStatus.MEMBER),
        (MemberStatus.ADMINISTRATOR, 60, MemberStatus.ADMINISTRATOR),
        (None, 5, MemberStatus.MEMBER),
    ],
)
async def test_an_answer_of_telegram_lasts(
    database: Database, answer: MemberStatus | None, lasts: int, standing: MemberStatus
) -> None:
    async with database.begin() as session:
        seat, mine = await group(session, "ann"), await private(session, "ann")
        await keep_answered_status(session, seat.user, seat.chat, answer, now=at(2))
    async with database.begin() as session:
        known = await membership(session, seat.user, seat.chat)
        assert known.standing == standing
        await check_memberships(session, mine.asker, now=at(2, minutes=lasts))
        with pytest.raises(MembershipUnknown):
            await check_memberships(session, mine.asker, now=at(2, minutes=lasts + 1))


async def test_no_answer_about_a_stranger_makes_no_member(database: Database) -> None:
    async with database.begin() as session:
        ann = await group(session, "ann")
        bob = await meet_user(session, sender("bob"), now=NOW)
        await keep_answered_status(session, bob, ann.chat, None, now=NOW)
        known = await membership(session, bob, ann.chat)
    assert known.standing == MemberStatus.GONE


async def test_in_a_group_no_other_chat_is_asked_about(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")
        other = await group(session, "ann", GROUP - 1)
        await check_memberships(session, other.asker, now=at(days=9))
        with pytest.raises(MembershipUnknown):  # in private it would be asked about both
            await check_memberships(session, (await private(session, "ann")).asker, now=at(days=9))


async def test_a_chat_left_is_not_asked_about(database: Database) -> None:
    async with database.begin() as session:
        there, ann = await group(session, "ann"), await private(session, "ann")
        with pytest.raises(MembershipUnknown):
            await check_memberships(session, ann.asker, now=at(days=9))
        await leave(session, there)
        await check_memberships(session, ann.asker, now=at(days=9))


async def test_blocking_and_coming_back(database: Database) -> None:
    async with database.begin() as session:
        await private(session, "ann")
        await set_blocked(session, PEOPLE["ann"], blocked=True, now=NOW)
        await set_blocked(session, PEOPLE["ann"], blocked=True, now=at(1))
    async with database.begin() as session:
        assert (await session.exec(select(User.blocked_at))).one() == NOW
        await set_blocked(session, PEOPLE["ann"], blocked=False, now=at(2))
        await set_blocked(session, 404, blocked=True, now=at(2))
    async with database.begin() as session:
        assert (await session.exec(select(User.blocked_at))).one() is None


async def test_a_chat_out_of_reach_and_back(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")
        await set_unreachable(session, GROUP, unreachable=True, now=NOW)
    async with database.begin() as session:
        assert (await session.exec(select(Chat.unreachable_at))).one() == NOW
        await set_unreachable(session, GROUP, unreachable=False, now=at(1))
        await set_unreachable(session, 404, unreachable=True, now=at(1))
    async with database.begin() as session:
        assert (await session.exec(select(Chat.unreachable_at))).one() is None


async def test_a_channel_that_posts_as_itself_is_a_sender(database: Database) -> None:
    async with database.begin() as session:
        chat = await meet_chat(session, ChatFacts(-7, ChatKind.CHANNEL, "News"), now=NOW)
        user = await meet_user(session, Sender(-7, "News"), now=NOW)
        await seen_here(session, user, chat, now=NOW)
        assert not Asker.of(user, chat).in_private


async def test_a_chat_takes_everything_of_it_along(database: Database) -> None:
    async with database.begin() as session:
        ann = await sit(session, "ann", GROUP, now=NOW)
        await add(session, ann, "one")
    async with database.begin() as session:
        chat = (await session.exec(select(Chat).where(col(Chat.telegram_id) == GROUP))).one()
        await session.delete(chat)
    async with database.begin() as session:
        assert (await session.exec(select(func.count()).select_from(Membership))).one() == 0
        assert (await session.exec(select(func.count()).select_from(User))).one() == 1
