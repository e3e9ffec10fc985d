"""Reminders in groups and in trouble: who is told, what Telegram refuses, what was missed."""

from __future__ import annotations

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.jobs import saying
from bot.playground.world import Json
from bot.reader import Reader
from bot.replies import Reply
from storage.models import PushKind, PushState, Reminder
from storage.pushes.claims import Claim
from storage.pushes.upkeep import dead_letters
from tests.support.conversations import Conversation
from tests.support.messages import text_of


async def started(anywhere: Conversation, *who: str) -> None:
    for one in who:
        await anywhere.says(one, "/start")


async def states(chat: Conversation) -> list[str]:
    async with chat.application.database.begin() as session:
        return sorted((await session.exec(select(Reminder.state))).all())


def newest_of(chat: Conversation, place: str, who: str = "ann") -> str:
    return text_of(chat.in_(place).newest(who))


async def test_a_group_mentions_the_assignees_and_tells_them_in_private(
    anywhere: Conversation,
) -> None:
    flat = anywhere.in_("flat")
    await started(anywhere, "bob")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Buy milk at 15:00 @bob")
    anywhere.time.pass_(minutes=30)
    await anywhere.settle()
    message = flat.newest("ann")
    assert text_of(message).endswith("\nBob")
    assert mentioned(message) == [anywhere.town.bob.id]
    assert newest_of(anywhere, "private", "bob").endswith("👥 Flat 12")
    assert anywhere.messages("ann") == [], "who has not started the bot cannot be written to"
    await anywhere.presses("bob", "✅ Done")
    assert flat.reads("ann", message) == "✅ Done: #1 Buy milk"


def mentioned(message: Json) -> list[int]:
    entities = message.get("entities", [])
    return [one["user"]["id"] for one in entities if one["type"] == "text_mention"]


async def test_who_starts_the_bot_later_is_told_from_then_on(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Buy milk at 15:00 @bob")
    await started(anywhere, "bob")
    assert "Buy milk" in await anywhere.later("bob", minutes=30)


async def test_an_assignee_has_their_own_offsets_and_quiet_hours(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await started(anywhere, "bob")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Buy milk tomorrow 7:30 @bob")
    await anywhere.says("bob", "/settings")
    await anywhere.presses("bob", "🔔 Reminders")
    await anywhere.presses("bob", "🔔 Tasks with a time")
    await anywhere.presses("bob", "1 hour before")
    await anywhere.presses("bob", "✓ at the due time")
    await anywhere.says("bob", "/settings")
    await anywhere.presses("bob", "🔔 Reminders")
    await anywhere.presses("bob", "🌙 Quiet hours")
    await anywhere.presses("bob", "22:00–07:00")
    assert await anywhere.later("bob", hours=16, minutes=29) == ""
    assert "⏰ in 30 minutes" in await anywhere.later("bob", minutes=1)
    assert "Buy milk" in await flat.later("ann", minutes=30)


async def test_who_leaves_a_group_is_told_nothing_more(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await started(anywhere, "bob")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Secret plan at 15:00 nag 10m @bob", "Secret party at 16:00 @bob")
    assert "Secret plan" in await anywhere.later("bob", minutes=30)
    await anywhere.says("bob", "/snooze@dueto_bot 1 in 2 hours")
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
    await anywhere.settle()
    assert await anywhere.later("bob", hours=3) == ""


async def test_who_blocked_the_bot_gets_one_summary_on_return(anywhere: Conversation) -> None:
    await started(anywhere, "ann")
    await anywhere.adds("ann", "Call mom at 15:00", "Call dad at 15:10", "Buy milk at 20:00")
    anywhere.telegram.block(anywhere.town.ann)
    await anywhere.settle()
    calls = len(anywhere.telegram.calls)
    assert await anywhere.later("ann", hours=1) == ""
    assert len(anywhere.telegram.calls) == calls, "nothing is even tried"
    anywhere.telegram.unblock(anywhere.town.ann)
    said = await anywhere.later("ann", minutes=1)
    assert said.startswith("👋 While you were away")
    assert said.count("Call ") == 2
    assert await anywhere.later("ann", hours=3) == ""
    assert "🔔 #3 Buy milk" in await anywhere.later("ann", hours=2)


async def test_blocked_without_a_word_is_tried_once(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    await started(anywhere, "ann")
    await anywhere.adds("ann", "Call mom at 15:00", "Call dad at 15:10")
    anywhere.telegram.deactivate(anywhere.town.ann)
    before = len(anywhere.telegram.calls_of("sendMessage"))
    for _ in range(5):
        await anywhere.later("ann", minutes=10)
    assert len(anywhere.telegram.calls_of("sendMessage")) == before + 1
    assert await states(anywhere) == ["held", "held"]


async def test_an_assignee_who_was_away_is_not_forgotten(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await started(anywhere, "bob")
    await flat.says("bob", "/list")
    anywhere.telegram.block(anywhere.town.bob)
    await flat.adds("ann", "Buy milk tomorrow 15:00 @bob")
    anywhere.telegram.unblock(anywhere.town.bob)
    await anywhere.settle()
    assert "Buy milk" in await anywhere.later("bob", days=1, minutes=30)


async def test_kicked_from_a_group(anywhere: Conversation) -> None:
    """The group's reminder goes to the creator of the task until the bot is there again."""
    flat = anywhere.in_("flat")
    anywhere.setup.trouble_is_meant = True
    await started(anywhere, "ann", "bob")
    await flat.adds("ann", "Buy milk at 15:00", "Buy bread at 16:00", "Pay rent at 18:00")
    await flat.adds("bob", "Buy beer at 16:30")
    anywhere.town.flat.members[anywhere.telegram.bot.id].status = "kicked"
    tries = len(anywhere.telegram.calls_of("sendMessage"))
    said = await anywhere.later("ann", minutes=30)
    assert said.startswith("🔔 #1 Buy milk")
    assert said.endswith("👥 Flat 12 · I can't write in this group any more")
    assert len(anywhere.telegram.calls_of("sendMessage")) == tries + 2, "one try in the group"
    await anywhere.presses("ann", "✅ Done")
    said = await anywhere.later("ann", hours=1)
    assert said.startswith("🔔 #2 Buy bread\n⏰ now")
    assert "⌛ Sent" not in said
    assert "Buy beer" in await anywhere.later("bob", minutes=30)
    assert "Buy beer" not in newest_of(anywhere, "private", "ann")
    await anywhere.presses("ann", "💤 1 h")
    assert "Buy bread" in await anywhere.later("ann", hours=1)
    anywhere.telegram.add_bot(anywhere.town.flat, anywhere.town.ann)
    assert "away" not in await flat.later("ann", minutes=20), "nothing was held"
    assert "Pay rent" in await flat.later("ann", minutes=10)


async def test_kicked_while_nobody_was_told_of_it(anywhere: Conversation) -> None:
    """Telegram tells of it in an update, too: then nothing is tried in the group."""
    flat = anywhere.in_("flat")
    await started(anywhere, "ann")
    await flat.adds("ann", "Buy milk at 15:00 nag 10m", *(f"Task {n} at 15:0{n}" for n in range(7)))
    anywhere.telegram.kick_bot(anywhere.town.flat, anywhere.town.ann)
    await anywhere.settle()
    tries = len(anywhere.telegram.calls_of("sendMessage"))
    assert "Buy milk" in await anywhere.later("ann", minutes=30)
    assert "Buy milk\n⏰ 10 minutes overdue" in await anywhere.later("ann", minutes=10)
    asked = anywhere.telegram.calls_of("sendMessage")[tries:]
    assert {call.params["chat_id"] for call in asked} == {str(anywhere.town.ann.id)}


async def test_what_was_missed_by_a_group_is_joined_for_who_made_it(
    anywhere: Conversation,
) -> None:
    flat = anywhere.in_("flat")
    anywhere.setup.trouble_is_meant = True
    await started(anywhere, "ann", "bob")
    await flat.adds("ann", *(f"Task {n} at 15:0{n}" for n in range(7)))
    await flat.adds("bob", "Beer at 15:00")
    anywhere.town.flat.members[anywhere.telegram.bot.id].status = "kicked"
    assert (await anywhere.later("ann", hours=2)).startswith("⌛ Sent late (7)")
    assert newest_of(anywhere, "private", "bob").startswith("🔔 #8 Beer")


async def test_kicked_and_nobody_to_tell(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.setup.trouble_is_meant = True
    await flat.adds("ann", "Buy milk at 15:00", "Buy bread at 16:00")
    anywhere.town.flat.members[anywhere.telegram.bot.id].status = "kicked"
    anywhere.time.pass_(hours=2)
    await anywhere.settle()
    assert await states(anywhere) == ["held", "held"]
    anywhere.telegram.add_bot(anywhere.town.flat, anywhere.town.ann)
    said = await flat.later("ann", minutes=1)
    assert "While you were away" in said
    assert said.count("⏰") == 2


async def test_a_group_that_becomes_a_supergroup(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.setup.trouble_is_meant = True
    await flat.adds("ann", "Buy milk at 15:00", "Buy bread at 16:00 remind 1h before")
    anywhere.telegram.delete_message(flat.newest("ann"))
    successor = anywhere.telegram.migrate(anywhere.town.flat)
    offset = anywhere.setup.offset
    anywhere.setup.offset = 1 << 40  # the service messages are still on their way
    anywhere.time.pass_(minutes=30)
    while await anywhere.application.reminders.push_next():
        pass
    said = [text_of(m) for m in anywhere.telegram.messages(successor) if anywhere.is_bots(m)]
    assert sorted(one.splitlines()[0] for one in said) == ["🔔 #1 Buy milk", "🔔 #2 Buy bread"]
    anywhere.setup.offset = offset
    await anywhere.settle()
    anywhere.time.pass_(hours=2)
    await anywhere.settle()
    said = [text_of(m) for m in anywhere.telegram.messages(successor) if anywhere.is_bots(m)]
    assert len(said) == 2


async def test_reminders_survive_when_both_ids_have_a_row(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.setup.trouble_is_meant = True
    await flat.adds("ann", "Buy milk at 15:00")
    successor = anywhere.telegram.migrate(anywhere.town.flat)
    waiting = await anywhere.waiting()
    anywhere.telegram.say(anywhere.town.ann, "/add Buy bread at 15:00", to=successor)
    newest = (await anywhere.waiting())[-1]
    for update in (newest, *waiting):
        await anywhere.application.endpoint.receive(update)
        anywhere.setup.offset = newest["update_id"] + 1
    anywhere.time.pass_(minutes=30)
    await anywhere.settle()
    said = [text_of(m) for m in anywhere.telegram.messages(successor) if anywhere.is_bots(m)]
    titles = sorted(one.splitlines()[0] for one in said if one.startswith("🔔"))
    assert titles == ["🔔 #1 Buy milk", "🔔 #2 Buy bread"]


@pytest.mark.parametrize("gone", ["closed", "deleted"])
async def test_a_topic_that_is_gone(anywhere: Conversation, gone: str) -> None:
    anywhere.setup.trouble_is_meant = True
    design, town = anywhere.in_("design"), anywhere.town
    await design.adds("ann", "Draw a logo at 15:00")
    if gone == "closed":
        anywhere.telegram.close_topic(town.design)
    else:
        anywhere.telegram.delete_topic(town.design)
    anywhere.time.pass_(minutes=30)
    await anywhere.settle()
    message = anywhere.in_("project").newest("ann")
    where, what = text_of(message).split("\n")[:2]
    assert where == "📂 From the topic “Design”, which is closed or deleted:"
    assert what == "🔔 #1 Draw a logo"
    assert "message_thread_id" not in message
    assert await states(anywhere) == ["sent"]


async def test_a_topic_and_the_general_one_closed(anywhere: Conversation) -> None:
    """Then it goes to the creator of the task, in private."""
    anywhere.setup.trouble_is_meant = True
    await anywhere.says("ann", "/help")
    await anywhere.in_("design").adds("ann", "Draw a logo at 15:00")
    anywhere.telegram.fail_next(
        "sendMessage", code=400, description="Bad Request: TOPIC_CLOSED", times=2
    )
    anywhere.time.pass_(minutes=30)
    await anywhere.settle()
    assert text_of(anywhere.newest("ann")).startswith("🔔 #1 Draw a logo")
    assert await states(anywhere) == ["sent"]


async def test_a_topic_is_kept(anywhere: Conversation) -> None:
    design = anywhere.in_("design")
    await design.adds("ann", "Draw a logo at 15:00")
    await design.says("bob", "/list")
    await design.says("bob", "/snooze 1 15:30")
    anywhere.time.pass_(hours=1)
    await anywhere.settle()
    assert design.newest("ann")["message_thread_id"] == anywhere.town.design.id


async def test_too_many_requests_delay_and_lose_nothing(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Buy milk at 15:00")
    await anywhere.adds("bob", "Call mom at 15:00")
    anywhere.telegram.fail_next("sendMessage", code=429, retry_after=30)
    anywhere.time.pass_(minutes=30)
    await anywhere.settle()
    assert await states(anywhere) == ["pending", "sent"], "the other chat does not wait"
    anywhere.time.pass_(seconds=29)
    await anywhere.settle()
    assert await states(anywhere) == ["pending", "sent"]
    anywhere.time.pass_(seconds=2)
    await anywhere.settle()
    assert newest_of(anywhere, "flat").startswith("🔔 #1 Buy milk")
    assert newest_of(anywhere, "private", "bob").startswith("🔔 #1 Call mom")
    assert await states(anywhere) == ["sent", "sent"]


async def test_what_telegram_lets_wait_is_not_late(anywhere: Conversation) -> None:
    """Whose fault it is counts: a downtime of ours is told, a refusal of Telegram's is not."""
    anywhere.setup.trouble_is_meant = True
    await anywhere.adds("ann", "Call mom at 15:00", "Buy milk at 15:40")
    anywhere.telegram.fail_next("sendMessage", code=429, retry_after=240)
    assert await anywhere.later("ann", minutes=30) == ""
    said = await anywhere.later("ann", minutes=5)
    assert "🔔 #1 Call mom" in said
    assert "late" not in said
    anywhere.telegram.fail_next("sendMessage", code=429, retry_after=60)
    assert await anywhere.later("ann", minutes=41) == ""
    assert "Sent 8 minutes late" in await anywhere.later("ann", minutes=2)


@pytest.mark.parametrize("code", [500, 502])
async def test_faults_of_telegram_are_waited_out(anywhere: Conversation, code: int) -> None:
    anywhere.setup.trouble_is_meant = True
    await anywhere.adds("ann", "Call mom at 15:00")
    anywhere.telegram.fail_next("sendMessage", code=code)
    heard = [await anywhere.later("ann", minutes=30)]
    heard += [await anywhere.later("ann", seconds=20) for _ in range(6)]
    assert sum("Call mom" in one for one in heard) == 1
    assert await states(anywhere) == ["sent"]


async def test_a_reminder_that_arrives_unseen_is_not_repeated_without_end(
    anywhere: Conversation,
) -> None:
    """Telegram delivers, and answers 502."""
    anywhere.setup.trouble_is_meant = True
    await anywhere.adds("ann", "Call mom at 15:00")
    anywhere.telegram.fail_next("sendMessage", code=502, after=True, times=50)
    heard = [await anywhere.later("ann", minutes=30)]
    heard += [await anywhere.later("ann", minutes=5) for _ in range(40)]
    assert sum(one.count("Call mom") for one in heard) == 3
    counts = anywhere.application.counts()
    assert (counts["push unclear"], counts["push given_up"]) == (3, 1)
    async with anywhere.application.database.begin() as session:
        assert len(await dead_letters(session)) == 1


async def test_what_telegram_refuses_for_good_is_kept_for_the_operator(
    anywhere: Conversation,
) -> None:
    anywhere.setup.trouble_is_meant = True
    await anywhere.adds("ann", "Call mom at 15:00", "Call dad at 15:00")
    anywhere.telegram.fail_next("sendMessage", code=400, description="Bad Request: no way")
    assert (await anywhere.later("ann", minutes=30)).count("🔔") == 1
    async with anywhere.application.database.begin() as session:
        dead = await dead_letters(session)
    assert [(row.state, row.error) for row in dead] == [(PushState.DEAD, "No way")]
    assert await anywhere.later("ann", hours=9) == ""


async def test_one_that_breaks_does_not_hold_up_the_others(
    anywhere: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    anywhere.setup.trouble_is_meant = True
    await anywhere.adds("ann", "Call mom at 15:00", "Call dad at 15:00")
    whole = saying.SAYINGS[PushKind.TASK]

    async def broken(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
        if claimed.task is not None and claimed.task.number == 1:
            raise ZeroDivisionError
        return await whole(session, claimed, reader)

    with monkeypatch.context() as patched:
        patched.setitem(saying.SAYINGS, PushKind.TASK, broken)
        said = await anywhere.later("ann", minutes=30)
        assert "Call dad" in said
        assert "Call mom" not in said
    assert "Call mom" in await anywhere.later("ann", minutes=1)


async def test_after_a_downtime_each_is_sent_once_and_says_how_late(
    chat: Conversation,
) -> None:
    await chat.adds("ann", "Call mom at 15:00", "Call dad at 16:00")
    chat.time.pass_(hours=3, minutes=30)
    await chat.setup.restart()
    said = await chat.later("ann")
    assert said.count("🔔") == 2
    assert "⌛ Sent 3 hours late." in said
    assert "⌛ Sent 2 hours late." in said
    assert await chat.later("ann", hours=9) == ""


async def test_more_than_five_are_joined(chat: Conversation) -> None:
    await chat.adds("ann", *(f"Task {n} at 15:0{n}" for n in range(6)), "Later at 20:00")
    chat.time.pass_(hours=3)
    await chat.setup.restart()
    said = await chat.later("ann")
    assert said.startswith(
        "⌛ Sent late (6)\n☐ 1 Task 0 · ⏰ today, 15:00 · 2 hours 30 minutes overdue\n"
    )
    assert len(said.splitlines()) == 7
    assert await chat.later("ann", minutes=30) == ""
    said = await chat.presses("ann", "💤 All for 1 h")
    assert said.startswith("💤 6 tasks: I'll remind you ")
    assert await chat.later("ann", minutes=59) == ""
    assert (await chat.later("ann", minutes=1)).count("🔔") == 6


async def test_five_are_not(chat: Conversation) -> None:
    await chat.adds("ann", *(f"Task {n} at 15:0{n}" for n in range(5)))
    assert (await chat.later("ann", hours=3)).count("🔔") == 5


async def test_the_morning_agenda(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    await anywhere.presses("ann", "☀️ Morning agenda at 9:00")
    await anywhere.adds("ann", "Call mom tomorrow at 15:00", "Buy milk in 3 days", "Old at 15:00")
    await anywhere.later("ann", minutes=30)
    said = await anywhere.later("ann", hours=18)
    assert said.startswith("☀️ Good morning! For today (2)")
    assert "☐ 3 Old · ⏰ yesterday" in said
    assert "☐ 1 Call mom" in said
    there = len(anywhere.messages("ann"))
    shown = await anywhere.presses("ann", "☐ 1")
    assert "☑ 1 Call mom" in shown
    assert "☐ 3 Old" in shown
    assert len(anywhere.messages("ann")) == there
    await anywhere.says("ann", "/done 1 3")
    assert await anywhere.later("ann", days=1) == "", "nothing to say, nothing said"
    assert "Buy milk" in await anywhere.later("ann", days=1)


async def test_the_evening_review_is_switched_off(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom at 15:00")
    await anywhere.later("ann", minutes=30)
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🌙 Review")
    await anywhere.presses("ann", "20:00")
    assert (await anywhere.later("ann", hours=5)).startswith("🌙 Still open this evening (1)")
    assert (await anywhere.later("ann", days=1)).startswith("🌙 Still open this evening (1)")
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🌙 Review")
    await anywhere.presses("ann", "off")
    assert await anywhere.later("ann", days=3) == ""


async def test_a_review_of_yesterday_evening_does_not_come_at_noon(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom at 15:00")
    await anywhere.later("ann", minutes=30)
    await anywhere.says("ann", "/settings review 20:00")
    assert await anywhere.later("ann", hours=21) == "", "no process ran in the evening"
    assert (await anywhere.later("ann", hours=8)).startswith("🌙 Still open this evening (1)")


async def test_an_agenda_comes_once_though_the_clock_goes_back(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    await anywhere.presses("ann", "☀️ Morning agenda at 9:00")
    await anywhere.adds("ann", "Call mom yesterday, no date")
    await anywhere.adds("ann", "Call dad at 15:00")
    await anywhere.later("ann", minutes=30)
    assert "Good morning" in await anywhere.later("ann", hours=18)
    anywhere.time.pass_(minutes=-30)
    await anywhere.says("ann", "/language en")
    assert await anywhere.later("ann", hours=1) == ""
    assert "Good morning" in await anywhere.later("ann", hours=23, minutes=30)


async def test_another_zone_keeps_the_wall_time(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom tomorrow 9:00", "Water plants at 9:00 every day")
    await anywhere.adds("ann", "Buy milk tomorrow")
    await anywhere.says("ann", "/timezone America/New_York")
    assert "tomorrow, 09:00" in await anywhere.says("ann", "/show 1")
    assert await anywhere.later("ann", hours=18, minutes=30) == "", "9:00 in Berlin"
    said = await anywhere.later("ann", hours=6)
    assert said.count("🔔") == 3
    assert "⌛ Sent" not in said
    assert "09:00" in await anywhere.says("ann", "/done 2")
    assert "Water plants" in await anywhere.later("ann", days=1)


async def test_another_zone_swallows_nothing(anywhere: Conversation) -> None:
    """Half past two in Berlin is half past nine in Tokyo: 18:00 is over there."""
    await anywhere.adds("ann", "Call mom at 18:00")
    await anywhere.says("ann", "/timezone Asia/Tokyo")
    assert await anywhere.later("ann", hours=3) == ""
    assert "Call mom\n⏰ now" in await anywhere.later("ann", minutes=30)


async def test_a_snooze_goes_with_its_task_to_another_zone(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom tomorrow 12:00")
    await anywhere.says("ann", "/snooze 1 tomorrow 9:00")
    await anywhere.says("ann", "/timezone America/New_York")
    assert await anywhere.later("ann", hours=24, minutes=29) == ""
    assert "⏰ in 3 hours" in await anywhere.later("ann", minutes=1)
    assert "⏰ now" in await anywhere.later("ann", hours=3)


MUTED = "Bad Request: not enough rights to send text messages to the chat"


async def test_muted_in_a_group(anywhere: Conversation) -> None:
    """Whoever made a task is told of it, until the bot may write again."""
    flat = anywhere.in_("flat")
    anywhere.setup.trouble_is_meant = True
    await started(anywhere, "ann")
    await flat.adds("ann", "Buy milk at 15:00", "Buy bread at 16:00")
    anywhere.telegram.fail_next("sendMessage", code=400, description=MUTED)
    assert "Buy milk" in await anywhere.later("ann", minutes=30)
    await flat.gets(_rights(flat, may_write=False))
    await flat.gets(_rights(flat, may_write=True))
    assert "Buy bread" in await flat.later("ann", hours=1)


async def test_a_bot_that_is_muted_does_not_try(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await started(anywhere, "ann")
    await flat.adds("ann", "Buy milk at 15:00")
    await flat.gets(_rights(flat, may_write=False))
    assert "Buy milk" in await anywhere.later("ann", minutes=30)
    assert "Buy milk" not in newest_of(anywhere, "flat").partition("🔔")[2]


def _rights(flat: Conversation, *, may_write: bool) -> Json:
    """Telegram's update that an administrator has let the bot write, or not."""
    bot, world = flat.telegram.bot, flat.telegram.world
    rights = ("messages", "audios", "documents", "photos", "videos", "video_notes")
    more = ("voice_notes", "polls", "other_messages")
    names = [f"can_send_{name}" for name in (*rights, *more)]
    names += ["can_add_web_page_previews", "can_change_info", "can_invite_users"]
    names += ["can_pin_messages", "can_manage_topics"]
    names += ["can_edit_tag", "can_react_to_messages"]
    muted = {"status": "restricted", "user": bot.json(), "is_member": True, "until_date": 0}
    muted |= dict.fromkeys(names, False)
    member = {"status": "member", "user": bot.json()}
    change: Json = {"chat": flat.chat("ann").json(), "from": flat.user("ann").json()}
    change |= {"date": world.unix()}
    old, new = (muted, member) if may_write else (member, muted)
    return {"my_chat_member": change | {"old_chat_member": old, "new_chat_member": new}}
