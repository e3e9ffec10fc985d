"""Answers that wait for a group are joined: it takes 20 messages a minute, whatever is in them.

What leaves at once leaves alone. What has had to wait takes along those that wait behind it: new
messages become one, in their order, and of several changes of a message only the last is made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from markupsafe import Markup

from bot.outgoing.markup import MESSAGE_LIMIT, units
from bot.outgoing.outcomes import Failed, Outcome, Sent, final_of
from bot.outgoing.pace import Lane
from bot.replies import Button, Edit, Leaving, Say, Shown

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Sequence

    from bot.outgoing.delivery import Delivery

BETWEEN = Markup("\n\n")
IN_ROW = 5
MOST_BUTTONS = 40  # eight rows


def take_along(waiting: deque[Delivery]) -> None:
    """Let the first of a queue, which has waited, take along what goes with it."""
    first = waiting[0]
    if not first.held:
        return
    for one in waiting:
        one.held = True  # they have waited for the same
    if not _may_join(first):
        return
    found = _said_with(waiting) if isinstance(first.reply, Say) else _changed_again(waiting)
    for one in found:
        waiting.remove(one)
        first.joined.append(one)


def as_one(delivery: Delivery) -> Shown:
    """What a delivery says together with all that it has taken along."""
    if isinstance(delivery.reply, Edit):
        return last_change(delivery, delivery.reply)
    replies = (one.reply for one in (delivery, *delivery.joined))
    said = [reply for reply in replies if isinstance(reply, Say)]
    buttons = [reply.brief for reply in said if reply.brief is not None][:MOST_BUTTONS]
    text, astray = BETWEEN.join(reply.text for reply in said), said[0].astray
    return Say(text, _rows(buttons), astray=astray)


def last_change(delivery: Delivery, change: Edit) -> Edit:
    """The last of the changes that a delivery makes at once; without others its own."""
    later = [one.reply for one in delivery.joined if isinstance(one.reply, Edit)]
    return later[-1] if later else change


def fall_apart(waiting: deque[Delivery], outcome: Outcome) -> bool:
    """Whether Telegram refuses what was joined: then each part of it goes alone, in its order."""
    first, final = waiting[0], final_of(outcome)
    if not (first.joined and isinstance(final, Failed) and final.permanent):
        return False
    parts = [waiting.popleft(), *first.joined]
    for one in parts:
        one.joined, one.alone = [], True
    waiting.extendleft(reversed(parts))
    return True


def shared(sent: Sent, keys: Sequence[int]) -> Sent:
    """What became of a message; one that answers several says which."""
    return replace(sent, together=tuple(keys)) if len(keys) > 1 else sent


def _said_with(waiting: deque[Delivery]) -> list[Delivery]:
    """The new messages of its topic behind the first, up to one that has to go alone."""
    found: list[Delivery] = []
    first = waiting[0]
    room = MESSAGE_LIMIT - sum(_size(one.reply) for one in (first, *first.joined))
    for one in list(waiting)[1:]:
        if isinstance(one.reply, Edit) or one.address.topic != first.address.topic:
            continue
        if not _may_join(one) or (room := room - _size(one.reply)) < 0:
            break
        found.append(one)
    return found


def _changed_again(waiting: deque[Delivery]) -> list[Delivery]:
    """The later changes of the message that the first one changes."""
    message = waiting[0].address.pressed
    return [one for one in list(waiting)[1:] if one.address.pressed == message and _may_join(one)]


def _may_join(one: Delivery) -> bool:
    is_answer = one.lane is Lane.ANSWER and one.address.chat_id < 0 and not one.alone
    if one.update_id is None and isinstance(one.reply, Say):
        return False  # a message that is to be known by its own number
    return is_answer and not one.unclear and (_is_plain(one.reply) or _is_change(one))


def _is_plain(reply: Leaving) -> TypeGuard[Say]:
    """Whether it is words and buttons, and nothing else."""
    if not isinstance(reply, Say) or not isinstance(reply.keyboard, tuple):
        return False
    return bool(reply.text.strip()) and not reply.file and not reply.more


def _is_change(one: Delivery) -> bool:
    reply = one.reply
    return isinstance(reply, Edit) and one.address.pressed is not None and bool(reply.text.strip())


def _size(reply: Leaving) -> int:
    return units(reply.text) + len(BETWEEN) if isinstance(reply, Say) else 0


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + IN_ROW]) for at in range(0, len(buttons), IN_ROW))
