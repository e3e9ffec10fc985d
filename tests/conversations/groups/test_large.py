"""What a group of 200 members costs in statements, and how its members are chosen from."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.models import Chat, Membership, MemberStatus, User
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of
from tests.support.spending import count, press

MEMBERS = 200
COSTS = {
    "/add Buy milk tomorrow 9am @bob": 11,
    "/add Buy bread @member_7 @member_150": 11,
    "/add Buy jam @sam": 11,
    "/assign 1 @member_100 @bob": 11,
    "/assign 1 me": 11,
    "/assign 2": 11,
    "/unassign 1 @bob": 11,
    "/claim 3": 11,
    "/list": 6,
    "/list @bob": 6,
    "/list me": 6,
    "/history 1": 8,
    "/history": 8,
}


async def fill(flat: Conversation) -> None:
    """Let the bot know 200 members, by their names in order."""
    async with flat.application.database.begin() as session:
        chat = (await session.exec(select(Chat).where(Chat.title == "Flat 12"))).one()
        now = chat.created_at
        users = [
            User(
                telegram_id=5000 + n,
                name=f"Member {n:03}",
                username=f"member_{n}",
                created_at=now,
                updated_at=now,
            )
            for n in range(MEMBERS - 3)
        ]
        session.add_all(users)
        await session.flush()
        standing = MemberStatus.MEMBER
        for user in users:
            row = Membership(user_id=user.id, chat_id=chat.id, standing=standing, checked_at=now)
            session.add(row)


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """200 members; Bob has started the bot."""
    here = anywhere.in_("flat")
    for who in ("ann", "bob", "chen"):
        await here.says(who, "/list")
    await anywhere.says("bob", "/start")
    await here.says("ann", "/timezone Berlin")
    await fill(here)
    return here


async def test_commands_keep_their_budgets(flat: Conversation) -> None:
    spent = {text: await count(flat, text) for text in COSTS}
    assert {text: cost for text, cost in spent.items() if cost > COSTS[text]} == {}


async def test_presses_keep_their_budgets(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk tomorrow 9am @bob @ann")
    spent = {"done": await press(flat, "✅ Done"), "undo": await press(flat, "↩️ Undo")}
    await flat.says("ann", "/list")
    spent["tick"] = await press(flat, "☐ 1")
    spent["untick"] = await press(flat, "☑ 1")
    await flat.says("ann", "/show 1")
    spent["choose"] = await press(flat, "👤 Assign")
    spent["turn"] = await press(flat, "›")
    spent["assign"] = await press(flat, "Member 011")
    spent["unassign"] = await press(flat, "✓ Member 011")
    assert {name: cost for name, (cost, _) in spent.items() if cost > 12} == {}


async def test_what_is_told_keeps_its_budget(flat: Conversation) -> None:
    """Of one task, and of ten that came as one message."""
    private = flat.in_("private")
    await private.says("ann", "/start")
    spent = {}
    for lines in ("Buy jam @ann", "\n".join(f"- Buy number {n} @ann" for n in range(10))):
        await flat.says("bob", f"/add {lines}")
        flat.time.pass_(seconds=30)
        await flat.settle()
        message = private.newest("ann")
        buttons = buttons_of(message)
        for button in (buttons[0], buttons[3]) if len(buttons) > 2 else buttons[1:]:
            spent[f"{button} {len(lines)}"] = (await press(private, button, on=message))[0]
        flat.time.pass_(seconds=30)
        await flat.settle()
    spent["I'll do it"] = (await press(flat, "🙋 I'll do it"))[0]
    assert {name: cost for name, cost in spent.items() if cost > 12} == {}


async def test_the_choice_of_members_has_pages(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @sam")
    await flat.says("ann", "/assign 1")
    first = flat.buttons("ann")
    assert first[:4] == ["✓ @sam", "Ann", "Bob", "Chen"]
    assert first[-4:] == ["‹", "1/17", "›", "‹ Back"]
    await flat.presses("ann", "›")
    shown = flat.buttons("ann")
    assert shown[0] == "Member 009"
    assert len(shown) == 12 + 4
    await flat.presses("ann", "Member 015")
    assert "✓ Member 015" in flat.buttons("ann"), "the page stays"
    assert "Member 015, @sam" in await flat.says("ann", "/show 1")
    await flat.says("ann", "/assign 1")
    await flat.presses("ann", "‹")
    last = flat.buttons("ann")
    assert last[-5] == "Member 196"


async def test_everybody_is_too_many(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk")
    assert "up to 20 assignees" in await flat.says("ann", "/assign 1 @all")
