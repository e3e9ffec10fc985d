"""An arrival becomes rows of people and chats, and a Request."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.incoming.queries import Asked, CalledAsGuest, Chose
from bot.incoming.updates import (
    AddedToChannel,
    Admitted,
    Arrival,
    BotBlocked,
    Happened,
    Migrated,
    Pressed,
    Reacted,
    Wrote,
)
from bot.questions import question_of
from bot.reader import NOWHERE, Home
from bot.requests import Request, Sign, Written, place_of
from bot.texts import words_for
from storage.errors import MembershipUnknown
from storage.people.access import MEMBERSHIP_LASTS
from storage.people.asking import Asker
from storage.people.chats import meet_chat, migrate_chat, set_unreachable
from storage.people.members import seen_here, set_member_status
from storage.people.preferences import preferences_in
from storage.people.settings import guess_zone
from storage.people.topics import name_topic
from storage.people.users import meet_user, set_blocked
from storage.pushes.plans.returns import resume
from storage.talk.arrivals import Known, look_up
from storage.talk.questions import is_open
from storage.tasks.awaited import join_awaited

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.questions import Question
    from storage.models import Chat, User
    from storage.models import Question as AskedRow


@dataclass(frozen=True, slots=True)
class Host:
    """What the bot itself brings to a request. `takes_inline`: BotFather was told that people may
    type behind its name in any chat."""

    username: str
    default_zone: str
    operators: frozenset[int] = frozenset()
    home: Home = NOWHERE
    takes_inline: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """Who came and where, and what was known of them before."""

    user: User
    chat: Chat
    known: Known


class NotStarted(Exception):
    """Somebody whom the bot does not know pressed a button of a card in some chat."""


async def meet(session: AsyncSession, arrival: Arrival, *, now: datetime) -> Met | None:
    """Keep what an arrival tells of people and chats; None when there is nobody to answer.

    Raises MembershipUnknown when somebody presses a button in a group and it is not known for
    sure that they are in it, and NotStarted.
    """
    if isinstance(arrival, Migrated):
        await migrate_chat(session, old_id=arrival.old_id, new_id=arrival.new_id)
        return None
    sender = arrival.sender
    known = await look_up(
        session,
        arrival.chat.telegram_id,
        sender.telegram_id if sender else None,
        message_of(arrival),
        now=now,
    )
    if isinstance(arrival, AddedToChannel) and not _can_be_told(known):
        return None
    if isinstance(arrival, Reacted) and not _concerns(arrival, known):
        return None
    if is_elsewhere(arrival):
        return await _meet_elsewhere(session, arrival, known, now=now)
    active_on = _active_on(arrival, known, now=now)
    chat = await meet_chat(session, arrival.chat, known.chat, now=now, active_on=active_on)
    for person, standing in arrival.members if isinstance(arrival, Happened) else ():
        member = await meet_user(session, person, now=now)
        await set_member_status(session, member, chat, standing, now=now)
    if arrival.topic_name and arrival.topic:
        name, is_new = arrival.topic_name, arrival.renamed
        await name_topic(session, chat, arrival.topic, name, is_new=is_new)
    if sender is None:
        return None
    user = await meet_user(session, sender, known.user, now=now, active_on=active_on)
    met = Met(user, chat, known)
    if isinstance(arrival, BotBlocked | Admitted):
        return await _meet_again(session, arrival, met, now=now)
    await _welcome_back(session, met.user, chat, now=now)
    await _check_in(session, arrival, met, now=now)
    await guess_zone(session, chat, met.user, now=now)
    await join_awaited(session)
    return met


def _active_on(arrival: Arrival, known: Known, *, now: datetime) -> date | None:
    """The day (of UTC) on which somebody has done something: written, pressed, reacted. Of whoever
    is banned nothing counts."""
    is_banned = known.user is not None and known.user.banned_at is not None
    return now.date() if isinstance(arrival, Wrote | Pressed | Reacted) and not is_banned else None


def is_elsewhere(arrival: Arrival) -> bool:
    """Whether it comes from a chat where the bot need not be: nobody has written to the bot."""
    is_card = isinstance(arrival, Pressed) and bool(arrival.inline)
    return is_card or isinstance(arrival, Asked | Chose | CalledAsGuest)


async def _meet_elsewhere(
    session: AsyncSession, arrival: Arrival, known: Known, *, now: datetime
) -> Met | None:
    """Whoever calls the bot as a guest gets a list, as if they had started the bot and blocked it:
    what is due is kept for them until they write. Nobody else is met by what they do elsewhere.

    Raises NotStarted for whoever presses a button.
    """
    sender = arrival.sender
    if known.chat is not None and known.user is not None:
        return Met(known.user, known.chat, known)
    if isinstance(arrival, Pressed):
        raise NotStarted
    if sender is None or not isinstance(arrival, CalledAsGuest):
        return None
    chat = known.chat or await meet_chat(session, arrival.chat, now=now)
    user = known.user or await meet_user(session, sender, now=now)
    user.blocked_at = user.blocked_at or now
    await seen_here(session, user, chat, now=now)
    return Met(user, chat, known)


def _can_be_told(known: Known) -> bool:
    """Whether somebody has started the bot and not blocked it: only then it may write to them."""
    return known.chat is not None and known.user is not None and known.user.blocked_at is None


def _concerns(arrival: Reacted, known: Known) -> bool:
    """Whether a reaction is about a task, or makes one; people put most of them on their talk."""
    is_about = known.message is not None and known.message.task_id is not None
    return is_about or Sign.TASK in arrival.reaction.put


def message_of(arrival: Arrival) -> int | None:
    """Telegram's id of the written or pressed message, or of the one with a reaction."""
    match arrival:
        case Pressed(message_id=message_id):
            return message_id
        case Wrote(message=message):
            return message.message_id
        case Reacted(reaction=reaction):
            return reaction.message_id
        case _:
            return None


async def introduce(session: AsyncSession, arrival: Arrival, *, now: datetime) -> None:
    """Keep only who came and where, before Telegram is asked about them."""
    await meet_chat(session, arrival.chat, now=now)
    if arrival.sender is not None:
        await meet_user(session, arrival.sender, now=now)


async def _meet_again(
    session: AsyncSession, arrival: BotBlocked | Admitted, met: Met, *, now: datetime
) -> Met | None:
    user, chat = met.user, met.chat
    if isinstance(arrival, BotBlocked):
        gone = arrival.is_blocked
        await set_blocked(session, user.telegram_id, blocked=gone, now=now)
    else:
        gone = not arrival.is_present
        await set_unreachable(session, chat.telegram_id, unreachable=gone, now=now)
    await session.flush()
    if gone:
        return None
    if not (chat.is_private and user.banned_at):
        await resume(session, chat, now=now)
    if not isinstance(arrival, Admitted) or not (arrival.is_new or arrival.is_promoted):
        return None
    await guess_zone(session, chat, user, now=now)
    return met


async def _welcome_back(session: AsyncSession, user: User, chat: Chat, *, now: datetime) -> None:
    """Whoever writes can be reached again: what was held for them comes as one summary."""
    was_blocked = chat.is_private and user.blocked_at is not None
    if chat.unreachable_at is None and not was_blocked:
        return
    chat.unreachable_at = None
    if was_blocked:
        user.blocked_at = None
    if not (chat.is_private and user.banned_at):
        await resume(session, chat, now=now)


async def _check_in(session: AsyncSession, arrival: Arrival, met: Met, *, now: datetime) -> None:
    """Who writes in a chat is in it; who presses a button may only see it from outside.

    Somebody's leaving is told by a message of their own.
    """
    if isinstance(arrival, Happened) and any(
        person == arrival.sender for person, _ in arrival.members
    ):
        return
    user, chat, known = met.user, met.chat, met.known.membership
    if isinstance(arrival, Wrote | Happened) or chat.is_private:
        await seen_here(session, user, chat, now=now)
    elif known is None or now - known.checked_at > MEMBERSHIP_LASTS:
        raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))


def request_of(
    session: AsyncSession, arrival: Arrival, met: Met, *, now: datetime, host: Host
) -> Request:
    """What a handler is given, before it is known which one it will be."""
    user, chat, asked = met.user, met.chat, met.known.question
    chosen = preferences_in(chat, user, default_zone=host.default_zone)
    wrote = arrival if isinstance(arrival, Wrote) else None
    pressed = arrival if isinstance(arrival, Pressed) else None
    written = wrote or (arrival if isinstance(arrival, CalledAsGuest) else None)
    is_edit = wrote is not None and wrote.is_edit
    topic = arrival.topic if chat.is_forum or chat.is_private else 0
    is_here = asked is not None and (not chat.is_private or asked.topic == topic)
    is_answer = not is_edit and not is_elsewhere(arrival)
    waits = asked is not None and is_here and is_answer and is_open(asked, now=now)
    by_operator = chat.is_private and user.telegram_id in host.operators
    return Request(
        session=session,
        now=now,
        user=user,
        chat=chat,
        asker=Asker.of(user, chat),
        topic=topic,
        text=written.message.text if written else "",
        words=words_for(chosen.language),
        place=replace(place_of(chosen, chat), people=_people_in(arrival)),
        preferences=chosen,
        bot_username=host.username,
        message=written.message if written else None,
        pressed=pressed.message_id if pressed else None,
        below=pressed.below if pressed else (),
        shown_at=pressed.shown_at if pressed else None,
        question=_question_in(asked, by_operator=by_operator) if waits else None,
        asked=asked,
        shown=met.known.message,
        inline=arrival.inline if isinstance(arrival, Pressed | Chose) else "",
        operators=host.operators,
        brought=arrival.brought,
        home=host.home,
        takes_inline=host.takes_inline,
    )


def _question_in(asked: AskedRow | None, *, by_operator: bool) -> Question | None:
    """What was asked; nothing if only an operator may answer it, and this is none any more."""
    question = question_of(asked.kind, asked.facts) if asked is not None else None
    is_foreign = question is not None and question.for_operators and not by_operator
    return None if is_foreign else question


def _people_in(arrival: Arrival) -> frozenset[str]:
    message = arrival.message if isinstance(arrival, Wrote) else None
    return frozenset(message.people) if isinstance(message, Written) else frozenset()
