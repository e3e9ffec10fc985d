"""What people do with chats: create, join and leave them, promote members, open topics, block."""

from bot.playground.people.inline import Typists
from bot.playground.people.menu import commands_for
from bot.playground.people.messages import Impossible
from bot.playground.world import (
    GENERAL_TOPIC,
    Chat,
    ChatType,
    Json,
    Member,
    Status,
    Topic,
    User,
)
from bot.playground.world.members import member_json
from bot.playground.world.posting import service

_TOPIC_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


class People(Typists):
    """Everything that people do: with messages, with chats, and with who is in them.

    Each method queues the updates that Telegram would send to the bot.
    """

    def new_user(self, user: User) -> User:
        """Add a person, and their private chat with the bot, which is still empty."""
        self.world.users[user.id] = user
        self.world.chats[user.id] = Chat(user.id, "private", person=user)
        self.world.tell({"type": "chats"})
        return user

    def new_chat(
        self,
        kind: ChatType,
        title: str,
        *members: User,
        is_forum: bool = False,
        username: str | None = None,
    ) -> Chat:
        """Add a group, supergroup or channel whose creator is the first member. No updates."""
        chat = Chat(self.world.new_chat_id(kind), kind, title, username, is_forum)
        if is_forum:
            chat.topics[GENERAL_TOPIC] = Topic(chat, GENERAL_TOPIC, "General")
        for user in members:
            chat.members[user.id] = Member(user, "member" if chat.members else "creator")
        self.world.chats[chat.id] = chat
        self.world.tell({"type": "chats"})
        return chat

    def add_bot(self, chat: Chat, by: User, *, as_admin: bool = False) -> None:
        """Add the bot to a group or, always as an administrator, to a channel."""
        bot = self.world.bot.user
        status: Status = "administrator" if as_admin or chat.type == "channel" else "member"
        self._set_status(chat, bot, status, by)
        if chat.type != "channel":
            service(self.world, chat, by, _joined(bot))

    def kick_bot(self, chat: Chat, by: User) -> None:
        """Remove the bot from a group or channel."""
        bot = self.world.bot.user
        if chat.type == "group":
            service(self.world, chat, by, _left(bot))
        self._set_status(chat, bot, "kicked", by)

    def join(self, chat: Chat, who: User, *, by: User | None = None) -> None:
        """Join a group: by a link, or added by somebody."""
        self._set_status(chat, who, "member", by or who)
        if chat.type != "channel":
            service(self.world, chat, by or who, _joined(who))

    def leave(self, chat: Chat, who: User, *, by: User | None = None) -> None:
        """Leave a group, or be removed from it by somebody. Raises Impossible for a non-member."""
        if chat.member(who.id) is None:
            raise Impossible(f"{who.first_name} is not in {chat.title}")
        self._set_status(chat, who, "kicked" if by is not None else "left", by or who)
        if chat.type != "channel":
            service(self.world, chat, by or who, _left(who))

    def promote(self, chat: Chat, who: User, *, by: User | None = None) -> None:
        """Make somebody, or the bot, an administrator."""
        self._set_status(chat, who, "administrator", by or self._creator(chat))

    def demote(self, chat: Chat, who: User, *, by: User | None = None) -> None:
        """Make an administrator, or the bot, an ordinary member again."""
        self._set_status(chat, who, "member", by or self._creator(chat))

    def unban(self, chat: Chat, who: User, *, by: User | None = None) -> None:
        """Let somebody who was removed come back; they are not in the group yet."""
        self._set_status(chat, who, "left", by or self._creator(chat))

    def block(self, who: User) -> None:
        """Block the bot."""
        self._set_blocked(who, blocked=True)

    def unblock(self, who: User) -> None:
        """Unblock the bot; apps then send `/start`, which is a message of its own."""
        self._set_blocked(who, blocked=False)

    def deactivate(self, who: User) -> None:
        """Delete the account; bots are not told."""
        who.is_deactivated = True

    def migrate(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup with a new id; the old id then refuses messages."""
        if chat.type != "group" or chat.migrated_to is not None:
            raise Impossible("only a group becomes a supergroup")
        successor = self.new_chat("supergroup", chat.title or "")
        successor.members = {key: Member(m.user, m.status) for key, m in chat.members.items()}
        creator = self._creator(chat)
        service(self.world, chat, creator, {"migrate_to_chat_id": successor.id})
        chat.migrated_to = successor.id
        service(self.world, successor, creator, {"migrate_from_chat_id": chat.id})
        self.world.tell({"type": "chats"})
        return successor

    def rename(self, chat: Chat, title: str, *, by: User | None = None) -> None:
        """Give a group another title."""
        chat.title = title
        service(self.world, chat, by or self._creator(chat), {"new_chat_title": title})
        self.world.tell({"type": "chats"})

    def create_topic(self, chat: Chat, name: str, *, by: User | None = None) -> Topic:
        """Open a topic in a forum, or in a private chat with a bot that allows it; its thread id is
        the number of the service message."""
        if not chat.is_forum and not (chat.person and self.world.bot.has_topics):
            raise Impossible("topics are of forums only")
        color = _TOPIC_COLORS[len(chat.topics) % len(_TOPIC_COLORS)]
        number = max(self.world.number_ahead(chat), GENERAL_TOPIC + 1)
        topic = chat.topics[number] = Topic(chat, number, name, color)
        created = {"forum_topic_created": {"name": name, "icon_color": color}}
        service(self.world, topic, by or chat.person or self._creator(chat), created)
        self.world.tell({"type": "chats"})
        return topic

    def rename_topic(self, topic: Topic, name: str, *, by: User | None = None) -> None:
        """Give a topic another name."""
        topic.name = name
        sender = by or topic.chat.person or self._creator(topic.chat)
        service(self.world, topic, sender, {"forum_topic_edited": {"name": name}})
        self.world.tell({"type": "chats"})

    def close_topic(self, topic: Topic, *, by: User | None = None) -> None:
        """Close a topic: only administrators can write in it."""
        service(self.world, topic, by or self._creator(topic.chat), {"forum_topic_closed": {}})
        topic.is_closed = True
        self.world.tell({"type": "chats"})

    def reopen_topic(self, topic: Topic, *, by: User | None = None) -> None:
        """Open a closed topic again."""
        topic.is_closed = False
        service(self.world, topic, by or self._creator(topic.chat), {"forum_topic_reopened": {}})
        self.world.tell({"type": "chats"})

    def delete_topic(self, topic: Topic) -> None:
        """Delete a topic with its messages; bots are not told."""
        topic.is_deleted = True
        chat = topic.chat
        chat.posts = {key: post for key, post in chat.posts.items() if post.thread != topic.id}
        self.world.tell({"type": "chats"})

    def commands_for(self, chat: Chat, person: User) -> list[Json]:
        """The command menu that `person` sees in `chat`."""
        return commands_for(self.world, chat, person)

    def raw_update(self, update: Json) -> Json:
        """Queue any JSON object as an update, even one that no library can read."""
        return self.world.updates.push_raw(update)

    def _creator(self, chat: Chat) -> User:
        people = [member for member in chat.present() if not member.user.is_bot]
        owners = [member for member in people if member.status == "creator"]
        return (owners or people)[0].user

    def _set_status(self, chat: Chat, user: User, status: Status, by: User) -> None:
        """Change a membership and queue the update about it."""
        before = chat.members.get(user.id) or Member(user, "left")
        after = Member(user, status)
        chat.members[user.id] = after
        change = self._change(chat, by, before, after)
        bot_member = chat.members.get(self.world.bot.user.id)
        if user is self.world.bot.user:
            self.world.updates.push("my_chat_member", change)
        elif bot_member is not None and bot_member.is_admin:
            self.world.updates.push("chat_member", change)
        self.world.tell({"type": "chats"})

    def _change(self, chat: Chat, by: User, before: Member, after: Member) -> Json:
        return {
            "chat": chat.json(),
            "from": by.json(),
            "date": self.world.unix(),
            "old_chat_member": member_json(before, chat),
            "new_chat_member": member_json(after, chat),
        }

    def _set_blocked(self, who: User, *, blocked: bool) -> None:
        chat = self.private(who)
        if chat.blocked_bot == blocked:
            return
        chat.blocked_bot = blocked
        bot = self.world.bot.user
        states = Member(bot, "member"), Member(bot, "kicked")
        before, after = states if blocked else states[::-1]
        self.world.updates.push("my_chat_member", self._change(chat, who, before, after))
        self.world.tell({"type": "chats"})


def _joined(user: User) -> Json:
    about = user.json()
    return {"new_chat_members": [about], "new_chat_member": about, "new_chat_participant": about}


def _left(user: User) -> Json:
    return {"left_chat_member": user.json(), "left_chat_participant": user.json()}
