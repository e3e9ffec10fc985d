"""English: orders about what exists, as `intents` look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WISHES: Mapping[str, str] = {
    "done": "done|completed|finished|complete|mark done|mark as done",
    "delete": "delete|remove|delete task|delete it|remove it",
    "snooze": "snooze|postpone|remind me again|snooze it|later",
    "snooze_for": "in|for|by|until|till|to",
    "change": "change|move|reschedule|postpone|shift|change reminder|move reminder|move task"
    "|change task|reschedule task|reschedule reminder|postpone task",
    "to": "to|until|till|for|on|at",
    "zone": "set timezone|set time zone|set my timezone|set my time zone|timezone|time zone"
    "|my timezone is|my time zone is|change timezone|change time zone",
    "to_zone": "to|is|=|:",
    "agenda": "daily reminder|daily digest|daily agenda|morning agenda|send daily agenda",
    "review": "daily review|evening review|send daily review|send evening review",
    "off": "off|never|none|stop",
    "until": "until|till|through|to",
    "eve": "the day before|day before|the evening before|evening before|on the eve",
    "before": "before|earlier|prior|before that|in advance",
    "remind": "remind|remind me|reminder|add reminder|add a reminder",
    "remind_before": "",
}
