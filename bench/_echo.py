"""What everything is compared with: python-telegram-bot as its documentation shows it, an echo."""

from __future__ import annotations

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


if __name__ == "__main__":
    address = f"{os.environ['TELEGRAM_API_URL']}/bot"
    application = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(address).build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()
