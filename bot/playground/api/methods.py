"""The table of the Bot API's methods that the stand-in knows."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bot.playground.api import editing, files, information, inline, profile, sending
from bot.playground.api.parameters import Parameters
from bot.playground.world import World

Method = Callable[[World, Parameters], Any]


def _nothing(world: World, parameters: Parameters) -> bool:
    return True


_NAMED: Mapping[str, Method] = {
    "getMe": information.get_me,
    "logOut": _nothing,
    "close": _nothing,
    "sendMessage": sending.send_message,
    "sendPhoto": partial(sending.send_file, kind="photo"),
    "sendDocument": partial(sending.send_file, kind="document"),
    "sendVideo": partial(sending.send_file, kind="video"),
    "sendAnimation": partial(sending.send_file, kind="animation"),
    "sendAudio": partial(sending.send_file, kind="audio"),
    "sendVoice": partial(sending.send_file, kind="voice"),
    "sendVideoNote": partial(sending.send_file, kind="video_note"),
    "sendLocation": sending.send_location,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "setMessageReaction": sending.set_message_reaction,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "answerInlineQuery": inline.answer_inline_query,
    "answerGuestQuery": inline.answer_guest_query,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "getFile": files.get_file,
    "getChat": information.get_chat,
    "getChatMember": information.get_chat_member,
    "getChatAdministrators": information.get_chat_administrators,
    "getChatMemberCount": information.get_chat_member_count,
    "leaveChat": information.leave_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": partial(profile.set_text, what="name"),
    "getMyName": partial(profile.get_text, what="name"),
    "setMyDescription": partial(profile.set_text, what="description"),
    "getMyDescription": partial(profile.get_text, what="description"),
    "setMyShortDescription": partial(profile.set_text, what="short_description"),
    "getMyShortDescription": partial(profile.get_text, what="short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}
# Telegram does not mind the case of a method's name.
METHODS: Mapping[str, Method] = {name.lower(): method for name, method in _NAMED.items()}

# The methods that count against Telegram's limits on messages.
SENDS = frozenset(
    name.lower() for name in _NAMED if name.startswith("send") and name != "sendChatAction"
) | {"forwardmessage", "copymessage"}
