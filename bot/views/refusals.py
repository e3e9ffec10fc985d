"""What cannot be, in words: what was wrong, and one correct example."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.coding import StaleButton
from bot.replies import Notice, Reply, Say
from bot.texts import Words, clip
from storage.errors import (
    ChangedSince,
    HabitExists,
    InTrash,
    NotAllowed,
    NothingToUndo,
    NotTold,
    NotYours,
    Refusal,
    TooMany,
    UnknownHabit,
    UnknownTask,
)
from storage.rules.rrule import ImpossibleRule
from storage.transfer.formats.values import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN_PERSON = 40  # characters of a name
SHOWN_WORDS = 100  # characters of what somebody wrote


class Misunderstood(Refusal):
    """Words that could not be read. `key`: that of the answer's text, without `refusal-`."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


def refused(refusal: Exception, *, words: Words, pressed: bool) -> Reply:
    """The answer to a refusal: a message, or for a pressed button a window."""
    text = _say(refusal, words)
    if pressed:
        return Notice(text.striptags(), alert=True)
    return Say(text)


def people(names: Sequence[str]) -> str:
    """`Ann, Bob`"""
    return ", ".join(clip(name, SHOWN_PERSON) for name in names)


def crashed(reference: str, *, words: Words) -> Say:
    """The answer when something broke; the reference is in the log."""
    text = words("crashed", reference=reference)
    return Say(text, notice=Notice(text.striptags(), alert=True))


@singledispatch
def _say(refusal: Exception, words: Words) -> Markup:
    raise refusal


@_say.register
def _(refusal: UnknownTask, words: Words) -> Markup:
    if refusal.number is None:
        return words("refusal-task-gone")
    return words("refusal-unknown-task", number=_short(str(refusal.number)))


@_say.register
def _(refusal: InTrash, words: Words) -> Markup:
    return words("refusal-in-trash", number=_short(str(refusal.number)))


@_say.register
def _(refusal: UnknownHabit, words: Words) -> Markup:
    if not refusal.name:
        return words("refusal-habit-gone")
    return words("refusal-unknown-habit", name=clip(refusal.name, SHOWN_WORDS))


@_say.register
def _(refusal: HabitExists, words: Words) -> Markup:
    return words("refusal-habit-exists", name=clip(refusal.name, SHOWN_WORDS))


@_say.register
def _(refusal: NothingToUndo, words: Words) -> Markup:
    return words("refusal-nothing-to-undo")


@_say.register
def _(refusal: ChangedSince, words: Words) -> Markup:
    if refusal.number is None:
        return words("refusal-habit-changed-since")
    return words("refusal-changed-since", number=_short(str(refusal.number)))


@_say.register
def _(refusal: TooMany, words: Words) -> Markup:
    return words(f"refusal-too-many-{refusal.what}", limit=refusal.limit)


@_say.register
def _(refusal: ImpossibleRule, words: Words) -> Markup:
    return words("refusal-impossible-repeat")


@_say.register
def _(refusal: NotAllowed, words: Words) -> Markup:
    if not refusal.who:
        return words(f"refusal-{refusal.action}")
    return words(f"refusal-{refusal.action}-who", who=people(refusal.who), count=len(refusal.who))


@_say.register
def _(refusal: NotYours, words: Words) -> Markup:
    return words("refusal-not-yours", who=_short(refusal.who))


@_say.register
def _(refusal: NotTold, words: Words) -> Markup:
    return words("refusal-not-told")


@_say.register
def _(refusal: Unreadable, words: Words) -> Markup:
    return words(f"refusal-import-{refusal.reason}", limit=refusal.limit)


@_say.register
def _(refusal: StaleButton, words: Words) -> Markup:
    return words("refusal-stale-button")


@_say.register
def _(refusal: Misunderstood, words: Words) -> Markup:
    return words(f"refusal-{refusal.key}", **{k: _short(v) for k, v in refusal.facts.items()})


def _short(fact: str | int) -> str | int:
    """Enough of what was not understood to know it again: the example behind it has to be seen."""
    return clip(fact, SHOWN_WORDS) if isinstance(fact, str) else fact
