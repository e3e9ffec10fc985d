"""The Bot API methods that ask about chats and members, or leave one."""

from bot.playground.api.access import chat_of
from bot.playground.api.parameters import Parameters
from bot.playground.world import Chat, Json, Member, User, World
from bot.playground.world.members import member_json
from bot.playground.world.refusals import bad_request

_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def get_me(world: World, parameters: Parameters) -> Json:
    """getMe"""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.bot.privacy_mode,
        "supports_inline_queries": world.bot.takes_inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": world.bot.has_topics,
        "allows_users_to_create_topics": world.bot.has_topics,
        "can_manage_bots": False,
        "supports_guest_queries": world.bot.takes_guests,
        "supports_join_request_queries": False,
    }
    return {**world.bot.user.json(), **abilities}


def get_chat(world: World, parameters: Parameters) -> Json:
    """getChat: the ChatFullInfo"""
    chat = chat_of(world, parameters, need="read")
    full = {
        **chat.json(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.type in ("group", "supergroup"):
        full["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    if chat.username:
        full["active_usernames"] = [chat.username]
    if chat.pinned and chat.pinned[-1] in chat.posts:
        full["pinned_message"] = chat.posts[chat.pinned[-1]].json(with_reply=False)
    return full


def get_chat_member(world: World, parameters: Parameters) -> Json:
    """getChatMember: people who are not in the chat have the status `left`"""
    chat = chat_of(world, parameters, need="edit" if _is_group(world, parameters) else "read")
    number = parameters.integer("user_id")
    if number <= 0:
        raise bad_request("invalid user_id specified")
    user = world.users.get(number)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if chat.has_numbered_posts else "user not found")
    return member_json(_membership(world, chat, user), chat)


def _membership(world: World, chat: Chat, user: User) -> Member:
    if chat.person is not None:
        if user not in (chat.person, world.bot.user):
            raise bad_request("user not found")
        return Member(user)
    return chat.members.get(user.id) or Member(user, "left")


def _is_group(world: World, parameters: Parameters) -> bool:
    """Whether the call is about a small group.

    Its list of members cannot be read from outside, nor after its upgrade to a supergroup.
    """
    chat = world.chats.get(parameters.integer("chat_id"))
    return chat is not None and chat.type == "group"


def get_chat_administrators(world: World, parameters: Parameters) -> list[Json]:
    """getChatAdministrators: without other bots, as Telegram does"""
    chat = chat_of(world, parameters, need="edit" if _is_group(world, parameters) else "read")
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(member, chat)
        for member in chat.present()
        if member.is_admin and (not member.user.is_bot or member.user is world.bot.user)
    ]


def get_chat_member_count(world: World, parameters: Parameters) -> int:
    """getChatMemberCount"""
    chat = chat_of(world, parameters, need="edit" if _is_group(world, parameters) else "read")
    return 2 if chat.type == "private" else sum(1 for _ in chat.present())


def leave_chat(world: World, parameters: Parameters) -> bool:
    """leaveChat"""
    chat = chat_of(world, parameters, need="edit")
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.members[world.bot.user.id].status = "left"
    world.tell({"type": "chats"})
    return True
