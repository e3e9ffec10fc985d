"""What goes to chats where the bot need not be: results of inline queries, answers to guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.outgoing.composing import NO_PREVIEW, edit_inline, keyboard
from bot.outgoing.markup import fit
from bot.outgoing.outcomes import edit_refusal, too_late
from bot.replies import Article, Edit, Say, inline_buttons

if TYPE_CHECKING:
    from telegram import Bot

    from bot.replies import Address, Kept, Offer

GUEST_ANSWER = "answer"  # the id of the only result
RESULTS_LIMIT = 50


async def answer_query(bot: Bot, offer: Offer, query_id: str) -> None:
    """Answer an inline query: for its asker alone, and never from a cache. Raises TelegramError."""
    invitation = None
    if offer.invitation:
        invitation = InlineQueryResultsButton(offer.invitation, start_parameter=offer.payload)
    await bot.answer_inline_query(
        query_id,
        [_result(one) for one in offer.articles[:RESULTS_LIMIT]],
        cache_time=0,
        is_personal=True,
        next_offset=offer.following,
        button=invitation,
    )


async def say_elsewhere(bot: Bot, reply: Kept, address: Address) -> None:
    """Change a card, or answer a guest query, once: a query that was answered before, or is too
    old, and a card that is gone are no errors. Raises TelegramError."""
    try:
        if address.guest and isinstance(reply, Say):
            await answer_guest(bot, reply, address.guest)
        elif address.inline and isinstance(reply, Edit):
            await edit_inline(bot, reply, address.inline)
    except BadRequest as error:
        if not too_late(error) and edit_refusal(error) is None:
            raise


async def answer_guest(bot: Bot, said: Say, query_id: str) -> None:
    """Answer somebody in a chat where the bot is not. Raises TelegramError."""
    await bot.answer_guest_query(query_id, _result(Article(GUEST_ANSWER, "✓", "", said)))


def _result(article: Article) -> InlineQueryResultArticle:
    said = article.message
    content = InputTextMessageContent(
        fit(said.text), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
    )
    return InlineQueryResultArticle(
        article.key,
        article.title,
        content,
        reply_markup=keyboard(inline_buttons(said)),
        description=article.description or None,
    )
