"""What the page asks for: JSON from the browser made into deeds of people.

A deed is a name and an object: `{"who": 1001, "chat": 1001, "thread": 17, …}`. Refused ones raise
Impossible (no app would let it through), KeyError, TypeError or ValueError (no such thing).
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.playground.clock import PlaygroundClock
from bot.playground.people import Impossible
from bot.playground.posting import page_view
from bot.playground.telegram import Telegram
from bot.playground.world import GENERAL_TOPIC, Chat, Json, Topic, UploadedFile, User

Wish = Mapping[str, Any]


class Deeds:
    """The page's side of the stand-in: the picture of everything, and what people do."""

    def __init__(self, telegram: Telegram, clock: PlaygroundClock | None) -> None:
        self._telegram = telegram
        self._clock = clock
        self._known: Mapping[str, Callable[[Wish], Any]] = {
            "say": self._say,
            "edit": self._edit,
            "delete": self._delete,
            "press": self._press,
            "location": self._location,
            "forward": self._forward,
            "block": lambda wish: telegram.block(self._who(wish)),
            "unblock": lambda wish: telegram.unblock(self._who(wish)),
            "join": lambda wish: telegram.join(self._chat(wish), self._who(wish)),
            "leave": lambda wish: telegram.leave(self._chat(wish), self._who(wish)),
            "commands": lambda wish: telegram.commands_for(self._chat(wish), self._who(wish)),
            "shift": self._shift,
        }

    def do(self, name: str, wish: Wish) -> Any:
        """Do one deed and return what the page shows of it, as JSON."""
        if name not in self._known:
            raise Impossible(f"nobody can {name}")
        return self._known[name](wish)

    def send_file(self, wish: Wish, upload: UploadedFile) -> Json:
        """Send a file that the page uploaded, as a photo when `as` says so."""
        send = (
            self._telegram.send_photo if wish.get("as") == "photo" else self._telegram.send_document
        )
        reply_to = int(wish["reply_to"]) if wish.get("reply_to") else None
        caption = str(wish.get("caption", ""))
        to = self._place(wish)
        return send(self._who(wish), upload, caption=caption, to=to, reply_to=reply_to)

    def picture(self) -> Json:
        """Everything that a page shows when it opens."""
        world = self._telegram.world
        posts = [page_view(post) for chat in world.chats.values() for post in chat.posts.values()]
        return {
            "type": "world",
            "bot": world.bot.user.json(),
            "people": [user.json() for user in world.users.values() if not user.is_bot],
            "posts": posts,
            **self.chats(),
            **self.time(),
        }

    def chats(self) -> Json:
        """Chats, topics and members as they are now."""
        world = self._telegram.world
        return {"chats": [_chat_view(chat, world.bot.user) for chat in world.chats.values()]}

    def time(self) -> Json:
        """The playground's time and how far it is shifted, in seconds."""
        offset = self._clock.offset if self._clock is not None else timedelta()
        return {"now": self._telegram.world.now().timestamp(), "offset": offset.total_seconds()}

    def _who(self, wish: Wish) -> User:
        return self._telegram.world.users[int(wish["who"])]

    def _chat(self, wish: Wish, field: str = "chat") -> Chat:
        return self._telegram.world.chats[int(wish[field])]

    def _place(self, wish: Wish, chat: str = "chat", thread: str = "thread") -> Chat | Topic:
        place = self._chat(wish, chat)
        number = int(wish.get(thread) or GENERAL_TOPIC)
        return place.topics[number] if number != GENERAL_TOPIC else place

    def _message(self, wish: Wish) -> Json:
        return self._chat(wish).posts[int(wish["message"])].json()

    def _say(self, wish: Wish) -> Json:
        reply_to = int(wish["reply_to"]) if wish.get("reply_to") else None
        place = self._place(wish)
        return self._telegram.say(self._who(wish), str(wish["text"]), to=place, reply_to=reply_to)

    def _edit(self, wish: Wish) -> Json:
        self._check_own(wish)
        return self._telegram.edit_message(self._message(wish), str(wish["text"]))

    def _delete(self, wish: Wish) -> None:
        self._check_own(wish)
        self._telegram.delete_message(self._message(wish))

    def _check_own(self, wish: Wish) -> None:
        author = self._message(wish).get("from", {}).get("id")
        is_private = self._chat(wish).type == "private"
        if author != self._who(wish).id and not is_private:
            raise Impossible("this is somebody else's message")

    def _press(self, wish: Wish) -> Json:
        press = self._telegram.press(self._who(wish), self._message(wish), str(wish["button"]))
        return {"query_id": press.id}

    def _location(self, wish: Wish) -> Json:
        at = float(wish["latitude"]), float(wish["longitude"])
        return self._telegram.send_location(self._who(wish), *at, to=self._place(wish))

    def _forward(self, wish: Wish) -> Json:
        to = self._place(wish, "to_chat", "to_thread")
        return self._telegram.forward(self._who(wish), self._message(wish), to=to)

    def _shift(self, wish: Wish) -> Json:
        if self._clock is None:
            raise Impossible("this playground has no clock to shift")
        seconds = wish.get("seconds")
        if seconds is None:
            self._clock.reset()
        else:
            self._clock.shift(timedelta(seconds=float(seconds)))
        self._telegram.world.tell({"type": "clock", **self.time()})
        return self.time()


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
    }
