"""What people do with messages; each action queues the update that Telegram would send."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.playground.people.presses import Press
from bot.playground.world import Chat, Json, Post, Query, Topic, UploadedFile, User, World
from bot.playground.world.files import WITH_CAPTION
from bot.playground.world.posting import (
    add_post,
    caption_content,
    content_of,
    deliver,
    origin_of,
    remove,
    show,
    text_content,
)
from bot.playground.world.privacy import bot_sees
from bot.playground.world.reactions import put_reactions
from bot.playground.world.storing import content_with, stored
from bot.playground.world.text import (
    MAX_TEXT,
    Entity,
    Formatted,
    arranged,
    clean,
    completed,
    is_empty,
    trimmed,
    utf16_length,
)

Place = Chat | Topic | None  # None: the person's private chat with the bot


class Impossible(Exception):
    """Somebody tried to do what a Telegram app would not let them do."""


class Writers:
    """People who write, edit and delete messages and press buttons.

    `who` is a User, or a Chat in whose name something is written: by a group's anonymous
    administrator, or by a channel. Without `to` a message goes to the person's private chat with
    the bot. Methods that write return the Message of the Bot API. All of them raise Impossible for
    what a Telegram app would not let through.
    """

    def __init__(self, world: World, *, mentions_reach_bot: bool) -> None:
        self.world = world
        self._mentions = mentions_reach_bot

    def say(
        self,
        who: User | Chat,
        text: str,
        *,
        to: Place = None,
        reply_to: Json | int | None = None,
        entities: Sequence[Entity] = (),
    ) -> Json:
        """Write a text; `entities` are those that the app adds, such as a text_mention."""
        formatted = _written(text, entities)
        return self._post(who, to, text_content(formatted), reply_to)

    def send_file(
        self,
        who: User,
        kind: str,
        upload: UploadedFile,
        *,
        caption: str = "",
        to: Place = None,
        reply_to: Json | int | None = None,
        told: Mapping[str, int | str] = MappingProxyType({}),
    ) -> Json:
        """Send a file with a caption as one of FILE_KINDS: as a photo only a PNG, JPEG, GIF or
        WebP. `told` is what the app finds out about it: its `duration` in seconds, …"""
        if caption and kind not in WITH_CAPTION:
            raise Impossible("a round video has no caption")
        content = content_with(stored(self.world, upload, kind, told))
        return self._post(who, to, {**content, **_captioned(caption)}, reply_to)

    def send_location(
        self, who: User, latitude: float, longitude: float, *, to: Place = None
    ) -> Json:
        """Share a location, in degrees."""
        location = {"latitude": latitude, "longitude": longitude}
        return self._post(who, to, {"location": location}, None)

    def forward(
        self, who: User, message: Json, *, to: Place = None, hides_name: bool = False
    ) -> Json:
        """Forward a message; with `hides_name` it does not link to its author's account."""
        source = self.post(message)
        origin = origin_of(source)
        if hides_name and origin["type"] == "user":
            name = origin["sender_user"]["first_name"]
            origin = {"type": "hidden_user", "date": origin["date"], "sender_user_name": name}
        return self._post(who, to, {**content_of(source), "forward_origin": origin}, None)

    def edit_message(self, message: Json, text: str, *, entities: Sequence[Entity] = ()) -> Json:
        """Change the text, or the caption, of a message that a person wrote. `entities` are what
        the app marks in a text by itself, as in `say`."""
        post = self.post(message)
        if post.sender is self.world.bot.user:
            raise Impossible("people edit their own messages only")
        fields = ("text", "entities") if "text" in post.body else ("caption", "caption_entities")
        for name in fields:
            post.body.pop(name, None)
        changed = (
            text_content(_written(text, entities)) if fields[0] == "text" else _captioned(text)
        )
        post.body |= {**changed, "edit_date": max(self.world.unix(), post.body["date"])}
        show(self.world, post, event="edit")
        deliver(self.world, post, edited=True, mentions=self._mentions)
        return post.json()

    def delete_message(self, message: Json) -> None:
        """Delete a message; bots are not told."""
        remove(self.world, self.post(message))

    def press(self, who: User, message: Json, button: str, *, inaccessible: bool = False) -> Press:
        """Press a button, by its data or its text, below a message of the bot.

        With `inaccessible` the query carries a message that is too old for the bot to see.
        """
        post = self.post(message)
        data = _data_of(post, button)
        if post.inline_id:
            return self.press_inline(who, post.chat, post.inline_id, data)
        return self.press_raw(who, post.chat, _seen(post, inaccessible=inaccessible), data)

    def press_raw(self, who: User, chat: Chat, message: Json | None, data: str) -> Press:
        """Make a callback query with any data on any message, as a forged app may."""
        told = {} if message is None else {"message": message}
        return self._query(who, chat, told, data)

    def press_inline(self, who: User, chat: Chat, inline_id: str, data: str) -> Press:
        """The same on a message that was sent through the bot: of it the bot is told a key."""
        return self._query(who, chat, {"inline_message_id": inline_id}, data)

    def _query(self, who: User, chat: Chat, told: Json, data: str) -> Press:
        if chat.type != "private" and chat.member(who.id) is None:
            raise Impossible(f"{who.first_name} is not in this chat")
        number = f"{self.world.updates.total + 1}{who.id:010d}{len(self.world.queries):06d}"
        query = Query(number, who, self.world.now())
        self.world.queries[query.id] = query
        content = {"id": query.id, "from": who.json(), "chat_instance": str(chat.id * 7919)}
        self.world.updates.push("callback_query", {**content, **told, "data": data})
        return Press(self.world, query)

    def react(self, who: User, message: Json, *emoji: str) -> None:
        """Put these emoji on a message, in place of those that one has put there before; none takes
        them away. Only Premium has more than one. A bot that is administrator and asked for it is
        told."""
        post = self.post(message)
        if post.chat.type != "private" and post.chat.member(who.id) is None:
            raise Impossible(f"{who.first_name} is not in this chat")
        if emoji and not post.chat.takes_reactions:
            raise Impossible("this chat takes no reactions")
        put_reactions(self.world, post, who, emoji)

    def post(self, message: Json) -> Post:
        """The stored message behind a Message. Raises Impossible when it is gone."""
        chat = self.world.chats[message["chat"]["id"]]
        try:
            return chat.posts[message["message_id"]]
        except KeyError:
            raise Impossible("the message is gone") from None

    def private(self, who: User) -> Chat:
        """The private chat of a person with the bot."""
        return self.world.chats[who.id]

    def _post(
        self, who: User | Chat, to: Place, content: Json, reply_to: Json | int | None
    ) -> Json:
        place = to or self.private(_person(who))
        chat = place.chat if isinstance(place, Topic) else place
        self._check_writing(who, place, chat)
        if chat.type == "private":
            chat.is_started = True
        number = reply_to["message_id"] if isinstance(reply_to, dict) else reply_to
        answered = None if number is None else chat.posts[number]
        post = add_post(self.world, place, who, content, reply_to=answered)
        show(self.world, post)
        deliver(self.world, post, mentions=self._mentions)
        return post.json()

    def _check_writing(self, who: User | Chat, place: Chat | Topic, chat: Chat) -> None:
        if chat.migrated_to is not None:
            raise Impossible("the group has become a supergroup")
        if isinstance(who, User) and chat.type != "private" and chat.member(who.id) is None:
            raise Impossible(f"{who.first_name} is not in {chat.title}")
        if chat.type == "private" and (chat.blocked_bot or chat.person is not who):
            raise Impossible("nobody writes in this private chat")
        if isinstance(place, Topic) and place.is_deleted:
            raise Impossible("the topic is gone")
        member = chat.member(who.id)
        if isinstance(place, Topic) and place.is_closed and not (member and member.is_admin):
            raise Impossible("the topic is closed")

    def sees(self, message: Json) -> bool:
        """Whether the bot is told of this message."""
        return bot_sees(self.world, self.post(message), mentions_reach_bot=self._mentions)


def _person(who: User | Chat) -> User:
    if isinstance(who, Chat):
        raise Impossible("a chat speaks in groups and channels only")
    return who


def _written(text: str, entities: Sequence[Entity]) -> Formatted:
    formatted = completed(trimmed(Formatted(clean(text), arranged(entities))))
    if is_empty(formatted.text):
        raise Impossible("an empty message is not sent")
    if utf16_length(formatted.text) > MAX_TEXT:
        raise Impossible("apps split a text of more than 4096 characters")
    return formatted


def _captioned(caption: str) -> Json:
    return caption_content(completed(trimmed(Formatted(clean(caption)))))


def _data_of(post: Post, button: str) -> str:
    rows = (post.markup or {}).get("inline_keyboard", [])
    buttons = [key for row in rows for key in row]
    for field in ("callback_data", "text"):
        for key in buttons:
            if key.get(field) == button and "callback_data" in key:
                return str(key["callback_data"])
    shown = ", ".join(repr(key["text"]) for key in buttons) or "none"
    raise Impossible(f"no button {button!r}; there are {shown}")


def _seen(post: Post, *, inaccessible: bool) -> Json:
    if inaccessible:
        return {"chat": post.chat.json(), "message_id": post.id, "date": 0}
    return post.json()
