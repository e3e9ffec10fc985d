"""What was done to a task, by whom, and from what to what."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bot.language import render_repeat
from bot.replies import Say
from bot.texts.dates import due_words, length_words, offset_words
from bot.views.parts import BREAK, clip
from bot.views.tasks.card import to_card
from bot.views.tasks.facts import title_line
from storage.history.facts import from_iso
from storage.models import Action, Change, Task, User
from storage.rules.due import Due
from storage.rules.recurrence import repeat_from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.presses.lists import ListPlace
    from bot.reader import Reader

SHOWN = 40  # characters of a value
# what an action says already, or nobody has typed
ASSIGNEES = "assignees"
UNSAID = frozenset({"said", "stands_for", "completed_at", "completed_by", "deleted_at"})


def history(
    task: Task,
    changes: Sequence[tuple[Change, User | None]],
    people: Mapping[str, str],
    reader: Reader,
    *,
    back: ListPlace,
) -> Say:
    """The card's history, newest first. `people`: the names of assignees by their keys."""
    lines = [title_line(task), reader.words("card-history")]
    lines += [
        _line(change, _facts(change, user, people, reader), [*change.after], reader)
        for change, user in changes
    ]
    return Say(BREAK.join(lines), ((to_card(task, reader, back),),), about=task.id)


def of_list(
    changes: Sequence[tuple[Change, User | None, Task]], people: Mapping[str, str], reader: Reader
) -> Say:
    """What was done in a list, newest first. `people`: the names of assignees by their keys."""
    if not changes:
        return Say(reader.words("history-none"))
    lines = [reader.words("card-history")]
    for change, user, task in changes:
        about = {"number": str(task.number), "title": clip(task.title, SHOWN)}
        facts = {**_facts(change, user, people, reader), **about}
        shown = [key for key in change.after if key in VALUES]  # from what to what
        lines.append(_line(change, facts, shown, reader, "history-line-of-list"))
    return Say(BREAK.join(lines))


def _facts(
    change: Change, user: User | None, people: Mapping[str, str], reader: Reader
) -> dict[str, Markup | str]:
    """When, who and what."""
    is_whose = change.action == Action.EDIT and set(change.after) - UNSAID == {ASSIGNEES}
    what = _assigning(change, people, reader) if is_whose else []
    return {
        "at": reader.moment(change.created_at),
        "name": clip(user.name, SHOWN) if user else reader.words(f"history-{_nobody(change)}"),
        "what": Markup(", ").join(what) or reader.words(f"history-{_what(change)}"),
    }


def _nobody(change: Change) -> str:
    """Who did it, where nobody is known to have done it."""
    return "by-somebody" if change.is_forgotten else "by-itself"


def _what(change: Change) -> str:
    """The action; of a part that somebody has done, or is to do again, that."""
    before, after = change.before.get("ticked"), change.after.get("ticked")
    if change.action != Action.EDIT or before is None or after is None or len(change.after) > 1:
        return change.action
    return "part" if len(after) > len(before) else "part-again"


def _assigning(change: Change, people: Mapping[str, str], reader: Reader) -> list[Markup]:
    """`assigned Bob`, `unassigned Chen`, `took it on`, `gave it up`"""
    before, after = (set(kept[ASSIGNEES] or ()) for kept in (change.before, change.after))
    own = {change.user_id.hex} if change.user_id is not None else set()
    said = []
    for gained, alone, others in (
        (after - before, "claimed", "assigned"),
        (before - after, "left", "unassigned"),
    ):
        names = [clip(people.get(one, one), SHOWN) for one in sorted(gained - own)]
        if gained & own:
            said.append(reader.words(f"history-{alone}"))
        if names:
            said.append(reader.words(f"history-{others}", names=", ".join(names)))
    return said


def _line(
    change: Change,
    facts: Mapping[str, Markup | str],
    keys: Sequence[str],
    reader: Reader,
    key: str = "history-line",
) -> Markup:
    """A sentence of what was done, with what of these things it has changed."""
    fields = [] if change.action == Action.ADD else _fields(change, reader, keys)
    if not fields:
        return reader.words(key, **facts)
    return reader.words(f"{key}-fields", **facts, fields=Markup(", ").join(fields))


def _fields(change: Change, reader: Reader, keys: Sequence[str]) -> list[Markup]:
    """`date: Friday, 09:00 → Monday, 09:00`; of long things only which they are."""
    said = UNSAID | ({ASSIGNEES} if change.action == Action.EDIT else set())
    said |= {"status"} if change.action in {Action.COMPLETE, Action.REOPEN} else set()
    if change.action != Action.EDIT or _what(change) != Action.EDIT:
        said |= {"rotation", "ticked"}
    return [
        _field(key, change.before.get(key), change.after[key], reader)
        for key in keys
        if key not in said
    ]


def _field(key: str, before: Any, after: Any, reader: Reader) -> Markup:
    name = reader.words(f"field-{key}")
    say = VALUES.get(key)
    if say is None:
        return name
    values = [Markup.escape(say(one, reader)) if one else Markup("–") for one in (before, after)]
    return Markup("{}: {} → {}").format(name, *values)


def _due(kept: Any, reader: Reader) -> Markup:
    at, zone, on = kept
    moment = from_iso(at) or reader.now
    due = Due(date.fromisoformat(on), None, zone) if on else Due.from_moment(moment, zone)
    return due_words(due, now=reader.now, words=reader.words, reader=reader.preferences)


def _until(kept: Any, reader: Reader) -> Markup:
    """The end of a snooze in this chat, or of the only one."""
    until = kept.get(reader.in_chat.hex) or next(iter(kept.values()))
    return reader.moment(datetime.fromisoformat(until))


def _repeat(kept: Any, reader: Reader) -> str:
    return clip(render_repeat(repeat_from_json(kept), language=reader.words.language), SHOWN)


VALUES: dict[str, Callable[[Any, Reader], str | Markup]] = {
    "title": lambda kept, _: f"“{clip(kept, SHOWN)}”",
    "status": lambda kept, reader: reader.words.plain(f"status-{kept}"),
    "priority": lambda kept, reader: reader.words.plain(f"button-{kept}"),
    "due": _due,
    "repeat": _repeat,
    "snoozed": _until,
    "tags": lambda kept, _: clip(" ".join(f"#{name}" for name in kept), SHOWN),
    "reminders": lambda kept, reader: clip(
        ", ".join(offset_words(one, reader.words) for one in kept), SHOWN
    ),
    "duration_minutes": lambda kept, reader: length_words(timedelta(minutes=kept), reader.words),
    "nag_minutes": lambda kept, reader: length_words(timedelta(minutes=kept), reader.words),
}
