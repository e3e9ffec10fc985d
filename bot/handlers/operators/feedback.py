"""What people say to whoever runs the bot, and the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.questions import drop_question, put
from bot.presses.coding import StaleButton
from bot.questions import AskedFeedback, AskedReply
from bot.replies import Say
from bot.views.parts import question
from bot.views.refusals import Misunderstood
from storage.mailings.writing import (
    check_feedback,
    feedback_in,
    feedback_of,
    send_feedback,
    send_reply,
)

if TYPE_CHECKING:
    from bot.presses.operators import ReplyToFeedback
    from bot.replies import Reply
    from bot.requests import Request
    from storage.models import Mailing

LONGEST = 3_500  # characters: with what the bot writes above them they fit into one message


async def feedback(request: Request) -> Reply:
    """/feedback The list is too long; /feedback alone asks for the words"""
    if not request.operators:
        return Say(request.words("feedback-nobody"))
    if request.text.strip():
        return await _send(request)
    await check_feedback(request.session, request.user, now=request.now)
    await put(request, AskedFeedback())
    in_group = not request.chat.is_private
    return question("feedback", request.words("ask-feedback"), request.reader, in_group=in_group)


async def answer_feedback(request: Request, _: AskedFeedback) -> Reply:
    """The words, in answer to the question"""
    await drop_question(request)
    return await _send(request)


async def _send(request: Request) -> Reply:
    is_read = await send_feedback(
        request.session,
        request.user,
        words_of(request),
        operators=request.operators,
        now=request.now,
    )
    return Say(request.words("feedback-sent" if is_read else "feedback-nobody"))


async def ask_reply(request: Request, press: ReplyToFeedback) -> Reply:
    """↩️ Reply"""
    if await feedback_of(request.session, press.feedback) is None:
        raise StaleButton(press.feedback.hex)
    await put(request, AskedReply(press.feedback))
    return question("reply", request.words("ask-reply"), request.reader, in_group=False)


async def answer_reply(request: Request, asked: AskedReply) -> Reply:
    """An operator's words, in answer to the question"""
    await drop_question(request)
    found = await feedback_of(request.session, asked.feedback)
    if found is None:
        raise Misunderstood("reply-forgotten")
    return await reply(request, found)


async def reply(request: Request, to: Mailing) -> Reply:
    """An operator's words, in reply to the message that shows a feedback"""
    said = words_of(request)
    if not await send_reply(request.session, request.user, to, said, now=request.now):
        raise Misunderstood("reply-unreachable")
    return Say(request.words("reply-sent"))


async def quoted_feedback(request: Request) -> Mailing | None:
    """The feedback that an operator replies to; nothing is looked up for anybody else."""
    if not request.by_operator or request.quoted is None or not request.quoted.by_bot:
        return None
    return await feedback_in(request.session, request.chat, request.quoted.message_id)


def words_of(request: Request) -> str:
    """The words to pass on. Raises Misunderstood where there are none, or too many."""
    said = request.text.strip()
    if not said:
        raise Misunderstood("only-words")
    if len(said) > LONGEST:
        raise Misunderstood("mailing-long", limit=LONGEST)
    return said
