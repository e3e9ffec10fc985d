"""What people say to others by way of the bot, and what operators see of it on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from bot.operation.version import running_version
from bot.presses.operators import (
    BanPerson,
    ChooseAudience,
    DropBroadcast,
    ReplyToFeedback,
    SendBroadcast,
    SteerBroadcast,
)
from bot.replies import Say
from bot.views.operators.bans import who
from bot.views.parts import BREAK, switch
from storage.models import LetterState, MailingAudience, MailingKind, MailingState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.reader import Reader
    from bot.replies import Button
    from bot.texts import Words
    from storage.mailings.leaving import MailingProgress
    from storage.models import Mailing, User

STEERED: Mapping[str, tuple[str, ...]] = {  # what a broadcast in a state can become
    MailingState.SENDING: (MailingState.PAUSED, MailingState.STOPPED),
    MailingState.PAUSED: (MailingState.SENDING, MailingState.STOPPED),
}


def letter(mailing: Mailing, author: User, reader: Reader) -> Say:
    """A mailing as whoever it is for gets it."""
    text = Markup.escape(mailing.text)
    match MailingKind(mailing.kind):
        case MailingKind.BROADCAST:
            return Say(text)
        case MailingKind.REPLY:
            return Say(BREAK.join([reader.words("reply-from-operator"), text]))
        case MailingKind.FEEDBACK:
            return _feedback(mailing, author, text, reader)
        case kind:
            assert_never(kind)


def _feedback(mailing: Mailing, author: User, text: Markup, reader: Reader) -> Say:
    speaks = author.settings.get("language") or author.telegram_language or "?"
    facts = {"language": str(speaks), "version": running_version()}
    title = reader.words("feedback-from", who=who(author, reader), **facts)
    buttons = (
        reader.button("feedback-reply", ReplyToFeedback(mailing.id)),
        reader.button("ban", BanPerson(author.id)),
    )
    return Say(BREAK.join([title, text]), (buttons,))


def reply_lost(words: Words) -> Say:
    """An operator's answer has not reached whoever it is for, as far as is known."""
    return Say(words("reply-lost"))


def preview(mailing: Mailing, receivers: Mapping[MailingAudience, int], reader: Reader) -> Say:
    """A broadcast as it will look, and behind it the message that steers it."""
    return Say(Markup.escape(mailing.text), more=(ready(mailing, receivers, reader),))


def ready(mailing: Mailing, receivers: Mapping[MailingAudience, int], reader: Reader) -> Say:
    """A broadcast that has not begun: whom it is for, how many these are."""
    chosen = MailingAudience(mailing.audience)
    audiences = tuple(
        switch(
            reader.words.plain(f"audience-{one}", count=receivers[one]),
            ChooseAudience(mailing.id, one),
            is_on=one == chosen,
        )
        for one in MailingAudience
    )
    buttons = (
        reader.button("broadcast-send", SendBroadcast(mailing.id)),
        reader.button("cancel", DropBroadcast(mailing.id)),
    )
    return Say(reader.words("broadcast-ready", count=receivers[chosen]), (audiences, buttons))


def progress(found: MailingProgress, reader: Reader) -> Say:
    """How far a broadcast is."""
    counts, state = found.counts, found.mailing.state
    facts = {
        "done": counts[LetterState.SENT],
        "count": found.total,
        "lost": counts[LetterState.LOST],
        "refused": counts[LetterState.REFUSED],
        "unclear": counts[LetterState.UNCLEAR],
    }
    lines = [reader.words(f"broadcast-{state}"), reader.words("broadcast-counts", **facts)]
    keys: list[Button] = [
        reader.button(f"broadcast-to-{to}", SteerBroadcast(found.mailing.id, MailingState(to)))
        for to in STEERED.get(state, ())
    ]
    return Say(BREAK.join(lines), (tuple(keys),) if keys else ())
