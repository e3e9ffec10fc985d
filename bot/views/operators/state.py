"""The operator's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.operators import AskBroadcast, ShowBans, ShowLetters, ShowState
from bot.replies import Say
from bot.views.parts import BREAK, in_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.reader import Reader

# each line, and the names of the counts in it by the names of its facts
LINES: Mapping[str, Mapping[str, str]] = {
    "people": {"count": "people", "today": "people_today", "week": "people_week"},
    "groups": {"count": "groups", "today": "groups_today", "week": "groups_week"},
    "tasks": {"count": "tasks", "today": "tasks_today"},
    "habits": {"count": "habits"},
    "sent": {"count": "sent_today", "late": "late_today"},
    "queue": {"ready": "due", "claimed": "claimed", "waiting": "waiting", "held": "held"},
    "reach": {"blocked": "blocked", "unreachable": "unreachable"},
    "errors": {"refused": "refused", "unclear": "unclear"},
    "bans": {"count": "banned"},
}


def state(counts: Mapping[str, int], reader: Reader) -> Say:
    """Counts by the names of `storage.statistics.count_rows`."""
    words = reader.words
    lines = [words("admin-title")]
    for line, names in LINES.items():
        lines.append(words(f"admin-{line}", **{fact: counts[name] for fact, name in names.items()}))
    buttons = [
        reader.button("admin-refresh", ShowState()),
        reader.button("admin-letters", ShowLetters()),
        reader.button("admin-bans", ShowBans()),
        reader.button("admin-broadcast", AskBroadcast()),
    ]
    return Say(BREAK.join(lines), tuple(in_rows(buttons, 2)))
