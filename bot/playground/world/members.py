"""The membership of a chat as the Bot API describes it."""

from bot.playground.world.accounts import Json, Member
from bot.playground.world.chats import Chat

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def member_json(member: Member, chat: Chat) -> Json:
    """The ChatMember of the Bot API."""
    about: Json = {"status": member.status, "user": member.user.json()}
    match member.status:
        case "creator":
            about["is_anonymous"] = False
        case "administrator":
            about |= {"can_be_edited": False, "is_anonymous": False}
            about |= dict.fromkeys(_RIGHTS, True)
            if chat.type == "channel":
                about |= {"can_post_messages": True, "can_edit_messages": True}
            else:
                about |= {"can_pin_messages": True, "can_manage_topics": True}
        case "kicked":
            about["until_date"] = 0
    return about
