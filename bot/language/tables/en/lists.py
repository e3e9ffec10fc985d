"""English: filters of lists, and who takes turns."""

from __future__ import annotations

from bot.language.engine.language import ListWords

LISTS = ListWords(
    scopes={
        "open": "open",
        "today": "today|for today",
        "week": "week|this week|for the week",
        "next-week": "next week|for next week",
        "overdue": "overdue|late",
        "nodate": "nodate|no date|without date|without a date",
        "done": "done|finished",
        "all": "all",
        "trash": "trash|deleted",
    },
    me="me|mine",
    following="next",
    turns=(
        "rotate|rotate between|rotate among|rotating|rotation|take turns|takes turns|taking turns|"
        "in turn|in turns|by turns|alternate|alternating|alternate between|turns"
    ),
)
