"""What a message says that the bot was not told of: the Bot API has no way to fetch one.

Telegram gives back every message that the bot sends, and with a reply the message that it answers.
So the bot replies, and reads its own message. Whoever has put a reaction there has asked for that,
everybody sees it, and nothing of the talk has to be kept beforehand.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import structlog
from telegram import Bot, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.incoming.updates import quoted_in
from bot.outgoing.pace import CallKind
from bot.outgoing.queue import Paused
from bot.views.refusals import Misunderstood

if TYPE_CHECKING:
    from markupsafe import Markup

    from bot.outgoing.outbox import Outbox
    from bot.requests import Quoted

log = structlog.get_logger(__name__)

PATIENCE = 3.0  # seconds; the chat waits for it
NOT_THERE = "not found"  # the message to reply to is deleted


@dataclass(frozen=True, slots=True)
class Read:
    """What a message says, if Telegram has told it; the bot's reply to it; their topic."""

    note: int
    topic: int
    quoted: Quoted | None


async def read_message(
    bot: Bot, outbox: Outbox, chat_id: int, message_id: int, note: Markup
) -> Read | None:
    """A message, by a reply of the bot's that says `note`; None if it is gone.

    Raises Misunderstood where Telegram takes no reply now: nothing is waited for.
    """
    send = partial(_reply, bot, chat_id, message_id, note)
    try:
        async with asyncio.timeout(PATIENCE):
            sent = await outbox.ask(send, chat_id, CallKind.MESSAGE)
    except BadRequest as error:
        if NOT_THERE in error.message.lower():
            return None
        raise Misunderstood("message-unread") from None
    except (TelegramError, TimeoutError, Paused) as error:
        log.warning("a message could not be read", chat_id=chat_id, reason=repr(error))
        raise Misunderstood("message-unread") from None
    quoted, topic = quoted_in(sent, bot_id=bot.id)
    return Read(sent.message_id, topic, quoted)


async def _reply(bot: Bot, chat_id: int, message_id: int, note: Markup) -> Message:
    answered = ReplyParameters(message_id)
    return await bot.send_message(
        chat_id, note, parse_mode=ParseMode.HTML, reply_parameters=answered
    )
