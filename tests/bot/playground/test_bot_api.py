"""What the bot may do, and what Telegram answers when it may not."""

import json
from typing import Any

import pytest

from bot.playground.people.town import Town
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.playground.world.refusals import NOT_MODIFIED, OLD_QUERY
from tests.support.clocks import Time
from tests.support.playground import Ask, Refused

BUTTON = {"inline_keyboard": [[{"text": "Go", "callback_data": "1:go"}]]}


async def test_a_message_comes_back_as_telegram_keeps_it(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    telegram.say(town.ann, "/start")
    sent = await ask(
        "sendMessage",
        chat_id="1001",
        text="  <b>Hi</b> @ann &amp; all ",
        parse_mode="html",
        reply_markup=json.dumps(BUTTON),
    )
    assert sent["text"] == "Hi @ann & all"
    assert [entity["type"] for entity in sent["entities"]] == ["bold", "mention"]
    assert sent["reply_markup"] == BUTTON
    assert sent["from"] == telegram.bot.json()
    assert telegram.messages(town.ann.id)[-1] == sent


@pytest.mark.parametrize(
    ("params", "answer"),
    [
        ({"text": ""}, (400, "Bad Request: message text is empty")),
        ({"text": " \u200b\n"}, (400, "Bad Request: text must be non-empty")),
        ({"text": "😀" * 2049}, (400, "Bad Request: message is too long")),
        (
            {"text": "<x>", "parse_mode": "HTML"},
            (
                400,
                'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
            ),
        ),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            (
                400,
                "Bad Request: can't parse entities: Can't find end tag corresponding to start tag "
                '"b"',
            ),
        ),
        ({"text": "x", "parse_mode": "Latex"}, (400, "Bad Request: unsupported parse_mode")),
        ({"text": "x", "chat_id": ""}, (400, "Bad Request: chat_id is empty")),
        ({"text": "x", "chat_id": 999}, (400, "Bad Request: chat not found")),
        ({"text": "x", "chat_id": "@nobody"}, (400, "Bad Request: chat not found")),
        (
            {"text": "x", "chat_id": 1002},
            (
                403,
                "Forbidden: bot can't initiate conversation with a user",
            ),
        ),
        (
            {"text": "x", "reply_parameters": {"message_id": 77}},
            (
                400,
                "Bad Request: message to be replied not found",
            ),
        ),
        (
            {"text": "x", "message_thread_id": 77},
            (
                400,
                "Bad Request: message thread not found",
            ),
        ),
        (
            {"text": "x", "reply_markup": "{"},
            (
                400,
                "Bad Request: can't parse reply markup JSON object",
            ),
        ),
    ],
)
async def test_a_message_that_is_refused(
    telegram: Telegram,
    town: Town,
    refused: Refused,
    params: dict[str, Any],
    answer: tuple[int, str],
) -> None:
    telegram.say(town.ann, "/start")
    assert await refused("sendMessage", **{"chat_id": 1001, **params}) == answer


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "ж" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        (
            {"text": "x", "url": "localhost"},
            "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "callback_data": "x", "style": "pink"},
            "can't parse inline keyboard button: invalid button style specified",
        ),
    ],
)
async def test_a_button_that_is_refused(
    telegram: Telegram, town: Town, refused: Refused, button: dict[str, Any], words: str
) -> None:
    telegram.say(town.ann, "/start")
    markup = {"inline_keyboard": [[button]]}
    answer = await refused("sendMessage", chat_id=1001, text="x", reply_markup=markup)
    assert answer == (400, f"Bad Request: {words}")


@pytest.mark.parametrize("shape", [(13, 8), (1, 9)])
async def test_a_keyboard_that_is_too_large(
    telegram: Telegram, town: Town, refused: Refused, shape: tuple[int, int]
) -> None:
    telegram.say(town.ann, "/start")
    button = {"text": "x", "callback_data": "x" * 64}
    rows = [[button] * shape[1]] * shape[0]
    answer = await refused(
        "sendMessage", chat_id=1001, text="x", reply_markup={"inline_keyboard": rows}
    )
    assert answer == (400, "Bad Request: reply markup is too long")


async def test_the_largest_message_and_keyboard_pass(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    telegram.say(town.ann, "/start")
    rows = [[{"text": "x", "callback_data": "x" * 64}] * 8] * 12
    sent = await ask(
        "sendMessage", chat_id=1001, text="😀" * 2048, reply_markup={"inline_keyboard": rows}
    )
    assert len(sent["reply_markup"]["inline_keyboard"]) == 12


async def test_a_lost_reply_is_sent_all_the_same_when_asked(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    telegram.say(town.ann, "/start")
    parameters = {"message_id": 77, "allow_sending_without_reply": True}
    sent = await ask("sendMessage", chat_id=1001, text="x", reply_parameters=parameters)
    assert "reply_to_message" not in sent


async def test_a_blocked_bot_and_a_deleted_account(
    telegram: Telegram, town: Town, refused: Refused
) -> None:
    telegram.say(town.ann, "/start")
    telegram.block(town.ann)
    assert await refused("sendMessage", chat_id=1001, text="x") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    telegram.deactivate(town.ann)
    assert await refused("sendMessage", chat_id=1001, text="x") == (
        403,
        "Forbidden: user is deactivated",
    )


async def test_somebody_whom_the_bot_never_met_is_no_chat(
    telegram: Telegram, town: Town, refused: Refused
) -> None:
    telegram.new_user(User(1010, "Eve"))
    assert await refused("sendMessage", chat_id=1010, text="x") == (
        400,
        "Bad Request: chat not found",
    )


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_bot_that_was_thrown_out_or_never_in(
    telegram: Telegram, town: Town, refused: Refused, kind: Any
) -> None:
    chat = telegram.new_chat(kind, "Club", town.ann)
    answer = await refused("sendMessage", chat_id=chat.id, text="x")
    assert answer == (403, f"Forbidden: bot is not a member of the {kind} chat")
    telegram.add_bot(chat, town.ann)
    telegram.kick_bot(chat, town.ann)
    answer = await refused("sendMessage", chat_id=chat.id, text="x")
    assert answer == (403, f"Forbidden: bot was kicked from the {kind} chat")


async def test_an_edit_is_made_in_place(telegram: Telegram, town: Town, ask: Ask) -> None:
    telegram.say(town.ann, "/start")
    sent = await ask("sendMessage", chat_id=1001, text="one", reply_markup=BUTTON)
    edited = await ask(
        "editMessageText", chat_id=1001, message_id=sent["message_id"], text="<i>two</i>"
    )
    assert edited["text"] == "<i>two</i>"
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]


async def test_edits_that_are_refused(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    said = telegram.say(town.ann, "/start")
    sent = await ask("sendMessage", chat_id=1001, text="<one>", reply_markup=BUTTON)
    own = {"chat_id": 1001, "message_id": sent["message_id"]}

    async def edit(**params: Any) -> str:
        code, words = await refused("editMessageText", **{**own, "text": "x", **params})
        assert code == 400
        return words

    assert await edit(text="<one>", reply_markup=BUTTON) == NOT_MODIFIED
    assert await edit(text="x" * 4097) == "Bad Request: MESSAGE_TOO_LONG"
    assert await edit(text="") == "Bad Request: message text is empty"
    assert await edit(message_id=999) == "Bad Request: message to edit not found"
    assert await edit(message_id=said["message_id"]) == "Bad Request: message can't be edited"
    assert await edit(chat_id="", message_id="") == (
        "Bad Request: message identifier is not specified"
    )
    _, words = await refused("editMessageCaption", **own, caption="x")
    assert words == "Bad Request: there is no caption in the message to edit"
    _, words = await refused("editMessageReplyMarkup", **own, reply_markup=BUTTON)
    assert words == NOT_MODIFIED


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    telegram.say(town.ann, "/start")
    sent = await ask(
        "sendMessage", chat_id=1001, text="?", reply_markup={"force_reply": True, "selective": True}
    )
    assert "reply_markup" not in sent
    answer = await refused("editMessageText", chat_id=1001, message_id=sent["message_id"], text="x")
    assert answer == (400, "Bad Request: message can't be edited")


async def test_deleting(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused, clock: Time
) -> None:
    said = telegram.say(town.ann, "/start")
    other = telegram.say(town.bob, "/add x", to=town.flat)
    assert await ask("deleteMessage", chat_id=1001, message_id=said["message_id"])
    assert telegram.messages(1001) == []
    assert await refused("deleteMessage", chat_id=1001, message_id=said["message_id"]) == (
        400,
        "Bad Request: message to delete not found",
    )
    assert await refused("deleteMessage", chat_id=town.flat.id, message_id=other["message_id"]) == (
        400,
        "Bad Request: message can't be deleted",
    )
    sent = await ask("sendMessage", chat_id=1001, text="x")
    clock.pass_(hours=49)
    assert await refused("deleteMessage", chat_id=1001, message_id=sent["message_id"]) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )


async def test_many_are_deleted_at_once_and_the_gone_are_passed_over(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    numbers = [telegram.say(town.ann, word)["message_id"] for word in ("a", "b", "c")]
    assert await ask("deleteMessages", chat_id=1001, message_ids=json.dumps([*numbers[:2], 999]))
    assert [message["text"] for message in telegram.messages(1001)] == ["c"]


async def test_a_press_is_answered_once_and_in_time(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused, clock: Time
) -> None:
    telegram.say(town.ann, "/start")
    sent = await ask("sendMessage", chat_id=1001, text="x", reply_markup=BUTTON)
    press = telegram.press(town.ann, sent, "Go")
    (query,) = [u["callback_query"] for u in telegram.pending_updates if "callback_query" in u]
    assert (query["data"], query["message"], query["id"]) == ("1:go", sent, press.id)
    assert await ask(
        "answerCallbackQuery", callback_query_id=press.id, text="Done", show_alert="true"
    )
    answer = await press
    assert (answer.text, answer.show_alert) == ("Done", True)
    late = telegram.press(town.ann, sent, "1:go")
    clock.pass_(hours=1)
    for query_id in (press.id, late.id, "7", ""):
        assert await refused("answerCallbackQuery", callback_query_id=query_id) == (400, OLD_QUERY)
    another = telegram.press(town.ann, sent, "Go")
    assert await refused("answerCallbackQuery", callback_query_id=another.id, text="x" * 201) == (
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    )


async def test_chats_and_members(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    chat = await ask("getChat", chat_id=town.project.id)
    assert (chat["title"], chat["is_forum"]) == ("Project X", True)
    assert await ask("getChatMemberCount", chat_id=town.flat.id) == 4
    status = await ask("getChatMember", chat_id=town.flat.id, user_id=1001)
    assert (status["status"], status["user"]["first_name"]) == ("creator", "Ann")
    left = await ask("getChatMember", chat_id=town.flat.id, user_id=1004)
    assert left["status"] == "left"
    admins = await ask("getChatAdministrators", chat_id=town.flat.id)
    assert [member["user"]["id"] for member in admins] == [1001]
    assert await refused("getChatMember", chat_id=town.flat.id, user_id=77) == (
        400,
        "Bad Request: user not found",
    )
    assert await refused("getChatMember", chat_id=town.project.id, user_id=77) == (
        400,
        "Bad Request: PARTICIPANT_ID_INVALID",
    )


async def test_the_bot_leaves(telegram: Telegram, town: Town, ask: Ask, refused: Refused) -> None:
    assert await ask("leaveChat", chat_id=town.flat.id)
    assert await refused("sendMessage", chat_id=town.flat.id, text="x") == (
        403,
        "Forbidden: bot is not a member of the group chat",
    )


async def test_pinning_needs_an_administrator(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    sent = await ask("sendMessage", chat_id=town.project.id, text="x")
    about = {"chat_id": town.project.id, "message_id": sent["message_id"]}
    assert await refused("pinChatMessage", **about) == (
        400,
        "Bad Request: not enough rights to manage pinned messages in the chat",
    )
    telegram.promote(town.project, telegram.bot)
    assert await ask("pinChatMessage", **about)
    assert (await ask("getChat", chat_id=town.project.id))["pinned_message"]["text"] == "x"
    assert await ask("unpinChatMessage", **about)


async def test_an_unknown_method_is_not_found(refused: Refused) -> None:
    assert await refused("sendNothing") == (404, "Not Found")


async def test_names_of_methods_mind_no_case(ask: Ask) -> None:
    assert (await ask("GETME"))["username"] == "dueto_bot"


async def test_actions_and_reactions_are_told(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    said = telegram.say(town.ann, "/start")
    told: list[dict[str, Any]] = []
    telegram.world.listeners.add(told.append)
    assert await ask("sendChatAction", chat_id=1001, action="typing")
    assert await ask(
        "sendChatAction", chat_id=town.project.id, message_thread_id=1, action="typing"
    )
    assert await ask(
        "setMessageReaction",
        chat_id=1001,
        message_id=said["message_id"],
        reaction='[{"type": "emoji", "emoji": "👍"}]',
    )
    assert [event["type"] for event in told] == ["action", "action", "reaction"]
    assert (await refused("sendChatAction", chat_id=1001, action="dance"))[0] == 400
