"""The operator's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.replies import Say
from bot.views.parts import BREAK, clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.texts import Words
    from storage.models import Reminder


def state(counts: Mapping[str, int], letters: Sequence[Reminder], *, words: Words) -> Say:
    """Counts, and the reminders that Telegram refuses for good with its reason."""
    lines = [words("admin-title")]
    lines += [words(f"admin-{name}", count=count) for name, count in counts.items()]
    if letters:
        lines.append(words("admin-letters"))
        lines += [_letter(row) for row in letters]
    return Say(BREAK.join(lines))


def _letter(row: Reminder) -> Markup:
    at = f"{row.fire_at:%Y-%m-%d %H:%M}"
    return Markup("• <code>{}</code> {} UTC: {}").format(
        row.id.hex[-8:], at, clip(row.error or "", 80)
    )
