"""Replies in Telegram's terms: which messages, with which buttons, edited how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

import structlog
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode

from bot.outgoing.markup import CAPTION_LIMIT, fit, split
from bot.replies import (
    Address,
    Ask,
    Button,
    Edit,
    File,
    FileKind,
    Keyboard,
    Leaving,
    LocationButton,
    NoLocationButton,
    Notice,
    Picture,
    React,
    Say,
    Shown,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from markupsafe import Markup
    from telegram.error import BadRequest

log = structlog.get_logger(__name__)

NOTICE_LENGTH = 200
PLACEHOLDER_LENGTH = 64
GENERAL_TOPIC = 1  # messages to it are sent without a thread: its id is refused as not found
Buttons: TypeAlias = InlineKeyboardMarkup | ForceReply | ReplyKeyboardMarkup | ReplyKeyboardRemove
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class EditedPart(Enum):
    """What of a message is edited."""

    TEXT = "text"
    CAPTION = "caption"
    KEYBOARD = "keyboard"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is uploaded, as it was drawn or written: the bytes of a photo or of a document, under a
    file name."""

    content: bytes
    name: str
    kind: FileKind = "photo"


@dataclass(frozen=True, slots=True)
class NewMessage:
    """One new message: within Telegram's lengths, its buttons ready."""

    text: Markup
    file: File | Drawing | None = None
    buttons: Buttons | None = None
    reply_to: int | None = None

    async def send(self, bot: Bot, chat_id: int, topic: int, *, is_paid: bool = False) -> Message:
        """Send it; `topic` 0 is none. `is_paid`: as one of a paid broadcast, which Telegram's limit
        of 30 a second does not hold up. Raises TelegramError."""
        paid = is_paid or None
        thread = topic if topic > GENERAL_TOPIC else None
        quoted = _quoting(self.reply_to)
        if self.file is None:
            return await bot.send_message(
                chat_id,
                self.text,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                message_thread_id=thread,
                reply_markup=self.buttons,
                reply_parameters=quoted,
                allow_paid_broadcast=paid,
            )
        file = self.file
        # a round video takes no words; the name is that of what is uploaded
        words: dict[str, Any] = (
            {}
            if file.kind == "video_note"
            else {"caption": self.text or None, "parse_mode": ParseMode.HTML}
        )
        send_file: Callable[..., Awaitable[Message]] = getattr(bot, f"send_{file.kind}")
        return await send_file(
            chat_id,
            file.content if isinstance(file, Drawing) else file.file_id,
            filename=file.name or None,
            **words,
            message_thread_id=thread,
            reply_markup=self.buttons,
            reply_parameters=quoted,
            allow_paid_broadcast=paid,
        )


def draw(picture: Picture) -> Drawing | None:
    """Draw it; takes its time, so call it in a thread. None, and a line in the log, where it
    fails: whatever goes wrong in a drawing, the words have to arrive."""
    try:
        content = picture.draw()
    except Exception:
        log.exception("a picture could not be drawn", name=picture.name)
        return None
    return Drawing(content, picture.name)


def photo_refused(error: BadRequest) -> bool:
    """Whether it is the photo that Telegram does not take: its words would still arrive.

    A group may forbid photos alone ("not enough rights to send photos to the chat").
    """
    return any(word in error.message.lower() for word in ("photo", "image"))


def new_messages(
    reply: Shown, address: Address, drawing: Drawing | None = None
) -> tuple[NewMessage, ...]:
    """The new messages of one reply, without its `more`; none when it has neither text nor file.

    Buttons are under the last one, so that they are at hand. A reply with a Picture is the
    caption of its `drawing`, without one a text.
    """
    buttons = _buttons(reply)
    quotes = isinstance(reply, Ask) or (isinstance(reply, Say) and reply.quotes)
    reply_to = address.reply_to if quotes else None
    file = _file(reply, drawing)
    if file is None:
        blank = not reply.text.strip()
        return () if blank else (NewMessage(fit(reply.text), None, buttons, reply_to),)
    caption, rest = split(fit(reply.text), CAPTION_LIMIT)
    if not rest:
        return (NewMessage(caption, file, buttons, reply_to),)
    return (NewMessage(caption, file), NewMessage(rest, None, buttons, reply_to))


def _file(reply: Shown, drawing: Drawing | None) -> File | Drawing | None:
    if not isinstance(reply, Say):
        return None
    return reply.file if isinstance(reply.file, File) else drawing


def edited_parts(reply: Edit) -> tuple[EditedPart, ...]:
    """What to edit, the likeliest first; none when the reply changes nothing that is seen."""
    if reply.text.strip():
        return (EditedPart.TEXT, EditedPart.CAPTION)
    return (EditedPart.KEYBOARD,) if reply.keyboard else ()


async def edit_inline(bot: Bot, reply: Edit, inline: str) -> None:
    """Edit a message in a chat where the bot need not be. Raises TelegramError."""
    await bot.edit_message_text(
        fit(reply.text),
        inline_message_id=inline,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=keyboard(reply.keyboard),
    )


async def edit(bot: Bot, part: EditedPart, reply: Edit, chat_id: int, message_id: int) -> None:
    """Edit that part of a message, and its buttons. Raises TelegramError."""
    buttons = keyboard(reply.keyboard)
    if part is EditedPart.TEXT:
        await bot.edit_message_text(
            fit(reply.text),
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=buttons,
        )
    elif part is EditedPart.CAPTION:
        await bot.edit_message_caption(
            chat_id,
            message_id,
            caption=fit(reply.text, CAPTION_LIMIT),
            parse_mode=ParseMode.HTML,
            reply_markup=buttons,
        )
    else:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=buttons)


async def react(bot: Bot, reply: React, chat_id: int, message_id: int) -> None:
    """React to a message. Raises TelegramError."""
    await bot.set_message_reaction(chat_id, message_id, [ReactionTypeEmoji(reply.emoji)])


async def answer_press(bot: Bot, reply: Leaving, query_id: str) -> None:
    """Answer a button press, with the notice if there is one. Raises TelegramError."""
    told = reply.instead if isinstance(reply, React) else reply
    notice = (told if isinstance(told, Notice) else told.notice) or Notice("")
    text = notice.text[:NOTICE_LENGTH]
    await bot.answer_callback_query(
        query_id, text=text or None, show_alert=notice.alert, url=notice.url or None
    )


def keyboard(rows: Keyboard) -> InlineKeyboardMarkup | None:
    """Telegram's buttons; what it would refuse is logged and left out, empty rows too."""
    made = [_row(row) for row in rows]
    filled = [row for row in made if row]
    return InlineKeyboardMarkup(filled) if filled else None


def sendable(button: Button) -> bool:
    """Whether Telegram takes the button: words on it, and a link or 1-64 bytes of data."""
    return bool(button.text) and bool(button.url or button.query or button.packed)


def _row(row: Sequence[Button]) -> list[InlineKeyboardButton]:
    for button in row:
        if not sendable(button):
            log.error("a button was left out", press=type(button.press).__name__)
    return [_button(button) for button in row if sendable(button)]


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.text, url=button.url)
    if button.query:
        return InlineKeyboardButton(button.text, switch_inline_query=button.query)
    return InlineKeyboardButton(
        button.text, callback_data=button.packed, style=button.style or None
    )


def _buttons(reply: Shown) -> Buttons | None:
    if isinstance(reply, Ask):
        placeholder = reply.placeholder[:PLACEHOLDER_LENGTH]
        return ForceReply(selective=True, input_field_placeholder=placeholder)
    match reply.keyboard:
        case LocationButton(text):
            button = KeyboardButton(text, request_location=True)
            return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
        case NoLocationButton():
            return ReplyKeyboardRemove()
        case rows:
            return keyboard(rows)


def _quoting(message_id: int | None) -> ReplyParameters | None:
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)
