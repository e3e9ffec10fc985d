"""What history holds of each kind of thing, as JSON.

A row of history has only the keys that a change has changed, with their values before and after.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from storage.rules.absence import ABSENCE, absence_from_json, absence_to_json
from storage.rules.due import Due
from storage.rules.schedules import spans_from_json, spans_to_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storage.models import Chat, Habit, HabitEntry, HabitMember, Task, User


SETTING = "set "  # before the name of what is set
SpanJson = list[str | None]  # the first and the last day, ISO 8601; None for an open end


class TaskFacts(TypedDict):
    """Everything of a task that a person can change. Moments are ISO 8601 in UTC, keys are hex."""

    title: str
    notes: str
    status: str
    priority: str
    due: list[str | None] | None  # the moment, the zone, and of a whole day the day
    repeat: dict[str, Any] | None
    stands_for: str | None
    snoozed: dict[str, str] | None
    said: dict[str, Any] | None
    rotation: dict[str, Any] | None  # the keys of those who take turns, and whose turn it is
    ticked: list[str] | None  # who of the assignees has done their part; None: one does it for all
    reminders: list[str] | None
    nag_minutes: int | None
    duration_minutes: int | None
    tags: list[str]
    assignees: list[str]  # keys, and @usernames of those who are waited for
    checklist: list[list[Any]]  # text, is done
    files: list[list[str]]  # kind, file_id, unique_id, name
    completed_at: str | None
    completed_by: str | None
    deleted_at: str | None


class HabitFacts(TypedDict):
    """Everything of a habit itself that a person can change."""

    name: str
    recurring_schedule: dict[str, Any]
    goal: list[Any]  # target, unit, direction
    snoozed: dict[str, str] | None
    colour: int
    position: int
    archived_at: str | None
    deleted_at: str | None


class EntryFacts(TypedDict):
    """What somebody did of a habit on a day."""

    amount: float
    is_skip: bool
    note: str


class MemberFacts(TypedDict):
    """How somebody takes part in a habit."""

    pauses: list[SpanJson]
    is_ranked: bool
    joined_at: NotRequired[str]  # rows of before did not keep it


Setting = list[Any] | None  # the value in a list, None for one that is not set


def task_facts(task: Task) -> TaskFacts:
    """The facts of a task whose parts are loaded."""
    return {
        "title": task.title,
        "notes": task.notes,
        "status": task.status,
        "priority": task.priority,
        "due": _due(task),
        "repeat": task.repeat,
        "stands_for": to_iso(task.stands_for),
        "snoozed": task.snoozed,
        "said": task.said,
        "rotation": task.rotation,
        "ticked": task.ticked,
        "reminders": task.reminders,
        "nag_minutes": task.nag_minutes,
        "duration_minutes": task.duration_minutes,
        # sorted here: databases and people order them differently, which is no change
        "tags": sorted(tag.name for tag in task.tags),
        "assignees": sorted([*(u.id.hex for u in task.assignees), *awaited_of(task)]),
        "checklist": [[item.text, item.is_done] for item in task.checklist],
        "files": [[a.kind, a.file_id, a.unique_id, a.name] for a in task.attachments],
        "completed_at": to_iso(task.completed_at),
        "completed_by": task.completed_by.hex if task.completed_by else None,
        "deleted_at": to_iso(task.deleted_at),
    }


def awaited_of(task: Task) -> list[str]:
    """The @names of assignees who are waited for."""
    return [f"@{name}" for name in task.awaited or ()]


def _due(task: Task) -> list[str | None] | None:
    on = task.due_on.isoformat() if task.due_on else None
    return [to_iso(task.due_at), task.due_zone, on] if task.due_at else None


def moments_of(task: Task) -> list[Any]:
    """When a task is due, and what goes with it when its chat moves to another zone: the zone of
    its repeat, the occurrence that it is, its snoozes."""
    zone = task.repeat["zone"] if task.repeat is not None else None
    return [_due(task), zone, to_iso(task.stands_for), task.snoozed]


def due_of(fact: Sequence[str | None] | None) -> Due | None:
    """The due date of `TaskFacts.due`."""
    if fact is None:
        return None
    at, zone, on = from_iso(fact[0]), fact[1], fact[2]
    if at is None or zone is None:
        return None
    return Due(date.fromisoformat(on), None, zone) if on else Due.from_moment(at, zone)


def habit_facts(habit: Habit) -> HabitFacts:
    """The facts of a habit itself."""
    return {
        "name": habit.name,
        "recurring_schedule": habit.recurring_schedule,
        "goal": [habit.target, habit.unit, habit.direction],
        "snoozed": habit.snoozed,
        "colour": habit.colour,
        "position": habit.position,
        "archived_at": to_iso(habit.archived_at),
        "deleted_at": to_iso(habit.deleted_at),
    }


def entry_facts(entry: HabitEntry | None) -> EntryFacts | None:
    """The facts of an entry, None for no entry."""
    if entry is None:
        return None
    return {"amount": entry.amount, "is_skip": entry.is_skip, "note": entry.note}


def member_facts(member: HabitMember | None) -> MemberFacts | None:
    """The facts of taking part in a habit, None for anybody else."""
    if member is None:
        return None
    joined_at = member.joined_at.isoformat()
    return {"pauses": member.pauses, "is_ranked": member.is_ranked, "joined_at": joined_at}


def person_facts(user: User) -> dict[str, Any]:
    """What a person has set, each under its name behind `SETTING`, and when they are away."""
    settings = dict(user.settings)
    absence = absence_to_json(absence_from_json(settings.pop(ABSENCE, None)))
    away = spans_to_json(spans_from_json(settings.pop("away", None)))
    return {"away": away, ABSENCE: absence, **_settings(settings)}


def chat_facts(chat: Chat) -> dict[str, Any]:
    """What is set for a chat."""
    return _settings(chat.settings)


def _settings(settings: Mapping[str, Any]) -> dict[str, Setting]:
    return {f"{SETTING}{name}": [value] for name, value in settings.items()}


def to_iso(at: datetime | None) -> str | None:
    """An aware moment as ISO 8601 in UTC."""
    return at.astimezone(UTC).isoformat() if at else None


def from_iso(text: str | None) -> datetime | None:
    """The inverse of `to_iso`."""
    return datetime.fromisoformat(text) if text else None
