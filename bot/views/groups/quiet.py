"""The answer to /quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Say
from bot.views.parts import with_undo

if TYPE_CHECKING:
    from uuid import UUID

    from bot.reader import Reader


def changed(batch: UUID, reader: Reader, *, reacts: bool) -> Say:
    """How the group is answered from now on."""
    return with_undo([reader.words(_key(reacts=reacts))], batch, reader)


def unchanged(reader: Reader, *, reacts: bool) -> Say:
    """How it is answered, as before."""
    return Say(reader.words(_key(reacts=reacts)))


def _key(*, reacts: bool) -> str:
    return "quiet-on" if reacts else "quiet-off"
