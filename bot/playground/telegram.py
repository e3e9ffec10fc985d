"""A stand-in for Telegram, in memory: the Bot API on one side, people on the other.

It implements the Bot API from its documentation alone: it imports nothing of the bot and nothing
of the library that the bot uses, so that both can be tested against it. `world/` has the state,
`api/` what the bot may ask, `people/` what people do, `page/` the HTTP server and the chat page.
"""

import copy
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.playground.api.limits import Fault, Faults, MessageLimits
from bot.playground.api.methods import METHODS, SENDS
from bot.playground.api.parameters import Parameters
from bot.playground.api.webhook import Webhook, delete_webhook, set_webhook, webhook_info
from bot.playground.people.chats import People
from bot.playground.world import Chat, Json, StoredFile, UploadedFile, User, World
from bot.playground.world.broadcast import Broadcast
from bot.playground.world.refusals import WEBHOOK_ACTIVE, Refusal, conflict, too_many_requests

DEFAULT_TOKEN = "4247:playground-token-that-opens-nothing"  # noqa: S105 - opens only this toy
_REMEMBERED_CALLS = 100_000


@dataclass(frozen=True, slots=True)
class Call:
    """A call that the bot made, and how Telegram refused it if it did."""

    method: str
    params: Mapping[str, Any]
    at: datetime
    refusal: Refusal | None = None


class Telegram(People):
    """The whole stand-in: `call` is for the bot, the inherited methods are for the people."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        bot_username: str = "dueto_bot",
        token: str = DEFAULT_TOKEN,
        limits: bool = False,
        mentions_reach_bot: bool = False,
    ) -> None:
        """`now` gives aware moments; everything is dated by it.

        `limits` turns Telegram's limits on messages on; with `mentions_reach_bot` a bare mention
        in a group passes privacy mode.
        """
        bot = User(int(token.partition(":")[0]), "Dueto", username=bot_username, is_bot=True)
        world = World(now=now, bot=bot)
        super().__init__(world, mentions_reach_bot=mentions_reach_bot)
        self.token = token
        self.calls: deque[Call] = deque(maxlen=_REMEMBERED_CALLS)
        self.webhook = Webhook()
        self._limits = MessageLimits(now) if limits else None
        self._faults = Faults()

    @property
    def bot(self) -> User:
        """The bot's own account."""
        return self.world.bot.user

    @property
    def changed(self) -> Broadcast:
        """Wakes everybody who waits for a change: `await telegram.changed.wait()`."""
        return self.world.changed

    @property
    def pending_updates(self) -> list[Json]:
        """Updates that the bot has not confirmed."""
        return list(self.world.updates)

    @property
    def is_polled(self) -> bool:
        """Whether the bot is waiting in getUpdates."""
        return self.world.updates.is_polled

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, UploadedFile] | None = None,
    ) -> Any:
        """Call a method of the Bot API and return its result as JSON.

        `params` hold decoded JSON, or the strings of a form post. `calls` keeps every call except
        getUpdates. Raises Refusal with Telegram's code, description and parameters.
        """
        parameters = Parameters(params or {}, files or {})
        name = method.lower()
        refusal = None
        try:
            return await self._answer(name, parameters)
        except Refusal as reason:
            refusal = reason
            raise
        finally:
            if name != "getupdates":
                asked = copy.deepcopy(dict(params or {}))
                self.calls.append(Call(method, asked, self.world.now(), refusal))
                self.changed.notify()

    async def _answer(self, name: str, parameters: Parameters) -> Any:
        fault = self._faults.next_for(name)
        if fault is not None and not fault.after:
            raise fault.refusal
        if name == "getupdates":
            result = await self._get_updates(parameters)
        else:
            result = copy.deepcopy(self._do(name, parameters))
        if fault is not None:
            raise fault.refusal
        return result

    def _do(self, name: str, parameters: Parameters) -> Any:
        match name:
            case "setwebhook":
                return set_webhook(self.webhook, self.world, parameters)
            case "deletewebhook":
                return delete_webhook(self.webhook, self.world, parameters)
            case "getwebhookinfo":
                return webhook_info(self.webhook, self.world)
        if name not in METHODS:
            raise Refusal(404, "Not Found")
        if self._limits is not None and name in SENDS:
            is_paid = parameters.flag("allow_paid_broadcast")
            self._limits.admit(parameters.integer("chat_id"), is_paid=is_paid)
        return METHODS[name](self.world, parameters)

    async def _get_updates(self, parameters: Parameters) -> list[Json]:
        if self.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        updates = self.world.updates
        if isinstance(allowed := parameters.json("allowed_updates"), list):
            updates.allow([str(kind) for kind in allowed])
        got = await updates.fetch(
            offset=parameters.integer("offset"),
            limit=parameters.integer("limit", 100),
            wait=parameters.integer("timeout"),
        )
        return copy.deepcopy(got)

    def fail_next(
        self,
        method: str,
        *,
        code: int = 429,
        description: str | None = None,
        retry_after: int | None = None,
        times: int = 1,
        after: bool = False,
    ) -> None:
        """Refuse the next `times` calls of `method` (`*`: of any method except getUpdates).

        With `after` the call has its effect before the refusal, as if its answer were lost.
        """
        refusal = Refusal(code, description or _STATUS_WORDS.get(code, "Internal Server Error"))
        if code == 429:
            refusal = too_many_requests(1 if retry_after is None else retry_after)
            refusal.description = description or refusal.description
        self._faults.order(method, Fault(refusal, after=after), times)

    def calls_of(self, *methods: str) -> list[Call]:
        """The calls of these methods, oldest first; names in any case."""
        wanted = {method.lower() for method in methods}
        return [call for call in self.calls if call.method.lower() in wanted]

    def messages(self, chat: Chat | int) -> list[Json]:
        """The messages of a chat, oldest first."""
        kept = chat if isinstance(chat, Chat) else self.world.chats[chat]
        return [copy.deepcopy(post.json()) for post in kept.posts.values()]

    def file(self, path: str) -> StoredFile | None:
        """The file at a `file_path` of getFile."""
        return next((file for file in self.world.files.values() if file.path == path), None)


_STATUS_WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}
