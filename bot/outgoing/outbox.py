"""What leaves the bot: replies in order, within Telegram's limits, and what became of them.

A reply waits in the queue of its chat and lane; each queue that is not empty has one task, so order
within a chat is kept and a stuck chat holds up nobody. A call then waits for its chat (`Pace`), and
finally in the queue of all chats, where answers to people go before reminders and digests.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import replace
from functools import partial
from math import inf
from random import SystemRandom
from typing import TYPE_CHECKING, TypeVar

import structlog
from structlog.contextvars import bound_contextvars
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.logs import apart
from bot.outgoing.composing import (
    EditedPart,
    NewMessage,
    answer_press,
    edit,
    edited_parts,
    new_messages,
    photo_refused,
    react,
)
from bot.outgoing.delivery import (
    BULK_PATIENCE,
    Delivery,
    Key,
    backoff,
    given_up,
    may_repeat,
    messages_of,
    next_address,
    together,
)
from bot.outgoing.joining import as_one, fall_apart, last_change, shared, take_along
from bot.outgoing.making import Maker
from bot.outgoing.outcomes import (
    EditRefusal,
    Failed,
    Moved,
    Nothing,
    Outcome,
    Sent,
    TopicGone,
    edit_refusal,
    final_of,
    is_unclear,
    outcome_of,
    retry_seconds,
    too_late,
    topic_is_gone,
)
from bot.outgoing.pace import CallKind, Lane, Pace
from bot.outgoing.queries import say_elsewhere
from bot.outgoing.queue import Paused, SendingQueue, Sleep
from bot.replies import Address, Edit, Kept, Leaving, React, led_astray

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Message

log = structlog.get_logger(__name__)

UNPAID_FOR = 60.0  # seconds after Telegram has refused to be paid

_random = SystemRandom().random
T = TypeVar("T")


class _Withdrawn(Exception):
    """The reply was called back, or has lapsed, while it waited for its turn."""


class Outbox:
    """Sends replies; `post` never raises, what happened is the Outcome.

    `maker` makes files. `sleep`, `monotonic` and `jitter` (0 ≤ x < 1) are tests' clock and dice.
    """

    def __init__(
        self,
        bot: Bot,
        *,
        pace: Pace,
        sleep: Sleep = asyncio.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = _random,
    ) -> None:
        self._bot = bot
        self._pace = pace
        self._queue = SendingQueue(pace, sleep=sleep, monotonic=monotonic)
        self._sleep = sleep
        self._monotonic = monotonic
        self._jitter = jitter
        self._queues: dict[Key, deque[Delivery]] = {}
        self._workers: dict[Key, asyncio.Task[None]] = {}
        self._presses: set[asyncio.Task[None]] = set()
        self.maker = Maker()
        self._closing = False
        self._unpaid_until = -inf

    @property
    def bulk_gap(self) -> float:
        """Seconds between two calls of bulk."""
        return 1 / self._pace.limits.bulk

    @property
    def pause(self) -> float:
        """Seconds for which Telegram refuses the whole token."""
        return self._pace.pause(now=self._monotonic())

    def post(
        self,
        reply: Leaving,
        address: Address,
        *,
        lane: Lane = Lane.ANSWER,
        patience: float = BULK_PATIENCE,
        update_id: int | None = None,
        still: Callable[[], bool] = lambda: True,
    ) -> asyncio.Future[Outcome]:
        """Queue a reply behind those of the same chat and lane; a press is answered at once.

        `update_id`: that of what it answers. Answers that wait for a group are joined, and have one
        outcome: a Sent that names all of these.

        The future gives the Outcome and never an exception. Cancelling it calls bulk back that has
        not left; an answer leaves all the same. After `close` everything is Failed.
        Bulk that waits beyond `patience` seconds, and what is not `still` ours, are Failed, too.
        """
        done: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        delivery = Delivery(reply, address, lane, done, patience, update_id=update_id, still=still)
        if self._closing:
            delivery.finish(Failed("closing", ambiguous=False))
            return delivery.done
        if address.query_id:
            self._start_press(reply, address, address.query_id)
        key = delivery.key
        self._queues.setdefault(key, deque()).append(delivery)
        if key not in self._workers:
            name = f"outbox {lane.name.lower()}"
            self._workers[key] = asyncio.create_task(self._work(key), name=name, context=apart())
        return delivery.done

    async def ask(
        self, question: Callable[[], Awaitable[T]], chat_id: int, kind: CallKind = CallKind.QUESTION
    ) -> T:
        """Ask Telegram something, once, in the turn of answers; perhaps by a message, or an edit.

        Raises TelegramError, and Paused where it would have to wait."""
        lane = Lane.BOARD if kind is CallKind.EDIT else Lane.ANSWER
        asked_at = await self._queue.turn(chat_id, kind, lane, patience=0)
        try:
            return await question()
        except RetryAfter as error:
            self._pace.refuse_kind(kind, chat_id, retry_seconds(error), now=self._monotonic())
            raise
        finally:
            self._pace.landed(asked_at, now=self._monotonic())

    async def close(self, grace: float) -> None:
        """Take nothing more, give answers `grace` seconds to leave, then stop. Bulk that has not
        left is Failed, not ambiguous: whoever posted it has it written down."""
        self._closing = True
        for key, worker in list(self._workers.items()):
            if key[1] is not Lane.ANSWER:
                self._stop_bulk(key, worker)
        leaving = {*self._workers.values(), *self._presses}
        try:
            await self._wait(leaving, grace)
        finally:
            for task in leaving:
                task.cancel()
            self._queue.close()
            await asyncio.gather(*leaving, return_exceptions=True)
            self._abandon()

    def _abandon(self) -> None:
        """Finish what is left: a task that was cancelled before its first step did not."""
        for queue in self._queues.values():
            for delivery in queue:
                delivery.finish(Failed("closing", ambiguous=delivery.in_flight))
        self._queues.clear()
        self._workers.clear()

    def _stop_bulk(self, key: Key, worker: asyncio.Task[None]) -> None:
        queue = self._queues[key]
        if not (queue and queue[0].in_flight):
            worker.cancel()
            return
        for delivery in list(queue)[1:]:
            delivery.finish(Failed("closing", ambiguous=False))
            queue.remove(delivery)

    async def _wait(self, tasks: set[asyncio.Task[None]], grace: float) -> None:
        if not tasks:
            return
        patience = asyncio.ensure_future(self._sleep(grace))
        drained = asyncio.ensure_future(asyncio.wait(tasks))
        try:
            await asyncio.wait({patience, drained}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            patience.cancel()
            drained.cancel()
            await asyncio.gather(patience, drained, return_exceptions=True)

    async def _work(self, key: Key) -> None:
        queue = self._queues[key]
        try:
            while queue:
                if not queue[0].withdrawn:
                    with bound_contextvars(**queue[0].thread):
                        outcome = await self._outcome(queue[0])
                    if fall_apart(queue, outcome):
                        continue
                    queue[0].finish(outcome)
                queue.popleft()
        finally:
            for delivery in queue:
                delivery.finish(Failed("closing", ambiguous=delivery.in_flight))
            self._queues.pop(key, None)
            self._workers.pop(key, None)

    async def _outcome(self, delivery: Delivery) -> Outcome:
        try:
            outcome = await self._deliver_all(delivery)
        except _Withdrawn:
            return delivery.called_back or Nothing()
        except Paused as error:
            return Failed(str(error), ambiguous=False, retry_after=error.seconds)
        except Exception:
            # The queue's task has to outlive whatever one reply does to it.
            log.exception("a reply could not be sent", chat_id=delivery.address.chat_id)
            return Failed("internal error", ambiguous=delivery.in_flight)
        final = final_of(outcome)
        if isinstance(final, Failed):
            chat_id, lane = delivery.address.chat_id, delivery.lane.name.lower()
            facts = {"reason": final.reason, "ambiguous": final.ambiguous}
            log.warning("not sent", chat_id=chat_id, lane=lane, **facts)
        return outcome

    async def _deliver_all(self, delivery: Delivery) -> Outcome:
        """The reply and its `more`, up to the first that does not arrive."""
        outcomes: list[Outcome] = []
        address = delivery.address
        for reply in messages_of(delivery.reply):
            outcomes.append(await self._deliver(delivery, reply, address))
            if not isinstance(final_of(outcomes[-1]), (Sent, Nothing)):
                break
            address = next_address(address, outcomes[-1])
        return together(outcomes)

    async def _deliver(self, delivery: Delivery, reply: Kept, address: Address) -> Outcome:
        try:
            return await self._say(delivery, reply, address)
        except ChatMigrated as error:
            if error.new_chat_id == address.chat_id or address.chat_id != delivery.address.chat_id:
                return Failed("the group moves in a circle", ambiguous=False)
            there = replace(address, chat_id=error.new_chat_id, pressed=None)
            return Moved(error.new_chat_id, await self._deliver(delivery, reply, there))
        except TelegramError as error:
            if address.topic and topic_is_gone(error):
                there = replace(address, topic=0, reply_to=None)
                return TopicGone(await self._deliver(delivery, led_astray(reply), there))
            outcome = outcome_of(error)
            if delivery.unclear and isinstance(outcome, Failed):
                return replace(outcome, ambiguous=True)  # a try before this one may have arrived
            return outcome

    async def _say(self, delivery: Delivery, reply: Kept, address: Address) -> Outcome:
        if isinstance(reply, React):
            if await self._react(delivery, reply, address):
                return Nothing()
            reply = reply.instead
        if address.inline or address.guest:
            there = partial(say_elsewhere, self._bot, reply, address)
            await self._call(there, delivery, address.chat_id, CallKind.EDIT)
            return Nothing()
        if isinstance(reply, Edit) and address.pressed is not None:
            edited = await self._edit(delivery, reply, address.chat_id, address.pressed)
            if edited is not None or not reply.says_again:
                return edited or Nothing(vanished=True)
        drawing = await delivery.drawn(reply, self.maker)
        try:
            return await self._send_all(delivery, new_messages(reply, address, drawing), address)
        except BadRequest as error:
            if drawing is None or not photo_refused(error):
                raise
            log.warning("a picture was not taken", chat_id=address.chat_id, reason=str(error))
            return await self._send_all(delivery, new_messages(reply, address), address)

    async def _send_all(
        self, delivery: Delivery, made: tuple[NewMessage, ...], address: Address
    ) -> Sent | Nothing:
        """The last of them is what the reply is known by."""
        outcome: Sent | Nothing = Nothing()
        for letter in made:
            outcome = await self._send(delivery, letter, address)
        return outcome

    async def _send(self, delivery: Delivery, letter: NewMessage, address: Address) -> Sent:
        send = partial(self._letter_sent, delivery, letter, address)
        if self._pays and delivery.lane is not Lane.ANSWER:
            message = await self._send_paid(delivery, send, address.chat_id)
        else:
            message = await self._call(send, delivery, address.chat_id, CallKind.MESSAGE)
        delivery.unclear = 0
        return shared(Sent(message.message_id), delivery.update_ids)

    async def _letter_sent(
        self, delivery: Delivery, letter: NewMessage, address: Address, *, is_paid: bool = False
    ) -> Message:
        if delivery.joined:
            said, is_astray = as_one(delivery), address.topic != delivery.address.topic
            (letter,) = new_messages(led_astray(said) if is_astray else said, address)
        return await letter.send(self._bot, address.chat_id, address.topic, is_paid=is_paid)

    @property
    def _pays(self) -> bool:
        return self._pace.limits.is_paid and self._monotonic() >= self._unpaid_until

    async def _send_paid(
        self, delivery: Delivery, send: Callable[..., Awaitable[Message]], chat_id: int
    ) -> Message:
        """Send as one of a paid broadcast; for nothing where Telegram does not take that, as when
        the bot has no Stars left: however it says so, the message then leaves without."""
        try:
            paid = partial(send, is_paid=True)
            return await self._call(paid, delivery, chat_id, CallKind.MESSAGE)
        except BadRequest as error:
            if topic_is_gone(error) or not isinstance(outcome_of(error), Failed):
                raise
            message = await self._call(send, delivery, chat_id, CallKind.MESSAGE)
            self._unpaid_until = self._monotonic() + UNPAID_FOR
            log.warning("a paid message was refused, and left unpaid", reason=str(error))
            return message

    async def _edit(
        self, delivery: Delivery, reply: Edit, chat_id: int, message_id: int
    ) -> Sent | Nothing | None:
        """Edit in place; `None` when the message is gone and a new one has to be sent."""
        chosen = edited_parts(reply)
        for part in chosen:
            try:
                change = partial(self._changed, delivery, part, reply, message_id)
                await self._call(partial(change, chat_id), delivery, chat_id, CallKind.EDIT)
            except BadRequest as error:
                refusal = edit_refusal(error)
                if refusal is EditRefusal.UNCHANGED:
                    return Nothing()
                if refusal is None:
                    raise
                if refusal is EditRefusal.VANISHED:
                    return None
            else:
                return Sent(message_id)
        return None if chosen else Nothing()

    async def _changed(
        self, delivery: Delivery, part: EditedPart, reply: Edit, message_id: int, chat_id: int
    ) -> None:
        await edit(self._bot, part, last_change(delivery, reply), chat_id, message_id)

    async def _react(self, delivery: Delivery, reply: React, address: Address) -> bool:
        """React to the message that is answered. False: Telegram does not take that here."""
        try:
            call = partial(react, self._bot, reply, address.chat_id, address.reply_to or 0)
            await self._call(call, delivery, address.chat_id, CallKind.REACTION)
        except (BadRequest, Forbidden) as error:
            log.info("a reaction was not taken", chat_id=address.chat_id, reason=str(error))
            return False
        return True

    def _start_press(self, reply: Leaving, address: Address, query_id: str) -> None:
        task = asyncio.create_task(self._press(reply, address, query_id), name="outbox press")
        self._presses.add(task)
        task.add_done_callback(self._presses.discard)

    async def _press(self, reply: Leaving, address: Address, query_id: str) -> None:
        delivery = Delivery(reply, address, Lane.ANSWER, asyncio.get_running_loop().create_future())
        try:
            answer = partial(answer_press, self._bot, reply, query_id)
            await self._call(answer, delivery, address.chat_id, CallKind.PRESS)
        except TelegramError as error:
            if not too_late(error):
                log.warning("a press was not answered", chat_id=address.chat_id, reason=str(error))
        except Exception:
            log.exception("a press could not be answered", chat_id=address.chat_id)

    async def _call(
        self, call: Callable[[], Awaitable[T]], delivery: Delivery, chat_id: int, kind: CallKind
    ) -> T:
        """Make the call in its turn, again where a repeat cannot do it twice or does not matter.

        An answer leaves once more even so: to stand there twice is better than silence.

        Raises the last TelegramError.
        """
        failures, since = 0, 0.0
        while True:
            patience = inf if delivery.lane is Lane.ANSWER else delivery.patience
            delivery.held |= (
                self._pace.chat_wait(chat_id, kind, delivery.lane, now=self._monotonic()) > 0
            )
            called_at = await self._queue.turn(chat_id, kind, delivery.lane, patience=patience)
            self._take_along(delivery)
            if delivery.called_back:
                raise _Withdrawn
            try:
                return await delivery.fly(call)
            except TelegramError as error:
                delivery.unclear += kind is CallKind.MESSAGE and is_unclear(error)
                delivery.held |= isinstance(error, RetryAfter)
                if not may_repeat(error, delivery, kind):
                    raise
                now = self._monotonic()
                since = since if failures else now
                wait = self._wait_after(error, chat_id, kind, failures)
                if given_up(delivery, kind, tried_for=now - since, wait=wait):
                    raise
            finally:
                self._pace.landed(called_at, now=self._monotonic())
            failures += 1
            await self._sleep(wait)

    def _take_along(self, delivery: Delivery) -> None:
        queue = self._queues.get(delivery.key)
        if queue and queue[0] is delivery:  # the answer to a press stands in no queue
            take_along(queue)

    def _wait_after(
        self, error: TelegramError, chat_id: int, kind: CallKind, failures: int
    ) -> float:
        """Seconds until the next attempt: what Telegram asks for, or ever longer with jitter."""
        if isinstance(error, RetryAfter):
            seconds = retry_seconds(error)
            self._pace.refuse(chat_id, seconds, now=self._monotonic())
            return seconds
        return backoff(error, kind, failures) * (0.5 + self._jitter())
