"""Russian: filters of lists."""

from __future__ import annotations

from bot.language.engine.language import ListWords

LISTS = ListWords(
    scopes={
        "open": "открытые|открыто|дела",
        "today": "сегодня|на сегодня",
        "week": "неделя|неделю|на неделю|эта неделя|на этой неделе",
        "next-week": "следующая неделя|следующую неделю|на следующей неделе",
        "overdue": "просрочено|просроченные|просрочка",
        "nodate": "без даты|без срока",
        "done": "готово|готовые|сделано|выполнено",
        "all": "все|всё",
        "trash": "корзина|в корзине|удалённые",
    },
    me="мне|мои|моё|я",
    following="следующая|следующую|след",
)
