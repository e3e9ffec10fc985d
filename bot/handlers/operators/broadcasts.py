"""What an operator says to everybody: looked at, sent, paused, stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.operators.feedback import words_of
from bot.handlers.questions import drop_question, put
from bot.presses.coding import StaleButton
from bot.questions import AskedBroadcast
from bot.replies import Edit, in_place, noticed
from bot.views.operators import mailings as views
from bot.views.parts import question
from storage.mailings.leaving import progress_of
from storage.mailings.writing import (
    begin_broadcast,
    broadcast_of,
    count_receivers,
    draft_broadcast,
    drop_draft,
    steer,
)
from storage.models import MailingState

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.operators import (
        AskBroadcast,
        ChooseAudience,
        DropBroadcast,
        SendBroadcast,
        SteerBroadcast,
    )
    from bot.replies import Reply
    from bot.requests import Request
    from storage.models import Mailing


async def by_words(request: Request, said: str) -> Reply:
    """/admin broadcast The bot moves tonight; /admin broadcast alone asks for the words"""
    return await _draft(request) if said else await _ask(request)


async def ask(request: Request, _: AskBroadcast) -> Reply:
    """📣 Broadcast"""
    return await _ask(request)


async def _ask(request: Request) -> Reply:
    await put(request, AskedBroadcast())
    return question("broadcast", request.words("ask-broadcast"), request.reader, in_group=False)


async def answer(request: Request, _: AskedBroadcast) -> Reply:
    """The words, in answer to the question"""
    await drop_question(request)
    return await _draft(request)


async def _draft(request: Request) -> Reply:
    text = words_of(request)
    mailing = await draft_broadcast(request.session, request.user, text, now=request.now)
    receivers = await count_receivers(request.session)
    return views.preview(mailing, receivers, request.reader)


async def choose(request: Request, press: ChooseAudience) -> Reply:
    """People, groups, both"""
    mailing = await _of_button(request, press.mailing)
    if mailing.state == MailingState.DRAFT:
        mailing.audience = press.audience
    return await _shown(request, mailing)


async def send(request: Request, press: SendBroadcast) -> Reply:
    """📣 Send: once, however often it is pressed"""
    mailing = await _of_button(request, press.mailing)
    await begin_broadcast(request.session, mailing, shown_in=request.pressed, now=request.now)
    return await _shown(request, mailing)


async def drop(request: Request, press: DropBroadcast) -> Reply:
    """✖️ Cancel"""
    mailing = await _of_button(request, press.mailing)
    if mailing.state != MailingState.DRAFT:
        return await _shown(request, mailing)
    await drop_draft(request.session, mailing)
    return Edit(request.words("cancelled"))


async def steer_one(request: Request, press: SteerBroadcast) -> Reply:
    """⏸ Pause, ▶️ Go on, ⏹ Stop"""
    mailing = await _of_button(request, press.mailing)
    is_done = steer(request.session, mailing, press.to, now=request.now)
    shown = await _shown(request, mailing)
    return shown if is_done else noticed(shown, request.notice("nothing"))


async def _shown(request: Request, mailing: Mailing) -> Reply:
    """A draft with its buttons, or how far it is."""
    if mailing.state == MailingState.DRAFT:
        receivers = await count_receivers(request.session)
        return in_place(views.ready(mailing, receivers, request.reader))
    await request.session.flush()
    return in_place(views.progress(await progress_of(request.session, mailing), request.reader))


async def _of_button(request: Request, key: UUID) -> Mailing:
    mailing = await broadcast_of(request.session, key)
    if mailing is None:
        raise StaleButton(key.hex)
    return mailing
