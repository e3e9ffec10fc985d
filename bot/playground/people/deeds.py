"""Deeds: what people do on the page, sent by the browser as a name and a JSON object.

The object's fields name the person and the place: `{"who": 1001, "chat": 1001, "thread": 17, …}`.
A deed that cannot be done raises Impossible (no Telegram app would let it through), or KeyError,
TypeError or ValueError (it names something that does not exist).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.playground.people.chats import People
from bot.playground.people.messages import Impossible
from bot.playground.world import GENERAL_TOPIC, Chat, Json, Topic, UploadedFile, User
from bot.playground.world.clock import PlaygroundClock
from bot.playground.world.files import FILE_KINDS
from bot.playground.world.posting import page_view

Fields = Mapping[str, Any]


class Deeds:
    """Does the deeds of the page, and describes the world to it."""

    def __init__(
        self,
        people: People,
        clock: PlaygroundClock | None,
        start_over: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`start_over` begins the whole playground again, with an empty store."""
        self._people = people
        self._clock = clock
        self._start_over = start_over
        if clock is not None:
            clock.listen(self._tell_time)
        self._known: Mapping[str, Callable[[Fields], Any]] = {
            "say": self._say,
            "edit": self._edit,
            "delete": self._delete,
            "press": self._press,
            "react": self._react,
            "type": self._type,
            "choose": self._choose,
            "location": self._location,
            "forward": self._forward,
            "block": lambda fields: people.block(self._who(fields)),
            "unblock": lambda fields: people.unblock(self._who(fields)),
            "join": lambda fields: people.join(self._chat(fields), self._who(fields)),
            "leave": lambda fields: people.leave(self._chat(fields), self._who(fields)),
            "promote": lambda fields: people.promote(self._chat(fields), people.world.bot.user),
            "demote": lambda fields: people.demote(self._chat(fields), people.world.bot.user),
            "commands": lambda fields: people.commands_for(self._chat(fields), self._who(fields)),
            "shift": self._shift,
            "zone": self._live_in,
            "restart": self._restart,
        }

    async def do(self, name: str, fields: Fields) -> Any:
        """Do one deed and return its result as JSON."""
        if name not in self._known:
            raise Impossible(f"nobody can {name}")
        result = self._known[name](fields)
        return await result if isinstance(result, Awaitable) else result

    def send_file(self, fields: Fields, upload: UploadedFile) -> Json:
        """Send a file that the page uploaded, as the kind that the field `as` names."""
        kind = str(fields["as"])
        if kind not in FILE_KINDS:
            raise Impossible(f"no file is sent as {kind}")
        return self._people.send_file(
            self._who(fields),
            kind,
            upload,
            caption=str(fields.get("caption", "")),
            to=self._place(fields),
            reply_to=int(fields["reply_to"]) if fields.get("reply_to") else None,
            told={"duration": int(fields.get("duration") or 0)},
        )

    def everything(self) -> Json:
        """Everything that a page shows when it opens."""
        world = self._people.world
        posts = [page_view(post) for chat in world.chats.values() for post in chat.posts.values()]
        return {
            "type": "world",
            "bot": world.bot.user.json(),
            "posts": posts,
            **self.people(),
            **self.chats(),
            **self.time(),
        }

    def people(self) -> Json:
        """The people, with the zones of their devices."""
        users = (user for user in self._people.world.users.values() if not user.is_bot)
        return {"people": [{**user.json(), "zone": user.zone} for user in users]}

    def chats(self) -> Json:
        """Chats, topics and members as they are now."""
        world = self._people.world
        return {"chats": [_chat_view(chat, world.bot.user) for chat in world.chats.values()]}

    def time(self) -> Json:
        """The playground's time (Unix) and how far it is shifted, both in seconds."""
        offset = self._clock.offset if self._clock is not None else timedelta()
        return {"now": self._people.world.now().timestamp(), "offset": offset.total_seconds()}

    def _who(self, fields: Fields) -> User:
        return self._people.world.users[int(fields["who"])]

    def _chat(self, fields: Fields, field: str = "chat") -> Chat:
        return self._people.world.chats[int(fields[field])]

    def _place(self, fields: Fields, chat: str = "chat", thread: str = "thread") -> Chat | Topic:
        place = self._chat(fields, chat)
        number = int(fields.get(thread) or GENERAL_TOPIC)
        return place.topics[number] if number != GENERAL_TOPIC else place

    def _message(self, fields: Fields) -> Json:
        return self._chat(fields).posts[int(fields["message"])].json()

    def _say(self, fields: Fields) -> Json:
        reply_to = int(fields["reply_to"]) if fields.get("reply_to") else None
        place = self._place(fields)
        return self._people.say(self._who(fields), str(fields["text"]), to=place, reply_to=reply_to)

    def _edit(self, fields: Fields) -> Json:
        self._check_own(fields)
        return self._people.edit_message(self._message(fields), str(fields["text"]))

    def _delete(self, fields: Fields) -> None:
        self._check_own(fields)
        self._people.delete_message(self._message(fields))

    def _check_own(self, fields: Fields) -> None:
        author = self._message(fields).get("from", {}).get("id")
        is_private = self._chat(fields).type == "private"
        if author != self._who(fields).id and not is_private:
            raise Impossible("this is somebody else's message")

    def _press(self, fields: Fields) -> Json:
        press = self._people.press(self._who(fields), self._message(fields), str(fields["button"]))
        return {"query_id": press.id}

    def _react(self, fields: Fields) -> None:
        chosen = [str(fields["emoji"])] if fields.get("emoji") else []
        self._people.react(self._who(fields), self._message(fields), *chosen)

    def _type(self, fields: Fields) -> Json:
        inquiry = self._people.types(self._who(fields), str(fields["text"]))
        return {"query_id": inquiry.id}

    def _choose(self, fields: Fields) -> Json:
        inquiry = self._people.world.inquiries[str(fields["query"])]
        if inquiry.person is not self._who(fields):
            raise Impossible("somebody else has typed this")
        return self._people.choose(inquiry, str(fields["result"]), to=self._place(fields))

    def _location(self, fields: Fields) -> Json:
        at = float(fields["latitude"]), float(fields["longitude"])
        return self._people.send_location(self._who(fields), *at, to=self._place(fields))

    def _forward(self, fields: Fields) -> Json:
        to = self._place(fields, "to_chat", "to_thread")
        return self._people.forward(self._who(fields), self._message(fields), to=to)

    async def _shift(self, fields: Fields) -> Json:
        if self._clock is None:
            raise Impossible("this playground has no clock to shift")
        seconds = fields.get("seconds")
        if seconds is None:
            await self._clock.reset()
        else:
            await self._clock.forward(timedelta(seconds=float(seconds)))
        return self.time()

    def _tell_time(self, _: timedelta) -> None:
        self._people.world.tell({"type": "clock", **self.time()})

    async def _restart(self, _: Fields) -> None:
        if self._start_over is None:
            raise Impossible("this playground cannot start over")
        await self._start_over()
        self._people.world.tell(self.everything())

    def _live_in(self, fields: Fields) -> None:
        """Somebody's device is set to another time zone."""
        self._who(fields).zone = str(ZoneInfo(str(fields["zone"])))
        self._people.world.tell({"type": "people", **self.people()})


def _chat_view(chat: Chat, bot: User) -> Json:
    topics = [
        {"id": topic.id, "name": topic.name, "color": topic.color, "is_closed": topic.is_closed}
        for topic in chat.topics.values()
        if not topic.is_deleted
    ]
    return {
        **chat.json(),
        "topics": topics,
        "members": [{"id": one.user.id, "status": one.status} for one in chat.present()],
        "has_bot": chat.person is not None or chat.member(bot.id) is not None,
        "is_started": chat.is_started,
        "blocked_bot": chat.blocked_bot,
        "migrated_to": chat.migrated_to,
        "pinned": chat.pinned,
    }
