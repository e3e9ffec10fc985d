"""Parts that many views are made of: lines, clipped names, questions, the button that undoes."""

from __future__ import annotations

from uuid import UUID

from markupsafe import Markup

from bot.presses import pack_key
from bot.reader import Reader
from bot.replies import Ask, Button, Reply, Say
from bot.views.legacy import legacy_button

BREAK = Markup("\n")


def clip(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def question(
    key: str, text: Markup, reader: Reader, *, in_group: bool, about: UUID | None = None
) -> Reply:
    """A question: where the bot sees replies only, the person's next message is made one."""
    if in_group:
        return Ask(text, reader.words.plain(f"ask-{key}-short"), about=about)
    return Say(text, ((cancel_button(reader),),), about=about)


def cancel_button(reader: Reader) -> Button:
    """✖️ Cancel: ends the open question."""
    return legacy_button(reader, "cancel", "cancel")


def undo_button(batch: UUID, reader: Reader) -> Button:
    """↩️ Undo: takes back all that the deed of this batch changed."""
    return legacy_button(reader, "undo", "undo", pack_key(batch))
