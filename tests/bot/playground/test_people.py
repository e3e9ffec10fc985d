"""What people do, the updates that it causes, and which of them reach the bot."""

from collections.abc import Callable
from typing import Any

import pytest
from telegram import Update

from bot.playground.people.messages import Impossible
from bot.playground.people.town import Town
from bot.playground.telegram import Telegram
from bot.playground.world import Chat, UploadedFile, User
from tests.support.playground import Ask, Refused


def only(telegram: Telegram, kind: str) -> dict[str, Any]:
    """The content of the only update in the queue."""
    (update,) = telegram.pending_updates
    assert set(update) == {"update_id", kind}
    content: dict[str, Any] = update[kind]
    return content


def test_a_private_message_is_delivered_whole(telegram: Telegram, town: Town) -> None:
    said = telegram.say(town.ann, "Buy #milk, ask @bob")
    assert only(telegram, "message") == said
    assert [entity["type"] for entity in said["entities"]] == ["hashtag", "mention"]
    assert said["chat"] == {"id": 1001, "type": "private", "first_name": "Ann", "username": "ann"}


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("hello all", False),
        ("hello @dueto_bot", False),
        ("/add milk", True),
        ("/add@dueto_bot milk", True),
        ("/add@Dueto_Bot milk", True),
        ("/add@other_bot milk", False),
        ("please /add milk", False),
    ],
)
def test_privacy_mode(telegram: Telegram, town: Town, text: str, is_seen: bool) -> None:
    said = telegram.say(town.bob, text, to=town.flat)
    assert telegram.sees(said) is is_seen
    assert bool(telegram.pending_updates) is is_seen


async def test_replies_to_the_bot_pass_privacy_mode(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    asked = await ask("sendMessage", chat_id=town.flat.id, text="Which day?")
    other = telegram.say(town.bob, "hello", to=town.flat)
    assert not telegram.sees(telegram.say(town.ann, "hi", to=town.flat, reply_to=other))
    answered = telegram.say(town.ann, "friday", to=town.flat, reply_to=asked)
    assert only(telegram, "message") == answered
    assert answered["reply_to_message"]["text"] == "Which day?"


def test_administrators_and_bots_without_privacy_see_all(telegram: Telegram, town: Town) -> None:
    telegram.world.bot.privacy_mode = False
    assert telegram.sees(telegram.say(town.bob, "hello", to=town.flat))
    telegram.world.bot.privacy_mode = True
    assert not telegram.sees(telegram.say(town.bob, "hello", to=town.flat))
    telegram.promote(town.flat, telegram.bot)
    assert telegram.sees(telegram.say(town.bob, "hello", to=town.flat))


def test_mentions_pass_where_they_are_let(town: Town, clock: Callable[[], Any]) -> None:
    telegram = Telegram(now=clock, mentions_reach_bot=True)
    chat = telegram.new_chat("group", "Club", telegram.new_user(User(7, "Sam")))
    telegram.add_bot(chat, telegram.world.users[7])
    assert telegram.sees(telegram.say(telegram.world.users[7], "hi @dueto_bot", to=chat))


def test_service_messages_always_pass(telegram: Telegram, town: Town) -> None:
    telegram.join(town.flat, town.dasha)
    assert only(telegram, "message")["new_chat_members"] == [town.dasha.json()]


def test_a_reply_shows_the_message_below_with_its_keyboard_one_level_deep(
    telegram: Telegram, town: Town
) -> None:
    first = telegram.say(town.ann, "one")
    second = telegram.say(town.ann, "two", reply_to=first)
    third = telegram.say(town.ann, "three", reply_to=second["message_id"])
    assert third["reply_to_message"]["text"] == "two"
    assert "reply_to_message" not in third["reply_to_message"]


def test_edits_are_delivered_as_edits(telegram: Telegram, town: Town) -> None:
    said = telegram.say(town.ann, "one")
    edited = telegram.edit_message(said, "/two")
    assert telegram.pending_updates[-1]["edited_message"] == edited
    assert edited["entities"][0]["type"] == "bot_command"
    assert "edit_date" in edited


def test_pictures_files_and_places(telegram: Telegram, town: Town, picture: UploadedFile) -> None:
    photo = telegram.send_file(town.ann, "photo", picture, caption="Fix #this")
    assert photo["photo"][-1]["width"] == 640
    assert photo["caption_entities"][0]["type"] == "hashtag"
    file = telegram.send_file(town.ann, "document", UploadedFile("a.csv", b"1,2"))
    assert file["document"]["mime_type"] == "text/csv"
    voice = telegram.send_file(town.ann, "voice", UploadedFile("a.ogg", b"x"), told={"duration": 3})
    assert voice["voice"]["duration"] == 3
    with pytest.raises(Impossible):
        telegram.send_file(town.ann, "video_note", UploadedFile("a.mp4", b"x"), caption="no")
    place = telegram.send_location(town.ann, 52.52, 13.4)
    assert place["location"] == {"latitude": 52.52, "longitude": 13.4}
    assert len(telegram.pending_updates) == 4


def test_forwards_name_their_origin(telegram: Telegram, town: Town) -> None:
    said = telegram.say(town.bob, "The sink leaks", to=town.flat)
    forwarded = telegram.forward(town.ann, said)
    assert forwarded["forward_origin"]["sender_user"] == town.bob.json()
    hidden = telegram.forward(town.ann, said, hides_name=True)
    assert hidden["forward_origin"]["sender_user_name"] == "Bob"


def test_anonymous_administrators_and_channels_speak_as_chats(
    telegram: Telegram, town: Town
) -> None:
    said = telegram.say(town.flat, "/add x", to=town.flat)
    assert (said["from"]["id"], said["sender_chat"]["id"]) == (1087968824, town.flat.id)
    news = telegram.new_chat("channel", "News", town.ann)
    said = telegram.say(news, "/add x", to=town.flat)
    assert (said["from"]["id"], said["sender_chat"]["type"]) == (136817688, "channel")
    telegram.add_bot(news, town.ann)
    post = telegram.say(news, "post", to=news)
    assert telegram.pending_updates[-1]["channel_post"] == post
    assert "from" not in post


def test_messages_of_a_topic_carry_its_thread(telegram: Telegram, town: Town) -> None:
    said = telegram.say(town.ann, "/add x", to=town.design)
    assert (said["message_thread_id"], said["is_topic_message"]) == (town.design.id, True)
    general = telegram.say(town.ann, "/add x", to=town.project)
    assert "message_thread_id" not in general


async def test_replies_stay_in_their_topic(telegram: Telegram, town: Town, ask: Ask) -> None:
    said = telegram.say(town.ann, "/add x", to=town.design)
    parameters = {"message_id": said["message_id"]}
    sent = await ask("sendMessage", chat_id=town.project.id, text="ok", reply_parameters=parameters)
    assert sent["message_thread_id"] == town.design.id


async def test_threads_of_a_plain_supergroup_are_no_topics(telegram: Telegram, town: Town) -> None:
    club = telegram.new_chat("supergroup", "Club", town.ann)
    first = telegram.say(town.ann, "one", to=club)
    reply = telegram.say(town.ann, "two", to=club, reply_to=first)
    assert reply["message_thread_id"] == first["message_id"]
    assert "is_topic_message" not in reply


async def test_closed_and_deleted_topics_refuse(
    telegram: Telegram, town: Town, refused: Refused
) -> None:
    about = {"chat_id": town.project.id, "text": "x"}
    telegram.close_topic(town.design)
    assert await refused("sendMessage", **about, message_thread_id=town.design.id) == (
        400,
        "Bad Request: TOPIC_CLOSED",
    )
    telegram.say(town.ann, "/add x", to=town.design)  # she may: she created the group
    with pytest.raises(Impossible):
        telegram.say(town.bob, "/add x", to=town.design)
    telegram.reopen_topic(town.design)
    telegram.delete_topic(town.launch)
    for thread in (town.launch.id, 1):
        assert await refused("sendMessage", **about, message_thread_id=thread) == (
            400,
            "Bad Request: message thread not found",
        )


def test_a_new_topic_is_its_service_message(telegram: Telegram, town: Town) -> None:
    topic = telegram.create_topic(town.project, "Budget")
    created = only(telegram, "message")
    assert created["forum_topic_created"]["name"] == "Budget"
    assert created["message_id"] == created["message_thread_id"] == topic.id


async def test_a_group_becomes_a_supergroup(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    successor = telegram.migrate(town.flat)
    first, second = (update["message"] for update in telegram.pending_updates)
    assert (first["chat"]["id"], first["migrate_to_chat_id"]) == (town.flat.id, successor.id)
    assert (second["chat"]["id"], second["migrate_from_chat_id"]) == (successor.id, town.flat.id)
    assert await refused("sendMessage", chat_id=town.flat.id, text="x") == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    assert telegram.calls[-1].refusal is not None
    assert telegram.calls[-1].refusal.parameters == {"migrate_to_chat_id": successor.id}
    assert await ask("getChatMemberCount", chat_id=successor.id) == 4
    with pytest.raises(Impossible):
        telegram.say(town.ann, "x", to=town.flat)


def test_blocking_and_coming_back(telegram: Telegram, town: Town) -> None:
    telegram.block(town.ann)
    assert only(telegram, "my_chat_member")["new_chat_member"]["status"] == "kicked"
    with pytest.raises(Impossible):
        telegram.say(town.ann, "x")
    telegram.unblock(town.ann)
    change = telegram.pending_updates[-1]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == (
        "kicked",
        "member",
    )


def test_joining_leaving_and_promoting(telegram: Telegram, town: Town) -> None:
    with pytest.raises(Impossible):
        telegram.say(town.dasha, "x", to=town.flat)
    telegram.join(town.flat, town.dasha, by=town.ann)
    telegram.say(town.dasha, "x", to=town.flat)
    telegram.leave(town.flat, town.bob)
    assert telegram.pending_updates[-1]["message"]["left_chat_member"] == town.bob.json()
    telegram.promote(town.flat, telegram.bot)
    assert telegram.pending_updates[-1]["my_chat_member"]["new_chat_member"]["can_manage_chat"]


async def test_changes_of_members_come_to_administrators_who_ask(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    telegram.promote(town.flat, telegram.bot)
    await ask("getUpdates", allowed_updates=["chat_member"])
    telegram.join(town.flat, town.dasha)
    change = telegram.pending_updates[-1]["chat_member"]
    assert change["new_chat_member"] == {"status": "member", "user": town.dasha.json()}


def test_the_bot_comes_and_goes(telegram: Telegram, town: Town) -> None:
    club = telegram.new_chat("group", "Club", town.ann)
    telegram.add_bot(club, town.ann)
    kinds = [set(update) - {"update_id"} for update in telegram.pending_updates]
    assert kinds == [{"my_chat_member"}, {"message"}]
    telegram.kick_bot(club, town.ann)
    assert telegram.pending_updates[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    telegram.say(town.ann, "/add x", to=club)
    assert "my_chat_member" in telegram.pending_updates[-1]


async def test_an_inaccessible_message_is_pressed(telegram: Telegram, town: Town, ask: Ask) -> None:
    telegram.say(town.ann, "/start")
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = await ask("sendMessage", chat_id=1001, text="x", reply_markup=keyboard)
    telegram.press(town.ann, sent, "Go", inaccessible=True)
    message = telegram.pending_updates[-1]["callback_query"]["message"]
    assert message["date"] == 0
    assert "text" not in message
    with pytest.raises(Impossible, match="there are 'Go'"):
        telegram.press(town.ann, sent, "Stop")


def test_anything_can_be_queued(telegram: Telegram) -> None:
    update = telegram.raw_update({"message": "not a message"})
    assert telegram.pending_updates == [update]


def test_numbers_are_of_the_chat_in_supergroups_and_shared_elsewhere(
    telegram: Telegram, town: Town
) -> None:
    clubs: list[Chat] = [telegram.new_chat("supergroup", name, town.ann) for name in "AB"]
    assert [telegram.say(town.ann, "x", to=club)["message_id"] for club in clubs] == [1, 1]
    shared = [telegram.say(town.ann, "x"), telegram.say(town.bob, "x", to=town.flat)]
    assert [message["message_id"] for message in shared] == [1, 2]


def test_the_library_of_the_bot_reads_every_update(
    telegram: Telegram, town: Town, picture: UploadedFile
) -> None:
    said = telegram.say(town.ann, "/start @bob https://example.org")
    telegram.edit_message(said, "/start again")
    telegram.send_file(town.ann, "photo", picture, caption="x")
    telegram.send_file(town.ann, "document", UploadedFile("a.txt", b"x"))
    telegram.send_location(town.ann, 1.5, 2.5)
    telegram.forward(town.ann, said)
    telegram.say(town.flat, "/add x", to=town.flat)
    telegram.say(town.dasha, "/add x", to=town.launch)
    telegram.join(town.flat, town.dasha)
    telegram.promote(town.project, telegram.bot)
    telegram.block(town.ann)
    telegram.migrate(town.flat)
    telegram.press_raw(town.bob, town.project, None, "anything")
    updates = [Update.de_json(update, None) for update in telegram.pending_updates]
    assert len(updates) == 14
    assert all(update.effective_user for update in updates)
