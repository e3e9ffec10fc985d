"""Topics of a private chat: each is a list of its own, and the agenda joins them."""

from __future__ import annotations

import pytest

from bot.playground.world import Topic
from tests.support.conversations import Conversation
from tests.support.messages import lines
from tests.support.telegram import Json


@pytest.fixture
async def work(anywhere: Conversation) -> Conversation:
    """Ann in a topic of her private chat; there is another one, `Home`."""
    anywhere.telegram.world.bot.has_topics = True
    await anywhere.says("ann", "/start")
    await anywhere.says("ann", "/timezone Berlin")
    topics = [a_topic(anywhere, name) for name in ("Work", "Home")]
    await anywhere.settle()
    return anywhere.in_topic(topics[0])


def a_topic(anywhere: Conversation, name: str) -> Topic:
    return anywhere.telegram.create_topic(anywhere.chat("ann"), name)


def home(work: Conversation) -> Conversation:
    topics = work.chat("ann").topics.values()
    return work.in_topic(next(one for one in topics if one.name == "Home"))


def topic_of(message: Json) -> int:
    return int(message.get("message_thread_id", 0))


def is_in(chat: Conversation, message: Json) -> bool:
    topic = chat.to()
    return topic_of(message) == (topic.id if isinstance(topic, Topic) else 0)


async def test_each_is_a_list_of_its_own(work: Conversation, anywhere: Conversation) -> None:
    """With numbers that are unique over them, which every one of them takes."""
    other = home(work)
    assert "#1 Write the report" in await work.says("ann", "Write the report")
    assert is_in(work, work.newest("ann"))
    assert "#2 Water plants" in await other.says("ann", "Water plants")
    assert "#3 Call mum" in await anywhere.says("ann", "Call mum")
    titles = ("Write", "Water", "Call")
    for place, title in zip((work, other, anywhere), titles, strict=True):
        said = await place.says("ann", "/list")
        assert list(lines(said, *titles)) == [title]
        assert "🗂" not in said
        assert is_in(place, place.newest("ann"))
    assert "Water plants" in await work.says("ann", "/show 2")
    assert "#2" in await work.says("ann", "/done 2")
    assert "Water" not in await other.says("ann", "/list")


async def test_a_joined_list_names_the_topics(work: Conversation, anywhere: Conversation) -> None:
    other = home(work)
    await work.says("ann", "Write the report today 18:00")
    await other.says("ann", "Water plants today 18:00")
    await anywhere.says("ann", "Call mum today 18:00")
    for text in ("/list all", "/today", "/week", "/list me"):
        found = lines(await anywhere.says("ann", text), "Write", "Water")
        assert found["Write"].endswith("🗂 Work"), text
        assert found["Water"].endswith("🗂 Home"), text
    assert "🗂 Home" in await work.says("ann", "/search water")
    for text in ("/list all", "/today", "/week", "/list me"):
        found = lines(await work.says("ann", text), "Write", "Water", "Call")
        assert "🗂" not in found["Write"], text
        assert found["Water"].endswith("🗂 Home"), text
        assert found["Call"].endswith("🗂 General"), text
    await other.presses("ann", "☐ 2")
    assert "☑ 2 Water plants" in other.reads("ann", other.with_button("ann", "☑ 2"))


async def test_a_topic_is_renamed(work: Conversation, anywhere: Conversation) -> None:
    await work.says("ann", "Write the report")
    topic = work.to()
    assert isinstance(topic, Topic)
    work.telegram.rename_topic(topic, "Office")
    assert "🗂 Office" in await anywhere.says("ann", "/list all")


async def test_a_reminder_comes_in_the_topic_of_its_task(
    work: Conversation, anywhere: Conversation
) -> None:
    await work.says("ann", "Write the report in 30 min")
    assert "Write the report" in await work.later("ann", minutes=31)
    reminder = work.newest("ann")
    assert is_in(work, reminder)
    await work.presses("ann", "💤 10 min", on=reminder)
    await work.later("ann", minutes=11)
    again = work.newest("ann")
    assert again["message_id"] != reminder["message_id"]
    assert is_in(work, again)
    await anywhere.says("ann", "done")
    assert "Write the report" in await work.says("ann", "/list"), "it was said in another topic"
    await work.later("ann", minutes=1)
    await anywhere.says("ann", "/undo")
    await work.says("ann", "/snooze 1 10 min")
    await work.later("ann", minutes=11)
    await work.says("ann", "done")
    assert "Write the report" not in await work.says("ann", "/list")


async def test_a_reply_is_about_the_reminder_in_its_topic(work: Conversation) -> None:
    await work.says("ann", "Write the report in 30 min")
    await work.later("ann", minutes=31)
    said = await work.says("ann", "tomorrow 9", reply_to=work.newest("ann"))
    assert "I'll remind you" in said
    assert is_in(work, work.newest("ann"))


async def test_the_agenda_comes_in_general(work: Conversation, anywhere: Conversation) -> None:
    await work.says("ann", "/settings agenda 16:00")
    await work.says("ann", "Write the report today")
    await home(work).says("ann", "/habit water the plants every day")
    said = await anywhere.later("ann", hours=2)
    assert lines(said, "Write")["Write"].endswith("🗂 Work")
    assert "water the plants" in said
    agenda = anywhere.newest("ann")
    assert is_in(anywhere, agenda)
    assert "☑ 1 Write" in await anywhere.presses("ann", "☐ 1", on=agenda)
    assert "Write" not in await work.says("ann", "/list")


async def test_an_answer_is_of_the_topic_that_asked(work: Conversation) -> None:
    """Words in another topic are a task there, and the question waits."""
    other = home(work)
    await work.says("ann", "Write the report")
    await work.says("ann", "/edit 1")
    assert is_in(work, work.newest("ann"))
    assert "#2 Water plants" in await other.says("ann", "Water plants")
    assert "Write a letter" in await work.says("ann", "Write a letter")
    assert list(lines(await work.says("ann", "/list"), "report", "letter")) == ["letter"]


async def test_a_habit_reminds_in_its_topic(work: Conversation, anywhere: Conversation) -> None:
    """The board, like the agenda, is of all that one does."""
    await work.says("ann", "/habit read every day at 16:00")
    assert is_in(work, work.newest("ann"))
    assert "read" in await anywhere.says("ann", "/habits")
    assert "read" in await work.later("ann", hours=2)
    reminder = work.newest("ann")
    assert is_in(work, reminder)
    await work.presses("ann", work.buttons("ann")[0], on=reminder)
    assert "1" in await work.says("ann", "/stats read")
    assert is_in(work, work.newest("ann"))


async def test_history_is_of_the_topic(work: Conversation) -> None:
    await work.says("ann", "Write the report")
    await home(work).says("ann", "Water plants")
    said = await work.says("ann", "/history")
    assert "Write" in said
    assert "Water" not in said


async def test_what_was_for_a_deleted_topic_comes_in_general(
    work: Conversation, anywhere: Conversation
) -> None:
    anywhere.setup.trouble_is_meant = True
    topic = work.to()
    assert isinstance(topic, Topic)
    await work.says("ann", "Write the report in 30 min")
    anywhere.telegram.delete_topic(topic)
    said = await anywhere.later("ann", minutes=31)
    assert "Write the report" in said
    assert "Work" in said, "where it is from"
    assert is_in(anywhere, anywhere.newest("ann"))
    assert "Done" in await anywhere.says("ann", "done")
    said = await anywhere.says("ann", "/list all")
    assert lines(said, "Write")["Write"].startswith("☑")


async def test_a_line_in_private_names_group_and_topic(anywhere: Conversation) -> None:
    project, town = anywhere.in_("project"), anywhere.town
    await anywhere.in_("design").says("ann", "/add Logo @ann")
    assert "🗂 Design" in lines(await project.says("ann", "/list all"), "Logo")["Logo"]
    anywhere.telegram.rename_topic(town.design, "Looks")
    await anywhere.settle()
    assert "🗂 Looks" in lines(await project.says("ann", "/list all"), "Logo")["Logo"]
    await anywhere.says("ann", "/start")
    assert "👥 Project X › Looks" in await anywhere.says("ann", "/list me")
