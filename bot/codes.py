"""The languages that the bot speaks and reads."""

from __future__ import annotations

# in the order of the buttons that choose one, and in which texts are tried
CODES = ("en", "ru", "de", "es")
