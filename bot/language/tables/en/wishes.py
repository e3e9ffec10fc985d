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
    "agenda": "daily reminder|daily reminders|daily digest|daily agenda|daily plan|morning agenda"
    "|morning digest|morning plan|send daily agenda|send me a daily agenda|send me the daily agenda"
    "|send me a daily reminder|set a daily reminder|set daily reminder|my daily agenda",
    "review": "daily review|evening review|send daily review|send evening review"
    "|send me a daily review|send me an evening review",
    "off": "off|never|none|stop|turn off|switch off|disable|turned off|no",
    "until": "until|till|through|to",
    "eve": "the day before|day before|the evening before|evening before|on the eve",
    "before": "before|earlier|prior|before that|in advance",
    "remind": "remind|remind me|reminder|add reminder|add a reminder",
    "remind_before": "",
}
