"""What was taken back, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Say
from bot.views.parts import BREAK, named_due
from storage.models import Action

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from bot.reader import Reader
    from storage.undo.kinds import Undone

SHOWN = 20  # changes of one deed


def undone(changes: Sequence[Undone], reader: Reader) -> Say:
    """The answer to a deed that was taken back: how the things that it changed are now."""
    # a deed may have changed one thing twice: the first tick of a shared habit also joins it
    lines = [*dict.fromkeys(_undone_line(change, reader) for change in changes[:SHOWN])]
    if len(changes) > SHOWN:
        lines.append(reader.words("undone-more", count=len(changes) - SHOWN))
    single = changes[0].task if len(changes) == 1 else None
    return Say(BREAK.join(lines), about=single.id if single else None, plain=True)


def _undone_line(change: Undone, reader: Reader) -> Markup:
    if change.task is not None:
        key = f"undone-{change.action}"
        return named_due(key if reader.words.has(key) else "undone-other", change.task, reader)
    if change.habit is not None:
        kind = "add" if change.action is Action.ADD else "other"
        return reader.words(f"undone-habit-{kind}", name=change.habit.name)
    return reader.words("undone-settings" if change.settings else "undone-away")
